"""Persons and bodies in the words of a source: who it is, and for whom they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.wording import BREAKS, clean
from sourcebook.extract.clauses import entities

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens


def person_in(tokens: Tokens, head: Token) -> Tokens | None:
    """The personal name that the phrase is about, not one it mentions."""
    found = None
    for entity in entities(tokens.doc):
        if entity.label_ != "PERSON" or entity.end <= tokens.start:
            continue
        if entity.start >= tokens.end:
            break
        beside = entity.start <= head.i < entity.end or entity.start == head.i + 1
        if beside or _ends_with(tokens, entity, head):
            found = entity
    if found is None:
        return (
            _name_after_title(tokens, head)
            or _name_before_body(tokens, head)
            or _name_of_member(tokens, head)
        )
    if cues.speaks(found.root):
        return None
    return _without_title(_from_rank_on(found, tokens.start))


def _from_rank_on(name: Tokens, first: int) -> Tokens:
    """A name with the first names that the tagger left to the rank before them."""
    doc, start = name.doc, name.start
    while start > first and doc[start - 1].pos_ == "PROPN" and not _is_rank(doc[start]):
        start -= 1
        if _is_rank(doc[start]):
            return doc[start + 1 : name.end]
    return name


def _is_rank(token: Token) -> bool:
    """Whether it is a rank, or closes an abbreviated one."""
    return token.is_punct or token.lower_.rstrip(".") in cues.nouns("ranks")


def _ends_with(tokens: Tokens, name: Tokens, head: Token) -> bool:
    """Whether a titled name closes the words ("superintendent at St Ann Dr Omar Bask")."""
    start, titles = name.start, cues.nouns("titles")
    while start > head.i and tokens.doc[start - 1].lower_.rstrip(".") in titles:
        start -= 1
    titled = start < name.start or tokens.doc[name.start].lower_.rstrip(".") in titles
    apart = tokens.doc[start - 1].pos_ in ("NOUN", "PROPN")
    closes = name.end == tokens.end and head.i < start - 1
    return titled and apart and closes and not cues.is_spokesperson(head)


def person_beside(beside: Tokens) -> Tokens | None:
    """A personal name that an apposition begins or ends with."""
    for entity in entities(beside.doc):
        if entity.label_ != "PERSON" or entity.start < beside.start:
            continue
        if entity.end > beside.end:
            break
        lead = beside.doc[beside.start : entity.start]
        if all(t.pos_ in ("NOUN", "PROPN", "ADJ", "DET") for t in lead):
            return _without_title(entity)
    return None


def named_beside(beside: Tokens) -> Tokens | None:
    """A name that no tagger knows: two to four proper nouns between the commas."""
    while len(beside) > 1 and beside[-1].text in (".", ",", "”", '"'):
        beside = beside.doc[beside.start : beside.end - 1]
    proper = all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in beside)
    start = beside.start + (len(beside) > 2 and beside[0].text.isupper())
    return beside.doc[start : beside.end] if proper and 1 < len(beside) < 5 else None


def _without_title(entity: Tokens) -> Tokens:
    start, end = entity.start, entity.end
    titles = cues.nouns("titles")
    while start < end - 1 and entity.doc[start].lower_.rstrip(".") in titles:
        start += 1
    while end - 1 > start and not entity.doc[end - 1].text[:1].isalnum():
        end -= 1
    return entity.doc[start:end]


def _name_after_title(tokens: Tokens, head: Token) -> Tokens | None:
    """Proper nouns behind a title or a person noun ("police chief Adan Yare")."""
    if head.pos_ != "PROPN" or cues.speaks(head):
        return None
    start = head.i
    while start > tokens.start and tokens.doc[start - 1].pos_ == "PROPN":
        if tokens.doc[start - 1].lower_.rstrip(".") in cues.nouns("titles"):
            break
        start -= 1
    before = tokens.doc[start - 1] if start > tokens.start else None
    if before is None:
        return None
    titled = before.lower_.rstrip(".") in cues.nouns("titles")
    if titled or cues.lemma(before) in cues.nouns("persons"):
        return tokens.doc[start : head.i + 1]
    return None


def _name_before_body(tokens: Tokens, head: Token) -> Tokens | None:
    """Two or three proper nouns whom a body is told for ("Ann Bell of the Tern Agency")."""
    of = head.i + 1
    if head.pos_ != "PROPN" or head.ent_type_ in ("ORG", "GPE", "LOC", "FAC"):
        return None
    if of >= tokens.end or tokens.doc[of].lower_ not in ("of", "from", "with", "at"):
        return None
    name = tokens.doc[tokens.start : of]
    body = [c for c in tokens.doc[of].children if c.dep_ == "pobj"]
    told = any(c.ent_type_ == "ORG" or cues.speaks(c) for c in body)
    words = [t for t in name if t.pos_ != "PROPN" or cues.speaks(t)]
    return name if told and not words and 1 < len(name) < 4 else None


def _name_of_member(tokens: Tokens, head: Token) -> Tokens | None:
    """The person before "of" where the parser took his body for the one who speaks.

    "Inspector Ann Bell of Tern Police said": the head is the last word of the body.
    """
    if head.pos_ != "PROPN" or head.i != tokens.end - 1:
        return None
    for entity in entities(tokens.doc):
        of = entity.end
        if entity.label_ != "PERSON" or entity.start < tokens.start or of >= head.i:
            continue
        lead = tokens.doc[tokens.start : entity.start]
        body = head.ent_type_ == "ORG" or cues.speaks(head)
        told = tokens.doc[of].lower_ in ("of", "from", "with") and len(lead) <= 2
        if told and body and all(t.pos_ == "PROPN" for t in lead):
            return _without_title(entity)
    return None


def body_in(tokens: Tokens, head: Token, person: Tokens | None) -> str | None:
    """The organisation in a phrase about a person: a name, else a body noun."""
    held = None
    inside = set(range(person.start, person.end)) if person is not None else set()
    for entity in entities(tokens.doc):
        if entity.start < tokens.start or entity.end > tokens.end:
            continue
        if _owns(entity, head) or cues.lemma(head) in cues.nouns("kin"):
            continue
        if entity.label_ == "ORG" and entity.start not in inside:
            held = held if all(map(_is_rank, entity)) else entity
    office = _office(tokens, inside) if person is not None else None
    if held is None and office is None:
        office = _office_spoken_for(tokens)
    if office is not None and (held is None or held.text in office):
        return office
    noun = _body_noun(tokens, inside, head, alone=person is None)
    if noun is None:
        return clean(held.text) if held is not None else None
    longer = held is None or len(noun.text) > len(held.text)
    return clean(noun.text if longer or held is None else held.text)


def _office(tokens: Tokens, inside: set[int]) -> str | None:
    """A public office before or behind a name ("Norvan prime minister")."""
    words = [token for token in tokens if token.i not in inside]
    if not any(cues.lemma(token) in cues.nouns("offices") for token in words):
        return None
    run = [words[0]]
    for token in words[1:]:
        if token.i != run[-1].i + 1 or token.text in BREAKS:
            break
        run.append(token)
    if all(map(_is_rank, run)):
        return None
    return clean(tokens.doc[run[0].i : run[-1].i + 1].text)


def _office_spoken_for(tokens: Tokens) -> str | None:
    """The office in "a spokesman for the prime minister"."""
    for token in tokens:
        if token.lower_ in ("for", "of", "to") and cues.is_spokesperson(token.head):
            for noun in token.children:
                if noun.dep_ == "pobj" and cues.lemma(noun) in cues.nouns("offices"):
                    return clean(tokens.doc[noun.left_edge.i : noun.i + 1].text)
    return None


def headed_by(head: Token, person: Tokens) -> str | None:
    """The body in "Ann Lee, who heads the regional hospital"."""
    for verb in (c for t in (head, person.root) for c in t.children):
        if verb.dep_ != "relcl" or cues.lemma(verb) not in cues.nouns("heading"):
            continue
        for noun in verb.children:
            if noun.dep_ == "dobj" and cues.lemma(noun) in cues.nouns("bodies"):
                return clean(noun.doc[noun.left_edge.i : noun.i + 1].text)
    return None


def _owns(entity: Tokens, head: Token) -> bool:
    """Whether the name is an owner of somebody who does not speak for it."""
    return entity.root.dep_ == "poss" and not cues.is_spokesperson(head)


def _body_noun(
    tokens: Tokens, inside: set[int], head: Token, *, alone: bool
) -> Tokens | None:
    """A body noun with the words that make up its name ("regional police zone")."""
    doc = tokens.doc
    for token in reversed(tokens):
        if token.i in inside or (alone and token == head):
            continue
        if cues.lemma(token) in cues.nouns("bodies") and token.pos_ in (
            "NOUN",
            "PROPN",
        ):
            start = token.i
            while start > tokens.start and doc[start - 1].pos_ in (
                "PROPN",
                "ADJ",
                "NOUN",
            ):
                start -= 1
            return doc[start : token.i + 1]
    return None


def principal_in(tokens: Tokens) -> str | None:
    """The person that an unnamed spokesperson speaks for."""
    for entity in entities(tokens.doc):
        inside = tokens.start <= entity.start and entity.end <= tokens.end
        if inside and entity.label_ == "PERSON":
            return clean(entity.text)
    return None
