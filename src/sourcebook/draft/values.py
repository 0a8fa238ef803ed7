"""What checking a draft gives: findings with a verdict, and the claims behind each."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from sourcebook.model.span import Span

Verdict = Literal[
    "not_in_book",
    "metric_swapped",
    "other_incident",
    "part_as_total",
    "wrong_place",
    "wrong_speaker",
    "told_as_fact",
    "bound_changed",
    "overridden",
    "stale",
    "disputed",
    "one_lineage",
    "supported",
]
#: Verdicts from the gravest to the best; a finding's verdict is its gravest.
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
#: Verdicts under which the book holds what the draft says: no fault of the draft.
SOUND = frozenset[Verdict](["supported", "one_lineage", "disputed"])
Kind = Literal["figure", "means", "responsibility", "statement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A claim of the book that a verdict rests on, with its report and its words.

    ``start`` and ``end`` count code points of the report's ``field``; ``context``
    is the quote in square brackets with some words on either side. ``sources`` is
    the attribution, outermost first, None for a source that is not stated; it is
    empty for the outlet's own voice. ``decided`` says what a person made of the claim.
    """

    claim: str
    report: str
    source_id: str
    outlet: str | None
    url: str | None
    published: str | None
    field: str
    start: int
    end: int
    quote: str
    context: str
    sources: tuple[str | None, ...]
    decided: str | None = None

    @property
    def outlet_or_id(self) -> str:
        """The outlet, else the name that the report came under."""
        return self.outlet or self.source_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the book says to one assertion of the draft.

    ``span`` and ``quote`` are the draft's words, ``speaker`` whom the draft names
    as its source, and ``said_at`` where it does. ``also`` are lesser faults of the same words. ``incident`` and
    ``label`` name the node of the book that was looked at, None where the draft
    speaks of nothing that the book holds. ``rests_on`` are the claims with the
    draft's words, ``against`` those that speak against them: the newer figure, the
    rivals, the whole of which the draft tells a part.
    """

    kind: Kind
    span: Span
    quote: str
    counted: str
    speaker: str | None
    said_at: Span | None = None
    verdict: Verdict
    also: tuple[Verdict, ...] = ()
    incident: str | None
    label: str | None
    explanation: str
    rests_on: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether the book holds what the draft says."""
        return self.verdict in SOUND


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Words of the draft that could not be read as an assertion: check by hand."""

    span: Span
    quote: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A draft with what the book says to it, in the order of the draft's words.

    ``incidents`` are the (id, label) of the incidents that the draft speaks of.
    """

    text: str
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...]
    incidents: tuple[tuple[str, str], ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many findings have each verdict, gravest first, none left out."""
        return {v: sum(f.verdict == v for f in self.findings) for v in VERDICTS}

    @property
    def is_supported(self) -> bool:
        """Whether no finding is a fault or disputed."""
        return all(f.verdict in ("supported", "one_lineage") for f in self.findings)

    def as_dict(self) -> dict[str, Any]:
        """Return all of it as JSON holds it."""
        return {
            "incidents": [{"id": i, "label": label} for i, label in self.incidents],
            "counts": self.counts,
            "findings": [_row(found) for found in self.findings],
            "unread": [_row(words) for words in self.unread],
        }

    def __str__(self) -> str:
        from sourcebook.draft.wording import in_words

        return in_words(self)


def _row(value: Finding | Unread) -> dict[str, Any]:
    row = asdict(value)
    span = row.pop("span")
    return {"start": span["start"], "end": span["end"], **row}
