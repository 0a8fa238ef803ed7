"""Who is counted and who is not: what reviewers of fresh reports found wrong."""

from __future__ import annotations

import pytest

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import find_figures
from sourcebook.extract.parsed import parse
from sourcebook.model.claim import Figure
from sourcebook.model.report import Report, Text

Told = set[tuple[str, str, int | None]]


def drafts(text: str, title: str = "") -> tuple[Draft, ...]:
    report = Report.of(Text.of(text, language="en"), source_id="invented", title=title)
    return find_figures(next(iter(parse([report]))))


def payload(draft: Draft) -> Figure:
    assert isinstance(draft.payload, Figure)
    return draft.payload


def told(text: str, title: str = "") -> Told:
    return {(d.quote, payload(d).metric, payload(d).value) for d in drafts(text, title)}


def populations(text: str) -> dict[str, str]:
    return {d.quote: payload(d).population for d in drafts(text)}


OTHERS: list[tuple[str, Told]] = [
    ("Carl Voss shot dead three people.", {("three people", "killed", 3)}),
    (
        '"It was dark," said Ali Kaya, whose brother died in the blast.',
        {("whose brother", "killed", 1)},
    ),
    (
        "Tom Hart, whose wife and son were killed, said he could not sleep.",
        {("whose wife", "killed", 1), ("son", "killed", 1)},
    ),
    (
        "The fire service, which has 90 officers there, said at least 12 people were"
        " injured.",
        {("at least 12 people", "injured", 12)},
    ),
    (
        "A resident of the house where a boy was fatally shot was arrested.",
        {("a boy", "killed", 1)},
    ),
    (
        "Leo Varga was nominated as the new candidate to replace Hugo Lund, who was"
        " murdered.",
        {("Hugo Lund", "killed", 1)},
    ),
    (
        "A friend of the victim took him to hospital, where he was in critical"
        " condition.",
        {("the victim", "critical", 1)},
    ),
    (
        "Anna Vale shot her husband and her friend before killing herself.",
        {
            ("Anna Vale", "killed", 1),
            ("her husband", "injured", 1),
            ("her friend", "injured", 1),
        },
    ),
    ("A police K-9 was shot and killed.", set()),
    ("Vale's death was Gary's 11th homicide in a shooting.", set()),
    (
        "Six rebels of the Army of Renewal [ARX] died in the ambush.",
        {("Six rebels", "killed", 6)},
    ),
    ("The gunman fired off a couple rounds.", set()),
    ("Two shooters opened fire and fled.", set()),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS, ids=[c[0][:40] for c in OTHERS])
def test_num_20_who_tells_helps_or_fires_is_no_victim(
    text: str, expected: Told
) -> None:
    assert told(text) == expected


def test_num_20_a_headline_tells_of_the_child_not_of_the_neighbor() -> None:
    title = "Neighbor of child who was shot appears in court"
    assert told("Police opened an inquiry.", title) == {("child", "injured", 1)}
    assert told("Police opened an inquiry.", "Woman shot dead intruder") == {
        ("intruder", "killed", 1)
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Voss killed his wife and two children. Mr. Voss lay dead.", "Mr. Voss"),
        ("Carl Voss shot dead three people. Voss was found dead at home.", "Voss"),
        ("A gunman killed three people. The suspect was found dead.", "The suspect"),
    ],
)
def test_num_19_the_attackers_own_death_counts_apart(text: str, name: str) -> None:
    assert populations(text)[name] == "attackers"


UNREAL = [
    "The shot hit a wall, nearly killing him.",
    "The crash happened as a driver was trying to kill himself.",
    "Their aunt told them that their father had died when in fact he had left the"
    " scene of the blast.",
    "Officials fear that some of the injured may yet die.",
    "There should have been five people dead after the shooting.",
    "It was better than it being a fatality.",
    "God willing we will not have a fatality after the shooting.",
    "The agency has enough supplies for 12,000 refugees.",
    "The prosecutor was accused of treating the witness differently.",
]


@pytest.mark.parametrize("text", UNREAL)
def test_what_did_not_happen_is_no_figure(text: str) -> None:
    found = {m for _, m, _ in told(text)}
    assert found <= {"injured"} if "injured" in text else found == set()


@pytest.mark.parametrize(
    "text",
    [
        "The crime boss Leo Varga, once shot in the street, died of lung cancer.",
        "One of the most feared bosses, once tried for murder, has died in jail.",
        "Hugo Lund, a gangster, died in his sleep after a life of murder.",
    ],
)
def test_a_natural_death_is_no_figure(text: str) -> None:
    assert not any(metric == "killed" for _, metric, _ in told(text))


LABELS: list[tuple[str, Told]] = [
    ("Three males ages 17, 18 and 22, were shot.", {("Three males", "injured", 3)}),
    ("A boy younger than 12 was shot.", {("A boy", "injured", 1)}),
    (
        "Image 4 of 11 Rob Vale, 22, was gunned down",
        {("Rob Vale", "killed", 1)},
    ),
    ("A passenger in a car on Loop 410 was shot.", {("A passenger", "injured", 1)}),
    (
        "The number of casualties as of 1618 is 45.",
        {("45", "casualties", 45)},
    ),
    ("STAGE 6 5 4 People fled in this direction after the blast", set()),
]


