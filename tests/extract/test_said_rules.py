"""Whose words and whose deed: quotations that go on, undertakings, one's own men."""

from __future__ import annotations

import pytest

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.extract.responsibility import find_responsibility
from sourcebook.extract.statements import find_statements
from sourcebook.model.claim import Responsibility, Statement
from sourcebook.model.report import Report, Text


def parsed(text: str) -> Parsed:
    report = Report.of(Text.of(text, language="en"), source_id="1", title="")
    return next(iter(parse([report])))


def said(text: str) -> list[tuple[str, str]]:
    report = parsed(text)
    found = [d.payload for d in find_statements(report, Attributions(report))]
    return [(p.speaker, p.act) for p in found if isinstance(p, Statement)]


def done(text: str) -> list[tuple[str, str]]:
    report = parsed(text)
    found = [d.payload for d in find_responsibility(report, Attributions(report))]
    return [(p.actor, p.relation) for p in found if isinstance(p, Responsibility)]


def test_stm_1_a_quotation_goes_on_with_the_denial_before_it() -> None:
    text = (
        "Colonel Jan Poe denied that anybody had asked for help. "
        '"Not one call came in that whole night," Poe said.'
    )
    assert said(text) == [("Jan Poe", "deny"), ("Jan Poe", "deny")]


def test_stm_1_it_does_not_go_on_through_another_speaker() -> None:
    text = (
        "Colonel Jan Poe denied that anybody had asked for help. "
        '"We saw smoke over the hills at noon," said Ruth Cole, a farmer.'
    )
    assert said(text)[-1] == ("Ruth Cole", "comment")


@pytest.mark.parametrize(
    "text",
    [
        "The governor, Ann Holt, said the state would cover the hospital bills.",
        "The army spokesman said two teams would be sent to the village.",
        '"We will rebuild every house," the interior minister said.',
    ],
)
def test_stm_7_officials_undertake_by_will_and_would(text: str) -> None:
    assert [act for _, act in said(text)] == ["pledge"]


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Cole, a farmer, said the rain would come by night.",
        "The police said the street would remain shut.",
        "The doctor said he would always see her at the shop.",
    ],
)
def test_stm_7_a_forecast_is_no_undertaking(text: str) -> None:
    assert "pledge" not in [act for _, act in said(text)]


def test_stm_1_whom_a_verb_asks_is_not_the_speaker() -> None:
    text = "Harbour Aid said the killing was a war crime and urged the state to act."
    assert ("Harbour Aid", "demand") in said(text)


def test_rsp_1_ones_own_men_did_it_so_that_ones_side_claims_it() -> None:
    text = "A spokesman for the rebels said his men had carried out the raid."
    assert done(text) == [("rebels", "claimed")]


def test_rsp_1_a_man_charged_is_who_is_named_later() -> None:
    text = (
        "A man has been charged with murder after the shooting. "
        "Robert Dane, 24, was charged with murder on Monday."
    )
    assert {actor for actor, _ in done(text)} == {"Robert Dane"}


def test_rsp_1_of_two_charged_by_name_a_description_is_nobody_yet() -> None:
    text = (
        "A man has been charged with murder after the shooting. "
        "Robert Dane was charged with murder on Monday and Carl Munro with murder too. "
        "Carl Munro was arrested for the shooting."
    )
    assert ("man", "accused_by_authority") in done(text)


def test_rsp_1_police_accuse_the_one_they_tell_apart() -> None:
    told = done("Police say a Harwick man shot his neighbor.")
    assert told == [("Harwick man", "accused_by_authority")]
    assert done("Police say two men fired shots at a house.") == [
        ("Two men", "reported_as_fact")
    ] or done("Police say two men fired shots at a house.") == [
        ("two men", "reported_as_fact")
    ]


def test_rsp_1_who_seldom_claims_has_not_claimed() -> None:
    text = "There was no word from the rebels, who seldom take responsibility for bombings."
    assert done(text) == []


def test_rsp_1_who_tells_it_is_not_who_did_it() -> None:
    text = "A mob set the house alight, residents said, killing six."
    assert "residents" not in {actor for actor, _ in done(text)}
