"""Decisions about an incident that went into another (issue 5, points 2 and 3)."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from deciding import WHO, exports, incident_of
from sourcebook.book import Book
from sourcebook.book.deciding.rulings import anchored, rule
from sourcebook.cli.check import decisions_in_words
from sourcebook.model.decision import (
    Anchor,
    Decision,
    EstimateAnchor,
    IncidentAnchor,
    ReportAnchor,
    frontier,
)

OLD = "0" * 24
PORT, MARSH = "Port Avalon", "Saltmarsh"
#: The evidence of the test: what once was an incident by itself went into another.
LED = {"i1": "i2"}


def report_of(book: Book, name: str) -> str:
    return next(r.id for r in book.contents.reports if r.source_id == name)


@pytest.fixture
def old(book: Book) -> Book:
    """Return a book in which an incident of two reports went into that of three."""
    told = json.dumps(sorted(report_of(book, name) for name in ("wire-1", "mail-1")))
    with sqlite3.connect(book.path) as file:
        file.execute(
            "INSERT INTO minted (incident, reports) VALUES (?, ?)", (OLD, told)
        )
    file.close()
    book.run()
    return book


def sent(
    book: Book, folder: Path, action: str, anchor: Anchor, after: dict[str, Any] | None
) -> Decision:
    """Take over a decision from the file of somebody who saw the old incident."""
    made = Decision.of(
        action,  # type: ignore[arg-type]
        anchor,
        who="Ben Roe",
        when="2031-05-03",
        reason="seen then",
        after=after,
    )
    path = folder / "d.jsonl"
    path.write_text(json.dumps(made.row()) + "\n", "utf-8")
    assert book.import_decisions(path).new == 1
    book.run()
    return next(e.decision for e in book.decisions() if e.decision.key == made.key)


def killed(book: Book, label: str = PORT) -> tuple[int | None, ...]:
    found = book.incident(incident_of(book, label)).estimate("killed")
    return found.low, found.best, found.high


def states(book: Book) -> list[str]:
    return [entry.state for entry in book.decisions()]


TOLL = EstimateAnchor(incident=OLD, metric="killed", population="persons")


def test_another_analysts_override_of_the_old_id_counts_at_the_survivor(
    old: Book, tmp_path: Path
) -> None:
    before = exports(old, tmp_path / "before")
    made = sent(old, tmp_path, "override", TOLL, {"best": 8})
    port = incident_of(old, PORT)
    assert killed(old) == (4, 8, 9)
    entry = old.decisions()[0]
    assert (entry.state, entry.led) == ("stands", {OLD: port})
    said = f"incident {OLD[:12]} went into {port[:12]}"
    assert said in str(entry)
    assert "1 about an incident that went into another" in decisions_in_words([entry])
    assert f"{made.short}: override" in decisions_in_words([entry])
    row = next(r for r in old.log() if r.file == f"decision {made.short}")
    assert said in row.reason
    assert row.level == "info"
    assert old.check() == []
    old.decide("undo", made.short, **WHO)
    old.run()
    assert exports(old, tmp_path / "after") == before


def test_mergers_are_followed_to_their_end(old: Book, tmp_path: Path) -> None:
    sent(old, tmp_path, "override", TOLL, {"best": 8})
    port, marsh = incident_of(old, PORT), incident_of(old, MARSH)
    merge = old.decide("merge", marsh, port, **WHO)
    old.run()
    assert killed(old, "")[1] == 8
    assert old.decisions()[0].led == {OLD: marsh}
    old.decide("undo", merge.short, **WHO)
    old.run()
    assert old.decisions()[0].led == {OLD: port}


def test_an_override_of_each_of_two_that_merged_is_a_clash_until_decided_again(
    book: Book,
) -> None:
    port, marsh = incident_of(book, PORT), incident_of(book, MARSH)
    first = book.decide("override", port, "killed", best=8, **WHO)
    book.decide("override", marsh, "killed", best=2, **WHO)
    book.decide("merge", port, marsh, **WHO)
    run = book.run()
    assert states(book) == ["conflict", "conflict", "stands"]
    assert run.counts["in_conflict"] == 2
    assert book.incident(port).estimate("killed").decisions != (first.key,)
    row = next(r for r in book.log() if "says otherwise" in r.reason)
    assert (row.level, first.short in row.reason) == ("warning", True)
    book.decide("override", port, "killed", best=7, **WHO)
    book.run()
    assert states(book) == ["replaced", "replaced", "stands", "stands"]
    assert book.incident(port).estimate("killed").best == 7


def test_a_report_linked_to_the_old_id_belongs_to_the_survivor(
    old: Book, tmp_path: Path
) -> None:
    report = ReportAnchor(report=report_of(old, "post-2"))
    sent(old, tmp_path, "link", report, {"incident": OLD})
    told = old.incident(incident_of(old, PORT)).reports
    assert "post-2" in {r.source_id for r in told}
    assert OLD not in {i.id for i in old.incidents()}


def test_a_report_taken_out_of_the_old_id_leaves_the_survivor(
    old: Book, tmp_path: Path
) -> None:
    port = incident_of(old, PORT)
    report = ReportAnchor(report=report_of(old, "mail-1"))
    sent(old, tmp_path, "unlink", report, {"incident": OLD})
    assert "mail-1" not in {r.source_id for r in old.incident(port).reports}


def made(
    chain: list[Decision], action: str, anchor: Anchor, after: dict[str, Any]
) -> list[Decision]:
    """Return a chain with one more decision, by somebody who knows the chain."""
    decision = Decision.of(
        action,  # type: ignore[arg-type]
        anchor,
        who="Ann",
        when="2031-05-04",
        reason="read again",
        after=after,
        previous=chain[-1].id if chain else None,
        knew=frontier(chain),
    )
    return [*chain, decision]


def ruled(chain: list[Decision]) -> list[str]:
    rulings = rule(chain, anchored, LED)
    return [rulings.state[d.key] for d in chain]


def test_in_and_out_of_two_that_became_one_is_a_clash() -> None:
    report = ReportAnchor(report="r1")
    chain = made([], "unlink", report, {"incident": "i1"})
    chain = made(chain, "link", report, {"incident": "i2"})
    assert ruled(chain) == ["conflict", "conflict"]
    assert [*rule(chain, anchored).state.values()] == ["stands", "stands"]


def test_links_to_two_that_became_one_agree() -> None:
    report = ReportAnchor(report="r1")
    one = made([], "link", report, {"incident": "i1"})
    other = made([], "link", report, {"incident": "i2"})
    rulings = rule([*one, *other], anchored, LED)
    assert rulings.conflicts == ()
    told = rulings.on("report r1")["incident"].after
    assert told == {"incident": "i2"}


def test_a_split_whose_two_sides_became_one_is_none() -> None:
    after = {"from": "i2", "reports": ["r1"], "incident": "i1"}
    chain = made([], "split", IncidentAnchor(incident="i2"), after)
    told = rule(chain, anchored, LED).on("report r1")
    assert sorted(told) == ["in i2", "incident"]
    assert told["in i2"].after == {**after, "incident": "i2"}


def test_of_one_old_id_the_later_still_replaces_the_earlier() -> None:
    toll = EstimateAnchor(incident="i1", metric="killed", population="persons")
    chain = made(made([], "override", toll, {"best": 1}), "override", toll, {"best": 2})
    assert ruled(chain) == ["replaced", "stands"]
