"""A decision file: one decision a line, so that two analysts' work merges."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sourcebook.book.deciding.shapes import refuse_misshapen
from sourcebook.errors import InputError, InvalidValue
from sourcebook.model.decision import Decision, chain_faults, decision_of


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions as JSON Lines, in the order of their chain."""
    lines = [json.dumps(d.row(), ensure_ascii=False) + "\n" for d in decisions]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def read_decisions(path: Path) -> list[Decision]:
    """Return the decisions of a file; raise InputError where it was altered or cut."""
    found: list[Decision] = []
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            decision = decision_of(json.loads(line))
            refuse_misshapen(decision)
        except (ValueError, InvalidValue, TypeError, AttributeError, KeyError) as error:
            raise InputError(
                f"{path}, line {number}: this is no decision ({error}); take the file "
                "anew from: sourcebook decisions BOOK export FILE"
            ) from error
        found.append(decision)
    for decision, what in chain_faults(found):
        place = found.index(decision) + 1
        raise InputError(
            f"{path}, decision {place}: {decision.short}: {what}; take the file "
            "anew from the book that it came from"
        )
    return found


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is no decision file (it is not UTF-8); name one that "
            "`sourcebook decisions BOOK export FILE` wrote"
        ) from error


def coming(held: Sequence[Decision], told: Sequence[Decision]) -> list[Decision]:
    """Return the decisions of a file that a book does not hold, as its chain's next.

    Where the file's chain goes on from the book's, they keep their ids. Otherwise they
    are chained anew and keep the id they had as their origin.
    """
    known = {decision.key for decision in held}
    fresh = [decision for decision in told if decision.key not in known]
    if [d.id for d in told[: len(held)]] == [d.id for d in held]:
        return fresh
    chained: list[Decision] = []
    last = held[-1].id if held else None
    for decision in fresh:
        again = replace(decision, previous=last, origin=decision.key)
        again = replace(again, id=again.computed_id)
        chained.append(again)
        last = again.id
    return chained
