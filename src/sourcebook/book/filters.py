"""Which incidents a list shows: by country, type and date."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.errors import ConfigError, NotFound
from sourcebook.model.claim import Place
from sourcebook.model.incident import Incident
from sourcebook.readers.dates import edtf_of
from sourcebook.schema.vocabulary import incident_types

_COUNTRY = re.compile(r"[A-Za-z]{2}")


def chosen(
    incidents: Iterable[Incident],
    *,
    country: str | None,
    type: str | None,
    since: str | None,
    until: str | None,
    parts: bool,
) -> list[Incident]:
    """Return the incidents that a list shows, latest first, then by label."""
    check_filters(country=country, type=type, since=since, until=until)
    found = [
        incident
        for incident in incidents
        if (parts or incident.parent is None)
        and (type is None or incident.type == type)
        and (country is None or country_of(incident.place) == country.upper())
        and between(incident.date, since, until)
    ]
    found.sort(key=lambda i: (i.label, i.id))
    found.sort(key=lambda i: i.date or "", reverse=True)
    return found


def check_filters(
    *, country: str | None, type: str | None, since: str | None, until: str | None
) -> None:
    """Raise NotFound or ConfigError for a value that no incident could have."""
    check_date(since)
    check_date(until)
    if type is not None and type not in {*incident_types(), "unknown"}:
        raise NotFound(
            f"{type!r} is no incident type; the types are: "
            f"{', '.join(incident_types())}, unknown"
        )
    if country is not None and not _COUNTRY.fullmatch(country):
        raise NotFound(f"{country!r} is no country code; write two letters: SY")


def check_date(written: str | None) -> None:
    """Raise ConfigError unless it is EDTF: 2016, 2016-05, 2016-05-24, with a time."""
    if written is not None and edtf_of(written) != written:
        raise ConfigError(f"{written!r} is no date; write YYYY-MM-DD")


def country_of(place: Place | None) -> str | None:
    """Return the country of a place, None where either is unknown."""
    return place.country if place else None


def between(date: str | None, since: str | None, until: str | None) -> bool:
    """Whether an EDTF date lies between two, both included; an unknown one does not."""
    if since is None and until is None:
        return True
    if date is None:
        return False
    first, last = date.split("/")[0], date.split("/")[-1]
    return (since is None or last >= since[: len(last)]) and (
        until is None or first <= until + "~"
    )
