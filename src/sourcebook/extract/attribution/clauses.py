"""Reporting verbs: their source, and the clause that they govern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import Cue
from sourcebook.extract.attribution.eligible import can_speak
from sourcebook.extract.attribution.neighbours import child_of
from sourcebook.extract.attribution.reach import (
    carried_on,
    closed_off,
    closes,
    inserted,
    listed,
    opened,
    told_at_length,
    told_in_front,
)
from sourcebook.extract.attribution.subjects import (
    agent,
    carrier,
    relayed_source,
    source_of,
)
from sourcebook.extract.attribution.tallied import counted_on, numbered, tally_cue
from sourcebook.extract.attribution.unsaid import is_hearing, is_perceived, is_unsaid
from sourcebook.extract.parsed import Sentence

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_CLAUSAL = frozenset({"ccomp", "xcomp"})
_OBJECTS = {"admit": ("to", "of")}
#: Verbs, and what a tagger takes reporting verbs for.
_CAN_REPORT = frozenset({"VERB", "AUX", "NOUN"})
_STOP = frozenset({",", ":", "—", "–", "--", '"', "“", "”", "''", "``"})


def verb_cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield the reporting verbs of a sentence that have a source."""
    for token in sentence.tokens:
        if token.pos_ not in _CAN_REPORT:
            continue
        if is_unsaid(token) or _is_as_quoted(token):
            continue
        cue = tally_cue(sentence, token)
        if cue is None and cues.is_cue(token) and not is_perceived(token):
            cue = _quoted_as(sentence, token) or _active(sentence, token)
        if cue is not None:
            yield cue


def _quoted_as(sentence: Sentence, token: Token) -> Cue | None:
    """ "An official was quoted as saying": the one who quotes is not told."""
    if cues.lemma(token) not in ("quote", "cite"):
        return None
    subject = child_of(token, "nsubjpass")
    if subject is None:
        return None
    saying = next((t for t in token.subtree if t.lower_ in ("saying", "telling")), None)
    if saying is None and token.dep_ not in ("ROOT", "ccomp", "parataxis"):
        return None
    last = saying if saying is not None else token
    quoting = agent(token)
    cue = Cue(
        sentence.passage,
        sentence,
        token,
        quoting if quoting is not None else subject,
        (min(_left(subject), token.i), last.i + 1),
        gap=quoting is None,
    )
    cue.relayed = subject if quoting is not None else None
    cue.content = _content(last, cue.block) | _content(token, cue.block)
    cue.content -= {t.i for t in subject.subtree} | {token.i, last.i}
    if not cue.content:
        cue.content = _rest(sentence, cue.block, token)
    return cue


def _is_as_quoted(token: Token) -> bool:
    """ "Was quoted by X as saying": the verb of quoting tells who says it."""
    quoting = token.head.head
    if token.dep_ != "pcomp" or cues.lemma(quoting) not in ("quote", "cite"):
        return False
    return child_of(quoting, "nsubjpass") is not None


def _active(sentence: Sentence, token: Token) -> Cue | None:
    source = source_of(token)
    if source is None or not can_speak(source, token):
        return None
    block = (min(_left(source), token.i), max(source.i, token.i) + 1)
    if source.sent != token.sent:
        block = (token.i, token.i + 1)
    if block[1] - block[0] > 60:
        block = (token.i, token.i + 1)
    cue = Cue(sentence.passage, sentence, token, source, block)
    heard = is_hearing(token)
    cue.asserts = heard or cues.asserts(token)
    cue.relayed = relayed_source(token)
    carrying = carrier(token)
    if carrying is not None:
        cue.source, cue.relayed = carrying, source
    cue.content = _closed_up(_content(token, block), token, block)
    if not cue.content and closes(cue):
        cue.content, cue.asserts = closed_off(cue), True
    if not cue.content and cues.lemma(token) in cues.words("stance"):
        cue.content, cue.asserts = _object(token, block), False
    spoken = heard or cues.lemma(token) in cues.words("tagging")
    if not cue.content and spoken and _is_tag(sentence, cue):
        cue.content = _rest(sentence, block, token)
    if _is_relative(cue):
        cue.content = inserted(cue) or cue.content
    cue.content |= counted_on(cue)
    if cue.content:
        cue.content |= carried_on(cue) | told_in_front(cue) | listed(cue)
        cue.content |= opened(cue)
    else:
        cue.content = inserted(cue) or told_at_length(cue)
    own = {t.i for t in token.subtree} if token.is_ancestor(source) is False else set()
    cue.content -= {t.i for t in source.subtree} - own
    if source.head.dep_ == "ccomp" and source.head.head == token:
        cue.content -= {t.i for t in source.head.subtree}
    cue.content -= {token.i, source.i}
    if sentence.field == "title":
        cue.content -= _other_headline(cue)
    return cue


def _other_headline(cue: Cue) -> set[int]:
    """ "200 dead in quake; more trapped, official says": what the semicolon parts."""
    first = cue.sentence.tokens.start
    marks = [t.i for t in cue.token.doc[first : cue.block[0]] if t.text == ";"]
    return set(range(first, marks[-1] + 1)) if marks else set()


def _is_relative(cue: Cue) -> bool:
    """Whether "who police say was shot" left the verb nothing but its "who"."""
    doc = cue.token.doc
    return len(cue.content) == 1 and all(
        doc[i].tag_ in ("WP", "WDT") for i in cue.content
    )


