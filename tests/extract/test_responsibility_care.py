"""Who is not to be held responsible, and who says so (RSP-1, RSP-3); invented."""

from __future__ import annotations

import pytest

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.extractor import RuleExtractor
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.extract.responsibility import find_responsibility
from sourcebook.model.claim import Responsibility
from sourcebook.model.report import Report, Text


def parsed(text: str, title: str = "") -> Parsed:
    report = Report.of(Text.of(text, language="en"), source_id="1", title=title)
    return next(iter(parse([report])))


def told(text: str, title: str = "") -> set[tuple[str, str]]:
    read = parsed(text, title)
    found = [d.payload for d in find_responsibility(read, Attributions(read))]
    return {(p.actor, p.relation) for p in found if isinstance(p, Responsibility)}


def chains(text: str, title: str = "") -> set[tuple[str, tuple[str | None, ...]]]:
    read = parsed(text, title)
    return {
        (d.payload.actor, tuple(link.name for link in d.attribution or ()))
        for d in find_responsibility(read, Attributions(read))
        if isinstance(d.payload, Responsibility)
    }


@pytest.mark.parametrize(
    "text",
    [
        "He was quiet, the brother of the gunman, Alan Reed, from Orlando, said.",
        "A friend of the shooter, Tim Bell, said he was quiet.",
        "The lawyer for the suspect, Rosa Diaz, said he was ill.",
        "Alan Reed, the gunman's brother, spoke. Police heard the gunman, Alan Reed.",
    ],
)
def test_rsp_1_kin_of_who_did_it_did_not_do_it(text: str) -> None:
    assert told("Nine people were killed on Sunday.\n" + text) == set()


def test_rsp_1_the_gunman_s_own_name_is_his() -> None:
    found = told("Nine were killed. Police shot the gunman, Dean Cole.")
    assert ("Dean Cole", "reported_as_fact") in found


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the attack.",
        "The Red Brigade has not claimed responsibility for the attack.",
        "No group said it was behind the blast. The Red Brigade is silent.",
        "Neither the Taliban nor the Islamic State claimed responsibility.",
        "The guerrillas do not claim responsibility for the attack.",
        "The soldiers did not torture or kill anyone, the minister said.",
    ],
)
def test_rsp_1_what_nobody_claims_is_no_claim(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The senator harshly attacked the president.",
        "The group attacked the paper in an interview.",
        "An intervention by the Norland army would be a risk.",
        "The guerrilla offensive continues.",
        "Leo Varga pleaded guilty to obstruction of justice.",
        "The government will deal with those involved in kidnappings.",
        "At least one suspect had been arrested in the killing.",
    ],
)
def test_rsp_3_words_without_a_deed_lay_nothing_to_anybody(text: str) -> None:
    assert told(text) == set()


def test_rsp_1_headline_without_was_tells_who_was_hit() -> None:
    assert told("It happened on Monday.", "Attacker shot dead in Nice") == set()
    assert ("Jean Roux", "reported_as_fact") in told("Jean Roux shot dead his wife.")


@pytest.mark.parametrize(
    ("text", "actor", "relation"),
    [
        (
            "THE LOMA PATRIOTIC FRONT TODAY SAID THAT IT KILLED A SOLDIER IN AN ATTACK.",
            "LOMA PATRIOTIC FRONT",
            "claimed",
        ),
        ("The army is guilty of the massacre.", "army", "reported_as_fact"),
        ("The suspect's name is Adam Bell.", "Adam Bell", "suspected"),
        (
            "Adam Bell is expected to be arraigned on two murder charges on Friday.",
            "Adam Bell",
            "accused_by_authority",
        ),
        (
            "The village was strafed by army helicopters.",
            "army helicopters",
            "reported_as_fact",
        ),
        ("The army blamed the militia.", "militia", "accused_by_authority"),
        (
            "The minister said Norland had not bombed anywhere in Suland.",
            "Norland",
            "denied",
        ),
        (
            "The minister said the army had not bombed any camp.",
            "army",
            "denied",
        ),
        (
            "Rebels struck the base, killing nine, officials said.",
            "Rebels",
            "reported_as_fact",
        ),
        (
            "Deputy Carl Ames fatally shot Luis Mora, the sheriff said.",
            "Carl Ames",
            "reported_as_fact",
        ),
    ],
)
def test_rsp_1_more_ways_of_telling(text: str, actor: str, relation: str) -> None:
    assert (actor, relation) in told(text)


