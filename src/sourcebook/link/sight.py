"""Reports as they are compared, each looked at when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sourcebook.link.candidates import outline
from sourcebook.link.copies import is_stub
from sourcebook.link.describing import type_of
from sourcebook.link.evidence import Seen
from sourcebook.link.facts import gather
from sourcebook.link.memory import Outline
from sourcebook.link.mentions import mentions
from sourcebook.link.rarity import Counted, counted
from sourcebook.link.terms import (
    Furniture,
    Terms,
    Weights,
    furniture,
    numbers,
    terms_of,
)
from sourcebook.link.vectors import Lexicon
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
        sentences: Mapping[str, Sequence[int]],
        shared: Furniture,
        common: Weights,
    ) -> None:
        self._reports = {report.id: report for report in reports}
        self._claims = claims
        self._lineage = lineage
        self._sentences = sentences
        self._shared = shared
        self._common = common
        self._seen: dict[str, Seen] = {}
        self._whole, self._head = Lexicon(), Lexicon()

    @classmethod
    def of(
        cls,
        reports: Sequence[Report],
        claims: Mapping[str, Sequence[Claim]],
        lineage: Mapping[str, str],
    ) -> Sight:
        """Return reports as they are compared in a book that holds no others."""
        sentences = {report.id: numbers(report) for report in reports}
        shared = furniture(sentences, {r.id: r.title for r in reports}, lineage)
        common = counted(reports, lineage, Counted()).levels()
        return cls(reports, claims, lineage, sentences, shared, common)

    def __getitem__(self, report: str) -> Seen:
        if report not in self._seen:
            self._look(self._reports[report])
        return self._seen[report]

    def __iter__(self) -> Iterator[str]:
        return iter(self._reports)

    def __len__(self) -> int:
        return len(self._reports)

    def outline(self, report: str, told: str) -> Outline:
        """Return by what a report looks for others; ``told`` stands for the report."""
        terms = self._look(self._reports[report])
        return outline(told, terms, self._seen[report].facts)

    def _look(self, report: Report) -> Terms:
        claims = self._claims[report.id]
        told = self._sentences[report.id]
        terms = terms_of(report, told, self._shared, self._common)
        self._seen[report.id] = Seen(
            whole=self._whole.vector(terms.whole),
            head=self._head.vector(terms.head),
            rare=terms.rare,
            facts=gather(report, claims),
            mentions=mentions(report.title, cased(report.text.characters)),
            lineage=report.id if is_stub(report) else self._lineage[report.id],
            kind=type_of([report], claims),
        )
        return terms
