"""Reporting verbs: their source, and the clause that they govern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import Cue
from sourcebook.extract.parsed import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_SKIP_BEFORE = frozenset({"ADV", "AUX", "PART"})
_CLAUSAL = frozenset({"ccomp", "xcomp"})
_NOT_SOURCES = frozenset(
    {"there", "what", "that", "this", "which", "one", "i", "we", "you"}
)
_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]{2,}[^\n]{0,45}?\s?(?:—|–|--|-)\s")
_STOP = frozenset({",", ":", "—", "–", "--", '"', "“", "”", "''", "``"})


def verb_cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield the reporting verbs of a sentence that have a source."""
    for token in sentence.tokens:
        if not cues.is_cue(token) or _is_unsaid(token):
            continue
        cue = _quoted_as(sentence, token) or _active(sentence, token)
        if cue is not None:
            yield cue


def _is_unsaid(token: Token) -> bool:
    """ "Did not say", "declined to confirm", "expected to announce" state nothing."""
    children = list(token.children)
    if any(child.dep_ == "neg" for child in children):
        return cues.lemma(token) not in ("believe", "think", "expect", "fear")
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in children)
    wished = token.dep_ in ("xcomp", "acl")
    return infinitive and wished and cues.lemma(token.head) not in ("go", "continue")


def _quoted_as(sentence: Sentence, token: Token) -> Cue | None:
    """ "An official was quoted as saying": the one who quotes is not told."""
    if cues.lemma(token) not in ("quote", "cite"):
        return None
    subject = _child(token, "nsubjpass")
    if subject is None:
        return None
    saying = next((t for t in token.subtree if t.lower_ in ("saying", "telling")), None)
    if saying is None and token.dep_ not in ("ROOT", "ccomp", "parataxis"):
        return None
    last = saying if saying is not None else token
    agent = _agent(token)
    cue = Cue(
        sentence.passage,
        sentence,
        token,
        agent if agent is not None else subject,
        (min(_left(subject), token.i), last.i + 1),
        gap=agent is None,
    )
    cue.relayed = subject if agent is not None else None
    cue.content = _content(last, cue.block) | _content(token, cue.block)
    cue.content -= {t.i for t in subject.subtree} | {token.i, last.i}
    if not cue.content:
        cue.content = _rest(sentence, cue.block, token)
    return cue


def _active(sentence: Sentence, token: Token) -> Cue | None:
    source = source_of(token)
    if source is None or not _can_speak(source, token):
        return None
    block = (min(_left(source), token.i), max(source.i, token.i) + 1)
    if source.sent != token.sent:
        block = (token.i, token.i + 1)
    if block[1] - block[0] > 60:
        block = (token.i, token.i + 1)
    cue = Cue(sentence.passage, sentence, token, source, block)
    cue.asserts = cues.lemma(token) not in cues.words("attitude")
    cue.relayed = relayed_source(token)
    carrier = _carrier(token)
    if carrier is not None:
        cue.source, cue.relayed = carrier, source
    cue.content = _content(token, block)
    spoken = cues.lemma(token) in cues.words("tagging")
    if not cue.content and spoken and _is_tag(sentence, cue):
        cue.content = _rest(sentence, block, token)
    own = {t.i for t in token.subtree} if token.is_ancestor(source) is False else set()
    cue.content -= {t.i for t in source.subtree} - own
    cue.content -= {token.i, source.i}
    return cue


def _can_speak(source: Token, cue: Token) -> bool:
    """Things show and count; only people, bodies and texts say."""
    if source.lower_ in _NOT_SOURCES or len(source) < 2:
        return False
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
    if cues.speaks(source) or cues.is_statement(source):
        return True
    if source.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    if source.pos_ == "PROPN":
        return True
    return (
        cues.lemma(cue) in ("say", "tell", "add", "report", "write")
        and source.pos_ == "NOUN"
    )


def source_of(token: Token) -> Token | None:
    """The head of the words that name who says it, None where nobody is told."""
    if _child(token, "nsubjpass") is not None or _child(token, "auxpass") is not None:
        return _agent(token)
    subject = _child(token, "nsubj")
    if subject is not None and not in_dateline(subject):
        return _antecedent(subject, token)
    near = _neighbour(token)
    if near is not None:
        return near
    head = token.head
    if token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp") and head.pos_ in (
        "VERB",
        "AUX",
    ):
        if token.dep_ == "ccomp" and token.tag_ not in ("VBG", "VBD"):
            return None
        return source_of(head) if head != token else None
    if token.dep_ == "pcomp" or (token.dep_ == "prep" and head.pos_ == "VERB"):
        return source_of(head.head) if head.head != head else None
    if token.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN"):
        return _issuer(head) if cues.is_statement(head) else head
    return None


def in_dateline(token: Token) -> bool:
    """Whether the token stands in "HARBOUR CITY, May 4 (Agency) -"."""
    match = _DATELINE.match(token.doc.text)
    return match is not None and token.idx < match.end()


def _antecedent(subject: Token, token: Token) -> Token:
    if subject.lower_ in ("who", "which", "that") and token.dep_ == "relcl":
        return token.head
    if cues.is_statement(subject) and subject.pos_ == "NOUN":
        return _issuer(subject) or subject
    return subject


