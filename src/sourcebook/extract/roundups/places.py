"""Where and when each entry of a roundup was: its own place and day, told or labelled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sourcebook.extract.parsed import Parsed
from sourcebook.extract.roundups.fronts import front
from sourcebook.extract.roundups.openings import (
    LOCAL,
    Name,
    heading,
    is_beside,
    is_off,
    is_stamp,
    label,
    named,
    names,
)
from sourcebook.model.claim import Claim, Payload, Place, Setting, Time
from sourcebook.model.span import Span
from sourcebook.text.gazetteer import Entry, kilometres, lookup

#: Precisions of places that are no wide region.
FINE = ("site", "city", "admin2")
#: Kilometres from a report's own city within which a quarter of it lies.
QUARTER = 60.0
#: Length of a day in EDTF.
_DAY = len("2016-05-23")


def placed(
    parsed: Parsed, claims: Sequence[Claim], entries: Sequence[Span]
) -> list[Claim]:
    """Return places, times and targets with those of each entry as its event's own.

    Names that the gazetteer does not hold become places without coordinates where a
    label or the words put the incident there.
    """
    found = list(claims)
    if not entries:
        return found
    city = _city(claims, entries[0].start)
    land = _land(claims) or _common(parsed, entries)
    for entry in entries:
        found = _spotted(parsed, found, entry, city, land)
        found = _timed(parsed, found, entry)
    return found


def _common(parsed: Parsed, entries: Sequence[Span]) -> str | None:
    """Return the country in which most labels have a place of their name."""
    text = parsed.report.text.characters
    heads = [head for entry in entries if (head := _label(text, entry))]
    lands = Counter(
        land
        for head in heads
        for land in {e.country for n in names(head.slice(text)) for e in lookup(n)}
    )
    best = min(lands, key=lambda land: (-lands[land], land), default=None)
    return best if best and lands[best] > 1 else None


def _spotted(
    parsed: Parsed,
    claims: list[Claim],
    entry: Span,
    city: Place | None,
    land: str | None,
) -> list[Claim]:
    """Make one place of an entry that of its incident, and no other."""
    inside = [c for c in claims if _is_in(c, entry) and isinstance(c.payload, Place)]
    own = _chosen(parsed, inside, entry, city)
    if isinstance(own, Name):
        known = _resolved(own, _land(inside) or land, city)
        if known is None:
            return claims
        told = _claim(parsed, claims, own.span, known)
        return [*(_other(parsed, c, entry, None) for c in claims), told]
    if own is None:
        return claims
    return [_other(parsed, c, entry, own) for c in claims]


def _chosen(
    parsed: Parsed, inside: Sequence[Claim], entry: Span, city: Place | None
) -> Claim | Name | None:
    """Return the place of an entry: a claim, or a name that is none yet.

    A town in the label comes first, then one that the words put the incident in, then
    what the label names else ("VICTORIA: ..."), then what it was near.
    """
    text = parsed.report.text.characters
    head = _label(text, entry)
    # a dateline within an entry is its label
    spots = sorted((c for c in inside if _precision(c) in LOCAL), key=lambda c: c.span)
    fine = [c for c in spots if _precision(c) in FINE]
    labelled = [c for c in fine if head and head.overlaps(c.span)]
    inner = [c for c in fine if not is_beside(c.span, text)]
    near = [c for c in fine if not is_off(c.span, text)]
    told = named(text, entry)
    if told is not None and any(told.span.overlaps(c.span) for c in inside):
        told = None
    if told is not None and not told.first and inner:
        told = None
    listed = _listed(text, head, inside) if head and not city else None
    # what a closing paragraph names comes after the label
    first = [c for c in inner if "\n\n" not in text[entry.start : c.span.start]]
    claims = [*labelled, *first] if told is None else labelled
    for choice in (*claims, told, listed, *inner, *near, *fine):
        if choice is not None:
            return choice
    return next(iter(spots), None)


def _listed(text: str, head: Span, inside: Sequence[Claim]) -> Name | None:
    """Return the name in a label that no claim tells: "Horlivka: ..."."""
    words = head.slice(text)
    if any(head.overlaps(c.span) for c in inside):
        return None
    told = names(words)
    known = next((name for name in told if lookup(name)), None)
    alone = told[-1] if len({name.split()[0] for name in told}) == 1 else None
    name = known or alone
    if name is None or name not in words:
        return None
    at = head.start + words.index(name)
    return Name(name, Span(start=at, end=at + len(name)), first=True)


def _label(text: str, entry: Span) -> Span | None:
    words = entry.slice(text)
    line = words.split("\n")[0].rstrip()
    told = label(words, entry.start)
    told = told or (heading(line, entry.start) if line != words else None)
    told = told or front(words, entry.start)
    return told.span if told else None


def _resolved(name: Name, land: str | None, city: Place | None) -> Place | None:
    """Return the place of a name in a country, None for an unknown quarter of a city."""
    inside = [
        e for e in lookup(name.words) if e.country == land and e.feature != "country"
    ]
    if city is not None:
        inside = [e for e in inside if _is_quarter(e, city)]
        if not inside:
            return None
    best = max(inside, key=lambda e: (e.feature == "city", e.population), default=None)
    told = name.words.title() if name.words.isupper() else name.words
    if best is None:
        return Place(name=told, country=land, precision="city", role="event")
    return Place(
        name=told,
        country=best.country,
        admin1=best.admin1,
        geonames_id=best.id,
        lat=best.lat,
        lon=best.lon,
        precision=best.feature,
        role="event",
    )


def _is_quarter(entry: Entry, city: Place) -> bool:
    if None in (entry.lat, entry.lon, city.lat, city.lon):
        return False
    apart = kilometres(entry.lat, entry.lon, city.lat, city.lon)  # type: ignore[arg-type]
    return apart < QUARTER


def _city(claims: Iterable[Claim], start: int) -> Place | None:
    """Return the one city that title, dateline and lead are about, None for none."""
    told = [
        c.payload
        for c in claims
        if isinstance(c.payload, Place)
        and (c.field == "title" or c.span.end <= start)
        and c.payload.precision == "city"
        and c.payload.role == "event"
    ]
    return told[0] if len({p.geonames_id for p in told}) == 1 else None


def _land(claims: Iterable[Claim]) -> str | None:
    """Return the country that most places told lie in."""
    lands = Counter(
        c.payload.country
        for c in claims
        if isinstance(c.payload, Place) and c.payload.country
    )
    return min(lands, key=lambda land: (-lands[land], land), default=None)


def _other(parsed: Parsed, claim: Claim, entry: Span, own: Claim | None) -> Claim:
    """Return a place of an entry with the role that it has beside the entry's own."""
    place = claim.payload
    if not isinstance(place, Place) or not _is_in(claim, entry):
        return claim
    same = (
        own is not None
        and isinstance(own.payload, Place)
        and _key(place) == _key(own.payload)
    )
    if claim is own or (same and not is_off(claim.span, parsed.report.text.characters)):
        return _renewed(parsed, claim, replace(place, role="event"))
    if place.role == "event":
        return _renewed(parsed, claim, replace(place, role="context"))
    return claim


