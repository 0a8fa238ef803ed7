"""Reports that were withdrawn: retracted ones stay readable, expunged ones are gone."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, insert, or_, select, update

from sourcebook.errors import BookError, NotFound
from sourcebook.store import schema as t
from sourcebook.store.codec import built, plain
from sourcebook.store.connect import reading, writing
from sourcebook.store.dialect import rewrite
from sourcebook.store.expunging import expunge
from sourcebook.store.values import Retraction, Tombstone


class Withdrawn:
    """Retracts and expunges reports, and tells which were."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path

    def find(self, name: str) -> str:
        """Return the id of the one report of this source id, or whose id begins so.

        Reports that do not count are found too. Raises NotFound.
        """
        held = t.reports.c
        begins = held.id.startswith(name, autoescape=True)
        query = select(held.id, held.source_id).where(
            or_(held.source_id == name, begins) if name else held.source_id == name
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(held.id)).all()
        exact = [row for row in rows if row.source_id == name] or rows
        if len(exact) == 1:
            return str(exact[0].id)
        if not exact:
            raise NotFound(
                f"{self._path} has no report {name!r}; give its source id, or the "
                "beginning of its id, as reports.jsonl shows them"
            )
        listed = "\n".join(f"  {row.id}  {row.source_id}" for row in exact[:10])
        raise NotFound(f"{name!r} names {len(exact)} reports; give an id:\n{listed}")

    def source_id(self, report: str) -> str:
        """Return a report's source id."""
        query = select(t.reports.c.source_id).where(t.reports.c.id == report)
        with reading(self._engine) as connection:
            return str(connection.execute(query).scalar_one())

    def retract(self, told: Retraction) -> None:
        """Keep that a report was withdrawn, or that this was undone.

        Raises BookError where that stands already.
        """
        with writing(self._engine) as connection:
            held = {each.report: each for each in _retractions(connection)}
            last = held.get(told.report)
            if told.undone and (last is None or last.undone):
                raise BookError("this report is not retracted; nothing is to be undone")
            if last is not None and last.undone == told.undone:
                raise BookError(
                    f"{last.who} retracted this report on {last.when} already "
                    f"({last.reason}); nothing is to be done"
                )
            connection.execute(insert(t.retractions), [plain(told)])

    def retractions(self) -> list[Retraction]:
        """Return who retracted which report, or undid that, the first first."""
        with reading(self._engine) as connection:
            return _retractions(connection)

    def retracted(self) -> dict[str, Retraction]:
        """Map the reports that are retracted now to who did it."""
        last = {each.report: each for each in self.retractions()}
        return {report: told for report, told in last.items() if not told.undone}

    def expunge(self, report: str, *, who: str, when: str, reason: str) -> Tombstone:
        """Remove a report's words for good, also from what SQLite leaves in the file.

        What was derived from it is left without its words until the next run.
        """
        with writing(self._engine) as connection:
            stone = expunge(connection, report, who=who, when=when, reason=reason)
        self.sweep()
        return stone

    def sweep(self) -> None:
        """Write the file anew where words of an expunged report may still lie in it.

        So what a process that was ended left undone is done by the next. Raises
        BookError where another process keeps SQLite from it.
        """
        unswept = t.tombstones.c.swept == 0
        with self._engine.connect() as connection:
            if connection.scalar(select(t.tombstones.c.number).where(unswept)) is None:
                return
            rewrite(connection, self._path)
        with writing(self._engine) as connection:
            connection.execute(update(t.tombstones).where(unswept).values(swept=1))

    def tombstones(self) -> list[Tombstone]:
        """Return what is left of expunged reports, the first first."""
        query = select(t.tombstones).order_by(t.tombstones.c.number)
        with reading(self._engine) as connection:
            rows = connection.execute(query).mappings()
            return [built(Tombstone, {**row}) for row in rows]

    def buried(self) -> dict[str, Tombstone]:
        """Map the ids of expunged reports, and of texts gone with them, to tombstones."""
        found: dict[str, Tombstone] = {}
        for stone in self.tombstones():
            found |= {stone.report: stone} | ({stone.text: stone} if stone.text else {})
        return found

    def same_text(self, report: str) -> list[str]:
        """Return the source ids of the other reports that have the same text."""
        held, other = t.reports.c, t.reports.alias()
        query = (
            select(other.c.source_id)
            .join(t.reports, held.text_id == other.c.text_id)
            .where(held.id == report, other.c.id != report)
            .order_by(other.c.source_id)
        )
        with reading(self._engine) as connection:
            return [str(name) for name in connection.scalars(query)]


def _retractions(connection: Connection) -> list[Retraction]:
    query = select(t.retractions).order_by(t.retractions.c.number)
    rows = connection.execute(query).mappings()
    return [built(Retraction, {**row}) for row in rows]
