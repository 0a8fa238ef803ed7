"""The values of the genealogy: who took what from whom, as a drawing and in words."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.dossier.values import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A report in the drawing, at its height."""

    number: int
    y: int
    name: str
    published: str
    colours: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A line from a report to one that took from it, all of it or a passage."""

    path: str
    words: str
    partial: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """A report that gives figures of a lineage, with the copies of it.

    ``copied`` is the number of the report that it copies, where that stands elsewhere.
    ``shared`` are passages that it has in common with an earlier report, by number.
    """

    number: int
    name: str
    published: str
    refs: tuple[Ref, ...]
    copied: int | None
    shared: tuple[tuple[int, str], ...]
    copies: tuple[Taker, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way by which figures came: through whom, outermost first, to which reports."""

    through: str
    takers: tuple[Taker, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """A lineage, how it counts, and the ways that its figures went to the reports."""

    name: str
    colour: int
    figures: int
    counts: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Genealogy:
    """Reports from early to late with what each took, and the descent of each lineage."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arcs: tuple[Arc, ...]
    descents: tuple[Descent, ...]
