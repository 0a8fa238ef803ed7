"""The country whose body a name is by its words: "the foreign ministry in Berlin"."""

from __future__ import annotations

import re

from sourcebook.model.claim import AttributionLink
from sourcebook.schema.source_words import capitals, countries_in
from sourcebook.text.gazetteer import lookup

#: The place at the end of a name: "... in The Hague".
SEAT = re.compile(
    r"\s(?:in|at) (?:the (?:capital,? )?)?(?P<place>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2})$"
)
#: People of a town from which on it is told without its country.
KNOWN = 100_000


def seat(name: str) -> str | None:
    """Return the ISO code of the country where a body is put at the end of its name.

    >>> seat("the foreign ministry in Berlin"), seat("police in Arden")
    ('DE', None)
    """
    found = SEAT.search(name)
    if found is None:
        return None
    place = found["place"]
    code = capitals().get(place.casefold())
    return code or _largest(place) or _largest(f"The {place}")


def _largest(place: str) -> str | None:
    cities = [e for e in lookup(place) if e.feature == "city" and e.population > KNOWN]
    best = max(cities, key=lambda e: (e.population, e.id), default=None)
    return best.country if best else None


def country_before(shown: str) -> tuple[str | None, str]:
    """Part the country or capital that a body's name tells from the rest of it."""
    told = countries_in(shown)
    if told:
        code, (start, end) = told[0]
        return code, re.sub(r"^['’]s?\s", " ", shown[:start] + shown[end:])
    for place, code in capitals().items():
        if shown.casefold().startswith((f"{place} ", f"{place}'s ", f"{place}’s ")):
            return code, re.sub(r"^['’]s?\s", " ", shown[len(place) :])
    told_seat = seat(shown)
    return (told_seat, SEAT.sub("", shown)) if told_seat else (None, shown)


def told_country(link: AttributionLink) -> str | None:
    """Return the country of a body that the report's words put somewhere.

    "a foreign ministry spokesman in Berlin" speaks for Germany wherever the incident is.
    """
    name, quote = link.name or "", link.quote or ""
    if countries_in(name):
        return None
    return seat(name) or seat(quote) or _before(quote, name)


def _before(quote: str, name: str) -> str | None:
    """Return the country whose adjective stands right before the name."""
    at = quote.casefold().find(name.casefold())
    told = countries_in(quote[:at].rstrip()) if at > 0 else []
    return next(
        (code for code, (_, end) in told if end == len(quote[:at].rstrip())), None
    )
