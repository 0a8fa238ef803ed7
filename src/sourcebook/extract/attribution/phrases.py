"""Sources told without a verb: "according to X", headlines, "Monitor: 12 dead"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import Cue
from sourcebook.extract.attribution.tallied import keeper
from sourcebook.extract.parsed import Sentence
from sourcebook.schema.sources import is_known

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_TAIL = frozenset({"-", "–", "—", "--", ":", ",", "|", "...", "…"})
_QUOTES = ('"', "“", "``", "‘", "'")
_LONGEST_TAG = 6
#: Verbs of reporting as a headline ends with them.
_SAYING = frozenset(
    {"says", "say", "reports", "admits", "admit", "claims", "claim", "confirms"}
    | {"announces", "states", "fears", "estimates"}
)
#: Local forces by their initials: police and fire departments, sheriff's offices.
_INITIALS = re.compile(r"[A-Z]{1,5}(?:PD|FD|SO)$")


def phrase_cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield "according to", "in the words of" and the like with their content."""
    tokens = sentence.tokens
    for token in tokens:
        if token.lower_ == "according" and token.i + 2 < len(token.doc):
            behind = token.i + (2 if _next(token) == "to" else 1)
            if _next(token) in ("to", "the") or token.nbor().pos_ == "PROPN":
                yield from _according(sentence, token, behind)
        elif token.lower_ == "based" and _next(token) == "on":
            yield from _based_on(sentence, token)
        elif token.lower_ == "per" and token.i + 1 < len(token.doc):
            if cues.speaks(token.nbor()):
                yield from _according(sentence, token, token.i + 1)
        elif token.lower_ in ("by", "on", "in") and token.dep_ in ("prep", "agent"):
            yield from _by_account(sentence, token)
        elif token.pos_ == "NOUN" and cues.lemma(token) in cues.words("reckonings"):
            yield from _somebodys_count(sentence, token)
        elif token.pos_ == "NOUN" and cues.lemma(token) in cues.words("claims"):
            yield from _somebodys_claim(sentence, token)
        elif token.lower_ in ("citing", "quoting") and _starts_phrase(token):
            yield from _according(sentence, token, token.i + 1)
    if sentence.field == "title" or len(tokens) < 40:
        yield from _headline(sentence)


def _next(token: Token) -> str:
    return token.nbor().lower_ if token.i + 1 < len(token.doc) else ""


def _starts_phrase(token: Token) -> bool:
    """Whether "citing X" stands without a reporting verb that it belongs to."""
    step = token.head
    return not (step.pos_ in ("VERB", "AUX") and cues.is_cue(step))


def _according(sentence: Sentence, token: Token, first: int) -> Iterator[Cue]:
    source = _first_noun(sentence, first)
    if source is None:
        return
    block = (token.i, max(source.i + 1, first + 1))
    content = _governed(sentence, token, block)
    yield Cue(sentence.passage, sentence, token, source, block, content)


def _by_account(sentence: Sentence, token: Token) -> Iterator[Cue]:
    """ "By the army's count, 40 died": whose count it is."""
    for noun in token.children:
        if noun.dep_ != "pobj" or not _is_reckoning(noun):
            continue
        source = keeper(noun)
        if source is not None:
            block = (token.i, max(noun.i, source.i) + 1)
            content = _governed(sentence, token, block)
            yield Cue(sentence.passage, sentence, token, source, block, content)


def _somebodys_count(sentence: Sentence, noun: Token) -> Iterator[Cue]:
    """ "The magistrate's early count of 150 hurt": the number is his who kept it."""
    source = next((c for c in noun.children if c.dep_ == "poss"), None)
    told = next((c for c in noun.children if c.lower_ == "of" and c.i > noun.i), None)
    if source is None or told is None or keeper(noun) != source:
        return
    if any(t.like_num for t in told.subtree):
        block = (source.left_edge.i, noun.i + 1)
        content = {t.i for t in told.subtree}
        yield Cue(sentence.passage, sentence, noun, source, block, content)


def _somebodys_claim(sentence: Sentence, noun: Token) -> Iterator[Cue]:
    """ "The ministry's announcement that nine had died": what the noun introduces."""
    source, behind = keeper(noun), noun.i + 1
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp")), None)
    if source is None or clause is None or clause.i < behind:
        return
    opened = noun.doc[max(behind, source.i + 1) :][:1]
    if len(opened) and opened[0].lower_ == "that":
        first = min(source.left_edge.i, noun.i)
        block = (first, max(source.i, noun.i) + 1)
        content = {t.i for t in clause.subtree}
        yield Cue(sentence.passage, sentence, noun, source, block, content)


def _based_on(sentence: Sentence, token: Token) -> Iterator[Cue]:
    """ "Based on reports from the police, six were killed"."""
    for chunk in sentence.tokens.noun_chunks:
        if chunk.start in (token.i + 2, token.i + 3) and cues.is_account(chunk.root):
            source = _maker(chunk.root)
            if source is not None and cues.speaks(source):
                block = (token.i, source.i + 1)
                content = _governed(sentence, token, block)
                yield Cue(sentence.passage, sentence, token, source, block, content)


def _is_reckoning(noun: Token) -> bool:
    """ "By its count", "in his account": by the number somebody has, not by a text."""
    return cues.lemma(noun) in cues.words("reckonings")


def _first_noun(sentence: Sentence, first: int) -> Token | None:
    """The head of the noun phrase that begins at a token."""
    for chunk in sentence.tokens.noun_chunks:
        if chunk.start <= first < chunk.end or first < chunk.start <= first + 1:
            root: Token = chunk.root
            return _maker(root) or root
    doc = sentence.passage.doc
    if first < sentence.tokens.end and doc[first].pos_ in ("NOUN", "PROPN"):
        return doc[first]
    return None


