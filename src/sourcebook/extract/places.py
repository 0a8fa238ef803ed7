"""Places of a report: which are meant, and which one is where it happened.

The role is decided from the words around the name, the title and the lead; a
dateline is never an event place (DOC-3).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed
from sourcebook.extract.place_names import Mention, find_mentions, quarters
from sourcebook.extract.place_resolve import Key, Resolver, key
from sourcebook.extract.place_roles import avenged as is_avenged
from sourcebook.extract.place_roles import evidence
from sourcebook.model.claim import Place
from sourcebook.text.datelines import Dateline, dateline
from sourcebook.text.gazetteer import Entry, distance

PlaceRole = Literal["event", "dateline", "context", "background"]

#: Kilometres within which places of one co-ordinated action lie.
_NEAR = 400.0
#: Weight up to which a mention is of where somebody lives or talks.
_ELSEWHERE = -1.5


@dataclass(frozen=True, slots=True)
class _Placed:
    mention: Mention
    entry: Entry
    weight: float
    background: bool
    avenged: bool


def find_places(parsed: Parsed) -> tuple[Draft, ...]:
    """Return a draft for every place named, the dateline's first."""
    filed = dateline(parsed.report.text.characters)
    mentions = _of_towns(parsed, find_mentions(parsed), filed)
    resolver = Resolver.of(parsed, mentions, filed)
    placed = [p for m in mentions if (p := _place(m, resolver)) is not None]
    events = _event_keys(placed)
    found = [
        _draft(p, "event" if key(p.entry) in events and _fits(p) else _other(p))
        for p in placed
    ]
    if filed is not None:
        found = [*_filed(parsed, filed, resolver), *found]
    return tuple(found)


def _of_towns(
    parsed: Parsed, mentions: list[Mention], filed: Dateline | None
) -> list[Mention]:
    """Leave out quarters of the dateline's town that bear the names of others."""
    if filed is None:
        return mentions
    town = filed.place.partition(",")[0].casefold()
    inner = {name for name in quarters(parsed) if name.casefold() != town}
    return [m for m in mentions if m.within or m.tokens.text not in inner]


def _fits(placed: _Placed) -> bool:
    """Whether a mention of an event place speaks of the event there."""
    return not placed.background and placed.weight > _ELSEWHERE


def _other(placed: _Placed) -> PlaceRole:
    return "background" if placed.background else "context"


def _place(mention: Mention, resolver: Resolver) -> _Placed | None:
    entry = resolver.choose(mention)
    if entry is None:
        return None
    weight, background = evidence(mention)
    return _Placed(mention, entry, weight, background, is_avenged(mention))


def _event_keys(placed: list[_Placed]) -> set[Key]:
    """Return the places where it happened: the best supported, and its equals."""
    weights: dict[Key, float] = defaultdict(float)
    entries: dict[Key, Entry] = {}
    direct: dict[Key, float] = defaultdict(float)
    for p in placed:
        if p.background:
            continue
        weights[key(p.entry)] += max(0.0, p.weight)
        entries.setdefault(key(p.entry), p.entry)
        direct[key(p.entry)] = max(direct[key(p.entry)], p.weight)
    avenged = {key(p.entry) for p in placed if p.avenged}
    for features in (("city",), ("admin2",), ("admin1",), ("country",)):
        keys = [k for k, e in entries.items() if e.feature in features]
        keys = [k for k in keys if weights[k] >= 1.0 and direct[k] > 0]
        keys = [k for k in keys if k not in avenged] or keys
        if keys:
            best = max(keys, key=lambda k: (weights[k], k[2]))
            return {best} | {
                k for k in keys if _equal(k, best, weights, direct, entries)
            }
    return set()


def _equal(
    one: Key,
    best: Key,
    weights: dict[Key, float],
    direct: dict[Key, float],
    entries: dict[Key, Entry],
) -> bool:
    apart = distance(entries[one], entries[best])
    strong = direct[one] >= 3.0 and weights[one] >= 0.4 * weights[best]
    return strong and apart is not None and apart < _NEAR


def _draft(placed: _Placed, role: PlaceRole) -> Draft:
    mention = placed.mention
    return Draft(
        passage=mention.passage,
        span=mention.passage.span(mention.tokens),
        payload=_payload(mention.tokens.text, placed.entry, role),
        anchor=mention.root,
    )


def _payload(written: str, entry: Entry, role: PlaceRole) -> Place:
    name = " ".join(written.split())
    return Place(
        name=name.title() if name.isupper() and len(name) > 4 else name,
        country=entry.country,
        admin1=entry.admin1,
        geonames_id=entry.id,
        lat=entry.lat,
        lon=entry.lon,
        precision=entry.feature,
        role=role,
    )


def _filed(parsed: Parsed, filed: Dateline, resolver: Resolver) -> Iterator[Draft]:
    entry = resolver.dateline_place(filed)
    passage = next((p for p in parsed.passages if p.field == "text"), None)
    if entry is None or passage is None:
        return
    yield Draft(
        passage=passage,
        span=filed.place_span,
        payload=_payload(re.split(r",| \(", filed.place)[0], entry, "dateline"),
        anchor=passage.doc[0],
    )
