"""The attributions of one report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import Cue, SpeechAct
from sourcebook.extract.attribution.beside import below, cut_off, going_on, looking_back
from sourcebook.extract.attribution.chains import links_of, links_of_mention
from sourcebook.extract.attribution.clauses import verb_cues
from sourcebook.extract.attribution.learned import wide_acts
from sourcebook.extract.attribution.memory import Memory
from sourcebook.extract.attribution.mentions import Mention, mention_at
from sourcebook.extract.attribution.phrases import phrase_cues
from sourcebook.extract.attribution.posts import posted_acts
from sourcebook.extract.attribution.presupposed import is_informant, is_presupposed
from sourcebook.extract.attribution.quoted import forgets_its_mark
from sourcebook.extract.attribution.released import released_acts
from sourcebook.extract.attribution.speakers import Links, Speakers, Spoken
from sourcebook.extract.attribution.transcripts import transcript_acts
from sourcebook.extract.attribution.wording import runs
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Passage, Sentence
from sourcebook.model.claim import AttributionLink
from sourcebook.model.span import Field, Span
from sourcebook.text.quotations import Quotation, quotations

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: Words from "police say" to the verb of what befell somebody ("was fatally shot").
_BESIDE = 3


class Attributions:
    """Who states what in one report.

    Built once a report; answers for every draft of it. Reading is deterministic
    and needs nothing beyond the parse.
    """

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._characters = parsed.report.text.characters
        self._quotations = tuple(
            quotation
            for quotation in quotations(self._characters)
            if not quotation.scare and not forgets_its_mark(quotation, self._characters)
        )
        self._speakers: dict[int, Links] = {}
        self._memory = Memory()
        self._acts = self._read()

    def speech_acts(self) -> tuple[SpeechAct, ...]:
        """Return who states what, in the order of the report."""
        return self._acts

    def wide_acts(self) -> tuple[SpeechAct, ...]:
        """Return everything attributed to anybody in the text, in its order.

        Beside what is said these are thoughts, wishes and stances, and attributions
        by nouns ("the claim of X that"). Read by learned weights; claims take their
        sources from :meth:`speech_acts` alone.
        """
        found = wide_acts(self._parsed, self._acts, self._inside, self._links)
        return tuple(sorted(found, key=_place))

    def quoted(self) -> tuple[Span, ...]:
        """Return the quoted stretches of the text, scare quotes left out."""
        return tuple(self._inside)

    def speaker(self, quotation: Quotation) -> tuple[AttributionLink, ...]:
        """Return who speaks a quotation of the text, empty where nobody is told."""
        return self._speakers.get(quotation.start, ())

    def chain(self, draft: Draft) -> tuple[AttributionLink, ...]:
        """Return who states the draft, outermost first and originator last.

        Empty means the outlet's own voice. A source counts only where it governs
        the clause of the draft's anchor.
        """
        position = _position(draft)
        acts = [
            act
            for act in self._asserted(draft.passage.field, position)
            if not self._is_reporters(act, draft, position)
        ]
        acts += [act for act in self._acts if _is_inserted(act, draft)]
        return _joined([act.links for act in acts])

    def reached(self, field: Field, position: int, own: Links) -> Links:
        """Return the chain through which words of a source reach the report.

        Those who are said to state what stands at the position come first, then the
        source's ``own`` links ("according to X, the letter accused").
        """
        acts = self._asserted(field, position)
        outer = [act.links for act in acts if act.links != own]
        return _joined([*outer, own]) if outer else own

    def source(self, passage: Passage, noun: Token) -> AttributionLink:
        """Return the link of a noun that names or describes somebody who acts.

        A surname alone gets the full name and the body that the report tells.
        """
        return links_of_mention(self._memory.fuller(mention_at(passage, noun)))

    def _links(self, mention: Mention) -> Links:
        return (links_of_mention(self._memory.fuller(mention)),)

    def _asserted(self, field: Field, position: int) -> list[SpeechAct]:
        """The acts that state what stands at a position, outermost first."""
        acts = [a for a in self._acts if a.asserts and a.states(field, position)]
        return sorted(acts, key=lambda act: -act.length)

    def _is_reporters(self, act: SpeechAct, draft: Draft, position: int) -> bool:
        """Whether the draft is presupposed in what the act states."""
        if any(
            part.start <= position < part.end
            for quotation in self._quotations
            for part in quotation.parts
        ):
            return False
        passage = draft.passage
        if act.passage is not passage or _gives_facts(act):
            return False
        inside = frozenset(
            token.i
            for token in draft.anchor.sent
            if act.states(passage.field, passage.start + token.idx)
        )
        words = passage.tokens(draft.span)
        counted = frozenset(token.i for token in words or ())
        return is_presupposed(draft.anchor, inside, counted, act.cue)

    @cached_property
    def _inside(self) -> list[Span]:
        return [part for quotation in self._quotations for part in quotation.parts]

    def _read(self) -> tuple[SpeechAct, ...]:
        memory = self._memory
        acts: list[SpeechAct] = []
        text_cues: list[tuple[Cue, Links]] = []
        for sentence in self._parsed.sentences:
            found = [*verb_cues(sentence), *phrase_cues(sentence)]
            found.sort(key=lambda cue: cue.token.i)
            for cue in found:
                links = links_of(cue, memory)
                if not links:
                    continue
                if sentence.field == "text" and not self._is_quoted(cue):
                    text_cues.append((cue, links))
                other = below(self._parsed, sentence, links)
                if other is None and not cue.content:
                    other = cut_off(self._parsed, sentence, links)
                acts.append(other or _act(cue, links))
            acts += self._beside(sentence, acts)
            memory.note_subjects(sentence)
        acts = _with_quotations(acts, self._quoted(text_cues))
        acts += transcript_acts(self._parsed, memory)
        acts += posted_acts(self._parsed)
        acts += released_acts(self._parsed)
        return tuple(sorted((act for act in acts if act.content), key=_place))

    def _beside(self, sentence: Sentence, acts: list[SpeechAct]) -> Iterator[SpeechAct]:
        """What a sentence says of the number told right before it."""
        back = looking_back(
            self._parsed, sentence, lambda cue: links_of(cue, self._memory)
        )
        further = going_on(self._parsed, sentence, acts)
        yield from (act for act in (back, further) if act is not None)

    def _is_quoted(self, cue: Cue) -> bool:
        at = cue.passage.span(cue.token).start
        return any(part.start <= at < part.end for part in self._inside)

    def _quoted(self, found: list[tuple[Cue, Links]]) -> list[SpeechAct]:
        """Give every quotation its speaker, in order."""
        spoken = Speakers(self._characters, self._quotations).assign(found)
        for told in spoken:
            self._speakers[told.quotation.start] = told.links
        return [self._spoken(told) for told in spoken]

    def _spoken(self, told: Spoken) -> SpeechAct:
        return SpeechAct(
            passage=self._passage("text", told.quotation.start),
            links=told.links,
            cue=told.tag.token if told.tag is not None else None,
            content=told.quotation.parts,
        )

    def _passage(self, field: Field, position: int) -> Passage:
        return self._parsed.sentence_at(field, position).passage


def _position(draft: Draft) -> int:
    """Where the draft stands: its anchor, where that is one of its own words.

    Else its own words: a predicate can lie outside what is stated ("the hospital said
    it had 20"), or in the sentence behind it.
    """
    anchor = draft.passage.span(draft.anchor)
    if draft.span.start <= anchor.start < draft.span.end:
        return anchor.start
    words = draft.passage.tokens(draft.span)
    return draft.span.start if words is not None else anchor.start


def _is_inserted(act: SpeechAct, draft: Draft) -> bool:
    """Whether the act tells what befell the draft ("a man who police say was shot")."""
    noun = act.cue.head if act.cue is not None and act.cue.dep_ == "relcl" else None
    if noun is None or not act.asserts or act.passage is not draft.passage:
        return False
    words = draft.passage.tokens(draft.span)
    held = words is not None and words.start <= noun.i < words.end
    return held and act.cue is not None and 0 < draft.anchor.i - act.cue.i <= _BESIDE


def _gives_facts(act: SpeechAct) -> bool:
    """Whether an informant plainly says it: relative clauses inside are his too."""
    if act.whole:
        return True
    verb = act.cue if act.cue is not None and cues.is_cue(act.cue) else None
    if verb is not None and cues.lemma(verb) not in cues.words("tagging"):
        return False
    return is_informant(act.links)


def _act(cue: Cue, links: tuple[AttributionLink, ...]) -> SpeechAct:
    return SpeechAct(
        passage=cue.passage,
        links=links,
        cue=cue.token,
        content=tuple(runs(cue.passage, cue.content)),
        source=cue.passage.span(
            mention_at(cue.passage, cue.source, cue.token.i).tokens
        ),
        asserts=cue.asserts,
    )


def _with_quotations(acts: list[SpeechAct], spoken: list[SpeechAct]) -> list[SpeechAct]:
    """Give an act the quotations that its own tag introduces."""
    by_cue: dict[Token, list[SpeechAct]] = {}
    loose = []
    for act in spoken:
        if act.cue is None:
            loose.append(act)
        else:
            by_cue.setdefault(act.cue, []).append(act)
    merged = []
    for act in acts:
        quoted = by_cue.get(act.cue, []) if act.cue is not None else []
        spans = [*act.content, *(span for held in quoted for span in held.content)]
        merged.append(replace(act, content=tuple(sorted(spans))))
    return [*merged, *loose]


def _place(act: SpeechAct) -> tuple[bool, int, int]:
    first = act.content[0].start if act.content else 0
    return (act.field == "text", first, -act.length)


def _joined(chains: list[tuple[AttributionLink, ...]]) -> tuple[AttributionLink, ...]:
    """One chain of nested ones; a source that repeats keeps its inner place."""
    links: list[AttributionLink] = []
    for depth, chain in enumerate(chains, start=1):
        for told in chain:
            outer = depth < len(chains) and told.relation == "says"
            link = replace(told, relation="reports_on") if outer else told
            links = [
                held for held in links if held.name is None or held.name != link.name
            ]
            links.append(link)
    return tuple(links)
