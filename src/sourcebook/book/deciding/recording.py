"""Recording a decision: made, put at the end of the chain, refused where idle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from sourcebook.book.clock import now
from sourcebook.book.deciding import making, making_claims, making_links
from sourcebook.book.deciding.following import redirected, with_known
from sourcebook.book.deciding.making import Changes, Desk, Made
from sourcebook.book.deciding.rulings import rule, says
from sourcebook.book.deciding.subjects import subjects
from sourcebook.errors import DecisionRefused
from sourcebook.model.claim import Claim
from sourcebook.model.decision import ACTIONS, Decision, frontier

__all__ = ["at_the_end", "made", "now"]

Maker: TypeAlias = Callable[[Desk, Sequence[str], Changes], Made]
_MAKERS: Mapping[str, Maker] = {
    "accept": making.about_claim,
    "reject": making.about_claim,
    "edit": making_claims.edit,
    "add": making_claims.add,
    "move": making_claims.move,
    "link": making_links.link,
    "unlink": making_links.unlink,
    "merge": making_links.merge,
    "split": making_links.split,
    "same-source": making_links.same_source,
    "override": making.override,
    "admit": making.admit,
    "dismiss": making.on_contradiction,
    "resolve": making.on_contradiction,
    "note": making.note,
    "undo": making.undo,
}


def made(action: str, targets: Sequence[str], changes: Changes, desk: Desk) -> Made:
    """Return what a decision says; raise DecisionRefused for an unknown action."""
    if action not in _MAKERS:
        raise DecisionRefused(f"{action!r} is no action; choose {', '.join(ACTIONS)}")
    return _MAKERS[action](desk, targets, changes)


def at_the_end(
    chain: Sequence[Decision],
    action: str,
    told: Made,
    *,
    who: str,
    when: str,
    reason: str,
    claims: Iterable[Claim],
    survivors: Mapping[str, str],
) -> Decision:
    """Return the decision as the next of a chain.

    ``survivors`` maps ids of incidents to those they went into. Raises DecisionRefused where what it says stands already.
    """

    def saying(before: Mapping[str, Any] | None) -> Decision:
        return Decision.of(
            action,  # type: ignore[arg-type]
            told.anchor,
            who=who,
            when=when,
            reason=reason,
            before=before,
            after=told.after,
            previous=chain[-1].id if chain else None,
            knew=frontier(chain),
        )

    first = saying(told.before)
    decision = saying(with_known(told.before, first, chain, survivors))
    _refuse_idle(chain, decision, claims, survivors)
    return decision


def _refuse_idle(
    chain: Sequence[Decision],
    decision: Decision,
    claims: Iterable[Claim],
    survivors: Mapping[str, str],
) -> None:
    """Raise where everything that a decision says stands already."""
    if decision.action in ("note", "undo"):
        return
    together = [*chain, decision]
    found = subjects(together, claims)
    said = says(redirected(decision, survivors), found.of) or {}
    before = rule(chain, found.of, survivors)
    same = []
    for (subject, aspect), value in said.items():
        held = before.on(subject).get(aspect)
        if held is None or (says(held, found.of) or {}).get((subject, aspect)) != value:
            return
        same.append(held)
    if same:
        last = same[-1]
        raise DecisionRefused(
            f"{last.who} decided so on {last.when} already ({last.short}: "
            f"{last.reason}); to take it back: decide BOOK undo {last.short}"
        )
