"""First vectors of tokens that are remembered are those that spaCy computes."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import pytest

from sourcebook.extract import pipe_vectors
from sourcebook.extract.pipe_vectors import Vectors, readable, remember
from sourcebook.extract.pipeline import english, pipeline_name

TEXTS = (
    "Twelve people died when two cars crashed; gonna be a long night, he said.",
    "",
    "Two cars crashed.  Two people died, and TWO were hurt, hurt.",
)


@cache
def plain() -> Any:
    return importlib.import_module(pipeline_name()).load()


@cache
def embedding() -> Any:
    return next(m for m in plain().get_pipe("tok2vec").model.walk() if readable(m))


def docs(texts: Sequence[str] = TEXTS) -> list[Any]:
    return [plain().make_doc(text) for text in texts]


def alike(ours: Sequence[Any], theirs: Sequence[Any]) -> bool:
    return len(ours) == len(theirs) and all(
        a.shape == b.shape and np.allclose(a, b, atol=1e-5)
        for a, b in zip(ours, theirs, strict=True)
    )


def test_remembered_vectors_are_those_of_the_embedding() -> None:
    vectors = Vectors(embedding())
    for texts in (TEXTS, TEXTS[::-1], TEXTS[:1], TEXTS[1:2]):
        assert alike(vectors(docs(texts)), embedding().predict(docs(texts)))


def test_equal_tokens_are_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = Vectors(embedding())
    first = vectors(docs())
    monkeypatch.setattr(vectors, "_embed", None)
    assert all(
        np.array_equal(a, b) for a, b in zip(first, vectors(docs()), strict=True)
    )


def test_what_was_found_is_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipe_vectors, "_MOST", 20)
    vectors = Vectors(embedding())
    for text in (*TEXTS, *TEXTS):
        assert alike(vectors(docs([text])), embedding().predict(docs([text])))
        assert len(vectors._known) == len(vectors._vectors) <= 20


def test_both_networks_of_the_pipeline_remember() -> None:
    entities: Any = english().get_pipe("sourcebook_entities")
    tagging: Any = english().get_pipe("tok2vec")
    for model in (tagging.model, entities._vectors):
        assert "sourcebook_vectors" in [layer.name for layer in model.walk()]


def test_other_models_are_left_alone() -> None:
    linear = plain().get_pipe("ner").model.layers[0].layers[-1]
    before = [layer.name for layer in linear.walk()]
    remember(linear)
    assert not readable(linear)
    assert [layer.name for layer in linear.walk()] == before
