"""Presupposed clauses: what the reporter tells inside somebody's statement.

In "the blast, which killed seven, was set off by rebels, he said" the relative
clause is the reporter's. A partitive one ("four of whom were hurt") is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVES = frozenset({"who", "which", "where", "that", "when", "whose"})


def is_presupposed(
    anchor: Token, inside: frozenset[int], counted: frozenset[int]
) -> bool:
    """Whether the anchor stands in a relative clause within the stated tokens.

    ``inside`` are the positions of the tokens that are stated; a relative clause
    whose noun lies outside them is stated itself. So is one whose noun is among
    the ``counted`` words of the claim ("12 people who were hurt").
    """
    step = anchor
    while step.head != step and step.i in inside:
        noun = step.head.i
        if (
            (step.dep_ == "relcl" or _is_in_which(step))
            and noun in inside
            and noun not in counted
            and _adds(step)
        ):
            return True
        step = step.head
    return False


def _adds(clause: Token) -> bool:
    """Whether a relative clause tells a fact of its own, and is not partitive."""
    words = [t for t in clause.subtree if t.i < clause.i]
    relative = next((t for t in words if t.lower_ in _RELATIVES), None)
    if relative is None:
        return False
    return not any(t.lower_ in ("whom", "of") for t in words[:4])


def _is_in_which(clause: Token) -> bool:
    """ "Last week, in which 30 were killed": relative, whatever the parser says."""
    return clause.dep_ == "advcl" and any(
        token.lower_ == "which" and token.dep_ == "pobj" and token.head.lower_ == "in"
        for token in clause.subtree
    )
