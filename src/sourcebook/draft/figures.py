"""The verdict on a figure of a draft: what the book holds of the same thing."""

from __future__ import annotations

from collections.abc import Callable

from sourcebook.draft import counts
from sourcebook.draft.asides import of_background
from sourcebook.draft.ledger import Ledger, pool_of
from sourcebook.draft.matter import Matter, matter_of
from sourcebook.draft.misplaced import (
    kindred,
    other_incident,
    other_place,
    part,
    swapped,
)
from sourcebook.draft.reading import Told, is_elsewhere
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.sourced import by_named, by_source
from sourcebook.draft.values import SOUND, VERDICTS
from sourcebook.model.claim import Means
from sourcebook.reconcile.wording import number

Step = Callable[[Matter, Ledger], Ruling | None]


def judge(told: Told, ledger: Ledger) -> Ruling | None:
    """Return the verdict on a figure, None where its words give nothing to check."""
    if told.root is None:
        return Ruling("not_in_book", "the book holds no incident that the words name")
    aside = of_background(told, ledger)
    if aside is not None:
        return aside
    if is_elsewhere(told, ledger.incidents):
        return Ruling(
            "not_in_book", "the words name a place or day that no report of it tells"
        )
    ruled = [_at(node, told, told.root, ledger) for node in _nodes(told, ledger)]
    found = [ruling for ruling in ruled if ruling is not None]
    return max(found, key=lambda r: VERDICTS.index(r.verdict), default=None)


def _nodes(told: Told, ledger: Ledger) -> list[str]:
    """Return the nodes that a figure may count: more than one where words leave it open.

    A place that only the sentence before names, or one of several in the sentence,
    is no more likely than the whole.
    """
    assert told.root is not None
    own = told.node or told.root
    named = len(ledger.incidents.cities_named(told.root, told.sentence))
    is_open = named > 1 or (named == 0 and own != told.root)
    return [own, *sorted(ledger.above(own))] if is_open else [own]


def _at(node: str, told: Told, root: str, ledger: Ledger) -> Ruling | None:
    """Return the verdict on a figure, were it counted of this node."""
    matter = matter_of(told, root, node, ledger)
    loose = counts.is_loose(told.claim) or _names_the_parts(matter, ledger)
    for step in _STEPS:
        found = step(matter, ledger)
        if found is not None:
            return found if found.verdict in SOUND or not loose else None
    return _unknown(matter, ledger)


def _names_the_parts(matter: Matter, ledger: Ledger) -> bool:
    """Whether "the two bombings" is a name of the parts that the incident has."""
    payload = counts.counted(matter.claim)
    parts = len(ledger.contents.children[matter.root])
    return isinstance(payload, Means) and payload.value == parts > 1


def _held(matter: Matter, ledger: Ledger) -> Ruling | None:
    """The same words stand in the book: who says them, and do they still hold?"""
    same = matter.same(matter.fitting)
    if not same and counts.counted(matter.claim).comparator == "vague":
        return _vague(matter, ledger)
    return by_source(matter.told, same, ledger) if same else None


def _vague(matter: Matter, ledger: Ledger) -> Ruling | None:
    estimate = ledger.estimate(matter.node, *pool_of(matter.claim))
    if counts.rounds(matter.claim, estimate) and estimate is not None:
        held = [ledger.contents.claim[i] for i in estimate.inputs]
        return Ruling("supported", "loose words for what the reports count", held)
    return None


def _rounded(matter: Matter, ledger: Ledger) -> Ruling | None:
    """A round number that the present count bears out."""
    for whom in dict.fromkeys((pool_of(matter.claim)[1], "persons", "civilians")):
        estimate = ledger.estimate(matter.node, pool_of(matter.claim)[0], whom)
        if not counts.rounds(matter.claim, estimate) or estimate is None:
            continue
        held = [ledger.contents.claim[i] for i in estimate.inputs]
        if not by_named(matter.told, held, ledger):
            continue
        return Ruling("supported", f"a sound rounding of {_now(estimate.low)}", held)
    return None


def _summed(matter: Matter, ledger: Ledger) -> Ruling | None:
    """A sum of parts that the book's own estimate makes (SCP-4)."""
    estimate = ledger.estimate(matter.node, *pool_of(matter.claim))
    if estimate is None or "SCP-4" not in estimate.rule:
        return None
    payload = counts.counted(matter.claim)
    if (payload.low, payload.high) != (estimate.low, estimate.high):
        return None
    held = [ledger.contents.claim[i] for i in estimate.inputs]
    return Ruling(
        "supported", "the sum of the parts, as the book's estimate has it", held
    )


def _bound_changed(matter: Matter, ledger: Ledger) -> Ruling | None:
    near = matter.numbered(matter.fitting)
    if not near:
        return None
    found = by_source(matter.told, near, ledger)
    also = tuple(
        v for v in (found.verdict, *found.also) if v in ("wrong_speaker", "stale")
    )
    return Ruling(
        "bound_changed",
        counts.changed(matter.claim, found.rests_on or near),
        found.rests_on,
        found.against,
        also,
    )


def _unknown(matter: Matter, ledger: Ledger) -> Ruling | None:
    """No report of the incident has the number."""
    payload = counts.counted(matter.claim)
    if payload.value is None and payload.low is None:
        return None
    if matter.claim.setting.person or payload.comparator == "vague":
        return None
    estimate = ledger.estimate(matter.node, *pool_of(matter.claim))
    if estimate is None or not estimate.inputs:
        return Ruling("not_in_book", "no report of it counts this")
    held = [ledger.contents.claim[i] for i in estimate.inputs]
    told = " and ".join(dict.fromkeys(number(c) for c in held))
    return Ruling(
        "not_in_book", f"no report of it has this number; it has {told}", (), held
    )


def _now(low: int | None) -> str:
    return f"{low:,}" if low is not None else "the count"


_STEPS: tuple[Step, ...] = (
    _held,
    _rounded,
    _summed,
    _bound_changed,
    kindred,
    part,
    other_place,
    swapped,
    other_incident,
)
