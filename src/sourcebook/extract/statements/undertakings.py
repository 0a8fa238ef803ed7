"""Undertakings by what is said: the ministry "would cover the bills", "we will pay"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import bearer, is_passive, lemma
from sourcebook.extract.responsibility.words import words
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.statements.speakers import Speaker
    from sourcebook.extract.syntax import Token, Tokens

_WILL = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})
_SELF = frozenset({"i", "we", "it", "they", "he", "she"})
#: Where a verb hangs that says what the whole of the words is about.
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


def undertakes(tokens: Tokens, speaker: Speaker, *, quoted: bool) -> bool:
    """Whether an official says that he or his own side will do something about it.

    In his very words (``quoted``) only "will" tells that, and "he" is somebody else.
    """
    told = f"{speaker.name} {speaker.spokesperson_for or ''}".lower()
    bodies = " ".join(f"{k.body or ''} {k.quote or ''}" for k in speaker.links).lower()
    official = bool(_words_of(f"{told} {bodies}") & words("authorities"))
    own = _words_of(told) | (_list("own_bodies") if official else frozenset())
    own |= frozenset({"i", "we"} if quoted else _SELF)
    will = _WILL - {"would"} if quoted else _WILL
    hostile = bool(_words_of(told) & (words("doers") | words("groupings")))
    verbs = _list("undertaken") if official else _HOSTILE if hostile else frozenset()
    return any(_is_undertaking(t, own, will, verbs) for t in tokens)


#: What armed groups say that they will do.
_HOSTILE = frozenset(
    {"strike", "attack", "kill", "avenge", "retaliate", "execute", "target", "fight"}
)


def _is_undertaking(
    verb: Token, own: frozenset[str], will: frozenset[str], verbs: frozenset[str]
) -> bool:
    known = lemma(verb) in verbs
    if verb.pos_ != "VERB" or verb.dep_ not in _MAIN or not known:
        return False
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if not auxiliaries & will or "have" in auxiliaries or _is_conditional(verb):
        return False
    doer = bearer(verb)
    if doer is None:
        return False
    return is_passive(verb) or doer.lower_ in own or lemma(doer) in own


def _is_conditional(verb: Token) -> bool:
    return any(
        c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless", "because", "when")
        for c in verb.children
    )


def _words_of(told: str) -> frozenset[str]:
    return frozenset(w.strip(".,'’") for w in told.split() if len(w) > 2) - {
        "the",
        "and",
    }


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(table("acts")["undertakings"][key])
