import pytest

from sourcebook.evaluate.bench.measures import (
    SaidScore,
    score_counts,
    score_grouping,
)


def test_counts_are_right_one_by_one_and_together() -> None:
    gold = {"a": (1, 0), "b": (2, 3), "c": (0, 1)}
    told = {"a": (1, 0), "b": (2, 4)}
    measures = score_counts(gold, told)
    assert measures["killed"] == pytest.approx(2 / 3)
    assert measures["injured"] == pytest.approx(1 / 3)
    assert measures["both"] == pytest.approx(1 / 3)
    assert measures["both_large"] == 0.0


def test_grouping_of_all_apart_and_of_all_right() -> None:
    gold = {"r1": "x", "r2": "x", "r3": "y"}
    right = score_grouping(gold, {"r1": "1", "r2": "1", "r3": "2"})
    assert right == {"pair_f1": 1.0, "b3_f1": 1.0}
    apart = score_grouping(gold, {"r1": None, "r2": None})
    assert apart["pair_f1"] == 0.0
    # precision 1, recall (1/2 + 1/2 + 1) / 3
    assert apart["b3_f1"] == pytest.approx(0.8)


def test_pairs_need_both_the_source_and_the_content() -> None:
    score = SaidScore()
    gold = [([(0, 5)], [(10, 20)]), ([(30, 35)], [(40, 50)])]
    told = [([(1, 3)], [(12, 15)]), ([(60, 65)], [(41, 42)])]
    score.add(gold, told)
    measures = score.measures()
    assert measures["sources"] == pytest.approx(0.5)
    assert measures["contents"] == pytest.approx(1.0)
    assert measures["pairs"] == pytest.approx(0.5)
    assert measures["spans"] == pytest.approx(0.75)
