"""Groups against the whole: no group of people is larger than all of them (SCP-5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sourcebook.reconcile.case import DEVICES
from sourcebook.reconcile.people import People
from sourcebook.reconcile.settled import Settled
from sourcebook.reconcile.wording import grouped

#: What an explanation says of the best value.
_BEST = re.compile(r"; best [\d,]+[^;.]*")
_APART = ("persons", "attackers", DEVICES)


def exceeded(group: Settled, settled: Iterable[Settled]) -> Settled | None:
    """Return the count of all persons that a group of them exceeds (SCP-5).

    Attackers need not be among the persons counted (NUM-19).
    """
    least, pool = group.estimate.low, group.pool
    if least is None or pool.population in _APART:
        return None
    key = (pool.node, pool.metric, "persons")
    for whole in settled:
        top = whole.estimate.high
        same = (whole.pool.node, whole.pool.metric, whole.pool.population) == key
        if same and whole.estimate.inputs and top is not None and least > top:
            return whole
    return None


def with_doubts(found: Sequence[Settled]) -> list[Settled]:
    """Take the best value from groups that exceed the whole: one of them is wrong."""
    result = []
    for each in found:
        whole = exceeded(each, found)
        if whole is not None and each.estimate.inputs:
            most = grouped(whole.estimate.high or 0)
            told = _BEST.sub("", each.estimate.explanation)
            estimate = replace(
                each.estimate,
                best=None,
                rule=f"{each.estimate.rule}+SCP-5",
                explanation=f"{told} More than the {most} persons of the whole: no best.",
            )
            each = replace(each, estimate=estimate)
        result.append(each)
    return result


def without_glimpses(found: Sequence[Settled], told: People) -> list[Settled]:
    """Leave out groups of whom only somebody is seen, beside a total of all (SCP-8).

    "An injured woman is helped" under a picture counts no women; somebody told of by
    name or age is known to be one of the group.
    """
    totals = {
        s.pool.metric
        for s in found
        if s.pool.population == "persons" and not s.estimate.derived
    }
    return [
        s
        for s in found
        if s.pool.population in _APART
        or s.pool.metric not in totals
        or not s.estimate.rule.startswith("SCP-8")
        or _known(s, told)
    ]


def _known(settled: Settled, told: People) -> bool:
    people = told.of(settled.pool.metric, settled.pool.population)
    if not people:
        return True
    return any(m.name or m.age is not None for p in people for m in p.mentions)
