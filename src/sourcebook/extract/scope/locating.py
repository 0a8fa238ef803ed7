"""Names that stand where a place does, whatever the names are taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.scope.lexicon import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: Names that are no place's.
OTHERS = frozenset({"PERSON", "ORG", "DATE", "TIME", "CARDINAL", "ORDINAL", "EVENT"})
LOCATIVE = frozenset({"in", "near", "at", "outside"})


def is_placed(token: Token) -> bool:
    """Whether a name says where: "in Punjab", also where it is taken for a people."""
    return (
        token.pos_ == "PROPN"
        and token.is_title
        and token.dep_ == "pobj"
        and token.head.lower_ in LOCATIVE
        and token.ent_type_ not in OTHERS
        and token.lower_ not in words("site", "times")
    )
