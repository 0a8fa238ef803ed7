"""Looking at what a run derived: the last one's, or an earlier one's."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from sourcebook.book.filters import chosen
from sourcebook.book.loading import Part
from sourcebook.book.show import Shown
from sourcebook.book.table import Table
from sourcebook.book.views import IncidentView
from sourcebook.errors import NotFound
from sourcebook.export import Contents
from sourcebook.export.jsonl import claim_rows, report_rows
from sourcebook.store import Results

#: Incidents that a listing reads at a time.
_BATCH = 100
#: Ids looked up for a name that begins several.
_MANY = 1_000


class Listing:
    """Incidents in order; how many they are is known before any is read."""

    def __init__(self, results: Results, ids: Sequence[str]) -> None:
        self._results, self._ids = results, ids

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[IncidentView]:
        for start in range(0, len(self._ids), _BATCH):
            ids = self._ids[start : start + _BATCH]
            part = Part(self._results, ids)
            yield from (IncidentView(part.incident[id], part) for id in ids)


class Readings(ABC):
    """Incidents, reports and claims of some contents."""

    path: Path

    @property
    @abstractmethod
    def contents(self) -> Contents:
        """Everything that the run derived."""

    @property
    @abstractmethod
    def results(self) -> Results:
        """What the run derived, to be read in part."""

    def incidents(
        self,
        *,
        country: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        parts: bool = False,
        limit: int | None = None,
    ) -> list[IncidentView]:
        """Return incidents, latest first; parts of incidents only where asked for.

        ``country`` is an ISO 3166-1 code, ``type`` a key of the schema's incident
        types, ``since`` and ``until`` EDTF dates that the incident's date lies
        between, both included; incidents without a date lie between no dates.
        ``limit`` is how many at the most.
        """
        listing = self.listing(
            country=country, type=type, since=since, until=until, parts=parts
        )
        return list(islice(listing, limit))

    def listing(
        self,
        *,
        country: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        parts: bool = False,
    ) -> Listing:
        """Return the same incidents to iterate over; each is read when it is reached."""
        results = self.results
        ids = chosen(
            results,
            country=country,
            type=type,
            since=since,
            until=until,
            parts=parts,
        )
        return Listing(results, ids)

    def incident(self, id: str) -> IncidentView:
        """Return the incident whose id begins so; raise NotFound for none or several.

        The id of one that was merged with another finds that one.
        """
        results = self.results
        found = results.starting("incident", results.followed(id), most=_MANY)
        if len(found) == 1:
            part = Part(results, found)
            return IncidentView(part.incident[found[0]], part)
        if not found:
            raise NotFound(
                f"no incident's id begins with {id!r}; list them with: "
                f"sourcebook incidents {self.path} --parts"
            )
        told = results.incidents(found[:10])
        listed = "\n".join(f"  {i.id[:12]}  {i.label}" for i in told)
        many = f"{len(found)}" if len(found) < _MANY else f"{_MANY} and more"
        raise NotFound(f"{id!r} begins the ids of {many} incidents:\n{listed}")

    def show(self, id: str) -> Shown:
        """Return the incident whose id begins so, as a page of text or a dictionary."""
        return Shown(self.incident(id))

    def sizes(self) -> dict[str, int]:
        """Return how many reports, claims and incidents there are, parts included."""
        results = self.results
        return {
            "report": len(results.counting()),
            "claim": results.count("claim"),
            "incident": results.count("incident"),
        }

    def reports(self) -> Table:
        """Return the reports as a table, in input order, with their placement."""
        return Table(list(report_rows(self.contents)))

    def claims(self) -> Table:
        """Return the claims as a table, sorted by id, payload fields as columns."""
        return Table(list(claim_rows(self.contents)))
