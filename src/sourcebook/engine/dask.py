"""Extraction by Dask: on a cluster of this machine, or on one that runs elsewhere.

The heavy library is imported here only, and this module only where it is asked for
(``pip install "sourcebook[dask]"``). Nothing is scheduled by ourselves: batches are
submitted, Dask places them, and gives one whose worker ended to another.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from threading import Lock

import dask.config
from distributed import Client, Future, KilledWorker, LocalCluster
from distributed.comm import CommClosedError

from sourcebook.engine.batches import (
    Batch,
    Extractor,
    Factory,
    Outcome,
    WorkerLost,
    in_order,
    read_batch,
)
from sourcebook.engine.local import without_main
from sourcebook.errors import SourcebookError
from sourcebook.model.report import Report

#: What Dask watches of itself costs a tenth of a core; our own cluster goes without.
_QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "2s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.gil.enabled": False,
}
#: Seconds in which a scheduler that runs has answered.
_ANSWER = 15


def read_by_dask(
    coming: Iterable[Batch], factory: Factory, *, count: int, address: str | None
) -> Iterator[tuple[Report, Outcome]]:
    """Read batches on the cluster at ``address``, None for ``count`` processes here.

    The machines of a cluster need the same version of sourcebook. Raises
    SourcebookError where no scheduler answers, or a worker reads by other rules.
    """
    with _client(count, address) as client:
        yield from in_order(coming, Cluster(client, factory))


class Cluster:
    """The workers of a Dask cluster, as many as it has at the time."""

    forgets = False

    def __init__(self, client: Client, factory: Factory) -> None:
        self._client = client
        self._factory = factory
        own = factory()
        self._reads_as = own.name, own.version

    @property
    def width(self) -> int:
        """The threads of all workers, one where none has come yet."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def submit(self, batch: Batch) -> Future:
        """Begin to read a batch."""
        return self._client.submit(
            _work, self._factory, self._reads_as, batch, pure=False
        )

    def finish(self, pending: Future) -> list[Outcome]:
        """Wait for a batch; raise WorkerLost where it ended every worker it was given."""
        try:
            found: list[Outcome] = pending.result()
        except KilledWorker as error:
            raise WorkerLost from error
        except (CommClosedError, asyncio.CancelledError) as error:
            raise SourcebookError(
                "the Dask cluster is gone; what was finished is kept: start the "
                "cluster again, then run the command again"
            ) from error
        except ImportError as error:
            raise SourcebookError(
                f"a worker of the Dask cluster cannot load what it needs ({error}); "
                "install there what is installed here, in the same versions"
            ) from error
        return found

    def renew(self) -> None:
        """Nothing to do: Dask starts its workers again itself."""


@contextmanager
def _client(count: int, address: str | None) -> Iterator[Client]:
    with ExitStack() as stack:
        if address is None:
            stack.enter_context(dask.config.set(_QUIET))
            # Dask starts a worker anew at any time: the script stays hidden throughout.
            stack.enter_context(without_main())
            scratch = stack.enter_context(tempfile.TemporaryDirectory())
            cluster = LocalCluster(
                n_workers=count,
                threads_per_worker=1,
                dashboard_address="127.0.0.1:0",
                host="127.0.0.1",
                local_directory=scratch,
                silence_logs=logging.CRITICAL,
            )
            stack.enter_context(cluster)
            yield stack.enter_context(Client(cluster))
            return
        try:
            client = Client(address, timeout=_ANSWER)
        except (OSError, ValueError) as error:  # a time-out is an OSError
            raise SourcebookError(
                f"no Dask scheduler answers at {address} ({error}); start one with: "
                "dask scheduler, and give its address, such as tcp://10.0.0.5:8786"
            ) from error
        yield stack.enter_context(client)


_one_at_a_time = Lock()


@cache
def _extractor(factory: Factory) -> Extractor:
    return factory()


def _work(factory: Factory, reads_as: tuple[str, str], batch: Batch) -> list[Outcome]:
    """Read a batch in a worker, which keeps its extractor for the next ones.

    Workers may have several threads; an extractor has one.
    """
    with _one_at_a_time:
        own = _extractor(factory)
        if (own.name, own.version) != reads_as:
            raise ImportError(
                f"it has the extractor {own.name} {own.version}, not "
                f"{' '.join(reads_as)}"
            )
        return read_batch(own, batch)
