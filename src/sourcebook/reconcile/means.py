"""Contradictions about what an attack was carried out with (N9: never by voting)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sourcebook.model.claim import Claim, Means, Target
from sourcebook.model.estimate import Contradiction
from sourcebook.reconcile.case import Case, role_of
from sourcebook.reconcile.finding import finding
from sourcebook.reconcile.pools import by_lineage
from sourcebook.reconcile.sums import exact
from sourcebook.reconcile.wording import grouped, listed, speakers
from sourcebook.schema.vocabulary import akin

#: The instrument where no device is told.
EXPLOSION = "explosion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The devices that one source lists at a node and under it.

    A ``full`` listing adds up to the number of explosions that the source gives
    there, so that it leaves nothing out (NUM-14), and has more than one device.
    """

    lineage: str
    devices: dict[str, int]
    claims: tuple[Claim, ...]
    full: bool

    def words(self) -> str:
        """Return the list in words: "3 rockets and 1 car bomb"."""
        return listed(
            [
                f"{grouped(n)} {name.replace('_', ' ')}{'s' if n != 1 else ''}"
                for name, n in sorted(self.devices.items(), key=lambda d: (-d[1], d[0]))
            ]
        )


def means(case: Case) -> list[Contradiction]:
    """Return where sources differ on the devices used at one node."""
    found: dict[tuple[str, ...], Contradiction] = {}
    for node in sorted(case.nodes, key=lambda n: -len(case.below(n.id))):
        listings = _listings(case, node.id)
        for each in (
            *_full(case, node.id, listings),
            *_absent(case, node.id, listings),
        ):
            # the smallest node that shows the difference keeps it
            found[each.claims] = each
    return list(found.values())


def _told(case: Case, nodes: Sequence[str]) -> list[Claim]:
    return [
        c
        for c in case.claims
        if c.incident in nodes
        and isinstance(c.payload, Means)
        and role_of(c) != "background"
        and c.modality not in ("denied", "hypothetical")
    ]


def _listings(case: Case, node: str) -> list[Listing]:
    claims = _told(case, case.below(node))
    listings = [
        _listing(lineage, node, told) for lineage, told in by_lineage(claims).items()
    ]
    return [each if each.full else _completed(case, node, each) for each in listings]


def _completed(case: Case, node: str, listing: Listing) -> Listing:
    """Return a list completed by devices that its source tells without a place.

    Only where they add up exactly to the explosions that the source counts here,
    and it counts none elsewhere (SCP-1: an ambiguous attachment).
    """
    ids = [n.id for n in case.nodes]
    own = by_lineage(_told(case, ids)).get(listing.lineage, [])
    counted = [c for c in own if _instrument(c) == EXPLOSION]
    above = [i for i in ids if i != node and node in case.below(i)]
    unplaced = [
        c
        for c in own
        if c.incident in above and c.report in {x.report for x in counted}
    ]
    if {c.incident for c in counted} != {node} or not unplaced:
        return listing
    claims = [*counted, *listing.claims, *(replace(c, incident=node) for c in unplaced)]
    whole = _listing(listing.lineage, node, claims)
    return whole if whole.full else listing


def _listing(lineage: str, node: str, claims: Sequence[Claim]) -> Listing:
    devices: dict[str, int] = {}
    kept: list[Claim] = []
    totals = {
        exact(c) for c in claims if c.incident == node and _instrument(c) == EXPLOSION
    }
    # A device told for the node itself includes those told for its parts.
    for claim in sorted(claims, key=lambda c: (c.incident != node, c.id)):
        name, value = _instrument(claim), exact(claim)
        if name == EXPLOSION or value is None:
            continue
        own = claim.incident == node or name not in {
            _instrument(c) for c in kept if c.incident == node
        }
        if own:
            devices[name] = max(devices.get(name, 0), value)
            kept.append(claim)
    # one device alone is a mention, not a list
    count = sum(devices.values())
    full = len(totals) == 1 and count in totals and count > 1
    return Listing(lineage=lineage, devices=devices, claims=tuple(kept), full=full)


def _instrument(claim: Claim) -> str:
    return claim.payload.instrument if isinstance(claim.payload, Means) else ""


def _full(case: Case, node: str, listings: Sequence[Listing]) -> list[Contradiction]:
    """Return pairs of full lists that differ: both count all, only one can hold."""
    return [
        finding(
            "means",
            node,
            [*a.claims, *b.claims],
            f"the list of {speakers(case, a.claims)} has {a.words()}, "
            f"that of {speakers(case, b.claims)} has {b.words()}",
            severity="hard",
        )
        for a, b in combinations([each for each in listings if each.full], 2)
        if not _agree(a.devices, b.devices)
    ]


def _agree(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    """Whether two lists may be one, their devices told more or less closely."""
    if len(a) != len(b):
        return False
    return all(
        any(n == count and akin(name, other) for other, count in b.items())
        for name, n in a.items()
    )


def _absent(case: Case, node: str, listings: Sequence[Listing]) -> list[Contradiction]:
    """Return devices that others tell of and a full list has none of.

    A list that is not full says nothing about what it leaves out (N20).
    """
    found = []
    everyone = _told(case, case.below(node))
    for full in (each for each in listings if each.full):
        others: dict[str, list[Claim]] = defaultdict(list)
        for claim in everyone:
            name = _instrument(claim)
            held = any(akin(name, device) for device in full.devices)
            if name != EXPLOSION and not held and claim.lineage != full.lineage:
                others[name].append(claim)
        for name, claims in sorted(others.items()):
            if len({c.lineage for c in claims}) < 2:
                continue  # one other list alone is the pair above
            found.append(
                finding(
                    "means",
                    node,
                    [*claims, *full.claims],
                    f"{_one(name)} is told of by {speakers(case, claims)}; "
                    f"the list of {speakers(case, full.claims)} ({full.words()}) "
                    "has none",
                    severity="soft",
                )
            )
    return found


def _one(instrument: str) -> str:
    words = instrument.replace("_", " ")
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def similar_pattern(case: Case) -> list[Contradiction]:
    """SCP-7: the same means and target at two places; both are kept."""
    nodes = [n for n in case.nodes if n.parent is not None]
    patterns = {n.id: _pattern(case, n.id) for n in nodes}
    claims = {n.id: [c for c in case.at(n.id) if _shows(c)] for n in nodes}
    labels = {n.id: n.label for n in nodes}
    return [
        finding(
            "similar_pattern",
            case.root.id,
            [*claims[a], *claims[b]],
            f"{labels[a]} and {labels[b]} are told alike; both are kept as "
            "occurrences of their own",
            severity="none",
        )
        for a, b in combinations(sorted(patterns), 2)
        if patterns[a] == patterns[b] and len(patterns[a]) > 2
        if a not in case.below(b) and b not in case.below(a)
    ]


def _shows(claim: Claim) -> bool:
    return isinstance(claim.payload, Means | Target)


def _pattern(case: Case, node: str) -> frozenset[str]:
    """Return means and target kinds told at a node; a pattern has both."""
    told = {
        f"means {c.payload.instrument}"
        if isinstance(c.payload, Means)
        else f"target {c.payload.kind}"
        for c in case.at(node)
        if isinstance(c.payload, Means | Target)
    }
    kinds = {each.split()[0] for each in told}
    return frozenset(told) if len(kinds) == 2 else frozenset()
