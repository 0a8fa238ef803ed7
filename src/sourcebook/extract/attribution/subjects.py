"""Subjects: whose words a reporting verb gives, by the parse and by what stands near."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.neighbours import (
    child_of,
    neighbour,
    speaks_itself,
)

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_PARTITIVE = frozenset({"all", "both", "some", "many", "most", "one", "two", "three"})
_DATELINE_TOKENS = 15
_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]{2,}[^\n]{0,45}?\s?(?:—|–|--|-)\s")


def source_of(token: Token) -> Token | None:
    """The head of the words that name who says it, None where nobody is told."""
    if (
        child_of(token, "nsubjpass") is not None
        or child_of(token, "auxpass") is not None
    ):
        return agent(token) or _heard_from(token) or _listener(token)
    if token.pos_ == "NOUN":
        return token.nbor(-1) if token.i else None
    subject = _subject(token)
    if subject is not None and not in_dateline(subject):
        return _past_relative(subject, token) or _antecedent(subject, token)
    near = neighbour(token)
    if near is not None:
        return near
    return _by_head(token)


def _by_head(token: Token) -> Token | None:
    """The source of a verb without a subject, through the word that it hangs on."""
    head = token.head
    if token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp") and head.pos_ in (
        "VERB",
        "AUX",
    ):
        if token.dep_ == "ccomp" and token.tag_ not in ("VBG", "VBD"):
            return None
        if _is_speakers_own(token):
            return source_of(head.head)
        return source_of(head) if head != token else None
    if token.dep_ == "pcomp" or (token.dep_ == "prep" and head.pos_ == "VERB"):
        return source_of(head.head) if head.head != head else None
    if token.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN"):
        if _is_of_subject(token):
            return source_of(head.head)
        return _issuer(head) if cues.is_statement(head) else head
    return None


def _is_speakers_own(token: Token) -> bool:
    """ "He said they wept, describing it as hell": he describes, not they."""
    head = token.head
    within = head.dep_ == "ccomp" and cues.is_cue(head.head)
    own = token.dep_ == "advcl" and token.tag_ == "VBG" and token.i > head.i
    told = cues.lemma(token) in ("describe", "add", "liken", "compare", "note")
    return own and told and within and token.nbor(-1).text == ","


def _is_of_subject(token: Token) -> bool:
    """ "It called the media claiming that": the caller claims, not who is called."""
    noun, verb = token.head, token.head.head
    if token.tag_ != "VBG" or noun.dep_ not in ("dobj", "oprd") or verb.pos_ != "VERB":
        return False
    if cues.lemma(verb) in cues.words("contacting"):
        return True
    told = speaks_itself(noun) or cues.is_statement(noun)
    return not told and cues.lemma(noun) not in cues.words("heard")


def _past_relative(subject: Token, token: Token) -> Token | None:
    """ "A man who heard the shots told us": the parser gives the shots to "told"."""
    relative = token.head
    if token.dep_ != "ccomp" or relative.dep_ != "relcl" or speaks_itself(subject):
        return None
    noun = relative.head
    who = any(child.lower_ == "who" for child in relative.children)
    return noun if who and noun.i < relative.i else None


def _subject(token: Token) -> Token | None:
    """The subject; of two (headlines) the one beside the verb."""
    found = [child for child in token.children if child.dep_ == "nsubj"]
    return min(found, key=lambda t: abs(t.i - token.i)) if found else None


def in_dateline(token: Token) -> bool:
    """Whether the token stands in "HARBOUR CITY, May 4 (Agency) -"."""
    if token.i > _DATELINE_TOKENS:
        return False
    match = _DATELINE.match(token.doc[: 2 * _DATELINE_TOKENS].text)
    return match is not None and token.idx < match.end()


def _antecedent(subject: Token, token: Token) -> Token:
    if subject.lower_ in ("who", "which", "that") and token.dep_ == "relcl":
        subject = token.head
    elif subject.lower_ in _PARTITIVE and subject.nbor().lower_ == "of":
        subject = _of_whom(subject) or subject
    if cues.is_account(subject) and subject.pos_ == "NOUN":
        return _issuer(subject) or subject
    return subject


def _of_whom(part: Token) -> Token | None:
    """ "Two doctors, both of whom said": the noun that the clause hangs on."""
    whom = part.i + 2
    if whom >= len(part.doc) or part.doc[whom].lower_ != "whom":
        return None
    before = [c.root for c in part.sent.noun_chunks if c.end <= part.i]
    told = [noun for noun in before if speaks_itself(noun)]
    return told[-1] if told else None


def _issuer(statement: Token) -> Token | None:
    """Who made a statement: its owner, its "by", or who issued it."""
    for token in statement.children:
        if token.dep_ == "poss":
            return token
        if token.dep_ == "prep" and token.lower_ in ("by", "from", "of"):
            return child_of(token, "pobj")
        if token.dep_ == "acl" and (maker := agent(token)) is not None:
            return maker
    verb = statement.head
    issued = verb.pos_ == "VERB" and cues.lemma(verb) in cues.words("issuing")
    if issued and statement.dep_ in ("dobj", "obj"):
        return source_of(verb)
    if statement.dep_ == "pobj" and verb.head.pos_ == "VERB":
        return source_of(verb.head) if cues.is_cue(verb.head) else None
    return None


def agent(token: Token) -> Token | None:
    """The "by" of a passive verb."""
    for child in token.children:
        if child.dep_ == "agent":
            return child_of(child, "pobj")
    return None


def _heard_from(token: Token) -> Token | None:
    """ "It was learned from judicial sources that": who told it."""
    if cues.lemma(token) not in cues.words("learning"):
        return None
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "from":
            return child_of(child, "pobj")
    return None


def _listener(token: Token) -> Token | None:
    """ "Police were told that a man fell": who passes on what nobody is named for."""
    heard = child_of(token, "nsubjpass")
    if heard is None or cues.lemma(token) != "tell":
        return None
    if cues.lemma(heard) in cues.words("hearing"):
        return heard
    if child_of(token, "ccomp") is None:
        return None
    return heard if heard.lower_ in cues.words("informants") else None


def relayed_source(token: Token) -> Token | None:
    """The inner source in "X, citing officials, said" and "X quoted Y as saying"."""
    outer = token.head.head if token.dep_ == "pcomp" else token
    if cues.lemma(outer) in ("quote", "cite"):
        return _quoted(outer)
    for child in token.subtree:
        if child.lower_ in ("citing", "quoting") and child.dep_ in (
            "advcl",
            "prep",
            "acl",
            "xcomp",
            "pcomp",
        ):
            return child_of(child, "dobj") or child_of(child, "pobj")
    return None


def _quoted(token: Token) -> Token | None:
    """Who is quoted by a verb in the active voice."""
    quoted = child_of(token, "dobj")
    if quoted is None:
        return None
    saying = any(
        c.dep_ == "prep" and c.lower_ == "as" and child_of(c, "pcomp") is not None
        for c in token.children
    )
    told = speaks_itself(quoted) or (saying and quoted.pos_ == "PROPN")
    return quoted if told else None


def carrier(token: Token) -> Token | None:
    """Who carried the text in which it was said ("a statement carried by X")."""
    for child in token.subtree:
        if child.dep_ != "acl" or child.tag_ != "VBN":
            continue
        text = cues.is_statement(child.head) and child.head.dep_ == "pobj"
        if text and cues.lemma(child) in cues.words("carrying"):
            return agent(child)
    return None
