"""Typed access to the vocabularies: acts, instruments, targets, incident types.

The codes of other datasets (DOMAIN 2.2) stand beside each of our own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sourcebook.errors import InvalidValue
from sourcebook.schema.load import table

#: Key of the words that bombings and accidents share.
_EXPLOSION = "explosion"
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A means of attack; ``generic`` things count only beside words of harm.

    ``kin`` are instruments outside its own line that may be the same device.
    """

    name: str
    muc: str
    gtd: int
    words: tuple[str, ...]
    parent: str | None = None
    acled: str | None = None
    gtd_sub: int | None = None
    generic: bool = False
    kin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetKind:
    """What can be hit; ``care`` places also take in the hurt, ``mobile`` ones move.

    A ``weak`` kind names a place of daily life and counts only where something
    happened.
    """

    kind: str
    gtd: int
    muc: str
    words: tuple[str, ...]
    care: bool = False
    mobile: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentType:
    """An own incident type; ``eligible`` false where conflict datasets exclude it."""

    name: str
    rank: int
    eligible: bool
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    instruments: tuple[str, ...] = ()
    acled: str | None = None
    acled_event: str | None = None
    gtd: int | None = None
    muc: str | None = None
    plover: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActKind:
    """A verbal act with its PLOVER and CAMEO codes (DOMAIN STM-7).

    ``verbs`` perform it by being reported ("condemned"), ``phrases`` are a verb with
    a noun it governs ("send condolence"), ``said`` are patterns in what is said
    that amount to it.
    """

    act: str
    cameo: str
    plover: str | None = None
    verbs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


@cache
def instruments() -> Mapping[str, Instrument]:
    """Return the instruments by name, in the order of the data file."""
    rows = table("instruments")["instrument"]
    return {row["name"]: Instrument(**_frozen(row)) for row in rows}


@cache
def target_kinds() -> Mapping[str, TargetKind]:
    """Return the kinds of targets by key, in the order of the data file."""
    return {
        row["kind"]: TargetKind(**_frozen(row)) for row in table("targets")["target"]
    }


@cache
def incident_types() -> Mapping[str, IncidentType]:
    """Return the incident types by name, in order of rank."""
    rows = sorted(table("incident_types")["type"], key=lambda row: int(row["rank"]))
    return {row["name"]: IncidentType(**_frozen(row)) for row in rows}


@cache
def acts() -> Mapping[str, ActKind]:
    """Return the verbal acts by name, in the order of the data file."""
    return {row["act"]: ActKind(**_frozen(row)) for row in table("acts")["act"]}


def broader(instrument: str) -> tuple[str, ...]:
    """Return the classes above an instrument, nearest first.

    >>> broader("car_bomb")
    ('vehicle_bomb', 'bomb', 'explosion')
    """
    if instrument not in instruments():
        raise InvalidValue(f"{instrument!r} is no instrument of the schema")
    above: list[str] = []
    parent = instruments()[instrument].parent
    while parent is not None:
        above.append(parent)
        parent = instruments()[parent].parent
    return tuple(above)


def akin(one: str, other: str) -> bool:
    """Whether two instruments may be one device told more or less closely.

    >>> akin("car_bomb", "bomb"), akin("suicide_vehicle_bomb", "car_bomb")
    (True, True)
    >>> akin("car_bomb", "suicide_belt")
    False
    """
    return _covers(one, other) or _covers(other, one)


def _covers(one: str, other: str) -> bool:
    line = {other, *broader(other)}
    return one in line or bool(set(instruments()[one].kin) & line)


