from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import pytest

from sourcebook.errors import InputSkipped
from sourcebook.model.report import Report
from sourcebook.readers import READERS, Flagged, Item, Repeated, read

LONG = (
    "At least seven people were killed on Monday when a ferry sank off Port Avalon, "
    "the harbour master said, while rescuers searched for the missing."
)


def reports(items: list[Item]) -> list[Report]:
    return [item for item in items if isinstance(item, Report)]


def skipped(items: list[Item]) -> list[InputSkipped]:
    return [item for item in items if isinstance(item, InputSkipped)]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_every_reader_has_a_name_and_suffixes() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix.islower() for suffix in suffixes)
    assert all(reader.name for reader in READERS)


def test_doc_1_offsets_count_code_points_and_raw_bytes_are_kept(tmp_path: Path) -> None:
    data = "Café — 7 dead\r\nnear Jerseytown.".encode()
    report = reports(list(read([write(tmp_path, "a.txt", data)])))[0]
    assert report.text.characters == data.decode()
    assert report.text.characters[7:13] == "7 dead"
    assert report.raw_sha256 == hashlib.sha256(data).hexdigest()


def test_doc_3_a_dateline_tells_outlet_place_and_date(tmp_path: Path) -> None:
    text = "DUSHANBE, May 4, 2031, Star Wire - Two people died in a fire."
    report = reports(list(read([write(tmp_path, "a.txt", text)])))[0]
    assert (report.outlet, report.published) == ("Star Wire", "2031-05-04")
    assert report.dateline_place == "DUSHANBE"


def test_n12_a_text_without_a_dateline_has_no_outlet_and_no_date(
    tmp_path: Path,
) -> None:
    report = reports(list(read([write(tmp_path, "a.txt", LONG)])))[0]
    assert (report.outlet, report.published, report.title) == (None, None, "")


