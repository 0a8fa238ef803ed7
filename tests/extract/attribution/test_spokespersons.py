"""Spokespersons and those they speak for (DOMAIN STM-3, STM-6)."""

from __future__ import annotations

import pytest

from saying import chain, names, read


def test_stm_3_a_spokesperson_of_a_body_is_one_link() -> None:
    (link,) = chain(read("A police spokesman said two women were injured."), "injured")
    assert (link.name, link.quote) == ("police", "A police spokesman")
    assert link.relation == "via_spokesperson"


def test_stm_3_a_spokesperson_of_a_person_precedes_the_principal() -> None:
    text = "A spokesman for Mara Quill said that 12 people died."
    links = chain(read(text), "died")
    assert names(links) == ["spokesman", "Mara Quill"]
    assert [link.relation for link in links] == ["via_spokesperson", "says"]


def test_stm_3_a_named_spokesperson_tells_the_body() -> None:
    (link,) = chain(read("Police spokesman Ivo Marsh said two died."), "died")
    assert link.name == "Ivo Marsh"
    assert link.body is not None and "olice" in link.body


def test_stm_6_the_one_told_of_is_not_the_speaker() -> None:
    text = (
        "President Ivo Marsh visited the scene.\n"
        "“President Marsh mourns the 12 dead,” the palace said in a statement."
    )
    assert names(chain(read(text), "dead")) == ["palace"]


def test_a_spokesman_for_the_prime_minister_has_an_office() -> None:
    parsed = read("Two died, said Carl Frey, a spokesman for the prime minister.")
    (link,) = chain(parsed, "died")
    assert (link.name, link.body) == ("Carl Frey", "prime minister")


def test_stm_3_a_spokesperson_told_behind_a_name_in_charge_is_one_link() -> None:
    text = "Four died, said Agent in Charge Oren Vale, a spokesperson for the FBI."
    (link,) = chain(read(text), "died")
    assert "Oren Vale" in (link.name or "")


@pytest.mark.parametrize(
    ("told", "name", "body"),
    [
        (
            "Lieutenant Colonel Omar Saleh, a spokesman for the army",
            "Omar Saleh",
            "army",
        ),
        ("Brigadier General Omar Saleh", "Omar Saleh", None),
        ("Lt. Col. Omar Saleh of the army", "Omar Saleh", "army"),
        ("Dr Omar Saleh, who heads the regional hospital,", "Omar Saleh", "hospital"),
        ("Omar Saleh, who runs a shop there,", "Omar Saleh", None),
    ],
)
def test_a_rank_says_of_nobody_whose_word_it_is(
    told: str, name: str, body: str | None
) -> None:
    (link,) = chain(read(f"Seven people died, said {told} on Monday."), "died")
    assert link.name == name
    assert (link.body or "").endswith(body or "")
    assert (link.body is None) == (body is None)
