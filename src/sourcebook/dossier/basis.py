"""What the sections of one page share: its reports, claims, marks, colours, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from sourcebook.dossier.marks import lineage_colours, mark_claims
from sourcebook.dossier.material import Dossiers
from sourcebook.dossier.origins import LineageNames
from sourcebook.dossier.passages import Run, runs, sentence_of
from sourcebook.dossier.phrases import Phrases
from sourcebook.dossier.values import Quote, Ref
from sourcebook.dossier.wording import (
    chain_words,
    date_words,
    joined,
    metric_order,
    outlet_words,
)
from sourcebook.model.claim import Claim, Figure, Means, Place, Target, Time
from sourcebook.model.estimate import Estimate
from sourcebook.model.incident import Incident
from sourcebook.reconcile.privacy import WITHHELD

#: The colour, and shape, of lineages that have none of their own.
OTHER = 7


class Basis:
    """The part of the material that one root's page shows."""

    def __init__(self, material: Dossiers, root: Incident) -> None:
        self.material, self.root, self.index = material, root, material.index
        self.tree = self.index.tree(root)
        told = frozenset(root.reports)
        self.reports = [r for r in material.reports if r.id in told]
        self.order = {report.id: i for i, report in enumerate(self.reports)}
        self.claims = self._claims()
        self.placed = [c for c in self.claims if c.incident is not None]
        self.marks = mark_claims(self.claims, self.order)
        self.colours = lineage_colours(self.placed)
        withheld = WITHHELD if material.public else None
        self.lineage_name = LineageNames(self.reports, self.claims, withhold=withheld)
        self.phrase = Phrases(self.reports)

    def _claims(self) -> list[Claim]:
        """Claims of the tree, and what its reports tell without a place in it."""
        nodes = {node.id for _, node in self.tree}
        found = [
            claim
            for report in self.reports
            for claim in self.index.claims_of_report[report.id]
            if claim.incident in nodes
            or claim.role == "background"
            or (claim.incident is None and claim.type in ("figure", "means"))
        ]
        return self.in_order(found)

    def in_order(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return claims in the order of reading."""
        return sorted(
            claims,
            key=lambda c: (self.order[c.report], c.field == "text", c.span, c.id),
        )

    def of_ids(self, ids: Iterable[str]) -> list[Claim]:
        """Return the claims of the page that have these ids, in order of reading."""
        known = [self.index.claim[i] for i in ids if i in self.marks]
        return self.in_order(known)

    def estimates(self, node: Incident) -> list[Estimate]:
        """Return a node's estimates as a reader looks for them."""
        told = self.index.estimates[node.id]
        return sorted(
            told,
            key=lambda e: (e.population != "persons", metric_order(e.metric)),
        )

    def colour(self, lineage: str | None) -> int:
        """Return the number of a lineage's colour and shape."""
        return self.colours.get(lineage or "", OTHER)

    def outlet(self, report: str) -> str:
        """Return who published a report, its number where nobody is told."""
        told = self.index.report[report]
        if told.outlet:
            return outlet_words(told)
        return f"report no. {self.order[report] + 1} (outlet not told)"

    def ref(self, claim: Claim) -> Ref:
        """Return the pointer to a claim."""
        outlet = self.outlet(claim.report)
        words = f"“{_clean(claim.quote)}”" if claim.quote else "words withheld"
        return Ref(id=claim.id, mark=self.marks[claim.id], title=f"{words}, {outlet}")

    @cached_property
    def titles(self) -> dict[str, str]:
        """The words of every claim on the page, by its id."""
        return {claim.id: self.ref(claim).title for claim in self.claims}

    def mentions(self, report: str, name: str) -> bool:
        """Whether a report's text holds a name; unknown texts are given the benefit."""
        told = self.index.report[report]
        characters = f"{told.title}\n{told.text.characters}".casefold()
        return not told.text.characters or name.casefold() in characters

    @cached_property
    def _speakers(self) -> frozenset[str]:
        """The full names of persons who speak, without their offices."""
        links = (link for claim in self.claims for link in claim.attribution)
        return frozenset(link.name for link in links if link.name)

    def full_name(self, name: str) -> str:
        """Return the one fuller name that ends in this surname, else the name."""
        if " " in name or not name[:1].isupper():
            return name
        fuller = {n for n in self._speakers if n != name and n.split()[-1] == name}
        least = min(fuller, key=lambda n: (len(n.split()), n), default=name)
        return least if all(n.endswith(least) for n in fuller) else name

    def refs(self, claims: Iterable[Claim]) -> tuple[Ref, ...]:
        """Return the pointers to claims."""
        return tuple(self.ref(claim) for claim in claims)

    def quotes(self, claims: Iterable[Claim]) -> tuple[Quote, ...]:
        """Return the sentences of claims, each once.

        Claims of one sentence and one source share a quotation, and so do copies of
        a sentence in other reports.
        """
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for claim in self.in_order(claims):
            groups.setdefault(self._sentence_key(claim), []).append(claim)
        shown: dict[tuple[object, ...], Quote] = {}
        for group in groups.values():
            quote = self._quote(group)
            words = _clean("".join(r.characters for r in quote.runs)).casefold()
            told = tuple(_clean(r.characters) for r in quote.runs if r.told)
            key = (words, told, quote.lineage) if words else (quote.refs[0].id,)
            first = shown.get(key)
            shown[key] = quote if first is None else _with_copy(first, quote)
        return tuple(shown.values())

    def _sentence_key(self, claim: Claim) -> tuple[object, ...]:
        if not claim.quote:
            return (claim.id,)
        sentence = sentence_of(claim)
        return (claim.report, claim.field, sentence, claim.attribution)

    def _voiced(self, claim: Claim) -> Claim:
        """Return a claim with the source of its sentence, if none of its own is read.

        What was hit is told by whoever tells the rest of the sentence (SRC-1).
        """
        if claim.attribution or not isinstance(claim.payload, Target | Time | Place):
            return claim
        chains = {
            other.attribution
            for other in self.index.claims_of_report[claim.report]
            if isinstance(other.payload, Figure | Means)
            and other.field == claim.field
            and sentence_of(other) == sentence_of(claim)
        }
        return replace(claim, attribution=chains.pop()) if len(chains) == 1 else claim

    def _quote(self, group: Sequence[Claim]) -> Quote:
        first = group[0]
        report = self.index.report[first.report]
        when = date_words(report.published)
        return Quote(
            runs=_trimmed(runs(group, report)),
            refs=self.refs(group),
            source=chain_words(self._voiced(first)),
            places=f"{self.outlet(report.id)}, {when}",
            colour=self.colour(first.lineage),
            lineage=self.lineage_name(first.lineage),
        )


def _with_copy(first: Quote, copy: Quote) -> Quote:
    """Return a quotation that also stands word for word elsewhere."""
    places = first.places
    if copy.places not in places:
        places = f"{places}; also {copy.places}"
    return replace(first, refs=(*first.refs, *copy.refs), places=places)


def _trimmed(told: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs without space at the ends, and space inside as one blank."""
    clean = [replace(run, characters=_spaced(run.characters)) for run in told]
    if clean:
        clean[0] = replace(clean[0], characters=clean[0].characters.lstrip())
        clean[-1] = replace(clean[-1], characters=clean[-1].characters.rstrip())
    return tuple(run for run in clean if run.characters)


def _spaced(words: str) -> str:
    return re.sub(r"[^\S\u00a0\u202f]+", " ", words)


def _clean(words: str) -> str:
    return " ".join(words.split())


def both(names: Iterable[str]) -> str:
    """Return distinct names joined, in the order given; case makes no difference.

    >>> both(["Driver", "guard", "driver"])
    'Driver and guard'
    """
    distinct: dict[str, str] = {}
    for name in names:
        distinct.setdefault(name.casefold(), name)
    return joined(list(distinct.values()))
