"""What became of people: "shot" settled, and one fate kept for each person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import lexicon, patterns
from sourcebook.extract.figures.drafted import figure_of
from sourcebook.model.claim import Metric

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

#: "Suffering from multiple gunshot wounds", but not those that threaten no life.
_WOUNDS = re.compile(r"\b(?:gunshot|bullet|stab)\s+wounds?\b", re.I)
_SURVIVED = re.compile(
    r"\b(?:non|not)[\s-](?:be\s+)?(?:life|fatal)|\b(?:minor|graze|superficial|surviv\w+|stable)\b",
    re.I,
)
_NEAR = 60
#: "Fired, striking the girl in the head": what the bullet did, and not what became of her.
_STRIKING = re.compile(
    r"\b(?:striking|hitting|strikes|hits|struck|hit)\s+(?:\S+\s+){0,2}$", re.I
)
#: Who is shot in one is dead.
_MURDER_SUICIDE = re.compile(r"\bmurder[-\s/]+suicides?\b", re.I)


_HIMSELF = re.compile(
    r"[^.;]{0,60}?\b(?:and\s+then|then|before)\s+(?:shot\s+|shooting\s+|killed\s+|killing\s+)?(?:him|her)self\b",
    re.I,
)


def shot_fate(draft: Draft, drafts: list[Draft]) -> Draft:
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
        return replace(draft, payload=replace(figure, metric=_of_many(draft, drafts)))
    if (
        _MURDER_SUICIDE.search(draft.anchor.sent.text) or _then_himself(draft)
    ) and figure.population != "attackers":
        return replace(draft, payload=replace(figure, metric="killed"))
    return draft


def _then_himself(draft: Draft) -> bool:
    """Whether "shot his wife and then himself" stands in a report of murder-suicide."""
    report = draft.passage.report
    told = f"{report.title} {report.text.characters}"
    deadly = _MURDER_SUICIDE.search(told) is not None
    at = draft.span.end - draft.passage.start
    return deadly and _HIMSELF.match(draft.passage.text, at) is not None


def _are_victims(draft: Draft) -> bool:
    """Whether people are told of as victims and nothing more, by a verb of harm."""
    if draft.anchor.lower_ != "victims" or figure_of(draft).metric != "casualties":
        return False
    start = draft.span.start - draft.passage.start
    return patterns.OWNED.search(draft.passage.text[:start][-30:]) is None


def _of_many(draft: Draft, drafts: list[Draft]) -> Metric:
    """Return what several people shot were: all dead, some of them, or wounded."""
    figure = figure_of(draft)
    if figure.value is None or figure.value < 2:
        return "injured"
    dead = [d for d in drafts if figure_of(d).metric == "killed"]
    counted = [d for d in dead if d.part != "single_person" and d.modality != "denied"]
    deaths = [figure_of(d).value for d in counted]
    others = re.search(
        r"\b(?:others?|another)\b|\bmore\b(?!\s+than)", draft.quote, re.I
    )
    if others:
        return "injured"
    if figure.value in deaths:
        return "killed"
    died = max((1 if v is None else v for v in deaths), default=bool(dead))
    fewer = 0 < died < figure.value
    return (
        "casualties" if fewer and not _of_another(figure.value, drafts) else "injured"
    )


def _of_another(shot: int, drafts: list[Draft]) -> bool:
    """Whether dead and wounded told apart never make so many: some of another case."""
    totals: dict[str, set[int]] = {"killed": set(), "injured": set()}
    for draft in drafts:
        told = figure_of(draft)
        if draft.part != "single_person" and not _is_shot(draft) and told.value:
            totals.get(told.metric, set()).add(told.value)
    sums = {k + w for k in totals["killed"] for w in totals["injured"]}
    return bool(sums) and shot not in sums and shot < max(sums)


def _is_shot(draft: Draft) -> bool:
    """Whether only "shot" tells the fate; those "with stab wounds" are wounded."""
    anchor = draft.anchor
    behind = anchor.doc[anchor.i + 1 : anchor.i + 2].text.lower()
    return anchor.lower_ in _SHOT and not behind.startswith(("wound", "injur"))


def open_fate(draft: Draft) -> Draft:
    """Note where the words leave open whether the people shot lived."""
    if figure_of(draft).metric != "injured":
        return draft
    if _is_shot(draft) or _is_struck(draft) or _has_wounds(draft):
        return replace(draft, notes=(*draft.notes, "open_fate"))
    return draft


def _is_struck(draft: Draft) -> bool:
    """Whether the words say that somebody was hit, and not how badly."""
    said = draft.anchor.sent.start_char
    before = draft.passage.text[said : draft.span.start - draft.passage.start]
    return _STRIKING.search(before) is not None


def _has_wounds(draft: Draft) -> bool:
    """Whether people are found with wounds of a gun or knife, of which people die."""
    if draft.part != "single_person" and (figure_of(draft).value or 0) < 2:
        return False
    at, said = draft.anchor.idx, draft.anchor.sent
    first, last = max(said.start_char, at - _NEAR), min(said.end_char, at + _NEAR)
    near = draft.passage.text[first:last]
    return _WOUNDS.search(near) is not None and _SURVIVED.search(near) is None


def one_fate(drafts: list[Draft]) -> list[Draft]:
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
    lesser = metric in ("injured", "critical", "missing", "hospitalized")
    return lesser and "killed" in fates


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
