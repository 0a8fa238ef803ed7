"""First vectors of tokens, by spaCy's own weights, remembered.

A third of the work on a token's vector looks at the token alone: its norm, prefix, suffix
and shape. The words of news come again and again, so what was found for them is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, chain

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Features = NDArray[np.uint64]

#: Remembered tokens, some ten megabytes.
_MOST = 20_000
#: The layers of spaCy's embedding: features of documents, then what is done with them.
_LAYERS = (
    "extract_features",
    "list2ragged",
    "with_array",
    "with_array",
    "ragged2list",
)


class Vectors:
    """What an embedding gives for tokens, computed once for equal ones."""

    def __init__(self, embedding: Model[Any, Any]) -> None:
        """Take over the layers of an embedding that is :func:`readable`."""
        read, *layers = embedding.layers
        self._read: Model[Any, Any] = read
        self._embed: Model[Any, Any] = chain(*layers)
        self._forget(embedding.get_dim("nO"))

    def _forget(self, width: int) -> None:
        self._known: dict[bytes, int] = {}
        self._vectors: Floats = np.empty((0, width), dtype=np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return the vectors of each document's tokens."""
        told: list[Features] = self._read.predict(docs)
        rows: Features = np.ascontiguousarray(np.concatenate(told))
        keys: list[bytes] = rows.view(f"V{rows.strides[0]}")[:, 0].tolist()
        self._learn(dict(zip(keys, rows, strict=True)))
        found = self._vectors[[self._known[key] for key in keys]]
        return np.split(found, np.cumsum([len(each) for each in told])[:-1])

    def _learn(self, rows: dict[bytes, Features]) -> None:
        """Compute and keep the vectors of rows that are not known yet."""
        new = [key for key in rows if key not in self._known]
        if new and len(self._known) + len(new) > _MOST:
            self._forget(self._vectors.shape[1])
            new = [*rows]
        if new:
            found: list[Floats] = self._embed.predict(
                [np.stack([rows[k] for k in new])]
            )
            first = len(self._known)
            self._known.update((key, first + i) for i, key in enumerate(new))
            self._vectors = np.concatenate([self._vectors, *found])


def remember(vectors: Model[Any, Any]) -> None:
    """Let a model that begins with spaCy's embedding remember what it gives."""
    for layer in vectors.walk():
        if readable(layer):
            vectors.replace_node(layer, _model(Vectors(layer)))
            return


def readable(embedding: Model[Any, Any]) -> bool:
    """Whether a model is an embedding that looks at each token alone."""
    return tuple(layer.name.split("(")[0] for layer in embedding.layers) == _LAYERS


def _model(vectors: Vectors) -> Model[Any, Any]:
    def forward(
        model: Model[Any, Any], docs: Sequence[Doc], *, is_train: bool
    ) -> tuple[list[Floats], Callable[[Any], Any]]:
        return vectors(docs), lambda gradient: gradient

    return Model("sourcebook_vectors", forward)
