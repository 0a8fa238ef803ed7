"""REC-7 for counts that fall, NUM-17 for attackers, SCP-8 for groups only seen."""

from __future__ import annotations

import pytest

from sourcebook.reconcile.attackers import counted_in
from sourcebook.reconcile.wording import (
    article,
    is_plural,
    says_nobody,
    with_article,
)
from tellings import Telling


def of_danger(first: str, then: str, metric: str = "trapped") -> Telling:
    told = Telling()
    told.figure("eq", 5, metric=metric, quote=first, on="2031-05-04")
    told.figure("eq", 2, metric=metric, quote=then, on="2031-05-04")
    return told


@pytest.mark.parametrize("metric", ["trapped", "missing", "critical"])
def test_rec_7_what_is_left_of_those_in_danger_is_history(metric: str) -> None:
    told = of_danger("five were initially there", "two remain there", metric)
    estimate = told.estimate(metric)
    assert (estimate.low, estimate.best, estimate.high) == (2, 2, 2)
    assert estimate.ever.high == 5
    assert not told.contradictions("soft")
    assert len(told.contradictions("temporal_update")) == 1


def test_rec_7_without_words_or_dates_two_counts_of_one_day_differ() -> None:
    told = of_danger("five are missing", "two are missing", "missing")
    assert len(told.contradictions("soft")) == 1


def test_rec_7_nobody_is_trapped_later_but_more_may_be_missing() -> None:
    for metric, best in (("trapped", 2), ("missing", 30)):
        told = Telling()
        left = {"metric": metric, "quote": "two are still there", "on": "2031-05-04"}
        told.figure("eq", 2, **left)
        more = {"metric": metric, "quote": "thirty were there", "on": "2031-05-06"}
        told.figure("eq", 30, **more)
        assert told.estimate(metric).best == best


def test_rec_3_the_dead_do_not_fall() -> None:
    told = of_danger("five were initially dead", "two remain dead", "killed")
    assert told.estimate("killed").high == 5


def test_scp_8_a_woman_seen_in_a_picture_counts_no_women() -> None:
    told = Telling()
    told.figure("eq", 20, metric="injured")
    seen = {"metric": "injured", "population": "women", "part": "single_person"}
    woman = told.figure("eq", 1, quote="an injured woman", role="part_of_total", **seen)
    with pytest.raises(StopIteration):
        told.estimate("injured", population="women")
    whole = told.estimate("injured")
    assert woman.id in {out.claim for out in whole.excluded}


def test_scp_8_a_girl_told_by_name_and_age_is_one_of_the_children() -> None:
    told = Telling()
    told.figure("eq", 20, metric="injured")
    told.figure(
        "eq",
        1,
        metric="injured",
        population="children",
        quote="Ada Bay, 9",
        role="part_of_total",
        part="single_person",
    )
    assert told.estimate("injured", population="children").low == 1


@pytest.mark.parametrize(
    ("after", "counted"),
    [
        (" people died, including the gunman.", "yes"),
        (" people died, among them the two suspected attackers.", "yes"),
        (" people died, not counting the bomber.", "no"),
        (" people as well as the gunman died.", "no"),
        (" people died. The gunman fled.", "unknown"),
        (" people died, including the gunman's mother.", "unknown"),
    ],
)
def test_num_17_words_tell_whether_attackers_are_counted(
    after: str, counted: str
) -> None:
    assert counted_in(after) == counted


def test_num_17_a_count_that_includes_the_gunman_holds_him() -> None:
    told = Telling()
    report = told.report("Six people died, including the gunman.", None, "Bay Post")
    told.figure("eq", 6, quote="Six people", report=report)
    assert told.estimate("killed").holds_attackers


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Driver", "a driver"),
        ("unidentified man", "an unidentified man"),
        ("18-year-old", "an 18-year-old"),
        ("university student", "a university student"),
        ("US soldier", "a US soldier"),
        ("militant gunmen", "militant gunmen"),
        ("at least one suspect", "at least one suspect"),
        ("interior ministry", "the interior ministry"),
        ("Bay City Council", "the Bay City Council"),
        ("Ada Bay", "Ada Bay"),
        ("bay.example", "bay.example"),
        ("Ada Bay’s brother", "Ada Bay’s brother"),
    ],
)
def test_names_take_the_article_that_a_sentence_needs(name: str, words: str) -> None:
    assert with_article(name) == words


@pytest.mark.parametrize(
    ("name", "plural"),
    [("gunmen", True), ("Bay officials", True), ("Las Vegas", False), ("boss", False)],
)
def test_verbs_can_agree_with_names(name: str, plural: bool) -> None:
    assert is_plural(name) == plural


def test_some_words_for_a_doer_tell_of_nobody() -> None:
    assert says_nobody("lone gunman")
    assert says_nobody("Bay City shooter")
    assert not says_nobody("former employee")
    assert article("") == ""
