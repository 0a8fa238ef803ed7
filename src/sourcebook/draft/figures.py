"""The verdict on a figure of a draft: what the book holds of the same thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sourcebook.draft import counts
from sourcebook.draft.asides import of_background
from sourcebook.draft.decided import beside_override, overridden, put_aside
from sourcebook.draft.firmness import firm
from sourcebook.draft.ledger import Ledger, pool_of
from sourcebook.draft.likewise import stands_in_a_report
from sourcebook.draft.matter import Matter, matter_of
from sourcebook.draft.misplaced import (
    kindred,
    other_incident,
    other_place,
    part,
    swapped,
)
from sourcebook.draft.passages import by_words, is_borne_out
from sourcebook.draft.reading import Told, is_elsewhere
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.sentences import tells_all
from sourcebook.draft.sourced import by_named, by_source, spoken_by
from sourcebook.draft.speakers import speaker_of
from sourcebook.draft.twins import UNFOUND, or_beside
from sourcebook.draft.values import SOUND, VERDICTS
from sourcebook.draft.whereabouts import is_of_a_year
from sourcebook.model.claim import Claim, Means
from sourcebook.reconcile.wording import number

Step = Callable[[Matter, Ledger], Ruling | None]


def judge(told: Told, ledger: Ledger) -> Ruling | None:
    """Return the verdict on a figure, None where its words give nothing to check."""
    if told.root is None:
        return Ruling("not_in_book", "the book holds no incident that the words name")
    aside = of_background(told, ledger)
    if aside is not None and not is_borne_out(told, aside, ledger):
        return aside
    if is_elsewhere(told, ledger.incidents):
        return Ruling(
            "not_in_book", "the words name a place or day that no report of it tells"
        )
    found = _judged(told, ledger)
    if found is None or found.verdict not in UNFOUND:
        return found

    def judged(other: str) -> Ruling | None:
        return _judged(replace(told, root=other, node=other, near=None), ledger)

    return or_beside(found, told, ledger.incidents, judged)


def _judged(told: Told, ledger: Ledger) -> Ruling | None:
    assert told.root is not None
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
    named = len(ledger.incidents.cities_named(told.root, told.clause))
    is_open = named > 1 or (named == 0 and own != told.root)
    is_all = tells_all(told.clause)
    if is_all and named == 0:
        return [told.root]
    found = [own, *(sorted(ledger.above(own)) if is_open else ())]
    found += ledger.incidents.sites_told(own, told.clause)
    if not is_all:
        if told.near is not None and own == told.root:
            found.append(told.near)
        if named == 0:
            found += ledger.incidents.sites_named(told.root, told.clause)
    return list(dict.fromkeys(found))


def _at(node: str, told: Told, root: str, ledger: Ledger) -> Ruling | None:
    """Return the verdict on a figure, were it counted of this node."""
    matter = matter_of(told, root, node, ledger)
    loose = counts.is_loose(told.claim) or _names_the_parts(matter, ledger)
    decided = overridden(matter, ledger)
    if decided is not None:
        return decided
    for step in _STEPS:
        found = step(matter, ledger)
        if found is not None:
            found = beside_override(found, matter, ledger)
            if found.verdict in SOUND and is_of_a_year(told, found.rests_on, ledger):
                said = "the report counts it for a whole year"
                found = Ruling("other_incident", said, found.rests_on)
            if found.verdict not in SOUND and loose:
                return None
            return firm(found, matter, ledger)
    if stands_in_a_report(told, ledger):
        return by_words(told, ledger)
    unknown = _unknown(matter, ledger)
    known = firm(unknown, matter, ledger) if unknown is not None else None
    if unknown is not None and known is None:
        return by_words(told, ledger)
    return beside_override(known, matter, ledger) if known is not None else None


def _names_the_parts(matter: Matter, ledger: Ledger) -> bool:
    """Whether "the two bombings" is a name of the parts that the incident has."""
    payload = counts.counted(matter.claim)
    parts = len(ledger.contents.children[matter.root])
    return isinstance(payload, Means) and payload.value == parts > 1


def _held(matter: Matter, ledger: Ledger) -> Ruling | None:
    """The same words stand in the book: who says them, and do they still hold?"""
    same = matter.same(matter.fitting)
    if not same and matter.told.is_attributed:
        same = by_named(matter.told, _of_node(matter), ledger) or []
    if not same and counts.counted(matter.claim).comparator == "vague":
        return _vague(matter, ledger)
    if same and by_named(matter.told, same, ledger) is None:
        # A hospital's own count, told as a part, may be the number of all as well.
        same += _of_node(matter)
    return by_source(matter.told, same, ledger) if same else None


def _of_node(matter: Matter) -> list[Claim]:
    """Return the claims with the same words, parts of the whole among them."""
    return matter.same([c for c in matter.alike if c.incident == matter.node])


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
        if counts.numbers(matter.claim) & {(estimate.low or 0) - 1}:
            # "At least 100" for "more than 100" is another bound, and no rounding.
            continue
        held = [ledger.contents.claim[i] for i in estimate.inputs]
        if not by_named(matter.told, held, ledger):
            continue
        return Ruling("supported", f"a sound rounding of {_now(estimate.low)}", held)
    return None


def _summed(matter: Matter, ledger: Ledger) -> Ruling | None:
    """A sum that the book's own estimate makes of parts or persons (SCP-4, SCP-8)."""
    metric, whom = pool_of(matter.claim)
    payload = counts.counted(matter.claim)
    for group in dict.fromkeys((whom, "persons")):
        estimate = ledger.estimate(matter.node, metric, group)
        if estimate is None or payload.low != estimate.low:
            continue
        held = [ledger.contents.claim[i] for i in estimate.inputs]
        is_sum = "SCP-8" in estimate.rule or (
            "SCP-4" in estimate.rule and payload.high == estimate.high and group == whom
        )
        if not is_sum:
            continue
        link = speaker_of(matter.claim)
        if link is not None and not spoken_by(
            matter.told, link, held, ledger, strictly=False
        ):
            return by_source(matter.told, held, ledger)
        parts = "people told one by one" if "SCP-8" in estimate.rule else "parts"
        said = f"the sum of the {parts}, as the book's estimate has it"
        return Ruling("supported", said, held)
    return None


def _bound_changed(matter: Matter, ledger: Ledger) -> Ruling | None:
    near = matter.numbered(matter.fitting)
    if not near:
        return None
    value = counts.counted(matter.claim).value
    if all(counts.counted(c).value != value for c in near):
        # "More than 50" hurt is a bound of 51, which may be the count of those treated.
        hurt = kindred(matter, ledger)
        if hurt is not None and hurt.verdict in SOUND:
            return hurt
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
    put_aside,
    kindred,
    part,
    other_place,
    swapped,
    other_incident,
)
