"""Verbal acts: rules STM-1 to STM-7, told in invented sentences."""

from __future__ import annotations

import pytest

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import parse
from sourcebook.extract.statements import find_statements
from sourcebook.extract.statements.wording import acts_said
from sourcebook.model.claim import Statement
from sourcebook.model.report import Report, Text
from sourcebook.schema.vocabulary import acts


def drafts(text: str, title: str = "") -> tuple[Draft, ...]:
    report = Report.of(Text.of(text, language="en"), source_id="1", title=title)
    parsed = next(iter(parse([report])))
    return find_statements(parsed, Attributions(parsed))


def payloads(text: str, title: str = "") -> list[Statement]:
    return [d.payload for d in drafts(text, title) if isinstance(d.payload, Statement)]


def told(text: str, title: str = "") -> set[tuple[str, str]]:
    return {(p.speaker, p.act) for p in payloads(text, title)}


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("President Adan Yare condemned the attack.", "Adan Yare", "condemn"),
        ("President Adan Yare sent his condolences.", "Adan Yare", "condole"),
        ("Mina Sato called for an end to the violence.", "Mina Sato", "demand"),
        ("Adan Yare vowed to hunt down the killers.", "Adan Yare", "pledge"),
        ("Adan Yare accused the rebels of lying.", "Adan Yare", "accuse"),
        ("Adan Yare offered help to the families.", "Adan Yare", "offer"),
        (
            '"Our thoughts are with the families of the victims," said Mina Sato.',
            "Mina Sato",
            "condole",
        ),
        (
            '"We will continue to work with the families," said Mina Sato.',
            "Mina Sato",
            "pledge",
        ),
        (
            '"It was a cowardly attack on our town," Mina Sato said.',
            "Mina Sato",
            "condemn",
        ),
        (
            '"We saw two buses standing on the bridge," Mina Sato said.',
            "Mina Sato",
            "comment",
        ),
    ],
)
def test_acts_are_told_by_verbs_and_by_words(text: str, speaker: str, act: str) -> None:
    assert (speaker, act) in told(text)


def test_a_passive_request_is_by_the_authorities() -> None:
    assert ("authorities", "demand") in told(
        "Anyone with information is asked to call the police."
    )


def test_stm_1_conjoined_speakers_are_split() -> None:
    found = told("The blasts were condemned by Mina Sato and Adan Yare.")
    assert found == {("Mina Sato", "condemn"), ("Adan Yare", "condemn")}


def test_stm_2_a_quotation_goes_on_in_the_next_paragraph() -> None:
    found = drafts(
        'Mina Sato said: "We will continue to fight the group.\n'
        '"The rebels must stop their attacks on our villages."'
    )
    speakers = {(d.payload.speaker, d.passage.index) for d in found}  # type: ignore[union-attr]
    assert {speaker for speaker, _ in speakers} == {"Mina Sato"}
    assert len({index for _, index in speakers}) == 2


def test_stm_3_a_spokesperson_speaks_for_the_principal() -> None:
    (found,) = payloads(
        "A spokesman for the Northland Health Trust said: "
        '"Our thoughts are with the families."'
    )
    assert "Northland Health Trust" in found.speaker


def test_stm_4_brackets_are_insertions() -> None:
    found = payloads('"They [the rebels] must stop at once," Mina Sato said.')
    assert {p.insertions for p in found} == {("[the rebels]",)}


def test_stm_6_words_about_somebody_are_not_his() -> None:
    found = told(
        '"President Yare will continue to support the families," '
        "the Northland ministry said."
    )
    assert "Yare" not in {speaker.split()[-1] for speaker, _ in found}


def test_stm_7_acts_carry_plover_and_cameo_codes() -> None:
    assert acts()["condemn"].plover == "ACCUSE/disapprove"
    assert acts()["accuse"].cameo.startswith("112")
    assert acts()["condole"].plover is None
    assert acts()["claim_responsibility"].cameo == "015"


def test_addressee_is_told() -> None:
    (found,) = payloads("Mina Sato urged residents to stay inside.")
    assert found.addressee == "residents"


def test_a_condemned_house_and_a_plea_of_guilt_are_no_acts() -> None:
    assert not told("Officials condemned the house.")
    assert not told("Marlon Dexter pleaded guilty to murder.")


def test_nothing_said_is_no_act() -> None:
    assert list(acts_said("The bus stood on the bridge.")) == []


def test_spans_round_trip() -> None:
    text = "Mina Sato condemned the attack. Adan Yare sent his condolences."
    assert all(d.quote in text for d in drafts(text))


def test_stm_6_acts_inside_a_quotation_are_the_speakers() -> None:
    text = (
        '"The president of Norland once again confirmed a readiness to help the '
        'families of the dead," the foreign ministry said in a statement.'
    )
    assert {speaker for speaker, _ in told(text)} == {"foreign ministry"}


def test_two_acts_in_one_sentence_are_two_claims() -> None:
    text = (
        "Mina Sato's spokesperson Ann Bell said that Sato condemned the attacks and "
        "was concerned about the fighting."
    )
    found = {(p.speaker, p.act) for p in payloads(text)}
    assert {("Mina Sato", "condemn"), ("Mina Sato", "express_concern")} <= found


def test_src_1_a_letter_reaches_the_report_through_an_agency() -> None:
    text = (
        "The Norland foreign ministry sent letters to the council blaming Westmark "
        "for the blasts. In the letters, the country's ministry said: \"It was an "
        'escalation." According to the agency Nolan Press, the letter accused '
        "Westmark of lying."
    )
    accusing = [
        d
        for d in drafts(text)
        if isinstance(d.payload, Statement) and d.payload.act == "accuse"
    ]
    last = accusing[-1].attribution
    assert last is not None
    assert [link.name for link in last][-1] == "Norland foreign ministry"
    assert len(last) == 2


def test_a_claim_of_responsibility_is_a_statement_too() -> None:
    assert ("IS", "claim_responsibility") in told("The blasts were claimed by IS.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Anyone with information is asked to call Brandt Police at 555-0100.",
            "Brandt",
        ),
        (
            "Two men were hurt, Brandt police said. If you have any information, "
            "please call 555-0100.",
            "Brandt",
        ),
        ("Brandt police are asking anyone with information to call.", "Brandt"),
    ],
)
def test_an_appeal_is_made_by_who_is_to_be_called(text: str, speaker: str) -> None:
    (found,) = (p for p in payloads(text) if p.act == "demand")
    assert speaker in found.speaker


def test_asking_one_person_is_no_appeal() -> None:
    assert not told("Police said she asked a friend for help.")
    assert not told("Police said people were calling for their children.")


def test_an_addressee_is_no_day() -> None:
    found = payloads("The ministry on Tuesday blamed the Tern Front for the bombings.")
    assert found[0].addressee == "Tern Front"


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Mina Sato calls an end to knife crime after the attack.", None),
        ("Mina Sato called on the council to act after the attack.", "council"),
        ("Mina Sato called for an end to knife crime after the attack.", None),
    ],
)
def test_what_is_called_for_is_no_addressee(text: str, addressee: str | None) -> None:
    assert [found.addressee for found in payloads(text)] == [addressee]