def _set_against(clause: Token) -> set[int]:
    """Clauses inside that have a source of their own beside this one."""
    found: set[int] = set()
    for token in clause.subtree:
        if token == clause or token.dep_ not in ("advcl", "conj"):
            continue
        against = any(
            child.dep_ in ("mark", "cc") and child.lower_ in cues.words("contrasting")
            for child in token.children
        )
        parallel = token.dep_ == "conj" and cues.lemma(token) in cues.words("speaking")
        own = parallel and child_of(token, "nsubj") is not None
        contrast = against and token.dep_ == "advcl"
        if (own or contrast) and cues.is_cue(token) and cues.asserts(token):
            found |= {t.i for t in token.subtree}
    return found


def _content(token: Token, block: tuple[int, int]) -> set[int]:
    """Tokens of the clauses and objects that a reporting verb governs."""
    found: set[int] = set()
    passive = child_of(token, "nsubjpass")
    if passive is not None and cues.lemma(token) in cues.words("nominal"):
        found |= {t.i for t in passive.subtree} | {token.i}
    for child in token.children:
        if _is_cut_off(child, token):
            continue
        if child.dep_ in _CLAUSAL or _is_direct(child, token):
            found |= {t.i for t in child.subtree} - _set_against(child)
        elif (
            child.dep_ in ("dobj", "obj", "oprd", "attr") and _is_nominal(token, child)
        ) or (
            child.dep_ == "prep"
            and _is_nominal(token, child)
            and child.lower_ in _OBJECTS.get(cues.lemma(token), ("at", "as", "of"))
        ):
            found |= {t.i for t in child.subtree}
    if cues.lemma(token) in cues.words("nominal"):
        found |= numbered(token)
    apart = block[0] > 0 and token.doc[block[0] - 1].text in _STOP
    behind = token.dep_ in ("parataxis", "ccomp") and token.head.i < token.i
    if behind and apart and not found:
        head = token.head
        if head.pos_ in ("VERB", "AUX") and not cues.is_cue(head):
            inner = {t.i for t in token.subtree}
            found |= {t.i for t in head.subtree} - inner
    return {i for i in found if not block[0] <= i < block[1]}


def _closed_up(content: set[int], token: Token, block: tuple[int, int]) -> set[int]:
    """Fill what the parser left out between a clause and the tag behind it."""
    before = block[0] - 1
    if not content or max(content) >= before or token.doc[before].text != ",":
        return content
    return content | set(range(min(content), before))


def _object(token: Token, block: tuple[int, int]) -> set[int]:
    """What a stance is taken towards."""
    found = {
        t.i
        for child in token.children
        if child.dep_ in ("dobj", "xcomp", "prep", "dative", "oprd", "acomp")
        and child.i > token.i
        and child.ent_type_ not in ("DATE", "TIME")
        for t in child.subtree
    }
    return {i for i in found if not block[0] <= i < block[1]}


def _is_cut_off(child: Token, token: Token) -> bool:
    """A clause in front that a semicolon, or a clause behind, parts from the verb.

    "Rebels claim blast, police say a gas leak caused it": police say the second only.
    """
    if child.i > token.i:
        first = token.doc[child.left_edge.i]
        return ";" in (first.text, token.doc[max(token.i, first.i - 1)].text)
    between = token.doc[child.i : token.i]
    behind = any(
        c.dep_ == "ccomp"
        and c.i > token.i
        and child_of(c, "nsubj") is not None
        and not any(t.text == ";" for t in token.doc[token.i : c.i])
        for c in token.children
    )
    spliced = behind and child.dep_ == "ccomp" and any(t.text == "," for t in between)
    return spliced or any(t.text == ";" for t in between)


def _is_direct(child: Token, token: Token) -> bool:
    """A quoted or preposed clause that the parser calls something else."""
    if child.dep_ in ("parataxis", "dep") and child.pos_ in ("VERB", "AUX"):
        return True
    if child.dep_ != "advcl" or child.i < token.i:
        return False
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
    return that or child.lower_ in ("saying", "telling")


def _is_nominal(token: Token, child: Token) -> bool:
    """Whether an object says what is stated ("confirmed two deaths")."""
    if cues.lemma(token) in cues.words("tallying"):
        return cues.lemma(child) in cues.words("tallies")
    if cues.lemma(token) not in cues.words("nominal"):
        return False
    if cues.lemma(child) in cues.words("courtesies"):
        return False
    if cues.lemma(token) in cues.words("naming"):
        behind = token.doc[child.i : token.sent.end]
        told = child.dep_ == "dobj" and any(t.lower_ == "as" for t in behind)
        return told or child.lower_ == "as"
    if child.ent_type_ in ("DATE", "TIME"):
        return False
    return not cues.is_statement(child) or cues.lemma(child) in (
        "toll",
        "figure",
        "estimate",
    )


def _left(source: Token) -> int:
    return int(source.left_edge.i)


def _is_tag(sentence: Sentence, cue: Cue) -> bool:
    """Whether the expression stands beside its clause, set off by a mark."""
    doc = sentence.passage.doc
    start, end = cue.block
    tokens = sentence.tokens
    before = doc[start - 1].text if start > tokens.start else ""
    if before in _STOP:
        return True
    after = doc[end].text if end < tokens.end else ""
    return start - tokens.start <= 2 and (after in (":", ",", "that") or after == "")


def _rest(sentence: Sentence, block: tuple[int, int], token: Token) -> set[int]:
    """The sentence beside a tag: what precedes it, else what follows."""
    before = set(range(sentence.tokens.start, block[0]))
    after = set(range(block[1], sentence.tokens.end))
    return before if len(before) > 3 else after
