"""Lineages of claims: to whom each goes back (DOMAIN SRC-2, SRC-3).

A lineage is a stable string ``kind:key``, the same for all claims of one originator
in a book. Reconciling counts distinct strings by what :func:`counts` says:

* certain, an originator the words name: ``government:SY`` (a government with its
  ministries, forces and state media), ``police:`` and other departments by place,
  ``monitor:``, ``igo:``, ``ngo:``, ``party_to_conflict:``, ``official:`` with a canonical
  name, ``named:`` with a person's or body's own name;
* possible, a voice whose origin is not told: ``wire:`` and an agency, ``outlet:`` and
  an outlet, ``report:`` and a report's id where the outlet is unknown (copies share
  the voice of the earliest report with their wording); an office without a body or
  place: ``official:police``, ``official:officials``;
* none: ``unnamed`` ("reports", "hospital officials").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from sourcebook.link.copies import Copies
from sourcebook.link.originators import UNNAMED, originator
from sourcebook.link.words import normalised
from sourcebook.model.claim import Claim
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report
from sourcebook.schema import sources

__all__ = ["UNNAMED", "Lineages", "counts", "voice"]

_POSSIBLE = ("wire", "outlet", "report")
#: Offices of which nobody says whose they are: they may be those named elsewhere.
_VAGUE = frozenset(
    [
        "official:officials",
        "official:police",
        "official:sheriff",
        "official:rescue",
        "rescue:service",
    ]
)
#: Characters at the head of a text where an agency is credited: "KABUL (AFP) -".
_HEAD = 200
_CREDIT = re.compile(r"\(([A-Z][A-Za-z .]{1,24})\)|\b([A-Z][A-Za-z]{2,24}) [-–—] ")


def counts(lineage: str | None) -> Literal["certain", "possible", "none"]:
    """Return how a lineage counts for independence (DOMAIN SRC-3).

    >>> counts("gov:SY"), counts("outlet:example.org"), counts("unnamed")
    ('certain', 'possible', 'none')
    >>> counts("official:police"), counts("police:arden")
    ('possible', 'certain')
    """
    if lineage is None or lineage == UNNAMED:
        return "none"
    if lineage in _VAGUE or lineage.split(":")[0] in _POSSIBLE:
        return "possible"
    return "certain"


class Lineages:
    """Gives each claim its lineage, from its attribution and its report's wording."""

    def __init__(
        self,
        reports: Sequence[Report],
        copies: Copies,
        roots: Mapping[str, Incident],
    ) -> None:
        self._reports = {report.id: report for report in reports}
        self._copies = copies
        self._roots = roots
        self._voices: dict[str, str] = {}

    def of(self, claim: Claim) -> str:
        """Return the lineage of a claim."""
        last = claim.originator
        if last is None:
            first = self._copies.passage.get(
                claim.id, self._copies.original.get(claim.report, claim.report)
            )
            return self._voice(first)
        return originator(last, self._country(claim))

    def _voice(self, report: str) -> str:
        if report not in self._voices:
            self._voices[report] = voice(self._reports[report])
        return self._voices[report]

    def _country(self, claim: Claim) -> str | None:
        root = self._roots.get(claim.report)
        return root.place.country if root and root.place else None


def voice(report: Report) -> str:
    """Return the lineage of what a report states in its own voice."""
    for match in _CREDIT.finditer(report.text.characters[:_HEAD]):
        agency = sources.resolve(match.group(1) or match.group(2))
        if agency.type == "wire" and agency.lineage:
            return f"wire:{_key(agency.lineage)}"
    if report.outlet:
        return f"outlet:{_key(sources.resolve(report.outlet).lineage or report.outlet)}"
    return f"report:{report.id}"


def _key(name: str) -> str:
    return re.sub(r"\W+", "-", normalised(name)).strip("-")
