"""Pairwise evidence that two reports tell of one incident (DOMAIN GRP-1, GRP-2).

Each feature is a number with a name, so that a link can say why it stands. Weights
are data (``linking_weights.toml``); their sum is a score, not a probability.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from sourcebook.link.facts import Facts
from sourcebook.link.kinds import are_unlike
from sourcebook.link.lexicon import listed
from sourcebook.link.mentions import Mentions
from sourcebook.link.vectors import Vector
from sourcebook.link.whereabouts import compared
from sourcebook.schema.load import table

#: What stands for the days between two reports where one has no date at all.
UNKNOWN_GAP = 0.4
#: Killed and hurt from which an incident is so large that a place has hardly two.
LARGE = 10
#: Likeness of words below which two reports hardly tell of one incident.
ALIKE_WORDS = 0.2
#: Likeness of words that any two reports of violence have.
NO_WORDS = 0.1
#: How near two tolls must be to count as alike.
ALIKE = 0.8
#: What rules out one incident, and the highest score of two reports then.
BARS = ("other place", "other time", "other day", "other scene", "nothing shared")
BARRED = -4.0
#: Weight of shared rare names (a twentieth each) that one name of a kind reaches.
FEW_NAMES = 0.35
#: Likeness of words from which two reports may be of one text.
ALIKE_TEXTS = 0.5
#: Days beyond which two events are two, where both are dated; and where a day is
#: counted from a publication, which may itself be late by weeks.
LONG, LATE = 30, 60
#: Days from event to publication within which a report is that day's news.
FRESH = 1
#: Days between two such events from which a day of the week that was taken for that
#: of the event ("as of Monday") no longer explains them.
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One report as it is compared: its words, facts, mentions and copy lineage.

    ``whole`` and ``head`` are its words, and those of title and lead, as vectors, ``rare``
    its rare names with their weight; ``kind`` is its incident type.
    """

    whole: Vector
    head: Vector
    rare: Mapping[str, float]
    facts: Facts
    mentions: Mentions
    lineage: str
    kind: str


def features(
    left: Seen, right: Seen, frequent: frozenset[str] = frozenset()
) -> dict[str, float]:
    """Return the evidence for and against one incident behind two reports.

    ``frequent`` are words so many reports of the book hold that sharing them says
    nothing, rare as they may be in news.
    """
    rare = _shared_names(left, right, frequent)
    words = left.whole.cosine(right.whole)
    found = {
        "words": words,
        "few words shared": max(0.0, 1 - words / ALIKE_WORDS),
        "title and lead": left.head.cosine(right.head),
        "rarest names": sum(rare[:3]) / 20,
        "shared names": math.log1p(sum(rare) / 5),
        "copy": float(left.lineage == right.lineage),
        "different kind": float(are_unlike(left.kind, right.kind)),
    }
    targets = left.facts.targets, right.facts.targets
    found["different targets"] = float(
        all(targets) and targets[0].isdisjoint(targets[1])
    )
    gap = _gap(left.facts, right.facts)
    found.update(compared(left.facts, right.facts))
    found.update(_times(left.facts, right.facts, gap))
    found.update(_tolls(left.facts, right.facts))
    found.update(_mentioned(left, right))
    known = min(1.0, found["shared person"] + found["person named in the other"])
    known = max(known, found["alike large tolls"] * found["same place"])
    found["apart, nobody shared"] = found["apart"] * (1 - known)
    known = max(known, found["copy"])
    far = _are_long_apart(left.facts, right.facts, gap)
    found.update(_barred(found, known=known > 0, far=far))
    found["other day"] = float(not known and _are_days_of_war(left, right))
    return found


def _barred(found: Mapping[str, float], *, known: bool, far: bool) -> dict[str, float]:
    """Return what rules one incident out (GRP-1, GRP-2), unless names tell otherwise.

    A trial months later names those who died; two reports of one action are copies
    or tell both places, and then their places are not apart.
    """
    alone = not known and found["rarest names"] < FEW_NAMES
    vague = alone and found["words"] < ALIKE_TEXTS
    return {
        "other place": float(alone and found["places apart"]),
        "other time": float(vague and far),
        "other scene": float(
            vague
            and found["different streets"] * found["different ages"]
            and not found["shared surname"] + found["alike large tolls"]
        ),
        "nothing shared": float(
            vague
            and not found["rarest names"] + found["shared street"]
            and max(found["words"], found["title and lead"]) < NO_WORDS
        ),
    }


def _shared_names(left: Seen, right: Seen, frequent: frozenset[str]) -> list[float]:
    """Return the weights of the rare names in both, places apart, heaviest first.

    Where it happened is compared by itself; the names of a town and its country are
    shared by all that happens there. ``frequent`` must be a set: of anything else each
    member would be asked for, for each pair of reports.
    """
    one, other = left.rare, right.rare
    shared = one.keys() & other.keys()
    if not shared:
        return []
    shared = shared.difference(left.facts.local, right.facts.local, frequent)
    return sorted((min(one[word], other[word]) for word in shared), reverse=True)


