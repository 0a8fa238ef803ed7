"""MUC-4 response templates: one for the main incident of each report.

Slots and their fillers follow the task description of the Fourth Message Understanding
Conference (1992), sections 5 to 7. Each template is filled from the claims of its own
report only. What no claim gives is "-"; slots that the task does not use with an incident
type hold "*".
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sourcebook.export.contents import Contents
from sourcebook.model.claim import (
    Claim,
    Figure,
    Means,
    Place,
    Relation,
    Responsibility,
    Target,
)
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report
from sourcebook.schema.vocabulary import incident_types, instruments, target_kinds

_NAMES = (
    "MESSAGE: ID",
    "MESSAGE: TEMPLATE",
    "INCIDENT: DATE",
    "INCIDENT: LOCATION",
    "INCIDENT: TYPE",
    "INCIDENT: STAGE OF EXECUTION",
    "INCIDENT: INSTRUMENT ID",
    "INCIDENT: INSTRUMENT TYPE",
    "PERP: INCIDENT CATEGORY",
    "PERP: INDIVIDUAL ID",
    "PERP: ORGANIZATION ID",
    "PERP: ORGANIZATION CONFIDENCE",
    "PHYS TGT: ID",
    "PHYS TGT: TYPE",
    "PHYS TGT: NUMBER",
    "PHYS TGT: FOREIGN NATION",
    "PHYS TGT: EFFECT OF INCIDENT",
    "PHYS TGT: TOTAL NUMBER",
    "HUM TGT: NAME",
    "HUM TGT: DESCRIPTION",
    "HUM TGT: TYPE",
    "HUM TGT: NUMBER",
    "HUM TGT: FOREIGN NATION",
    "HUM TGT: EFFECT OF INCIDENT",
    "HUM TGT: TOTAL NUMBER",
)
#: Relations under MUC's words for them (DOMAIN RSP-1).
_CONFIDENCE: dict[Relation, str] = {
    "claimed": "CLAIMED OR ADMITTED",
    "accused": "SUSPECTED OR ACCUSED",
    "accused_by_authority": "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "suspected": "POSSIBLE",
    "reported_as_fact": "REPORTED AS FACT",
    "denied": "ACQUITTED",
    "acquitted": "ACQUITTED",
}
_EFFECT = {"killed": "DEATH", "injured": "INJURY"}
_GROUP = {
    "civilians": "CIVILIAN",
    "security_forces": "ACTIVE MILITARY",
    "combatants": "ACTIVE MILITARY",
}
_DETERMINERS = {"a", "an", "the", "his", "her", "its", "their", "another", "one"}
#: An actor that is an organisation: an acronym, or a word for one.
_ORGANISATION = re.compile(
    r"\b[A-Z]{2,}\b|front|army|movement|party|organi[sz]ation|cartel|brigade|command"
    r"|group|police|guard|forces|government|state",
    re.IGNORECASE,
)


class MucTemplates:
    """One text file of templates, in the order of the reports."""

    name = "muc4"
    suffix = ".txt"

    def write(self, contents: Contents, to: Path) -> list[Path]:
        """Write the templates of all reports into the file ``to``."""
        text = "\n\n".join(_templates(contents))
        to.write_text(text + "\n" if text else "", "utf-8")
        return [to]


def _templates(contents: Contents) -> Iterator[str]:
    roots = {incident.id: incident for incident in contents.incidents}
    main = {p.report: p.incident for p in contents.placements}
    parents = {i.id: i.parent for i in contents.incidents}
    by_report: dict[str, list[Claim]] = {}
    for claim in contents.claims:
        if claim.incident is not None:
            by_report.setdefault(claim.report, []).append(claim)
    for report in contents.reports:
        root = roots.get(main.get(report.id) or "")
        told = sorted(by_report.get(report.id, []), key=lambda c: (c.field, c.span))
        inside = [c for c in told if root and root.id in _ancestry(c, parents)]
        yield _template(report, root, inside)


def _ancestry(claim: Claim, parents: dict[str, str | None]) -> list[str]:
    chain: list[str] = []
    node = claim.incident
    while node is not None:
        chain.append(node)
        node = parents.get(node)
    return chain


def _template(report: Report, root: Incident | None, claims: Sequence[Claim]) -> str:
    kind = incident_types().get(root.type) if root else None
    slots: dict[int, list[str]] = {0: [_message(report)], 1: ["1"]}
    if root is None or kind is None or not kind.eligible:
        slots[1] = ["*"]
        return _lines({**{i: ["*"] for i in range(2, 25)}, **slots})
    slots |= {
        2: [_date(root.date)],
        3: [_location(root, claims)],
        4: [kind.muc or "ATTACK"],
        5: ["ACCOMPLISHED"],
    }
    slots |= _instrument_slots(claims, used=kind.muc not in ("ARSON", "KIDNAPPING"))
    slots |= _perpetrator_slots(claims)
    slots |= _target_slots(claims)
    slots |= _human_slots(claims)
    return _lines(slots)


def _message(report: Report) -> str:
    return Path(report.source_id).stem.upper()


def _lines(slots: dict[int, list[str]]) -> str:
    rows = []
    for i, name in enumerate(_NAMES):
        fillers = slots.get(i) or ["-"]
        head = f"{i}.".ljust(4) + name
        rows.append(f"{head:<36}{fillers[0]}")
        rows += [" " * 36 + filler for filler in fillers[1:]]
    return "\n".join(rows)


def _date(edtf: str | None) -> str:
    """Return "23 MAY 16"; an interval as two dates; unknown is "-"."""
    if not edtf:
        return "-"
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        return f"{_date(first)} - {_date(last)}"
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", edtf)
    if day is None:
        return "-"
    when = datetime.date(int(day[1]), int(day[2]), int(day[3]))
    return when.strftime("%d %b %y").upper()


def _location(root: Incident, claims: Sequence[Claim]) -> str:
    """Return "SYRIA: TARTOUS (CITY)" by the root's place, else its country."""
    place = root.place or next(
        (c.payload for c in claims if isinstance(c.payload, Place)), None
    )
    if place is None or place.country is None:
        return "-"
    import pycountry  # not before it is used: every command loads this module

    country = pycountry.countries.get(alpha_2=place.country)
    if country is None:
        return "-"
    nation = getattr(country, "common_name", country.name).split(",")[0].upper()
    if place.precision != "city":
        return nation
    return f"{nation}: {place.name.upper()} (CITY)"


