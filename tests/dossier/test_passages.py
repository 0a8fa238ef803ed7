"""Quotations and marked texts: no character is lost, no claim is anchored twice."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from link_values import report
from sourcebook.dossier.passages import marked, runs
from sourcebook.model.claim import Claim, Figure, Setting
from sourcebook.model.span import Span

TEXT = "Four people died, police said. Two were hurt.\n\nThe road was shut all day."
REPORT = report(TEXT)
FIGURE = Figure(metric="killed", comparator="eq", value=4, low=4, high=4)
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(
    lambda ends: ends[0] < ends[1]
)


def at(start: int, end: int) -> Claim:
    span = Span(start=start, end=end)
    return Claim.at(
        REPORT,
        "text",
        span,
        payload=FIGURE,
        setting=Setting(sentence=span),
        extractor="test",
        version="1",
    )


@given(st.lists(SPANS, max_size=6, unique=True))
def test_n18_marked_paragraphs_read_as_published(spans: list[tuple[int, int]]) -> None:
    claims = [at(*span) for span in spans]
    marks = {claim.id: f"F{i}" for i, claim in enumerate(claims)}
    shown = marked(REPORT, "text", claims, marks)
    told = ["".join(piece.characters for piece in p.pieces) for p in shown]
    assert told == TEXT.split("\n\n")
    anchors = [id for p in shown for piece in p.pieces for id, _ in piece.anchors]
    assert len(anchors) == len(set(anchors))
    seen = {c.id for c in claims if c.quote.strip()}
    assert seen <= set(anchors)


@given(st.lists(SPANS, min_size=1, max_size=4, unique=True))
def test_n18_a_quotation_reads_as_published(spans: list[tuple[int, int]]) -> None:
    whole = Span(start=0, end=len(TEXT))
    claims = [
        replace(claim, setting=Setting(sentence=whole))
        for claim in (at(*span) for span in spans)
    ]
    told = runs(claims, REPORT)
    shown = "".join(run.characters for run in told)
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    assert shown in TEXT
    assert TEXT[first:last] in shown
    covered = sum(len(run.characters) for run in told if run.told)
    assert covered == len({i for a, b in spans for i in range(a, b)})


def test_words_that_are_withheld_leave_nothing() -> None:
    assert runs([replace(at(0, 11), quote="")], REPORT) == ()
