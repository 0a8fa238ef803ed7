"""Reports to claims, on the engine asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Literal, TypeAlias

from sourcebook.engine.batches import Batch, Extracted, Factory, Outcome, batches
from sourcebook.engine.local import read_here, read_in_processes
from sourcebook.errors import SourcebookError
from sourcebook.model.report import Report

#: Fewer reports than this are read sooner than worker processes start.
FEW = 12

#: Where reports are read: processes of this machine, or a Dask cluster.
Engine: TypeAlias = Literal["local", "dask"]
#: Called with a report that could not be read and what went wrong.
Failed: TypeAlias = Callable[[Report, str], None]


def extract(
    reports: Iterable[Report],
    *,
    extractor: Factory,
    workers: int | None = None,
    engine: Engine = "local",
    cluster: str | None = None,
    failed: Failed | None = None,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Extracted]:
    """Yield each report with its claims, in the order given, on either engine alike.

    ``workers`` None takes one process a core; the local engine then reads a few
    reports in this process alone. ``cluster`` is the address of a running Dask
    cluster. Reports are taken as they are needed, a few batches at a time. One that
    cannot be read is told to ``failed`` and left out; ``progress`` is called with the
    number of reports just done. Raises SourcebookError where the engine fails.
    """
    coming = iter(reports)
    first = list(islice(coming, FEW))
    small = workers is None and len(first) < FEW
    count = workers or os.cpu_count() or 1
    given = batches(chain(first, coming))
    if not first:
        return
    if engine == "dask":
        results = _by_dask(given, extractor, count, cluster)
    elif small or count == 1:
        results = read_here(given, extractor)
    else:
        results = read_in_processes(given, extractor, count)
    for report, claims in results:
        if progress is not None:
            progress(1)
        if not isinstance(claims, str):
            yield report, claims
        elif failed is not None:
            failed(report, claims)


def _by_dask(
    given: Iterable[Batch], extractor: Factory, count: int, cluster: str | None
) -> Iterator[tuple[Report, Outcome]]:
    try:
        from sourcebook.engine.dask import read_by_dask
    except ModuleNotFoundError as error:
        raise SourcebookError(
            f"the engine dask needs the package {error.name}; run: "
            'pip install "sourcebook[dask]", or leave out --engine dask'
        ) from error
    return read_by_dask(given, extractor, count=count, address=cluster)
