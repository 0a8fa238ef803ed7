"""Who can be a source: people, bodies and texts, not what merely befalls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_NOT_SOURCES = frozenset(
    {"there", "what", "that", "this", "which", "one", "i", "we", "you"}
)


def can_speak(source: Token, cue: Token) -> bool:
    """Return whether a noun can state what a verb says.

    Things show and count; only people, bodies and texts say.
    """
    if source.lower_ in _NOT_SOURCES or len(source) < 2:
        return False
    if source.pos_ == "NOUN" and cues.lemma(source) in cues.words("mute"):
        return False
    if _is_own_voice(source, cue) or _is_identified(cue) or _is_what(source):
        return False
    if cues.is_hidden_name(source):
        return True
    if source.pos_ == "PRON":
        return source.lower_ in (
            "he",
            "she",
            "it",
            "they",
            "who",
            "others",
            "some",
            "many",
            "both",
        )
    hears = cues.lemma(source) in cues.words("hearing")
    if cues.speaks(source) or cues.is_statement(source) or hears:
        return True
    if source.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    if source.pos_ == "PROPN" or _ends_name(source):
        return True
    told = any(c.dep_ == "ccomp" and c.i > cue.i for c in cue.children)
    plain = cues.lemma(cue) in cues.words("plain") or cues.lemma(cue) == "write"
    spoken = told and cues.lemma(cue) in cues.words("speaking")
    return source.pos_ == "NOUN" and (plain or spoken)


def _ends_name(source: Token) -> bool:
    """Whether the tagger took the last word of a name for a common one ("Omar Alas")."""
    names = [c for c in source.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    return bool(names) and source.pos_ not in ("NOUN", "PRON")


def _is_identified(cue: Token) -> bool:
    """ "Two identified as victims": a participle of whom somebody else names."""
    if cues.lemma(cue) not in cues.words("naming"):
        return False
    return not any(c.dep_ in ("dobj", "ccomp", "agent") for c in cue.children)


def _is_what(source: Token) -> bool:
    """ "What police were told was a party": the parser takes "what" for an article."""
    return any(c.tag_ in ("WP", "WDT") and c.i < source.i for c in source.children)


def _is_own_voice(source: Token, cue: Token) -> bool:
    """Whether nobody is told: "the city has recorded 17", "... , records show"."""
    if cues.lemma(cue) in ("record", "see", "count") and source.ent_type_ == "GPE":
        return True
    bare = source.lower_ == "records" and not any(True for _ in source.children)
    return bare and cues.lemma(cue) in ("show", "indicate", "say")