def test_a_folder_of_any_mixture_is_read_in_a_stable_order(tmp_path: Path) -> None:
    write(tmp_path, "b/2.txt", LONG)
    write(tmp_path, "a.jsonl", json.dumps({"id": "x", "body": LONG}) + "\n")
    write(tmp_path, "c.csv", f'guid,headline,content\nrow,Ferry,"{LONG}"\n')
    write(tmp_path, "b/1.tsv", f"id\ttext\nt\t{LONG}\n")
    write(tmp_path, "d.json", json.dumps({"articles": [{"id": "j", "text": LONG}]}))
    write(tmp_path, ".hidden.txt", LONG)
    found = reports(list(read([tmp_path])))
    assert [r.source_id for r in found] == ["x", "row", "j", "t", "b/2.txt"]
    assert [r.source_id for r in reports(list(read([tmp_path / "*.jsonl"])))] == ["x"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", LONG)
    assert len(reports(list(read([path, tmp_path, path])))) == 1


def test_standard_input_is_told_by_how_it_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = json.dumps({"id": "x", "text": LONG}).encode()
    for data, wanted in ((line + b"\n" + line, "x"), (LONG.encode(), "stdin")):
        monkeypatch.setattr("sys.stdin", type("In", (), {"buffer": io.BytesIO(data)})())
        assert reports(list(read(["-"])))[0].source_id == wanted


def test_html_gives_title_outlet_and_date_from_its_metadata(tmp_path: Path) -> None:
    page = f"""<!doctype html><html><head><title>Ferry sinks - Star</title>
    <meta property="og:title" content="Ferry sinks off Port Avalon">
    <meta property="og:site_name" content="The Star">
    <meta property="article:published_time" content="2024-05-04T10:00:00Z">
    </head><body><nav>Home</nav><article><h1>Ferry sinks off Port Avalon</h1>
    <p>{LONG}</p><p>{LONG.replace("seven", "eight")}</p></article></body></html>"""
    report = reports(list(read([write(tmp_path, "a.html", page)])))[0]
    assert report.title == "Ferry sinks off Port Avalon"
    assert (report.outlet, report.published) == ("The Star", "2024-05-04")
    assert "seven people were killed" in report.text.characters
    assert "Home" not in report.text.characters
    assert report.text.characters.startswith(LONG[:20])  # the heading is told once


def test_a_page_that_is_cut_off_is_read_and_flagged(tmp_path: Path) -> None:
    page = f"<html><body><article><p>{LONG}</p><p>{LONG}"
    items = list(read([write(tmp_path, "a.html", page)]))
    assert len(reports(items)) == 1
    assert any(isinstance(i, Flagged) and "cut off" in i.reason for i in items)


def test_fields_are_found_under_their_common_names(tmp_path: Path) -> None:
    record = {
        "_id": 7,
        "Headline": "Ferry sinks",
        "Full-Text": LONG,
        "source": {"name": "The Star"},
        "link": "https://star.example/1",
        "publishedAt": "2024-05-04T10:00:00Z",
    }
    report = reports(list(read([write(tmp_path, "a.json", json.dumps(record))])))[0]
    assert (report.source_id, report.title) == ("7", "Ferry sinks")
    assert (report.outlet, report.url) == ("The Star", "https://star.example/1")
    assert report.published == "2024-05-04T10:00:00Z"


def test_reports_keep_the_groups_they_come_with(tmp_path: Path) -> None:
    rows = [{"id": i, "text": f"{LONG} {i}", "case": f"c{i % 2}"} for i in range(3)]
    path = write(tmp_path, "in/a.jsonl", "\n".join(map(json.dumps, rows)))
    write(tmp_path, "in/ferry/b.txt", LONG)
    by_field = reports(list(read([path], group_by="case")))
    assert [r.group for r in by_field] == ["c0", "c1", "c0"]
    by_folder = reports(list(read([tmp_path / "in"], group_by="folder")))
    assert [r.group for r in by_folder] == [None, None, None, "ferry"]


def test_a_language_that_is_not_read_is_told(tmp_path: Path) -> None:
    text = (
        "Al menos siete personas murieron el lunes cuando un transbordador se hundió."
    )
    report = reports(list(read([write(tmp_path, "a.txt", text)])))[0]
    assert report.text.language == "es"
    assert (
        reports(list(read([write(tmp_path, "b.txt", "Siete muertos")])))[
            0
        ].text.language
        is None
    )


def test_a_wire_in_capitals_is_english(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", LONG.upper())
    assert reports(list(read([path])))[0].text.language == "en"


@pytest.mark.parametrize(
    ("name", "content", "line", "said"),
    [
        ("empty.txt", b"", None, "empty"),
        ("empty.jsonl", b"\n\n", None, "empty"),
        ("photo.txt", bytes(range(256)) * 40, None, "binary"),
        ("broken.html", b"<html><<<<p", None, "no article"),
        ("bad.jsonl", b'{"id": 1, "text": \n', 1, "not JSON"),
        ("list.jsonl", b"[1, 2]\n", 1, "list"),
        ("bad.json", b'{"id": 1,\n "text": }', 2, "not JSON"),
        ("deep.json", b"[" * 100_000, None, "nested too deep"),
        ("none.csv", b"id,title\n1,Ferry\n", 2, "no text"),
        ("head.csv", b"id,text\n", None, "no rows"),
        ("bomb.zip", b"PK\x03\x04", None, "archives"),
        ("bomb.jsonl.gz", b"\x1f\x8b", None, "archives"),
        ("photo.png", b"\x89PNG", None, "type .png"),
        ("long.txt", b"a " * 2_600_000, None, "more than 300,000"),
    ],
)
def test_rubbish_is_named_and_costs_nothing_else(
    tmp_path: Path, name: str, content: bytes, line: int | None, said: str
) -> None:
    write(tmp_path, name, content)
    write(tmp_path, "zz.txt", LONG)
    items = list(read([tmp_path]))
    assert [r.source_id for r in reports(items)] == ["zz.txt"]
    fault = skipped(items)[0]
    assert fault.file.endswith(name)
    assert fault.line == line
    assert said in fault.reason
    assert fault.next_step


def test_fifty_megabytes_on_one_line_cost_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"id": "x", "text": LONG}).encode() + b"\n"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(50):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n' + good)
    items = list(read([path]))
    assert [r.source_id for r in reports(items)] == ["x"]
    assert (skipped(items)[0].line, len(skipped(items))) == (1, 1)


