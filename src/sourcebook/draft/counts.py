"""Whether two counts say the same: the number, and the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.draft.ledger import pool_of
from sourcebook.model.claim import Claim, Figure, Means
from sourcebook.model.estimate import Estimate
from sourcebook.reconcile.reading import tolerance, weak
from sourcebook.reconcile.wording import number
from sourcebook.schema.vocabulary import akin

#: Metrics of people who were hurt: one report counts them as injured, another as
#: taken to hospital.
HURT = frozenset(["injured", "hospitalized", "critical", "casualties"])
#: Metrics of people who were taken: "23 were captured", "23 were arrested".
TAKEN = frozenset(["detained", "abducted"])
#: Metrics of people who came out of it: "61 were rescued", "61 survived".
SAVED = frozenset(["rescued", "survivors"])
#: Metrics of what follows an incident, wherever in it the people were.
ANYWHERE = frozenset(["detained", "released"])
#: A round number below the count that it stands for: more than 90 for 94.
ROUND = 0.8
#: How far a vague word may lie below the count that it stands for: dozens for 100.
VAGUE = 10


def counted(claim: Claim) -> Figure | Means:
    """Return the payload of a claim that counts something."""
    assert isinstance(claim.payload, Figure | Means)
    return claim.payload


def same_words(one: Claim, other: Claim) -> bool:
    """Whether two claims give one number with the same bounds."""
    pair = one.payload, other.payload
    if all(isinstance(p, Figure | Means) and p.value == p.low == 1 for p in pair):
        return True
    return _told(one) == _told(other)


def _told(claim: Claim) -> tuple[int | None, int | None, str]:
    payload = counted(claim)
    soft = (
        payload.comparator if payload.comparator in ("approx", "near", "vague") else ""
    )
    if weak(claim, payload):
        return 1, None, "one"
    return payload.low, payload.high, soft


def same_number(one: Claim, other: Claim) -> bool:
    """Whether two claims name one number, whatever the words around it."""
    return bool(numbers(one) & numbers(other))


def numbers(claim: Claim) -> frozenset[int]:
    """Return the number of a claim and its bounds: 33 and 34 for "more than 33".

    "Dozens" and "some" name none.
    """
    payload = counted(claim)
    if payload.comparator == "vague":
        return frozenset()
    told = (payload.value, payload.low, payload.high)
    return frozenset(number for number in told if number is not None)


def is_loose(claim: Claim) -> bool:
    """Whether the words give no number of devices: "bombs", "a bomb", "gunfire"."""
    payload = counted(claim)
    vague = payload.comparator == "vague" or weak(claim, payload)
    return isinstance(payload, Means) and vague


def same_pool(one: Claim, other: Claim) -> bool:
    """Whether two claims count the same of the same people.

    A count of civilians and one of persons may be of the same dead.
    """
    (what, whom), (other_what, other_whom) = pool_of(one), pool_of(other)
    alike = whom == other_whom or {whom, other_whom} == {"persons", "civilians"}
    return what == other_what and alike


def kin(one: Claim, other: Claim) -> bool:
    """Whether two claims count what reports tell in one another's words."""
    left, right = one.payload, other.payload
    if isinstance(left, Figure) and isinstance(right, Figure):
        return (
            left.metric != right.metric
            and any(
                {left.metric, right.metric} <= alike for alike in (HURT, TAKEN, SAVED)
            )
            and left.population == right.population
        )
    if isinstance(left, Means) and isinstance(right, Means):
        return akin(left.instrument, right.instrument)
    return False


def rounds(claim: Claim, estimate: Estimate | None) -> bool:
    """Whether a draft's words are a sound rounding of what the book now holds.

    "More than 30" or "about 30" for 33, "nearly 60" for 59, "dozens" for 33.
    """
    if estimate is None or estimate.low is None or estimate.vague_only:
        return False
    low, high = estimate.low, estimate.high
    payload = counted(claim)
    if payload.comparator == "vague":
        return payload.low is None or payload.low <= low < VAGUE * payload.low
    value = payload.value
    floor = payload.comparator in ("ge", "gt")
    if value is None or (estimate.high_open and not floor):
        return False
    if floor:
        return ROUND * low <= value < low and value % 5 == 0
    least, most = tolerance(value)
    if payload.comparator == "near":
        return high is not None and least <= low and high < value
    if payload.comparator == "approx":
        return high is not None and least <= low and high <= most
    return False


def _way(draft: Claim, book: Claim) -> str:
    """Return in what way the draft's words change the bound of the book's."""
    mine, theirs = counted(draft).comparator, counted(book).comparator
    if mine == "eq":
        return "the draft drops the bound: it tells as the number itself"
    if theirs == "eq":
        return "the draft adds a bound that no report sets: they tell as the number"
    return "the draft tells with another bound"


def changed(draft: Claim, claims: Sequence[Claim]) -> str:
    """Return how a draft's bound differs from that of claims with its number."""
    told = ", ".join(dict.fromkeys(number(c) for c in claims))
    way = _way(draft, claims[0])
    return f"{way} what the book has as {told}"
