"""Lineages of claims: to whom each goes back (DOMAIN SRC-2, SRC-3).

A lineage is a stable string ``kind:key``, the same for all claims of one originator
in a book. Reconciling counts distinct strings by what :func:`counts` says:

* certain, an originator the words name: ``gov:SY`` (a government with its ministries,
  forces and state media), ``official:US:police`` (a kind of local authority),
  ``monitor:``, ``igo:``, ``ngo:``, ``party:`` (those who claim or are accused),
  ``hospital:``, ``witness:``, ``person:``, ``org:`` and a canonical name;
* possible, a voice whose origin is not told: ``wire:`` and an agency, ``outlet:`` and
  an outlet, ``report:`` and a report's id where the outlet is unknown. Copies share
  the voice of the earliest report with their wording;
* none: ``unnamed`` ("reports", "officials" without an office).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from sourcebook.link.copies import Copies
from sourcebook.link.words import normalised
from sourcebook.model.claim import AttributionLink, Claim
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report
from sourcebook.schema import sources
from sourcebook.schema.sources import Source

UNNAMED = "unnamed"
_POSSIBLE = ("wire", "outlet", "report")
#: Characters at the head of a text where an agency is credited: "KABUL (AFP) -".
_HEAD = 200
_CREDIT = re.compile(r"\(([A-Z][A-Za-z .]{1,24})\)|\b([A-Z][A-Za-z]{2,24}) [-–—] ")


def counts(lineage: str | None) -> Literal["certain", "possible", "none"]:
    """Return how a lineage counts for independence (DOMAIN SRC-3).

    >>> counts("gov:SY"), counts("outlet:example.org"), counts("unnamed")
    ('certain', 'possible', 'none')
    """
    if lineage is None or lineage == UNNAMED:
        return "none"
    return "possible" if lineage.split(":")[0] in _POSSIBLE else "certain"


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
            first = self._copies.sentence.get(
                claim.id, self._copies.original.get(claim.report, claim.report)
            )
            return self._voice(first)
        return _originator(last, self._country(claim))

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
        if agency is not None and agency.type == "wire":
            return f"wire:{_key(agency.canonical)}"
    if report.outlet:
        outlet = sources.resolve(report.outlet)
        return f"outlet:{_key(outlet.canonical if outlet else report.outlet)}"
    return f"report:{report.id}"


def _originator(link: AttributionLink, country: str | None) -> str:
    """Return the lineage of the last of those who are said to state a claim."""
    for name in (link.body, link.name):
        source = sources.resolve(name) if name else None
        if name is None or source is None:
            continue
        if source.government or source.type in ("state_media", "official"):
            return _authority(source, country)
        if source.type in ("outlet", "wire"):
            return f"{source.type}:{_key(source.canonical)}"
        if source.type not in ("unnamed", "witness"):
            return f"{source.type}:{_key(source.canonical)}"
    if not link.named or link.name is None:
        return UNNAMED
    return f"person:{_key(link.body or link.name)}"


def _authority(source: Source, country: str | None) -> str:
    """Return the lineage of an authority: its government's, or its own office's."""
    land = source.government or country or "unknown"
    if source.type == "official" and source.government is None:
        return f"official:{land}:{_key(source.canonical)}"
    return f"gov:{land}"


def _key(name: str) -> str:
    return re.sub(r"\W+", "-", normalised(name)).strip("-")
