"""Acts that the report's own verb performs: condemned, urged, sent condolences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.attribution.subjects import in_dateline
from sourcebook.extract.clauses import (
    agent,
    bearer,
    bearer_of_own,
    clause_span,
    is_passive,
    lemma,
    noun_span,
    undergoer,
)
from sourcebook.extract.draft import Draft
from sourcebook.extract.names import Names
from sourcebook.extract.parsed import Parsed, Passage, Sentence
from sourcebook.extract.responsibility import actors_of
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.claims import own_words
from sourcebook.extract.responsibility.finding import is_told_by_none
from sourcebook.extract.responsibility.words import words
from sourcebook.extract.statements.appeals import is_appeal
from sourcebook.extract.statements.nominal import act_of_noun, speakers_of_noun
from sourcebook.extract.statements.quoted import is_caption, is_quoted, quoted_spans
from sourcebook.extract.statements.speakers import (
    Speaker,
    beside,
    by_cue,
    from_links,
    is_somebody,
    of_noun,
)
from sourcebook.extract.statements.wording import acts_of_verb
from sourcebook.model.claim import Act, Mode, Statement
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.attribution import Attributions, SpeechAct
    from sourcebook.extract.syntax import Token

#: Verbs whose object is the thing asked for.
_ASKING_FOR = frozenset({"call", "demand", "seek", "want", "request"})
_QUOTES = frozenset('"“”')
#: Acts whose passive may leave out who asks ("people are asked to stay inside").
_OPEN = frozenset({"demand"})


def reported(
    parsed: Parsed, attributions: Attributions, names: Names
) -> Iterator[Draft]:
    """Yield the acts that verbs of the report perform, in reading order."""
    cues = by_cue(attributions)
    quoted = quoted_spans(parsed)
    actors = actors_of(parsed)
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            yield from _by_noun(sentence, token, attributions, names)
            if token.pos_ not in ("VERB", "AUX") or is_told_by_none(token):
                continue
            verbal = [a for a in acts_of_verb(token) if not _pleads(a, token, actors)]
            found = dict.fromkeys((*verbal, *_own_part(token, actors)))
            if _is_only_asked(token):
                continue
            if found and _is_quoted_whole(sentence.passage, token, quoted):
                continue
            if _is_felt_by_others(token, cues, sentence):
                found.pop("condole", None)
            if is_caption(sentence.passage):
                found.pop("condole", None)
            for act in found:
                for speaker in _speakers(
                    sentence, token, attributions, cues, names
                ) or _around(sentence, token, act, attributions, names):
                    at = sentence.passage.span(token).start
                    chain = attributions.reached(sentence.field, at, speaker.links)
                    told = replace(speaker, links=chain)
                    yield _draft(sentence, token, act, told)


def _is_quoted_whole(passage: Passage, verb: Token, quoted: tuple[Span, ...]) -> bool:
    """Whether the verb is quoted with who acts: told by name before, the act is his."""
    if not is_quoted(passage, verb, quoted):
        return False
    who = bearer_of_own(verb)
    named = who is not None and who.pos_ == "PROPN" and who.i < verb.i
    return who is None or not named or is_quoted(passage, who, quoted)


def _is_felt_by_others(
    verb: Token, cues: dict[tuple[int, int], SpeechAct], sentence: Sentence
) -> bool:
    """Whether somebody says that a city or others grieve: his words, not theirs."""
    if lemma(verb) not in ("be", "feel") or verb.dep_ != "ccomp":
        return False
    who = bearer(verb)
    told = who is not None and who.pos_ != "PRON"
    return told and (sentence.passage.index, verb.head.i) in cues


def _by_noun(
    sentence: Sentence, noun: Token, attributions: Attributions, names: Names
) -> Iterator[Draft]:
    """An act that a noun tells with who performs it."""
    act = act_of_noun(noun)
    if act is None:
        return
    for who in speakers_of_noun(noun):
        if is_somebody(who) or who.pos_ == "PRON":
            for speaker in of_noun(sentence.passage, who, names, attributions):
                yield _draft(sentence, noun, act, speaker)


def _is_only_asked(verb: Token) -> bool:
    """Whether others are asked to do it ("fans were encouraged to light a candle")."""
    above = verb.head
    return verb.dep_ == "xcomp" and is_passive(above) and lemma(above) in _ASKED


_ASKED = frozenset({"ask", "encourage", "urge", "invite", "request", "advise", "tell"})


def _own_part(verb: Token, actors: Actors) -> Iterator[Act]:
    """What a verb tells that somebody says of his own part in it (STM-7)."""
    repeats = verb.dep_ == "advcl" and lemma(verb.head) in words("claiming")
    if lemma(verb) not in words("telling_claims") or repeats:
        return
    if any(finding.relation == "claimed" for finding in own_words(verb, actors)):
        yield "claim_responsibility"


def _pleads(act: Act, verb: Token, actors: Actors) -> bool:
    """Whether one person denies a crime laid to him: his plea, told with who did it."""
    who = bearer(verb)
    if act != "deny" or who is None:
        return False
    person = who.ent_type_ == "PERSON" or lemma(who) in words("singles")
    own = any(
        finding.relation == "denied" and finding.actor in (who, verb.head)
        for finding in own_words(verb, actors)
    )
    return own and (person or who.lower_ in ("he", "she"))


def _speakers(
    sentence: Sentence,
    verb: Token,
    attributions: Attributions,
    cues: dict[tuple[int, int], SpeechAct],
    names: Names,
) -> list[Speaker]:
    """Who performs the act: the subject, the agent, or whom the cue's source is."""
    passage = sentence.passage
    known = cues.get((passage.index, verb.i))
    who = agent(verb) if is_passive(verb) else bearer(verb)
    doubled = _doubled(verb) if is_passive(verb) else []
    if who is not None and is_somebody(who) and not in_dateline(who):
        several = [
            s
            for noun in (who, *doubled)
            for s in of_noun(passage, noun, names, attributions)
        ]
        if known is not None and len(several) <= 1 and _is_of(known, passage, who):
            told = from_links(known.links, names)
            if told is not None and not (several and beside(who) is not None):
                return [told]
        return several
    above = _teller_above(verb)
    if above is not None and is_somebody(above):
        return list(of_noun(passage, above, names, attributions))
    if known is not None and (told := from_links(known.links, names)) is not None:
        return [told]
    return []


