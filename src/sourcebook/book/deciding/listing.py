"""Decisions as people read them: what was decided, by whom, and whether it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sourcebook.book.deciding.applying import Applied
from sourcebook.book.deciding.following import led
from sourcebook.book.deciding.rulings import State
from sourcebook.model.claim import Claim
from sourcebook.model.decision import (
    SHORT,
    Anchor,
    ClaimAnchor,
    ContradictionAnchor,
    Decision,
    DecisionAnchor,
    EstimateAnchor,
    IncidentAnchor,
    ReportAnchor,
    SourcesAnchor,
)
from sourcebook.store.codec import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A decision with its state.

    ``state`` is stands, replaced, undone, conflict, or unattached: what it points to
    is not there any more, ``missing`` says what. ``against`` are the decisions that it
    is in conflict with; ``claim`` is the id of the claim that it now points to,
    ``reattached`` says that this is another one than it was made on, ``changed`` that
    a claim accepted as it was says something else now. ``led`` maps the incidents that
    it names and that went into another to that one: there it counts.
    """

    decision: Decision
    state: State
    missing: str | None = None
    against: tuple[str, ...] = ()
    claim: str | None = None
    reattached: bool = False
    changed: bool = False
    led: Mapping[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return the decision's row with its state, as JSON holds it."""
        return {
            **self.decision.row(),
            "key": self.decision.key,
            "state": self.state,
            "missing": self.missing,
            "against": list(self.against),
            "claim": self.claim,
            "reattached": self.reattached,
            "changed": self.changed,
            "led": dict(self.led),
        }

    @property
    def followed(self) -> bool:
        """Whether it stands, or waits, at an incident that the one it names went into."""
        return bool(self.led) and self.state not in ("undone", "replaced")

    def __str__(self) -> str:
        decision = self.decision
        where = anchor_in_words(decision.anchor, decision.before)
        changed = after_in_words(decision)
        first = f"{decision.short}  {decision.action} {where}{changed}"
        lines = [first, f"    {decision.who}, {decision.when}: {decision.reason}"]
        if self.state == "conflict":
            other = ", ".join(key[:SHORT] for key in self.against)
            lines.append(
                f"    in conflict with {other}: neither counts; decide again, or undo one"
            )
        elif self.state == "unattached":
            lines.append(
                f"    counts no more: {self.missing}; decide again, or undo it"
            )
        elif self.state != "stands":
            lines.append(f"    {self.state}")
        elif self.reattached:
            lines.append(f"    found again at claim {str(self.claim)[:SHORT]}")
        if self.followed:
            lines += (f"    {told}" for told in led_in_words(self.led))
        if self.changed:
            lines.append("    its claim says something else now: look at it again")
        return "\n".join(lines)


def entries(
    applied: Applied, lost: Mapping[str, str], shown: Mapping[str, Claim]
) -> list[Entry]:
    """Return all decisions, in the order of the chain.

    ``lost`` says what is missing, ``shown`` are the claims as they now are.
    """
    rulings = applied.rulings
    against: dict[str, set[str]] = {}
    for conflict in rulings.conflicts:
        keys = {decision.key for decision in conflict.decisions}
        for key in keys:
            against.setdefault(key, set()).update(keys - {key})
    again = {decision.key for decision in applied.reattached}
    found = []
    for decision in rulings.decisions:
        anchor = decision.anchor
        claim = (
            applied.subjects.claim.get(anchor)
            if isinstance(anchor, ClaimAnchor)
            else None
        )
        key = decision.key
        found.append(
            Entry(
                decision=decision,
                state="unattached" if key in lost else rulings.state[key],
                missing=lost.get(key),
                against=tuple(sorted(against.get(key, ()))),
                claim=claim,
                reattached=key in again,
                changed=rulings.state[key] == "stands"
                and _is_changed(decision, shown.get(claim or "")),
                led=led(decision, rulings.survivors),
            )
        )
    return found


def led_in_words(there: Mapping[str, str]) -> list[str]:
    """Return a line for each incident that went into another."""
    return [
        f"incident {old[:SHORT]} went into {new[:SHORT]}: it is about that one now"
        for old, new in sorted(there.items())
    ]


def _is_changed(decision: Decision, claim: Claim | None) -> bool:
    """Whether a claim that a person accepted says something else now."""
    if decision.action != "accept" or claim is None:
        return False
    seen = (decision.before or {}).get("payload")
    return seen is not None and seen != plain(claim.payload)


def anchor_in_words(anchor: Anchor, before: Mapping[str, Any] | None) -> str:
    """Return what a decision is about, on one line."""
    match anchor:
        case ClaimAnchor():
            words = (before or {}).get("quote")
            kind = anchor.metric or anchor.type
            told = f" {words!r}" if words else ""
            return f"{kind}{told} in {anchor.report[:SHORT]} at {anchor.start}"
        case ReportAnchor():
            return f"report {anchor.report[:SHORT]}"
        case IncidentAnchor():
            return f"incident {anchor.incident[:SHORT]}"
        case EstimateAnchor():
            told = f"{anchor.metric} ({anchor.population})"
            return f"{told} of incident {anchor.incident[:SHORT]}"
        case ContradictionAnchor():
            sort = anchor.sort.replace("_", " ")
            return f"contradiction ({sort}) of incident {anchor.incident[:SHORT]}"
        case SourcesAnchor():
            where = f" in incident {anchor.incident[:SHORT]}" if anchor.incident else ""
            return f"{' = '.join(anchor.lineages)}{where}"
        case DecisionAnchor():
            return f"decision {anchor.decision[:SHORT]}"


def after_in_words(decision: Decision) -> str:
    """Return what a decision changes, on one line, the empty string for nothing."""
    after = decision.after or {}
    shown: dict[str, Any] = {**after.get("payload", {})}
    links: Sequence[Mapping[str, Any]] = after.get("attribution", ())
    if "attribution" in after:
        shown["by"] = " > ".join(str(link["name"]) for link in links) or "the outlet"
    for name in ("low", "best", "high", "role", "modality", "kept", "joined"):
        if after.get(name) is not None:
            shown[name] = after[name]
    if isinstance(after.get("incident"), str) and decision.action != "unlink":
        shown["incident"] = after["incident"]
    told = [
        f"{n} {v[:SHORT] if n in ('incident', 'kept', 'joined') else v}"
        for n, v in shown.items()
        if v is not None
    ]
    return f": {', '.join(told)}" if told else ""
