"""SCP-6, SCP-8, NUM-13: the hurt beside the dead, and deaths told by their number."""

from __future__ import annotations

from typing import Any

from tellings import Telling, numbers


def test_scp_8_counts_that_clash_are_no_reason_to_count_patients() -> None:
    told = Telling()
    told.figure("eq", 5, metric="injured", quote="five people")
    told.figure("eq", 4, metric="injured", quote="four people")
    told.person("a man", metric="injured")
    injured = told.estimate("injured", profile="latest")
    assert (injured.best, injured.low, injured.high) == (None, 4, 5)


def test_scp_6_all_hit_are_hurt_where_nobody_is_said_to_have_died() -> None:
    told = Telling()
    told.figure("eq", 4, metric="casualties", quote="Four men")
    told.person("Rob Vale", metric="injured")
    assert told.estimate("injured").best == 4


def test_scp_6_some_who_were_hit_may_be_dead() -> None:
    told = Telling()
    told.figure("eq", 4, metric="casualties", quote="Four men")
    told.figure("vague", None, quote="several")
    told.person("Rob Vale", metric="injured")
    assert told.estimate("injured").best == 1


def test_scp_6_others_than_the_dead_do_not_give_way_to_all_hit() -> None:
    told = Telling()
    on: Any = {"on": "2031-05-03"}
    told.figure("eq", 1, quote="One person", **on)
    told.figure("eq", 5, metric="casualties", quote="five people", **on)
    told.figure("eq", 5, metric="injured", quote="five others", **on)
    told.figure("eq", 5, metric="injured", quote="five", **on)
    assert told.estimate("injured", profile="latest").best == 5


def test_scp_6_a_newer_count_of_all_hit_stands_before_others() -> None:
    told = Telling()
    told.figure("eq", 1, quote="One person", on="2031-05-03")
    told.figure("eq", 6, metric="injured", quote="six others", on="2031-05-03")
    told.figure("eq", 8, metric="casualties", quote="eight people", on="2031-05-04")
    assert told.estimate("injured", profile="latest").best == 7


def test_scp_8_the_critically_hurt_beside_the_dead_are_alive() -> None:
    told = Telling()
    report = told.report("1 dead, 3 critically hurt in Harlow", None, "a")
    told.figure("eq", 1, quote="1", report=report)
    told.figure("eq", 3, metric="critical", quote="3", report=report)
    told.person("another victim", metric="injured")
    assert told.estimate("injured").best == 3


def test_num_13_others_stand_beside_the_critically_hurt() -> None:
    told = Telling()
    report = told.report("A boy is critical, three other people were hurt.", None, "a")
    told.person("A boy", metric="critical", population="children", report=report)
    told.figure("eq", 3, metric="injured", quote="three other people", report=report)
    assert told.estimate("injured").best == 4


def test_scp_8_a_group_that_is_all_that_is_told_is_at_least_there() -> None:
    told = Telling()
    told.figure(
        "eq",
        4,
        metric="injured",
        quote="the four people",
        role="part_of_total",
        part="group",
    )
    injured = told.estimate("injured")
    assert (injured.best, injured.high_open) == (4, True)


def test_scp_8_a_second_victim_who_has_died_is_the_second_dead() -> None:
    told = Telling()
    told.figure("eq", 1, quote="one person", on="2031-05-03")
    report = told.report("A second victim has died.", "2031-05-05", "b")
    told.person("A second victim", report=report)
    dead = told.estimate(profile="latest")
    assert (dead.best, dead.rule.split("+")[0]) == (2, "SCP-8")


def test_scp_8_the_second_victim_may_be_the_first_who_died() -> None:
    told = Telling()
    told.figure("eq", 1, quote="one person", on="2031-05-03")
    report = told.report("The second victim has died.", "2031-05-05", "b")
    told.person("The second victim", report=report)
    assert told.estimate(profile="latest").best == 1


def test_scp_8_a_newer_count_stands_before_a_numbered_death() -> None:
    told = Telling()
    report = told.report("A third victim has died.", "2031-05-03", "b")
    told.person("A third victim", report=report)
    told.figure("eq", 2, quote="two people", on="2031-05-05")
    assert told.estimate(profile="latest").best == 2


def test_scp_8_who_died_is_rather_who_is_told_as_dead_than_of_the_same_sex() -> None:
    told = Telling()
    report = told.report("Vale died. A boy was shot. The boy killed.", None, "a")
    told.person("Vale", report=report)
    told.person("A boy", metric="injured", report=report, open_fate=True)
    told.person("The boy", report=report)
    assert told.estimate().best == 1


def test_scp_8_another_student_is_another_than_the_one_who_fired() -> None:
    told = Telling()
    first = told.report("A student was hit.", "2031-05-03", "a")
    more: Any = {"metric": "injured", "role": "incident_total", "part": None}
    told.person("A student", report=first, **more)
    text = "A student was hit. A student fired and another student was hit."
    report = told.report(text, "2031-05-03", "b")
    told.person("A student was", report=report, **more)
    told.person("another student", report=report, **more)
    assert told.estimate("injured").best == 1


def test_scp_8_the_victim_and_who_is_told_beside_as_the_same_are_one() -> None:
    told = Telling()
    report = told.report("A fifth victim, a man, was hurt and died.", None, "a")
    told.person("A fifth victim", report=report)
    told.person("a man", metric="critical", report=report)
    assert told.estimate().best == 1
    assert not [e for e in told.settle().estimates if e.metric == "injured" and e.best]


def test_num_19_who_is_only_told_as_the_doer_is_the_attacker_who_died() -> None:
    told = Telling()
    told.person("a man", part="attacker")
    told.person("the gunman", population="attackers", part="attacker")
    found = {e.population: e.best for e in told.settle().estimates if e.best}
    assert found == {"attackers": 1}


def test_scp_6_a_toll_that_rose_by_many_takes_nobody_from_the_wounded() -> None:
    told = Telling()
    report = told.report("eq 192 died, eq 4877 were hurt.", "2031-05-04", "The Post")
    told.figure("eq", 192, report=report)
    told.figure("eq", 4877, metric="injured", report=report)
    told.figure("eq", 224, on="2032-05-04")
    assert numbers(told.estimate("injured")) == (4877, 4877, 4877)
