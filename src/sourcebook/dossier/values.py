"""The values that a page consists of, from a cited claim to the whole page."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.dossier.bars import RangeBar, TollChart
from sourcebook.dossier.passages import Excerpt, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A claim as a page shows it: mark, words in context, who says it, where."""

    id: str
    mark: str
    excerpt: Excerpt
    source: str
    outlet: str
    published: str
    colour: int
    lineage: str
    detail: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One estimate: number first, then what it rests on."""

    metric: str
    words: str
    population: str
    best: str
    ever: str
    rule: str
    explanation: str
    support: str
    bar: RangeBar
    chart: TollChart | None
    inputs: tuple[Cite, ...]
    excluded: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node of the tree with its own figures and means."""

    id: str
    depth: int
    label: str
    type: str
    rows: tuple[Row, ...]
    means: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A contradiction with the claims on its sides."""

    kind: str
    severity: str
    explanation: str
    sides: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """Who says about whom, in what way."""

    actor: str
    relation: str
    hedge: str
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Statements of one act."""

    act: str
    cites: tuple[tuple[str, Cite], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as the page lists it, with its text."""

    id: str
    number: int
    title: str
    outlet: str
    published: str
    url: str
    text_id: str
    copy_of: int | None
    lineages: tuple[tuple[str, int], ...]
    evidence: str
    title_pieces: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on one incident's page, top to bottom (docs/concepts.md)."""

    id: str
    label: str
    type: str
    date: str
    edtf: str
    place: str
    counts: str
    rows: tuple[Row, ...]
    summary: tuple[tuple[tuple[str, tuple[Cite, ...]], ...], ...]
    differences: tuple[Difference, ...]
    agreements: tuple[Difference, ...]
    nodes: tuple[Node, ...]
    blame: tuple[Blame, ...]
    said: tuple[Said, ...]
    background: tuple[Cite, ...]
    unknown: tuple[str, ...]
    reports: tuple[Source, ...]
    lineages: tuple[tuple[str, int, int], ...]
    profile: str
    version: str
