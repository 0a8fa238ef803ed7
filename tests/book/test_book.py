from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from sourcebook.book import Book
from sourcebook.errors import BookError, ConfigError, InputError, NotFound
from standin import Standin


def grouped(folder: Path, *texts: str) -> Book:
    """A book whose reports come as one incident."""
    rows = [
        {"id": f"r{n}", "text": text, "case": "one", "published": f"2021-05-0{n + 1}"}
        for n, text in enumerate(texts)
    ]
    path = folder / "in.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    book = Book(folder / "one.db", extractor=Standin)
    book.add(path, group_by="case")
    book.run()
    return book


def test_the_example_of_the_design_reads_as_written(tmp_path: Path) -> None:
    book = grouped(
        tmp_path, "In Port Avalon 7 people were killed, Harbour Police said."
    )
    for incident in book.incidents():
        killed = incident.estimate("killed")
        assert incident.label
        assert (killed.low, killed.best, killed.high) == (7, 7, 7)
        for claim in killed.claims:
            assert claim.quote == "7 people were killed, Harbour Police said"
            assert claim.source == "Harbour Police"
            assert claim.report.source_id == "r0"
    assert len(book.incidents()) == 1


def test_adding_counts_new_and_known_reports(tmp_path: Path, inputs: Path) -> None:
    book = Book(tmp_path / "b.db", extractor=Standin)
    first = book.add([inputs])
    assert (first.read, first.new, first.repeated) == (3, 3, 0)
    again = book.add(inputs)
    assert (again.read, again.new, again.repeated) == (0, 0, 3)
    assert book.log() == []


def test_nothing_readable_leaves_the_book_as_it_was(book: Book, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(InputError, match="empty"):
        book.add(empty, replace=True)
    assert len(book.reports()) == 3
    assert [row.reason for row in book.log()] == ["the file is empty"]


def test_results_need_a_run(tmp_path: Path, inputs: Path) -> None:
    book = Book(tmp_path / "b.db", extractor=Standin)
    with pytest.raises(BookError, match="sourcebook add"):
        book.run()
    book.add(inputs)
    with pytest.raises(BookError, match="sourcebook run"):
        book.incidents()


def test_a_second_run_reads_only_what_is_new(book: Book, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("3 people were killed in Saltmarsh on Friday.")
    book.add(tmp_path / "new.txt")
    assert book.run().counts["extracted"] == 1
    assert book.run().counts["extracted"] == 0


def test_a_report_that_fails_is_logged_and_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("7 people were killed. UNREADABLE")
    book = Book(tmp_path / "b.db", extractor=Standin)
    book.add(path)
    book.run()
    (row,) = book.log()
    assert (row.file, row.level, row.stage) == ("a.txt", "error", "extract")
    assert "a defect of the extractor" in row.reason
    counts = book.run().counts
    assert (counts["extracted"], counts["failed"]) == (1, 1)


def test_reports_in_other_languages_are_kept_and_listed(tmp_path: Path) -> None:
    path = tmp_path / "es.txt"
    path.write_text(
        "Al menos siete personas murieron el lunes cuando un transbordador se hundió."
    )
    book = Book(tmp_path / "b.db", extractor=Standin)
    assert book.add(path).unread == 1
    book.run()
    assert [row["language"] for row in book.reports()] == ["es"]
    assert "(es) is not read" in book.log()[0].reason


def test_an_incident_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    book = grouped(tmp_path, "7 people were killed in Port Avalon.")
    (incident,) = book.incidents()
    assert book.incident(incident.id[:6]).id == incident.id
    with pytest.raises(NotFound, match="sourcebook incidents"):
        book.incident("zzz")
    with pytest.raises(NotFound, match="missing"):
        incident.estimate("missing")


def test_why_tells_every_claim_in_context(tmp_path: Path) -> None:
    book = grouped(
        tmp_path,
        "In Port Avalon 7 people were killed, Harbour Police said.",
        "In Port Avalon 9 people were killed, Harbour Police said.",
    )
    why = book.why(book.incidents()[0].id, "killed")
    told = why.as_dict()
    assert len(told["claims"]) + len(told["left_out"]) == 2
    assert all(row["reason"] for row in told["left_out"])
    for words in ("[9 people were killed, Harbour Police said]", "REC-", "to"):
        assert words in str(why)


def test_an_unknown_profile_is_refused(book: Book) -> None:
    with pytest.raises(ConfigError, match="conservative"):
        book.run(profile="guess")  # type: ignore[arg-type]


def test_a_date_that_is_none_is_refused(book: Book) -> None:
    with pytest.raises(ConfigError, match="YYYY-MM-DD"):
        book.run(as_of="last week")


def test_filters_narrow_the_list(tmp_path: Path) -> None:
    book = grouped(tmp_path, "7 people were killed in Port Avalon.")
    assert book.incidents(country="SY") == []
    assert book.incidents(type="natural_disaster") == []


def test_tables_convert_and_show_themselves(book: Book) -> None:
    claims = book.claims()
    assert len(claims) > 0
    assert claims.to_arrow().num_rows == len(claims)
    assert list(claims.to_pandas()["id"]) == [row["id"] for row in claims]
    assert claims.to_polars().height == len(claims)
    assert "<table>" in claims._repr_html_()
    assert "rows of id, report" in repr(claims)


def test_a_sound_book_has_no_faults(book: Book) -> None:
    assert book.check() == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE texts SET characters = 'x' || characters", "has changed"),
        ("UPDATE claims SET start = start + 1", "characters"),
        ("UPDATE claim_placements SET incident = 'nowhere'", "nowhere is missing"),
        ("UPDATE reports SET title = 'Other'", "title"),
    ],
)
def test_check_names_what_was_tampered_with(
    book: Book, statement: str, said: str
) -> None:
    book.close()
    with sqlite3.connect(book.path) as connection:
        connection.execute(statement)
    connection.close()
    with Book(book.path, extractor=Standin) as again:
        found = again.check()
    assert found
    assert any(said in fault.what for fault in found)


