"""Looking at what a run derived: the last one's, or an earlier one's."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path

from sourcebook.book.filters import chosen
from sourcebook.book.show import Shown
from sourcebook.book.table import Table
from sourcebook.book.views import IncidentView
from sourcebook.errors import NotFound
from sourcebook.export import Contents
from sourcebook.export.jsonl import claim_rows, report_rows


class Readings(ABC):
    """Incidents, reports and claims of some contents."""

    path: Path

    @property
    @abstractmethod
    def contents(self) -> Contents:
        """Everything that the run derived."""

    def incidents(
        self,
        *,
        country: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        parts: bool = False,
    ) -> list[IncidentView]:
        """Return incidents, latest first; parts of incidents only where asked for.

        ``country`` is an ISO 3166-1 code, ``type`` a key of the schema's incident
        types, ``since`` and ``until`` EDTF dates that the incident's date lies
        between, both included; incidents without a date lie between no dates.
        """
        found = chosen(
            self.contents.incidents,
            country=country,
            type=type,
            since=since,
            until=until,
            parts=parts,
        )
        return [IncidentView(incident, self.contents) for incident in found]

    def incident(self, id: str) -> IncidentView:
        """Return the incident whose id begins so; raise NotFound for none or several."""
        found = [i for i in self.contents.incidents if id and i.id.startswith(id)]
        if len(found) == 1:
            return IncidentView(found[0], self.contents)
        if not found:
            raise NotFound(
                f"no incident's id begins with {id!r}; list them with: "
                f"sourcebook incidents {self.path} --parts"
            )
        listed = "\n".join(f"  {i.id[:12]}  {i.label}" for i in found[:10])
        raise NotFound(f"{id!r} begins the ids of {len(found)} incidents:\n{listed}")

    def show(self, id: str) -> Shown:
        """Return the incident whose id begins so, as a page of text or a dictionary."""
        return Shown(self.incident(id))

    def reports(self) -> Table:
        """Return the reports as a table, in input order, with their placement."""
        return Table(list(report_rows(self.contents)))

    def claims(self) -> Table:
        """Return the claims as a table, sorted by id, payload fields as columns."""
        return Table(list(claim_rows(self.contents)))
