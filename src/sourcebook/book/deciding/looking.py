"""Finding what a person names: by the beginning of an id, a source id, a source's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sourcebook.errors import DecisionRefused, NotFound
from sourcebook.export import Contents
from sourcebook.link import counts
from sourcebook.model.claim import Claim
from sourcebook.model.decision import Decision
from sourcebook.model.estimate import Contradiction
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report

V = TypeVar("V", Claim, Incident, Contradiction, Report)
#: Ids listed where a name fits several.
_LISTED = 5


def one(kind: str, start: str, values: Iterable[V], hint: str) -> V:
    """Return the value whose id begins so; raise NotFound for none or several."""
    found = [value for value in values if start and value.id.startswith(start)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"no {kind}'s id begins with {start!r}; {hint}")
    ids = ", ".join(value.id[:16] for value in found[:_LISTED])
    raise NotFound(f"{start!r} begins the ids of {len(found)} {kind}s: {ids}")


def the_claim(contents: Contents, start: str) -> Claim:
    """Return the claim whose id begins so."""
    hint = "`why` and `show --json` print the ids of claims"
    return one("claim", start, contents.claims, hint)


def the_incident(contents: Contents, start: str) -> Incident:
    """Return the incident, or part of one, whose id begins so."""
    hint = "`incidents --parts` lists them"
    return one("incident", start, contents.incidents, hint)


def the_whole(contents: Contents, start: str) -> Incident:
    """Return the incident whose id begins so; raise where it is part of another."""
    found = the_incident(contents, start)
    if found.parent is not None:
        raise DecisionRefused(
            f"{found.id[:12]} ({found.label}) is a part; reports belong to whole "
            f"incidents: name {found.parent[:12]}"
        )
    return found


def the_report(contents: Contents, name: str) -> Report:
    """Return the report with this source id, or whose id begins so."""
    for report in contents.reports:
        if report.source_id == name:
            return report
    return one("report", name, contents.reports, "`show --json` lists reports")


def the_contradiction(contents: Contents, start: str) -> Contradiction:
    """Return the contradiction whose id begins so."""
    hint = "`show --json` prints the ids of contradictions"
    return one("contradiction", start, contents.contradictions, hint)


def the_decision(decisions: Sequence[Decision], start: str) -> Decision:
    """Return the decision whose key, or id in this book, begins so."""
    found = {
        d.key: d
        for d in decisions
        if start and (d.key.startswith(start) or d.id.startswith(start))
    }
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise NotFound(
            f"no decision's id begins with {start!r}; `decisions` lists them"
        )
    raise NotFound(f"{start!r} begins the ids of {len(found)} decisions; give more")


def the_lineage(contents: Contents, name: str, root: str | None) -> str:
    """Return the lineage that a source's name stands for, in an incident or the book.

    A name is a lineage as exports show it, an originator's name, or an outlet of
    which claims in its own voice are there. Raises NotFound where it stands for
    none or for several, DecisionRefused for one that nobody in particular has.
    """
    wanted = name.casefold()
    inside = _claims_under(contents, root)
    found = {
        claim.lineage
        for claim in inside
        if claim.lineage is not None
        and wanted in (claim.lineage.casefold(), _teller(claim, contents).casefold())
    }
    where = "this incident" if root else "the book"
    if not found:
        raise NotFound(
            f"no claim in {where} goes back to a source called {name!r}; `why` prints "
            "who says what, exports the lineages"
        )
    if len(found) > 1:
        raise NotFound(
            f"{name!r} stands for {len(found)} sources in {where}: "
            f"{', '.join(sorted(found))}; name one of them so, or give an incident"
        )
    lineage = found.pop()
    _refuse_vague(lineage, root)
    return lineage


def _refuse_vague(lineage: str, root: str | None) -> None:
    if counts(lineage) == "none":
        raise DecisionRefused(
            f"{lineage!r} is nobody in particular; edit the attribution of the claim"
        )
    vague = counts(lineage) == "possible" and lineage.startswith(("official:", "resc"))
    if vague and root is None:
        raise DecisionRefused(
            f"{lineage!r} may be another body in every incident; say in which one "
            "with --incident"
        )


def _claims_under(contents: Contents, root: str | None) -> list[Claim]:
    if root is None:
        return list(contents.claims)
    nodes, found = [root], []
    while nodes:
        node = nodes.pop()
        found += contents.claims_at[node]
        nodes += [child.id for child in contents.children[node]]
    return found


def _teller(claim: Claim, contents: Contents) -> str:
    if claim.originator is not None:
        return claim.originator.name or ""
    return contents.report[claim.report].outlet or ""


def root_of(contents: Contents, node: str) -> str:
    """Return the id of the whole incident that a part belongs to."""
    incident = contents.incident[node]
    while incident.parent is not None and incident.parent in contents.incident:
        incident = contents.incident[incident.parent]
    return incident.id
