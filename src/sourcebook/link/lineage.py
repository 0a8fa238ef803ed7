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
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal

from sourcebook.link.copies import Copies
from sourcebook.link.credits import credited, outlet_source
from sourcebook.link.organisations import lineage_of
from sourcebook.link.originators import UNNAMED, originator
from sourcebook.link.words import normalised
from sourcebook.model.claim import Claim
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report
from sourcebook.schema.load import table

__all__ = ["UNNAMED", "Lineages", "counts", "voice"]

_POSSIBLE = ("wire", "outlet", "report")
#: Names that are the first letters of others: "TfL".
_INITIALS = re.compile(r"[A-Z][A-Za-z]{1,5}")
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
        country = self._country(claim)
        found = originator(last, country)
        short = _is_own(found) or (last.name or "") in _shared_initials()
        full = self._in_full(last.name, claim.report) if short else None
        return originator(replace(last, name=full), country) if full else found

    def _in_full(self, name: str | None, report: str) -> str | None:
        """Return the name whose initials a source goes by, as its incident tells it.

        The report's own words come first, then those of the others about the incident.
        """
        form = spelt(name or "")
        if form is None:
            return None
        root = self._roots.get(report)
        for each in (report, *(root.reports if root else ())):
            if each in self._reports:
                found = form.search(self._reports[each].text.characters)
                if found:
                    return found.group()
        return None

    def _voice(self, report: str) -> str:
        if report not in self._voices:
            self._voices[report] = voice(self._reports[report])
        return self._voices[report]

    def _country(self, claim: Claim) -> str | None:
        root = self._roots.get(claim.report)
        return root.place.country if root and root.place else None


def voice(report: Report) -> str:
    """Return the lineage of what a report states in its own voice.

    That is the agency's whose text it prints, else the outlet's.
    """
    agency = credited(report)
    if agency is not None:
        return lineage_of(agency)
    if not report.outlet:
        return f"report:{report.id}"
    outlet = outlet_source(report.outlet)
    if outlet.type in ("wire", "state_media"):
        return lineage_of(outlet)
    return f"outlet:{_key(outlet.lineage or report.outlet)}"


def _is_own(lineage: str) -> bool:
    return lineage.split(":")[0] == "named"


@cache
def _shared_initials() -> frozenset[str]:
    """Initials that several bodies go by: the report says whose they are."""
    return frozenset(table("sources")["originator"]["shared_initials"])


@lru_cache(maxsize=1_000)
def spelt(initials: str) -> re.Pattern[str] | None:
    """Return the form of a name with these initials, None for what are no initials.

    >>> spelt("TfL").search("Transport for London staff").group()
    'Transport for London'
    >>> spelt("Harbour Lines") is None
    True
    """
    if not _INITIALS.fullmatch(initials) or sum(map(str.isupper, initials)) < 2:
        return None
    small = r"[ -](?:(?:of|for|and|the|on|in|de|&) )*"
    return re.compile(r"\b" + small.join(rf"{c}[\w’']+" for c in initials) + r"\b")


def _key(name: str) -> str:
    return re.sub(r"\W+", "-", normalised(name)).strip("-")
