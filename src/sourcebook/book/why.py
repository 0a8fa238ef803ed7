"""Why an estimate is what it is: every claim in context, the rule, the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sourcebook.book.deciding.listing import Entry
from sourcebook.book.views import ClaimView, EstimateView
from sourcebook.export.csv import attribution_in_words
from sourcebook.export.jsonl import claim_row, estimate_row
from sourcebook.model.decision import SHORT
from sourcebook.model.estimate import Computed, Contradiction


@dataclass(frozen=True, slots=True)
class Why:
    """The explanation of one estimate; ``str`` of it is written for people."""

    estimate: EstimateView
    label: str
    contradictions: tuple[Contradiction, ...]
    decisions: tuple[Entry, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return all of it as JSON holds it, each claim with its context."""
        used = [_row(claim) for claim in self.estimate.claims]
        left = [
            _row(claim) | {"reason": reason} for claim, reason in self.estimate.left_out
        ]
        return {
            "incident": self.estimate.value.incident,
            "label": self.label,
            "estimate": estimate_row(self.estimate.value),
            "explanation": self.estimate.value.explanation,
            "claims": used,
            "left_out": left,
            "contradictions": [c.explanation for c in self.contradictions],
            "decisions": [entry.as_dict() for entry in self.decisions],
        }

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        value = self.estimate.value
        yield self.label
        yield f"{value.metric} ({value.population}): {bounds_in_words(self.estimate)}"
        if value.computed is not None:
            yield f"the rules gave {computed_in_words(value.computed)}"
        yield f"profile {value.profile}, rules {value.rule}"
        yield value.explanation
        least, most = value.lineages
        yield f"independent originators: {least} to {most}"
        yield ""
        yield f"rests on {_counted(len(self.estimate.claims))}"
        for claim in self.estimate.claims:
            yield from _told(claim)
        if self.estimate.left_out:
            yield ""
            yield f"leaves out {_counted(len(self.estimate.left_out))}"
        for claim, reason in self.estimate.left_out:
            yield from _told(claim, reason)
        for contradiction in self.contradictions:
            yield ""
            yield contradiction_in_words(contradiction)
        if self.decisions:
            yield ""
            yield "people decided"
        for entry in self.decisions:
            yield from (f"  {line}" for line in str(entry).splitlines())


def explain(estimate: EstimateView, decisions: Iterable[Entry] = ()) -> Why:
    """Return the explanation of an estimate, with the decisions that had part in it."""
    contents = estimate.contents
    value = estimate.value
    behind = {*value.inputs, *(left.claim for left in value.excluded)}
    return Why(
        estimate=estimate,
        label=contents.incident[value.incident].label,
        contradictions=tuple(
            found
            for found in contents.contradictions_of[value.incident]
            if behind & set(found.claims)
        ),
        decisions=tuple(
            entry for entry in decisions if entry.decision.key in value.decisions
        ),
    )


def bounds_in_words(estimate: EstimateView) -> str:
    """Return low, best and high as one phrase, never one number alone (N3).

    An open high has no ceiling in any report; the number is then the largest told.
    """
    value = estimate.value
    if value.low is None and value.high is None:
        return "told without a number" if value.inputs else "no total told"
    return range_in_words(value.low, value.best, value.high, high_open=value.high_open)


def computed_in_words(computed: Computed) -> str:
    """Return what the rules gave where a person's word stands instead (REC-11)."""
    told = (computed.low, computed.best, computed.high)
    return range_in_words(*told, high_open=computed.high_open)


def range_in_words(
    told_low: int | None,
    told_best: int | None,
    told_high: int | None,
    *,
    high_open: bool,
) -> str:
    """Return low, best and high as one phrase; None is an end that nobody told."""
    low = "?" if told_low is None else f"{told_low:,}"
    high = "?" if told_high is None else f"{told_high:,}"
    best = "none" if told_best is None else f"{told_best:,}"
    return f"{low} to {high}{' or more' if high_open else ''}, best {best}"


def contradiction_in_words(contradiction: Contradiction) -> str:
    """Return its kind, its severity where it has one, and what it is about.

    >>> contradiction_in_words(
    ...     Contradiction(
    ...         id="c",
    ...         kind="temporal_update",
    ...         severity="none",
    ...         incident="i",
    ...         claims=("a", "b"),
    ...         explanation="Killed: 7 came before 9.",
    ...     )
    ... )
    'temporal update: Killed: 7 came before 9.'
    """
    kind = contradiction.kind.replace("_", " ")
    if (
        contradiction.severity != "none"
        and contradiction.kind != contradiction.severity
    ):
        kind += f" ({contradiction.severity})"
    return f"{kind}: {contradiction.explanation}"


def _counted(claims: int) -> str:
    return "1 claim" if claims == 1 else f"{claims} claims"


def _row(claim: ClaimView) -> dict[str, Any]:
    report = claim.report
    return claim_row(claim.value) | {
        "outlet": report.outlet,
        "published": report.published,
        "source_id": report.source_id,
        "context": claim.context,
    }


def _told(claim: ClaimView, reason: str | None = None) -> Iterator[str]:
    report = claim.report
    outlet = report.outlet or report.source_id
    said = attribution_in_words(claim.value) or "the outlet itself"
    when = (report.published or "no date")[:16]
    yield f"  {claim.value.id[:12]}  {outlet}, {when}, according to {said}"
    yield f"    {claim.context}"
    if claim.value.review is not None:
        keys = ", ".join(key[:SHORT] for key in claim.value.decisions)
        yield f"    {claim.value.review} by a person: {keys}"
    if reason is not None:
        yield f"    left out: {reason}"
