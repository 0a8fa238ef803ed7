"""Decisions on claims, between extracting and linking.

Rejected claims count nowhere and stay readable; edited ones carry the edit; added
ones are built at their span, whose words are read from the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sourcebook.book.deciding.rulings import Rulings, anchored
from sourcebook.book.deciding.subjects import Subjects
from sourcebook.errors import BookError, InvalidValue, SpanMismatch
from sourcebook.model.claim import (
    AttributionLink,
    Claim,
    Review,
    Setting,
    verify_link,
)
from sourcebook.model.decision import ClaimAnchor, Decision
from sourcebook.model.report import Report
from sourcebook.model.span import Span
from sourcebook.store.codec import built, payload, plain

#: The extractor of claims that people add.
PERSON, PERSON_VERSION = "person", "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """Claims as people left them: those that count, and those that they rejected.

    ``subject`` gives for each claim what the rulings call it.
    """

    kept: tuple[Claim, ...]
    rejected: tuple[Claim, ...]
    subject: Mapping[str, str]


def review(
    claims: Iterable[Claim],
    reports: Sequence[Report],
    rulings: Rulings,
    subjects: Subjects,
) -> Reviewed:
    """Apply what stands about each claim, and build the claims that people added."""
    known = {report.id: report for report in reports}
    held = [(f"claim {claim.id}", claim) for claim in claims]
    held += _added(known, rulings, subjects)
    done = [(name, _applied(claim, rulings.on(name), known)) for name, claim in held]
    return Reviewed(
        kept=tuple(c for _, c in done if c.review != "rejected"),
        rejected=tuple(c for _, c in done if c.review == "rejected"),
        subject={claim.id: name for name, claim in done if claim.decisions},
    )


def _added(
    reports: Mapping[str, Report], rulings: Rulings, subjects: Subjects
) -> list[tuple[str, Claim]]:
    """Build the added claims that no extractor finds, each with its subject."""
    found = []
    for anchor in dict.fromkeys(subjects.added.values()):
        name = f"added {anchored(anchor)}"
        decision = rulings.on(name).get("added")
        if decision is None or not isinstance(decision.anchor, ClaimAnchor):
            continue
        report = reports.get(decision.anchor.report)
        if report is not None:
            found.append((name, build(report, decision.anchor, decision.after or {})))
    return found


def build(report: Report, anchor: ClaimAnchor, told: Mapping[str, Any]) -> Claim:
    """Build a claim that a person added; its words are what stands at the span.

    Raises SpanMismatch where nothing stands there.
    """
    start, end = told["sentence"]
    background = "decided" if told["role"] == "background" else None
    return Claim.at(
        report,
        anchor.field,
        anchor.span,
        payload=payload(anchor.type, told["payload"]),
        setting=Setting(
            sentence=Span(start=start, end=end), basis="analyst", background=background
        ),
        extractor=PERSON,
        version=PERSON_VERSION,
        attribution=_links(told["attribution"], report),
        modality=told["modality"],
        role=told["role"],
    )


def _applied(
    claim: Claim, about: Mapping[str, Decision], reports: Mapping[str, Report]
) -> Claim:
    """Return a claim with what stands about it; raise BookError where that cannot be."""
    try:
        return _decided(claim, about, reports)
    except (InvalidValue, SpanMismatch) as error:
        last = _in_order(about)[-1].short
        raise BookError(
            f"the decisions on claim {claim.id[:12]} do not fit it any more ({error}); "
            f"undo one, such as: sourcebook decide BOOK undo {last}"
        ) from error


def _decided(
    claim: Claim, about: Mapping[str, Decision], reports: Mapping[str, Report]
) -> Claim:
    """Return a claim with everything that stands about it."""
    if not about:
        return claim
    standing = about.get("standing")
    if standing is not None and standing.action == "reject":
        # Its setting, roles and edits stay aside: it counts nowhere.
        return replace(claim, review="rejected", decisions=(standing.key,))
    told = _edits(about)
    changed = replace(
        claim,
        payload=_payload(claim, told.get("payload", {})),
        modality=told.get("modality", claim.modality),
        decisions=tuple(dict.fromkeys(d.key for d in _in_order(about))),
    )
    if "attribution" in told and claim.report in reports:
        links = _links(told["attribution"], reports[claim.report])
        changed = replace(changed, attribution=links)
    role = about.get("move role")
    if role is not None:
        changed = _with_role(changed, (role.after or {})["role"], role)
    return replace(changed, review=_review(about))


def _edits(about: Mapping[str, Decision]) -> dict[str, Any]:
    """Return the edited fields; an added claim that is extracted now is edited to it."""
    told: dict[str, Any] = {}
    if "added" in about:
        after = about["added"].after or {}
        told = {k: after[k] for k in ("payload", "attribution", "modality")}
    for aspect, decision in sorted(about.items()):
        kind, _, name = aspect.partition(" ")
        if kind != "edit":
            continue
        after = decision.after or {}
        if name.startswith("payload "):
            field = name.removeprefix("payload ")
            fields = {**told.get("payload", {}), field: after["payload"][field]}
            told["payload"] = fields
        else:
            told[name] = after[name]
    return told


def _payload(claim: Claim, told: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any payload
    if not told:
        return claim.payload
    return payload(claim.type, {**plain(claim.payload), **told})


def _links(told: Iterable[Mapping[str, Any]], report: Report) -> tuple[Any, ...]:
    links = tuple(built(AttributionLink, link) for link in told)
    for link in links:
        verify_link(link, report)
    return links


def _with_role(claim: Claim, role: Any, by: Decision) -> Claim:  # noqa: ANN401 - from JSON
    """Return a claim whose setting agrees with the role that a person gave it.

    What makes it background, or a part, is then the decision.
    """
    cue = f"decision {by.short}"
    setting = replace(
        claim.setting,
        background=cue if role == "background" else None,
        part=cue if role == "part_of_total" else None,
    )
    return replace(claim, role=role, setting=setting)


def _review(about: Mapping[str, Decision]) -> Review | None:
    for start, kind in (("added", "added"), ("edit", "edited"), ("move", "moved")):
        if any(aspect.startswith(start) for aspect in about):
            return kind  # type: ignore[return-value]
    standing = about.get("standing")
    return "accepted" if standing and standing.action == "accept" else None


def _in_order(about: Mapping[str, Decision]) -> list[Decision]:
    return [about[aspect] for aspect in sorted(about)]
