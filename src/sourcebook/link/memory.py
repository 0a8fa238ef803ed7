"""What linking found before, kept so that a later run finds it again at once.

Each part is told with what it followed from. Where that is the same the part is what
linking would find anew; where it is not, the part is of no use and is found anew. So
linking with a memory gives what linking without one gives.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from sourcebook.link.rarity import Counted
from sourcebook.model.claim import Claim
from sourcebook.model.incident import LinkEvidence
from sourcebook.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is told of a report by itself.

    ``check`` stands for the report and its claims, ``opening`` is how much speaks for
    an incident, ``listing`` whether it lists several, ``sentences`` a number for each.
    """

    check: str
    opening: float
    listing: bool
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """By what a report looks for others: its heaviest words, its blocks of place and day.

    ``check`` stands for the report, its claims and what of it is page furniture,
    ``common`` for its words that are common in the book; ``rare`` are its rare names.
    """

    check: str
    common: str
    words: tuple[tuple[str, int], ...]
    blocks: tuple[tuple[str, int], ...]
    rare: frozenset[str]


@dataclass(kw_only=True)
class Memory:
    """What is remembered: by report, by pair of reports, by group and by incident.

    ``scores`` maps the smaller of two ids to the larger ones with their score, valid
    as long as neither's outline has changed and no name that both hold became
    ``frequent`` in the book, or ceased to be. ``counted`` tells in how many lineages
    each word stands. ``links`` holds the evidence of
    groups by what it followed from, ``units`` what each incident, and each report
    without one, followed from, ``merged`` the incident into which one that was there
    before went, ``survivors`` the same as far as people's decisions follow it.
    """

    notes: dict[str, Note] = field(default_factory=dict)
    outlines: dict[str, Outline] = field(default_factory=dict)
    frequent: dict[str, int] = field(default_factory=dict)
    counted: Counted = field(default_factory=Counted)
    scores: dict[str, dict[str, float]] = field(default_factory=dict)
    links: dict[str, tuple[LinkEvidence, ...]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    survivors: dict[str, str] = field(default_factory=dict)


class Told(Mapping[str, Sequence[Claim]]):
    """Claims by report, read when first asked for; a report without any has none."""

    def __init__(
        self,
        ids: Mapping[str, Sequence[str]],
        read: Callable[[Collection[str]], Iterable[Claim]],
    ) -> None:
        #: The ids of the claims of each report.
        self.ids = ids
        #: By report what else stands for its claims: what people made of them.
        self.marks: Mapping[str, str] = {}
        self._read = read
        self._held: dict[str, Sequence[Claim]] = {}

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Told:
        """Return claims that are all at hand."""
        held: dict[str, list[Claim]] = {}
        for claim in claims:
            held.setdefault(claim.report, []).append(claim)
        made = cls({r: [c.id for c in told] for r, told in held.items()}, lambda _: ())
        made.put(held)
        return made

    def put(self, held: Mapping[str, Sequence[Claim]]) -> None:
        """Take the claims of some reports as they are given."""
        self._held.update(held)

    def fetch(self, reports: Iterable[str]) -> None:
        """Read the claims of these reports together."""
        wanted = {r for r in reports if r not in self._held and r in self.ids}
        if wanted:
            held: dict[str, list[Claim]] = {report: [] for report in wanted}
            for claim in sorted(self._read(wanted), key=lambda claim: claim.id):
                if claim.report in wanted:
                    held[claim.report].append(claim)
            self._held.update(held)

    def __getitem__(self, report: str) -> Sequence[Claim]:
        if report not in self._held:
            self.fetch([report])
        return self._held.get(report, ())

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)


def check(*parts: object) -> str:
    """Return a short string that stands for the parts, as they are written."""
    return blake2b(
        repr(parts).encode("utf-8", "surrogatepass"), digest_size=16
    ).hexdigest()


def report_check(report: Report, claims: Told) -> str:
    """Return what stands for a report as linking reads it, and for its claims."""
    told = report.title, report.outlet, report.url, report.published, report.group
    return check(
        report.id,
        report.text.id,
        report.text.language,
        told,
        sorted(claims.ids.get(report.id, ())),
        claims.marks.get(report.id),
    )