def _is_of(speech: SpeechAct, passage: Passage, who: Token) -> bool:
    """Whether an act's source is the subject, and not whom the verb asks."""
    if who.pos_ == "PRON" or who.lower_ in ("spokesman", "spokeswoman", "spokesperson"):
        return True
    at = passage.span(who)
    spans = [(k.start, k.end) for k in speech.links if k.field == passage.field]
    return any(
        start is not None and end is not None and start < at.end and at.start < end
        for start, end in spans
    )


def _teller_above(verb: Token) -> Token | None:
    """Who goes on to ask or condemn behind what he said ("said it was so and urged")."""
    first = verb
    while first.dep_ == "conj":
        first = first.head
    goes_on = first is not verb and bearer_of_own(verb) is None
    if not goes_on or first.dep_ != "ccomp" or first.head.pos_ != "VERB":
        return None
    return bearer(first.head)


def _around(
    sentence: Sentence, verb: Token, act: Act, attributions: Attributions, names: Names
) -> list[Speaker]:
    """Who asks where a passive leaves it out: the one quoted, else authorities."""
    if not is_passive(verb) or act not in _OPEN or agent(verb) is not None:
        return []
    at = sentence.passage.span(verb).start
    for speech in reversed(attributions.speech_acts()):
        if speech.states(sentence.field, at):
            told = from_links(speech.links, names)
            if told is not None:
                return [told]
    if is_appeal(sentence):
        return []
    before = _heard_before(sentence, attributions, names)
    return [before or Speaker(name="authorities", links=())]


def _heard_before(
    sentence: Sentence, attributions: Attributions, names: Names
) -> Speaker | None:
    """Who was heard last in the same paragraph ("They are also urged to ...")."""
    at = sentence.span.start
    for speech in reversed(attributions.speech_acts()):
        near = speech.passage is sentence.passage and speech.content[0].start < at
        told = from_links(speech.links, names) if near else None
        if told is not None:
            return told
    return None


def _doubled(verb: Token) -> list[Token]:
    """Names joined to the verb itself by a slip of the pen ("condemned by A and B")."""
    again = [
        verb,
        *(c for c in verb.children if c.dep_ == "conj" and c.lemma_ == verb.lemma_),
    ]
    return [
        c
        for v in again
        for c in v.children
        if c.dep_ == "conj" and c.ent_type_ in ("PERSON", "ORG")
    ]


def _draft(sentence: Sentence, verb: Token, act: Act, speaker: Speaker) -> Draft:
    passage = sentence.passage
    span = clause_span(passage, verb)
    words = span.slice(passage.report.characters(passage.field))
    return Draft(
        passage=passage,
        span=span,
        anchor=verb,
        payload=Statement(
            speaker=speaker.name,
            act=act,
            mode=_mode(words),
            spokesperson=speaker.spokesperson,
            spokesperson_for=speaker.spokesperson_for,
            addressee=_addressee(sentence, verb, act),
        ),
        attribution=speaker.links,
    )


def _mode(words: str) -> Mode:
    return "mixed" if any(q in words for q in _QUOTES) else "paraphrase"


def _addressee(sentence: Sentence, verb: Token, act: Act) -> str | None:
    """To whom it is said: the object of urging, "to" of sending, "on" of calling.

    What stands behind "calls", "demands" or "seeks" is asked for, nobody is asked.
    """
    found: Token | None = None
    asks = verb.lemma_.lower() in _ASKING_FOR
    if act in ("demand", "accuse", "thank") and not asks:
        found = undergoer(verb)
    links = ("on", "upon") if asks else ("to", "on", "upon")
    for child in verb.children:
        if child.lower_ in links and child.dep_ in ("prep", "dative"):
            told = next((c for c in child.children if c.dep_ == "pobj"), None)
            if told is not None and told.ent_type_ not in ("DATE", "TIME"):
                found = told
    if found is None or found.pos_ not in ("NOUN", "PROPN"):
        return None
    span = noun_span(sentence.passage, found, bare=True)
    return span.slice(sentence.passage.report.characters(sentence.field))
