"""Contradictions about who did it (RSP-4, RSP-5, RSP-6); no winner is chosen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from sourcebook.model.claim import Claim, Responsibility
from sourcebook.model.estimate import Contradiction
from sourcebook.reconcile.case import Case, role_of
from sourcebook.reconcile.custody import custody_of
from sourcebook.reconcile.finding import finding
from sourcebook.reconcile.parties import lineage_key
from sourcebook.reconcile.wording import (
    head_of,
    is_plural,
    listed,
    plain_actor,
    speaker,
    with_article,
)
from sourcebook.schema import sources
from sourcebook.schema.profiles import vocabulary

#: A nickname, and the words of a name without ages.
_ALIAS = re.compile(r"[\"“”‘’'][^\"“”‘’']+[\"“”‘’']|\b\d+-years?-old\b")
_NAME = re.compile(r"[^\W\d_]{2,}")
_ACCUSING = ("accused", "accused_by_authority", "suspected")


def blamed(claim: Claim) -> Responsibility:
    """Return the payload of a responsibility claim."""
    assert isinstance(claim.payload, Responsibility)
    return claim.payload


def actor(claim: Claim) -> str:
    """Return one key for all names of an actor (Riyadh is Saudi Arabia)."""
    name = blamed(claim).actor
    source = sources.resolve(name)
    if source.party is not None:
        return lineage_key(source)
    return " ".join(name.lower().split())


def blame(case: Case) -> list[Contradiction]:
    """Return competing responsibility and differing hedges, per tree."""
    claims = [
        c
        for c in case.claims
        if isinstance(c.payload, Responsibility) and role_of(c) != "background"
    ]
    return [*competing(case, claims), *hedges(case, claims)]


def competing(case: Case, claims: Sequence[Claim]) -> list[Contradiction]:
    """RSP-6: a claim and an accusation of others, rival claims, or a denial.

    All can be kept: the first says who says so itself, the second who blames whom.
    Two statements by one claimant are one claim (RSP-5). Suspects whom one source
    names together do not compete.
    """
    sides = _sides(case, claims)
    rival = [
        (a, b)
        for a, b in combinations(sorted(sides), 2)
        if not any(one_actor(x, y) for x in sides[a] for y in sides[b])
    ]
    denied = [c for c in claims if blamed(c).relation in ("denied", "acquitted")]
    contested = [
        c
        for c in denied
        if _is_named(blamed(c).actor)
        and any(one_actor(actor(c), x) for accused in sides.values() for x in accused)
    ]
    if not rival and not contested:
        return []
    involved = {name for pair in rival for name in pair}
    involved |= {
        name
        for name in sides
        for c in contested
        if any(one_actor(actor(c), x) for x in sides[name])
    }
    kept = [c for n in sorted(involved) for cs in sides[n].values() for c in cs]
    claimants = {n for n in involved if n[0] == "claimed"}
    return [
        finding(
            "competing_responsibility",
            case.root.id,
            [*kept, *contested],
            _in_words(case, sides, sorted(involved), contested),
            severity="hard" if len(claimants) > 1 else "soft",
        )
    ]


Side = dict[str, list[Claim]]


def _sides(case: Case, claims: Sequence[Claim]) -> dict[tuple[str, str], Side]:
    """Who blames whom: claimants themselves, and accusers by their lineage.

    Who only tells of an arrest blames nobody.
    """
    sides: dict[tuple[str, str], Side] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        relation = blamed(claim).relation
        if relation == "claimed":
            sides["claimed", actor(claim)][actor(claim)].append(claim)
        elif (
            relation in _ACCUSING
            and _is_named(blamed(claim).actor)
            and custody_of(claim) != "arrested"
        ):
            sides["accused", _accuser(case, claim)][actor(claim)].append(claim)
    return sides


def _accuser(case: Case, claim: Claim) -> str:
    """Return whose blame it is: two sources that are not named are not one."""
    known = claim.lineage is not None and claim.lineage != "unnamed"
    return str(claim.lineage) if known else f"unnamed {speaker(case, claim)}"


def one_actor(one: str, other: str) -> bool:
    """Whether two keys may be one actor's: a surname, a name with a nickname.

    >>> one_actor('tom "the fox" arden', "tom arden"), one_actor("arden", "bay front")
    (True, False)
    """
    left, right = (frozenset(_NAME.findall(_ALIAS.sub(" ", k))) for k in (one, other))
    return one == other or (bool(left and right) and (left <= right or right <= left))


def _is_named(name: str) -> bool:
    """Whether an actor is named: "the gunman" and "an Arden man" may be anybody."""
    source = sources.resolve(name)
    if source.party is not None:
        return True
    return head_of(plain_actor(name))[:1].isupper() and source.type != "unnamed"


def _in_words(
    case: Case,
    sides: dict[tuple[str, str], Side],
    involved: Sequence[tuple[str, str]],
    denied: Sequence[Claim],
) -> str:
    parts = []
    for kind, key in involved:
        side = sides[kind, key]
        names = listed(sorted({_told(c) for cs in side.values() for c in cs}))
        if kind == "claimed":
            parts.append(f"{names} claimed it")
        else:
            told = [c for cs in side.values() for c in cs]
            who = _speaks(case, told[0])
            unsure = all(blamed(c).relation == "suspected" for c in told)
            parts.append(f"{who} {'suspected' if unsure else 'blamed'} {names}")
    parts += sorted({_denial(c) for c in denied})
    return f"{'; '.join(dict.fromkeys(parts))}; none cancels another"


def _speaks(case: Case, claim: Claim) -> str:
    report = case.reports.get(claim.report)
    named = claim.originator is not None or (report is not None and report.outlet)
    return with_article(speaker(case, claim)) if named else "a report"


def _told(claim: Claim) -> str:
    return with_article(blamed(claim).actor)


def _denial(claim: Claim) -> str:
    """Say whose denial it is: the actor's own, or that of another about the actor."""
    by = claim.originator
    if blamed(claim).relation == "acquitted":
        return f"{_told(claim)} {'were' if is_plural(_told(claim)) else 'was'} cleared"
    if by is None or by.name is None or denies_itself(claim, by.name):
        return f"{_told(claim)} denied it"
    return f"{with_article(by.name)} denied that it was {_told(claim)}"


