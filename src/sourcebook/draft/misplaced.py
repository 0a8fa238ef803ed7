"""Numbers that the book has, and of something else than the draft tells them of."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.draft import counts
from sourcebook.draft.harm import harm, metric_of
from sourcebook.draft.ledger import Ledger, pool_of
from sourcebook.draft.matter import Matter, fits
from sourcebook.draft.names import all_names, shared_names
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.sentences import tells_all
from sourcebook.draft.sourced import by_named, by_source
from sourcebook.draft.values import SOUND, Verdict
from sourcebook.model.claim import Claim, Figure

#: A number below this is found in any incident: that it counts something else there
#: says nothing.
FEW = 3
#: A number from which on it says so of whatever people it counts.
MANY = 10


def part(matter: Matter, ledger: Ledger) -> Ruling | None:
    """The number counts some of them, or one place of several."""
    parts = [
        c
        for c in matter.alike
        if c.incident in ledger.below(matter.node) and c not in matter.fitting
    ]
    groups = [
        c
        for c in matter.tree
        if _is_group(matter.claim, c) and c.incident in ledger.below(matter.node)
    ]
    hurt = [
        c
        for c in matter.tree
        if counts.kin(matter.claim, c) and c.role == "part_of_total"
    ]
    found = matter.numbered(parts) or matter.numbered(groups) or matter.numbered(hurt)
    if not found:
        return None
    there = [c for c in found if _tells_where(matter, c, ledger)]
    if there or matter.claim.role == "part_of_total" or _in_hospital(matter, found):
        return _as_a_part(matter, there or found, ledger)
    whole = ledger.estimate(matter.node, *pool_of(matter.claim))
    against = [ledger.contents.claim[i] for i in whole.inputs] if whole else []
    return Ruling(
        "part_as_total",
        f"the book counts so only {_of_what(found[0], matter.node, ledger)}",
        found,
        against,
        _other_speaker(matter, found, ledger),
    )


def _as_a_part(matter: Matter, found: Sequence[Claim], ledger: Ledger) -> Ruling:
    """Return the verdict on a number that the draft too tells of some of them."""
    same = matter.same(found)
    ruling = by_source(matter.told, same or found, ledger)
    if same or ruling.verdict not in SOUND:
        return ruling
    said = counts.changed(matter.claim, ruling.rests_on or found)
    return Ruling("bound_changed", said, ruling.rests_on, ruling.against)


def _in_hospital(matter: Matter, found: Sequence[Claim]) -> bool:
    """Whether both count the hurt who are in hospital: "Twelve hurt in hospital"."""
    treated = any(pool_of(claim)[0] == "hospitalized" for claim in found)
    clause = matter.told.clause
    if not treated or tells_all(clause) or pool_of(matter.claim)[0] == "hospitalized":
        return False
    return any(metric_of(match) == "hospitalized" for match in harm().finditer(clause))


def _other_speaker(
    matter: Matter, found: Sequence[Claim], ledger: Ledger
) -> tuple[Verdict, ...]:
    """Name the lesser fault too, where the draft's source is not that of the words."""
    return () if by_named(matter.told, found, ledger) else ("wrong_speaker",)


def _tells_where(matter: Matter, claim: Claim, ledger: Ledger) -> bool:
    """Whether draft and report name the same hospital, or such, for the number."""
    report = ledger.contents.report[claim.report]
    there = claim.setting.sentence.slice(report.characters(claim.field))
    if claim.setting.part == "site":
        # One of several places, though the incident is named after it.
        shared = shared_names(matter.told.clause, there)
    else:
        labels = [node.label for node in ledger.incidents.nodes(matter.root)]
        shared = shared_names(matter.told.sentence, there) - all_names(labels)
    sources = " ".join(
        link.name or "" for c in (matter.claim, claim) for link in c.attribution
    )
    return bool(shared - all_names([sources]))


def _is_group(draft: Claim, claim: Claim) -> bool:
    mine, theirs = pool_of(draft), pool_of(claim)
    return mine[0] == theirs[0] and mine[1] == "persons" and theirs[1] != "persons"


def _of_what(claim: Claim, node: str, ledger: Ledger) -> str:
    if claim.incident is not None and claim.incident != node:
        return f"at a part of it: {ledger.label(claim.incident)}"
    group = pool_of(claim)[1]
    if group not in ("persons", "devices"):
        return f"a group: {group.replace('_', ' ')}"
    return "some of them"


