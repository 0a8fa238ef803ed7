"""Events that a clause brings up anew, compared with the report's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.scope.clauses import Clause
from sourcebook.extract.scope.lexicon import event_classes
from sourcebook.extract.scope.profile import Profile, classes_in

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: The class of nouns that fit any event ("attack", "incident").
ANY = "any"


def new_event(clause: Clause, profile: Profile) -> int:
    """Weigh an event told with an indefinite article: 2 where it is of another class.

    1 where it may be the lead's own, 0 where the clause brings up none, or the lead
    names no event to compare with.
    """
    if not profile.core_classes - {ANY}:
        return 0
    doc = clause.sentence.tokens.doc
    known: frozenset[str] | None = None
    weight = 0
    for token in doc[clause.first : clause.last]:
        if token.pos_ != "NOUN" or not _is_told(token):
            continue
        kinds = event_classes().get(token.lower_, frozenset())
        if kinds and _has_article(token):
            if known is None:
                known = classes_in(clause.whole) & profile.classes - {ANY}
            apart = not known and not kinds & profile.classes and ANY not in kinds
            weight = max(weight, 2 if apart else 1)
    return weight


def _is_told(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.dep_ != "compound"


def _has_article(noun: Token) -> bool:
    return any(child.lower_ in {"a", "an"} for child in noun.children)
