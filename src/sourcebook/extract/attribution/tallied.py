"""Whose number it is: words that give, keep or speak of a count of people.

"The colonel spoke of four dead", "the minister gave the figure as ten" and "the
ministry's tally stood at 40" attribute a number without a verb of saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import Cue
from sourcebook.extract.attribution.neighbours import child_of, speaks_itself
from sourcebook.extract.attribution.reach import to_next_source
from sourcebook.extract.attribution.subjects import (
    agent,
    relayed_source,
    source_of,
)
from sourcebook.extract.parsed import Sentence

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def tally_cue(sentence: Sentence, token: Token) -> Cue | None:
    """Return the cue of a verb that gives or tells of a number, None for others."""
    if token.pos_ not in ("VERB", "AUX"):
        return None
    return (
        _spoken_of(sentence, token)
        or _kept_to(sentence, token)
        or _given(sentence, token)
        or _standing(sentence, token)
        or _seen(sentence, token)
        or _handed_out(sentence, token)
    )


def keeper(account: Token) -> Token | None:
    """Return who keeps a count: its owner or its "by" ("a tally by the ministry").

    A city's toll is what befell it, and nobody's word.
    """
    for child in account.children:
        if child.dep_ == "poss" and _may_keep(child):
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            noun = child_of(child, "pobj")
            if noun is not None and _may_keep(noun):
                return noun
        if child.dep_ == "acl" and child.tag_ == "VBN":
            for by in child.children:
                noun = child_of(by, "pobj") if by.dep_ == "agent" else None
                if noun is not None and _may_keep(noun):
                    return noun
    return None


def numbered(token: Token) -> set[int]:
    """Return what a verb reports in numbers that the parser ties to it otherwise.

    "Reported 59 dead and 175 wounded": the parser takes the last for a clause.
    """
    found: set[int] = set()
    for child in token.children:
        helped = any(c.dep_ in ("aux", "auxpass") for c in child.children)
        if child.i > token.i and not helped and child.dep_ in _LOOSE:
            first = child.left_edge
            counted = any(_counts(t) for t in token.doc[first.i : first.i + 3])
            if counted and child.tag_ in _STATES:
                found |= {t.i for t in child.subtree}
    return found


def counted_on(cue: Cue) -> set[int]:
    """Return all that follows a number which a verb reports as its object.

    "The council listed 12 deaths, with seven missing and 83 hurt" is one count.
    """
    verb = cues.lemma(cue.token)
    if verb not in cues.words("listing") or cue.source.i > cue.token.i:
        return set()
    told = child_of(cue.token, "dobj")
    if told is None or told.i < cue.token.i:
        return set()
    before = cue.token.doc[told.left_edge.i : told.i + 1]
    if not any(_counts(t) and t.tag_ != "JJ" for t in before):
        return set()
    if min(cue.content, default=cue.token.i + 1) < cue.token.i:
        return set()
    return to_next_source(cue, cue.token.i + 1)


_LOOSE = frozenset({"conj", "advmod", "advcl", "acomp", "ccomp", "dep", "oprd"})
_STATES = frozenset({"VBN", "VBD", "JJ", "NN", "NNS", "RB", "CD"})
_PLACES = frozenset({"city", "county", "state", "country", "district", "republic"})


def _spoken_of(sentence: Sentence, token: Token) -> Cue | None:
    """ "Spoke of four dead", "told of seeing seven bodies"."""
    if cues.lemma(token) not in cues.words("telling_of"):
        return None
    for child in token.children:
        of = child.dep_ == "prep" and child.lower_ in ("of", "about")
        if of and child.i > token.i and any(_counts(t) for t in child.subtree):
            return _cue(sentence, token, source_of(token), child.i)
    return None


def _kept_to(sentence: Sentence, token: Token) -> Cue | None:
    """ "Stood by its count of 40", "stuck to a toll of 12"."""
    if cues.lemma(token) not in cues.words("keeping_to"):
        return None
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "to", "on", "with"):
            noun = child_of(child, "pobj")
            told = noun is not None and cues.lemma(noun) in cues.words("tallies")
            if noun is not None and told and any(_counts(t) for t in noun.subtree):
                return _cue(sentence, token, source_of(token), child.i)
    return None


def _given(sentence: Sentence, token: Token) -> Cue | None:
    """ "Gave the figure as ten", "lowered its count to 241"."""
    if cues.lemma(token) not in cues.words("giving_numbers"):
        return None
    told = child_of(token, "dobj") or child_of(token, "nsubjpass")
    if told is None or cues.lemma(told) not in cues.words("tallies"):
        return None
    behind = token.doc[min(told.i, token.i) : sentence.tokens.end]
    if not any(_counts(t) for t in behind):
        return None
    passive = told.dep_ == "nsubjpass"
    start = token.i if passive else min(told.left_edge.i, told.i)
    if any(_counts(t) for t in token.doc[token.i : start]):  # "raised to 33 the number"
        start = token.i + 1
    return _cue(sentence, token, source_of(token), start)


def _standing(sentence: Sentence, token: Token) -> Cue | None:
    """ "The ministry's tally stood at 40", "a statement by the army gave 12 dead"."""
    if cues.lemma(token) not in cues.words("standing"):
        return None
    subject = child_of(token, "nsubj")
    if subject is None or subject.pos_ != "NOUN" or not cues.is_account(subject):
        return None
    if not any(_counts(t) for t in token.doc[token.i : sentence.tokens.end]):
        return None
    return _cue(sentence, token, keeper(subject), token.i + 1)


def _handed_out(sentence: Sentence, token: Token) -> Cue | None:
    """ "The 33 dead given by the prosecutor's office": whose number it is."""
    told = cues.lemma(token) in cues.words("handing_out")
    if not told or token.dep_ != "acl" or token.tag_ != "VBN":
        return None
    source = _giver(token)
    counted = {t.i for t in token.head.subtree} - {t.i for t in token.subtree}
    if token.head.dep_ == "conj":
        counted |= set(range(token.head.head.left_edge.i, token.head.i))
    if source is None or not any(_counts(token.doc[i]) for i in counted):
        return None
    cue = Cue(sentence.passage, sentence, token, source, (token.i, source.i + 1))
    cue.content = counted
    return cue


def _giver(token: Token) -> Token | None:
    """Return the speaker behind the "by" of a participle."""
    noun = agent(token)
    return noun if noun is not None and speaks_itself(noun) else None


def _seen(sentence: Sentence, token: Token) -> Cue | None:
    """ "A Tern photographer saw six bodies": a witness of another outlet."""
    subject = child_of(token, "nsubj")
    if cues.lemma(token) not in ("see", "count") or subject is None:
        return None
    beside = [c for c in subject.children if c.dep_ in ("compound", "poss")]
    beside += [n for c in subject.children if c.dep_ == "prep" for n in c.children]
    whose = any(noun.pos_ == "PROPN" for noun in beside)
    if not whose or cues.lemma(subject) not in cues.words("journalists"):
        return None
    return _cue(sentence, token, subject, token.i + 1)


def _cue(
    sentence: Sentence, token: Token, source: Token | None, start: int
) -> Cue | None:
    """The cue with everything from a position to the words of the next source."""
    if source is None or source.lower_ in ("it", "which", "that"):
        return None
    if not speaks_itself(source) and not cues.is_account(source):
        return None
    first, last = min(source.left_edge.i, token.i), max(source.i, token.i) + 1
    block = (first, last) if source.sent == token.sent else (token.i, token.i + 1)
    cue = Cue(sentence.passage, sentence, token, source, block)
    cue.content = to_next_source(cue, start)
    cue.relayed = relayed_source(token)
    return cue if cue.content else None


def _may_keep(noun: Token) -> bool:
    if noun.pos_ == "PRON":
        return noun.lower_ in ("his", "her", "their")
    if noun.ent_type_ == "GPE" or cues.lemma(noun) in _PLACES:
        return False
    return speaks_itself(noun)


def _counts(token: Token) -> bool:
    """Whether a word tells how many."""
    return token.like_num or cues.lemma(token) in cues.words("countless")
