"""One incident's page as plain values, which HTML and Markdown both render."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.dossier import summary as summaries
from sourcebook.dossier.bars import range_bar, toll_chart
from sourcebook.dossier.marks import lineage_colours, mark_claims
from sourcebook.dossier.material import Dossiers
from sourcebook.dossier.passages import excerpt, marked
from sourcebook.dossier.unknown import not_known
from sourcebook.dossier.values import (
    Blame,
    Cite,
    Difference,
    Node,
    Page,
    Row,
    Said,
    Source,
)
from sourcebook.dossier.wording import (
    RELATIONS,
    chain_words,
    date_words,
    ever_words,
    metric_order,
    metric_word,
    outlet_words,
    plural,
    population_word,
    range_words,
)
from sourcebook.model.claim import Claim, Figure, Means, Responsibility, Statement
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.ids import ID_LENGTH
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report

#: An id as reasons of the reconciling stage name it.
_ID = re.compile(rf"\b[0-9a-f]{{{ID_LENGTH}}}\b")
_SEVERITY = {"hard": 0, "soft": 1, "none": 2}


class PageBuilder:
    """Gathers one root's page from the material."""

    def __init__(self, material: Dossiers, root: Incident) -> None:
        self.material, self.root, self.index = material, root, material.index
        self.tree = self.index.tree(root)
        self.reports = [r for r in material.reports if r.id in set(root.reports)]
        self.order = {report.id: i for i, report in enumerate(self.reports)}
        self.claims = self._claims()
        self.marks = mark_claims(self.claims, self.order)
        self.placed = [c for c in self.claims if c.incident is not None]
        self.colours = lineage_colours(self.placed)

    def _claims(self) -> list[Claim]:
        """Claims of the tree, and the background figures of its reports."""
        nodes = {node.id for _, node in self.tree}
        found = [
            claim
            for report in self.reports
            for claim in self.index.claims_of_report[report.id]
            if claim.incident in nodes or claim.role == "background"
        ]
        return sorted(
            found,
            key=lambda c: (self.order[c.report], c.field == "text", c.span, c.id),
        )

    def page(self) -> Page:
        """Return the finished page."""
        root = self.root
        place = root.place.name if root.place else "place not told"
        return Page(
            id=root.id,
            label=root.label,
            type=root.type.replace("_", " "),
            date=date_words(root.date),
            edtf=root.date or "",
            place=place,
            counts=self._counts(),
            rows=self._rows(root),
            summary=self._summary(),
            differences=self._differences(shown={"hard", "soft"}),
            agreements=self._differences(shown={"none"}),
            nodes=tuple(self._node(depth, node) for depth, node in self.tree),
            blame=self._blame(),
            said=self._said(),
            background=self._background(),
            unknown=not_known(root, self.placed, self._estimates(root), self.reports),
            reports=tuple(self._source(report) for report in self.reports),
            lineages=self._lineages(),
            profile=self.material.profile,
            version=self.material.version,
        )

    def cite(self, claim: Claim, *, detail: str = "", reason: str = "") -> Cite:
        """Return a claim as the page shows it."""
        report = self.index.report[claim.report]
        return Cite(
            id=claim.id,
            mark=self.marks.get(claim.id, "·"),
            excerpt=excerpt(claim, report),
            source=chain_words(claim, report),
            outlet=outlet_words(report),
            published=date_words(report.published),
            colour=self.colours.get(claim.lineage or "", 7),
            lineage=claim.lineage or "",
            detail=detail,
            reason=self._marked_ids(reason),
        )

    def _marked_ids(self, words: str) -> str:
        """Return a reason with the page's marks in place of claim ids."""
        return _ID.sub(lambda id: self.marks.get(id[0], id[0]), words)

    def _cites(self, ids: Sequence[str]) -> tuple[Cite, ...]:
        known = [self.index.claim[i] for i in ids if i in self.index.claim]
        return tuple(self.cite(claim) for claim in known)

    def _counts(self) -> str:
        copies = sum(
            self.index.placement[r.id].duplicate_of is not None for r in self.reports
        )
        words = plural(len(self.reports), "report")
        return f"{words}, {copies} of them copies" if copies else words

    def _estimates(self, node: Incident) -> list[Estimate]:
        told = self.index.estimates[node.id]
        return sorted(
            told,
            key=lambda e: (e.population != "persons", metric_order(e.metric)),
        )

    def _rows(self, node: Incident) -> tuple[Row, ...]:
        return tuple(
            self._row(estimate) for estimate in self._estimates(node) if estimate.inputs
        )

    def _row(self, estimate: Estimate) -> Row:
        inputs = [self.index.claim[i] for i in estimate.inputs if i in self.index.claim]
        reports = {claim.report for claim in inputs}
        low, high = estimate.lineages
        independent = str(low) if low == high else f"{low} to {high}"
        return Row(
            metric=metric_word(estimate.metric),
            words=range_words(estimate),
            population=population_word(estimate.population),
            best="none" if estimate.best is None else str(estimate.best),
            ever=ever_words(estimate),
            rule=estimate.rule,
            explanation=estimate.explanation,
            support=(
                f"{plural(len(inputs), 'claim')} in {plural(len(reports), 'report')}, "
                f"independent lineages: {independent}"
            ),
            bar=range_bar(estimate, inputs, colours=self.colours, marks=self.marks),
            chart=toll_chart(estimate, self.colours),
            inputs=tuple(self.cite(claim, detail=_value(claim)) for claim in inputs),
            excluded=self._excluded(estimate),
        )

    def _excluded(self, estimate: Estimate) -> tuple[Cite, ...]:
        return tuple(
            self.cite(
                self.index.claim[out.claim],
                detail=_value(self.index.claim[out.claim]),
                reason=out.reason,
            )
            for out in estimate.excluded
            if out.claim in self.index.claim
        )

    def _summary(self) -> tuple[tuple[tuple[str, tuple[Cite, ...]], ...], ...]:
        sentences = summaries.summarise(
            self.root,
            estimates=self._estimates(self.root),
            claims=self.placed,
            contradictions=self._contradictions(),
        )
        return tuple(
            tuple((clause.words, self._cites(clause.claims)) for clause in sentence)
            for sentence in sentences
        )

    def _contradictions(self) -> list[Contradiction]:
        found = [c for _, n in self.tree for c in self.index.contradictions[n.id]]
        return sorted(found, key=lambda c: (_SEVERITY[c.severity], c.kind, c.id))

    def _differences(self, *, shown: set[str]) -> tuple[Difference, ...]:
        return tuple(
            Difference(
                kind=c.kind.replace("_", " "),
                severity=c.severity,
                explanation=c.explanation,
                sides=self._cites(c.claims),
            )
            for c in self._contradictions()
            if c.severity in shown
        )

    def _node(self, depth: int, node: Incident) -> Node:
        here = self.index.claims_at[node.id]
        means = [c for c in here if isinstance(c.payload, Means)]
        means.sort(key=lambda c: (self.order.get(c.report, 0), c.span))
        return Node(
            id=node.id,
            depth=depth,
            label=node.label,
            type=node.type.replace("_", " "),
            rows=self._rows(node),
            means=tuple(self.cite(c, detail=_value(c)) for c in means),
        )

    def _blame(self) -> tuple[Blame, ...]:
        return tuple(
            Blame(
                actor=claim.payload.actor,
                relation=RELATIONS[claim.payload.relation],
                hedge=claim.payload.hedge or "",
                cite=self.cite(claim),
            )
            for claim in self.placed
            if isinstance(claim.payload, Responsibility)
        )

    def _said(self) -> tuple[Said, ...]:
        acts: dict[str, list[tuple[str, Cite]]] = {}
        for claim in self.placed:
            if isinstance(claim.payload, Statement):
                told = (claim.payload.speaker, self.cite(claim))
                acts.setdefault(claim.payload.act.replace("_", " "), []).append(told)
        return tuple(
            Said(act=act, cites=tuple(told)) for act, told in sorted(acts.items())
        )

    def _background(self) -> tuple[Cite, ...]:
        return tuple(
            self.cite(
                claim,
                detail=_value(claim),
                reason=(claim.setting.background or "background").replace("_", " "),
            )
            for claim in self.claims
            if claim.role == "background" and isinstance(claim.payload, Figure)
        )

    def _source(self, report: Report) -> Source:
        claims = [c for c in self.claims if c.report == report.id]
        placement = self.index.placement[report.id]
        copied = self.order.get(placement.duplicate_of or "")
        lineages = sorted({c.lineage for c in claims if c.lineage})
        return Source(
            id=report.id,
            number=self.order[report.id] + 1,
            title=report.title,
            outlet=outlet_words(report),
            published=date_words(report.published),
            url=report.url or "",
            text_id=report.text.id,
            copy_of=None if copied is None else copied + 1,
            lineages=tuple((name, self.colours.get(name, 7)) for name in lineages),
            evidence=self._evidence(report.id),
            title_pieces=marked(report, "title", claims, self.marks),
            paragraphs=marked(report, "text", claims, self.marks),
        )

    def _evidence(self, report: str) -> str:
        link = next((e for e in self.root.links if e.report == report), None)
        return "; ".join(link.features) if link else ""

    def _lineages(self) -> tuple[tuple[str, int, int], ...]:
        counts: dict[str, int] = {}
        for claim in self.placed:
            if claim.lineage and claim.type == "figure":
                counts[claim.lineage] = counts.get(claim.lineage, 0) + 1
        ranked = sorted(counts, key=lambda name: (-counts[name], name))
        return tuple((name, self.colours.get(name, 7), counts[name]) for name in ranked)


def _value(claim: Claim) -> str:
    """Return what a count says, for a table: "killed: more than 33"."""
    payload = claim.payload
    if isinstance(payload, Figure):
        group = population_word(payload.population)
        return f"{metric_word(payload.metric)}{f', {group}' if group else ''}"
    if isinstance(payload, Means):
        return payload.instrument.replace("_", " ")
    return ""


def build_page(material: Dossiers, root: Incident) -> Page:
    """Return the page of one root incident."""
    return PageBuilder(material, root).page()


def page_name(root: Incident | Page) -> str:
    """Return the file name of an incident's page; it stays while the id stays."""
    return f"incident-{root.id}.html"