def _instrument_slots(claims: Sequence[Claim], *, used: bool) -> dict[int, list[str]]:
    if not used:
        return {6: ["*"], 7: ["*"]}
    found: dict[str, str] = {}
    for claim in claims:
        if isinstance(claim.payload, Means):
            kind = instruments()[claim.payload.instrument].muc
            found.setdefault(_words(claim.quote), kind)
    quoted = {_quoted(words): kind for words, kind in found.items()}
    return {6: list(quoted), 7: [f"{kind}: {id}" for id, kind in quoted.items()]}


def _perpetrator_slots(claims: Sequence[Claim]) -> dict[int, list[str]]:
    actors: dict[str, Relation] = {}
    for claim in claims:
        if isinstance(claim.payload, Responsibility):
            actors.setdefault(_words(claim.payload.actor), claim.payload.relation)
    groups = {a: r for a, r in actors.items() if _ORGANISATION.search(a)}
    people = [a for a in actors if a not in groups]
    return {
        8: ["TERRORIST ACT"] if actors else [],
        9: [_quoted(a) for a in people],
        10: [_quoted(a) for a in groups],
        11: [f"{_CONFIDENCE[r]}: {_quoted(a)}" for a, r in groups.items()],
    }


def _target_slots(claims: Sequence[Claim]) -> dict[int, list[str]]:
    kinds: dict[str, str] = {}
    for claim in claims:
        if isinstance(claim.payload, Target):
            kind = target_kinds()[claim.payload.kind].muc
            kinds.setdefault(_words(claim.quote), kind)
    quoted = {_quoted(words): kind for words, kind in kinds.items()}
    return {
        12: list(quoted),
        13: [f"{kind}: {id}" for id, kind in quoted.items()],
        14: [f"1: {id}" for id in quoted],
    }


def _human_slots(claims: Sequence[Claim]) -> dict[int, list[str]]:
    found = [
        (claim, claim.payload)
        for claim in claims
        if isinstance(claim.payload, Figure)
        and claim.payload.metric in _EFFECT
        and claim.payload.population != "attackers"
        and claim.payload.value != 0
    ]
    slots: dict[int, list[str]] = {18: [], 19: [], 20: [], 21: [], 23: []}
    seen: set[str] = set()
    for claim, figure in found:
        id = _quoted(_words(claim.quote))
        if id in seen:
            continue
        seen.add(id)
        slots[18 if _is_name(claim) else 19].append(id)
        slots[20].append(f"{_GROUP.get(figure.population, 'CIVILIAN')}: {id}")
        slots[21].append(f"{_number(figure)}: {id}")
        slots[23].append(f"{_EFFECT[figure.metric]}: {id}")
    return slots


def _is_name(claim: Claim) -> bool:
    """Whether the words are one person's name: capitalised, without an article."""
    words = re.findall(r"[^\W\d_]+", claim.quote)
    if claim.setting.person is None or len(words) < 2:
        return False
    described = words[0].lower() in _DETERMINERS
    return not described and all(word[0].isupper() for word in words)


def _number(figure: Figure) -> str:
    """Return MUC's notation: "6", "6-" for at least six, "~100", PLURAL for vague."""
    if figure.comparator == "approx":
        return f"~{figure.value}"
    if figure.value is None:
        if figure.comparator == "range":
            return f"{figure.low}-{figure.high}"
        return "PLURAL"
    return f"{figure.low}-" if figure.comparator in ("ge", "gt") else str(figure.value)


def _words(quote: str) -> str:
    return " ".join(quote.upper().split())


def _quoted(words: str) -> str:
    escaped = words.replace('"', '\\"')
    return f'"{escaped}"'
