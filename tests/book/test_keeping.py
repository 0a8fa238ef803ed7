"""History, retraction and expunging, on a small book."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from pyarrow import parquet

from deciding import ROWS, WHO, Later, add, claim_of, filled
from sourcebook.book import Book
from sourcebook.book.formats import FORMATS
from sourcebook.errors import BookError, InputError, InvalidValue, NotFound

SAID = {"who": "Ann Lee", "reason": "the outlet withdrew it"}
FORMS = [(name, public) for name in FORMATS for public in (False, True)]


def test_rec_12_a_diff_names_the_report_that_moved_a_figure(tmp_path: Path) -> None:
    with filled(tmp_path, rows=1) as book:
        add(book, tmp_path, 1, 2)
        book.run()
        told = book.diff("1", "2")
        (killed,) = [c for c in told.moved if c.metric == "killed"]
        assert (killed.before, killed.after) == ("7 to 7, best 7", "9 to 9, best 9")
        assert killed.because == ("report wire-1, which is new",)
        assert "1 changed" in told.counts()
        assert [c.as_dict()["incident"] for c in told.changes]
        assert "killed (persons): 7 to 7, best 7 -> 9 to 9, best 9" in str(told)


def test_rec_12_a_diff_names_decisions(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        book.decide("reject", claim_of(book, "9 people"), **WHO)
        book.run()
        (killed,) = [c for c in book.diff("1", "2").moved if c.metric == "killed"]
        assert killed.after == "4 to 7, best 7"
        assert len(killed.because) == 1
        assert "reject by Ann Lee (read it again)" in killed.because[0]


def test_rec_12_a_diff_names_versions_and_retractions(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        path = tmp_path / "correction.jsonl"
        words = "8 people were killed at the market of Port Avalon on Monday. "
        path.write_text(
            json.dumps(ROWS[1] | {"id": "wire-9", "text": words + ROWS[1]["text"][21:]})
        )
        book.add(path, replaces="wire-1")
        book.run()
        (killed,) = [c for c in book.diff("1", "2").moved if c.metric == "killed"]
        assert "report wire-9, a later version of wire-1" in killed.because
        book.retract("wire-9", **SAID)
        book.run()
        (killed,) = [c for c in book.diff("2", "3").moved if c.metric == "killed"]
        assert (
            "report wire-9, retracted by Ann Lee (the outlet withdrew it)"
            in killed.because
        )
        assert "9 people" not in {c.quote[:8] for c in book.contents.claims}


def test_rec_12_a_diff_names_a_new_extractor(tmp_path: Path) -> None:
    filled(tmp_path).close()
    with Book(tmp_path / "book.db", extractor=Later) as book:
        book.run()
        (injured, *_) = [c for c in book.diff("1", "2").moved if c.metric == "injured"]
        assert "extractor standin@2" in " ".join(injured.because)


def test_nothing_changed_is_said(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        book.run()
        told = book.diff("1", "2")
        assert told.changes == ()
        assert told.counts().endswith("0 figures moved")
        assert _rows(book.path, "past_estimates") == 0
        with pytest.raises(BookError, match="earlier first"):
            book.diff("2", "1")


def test_every_earlier_state_comes_back_as_it_was(tmp_path: Path) -> None:
    seen = []
    with filled(tmp_path, rows=1) as book:
        for step in range(4):
            if step in (1, 2):
                add(book, tmp_path, 2 * step - 1, 2 * step + 1)
            if step == 3:
                book.decide("reject", claim_of(book, "9 people"), **WHO)
            if step:
                book.run()
            seen.append(_derived(book))
        for number, held in enumerate(seen, start=1):
            assert _derived(book.as_of(str(number))) == held
        assert len({json.dumps(held, sort_keys=True) for held in seen}) == 4


def test_as_of_takes_runs_and_days(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        run = book.runs()[0].run
        assert book.as_of(run.id[:8]).run.number == 1
        assert book.as_of((run.ended or "")[:10]).run.number == 1
        # a number that no run has, and that is not how the run's id begins
        number = "7" if run.id[0] != "7" else "8"
        for wrong in ("1999-01-01", number, "nothing"):
            with pytest.raises(NotFound, match="--runs"):
                book.as_of(wrong)


def test_a_replacing_report_must_be_one_new_one(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        path = tmp_path / "two.jsonl"
        new = [{"id": f"n{n}", "text": f"{n} people were killed"} for n in (1, 2)]
        path.write_text("\n".join(map(json.dumps, new)))
        with pytest.raises(InputError, match="exactly one"):
            book.add(path, replaces="wire-1")
        with pytest.raises(NotFound, match="no report 'wire-7'"):
            book.add(path, replaces="wire-7")
        assert len(book.contents.reports) == len(ROWS)


def test_a_retracted_report_is_readable_and_counts_nowhere(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        book.retract("wire-1", **SAID)
        with pytest.raises(BookError, match="already"):
            book.retract("wire-1", **SAID)
        with pytest.raises(InvalidValue, match="--who"):
            book.retract("star-1", who=" ", reason="x")
        book.run()
        held = {r["source_id"]: r for r in book.reports().rows}
        assert held["wire-1"]["incident"] is None
        assert held["wire-1"]["title"] == ROWS[1]["title"]
        assert held["star-1"]["incident"] is not None
        report = held["wire-1"]["id"]
        assert report not in {claim.report for claim in book.contents.claims}
        assert all(report not in i.reports for i in book.contents.incidents)
        assert any("Ann Lee retracted it" in row.reason for row in book.log())
        assert book.check() == []
        book.retract("wire-1", undo=True, **SAID)
        book.run()
        assert _derived(book) == _derived(book.as_of("1"))
        with pytest.raises(BookError, match="is not retracted"):
            book.retract("wire-1", undo=True, **SAID)
        assert len(book.retractions()) == 2


def _secrets() -> list[str]:
    """Words that only the report wire-1 tells."""
    said = ["Nine dead", "market bombing", "9 people", "the governor", "condemned"]
    return [*said, "Islamic State claimed", "a note on the governor"]


@pytest.fixture
def decided(tmp_path: Path) -> Book:
    book = filled(tmp_path)
    book.decide("reject", claim_of(book, "9 people"), **WHO)
    book.decide("note", "wire-1", who="Ben", reason="a note on the governor")
    book.decide("accept", claim_of(book, "4 people"), **WHO)
    book.run()
    return book


@pytest.mark.parametrize("to", FORMATS)
def test_the_words_are_in_every_format_before(tmp_path: Path, to: str) -> None:
    with filled(tmp_path) as book:
        files = book.export(tmp_path / f"{to}.out", to)
    with pytest.raises(AssertionError, match=r"9 people|Nine dead"):
        for path in files:
            _free(_told(path), path)


@pytest.fixture
def expunged(decided: Book) -> Book:
    book = decided
    book.expunge("wire-1", who="Ann Lee", reason="asked for by the family")
    return book


def test_expunged_words_are_in_no_format_and_not_after_a_run(
    expunged: Book, tmp_path: Path
) -> None:
    for turn in range(2):
        for to, public in FORMS:
            into = tmp_path / f"{to}-{public}-{turn}"
            one = into.with_suffix(".out") if to == "muc4" else into
            for path in expunged.export(one, to, public=public):
                _free(_told(path), path)
        expunged.run()
    expunged.export_decisions(tmp_path / "decisions.jsonl")
    _free((tmp_path / "decisions.jsonl").read_bytes(), tmp_path)
    for each in expunged.runs():
        past = expunged.as_of(str(each.number))
        _free(json.dumps(_derived(past)).encode(), each.number)
        for incident in past.incidents(parts=True):
            _free(str(past.show(incident.id)).encode(), incident.id)
    _free(str(expunged.diff("1", "3")).encode(), "diff")


def test_expunged_words_are_not_in_the_file(expunged: Book) -> None:
    for path in expunged.path.parent.glob("book.db*"):
        _free(path.read_bytes(), path)
    expunged.close()


def test_a_tombstone_is_left(expunged: Book) -> None:
    with sqlite3.connect(expunged.path) as file:
        rows = file.execute(
            "SELECT who, reason, text, swept FROM tombstones"
        ).fetchall()
    file.close()
    ((who, reason, text, swept),) = rows
    assert (who, reason, swept) == ("Ann Lee", "asked for by the family", 1)
    assert len(text) == 64
    assert expunged.check() == []
    assert [e.decision.expunged for e in expunged.decisions()] == [True, True, False]
    assert {e.state for e in expunged.decisions()} == {"stands"}


def test_an_expunged_report_is_not_taken_in_again(
    expunged: Book, tmp_path: Path
) -> None:
    path = tmp_path / "again.jsonl"
    other = ROWS[1] | {"id": "other", "outlet": "Another"}
    path.write_text("\n".join(json.dumps(row) for row in (*ROWS, other)))
    added = expunged.add(path)
    assert (added.new, added.skipped) == (0, 2)
    told = [row for row in expunged.log() if "not taken in again" in row.reason]
    assert len(told) == 2
    _free(json.dumps([row.reason for row in told]).encode(), "log")


def test_words_removed_by_nobody_are_a_fault(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        book.decide("note", "wire-1", **WHO)
        with sqlite3.connect(book.path) as file:
            file.execute("DROP TRIGGER decisions_stay_update")
            file.execute(
                "UPDATE decisions SET after = NULL, reason = 'its words went with the "
                "report that it was about'"
            )
        file.close()
        assert [f.what for f in book.check()] == ["its words were removed by nobody"]


def test_a_shared_text_stays_with_the_other_report(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        path = tmp_path / "copy.jsonl"
        path.write_text(json.dumps(ROWS[1] | {"id": "copy", "outlet": "Gazette"}))
        book.add(path)
        book.run()
        done = book.expunge("wire-1", who="Ann", reason="asked for")
        assert done.same_text == ("copy",)
        assert done.tombstone.text is None
        assert book.check() == []
        assert any("9 people" in claim.quote for claim in book.contents.claims)


def test_the_only_report_leaves_an_empty_book(tmp_path: Path) -> None:
    with filled(tmp_path, rows=1) as book:
        book.expunge("star-1", who="Ann", reason="asked for")
        assert book.incidents(parts=True) == []
        assert book.check() == []
        for to in FORMATS:
            for path in book.export(tmp_path / f"{to}.out", to):
                assert b"Port Avalon" not in _told(path)
        assert b"Port Avalon" not in book.path.read_bytes()


def test_an_unswept_book_is_swept_by_the_next_run(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        stored = book._store.withdrawn
        stored.sweep, sweep = lambda: None, stored.sweep  # as if ended before it
        stored.expunge(stored.find("wire-1"), who="A", when="2031-05-04", reason="b")
        stored.sweep = sweep
        book.run()
        for path in book.path.parent.glob("book.db*"):
            _free(path.read_bytes(), path)


def test_doc_1_raw_bytes_are_kept_beside_the_characters(tmp_path: Path) -> None:
    page = "<html><body><p>7 people were killed in Saltmarsh, Marsh Police said. </p>"
    page += "<p>It was the worst fire in the town for many years, they said.</p></body>"
    given = {"a.html": page.encode("latin-1"), "b.txt": b"5 people were killed"}
    for name, data in given.items():
        (tmp_path / name).write_bytes(data)
    with Book(tmp_path / "book.db", extractor=Later) as book:
        book.add([tmp_path / name for name in given])
        book.run()
        assert {name: book.raw(name) for name in given} == given
        assert _rows(book.path, "raws") == 1  # of b.txt the characters are the bytes
        assert book.check() == []
        with sqlite3.connect(book.path) as file:
            file.execute("UPDATE raws SET packed = x'00'")
        file.close()
        assert "are not as read" in book.check()[0].what
        book.expunge("a.html", who="Ann", reason="asked for")
        assert _rows(book.path, "raws") == 0


def test_an_import_does_not_bring_expunged_words_back(
    decided: Book, tmp_path: Path
) -> None:
    other, file = tmp_path / "other.db", tmp_path / "decisions.jsonl"
    decided.decide("accept", claim_of(decided, "3 people were killed, M"), **WHO)
    decided.export_decisions(file)
    with filled(tmp_path / "second") as book:
        book.expunge("wire-1", who="Ann", reason="asked for")
        assert book.import_decisions(file).new == 4
        book.run()
        book.export_decisions(other)
        _free(other.read_bytes(), other)
        assert book.check() == []
        assert [e.decision.expunged for e in book.decisions()] == [
            True,
            True,
            *[False] * 2,
        ]
        assert {e.state for e in book.decisions()} == {"stands"}
        assert book.import_decisions(file).new == 0


def _told(path: Path) -> bytes:
    """Return what a file tells; Parquet is read, because it is compressed."""
    if path.suffix == ".parquet":
        return json.dumps(parquet.read_table(path).to_pylist()).encode()
    return path.read_bytes()


def _free(data: bytes, where: object) -> None:
    for words in _secrets():
        assert words.encode().lower() not in data.lower(), (where, words)


def _derived(held: object) -> dict[str, object]:
    contents = held.contents  # type: ignore[attr-defined]
    counted = {p.report for p in contents.placements}
    return {
        "reports": [r.source_id for r in contents.reports if r.id in counted],
        "claims": [repr(claim) for claim in contents.claims],
        "incidents": [repr(incident) for incident in contents.incidents],
        "estimates": sorted(repr(estimate) for estimate in contents.estimates),
        "contradictions": [repr(each) for each in contents.contradictions],
        "placements": [repr(each) for each in contents.placements],
    }


def _rows(path: Path, table: str) -> int:
    with sqlite3.connect(path) as file:
        (count,) = file.execute(f"SELECT count(*) FROM {table}").fetchone()
    file.close()
    return int(count)
