"""What one report as a whole says: settling its figures against each other."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.apposition import merged
from sourcebook.extract.figures.attackers import alone, as_attacker
from sourcebook.extract.figures.drafted import figure_of
from sourcebook.extract.figures.fates import one_fate, open_fate, shot_fate
from sourcebook.extract.parsed import Parsed
from sourcebook.schema.load import table

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NATURAL = (
    "die",
    "died",
    "dies",
    "death",
    "deaths",
    "pass",
    "passed",
    "lost",
    "loss",
    "passing",
)


def settle(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with one metric a person, and none where nothing happened."""
    drafts = [d for d in merged(_unique(drafts)) if not _long_ago(d)]
    drafts = [shot_fate(draft, drafts) for draft in drafts]
    drafts = one_fate(_unique(drafts))
    drafts = [as_attacker(draft, drafts) for draft in drafts]
    drafts = [alone(draft, drafts) for draft in drafts]
    drafts = [open_fate(draft) for draft in drafts]
    if not _harmful(parsed, drafts):
        drafts = [d for d in drafts if d.part != "single_person"]
    return drafts


def _long_ago(draft: Draft) -> bool:
    """Whether a single person died of age or illness in another time."""
    if draft.part != "single_person" or draft.anchor.lower_ not in _NATURAL:
        return False
    after = draft.anchor.doc.text[draft.anchor.idx :]
    return (
        re.match(
            r"\w+(?:\s+away)?\s+(?:of\s+(?:cancer|old\s+age|natural|a\s+heart|pneumonia|leukemia|aids)\b|(?:\w+\s+){0,3}?(?:years|decades)\s+ago\b|this\s+year\b|at\s+the\s+age\b)",
            after,
            re.I,
        )
        is not None
    )


def _unique(drafts: list[Draft]) -> list[Draft]:
    seen: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = (draft.passage.field, draft.span, figure_of(draft).metric)
        seen.setdefault(key, draft)
    return list(seen.values())


def _harmful(parsed: Parsed, drafts: list[Draft]) -> bool:
    """Whether the report tells of an incident at all, not of sport, film or old age."""
    words = frozenset(
        _WORD.findall(f"{parsed.report.title} {parsed.report.text.characters}".lower())
    )
    strong = len(words & _terms("strong"))
    played = max(len(words & _terms("sport")), len(words & _terms("fiction")))
    if any(d.passage.field == "title" for d in drafts):
        return True
    if played >= 3 and strong < played:
        return False
    return bool(words & _terms("incident")) or any(
        d.anchor.lower_ not in _NATURAL for d in drafts
    )


@cache
def _terms(kind: str) -> frozenset[str]:
    found: set[str] = set()
    for pack in ("harm_conflict", "harm_disaster"):
        data = table(pack)
        listed = (
            data.get("incident", {}).get("words", ())
            if kind == "incident"
            else data.get("screen", {}).get(kind, ())
        )
        found.update(listed)
    return frozenset(found)
