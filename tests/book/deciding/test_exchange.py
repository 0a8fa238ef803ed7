"""Two analysts' work in one book (issue 5, point 8)."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import suppress
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from deciding import WHO, Reader, claim_of, exports, filled, incident_of
from sourcebook.book import Book
from sourcebook.errors import DecisionRefused, InputError, NotFound


@pytest.fixture
def other(template: Path, tmp_path: Path) -> Book:
    path = tmp_path / "other.db"
    copyfile(template, path)
    return Book(path, extractor=Reader)


def by(name: str) -> dict[str, str]:
    return {**WHO, "who": name}


def states(book: Book) -> list[str]:
    return [entry.state for entry in book.decisions()]


def test_a_file_of_decisions_makes_another_book_alike(
    book: Book, other: Book, tmp_path: Path
) -> None:
    book.decide("reject", claim_of(book, "9 people"), **WHO)
    book.decide("override", incident_of(book, "Salt"), "killed", best=4, **WHO)
    book.run()
    assert book.export_decisions(tmp_path / "d.jsonl") == 2
    done = other.import_decisions(tmp_path / "d.jsonl")
    assert (done.read, done.new, done.conflicts) == (2, 2, ())
    other.run()
    assert exports(other, tmp_path / "b") == exports(book, tmp_path / "a")
    assert other.head() == book.head()


def test_importing_twice_adds_nothing(book: Book, other: Book, tmp_path: Path) -> None:
    book.decide("reject", claim_of(book, "9 people"), **WHO)
    other.decide("note", "star-1", **by("Ben"))
    book.export_decisions(tmp_path / "d.jsonl")
    assert other.import_decisions(tmp_path / "d.jsonl").new == 1
    assert other.import_decisions(tmp_path / "d.jsonl").new == 0
    other.export_decisions(tmp_path / "back.jsonl")
    assert book.import_decisions(tmp_path / "back.jsonl").new == 1
    assert other.check() == book.check() == []


def test_conflicting_decisions_are_shown_and_neither_wins(
    book: Book, other: Book, tmp_path: Path
) -> None:
    before = exports(book, tmp_path / "before")
    book.decide("reject", claim_of(book, "9 people"), **by("Ann"))
    other.decide("edit", claim_of(other, "9 people"), value=8, **by("Ben"))
    other.export_decisions(tmp_path / "d.jsonl")
    done = book.import_decisions(tmp_path / "d.jsonl")
    assert [e.decision.who for e in done.conflicts] == ["Ann", "Ben"]
    assert "in conflict with" in str(done.conflicts[0])
    assert done.conflicts[0].against == (done.conflicts[1].decision.key,)
    run = book.run()
    assert run.counts["in_conflict"] == 2
    assert exports(book, tmp_path / "after") == before
    book.decide("edit", claim_of(book, "9 people"), value=8, **by("Cyd"))
    assert states(book) == ["replaced", "replaced", "stands"]


def test_the_order_of_imports_settles_nothing(
    book: Book, other: Book, tmp_path: Path
) -> None:
    book.decide("reject", claim_of(book, "9 people"), **by("Ann"))
    book.decide("edit", claim_of(book, "3 people were killed, M"), value=4, **by("Ann"))
    other.decide("edit", claim_of(other, "9 people"), value=8, **by("Ben"))
    port, marsh = incident_of(book, "Port"), incident_of(book, "Salt")
    words = {"quote": "Nine dead", "metric": "killed", "value": 9}
    for each, name in ((book, "Ann"), (other, "Ben")):
        each.decide("same-source", "Post", "Marsh Police", **by(name))
        each.decide("override", port, "killed", best=8, **by(name))
        each.decide("merge", port, marsh, **by(name))
        each.decide("add", "wire-1", **words, **by(name))
    other.decide("same-source", "The Star", "Post", **by("Ben"))
    book.export_decisions(tmp_path / "one.jsonl")
    other.export_decisions(tmp_path / "two.jsonl")
    book.import_decisions(tmp_path / "two.jsonl")
    other.import_decisions(tmp_path / "one.jsonl")
    book.run()
    other.run()
    assert exports(book, tmp_path / "a") == exports(other, tmp_path / "b")
    assert sorted(states(book)) == sorted(states(other))
    assert book.head() != other.head()


def test_an_imported_undo_takes_back_what_it_names(
    book: Book, other: Book, tmp_path: Path
) -> None:
    other.decide("note", "star-1", **by("Ben"))
    made = book.decide("reject", claim_of(book, "9 people"), **WHO)
    book.decide("undo", made.short, **WHO)
    book.export_decisions(tmp_path / "d.jsonl")
    other.import_decisions(tmp_path / "d.jsonl")
    assert states(other) == ["stands", "undone", "stands"]
    imported = other.decisions()[1].decision
    assert (imported.key, imported.origin) == (made.id, made.id)
    assert imported.id != made.id


def test_decisions_on_one_claim_by_two_extractors_are_about_one_thing(
    book: Book, tmp_path: Path
) -> None:
    from deciding import Later

    later = filled(tmp_path / "later", extractor=Later)
    book.decide("reject", claim_of(book, "9 people"), **by("Ann"))
    later.decide("edit", claim_of(later, "9 people"), value=8, **by("Ben"))
    later.export_decisions(tmp_path / "d.jsonl")
    done = book.import_decisions(tmp_path / "d.jsonl")
    assert [e.decision.who for e in done.conflicts] == ["Ann", "Ben"]


def altered(path: Path, **changes: Any) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows[0] |= changes
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")


def test_an_altered_file_is_refused(book: Book, other: Book, tmp_path: Path) -> None:
    book.decide("reject", claim_of(book, "9 people"), **WHO)
    path = tmp_path / "d.jsonl"
    for changes, said in (
        ({"who": "Somebody Else"}, "its content has changed"),
        ({"action": "forget"}, "this is no decision ('forget' is no action"),
        ({"anchor": {"kind": "moon"}}, "'moon' is no kind of anchor"),
        ({"action": "link"}, "link cannot be about a claim"),
        ({"action": "edit", "after": {"payload": {"metric": "x"}}}, "'x' is no metric"),
        ({"action": "move", "after": {"role": 7}}, "7 is no role"),
        ({"action": "add", "after": {"payload": {}}}, "add: "),
    ):
        book.export_decisions(path)
        altered(path, **changes)
        with pytest.raises(InputError) as refused:
            other.import_decisions(path)
        assert said in str(refused.value)
    assert other.decisions() == []


def test_a_file_that_is_none_is_refused(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text("[1]\n", "utf-8")
    with pytest.raises(InputError, match="line 1: this is no decision"):
        book.import_decisions(path)
    path.write_bytes(b"\xff\x00")
    with pytest.raises(InputError, match="it is not UTF-8"):
        book.import_decisions(path)


def test_check_finds_a_decision_changed_in_the_file(book: Book) -> None:
    made = book.decide("reject", claim_of(book, "9 people"), **WHO)
    book.decide("note", "star-1", **WHO)
    assert book.check() == []
    with sqlite3.connect(book.path) as file:
        file.execute("DROP TRIGGER decisions_stay_update")
        file.execute("UPDATE decisions SET who = 'Somebody' WHERE number = 1")
    file.close()
    assert [(f.where, f.what) for f in book.check()] == [
        (f"decision {made.short}", "its content has changed since it was written")
    ]


def test_check_finds_a_decision_taken_out_of_the_file(book: Book) -> None:
    book.decide("reject", claim_of(book, "9 people"), **WHO)
    last = book.decide("note", "star-1", **WHO)
    with sqlite3.connect(book.path) as file:
        file.execute("DROP TRIGGER decisions_stay_delete")
        file.execute("DELETE FROM decisions WHERE number = 1")
    file.close()
    assert [f.where for f in book.check()] == [f"decision {last.short}"]


def decided_by_chance(book: Book, draw: random.Random, who: str) -> None:
    """Let somebody decide something about what the book shows; refusals are no matter."""
    held = book.contents
    claims, reports = [c.id for c in held.claims], [r.source_id for r in held.reports]
    roots = [i.id for i in held.incidents if i.parent is None]
    made = [e.decision.short for e in book.decisions()] or ["none"]
    one = draw.choice
    action, targets, changes = one(
        [
            ("accept", [one(claims)], {}),
            ("reject", [one(claims)], {}),
            ("edit", [one(claims)], {"value": draw.randrange(12)}),
            ("move", [one(claims)], {"role": "part_of_total"}),
            ("link", [one(reports), one(roots)], {}),
            ("unlink", [one(reports)], {}),
            ("merge", [one(roots), one(roots)], {}),
            ("split", [one(roots), one(reports)], {}),
            ("override", [one(roots), "killed"], {"best": draw.randrange(12)}),
            ("dismiss", [held.contradictions[0].id], {}),
            ("undo", [one(made)], {}),
        ]
    )
    with suppress(DecisionRefused, NotFound):
        book.decide(action, *targets, **by(who), **changes)


@pytest.mark.parametrize("seed", range(3))
def test_two_books_that_exchange_their_decisions_are_alike(
    book: Book, other: Book, tmp_path: Path, seed: int
) -> None:
    draw = random.Random(seed)
    for _ in range(6):
        decided_by_chance(book, draw, "Ann")
        decided_by_chance(other, draw, "Ben")
    book.export_decisions(tmp_path / "one.jsonl")
    other.export_decisions(tmp_path / "two.jsonl")
    book.import_decisions(tmp_path / "two.jsonl")
    other.import_decisions(tmp_path / "one.jsonl")
    book.run()
    other.run()
    assert exports(book, tmp_path / "a") == exports(other, tmp_path / "b")
    states_of = [
        {e.decision.key: e.state for e in each.decisions()} for each in (book, other)
    ]
    assert states_of[0] == states_of[1]
