"""What linking remembers from one run to the next, as rows of the book."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, delete, func, insert, select

from sourcebook.model.claim import Claim
from sourcebook.model.incident import LinkEvidence
from sourcebook.store import schema as t
from sourcebook.store.connect import reading
from sourcebook.store.queries import extracted_claims
from sourcebook.store.rows import claim_of
from sourcebook.store.settling import batched
from sourcebook.store.values import Remembered

if TYPE_CHECKING:
    from sourcebook.link.memory import Note, Outline
    from sourcebook.link.rarity import Counted

Json = Any


class Recall:
    """Reads what the last run left for the next, and little else of a book."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def remembered(self, code: str) -> Remembered | None:
        """Return what linking remembers, None before the first run by this code."""
        from sourcebook.link.memory import Memory  # a look at a book does not link

        with reading(self._engine) as connection:
            made = _held(connection, "made")
            if made.get("code") != code:
                return None
            memory = Memory(
                **{
                    kind: {k: read(v) for k, v in _held(connection, kind).items()}
                    for kind, (_, read) in _KINDS.items()
                },
                counted=_counted(_held(connection, "counted")),
            )
        return Remembered(memory=memory, **made)

    def claim_ids(self, extractor: str, version: str) -> dict[str, list[str]]:
        """Return the ids of an extractor's claims by report, sorted."""
        held = t.claims.c
        query = (
            select(held.report, held.id)
            .where(held.extractor == extractor, held.version == version)
            .order_by(held.id)
        )
        found: dict[str, list[str]] = {}
        with reading(self._engine) as connection:
            for report, claim in connection.execute(query):
                found.setdefault(report, []).append(claim)
        return found

    def figures(self, extractor: str, version: str) -> list[Claim]:
        """Return an extractor's claims that are figures, in the reports that count."""
        query = extracted_claims(extractor, version).where(t.claims.c.type == "figure")
        with reading(self._engine) as connection:
            return [claim_of({**r}) for r in connection.execute(query).mappings()]

    def merged(self) -> dict[str, str]:
        """Return into which incident each one went that is none any more."""
        held = t.remembered.c
        query = select(held.key, held.value).where(held.kind == "merged")
        with reading(self._engine) as connection:
            return {row[0]: json.loads(row[1]) for row in connection.execute(query)}

    def survivors(self) -> dict[str, str]:
        """Return which incident goes on for each one that people's decisions name."""
        with reading(self._engine) as connection:
            return _held(connection, "survivors")

    def placed(self) -> set[str]:
        """Return the reports that the last run placed."""
        with reading(self._engine) as connection:
            return set(connection.scalars(select(t.placements.c.report)))

    def parents(self) -> dict[str, str | None]:
        """Return the parent of each incident of the last run."""
        query = select(t.incidents.c.id, t.incidents.c.parent)
        with reading(self._engine) as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def counted(self, kind: str) -> dict[str, int]:
        """Return how many estimates, or contradictions, each incident has."""
        column = t.metadata.tables[kind].c.incident
        query = select(column, func.count()).group_by(column)
        with reading(self._engine) as connection:
            return {row[0]: row[1] for row in connection.execute(query)}


def remember(connection: Connection, now: Remembered) -> None:
    """Keep for the next run what linking remembers; only what differs is written."""
    made = {"code": now.code, "settings": now.settings, "run": now.run}
    _replace(connection, "made", made.items())
    for kind, (write, _) in _KINDS.items():
        told: Mapping[str, Any] = getattr(now.memory, kind)
        _replace(connection, kind, ((key, write(v)) for key, v in told.items()))
    counted = now.memory.counted
    told = {"texts": dict(counted.texts), "words": dict(counted.words)}
    _replace(connection, "counted", told.items())


def _held(connection: Connection, kind: str) -> dict[str, Json]:
    held = t.remembered.c
    query = select(held.key, held.value).where(held.kind == kind)
    return {row[0]: json.loads(row[1]) for row in connection.execute(query)}


def _replace(
    connection: Connection, kind: str, coming: Iterable[tuple[str, Json]]
) -> None:
    held = t.remembered.c
    query = select(held.key, held.value).where(held.kind == kind)
    old: dict[str, str] = {row[0]: row[1] for row in connection.execute(query)}
    new = {key: json.dumps(value, separators=(",", ":")) for key, value in coming}
    gone = [key for key, value in old.items() if new.get(key) != value]
    for some in batched(gone):
        connection.execute(
            delete(t.remembered).where(held.kind == kind, held.key.in_(some))
        )
    rows = [
        {"kind": kind, "key": key, "value": value}
        for key, value in new.items()
        if old.get(key) != value
    ]
    if rows:
        connection.execute(insert(t.remembered), rows)


def _note(told: Json) -> Note:
    from sourcebook.link.memory import Note

    check, opening, listing, sentences = told
    return Note(
        check=check, opening=opening, listing=listing, sentences=tuple(sentences)
    )


def _outline(told: Json) -> Outline:
    from sourcebook.link.memory import Outline

    check, common, words, blocks, rare = told
    return Outline(
        check=check,
        common=common,
        words=tuple([(word, weight) for word, weight in words]),
        blocks=tuple([(where, day) for where, day in blocks]),
        rare=frozenset(rare),
    )


def _counted(told: Json) -> Counted:
    from sourcebook.link.rarity import Counted

    return Counted(texts=told.get("texts", {}), words=told.get("words", {}))


def _links(told: Json) -> tuple[LinkEvidence, ...]:
    return tuple(
        LinkEvidence(
            report=report, score=score, features=tuple(features), follow_up=follow_up
        )
        for report, score, features, follow_up in told
    )


def _same(told: Json) -> Json:
    return told


def _link_rows(links: Iterable[LinkEvidence]) -> Iterator[Json]:
    for link in links:
        yield link.report, link.score, link.features, link.follow_up


#: By kind: what writes a value as JSON, and what reads it.
_KINDS: dict[str, tuple[Callable[[Any], Json], Callable[[Json], Any]]] = {
    "notes": (lambda n: (n.check, n.opening, n.listing, n.sentences), _note),
    "outlines": (
        lambda o: (o.check, o.common, o.words, o.blocks, sorted(o.rare)),
        _outline,
    ),
    "frequent": (_same, _same),
    "scores": (_same, _same),
    "links": (lambda links: list(_link_rows(links)), _links),
    "units": (_same, _same),
    "merged": (_same, _same),
    "survivors": (_same, _same),
}
