"""Who does not speak, and what is no act (STM-1, STM-6); invented sentences."""

from __future__ import annotations

import pytest

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.extract.statements import find_statements
from sourcebook.model.claim import Statement
from sourcebook.model.report import Report, Text


def parsed(text: str) -> Parsed:
    report = Report.of(Text.of(text, language="en"), source_id="1", title="")
    return next(iter(parse([report])))


def told(text: str) -> set[tuple[str, str]]:
    read = parsed(text)
    found = [d.payload for d in find_statements(read, Attributions(read))]
    return {(p.speaker, p.act) for p in found if isinstance(p, Statement)}


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the attack.",
        "Nobody claimed the bombing. No one has condemned the attack.",
        "Neither the Taliban nor the Islamic State claimed responsibility.",
    ],
)
def test_stm_1_what_nobody_says_is_no_statement(text: str) -> None:
    assert told(text) == set()


def test_stm_6_those_told_of_do_not_describe_it() -> None:
    found = told(
        "At least four people were killed when a bus overturned. Paul Green, 31, said "
        'people were crying and there was "glass everywhere", describing the inside '
        'as "like a battlefield of the worst kind".'
    )
    assert not any("people" in speaker for speaker, _ in found)


def test_stm_6_a_place_taken_for_a_name_does_not_speak() -> None:
    found = told(
        "Three people died when a ferry hit a pier in Cork on Monday. He said the "
        "ferry slid for a minute. “It seemed to last for ever.”"
    )
    assert "Cork" not in {speaker for speaker, _ in found}


@pytest.mark.parametrize(
    "text",
    [
        "Fans were encouraged to light a candle at the next match.",
        "A neighbor described the captain as a friend who would do anything to help.",
        "Eric Dunn said the family was shocked by what he did.",
    ],
)
def test_stm_7_grief_and_shock_told_of_others_are_no_act(text: str) -> None:
    assert not {act for _, act in told(text)} & {"condole", "condemn"}


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("The bishop reiterated his rejection of the attack.", "bishop", "condemn"),
        ("The senator described this as an act of murder.", "senator", "condemn"),
        (
            "The Azawad Front has claimed responsibility for the attack.",
            "Azawad Front",
            "claim_responsibility",
        ),
    ],
)
def test_stm_7_acts_by_noun_and_by_name(text: str, speaker: str, act: str) -> None:
    assert (speaker, act) in told(text)


def test_stm_7_a_threat_to_talks_calls_for_none() -> None:
    found = told("The rebels said they would abandon the peace talks in Loma.")
    assert "call_for_talks" not in {act for _, act in found}


def test_rsp_5_the_motive_of_a_claim_is_not_told_twice() -> None:
    found = told(
        "The Red Brigade claimed responsibility for the attack, saying it was revenge "
        "for raids on its camps."
    )
    assert ("Red Brigade", "claim_responsibility") in found
    assert ("Red Brigade", "state_motive") not in found
