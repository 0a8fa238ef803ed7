"""SCP-8, NUM-13, NUM-17, NUM-19, NUM-20: how many people the words come to."""

from __future__ import annotations

import pytest

from tellings import Telling, reasons


def test_scp_8_men_are_counted_beside_women_and_children() -> None:
    told = Telling()
    report = told.report("Two men and a woman died.", None, "a")
    part = {"role": "part_of_total", "part": "group", "report": report}
    told.figure("eq", 2, quote="Two men", **part)
    told.person("a woman", population="women", report=report)
    assert told.estimate().best == 3


def test_num_13_others_stand_beside_who_is_told_in_their_sentence() -> None:
    told = Telling()
    report = told.report("Dana Vale and three others died.", None, "a")
    told.person("Dana Vale", report=report)
    part = {"role": "part_of_total", "part": "group", "report": report}
    told.figure("eq", 3, quote="three others", **part)
    told.person("Rob Ames")
    assert told.estimate().best == 4


def test_scp_8_a_group_may_hold_who_is_told_without_age_and_sex() -> None:
    told = Telling()
    told.figure("eq", 1, quote="one woman", population="women")
    told.person("a Springfield resident")
    assert told.estimate().best == 1


def test_num_20_as_many_reports_tell_of_one_victim_as_of_several() -> None:
    told = Telling()
    for day in ("2031-05-03", "2031-05-04"):
        told.person("a girl", role="incident_total", part=None, on=day)
    report = told.report("A girl and her uncle died.", "2031-05-04", "a")
    told.person("A girl", report=report)
    told.person("her uncle", report=report)
    assert told.estimate().best == 1


def test_scp_8_nobody_else_was_hurt_beside_who_was() -> None:
    told = Telling()
    told.person("a girl", metric="injured", population="children")
    zero = told.figure("eq", 0, metric="injured", quote="No one")
    injured = told.estimate("injured")
    assert injured.best == 1
    assert reasons(injured)[zero.id].startswith("nobody else")


def test_num_19_who_harmed_himself_alone_is_no_attacker() -> None:
    told = Telling()
    told.person("a 3-year-old boy", population="children")
    told.person("the 3-year-old", population="attackers")
    assert told.estimate().best == 1
    found = [e for e in told.settle().estimates if e.population == "attackers"]
    assert not [e for e in found if e.best]


@pytest.mark.parametrize(
    ("text", "quote", "holds"),
    [
        ("Three people were found dead.", "Three people", True),
        ("Three died in a murder-suicide.", "Three", True),
        ("He killed three people.", "three people", False),
        ("Three bailiffs are dead.", "Three bailiffs", False),
        ("Three victims died.", "Three victims", False),
    ],
)
def test_num_17_a_count_of_all_dead_holds_the_attacker(
    text: str, quote: str, holds: bool
) -> None:
    told = Telling()
    report = told.report(text, None, "a")
    told.figure("eq", 3, quote=quote, report=report)
    told.person("the gunman", population="attackers", part="attacker")
    assert told.estimate().holds_attackers is holds


def test_num_17_of_two_counts_the_larger_holds_the_attacker() -> None:
    told = Telling()
    told.figure("eq", 4, quote="four victims", on="2031-05-03")
    told.figure("eq", 5, quote="five bailiffs", on="2031-05-04")
    told.person("the gunman", population="attackers", part="attacker")
    assert told.estimate(profile="latest").holds_attackers


def test_scp_6_a_vague_count_does_not_displace_people_shot() -> None:
    told = Telling()
    told.figure("vague", None, metric="injured", low=3, quote="several")
    told.figure("eq", 4, metric="injured", quote="four", open_fate=True)
    assert told.estimate("injured").best == 4


def test_num_13_others_are_no_total_beside_who_is_told_before_them() -> None:
    told = Telling()
    report = told.report("A woman, her son and 15 others were killed.", None, "a")
    told.person("A woman", population="women", report=report)
    told.person("her son", population="children", report=report)
    told.figure("eq", 15, quote="15 others", report=report)
    assert told.estimate().best == 17


def test_num_13_more_than_a_number_counts_nobody_beside() -> None:
    told = Telling()
    report = told.report("A man was hurt, more than 50 were hurt in all.", None, "a")
    told.person("A man", metric="injured", report=report)
    told.figure("gt", 50, metric="injured", quote="more than 50", report=report)
    assert told.estimate("injured").best == 51


def test_num_13_two_parents_and_four_children_are_six() -> None:
    told = Telling()
    report = told.report("Two parents and four children died.", None, "a")
    part = {"role": "part_of_total", "part": "group", "report": report}
    told.figure("eq", 2, quote="Two parents", **part)
    told.figure("eq", 4, quote="four children", population="children", **part)
    assert told.estimate().best == 6


def test_num_17_the_next_sentence_may_say_that_attackers_are_not_counted() -> None:
    told = Telling()
    text = "Three people were found dead. Attackers are not counted."
    report = told.report(text, None, "a")
    told.figure("eq", 3, quote="Three people", report=report)
    told.person("the gunman", population="attackers", part="attacker")
    assert not told.estimate().holds_attackers


def test_rec_1_one_told_beside_another_is_all_that_died() -> None:
    told = Telling()
    beside = {"role": "part_of_total", "part": "beside_another"}
    for day in ("2031-05-03", "2031-05-04"):
        told.figure("eq", 1, quote="one man", on=day, **beside)
    told.person("Dana Vale", on="2031-05-04")
    told.person("a cashier of 30", on="2031-05-03")
    assert told.estimate().best == 1
