"""Roundups in linking: each entry stands for itself, as a report of its own.

The extractor marks the claims of a roundup with the entry that tells their incident.
Here every entry becomes a part: the entry's words, with its claims, under an id of its
own that holds the report's id and where the entry begins. Parts are grouped as reports
are, two of one report never together; afterwards the report takes their place again.
The sum stands in no part, and so in no incident (DESIGN section 8).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcebook.link.copies import Copies
from sourcebook.link.facts import FINE, is_told
from sourcebook.link.pins import Pins
from sourcebook.link.tree import Tree
from sourcebook.link.words import words
from sourcebook.model.claim import Claim, Place, Time
from sourcebook.model.ids import identify
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report, Text
from sourcebook.model.span import Span


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Reports with a part for each entry in the place of each roundup.

    ``reports`` and ``claims`` (by report) are what is grouped; ``whole`` maps a part to
    its report, ``borrowed`` holds the ids of claims that a part has from outside its
    entry, which say where and when but are not the part's.
    """

    reports: tuple[Report, ...]
    claims: Mapping[str, Sequence[Claim]]
    whole: Mapping[str, str]
    borrowed: Mapping[str, frozenset[str]]

    def are_apart(self, left: str, right: str) -> bool:
        """Whether two parts tell two entries of one report."""
        first = self.whole.get(left)
        return first is not None and first == self.whole.get(right)

    def lineage(self, of_report: Mapping[str, str]) -> dict[str, str]:
        """Return the copy lineages with those of the parts.

        Parts of two copies with the same words have one.
        """
        known = {report.id: report for report in self.reports}
        return dict(of_report) | {
            part: identify(of_report[report], *words(known[part].text.characters))
            for part, report in self.whole.items()
        }

    def copies(self, copies: Copies) -> Copies:
        """Return the copies, each part in the place of its report."""
        return replace(
            copies,
            original=dict(copies.original)
            | {p: copies.original.get(r, r) for p, r in self.whole.items()},
            lineage=dict(copies.lineage)
            | {p: copies.lineage[r] for p, r in self.whole.items()},
        )

    def pins(self, pins: Pins) -> Pins:
        """Return the pins, "not in this incident" said of each part of a roundup."""
        of_report: dict[str, list[str]] = defaultdict(list)
        for part, report in self.whole.items():
            of_report[report].append(part)
        out = {
            (part, incident): told
            for (report, incident), told in pins.out.items()
            for part in of_report.get(report, [report])
        }
        return replace(pins, out=out)

    def own(self, tree: Tree) -> Tree:
        """Return a tree as its reports tell it: roundups for parts, nothing borrowed."""
        root = tree.incidents[0]
        borrowed = frozenset[str]().union(
            *(self.borrowed.get(report, ()) for report in root.reports)
        )
        return Tree(
            incidents=tuple(self._shown(node, borrowed) for node in tree.incidents),
            placed={c: at for c, at in tree.placed.items() if c not in borrowed},
        )

    def _shown(self, node: Incident, borrowed: Collection[str]) -> Incident:
        links = {self.whole.get(x.report, x.report): x for x in node.links}
        return replace(
            node,
            reports=tuple(sorted({self.whole.get(r, r) for r in node.reports})),
            claims=tuple(claim for claim in node.claims if claim not in borrowed),
            links=tuple(
                replace(link, report=report) for report, link in sorted(links.items())
            ),
        )

    def reported(
        self, because: Mapping[str, tuple[str, ...]]
    ) -> dict[str, tuple[str, ...]]:
        """Return the decisions by report, those about its parts together."""
        found: dict[str, tuple[str, ...]] = {}
        for report, keys in because.items():
            whole = self.whole.get(report, report)
            found[whole] = tuple(dict.fromkeys((*found.get(whole, ()), *keys)))
        return found

    def told(self, claims: Iterable[Claim], parts: Iterable[str]) -> list[Claim]:
        """Return the claims, those of these parts as they stand in them."""
        own = {
            claim.id: claim
            for part in parts
            for claim in self.claims[part]
            if claim.id not in self.borrowed[part]
        }
        return [own.get(claim.id, claim) for claim in claims]


def split(
    reports: Sequence[Report],
    claims: Mapping[str, Sequence[Claim]],
    *,
    pinned: Collection[str] = (),
) -> Parts:
    """Put the entries of each roundup in its place.

    A report that people linked to an incident (``pinned``) stays whole.
    """
    shown: list[Report] = []
    told: dict[str, Sequence[Claim]] = dict(claims)
    whole: dict[str, str] = {}
    borrowed: dict[str, frozenset[str]] = {}
    for report in reports:
        entries = [] if report.id in pinned else _entries(claims.get(report.id, ()))
        shown += [] if entries else [report]
        for entry in entries:
            part = _part(report, entry)
            own = [c for c in claims[report.id] if c.setting.entry == entry]
            lent = list(_lent(claims[report.id], own))
            told[part.id] = [_moved(c, part.id, entry) for c in (*own, *lent)]
            whole[part.id] = report.id
            borrowed[part.id] = frozenset(claim.id for claim in lent)
            shown.append(part)
    return Parts(reports=tuple(shown), claims=told, whole=whole, borrowed=borrowed)


def _entries(claims: Iterable[Claim]) -> list[Span]:
    told = {c.setting.entry for c in claims if c.setting.entry is not None}
    return sorted(told)


def _part(report: Report, entry: Span) -> Report:
    """Return an entry as a report of its own; where it begins is part of its id."""
    characters = entry.slice(report.text.characters)
    return replace(
        report,
        id=identify("part", report.id, entry.start),
        title="",
        text=Text.of(characters, language=report.text.language),
        group=None,
        version_of=None,
    )


def _lent(claims: Sequence[Claim], own: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the places and days of the lead, of which an entry has none of its own."""
    rest = [c for c in claims if c.setting.entry is None and is_told(c)]
    if not any(isinstance(c.payload, Time) and c.payload.role == "event" for c in own):
        yield from (c for c in rest if isinstance(c.payload, Time))
    if not any(_is_spot(c) for c in own):
        yield from (c for c in rest if isinstance(c.payload, Place))


def _is_spot(claim: Claim) -> bool:
    place = claim.payload
    return (
        isinstance(place, Place) and place.role == "event" and place.precision in FINE
    )


def _moved(claim: Claim, part: str, entry: Span) -> Claim:
    """Return a claim with its offsets in the part; one of the lead stands at its head."""
    sentence = claim.setting.sentence
    inside = claim.setting.entry == entry
    here = Span(start=0, end=0)
    return replace(
        claim,
        report=part,
        field="text",
        span=_shifted(claim.span, entry) if inside else here,
        setting=replace(
            claim.setting, sentence=_shifted(sentence, entry) if inside else here
        ),
    )


def _shifted(span: Span, entry: Span) -> Span:
    return Span(
        start=max(0, span.start - entry.start), end=max(0, span.end - entry.start)
    )
