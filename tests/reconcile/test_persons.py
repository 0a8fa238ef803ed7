"""SCP-8: people told one by one, each counted once."""

from __future__ import annotations

from tellings import Telling, numbers


def test_scp_8_two_people_in_two_reports() -> None:
    told = Telling()
    first = told.report("Dana Whitlock, 34, died. A 19-year-old man died.", None, "a")
    told.person("Dana Whitlock, 34", report=first)
    told.person("A 19-year-old man", report=first)
    told.person("Whitlock")
    told.person("the man")
    told.person("Rob Ames, 19")
    estimate = told.estimate()
    assert numbers(estimate) == (2, 2, 2)
    assert estimate.high_open
    assert estimate.derived
    assert estimate.rule == "SCP-8+REC-5"
    assert len(estimate.inputs) == 5


def test_scp_8_ages_and_sexes_tell_people_apart() -> None:
    told = Telling()
    report = told.report(
        "A 20-year-old man, a 31-year-old man and a woman died; another man died.",
        None,
        "a",
    )
    for words in ("A 20-year-old man", "a 31-year-old man", "a woman", "another man"):
        told.person(words, report=report)
    assert told.estimate().best == 4


def test_scp_8_gives_way_to_any_total() -> None:
    told = Telling()
    told.figure("eq", 3)
    told.person("Dana Whitlock, 34")
    assert numbers(told.estimate()) == (3, 3, 3)
    assert not told.estimate().derived


def test_scp_8_attackers_stand_apart() -> None:
    told = Telling()
    told.person("Dana Whitlock, 34")
    told.person("the gunman", population="attackers")
    assert told.estimate().best == 1
    assert told.estimate(population="attackers").best == 1


def test_scp_8_the_only_victim_of_one_report_may_be_one_of_two() -> None:
    told = Telling()
    told.person("a Springfield man", role="incident_total", part=None)
    told.person("Dana Whitlock, 34")
    told.person("Rob Ames, 19")
    assert told.estimate().best == 2


def test_scp_8_somebody_hurt_is_not_the_dead_of_another_report() -> None:
    told = Telling()
    first = told.report("Ames lay dead. Dana Whitlock, 34, died.", None, "a")
    told.person("Ames", report=first)
    told.person("Dana Whitlock, 34", report=first)
    second = told.report("An injured person is helped. Two others wept.", None, "b")
    told.person("An injured person", metric="injured", report=second)
    assert told.estimate(metric="injured").best == 1
    assert not [e for e in told.estimate().excluded if "died" in e.reason]
