"""Sentences for people: how an estimate or a contradiction came about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.model.claim import Claim, Figure, Means
from sourcebook.reconcile.case import Case

_WORDS = {
    "eq": "{value}",
    "ge": "at least {value}",
    "gt": "more than {value}",
    "le": "up to {value}",
    "lt": "fewer than {value}",
    "approx": "about {value}",
    "near": "nearly {value}",
}


def number(claim: Claim) -> str:
    """Return a claim's number in plain words ("more than 100", "2 to 3")."""
    payload = claim.payload
    if not isinstance(payload, Figure | Means):
        return claim.quote
    if payload.value is not None and payload.comparator in _WORDS:
        return _WORDS[payload.comparator].format(value=grouped(payload.value))
    if payload.low is not None and payload.high is not None:
        return f"{grouped(payload.low)} to {grouped(payload.high)}"
    return f"“{claim.quote}”"


def grouped(value: int) -> str:
    """Return a number with its thousands apart: 250,000."""
    return f"{value:,}"


def speaker(case: Case, claim: Claim) -> str:
    """Return who states a claim: the originator, else the outlet in its own voice."""
    link = claim.originator
    if link is not None:
        return link.name or "a source that is not named"
    report = case.reports.get(claim.report)
    if report is None:
        return "a report"
    return report.outlet or f"the report {report.source_id}"


def speakers(case: Case, claims: Iterable[Claim]) -> str:
    """Return those who state claims, the first by name and the others by number."""
    names = sorted({speaker(case, c) for c in claims}, key=lambda n: (n.lower(), n))
    if len(names) <= 3:
        return listed(names)
    return f"{names[0]}, {names[1]} and {len(names) - 2} others"


def listed(names: Sequence[str]) -> str:
    """Join names as people do.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return (
        " and ".join([", ".join(names[:-1]), names[-1]])
        if len(names) > 1
        else "".join(names)
    )


def told(case: Case, claims: Sequence[Claim]) -> str:
    """Return what one side says: its number and its speakers."""
    numbers = list(dict.fromkeys(number(c) for c in claims))
    return f"{listed(numbers)} ({speakers(case, claims)})"


def cap(sentence: str) -> str:
    """Return a sentence with a full stop and a capital letter, but for an address.

    >>> cap("a report blames X"), cap("www.paper.example counts 3")
    ('A report blames X.', 'www.paper.example counts 3.')
    """
    whole = f"{sentence.rstrip('.')}."
    address = "." in sentence.partition(" ")[0]
    return whole if address else f"{whole[:1].upper()}{whole[1:]}"
