"""Which decisions stand: not undone, not replaced, not in conflict.

A decision says something about one or more aspects of a subject ("the standing of this
claim", "the incident of this report"). Of those about one aspect the later one stands
where its maker knew the earlier one. Two that were made without knowing of each other,
and that differ, are in conflict: neither stands until a person decides again or undoes
one of them. The order in which they came into the book settles nothing.

Decisions about incidents of which one went into another are about one subject. Whoever
decided about one of them when they were two did not know of the other.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from sourcebook.book.deciding.following import knew, named, redirected
from sourcebook.model.decision import (
    Anchor,
    ClaimAnchor,
    Decision,
    DecisionAnchor,
    IncidentAnchor,
    ReportAnchor,
    anchor_row,
)

State = Literal["stands", "replaced", "undone", "conflict", "unattached"]
#: Subject and aspect: what a decision says something about.
Slot: TypeAlias = tuple[str, str]
#: The subject of an anchor, None where nothing is there that it points to.
SubjectOf: TypeAlias = Callable[[Anchor], str | None]
#: What an undo says about the aspects of what it undoes, beside one unaware of it.
_AS_DERIVED = "as derived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Decisions on one subject that were made unaware of each other and differ."""

    subject: str
    aspect: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What stands. ``decided`` gives, for each subject, the decision on each aspect.

    ``survivors`` maps ids of incidents to those that they went into: what is decided
    is about these.
    """

    decisions: tuple[Decision, ...]
    state: Mapping[str, State]
    decided: Mapping[str, Mapping[str, Decision]]
    conflicts: tuple[Conflict, ...]
    survivors: Mapping[str, str] = field(default_factory=dict)

    def on(self, subject: str) -> Mapping[str, Decision]:
        """Return what stands about a subject, by aspect."""
        return self.decided.get(subject, {})

    def deciding(self, aspect: str) -> Iterator[Decision]:
        """Yield what stands about an aspect of each subject, by subject."""
        for _, about in sorted(self.decided.items()):
            if aspect in about:
                yield about[aspect]


def undone_by(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Map the keys of undone decisions to the first decision that undid them."""
    found: dict[str, Decision] = {}
    for decision in decisions:
        if isinstance(decision.anchor, DecisionAnchor):
            found.setdefault(decision.anchor.decision, decision)
    return found


def says(decision: Decision, subject_of: SubjectOf) -> dict[Slot, str] | None:
    """Return what a decision says about each aspect; None where nothing is there."""
    subject = subject_of(decision.anchor)
    if subject is None:
        return None
    after: Mapping[str, Any] = decision.after or {}
    if isinstance(decision.anchor, ReportAnchor | IncidentAnchor):
        return _about_links(decision, after, subject)
    told = {
        "accept": {"standing": "right"},
        "reject": {"standing": "rejected"},
        "edit": {"standing": "stands", **_edited(after)},
        "add": {"standing": "stands", "added": after, **_there(after)},
        "move": {"standing": "stands", **{f"move {k}": v for k, v in after.items()}},
        "same-source": {"same": True},
        "override": {"override": after},
        "admit": {"admit": True},
        "dismiss": {"state": "dismissed"},
        "resolve": {"state": "resolved"},
    }.get(decision.action, {})
    return {(subject, aspect): _plain(value) for aspect, value in told.items()}


def rule(
    decisions: Sequence[Decision],
    subject_of: SubjectOf,
    survivors: Mapping[str, str] | None = None,
) -> Rulings:
    """Tell which decisions of a chain stand, what about, and which are in conflict.

    ``survivors`` maps ids of incidents that went into another to that one.
    """
    undone, led = undone_by(decisions), survivors or {}
    told: dict[str, dict[Slot, str]] = {}
    state: dict[str, State] = {}
    for decision in decisions:
        now = _spoken(decision, led)
        said = {} if decision.action == "undo" else says(now, subject_of)
        state[decision.key] = "stands" if said is not None else "unattached"
        told[decision.key] = said or {}
    state.update(dict.fromkeys((key for key in undone if key in state), "undone"))
    contenders = _contenders(decisions, told, state, undone, led)
    conflicts = tuple(_conflicts(contenders))
    fighting = {d.key for each in conflicts for d in each.decisions}
    state.update(dict.fromkeys(fighting, "conflict"))
    decided: dict[str, dict[str, Decision]] = defaultdict(dict)
    held = set[str]()
    for (subject, aspect), found in contenders.items():
        if any(d.key in fighting for d, _ in found):
            continue
        # Several that agree: which of them came into the book first must not tell.
        first = min((d for d, _ in found), key=lambda d: d.key)
        decided[subject][aspect] = redirected(first, led)
        # that a report is in an incident follows from the link to it
        implied = aspect.startswith("in ") and found[0][1] == "true"
        held |= set() if implied else {d.key for d, _ in found}
    for key, said in told.items():
        if said and state[key] == "stands" and key not in held:
            state[key] = "replaced"
    return Rulings(
        decisions=tuple(decisions),
        state=state,
        decided=dict(decided),
        conflicts=conflicts,
        survivors=led,
    )


