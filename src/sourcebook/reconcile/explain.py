"""One sentence in words for every estimate (N3: no number without its reason)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcebook.model.claim import Claim, Figure
from sourcebook.reconcile.case import Case
from sourcebook.reconcile.choose import Chosen
from sourcebook.reconcile.current import Current, Ways
from sourcebook.reconcile.loose import only_loosely
from sourcebook.reconcile.ranges import camps
from sourcebook.reconcile.reading import Reading
from sourcebook.reconcile.sums import Sum
from sourcebook.reconcile.wording import cap, grouped, listed, number, speakers, told
from sourcebook.schema.profiles import ProfileRule


def explain(
    case: Case,
    claims: Mapping[str, Claim],
    now: Current,
    chosen: Chosen,
    profile: ProfileRule,
    ways: Ways,
) -> str:
    """Return why low, best and high are what they are."""
    parts = _bounds(case, claims, now)
    best = _best(case, claims, now, chosen, profile, ways)
    out = len(now.superseded)
    if out:
        parts.append(f"{out} older figure{'s' if out > 1 else ''} superseded")
    if now.vague:
        parts.append("vague words left aside")
    return cap("; ".join([*parts, best]))


def _bounds(case: Case, claims: Mapping[str, Claim], now: Current) -> list[str]:
    def side(readings: Sequence[Reading]) -> list[Claim]:
        return [claims[r.claim] for r in readings]

    if now.vague_only:
        return [f"only vague words: {told(case, side(now.stands))}"]
    groups = camps(now.stands)
    if len(groups) > 1:
        sides = [told(case, side(_strict(camp))) for camp in groups]
        loose = only_loosely(now.stands, claims)
        how = "loose words differ" if loose else "reports disagree"
        return [f"{how}: {' against '.join(sides)}"]
    exact = [r for r in now.stands if r.exact]
    if exact:
        same = {number(claims[r.claim]) for r in exact}
        rest = [
            r for r in now.stands if not r.exact and number(claims[r.claim]) not in same
        ]
        text = told(case, side(exact))
        return [f"{text}, which agrees with {told(case, side(rest))}" if rest else text]
    named = {
        "floor": [r for r in now.stands if r.floor is not None],
        "ceiling": [r for r in now.stands if r.ceiling is not None and r.floor is None],
        "without a bound": [
            r for r in now.stands if r.point is not None and r.floor is None
        ],
    }
    return [f"{name}: {told(case, side(rs))}" for name, rs in named.items() if rs]


def _strict(camp: Sequence[Reading]) -> Sequence[Reading]:
    """The readings of a camp that mark it off: its exact ones, if it has any."""
    return [r for r in camp if r.exact] or camp


def _best(
    case: Case,
    claims: Mapping[str, Claim],
    now: Current,
    chosen: Chosen,
    profile: ProfileRule,
    ways: Ways,
) -> str:
    if profile.best == "none":
        return "this profile names no best value"
    if chosen.best is None:
        clash = profile.best == "newest" and len(camps(now.stands)) > 1
        return "no best: the newest clash" if clash else "no best: no lower end is told"
    value = grouped(chosen.best)
    if profile.best == "newest":
        return f"best {value} is the newest figure"
    inside = [claims[r.claim] for r in now.stands if ways.left_out_of_best(r)]
    if inside and len(inside) < len(now.stands):
        return (
            f"best {value} is the lower end without {speakers(case, inside)}, a party"
        )
    return (
        f"best {value} is the lower end"
        if chosen.low != chosen.high
        else f"best {value}"
    )


def explain_sum(case: Case, added: Sequence[Sum], claims: Sequence[Claim]) -> str:
    """Return how a total was added up (SCP-4)."""
    totals = listed(sorted({grouped(each.value) for each in added}))
    return cap(
        f"derived: {totals} is the sum of the exact counts that {speakers(case, claims)} "
        "gives for every part"
    )


def explain_persons(
    case: Case, count: int, claims: Sequence[Claim], population: str
) -> str:
    """Return how people told one by one were counted (SCP-8)."""
    who = "person" if count == 1 else "people"
    attackers = "attacker" if count == 1 else "attackers"
    what = attackers if population == "attackers" else who
    how = "one by one and in groups" if any(map(_is_group, claims)) else "one by one"
    return cap(
        f"derived: no report gives a total, {grouped(count)} {what} told of {how} "
        f"({speakers(case, claims)}); there may be more"
    )


def _is_group(claim: Claim) -> bool:
    """Whether a claim counts several people."""
    payload = claim.payload
    return isinstance(payload, Figure) and (payload.value or 0) > 1
