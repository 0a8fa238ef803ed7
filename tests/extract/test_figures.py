"""Figures from invented sentences: every construction that tells harm to people."""

from __future__ import annotations

import pytest

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import find_figures
from sourcebook.extract.parsed import parse
from sourcebook.model.claim import Figure
from sourcebook.model.report import Report, Text


def figures(text: str, title: str = "") -> tuple[Draft, ...]:
    report = Report.of(Text.of(text, language="en"), source_id="invented", title=title)
    return find_figures(next(iter(parse([report]))))


def told(text: str, title: str = "") -> list[tuple[str, str, int | None]]:
    found = []
    for draft in figures(text, title):
        assert isinstance(draft.payload, Figure)
        found.append((draft.quote, draft.payload.metric, draft.payload.value))
    return found


COUNTS = [
    (
        "At least 40 people were killed in the blast.",
        [("At least 40 people", "killed", 40)],
    ),
    ("The blast killed more than 33 people.", [("more than 33 people", "killed", 33)]),
    (
        "A fire swept the mill, killing seven and injuring 12 others.",
        [("seven", "killed", 7), ("12 others", "injured", 12)],
    ),
    (
        "Gunmen stormed the inn and killed 58 people and injured 527.",
        [("58 people", "killed", 58), ("527", "injured", 527)],
    ),
    (
        "Officials said 20 dead and 30 hurt had been counted.",
        [("20", "killed", 20), ("30", "injured", 30)],
    ),
    ("The crash left 3 people injured.", [("3 people", "injured", 3)]),
    ("The ferry sank with 12 dead.", [("12", "killed", 12)]),
    ("The death toll from the quake rose to 214.", [("214", "killed", 214)]),
    ("Rescuers put the death toll at 31.", [("31", "killed", 31)]),
    ("The storm caused 12 deaths.", [("12 deaths", "killed", 12)]),
    ("The raid resulted in 50 casualties.", [("50 casualties", "casualties", 50)]),
    ("Four of whom were seriously injured.", [("Four of whom", "injured", 4)]),
    ("No one was injured in the fire.", [("No one", "injured", 0)]),
    (
        "Dozens of villagers were killed by the landslide.",
        [("Dozens of villagers", "killed", None)],
    ),
    (
        "Twenty-two miners remain trapped underground.",
        [("Twenty-two miners", "trapped", 22)],
    ),
    ("Rebels kidnapped 15 students from the camp.", [("15 students", "abducted", 15)]),
    (
        "Nearly 3,000 residents were evacuated from the valley.",
        [("Nearly 3,000 residents", "displaced", 3000)],
    ),
    ("Six fishermen are missing after the storm.", [("Six fishermen", "missing", 6)]),
    ("Police arrested 19 protesters on Friday.", [("19 protesters", "detained", 19)]),
    ("The rebels released three hostages.", [("three hostages", "released", 3)]),
    (
        "Eleven passengers were taken to hospital.",
        [("Eleven passengers", "hospitalized", 11)],
    ),
    ("Three people are in critical condition.", [("Three people", "critical", 3)]),
    (
        "Two men were rescued and taken to hospital.",
        [("Two men", "hospitalized", 2), ("Two men", "rescued", 2)],
    ),
    (
        "The bomb killed 20 children and six adults.",
        [("20 children", "killed", 20), ("six adults", "killed", 6)],
    ),
    (
        "Two nurses and three drivers died in the fire.",
        [("Two nurses", "killed", 2), ("three drivers", "killed", 3)],
    ),
    (
        "The blast killed 18 people, including three children.",
        [("18 people", "killed", 18), ("three children", "killed", 3)],
    ),
    (
        "She was the 31st person killed in the city this year.",
        [("the 31st person", "killed", 31)],
    ),
    ("A total of 51 people were wounded.", [("A total of 51 people", "injured", 51)]),
    (
        "Between 5 and 7 people were wounded.",
        [("Between 5 and 7 people", "injured", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS, ids=[c[0][:40] for c in COUNTS])
def test_counts(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert told(text) == expected


SINGLES = [
    (
        "A 16-year-old boy died in the shooting on Monday.",
        ("A 16-year-old boy", "killed"),
    ),
    ("John Smith, 27, was fatally shot outside a bar.", ("John Smith", "killed")),
    ("Her cousin was killed in the attack.", ("Her cousin", "killed")),
    ("The driver was injured in the collision.", ("The driver", "injured")),
    ("After the shooting the victim was pronounced dead.", ("the victim", "killed")),
    ("Police opened fire, killing a man.", ("a man", "killed")),
    ("Gunfire wounded a woman on Elm Street.", ("a woman", "injured")),
    (
        "Detectives are investigating the murder of Maria Lopez.",
        ("Maria Lopez", "killed"),
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), SINGLES, ids=[s[0][:40] for s in SINGLES]
)
def test_num_20_one_person_is_a_figure_of_one(
    text: str, expected: tuple[str, str]
) -> None:
    drafts = figures(text)
    assert [(d.quote, d.payload.metric) for d in drafts] == [expected]  # type: ignore[union-attr]
    assert drafts[0].part == "single_person"
    assert drafts[0].person


HEADLINES = [
    ("Five dead as bus plunges into ravine", [("Five", "killed", 5)]),
    (
        "Seven dead and 50 injured after derailment",
        [("Seven", "killed", 7), ("50", "injured", 50)],
    ),
    ("Man, 27, shot and killed outside store", [("Man", "killed", 1)]),
    ("2 killed, 3 wounded in shooting", [("2", "killed", 2), ("3", "injured", 3)]),
]


@pytest.mark.parametrize(
    ("title", "expected"), HEADLINES, ids=[h[0][:40] for h in HEADLINES]
)
def test_headlines(title: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert told("Police are at the scene.", title) == expected


NOTHING = [
    "Some 200 rescuers were sent to the scene.",
    "The attack could have killed dozens.",
    "The striker was injured in the second half of the league game; the coach said his season, the league and the tournament were lost.",
    "About 300 troops were deployed to the border.",
    "The war film killed at the box office.",
    "The mayor was not injured.",
    "Two cars were damaged in the crash.",
    "The names of the two victims were released.",
]


@pytest.mark.parametrize("text", NOTHING, ids=[t[:40] for t in NOTHING])
def test_num_15_what_counts_no_one_harmed(text: str) -> None:
    assert [t for t in told(text) if t[1] != "casualties"] == []


def populations(text: str) -> dict[str, str]:
    return {d.quote: d.payload.population for d in figures(text)}  # type: ignore[union-attr]


def test_populations_follow_the_words() -> None:
    found = populations(
        "The bomb killed four soldiers, two Turkish tourists, three children, "
        "a dozen civilians and one journalist."
    )
    assert found == {
        "four soldiers": "security_forces",
        "two Turkish tourists": "nationality:TR",
        "three children": "children",
        "a dozen civilians": "civilians",
        "one journalist": "journalists",
    }


def test_a_consulates_nationality_is_not_its_staffs() -> None:
    found = populations("The bomb killed two German consulate guards in Hamburg.")
    assert found == {"two German consulate guards": "persons"}
    found = populations("No German consulate personnel were hurt in Hamburg.")
    assert found == {"No German consulate personnel": "persons"}


def test_num_19_an_attackers_own_death_counts_attackers() -> None:
    found = populations("The gunman killed nine people before he killed himself.")
    assert found == {"The gunman": "attackers", "nine people": "persons"}


def test_num_16_casualties_stay_undivided() -> None:
    assert told("The shelling caused 40 casualties.")[0][1] == "casualties"


def test_num_13_another_marks_an_increment() -> None:
    drafts = figures("Another 12 people were killed on Tuesday.")
    assert [d.increment for d in drafts] == [True]


def test_num_13_including_marks_a_part() -> None:
    drafts = figures("The blast killed 18 people, including three children.")
    assert [d.part for d in drafts] == [None, "including"]


def test_of_whom_marks_a_part() -> None:
    drafts = figures("The clinic treated 20 people, four of whom were badly injured.")
    assert drafts[-1].part == "of_whom"


def test_a_pronoun_leads_to_the_person_named_before() -> None:
    text = "Ana Ruiz was taken to a clinic after the shooting. She died on Friday."
    assert ("Ana Ruiz", "killed", 1) in told(text)


def test_scp_8_shot_leaves_open_who_died() -> None:
    drafts = figures("Ana Ruiz was shot on Friday. Ruiz died at a hospital.")
    metrics = [(d.payload.metric, "open_fate" in d.notes) for d in drafts]  # type: ignore[union-attr]
    assert metrics == [("injured", True), ("killed", False)]


def test_spans_hold_the_words_of_the_report() -> None:
    text = "“No one survived,” he said. At least 40 people were killed — 12 of them children."
    for draft in figures(text):
        assert draft.quote == text[draft.span.start : draft.span.end]
        assert draft.passage.doc[draft.anchor.i] is not None


def test_the_same_report_gives_the_same_figures() -> None:
    text = "The blast killed 18 people, including three children, and wounded 40."
    assert told(text) == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people were killed, including the gunman.", "yes"),
        ("Nine people were killed, not including the gunman.", "no"),
        ("Nine people were killed in the raid.", "unknown"),
    ],
)
def test_num_17_whether_the_attackers_are_counted(text: str, expected: str) -> None:
    payload = figures(text)[0].payload
    assert isinstance(payload, Figure)
    assert payload.includes_perpetrators == expected


def test_num_13_another_beside_another_metric_adds_nothing() -> None:
    drafts = figures("The crash trapped five people and injured another 40.")
    assert [d.increment for d in drafts] == [False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man shot in the leg was taken to a hospital.", {"injured", "hospitalized"}),
        ("The girl who was shot at the park has died, police said.", {"killed"}),
        ("Police say Ana Ruiz was shot in the chest and died later.", {"killed"}),
        ("The gunfire sent five people to the hospital.", {"hospitalized"}),
        ("A bullet struck her brother in the head.", {"injured"}),
        ("Rebels are holding 50 people hostage at the plant.", {"abducted"}),
        ("Four teens were shot, one fatally.", {"casualties", "killed"}),
        ("A double murder shook the town after the shooting.", {"killed"}),
        ("Both men were wounded in the shooting.", {"injured"}),
        ("Police heard one shot. Three would-be robbers were killed.", {"killed"}),
        ("One man was killed and another wounded.", {"killed", "injured"}),
    ],
)
def test_ways_to_tell_harm(text: str, expected: set[str]) -> None:
    assert {t[1] for t in told(text)} == expected


def test_num_19_who_shot_others_and_then_himself() -> None:
    drafts = figures("A woman shot her son and then herself in a murder-suicide.")
    who = {d.quote: d.payload.population for d in drafts}  # type: ignore[union-attr]
    assert who == {"A woman": "attackers", "her son": "children"}


@pytest.mark.parametrize(
    "text",
    [
        "Three bodies had been counted twice after the shooting.",
        "This could have been a fatality in that shooting.",
        "Police Sgt. Dan Marley later said she was shot in the foot.",
        "The killings happened on E Cherry in which cars were burned.",
        "Raul Lopa, 25, faces one charge of murder.",
    ],
)
def test_num_15_no_one_harmed_is_told(text: str) -> None:
    assert told(text) == []


def test_num_15_the_second_victim_is_one_person() -> None:
    assert [t[2] for t in told("The second victim was wounded in the shooting.")] == [1]


def test_num_15_shared_ages_are_no_counts() -> None:
    assert told("He wounded an 18 and 15 year old boy in the shooting.") == [
        ("15 year old boy", "injured", 1)
    ]


def test_whether_someone_died_is_no_figure() -> None:
    assert (
        told("Police could not say whether the driver was killed in the crash.") == []
    )


@pytest.mark.parametrize(
    "text", ["", "7", "5 of", "no one", "... 12", "Dozens of", "(3) - 4"]
)
def test_scraps_of_text_give_nothing(text: str) -> None:
    assert figures(text) == ()
