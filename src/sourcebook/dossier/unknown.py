"""What no report says: absence is told as absence, never as denial (N20)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.dossier.wording import is_accident, joined
from sourcebook.model.claim import Claim, Figure, Responsibility
from sourcebook.model.estimate import Estimate
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report
from sourcebook.text.numbers import find_numbers

#: What is counted behind a number: "eight of them women", "five small children".
_GROUP = re.compile(
    r"\s+(?:(?!and\b|or\b)[\w-]+\s+){0,2}(?:women|children|girls|boys|babies|infants|woman|child"
    r"|girl|boy|baby|toddlers?|minors|schoolchildren)\b"
)


def not_known(
    root: Incident,
    claims: Sequence[Claim],
    estimates: Sequence[Estimate],
    reports: Sequence[Report],
) -> tuple[str, ...]:
    """Return sentences on what an analyst would ask and no report answers."""
    figures = [c.payload for c in claims if isinstance(c.payload, Figure)]
    checks = (
        *_missing_tolls(estimates),
        *_missing_groups(figures, estimates, reports, accident=is_accident(root)),
        *([] if is_accident(root) else _missing_blame(claims)),
        *_missing_dates(root, reports),
    )
    return tuple(checks)


def _missing_tolls(estimates: Sequence[Estimate]) -> list[str]:
    told = {e.metric for e in estimates if e.inputs}
    names = {"killed": "how many were killed", "injured": "how many were injured"}
    return [f"No report totals {words}." for m, words in names.items() if m not in told]


def _missing_groups(
    figures: Sequence[Figure],
    estimates: Sequence[Estimate],
    reports: Sequence[Report],
    *,
    accident: bool,
) -> list[str]:
    """Say which groups nobody counts; an accident has neither sides nor attackers."""
    groups = {f.population for f in figures}
    found = []
    if not accident and not groups & {"civilians", "combatants", "security_forces"}:
        found.append("No report says how many were civilians.")
    if not groups & {"women", "children"} and not any(map(_tells_group, reports)):
        found.append("No report gives a number of women or children.")
    holding = any(e.holds_attackers for e in estimates)
    counted = any(f.includes_perpetrators != "unknown" for f in figures)
    if not accident and "attackers" in groups and not counted and not holding:
        found.append("No report says whether attackers are counted in the tolls.")
    return found


def _tells_group(report: Report) -> bool:
    """Whether a report counts women or children, if only in passing."""
    text = report.text.characters
    return any(_GROUP.match(text, number.span.end) for number in find_numbers(text))


def _missing_blame(claims: Sequence[Claim]) -> list[str]:
    blamed = any(isinstance(c.payload, Responsibility) for c in claims)
    return [] if blamed else ["No report says who is held responsible."]


def _missing_dates(root: Incident, reports: Sequence[Report]) -> list[str]:
    found = []
    if root.date is None:
        found.append("No report dates the incident.")
    numbered = [(f"no. {i}", r) for i, r in enumerate(reports, start=1)]
    if undated := [name for name, r in numbered if r.published is None]:
        found.append(f"When it was published is not told for report {joined(undated)}.")
    if nameless := [name for name, r in numbered if r.outlet is None]:
        found.append(f"The outlet is not told for report {joined(nameless)}.")
    return found
