"""What holds for any claims (REC-5, REC-8, REC-13; low <= best <= high)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.model.estimate import Estimate
from sourcebook.reconcile import reconcile
from sourcebook.reconcile.reading import read
from tellings import BOUNDS, Telling

COMPARATORS = st.sampled_from(sorted(BOUNDS))
DATES = st.sampled_from([None, "2031-05-03", "2031-05-04T08:00:00", "2031-05-09"])
LINEAGES = st.sampled_from(
    [None, "wire:relay", "police:riverton", "monitor:watch", "unnamed"]
)
SAID = st.tuples(COMPARATORS, st.integers(1, 60), DATES, LINEAGES)
PROFILES = st.sampled_from(["conservative", "latest", "envelope"])


def told(rows: list[tuple[str, int, str | None, str | None]]) -> Telling:
    telling = Telling()
    for comparator, value, on, lineage in rows:
        telling.figure(comparator, value, on=on, lineage=lineage)
    return telling


def killed(telling: Telling, profile: str = "conservative") -> Estimate:
    return telling.estimate(profile=profile)  # type: ignore[arg-type]


@settings(deadline=None, max_examples=150)
@given(st.lists(SAID, min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_rec_8_order_changes_nothing(rows: list, random: object) -> None:  # type: ignore[type-arg]
    telling = told(rows)
    shuffled = list(telling.claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reconcile(telling.nodes, shuffled, telling.reports) == telling.settle()


@settings(deadline=None, max_examples=200)
@given(st.lists(SAID, min_size=1, max_size=7), PROFILES)
def test_low_best_high_are_ordered_and_told(rows: list, profile: str) -> None:  # type: ignore[type-arg]
    telling = told(rows)
    estimate = killed(telling, profile)
    values = [n for n in (estimate.low, estimate.best, estimate.high) if n is not None]
    assert values == sorted(values)
    bounds = {n for c in telling.claims for n in (c.payload.low, c.payload.high)}  # type: ignore[union-attr]
    assert set(values) <= bounds
    ever = [n for n in bounds if n is not None]
    assert all(min(ever) <= n <= max(ever) for n in values)


@settings(deadline=None, max_examples=300)
@given(st.lists(SAID, min_size=1, max_size=6), SAID)
def test_rec_5_agreement_never_moves_best(rows: list, more: tuple) -> None:  # type: ignore[type-arg]
    telling = told(rows)
    best = killed(telling).best
    comparator, value, on, lineage = more
    claim = telling.figure(comparator, value, on=on, lineage=lineage)
    reading = read(claim, claim.payload, moment=None)  # type: ignore[arg-type]
    low, high = reading.printed
    agrees = best is not None and low <= best <= high
    if agrees and reading.least <= best <= reading.most:  # type: ignore[operator]
        assert killed(telling).best == best


@settings(deadline=None, max_examples=150)
@given(st.lists(SAID, min_size=1, max_size=7))
def test_rec_13_every_figure_is_used_or_left_out_with_a_reason(rows: list) -> None:  # type: ignore[type-arg]
    telling = told(rows)
    estimate = killed(telling)
    out = [e.claim for e in estimate.excluded]
    assert sorted([*estimate.inputs, *out]) == sorted(c.id for c in telling.claims)
    assert all(e.reason for e in estimate.excluded)
