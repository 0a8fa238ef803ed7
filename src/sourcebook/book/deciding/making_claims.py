"""Decisions that change a claim: edit, add, move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sourcebook.book.deciding import looking
from sourcebook.book.deciding.attach import anchor_at, same_words
from sourcebook.book.deciding.making import (
    Changes,
    Desk,
    Made,
    seen,
    single,
)
from sourcebook.book.deciding.onclaims import build
from sourcebook.book.deciding.wording import (
    attribution,
    checked_modality,
    checked_payload,
    checked_role,
    quoted,
    sentence_around,
)
from sourcebook.errors import DecisionRefused
from sourcebook.model.claim import Claim, Figure
from sourcebook.model.decision import ClaimAnchor
from sourcebook.model.report import Report
from sourcebook.model.span import Field, Span
from sourcebook.store.codec import plain


def edit(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Edit a claim: fields of its payload, attribution, modality, role."""
    claim = looking.the_claim(desk.contents, single(targets, "a claim"))
    report = desk.contents.report[claim.report]
    after = _told(claim.type, changes, report, claim.span.start, was=claim)
    if not after:
        raise DecisionRefused("say what to edit, such as --value 7 or --metric injured")
    before = seen(desk, claim)
    if "payload" in after:
        held = plain(claim.payload)
        before["payload"] = {name: held[name] for name in after["payload"]}
    if "attribution" in after:
        before["attribution"] = plain(claim.attribution)
    return Made(anchor=anchor_at(desk.original(claim)), before=before, after=after)


def move(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Move a claim: what it counts of its incident, which incident it is about."""
    claim = looking.the_claim(desk.contents, single(targets, "a claim"))
    after: dict[str, Any] = {}
    if "role" in changes:
        after["role"] = _role(claim, changes["role"])
    if "incident" in changes:
        after["incident"] = looking.the_incident(desk.contents, changes["incident"]).id
    if not after or changes.keys() - {"role", "incident"}:
        raise DecisionRefused("say where to move it: --role, --incident, or both")
    _refuse_nowhere(desk, claim, after)
    return Made(
        anchor=anchor_at(desk.original(claim)), before=seen(desk, claim), after=after
    )


def _refuse_nowhere(desk: Desk, claim: Claim, after: Mapping[str, Any]) -> None:
    """Raise where a claim would count and have no incident, or the other way round."""
    role = after.get("role", claim.role)
    home = desk.contents.placement[claim.report].incident
    if "incident" in after and role == "background":
        raise DecisionRefused(
            "a background figure belongs to no incident; say with --role what it "
            "counts of that one"
        )
    figure = isinstance(claim.payload, Figure)
    if figure and role != "background" and not (after.get("incident") or home):
        raise DecisionRefused(
            f"the report of claim {claim.id[:12]} is about no incident; name the "
            "claim's with --incident"
        )


def _role(claim: Claim, role: object) -> str:
    if not isinstance(claim.payload, Figure):
        raise DecisionRefused(
            f"claim {claim.id[:12]} is a {claim.type}; only figures have a role"
        )
    return checked_role(role)


def add(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Add a claim by its words in a report."""
    report = looking.the_report(desk.contents, single(targets, "a report"))
    told = dict(changes)
    kind = str(told.pop("type", None) or "figure")
    field, span = _span(report, told)
    incident = told.pop("incident", None)
    after = _told(kind, told, report, span.start, was=None)
    figure = kind == "figure"
    after = {
        "payload": after.get("payload", {}),
        "attribution": after.get("attribution", []),
        "modality": after.get("modality", "asserted"),
        "role": after.get("role", "incident_total" if figure else None),
        "sentence": list(sentence_around(report.characters(field), span)),
    }
    anchor = ClaimAnchor(
        report=report.id,
        field=field,
        start=span.start,
        end=span.end,
        type=kind,
        metric=after["payload"].get("metric") if figure else None,
    )
    claim = build(report, anchor, after)
    anchor = anchor_at(claim)
    _refuse_twice(desk, anchor)
    if incident is not None:
        there = looking.the_incident(desk.contents, incident)
        after["incident"] = there.id
    return Made(anchor=anchor, after=after)


def _span(report: Report, told: dict[str, Any]) -> tuple[Field, Span]:
    """Take the words, or the offsets, out of what is told; return where they stand."""
    words, field = told.pop("quote", None), told.pop("field", None)
    start, end = told.pop("start", None), told.pop("end", None)
    if words is not None:
        return quoted(report, words)
    if start is None or end is None:
        raise DecisionRefused("say which words: --quote, or --start and --end")
    chosen: Field = "title" if field == "title" else "text"
    if not 0 <= start < end <= len(report.characters(chosen)):
        raise DecisionRefused(
            f"characters {start} to {end} are not in the {chosen} of report "
            f"{report.source_id}, which has {len(report.characters(chosen))}"
        )
    return chosen, Span(start=start, end=end)


def _refuse_twice(desk: Desk, anchor: ClaimAnchor) -> None:
    for claim in desk.contents.claims:
        if claim.report == anchor.report:
            there = anchor_at(desk.original(claim))
            if same_words(there, anchor):
                raise DecisionRefused(
                    f"claim {claim.id[:12]} ({claim.quote!r}) stands at these words "
                    "already; accept it, or edit it"
                )


def _told(
    kind: str, changes: Changes, report: Report, near: int, *, was: Claim | None
) -> dict[str, Any]:
    """Return what a person says of a claim, each part checked."""
    rest = dict(changes)
    after: dict[str, Any] = {}
    if "by" in rest:
        after["attribution"] = attribution(rest.pop("by") or (), report, near)
    if "modality" in rest:
        after["modality"] = checked_modality(rest.pop("modality"))
    if kind == "figure" and "role" in rest:
        after["role"] = checked_role(rest.pop("role"))
    if rest or was is None:
        held = was.payload if was is not None else None
        after["payload"] = checked_payload(kind, rest, held)
    return after
