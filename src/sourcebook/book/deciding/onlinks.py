"""Decisions on links: pins for the linking stage, and what is put on its result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sourcebook.book.deciding.onclaims import Reviewed
from sourcebook.book.deciding.rulings import Rulings, undone_by
from sourcebook.link import Linked, Pins, counts
from sourcebook.link.disjoint import Disjoint
from sourcebook.link.pins import Merge
from sourcebook.model.claim import Claim, Figure
from sourcebook.model.decision import Decision, SourcesAnchor
from sourcebook.model.incident import Incident, Minted


def pins_of(rulings: Rulings) -> Pins:
    """Return what stands about reports and incidents as the linking stage takes it."""
    into: dict[str, tuple[str, str]] = {}
    out: dict[tuple[str, str], str] = {}
    for subject, about in sorted(rulings.decided.items()):
        kind, _, report = subject.partition(" ")
        if kind != "report":
            continue
        for aspect, decision in sorted(about.items()):
            told = (decision.after or {}).get("incident")
            if aspect == "incident" and decision.action != "unlink":
                into[report] = (str(told), decision.key)
            elif aspect.startswith("in ") and not _is_in(aspect, decision):
                out[report, aspect.removeprefix("in ")] = decision.key
    return Pins(into=into, out=out, merges=tuple(_merges(rulings)))


def _is_in(aspect: str, decision: Decision) -> bool:
    """Whether a decision about a report and an incident says that they belong."""
    told = (decision.after or {}).get("incident")
    return decision.action != "unlink" and aspect == f"in {told}"


def _merges(rulings: Rulings) -> Iterable[Merge]:
    for decision in rulings.deciding("kept"):
        after = decision.after or {}
        yield Merge(
            kept=after["kept"],
            joined=after["joined"],
            reports=frozenset(after["reports"]),
            decision=decision.key,
        )


def provisional(
    minted: Iterable[Minted], decisions: Sequence[Decision]
) -> frozenset[str]:
    """Return the ids minted while a decision stood that was undone since.

    They go behind others, so that an undo brings back the ids of before.
    """
    place = {decision.key: number for number, decision in enumerate(decisions)}
    spans = [
        (place[key], place[undo.key])
        for key, undo in undone_by(decisions).items()
        if key in place
    ]
    return frozenset(
        row.incident
        for row in minted
        if any(start < row.decided <= end for start, end in spans)
    )


def placed(linked: Linked, reviewed: Reviewed, rulings: Rulings) -> Linked:
    """Return linked claims where people say they belong, rejected ones beside them.

    A claim's decisions then are all that had part in it: those about it, about its
    report's incident, and about its source.
    """
    if not rulings.decisions:
        return linked
    home = {p.report: p.incident for p in linked.placements}
    nodes = {incident.id: incident for incident in linked.incidents}
    root_of = {node.id: _root(node, nodes) for node in linked.incidents}
    claims = [
        _moved(claim, rulings.on(reviewed.subject.get(claim.id, "")), home, nodes)
        for claim in linked.claims
    ]
    claims = _same_sources(claims, rulings, root_of)
    claims = [_because(claim, linked.because) for claim in claims]
    rejected = [
        claim.placed(incident=None, role=None, lineage=None)
        for claim in reviewed.rejected
    ]
    whole = tuple(sorted([*claims, *rejected], key=lambda c: c.id))
    return replace(
        linked, claims=whole, incidents=_incidents(linked, whole, nodes, root_of)
    )


def _root(node: Incident, nodes: Mapping[str, Incident]) -> str:
    while node.parent is not None and node.parent in nodes:
        node = nodes[node.parent]
    return node.id


def _moved(
    claim: Claim,
    about: Mapping[str, Decision],
    home: Mapping[str, str | None],
    nodes: Mapping[str, Incident],
) -> Claim:
    """Return a claim at the incident and in the role that a person gave it."""
    if not about:
        return claim
    incident, role = claim.incident, claim.role
    if (told := about.get("move role")) is not None:
        role = (told.after or {})["role"]
        if role == "background":
            incident = None
        elif incident is None:
            incident = home.get(claim.report)
    if (told := about.get("move incident")) is not None:
        there = (told.after or {})["incident"]
        incident = there if there in nodes else incident
    if incident is not None and isinstance(claim.payload, Figure):
        role = "part_of_total" if role in (None, "background") else role
    return replace(claim, incident=incident, role=role)


def _same_sources(
    claims: Sequence[Claim], rulings: Rulings, root_of: Mapping[str, str]
) -> list[Claim]:
    """Return the claims, those of two sources that are one with one lineage."""
    by_scope: dict[str | None, list[Decision]] = {}
    for decision in rulings.deciding("same"):
        if isinstance(decision.anchor, SourcesAnchor):
            by_scope.setdefault(decision.anchor.incident, []).append(decision)
    found = list(claims)
    for scope, decisions in sorted(by_scope.items(), key=lambda item: item[0] or ""):
        known = _one_for_all(decisions)
        found = [
            _renamed(claim, known)
            if scope is None or root_of.get(claim.incident or "") == scope
            else claim
            for claim in found
        ]
    return found


def _one_for_all(decisions: Iterable[Decision]) -> dict[str, tuple[str, list[str]]]:
    """Map each lineage to the one that stands for all of its source, and by whom."""
    sets = Disjoint()
    pairs = [
        (d.anchor.lineages, d.key)
        for d in decisions
        if isinstance(d.anchor, SourcesAnchor)
    ]
    for (one, other), _ in pairs:
        sets.join(one, other)
    members: dict[str, set[str]] = {}
    because: dict[str, list[str]] = {}
    for (one, other), key in pairs:
        top = sets.find(one)
        members.setdefault(top, set()).update([one, other])
        because.setdefault(top, []).append(key)
    return {
        lineage: (min(held, key=lambda x: (counts(x) != "certain", x)), because[top])
        for top, held in members.items()
        for lineage in held
    }


def _renamed(claim: Claim, known: Mapping[str, tuple[str, list[str]]]) -> Claim:
    if claim.lineage is None or claim.lineage not in known:
        return claim
    lineage, keys = known[claim.lineage]
    return replace(claim, lineage=lineage, decisions=(*claim.decisions, *keys))


def _because(claim: Claim, because: Mapping[str, Sequence[str]]) -> Claim:
    keys = because.get(claim.report, ()) if claim.incident is not None else ()
    if not keys and not claim.decisions:
        return claim
    return replace(claim, decisions=tuple(sorted({*claim.decisions, *keys})))


def _incidents(
    linked: Linked,
    claims: Iterable[Claim],
    nodes: Mapping[str, Incident],
    root_of: Mapping[str, str],
) -> tuple[Incident, ...]:
    """Return the incidents with the claims, and the reports, that people moved."""
    held: dict[str, list[str]] = {node: [] for node in nodes}
    told: dict[str, set[str]] = {n: set(nodes[n].reports) for n in nodes}
    before = {claim.id: claim.incident for claim in linked.claims}
    for claim in claims:
        if claim.incident is None:
            continue
        held[claim.incident].append(claim.id)
        if claim.incident != before.get(claim.id):
            told[claim.incident].add(claim.report)
            told[root_of[claim.incident]].add(claim.report)
    return tuple(
        replace(node, claims=tuple(held[node.id]), reports=tuple(sorted(told[node.id])))
        for node in linked.incidents
    )
