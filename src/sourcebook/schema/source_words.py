"""The words of source names: countries, capitals, kinds of bodies."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.schema.load import table

_WORD = re.compile(r"[^\W_]+(?:[.'’&/-][^\W_]+)*\.?")
_BRACKETS = re.compile(r"\s*\([^)]*\)\s*")
_POSSESSIVE = re.compile(r"['’]s?$")
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def country_of(name: str) -> str | None:
    """Return the ISO code of the country that a name or adjective in it means.

    >>> country_of("Afghan officials"), country_of("Riyadh"), country_of("police")
    ('AF', None, None)
    """
    return next((code for code, _ in countries_in(name)), None)


def cleaned(name: str) -> str:
    """Drop brackets, articles, quotation marks and endings from a name."""
    plain = _BRACKETS.sub(" ", name)
    plain = " ".join(plain.split()).strip(" \"“”'‘’,.;:") or name.strip()
    if name.strip().endswith(plain + ".") and "." in plain:
        plain += "."
    return ARTICLE.sub("", _POSSESSIVE.sub("", plain)) or plain


@cache
def _country_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of country names and adjectives, longest first."""
    told = [
        (word, code)
        for code, entry in table("sources")["country"].items()
        for word in entry["words"]
    ]
    told.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple(
        (re.compile(rf"(?<!\w){re.escape(word)}(?!\w)"), code) for word, code in told
    )


@cache
def _any_country() -> re.Pattern[str]:
    """Matches wherever a country word begins; most phrases have none."""
    told = table("sources")["country"].values()
    words = sorted({re.escape(word) for entry in told for word in entry["words"]})
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


def countries_in(name: str) -> list[tuple[str, tuple[int, int]]]:
    """Countries that a phrase names, with where, in the order of the words."""
    found: list[tuple[str, tuple[int, int]]] = []
    if _any_country().search(name) is None:
        return found
    for pattern, code in _country_words():
        match = pattern.search(name)
        if match is not None:
            found.append((code, match.span()))
    return sorted(found, key=lambda told: (told[1][0], -told[1][1]))


@cache
def capitals() -> dict[str, str]:
    """Folded capital to ISO code."""
    told = table("sources")["country"].items()
    return {entry["capital"].casefold(): code for code, entry in told}


def words_of(name: str) -> list[str]:
    """The words of a name, folded, without possessive endings."""
    return [_POSSESSIVE.sub("", word).casefold() for word in _WORD.findall(name)]


@cache
def vocabulary(key: str) -> frozenset[str]:
    """A word list of ``sources.toml``."""
    return frozenset(table("sources")["words"][key])


def has(words: list[str], key: str) -> bool:
    """Whether one of the words is in a word list."""
    return any(word in vocabulary(key) for word in words)


def department(words: list[str]) -> str:
    """What tells one department from another: the words that are no filling."""
    kept = [
        word
        for word in words
        if word.rstrip(".") not in vocabulary("fill")
        and word not in vocabulary("police")
        and word not in vocabulary("rescue")
    ]
    return " ".join(kept)
