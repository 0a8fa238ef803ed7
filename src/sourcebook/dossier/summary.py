"""The neutral summary: at most five sentences, every clause with its claim marks.

Nothing here is said in the tool's own voice (N6): each sentence says what is
reported, claimed or alleged, and by whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.dossier.wording import (
    date_words,
    joined,
    range_words,
)
from sourcebook.model.claim import Claim, Responsibility, Target
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident

#: Claims cited for one clause; more would hide the sentence.
_CITED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Words and the claims they rest on."""

    words: str
    claims: tuple[str, ...]


def summarise(
    root: Incident,
    *,
    estimates: Sequence[Estimate],
    claims: Sequence[Claim],
    contradictions: Sequence[Contradiction],
) -> tuple[tuple[Clause, ...], ...]:
    """Return sentences, each a sequence of clauses."""
    sentences = [
        _toll(root, estimates),
        _targets(claims),
        _claimed(claims),
        _accused(claims),
        _disagreement(contradictions),
    ]
    return tuple(sentence for sentence in sentences if sentence)


def _toll(root: Incident, estimates: Sequence[Estimate]) -> tuple[Clause, ...]:
    told = {e.metric: e for e in estimates if e.population == "persons"}
    clauses = []
    if killed := told.get("killed"):
        words = f"{_people(killed)} reported killed"
        clauses.append(Clause(words=words, claims=killed.inputs[:_CITED]))
    if injured := told.get("injured"):
        lead = "and " if clauses else ""
        words = f"{lead}{_people(injured)} injured"
        words += "" if clauses else " according to the reports"
        clauses.append(Clause(words=words, claims=injured.inputs[:_CITED]))
    if not clauses:
        return ()
    first = clauses[0].words
    clauses[0] = Clause(words=first[0].upper() + first[1:], claims=clauses[0].claims)
    when = f"{root.label} ({date_words(root.date)})"
    return (*clauses, Clause(words=f": {when}.", claims=()))


def _people(estimate: Estimate) -> str:
    words = range_words(estimate)
    return f"{words} person" if words == "1" else f"{words} people"


def _targets(claims: Sequence[Claim]) -> tuple[Clause, ...]:
    kinds: dict[str, list[str]] = {}
    for claim in claims:
        if isinstance(claim.payload, Target):
            kinds.setdefault(claim.payload.kind, []).append(claim.id)
    if not kinds:
        return ()
    ranked = sorted(kinds, key=lambda kind: (-len(kinds[kind]), kind))[:4]
    names = joined([_with_article(kind.replace("_", " ")) for kind in ranked])
    ids = tuple(kinds[kind][0] for kind in ranked)
    return (Clause(words=f"Places reported hit: {names}.", claims=ids),)


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _claimed(claims: Sequence[Claim]) -> tuple[Clause, ...]:
    by_actor = _actors(claims, {"claimed"})
    if not by_actor:
        return ()
    actors = joined(sorted(by_actor))
    ids = _cited(by_actor)
    return (Clause(words=f"{actors} claimed responsibility.", claims=ids),)


def _accused(claims: Sequence[Claim]) -> tuple[Clause, ...]:
    by_actor = _actors(claims, {"accused", "accused_by_authority", "suspected"})
    if not by_actor:
        return ()
    shown = sorted(by_actor, key=lambda actor: (-len(by_actor[actor]), actor))[:4]
    chosen = {actor: by_actor[actor] for actor in shown}
    words = f"Accused or suspected, according to the reports: {joined(shown)}."
    return (Clause(words=words, claims=_cited(chosen)),)


def _actors(claims: Sequence[Claim], relations: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        payload = claim.payload
        if isinstance(payload, Responsibility) and payload.relation in relations:
            found.setdefault(payload.actor, []).append(claim.id)
    return found


def _cited(groups: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(id for ids in groups.values() for id in ids[:2])[:_CITED]


def _disagreement(contradictions: Sequence[Contradiction]) -> tuple[Clause, ...]:
    hard = [c for c in contradictions if c.severity == "hard"]
    if not hard:
        return ()
    kinds = joined(sorted({c.kind.replace("_", " ") for c in hard}))
    ids = tuple(_first(c.claims) for c in hard)[:_CITED]
    return (Clause(words=f"Reports contradict each other ({kinds}).", claims=ids),)


def _first(ids: Iterable[str]) -> str:
    return next(iter(ids))
