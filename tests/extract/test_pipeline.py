"""The pipeline's own components set what spaCy's would."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

import pytest

from sourcebook.extract import pipe_entities, pipe_tags
from sourcebook.extract.pipeline import english, pipeline_name

ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
TEXTS = (
    "Governor Ann Marlow of Ohio said on Friday, May 3, that 12 people died.",
    "A car bomb killed at least twenty in Northport; the Red Cross sent 400 tents.",
    "There's nothing left. Let's go, y'all gonna see what they got ta say: we ain't.",
    "  \n Mayor O'Neil-Byrne's U.S. trip cost $3.5 million \n\n (about 2 p.m. GMT)  ",
    "She had been there in the 1990s when the New Harbour Times of London",
    "",
    " ",
    "Berlin",
)


@cache
def plain() -> Any:
    return importlib.import_module(pipeline_name()).load()


def seen(doc: Any) -> list[list[int]]:
    return doc.to_array(ATTRIBUTES).tolist() if len(doc) else []


@pytest.mark.parametrize("text", TEXTS)
def test_sets_what_the_stock_pipeline_sets(text: str) -> None:
    assert seen(english()(text)) == seen(plain()(text))


def test_many_at_once_as_one_by_one() -> None:
    together = [seen(doc) for doc in english().pipe(TEXTS)]
    assert together == [seen(english()(text)) for text in TEXTS]


def test_what_tokens_say_is_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    tags: Any = english().get_pipe(pipe_tags.NAME)
    monkeypatch.setattr(pipe_tags, "_MOST", 2)
    monkeypatch.setattr(tags, "_known", {})
    assert seen(english()(TEXTS[0])) == seen(plain()(TEXTS[0]))
    assert len(tags._known) <= 2


def test_other_recognisers_are_left_alone() -> None:
    recogniser = plain().get_pipe("ner")
    assert pipe_entities.readable(recogniser)
    recogniser.cfg["beam_width"] = 4
    try:
        assert not pipe_entities.readable(recogniser)
    finally:
        recogniser.cfg["beam_width"] = 1
