"""Whether a count of the dead holds attackers who died too (NUM-17, NUM-19)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Literal

from sourcebook.model.claim import Claim, Figure
from sourcebook.reconcile.beside import beside
from sourcebook.reconcile.case import Case
from sourcebook.reconcile.people import People
from sourcebook.reconcile.settled import Settled
from sourcebook.reconcile.sums import exact
from sourcebook.schema.load import table
from sourcebook.schema.profiles import vocabulary

#: Characters behind a sentence in which the next may say who is not counted.
BEHIND = 250
_WORD = re.compile(r"[a-z]+")
_BOTH = re.compile(
    r"\b(?:murder|homicide|killing)s?\s*[-/\u2013 ]\s*suicide", re.IGNORECASE
)


def with_attackers(case: Case, found: list[Settled], told: People) -> list[Settled]:
    """Mark a count that holds attackers: of the dead, and of "both" who were hurt."""
    return _with_wounded(_with_dead(case, found), told)


def _with_wounded(found: list[Settled], told: People) -> list[Settled]:
    """Mark a count of the injured that those told one by one make up with attackers."""
    by = {(s.pool.metric, s.pool.population): s for s in found}
    hurt, shooters = by.get(("injured", "persons")), by.get(("injured", "attackers"))
    if hurt is None or shooters is None or hurt.estimate.derived:
        return found
    total, more = hurt.estimate.best, shooters.estimate.best
    victims = len(told.of("injured", "persons"))
    if not total or not more or not victims or total != victims + more:
        return found
    marked = replace(hurt, estimate=replace(hurt.estimate, holds_attackers=True))
    return [marked if s is hurt else s for s in found]


def _with_dead(case: Case, found: list[Settled]) -> list[Settled]:
    """Mark a count of the dead that holds the attackers who died.

    A count of all found dead does ("three people were found dead"), as does one of
    a murder-suicide; a count of those whom somebody killed does not, nor one of
    victims or of some kind of people. Of two counts that differ by the attackers
    the larger holds them.
    """
    by = {(s.pool.metric, s.pool.population): s for s in found}
    dead, killers = by.get(("killed", "persons")), by.get(("killed", "attackers"))
    if dead is None or not (_told(case, dead) or _holds(case, dead, killers)):
        return found
    marked = replace(dead, estimate=replace(dead.estimate, holds_attackers=True))
    return [marked if s is dead else s for s in found]


def _inputs(case: Case, settled: Settled) -> list[Claim]:
    used = set(settled.estimate.inputs)
    return [c for c in case.claims if c.id in used]


def _told(case: Case, dead: Settled) -> bool:
    """Whether the words of a count of several say that attackers are among them."""
    several = (dead.estimate.best or 0) > 1
    return several and any(says(case, c) == "yes" for c in _inputs(case, dead))


def _holds(case: Case, dead: Settled, killers: Settled | None) -> bool:
    if killers is None:
        return False
    best, more = dead.estimate.best, killers.estimate.best
    if not best or not more or best <= more:
        return False
    inputs = _inputs(case, dead)
    if any(_said_apart(case, c) for c in inputs):
        return False
    counts = {exact(c) for c in dead.pool.totals}
    if best + more in counts:
        return False
    return best - more in counts or _all_dead(case, inputs)


def _said_apart(case: Case, claim: Claim) -> bool:
    """Whether the words behind say that attackers are in no count given there."""
    report = case.reports.get(claim.report)
    if report is None:
        return False
    end = claim.setting.sentence.end
    return apart_behind(report.characters(claim.field)[claim.span.end : end + BEHIND])


def apart_behind(after: str) -> bool:
    """Whether a sentence behind a count leaves attackers out of it.

    >>> apart_behind(" people died. Attackers are not counted.")
    True
    """
    return any(counted_in(part) == "no" for part in re.split(r"(?<=[.!?])\s", after))


def says(case: Case, claim: Claim) -> Literal["yes", "no", "unknown"]:
    """Return whether the words around a count say that attackers are in it (NUM-17)."""
    payload = claim.payload
    if isinstance(payload, Figure) and payload.includes_perpetrators != "unknown":
        return payload.includes_perpetrators
    start = claim.span.end - claim.setting.sentence.start
    after = case.sentence(claim)[max(0, start) :]
    return counted_in(after)


def counted_in(after: str) -> Literal["yes", "no", "unknown"]:
    """Return what the words after a count say of attackers.

    >>> counted_in(" people died, including the gunman."), counted_in(" died.")
    ('yes', 'unknown')
    >>> counted_in(" people died, not counting the two attackers.")
    'no'
    """
    near = re.split(r"[;.]", after)[0]
    if _pattern("apart").search(near):
        return "no"
    return "yes" if _pattern("counted").search(near) else "unknown"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(table("wording")["attackers"][name], re.IGNORECASE)


def _all_dead(case: Case, claims: Iterable[Claim]) -> bool:
    """Whether the counts are of everybody who was found dead."""
    told = [c for c in claims if not _killed_by(case, c) and not beside(c)]
    return any(_BOTH.search(case.sentence(c)) for c in told) or any(
        _general(c) and _found_dead(case, c) for c in told
    )


def _general(claim: Claim) -> bool:
    """Whether the words count people, not victims, friends or officers."""
    words = set(_WORD.findall(claim.quote.lower()))
    return words <= set(vocabulary("persons", "everybody"))


def _found_dead(case: Case, claim: Claim) -> bool:
    words = _WORD.findall(f"{case.sentence(claim)} {claim.quote}".lower())
    return any(word in vocabulary("persons", "dead") for word in words)


def _killed_by(case: Case, claim: Claim) -> bool:
    """Whether the people are those whom somebody killed: "killed three people"."""
    before = _WORD.findall(case.before(claim))[-3:]
    return any(word in vocabulary("persons", "killing") for word in before)
