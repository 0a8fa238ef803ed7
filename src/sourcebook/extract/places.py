"""Places of a report: which are meant, and which one is where it happened.

Names are resolved together: a country or division told anywhere in the report, the
places named beside them and their size decide between namesakes. The outlet never
does. The role is decided from the words around the name, the title and the lead; a
dateline is never an event place (DOC-3).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING, Literal

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed
from sourcebook.extract.place_names import Mention, cue, find_mentions
from sourcebook.extract.place_roles import evidence
from sourcebook.model.claim import Place
from sourcebook.text.datelines import Dateline, dateline
from sourcebook.text.gazetteer import Entry, distance, lookup, nationality

if TYPE_CHECKING:
    from spacy.tokens import Token

PlaceRole = Literal["event", "dateline", "context", "background"]
_Key = tuple[str, str | None, str]

#: Candidates of one name that are weighed; the rest are hamlets.
_CANDIDATES = 12
#: Kilometres within which places of one co-ordinated action lie.
_NEAR = 400.0


@dataclass(frozen=True, slots=True)
class _Placed:
    mention: Mention
    entry: Entry
    weight: float
    background: bool


def find_places(parsed: Parsed) -> tuple[Draft, ...]:
    """Return a draft for every place named, the dateline's first."""
    filed = dateline(parsed.report.text.characters)
    mentions = find_mentions(parsed)
    hints = _hints(parsed, mentions, filed)
    placed = [_place(mention, hints) for mention in mentions]
    events = _event_keys(placed)
    found = [
        _draft(p, "event" if key(p.entry) in events and not p.background else _other(p))
        for p in placed
    ]
    if filed is not None:
        found = [*_filed(parsed, filed, hints), *found]
    return tuple(found)


def key(entry: Entry) -> _Key:
    """Return what makes two entries one place."""
    return entry.country, entry.admin1, str(entry.id or entry.name)


def _other(placed: _Placed) -> PlaceRole:
    return "background" if placed.background else "context"


def _place(mention: Mention, hints: Counter[_Hint]) -> _Placed:
    entry = _choose(mention, hints)
    weight, background = evidence(mention)
    return _Placed(mention, entry, weight, background)


_Hint = tuple[str, str | None]


def _hints(
    parsed: Parsed, mentions: Iterable[Mention], filed: Dateline | None
) -> Counter[_Hint]:
    """Count for countries and divisions how much of the report speaks for them."""
    hints: Counter[_Hint] = Counter()
    for passage in parsed.passages:
        for token in passage.doc:
            country = nationality(token.text)
            if country:
                hints[country, None] += 1
    for mention in mentions:
        if mention.within:
            hints[mention.within] += 4
            hints[mention.within[0], None] += 2
        told = [e for e in mention.entries if e.feature in ("country", "admin1")]
        if told and told[0].official:
            hints[told[0].country, told[0].admin1] += 3
            hints[told[0].country, None] += 2
    for admin in _shared(mentions):
        hints[admin] += 1
    if filed is not None:
        entry = _dateline_entry(filed, hints)
        if entry is not None and "," in filed.place:
            hints[entry.country, entry.admin1] += 3
    return hints


def _shared(mentions: Iterable[Mention]) -> Iterable[_Hint]:
    """Yield the divisions in which two or more of the names have a candidate."""
    names: dict[_Hint, set[str]] = defaultdict(set)
    for mention in mentions:
        for entry in mention.entries[:_CANDIDATES]:
            names[entry.country, entry.admin1].add(mention.tokens.text)
    for admin, told in sorted(names.items(), key=str):
        if admin[1] is not None:
            yield from [admin] * (len(told) - 1)


