"""What reading inputs into a book gave: counts, and the log of what was odd."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from sourcebook.errors import InputError, InputSkipped
from sourcebook.model.report import Report
from sourcebook.store import LogRow, Tombstone

if TYPE_CHECKING:
    from sourcebook.readers import Flagged, Item

#: Called with a stage, how much of it is done, and of how much (None: unknown).
Progress: TypeAlias = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What an ``add`` did.

    ``read`` counts reports given, ``new`` those that the book had not held,
    ``repeated`` those given twice or held before, ``skipped`` inputs that could not
    be read, ``unread`` reports in a language that is not read for claims.
    """

    read: int
    new: int
    repeated: int
    skipped: int
    unread: int


@dataclass(slots=True)
class Intake:
    """Passes reports on, and keeps count and log of everything else.

    ``languages`` are those that are read for claims, ``buried`` the tombstones of
    expunged reports by their ids and the ids of their texts.
    """

    languages: Collection[str | None]
    progress: Progress | None = None
    buried: Mapping[str, Tombstone] = field(default_factory=dict)
    log: list[LogRow] = field(default_factory=list)
    read: int = 0
    repeated: int = 0
    skipped: int = 0
    unread: int = 0

    def reports(self, items: Iterable[Item]) -> Iterator[Report]:
        """Yield the reports; raise InputError where there is not one."""
        for item in items:
            if isinstance(item, Report) and (stone := self._stone(item)):
                self._leave(item, stone)
            elif isinstance(item, Report):
                self.read += 1
                self._look(item)
                if self.progress is not None:
                    self.progress("reading", self.read, None)
                yield item
            else:
                self._note(item)
        if not self.read and not self.repeated:
            raise InputError(self._nothing())

    def _stone(self, report: Report) -> Tombstone | None:
        return self.buried.get(report.id) or self.buried.get(report.text.id)

    def _leave(self, report: Report, stone: Tombstone) -> None:
        """Leave out a report that was expunged, without a word of it."""
        self.skipped += 1
        self.log.append(
            LogRow(
                stage="read",
                level="info",
                file=report.id,
                line=None,
                reason=f"{stone.who} expunged this report on {stone.when[:10]} "
                f"({stone.reason}): it is not taken in again",
                next="nothing to do; remove it from the input",
            )
        )

    def added(self, new: int) -> Added:
        """Return the counts."""
        return Added(
            read=self.read,
            new=new,
            repeated=self.repeated,
            skipped=self.skipped,
            unread=self.unread,
        )

    def _look(self, report: Report) -> None:
        language = report.text.language
        if language not in self.languages:
            self.unread += 1
            self.log.append(
                LogRow(
                    stage="read",
                    level="info",
                    file=report.source_id,
                    line=None,
                    reason=f"its language ({language}) is not read: it is kept and "
                    "listed, without claims",
                    next="add a translation as a report of its own",
                )
            )

    def _note(self, item: InputSkipped | Flagged) -> None:
        from sourcebook.readers import Repeated  # with all readers

        skipped = isinstance(item, InputSkipped)
        self.skipped += skipped
        if isinstance(item, Repeated):
            self.repeated += 1
            if item.before:
                return
        self.log.append(
            LogRow(
                stage="read",
                level="error" if skipped else "warning",
                file=item.file,
                line=item.line,
                reason=item.reason,
                next=item.next_step,
            )
        )

    def _nothing(self) -> str:
        said = [f"{r.file}: {r.reason}; {r.next}" for r in self.log[:5]]
        if not said:
            return "no report was found; name files or folders that hold reports"
        left = len(self.log) - len(said)
        more = [f"and {left} more"] if left > 0 else []
        return "no report could be read:\n  " + "\n  ".join([*said, *more])
