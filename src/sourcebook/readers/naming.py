"""Source ids: one name a report, kept apart where an input uses one twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sourcebook.model.ids import identify
from sourcebook.model.report import Report
from sourcebook.readers.contract import Repeated


class Names:
    """Gives each report a source id of its own.

    A second report with a used source id and other content gets ``#2``, a third
    ``#3``; the same content under the same id is the same report again.
    """

    def __init__(self, known: Iterable[Report] = ()) -> None:
        self._contents: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        for report in known:
            contents = self._contents.setdefault(_base(report.source_id), [])
            contents.append(_content(report))
            self._names[report.id] = report.source_id
        self._before = frozenset(self._names)

    def settle(
        self, report: Report, *, file: str, line: int | None = None
    ) -> Report | Repeated:
        """Return the report under its own name, or say that it is known."""
        contents = self._contents.setdefault(report.source_id, [])
        content = _content(report)
        number = contents.index(content) if content in contents else len(contents)
        named = _renamed(report, number + 1)
        if number == len(contents) and named.id not in self._names:
            contents.append(content)
            self._names[named.id] = named.source_id
            return named
        return Repeated(
            file=file,
            line=line,
            reason=f"{report.source_id} is the same report as "
            f"{self._names.get(named.id, named.source_id)}",
            next_step="nothing to do; it is counted once",
            before=named.id in self._before,
        )


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
