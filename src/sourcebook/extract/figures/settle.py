"""What one report as a whole says: settling its figures against each other."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import lexicon
from sourcebook.extract.parsed import Parsed
from sourcebook.model.claim import Figure, Metric
from sourcebook.schema.load import table

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SHOT = (
    "shot",
    "shoot",
    "shoots",
    "shooting",
    "stabbed",
    "stab",
    "stabbing",
    "beat",
    "beaten",
    "struck",
    "hit",
    "shots",
)
_HARMS = ("killed", "injured", "casualties", "critical")
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


def figure_of(draft: Draft) -> Figure:
    """Return the draft's payload, which is a figure."""
    assert isinstance(draft.payload, Figure)
    return draft.payload


def settle(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with one metric a person, and none where nothing happened."""
    drafts = [d for d in _merged(_unique(drafts)) if not _long_ago(d)]
    drafts = [_fatal(draft, drafts) for draft in drafts]
    drafts = [_alone(draft, drafts) for draft in _one_fate(_unique(drafts))]
    drafts = [_open(draft) for draft in drafts]
    if not _harmful(parsed, drafts):
        drafts = [d for d in drafts if d.part != "single_person"]
    return drafts


def _open(draft: Draft) -> Draft:
    """Note where the words leave open whether the people shot lived."""
    if figure_of(draft).metric != "injured" or not _is_shot(draft):
        return draft
    return replace(draft, notes=(*draft.notes, "open_fate"))


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


def _merged(drafts: list[Draft]) -> list[Draft]:
    """Join "her cousin, John Smith": one person named twice before one predicate."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.passage.index, d.span)):
        last = kept[-1] if kept else None
        if last is not None and _apposed(last, draft):
            kept[-1] = replace(
                last,
                span=replace(last.span, end=draft.span.end),
                person=_better(last, draft),
            )
        else:
            kept.append(draft)
    return kept


def _apposed(first: Draft, second: Draft) -> bool:
    if first.passage is not second.passage or first.anchor.i != second.anchor.i:
        return False
    if {first.part, second.part} != {"single_person"} or figure_of(
        first
    ).metric != figure_of(second).metric:
        return False
    text = first.passage.doc.text
    gap = text[
        first.span.end - first.passage.start : second.span.start - second.passage.start
    ]
    return re.fullmatch(r"\s*,?\s*(?:\d+,\s*)?(?:of\s[^,]{2,30},\s*)?", gap) is not None


def _better(first: Draft, second: Draft) -> str | None:
    for draft in (first, second):
        if draft.person and draft.person.split()[-1][:1].isupper():
            return draft.person
    return first.person


def _fatal(draft: Draft, drafts: list[Draft]) -> Draft:
    """Settle "shot", which wounds or kills, by what the report says elsewhere.

    A name that the report calls dead was killed. A description keeps its word,
    injured, and the note that it leaves open whether the person lived.
    """
    figure = figure_of(draft)
    if figure.metric != "injured" or not _is_shot(draft):
        return draft
    dead = [d for d in drafts if figure_of(d).metric == "killed"]
    if draft.part != "single_person":
        return replace(draft, payload=replace(figure, metric=_of_many(figure, dead)))
    if any(_same_person(draft, d) for d in dead):
        return replace(draft, payload=replace(figure, metric="killed"))
    return draft


def _of_many(figure: Figure, dead: list[Draft]) -> Metric:
    """Return what several people shot were: all dead, some of them, or wounded."""
    if figure.value is None or figure.value < 2:
        return "injured"
    counted = [d for d in dead if d.part != "single_person" and d.modality != "denied"]
    deaths = [figure_of(d).value for d in counted]
    if figure.value in deaths:
        return "killed"
    fewer = dead and max((v or 1 for v in deaths), default=1) < figure.value
    return "casualties" if fewer else "injured"


def _same_person(draft: Draft, other: Draft) -> bool:
    if not draft.person or not other.person or other.part != "single_person":
        return False
    mine, theirs = draft.person.split(), other.person.split()
    if mine[-1] == theirs[-1] and mine[-1].lower() in (
        "victim",
        "cousin",
        "suspect",
        "gunman",
    ):
        return True
    names = {
        w
        for w in mine
        if w[:1].isupper() and len(w) > 2 and w.lower() not in lexicon.people()
    }
    return bool(names & set(theirs))


def _alone(draft: Draft, drafts: list[Draft]) -> Draft:
    """Count a suicide as no attacker where the report tells of no other victim."""
    figure = figure_of(draft)
    if "self" not in draft.notes or figure.population != "attackers":
        return draft
    for other in drafts:
        told = figure_of(other)
        if (
            told.metric in ("killed", "injured", "casualties")
            and told.population != "attackers"
            and told.value != 0
            and other.span != draft.span
        ):
            return draft
    return replace(draft, payload=replace(figure, population="persons"))


def _is_shot(draft: Draft) -> bool:
    return draft.anchor.lower_ in _SHOT


def _one_fate(drafts: list[Draft]) -> list[Draft]:
    """Keep of a single person's fates at one place only the gravest told."""
    fates: dict[tuple[str, int], set[Metric]] = defaultdict(set)
    for draft in drafts:
        if draft.part == "single_person":
            fates[draft.passage.field, draft.span.start].add(figure_of(draft).metric)
    fatal = [
        d
        for d in drafts
        if d.part == "single_person" and figure_of(d).metric == "killed"
    ]
    return [
        d
        for d in drafts
        if d.part != "single_person"
        or not _outweighed(d, fates[d.passage.field, d.span.start], fatal)
    ]


def _outweighed(draft: Draft, fates: set[Metric], fatal: list[Draft]) -> bool:
    metric = figure_of(draft).metric
    if metric == "missing" and any(_same_person(draft, other) for other in fatal):
        return True
    if (
        metric in ("injured", "critical", "missing", "hospitalized")
        and "killed" in fates
    ):
        return True
    return metric == "hospitalized" and "critical" in fates


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
