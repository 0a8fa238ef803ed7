"""What people decided about estimates and contradictions, put on after the rules.

An override replaces low, best or high and keeps what the rules gave beside it
(REC-11). Every estimate names the decisions that had part in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sourcebook.errors import InvalidValue
from sourcebook.model.claim import Claim
from sourcebook.model.decision import SHORT
from sourcebook.model.estimate import Computed, Contradiction, Estimate

#: Incident, metric and population: what an estimate is of.
EstimateKey = tuple[str, str, str]
#: Decisions that an explanation names; ``decisions`` holds all of them.
NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """The numbers that a person gives; None leaves what the rules gave."""

    decision: str
    low: int | None
    best: int | None
    high: int | None


def overridden(estimate: Estimate, by: Override) -> Estimate:
    """Return the estimate with a person's numbers, the computed ones beside (REC-11).

    Where the numbers left as computed no longer lie around those given, they give
    way: low is never above best, nor best above high.
    """
    given = (by.low, by.best, by.high)
    low, best, high = fitted(given, (estimate.low, estimate.best, estimate.high))
    computed = Computed(
        low=estimate.low,
        best=estimate.best,
        high=estimate.high,
        high_open=estimate.high_open,
    )
    said = f"overridden by decision {by.decision[:SHORT]}"
    return replace(
        estimate,
        low=low,
        best=best,
        high=high,
        high_open=estimate.high_open and by.high is None,
        rule=f"{estimate.rule}+REC-11",
        explanation=_joined(estimate.explanation, said),
        computed=computed,
        decisions=(*estimate.decisions, by.decision),
    )


def fitted(
    given: tuple[int | None, int | None, int | None],
    computed: tuple[int | None, int | None, int | None],
) -> tuple[int | None, int | None, int | None]:
    """Return low, best, high: those given, and those computed as far as they fit.

    >>> fitted((None, 9, None), (3, 4, 7))
    (3, 9, 9)
    """
    told = [n for n in given if n is not None]
    if told != sorted(told):
        raise InvalidValue(
            f"low {given[0]}, best {given[1]}, high {given[2]} do not rise; give "
            "numbers with low <= best <= high"
        )
    low, best, high = (
        g if g is not None else c for g, c in zip(given, computed, strict=True)
    )
    if given[1] is None and best is not None:
        best = max(best, given[0]) if given[0] is not None else best
        best = min(best, given[2]) if given[2] is not None else best
    if given[0] is None and low is not None:
        low = min([low, *(n for n in (best, high) if n is not None)])
    if given[2] is None and high is not None:
        high = max([high, *(n for n in (best, low) if n is not None)])
    return low, best, high


def with_overrides(
    estimates: Iterable[Estimate], overrides: Mapping[EstimateKey, Override]
) -> tuple[Estimate, ...]:
    """Return the estimates with people's numbers in place of the computed ones."""
    found = []
    for estimate in estimates:
        by = overrides.get((estimate.incident, estimate.metric, estimate.population))
        found.append(overridden(estimate, by) if by else estimate)
    return tuple(found)


def with_part_taken(
    estimates: Iterable[Estimate],
    claims: Iterable[Claim],
    actions: Mapping[str, str],
) -> tuple[Estimate, ...]:
    """Return the estimates with the decisions about the claims that they name.

    ``actions`` gives the action of each decision's key, for the explanation.
    """
    about = {claim.id: claim.decisions for claim in claims if claim.decisions}
    return tuple(_with_part_taken(each, about, actions) for each in estimates)


def _with_part_taken(
    estimate: Estimate,
    about: Mapping[str, Sequence[str]],
    actions: Mapping[str, str],
) -> Estimate:
    named = (*estimate.inputs, *(left.claim for left in estimate.excluded))
    keys = tuple(sorted({key for claim in named for key in about.get(claim, ())}))
    if not keys:
        return estimate
    told = ", ".join(f"{actions[key]} {key[:SHORT]}" for key in keys[:NAMED])
    told += f" and {len(keys) - NAMED} more" if len(keys) > NAMED else ""
    decided = "decision" if len(keys) == 1 else "decisions"
    return replace(
        estimate,
        explanation=_joined(estimate.explanation, f"{decided} on its claims: {told}"),
        decisions=keys,
    )


def with_state(
    contradiction: Contradiction,
    state: Literal["resolved", "dismissed"],
    decision: str,
) -> Contradiction:
    """Return a contradiction as a person left it; it stays in the book."""
    said = f"{contradiction.explanation} ({state} by decision {decision[:SHORT]})"
    return replace(
        contradiction,
        state=state,
        explanation=said,
        decisions=(*contradiction.decisions, decision),
    )


def _joined(explanation: str, more: str) -> str:
    return f"{explanation.rstrip('.')}; {more}"
