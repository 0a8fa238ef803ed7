"""Who did it, according to whom: rules RSP-1 to RSP-7, told in invented sentences."""

from __future__ import annotations

import pytest

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import parse
from sourcebook.extract.responsibility import find_responsibility
from sourcebook.model.claim import Responsibility
from sourcebook.model.report import Report, Text


def drafts(text: str, title: str = "") -> tuple[Draft, ...]:
    report = Report.of(Text.of(text, language="en"), source_id="1", title=title)
    parsed = next(iter(parse([report])))
    return find_responsibility(parsed, Attributions(parsed))


def told(text: str, title: str = "") -> set[tuple[str, str]]:
    found = [d.payload for d in drafts(text, title)]
    return {(p.actor, p.relation) for p in found if isinstance(p, Responsibility)}


@pytest.mark.parametrize(
    ("text", "actor", "relation"),
    [
        (
            "The Taliban claimed responsibility for the attack.",
            "Taliban",
            "claimed",
        ),
        ("The blasts were claimed by Isis.", "Islamic State", "claimed"),
        ("Hezbollah said it carried out the bombing.", "Hezbollah", "claimed"),
        (
            "Marlon Dexter, 34, pleaded guilty to murder on Friday.",
            "Marlon Dexter",
            "claimed",
        ),
        (
            "Police accused Marlon Dexter of the killing.",
            "Marlon Dexter",
            "accused_by_authority",
        ),
        (
            "Marlon Dexter, 34, was charged with murder.",
            "Marlon Dexter",
            "accused_by_authority",
        ),
        (
            "Marlon Dexter was arrested on suspicion of manslaughter.",
            "Marlon Dexter",
            "accused_by_authority",
        ),
        (
            "Marlon Dexter was taken into custody on Monday.",
            "Marlon Dexter",
            "accused_by_authority",
        ),
        (
            "Villagers blamed the army for the massacre.",
            "army",
            "accused",
        ),
        (
            "Boko Haram is believed to be behind the attack.",
            "Boko Haram",
            "suspected",
        ),
        (
            "Marlon Dexter, 34, is suspected of killing his neighbour.",
            "Marlon Dexter",
            "suspected",
        ),
        (
            "Taliban fighters stormed the base and killed nine soldiers.",
            "Taliban fighters",
            "reported_as_fact",
        ),
        (
            "Nine people died in an attack by Kurdish rebels.",
            "Kurdish rebels",
            "reported_as_fact",
        ),
        (
            "Hezbollah denied any involvement in the bombing.",
            "Hezbollah",
            "denied",
        ),
        (
            "Marlon Dexter was acquitted of the murder on Friday.",
            "Marlon Dexter",
            "acquitted",
        ),
    ],
)
def test_rsp_1_the_relation_follows_the_decision_tree(
    text: str, actor: str, relation: str
) -> None:
    assert (actor, relation) in told(text)


def test_rsp_1_a_headline_names_the_group_before_the_deed() -> None:
    found = told("Nine people died.", title="Taliban attack on army base kills nine")
    assert ("Taliban", "reported_as_fact") in found


def test_rsp_2_a_claim_stays_a_claim() -> None:
    found = told("The Taliban said it carried out the bombing.")
    assert {relation for _, relation in found} == {"claimed"}


def test_rsp_3_accusation_of_other_conduct_is_none() -> None:
    assert not told("The letter accused the three countries of meddling in the talks.")
    assert not told("The ministry accused Northland of supporting rebel groups.")
    assert not told("A man is accused of harboring a fugitive.")


def test_rsp_4_hedges_are_kept() -> None:
    (first, second) = drafts(
        "The ministry sent a letter partially blaming Turkey and Qatar for the blasts."
    )
    assert [d.payload.hedge for d in (first, second)] == ["partially"] * 2  # type: ignore[union-attr]
    assert first.modality == "hedged"


def test_rsp_5_plural_actors_give_one_claim_each() -> None:
    found = told("The ministry blamed Turkey, Jordan and Qatar for the blasts.")
    assert found == {
        (name, "accused_by_authority") for name in ("Turkey", "Jordan", "Qatar")
    }


def test_rsp_6_a_claim_and_an_accusation_both_stand() -> None:
    found = told(
        "Islamic State claimed responsibility for the blasts.\n"
        "The foreign ministry blamed Turkey for the blasts."
    )
    assert found == {
        ("Islamic State", "claimed"),
        ("Turkey", "accused_by_authority"),
    }