def _spoken(decision: Decision, survivors: Mapping[str, str]) -> Decision:
    """Return a decision as it is ruled upon; claims are, before incidents are found."""
    if isinstance(decision.anchor, ClaimAnchor):
        return decision
    return redirected(decision, survivors)


def _there(after: Mapping[str, Any]) -> dict[str, Any]:
    """Return the incident that an added claim is put on, if one is named."""
    return {"move incident": after["incident"]} if "incident" in after else {}


def _edited(after: Mapping[str, Any]) -> dict[str, Any]:
    """Return a part for each field, so that edits of two fields go together."""
    found: dict[str, Any] = {}
    for name, value in after.items():
        if name == "payload":
            found |= {f"edit payload {field}": v for field, v in value.items()}
        else:
            found["move role" if name == "role" else f"edit {name}"] = value
    return found


def _about_links(
    decision: Decision, after: Mapping[str, Any], subject: str
) -> dict[Slot, str]:
    """Return what a decision says about the incidents of reports."""
    if decision.action == "merge":
        pair = "+".join(sorted([after["kept"], after["joined"]]))
        return {(f"merge {pair}", "kept"): _plain(after["kept"])}
    if decision.action == "split":
        return {
            slot: value
            for report in after["reports"]
            for slot, value in {
                (f"report {report}", "incident"): _plain(after["incident"]),
                # the last of the two where both went into one: it is no split then
                (f"report {report}", f"in {after['from']}"): _plain(False),  # noqa: FBT003
                (f"report {report}", f"in {after['incident']}"): _plain(True),  # noqa: FBT003
            }.items()
        }
    if decision.action not in ("link", "unlink"):
        return {}
    joins = decision.action == "link"
    return {
        (subject, "incident"): _plain(after["incident"] if joins else None),
        (subject, f"in {after['incident']}"): _plain(joins),
    }


def _contenders(
    decisions: Sequence[Decision],
    told: Mapping[str, Mapping[Slot, str]],
    state: Mapping[str, State],
    undone: Mapping[str, Decision],
    survivors: Mapping[str, str],
) -> dict[Slot, list[tuple[Decision, str]]]:
    """Return for each aspect the decisions that no other one about it knew of."""
    knows = _Knowledge(decisions, survivors)
    by_slot: dict[Slot, list[tuple[Decision, str]]] = defaultdict(list)
    taken_back: dict[Slot, list[Decision]] = defaultdict(list)
    for decision in decisions:
        for slot, value in told[decision.key].items():
            if state[decision.key] == "undone":
                taken_back[slot].append(decision)
            else:
                by_slot[slot].append((decision, value))
    found: dict[Slot, list[tuple[Decision, str]]] = {}
    for slot, said in by_slot.items():
        makers = [decision for decision, _ in said]
        # An undo counts beside a decision that replaced the undone one unawares.
        rivals = [
            (undo, _AS_DERIVED)
            for old in taken_back[slot]
            if (undo := undone[old.key]) is not None
            and any(
                knows.replaces(d, old, slot[1]) and not knows(undo, d) for d in makers
            )
        ]
        found[slot] = [
            (decision, value)
            for decision, value in (*rivals, *said)
            if not any(knows.replaces(later, decision, slot[1]) for later in makers)
        ]
    return found


def _conflicts(
    contenders: Mapping[Slot, Sequence[tuple[Decision, str]]],
) -> Iterator[Conflict]:
    for (subject, aspect), found in sorted(contenders.items()):
        if len({value for _, value in found}) > 1:
            makers = tuple(decision for decision, _ in found)
            yield Conflict(subject=subject, aspect=aspect, decisions=makers)


class _Knowledge:
    """Which decisions lay before the maker of which, and about what."""

    def __init__(
        self, decisions: Sequence[Decision], survivors: Mapping[str, str]
    ) -> None:
        self._survivors = survivors
        self._bit = {d.key: 1 << number for number, d in enumerate(decisions)}
        self._before: dict[str, int] = {}
        for decision in decisions:
            known = 0
            for key in decision.knew:
                known |= self._bit.get(key, 0) | self._before.get(key, 0)
            self._before[decision.key] = known

    def __call__(self, later: Decision, earlier: Decision) -> bool:
        return bool(self._before[later.key] & self._bit[earlier.key])

    def replaces(self, later: Decision, earlier: Decision, aspect: str) -> bool:
        """Whether who decided later saw the earlier one, and that both are about one.

        Two decisions on incidents that became one afterwards replace neither other.
        """
        if not self(later, earlier):
            return False
        return self._names(earlier, aspect) <= self._names(later, aspect) | knew(later)

    def _names(self, decision: Decision, aspect: str) -> frozenset[str]:
        """Return the incidents, as they were called, of which an aspect tells."""
        if isinstance(decision.anchor, ClaimAnchor) or aspect == "incident":
            return frozenset()
        held, about = named(decision), aspect.removeprefix("in ")
        if about != aspect:
            held = tuple(i for i in held if self._survivors.get(i, i) == about)
        return frozenset(held)


def _plain(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def anchored(anchor: Anchor) -> str:
    """Return an anchor as one string, the subject of what is not a claim."""
    if isinstance(anchor, ReportAnchor):
        return f"report {anchor.report}"
    return _plain(anchor_row(anchor))
