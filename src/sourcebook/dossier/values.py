"""The values that a page consists of, from a quotation to the whole page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.dossier.bars import RangeBar
from sourcebook.dossier.chart import TollChart
from sourcebook.dossier.passages import Paragraph, Run

if TYPE_CHECKING:
    from sourcebook.dossier.kin import Genealogy


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A claim as others point to it: its id, its mark on the page, its words."""

    id: str
    mark: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence with its claims: who says it, where it stands, and in which copies.

    ``runs`` is empty where the words are withheld. ``number`` is what the claims
    count, in plain words; ``reason`` why they are left out or stand apart.
    """

    runs: tuple[Run, ...]
    refs: tuple[Ref, ...]
    source: str
    places: str
    colour: int
    lineage: str
    number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One estimate: number first, then what it rests on.

    ``counted`` is the number with what it counts: "2 women killed". ``notes`` say
    whether attackers are counted (NUM-17), and what contradicts the number (SCP-5).
    """

    metric: str
    population: str
    words: str
    counted: str
    best: str
    ever: str
    support: str
    notes: tuple[str, ...]
    rule: str
    explanation: str
    bar: RangeBar
    chart: TollChart | None
    inputs: tuple[Quote, ...]
    excluded: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """What reports tell of a metric only in words, without a number ("many")."""

    metric: str
    words: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one node: totals of people, of groups, and what has no number."""

    people: tuple[Row, ...]
    groups: tuple[Row, ...]
    worded: tuple[Worded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one lineage says of a count: the number in words and its claims."""

    number: str
    source: str
    colour: int
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeansRow:
    """One instrument at a node: the range over all who tell of it, and who says what.

    ``words`` is empty where no number can be given; ``explanation`` says how the
    range came about.
    """

    instrument: str
    words: str
    explanation: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node of the tree with its own figures, means and targets."""

    id: str
    depth: int
    label: str
    figures: Figures
    means: tuple[MeansRow, ...]
    totals: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a contradiction: what it holds, and its words."""

    heading: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A contradiction with its sides."""

    id: str
    kind: str
    severity: str
    explanation: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """Who says about whom, in what way; the claims of one (who, whom, way).

    ``lineage`` is the key of whose word it is, empty where nobody in particular.
    ``phrase`` and ``teller`` are actor and source as they stand inside a sentence;
    ``custody`` says that an arrest, a charge or a conviction is all that is told;
    ``own`` that a claim or denial is the actor's own word.
    """

    actor: str
    phrase: str
    teller: str
    relation: str
    custody: str
    own: bool
    way: str
    hedge: str
    source: str
    lineage: str
    own_voice: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One statement: who speaks, for whom or through whom, towards whom, the words."""

    speaker: str
    office: str
    addressee: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Statements of one act; ``folded`` are comments that would drown the others."""

    act: str
    rows: tuple[Saying, ...]
    folded: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A figure that an estimate does not rest on, and why not."""

    what: str
    why: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier version of a report, kept and not counted."""

    source_id: str
    published: str
    text_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as the page lists it, with its text or, in public, its claims.

    ``tolls`` is false where it gives no figure of people hit; ``versions`` are its
    earlier ones, the latest first.
    """

    id: str
    number: int
    title: str
    outlet: str
    source_id: str
    published: str
    edtf: str
    url: str
    text_id: str
    copy_of: int | None
    lineages: tuple[tuple[str, int], ...]
    evidence: str
    title_pieces: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    long: bool
    listed: tuple[tuple[Ref, str], ...]
    tolls: bool
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on one incident's page, top to bottom."""

    id: str
    label: str
    type: str
    date: str
    edtf: str
    place: str
    counts: str
    figures: Figures
    summary: tuple[tuple[tuple[str, tuple[Ref, ...]], ...], ...]
    differences: tuple[Difference, ...]
    agreements: tuple[Difference, ...]
    nodes: tuple[Node, ...]
    unplaced: tuple[Quote, ...]
    blame_title: str
    blame: tuple[Blame, ...]
    said: tuple[Said, ...]
    genealogy: Genealogy
    background: tuple[LeftOut, ...]
    left_out: tuple[LeftOut, ...]
    unknown: tuple[str, ...]
    reports: tuple[Source, ...]
    profile: str
    version: str
    public: bool