def other_place(matter: Matter, ledger: Ledger) -> Ruling | None:
    """The number is that of the whole, or of another part."""
    found = matter.same([c for c in matter.alike if c not in matter.fitting])
    found = found or matter.numbered(
        [c for c in matter.alike if c not in matter.fitting]
    )
    if not found or found[0].incident is None or found[0].incident == matter.node:
        return None
    return Ruling(
        "wrong_place",
        f"the book counts so many for {ledger.label(found[0].incident)}, not for "
        f"{ledger.label(matter.node)}",
        found,
    )


def kindred(matter: Matter, ledger: Ledger) -> Ruling | None:
    """The book counts them under a kindred word: hurt and taken to hospital."""
    kin = [c for c in matter.tree if counts.kin(matter.claim, c)]
    fitting = [c for c in kin if fits(matter.claim, c, matter.node, ledger)]
    same = matter.same(fitting)
    if not same and isinstance(matter.claim.payload, Figure):
        return None
    same = same or matter.numbered(kin)
    if not same or not isinstance(matter.claim.payload, Figure):
        return _wider(matter, same, ledger)
    whole = ledger.estimate(matter.node, *pool_of(matter.claim))
    some = matter.claim.role == "part_of_total"
    if some or whole is None or whole.low is None or not whole.inputs:
        return by_source(matter.told, same, ledger)
    if max(counts.numbers(matter.claim), default=0) >= whole.low:
        return by_source(matter.told, same, ledger)
    what = pool_of(same[0])[0].removeprefix("devices:").replace("_", " ")
    held = [ledger.contents.claim[i] for i in whole.inputs]
    return Ruling("part_as_total", f"the book counts only so many {what}", same, held)


def _wider(matter: Matter, same: Sequence[Claim], ledger: Ledger) -> Ruling | None:
    """Devices under a wider or narrower name, where the book counts none by this one."""
    whole = ledger.estimate(matter.node, *pool_of(matter.claim))
    if not same or (whole is not None and whole.low is not None):
        return None
    return by_source(matter.told, same, ledger)


def swapped(matter: Matter, ledger: Ledger) -> Ruling | None:
    """The number counts something else there: injured, told as killed."""
    if max(counts.numbers(matter.claim), default=0) < FEW:
        return None
    mine = isinstance(matter.claim.payload, Figure)
    big = max(counts.numbers(matter.claim)) >= MANY
    others = [
        c
        for c in matter.tree
        if isinstance(c.payload, Figure) == mine
        and pool_of(matter.claim)[0] != pool_of(c)[0]
        and _may_be(pool_of(matter.claim)[1], pool_of(c)[1], big=big)
    ]
    found = matter.same(others) or matter.numbered(others)
    if not found:
        return None
    what = pool_of(found[0])[0].replace("devices:", "").replace("_", " ")
    also = _other_speaker(matter, found, ledger)
    return Ruling(
        "metric_swapped", f"the book has this number as {what}", found, (), also
    )


def _may_be(mine: str, theirs: str, *, big: bool) -> bool:
    """Whether a number of the one group may be meant for the other's.

    "14 Americans" are none of 14 foreigners arrested.
    """
    return mine == theirs or (big and mine in ("persons", "civilians", "devices"))


def other_incident(matter: Matter, ledger: Ledger) -> Ruling | None:
    """The number belongs to another event that the same reports tell of."""
    if max(counts.numbers(matter.claim), default=0) < FEW:
        return None
    told = ledger.background(matter.root)
    found = matter.numbered([c for c in told if counts.same_pool(matter.claim, c)])
    if found:
        return Ruling(
            "other_incident", "the reports tell it of another or wider event", found
        )
    country = _country(matter.root, ledger)
    for other in sorted(ledger.incidents.roots):
        if other != matter.root and country and _country(other, ledger) == country:
            held = [
                c for c in ledger.counted(other) if counts.same_pool(matter.claim, c)
            ]
            if found := matter.numbered(held):
                return Ruling(
                    "other_incident", f"the book has it of {ledger.label(other)}", found
                )
    return None


def _country(root: str, ledger: Ledger) -> str | None:
    place = ledger.contents.incident[root].place
    return place.country if place else None
