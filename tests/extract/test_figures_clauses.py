"""Figures told further off: later verbs, lists, pronouns, tolls, headlines of a page."""

from __future__ import annotations

import pytest

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import find_figures
from sourcebook.extract.parsed import parse
from sourcebook.model.claim import Figure
from sourcebook.model.report import Report, Text

Told = set[tuple[str, str, int | None]]


def told(text: str, title: str = "") -> Told:
    report = Report.of(Text.of(text, language="en"), source_id="invented", title=title)
    drafts: tuple[Draft, ...] = find_figures(next(iter(parse([report]))))
    found: Told = set()
    for draft in drafts:
        assert isinstance(draft.payload, Figure)
        found.add((draft.quote, draft.payload.metric, draft.payload.value))
    return found


CLAUSES: list[tuple[str, Told]] = [
    (
        "A 9-year-old girl was taken to the hospital after being accidentally shot by"
        " a cousin.",
        {("A 9-year-old girl", "hospitalized", 1), ("A 9-year-old girl", "injured", 1)},
    ),
    ("Mara Oakes walked in and was shot in the arm.", {("Mara Oakes", "injured", 1)}),
    (
        "One man was shot and was taken to a hospital, where he later died.",
        {("One man", "killed", 1)},
    ),
    (
        "A relative called to report a man had been shot.",
        {("a man", "injured", 1)},
    ),
    (
        "The man, who had visited a friend, was shot in the head.",
        {("The man", "injured", 1)},
    ),
    (
        "Three sailors died in the blast and a fourth survived.",
        {("Three sailors", "killed", 3)},
    ),
    (
        "The clerk was taken to a hospital and is in critical condition after the"
        " shooting.",
        {("The clerk", "hospitalized", 1), ("The clerk", "critical", 1)},
    ),
    (
        "Ten other guests [not further named] were also injured in the blast.",
        {("Ten other guests", "injured", 10)},
    ),
    (
        "Dora Field, 23, of Milltown was found dead with a gunshot wound.",
        {("Dora Field", "killed", 1)},
    ),
    (
        "Also injured in the blast was a waiter.",
        {("a waiter", "injured", 1)},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), CLAUSES, ids=[c[0][:40] for c in CLAUSES]
)
def test_num_20_verbs_further_on_tell_of_their_own_subject(
    text: str, expected: Told
) -> None:
    assert told(text) == expected


LISTS: list[tuple[str, Told]] = [
    (
        "The dead were Dora Field, 53; Hugo Lund, 24; and Mara Oakes.",
        {
            ("Dora Field", "killed", 1),
            ("Hugo Lund", "killed", 1),
            ("Mara Oakes", "killed", 1),
        },
    ),
    (
        "Six monks (five Spaniards and one Briton) and two women were killed.",
        {
            ("Six monks", "killed", 6),
            ("five Spaniards", "killed", 5),
            ("one Briton", "killed", 1),
            ("two women", "killed", 2),
        },
    ),
    (
        "The dead included seven children aged from one to 12, three women and two"
        " men.",
        {
            ("seven children", "killed", 7),
            ("three women", "killed", 3),
            ("two men", "killed", 2),
        },
    ),
    (
        "One man was shot in the shoulder and a 22-year-old man in the right leg.",
        {("One man", "injured", 1), ("a 22-year-old man", "injured", 1)},
    ),
    (
        "The suspect was arrested along with four other men.",
        {("four other men", "detained", 4)},
    ),
    (
        "A man was charged after shooting three people to death and injuring a fourth.",
        {("three people", "killed", 3), ("a fourth", "injured", 1)},
    ),
    (
        "Two of the three victims died in the fire.",
        {
            ("Two of the three victims", "killed", 2),
            ("the three victims", "casualties", 3),
        },
    ),
    (
        "The kidnapping and murder of five students was condemned.",
        {("five students", "abducted", 5), ("five students", "killed", 5)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS, ids=[c[0][:40] for c in LISTS])
def test_num_13_lists_share_one_predicate(text: str, expected: Told) -> None:
    assert told(text) == expected


PRONOUNS: list[tuple[str, Told]] = [
    (
        "They seized the local mayor and shot him in the central square.",
        {("the local mayor", "injured", 1)},
    ),
    (
        "A 4-year-old boy was hospitalized after his brother accidentally shot him in"
        " the foot.",
        {("A 4-year-old boy", "hospitalized", 1), ("A 4-year-old boy", "injured", 1)},
    ),
    (
        "A clerk was shot in the back. She was then taken to a hospital.",
        {("A clerk", "injured", 1)},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), PRONOUNS, ids=[c[0][:40] for c in PRONOUNS]
)
def test_num_20_pronouns_stand_for_who_was_told(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Counsel Hugo Lund, who defended Sam Reed, was shot to death.",
            "Hugo Lund",
        ),
        (
            "He was charged in the shooting death of his brother, the prosecutor's office"
            " said.",
            "his brother",
        ),
    ],
)
def test_num_20_one_death_is_told_of_one_person(text: str, expected: str) -> None:
    found = told(text)
    assert len(found) == 1
    assert expected in next(iter(found))[0]