def denies_itself(claim: Claim, by: str) -> bool:
    """Whether a denial by this source is the actor's own."""
    name = blamed(claim).actor
    if by.casefold() == name.casefold() or claim.lineage == actor(claim):
        return True
    return sources.resolve(by).name == sources.resolve(name).name


def hedges(case: Case, claims: Sequence[Claim]) -> list[Contradiction]:
    """RSP-4: one source's accusation told with a hedge here and without one there."""
    by_source: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        named = _is_named(blamed(claim).actor)
        if named and blamed(claim).relation in _ACCUSING and claim.lineage:
            by_source[claim.lineage, actor(claim)].append(claim)
    merged: dict[tuple[str, str], tuple[list[Claim], list[Claim]]] = {}
    for (lineage, _), told in sorted(by_source.items()):
        hedge = next((h for c in told if (h := real_hedge(c))), None)
        plain = [c for c in told if not blamed(c).hedge]
        if hedge and plain:
            with_hedge, without = merged.setdefault((lineage, hedge), ([], []))
            with_hedge += [c for c in told if real_hedge(c)]
            without += plain
    return [
        finding(
            "hedge",
            case.root.id,
            [*with_hedge, *without],
            f"the blame of {listed(sorted({_told(c) for c in with_hedge}))} is "
            f"hedged in one place (“{hedge}”) and told without a hedge in another",
            severity="soft",
        )
        for (_, hedge), (with_hedge, without) in sorted(merged.items())
    ]


def real_hedge(claim: Claim) -> str | None:
    """Return a claim's hedge unless it is legal custom ("allegedly")."""
    hedge = blamed(claim).hedge
    if hedge is None or hedge.lower() in vocabulary("hedges", "customary"):
        return None
    return hedge