def test_an_open_quotation_mark_costs_its_row(tmp_path: Path) -> None:
    rows = f'id,text\n1,"{"a" * 5_100_000}"\n2,{LONG.replace(",", "")}\n'
    items = list(read([write(tmp_path, "a.csv", rows)]))
    assert [r.source_id for r in reports(items)] == ["2"]
    assert skipped(items)[0].line == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    items = list(read([tmp_path / "no.txt"]))
    assert "no such file" in skipped(items)[0].reason


def test_a_wrong_encoding_is_guessed_and_flagged(tmp_path: Path) -> None:
    text = LONG.replace("Port Avalon", "Château-Réveillé") * 3
    items = list(read([write(tmp_path, "a.txt", text.encode("latin-1"))]))
    assert "Château-Réveillé" in reports(items)[0].text.characters
    assert any(isinstance(i, Flagged) and "UTF-8" in i.reason for i in items)


def test_utf_16_json_lines_are_read(tmp_path: Path) -> None:
    data = (json.dumps({"id": "x", "text": LONG}) + "\n").encode("utf-16")
    assert reports(list(read([write(tmp_path, "a.jsonl", data)])))[0].source_id == "x"


def test_a_future_date_is_kept_and_flagged(tmp_path: Path) -> None:
    record = {"id": "x", "text": LONG, "published": "2990-01-01"}
    items = list(read([write(tmp_path, "a.json", json.dumps(record))]))
    assert reports(items)[0].published == "2990-01-01"
    assert any(isinstance(i, Flagged) and "future" in i.reason for i in items)


def test_an_ambiguous_date_is_not_guessed(tmp_path: Path) -> None:
    record = {"id": "x", "text": LONG, "date": "04/05/2024"}
    items = list(read([write(tmp_path, "a.json", json.dumps(record))]))
    assert reports(items)[0].published is None
    assert any(isinstance(i, Flagged) and "04/05/2024" in i.reason for i in items)


def test_a_used_id_with_other_content_gets_a_number(tmp_path: Path) -> None:
    rows = [{"id": "x", "text": LONG}, {"id": "x", "text": LONG + " More."}]
    rows += [rows[0]]
    path = write(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)))
    items = list(read([path]))
    assert [r.source_id for r in reports(items)] == ["x", "x#2"]
    assert len({r.id for r in reports(items)}) == 2
    assert any(isinstance(i, Flagged) and "'x#2'" in i.reason for i in items)
    assert isinstance(items[-1], Repeated)
    assert not items[-1].before


def test_half_characters_are_replaced_and_flagged(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"text": "Seven died \\ud83d here"}')
    items = list(read([path]))
    assert reports(items)[0].text.characters == "Seven died \ufffd here"
    assert any(isinstance(i, Flagged) and "surrogates" in i.reason for i in items)


def test_our_own_results_are_no_reports(tmp_path: Path) -> None:
    write(tmp_path, "out/book.db", b"SQLite")
    write(tmp_path, "out/reports.jsonl", json.dumps({"text": LONG}))
    write(tmp_path, "a.txt", LONG)
    items = list(read([tmp_path]))
    assert [r.source_id for r in reports(items)] == ["a.txt"]
    assert any(isinstance(i, Flagged) and "left out" in i.reason for i in items)


def test_a_grouping_that_no_report_has_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Seven people were killed."}')
    for group_by in ("case", "folder"):
        *_, last = read([tmp_path], group_by=group_by)
        assert isinstance(last, Flagged)
        assert last.file == "--group-by"