@pytest.mark.parametrize(
    "text",
    [
        "Another gunman was nearly lynched.",
        "The bullet passed by, almost killing a soldier.",
    ],
)
def test_what_nearly_happened_is_no_figure(text: str) -> None:
    assert told(text) == set()


def test_the_name_of_an_outlet_in_a_title_is_no_victim() -> None:
    title = "Shooting kills 1, hurts 8 - Northern Valley's News Leader"
    assert told("Police are looking for a gunman.", title) == {
        ("1", "killed", 1),
        ("8", "injured", 8),
    }


TOLLS: list[tuple[str, Told]] = [
    (
        "The number of rebels killed by the troops has risen to 26.",
        {("26", "killed", 26)},
    ),
    (
        "This brings to 21 the number of miners killed in the region.",
        {("21", "killed", 21)},
    ),
    ("The raid pushed the death toll above 680.", {("above 680", "killed", 680)}),
    (
        "The war caused 900 deaths, of which 70 came this year.",
        {("900 deaths", "killed", 900)},
    ),
    ("She had lost two sons in the shelling.", {("two sons", "killed", 2)}),
    ("Two militants were among the dead.", {("Two militants", "killed", 2)}),
    ("Officers took 23 men into custody.", {("23 men", "detained", 23)}),
    (
        "The quake forced many workers to leave their homes.",
        {("many workers", "displaced", None)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS, ids=[c[0][:40] for c in TOLLS])
def test_num_1_counts_beside_nouns_and_frames(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There were no dead or wounded in the blast.",
            {("no", "casualties", 0)},
        ),
        ("No one else was injured.", {("No one", "injured", 0)}),
        ("None of the injured were intended targets.", set()),
    ],
)
def test_num_16_zeros_need_a_predicate_of_this_event(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bullet was fired when one shot is fired through a door.",
        "Captain Hugo Lund and Trooper Sam Reed, both 51, were on patrol at the bombing.",
        "The gunmen took cover in a shooting, believed to be 30 and 60.",
        "Two merchant vessels left the port after the bombing.",
    ],
)
def test_num_15_ages_shots_and_things_are_no_counts(text: str) -> None:
    assert told(text) == set()


def test_headlines_inside_a_page_leave_out_articles() -> None:
    page = "Man kills girlfriend in Milltown shooting\n\nPolice opened an inquiry."
    assert told(page) == {("girlfriend", "killed", 1)}


def test_num_20_a_possessor_is_the_one_hit() -> None:
    assert told("The bullet grazed the little girl's left arm.") == {
        ("the little girl", "injured", 1)
    }


def test_num_19_harm_to_oneself_and_to_others() -> None:
    assert told("A guard set off a mine, injuring himself and two soldiers.") == {
        ("A guard", "injured", 1),
        ("two soldiers", "injured", 2),
    }