def test_decided_groups_are_kept(tmp_path: Path) -> None:
    book = grouped(tmp_path, "7 people were killed.", "8 people were killed.")
    (incident,) = book.incidents()
    assert len(incident.reports) == 2


def versions(*order: int) -> list[dict[str, str]]:
    rows = [
        {
            "id": f"v{number}",
            "text": f"In Port Avalon {killed} people were killed, Harbour Police said.",
            "url": "https://star.example/blast",
            "published": f"2021-05-0{number}",
        }
        for number, killed in ((1, 7), (2, 9), (3, 11))
    ]
    return [rows[number - 1] for number in order]


def written(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_of_the_versions_of_an_address_the_latest_counts(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    with Book(tmp_path / "b.db", extractor=Standin) as book:
        for number in order:
            book.add(written(tmp_path / f"{number}.jsonl", versions(number)))
        book.run()
        (incident,) = book.incidents()
        killed = incident.estimate("killed")
        assert (killed.low, killed.high) == (11, 11)
        assert (killed.ever.low, killed.ever.high) == (11, 11)
        names = {r.id: r.source_id for r in book.contents.reports}
        before = {
            r.source_id: names.get(r.version_of or "") for r in book.contents.reports
        }
        assert before == {"v1": None, "v2": "v1", "v3": "v2"}
        assert {row["incident"] for row in book.reports()} == {incident.id}
        told = [row for row in book.log() if row.stage == "link"]
        assert sorted(str(row.file) for row in told) == ["v1", "v2"]
        assert book.check() == []


def test_an_incident_keeps_its_id_when_its_report_is_edited(tmp_path: Path) -> None:
    with Book(tmp_path / "b.db", extractor=Standin) as book:
        book.add(written(tmp_path / "1.jsonl", versions(1)))
        book.run()
        (first,) = book.incidents()
        book.add(written(tmp_path / "2.jsonl", versions(2)))
        book.run()
        (second,) = book.incidents()
        assert first.id == second.id
        assert second.estimate("killed").best == 9


def test_a_later_version_does_not_count_before_it_was_there(tmp_path: Path) -> None:
    with Book(tmp_path / "b.db", extractor=Standin) as book:
        book.add(written(tmp_path / "all.jsonl", versions(1, 2, 3)))
        book.run(as_of="2021-05-02")
        (incident,) = book.incidents()
        assert incident.estimate("killed").best == 9


def test_one_front_page_is_no_address_of_a_report(tmp_path: Path) -> None:
    rows = [row | {"url": "https://star.example/"} for row in versions(1, 2)]
    with Book(tmp_path / "b.db", extractor=Standin) as book:
        book.add(written(tmp_path / "all.jsonl", rows))
        assert [r.version_of for r in book._store.reports()] == [None, None]


def test_what_the_screen_drops_is_counted_and_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A new PARK will open in the spring.")
    (tmp_path / "b.txt").write_text("7 people were killed in Port Avalon.")
    with Book(tmp_path / "book.db", extractor=Standin) as book:
        book.add([tmp_path / "a.txt", tmp_path / "b.txt"])
        assert book.run().counts["screened"] == 1
        (row,) = book.log()
        assert (row.level, row.file) == ("info", "a.txt")
        assert "no word of harm" in row.reason


def test_ids_used_twice_are_told_with_their_line(tmp_path: Path) -> None:
    one, two = versions(1, 2)
    rows = [one, two | {"id": "v1"}, one]
    with Book(tmp_path / "b.db", extractor=Standin) as book:
        book.add(written(tmp_path / "in.jsonl", rows))
        assert [row.line for row in book.log()] == [2, 3]


def test_notebooks_show_short_escaped_tables(tmp_path: Path) -> None:
    path = tmp_path / "<i>.db"
    with Book(path, extractor=Standin) as book:
        assert "no results yet" in book._repr_html_()
        book.add(written(tmp_path / "in.jsonl", versions(1)))
        book.run()
        (incident,) = book.incidents()
        shown = book._repr_html_()
        assert "&lt;i&gt;.db" in shown and "<i>" not in shown
        assert "<td>killed</td><td>persons</td><td>7</td>" in incident._repr_html_()
        assert "<td>Harbour Police</td>" in incident.estimate("killed")._repr_html_()