def _maker(noun: Token) -> Token | None:
    """The one whose statement it is ("a statement from the ministry")."""
    if not cues.is_statement(noun):
        return None
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            return next((t for t in child.children if _makes(t)), None)
        if child.dep_ == "acl":
            agents = [t for t in child.children if t.dep_ == "agent"]
            return next(
                (t for a in agents for t in a.children if t.dep_ == "pobj"), None
            )
    return None


def _makes(noun: Token) -> bool:
    """Whether the "by" or "from" of a text names who made it."""
    body = noun.ent_type_ in ("ORG", "PERSON") and noun.pos_ == "PROPN"
    return noun.dep_ == "pobj" and (cues.speaks(noun) or body)


def _governed(sentence: Sentence, token: Token, block: tuple[int, int]) -> set[int]:
    """The clause that the phrase modifies: the sentence but for other clauses.

    Behind a coordinated clause ("A happened and B happened, according to X") the
    whole sentence is meant where the phrase is set off at its end or head.
    """
    inner = {t.i for t in token.subtree}
    every = set(range(sentence.tokens.start, sentence.tokens.end))
    every -= inner | set(range(*block))
    outer = _saying(token)
    if outer is not None and not _closes(sentence, token, block):
        return {i for i in every if i > outer.i}
    for clause in sentence.tokens:
        if clause.dep_ != "conj" or clause.pos_ not in ("VERB", "AUX"):
            continue
        own = {t.i for t in clause.subtree}
        if not any(t.dep_ in ("nsubj", "nsubjpass") for t in clause.children):
            continue
        parted = _is_set_against(clause) or not _closes(sentence, token, block)
        if token.i in own and parted:
            every -= {i for i in every if i < clause.left_edge.i}
        elif clause.i > token.i and token.i > sentence.tokens.start + 2:
            every -= own
    return every


def _saying(token: Token) -> Token | None:
    """The verb of saying that the phrase stands behind ("it said that, according to")."""
    for step in token.ancestors:
        behind = step.dep_ == "ccomp" and step.head.i < token.i < step.i
        if behind and cues.is_cue(step.head):
            return step.head
    return None


def _is_set_against(clause: Token) -> bool:
    """Whether "but" opens the clause: what stands before is told by itself."""
    before = clause.head.children
    return any(c.dep_ == "cc" and c.lower_ == "but" for c in before)


def _closes(sentence: Sentence, token: Token, block: tuple[int, int]) -> bool:
    """Whether the phrase ends its sentence, also with who the source is behind it."""
    behind = token.doc[block[1] : sentence.tokens.end]
    held = {t.i for t in token.subtree}
    return token.i > sentence.tokens.start + 2 and all(
        t.i in held or not t.is_alpha for t in behind
    )


def _headline(sentence: Sentence) -> Iterator[Cue]:
    """ "Monitor: 12 dead" and "12 dead - police" in titles and first lines."""
    tokens = sentence.tokens
    marks = [t for t in tokens if t.text in _TAIL]
    if not marks:
        return
    start, tail = tokens.start, marks[-1]
    for head in (mark for mark in marks[:2] if mark.text == ":"):
        if head.i - start <= _LONGEST_TAG:
            end = tokens.end
            if head.i + 1 == end < len(tokens.doc):
                end = tokens.doc[end].sent.end
            yield from _tag(sentence, start, head.i, (head.i, end))
        start = head.i + 1
    if sentence.field == "title" and tail.text == ",":
        yield from _verb_tag(sentence, tail)
    if _is_headline(sentence) and tail.text != ".":
        end = tokens.end
        if 0 < end - tail.i - 1 <= _LONGEST_TAG and tail.i > tokens.start + 1:
            yield from _tag(sentence, tail.i + 1, end, (tokens.start, tail.i))


def _verb_tag(sentence: Sentence, comma: Token) -> Iterator[Cue]:
    """ "Six dead in raid, army admits", where the tagger takes the verb for a noun."""
    tokens = sentence.tokens
    verb, source = tokens[-1], tokens[-1].nbor(-1)
    noun = verb.tag_ in ("NNS", "NN", "NNP", "NNPS") and verb.i - comma.i in (2, 3, 4)
    if not noun or not cues.speaks(source) or verb.lower_ not in _SAYING:
        return
    content = set(range(tokens.start, comma.i))
    block = (comma.i + 1, tokens.end)
    yield Cue(sentence.passage, sentence, verb, source, block, content)


def _is_headline(sentence: Sentence) -> bool:
    """Whether the sentence is a title, or a whole line of the text without a stop."""
    doc, tokens = sentence.passage.doc, sentence.tokens
    whole = tokens.start == 0 and tokens.end == len(doc)
    return sentence.field == "title" or (whole and doc[-1].is_alpha)


def _tag(
    sentence: Sentence, start: int, end: int, content: tuple[int, int]
) -> Iterator[Cue]:
    doc = sentence.passage.doc
    words = [t for t in doc[start:end] if t.is_alpha]
    if (
        not words
        or words[0].lower_ == "and"
        or any(t.pos_ in ("VERB", "AUX") or t.like_num for t in words)
    ):
        return
    source = words[-1]
    quoted = end + 1 < len(doc) and doc[end + 1].text in _QUOTES
    person = quoted and source.ent_type_ == "PERSON"
    if not (person or _is_speaker(source) or is_known(doc[start:end].text)):
        return
    yield Cue(
        sentence.passage, sentence, source, source, (start, end), set(range(*content))
    )


def _is_speaker(noun: Token) -> bool:
    """A noun that stands for a source by itself in a headline."""
    found = cues.lemma(noun)
    return found in cues.words("headline") or _INITIALS.match(noun.text) is not None
