"""More verbal acts (STM-1, STM-7): by content, by nouns, by feeling; invented sentences."""

from __future__ import annotations

import pytest

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.parsed import parse
from sourcebook.extract.statements import find_statements
from sourcebook.model.claim import Statement
from sourcebook.model.report import Report, Text


def told(text: str) -> set[tuple[str, str]]:
    report = Report.of(Text.of(text, language="en"), source_id="1", title="")
    parsed = next(iter(parse([report])))
    found = [d.payload for d in find_statements(parsed, Attributions(parsed))]
    return {(p.speaker, p.act) for p in found if isinstance(p, Statement)}


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        (
            '"The government is trying to provoke a war," said Mina Sato.',
            "Mina Sato",
            "accuse",
        ),
        (
            "Mina Sato said the regime intends to invade the south.",
            "Mina Sato",
            "accuse",
        ),
        (
            "The attack drew strong condemnation from the foreign ministry.",
            "foreign ministry",
            "condemn",
        ),
        (
            "The president reiterated his call for an immediate ceasefire.",
            "president",
            "demand",
        ),
        ('"Be patient and remain calm," Mina Sato said.', "Mina Sato", "demand"),
        (
            "The police department is asking for your help to find a suspect.",
            "police department",
            "demand",
        ),
        (
            '"That person needs to be found," Mina Sato said.',
            "Mina Sato",
            "demand",
        ),
        (
            "The army spokesman said the army had not bombed any village.",
            "army",
            "deny",
        ),
        (
            "Hundreds gathered for a candlelight vigil on Sunday.",
            "Hundreds",
            "condole",
        ),
        (
            "The company said it would cooperate with investigators.",
            "company",
            "pledge",
        ),
        (
            "The ministry protested the killings to the government.",
            "ministry",
            "condemn",
        ),
    ],
)
def test_acts_by_content_nouns_and_feeling(text: str, speaker: str, act: str) -> None:
    assert (speaker, act) in told(text)


def test_news_of_a_deed_told_by_officials_accuses_nobody() -> None:
    found = told("Officials said rebels attacked a barracks in Lorne on Monday.")
    assert "accuse" not in {act for _, act in found}


def test_the_plea_of_an_accused_is_told_with_who_did_it() -> None:
    assert not told("A man has denied arson after the fire at the Lorne market.")


def test_a_caption_performs_no_act() -> None:
    assert not told("3/16 2015 Relatives and friends grieve at the home in Lorne.")


def test_stm_1_the_one_who_asked_before_asks_on() -> None:
    text = (
        "The army command is asking citizens to stay at home. "
        "They are also urged to keep off the streets."
    )
    assert told(text) == {("army command", "demand")}