def _choose(mention: Mention, hints: Counter[_Hint]) -> Entry:
    division = _says_division(mention)
    entries = mention.entries[:_CANDIDATES]
    largest = max((e.population for e in entries if e.feature == "city"), default=0)

    def score(entry: Entry) -> float:
        value = log10(entry.population + 100) + (1.0 if entry.official else 0.0)
        value += min(3.0, 1.0 * hints[entry.country, entry.admin1])
        value += min(2.0, 0.7 * hints[entry.country, None])
        if entry.feature == "admin1":
            bigger = largest < 0.1 * entry.population
            value += 3.0 if division else 0.5 if bigger else -3.0
        return value

    return max(entries, key=lambda e: (score(e), -(e.id or 0)))


def _says_division(mention: Mention) -> bool:
    run = mention.tokens
    after = run.doc[run.end].lower_ if run.end < len(run.doc) else ""
    return after in cue("divisions")


def _event_keys(placed: list[_Placed]) -> set[_Key]:
    """Return the places where it happened: the best supported, and its equals."""
    weights: dict[_Key, float] = defaultdict(float)
    entries: dict[_Key, Entry] = {}
    direct: dict[_Key, float] = defaultdict(float)
    for p in placed:
        if p.background:
            continue
        weights[key(p.entry)] += p.weight
        entries.setdefault(key(p.entry), p.entry)
        direct[key(p.entry)] = max(direct[key(p.entry)], p.weight)
    for features in (("city",), ("admin2",), ("admin1",), ("country",)):
        keys = [k for k, e in entries.items() if e.feature in features]
        keys = [k for k in keys if weights[k] >= 1.0 and direct[k] > 0]
        if keys:
            best = max(keys, key=lambda k: (weights[k], k[2]))
            return {best} | {
                k for k in keys if _equal(k, best, weights, direct, entries)
            }
    return set()


def _equal(
    one: _Key,
    best: _Key,
    weights: dict[_Key, float],
    direct: dict[_Key, float],
    entries: dict[_Key, Entry],
) -> bool:
    apart = distance(entries[one], entries[best])
    strong = direct[one] >= 3.0 and weights[one] >= 0.4 * weights[best]
    return strong and apart is not None and apart < _NEAR


def _draft(placed: _Placed, role: PlaceRole) -> Draft:
    mention = placed.mention
    span = mention.passage.span(mention.tokens)
    return Draft(
        passage=mention.passage,
        span=span,
        payload=_payload(mention.passage.quote(mention.tokens), placed.entry, role),
        anchor=mention.root,
    )


def _payload(written: str, entry: Entry, role: PlaceRole) -> Place:
    return Place(
        name=entry.name if written.isupper() else " ".join(written.split()),
        country=entry.country,
        admin1=entry.admin1,
        geonames_id=entry.id,
        lat=entry.lat,
        lon=entry.lon,
        precision=entry.feature,
        role=role,
    )


def _dateline_entry(filed: Dateline, hints: Counter[_Hint]) -> Entry | None:
    name, _, region = filed.place.partition(",")
    entries = lookup(name)
    region = region.strip()
    if region:
        parents = [e for e in lookup(region) if e.feature in ("country", "admin1")]
        known = {(e.country, e.admin1) for e in parents} | {("US", region)}
        inside = [
            e
            for e in entries
            if (e.country, e.admin1) in known or (e.country, None) in known
        ]
        entries = tuple(inside) or entries
    cities = [e for e in entries if e.feature == "city"] or list(entries)
    return max(
        cities,
        key=lambda e: (
            log10(e.population + 100)
            + e.official
            + min(3.0, hints[e.country, e.admin1])
            + min(2.0, 0.7 * hints[e.country, None]),
            -(e.id or 0),
        ),
        default=None,
    )


def _filed(parsed: Parsed, filed: Dateline, hints: Counter[_Hint]) -> Iterable[Draft]:
    entry = _dateline_entry(filed, hints)
    passage = next((p for p in parsed.passages if p.field == "text"), None)
    if entry is None or passage is None:
        return
    token: Token = passage.doc[0]
    yield Draft(
        passage=passage,
        span=filed.place_span,
        payload=_payload(filed.place.partition(",")[0], entry, "dateline"),
        anchor=token,
    )
