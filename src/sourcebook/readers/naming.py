"""Source ids: one name a report, kept apart where an input uses one twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from sourcebook.model.ids import identify
from sourcebook.model.report import Report
from sourcebook.readers.contract import Repeated


class Known(Protocol):
    """The reports that a book holds, looked up one name at a time."""

    def named(self, source_id: str) -> Iterable[Report]:
        """Return those of this source id, or of it with a number, in input order."""

    def name_of(self, id: str) -> str | None:
        """Return the source id of the report with this id, None where there is none."""


class Names:
    """Gives each report a source id of its own.

    A second report with a used source id and other content gets ``#2``, a third
    ``#3``; the same content under the same id is the same report again. ``known`` are
    the reports that were there before.
    """

    def __init__(self, known: Known | None = None) -> None:
        self._known = known
        self._contents: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}

    def settle(
        self, report: Report, *, file: str, line: int | None = None
    ) -> Report | Repeated:
        """Return the report under its own name, or say that it is known."""
        contents = self._contents_of(report.source_id)
        content = _content(report)
        number = contents.index(content) if content in contents else len(contents)
        named = _renamed(report, number + 1)
        held = self._known.name_of(named.id) if self._known is not None else None
        if number == len(contents) and held is None and named.id not in self._names:
            contents.append(content)
            self._names[named.id] = named.source_id
            return named
        return Repeated(
            file=file,
            line=line,
            reason=f"{report.source_id} is the same report as "
            f"{held or self._names.get(named.id, named.source_id)}",
            next_step="nothing to do; it is counted once",
            before=held is not None,
        )

    def _contents_of(self, source_id: str) -> list[str]:
        if source_id not in self._contents:
            held = self._known.named(source_id) if self._known is not None else ()
            told = [_content(r) for r in held if _base(r.source_id) == source_id]
            self._contents[source_id] = told
        return self._contents[source_id]


def _base(source_id: str) -> str:
    base, mark, number = source_id.rpartition("#")
    return base if mark and number.isdigit() else source_id


def _renamed(report: Report, number: int) -> Report:
    if number == 1:
        return report
    source_id = f"{report.source_id}#{number}"
    if report.outlet is not None:  # then the source id is no part of the report's id
        return replace(report, source_id=source_id)
    fresh = identify(
        "report", report.text.id, report.title, source_id, report.url, report.published
    )
    return replace(report, id=fresh, source_id=source_id)


def _content(report: Report) -> str:
    return identify(
        report.text.id, report.title, report.outlet, report.url, report.published
    )
