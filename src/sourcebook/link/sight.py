"""Reports as they are compared, each looked at when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sourcebook.link.copies import is_stub
from sourcebook.link.describing import type_of
from sourcebook.link.evidence import Seen
from sourcebook.link.facts import gather
from sourcebook.link.memory import Note
from sourcebook.link.mentions import mentions
from sourcebook.link.terms import Furniture, Weights, terms_of
from sourcebook.link.words import cased
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report


class Sight(Mapping[str, Seen]):
    """What is compared of each report, by its id."""

    def __init__(
        self,
        reports: Sequence[Report],
        claims: Mapping[str, Sequence[Claim]],
        lineage: Mapping[str, str],
        notes: Mapping[str, Note],
        shared: Furniture,
        common: Weights,
    ) -> None:
        self._reports = {report.id: report for report in reports}
        self._claims = claims
        self._lineage = lineage
        self._notes = notes
        self._shared = shared
        self._common = common
        self._seen: dict[str, Seen] = {}

    def __getitem__(self, report: str) -> Seen:
        if report not in self._seen:
            self._seen[report] = self._look(self._reports[report])
        return self._seen[report]

    def __iter__(self) -> Iterator[str]:
        return iter(self._reports)

    def __len__(self) -> int:
        return len(self._reports)

    def _look(self, report: Report) -> Seen:
        claims = self._claims[report.id]
        told = self._notes[report.id].sentences
        return Seen(
            terms=terms_of(report, told, self._shared, self._common),
            facts=gather(report, claims),
            mentions=mentions(report.title, cased(report.text.characters)),
            lineage=report.id if is_stub(report) else self._lineage[report.id],
            kind=type_of([report], claims),
        )
