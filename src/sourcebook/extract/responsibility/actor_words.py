"""The words of a noun phrase that tell which actor is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, entity_at, following, lemma
from sourcebook.extract.parsed import Passage
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


_PLAIN = frozenset(
    {
        "male",
        "female",
        "suicide",
        "car",
        "truck",
        "lone",
        "single",
        "sole",
        "same",
        "first",
        "second",
        "other",
        "dead",
        "active",
        "mass",
        "main",
        "only",
        "alleged",
        "suspected",
    }
)


def entity_words_of(token: Token) -> str:
    """Return the words of the named entity around a token, else its own."""
    entity = entity_at(token)
    return str(entity.text if entity is not None else token.text)


def hedge_at(token: Token) -> str | None:
    """Return the word that weakens the naming of an actor or the telling of a deed."""
    for child in token.children:
        if child.lower_ in words("hedges") and child.dep_ not in ("relcl", "conj"):
            return str(child.text)
    return None


def is_aged(token: Token) -> bool:
    """Whether somebody is told by age alone ("a 13-year-old was charged")."""
    return token.lower_ in ("old", "olds") and any(
        c.dep_ == "npadvmod" and lemma(c) in ("year", "month") for c in token.children
    )


def is_unnamed(token: Token) -> bool:
    """Whether a pronoun or number stands for somebody unnamed ("someone", "the two")."""
    if token.lower_ in ("someone", "somebody", "trio", "duo", "pair"):
        return True
    return token.tag_ == "CD" and token.lower_ in words("several")


def stands_for_people(token: Token) -> bool:
    """Whether a number tells people by what follows ("one of the men")."""
    if token.tag_ != "CD":
        return True
    people = words("agents") | words("anonymous") | words("doers")
    return any(lemma(t) in people for t in after(token, "of"))


def unnamed_words(passage: Passage, token: Token) -> str:
    """Return the words for somebody unnamed: someone, one of the men, two."""
    of = next((c for c in token.children if c.lower_ == "of" and c.i > token.i), None)
    end = (
        of.right_edge.i if of is not None and of.right_edge.i - token.i < 6 else token.i
    )
    return " ".join(passage.quote(token.doc[token.i : end + 1]).split())


def is_said_before(token: Token) -> bool:
    """Whether a group is told of that was named before ("the group", "this movement")."""
    known = any(
        c.dep_ == "det" and c.lower_ in ("the", "this", "that", "same")
        for c in token.children
    )
    plain = all(c.dep_ in _LOOSE or c.i > token.i for c in token.children)
    alone = not any(c.dep_ in ("appos", "acl", "prep") for c in token.children)
    return known and plain and alone and lemma(token) in words("groupings")


#: What may stand before "group" without telling another one.
_LOOSE = frozenset({"det", "amod", "punct"})


def names_at(token: Token) -> Iterator[str]:
    """Yield the words and names at a token by which a group may be known."""
    yield token.lower_
    yield lemma(token)
    before = token.nbor(-1) if token.i else None
    joined = before is not None and before.dep_ in ("compound", "amod")
    if before is not None and joined and before.head == token:
        yield f"{before.lower_} {token.lower_}"
    entity = entity_at(token)
    if entity is not None:
        text = entity.text.lower().removeprefix("the ")
        text = text.removesuffix("'s").removesuffix("’s")
        yield text
        yield (
            text.removesuffix(" group")
            .removesuffix(" movement")
            .removesuffix(" militants")
        )
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.ent_type_:
            yield from names_at(child)


def is_told_apart(token: Token) -> bool:
    """Whether a noun comes with words that tell one from another ("a bearded man")."""
    for child in token.children:
        if (
            child.dep_ in ("amod", "compound", "nmod", "acl")
            and child.i < token.i
            and child.lower_ not in _PLAIN
        ):
            return True
        if child.dep_ == "poss":
            return True
        if (
            child.dep_ in ("appos", "nummod")
            and child.pos_ == "NUM"
            and child.i > token.i
        ):
            return True
    return False


def called(token: Token) -> Token | None:
    """The name of "a group called X", "the movement known as X"."""
    for child in token.children:
        if child.dep_ == "acl" and lemma(child) in _CALLING:
            for name in (*child.children, *after(child, "as")):
                if name.pos_ == "PROPN":
                    return name
    return None


_CALLING = frozenset({"call", "name", "know", "dub", "identify"})


def seats_of(noun: Token) -> Iterator[Token]:
    """The places of "the regimes in A, B and C", which are the actors then."""
    if lemma(noun) not in ("regime", "government", "authority"):
        return
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "of"):
            for place in child.children:
                if place.dep_ == "pobj" and place.ent_type_ == "GPE":
                    yield from following(place)


def members_of(noun: Token) -> Iterator[Token]:
    """Those whom "a group of" or "one of" names."""
    if lemma(noun) in words("containers") or noun.pos_ == "NUM":
        yield from after(noun, "of")
    elif lemma(noun) in words("doers"):
        bodies = (t for t in after(noun, "of") if t.ent_type_ in ("ORG", "NORP"))
        yield from (t for t in bodies if t.pos_ == "PROPN")


_NATURE = frozenset(
    {
        "hurricane",
        "storm",
        "typhoon",
        "cyclone",
        "earthquake",
        "quake",
        "flood",
        "tornado",
    }
)


def is_nature(token: Token) -> bool:
    """Whether a storm or an earthquake is meant, also one with a name."""
    return lemma(token) in _NATURE or any(c.lower_ in _NATURE for c in token.children)


def is_rite(token: Token) -> bool:
    """Whether a service is one in a church, and not a secret or security service."""
    armed = ("security", "intelligence", "secret", "police", "special")
    return lemma(token) == "service" and not any(
        lemma(c) in armed for c in token.children
    )


def is_of_some_group(speaker: Token) -> bool:
    """Whether a spokesperson's words tell only "the movement's" or "the rebels'"."""
    near = {lemma(t) for t in speaker.subtree}
    spokes = near & {"spokesman", "spokeswoman", "spokesperson"}
    return bool(spokes) and bool(
        near & {"movement", "insurgent", "militant", "rebel", "group", "guerrilla"}
    )


def is_one_person(token: Token) -> bool:
    """Whether "he" or "she" can stand for a noun: a name, a driver, a man."""
    return (
        token.ent_type_ == "PERSON"
        or lemma(token) in words("operators")
        or (token.tag_ == "NN" and lemma(token) in words("singles"))
    )


def names_body(token: Token, beside: Token) -> bool:
    """Whether a group is named behind its noun ("an unknown group, the Fire Cells")."""
    return lemma(token) in words("groupings") and beside.pos_ == "PROPN"
