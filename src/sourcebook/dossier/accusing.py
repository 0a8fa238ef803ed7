"""The summary's sentences on who is held responsible, by whom (N6, RSP-4, RSP-7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sourcebook.dossier.basis import both
from sourcebook.dossier.blame import telling
from sourcebook.dossier.clauses import Clause, Sentence, neutral, sentence
from sourcebook.dossier.values import Blame, Ref
from sourcebook.dossier.wording import joined

_HEDGE = re.compile(r"“[^”]+”")


def _refs(rows: Iterable[Blame]) -> tuple[Ref, ...]:
    """Return the first claim of each quotation of each row."""
    return tuple(quote.refs[0] for row in rows for quote in row.quotes)


def by_themselves(blame: Sequence[Blame]) -> Sentence:
    """Who claimed it and who denied it: the actors' own words, as reported."""
    clauses: list[Clause] = []
    for way, words in _THEMSELVES:
        rows = [row for row in blame if row.way == way]
        for i, actor in enumerate(dict.fromkeys(row.actor for row in rows)):
            said = [row for row in rows if row.actor == actor]
            lead = "by" if i else words
            lead = f"{way} by" if clauses and not i else lead
            told = f"{lead} {neutral(actor)}"
            clauses.append(Clause(words=told, claims=_refs(said)))
    return sentence(clauses)


_THEMSELVES = (
    ("claimed", "Responsibility was claimed, according to the reports, by"),
    ("denied", "Responsibility was denied, according to the reports, by"),
)


def by_others(blame: Sequence[Blame]) -> Sentence:
    """Who accuses or suspects whom, and what reports state as fact."""
    clauses: list[Clause] = []
    for ways, named, unnamed in _WAYS:
        rows = [row for row in blame if row.way in ways]
        told_most = sorted(_by_source(rows), key=lambda said: -len(_refs(said)))
        for said in told_most:
            words = unnamed if all(row.own_voice for row in said) else named
            told = words.format(
                who=_who(said), actors=both(neutral(row.actor) for row in said)
            )
            hedged = sorted(said, key=lambda row: not row.hedge)
            clauses.append(Clause(words=told + _hedged(said), claims=_refs(hedged)))
    if not clauses:
        return ()
    first = clauses[0]
    capital = first.words[:1].upper() + first.words[1:]
    return sentence([Clause(words=capital, claims=first.claims), *clauses[1:]])


_WAYS = (
    (
        ("accused", "accused_by_authority"),
        "{who} accused {actors}",
        "accused in the words of {who}: {actors}",
    ),
    (("suspected",), "suspected by {who}: {actors}", "suspected in {who}: {actors}"),
    (("acquitted",), "cleared by {who}: {actors}", "cleared in {who}: {actors}"),
    (
        ("reported_as_fact",),
        "told as fact by {who}: that it was {actors}",
        "told as fact in {who}: that it was {actors}",
    ),
)


def _by_source(rows: Sequence[Blame]) -> list[list[Blame]]:
    """Return rows by whose word they are, outlets that say the same as one."""
    whose: dict[str, list[Blame]] = {}
    for row in rows:
        whose.setdefault(row.lineage or row.source, []).append(row)
    found: dict[tuple[object, ...], list[Blame]] = {}
    for key, said in whose.items():
        own = all(row.own_voice for row in said)
        actors = tuple(sorted({row.actor for row in said}))
        found.setdefault(actors if own else (key,), []).extend(said)
    return list(found.values())


def _who(rows: Sequence[Blame]) -> str:
    """Return the most telling name of a source, or the outlets that say the same."""
    if all(row.own_voice for row in rows):
        names = list(dict.fromkeys(row.source for row in rows))
        more = len(names) - 3
        return joined(names[:3] + ([f"{more} more"] if more > 0 else []))
    return neutral(max((row.source for row in rows), key=telling))


def _hedged(rows: Sequence[Blame]) -> str:
    """Return the hedge of an accusation, and whether it is always hedged (RSP-4)."""
    hedges = both(hedge for row in rows for hedge in _HEDGE.findall(row.hedge))
    if not hedges:
        return ""
    always = all(row.hedge for row in rows)
    return f" ({hedges})" if always else f" ({hedges} in one wording)"
