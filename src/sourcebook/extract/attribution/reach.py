"""How far the words of a source go, where the parser loses the clause they govern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import Cue

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPEN_AGAIN = frozenset(
    {"citing", "quoting", "adding", "according", "saying", "noting"}
)


def carried_on(cue: Cue) -> set[int]:
    """Return what stands behind a plain "X said", up to the next source's words.

    A tag set off by commas in the middle ("the car, police said, hit two") is passed
    over: what follows it goes on with what precedes.
    """
    token, end = cue.token, cue.sentence.tokens.end
    said = token.tag_ in _FINITE or token.dep_ == "pcomp"
    if cues.lemma(token) not in cues.words("plain") or not said:
        return set()
    if cue.block[0] and token.doc[cue.block[0] - 1].tag_ in ("WP", "WDT"):
        return set()  # "who police say": what follows its clause is the reporter's
    labels = {child.dep_ for child in token.children if child.i > token.i}
    heard = cues.lemma(token) != "say" or _is_courteous(cue)
    if (
        heard
        and "dobj" in labels
        and not labels & {"ccomp", "xcomp", "dative", "parataxis"}
    ):
        return set()
    behind = {i for i in cue.content if i >= cue.block[1]}
    start = min(behind) if behind else _after_tag(cue)
    return set(range(start, _stop(cue, start, end))) if start is not None else set()


def _is_courteous(cue: Cue) -> bool:
    """ "Said goodbye to six" states nothing; other things "said" are clauses lost."""
    start = cue.token.i + 1
    near = cue.token.doc[start : min(start + 3, cue.sentence.tokens.end)]
    return any(cues.lemma(t) in cues.words("courtesies") for t in near)


def told_in_front(cue: Cue) -> set[int]:
    """Return what stands before a plain tag that closes its sentence.

    "One fell, and another ran, police said": both are what police said, unless the
    first has a source of its own or a semicolon parts them.
    """
    token, start = cue.token, cue.sentence.tokens.start
    first = min(cue.content, default=start)
    mark = token.doc[cue.block[0] - 1].text if cue.block[0] > start else ""
    if mark != "," or max(cue.content) >= cue.block[0] or first == start:
        return set()
    front = token.doc[start:first]
    parted = any(t.text in (";", ":") or t.is_quote for t in front)
    told = any(cues.is_cue(t) or t.lower_ == "according" for t in front)
    plain = cues.lemma(token) in cues.words("plain") and token.tag_ in _FINITE
    coordinated = token.doc[first - 1].lower_ in ("and", "but", ",", "or")
    if parted or told or not plain or not coordinated:
        return set()
    return set(range(start, first))


def told_at_length(cue: Cue) -> set[int]:
    """Return the rest of the sentence where the parser ties no clause to the verb.

    "The minister told the press 12 rebels and a soldier were killed": whom he told
    is taken for what is stated, and the clause for one of its own.
    """
    token, end = cue.token, cue.sentence.tokens.end
    if cues.lemma(token) not in ("say", "tell") or token.tag_ not in (*_FINITE, "VBN"):
        return set()
    heard = [
        c for c in token.children if c.dep_ in ("dative", "dobj") and c.i > token.i
    ]
    start = token.i + 1
    if cues.lemma(token) == "tell":
        heard = [c for c in heard if c.dep_ == "dative"] or heard[:1]
        start = heard[0].i + 1 if heard else start
    behind = token.doc[start:end]
    courteous = any(cues.lemma(t) in cues.words("courtesies") for t in behind[:2])
    told = any(t.tag_ in _FINITE and t.pos_ in ("VERB", "AUX") for t in behind)
    if courteous or not told:
        return set()
    return set(range(start, _stop(cue, start, end)))


def _after_tag(cue: Cue) -> int | None:
    """Where the sentence goes on behind a tag between commas."""
    doc, end = cue.token.doc, cue.block[1]
    in_front = cue.content and max(cue.content) < cue.block[0]
    listing = _behind(cue) if in_front else None
    if listing is not None and listing < cue.sentence.tokens.end:
        return listing
    while end < cue.sentence.tokens.end and doc[end].ent_type_ in ("DATE", "TIME"):
        end += 1
    if not in_front or end >= cue.sentence.tokens.end or doc[end].text != ",":
        return None
    if end + 1 >= cue.sentence.tokens.end or doc[end + 1].lower_ in _OPEN_AGAIN:
        return None
    goes_on = doc[end + 1].tag_ in (*_FINITE, "VBG", "IN", "WRB")
    return end + 1 if goes_on or _is_fronted(cue) else None


def _is_fronted(cue: Cue) -> bool:
    """Whether no main clause stands before the tag ("in Pasi, officials said, 14 died")."""
    front = cue.token.doc[cue.sentence.tokens.start : cue.block[0]]
    if not len(front) or front[0].tag_ not in ("IN", "TO", "RB", "RP", "WRB"):
        return False
    clause = any(t.tag_ in (*_FINITE, "VBN") for t in front)
    parted = any(t.text == "," for t in front[:-1])
    return not clause or (front[0].tag_ in ("IN", "WRB") and not parted)


def to_next_source(cue: Cue, start: int) -> set[int]:
    """Return the tokens from a position to the words of the next source."""
    return set(range(start, _stop(cue, start, cue.sentence.tokens.end)))


def _stop(cue: Cue, start: int, end: int) -> int:
    """Where the words of another source, or of the reporter, begin."""
    doc = cue.token.doc
    for index in range(start, end):
        token = doc[index]
        if token.text == ";" or (token.lower_ in _OPEN_AGAIN and index > start):
            return _without_mark(cue, index)
        if _is_anothers(token, cue, start):
            return _without_mark(cue, _head_of(token, start))
    return _without_mark(cue, end)


def _is_anothers(token: Token, cue: Cue, start: int) -> bool:
    """Whether a further reporting verb with a subject of its own stands here."""
    if token.pos_ not in ("VERB", "AUX") or not cues.is_cue(token):
        return False
    own = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if own is None or own.i < start or token == cue.token:
        return False
    beside = token.head == cue.token and token.dep_ in ("conj", "advcl", "parataxis")
    tag = cues.lemma(token) in cues.words("plain") and token.dep_ == "ROOT"
    marks = [c for c in token.children if c.dep_ in ("mark", "cc")]
    against = any(c.lower_ in cues.words("contrasting") for c in marks)
    return beside or tag or (against and cues.asserts(token))


def _head_of(token: Token, start: int) -> int:
    """Where a source's words begin: its verb's, else its subject's where it is within."""
    first = int(token.left_edge.i)
    if first < start:
        own = next(c for c in token.children if c.dep_ == "nsubj")
        first = int(own.left_edge.i)
    return max(start, first)