def score(found: Mapping[str, float]) -> float:
    """Return the weighted sum of the evidence; above zero speaks for one incident.

    Where something rules one incident out it is never above zero.
    """
    return weighed(found, table("linking_weights")["weights"])


def weighed(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the score of the evidence by these weights."""
    told = [
        weights[name] * value
        for name, value in found.items()
        if value and name not in BARS
    ]
    total = weights["start"] + sum(told)
    return min(total, BARRED) if any(map(found.__getitem__, BARS)) else total


def _gap(left: Facts, right: Facts) -> int | None:
    """Return the fewest days between the days that two reports tell or appeared on."""
    days = [abs(a - b) for a in left.when for b in right.when]
    return min(days) if days else None


def _times(left: Facts, right: Facts, gap: int | None) -> dict[str, float]:
    told = bool(left.days and right.days)
    days = gap if told and gap is not None else -1
    dated = [abs(a - b) for a in left.dated for b in right.dated]
    return {
        "same day": float(days == 0),
        "next day": float(days == 1),
        "different day": float(days > 1),
        "different date": float(bool(dated) and min(dated) > 1),
        "told before it happened": float(
            _is_late(left, right) or _is_late(right, left)
        ),
        "apart": UNKNOWN_GAP if gap is None else math.log1p(gap) / 5,
    }


def _are_long_apart(left: Facts, right: Facts, gap: int | None) -> bool:
    """Whether more than a month, or what a page may be late by, lies between two."""
    return (gap or 0) > (LONG if left.dated and right.dated else LATE)


def _are_days_of_war(left: Seen, right: Seen) -> bool:
    """Whether both are news of their own day, of what a war has anew every day (GRP-2).

    The names of its places, sides and leaders stand in all that is told of it.
    """
    daily, beside = listed("daily", "types"), listed("daily", "beside")
    kinds = {left.kind, right.kind}
    if kinds.isdisjoint(daily) or not kinds - daily <= beside:
        return False
    days = [_fresh_day(one.facts) for one in (left, right)]
    return None not in days and abs((days[0] or 0) - (days[1] or 0)) >= WEEK


def _fresh_day(facts: Facts) -> int | None:
    """Return the likeliest day of the event where the report appeared on it, or next."""
    if not facts.days or facts.published is None:
        return None
    return facts.days[0] if 0 <= facts.published - facts.days[0] <= FRESH else None


def _is_late(one: Facts, other: Facts) -> bool:
    """Whether one report was published before every date that the other gives."""
    if one.published is None or not other.dated:
        return False
    return min(other.dated) > one.published + 1


def _tolls(left: Facts, right: Facts) -> dict[str, float]:
    """Agreement supports; disagreement on figures is no evidence (GRP-1)."""
    killed = _ratio(left.killed, right.killed)
    hurt = _ratio(left.hurt, right.hurt)
    size = min(_size(left), _size(right))
    large = min(1.0, math.log10(size / LARGE)) if size > LARGE else 0.0
    return {
        "same number killed": float(killed == 1 and (left.killed or 0) >= LARGE),
        "same number injured": float(hurt == 1 and (left.hurt or 0) >= LARGE),
        "alike large tolls": large * (max(killed, hurt) >= ALIKE),
    }


def _size(facts: Facts) -> int:
    return (facts.killed or 0) + (facts.hurt or 0)


def _ratio(left: int | None, right: int | None) -> float:
    """Return how near two numbers are: one where equal, zero where one is unknown."""
    if not left or not right:
        return 0.0
    return min(left, right) / max(left, right)


def _mentioned(left: Seen, right: Seen) -> dict[str, float]:
    a, b = left.mentions, right.mentions
    both = 0
    if persons := a.persons & b.persons:
        places = left.facts.local | right.facts.local
        both = sum(not places.issuperset(p.split()) for p in persons)
    surnames = not a.surnames.isdisjoint(b.surnames)
    known = not (
        right.rare.keys().isdisjoint(a.surnames)
        and left.rare.keys().isdisjoint(b.surnames)
    )
    streets, ages = len(a.streets & b.streets), len(a.ages & b.ages)
    blocks = not a.blocks.isdisjoint(b.blocks)
    return {
        "shared person": min(both, 2) / 1.0,
        "shared surname": float(surnames),
        "person named in the other": float(known),
        "different persons": float(bool(a.persons and b.persons) and not surnames),
        "shared street": min(streets, 2) / 1.0,
        "different streets": float(bool(a.streets and b.streets) and not streets),
        "shared block": float(blocks),
        "different blocks": float(bool(a.blocks and b.blocks) and not blocks),
        "shared ages": min(ages, 3) / 3,
        "different ages": float(bool(a.ages and b.ages) and not ages),
    }
