"""What one report as a whole says: settling its figures against each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import lexicon, patterns
from sourcebook.extract.figures.antecedents import MEN, WOMEN
from sourcebook.extract.parsed import Parsed
from sourcebook.model.claim import Figure, Metric
from sourcebook.schema.load import table

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_YOUNG = frozenset(
    (
        "boy",
        "girl",
        "child",
        "baby",
        "infant",
        "toddler",
        "son",
        "daughter",
        "kid",
        "teen",
    )
)
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
    drafts = _one_fate(_unique(drafts))
    drafts = [_as_attacker(draft, drafts) for draft in drafts]
    drafts = [_alone(draft, drafts) for draft in drafts]
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
    if not _name_beside_noun(first, second):
        return False
    if {first.part, second.part} != {"single_person"} or figure_of(
        first
    ).metric != figure_of(second).metric:
        return False
    text = first.passage.text
    gap = text[
        first.span.end - first.passage.start : second.span.start - second.passage.start
    ]
    return re.fullmatch(r"\s*,?\s*(?:\d+,\s*)?(?:of\s[^,]{2,30},\s*)?", gap) is not None


def _name_beside_noun(first: Draft, second: Draft) -> bool:
    """Whether one names and the other describes: "mother, father" are two persons."""
    if (second.person or "").split()[:1] in (["his"], ["her"], ["their"]):
        return False
    return _is_noun(first) != _is_noun(second)


def _is_noun(draft: Draft) -> bool:
    last = (draft.person or "").split()[-1:]
    return bool(last) and (last[0].lower() in lexicon.people() or last[0].islower())


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
    dead = [d for d in drafts if figure_of(d).metric == "killed"]
    if _are_victims(draft) and not dead:
        return replace(draft, payload=replace(figure, metric="injured"))
    if figure.metric != "injured" or not _is_shot(draft):
        return draft
    if draft.part != "single_person":
        return replace(draft, payload=replace(figure, metric=_of_many(draft, dead)))
    return draft


def _are_victims(draft: Draft) -> bool:
    """Whether people are told of as victims and nothing more, by a verb of harm."""
    if draft.anchor.lower_ != "victims" or figure_of(draft).metric != "casualties":
        return False
    start = draft.span.start - draft.passage.start
    return patterns.OWNED.search(draft.passage.text[:start][-30:]) is None


def _of_many(draft: Draft, dead: list[Draft]) -> Metric:
    """Return what several people shot were: all dead, some of them, or wounded."""
    figure = figure_of(draft)
    if figure.value is None or figure.value < 2:
        return "injured"
    counted = [d for d in dead if d.part != "single_person" and d.modality != "denied"]
    deaths = [figure_of(d).value for d in counted]
    others = re.search(r"\b(?:others?|more|another)\b", draft.quote, re.I)
    if figure.value in deaths and not others:
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


def _as_attacker(draft: Draft, drafts: list[Draft]) -> Draft:
    """Count other mentions of who killed himself among the attackers (NUM-19)."""
    figure = figure_of(draft)
    if draft.part != "single_person" or figure.population == "attackers":
        return draft
    if figure.metric not in ("killed", "injured", "critical", "hospitalized"):
        return draft
    killers = [
        d
        for d in drafts
        if "self" in d.notes and figure_of(d).population == "attackers"
    ]
    if not any(_is_same_name(draft, k, drafts) for k in killers):
        return draft
    changed = replace(figure, population="attackers")
    return replace(draft, payload=changed, notes=(*draft.notes, "self"))


def _is_same_name(draft: Draft, killer: Draft, drafts: list[Draft]) -> bool:
    """Whether a name is the killer's own, not a victim's of the same family."""
    if _is_noun(draft) or _is_noun(killer):
        return False
    mine, theirs = _names(draft), _names(killer)
    if len(theirs) > 1 and len(mine) > 1:
        return mine == theirs
    if len(mine) == len(theirs) == 1:
        return mine == theirs
    family = {tuple(n) for d in drafts if not _is_noun(d) and len(n := _names(d)) > 1}
    short, long = sorted((mine, theirs), key=len)
    alike = [n for n in family if n[-1:] == tuple(short[-1:])]
    return short[-1:] == long[-1:] and len(alike) <= 1


def _names(draft: Draft) -> list[str]:
    words = (draft.person or "").split(",")[0].split()
    return [w for w in words if w[:1].isupper() and w.lower() not in lexicon.people()]


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
            and _someone_else(draft, other)
        ):
            return draft
    return replace(draft, payload=replace(figure, population="persons"))


def _someone_else(draft: Draft, other: Draft) -> bool:
    """Whether a victim cannot be the one who harmed himself."""
    if other.part != "single_person" or not draft.person or not other.person:
        return True
    mine, theirs = draft.person.lower().split(), other.person.lower().split()
    ages = [re.findall(r"\d+", " ".join(words)) for words in (mine, theirs)]
    if all(ages) and ages[0] != ages[1]:
        return True
    if not _is_noun(draft) and not _is_noun(other):
        return not set(mine) & set(theirs)
    if theirs[0] in ("his", "her", "their") and not set(mine) & _YOUNG:
        return mine[-1] != theirs[-1]
    mine_, theirs_ = ({*words} for words in (mine, theirs))
    sexes = (
        (bool(mine_ & MEN), bool(mine_ & WOMEN)),
        (
            bool(theirs_ & MEN),
            bool(theirs_ & WOMEN),
        ),
    )
    told = any(sexes[0]) and any(sexes[1])
    young = bool(mine_ & _YOUNG) != bool(theirs_ & _YOUNG) and any(sexes[0])
    return (told and sexes[0] != sexes[1]) or (young and not _aged(ages))


def _aged(ages: list[list[str]]) -> bool:
    return any(ages)


def _is_shot(draft: Draft) -> bool:
    return draft.anchor.lower_ in _SHOT


def _one_fate(drafts: list[Draft]) -> list[Draft]:
    """Keep of a single person's fates at one place only the gravest told."""
    places = Counter(_place(d) for d in drafts if d.part == "single_person")
    at = {id(d): _told_at(d) for d in drafts if places[_place(d)] > 1}
    fates: dict[tuple[str, int, int], set[Metric]] = defaultdict(set)
    for draft in drafts:
        if draft.part == "single_person" and id(draft) in at:
            fates[at[id(draft)]].add(figure_of(draft).metric)
    fatal = [
        d
        for d in drafts
        if d.part == "single_person" and figure_of(d).metric == "killed"
    ]
    return [
        d
        for d in drafts
        if d.part != "single_person"
        or not _outweighed(d, fates[at[id(d)]] if id(d) in at else set(), fatal)
    ]


def _place(draft: Draft) -> tuple[str, int]:
    return draft.passage.field, draft.span.start


def _told_at(draft: Draft) -> tuple[str, int, int]:
    """Return where a person stands and the sentence that tells his fate."""
    return draft.passage.field, draft.span.start, draft.anchor.sent.start


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
