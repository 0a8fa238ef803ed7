"""Acts by what is said: quotations and reported words that condole, pledge, deny."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import bearer, lemma
from sourcebook.extract.draft import Draft
from sourcebook.extract.names import Names
from sourcebook.extract.parsed import Parsed, Passage, Sentence
from sourcebook.extract.responsibility import actors_of
from sourcebook.extract.responsibility.accusations import accusations
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.deeds import deeds
from sourcebook.extract.responsibility.finding import is_negated, tells_event
from sourcebook.extract.responsibility.harm import is_deed
from sourcebook.extract.responsibility.words import words
from sourcebook.extract.statements.charges import lays_misconduct
from sourcebook.extract.statements.inner import is_hung_on, is_inner, is_inside
from sourcebook.extract.statements.quoted import quoted_spans
from sourcebook.extract.statements.speakers import Speaker, from_links
from sourcebook.extract.statements.undertakings import undertakes
from sourcebook.extract.statements.wording import acts_said
from sourcebook.model.claim import Act, Mode, Statement
from sourcebook.model.span import Span
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.attribution import Attributions, SpeechAct
    from sourcebook.extract.syntax import Token

_INSERTION = re.compile(r"\[[^\[\]\n]{1,200}\]")
#: A quotation with fewer words is set apart, not a statement of its own.
_SHORT = 6
#: Verbs by which a speaker lays a deed to somebody's charge himself.
_LAYING = frozenset({"be", "blame", "fault", "implicate"})


def said(
    parsed: Parsed,
    attributions: Attributions,
    names: Names,
    told: Sequence[Draft],
) -> Iterator[Draft]:
    """Yield acts by the words said, one draft a sentence and act.

    Words that somebody is said to have said are the inner speaker's only; acts that
    the verbs inside already tell (``told``) are not told again.
    """
    quoted = quoted_spans(parsed)
    actors = actors_of(parsed)
    speeches = [
        s
        for s in attributions.speech_acts()
        if not is_inside(s, quoted) and not is_hung_on(s)
    ]
    for speech in speeches:
        speaker = from_links(speech.links, names)
        denied = speech.cue is not None and lemma(speech.cue) in words("denying")
        if speaker is None or not speech.asserts or denied:
            continue
        for content in speech.content:
            for sentence in _within(parsed, speech, content):
                span = _meet(sentence.span, content)
                if is_inner(speech, span, speeches):
                    links = attributions.reached(
                        speech.field, span.start, speaker.links
                    )
                    teller = replace(speaker, links=links)
                    found = _drafts(sentence, content, teller, quoted, told, actors)
                    plain = speech.whole and not tells_event(sentence.tokens.root)
                    yield from (d for d in found if not plain or _performs(d))


def _performs(draft: Draft) -> bool:
    """Whether a sentence of a whole speech without a word of harm is an act.

    Politics in a long speech say "must" and "should" of everything; what "we ask"
    or "we condemn" does not depend on that.
    """
    act = getattr(draft.payload, "act", "")
    return act != "demand" or _ASKING.search(draft.quote.lower()) is not None


#: The words of those who ask in their own name, or tell to.
_ASKING = re.compile(
    r"\b(?:we|i) (?:\w+ ){0,4}(?:call|ask|urge|demand|appeal|request|exhort|invite|beg)\b"
    r"|^(?:please|be|remain|stop|trust|do not|stay|avoid|keep|help)\b|\bplease\b"
)


def _within(parsed: Parsed, speech: SpeechAct, content: Span) -> Iterator[Sentence]:
    for sentence in parsed.sentences:
        if sentence.field == speech.field and sentence.span.overlaps(content):
            yield sentence


def _drafts(
    sentence: Sentence,
    content: Span,
    speaker: Speaker,
    quoted: tuple[Span, ...],
    told: Sequence[Draft],
    actors: Actors,
) -> Iterator[Draft]:
    passage = sentence.passage
    span = _trimmed(passage, _meet(sentence.span, content))
    if span is None:
        return
    told_words = span.slice(passage.report.characters(passage.field))
    mode = _mode(passage, span, quoted)
    inner = {
        getattr(d.payload, "act", "")
        for d in told
        if d.passage is passage
        and span.overlaps(d.span)
        and span.start <= passage.span(d.anchor).start < span.end
    }
    said_acts = list(acts_said(told_words))
    if _is_police(speaker):  # what the police find out they lay to nobody's charge
        said_acts = [act for act in said_acts if act != "accuse"]
    if "demand" not in said_acts and _tells_to(passage, span, mode):
        said_acts.append("demand")
    found: list[Act] = [act for act in _ranked(said_acts) if act not in inner]
    if "deny" not in said_acts and _denies_deed(passage, span, speaker):
        found.insert(0, "deny")
    accused = _accuses(passage, span, actors) or _lays(
        passage, span, speaker, quoted=mode == "direct"
    )
    if "accuse" not in (*found, *inner) and accused:
        found.append("accuse")
    tokens = passage.tokens(span)
    if (
        not found
        and tokens is not None
        and undertakes(tokens, speaker, quoted=mode == "direct")
    ):
        found = ["pledge"]
    if not found and mode == "direct" and len(told_words.split()) >= _SHORT:
        found = ["comment"]
    for act in found:
        yield _draft(passage, span, told_words, act, mode, speaker)


def _accuses(passage: Passage, span: Span, actors: Actors) -> bool:
    """Whether what is said lays the deed to somebody's charge."""
    tokens = passage.tokens(span)
    return tokens is not None and any(
        (
            finding.relation in ("accused", "accused_by_authority")
            and lemma(finding.anchor) in _LAYING
            and not _is_arrest(finding.anchor)
        )
        or lemma(finding.anchor) in words("planning")
        for token in tokens
        if token.pos_ in ("VERB", "AUX")
        for finding in (*accusations(token, actors), *deeds(token, actors))
    )


