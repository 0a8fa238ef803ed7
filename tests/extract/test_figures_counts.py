"""NUM-15, NUM-19, NUM-20: what is no count of victims, and who is none."""

from __future__ import annotations

import pytest

from counted import Told, told
from sourcebook.extract.figures import find_figures
from sourcebook.extract.figures.drafted import figure_of
from sourcebook.extract.parsed import parse
from sourcebook.model.report import Report, Text

TEXTS: list[tuple[str, Told]] = [
    (
        "Vale, who recently turned 16, was shot and killed while sitting at home.",
        {("Vale", "killed", 1)},
    ),
    (
        "Six men were indicted in the attempted murders of five teenagers in Harlow.",
        set(),
    ),
    (
        "According to officers, the shooter shot multiple rounds into a residence.",
        set(),
    ),
    (
        "He was arrested after he shot into a Harlow apartment complex, hitting a child.",
        {("a child", "injured", 1)},
    ),
    (
        "The actions could have caused serious injuries or death to the victim.",
        set(),
    ),
    ('"He had talked about killing himself," said Orr.', set()),
    (
        "Ann Vale, 55, and Cal Vale, eight years old, were fatally shot in a home.",
        {("Ann Vale", "killed", 1), ("Cal Vale", "killed", 1)},
    ),
    (
        "The first shot the man fired hit the floor. A boy was wounded.",
        {("A boy", "injured", 1)},
    ),
    (
        "He made a comment about one of their bodies. Vale was killed.",
        {("Vale", "killed", 1)},
    ),
    (
        "Seven people were injured and at least one person has died in the shooting.",
        {("Seven people", "injured", 7), ("at least one person", "killed", 1)},
    ),
    (
        "Dan Vale, 20, was one of five victims of the Monday shooting in Harlow.",
        {("five victims", "injured", 5)},
    ),
    (
        "Coroner Kerry Orr said Jim Vale was shot. He was taken to a hospital, where he was pronounced dead, Orr said.",
        {("Jim Vale", "injured", 1), ("Jim Vale", "killed", 1)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_num_20_who_is_told_as_a_victim(text: str, expected: Told) -> None:
    found = {each for each in told(text) if each[1] in ("killed", "injured")}
    assert found == expected


TITLES: list[tuple[str, Told]] = [
    ("Men indicted for roles in five attempted murders", set()),
    ("Harlow shooting suspect has lengthy criminal history", set()),
    ("Boy's toe grazed by bullet at Harlow mall", {("Boy", "injured", 1)}),
    (
        "Harlow fatal shooting victim identified",
        {("Harlow fatal shooting victim", "killed", 1)},
    ),
    ("Student takes own life in parking lot", {("Student", "killed", 1)}),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_num_20_whom_a_title_tells_of(title: str, expected: Told) -> None:
    found = told("Police came to the scene of the shooting on Sunday.", title=title)
    assert {each for each in found if each[1] in ("killed", "injured")} == expected


def test_num_19_who_dies_by_accident_is_no_attacker() -> None:
    text = (
        "A 6-year-old girl accidentally shot and killed herself on Monday. "
        "Last year a boy was shot in the leg by his cousin."
    )
    report = Report.of(Text.of(text, language="en"), source_id="invented", title="")
    drafts = find_figures(next(iter(parse([report]))))
    found = {(d.quote, figure_of(d).metric, figure_of(d).population) for d in drafts}
    assert ("A 6-year-old girl", "killed", "children") in found


def test_num_20_wounds_of_a_gun_leave_open_who_lives() -> None:
    text = "Police found a man suffering from gunshot wounds. A boy had minor injuries."
    report = Report.of(Text.of(text, language="en"), source_id="invented", title="")
    drafts = find_figures(next(iter(parse([report]))))
    assert {d.quote for d in drafts if "open_fate" in d.notes} == {"a man"}


def test_num_20_being_hit_leaves_open_who_lives() -> None:
    text = (
        "Officers found three men with gunshot wounds behind the bar. Someone in a car "
        "fired, striking a girl in the head. Two boys were hurt by glass."
    )
    report = Report.of(Text.of(text, language="en"), source_id="invented", title="")
    drafts = find_figures(next(iter(parse([report]))))
    told = {d.quote for d in drafts if "open_fate" in d.notes}
    assert told == {"three men", "a girl"}
