"""A ruling: the verdict on one assertion, with the claims that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.draft.values import Verdict
from sourcebook.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict, why, the claims with the draft's words, and those against them."""

    verdict: Verdict
    explanation: str
    rests_on: Sequence[Claim] = ()
    against: Sequence[Claim] = ()
    also: tuple[Verdict, ...] = ()