def _denies_deed(passage: Passage, span: Span, speaker: Speaker) -> bool:
    """Whether words said deny a deed of the speaker's own side."""
    tokens = passage.tokens(span)
    own = {
        "it",
        "its",
        "we",
        "our",
        "they",
        "their",
        "his",
        "her",
        "my",
        *speaker.name.lower().split(),
    }
    own |= set((speaker.spokesperson_for or "").lower().split())
    for token in tokens or ():
        if token.pos_ != "VERB" or not is_negated(token) or not is_deed(token):
            continue
        doer = bearer(token)
        if doer is not None and {t.lower_ for t in doer.subtree} & own:
            return True
    return False


def _tells_to(passage: Passage, span: Span, mode: Mode) -> bool:
    """Whether words quoted are an order or a plea ("Be patient and remain calm")."""
    tokens = passage.tokens(span)
    if tokens is None or mode == "paraphrase":
        return False
    root = tokens.root
    led = any(c.dep_ in ("nsubj", "aux", "expl", "nsubjpass") for c in root.children)
    return (
        root.tag_ == "VB"
        and root.pos_ in ("VERB", "AUX")
        and not led
        and root.dep_ in ("ROOT", "ccomp")
        and root.lower_ not in table("acts")["appeals"]["idle"]
        and len(tokens) > 3
    )


def _lays(passage: Passage, span: Span, speaker: Speaker, *, quoted: bool) -> bool:
    """Whether somebody other than the police lays misconduct to a body."""
    tokens = passage.tokens(span)
    return (
        tokens is not None
        and not _is_police(speaker)
        and lays_misconduct(tokens, speaker.name, deeds=quoted)
    )


def _is_police(speaker: Speaker) -> bool:
    """Whether the police, prosecutors or a court speak."""
    bodies = " ".join(f"{k.body or ''} {k.name or ''}" for k in speaker.links)
    told = f"{speaker.name} {bodies}".lower()
    return any(f in told for f in table("acts")["appeals"]["forces"])


def _is_arrest(verb: Token) -> bool:
    """ "Is in custody", "is a suspect" tell what the law did; nobody accuses by it."""
    return lemma(verb) == "be" and not any(
        t.lower_ in ("responsible", "behind", "blame", "by") for t in verb.subtree
    )


def _ranked(found: list[Act]) -> list[Act]:
    """A call for talks is a demand told better; a motive alone is no act of grief."""
    if "call_for_talks" in found and "demand" in found:
        found.remove("demand")
    return [act for act in found if act != "thank" or len(found) == 1]


def _meet(one: Span, other: Span) -> Span:
    return Span(start=max(one.start, other.start), end=min(one.end, other.end))


def _trimmed(passage: Passage, span: Span) -> Span | None:
    words = span.slice(passage.report.characters(passage.field))
    left = len(words) - len(words.lstrip(" \t\u00a0\"“”'‘’,;:"))
    right = len(words.rstrip(" \t\u00a0\"“”'‘’,;:"))
    return (
        Span(start=span.start + left, end=span.start + right) if left < right else None
    )


def _mode(passage: Passage, span: Span, quoted: tuple[Span, ...]) -> Mode:
    if passage.field != "text":
        return "paraphrase"
    parts = [part for part in quoted if part.overlaps(span)]
    if any(part.contains(span) for part in parts):
        return "direct"
    return "mixed" if parts else "paraphrase"


def _draft(
    passage: Passage, span: Span, told: str, act: Act, mode: Mode, speaker: Speaker
) -> Draft:
    tokens = passage.tokens(span)
    assert tokens is not None
    return Draft(
        passage=passage,
        span=span,
        anchor=tokens.root,
        payload=Statement(
            speaker=speaker.name,
            act=act,
            mode=mode,
            spokesperson=speaker.spokesperson,
            spokesperson_for=speaker.spokesperson_for,
            insertions=tuple(_INSERTION.findall(told)),
        ),
        attribution=speaker.links,
    )
