"""All contradictions of one tree: output, not errors; nobody wins here."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.model.estimate import Contradiction
from sourcebook.reconcile.blame import blame
from sourcebook.reconcile.case import Case
from sourcebook.reconcile.clashes import clashes, internal, scope_mismatch
from sourcebook.reconcile.estimates import Settled
from sourcebook.reconcile.means import means, similar_pattern
from sourcebook.reconcile.origins import common_origin, details
from sourcebook.reconcile.sayings import sayings


def contradictions(case: Case, settled: Sequence[Settled]) -> list[Contradiction]:
    """Return the contradictions of a tree, each once, in order of their ids.

    Claims that say the same stand on one side of one contradiction.
    """
    found = [each for s in settled for each in clashes(case, s)]
    found += [each for s in settled for each in scope_mismatch(case, s)]
    found += internal(case, settled)
    found += means(case)
    found += similar_pattern(case)
    found += blame(case)
    found += sayings(case)
    found += details(case)
    found += common_origin(case)
    return sorted({each.id: each for each in found}.values(), key=lambda c: c.id)
