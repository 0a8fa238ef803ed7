"""Earlier deeds that the report's attack is told to avenge (SCP-2).

"The strikes killed several children", told of an attack "in retaliation for air
strikes", counts nobody of the attack, though it names no other place or day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Sentence
from sourcebook.extract.responsibility.motives import avenged_in, in_motive
from sourcebook.extract.scope.events import ANY
from sourcebook.extract.scope.lexicon import deeds, event_classes

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_DEFINITE = frozenset({"the", "those", "these", "that"})
_TOLD = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


class Avenged:
    """What a report's attack avenges: classes of deeds that are none of its own.

    ``lead`` holds the indices of the sentences that tell the report's own incident.
    """

    def __init__(self, sentences: Sequence[Sentence], lead: frozenset[int]) -> None:
        below = {s.index: _avenged(s) for s in sentences}
        told = [t for tokens in below.values() for t in tokens]
        own = [
            token
            for s in sentences
            if told and s.index in lead
            for token in s.tokens
            if token not in below[s.index]
        ]
        self._lead = lead
        self._kinds = _classes(told) - _classes(own) - _done(own)

    def tells(self, sentence: Sentence) -> bool:
        """Whether a sentence behind the lead is about what is avenged.

        It names "the strikes", and the report's own attack by no noun.
        """
        if not self._kinds or sentence.index in self._lead:
            return False
        nouns = [t for t in sentence.tokens if _is_event(t) and not in_motive(t)]
        definite = [t for t in nouns if _is_definite(t)]
        return bool(definite) and all(_kinds(t) & self._kinds for t in definite)


def is_avenged(token: Token) -> bool:
    """Whether a word stands in what an attack is told to avenge."""
    return any(token in avenged_in(above) for above in token.ancestors)


def _avenged(sentence: Sentence) -> frozenset[Token]:
    return frozenset(t for token in sentence.tokens for t in avenged_in(token))


def _classes(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset[str]().union(*(_kinds(t) for t in tokens if _is_event(t))) - {ANY}


def _done(tokens: Iterable[Token]) -> frozenset[str]:
    """The classes told by verbs; a verb of two ("bombed") tells neither."""
    said = " ".join(token.lower_ for token in tokens)
    told = {name: set(spoken.findall(said)) for name, spoken in deeds()}
    return frozenset(
        name
        for name, found in told.items()
        if found - set[str]().union(*(o for n, o in told.items() if n != name))
    )


def _kinds(noun: Token) -> frozenset[str]:
    """The classes of an event noun, also of two words ("air strike")."""
    before = noun.nbor(-1).lower_ if noun.i else ""
    known = event_classes()
    return known.get(f"{before} {noun.lower_}") or known.get(
        noun.lower_, frozenset[str]()
    )


def _is_event(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.dep_ != "compound" and bool(_kinds(token))


def _is_definite(noun: Token) -> bool:
    return noun.dep_ in _TOLD and any(
        child.lower_ in _DEFINITE or child.dep_ == "poss" for child in noun.children
    )
