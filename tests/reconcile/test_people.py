"""SCP-8, NUM-19, SCP-6: who lived and who died, over all that is told of one person."""

from __future__ import annotations

import pytest

from sourcebook.reconcile.persons import name_in
from tellings import Telling, numbers, reasons


def test_scp_8_who_was_shot_and_died_is_not_injured_too() -> None:
    told = Telling()
    shot = told.person("a 30-year-old man", metric="injured", open_fate=True)
    told.person("Dana Whitlock, 30")
    assert told.estimate().best == 1
    injured = told.estimate("injured")
    assert injured.best is None
    assert reasons(injured) == {
        shot.id: "part: of a person who died, as other words say"
    }


def test_scp_8_one_report_tells_the_dead_from_the_wounded() -> None:
    told = Telling()
    report = told.report("Dana Whitlock died. A man was wounded.", None, "a")
    told.person("Dana Whitlock", report=report)
    told.person("A man", metric="injured", report=report)
    assert told.estimate().best == 1
    assert told.estimate("injured").best == 1


def test_scp_8_all_populations_count_among_persons() -> None:
    told = Telling()
    report = told.report("A 9-year-old boy and Dana Whitlock, 34, died.", None, "a")
    told.person("A 9-year-old boy", population="children", report=report)
    told.person("Dana Whitlock, 34", report=report)
    assert told.estimate().best == 2
    assert told.estimate(population="children").best == 1


def test_scp_8_a_group_holds_those_who_are_only_named() -> None:
    told = Telling()
    told.figure("eq", 2, population="children", role="part_of_total")
    told.person("Rob Ames")
    told.person("Lea Ames")
    told.person("a 40-year-old woman", population="women")
    assert told.estimate().best == 3


def test_scp_8_the_critically_injured_are_injured() -> None:
    told = Telling()
    told.person("a 40-year-old woman", metric="critical", population="women")
    told.person("a 9-year-old boy", metric="injured", population="children")
    assert told.estimate("injured").best == 2


def test_num_19_an_attacker_by_his_full_name_is_no_victim() -> None:
    told = Telling()
    told.person("Rob Ames", population="attackers")
    told.person("Rob Ames, 41")
    told.person("Lea Ames, 12")
    assert told.estimate().best == 1
    assert told.estimate(population="attackers").best == 1


def test_scp_6_the_wounded_are_all_hit_less_the_dead_where_both_are_exact() -> None:
    told = Telling()
    told.figure("eq", 6, metric="casualties")
    told.figure("eq", 1)
    injured = told.estimate("injured")
    assert numbers(injured) == (5, 5, 5)
    assert injured.derived
    assert injured.rule == "SCP-6+REC-5"


def test_scp_6_never_from_bounds() -> None:
    told = Telling()
    told.figure("ge", 6, metric="casualties")
    told.figure("eq", 1)
    assert not [e for e in told.settle().estimates if e.metric == "injured"]


def test_scp_8_people_shot_stand_back_behind_people_wounded() -> None:
    told = Telling()
    shot = told.figure("eq", 5, metric="injured", open_fate=True)
    told.figure("eq", 4, metric="injured")
    injured = told.estimate("injured")
    assert numbers(injured) == (4, 4, 4)
    assert reasons(injured)[shot.id].startswith("part: dead or wounded")


def test_rec_3b_from_34_to_31() -> None:
    told = Telling()
    text = "The ministry corrected its count of the dead from 34 to 31."
    report = told.report(text, "2031-05-05", "a")
    old = told.figure("eq", 34, quote="34", report=report, lineage="gov:ministry")
    told.figure("eq", 31, quote="31", report=report, lineage="gov:ministry")
    estimate = told.estimate()
    assert numbers(estimate) == (31, 31, 31)
    assert reasons(estimate)[old.id].endswith("corrected")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hunter", ()),
        ("Springfield Teen", ()),
        ("Rob Hunter", ("rob", "hunter")),
        ("Officer Dana Whitlock", ("dana", "whitlock")),
    ],
)
def test_scp_8_nouns_of_people_are_no_names(words: str, name: tuple[str, ...]) -> None:
    assert name_in(words) == name


def test_scp_8_ages_in_words_tell_people_apart() -> None:
    told = Telling()
    told.person("a seven-year-old", population="children")
    told.person("a 7-year-old", population="children")
    told.person("a nine-year-old", population="children")
    assert told.estimate(population="children").best == 2
