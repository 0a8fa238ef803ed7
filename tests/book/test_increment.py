"""A book that grows ends as one that is linked anew, and touches only what it must."""

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select

from sourcebook.book.extractors import rules
from sourcebook.book.running import derive
from sourcebook.config import Config
from sourcebook.evaluate.bench.generated import Generator
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from sourcebook.model.run import Run
from sourcebook.store import Store, schema
from sourcebook.store.connect import reading, writing

Made = tuple[Report, tuple[Claim, ...]]
MADE_AT = "2031-01-01T00:00:00Z"


@cache
def generated(count: int) -> tuple[Made, ...]:
    maker = rules()
    return tuple(
        (
            report,
            tuple(
                replace(claim, extractor=maker.name, version=maker.version)
                for claim in claims
            ),
        )
        for report, claims in Generator(5).made(count)
    )


def add(store: Store, made: Sequence[Made]) -> None:
    maker = rules()
    store.add_reports(report for report, _ in made)
    store.add_claims(made, extractor=maker.name, version=maker.version)


def run(store: Store) -> Run:
    number = len(store.history.runs())
    return derive(
        store,
        rules(),
        config=Config(),
        as_of=None,
        started=f"{MADE_AT}{number}",
        extracted=(0, 0),
        progress=None,
    )


def shown(store: Store) -> list[Any]:
    results = store.results()
    return [
        sorted(results.placements(), key=lambda p: p.report),
        results.incidents(),
        results.claims(),
        results.estimates(),
        results.contradictions(),
    ]


def forget(store: Store) -> None:
    """Take away what linking remembers, so that the next run begins anew."""
    with writing(store._engine) as connection:
        connection.execute(delete(schema.remembered))


def groups(store: Store) -> set[tuple[str, ...]]:
    return {i.reports for i in store.results().incidents() if i.parent is None}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_book_grown_in_parts_is_that_linked_at_once(
    tmp_path: Path, seed: int
) -> None:
    made = list(generated(120))
    random.Random(seed).shuffle(made)
    with Store(tmp_path / "grown.db", create=True) as grown:
        for start in range(0, 120, 40):
            add(grown, made[start : start + 40])
            last = run(grown)
        found, log = shown(grown), grown.log()
        forget(grown)
        whole = run(grown)
        assert (shown(grown), grown.log()) == (found, log)
        assert whole.counts == last.counts
        with Store(tmp_path / "once.db", create=True) as once:
            add(once, made)
            run(once)
            assert groups(once) == groups(grown)


def test_what_does_not_change_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = generated(300)
    read: list[int] = []
    extracted = Store.extracted

    def counted(store: Store, *maker: str, **wanted: Any) -> list[Claim]:
        read.append(len(wanted["reports"]))
        return extracted(store, *maker, **wanted)

    with Store(tmp_path / "book.db", create=True) as store:
        add(store, made[:295])
        run(store)
        add(store, made[295:])
        monkeypatch.setattr(Store, "extracted", counted)
        second = run(store)
        query = select(schema.incidents.c.run)
        with reading(store._engine) as connection:
            writers = list(connection.scalars(query))
    assert 0 < writers.count(second.id) < len(writers) / 2
    assert 0 < sum(read) < 200


def test_the_id_of_a_merged_incident_finds_the_other(tmp_path: Path) -> None:
    made = list(generated(120))
    random.Random(4).shuffle(made)
    gone: dict[str, str] = {}
    with Store(tmp_path / "book.db", create=True) as store:
        for start in range(0, 120, 20):
            add(store, made[start : start + 20])
            run(store)
            gone |= store.recall.merged()
        held = {incident.id for incident in store.results().incidents()}
        minted = {row.incident for row in store.minted()}
        now = store.recall.merged()
        assert minted <= held | now.keys()
        assert set(now.values()) <= held
        for old, new in now.items():
            assert store.results().followed(old) == new
            assert any(old[:12] in (row.file or "") for row in store.log())
        assert all(store.results().followed(i) == i for i in held)
