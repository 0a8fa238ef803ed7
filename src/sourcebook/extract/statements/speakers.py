"""Speakers: the principal, the spokesperson, and the links that carry them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.attribution.cues import nouns, speaks
from sourcebook.extract.clauses import after, following, lemma
from sourcebook.extract.draft import Draft
from sourcebook.extract.holders import Holders
from sourcebook.extract.names import Names
from sourcebook.extract.parsed import Passage
from sourcebook.extract.responsibility.agreement import agrees
from sourcebook.extract.responsibility.words import people, words
from sourcebook.model.claim import AttributionLink, Statement
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.attribution import Attributions, SpeechAct
    from sourcebook.extract.syntax import Token

#: Whose an office is ("Norland's president").
_OWNER = re.compile(r"^[A-Z][\w. -]*['’]s? ")
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who"})
_PEOPLE = frozenset({"PERSON", "ORG", "NORP", "GPE"})


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(table("acts")["speakers"][key])


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who performs an act; ``name`` is the principal's (STM-3)."""

    name: str
    links: tuple[AttributionLink, ...]
    spokesperson: str | None = None
    spokesperson_for: str | None = None


def from_links(links: tuple[AttributionLink, ...], names: Names) -> Speaker | None:
    """Return the speaker that a chain ends in; a spokesperson's principal."""
    told = [link for link in links if link.name is not None]
    if not told:
        return None
    last = told[-1]
    assert last.name is not None
    if last.name.lower() in _PRONOUNS and not last.name[1:].isupper():
        found = names.person_at(last)
        return Speaker(name=found, links=links) if found is not None else None
    spokes = next(
        (link for link in reversed(told) if link.relation == "via_spokesperson"), None
    )
    body = None
    if last.name.lower() in _list("texts") or not (
        last.named or last.body or _can_speak(last.name)
    ):
        return None
    if spokes is not None and spokes is not last:
        return Speaker(
            name=names.fullest(last.name),
            links=links,
            spokesperson=spokes.name,
            spokesperson_for=last.name,
        )
    if spokes is not None:
        body = told[-2].name if len(told) > 1 else None
    name = names.fullest(last.name) if last.named else _force(last.name, names)
    if last.body and last.name.lower() in nouns("spokespersons"):
        name, body = last.body, last.body
    return Speaker(name=_in_full(name), links=links, spokesperson_for=body)


def _can_speak(words_told: str) -> bool:
    """Whether words for a speaker mean people, a body or a text: no tram speaks."""
    told = words_told.split()
    if not told:  # marks alone
        return False
    first, *rest = told
    if any(w[:1].isupper() for w in rest or [first]):
        return True
    last = rest[-1] if rest else first
    last = last.lower().removesuffix("'s")
    forms = {last, last.removesuffix("s"), last.removesuffix("es")}
    forms |= {last[:-3] + "y"} if last.endswith("ies") else set()
    forms |= {last[:-3] + "man"} if last.endswith("men") else set()
    known = (
        nouns("persons") | nouns("bodies") | people() | _list("crowd") | _list("texts")
    )
    known |= words("agents") | words("kin") | words("doers") | words("anonymous")
    return bool(forms & known) or last.endswith(_AGENTIVE)


#: Endings of nouns for people by what they do.
_AGENTIVE = ("or", "ors", "ist", "ists", "ian", "ians", "ee", "ees", "man", "men")


def from_names(speech: SpeechAct) -> bool:
    """Whether a speech act tells by name or words who speaks."""
    return any(link.name is not None for link in speech.links)


def by_cue(attributions: Attributions) -> dict[tuple[int, int], SpeechAct]:
    """Return the speech acts by passage index and the token of their cue."""
    return {
        (act.passage.index, act.cue.i): act
        for act in attributions.speech_acts()
        if act.cue is not None
    }


def of_noun(
    passage: Passage, noun: Token, names: Names, attributions: Attributions
) -> list[Speaker]:
    """Return the speakers that a noun and its conjuncts name (STM-1)."""
    found = (
        _one(passage, each, names, attributions)
        for each in following(noun)
        if is_somebody(each)
    )
    return [speaker for speaker in found if speaker is not None]


def _one(
    passage: Passage, noun: Token, names: Names, attributions: Attributions
) -> Speaker | None:
    where = (passage, noun)
    if noun.pos_ == "PRON":
        found = _antecedent(passage, noun, names)
        if found is None:
            return None
        where = found
    counted = next(after(noun, "of"), None) if lemma(noun) in _list("counts") else None
    if counted is not None:
        return _one(passage, counted, names, attributions)
    person = beside(noun)
    if person is not None:
        where = (passage, person)
    name = names.of(*where)
    if noun.pos_ == "NOUN" and person is None:
        name = _to_its_end(passage, noun, _with_owner(passage, noun, name))
        name = _force(name, names)
    if len(name) < 2 or (lemma(noun) in _list("texts") and noun.pos_ == "NOUN"):
        return None
    name = _in_full(name)
    link = replace(attributions.source(*where), relation="says", name=name)
    return Speaker(name=name, links=(link,))


