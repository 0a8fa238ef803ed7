"""What an incident was, where and when: derived from the claims of its reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pycountry

from sourcebook.link.facts import is_told, ordinal, place_key, standing
from sourcebook.link.lemmas import base_forms
from sourcebook.link.sites import population
from sourcebook.link.whereabouts import distance
from sourcebook.link.words import words
from sourcebook.model.claim import Claim, Figure, Means, Place, Time
from sourcebook.model.report import Report
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import incident_type, incident_types

_FULL = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FINE = ("site", "city", "admin2")
#: Kilometres within which a smaller city lies beside a larger one.
BESIDE = 40.0
#: Words at the head of a text that may say what kind of incident it is.
LEAD = 60
#: Words of those that are mostly the first sentence, which count twice.
FIRST = 25


def date_of(reports: Mapping[str, Report], claims: Iterable[Claim]) -> str | None:
    """Return the day that most reports tell, in EDTF; None where none tells one.

    Each report votes once for each day, its title and lead more heavily, an explicit
    date more than "on Monday". A date without a year takes it from another report or
    from the publication (DOMAIN TIM-2), else it stays ``XXXX-05-23``.
    """
    votes: Counter[str] = Counter()
    seen: dict[tuple[str, str], int] = {}
    for claim in claims:
        if isinstance(claim.payload, Time) and claim.payload.role == "event":
            value = standing(claim) + (claim.payload.basis == "explicit")
            key = (claim.report, claim.payload.edtf.split("T")[0])
            seen[key] = max(seen.get(key, 0), value)
    for (report, edtf), value in seen.items():
        votes[_dated(edtf, reports.get(report), seen)] += value
    return min(
        votes, key=lambda e: (not _FULL.fullmatch(e), -votes[e], e), default=None
    )


def _dated(edtf: str, report: Report | None, seen: Iterable[tuple[str, str]]) -> str:
    if not edtf.startswith("XXXX-"):
        return edtf
    same = sorted(other for _, other in seen if other[4:] == edtf[4:] and other != edtf)
    if same:
        return same[0]
    near = ordinal(report.published) if report else None
    day = ordinal(edtf, near=near)
    return date.fromordinal(day).isoformat() if day else edtf


def precision_of(edtf: str | None) -> str:
    """Return day, month, year or unknown, as the EDTF date tells.

    >>> precision_of("2016-05"), precision_of("XXXX-05-23"), precision_of(None)
    ('month', 'day', 'unknown')
    """
    if edtf is None or "/" in edtf:
        return "unknown"
    return {1: "year", 2: "month", 3: "day"}.get(len(edtf.split("-")), "unknown")


def place_of(claims: Iterable[Claim]) -> Place | None:
    """Return the event place that most reports tell, None where none tells one.

    The country that most tell of comes first; within it the finest place that is
    told about as often as any, and of two cities side by side the smaller one
    ("Croydon, near London").
    """
    votes, held = _place_votes(claims)
    lands: Counter[str | None] = Counter()
    for key, value in votes.items():
        lands[held[key].country] += value
    if not lands:
        return None
    land = min(lands, key=lambda code: (-lands[code], code or ""))
    inside = {key: n for key, n in votes.items() if held[key].country == land}
    fine = {k: n for k, n in inside.items() if held[k].precision in _FINE}
    if fine and max(fine.values()) * 2 >= max(inside.values()):
        inside = fine
    top = min(inside, key=lambda key: (-inside[key], key))
    beside = [
        k
        for k, n in inside.items()
        if n * 2 >= inside[top] and _near(held[k], held[top])
    ]
    return held[min(beside, key=lambda k: (population(held[k]), -inside[k], k))]


def _place_votes(claims: Iterable[Claim]) -> tuple[Counter[str], dict[str, Place]]:
    """Count, for each event place, the reports that tell it, by where they do.

    The place that a report tells first counts once more.
    """
    held: dict[str, Place] = {}
    best: dict[tuple[str, str], int] = {}
    first: dict[str, tuple[bool, int, str]] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        place = claim.payload
        if isinstance(place, Place) and place.role == "event":
            key = place_key(place)
            held.setdefault(key, place)
            pair = (claim.report, key)
            best[pair] = max(best.get(pair, 0), standing(claim))
            at = (claim.field == "text", claim.span.start, key)
            first[claim.report] = min(first.get(claim.report, at), at)
    votes: Counter[str] = Counter(key for _, _, key in first.values())
    for (_, key), value in best.items():
        votes[key] += value
    return votes, held


def _near(left: Place, right: Place) -> bool:
    if left == right or place_key(left) == place_key(right):
        return True
    far = distance(left, right)
    return far is not None and far <= BESIDE and left.precision == right.precision


def type_of(reports: Iterable[Report], claims: Iterable[Claim]) -> str:
    """Return the incident type that titles, leads and means tell."""
    told: list[str] = []
    claims = list(claims)
    for report in sorted(reports, key=lambda r: r.id):
        title = words(report.title)
        lead = words(report.text.characters)[:LEAD]
        told += base_forms((*title, *title, *lead[:FIRST], *lead))
    means = [
        claim.payload.instrument
        for claim in claims
        if isinstance(claim.payload, Means) and is_told(claim)
    ]
    common = Counter(means).most_common()
    instruments = [i for i, n in common if n * 3 >= common[0][1]]
    kind = incident_type(told, instruments)
    if kind == "kidnapping" and _is_deadly(claims):
        return incident_type(_without(told, kind), instruments)
    return kind


def _is_deadly(claims: Iterable[Claim]) -> bool:
    """Whether more people were killed than abducted: a raid, whatever else it was."""
    most = {"killed": 0, "abducted": 0}
    for claim in claims:
        figure = claim.payload
        if not isinstance(figure, Figure) or claim.role != "incident_total":
            continue
        if figure.metric in most:
            most[figure.metric] = max(most[figure.metric], figure.low or 0)
    return most["killed"] > max(most["abducted"], 1)


def _without(told: Sequence[str], kind: str) -> list[str]:
    """Return words without those that tell one type of incident."""
    row = incident_types()[kind]
    triggers = {word for phrase in (*row.nouns, *row.verbs) for word in phrase.split()}
    return [word for word in told if word.casefold() not in triggers]


def label_of(
    kind: str, places: Sequence[Place], day: str | None, *, many: bool = False
) -> str:
    """Return a neutral label: what, where, when.

    >>> label_of("shooting", [], "2017-10-01")
    'Shooting, 1 October 2017'
    """
    singular, plural = table("linking")["labels"].get(kind, ("Incident", "Incidents"))
    what = plural if many or len(places) > 1 else singular
    names = [place.name for place in places]
    where = " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
    lands = {place.country for place in places}
    parts = [f"{what} in {where}" if where else what]
    if len(lands) == 1 and (land := _country(next(iter(lands)))) and land != where:
        parts.append(land)
    if day:
        parts.append(spoken(day))
    return ", ".join(parts)


def _country(code: str | None) -> str | None:
    found = pycountry.countries.get(alpha_2=code) if code else None
    if found is None:
        return None
    return str(getattr(found, "common_name", found.name)).split(",")[0]


def spoken(edtf: str) -> str:
    """Return an EDTF date as people write it.

    >>> spoken("2016-05-23"), spoken("2016-05"), spoken("XXXX-05-23")
    ('23 May 2016', 'May 2016', '23 May')
    >>> spoken("2016-05-23/2016-05-29")
    '23 May 2016 to 29 May 2016'
    """
    if "/" in edtf and all(edtf.split("/")):
        return " to ".join(map(spoken, edtf.split("/")))
    parts = edtf.split("-")
    if "/" in edtf or not all(p.isdigit() or p == "XXXX" for p in parts):
        return edtf
    months = table("linking")["months"]["names"]
    told = [str(int(parts[2]))] if len(parts) > 2 else []
    told += [months[int(parts[1]) - 1]] if len(parts) > 1 else []
    told += [parts[0]] if parts[0] != "XXXX" else []
    return " ".join(told)