def _key(place: Place) -> tuple[str | None, str]:
    return place.country, str(place.geonames_id or place.name.casefold())


def _timed(parsed: Parsed, claims: list[Claim], entry: Span) -> list[Claim]:
    """Make the first day of an entry that of its incident, unless one is already."""
    told = [
        c
        for c in claims
        if isinstance(c.payload, Time)
        and _is_in(c, entry)
        and c.payload.role != "publication"
    ]
    days = sorted(
        (c for c in told if len(c.payload.edtf.split("T")[0]) == _DAY),  # type: ignore[union-attr]
        key=lambda c: c.span,
    )
    own = [c for c in days if isinstance(c.payload, Time) and c.payload.role == "event"]
    if own or not days:
        return claims
    first = min(days, key=lambda c: (not is_stamp(c.quote), c.span))
    if not isinstance(first.payload, Time):
        return claims
    day = _renewed(parsed, first, replace(first.payload, role="event"))
    return [day if claim is first else claim for claim in claims]


def _precision(claim: Claim) -> str:
    return claim.payload.precision if isinstance(claim.payload, Place) else ""


def _is_in(claim: Claim, entry: Span) -> bool:
    return claim.field == "text" and entry.contains(claim.span)


def _renewed(parsed: Parsed, claim: Claim, payload: Payload) -> Claim:
    return Claim.at(
        parsed.report,
        claim.field,
        claim.span,
        payload=payload,
        setting=claim.setting,
        extractor=claim.extractor,
        version=claim.version,
    )


def _claim(
    parsed: Parsed, claims: Sequence[Claim], span: Span, payload: Payload
) -> Claim:
    """Return a place that no claim told yet."""
    return Claim.at(
        parsed.report,
        "text",
        span,
        payload=payload,
        setting=Setting(sentence=parsed.sentence_at("text", span.start).span),
        extractor=claims[0].extractor,
        version=claims[0].version,
    )
