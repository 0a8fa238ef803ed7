"""One who is told without a name first: "a man was charged" is who is named later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import entities
from sourcebook.extract.figures.sexes import MEN, WOMEN
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Responsibility
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.draft import Draft
    from sourcebook.extract.parsed import Parsed

#: Relations in which the law or an accuser tells of one person.
_OF_ONE = frozenset({"accused", "accused_by_authority", "suspected", "denied"})
_ON_DUTY = frozenset({"officer", "soldier", "policeman", "guard"})
#: Words before the noun with which somebody else is meant.
_OTHER = frozenset({"other", "another", "second", "third", "two", "three", "fourth"})


def by_name(drafts: Iterable[Draft], parsed: Parsed) -> list[Draft]:
    """Return the drafts with the name of the only person whom the report names so.

    Where two or more persons are accused by name, a description stays as it is.
    """
    told = list(drafts)
    names = _names(told, parsed)
    if len(names) != 1:
        return told
    name = names.pop()
    return [
        _named(draft, name) if _is_of_one(draft) and _fits(draft, name) else draft
        for draft in told
    ]


def _fits(draft: Draft, name: str) -> bool:
    """Whether the noun and the given name do not tell of different sexes."""
    nouns = set(getattr(draft.payload, "actor", "").lower().split())
    given = name.lower().split()[0]
    she = bool(nouns & WOMEN) and given in table("gender")["he"]["given"]
    he = bool(nouns & MEN) and given in table("gender")["she"]["given"]
    return not she and not he


def _named(draft: Draft, name: str) -> Draft:
    payload = draft.payload
    assert isinstance(payload, Responsibility)
    return replace(draft, payload=replace(payload, actor=name))


def _names(drafts: Iterable[Draft], parsed: Parsed) -> set[str]:
    """The persons accused by name, each by the fullest name told."""
    people = {
        " ".join(entity.text.split()).lower()
        for passage in parsed.passages
        for entity in entities(passage.doc)
        if entity.label_ == "PERSON"
    }
    actors = {
        payload.actor
        for draft in drafts
        if isinstance(payload := draft.payload, Responsibility)
        and payload.relation in _OF_ONE
    }
    held = {a for a in actors if len(a.split()) > 1 and a.lower() in people}
    lasts = {name.split()[-1].lower() for name in held}
    return held if len(lasts) == len(held) else set()


def _is_of_one(draft: Draft) -> bool:
    """Whether one person without a name is accused, by a noun for anybody."""
    payload = draft.payload
    assert isinstance(payload, Responsibility)
    told = payload.actor.lower().split()
    single = told[-1] in words("singles") - words("kin") - _ON_DUTY
    plain = single and not _OTHER & set(told)
    return plain and payload.relation in _OF_ONE
