"""Reports that a book holds, looked up by name while others come."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sourcebook.model.report import Report, Text
from sourcebook.store import schema as t


class Known:
    """The reports that count, without their words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def named(self, source_id: str) -> list[Report]:
        """Return the reports of this source id, or of it with a number, in input order.

        Their texts have their ids, and no characters.
        """
        held = t.reports.c
        numbered = (held.source_id > f"{source_id}#") & (
            held.source_id < f"{source_id}$"
        )
        query = select(
            held.id,
            held.source_id,
            held.text_id,
            held.title,
            held.outlet,
            held.url,
            held.published,
        ).where((held.source_id == source_id) | numbered, held.position.is_not(None))
        return [
            Report(
                id=row.id,
                text=Text(id=row.text_id, characters=""),
                source_id=row.source_id,
                title=row.title,
                outlet=row.outlet,
                url=row.url,
                published=row.published,
            )
            for row in self._connection.execute(query.order_by(held.position))
        ]

    def name_of(self, id: str) -> str | None:
        """Return the source id of the report with this id, None where there is none."""
        held = t.reports.c
        query = select(held.source_id).where(held.id == id, held.position.is_not(None))
        found = self._connection.scalar(query)
        return None if found is None else str(found)