@pytest.mark.parametrize(
    ("text", "title", "actor", "chain"),
    [
        (
            "Nine died.",
            "Red Brigade claims Quito blast, police say bomber acted alone",
            "Red Brigade",
            ("Red Brigade",),
        ),
        (
            "Anna Roth said the driver told her that he had fallen asleep.",
            "",
            "driver",
            ("Anna Roth", "driver"),
        ),
        (
            "Some passengers said the driver had dozed off.",
            "",
            "driver",
            ("Some passengers",),
        ),
        (
            "Inspector Karl Lang said they were investigating whether the driver "
            "had fallen asleep.",
            "",
            "driver",
            ("Karl Lang",),
        ),
        (
            "The Azawad Front claimed responsibility for the blast, Reuters reported.",
            "",
            "Azawad Front",
            ("Reuters", "Azawad Front"),
        ),
    ],
)
def test_rsp_1_who_says_so(
    text: str, title: str, actor: str, chain: tuple[str, ...]
) -> None:
    assert (actor, chain) in chains(text, title)


REVENGE = """Rebels bombed the French embassy in Bamako on Tuesday, killing five people.
The Azawad Front claimed responsibility for the attack, which it says is a response to \
French air strikes last month that killed 28 people in Gao.
French forces conceded last week that their strikes had killed civilians in Gao."""


def test_rsp_3_the_avenged_deed_is_another_event() -> None:
    """Both are claimed; only the claim of "the attack" is about the report's own."""
    found = {
        claim.payload.actor: claim.setting.background
        for claim in RuleExtractor().claims(parsed(REVENGE))
        if isinstance(claim.payload, Responsibility)
        and claim.payload.relation == "claimed"
    }
    assert found["Azawad Front"] is None
    assert found["French forces"] is not None


@pytest.mark.parametrize(
    "text",
    ["It's like he shot us, Alan Reed said.", "It is as if he had killed our family."],
)
def test_RSP_3_what_it_is_like_was_not_done(text: str) -> None:
    lead = (
        "A gunman killed five people in Norwick on Monday. His brother was in tears. "
    )
    assert ("brother", "accused") not in told(lead + text)
    assert ("he", "accused") not in told(lead + text)


def test_SRC_1_nobody_is_called_I() -> None:
    text = (
        "A tram overturned in Norwick, killing two. Ben Hall said he asked the driver "
        "if he was OK: “He said: ‘Yeah.’I said to him, ‘What happened?’ He said he "
        "thinks he blacked out.”"
    )
    assert all("I" not in names for _, names in chains(text))


@pytest.mark.parametrize(
    "title",
    [
        "Police: Party Bus Shooting Wounds 5 People",
        "Party Bus Shooting Wounds 5 People in Norwick: Police",
        "Party Bus Shooting Wounds 5 People in South Norwick, Police Say",
    ],
)
def test_SRC_1_who_stands_beside_a_colon_only_tells(title: str) -> None:
    found = told("Five people were hurt.", title)
    assert not any(actor.lower() == "police" for actor, _ in found)


def test_RSP_1_a_responsible_person_is_to_be_trusted() -> None:
    text = (
        "A gunman shot June Hall in Norwick. “They were always respectful, very "
        "responsible,” he said of the family."
    )
    assert not any(relation == "claimed" for _, relation in told(text))
