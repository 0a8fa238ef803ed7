"""The small network of training: it learns, and the same rows give the same network."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from training.network import RAREST, fitted, known_rows

from sourcebook.extract.attribution.weights import number


def examples() -> tuple[list[NDArray[np.uint32]], list[bool]]:
    """Rows where "a" speaks for it, "b" against it, and both together for it."""
    told = [(["a"], True), (["b"], False), (["a", "b"], True), (["c"], False)] * 400
    rows = [np.array(sorted(number(n) for n in names), np.uint32) for names, _ in told]
    return rows, [right for _, right in told]


def test_features_seen_too_seldom_are_left_out() -> None:
    often = [np.array([7], np.uint32)] * RAREST
    known, rows = known_rows([*often, np.array([7, 9], np.uint32)])
    assert known.tolist() == [7]
    assert rows.ends.tolist() == list(range(RAREST + 2))


def test_it_learns_what_speaks_for_and_against() -> None:
    network = fitted(*examples())
    assert network.chance(["a"]) > 0.8
    assert network.chance(["a", "b"]) > 0.8
    assert network.chance(["b"]) < 0.2


def test_the_same_rows_give_the_same_network() -> None:
    first, again = fitted(*examples()), fitted(*examples())
    assert (first.vectors == again.vectors).all()
    assert (first.outer == again.outer).all()
