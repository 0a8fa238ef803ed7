"""Pronouns and descriptions that stand for a source told before."""

from __future__ import annotations

import pytest

from saying import chain, names, read

REPORTS = [
    (
        "Envoy Mara Quill criticized the raid. “Twelve people died for nothing.”",
        "died",
        ["Mara Quill"],
    ),
    (
        "The Karvan Front (KF) said it acted alone.\nThe group said 12 soldiers died.",
        "died",
        ["Karvan Front"],
    ),
    (
        "Omar Belkin runs the clinic in Tarsa.\nHe said six people died there.",
        "died",
        ["Omar Belkin"],
    ),
    (
        "The Norvan Monitoring Group put the toll at 40.  It said there were four blasts and 20 were hurt.",
        "hurt",
        ["Norvan Monitoring Group"],
    ),
    (
        "The Brandt Transit Authority says two trains collided.\nThe agency says one worker is being treated.",
        "treated",
        ["Brandt Transit Authority"],
    ),
    (
        "Deputy Mayor Lena Ortiz arrived at noon.\n“Six people are dead,” Ortiz said.",
        "dead",
        ["Lena Ortiz"],
    ),
    (
        "“We saw the bus burn,” said Dana Reyes. “Three people died inside.”",
        "died",
        ["Dana Reyes"],
    ),
    (
        "Dana Reyes was on the bus.\nShe said: “It was dark.\n“Three people died beside me.\n“I ran.”",
        "died",
        ["Dana Reyes"],
    ),
    (
        "Dana Reyes was on the bus. She said: “It was dark.”\n“Three people died beside me,” she added.",
        "died",
        ["Dana Reyes"],
    ),
    (
        "Some of the hurt are in a bad way, said local doctor Adel Karim.\nFour have died, he added.",
        "died",
        ["Adel Karim"],
    ),
    (
        "Police released a statement on Friday.\nThe statement said four people had died.",
        "died",
        ["Police"],
    ),
    (
        "A man was hit by a tram, officials said.\nFour people have died this year.",
        "died",
        [],
    ),
]


@pytest.mark.parametrize(("text", "anchor", "expected"), REPORTS)
def test_src_1_across_sentences(text: str, anchor: str, expected: list[str]) -> None:
    assert names(chain(read(text), anchor)) == expected


def test_the_countrys_ministry_is_the_one_named_before() -> None:
    parsed = read(
        "The Norvan interior ministry condemned the attack. "
        "The war-torn country's ministry said 12 people died."
    )
    assert names(chain(parsed, "died")) == ["Norvan interior ministry"]


def test_a_bare_spokesman_speaks_for_the_body_heard_before() -> None:
    parsed = read(
        "Brandt Police confirmed the crash. A spokesman added that two men died."
    )
    (link,) = chain(parsed, "died")
    assert link.body == "Brandt Police"


def test_the_dead_are_not_who_goes_on_to_speak() -> None:
    text = (
        "Anna Poe posted a picture of her cousin on Monday. Daniel Frey died on Sunday "
        "after being shot in Hobart. She also wrote that three others were killed."
    )
    assert names(chain(read(text), "killed")) == ["Anna Poe"]


def test_a_militant_group_is_an_armed_one() -> None:
    text = (
        "The Karvan Liberation Front said it fired first. Tarsa Hospital said it was full. "
        "Norvan army officials said troops had left. The militant group said 12 soldiers died."
    )
    assert names(chain(read(text), "died")) == ["Karvan Liberation Front"]


def test_a_spokesman_told_with_his_body_is_no_other() -> None:
    text = (
        "A German command spokesman said two men were hurt. "
        "The Nato spokesman said four people died."
    )
    (link,) = chain(read(text), "died")
    assert link.body == "Nato"


def test_the_brother_is_never_the_one_whose_brother_he_is() -> None:
    text = (
        "Karl Weiss shot three people. His brother lives in Loma. "
        "“Two people died in that house,” the brother said."
    )
    assert names(chain(read(text), "died")) == ["brother"]


def test_the_driver_inside_a_statement_is_not_who_states_it() -> None:
    parsed = read("Adel Karim said the driver told her that two people died.")
    assert names(chain(parsed, "died")) == ["Adel Karim", "driver"]


def test_the_communique_is_of_who_issued_one() -> None:
    text = (
        "In a communique, the Tern Front claimed the attack. The Omar Belkin commando "
        "said it fired first. The communique stated that two soldiers died."
    )
    assert names(chain(read(text), "died")) == ["Tern Front"]
