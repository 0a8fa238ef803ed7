"""Words for reasons, lineages and numbers; clauses of the summary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from link_values import claim, report
from sourcebook.dossier.accusing import by_others, by_themselves
from sourcebook.dossier.bars import range_bar
from sourcebook.dossier.blame import custody_of
from sourcebook.dossier.origins import LineageNames, lineage_words
from sourcebook.dossier.passages import Run
from sourcebook.dossier.phrases import Phrases
from sourcebook.dossier.reasons import reason_words
from sourcebook.dossier.render import markdown, markdown_runs
from sourcebook.dossier.values import Blame, Quote, Ref
from sourcebook.dossier.wording import date_words, range_words
from sourcebook.model.claim import AttributionLink, Figure, Responsibility
from sourcebook.model.estimate import Bounds, Estimate
from sourcebook.reconcile.privacy import Hiding


def estimate(
    low: int | None, best: int | None, high: int | None, *, is_open: bool = False
) -> Estimate:
    return Estimate(
        incident="i",
        metric="killed",
        population="persons",
        profile="conservative",
        as_of=None,
        ever=Bounds(low=low, high=high),
        low=low,
        best=best,
        high=high,
        high_open=is_open,
        rule="REC-3",
        explanation="",
        inputs=(),
        excluded=(),
        lineages=(1, 1),
    )


def blame(
    way: str,
    actor: str,
    source: str,
    *,
    hedge: str = "",
    own: bool = False,
    custody: str = "",
) -> Blame:
    ref = Ref(id=f"{way}{actor}{source}", mark="R1", title="")
    quote = Quote(runs=(), refs=(ref,), source=source, places="", colour=0, lineage="")
    phrase = Phrases([])
    return Blame(
        actor=actor,
        phrase=phrase(actor),
        teller=source if own else phrase(source),
        custody=custody,
        own=actor == source,
        relation=way,
        way=way,
        hedge=hedge,
        source=source,
        lineage="",
        own_voice=own,
        quotes=(quote,),
    )


def said(sentence: object) -> str:
    return "".join(clause.words for clause in sentence)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("low", "high", "is_open", "words"),
    [
        (101, 149, False, "101 to 149"),
        (200, 200, True, "at least 200"),
        (33, 33, False, "33"),
        (None, 12, False, "up to 12"),
        (None, None, True, "a number not told"),
    ],
)
def test_an_open_end_is_never_closed(
    low: int | None, high: int | None, is_open: bool, words: str
) -> None:
    assert range_words(estimate(low, low, high, is_open=is_open)) == words


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("background: war_toll", "the toll of a whole war"),
        ("background: something_new", "something new"),
        ("part: of_whom", "some of those counted already"),
        ("population: nationality:DE", "counts nationals of Germany only"),
        ("vague beside a numbered figure", "told without a number, beside numbers"),
        (f"superseded by {'a' * 24}: corrected", "replaced by F7: corrected"),
    ],
)
def test_rec_13_reasons_are_in_words_a_person_says(reason: str, words: str) -> None:
    assert reason_words(reason, {"a" * 24: "F7"}) == words


@pytest.mark.parametrize(
    ("lineage", "words"),
    [
        (None, "sources not named"),
        ("unnamed", "sources not named"),
        ("government:NZ", "government of New Zealand"),
        ("wire:reuters", "Reuters"),
        ("monitor:pacific-conflict-monitor", "Pacific Conflict Monitor"),
        ("police:west harbour", "West Harbour police"),
        ("official:officials", "officials"),
        ("named:tom arden", "Tom Arden"),
        ("party_to_conflict:grey-tide", "Grey Tide"),
    ],
)
def test_lineages_are_readable(lineage: str | None, words: str) -> None:
    assert lineage_words(lineage) == words


def test_lineage_is_named_as_the_reports_name_it() -> None:
    told = report("At least 4 people died, the MacLeod Trust said.", outlet="Bay Post")
    link = AttributionLink(
        name="MacLeod Trust",
        quote="MacLeod Trust",
        field="text",
        start=28,
        end=41,
        relation="says",
        named=True,
    )
    figure = Figure(metric="killed", comparator="ge", value=4, low=4, high=None)
    one = claim(told, "At least 4 people", figure, attribution=(link,))
    placed = one.placed(
        incident="i", role="incident_total", lineage="named:macleod trust"
    )
    assert LineageNames([told], [placed])("named:macleod trust") == "MacLeod Trust"


def test_a_quotation_stands_under_the_name_that_its_own_report_spells() -> None:
    told = report("Four died, Faiz Arden said. Five died, Fayez Arden said.")
    figure = Figure(metric="killed", comparator="eq", value=4, low=4, high=4)
    claims = []
    for quote, name in (("Four", "Faiz Arden"), ("Five", "Fayez Arden")):
        at = told.text.characters.index(name)
        link = AttributionLink(
            name=name,
            quote=name,
            field="text",
            start=at,
            end=at + len(name),
            relation="says",
            named=True,
        )
        one = claim(told, quote, figure, attribution=(link,))
        lineage = "named:fayez arden"
        claims.append(one.placed(incident="i", role="incident_total", lineage=lineage))
    names = LineageNames([told], claims)
    assert [names.among([one]) for one in claims] == ["Faiz Arden", "Fayez Arden"]
    assert names("named:fayez arden") == "Fayez Arden"


def test_n21_an_address_that_spells_a_private_name_is_left_out() -> None:
    told = report("Mara Vole died.", title="Arden")
    figure = Figure(metric="killed", comparator="eq", value=1, low=1, high=1)
    one = claim(told, "Mara Vole", figure)
    one = replace(one, setting=replace(one.setting, person="Mara Vole"))
    hide = Hiding([one], [told])
    for url, kept in (
        ("https://a.example/mara-vole-dies", False),
        ("https://a.example/1", True),
    ):
        assert (hide.report(replace(told, url=url)).url is not None) == kept


def test_n21_a_person_is_not_named_by_a_lineage_in_public() -> None:
    names = LineageNames([], [], withhold="(name withheld)")
    assert names("named:tom arden") == "(name withheld)"
    assert names("government:NZ") == "government of New Zealand"


def test_n6_a_claim_of_responsibility_is_told_as_one() -> None:
    sentence = by_themselves(
        [blame("claimed", "Grey Tide", "Grey Tide"), blame("denied", "Front", "Front")]
    )
    assert said(sentence) == (
        "Responsibility was claimed, according to the reports, by Grey Tide; "
        "Front denied responsibility, according to the reports."
    )


def test_rsp_4_an_accusation_keeps_its_hedge() -> None:
    rows = [
        blame("accused", "Arden", "the ministry", hedge="“partially”"),
        blame("accused", "Bridge", "the ministry"),
    ]
    assert said(by_others(rows)) == (
        "The ministry accused Arden and Bridge (“partially” in one wording)."
    )


def test_rsp_7_words_that_judge_stay_in_quotation_marks() -> None:
    sentence = by_others([blame("suspected", "terrorist cell", "police")])
    assert said(sentence) == "A “terrorist cell” is suspected, according to police."


def test_outlets_that_say_the_same_are_told_together() -> None:
    rows = [
        blame("suspected", "a driver", "Bay Post", own=True),
        blame("suspected", "a driver", "Island Courier", own=True),
    ]
    assert said(by_others(rows)) == (
        "A driver is suspected, according to Bay Post and Island Courier."
    )


def test_range_bar_labels_do_not_overlap() -> None:
    bar = range_bar(
        estimate(51, 51, 52), [], colours={}, titles={}, words="51 to 52 killed"
    )
    assert [label.words for label in bar.labels] == ["51", "52", "0"]
    assert bar.labels[0].y != bar.labels[1].y
    assert bar.current is not None and bar.current[0] < bar.current[1]


def test_range_bar_of_one_value_is_a_point_with_its_number() -> None:
    bar = range_bar(estimate(7, 7, 7), [], colours={}, titles={}, words="7 killed")
    assert [(label.words, label.strong) for label in bar.labels] == [
        ("7", True),
        ("0", False),
    ]
    assert bar.current == (bar.best, bar.best)


def test_claims_at_one_value_stand_on_one_another() -> None:
    told = report("Some 4 died. The 4 dead were found. All 4 are named.")
    figure = Figure(metric="killed", comparator="eq", value=4, low=4, high=4)
    claims = [claim(told, words, figure) for words in ("4 died", "4 dead", "4 are")]
    bar = range_bar(estimate(4, 4, 4), claims, colours={}, titles={}, words="4 killed")
    assert len({tick.x for tick in bar.ticks}) == 1
    assert len({tick.y for tick in bar.ticks}) == 3


def test_markdown_keeps_the_words_and_marks_the_claim() -> None:
    told = (Run(characters="a | b "), Run(characters="five *dead* ", told=True))
    assert markdown_runs(told) == r"a \| b **five \*dead\***"
    assert markdown("one\ntwo <b>") == r"one two \<b\>"


def test_unknown_parts_of_a_date_are_said() -> None:
    assert date_words("XXXX-05-23") == "23 May, year not told"
    assert (
        date_words("2031-05-04/2031-05-05") == "Sunday 4 May 2031 to Monday 5 May 2031"
    )


def test_rsp_1_custody_is_of_the_accused_alone() -> None:
    pages = [
        ("Riders said the driver, who was arrested afterwards, had blacked out.", ""),
        ("The air force bombed a village held by the Grey Tide.", ""),
        ("The Grey Tide shot the men on charges of spying.", ""),
        ("Rob Ames is being held by police.", "arrested"),
        ("Rob Ames was arrested on charges of murder.", "charged"),
        ("Ames faces charges.", "charged"),
    ]
    for words, custody in pages:
        accused = claim(
            report(words), words[:-1], Responsibility(actor="x", relation="accused")
        )
        assert custody_of(accused) == custody
