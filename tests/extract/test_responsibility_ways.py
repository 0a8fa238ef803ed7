"""More ways of telling who did it (RSP-1 to RSP-4), each told in invented sentences."""

from __future__ import annotations

import pytest

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.parsed import parse
from sourcebook.extract.responsibility import find_responsibility
from sourcebook.model.claim import Responsibility
from sourcebook.model.report import Report, Text


def told(text: str, title: str = "") -> set[tuple[str, str]]:
    report = Report.of(Text.of(text, language="en"), source_id="1", title=title)
    parsed = next(iter(parse([report])))
    found = [d.payload for d in find_responsibility(parsed, Attributions(parsed))]
    return {(p.actor, p.relation) for p in found if isinstance(p, Responsibility)}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Someone walked up to the porch and opened fire.", "unidentified person"),
        ("Several occupants of the van started shooting.", "Several occupants"),
        ("One of the suspects fired several shots at the car.", "One of the suspects"),
        ("The suspect shot into the store.", "suspect"),
        ("Two masked men robbed the store and shot the clerk.", "Two masked men"),
        ("A disturbed 20-year-old kills his mother.", "disturbed 20-year-old"),
        ("The boy died of a self-inflicted gunshot wound.", "boy"),
        ("The toddler found the gun and pulled the trigger.", "toddler"),
        ("Deputies shot and killed the man on the porch.", "Deputies"),
        ("Five villagers died in a rebel attack near Lorne.", "rebels"),
        ("Nine men died at the hands of the militia.", "militia"),
        ("Masked youths clashed with police in Lorne.", "Masked youths"),
        ("Fighters of the FARC attacked the barracks.", "FARC"),
    ],
)
def test_rsp_1_unnamed_attackers_are_told_as_fact(text: str, actor: str) -> None:
    assert (actor, "reported_as_fact") in told(text)


@pytest.mark.parametrize(
    ("title", "actor", "relation"),
    [
        ("Boy, 14, charged in shooting of teen", "Boy", "accused_by_authority"),
        ("Trio indicted in girl's murder", "Trio", "accused_by_authority"),
        ("12-year-old accused of killing classmate", "12-year-old", "accused"),
        ("One charged with murder after shooting", "One", "accused_by_authority"),
        ("Suspect arrested in fatal shooting", "Suspect", "suspected"),
        ("Man denies arson", "Man", "denied"),
    ],
)
def test_rsp_1_headlines_leave_words_out(title: str, actor: str, relation: str) -> None:
    assert (actor, relation) in told("It happened on Monday.", title)


@pytest.mark.parametrize(
    ("text", "actor", "relation"),
    [
        (
            "Murder charges were filed against Marlon Dexter.",
            "Marlon Dexter",
            "accused_by_authority",
        ),
        (
            "Police say Marlon Dexter, 34, is the gunman.",
            "Marlon Dexter",
            "accused_by_authority",
        ),
        (
            "The boy was shot by his 3-year-old brother, police said.",
            "3-year-old brother",
            "accused_by_authority",
        ),
        (
            "Marlon Dexter admitted that he fired the gun.",
            "Marlon Dexter",
            "claimed",
        ),
        (
            "The Heron Brigade took credit for the bombing in a call.",
            "Heron Brigade",
            "claimed",
        ),
        ("The bombing bore the hallmarks of al-Qaeda.", "al-Qaeda", "suspected"),
        ("Suspicion fell on the Taliban.", "Taliban", "suspected"),
        (
            "Four persons who are involved in the murder were arrested.",
            "Four persons",
            "suspected",
        ),
        (
            "The gunman had nothing to do with any political group.",
            "political group",
            "denied",
        ),
        (
            "Deadliest attack in years; IS claims responsibility.",
            "Islamic State",
            "claimed",
        ),
    ],
)
def test_rsp_1_law_suspicion_and_denial(text: str, actor: str, relation: str) -> None:
    assert (actor, relation) in told(text)


def test_rsp_4_what_may_have_been_is_suspected() -> None:
    text = "The attack may have been carried out by the FARC or the ELN."
    assert told(text) == {("FARC", "suspected"), ("ELN", "suspected")}
    believed = "Investigators believe the attack was carried out by the FARC."
    assert told(believed) == {("FARC", "suspected")}


def test_an_officers_own_deed_is_no_accusation() -> None:
    text = "An officer fired at a gunman and wounded two bystanders, police said."
    assert ("officer", "reported_as_fact") in told(text)


def test_the_group_is_the_one_named_before() -> None:
    text = "The Taliban bombed the bridge. The group also claimed credit for the raid."
    assert ("Taliban", "claimed") in told(text)


def test_he_is_not_the_woman_told_of_last() -> None:
    text = (
        "A man pulled up in a truck. The woman told him to go. "
        "He opened fire on the porch."
    )
    assert "woman" not in {actor for actor, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The children were taken into protective custody.",
        "The navy stopped the pirates from attacking the ship.",
        "The team carried out search operations by night.",
        "A 17-year-old was shot and killed in the street.",
        "Marlon Dexter was found guilty of bribing officials.",
        "Twenty crews were involved in the rescue operation.",
        "The four were believed to have been shot near the school.",
    ],
)
def test_rsp_3_what_is_no_deed_of_anybody(text: str) -> None:
    assert not told(text)


def test_a_denied_deed_is_not_claimed() -> None:
    found = told("Norland's army denied that it had bombed the village.")
    assert {relation for _, relation in found} == {"denied"}
