"""The summary's sentences on who is held responsible, by whom (N6, RSP-4, RSP-7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from sourcebook.dossier.basis import both
from sourcebook.dossier.blame import telling
from sourcebook.dossier.clauses import Clause, Sentence, sentence
from sourcebook.dossier.phrases import is_generic, verb
from sourcebook.dossier.values import Blame, Ref
from sourcebook.dossier.wording import joined
from sourcebook.reconcile.wording import head_of, says_nobody
from sourcebook.schema.sources import resolve

_HEDGE = re.compile(r"“[^”]+”")
#: Sources named before "2 more".
_NAMED = 3
_ACCUSED = ("accused", "accused_by_authority")
_PARTICIPLES = {
    "accused": "accused",
    "suspected": "suspected",
    "acquitted": "cleared",
    "arrested": "arrested",
    "charged": "charged",
    "convicted": "convicted",
}


def _refs(rows: Iterable[Blame]) -> tuple[Ref, ...]:
    """Return the first claim of each quotation of each row."""
    return tuple(quote.refs[0] for row in rows for quote in row.quotes)


def by_themselves(blame: Sequence[Blame], *, accident: bool = False) -> Sentence:
    """Who claimed it and who denied it: the actors' own words, as reported.

    Nobody claims an ``accident``: what a driver says there is told as his account.
    """
    clauses = [*_claims(blame, accident=accident), *_denials(blame)]
    return sentence(_capital(clauses))


def _claims(blame: Sequence[Blame], *, accident: bool) -> list[Clause]:
    claimed = _by_actor(row for row in blame if row.way == "claimed")
    clauses: list[Clause] = []
    for rows in claimed:
        phrase = rows[0].phrase
        if accident:
            is_said = verb([rows[0].actor], "is", "are")
            words = f"{phrase} {is_said} said to have told of their own part in it"
        elif clauses:
            words = f"by {phrase}"
        else:
            words = f"responsibility was claimed, according to the reports, by {phrase}"
        clauses.append(Clause(words=words, claims=_refs(rows)))
    return clauses


def _denials(blame: Sequence[Blame]) -> list[Clause]:
    denied = [row for row in blame if row.way == "denied"]
    clauses: list[Clause] = []
    for rows in _by_actor(row for row in denied if row.own):
        words = f"{rows[0].phrase} denied responsibility, according to the reports"
        clauses.append(Clause(words=words, claims=_refs(rows)))
    for rows in _by_source([row for row in denied if not row.own]):
        actors = both(row.phrase for row in rows)
        words = (
            f"it is told as fact in {_who(rows)} that {actors} had no part in it"
            if all(row.own_voice for row in rows)
            else f"{_who(rows)} denied that {actors} had a part in it"
        )
        clauses.append(Clause(words=words, claims=_refs(rows)))
    return clauses


def by_others(blame: Sequence[Blame], *, accident: bool = False) -> Sentence:
    """Who accuses or suspects whom, and what reports state as fact."""
    clauses: list[Clause] = []
    for rows, words in _told(blame, accident=accident):
        hedged = sorted(rows, key=lambda row: not row.hedge)
        clauses.append(Clause(words=words + _hedged(rows), claims=_refs(hedged)))
    return sentence(_capital(clauses))


def _told(
    blame: Sequence[Blame], *, accident: bool
) -> Iterable[tuple[Sequence[Blame], str]]:
    """Return rows that share a clause with its words, the weightiest ways first."""
    free = [row for row in blame if row.way in _ACCUSED and not row.custody]
    yield from _sorted(_by_source(free), _accusation)
    for custody in ("convicted", "charged", "arrested"):
        held = [row for row in blame if row.custody == custody]
        yield from _sorted(
            _by_actor(held), lambda rows: _passive(rows, rows[0].custody)
        )
    for way in ("suspected", "acquitted"):
        rows = [row for row in blame if row.way == way and not row.custody]
        yield from _sorted(_by_actor(rows), lambda rows: _passive(rows, rows[0].way))
    facts = [row for row in blame if row.way == "reported_as_fact"]
    if not accident:
        # "that it was a gunman" tells of nobody
        facts = [row for row in facts if not says_nobody(row.actor)]
    yield from _sorted(_by_source(facts), lambda rows: _fact(rows, accident=accident))


def _sorted(
    groups: Iterable[Sequence[Blame]], words: Callable[[Sequence[Blame]], str]
) -> list[tuple[Sequence[Blame], str]]:
    told_most = sorted(groups, key=lambda rows: -len(_refs(rows)))
    return [(rows, words(rows)) for rows in told_most]


def _accusation(rows: Sequence[Blame]) -> str:
    """Say who accuses: an outlet or wire relays an accusation, it makes none."""
    relayed = all(
        row.own_voice or resolve(row.source).type in ("outlet", "wire", "unnamed")
        for row in rows
    )
    actors = both(row.phrase for row in rows)
    if not relayed:
        return f"{_who(rows)} accused {actors}"
    return _passive(rows, "accused")


def _passive(rows: Sequence[Blame], way: str) -> str:
    """Say "A was arrested, according to B" of one or several actors."""
    held = way in ("arrested", "charged", "convicted", "acquitted")
    by_name = list({row.actor.casefold(): row.actor for row in rows}.values())
    if way == "accused":
        actors = both(row.phrase for row in rows)
        is_told = verb(by_name, *_TENSE[held])
    else:
        actors, is_told = rows[0].phrase, verb([rows[0].actor], *_TENSE[held])
    return f"{actors} {is_told} {_PARTICIPLES[way]}, according to {_who(rows)}"


_TENSE = {True: ("was", "were"), False: ("is", "are")}


def _fact(rows: Sequence[Blame], *, accident: bool) -> str:
    actors = both(row.phrase for row in rows)
    what = f"{actors} had a part in it" if accident else f"it was {actors}"
    if all(row.own_voice for row in rows):
        return f"it is told as fact in {_who(rows)} that {what}"
    return f"{_who(rows)} said as a fact that {what}"


def _by_actor(rows: Iterable[Blame]) -> list[list[Blame]]:
    """Return rows by whom they are about; a tram driver of 42 is a driver too."""
    found: dict[str, list[Blame]] = {}
    for row in sorted(rows, key=lambda row: len(row.actor)):
        noun = head_of(row.actor) if is_generic(row.actor) else row.actor
        found.setdefault(noun.casefold(), []).append(row)
    return list(found.values())


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
    """Return the sources of rows, of one lineage the name that tells most.

    Outlets that report in their own voice come last.
    """
    whose: dict[str, list[Blame]] = {}
    for row in rows:
        whose.setdefault(row.lineage or row.source.casefold(), []).append(row)
    ordered = sorted(whose.values(), key=lambda said: said[0].own_voice)
    names = [max(said, key=lambda row: telling(row.source)).teller for said in ordered]
    distinct = list(dict.fromkeys(names))
    more = len(distinct) - _NAMED
    return joined(distinct[:_NAMED] + ([f"{more} more"] if more > 0 else []))


def _capital(clauses: list[Clause]) -> list[Clause]:
    """Return the clauses, the first with a capital letter unless it is an address."""
    if not clauses:
        return []
    first = clauses[0]
    address = "." in first.words.partition(" ")[0]
    words = first.words if address else first.words[:1].upper() + first.words[1:]
    return [Clause(words=words, claims=first.claims), *clauses[1:]]


def _hedged(rows: Sequence[Blame]) -> str:
    """Return the hedge of an accusation, and whether it is always hedged (RSP-4)."""
    hedges = both(hedge for row in rows for hedge in _HEDGE.findall(row.hedge))
    if not hedges:
        return ""
    always = all(row.hedge for row in rows)
    return f" ({hedges})" if always else f" ({hedges} in one wording)"
