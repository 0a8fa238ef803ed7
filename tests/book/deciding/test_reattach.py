"""Decisions find their claims again after another extraction (issue 5, point 3)."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from builds import Build
from deciding import WHO, Later, Reader, anew, claim_of, exports, incident_of
from sourcebook.book import Book
from sourcebook.book.deciding.attach import anchor_at, attach, points_of
from sourcebook.book.deciding.subjects import subjects
from sourcebook.model.claim import Claim, Figure
from sourcebook.model.decision import Decision
from sourcebook.model.report import Report
from sourcebook.model.span import Span
from sourcebook.store import Store

#: Decisions made on each set of reports.
MADE = 200
ARTICLES = ("the ", "a ", "an ", "The ", "A ", "An ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The claims of a second extractor version, and what each old one has become."""

    claims: tuple[Claim, ...]
    becomes: dict[str, str | None]


def second_version(claims: Sequence[Claim], reports: Iterable[Report]) -> Versions:
    """Return claims with known differences: shifted, of another metric, gone.

    Of ten claims six are alike, two begin after their article or with the word before
    them, one ends a word earlier, and of the tenth every second is gone; every ninth
    figure has another metric.
    """
    known = {report.id: report for report in reports}
    draw = random.Random(11)
    becomes: dict[str, str | None] = {}
    fresh: dict[str, Claim] = {}
    for number, claim in enumerate(claims):
        kind, metric = draw.randrange(10), None
        if kind == 9 and number % 2:
            becomes[claim.id] = None
            continue
        if isinstance(claim.payload, Figure) and number % 9 == 0:
            metric = "affected" if claim.payload.metric != "affected" else "missing"
        span = _shifted(claim, known[claim.report], kind)
        made = anew(claim, known[claim.report], span, version="next", metric=metric)
        fresh[made.id] = made
        becomes[claim.id] = None if metric else made.id
    return Versions(claims=tuple(fresh.values()), becomes=becomes)


def _shifted(claim: Claim, report: Report, kind: int) -> Span:
    start, end = claim.span.start, claim.span.end
    told = report.characters(claim.field)
    for article in ARTICLES:
        if kind == 6 and claim.quote.startswith(article):
            start += len(article)
        if kind == 7 and told[:start].endswith(article):
            start -= len(article)
    if kind == 8 and " " in claim.quote:
        end = start + claim.quote.rindex(" ")
    return Span(start=start, end=end)


def decisions_on(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Decision]]:
    """Yield 200 decisions on claims, one after the other and from the start again."""
    before = None
    for number in range(MADE):
        claim = claims[number % len(claims)]
        decision = Decision.of(
            "accept" if number < len(claims) else "note",
            anchor_at(claim),
            before={"claim": claim.id, "version": "rules@1"},
            previous=before,
            **WHO,
        )
        before = decision.id
        yield claim, decision


def measured(claims: Sequence[Claim], reports: Sequence[Report]) -> tuple[float, int]:
    """Return the share of decisions that find their counterpart, and wrong finds."""
    drawn = random.Random(5).sample(list(claims), k=min(MADE, len(claims)))
    later = second_version(claims, reports)
    made = list(decisions_on(drawn))
    found = subjects([decision for _, decision in made], later.claims).claim
    has = [(c, d) for c, d in made if later.becomes[c.id] is not None]
    right = sum(found.get(d.anchor) == later.becomes[c.id] for c, d in has)  # type: ignore[call-overload]
    wrong = sum(
        d.anchor in found and found[d.anchor] != later.becomes[c.id] for c, d in made
    )
    return right / len(has), wrong


class Doubled(Reader):
    """A version that reads "9 people" as eighteen."""

    version = "3"

    def extract(
        self, reports: Iterable[Report]
    ) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        for report, claims in super().extract(reports):
            yield report, tuple(_doubled(claim, report) for claim in claims)


def _doubled(claim: Claim, report: Report) -> Claim:
    payload = claim.payload
    if isinstance(payload, Figure) and payload.value == 9:
        claim = replace(claim, payload=replace(payload, value=18, low=18, high=18))
    return anew(claim, report, claim.span, version="3")


def contents(book: Path) -> tuple[list[Claim], list[Report]]:
    with Store(book) as store:
        run = store.last_run()
        assert run is not None
        name, _, version = run.extractor.partition("@")
        return store.extracted(name, version), store.reports()


def test_decisions_on_the_examples_reattach(examples: Build) -> None:
    share, wrong = measured(*contents(examples.folder / "book.db"))
    assert share >= 0.98
    assert wrong <= MADE // 50


