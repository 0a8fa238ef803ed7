from __future__ import annotations

import zlib
from gzip import compress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.errors import InputSkipped
from sourcebook.model.report import Report
from sourcebook.readers import Flagged, Item, read
from sourcebook.readers.framing import records

PAGE = """<!DOCTYPE html><html><head><title>Ferry sinks off Port Avalon</title>
<meta property="article:published_time" content="2021-05-03"></head><body><article>
<h1>Ferry sinks off Port Avalon</h1><p>At least {} people were killed on Monday when a
ferry sank off Port Avalon, the harbour master said, while rescuers searched.</p>
<p>The ferry had left the harbour of Saltmarsh in the morning with many on board, and
residents gathered on the quay to wait for news of it until late in the evening.</p>
</article></body></html>"""


def archive(pages: int, *, gzip: bool, others: bool = False) -> list[bytes]:
    """Return the bytes of each record, a page each, with other records between."""
    found = []
    for number in range(pages):
        found.append(_record(f"https://a.example/{number}", PAGE.format(number), gzip))
        if others:
            found.append(_record("https://a.example/x.png", "png", gzip, "image/png"))
            gone = _record("https://a.example/y", "gone", gzip, status="404 Not Found")
            found.append(gone)
    return found


def _record(
    url: str, body: str, gzip: bool, kind: str = "text/html", status: str = "200 OK"
) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2021-05-04T10:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    record = head.encode() + answer + b"\r\n\r\n"
    return compress(record, mtime=0) if gzip else record


def reports(items: list[Item]) -> list[Report]:
    return [item for item in items if isinstance(item, Report)]


@pytest.fixture(params=["a.warc", "a.warc.gz"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / request.param


def made(path: Path, pages: int, *, others: bool = False) -> list[bytes]:
    return archive(pages, gzip=path.suffix == ".gz", others=others)


def test_pages_become_reports(path: Path) -> None:
    path.write_bytes(b"".join(made(path, 3)))
    found = reports(list(read([path])))
    assert [r.source_id for r in found] == [f"https://a.example/{n}" for n in range(3)]
    first = found[0]
    assert first.title == "Ferry sinks off Port Avalon"
    assert first.published == "2021-05-03"
    assert first.retrieved == "2021-05-04T10:00:00Z"
    assert first.url == "https://a.example/0"
    assert first.text.characters.startswith("At least 0 people were killed")


def test_other_records_are_counted_in_one_line(path: Path) -> None:
    path.write_bytes(b"".join(made(path, 3, others=True)))
    items = list(read([path]))
    assert len(reports(items)) == 3
    (told,) = [i for i in items if isinstance(i, Flagged)]
    assert told.reason == (
        "6 records hold no page and were left out (3 answers 404, 3 image/png)"
    )


def test_a_page_without_an_article_costs_only_itself(path: Path) -> None:
    gzip = path.suffix == ".gz"
    empty = _record("https://a.example/menu", "<html><body></body></html>", gzip)
    first, second = made(path, 2)
    path.write_bytes(first + empty + second)
    items = list(read([path]))
    assert len(reports(items)) == 2
    (lost,) = [i for i in items if isinstance(i, InputSkipped)]
    assert "https://a.example/menu" in lost.file


def test_an_archive_cut_off_keeps_the_records_before(path: Path) -> None:
    told = made(path, 3)
    path.write_bytes(b"".join(told)[: -len(told[2]) // 2])
    found = reports(list(read([path])))
    assert [r.source_id for r in found][:2] == [
        "https://a.example/0",
        "https://a.example/1",
    ]


def test_a_damaged_record_loses_no_other(path: Path) -> None:
    told = made(path, 4)
    told[1] = told[1][:60] + b"\x00" * 40 + told[1][90:]
    path.write_bytes(b"".join(told))
    found = {r.source_id for r in reports(list(read([path])))}
    assert found >= {f"https://a.example/{n}" for n in (0, 2, 3)}


def test_what_is_no_archive_is_told(path: Path) -> None:
    path.write_bytes(b"nothing of the kind")
    items = list(read([path]))
    assert not reports(items)
    assert items


def test_an_empty_archive_is_told(path: Path) -> None:
    path.write_bytes(b"")
    (item,) = list(read([path]))
    assert isinstance(item, InputSkipped)


@settings(max_examples=60, deadline=None)
@given(
    gzip=st.booleans(), cut=st.floats(0, 1), gap=st.integers(1, 900), put=st.binary()
)
def test_whatever_is_lost_whole_records_elsewhere_are_found(
    gzip: bool, cut: float, gap: int, put: bytes
) -> None:
    made = archive(4, gzip=gzip)
    data = b"".join(made)
    start = int(cut * len(data))
    stream = BytesIO(data[:start] + put + data[start + gap :])
    whole, at = [], 0
    for record in made:
        if at + len(record) <= start or at >= start + gap:
            whole.append(unpacked(record))
        at += len(record)
    found = [record for record in records(stream) if isinstance(record, bytes)]
    assert [record for record in found if record in whole] == whole


def unpacked(record: bytes) -> bytes:
    plain = zlib.decompress(record, wbits=31) if record[:2] == b"\x1f\x8b" else record
    return plain if plain is not record else record.removesuffix(b"\r\n\r\n")
