"""Differences in detail, and wording that may have one origin (DOC-4)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from sourcebook.model.claim import Claim, Figure, Target
from sourcebook.model.estimate import Contradiction
from sourcebook.reconcile.case import Case, role_of
from sourcebook.reconcile.finding import finding
from sourcebook.reconcile.wording import listed, number
from sourcebook.schema.profiles import vocabulary

#: Quotes at least this alike are the same wording (percent).
SAME_WORDING = 80
#: Smaller numbers are told in the same words by everybody.
TELLING = 10
#: Characters before a target's span in which the part of the building may stand.
NEAR = 40


def common_origin(case: Case) -> list[Contradiction]:
    """DOC-4: the same pair of figures in the same words in two reports is flagged.

    The reports stay apart: an identical pair hints at one origin, it proves none.
    """
    by_report: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in case.claims:
        payload = claim.payload
        if not isinstance(payload, Figure) or role_of(claim) != "incident_total":
            continue
        if payload.value is not None and payload.value >= TELLING:
            by_report[claim.report].setdefault(_same(payload), claim)
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for a, b in combinations(sorted(by_report), 2):
        shared = _shared(by_report[a], by_report[b])
        if len(shared) > 1:
            told = [r[k] for r in (by_report[a], by_report[b]) for k in shared]
            groups.setdefault(tuple(shared), []).extend(told)
    return [_flag(case, claims) for _, claims in sorted(groups.items())]


def _same(payload: Figure) -> str:
    return f"{payload.metric} {payload.population} {payload.comparator} {payload.value}"


def _shared(left: dict[str, Claim], right: dict[str, Claim]) -> list[str]:
    """The figures that two reports tell alike, by wording and not by one lineage."""
    return [
        key
        for key in sorted(set(left) & set(right))
        if left[key].lineage != right[key].lineage
        and fuzz.ratio(left[key].quote.lower(), right[key].quote.lower())
        >= SAME_WORDING
    ]


def _flag(case: Case, claims: Sequence[Claim]) -> Contradiction:
    numbers = sorted({f"{number(c)} {_metric(c)}" for c in claims})
    return finding(
        "possible_common_origin",
        case.root.id,
        claims,
        f"{listed(numbers)} are told together in the same words by "
        f"{len({c.report for c in claims})} reports, which may have one origin",
        severity="none",
    )


def _metric(claim: Claim) -> str:
    return claim.payload.metric if isinstance(claim.payload, Figure) else ""


def details(case: Case) -> list[Contradiction]:
    """Return where reports name different parts of the same target."""
    found = []
    for node in case.nodes:
        by_kind: dict[str, dict[str, list[Claim]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for claim in case.at(node.id):
            part = _part(case, claim)
            if part is not None and isinstance(claim.payload, Target):
                by_kind[claim.payload.kind][part].append(claim)
        for kind, parts in sorted(by_kind.items()):
            reports = {c.report for claims in parts.values() for c in claims}
            if len(parts) > 1 and len(reports) > 1:
                found.append(
                    finding(
                        "detail",
                        node.id,
                        [c for claims in parts.values() for c in claims],
                        f"reports name different parts of the {kind.replace('_', ' ')}: "
                        f"{listed(sorted(parts))}",
                        severity="soft",
                    )
                )
    return found


def _part(case: Case, claim: Claim) -> str | None:
    """The part of a building that stands in a target's words or right before."""
    if not isinstance(claim.payload, Target):
        return None
    report = case.reports.get(claim.report)
    words = claim.quote
    if report is not None:
        start = max(claim.setting.sentence.start, claim.span.start - NEAR)
        words = report.characters(claim.field)[start : claim.span.end]
    told = words.lower()
    return next(
        (
            part
            for part in sorted(vocabulary("details", "parts"))
            if re.search(rf"\b{re.escape(part)}\b", told)
        ),
        None,
    )
