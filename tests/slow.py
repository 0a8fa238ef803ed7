"""An extractor that takes its time, for tests that end it in the middle."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from standin import Standin


class Slow(Standin):
    """Reads as the stand-in does, a tenth of a second a report."""

    def extract(
        self, reports: Iterable[Report]
    ) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        for report in reports:
            time.sleep(0.1)
            yield from super().extract([report])
