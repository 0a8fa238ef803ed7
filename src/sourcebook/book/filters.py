"""Which incidents a list shows: by country, type and date."""

from __future__ import annotations

import re

from sourcebook.errors import ConfigError, NotFound
from sourcebook.schema.vocabulary import incident_types
from sourcebook.store import Results

_COUNTRY = re.compile(r"[A-Za-z]{2}")


def chosen(
    results: Results,
    *,
    country: str | None,
    type: str | None,
    since: str | None,
    until: str | None,
    parts: bool,
) -> list[str]:
    """Return the ids of incidents that a list shows, latest first, then by label.

    Raises NotFound or ConfigError for a value that no incident could have.
    """
    check_filters(country=country, type=type, since=since, until=until)
    held = results.listed(
        country=country.upper() if country is not None else None, type=type, parts=parts
    )
    return [id for id, date in held if between(date, since, until)]


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
    if written is None:
        return
    from sourcebook.readers.dates import edtf_of  # with all readers

    if edtf_of(written) != written:
        raise ConfigError(f"{written!r} is no date; write YYYY-MM-DD")


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
