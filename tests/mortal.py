"""Extractors that end the process that reads, as a lack of memory would."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from standin import Standin

_ONCE = re.compile(r"FRAIL (\S+)")


class Mortal(Standin):
    """FATAL in a report ends its process each time, FRAIL with a file only once."""

    def extract(
        self, reports: Iterable[Report]
    ) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        for report in reports:
            frail = _ONCE.search(report.text.characters)
            if frail and not Path(frail[1]).exists():
                Path(frail[1]).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if "FATAL" in report.text.characters:
                os.kill(os.getpid(), signal.SIGKILL)
            yield from super().extract([report])


class Stillborn(Standin):
    """Ends its process before it reads anything; the first process is spared."""

    def __init__(self) -> None:
        if "SOURCEBOOK_TEST_FIRST" not in os.environ:
            return
        if os.environ["SOURCEBOOK_TEST_FIRST"] != str(os.getpid()):
            os.kill(os.getpid(), signal.SIGKILL)


class Renamed(Standin):
    """Has another version in each process, as unlike installations would."""

    @property
    def version(self) -> str:  # type: ignore[override]
        return str(os.getpid())
