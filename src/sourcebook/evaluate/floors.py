"""Floors: what a measure may not sink below, with a digest of the gold.

``floors.json`` holds, for each gold folder by name, the digest of its files and a
floor per measure. Raising is automatic; lowering needs an explicit word.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sourcebook.errors import ConfigError, InputError
from sourcebook.evaluate.gold import read_json

#: Measures where less is better; all others only rise.
_CEILINGS = frozenset({"linking.false_incidents", "reports.not_found"})


def digest_of(gold: Path) -> str:
    """Return the SHA-256 over names and bytes of a gold folder's JSON files."""
    total = hashlib.sha256()
    for path in sorted(gold.glob("*.json")):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.name}\n{content}\n".encode())
    return total.hexdigest()


def check_floors(
    measures: Mapping[str, float], *, floors: Path, name: str, gold: Path
) -> list[str]:
    """Return a sentence for each measure below its floor; empty when all hold.

    Raises ConfigError where the gold is not the one that the floors were taken on.
    """
    entry = _entry(floors, name)
    if entry["gold"] != digest_of(gold):
        raise ConfigError(
            f"the gold in {gold} is not the one that {floors} was taken on; "
            "run: sourcebook evaluate OUT GOLD --floors FILE --raise"
        )
    return [
        f"{key} is {measures[key]:.3f}, its floor is {floor:.3f}"
        for key, floor in entry["floors"].items()
        if _worse(key, measures[key], floor)
    ]


def raise_floors(
    measures: Mapping[str, float],
    *,
    floors: Path,
    name: str,
    gold: Path,
    allow_regression: bool = False,
) -> dict[str, float]:
    """Write the better of old floor and new measure; return what was written.

    Raises ConfigError where a measure is worse than its floor, unless allowed.
    """
    data = read_json(floors) if floors.exists() else {}
    old = _entry(floors, name)["floors"] if name in data else {}
    sunk = [key for key in old if _worse(key, measures[key], old[key])]
    if sunk and not allow_regression:
        raise ConfigError(
            f"these measures are below their floor: {', '.join(sorted(sunk))}; "
            "mend them, or say --allow-regression and give the reason in the commit"
        )
    keys = sorted(old or _default_keys(measures))
    new = {key: _round(key, measures[key]) for key in keys}
    data[name] = {"gold": digest_of(gold), "floors": new}
    text = json.dumps(data, indent=2, sort_keys=True) + "\n"
    floors.write_text(text, "utf-8")
    return new


def _entry(floors: Path, name: str) -> dict[str, Any]:
    if not floors.exists():
        raise InputError(f"{floors} is missing; add --raise to write it")
    data: dict[str, dict[str, Any]] = read_json(floors)
    if name not in data:
        raise InputError(
            f"{floors} has no floors for {name!r}; it has: {', '.join(sorted(data))}"
        )
    entry = data[name]
    kept = entry.get("floors") if isinstance(entry, dict) else None
    numbers = isinstance(kept, dict) and all(
        isinstance(floor, int | float) for floor in kept.values()
    )
    if not numbers or "gold" not in entry:
        raise InputError(
            f"{floors}: {name!r} has no gold and floors; add --raise to write it anew"
        )
    return entry


def _default_keys(measures: Mapping[str, float]) -> list[str]:
    """Headline measures: the F1s and the shares, not their parts."""
    return [
        key
        for key in measures
        if key.endswith(("f1", "accuracy", "recall", "best", "ever"))
        or key in _CEILINGS
    ]


def _worse(key: str, measure: float, floor: float) -> bool:
    return measure > floor if key in _CEILINGS else measure < floor


def _round(key: str, measure: float) -> float:
    """Cut to three digits on the safe side, so that the same build passes."""
    return measure if key in _CEILINGS else math.floor(measure * 1000) / 1000
