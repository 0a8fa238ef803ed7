"""Deaths that words number: after "a third victim has died" three are dead (SCP-8)."""

from __future__ import annotations

import re

from sourcebook.model.claim import Claim
from sourcebook.reconcile.case import Case, metric_of, role_of
from sourcebook.reconcile.choose import Chosen
from sourcebook.reconcile.mentions import single
from sourcebook.reconcile.pools import Pool
from sourcebook.reconcile.settled import Settled, derived
from sourcebook.schema.load import table
from sourcebook.schema.profiles import ProfileRule

#: One more of those who were hurt: "a third victim", "2nd person"; "the second
#: victim" may be the second of those hurt and the first who died.
_NUMBERED = re.compile(
    r"(?:an?\s+)?(?P<ordinal>[a-z]+|\d+(?:st|nd|rd|th))\s+"
    r"(?:(?:gunshot|shooting|bombing|crash)\s+)?(?:victim|person|patient)\b"
)
_DIES = re.compile(r"(?:[^.;,]{0,40}?\s)?(?:dies|(?:has|have|had)\s+died)\b")


def with_ordinals(
    case: Case,
    node: str,
    found: list[Settled],
    profile: ProfileRule,
    as_of: str | None,
) -> list[Settled]:
    """Raise the dead to the number that a later death is told by.

    Only where the counts of the dead that stand are not newer than those words.
    """
    dead = next((s for s in found if _of_dead(s)), None)
    claim = max(case.at(node), key=lambda c: (_number(case, c), c.id), default=None)
    if dead is None or claim is None or profile.best == "none":
        return found
    number, best = _number(case, claim), dead.estimate.best
    if best is None or not 1 <= best < number or not _newest(case, claim, dead):
        return found
    settled = derived(
        case,
        Pool(node=node, metric="killed", population="persons"),
        [claim],
        Chosen(low=number, best=number, high=number, open=True),
        profile=profile,
        as_of=as_of,
        rule="SCP-8",
        explanation=f"Derived: “{claim.quote}” is told as the death of number {number}.",
    )
    return [settled if s is dead else s for s in found]


def _of_dead(settled: Settled) -> bool:
    return (settled.pool.metric, settled.pool.population) == ("killed", "persons")


def _number(case: Case, claim: Claim) -> int:
    """Return the number of the death that a claim tells of, 0 where it tells none."""
    if (metric_of(claim) or ("",))[0] != "killed" or not single(claim):
        return 0
    match = _NUMBERED.match(claim.quote.lower())
    if match is None or role_of(claim) == "background":
        return 0
    start = claim.span.end - claim.setting.sentence.start
    if _DIES.match(case.sentence(claim)[start:].lower()) is None:
        return 0
    return _value(match.group("ordinal"))


def _value(ordinal: str) -> int:
    if ordinal[0].isdigit():
        return int(ordinal[:-2])
    values: dict[str, int] = table("numbers")["ordinals"]
    return values.get(ordinal, 0)


def _newest(case: Case, claim: Claim, dead: Settled) -> bool:
    """Whether no count that stands was published after the words."""
    at = case.moment(claim)
    used = set(dead.estimate.inputs)
    counts = [c for c in case.claims if c.id in used and not single(c)]
    return at is not None and not any(
        (moment := case.moment(c)) is not None and at.before(moment) for c in counts
    )