def incident_type(words: Iterable[str], instruments: Iterable[str] = ()) -> str:
    """Return the type that the words and instruments of reports tell, or "unknown".

    ``words`` are lemmas in reading order, those of titles first if they are to
    count more than once; ``instruments`` are names of the schema. A named
    instrument counts as much as three words, a gun or a knife that no word tells the
    use of as none; equal scores go to the more telling type (its rank).

    >>> incident_type("a gunman open fire at a mall".split())
    'shooting'
    >>> incident_type(["blast", "at", "market"], ["car_bomb"])
    'bombing_vehicle'
    """
    told = [word.lower() for word in words]
    scores: dict[str, int] = {}
    for _, _, name in _trigger_phrases().find(told):
        scores[name] = scores.get(name, 0) + 1
    worded = set(scores)
    by_instrument = _types_by_instrument()
    for instrument in instruments:
        name = by_instrument.get(instrument, "")
        if name:
            scores[name] = scores.get(name, 0) + _said(instrument, name, worded)
    _settle_explosions(scores, told)
    _lend(scores)
    ranks = incident_types()
    best = min(scores, key=lambda n: (-scores[n], ranks[n].rank), default="unknown")
    return best


def _said(instrument: str, name: str, worded: set[str]) -> int:
    """Return the weight of an instrument, none for a weapon that was only held."""
    held = instruments()[instrument].generic and worded - {name} and name not in worded
    return 0 if held else 3


def _settle_explosions(scores: dict[str, int], words: Sequence[str]) -> None:
    """Give words such as "blast" to bombings, or to accidents at works."""
    told = scores.pop(_EXPLOSION, 0)
    if not told:
        return
    rows = table("incident_types")["explosion"]
    bombed = any(name in scores for name in rows["bombing"])
    works = rows["accident"] in scores or not set(rows["signs"]).isdisjoint(words)
    name = rows["accident"] if works and not bombed else rows["attack"]
    scores[name] = scores.get(name, 0) + told


def _lend(scores: dict[str, int]) -> None:
    """Add the words of the wider type up to the narrower one.

    A suicide or vehicle bombing is a bombing too, and arson told twice a fire.
    """
    if scores.get("arson", 0) > 1 and "fire_accident" in scores:
        scores["arson"] += scores.pop("fire_accident")
    if "bombing_ied" not in scores:
        return
    for special in ("bombing_suicide", "bombing_vehicle"):
        if special in scores:
            scores[special] += scores.pop("bombing_ied")
            return


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds phrases in a sequence of words, the longest at each place."""

    by_last: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(repr=False)

    @classmethod
    def of(cls, keys: Mapping[str, str]) -> Phrases:
        """Index phrases to their keys; words at spaces and hyphens, as tokenised."""
        held: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, key in keys.items():
            words = tuple(_HYPHEN.sub(" - ", phrase).split())
            held.setdefault(words[-1], []).append((words, key))
        return cls(
            {
                last: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))
                for last, rows in held.items()
            }
        )

    def find(self, words: Sequence[str]) -> list[tuple[int, int, str]]:
        """Return start, end and key of each phrase; none overlaps another.

        >>> Phrases.of({"car bomb": "car_bomb", "bomb": "bomb"}).find(
        ...     ["a", "car", "bomb"]
        ... )
        [(1, 3, 'car_bomb')]
        """
        found: list[tuple[int, int, str]] = []
        for at, word in enumerate(words):
            for phrase, key in self.by_last.get(word, ()):
                start = at + 1 - len(phrase)
                if start >= 0 and tuple(words[start : at + 1]) == phrase:
                    while found and found[-1][1] > start:
                        found.pop()
                    found.append((start, at + 1, key))
                    break
        return found


@cache
def instrument_phrases() -> Phrases:
    """Return the finder of instruments in lemmas."""
    return Phrases.of(
        {w: row.name for row in instruments().values() for w in row.words}
    )


@cache
def target_phrases() -> Phrases:
    """Return the finder of targets in lemmas."""
    return Phrases.of(
        {w: row.kind for row in target_kinds().values() for w in row.words}
    )


@cache
def _trigger_phrases() -> Phrases:
    rows = reversed(list(incident_types().values()))
    loose = dict.fromkeys(table("incident_types")["explosion"]["words"], _EXPLOSION)
    told = {w: row.name for row in rows for w in (*row.verbs, *row.nouns)}
    return Phrases.of(loose | told)


@cache
def _types_by_instrument() -> Mapping[str, str]:
    return {
        key: row.name for row in incident_types().values() for key in row.instruments
    }


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