def test_rsp_7_seats_of_government_stand_for_states_told_elsewhere() -> None:
    found = told(
        "The ministry named Qatar and Turkey in a letter.\n"
        '"The attacks were an act of war by the hostile regimes in Doha and Ankara."'
    )
    assert {actor for actor, _ in found} == {"Qatar", "Turkey"}


def test_a_driver_who_fell_asleep_is_suspected_while_that_is_looked_into() -> None:
    found = told("Police are investigating whether the driver fell asleep.")
    assert ("driver", "suspected") in found


@pytest.mark.parametrize(
    "text",
    [
        "A 17-year-old boy shot and killed near his home was a good student.",
        "Police shot the gunman.",
        "The striker injured his knee in the first half.",
        "No group has claimed responsibility for the attack.",
        "The hurricane killed nine people.",
        "He said he would kill his brother.",
    ],
)
def test_victims_nobodies_and_plans_are_no_actors(text: str) -> None:
    assert not told(text)


def test_spans_are_the_clause_that_says_it() -> None:
    (draft,) = drafts("Nine died on Monday. The Taliban claimed responsibility for it.")
    assert draft.quote == "The Taliban claimed responsibility for it"


def test_a_spokesman_of_a_group_claims_for_the_group() -> None:
    found = told(
        "A Taliban spokesman, Adan Yare, called the attack a reprisal for a raid.\n"
        '"It was an attack for which we made all arrangements," Yare said.'
    )
    assert found == {("Taliban", "claimed")}


def test_the_movements_spokesman_speaks_for_the_one_that_claimed() -> None:
    found = told(
        "The Taliban claimed responsibility for the attack.\n"
        "The movement's spokesman, Adan Yare, said the bombing was in retaliation "
        "for a raid."
    )
    assert found == {("Taliban", "claimed")}


@pytest.mark.parametrize(
    ("text", "actor", "relation"),
    [
        (
            '"The Tern Front planned and paid for these attacks," interior minister '
            "Ruth Omari told reporters.",
            "Tern Front",
            "accused_by_authority",
        ),
        ("The killing was attributed to the FARC.", "FARC", "accused"),
        (
            "Police said Marlon Dexter shot the clerk with a rifle.",
            "Marlon Dexter",
            "accused_by_authority",
        ),
        ("A man shot three women at the bar.", "man", "reported_as_fact"),
        ("A boy was shot by an older sibling.", "older sibling", "reported_as_fact"),
        (
            "The boy accidentally shot himself in the foot.",
            "boy",
            "reported_as_fact",
        ),
        (
            "Police searched for the suspect, identified as 30-year-old Marlon Dexter.",
            "Marlon Dexter",
            "suspected",
        ),
        ("Marlon Dexter admitted firing into the crowd.", "Marlon Dexter", "claimed"),
        (
            "A group called the Heron Brigade claimed responsibility for the attack.",
            "Heron Brigade",
            "claimed",
        ),
    ],
)
def test_rsp_1_more_ways_of_telling(text: str, actor: str, relation: str) -> None:
    assert (actor, relation) in told(text)


def test_rsp_5_a_second_statement_adds_the_motive() -> None:
    text = (
        "The bombing was claimed by the Taliban. In a second statement released by "
        "the group, it claimed that the bombing was carried out in revenge for air "
        "strikes on two villages."
    )
    motives = [
        d.payload.motive for d in drafts(text) if isinstance(d.payload, Responsibility)
    ]
    assert motives[0] is None
    assert motives[1] is not None and motives[1].startswith("in revenge for air")


def test_rsp_3_conduct_told_in_a_motive_is_no_deed_here() -> None:
    text = "The Taliban said the assault was in retaliation for American airstrikes."
    assert {actor for actor, _ in told(text)} == {"Taliban"}


def test_a_place_is_no_actor() -> None:
    text = (
        "The ministry blamed the Tern Front for the bombings in Lorne and Hastow, "
        "which it said had killed 34 people."
    )
    assert {actor for actor, _ in told(text)} == {"Tern Front"}


def test_what_befell_somebodys_kin_is_no_claim() -> None:
    assert ("mother", "claimed") not in told("The mother said her son was shot dead.")
    assert not told("Police are searching for whoever shot at the house.")


def test_the_deed_belongs_to_the_accused_not_to_the_accuser() -> None:
    found = told("General Adan Yare accused the FMLN of killing the priests.")
    assert {actor for actor, _ in found} == {"FMLN"}
