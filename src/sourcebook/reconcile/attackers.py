"""Whether a count of the dead holds attackers who died too (NUM-17, NUM-19)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from sourcebook.model.claim import Claim, Figure
from sourcebook.reconcile.beside import beside
from sourcebook.reconcile.case import Case
from sourcebook.reconcile.settled import Settled
from sourcebook.reconcile.sums import exact
from sourcebook.schema.profiles import vocabulary

_WORD = re.compile(r"[a-z]+")
_BOTH = re.compile(
    r"\b(?:murder|homicide|killing)s?\s*[-/\u2013 ]\s*suicide", re.IGNORECASE
)


def with_attackers(case: Case, found: list[Settled]) -> list[Settled]:
    """Mark a count of the dead that holds the attackers who died.

    A count of all found dead does ("three people were found dead"), as does one of
    a murder-suicide; a count of those whom somebody killed does not, nor one of
    victims or of some kind of people. Of two counts that differ by the attackers
    the larger holds them.
    """
    by = {(s.pool.metric, s.pool.population): s for s in found}
    dead, killers = by.get(("killed", "persons")), by.get(("killed", "attackers"))
    if dead is None or killers is None or not _holds(case, dead, killers):
        return found
    marked = replace(dead, estimate=replace(dead.estimate, holds_attackers=True))
    return [marked if s is dead else s for s in found]


def _holds(case: Case, dead: Settled, killers: Settled) -> bool:
    best, more = dead.estimate.best, killers.estimate.best
    if not best or not more or best <= more:
        return False
    used = set(dead.estimate.inputs)
    inputs = [c for c in case.claims if c.id in used]
    if any(_says_so(c) for c in inputs):
        return True
    counts = {exact(c) for c in dead.pool.totals}
    if best + more in counts:
        return False
    return best - more in counts or _all_dead(case, inputs)


def _says_so(claim: Claim) -> bool:
    payload = claim.payload
    return isinstance(payload, Figure) and payload.includes_perpetrators == "yes"


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
