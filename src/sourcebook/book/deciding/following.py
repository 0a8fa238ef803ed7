"""Decisions about an incident that went into another: they are about that one then.

Ids of incidents are minted once. Where linking, or a person, finds that two incidents
are one, an id goes on for both; what was decided about the other is carried there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sourcebook.model.decision import (
    ContradictionAnchor,
    Decision,
    EstimateAnchor,
    IncidentAnchor,
    SourcesAnchor,
)

#: What a decision says of where its maker stood: ids that had gone into those named.
KNOWN = "went into it"
_NAMED: Mapping[str, tuple[str, ...]] = {
    "link": ("incident",),
    "unlink": ("incident",),
    "split": ("from", "incident"),
    "move": ("incident",),
    "add": ("incident",),
}


def named(decision: Decision) -> tuple[str, ...]:
    """Return the incidents that a decision names and follows, each once.

    A merge names its incidents as they were: it is itself what others follow.
    """
    anchor, after = decision.anchor, decision.after or {}
    if decision.action == "merge":
        return ()
    found = [after[n] for n in _NAMED.get(decision.action, ()) if after.get(n)]
    if isinstance(
        anchor, IncidentAnchor | EstimateAnchor | ContradictionAnchor | SourcesAnchor
    ):
        found.append(anchor.incident)
    return tuple(dict.fromkeys(i for i in found if i is not None))


def redirected(decision: Decision, survivors: Mapping[str, str]) -> Decision:
    """Return a decision about the incidents that those it names went into."""
    if not any(incident in survivors for incident in named(decision)):
        return decision
    anchor, after = decision.anchor, decision.after
    if isinstance(
        anchor, IncidentAnchor | EstimateAnchor | ContradictionAnchor | SourcesAnchor
    ):
        old = anchor.incident
        if old is not None and old in survivors:
            anchor = replace(anchor, incident=survivors[old])
    if after is not None:
        told = {
            name: survivors.get(after[name], after[name])
            for name in _NAMED.get(decision.action, ())
            if after.get(name)
        }
        after = {**after, **told}
    return replace(decision, anchor=anchor, after=after)


def led(decision: Decision, survivors: Mapping[str, str]) -> dict[str, str]:
    """Map the incidents that a decision names to those that they went into."""
    return {i: survivors[i] for i in named(decision) if i in survivors}


def knew(decision: Decision) -> frozenset[str]:
    """Return the ids that its maker saw gone into an incident that it names."""
    told = (decision.before or {}).get(KNOWN)
    return frozenset(map(str, told)) if isinstance(told, list) else frozenset()


def with_known(
    before: Mapping[str, Any] | None,
    decision: Decision,
    chain: Iterable[Decision],
    survivors: Mapping[str, str],
) -> Mapping[str, Any] | None:
    """Return what stood there, with the ids that decisions of the chain name otherwise.

    So a later reader can tell that the maker saw the incidents as one.
    """
    here = {survivors.get(incident, incident) for incident in named(decision)}
    others: set[str] = {
        incident
        for each in chain
        for incident in named(each)
        if survivors.get(incident) in here
    }
    others -= set(named(decision))
    return {**(before or {}), KNOWN: sorted(others)} if others else before
