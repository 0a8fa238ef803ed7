"""What a book keeps of its past: earlier results, withdrawn reports."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path

from sourcebook.book.clock import now
from sourcebook.book.history import Diff, Past, diff, named_run, run_at
from sourcebook.config import Config
from sourcebook.errors import BookError, InvalidValue
from sourcebook.export import Contents
from sourcebook.model.run import Run
from sourcebook.store import PastRun, Retraction, Store, Tombstone


@dataclass(frozen=True, slots=True, kw_only=True)
class Expunged:
    """What expunging a report did.

    ``same_text`` are the source ids of reports that hold the same text and stay.
    """

    tombstone: Tombstone
    same_text: tuple[str, ...]


class Keeping(ABC):
    """Retracting and expunging reports, and looking at what earlier runs derived."""

    path: Path
    _store: Store
    _contents: Contents | None

    @abstractmethod
    def run(self, *, as_of: str | None = None, config: Config | None = None) -> Run:
        """Derive anew what the reports and decisions give."""

    def retract(
        self,
        report: str,
        *,
        who: str,
        reason: str,
        when: str | None = None,
        undo: bool = False,
    ) -> Retraction:
        """Keep that a report was withdrawn: from the next ``run`` on it counts nowhere.

        ``report`` is its source id or the beginning of its id; it stays readable. With
        ``undo`` it counts again. Raises NotFound, and BookError where it is so already.
        """
        _check(who, reason)
        told = Retraction(
            report=self._store.withdrawn.find(report),
            when=when or now(),
            who=who,
            reason=reason,
            undone=undo,
        )
        self._store.withdrawn.retract(told)
        return told

    def retractions(self) -> list[Retraction]:
        """Return who retracted which report, or undid that, the first first."""
        return self._store.withdrawn.retractions()

    def expunge(
        self, report: str, *, who: str, reason: str, when: str | None = None
    ) -> Expunged:
        """Remove a report's text, title, quotes and names for good, and derive anew.

        What is left is its hashes, who, when and why; it is not taken in again.
        Raises NotFound.
        """
        _check(who, reason)
        withdrawn = self._store.withdrawn
        withdrawn.sweep()
        found = withdrawn.find(report)
        copies = tuple(withdrawn.same_text(found))
        stone = withdrawn.expunge(found, who=who, when=when or now(), reason=reason)
        self._contents = None
        last = self._store.last_run()
        if last is not None and self._store.holds_reports():
            settings = json.loads(last.config)
            as_of = settings.pop("as_of")
            self.run(config=Config.of(settings), as_of=as_of)
        return Expunged(tombstone=stone, same_text=copies)

    def raw(self, report: str) -> bytes:
        """Return the bytes that a report was read from (DOMAIN DOC-1).

        Raises NotFound, and BookError where a book made before they were kept lacks
        them.
        """
        found = self._store.raw(self._store.withdrawn.find(report))
        if found is None:
            raise BookError(
                f"{self.path} does not hold the bytes of {report!r}: it was added "
                "before bytes were kept; look at the input that it came from"
            )
        return found

    def runs(self) -> list[PastRun]:
        """Return the runs of the book with their numbers, the first first."""
        return self._store.history.runs()

    def as_of(self, when: str) -> Past:
        """Return what the book showed after a run, or at the end of a day.

        ``when`` is a run's number or the beginning of its id, or a date or time
        (ISO 8601). Raises NotFound, and BookError where it was not kept.
        """
        return Past(self.path, self._store, run_at(self.runs(), when, self.path))

    def diff(self, before: str, after: str) -> Diff:
        """Return what changed in incidents and estimates from one run to another.

        Each change names the reports, versions and decisions that it is due to
        (DOMAIN REC-12). A run is named by its number or the beginning of its id.
        """
        runs = self.runs()
        return diff(
            self._store,
            named_run(runs, before, self.path),
            named_run(runs, after, self.path),
        )

    def diff_to_last(self) -> Diff | None:
        """Return what the last run changed; None for the first, or where not kept."""
        runs = self.runs()[-2:]
        if len(runs) < 2 or not runs[0].kept:
            return None
        return diff(self._store, *runs)


def _check(who: str, reason: str) -> None:
    if not who.strip() or not reason.strip():
        raise InvalidValue(
            "withdrawing a report needs a name and a reason; give them with --who and "
            "--reason"
        )