def _without_mark(cue: Cue, index: int) -> int:
    doc = cue.token.doc
    while index - 1 > cue.block[1] and (
        doc[index - 1].is_punct or doc[index - 1].lower_ in ("and", "but", "while")
    ):
        index -= 1
    return index


def inserted(cue: Cue) -> set[int]:
    """Return the clause that a bare "police say" stands in ("a man who they say fled")."""
    token = cue.token
    if token.i + 1 >= cue.sentence.tokens.end or cue.source.i > token.i:
        return set()
    verb = token.nbor()
    helped = token.dep_ == "aux" and token.head == verb
    if verb.tag_ not in _FINITE and not helped:
        return set()
    while verb.pos_ == "AUX" and verb.head.i > verb.i and verb.head.sent == verb.sent:
        verb = verb.head
    return {t.i for t in verb.subtree if token.i < t.i < cue.sentence.tokens.end}


def listed(cue: Cue) -> set[int]:
    """Return what a colon introduces ("claimed a higher toll: nine dead")."""
    last = max(cue.content) + 1
    end = cue.sentence.tokens.end
    if last >= end or cue.token.doc[last].text != ":" or last < cue.token.i:
        return set()
    return to_next_source(cue, last + 1)


def opened(cue: Cue) -> set[int]:
    """Return the rest of the sentence behind "indicate that", however it is parsed."""
    start = cue.token.i + 1
    if start >= cue.sentence.tokens.end or cue.token.doc[start].lower_ != "that":
        return set()
    verb = cue.asserts and cue.token.pos_ == "VERB"
    lost = start not in cue.content
    beside = verb and lost and max(cue.content) > start
    return to_next_source(cue, start) if beside else set()


def closes(cue: Cue) -> bool:
    """Whether "X said" ends its sentence behind a clause, also without a comma.

    "The shells killed nine the observatory said": the parser ties it to the nine.
    """
    token, tokens = cue.token, cue.sentence.tokens
    start, before = cue.block[0], cue.token.doc[max(0, cue.block[0] - 1)]
    tag = cues.lemma(token) in cues.words("plain") and token.tag_ in _FINITE
    own = any(c.dep_ in ("dobj", "ccomp") and c.i > token.i for c in token.children)
    if not tag or own or cue.source.i > token.i or start - tokens.start < 4:
        return False
    front = token.doc[tokens.start : start]
    told = any(t.tag_ in (*_FINITE, "VBN", "VBG") for t in front)
    hung = before.tag_ in ("WDT", "WP", "WRB", "IN", "CC", "TO", "DT")
    return told and not hung and _behind(cue) is not None


def closed_off(cue: Cue) -> set[int]:
    """Return what a tag closes, and "including ..." behind it."""
    front = set(range(cue.sentence.tokens.start, cue.block[0]))
    behind = _behind(cue)
    return front | set(
        range(behind or cue.sentence.tokens.end, cue.sentence.tokens.end)
    )


def _behind(cue: Cue) -> int | None:
    """Where the sentence goes on behind a tag: at its end or an "including"."""
    doc, end = cue.token.doc, cue.sentence.tokens.end
    index = cue.block[1]
    while index < end:
        token = doc[index]
        if token.lower_ == "including":
            return index
        dated = token.ent_type_ in ("DATE", "TIME")
        carried = token.dep_ in ("prep", "pobj", "det", "compound", "poss", "amod")
        if not (dated or token.is_punct or carried):
            return None
        index += 1
    return end