def test_decisions_on_the_evaluation_reattach(evaluation: Build) -> None:
    share, wrong = measured(*contents(evaluation.folder / "book.db"))
    assert share >= 0.98
    assert wrong <= MADE // 50


@pytest.fixture
def decided(book: Book) -> Book:
    """A book with decisions on claims that another version reads differently."""
    book.decide("reject", claim_of(book, "9 people"), **WHO)
    book.decide("edit", claim_of(book, "5 people"), value=6, **WHO)
    book.decide("edit", claim_of(book, "12 people"), value=13, **WHO)
    odd = next(c for c in book.contents.contradictions if c.kind == "hard")
    book.decide("dismiss", odd.id, **WHO)
    book.run()
    return book


def reread(book: Book) -> Book:
    """Return the book as the next version of the extractor reads it."""
    book.close()
    later = Book(book.path, extractor=Later)
    later.run()
    return later


def test_a_book_read_by_another_extractor_keeps_its_decisions(decided: Book) -> None:
    later = reread(decided)
    claims = later.contents.claim
    assert claims[claim_of(later, "9 people")].review == "rejected"
    assert claims[claim_of(later, "5 people")].payload.value == 6
    run = later.last_run()
    assert run is not None
    assert (run.counts["reattached"], run.counts["unattached"]) == (2, 2)


def test_what_found_no_claim_is_listed_for_review(decided: Book) -> None:
    later = reread(decided)
    lost = [e for e in later.decisions() if e.state == "unattached"]
    # nobody reads "12 people", and without the rejected figure nothing contradicts
    assert [e.decision.action for e in lost] == ["edit", "dismiss"]
    assert "no claim of its type and metric" in str(lost[0])
    again = [e for e in later.decisions() if e.reattached]
    assert [e.decision.action for e in again] == ["reject", "edit"]


def test_a_claim_accepted_as_it_was_is_listed_where_it_says_something_else(
    book: Book,
) -> None:
    book.decide("accept", claim_of(book, "9 people"), **WHO)
    book.decide("accept", claim_of(book, "5 people"), **WHO)
    book.close()
    other = Book(book.path, extractor=Doubled)
    other.run()
    told = [(e.changed, e.reattached, e.state) for e in other.decisions()]
    assert told == [(True, True, "stands"), (False, True, "stands")]
    assert "says something else now" in str(other.decisions()[0])


def test_a_decision_comes_back_with_its_claim(decided: Book, tmp_path: Path) -> None:
    before = exports(decided, tmp_path / "before")
    later = reread(decided)
    later.close()
    back = Book(decided.path, extractor=Reader)
    back.run()
    assert exports(back, tmp_path / "after") == before


def test_an_added_claim_that_is_found_later_counts_once(tmp_path: Path) -> None:
    from deciding import filled

    first = filled(tmp_path, extractor=Later)
    words = {"quote": "12 people were injured", "metric": "injured", "value": 14}
    first.decide("add", "star-1", **WHO, **words)
    first.run()
    first.close()
    book = Book(first.path, extractor=Reader)
    book.run()
    injured = [c for c in book.contents.claims if c.quote.startswith("12 people")]
    assert [(c.payload.value, c.extractor) for c in injured] == [(14, "standin")]
    assert injured[0].review == "added"


def test_an_anchor_takes_the_claim_that_it_overlaps_most(book: Book) -> None:
    claims = [c for c in book.contents.claims if c.type == "figure"]
    claim = next(c for c in claims if c.quote.startswith("9 people"))
    report = book.contents.report[claim.report]
    near = anew(claim, report, Span(start=claim.span.start, end=claim.span.end - 7))
    less = anew(claim, report, Span(start=claim.span.start + 9, end=claim.span.end))
    points = points_of([Decision.of("accept", anchor_at(claim), **WHO)])
    assert attach(points, [less, near]) == {anchor_at(claim): near.id}


def test_two_claims_of_one_version_never_fall_on_one_claim(book: Book) -> None:
    claim = next(c for c in book.contents.claims if c.quote.startswith("9 people"))
    report = book.contents.report[claim.report]
    beside = anew(claim, report, Span(start=claim.span.start, end=claim.span.end - 7))
    chain = [
        Decision.of(
            "accept",
            anchor_at(each),
            before={"claim": each.id, "version": "standin@1"},
            **WHO,
        )
        for each in (claim, beside)
    ]
    assert attach(points_of(chain), [claim]) == {anchor_at(claim): claim.id}


def test_an_override_finds_its_estimate_whoever_extracts(book: Book) -> None:
    incident = incident_of(book, "Port Avalon")
    book.decide("override", incident, "killed", best=8, **WHO)
    later = reread(book)
    assert later.incident(incident).estimate("killed").best == 8
