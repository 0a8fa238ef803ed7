"""What one report as a whole says: settling its figures against each other."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.apposition import merged
from sourcebook.extract.figures.attackers import alone, as_attacker, doers_of
from sourcebook.extract.figures.drafted import figure_of
from sourcebook.extract.figures.fates import one_fate, open_fate, shot_fate
from sourcebook.extract.figures.singles import said_harmed
from sourcebook.extract.parsed import Parsed


def settle(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with one metric a person, and none where nothing happened."""
    drafts = _told_again(_unique(drafts))
    drafts = said_harmed(parsed, merged(drafts))
    drafts = [shot_fate(draft, drafts) for draft in drafts]
    drafts = one_fate(_unique(drafts))
    drafts = _freed(_out_of_danger(drafts))
    doers = doers_of(parsed, drafts)
    drafts = [as_attacker(draft, drafts, doers) for draft in drafts]
    drafts = [alone(draft, drafts) for draft in drafts]
    return [open_fate(draft) for draft in drafts]


def _told_again(drafts: list[Draft]) -> list[Draft]:
    """Leave out what a later "she" only adds, but a death that is told nowhere else."""
    now = [d for d in drafts if "later" not in d.notes]
    dead = any(figure_of(d).metric == "killed" for d in now)
    told = {(d.passage.field, d.span.start) for d in now}
    return [
        d
        for d in drafts
        if "later" not in d.notes
        or (d.passage.field, d.span.start) not in told
        or (figure_of(d).metric == "killed" and not dead)
    ]


def _out_of_danger(drafts: list[Draft]) -> list[Draft]:
    """Call who is freed from where people were trapped rescued, not let go."""
    metrics = {figure_of(d).metric for d in drafts}
    if "trapped" not in metrics or metrics & {"abducted", "detained"}:
        return drafts
    return [
        replace(d, payload=replace(figure_of(d), metric="rescued"))
        if figure_of(d).metric == "released" and d.anchor.lower_ in ("freed", "frees")
        else d
        for d in drafts
    ]


def _freed(drafts: list[Draft]) -> list[Draft]:
    """Leave out who is let go by a hospital or a court: nobody was abducted."""
    if any(figure_of(d).metric == "abducted" for d in drafts):
        return drafts
    return [
        d
        for d in drafts
        if d.part != "single_person" or figure_of(d).metric != "released"
    ]


def _unique(drafts: list[Draft]) -> list[Draft]:
    seen: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = (draft.passage.field, draft.span, figure_of(draft).metric)
        seen.setdefault(key, draft)
    return list(seen.values())
