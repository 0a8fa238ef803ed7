"""People's decisions on estimates and contradictions (REC-11)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import InvalidValue
from sourcebook.model.estimate import Bounds, Computed, Contradiction, Estimate
from sourcebook.reconcile.deciding import (
    Override,
    fitted,
    overridden,
    with_overrides,
    with_state,
)

KEY = "d" * 64
COMPUTED = Estimate(
    incident="i1",
    metric="killed",
    population="persons",
    profile="conservative",
    as_of=None,
    ever=Bounds(low=4, high=9),
    low=4,
    best=6,
    high=9,
    high_open=True,
    rule="REC-3+REC-5",
    explanation="best 6.",
    inputs=("c1",),
    excluded=(),
    lineages=(1, 1),
)
NUMBERS = st.none() | st.integers(0, 20)


def by(low: int | None, best: int | None, high: int | None) -> Override:
    return Override(decision=KEY, low=low, best=best, high=high)


def test_rec_11_the_computed_numbers_stay_beside() -> None:
    found = overridden(COMPUTED, by(None, 5, None))
    assert (found.low, found.best, found.high) == (4, 5, 9)
    assert found.computed == Computed(low=4, best=6, high=9, high_open=True)
    assert found.rule == "REC-3+REC-5+REC-11"
    assert found.explanation == f"best 6; overridden by decision {KEY[:12]}"
    assert found.decisions == (KEY,)
    assert found.ever == COMPUTED.ever


def test_a_high_that_a_person_gives_is_a_ceiling() -> None:
    assert overridden(COMPUTED, by(None, None, 12)).high_open is False
    assert overridden(COMPUTED, by(3, None, None)).high_open is True


def test_only_the_estimate_named_is_overridden() -> None:
    key = ("i1", "injured", "persons")
    assert with_overrides([COMPUTED], {key: by(1, 1, 1)}) == (COMPUTED,)


def test_numbers_that_do_not_rise_are_refused() -> None:
    with pytest.raises(InvalidValue, match="low <= best <= high"):
        fitted((9, None, 3), (1, 2, 3))


@given(
    given_numbers=st.tuples(NUMBERS, NUMBERS, NUMBERS),
    computed=st.tuples(NUMBERS, NUMBERS, NUMBERS),
)
def test_what_is_given_stands_and_the_numbers_rise(
    given_numbers: tuple[int | None, int | None, int | None],
    computed: tuple[int | None, int | None, int | None],
) -> None:
    told = [n for n in given_numbers if n is not None]
    base = sorted(n for n in computed if n is not None)
    filled = iter(base)
    computed = tuple(None if n is None else next(filled) for n in computed)  # type: ignore[assignment]
    if told != sorted(told):
        return
    found = fitted(given_numbers, computed)
    for given_one, one in zip(given_numbers, found, strict=True):
        assert given_one is None or given_one == one
    numbers = [n for n in found if n is not None]
    assert numbers == sorted(numbers)


def test_a_dismissed_contradiction_stays_with_its_state() -> None:
    odd = Contradiction(
        id="k",
        kind="hard",
        severity="hard",
        incident="i1",
        claims=("c1", "c2"),
        explanation="Killed: 4 against 9.",
    )
    found = with_state(odd, "dismissed", KEY)
    assert (found.state, found.severity, found.decisions) == (
        "dismissed",
        "hard",
        (KEY,),
    )
