"""Who decided what about a claim or an estimate, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sourcebook.model.claim import Claim
from sourcebook.model.decision import SHORT, Decision
from sourcebook.reconcile.wording import number

#: What is said of a claim by what a person made of it.
_DONE = {
    "rejected": "rejected it",
    "edited": "edited it",
    "added": "added it",
    "moved": "moved it",
    "accepted": "accepted it",
}


def told_by(keys: Iterable[str], decisions: Mapping[str, Decision]) -> str:
    """Return who decided, when and why, with the short id of the decision."""
    known = [decisions[key] for key in keys if key in decisions]
    if not known:
        return "a person"
    last = known[-1]
    return f"{last.who} ({last.when[:10]}, {last.reason}; decision {last.key[:SHORT]})"


def what_became(claim: Claim, decisions: Mapping[str, Decision]) -> str | None:
    """Return what a person made of a claim, None where nobody decided about it."""
    if claim.review is None:
        return None
    done = _DONE[claim.review]
    now = f": it counts as {number(claim)}" if claim.review == "edited" else ""
    return f"{told_by(claim.decisions, decisions)} {done}{now}"
