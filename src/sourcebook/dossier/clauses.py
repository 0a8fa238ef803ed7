"""Clauses of the summary: words with the claims they rest on, put into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.dossier.values import Ref

#: Clauses of one sentence; more would hide it.
CLAUSES = 4
#: Words that judge: in the report's own quotation marks or not at all (RSP-7).
_JUDGING = re.compile(r"(?i)\b(?:terror\w*|regime|extremist\w*|thug\w*|militia\w*)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Words and the claims they rest on."""

    words: str
    claims: tuple[Ref, ...]


Sentence = tuple[Clause, ...]


def sentence(clauses: Iterable[Clause]) -> Sentence:
    """Return clauses set apart by semicolons, with a full stop after the last."""
    all_told = list(clauses)
    told = all_told[:CLAUSES]
    end = "." if len(all_told) <= CLAUSES else "; more stands in the table below."
    return tuple(
        Clause(
            words=("; " if i else "") + clause.words,
            claims=clause.claims,
        )
        for i, clause in enumerate(told)
    ) + ((Clause(words=end, claims=()),) if told else ())


def listed(lead: str, clauses: Sequence[Clause]) -> Sentence:
    """Return clauses as a list: "A, B and C."."""
    found = []
    for i, clause in enumerate(clauses):
        before = lead if i == 0 else (" and " if i == len(clauses) - 1 else ", ")
        found.append(Clause(words=before + clause.words, claims=clause.claims))
    return (*found, Clause(words=".", claims=())) if found else ()


def neutral(name: str) -> str:
    """Return a name, in quotation marks where its words judge (RSP-7).

    >>> neutral("Grey Tide"), neutral("the terrorist group")
    ('Grey Tide', '“the terrorist group”')
    """
    return f"“{name}”" if _JUDGING.search(name) else name
