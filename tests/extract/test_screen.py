"""The screen keeps every report of harm to people and drops most others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.extract.parsed import parse
from sourcebook.extract.screen import relevant, weight, worth_reading
from sourcebook.extract.screen_evidence import measures
from sourcebook.model.report import Report, Text
from sourcebook.readers import read

ROOT = Path(__file__).parents[2]
POLITICS = (
    "The candidate told voters that her party would win the election in the autumn.",
    "Lawmakers debated the budget and the tax policy of the administration.",
    "A poll of donors showed that the campaign had lost support in the primary.",
    "The senator attacked the plan and said that the attack ads were unfair.",
)
QUIET = (
    "The council meets on the first Tuesday of every month.",
    "Sales rose and the company hired more staff at its markets.",
    "The coach praised the season of his team in the league.",
    "A film opened at the box office; the trailer had been streamed widely.",
)


def report(text: str, title: str = "") -> Report:
    return Report.of(Text.of(text, language="en"), source_id="invented", title=title)


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed when a bridge fell.",
        "A man was shot in the leg, police said; no arrest was made.",
        "The flood left hundreds homeless.",
        "The guerrillas kidnapped a mayor.",
    ],
)
def test_harm_to_people_passes(text: str) -> None:
    assert relevant(report(text))


@pytest.mark.parametrize(
    "text",
    [
        "The striker scored twice as the league season began; the coach was pleased.",
        "The bank raised its bid for the chip maker to 20 billion dollars.",
        "The film opened at the box office; its trailer and its sequel were praised.",
        "The driver took pole in qualifying after a crash on the last lap of the grand prix.",
    ],
)
def test_play_and_trade_are_dropped(text: str) -> None:
    assert not relevant(report(text))


@pytest.mark.parametrize(
    "text",
    [
        "The two senators killed the bill in the debate. The vote was a blow to lawmakers.",
        "In the campaign an attack ad shot down the tax proposal, the candidate said. "
        "The Republicans called it terror in a speech about the economy and the budget.",
    ],
)
def test_what_is_killed_in_parliament_is_no_harm(text: str) -> None:
    assert not relevant(report("\n".join([text, *POLITICS, *POLITICS])))


def test_a_title_alone_passes_a_report() -> None:
    assert relevant(report("Sign in to read on.", title="Boy shot at lake"))


_NUMBERS = st.one_of(
    st.integers(1, 999).map(str),
    st.integers(1_000, 99_999).map(lambda n: f"{n:,}"),
    st.sampled_from(["two", "eleven", "at least six", "dozens of", "more than thirty"]),
)
_TOLD = st.sampled_from(
    [
        "{n} people were killed in the town",
        "{n} miners died",
        "the blast killed {n} workers",
        "officials put the death toll at {n}",
        "the fire left {n} dead",
        "there were {n} deaths in the valley",
        "{n} villagers drowned",
        "rebels murdered {n} farmers",
        "the storm claimed the lives of {n} sailors",
    ]
)


@given(
    told=_TOLD,
    number=_NUMBERS,
    around=st.lists(st.sampled_from((*POLITICS, *QUIET)), max_size=40),
    at=st.integers(0, 40),
    title=st.sampled_from(["", "Candidates meet in a debate", "Coach looks back"]),
)
def test_a_report_with_a_counted_death_is_never_dropped(
    told: str, number: str, around: list[str], at: int, title: str
) -> None:
    sentence = told.format(n=number)
    text = [*around[:at], f"{sentence[0].upper()}{sentence[1:]}.", *around[at:]]
    assert relevant(report("\n\n".join(text), title=title))
    assert relevant(report("\n\n".join(text).upper(), title=title))


def test_the_shipped_examples_of_incidents_all_pass() -> None:
    found = read([ROOT / "src/sourcebook/examples/data"])
    reports = [each for each in found if isinstance(each, Report)]
    assert reports
    assert all(map(relevant, reports))


def test_more_words_of_politics_weigh_against_a_report() -> None:
    harm = "A woman was hurt in a fire on Elm Street, police said."
    alone = weight(measures(harm.lower()))
    among = weight(measures("\n".join([harm, *POLITICS]).lower()))
    assert among < alone


def chosen(passages: list[str], title: str = "") -> list[int]:
    return worth_reading(report("\n".join(passages), title), passages)


def test_a_report_of_an_incident_is_read_whole() -> None:
    passages = [
        "A gunman shot and wounded two people at a market on Monday, police said.",
        *["Officers were at the scene until the evening."] * 10,
    ]
    assert chosen(passages) == list(range(11))


def test_a_title_with_a_word_of_harm_has_the_report_read_whole() -> None:
    passages = [*POLITICS] * 3
    assert chosen(passages, title="Candidate hurt at rally") == list(range(12))


def test_a_short_report_is_read_whole() -> None:
    assert chosen([*POLITICS]) == [0, 1, 2, 3]


def test_a_report_that_touches_on_harm_is_read_around_it() -> None:
    passages = [*POLITICS[:3]] * 4
    passages[8] = "His brother was killed in a crash, and he spoke of it to voters."
    assert chosen(passages) == [0, 1, 2, 3, 7, 8, 9]


def test_passages_left_out_keep_their_numbers() -> None:
    passages = [*POLITICS[:3]] * 4
    passages[8] = "His brother was killed in a crash, and he spoke of it to voters."
    (parsed,) = parse([report("\n\n".join(passages))])
    assert [p.index for p in parsed.passages] == [0, 1, 2, 3, 7, 8, 9]
    assert [s.index for s in parsed.sentences] == list(range(7))
    for sentence in parsed.sentences:
        told = sentence.span.slice(parsed.report.characters("text"))
        assert told == passages[sentence.passage.index]


def test_a_report_asked_for_whole_is_parsed_whole() -> None:
    passages = [*POLITICS[:3]] * 4
    passages[8] = "His brother was killed in a crash, and he spoke of it to voters."
    (parsed,) = parse([report("\n\n".join(passages))], whole=True)
    assert [p.index for p in parsed.passages] == list(range(12))
