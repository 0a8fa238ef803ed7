"""Tokens that are read once say what spaCy's say."""

from __future__ import annotations

from functools import cache
from itertools import combinations, product
from typing import Any

import pytest

from sourcebook.extract.pipeline import english
from sourcebook.extract.syntax import Alignment, Doc, Token

PLAIN = (
    "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_",
    "whitespace_", "is_alpha", "is_digit", "is_lower", "is_punct", "is_quote", "is_space",
    "is_title", "like_num", "is_sent_start",
)  # fmt: skip
OTHERS = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")
TEXTS = (
    "Governor Ann Marlow of Ohio said on Friday, May 3, that 12 people died.",
    'The men, women and "at least two" children who were hurt left; a cat stayed.',
    "  \n A bomb went off.  Police  and soldiers came, she said (about 2 p.m.)  ",
    "What they were told of by the mayor was not so, and nor was it denied.",
    "Berlin",
    "",
)


@cache
def both(text: str) -> tuple[Any, Doc]:
    told = english()(text)
    return told, Doc(told)


def places(tokens: Any) -> list[int]:
    return [token.i for token in tokens]


def stretch(tokens: Any) -> tuple[object, ...] | None:
    if tokens is None:
        return None
    return tokens.start, tokens.end, tokens.start_char, tokens.end_char, tokens.text


@pytest.mark.parametrize("text", TEXTS)
def test_a_token_says_what_spacys_says(text: str) -> None:
    told, doc = both(text)
    assert len(doc) == len(told)
    assert doc.text == told.text
    for theirs, ours in zip(told, doc, strict=True):
        assert ours is doc[ours.i]
        assert (len(ours), str(ours), repr(ours)) == (len(theirs), *[theirs.text] * 2)
        assert ours.morph == theirs.morph
        for name in PLAIN:
            assert getattr(ours, name) == getattr(theirs, name), name
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(ours, name).i == getattr(theirs, name).i, name
        for name in OTHERS:
            assert places(getattr(ours, name)) == places(getattr(theirs, name)), name


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_and_entities_are_spacys(text: str) -> None:
    told, doc = both(text)
    assert [*map(stretch, doc.sents)] == [*map(stretch, told.sents)]
    assert [*map(stretch, doc.ents)] == [*map(stretch, told.ents)]
    assert [e.label_ for e in doc.ents] == [e.label_ for e in told.ents]
    assert [t.sent for t in doc] == [s for s in doc.sents for _ in s]


@pytest.mark.parametrize("text", TEXTS)
def test_neighbouring_tokens_say_what_spacys_say(text: str) -> None:
    told, doc = both(text)
    for first, last in combinations(range(len(told) + 1), 2):
        theirs, ours = told[first:last], doc[first:last]
        assert stretch(ours) == stretch(theirs)
        assert (ours.root.i, ours.sent.start) == (theirs.root.i, theirs.sent.start)
        assert (len(ours), ours[-1].i) == (len(theirs), theirs[-1].i)
        assert stretch(ours[1:3]) == stretch(theirs[1:3])
        assert [*map(stretch, ours.ents)] == [*map(stretch, theirs.ents)]
        assert places(ours.subtree) == places(theirs.subtree)
        assert places(ours.lefts) == places(theirs.lefts)
        assert places(ours.rights) == places(theirs.rights)
        chunks = [*map(stretch, ours.noun_chunks)]
        assert chunks == [*map(stretch, theirs.noun_chunks)]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
def test_characters_are_found_as_spacy_finds_them(text: str, mode: Alignment) -> None:
    told, doc = both(text)
    for start, end in combinations(range(len(text) + 3), 2):
        theirs = told.char_span(start, end, alignment_mode=mode)
        assert stretch(doc.char_span(start, end, alignment_mode=mode)) == stretch(
            theirs
        )


def test_slices_end_where_the_document_does() -> None:
    told, doc = both(TEXTS[0])
    for first, last in product((None, -40, -3, 0, 2, 40), repeat=2):
        theirs, ours = told[first:last], doc[first:last]
        assert (ours.start, ours.end) == (theirs.start, theirs.end)


def test_stretches_are_equal_by_place_and_kind() -> None:
    _, doc = both(TEXTS[0])
    _, other = both(TEXTS[1])
    assert doc[0:2] == doc[0:2]
    assert len({doc[0:2], doc[0:2], doc[0:3], other[0:2]}) == 3
    assert doc[0:2] != "Governor Ann"
    entity = doc.ents[0]
    assert entity != doc[entity.start : entity.end]
    assert repr(doc[0:2]) == str(doc[0:2]) == "Governor Ann"


def test_beyond_either_end_there_is_no_neighbour() -> None:
    _, doc = both(TEXTS[0])
    assert doc[0].nbor().i == 1
    assert doc[2].nbor(-2).i == 0
    for at, step in ((0, -1), (len(doc) - 1, 1)):
        with pytest.raises(IndexError):
            doc[at].nbor(step)


def test_who_hangs_from_whom() -> None:
    told, doc = both(TEXTS[1])

    def pairs(tokens: Any) -> list[bool]:
        return [a.is_ancestor(b) for a, b in product(tokens, repeat=2)]

    assert pairs(doc) == pairs(told)


def test_a_token_is_equal_to_itself_only() -> None:
    _, doc = both(TEXTS[0])
    once: set[Token] = {*doc, *doc}
    assert len(once) == len(doc)
