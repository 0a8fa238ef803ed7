from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sourcebook.errors import InputSkipped
from sourcebook.model.report import Report
from sourcebook.readers import Flagged, Item, read

WORDS = "On Monday {} people were killed when a ferry sank off Port Avalon."


def rows(count: int) -> list[dict[str, object]]:
    return [
        {
            "id": f"r{n}",
            "title": f"Ferry {n}",
            "text": WORDS.format(n),
            "outlet": "Avalon Herald",
            "published": f"2031-05-{1 + n % 28:02}",
            "crawler_version": 7,
        }
        for n in range(count)
    ]


def shard(to: Path, told: list[dict[str, object]], *, group: int = 1000) -> Path:
    pq.write_table(pa.Table.from_pylist(told), to, row_group_size=group)
    return to


def reports(items: list[Item]) -> list[Report]:
    return [item for item in items if isinstance(item, Report)]


def test_a_shard_reads_as_json_lines_do(tmp_path: Path) -> None:
    told = rows(40)
    lines = tmp_path / "a.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in told))
    as_lines = reports(list(read([lines])))
    as_shard = reports(list(read([shard(tmp_path / "a.parquet", told)])))
    assert len(as_shard) == 40
    assert [r.id for r in as_shard] == [r.id for r in as_lines]
    assert [r.published for r in as_shard] == [r.published for r in as_lines]


def test_shards_of_a_folder_come_in_order_of_their_names(tmp_path: Path) -> None:
    shard(tmp_path / "part-1.parquet", rows(9)[5:])
    shard(tmp_path / "part-0.parquet", rows(9)[:5])
    found = reports(list(read([tmp_path])))
    assert [r.source_id for r in found] == [f"r{n}" for n in range(9)]


@pytest.mark.parametrize(
    "value", [date(2031, 5, 3), datetime(2031, 5, 3, 10, 30, tzinfo=UTC)]
)
def test_dates_and_times_are_read(tmp_path: Path, value: date) -> None:
    path = shard(tmp_path / "a.parquet", [{**rows(1)[0], "published": value}])
    (found,) = reports(list(read([path])))
    assert (found.published or "").startswith("2031-05-03")


def test_a_row_without_a_text_costs_only_itself(tmp_path: Path) -> None:
    told = rows(3)
    told[1]["text"] = None
    items = list(read([shard(tmp_path / "a.parquet", told)]))
    (lost,) = [i for i in items if isinstance(i, InputSkipped)]
    assert lost.line == 2
    assert "no text" in lost.reason
    assert len(reports(items)) == 2


def test_a_damaged_row_group_costs_only_itself(tmp_path: Path) -> None:
    path = shard(tmp_path / "a.parquet", rows(30), group=10)
    start = pq.read_metadata(path).row_group(1).column(0).dictionary_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 24] = b"\xff" * 24
    path.write_bytes(data)
    items = list(read([path]))
    assert len(reports(items)) == 20
    (lost,) = [i for i in items if isinstance(i, InputSkipped)]
    assert lost.line == 11
    assert "rows up to 20" in lost.reason


def test_a_cut_file_is_told(tmp_path: Path) -> None:
    path = shard(tmp_path / "a.parquet", rows(30))
    path.write_bytes(path.read_bytes()[:-100])
    (item,) = list(read([path]))
    assert isinstance(item, InputSkipped)
    assert "no whole Parquet file" in item.reason


def test_an_empty_shard_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), path)
    (item,) = list(read([path]))
    assert isinstance(item, InputSkipped)
    assert not isinstance(item, Flagged)
