"""Linking with a memory gives what linking everything at once gives."""

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.evaluate.bench.generated import Generator
from sourcebook.link import Linked, Memory, Minted, Told, settle, standing
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report

Made = tuple[Report, tuple[Claim, ...]]


@cache
def generated(seed: int, count: int) -> tuple[Made, ...]:
    return tuple(Generator(seed).made(count))


class Shown:
    """What a book shows: rows by key, of which a run replaces those of its units."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.minted: tuple[Minted, ...] = ()
        self.rows: dict[str, dict[str, object]] = {}
        self.read: set[str] = set()

    def run(self, made: Sequence[Made]) -> None:
        """Link the reports held now, and replace what may have changed."""
        claims = {r.id: told for r, told in made}
        figures = [c for _, told in made for c in told]

        def read(reports: object) -> list[Claim]:
            self.read |= set(reports)  # type: ignore[call-overload]
            return [c for r in reports for c in claims[r]]  # type: ignore[attr-defined]

        self.read = set()
        ids = {r.id: [c.id for c in told] for r, told in made}
        found = standing(
            [r for r, _ in made],
            Told(ids, read),
            figures,
            minted=self.minted,
            before=self.memory,
        )
        changed = found.changed(self.memory)
        gone = self.memory.units.keys() - found.memory.units.keys()
        for unit in changed | gone:
            self.rows.pop(unit, None)
        for unit in changed:
            self.rows[unit] = {unit: whole(settle(found, [unit]))}
        self.memory, self.minted = found.memory, found.minted

    def shown(self) -> list[object]:
        """Return all rows, in one order."""
        told = [row for rows in self.rows.values() for row in rows.values()]
        return [
            sorted((x for row in told for x in row[n]), key=str)  # type: ignore[index]
            for n in range(3)
        ]


def whole(linked: Linked) -> tuple[object, object, object]:
    return linked.placements, linked.incidents, linked.claims


def at_once(made: Sequence[Made], minted: Sequence[Minted]) -> list[object]:
    claims = [c for _, told in made for c in told]
    found = settle(
        standing([r for r, _ in made], Told.of(claims), claims, minted=minted)
    )
    return [sorted(rows, key=str) for rows in whole(found)]  # type: ignore[call-overload]


@settings(max_examples=3, deadline=None)
@given(
    seed=st.integers(1, 3),
    order=st.randoms(use_true_random=False),
    cuts=st.lists(st.integers(1, 79), max_size=2),
)
def test_added_in_parts_in_any_order_it_ends_as_at_once(
    seed: int, order: object, cuts: list[int]
) -> None:
    made = list(generated(seed, 80))
    order.shuffle(made)  # type: ignore[attr-defined]
    book = Shown()
    for cut in sorted({*cuts, 80}):
        book.run(made[:cut])
    assert book.shown() == at_once(made, book.minted)


def test_taken_away_reports_leave_no_trace() -> None:
    made = list(generated(1, 100))
    book = Shown()
    book.run(made)
    book.run(made[40:])
    assert book.shown() == at_once(made[40:], book.minted)


def test_nothing_is_read_again_where_nothing_came() -> None:
    made = list(generated(1, 100))
    book = Shown()
    book.run(made)
    before = book.memory
    book.run(made)
    assert not book.read
    assert book.memory == before


@pytest.mark.parametrize("count", [300])
def test_few_incidents_are_settled_again_for_a_few_reports(count: int) -> None:
    made = list(generated(2, count))
    book = Shown()
    book.run(made[:-5])
    units = dict(book.memory.units)
    book.run(made)
    changed = [u for u, told in book.memory.units.items() if units.get(u) != told]
    assert len(changed) < 30
    assert len(book.read) < count * 2 / 3
