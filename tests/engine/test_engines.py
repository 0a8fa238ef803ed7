"""One suite for every engine: where reports are read must not show in the results."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from mortal import Mortal, Renamed, Stillborn
from sourcebook.engine import extract
from sourcebook.engine.batches import AHEAD, BATCH
from sourcebook.engine.extracting import FEW
from sourcebook.errors import SourcebookError
from sourcebook.model.report import Report, Text
from standin import Standin

WORKERS = 2
Run = Callable[..., Iterator[Any]]


def report(number: int, words: str = "") -> Report:
    text = Text.of(f"On Monday {number} people were killed. {words}", language="en")
    return Report.of(text, source_id=f"r{number}")


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a running cluster, as a user would have one."""
    distributed = pytest.importorskip("distributed")
    with (
        warnings.catch_warnings(),
        distributed.LocalCluster(
            n_workers=WORKERS,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",
            host="127.0.0.1",
            silence_logs=50,
        ) as running,
    ):
        yield running.scheduler_address


@pytest.fixture(params=["one process", "local", "dask"])
def run(request: pytest.FixtureRequest) -> Run:
    """Extraction on each engine in turn."""
    return _run(request)


@pytest.fixture(params=["local", "dask"])
def many(request: pytest.FixtureRequest) -> Run:
    """Extraction on each engine that has workers."""
    return _run(request)


def _run(request: pytest.FixtureRequest) -> Run:
    if request.param == "one process":
        return partial(extract, workers=1)
    if request.param == "local":
        return partial(extract, workers=WORKERS)
    address = request.getfixturevalue("cluster")
    return partial(extract, engine="dask", cluster=address)


def test_results_are_those_of_one_process_in_input_order(run: Run) -> None:
    given = [report(number) for number in range(1, 60)]
    expected = list(extract(given, extractor=Standin, workers=1))
    assert [r for r, _ in expected] == given
    assert list(run(given, extractor=Standin)) == expected


def test_a_report_that_fails_is_told_and_costs_only_itself(run: Run) -> None:
    given = [report(n, "UNREADABLE" if n in (2, 30) else "") for n in range(1, 41)]
    failed: list[tuple[str, str]] = []
    done: list[int] = []
    found = list(
        run(
            given,
            extractor=Standin,
            failed=lambda r, fault: failed.append((r.source_id, fault)),
            progress=done.append,
        )
    )
    assert [r for r, _ in found] == [
        r for r in given if r.source_id not in ("r2", "r30")
    ]
    fault = "RuntimeError: a defect of the extractor"
    assert failed == [("r2", fault), ("r30", fault)]
    assert sum(done) == 40


def test_no_reports_give_nothing(run: Run) -> None:
    assert list(run([], extractor=Standin)) == []


def test_few_batches_are_under_way_at_a_time(run: Run) -> None:
    taken = 0

    def lazily() -> Iterator[Report]:
        nonlocal taken
        for number in range(1, 400):
            taken += 1
            yield report(number)

    most = FEW + BATCH * (AHEAD * WORKERS + 2)
    found = run(lazily(), extractor=Standin)
    for given, _ in enumerate(found, 1):
        assert taken <= given + most
    assert taken == 399


def test_an_end_before_the_last_report_leaves_the_others_unread(run: Run) -> None:
    coming = iter([report(number) for number in range(1, 400)])
    found = run(coming, extractor=Standin)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert next(coming, None) is not None


def test_a_worker_killed_once_costs_nothing(many: Run, tmp_path: Path) -> None:
    given = [report(n) for n in range(1, 40)]
    given[20] = report(21, f"FRAIL {tmp_path / 'killed'}")
    expected = list(extract(given, extractor=Standin, workers=1))
    assert list(many(given, extractor=Mortal)) == expected
    assert (tmp_path / "killed").exists()


def test_a_report_that_kills_its_worker_is_told_and_costs_only_itself(
    many: Run,
) -> None:
    given = [report(n, "FATAL" if n == 17 else "") for n in range(1, 40)]
    failed: list[tuple[str, str]] = []
    found = many(
        given,
        extractor=Mortal,
        failed=lambda r, fault: failed.append((r.source_id, fault)),
    )
    expected = list(extract(given, extractor=Standin, workers=1))
    assert list(found) == [e for e in expected if e[0].source_id != "r17"]
    assert failed == [("r17", "the process that read it ended, twice (out of memory?)")]


def test_where_every_report_kills_its_worker_the_run_ends_with_advice() -> None:
    given = [report(number, "FATAL") for number in range(1, 30)]
    with pytest.raises(
        SourcebookError, match=r"what was finished is kept.*--workers 1"
    ):
        list(extract(given, extractor=Mortal, workers=WORKERS))


def test_workers_that_do_not_start_end_the_run_with_advice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCEBOOK_TEST_FIRST", str(os.getpid()))
    given = [report(number) for number in range(1, 30)]
    with pytest.raises(SourcebookError, match="end before they begin"):
        list(extract(given, extractor=Stillborn, workers=WORKERS))


def test_a_cluster_that_reads_by_other_rules_is_refused(cluster: str) -> None:
    given = [report(number) for number in range(1, 30)]
    with pytest.raises(SourcebookError, match="has the extractor standin"):
        list(extract(given, extractor=Renamed, engine="dask", cluster=cluster))


def test_no_scheduler_at_the_address_is_told_with_the_next_step(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = pytest.importorskip("sourcebook.engine.dask")
    monkeypatch.setattr(engine, "_ANSWER", 0.5)
    address = "tcp://127.0.0.1:9"
    with pytest.raises(
        SourcebookError, match=r"no Dask scheduler answers.*127.0.0.1:9"
    ):
        list(extract([report(1)], extractor=Standin, engine="dask", cluster=address))


def test_dask_without_a_cluster_starts_one_here() -> None:
    pytest.importorskip("distributed")
    given = [report(number) for number in range(1, 30)]
    expected = list(extract(given, extractor=Standin, workers=1))
    found = extract(given, extractor=Standin, engine="dask", workers=1)
    assert list(found) == expected
