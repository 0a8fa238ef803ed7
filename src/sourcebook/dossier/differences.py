"""Contradictions with their sides, the differing words marked; hard ones first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from sourcebook.dossier.basis import Basis, both
from sourcebook.dossier.passages import Run
from sourcebook.dossier.values import Difference, Quote, Side
from sourcebook.dossier.wording import RELATIONS, metric_word
from sourcebook.model.claim import (
    Claim,
    Figure,
    Means,
    Responsibility,
    Statement,
    Target,
)
from sourcebook.model.estimate import Contradiction
from sourcebook.reconcile.wording import number as told_number
from sourcebook.schema.groups import group_words

_SEVERITY = {"hard": 0, "soft": 1, "none": 2}
_KINDS = {
    "hard": "numbers",
    "soft": "numbers, softly",
    "compatible_bounds": "bounds that agree",
    "temporal_update": "an update",
    "scope_mismatch": "different scope",
    "means": "means",
    "detail": "detail",
    "competing_responsibility": "who is responsible",
    "speaker": "who said it",
    "hedge": "how surely it is said",
    "number_agreement": "one or several",
    "internal": "parts and whole",
    "similar_pattern": "alike in pattern",
    "possible_common_origin": "perhaps one origin",
}
#: Sentences at least this alike are compared word by word; below it all would differ.
_ALIKE = 0.35
_WORD = re.compile(r"\w+|\W+")


def contradictions_of(basis: Basis) -> list[Contradiction]:
    """Return the contradictions of the tree, hard ones first."""
    found = [c for _, n in basis.tree for c in basis.index.contradictions[n.id]]
    return sorted(found, key=lambda c: (_SEVERITY[c.severity], c.kind, c.id))


def differences(basis: Basis, severities: set[str]) -> tuple[Difference, ...]:
    """Return the contradictions of these severities with their sides."""
    return tuple(
        Difference(
            id=c.id,
            kind=_KINDS[c.kind],
            severity=c.severity,
            explanation=c.explanation,
            sides=_sides(basis, c),
        )
        for c in contradictions_of(basis)
        if c.severity in severities
    )


def _sides(basis: Basis, contradiction: Contradiction) -> tuple[Side, ...]:
    claims = basis.of_ids(contradiction.claims)
    if contradiction.kind == "internal":
        groups = _whole_and_parts(claims, contradiction.incident)
    else:
        groups = _grouped(basis, claims, contradiction.kind)
    if len(groups) < 2:
        groups = {}
        for claim in claims:
            groups.setdefault(basis.lineage_name(claim.lineage), []).append(claim)
    sides = tuple(
        Side(heading=_spelt(basis, heading, group), quotes=basis.quotes(group))
        for heading, group in groups.items()
    )
    return _compared(sides)


def _spelt(basis: Basis, heading: str, group: Sequence[Claim]) -> str:
    """Return a side's heading; the name of its source as the side itself spells it."""
    names = basis.lineage_name
    return names.among(group) if heading == names(group[0].lineage) else heading


def _whole_and_parts(claims: Sequence[Claim], node: str) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        group = isinstance(claim.payload, Figure) and claim.payload.population
        heading = "the whole" if claim.incident == node else "the parts"
        if group and group not in ("persons", "devices"):
            heading = f"the group: {group_words(group, one=False)}"
        groups.setdefault(heading, []).append(claim)
    return groups


def _grouped(
    basis: Basis, claims: Sequence[Claim], kind: str
) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_heading(basis, claim, kind), []).append(claim)
    if kind == "competing_responsibility":
        return _by_actors(groups)
    return _by_instruments(groups) if kind == "means" else groups


def _heading(basis: Basis, claim: Claim, kind: str) -> str:
    """Return what a claim's side holds, in a few words."""
    payload = claim.payload
    if isinstance(payload, Figure):
        return f"{told_number(claim)} {metric_word(payload.metric)}"
    if isinstance(payload, Responsibility):
        if kind == "hedge":
            return f"“{payload.hedge}”" if payload.hedge else "without a hedge"
        return f"{RELATIONS[payload.relation]}\n{payload.actor}"
    if isinstance(payload, Statement):
        return payload.speaker
    if isinstance(payload, Target):
        return f"“{claim.quote}”"
    if isinstance(payload, Means):
        return basis.lineage_name(claim.lineage)
    return basis.lineage_name(claim.lineage)


def _by_instruments(groups: dict[str, list[Claim]]) -> dict[str, list[Claim]]:
    """Join the lineages that tell of the same instruments."""
    told: dict[str, tuple[list[str], list[Claim]]] = {}
    for name, claims in groups.items():
        payloads = [c.payload for c in claims if isinstance(c.payload, Means)]
        kinds = sorted({p.instrument.replace("_", " ") for p in payloads})
        names, joined_claims = told.setdefault(both(kinds), ([], []))
        names.append(name)
        joined_claims.extend(claims)
    return {
        f"{kinds}: {both(names)}" if kinds else both(names): claims
        for kinds, (names, claims) in told.items()
    }


def _by_actors(groups: dict[str, list[Claim]]) -> dict[str, list[Claim]]:
    """Join the sides that differ in the actor only, if all say the same of them."""
    ways: dict[str, tuple[list[str], list[Claim]]] = {}
    for heading, claims in groups.items():
        way, _, actor = heading.partition("\n")
        actors, told = ways.setdefault(way, ([], []))
        actors.append(actor)
        told.extend(claims)
    if len(ways) == 1:
        return {name.replace("\n", ": "): told for name, told in groups.items()}
    return {f"{way}: {both(actors)}": told for way, (actors, told) in ways.items()}


def _compared(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Mark the words in which two single quotations differ, where they are alike."""
    if len(sides) != 2 or any(len(side.quotes) != 1 for side in sides):
        return sides
    left, right = (side.quotes[0] for side in sides)
    a, b = _words(left), _words(right)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if SequenceMatcher(None, _bare(a), _bare(b), autojunk=False).ratio() < _ALIKE:
        return sides
    same_a, same_b = set[int](), set[int]()
    for block in matcher.get_matching_blocks():
        same_a.update(range(block.a, block.a + block.size))
        same_b.update(range(block.b, block.b + block.size))
    return (
        replace(sides[0], quotes=(_marked(left, same_a),)),
        replace(sides[1], quotes=(_marked(right, same_b),)),
    )


def _words(quote: Quote) -> list[str]:
    return [w.casefold() for run in quote.runs for w in _WORD.findall(run.characters)]


def _bare(words: Sequence[str]) -> list[str]:
    return [word for word in words if word[0].isalnum()]


def _marked(quote: Quote, same: set[int]) -> Quote:
    """Return the quotation with the words outside ``same`` marked as differing."""
    tokens = [
        (w, run.told) for run in quote.runs for w in _WORD.findall(run.characters)
    ]
    differs = [
        i not in same and word[0].isalnum() for i, (word, _) in enumerate(tokens)
    ]
    for i in range(1, len(tokens) - 1):
        if not tokens[i][0][0].isalnum():
            differs[i] = differs[i - 1] and differs[i + 1]
    cut: list[Run] = []
    for (word, told), differ in zip(tokens, differs, strict=True):
        if cut and (cut[-1].told, cut[-1].differs) == (told, differ):
            cut[-1] = replace(cut[-1], characters=cut[-1].characters + word)
        else:
            cut.append(Run(characters=word, told=told, differs=differ))
    return replace(quote, runs=tuple(cut))
