"""What the log tells of decisions about incidents that went into another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sourcebook.book.deciding.listing import (
    Entry,
    after_in_words,
    anchor_in_words,
)
from sourcebook.model.decision import SHORT
from sourcebook.store import LogRow


def followed_rows(entries: Iterable[Entry]) -> list[LogRow]:
    """Return a line for each decision that names an incident which is another now."""
    return [row for entry in entries if entry.followed for row in _rows(entry)]


def _rows(entry: Entry) -> Iterator[LogRow]:
    decision = entry.decision
    where = anchor_in_words(decision.anchor, decision.before)
    what = f"{decision.action} {where}{after_in_words(decision)}"
    level, happens, after = _outcome(entry)
    for old, new in sorted(entry.led.items()):
        yield LogRow(
            stage="link",
            level=level,
            file=f"decision {decision.short}",
            line=None,
            reason=f"{what}, by {decision.who}: incident {old[:SHORT]} went into "
            f"{new[:SHORT]}, {happens}",
            next=after,
        )


def _outcome(entry: Entry) -> tuple[str, str, str]:
    """Return the level, what the decision does there, and what is left to do."""
    undo = f"sourcebook decide BOOK undo {entry.decision.short}"
    if entry.state == "conflict":
        other = ", ".join(key[:SHORT] for key in entry.against)
        said = f"where {other} says otherwise: neither counts"
        return "warning", said, f"decide again there, or undo one: {undo}"
    if entry.state == "unattached":
        said = f"where it counts no more ({entry.missing})"
        return "warning", said, f"decide again there, or undo it: {undo}"
    return "info", "and it counts there", f"nothing to do, unless it is wrong: {undo}"
