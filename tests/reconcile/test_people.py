"""SCP-8, NUM-19, SCP-6: who lived and who died, over all that is told of one person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sourcebook.model.span import Span
from sourcebook.reconcile.mentions import name_in
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


def test_num_20_a_report_of_one_victim_tells_of_one_person() -> None:
    told = Telling()
    text = "A teen died. The 17-year-old was shot. Dana Vale was pronounced dead."
    report = told.report(text, None, "a")
    more = {"report": report, "role": "incident_total", "part": None}
    told.person("A teen", **more)
    told.person("The 17-year-old", metric="injured", open_fate=True, **more)
    told.person("Dana Vale", **more)
    assert told.estimate().best == 1
    assert told.estimate("injured").best is None


def test_num_20_two_people_side_by_side_are_two_all_the_same() -> None:
    told = Telling()
    report = told.report("A boy of 9 and a man, 40, died.", None, "a")
    more = {"report": report, "role": "incident_total", "part": None}
    told.person("A boy of 9", person="a 9-year-old boy", **more)
    told.person("a man, 40", **more)
    assert told.estimate().best == 2


def test_scp_8_reports_differ_by_a_year_on_an_age() -> None:
    told = Telling()
    told.person("a 16-year-old boy", population="children")
    told.person("a 17-year-old man")
    assert told.estimate().best == 1


def test_scp_8_another_stands_beside_those_told_before_him_only() -> None:
    told = Telling()
    report = told.report(
        "One man died. Another man was hurt. The second victim is stable.", None, "a"
    )
    told.person("One man", report=report)
    told.person("Another man", metric="injured", report=report)
    told.person("The second victim", metric="hospitalized", report=report)
    assert told.estimate().best == 1
    assert told.estimate("injured").best == 1


def test_num_19_who_did_it_died_and_whom_he_shot_did_not() -> None:
    told = Telling()
    report = told.report("An officer was shot. The gunman was killed.", None, "a")
    told.person("An officer", metric="injured", open_fate=True, report=report)
    told.person("The gunman", part="attacker", report=report)
    assert told.estimate().best == 1
    assert told.estimate("injured").best == 1


def test_scp_8_who_is_told_singly_stands_back_behind_a_count_of_several() -> None:
    told = Telling()
    told.figure("eq", 3)
    one = told.person("Dana Vale", role="incident_total", part=None)
    estimate = told.estimate(profile="latest")
    assert estimate.best == 3
    assert one.id in reasons(estimate)


def test_num_13_three_others_are_no_count_of_all_hit() -> None:
    told = Telling()
    told.figure("eq", 1)
    told.figure("eq", 3, metric="injured", quote="three others")
    told.figure("eq", 3, metric="casualties", quote="three other people")
    assert told.estimate("injured").best == 3


def test_num_13_the_dead_and_the_others_make_up_all_who_were_hit() -> None:
    told = Telling()
    told.figure("eq", 1)
    told.figure("eq", 4, metric="injured", quote="four people")
    told.figure("eq", 3, metric="injured", quote="three others", role="part_of_total")
    assert told.estimate("injured").best == 3


def test_scp_6_a_count_of_injured_that_is_that_of_all_hit_holds_the_dead() -> None:
    told = Telling()
    told.figure("eq", 4, metric="casualties")
    told.figure("eq", 4, metric="injured", quote="four")
    told.figure("eq", 1)
    assert told.estimate("injured").best == 3


def test_scp_6_who_was_shot_is_among_the_dead_where_all_died() -> None:
    told = Telling()
    told.figure("eq", 2)
    report = told.report("Dana Vale and Rob Ames were shot.", None, "a")
    for name in ("Dana Vale", "Rob Ames"):
        told.person(name, metric="injured", open_fate=True, report=report)
    assert not [e for e in told.settle().estimates if e.metric == "injured" and e.best]


def test_scp_6_who_died_later_was_one_of_the_wounded() -> None:
    told = Telling()
    told.figure("eq", 4, metric="injured", on="2031-05-03")
    told.figure("eq", 1, on="2031-05-09")
    injured = told.estimate("injured")
    assert injured.best == 3
    assert injured.rule == "SCP-6+REC-5"


def test_scp_8_people_in_hospital_are_injured_where_nobody_counts_them() -> None:
    told = Telling()
    told.figure("eq", 4, metric="hospitalized")
    injured = told.estimate("injured")
    assert numbers(injured) == (4, 4, 4)
    assert injured.high_open
    assert injured.derived


def test_scp_8_patients_who_may_be_dead_are_not_counted() -> None:
    told = Telling()
    told.figure("eq", 4, metric="hospitalized")
    told.figure("eq", 1)
    assert not [e for e in told.settle().estimates if e.metric == "injured"]


def test_rec_3b_what_police_first_said_gives_way() -> None:
    told = Telling()
    report = told.report("Police originally said that 8 were hurt.", None, "a")
    told.figure("eq", 8, metric="injured", quote="8", report=report)
    told.figure("eq", 5, metric="injured")
    assert numbers(told.estimate("injured")) == (5, 5, 5)


@pytest.mark.parametrize(
    "words",
    ["16-Year-Old Girl", "a Lincoln High School football player", "J.R."],
)
def test_scp_8_descriptions_and_initials_are_no_names(words: str) -> None:
    assert name_in(words) == ()


def test_scp_8_another_beside_some_is_no_other_than_who_was_told_before() -> None:
    first = "Four people died and another was hurt. "
    second = "Two women were dead; another woman was hurt."
    told = Telling()
    report = told.report(first + second, None, "a")
    told.figure("eq", 4, quote="Four people", report=report)
    told.person("another", metric="injured", report=report)
    told.figure(
        "eq", 2, quote="Two women", population="women", report=report, part="group"
    )
    told.person("another woman", metric="injured", population="women", report=report)
    ends = (0, 0, len(first), len(first))
    told.claims[:] = [
        replace(c, setting=replace(c.setting, sentence=Span(start=at, end=at + 38)))
        for c, at in zip(told.claims, ends, strict=True)
    ]
    assert told.estimate("injured").best == 1


def test_num_19_who_shot_himself_by_mistake_is_the_one_victim() -> None:
    told = Telling()
    total = {"role": "incident_total", "part": None}
    told.person("a boy", population="attackers", **total)
    told.person("A 9-year-old", population="children", **total)
    assert told.estimate().best == 1
    populations = {e.population for e in told.settle().estimates}
    assert "attackers" not in populations


def test_num_19_a_killer_and_whom_he_killed_stay_two() -> None:
    told = Telling()
    report = told.report("Rob Ames shot Dana Vale dead, then himself.", None, "a")
    told.person("Dana Vale", report=report)
    told.person("Rob Ames", population="attackers", part="attacker", report=report)
    assert told.estimate().best == 1
    assert told.estimate(population="attackers").best == 1