def _issuer(statement: Token) -> Token | None:
    """Who made a statement: its owner, its "by", or who issued it."""
    for token in statement.children:
        if token.dep_ == "poss":
            return token
        if token.dep_ == "prep" and token.lower_ in ("by", "from", "of"):
            return _child(token, "pobj")
        if token.dep_ == "acl" and (agent := _agent(token)) is not None:
            return agent
    verb = statement.head
    if verb.pos_ == "VERB" and cues.lemma(verb) in cues.words("issuing"):
        if statement.dep_ in ("dobj", "obj"):
            return source_of(verb)
    if statement.dep_ == "pobj" and verb.head.pos_ == "VERB":
        return source_of(verb.head) if cues.is_cue(verb.head) else None
    return None


def _agent(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ == "agent":
            return _child(child, "pobj")
    return None


def relayed_source(token: Token) -> Token | None:
    """The inner source in "X, citing officials, said" and "X reported, quoting Y"."""
    for child in token.subtree:
        if child.lower_ in ("citing", "quoting") and child.dep_ in (
            "advcl",
            "prep",
            "acl",
            "xcomp",
            "pcomp",
        ):
            return _child(child, "dobj") or _child(child, "pobj")
    return None


def _carrier(token: Token) -> Token | None:
    """Who carried the text in which it was said ("a statement carried by X")."""
    for child in token.subtree:
        held = child.dep_ == "acl" and child.tag_ == "VBN"
        if held and cues.is_statement(child.head) and child.head.dep_ == "pobj":
            if cues.lemma(child) in cues.words("carrying"):
                return _agent(child)
    return None


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
        if (against and token.dep_ == "advcl") or (
            parallel and _child(token, "nsubj") is not None
        ):
            if cues.is_cue(token):
                found |= {t.i for t in token.subtree}
    return found


def _neighbour(token: Token) -> Token | None:
    """A source right beside the verb that the parser did not tie to it."""
    if token.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    doc, sent = token.doc, token.sent
    after = token.i + 1
    if after < sent.end and cues.lemma(token) in cues.words("speaking"):
        for chunk in sent.noun_chunks:
            if chunk.start == after and _speaks_itself(chunk.root):
                return chunk.root
    held = _before_participle(token)
    if held is not None:
        return held
    before = token.i - 1
    while before > sent.start and doc[before].pos_ in _SKIP_BEFORE:
        before -= 1
    if before > sent.start and doc[before].text == ",":
        before -= 1
    for chunk in sent.noun_chunks:
        if chunk.end == before + 1 and _speaks_itself(chunk.root):
            return chunk.root
    return None


def _before_participle(token: Token) -> Token | None:
    """ "Ann Bell, walking with a cane, said": the parser gives her to "walking"."""
    for child in token.children:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i < token.i:
            subject = _child(child, "nsubj")
            if subject is not None and subject.i < child.i:
                return subject
    return None


def _speaks_itself(root: Token) -> bool:
    return (
        root.ent_type_ in ("PERSON", "ORG", "NORP")
        or cues.speaks(root)
        or root.lower_ in ("he", "she", "they", "it")
    )


def _content(token: Token, block: tuple[int, int]) -> set[int]:
    """Tokens of the clauses and objects that a reporting verb governs."""
    found: set[int] = set()
    for child in token.children:
        if _is_cut_off(child, token):
            continue
        if child.dep_ in _CLAUSAL or _is_direct(child, token):
            found |= {t.i for t in child.subtree} - _set_against(child)
        elif child.dep_ in ("dobj", "obj", "oprd", "attr") and _is_nominal(
            token, child
        ):
            found |= {t.i for t in child.subtree}
        elif (
            child.dep_ == "prep"
            and _is_nominal(token, child)
            and child.lower_ in ("at", "as", "of")
        ):
            found |= {t.i for t in child.subtree}
    apart = block[0] > 0 and token.doc[block[0] - 1].text in _STOP
    behind = token.dep_ in ("parataxis", "ccomp") and token.head.i < token.i
    if behind and apart and not found:
        head = token.head
        if head.pos_ in ("VERB", "AUX") and not cues.is_cue(head):
            inner = {t.i for t in token.subtree}
            found |= {t.i for t in head.subtree} - inner
    return {i for i in found if not block[0] <= i < block[1]}


def _is_cut_off(child: Token, token: Token) -> bool:
    """A clause in front that a semicolon parts from the reporting verb."""
    if child.i > token.i:
        return False
    return any(t.text == ";" for t in token.doc[child.i : token.i])


def _is_direct(child: Token, token: Token) -> bool:
    """A quoted or preposed clause that the parser calls something else."""
    if child.dep_ in ("parataxis", "dep") and child.pos_ in ("VERB", "AUX"):
        return True
    return (
        child.dep_ == "advcl"
        and child.i > token.i
        and child.lower_ in ("saying", "telling")
    )


def _is_nominal(token: Token, child: Token) -> bool:
    """Whether an object says what is stated ("confirmed two deaths")."""
    if cues.lemma(token) not in cues.words("nominal"):
        return False
    if child.ent_type_ in ("DATE", "TIME"):
        return False
    return not cues.is_statement(child) or cues.lemma(child) in (
        "toll",
        "figure",
        "estimate",
    )


def _child(token: Token, dep: str) -> Token | None:
    return next((child for child in token.children if child.dep_ == dep), None)


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
