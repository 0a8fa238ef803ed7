"""What a verb of saying nearby does not govern, and what it does over odd wording."""

from __future__ import annotations

import pytest

from saying import chain, names, read

UNGOVERNED = [
    "The foreign office stressed it would have no effect on the islands, where 1,000 were killed.",
    "The militia denied that it attacked a market, where 12 people were killed.",
    "The Tern Front claimed the ambush in which one man fell and four were killed.",
    "Tom Hart says the woman accused of having killed two co-workers is a good person.",
    "A shooting that claimed the life of a girl killed on Monday is being looked into.",
]


@pytest.mark.parametrize("text", UNGOVERNED)
def test_src_1_what_is_presupposed_is_the_outlets(text: str) -> None:
    assert chain(read(text), "killed") == ()


GOVERNED = [
    (
        "Two villagers were slightly hurt, the governor of Ardeno, Leo Varga, told NANA.",
        "hurt",
        ["Leo Varga"],
    ),
    (
        "The Tern group called several media claiming that it had kidnapped a student.",
        "kidnapped",
        ["Tern group"],
    ),
    (
        "A government official downplayed the unrest saying that two people were killed.",
        "killed",
        ["government official"],
    ),
    (
        "They got a call from Brandt police saying a teen had been shot.",
        "shot",
        ["call from Brandt police"],
    ),
    (
        "Her mother called 911 before midnight and said her husband shot her baby.",
        "shot",
        ["Her mother"],
    ),
    (
        "Police were told that one victim was driven to a hospital.",
        "driven",
        ["Police"],
    ),
    (
        "Reuters cited the Nashra, a Brigade-affiliated website, as saying four people died.",
        "died",
        ["Reuters", "Nashra"],
    ),
    (
        "Police officers shot and killed a man who pointed a gun at them, the sheriff said.",
        "killed",
        ["sheriff"],
    ),
    (
        "At least three people were hit in the assault, which wounded a clerk, Brandt TV said.",
        "wounded",
        ["Brandt TV"],
    ),
    ("AFP Police said two people were killed.", "killed", ["Police"]),
    ("Image copyright Getty Images Police said two men died.", "died", ["Police"]),
]


@pytest.mark.parametrize(("text", "anchor", "expected"), GOVERNED)
def test_src_1_who_says_it(text: str, anchor: str, expected: list[str]) -> None:
    assert names(chain(read(text), anchor)) == expected


def test_src_1_capitals_and_a_bracket_behind_the_source() -> None:
    parsed = read(
        "THE JUDICIAL POLICE AND INVESTIGATIONS DIRECTORATE [DIJIN] THIS WEEK REPORTED "
        "THAT 326 PEOPLE HAVE BEEN KIDNAPPED THIS YEAR."
    )
    (link,) = chain(parsed, "kidnapped")
    assert link.quote is not None and link.quote.endswith("DIRECTORATE")


@pytest.mark.parametrize(
    "title", ["Deputies: Man shot", "GJPD: Teen shot in Orchard Mesa"]
)
def test_src_1_a_headline_may_fall_into_two_sentences(title: str) -> None:
    (link,) = chain(read("The text.", title), "shot")
    assert link.name in ("Deputies", "GJPD")


def test_stm_2_lines_of_a_quotation_without_marks_have_its_speaker() -> None:
    parsed = read(
        '"Most houses are not safe.\nHowever, two people died,\nand ten were hurt," '
        "said Ken Marsh.\nFour were found later."
    )
    assert names(chain(parsed, "died")) == ["Ken Marsh"]
    assert chain(parsed, "found") == ()


def test_stm_2_a_line_between_two_open_quotations_is_quoted() -> None:
    parsed = read(
        'A statement said: "Damage is extensive.\nThree people have been injured.\n'
        '"The store will be rebuilt."'
    )
    assert names(chain(parsed, "injured")) == ["statement"]


def test_a_tag_inside_an_unclosed_quotation_is_its_source() -> None:
    parsed = read(
        '"We lost the house," Ann Poe said.\n\n"Two people died there, the sheriff said.'
    )
    assert names(chain(parsed, "died")) == ["sheriff"]


def test_src_1_according_to_somebody_on_a_line_of_its_own() -> None:
    parsed = read("According to Loma TV\nTHREE PEOPLE HAVE DIED\nA bridge has fallen.")
    assert names(chain(parsed, "died")) == ["Loma TV"]
    assert chain(parsed, "fallen") == ()


def test_src_1_a_newsroom_that_has_learned_is_the_own_outlet() -> None:
    assert chain(read("Harbor News has learned two people died."), "died") == ()
    parsed = read("Police have confirmed that two people died.")
    assert names(chain(parsed, "died")) == ["Police"]


def test_two_bodies_that_speak_at_once_have_no_single_one() -> None:
    (link,) = chain(read("Police and hospital sources said 12 people died."), "died")
    assert (link.name, link.body) == ("Police and hospital sources", None)
