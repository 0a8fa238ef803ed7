"""Whether a fault of a figure is firm enough to be told: else a person has to look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from sourcebook.draft import counts
from sourcebook.draft.ledger import Ledger, pool_of
from sourcebook.draft.likeness import content
from sourcebook.draft.matter import Matter
from sourcebook.draft.nouns import groups_in
from sourcebook.draft.passages import is_borne_out
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.sentences import clause, sums_up, tells_all
from sourcebook.draft.speakers import known_as
from sourcebook.draft.values import SOUND
from sourcebook.model.claim import Claim, Figure
from sourcebook.reconcile.wording import listed

#: Metrics that are of some where a hospital tells them.
_OF_SOME = ("hospitalized", "critical")
_HOSPITAL = re.compile(
    r"\b(?:[Tt]he|[Aa]|[A-Z][\w'’.-]+)\s+(?:\w+\s+)?(?:[Hh]ospital|[Cc]linic|[Ii]nfirmary|"
    r"[Mm]edical)\b|\b[Hh]ospital said\b|\b(?:[Dd]octors?|[Mm]edics|[Ss]urgeons|[Pp]atients)\b"
)


def firm(ruling: Ruling, matter: Matter, ledger: Ledger) -> Ruling | None:
    """Return a verdict, or what is left of a fault that the book or its reports leave open.

    A lesser fault, that of another speaker, may stand where the graver one does not.
    """
    decided = any(c.review in ("rejected", "edited") for c in ruling.against)
    if ruling.verdict in SOUND or decided or _is_firm(ruling, matter, ledger):
        return ruling
    if "wrong_speaker" not in ruling.also:
        return None
    lesser = replace(
        ruling,
        verdict="wrong_speaker",
        explanation=f"the book has it from {listed(known_as(ruling.rests_on))}",
        also=(),
    )
    known = bool(known_as(ruling.rests_on))
    return lesser if known and _is_firm(lesser, matter, ledger) else None


def _is_firm(ruling: Ruling, matter: Matter, ledger: Ledger) -> bool:
    """Whether neither the book's own counts nor the reports' words leave it open."""
    if is_borne_out(matter.told, ruling, ledger):
        return False
    if ruling.verdict == "part_as_total":
        return _is_less(ruling, matter, ledger)
    if ruling.verdict == "stale" and _with_attackers(matter, ruling):
        return False
    if ruling.verdict == "stale":
        if _OF_THOSE.match(matter.claim.quote) or _OF_THOSE.match(_after(matter)):
            return any(c.role == "part_of_total" for c in ruling.against)
        return not any(_is_of_a_part(matter, c, ledger) for c in ruling.rests_on)
    return True


#: Words for those who did it, among the dead of a count.
_ATTACKERS = re.compile(
    r"\b(?:gun|knife)m[ae]n\b|\b(?:shooter|attacker|assailant|bomber|suspect|perpetrator"
    r"|killer|hijacker|militant)s?\b",
    re.IGNORECASE,
)


def _with_attackers(matter: Matter, ruling: Ruling) -> bool:
    """Whether draft and report count attackers, and only a count without them is lower."""
    payloads = [c.payload for c in ruling.rests_on]
    counted = any(
        isinstance(p, Figure) and p.includes_perpetrators == "yes" for p in payloads
    )
    return counted and _ATTACKERS.search(matter.told.sentence) is not None


#: "14 of the dead": some of them, which no new count of all replaces.
_OF_THOSE = re.compile(
    r"(?:[\w-]+)?\s*\bof\s+(?:those|these|them|the|whom)\b", re.IGNORECASE
)


def _after(matter: Matter) -> str:
    """Return the draft's words from a number on."""
    told = matter.told.sentence
    return told.partition(matter.claim.quote)[2]


def _is_less(ruling: Ruling, matter: Matter, ledger: Ledger) -> bool:
    """Whether the book counts more of all than of the part that the draft tells."""
    told = matter.told.clause
    what, whom = pool_of(matter.claim)
    summing = sums_up(told) or tells_all(told)
    if what in _OF_SOME and not summing and _HOSPITAL.search(told):
        return False
    groups = {pool_of(c)[1] for c in ruling.rests_on} - {whom, "persons"}
    if groups & groups_in(_labelled(matter)):
        return False
    most = max(counts.numbers(matter.claim), default=0)
    held = [
        c
        for c in (*matter.tree, *ruling.against)
        if pool_of(c)[0] in (what, *(k for k in counts.HURT if what in counts.HURT))
        and pool_of(c)[1] not in groups
    ]
    return any(max(counts.numbers(c), default=0) > most for c in held)


def _labelled(matter: Matter) -> str:
    """Return a figure's clause, with the label before it: "Dead, attackers: 7"."""
    told = matter.told
    label, colon, _ = told.sentence.partition(told.clause)[0].rpartition(":")
    return f"{label} {told.clause}" if colon else told.clause


#: A phrase that tells where some of them were: "aboard the bus", "at the market".
_WHERE = re.compile(
    r"\b(?:aboard|on|at|in|inside|outside|near|from|by)\s+", re.IGNORECASE
)


def _is_of_a_part(matter: Matter, claim: Claim, ledger: Ledger) -> bool:
    """Whether the report itself counts more, and both tell where these were."""
    more = [
        c
        for c in matter.alike
        if c.report == claim.report
        and known_as([c]) == known_as([claim])
        and min(counts.numbers(c), default=0) > max(counts.numbers(claim), default=0)
    ]
    if not more:
        return False
    here = _where(matter.told.clause)
    there = _where(_clause(claim, ledger))
    elsewhere = _joined(_clause(c, ledger) for c in more)
    return bool((here & there) - elsewhere - _labels(matter, ledger))


def _where(told: str) -> frozenset[str]:
    match = _WHERE.search(told)
    return frozenset(content(told[match.start() :])) if match else frozenset()


def _joined(told: Iterable[str]) -> frozenset[str]:
    return frozenset(head for each in told for head in content(each))


def _labels(matter: Matter, ledger: Ledger) -> frozenset[str]:
    nodes = ledger.incidents.nodes(matter.root)
    return _joined([node.label for node in nodes])


def _clause(claim: Claim, ledger: Ledger) -> str:
    """Return the part of a report's sentence that a claim stands in."""
    text = ledger.contents.report[claim.report].characters(claim.field)
    return clause(text, claim.setting.sentence, claim.span).slice(text)
