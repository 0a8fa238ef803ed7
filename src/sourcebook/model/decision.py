"""Decisions: what people recorded about claims, links, estimates and contradictions.

A decision is only ever added, wins over derivation, and points to an anchor (DESIGN
section 2, REC-11).
Decisions form a chain: the id of each is a hash over its content and the id before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Literal, TypeAlias, get_args

from sourcebook.errors import InvalidValue
from sourcebook.model.anchors import (
    Anchor,
    ClaimAnchor,
    ContradictionAnchor,
    DecisionAnchor,
    EstimateAnchor,
    IncidentAnchor,
    ReportAnchor,
    SourcesAnchor,
    anchor_of,
    anchor_row,
)
from sourcebook.model.ids import digest

__all__ = [
    "ACTIONS",
    "EXPUNGED",
    "SHORT",
    "Action",
    "Anchor",
    "ClaimAnchor",
    "ContradictionAnchor",
    "Decision",
    "DecisionAnchor",
    "EstimateAnchor",
    "IncidentAnchor",
    "ReportAnchor",
    "SourcesAnchor",
    "Told",
    "anchor_of",
    "anchor_row",
    "chain_faults",
    "decision_of",
    "expunged_row",
    "frontier",
]

Action = Literal[
    "accept",
    "reject",
    "edit",
    "add",
    "move",
    "link",
    "unlink",
    "merge",
    "split",
    "same-source",
    "override",
    "admit",
    "dismiss",
    "resolve",
    "note",
    "undo",
]
ACTIONS: tuple[Action, ...] = get_args(Action)
#: Stands for the reason of a decision about a report that was expunged.
EXPUNGED = "its words went with the report that it was about"
#: Digits of a decision's id that words and lists show.
SHORT = 12

Told: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One recorded word of a person.

    ``before`` and ``after`` are JSON objects: what stood there, and what the person
    says instead. ``when`` is ISO 8601, as given. ``previous`` is the id of the
    decision before it in this book, None for the first. ``knew`` are the keys of the
    last decisions that lay before the person: one, or several after an import; so two
    decisions can be told to have been made without knowing of each other.
    ``origin`` is the id in the book where it was first made, None in that book.
    """

    id: str
    action: Action
    anchor: Anchor
    before: Told | None
    after: Told | None
    who: str
    when: str
    reason: str
    previous: str | None
    knew: tuple[str, ...]
    origin: str | None = None

    @classmethod
    def of(
        cls,
        action: Action,
        anchor: Anchor,
        *,
        who: str,
        when: str,
        reason: str,
        before: Told | None = None,
        after: Told | None = None,
        previous: str | None = None,
        knew: Sequence[str] = (),
        origin: str | None = None,
    ) -> Decision:
        """Build a decision with the id that its content and the chain give.

        Raises InvalidValue for an unknown action, a missing name or reason, or a
        time that is not ISO 8601.
        """
        _check(action, who, when, reason)
        told = cls(
            id="",
            action=action,
            anchor=anchor,
            before=before,
            after=after,
            who=who,
            when=when,
            reason=reason,
            previous=previous,
            knew=tuple(knew),
            origin=origin,
        )
        return cls(**{**_fields(told), "id": told.computed_id})

    @property
    def key(self) -> str:
        """The id that it keeps in every book: that of where it was made."""
        return self.origin or self.id

    @property
    def short(self) -> str:
        """The beginning of the key, as lists and reasons show it."""
        return self.key[:SHORT]

    @property
    def expunged(self) -> bool:
        """Whether its words were removed with a report: only its place can be checked."""
        empty = self.before is None and self.after is None
        return self.action == "note" and self.reason == EXPUNGED and empty

    @property
    def computed_id(self) -> str:
        """The id that the content gives; another one stored says it was altered."""
        row = {k: v for k, v in self.row().items() if k != "id"}
        return digest(json.dumps(row, sort_keys=True, ensure_ascii=False))

    def row(self) -> dict[str, Any]:
        """Return the decision as one line of a decision file holds it."""
        return {
            "id": self.id,
            "previous": self.previous,
            "knew": list(self.knew),
            "origin": self.origin,
            "when": self.when,
            "who": self.who,
            "action": self.action,
            "anchor": anchor_row(self.anchor),
            "before": self.before,
            "after": self.after,
            "reason": self.reason,
        }


def decision_of(row: Told) -> Decision:
    """Return the decision that :meth:`Decision.row` wrote; raise InvalidValue."""
    missing = [f.name for f in fields(Decision) if f.name not in row]
    if missing:
        raise InvalidValue(f"a decision has no {', '.join(missing)}")
    held = {f.name: row[f.name] for f in fields(Decision)}
    _check(held["action"], held["who"], held["when"], held["reason"])
    held |= {"anchor": anchor_of(row["anchor"]), "knew": tuple(row["knew"])}
    return Decision(**held)


def expunged_row(report: str) -> dict[str, Any]:
    """Return what stands in the row of a decision whose words are removed.

    It is then a note about the report, which changes nothing; its id, its place in
    the chain, who and when stay.
    """
    return {
        "action": "note",
        "anchor": anchor_row(ReportAnchor(report=report)),
        "before": None,
        "after": None,
        "reason": EXPUNGED,
    }


def chain_faults(decisions: Sequence[Decision]) -> Iterator[tuple[Decision, str]]:
    """Yield each decision of a chain that is not as it was written, and what differs."""
    before: str | None = None
    for decision in decisions:
        if decision.computed_id != decision.id and not decision.expunged:
            yield decision, "its content has changed since it was written"
        if decision.previous != before:
            told = "none" if before is None else before[:SHORT]
            yield decision, f"the decision before it is missing or moved (now {told})"
        before = decision.id


def frontier(decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Return the keys of the decisions that no other one knew, in their order."""
    held = list(decisions)
    known = {key for decision in held for key in decision.knew}
    return tuple(d.key for d in held if d.key not in known)


def _check(action: str, who: str, when: str, reason: str) -> None:
    if action not in ACTIONS:
        raise InvalidValue(f"{action!r} is no action; choose {', '.join(ACTIONS)}")
    if not str(who).strip() or not str(reason).strip():
        raise InvalidValue(
            "a decision needs a name and a reason; give them with --who and --reason"
        )
    try:
        datetime.fromisoformat(when)
    except (TypeError, ValueError) as error:
        raise InvalidValue(
            f"{when!r} is no time; write one such as 2026-05-04 or 2026-05-04T09:30:00Z"
        ) from error


def _fields(decision: Decision) -> dict[str, Any]:
    return {f.name: getattr(decision, f.name) for f in fields(decision)}
