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
    from sourcebook.extract.syntax import Token


def _is_body(noun: Token, relation: Relation) -> bool:
    """Whoever claims an attack is somebody, also under a name that nobody knows."""
    return relation == "claimed" and noun.pos_ == "PROPN"


def found_each(
    verb: Token, doer: Token | None, relation: Relation, actors: Actors
) -> Iterator[Finding]:
    """Yield a finding for each actor named; whoever claims is learnt as an actor."""
    if doer is None:
        return
    for noun in actors.split(doer):
        kind = actors.kind(noun)
        nameable = noun.pos_ == "PRON" or actors.names_group(noun)
        if kind is None and not nameable and not _is_body(noun, relation):
            continue
        if relation == "claimed":
            actors.learn(noun)
        yield Finding(actor=noun, relation=relation, anchor=verb)
