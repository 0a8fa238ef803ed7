"""Progress on standard error: a bar with rate and time left, where it is wanted."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from tqdm import tqdm

#: Seconds before progress is told to something that is no terminal, and between.
_LONG = 20.0


class Bars:
    """One bar a stage; call it with a stage, how much is done, and of how much."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._stage = ""
        self._bar: tqdm[None] | None = None

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Show that ``done`` of ``total`` is done."""
        if stage != self._stage:
            self.close()
            self._stage = stage
            self._bar = self._fresh(stage, total)
        if self._bar is not None:
            self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _fresh(self, stage: str, total: int | None) -> tqdm[None]:
        return tqdm(
            desc=stage,
            total=total,
            unit=" reports",
            leave=False,
            file=sys.stderr,
            delay=0.5 if self._terminal else _LONG,
            mininterval=0.1 if self._terminal else _LONG,
        )
