"""Whether a person told singly died or lives on: two fates are two persons (NUM-20)."""

from __future__ import annotations

from typing import Literal

from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.told import Told

Fate = Literal["dead", "alive"]

#: Metrics of those who are still alive.
ALIVE = frozenset({"critical", "injured", "hospitalized"})


def fate_of(told: Told) -> Fate | None:
    """Return what became of the person, None where the words leave it open.

    Whoever was shot or taken to a hospital may die yet; whoever was "wounded", "is
    recovering" or "in a stable condition" did not.
    """
    metric = told.figure.metric
    if metric == "killed":
        return "dead"
    if metric not in ALIVE:
        return None
    said = f"{told.clause.quote}{told.clause.after}"
    if pattern("parts", "fates", "dead").search(said):
        return None
    if metric != "injured" or pattern("parts", "fates", "verbs").fullmatch(
        told.draft.anchor.lower_
    ):
        return "alive"
    return "alive" if pattern("parts", "fates", "alive").search(said) else None
