"""The word lists of background and parts, compiled once a process."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sourcebook.schema.load import table
from sourcebook.text.alternatives import alternatives, either

Where = Literal["before", "after", "stretch", "sentence", "quote_on"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that make a figure background; ``name`` is stored in the setting.

    ``series`` marks those that speak of one more event of a series in other reports.
    """

    name: str
    where: Where
    lead: bool
    guarded: bool
    series: bool
    metrics: frozenset[str]
    pattern: re.Pattern[str]


@cache
def cues() -> tuple[Cue, ...]:
    """Return the background cues in the order of the data file."""
    return tuple(
        Cue(
            name=row["name"],
            where=row["where"],
            lead=row["lead"],
            guarded=row.get("guard") == "superlative",
            series=row.get("series", False),
            metrics=frozenset(row.get("metrics", ())),
            pattern=union(row["patterns"]),
        )
        for row in table("background")["cue"]
    )


@cache
def any_cue(where: Where) -> re.Pattern[str]:
    """Return the pattern that is found where one of the cues of a place is."""
    rows = [row for row in table("background")["cue"] if row["where"] == where]
    return union([each for row in rows for each in row["patterns"]])


@cache
def pattern(file: str, section: str, key: str) -> re.Pattern[str]:
    """Return the compiled pattern or list of patterns at a place of a data file."""
    entry = table(file)[section][key]
    return union([entry] if isinstance(entry, str) else entry)


@cache
def words(section: str, key: str) -> frozenset[str]:
    """Return a word list of the parts file."""
    return frozenset(table("parts")[section][key])


@cache
def event_classes() -> dict[str, frozenset[str]]:
    """Return for each event noun the classes it belongs to."""
    found: dict[str, set[str]] = {}
    for topic in table("background")["events"].values():
        for name, nouns in topic.items():
            for noun in nouns:
                found.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in found.items()}


@cache
def deeds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return for each event class the pattern of the verbs that tell it."""
    rows = table("background")["deeds"].items()
    return tuple((name, union([rf"\b(?:{'|'.join(v)})\b"])) for name, v in rows)


def union(patterns: list[str]) -> re.Pattern[str]:
    """Compile alternatives, filling in the lists of events, months and harm verbs."""
    joined = either(patterns)
    for name, filling in _fillings().items():
        joined = joined.replace("{" + name + "}", filling)
    return re.compile(joined)


@cache
def _fillings() -> dict[str, str]:
    data = table("background")
    nouns = {
        noun
        for topic in data["events"].values()
        for row in topic.values()
        for noun in row
    }
    return {
        "event": _alternatives(nouns),
        "month": _alternatives(data["moments"]["months"]),
        "harm": _alternatives(data["harm"]["verbs"]),
    }


def _alternatives(entries: set[str] | list[str]) -> str:
    ordered = sorted(entries, key=lambda entry: (-len(entry), entry))
    return alternatives(ordered, space=" ")
