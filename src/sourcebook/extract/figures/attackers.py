"""Who killed himself: an attacker, where the report tells of victims (NUM-19)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.drafted import figure_of, is_noun
from sourcebook.extract.figures.phrases import is_people
from sourcebook.extract.figures.sexes import MEN, WOMEN
from sourcebook.extract.parsed import Parsed

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

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


def doers_of(parsed: Parsed, drafts: list[Draft]) -> frozenset[str]:
    """Return the last names, among the drafts' persons, of those told to harm others."""
    named = [d for d in drafts if d.part == "single_person" and not is_noun(d)]
    wanted = {words[-1] for d in named if (words := _names(d))}
    found: set[str] = set()
    for passage in parsed.passages if wanted else ():
        if not any(name in passage.text for name in wanted):
            continue
        for token in passage.doc:
            if token.text in wanted and token.dep_ == "nsubj" and _harms(token.head):
                found.add(token.text)
    return frozenset(found)


def _harms(verb: Token) -> bool:
    """Whether a verb in the active voice harms people: its object is a person or a number."""
    words = lexicon.look_up(verb.lower_, "transitive")
    if not words or words[0].metric not in ("killed", "injured"):
        return False
    if any(c.dep_ in ("auxpass", "neg") for c in verb.children):
        return False
    return any(
        c.dep_ == "dobj"
        and (is_people(c) or c.pos_ == "NUM" or c.ent_type_ == "PERSON")
        for c in verb.children
    )


def _is_doer(draft: Draft, doers: frozenset[str]) -> bool:
    """Whether the dead or hurt person is a suspect, or is told to have harmed others."""
    words = (draft.person or "").split(",")[0].split()
    if not words:
        return False
    if words[-1].lower() == "suspect":
        return True
    return not is_noun(draft) and words[-1] in doers and len(_names(draft)) < 2


def as_attacker(
    draft: Draft, drafts: list[Draft], doers: frozenset[str] = frozenset()
) -> Draft:
    """Count other mentions of who killed himself, or others, among the attackers (NUM-19).

    ``doers`` are last names of those who are told to harm others.
    """
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
    known = any(_is_same_name(draft, k, drafts) for k in killers)
    if not known and not _is_doer(draft, doers):
        return draft
    changed = replace(figure, population="attackers")
    return replace(draft, payload=changed, notes=(*draft.notes, "self"))


def _is_same_name(draft: Draft, killer: Draft, drafts: list[Draft]) -> bool:
    """Whether a name is the killer's own, not a victim's of the same family."""
    if is_noun(draft) or is_noun(killer):
        return False
    mine, theirs = _names(draft), _names(killer)
    if len(theirs) > 1 and len(mine) > 1:
        return mine == theirs
    if len(mine) == len(theirs) == 1:
        return mine == theirs
    family = {tuple(n) for d in drafts if not is_noun(d) and len(n := _names(d)) > 1}
    short, long = sorted((mine, theirs), key=len)
    alike = [n for n in family if n[-1:] == tuple(short[-1:])]
    return short[-1:] == long[-1:] and len(alike) <= 1


def _names(draft: Draft) -> list[str]:
    words = (draft.person or "").split(",")[0].split()
    return [
        w
        for w in words
        if w[:1].isupper() and w[-1] != "." and w.lower() not in lexicon.people()
    ]


def alone(draft: Draft, drafts: list[Draft]) -> Draft:
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
    if not is_noun(draft) and not is_noun(other):
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
