"""Appeals to the public: "anyone with information is asked to call the police"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.attribution.cues import speaks
from sourcebook.extract.clauses import after, bearer, is_passive, lemma
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Passage, Sentence
from sourcebook.extract.statements.speakers import Speaker
from sourcebook.model.claim import Statement
from sourcebook.model.span import Field, Span
from sourcebook.schema.load import table
from sourcebook.text.heads import guarded

if TYPE_CHECKING:
    from sourcebook.extract.attribution import Attributions, SpeechAct
    from sourcebook.extract.syntax import Token

_REACHING = frozenset(
    {"call", "contact", "phone", "notify", "reach", "email", "text", "visit", "alert"}
)
_ASKING = frozenset(
    {"ask", "request", "urge", "encourage", "seek", "appeal", "want", "hope"}
    | {"offer"}
)
_MARKS = " \t\u00a0\"“”'‘’,;:."


def appeals(
    parsed: Parsed, attributions: Attributions, told: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield appeals for help with what happened, one draft a sentence.

    The speaker is who is to be called, else the authority heard last; a sentence
    whose demand a verb tells with its speaker (``told``) is not told again.
    """
    for sentence in parsed.sentences:
        if is_appeal(sentence) and not _is_told(sentence, told):
            words = sentence.span.slice(parsed.report.characters(sentence.field))
            yield _draft(sentence, words, speaker_of(sentence, attributions))


def is_appeal(sentence: Sentence) -> bool:
    """Whether a sentence of the text asks people at large for help with the case."""
    if sentence.field != "text":
        return False
    report = sentence.passage.report
    words = sentence.span.slice(report.characters(sentence.field))
    return _pattern().search(" ".join(words.split())) is not None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(guarded(table("acts")["appeals"]["patterns"]), re.IGNORECASE)


def speaker_of(sentence: Sentence, attributions: Attributions) -> Speaker:
    """Return who appeals: who is to be called, else the authority heard last."""
    for token in sentence.tokens:
        body = _asker(token) or _body_below(token)
        if body is not None:
            link = attributions.source(sentence.passage, body)
            return Speaker(name=link.name or body.text, links=(link,))
    at = sentence.span.start
    return authority_near(attributions, sentence.field, at)


def authority_near(attributions: Attributions, field: Field, at: int) -> Speaker:
    """Return the authority that was heard last before a place, else the next one."""
    acts = [act for act in attributions.speech_acts() if act.field == field]
    before = [a for a in acts if a.content[0].start <= at]
    for act in (*reversed(before), *acts):
        if _is_force(act):
            last = act.links[-1]
            name = last.body or last.name or ""
            plain = name.lower() in table("acts")["appeals"]["ranks"]
            return Speaker(name="police" if plain else name, links=act.links)
    return Speaker(name="authorities", links=())


def _is_force(act: SpeechAct) -> bool:
    link = act.links[-1]
    told = f"{link.name or ''} {link.body or ''} {link.quote or ''}".lower()
    forces = table("acts")["appeals"]["forces"]
    return link.name is not None and any(force in told for force in forces)


def _body_below(verb: Token) -> Token | None:
    """The body that is to be called by its name, as the object."""
    if lemma(verb) not in _REACHING:
        return None
    for child in verb.children:
        if child.dep_ in ("dobj", "pobj", "dative") and child.i > verb.i:
            named = any(t.pos_ == "PROPN" for t in (child, *child.children))
            line = any(w in child.lower_ for w in ("line", "stoppers", "tips"))
            yours = any(t.lower_ == "your" for t in child.children)
            own = next(
                (t for t in after(child, "of", "with", "at") if _is_body(t)), None
            )
            if own is not None:
                return own
            if child.ent_type_ == "PERSON" or yours:
                continue
            if named and not line and (speaks(child) or child.pos_ == "PROPN"):
                return child
    return None


def _is_body(noun: Token) -> bool:
    """The body of the one who is to be called ("Det. Poe of the Ard Police")."""
    told = {t.lower_ for t in noun.subtree}
    forces = table("acts")["appeals"]["forces"]
    return noun.pos_ == "PROPN" and any(f in w for f in forces for w in told)


def _asker(verb: Token) -> Token | None:
    """Who asks, by a verb of asking that has him as its subject."""
    if lemma(verb) not in _ASKING or verb.pos_ != "VERB" or is_passive(verb):
        return None
    who = bearer(verb)
    if who is None or who.pos_ == "PRON":
        return None
    person = who.ent_type_ == "PERSON" or who.pos_ == "PROPN"
    return who if speaks(who) or person else None


def _is_told(sentence: Sentence, told: Sequence[Draft]) -> bool:
    return any(
        draft.passage is sentence.passage
        and sentence.span.overlaps(draft.span)
        and getattr(draft.payload, "act", "") == "demand"
        for draft in told
    )


def _draft(sentence: Sentence, words: str, speaker: Speaker) -> Draft:
    passage: Passage = sentence.passage
    start = sentence.span.start + len(words) - len(words.lstrip(_MARKS))
    end = sentence.span.start + len(words.rstrip(_MARKS))
    return Draft(
        passage=passage,
        span=Span(start=start, end=end),
        anchor=sentence.tokens.root,
        payload=Statement(speaker=speaker.name, act="demand", mode="paraphrase"),
        attribution=speaker.links,
    )