def _with_owner(passage: Passage, noun: Token, name: str) -> str:
    """ "Norland's foreign ministry", where the name leaves out whose it is."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None or owner.ent_type_ not in ("GPE", "ORG", "NORP"):
        return name
    told = passage.quote(passage.doc[owner.left_edge.i : noun.i + 1])
    return name if owner.text in name else " ".join(told.split()).removeprefix("the ")


def _to_its_end(passage: Passage, noun: Token, name: str) -> str:
    """ "Secretary-general", which the parser cut at the hyphen."""
    after_it = noun.doc[noun.i + 1 : noun.i + 3]
    if len(after_it) < 2 or after_it[0].text != "-" or noun.whitespace_:
        return name
    cut = name.endswith(noun.text) and not after_it[0].whitespace_
    return f"{name}-{after_it[1].text}" if cut else name


def beside(noun: Token) -> Token | None:
    """Return the person or body named behind an office or a tie ("the opposition leader, Jan Maur")."""
    if noun.pos_ != "NOUN" or noun.tag_ == "NNS":
        return None
    return next(
        (
            c
            for c in noun.children
            if c.dep_ == "appos"
            and c.ent_type_ not in ("GPE", "LOC", "DATE", "NORP")
            and c.pos_ == "PROPN"
        ),
        None,
    )


def in_full(draft: Draft, holders: Holders) -> Draft:
    """Return a statement with the name of who holds the office told, and with letters.

    The link that told the office carries the name too, and the office as its body.
    """
    payload = draft.payload
    assert isinstance(payload, Statement)
    name = holders.of(payload.speaker)
    bare = _OWNER.sub("", payload.speaker)
    if name == payload.speaker and holders.of(bare) != bare:
        name = holders.of(bare)
    if name == payload.speaker:
        return draft
    links = tuple(
        replace(link, name=name, named=True, body=link.body or link.name)
        if link.name == payload.speaker
        else link
        for link in draft.attribution or ()
    )
    told = replace(payload, speaker=name)
    return replace(draft, payload=told, attribution=links or draft.attribution)


def _force(name: str, names: Names) -> str:
    """The police force that "the department" or "detectives" belong to."""
    plain = name.removeprefix("the ").removeprefix("The ")
    if plain.lower() not in table("acts")["appeals"]["offices"]:
        return names.body(name)
    told = names.body(plain)
    return told if told != plain else "police"


def _in_full(name: str) -> str:
    """The full name of a body told by its letters everywhere ("UN", "U.S.")."""
    letters = table("acts")["letters"]
    return str(letters.get(name.lower().removeprefix("the "), name))


def _antecedent(
    passage: Passage, noun: Token, names: Names
) -> tuple[Passage, Token] | None:
    word = noun.lower_
    if word in ("he", "she"):
        return names.before(
            passage, noun, lambda t: t.ent_type_ == "PERSON" and agrees(word, t)
        ) or names.before(
            passage, noun, lambda t: t.tag_ == "NN" and speaks(t) and agrees(word, t)
        )
    if word in ("it", "they"):
        return names.before(
            passage,
            noun,
            lambda t: (
                t.ent_type_ in ("ORG", "NORP", "GPE")
                or lemma(t) in ("police", "official", "authority", "ministry")
                or (word == "they" and t.tag_ == "NNS" and is_somebody(t))
            ),
        )
    return None


def is_somebody(noun: Token) -> bool:
    """Whether a subject can speak: people or a body, not a thing."""
    if noun.lower_ in _list("anybody") or noun.pos_ in ("NUM", "VERB", "ADV"):
        return False
    if any(c.lower_ in ("no", "neither") and c.i < noun.i for c in noun.children):
        return False  # "no group has claimed it": nobody did
    if noun.pos_ == "PRON":
        return noun.lower_ in ("he", "she", "they", "it")
    if noun.ent_type_ in _PEOPLE or noun.pos_ == "PROPN":
        return noun.ent_type_ not in ("DATE", "TIME", "EVENT")
    return noun.pos_ in ("NOUN", "ADJ") and (
        speaks(noun)
        or lemma(noun) in words("agents") | _list("crowd")
        or lemma(noun) in words("doers") - words("anonymous") - words("suspects")
        or lemma(noun) in _list("captors")
        or lemma(noun) in people()
    )
