"""Invented reports and claims for the tests of linking."""

from __future__ import annotations

from sourcebook.model.claim import (
    AttributionLink,
    Claim,
    Figure,
    Means,
    Payload,
    Place,
    Role,
    Setting,
    Target,
    Time,
)
from sourcebook.model.report import Report, Text
from sourcebook.model.span import Field, Span

ARDEN = {"country": "XA", "lat": 10.0, "lon": 10.0, "geonames_id": 1}
BRIDGE = {"country": "XA", "lat": 10.5, "lon": 10.5, "geonames_id": 2}


def report(
    text: str,
    *,
    title: str = "",
    source_id: str = "",
    outlet: str | None = None,
    published: str | None = "2031-05-04",
    group: str | None = None,
) -> Report:
    return Report.of(
        Text.of(text, language="en"),
        source_id=source_id or text[:20],
        title=title,
        outlet=outlet,
        published=published,
        group=group,
    )


def claim(
    of: Report,
    quote: str,
    payload: Payload,
    *,
    field: Field = "text",
    role: Role | None = None,
    place: Claim | None = None,
    target: Claim | None = None,
    attribution: tuple[AttributionLink, ...] = (),
    background: str | None = None,
    part: str | None = None,
) -> Claim:
    characters = of.characters(field)
    start = characters.index(quote)
    span = Span(start=start, end=start + len(quote))
    first = max(characters.rfind(mark, 0, start) for mark in (". ", "\n")) + 1
    last = characters.find(".", span.end)
    sentence = Span(start=first, end=last + 1 if last >= 0 else len(characters))
    return Claim.at(
        of,
        field,
        span,
        payload=payload,
        setting=Setting(
            sentence=sentence,
            place=place.id if place else None,
            target=target.id if target else None,
            basis="explicit",
            background=background,
            part=part,
        ),
        extractor="test",
        version="1",
        attribution=attribution,
        role=role,
    )


def killed(value: int) -> Figure:
    return Figure(metric="killed", comparator="eq", value=value, low=value, high=value)


def bomb(instrument: str = "car_bomb") -> Means:
    return Means(instrument=instrument, comparator="eq", value=1, low=1, high=1)


def city(name: str, where: dict[str, object]) -> Place:
    return Place(name=name, precision="city", role="event", **where)  # type: ignore[arg-type]


def day(edtf: str) -> Time:
    return Time(edtf=edtf, role="event", basis="explicit")


def station() -> Target:
    return Target(kind="bus_station")


def said(name: str, *, named: bool = True, body: str | None = None) -> AttributionLink:
    return AttributionLink(
        name=name,
        quote=None,
        field=None,
        start=None,
        end=None,
        relation="says",
        named=named,
        body=body,
    )
