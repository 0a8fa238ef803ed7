"""Incidents: occurrences bounded in place and time, in a tree."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.model.claim import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One node of a tree of incidents; its content is derived, only its id is minted.

    ``type`` is a key of the schema's incident types; ``date`` is EDTF, with
    ``date_precision`` day, week, month, year or unknown. ``reports`` are the ids of
    the reports that tell of it, ``claims`` of the claims placed on this very node.
    ``label`` is written for people: what, where, when. ``links`` hold, for a root,
    the evidence that joined each report: (report, score, features in words).
    """

    id: str
    parent: str | None
    label: str
    type: str
    date: str | None
    date_precision: str
    place: Place | None
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    links: tuple[LinkEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkEvidence:
    """Why a report belongs to an incident; the score is no probability.

    ``follow_up`` marks a report about what came after (trial, funeral, anniversary).
    """

    report: str
    score: float
    features: tuple[str, ...]
    follow_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a report stands after linking.

    ``incident`` is the root of the tree it is mainly about, None for none;
    ``duplicate_of`` the earlier report that it copies; ``lineage`` groups reports
    whose wording goes back to one text.
    """

    report: str
    incident: str | None
    duplicate_of: str | None
    lineage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minted:
    """An incident's id with the ids of the reports that first formed it.

    ``decided`` is how many decisions the book held then.
    """

    incident: str
    reports: tuple[str, ...]
    decided: int = 0