@pytest.mark.parametrize(("text", "expected"), LABELS, ids=[c[0][:40] for c in LABELS])
def test_num_15_ages_roads_and_pictures_are_no_counts(
    text: str, expected: Told
) -> None:
    assert told(text) == expected


PARTS: list[tuple[str, Told]] = [
    (
        "Officer Hallam, who was wounded in the shoulder, was released from prison.",
        {("Officer Hallam", "injured", 1)},
    ),
    ("Among the judges killed was Paul Marrow.", {("Paul Marrow", "killed", 1)}),
    (
        "Police identified the dead men as Paul Marrow, 38, and Leo Varga, 42.",
        {("Paul Marrow", "killed", 1), ("Leo Varga", "killed", 1)},
    ),
    (
        "Ten soldiers died, four from friendly fire.",
        {("Ten soldiers", "killed", 10), ("four", "killed", 4)},
    ),
    (
        "In the blast ten soldiers died; this number includes an officer.",
        {("ten soldiers", "killed", 10), ("an officer", "killed", 1)},
    ),
    (
        "30 of the 80 wounded remained in hospital.",
        {("30 of the 80 wounded", "hospitalized", 30), ("the 80", "injured", 80)},
    ),
    (
        "Five people - one with a broken leg, four with breathing problems - are being"
        " treated in hospitals.",
        {
            ("Five people", "hospitalized", 5),
            ("one", "injured", 1),
            ("four", "injured", 4),
        },
    ),
    (
        "Two men, believed to be guards, underwent surgery for gunshot wounds.",
        {("Two men", "injured", 2)},
    ),
    (
        "A police officer and bomb squad technician were killed.",
        {("A police officer", "killed", 1), ("bomb squad technician", "killed", 1)},
    ),
    (
        "A newspaper whose director was assassinated in 1986 was the target.",
        {("whose director", "killed", 1)},
    ),
    (
        "Three of the people were treated at a local hospital and two of them remain in"
        " critical condition.",
        {("Three of the people", "hospitalized", 3), ("two of them", "critical", 2)},
    ),
    (
        "A clerk was shot and taken to a hospital in critical condition.",
        {
            ("A clerk", "injured", 1),
            ("A clerk", "hospitalized", 1),
            ("A clerk", "critical", 1),
        },
    ),
    (
        "A boy shot early Wednesday has died.",
        {("A boy", "killed", 1)},
    ),
    (
        'James Robert "J.R." Vale was shot dead.',
        {('James Robert "J.R." Vale', "killed", 1)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[c[0][:40] for c in PARTS])
def test_num_13_members_and_shares_are_told(text: str, expected: Told) -> None:
    assert told(text) == expected


WORDS: list[tuple[str, Told]] = [
    (
        "After the quake 900 people are housed in tents and another 2,000 are waiting"
        " to be housed.",
        {("900 people", "displaced", 900), ("another 2,000", "displaced", 2000)},
    ),
    (
        "It is a camp sheltering more than 9,000 civilians.",
        {("more than 9,000 civilians", "displaced", 9000)},
    ),
    ("Four of the enemy were killed.", {("Four of the enemy", "killed", 4)}),
    (
        "The army has so far lost six soldiers and two drivers.",
        {("six soldiers", "killed", 6), ("two drivers", "killed", 2)},
    ),
    ("The prisoner hung himself in his cell.", {("The prisoner", "killed", 1)}),
    (
        "Leo Varga was machine-gunned together with three others.",
        {("Leo Varga", "killed", 1), ("three others", "killed", 3)},
    ),
    (
        "Ten people were trapped; three have been freed.",
        {("Ten people", "trapped", 10), ("three", "rescued", 3)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), WORDS, ids=[c[0][:40] for c in WORDS])
def test_num_1_rarer_words_of_harm_and_refuge(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The explosions did not result in any casualties.", "any casualties"),
        ("The station was attacked without causing any casualties.", "any casualties"),
    ],
)
def test_num_16_zeros_in_a_main_clause_or_gerund(text: str, quote: str) -> None:
    assert told(text) == {(quote, "casualties", 0)}


def test_num_16_what_one_did_not_see_is_no_zero() -> None:
    assert told("The reporter did not see any casualties after the blast.") == set()


def test_a_kicker_before_the_number_of_a_headline() -> None:
    title = "BREAKING NEWS-4 DEAD after blast"
    assert told("Police opened an inquiry.", title) == {("4", "killed", 4)}


def test_num_17_words_that_count_the_attacker_in() -> None:
    found = drafts("The attack left two people dead, including the shooter.")
    whole = next(d for d in found if payload(d).value == 2)
    assert payload(whole).includes_perpetrators == "yes"
