"""Findings about those who speak of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import (
    Finding,
)
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from spacy.tokens import Token


def found_each(
    verb: Token, doer: Token | None, relation: Relation, actors: Actors
) -> Iterator[Finding]:
    """Yield a finding for each actor named; whoever claims is learnt as an actor."""
    if doer is None:
        return
    for noun in actors.split(doer):
        kind = actors.kind(noun)
        if kind is None and noun.pos_ != "PRON" and not actors.names_group(noun):
            continue
        if kind == "anonymous" and relation == "denied":
            continue
        if relation == "claimed":
            actors.learn(noun)
        yield Finding(actor=noun, relation=relation, anchor=verb)
