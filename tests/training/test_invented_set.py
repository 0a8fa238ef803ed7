"""The invented sets: spans are exact, the kept half is as it was."""

import hashlib
import json
from pathlib import Path

import pytest

from training import invented_set


@pytest.mark.parametrize("held", [False, True])
def test_every_figure_stands_where_it_says(held: bool) -> None:
    rows = invented_set.reports(held=held)
    assert len(rows) == 80
    for row in rows:
        for figure in row["figures"]:
            told = row[figure["in"]][figure["start"] : figure["end"]]
            assert told == figure["quote"], row["id"]


def test_the_half_for_measuring_is_as_it_was_frozen() -> None:
    kept = (invented_set.HERE / "held.jsonl").read_bytes()
    digest = (invented_set.HERE / "DIGEST").read_text("utf-8").strip()
    assert hashlib.sha256(kept).hexdigest() == digest


def test_a_set_is_written_as_the_evaluation_reads_it(tmp_path: Path) -> None:
    assert invented_set.write(tmp_path, held=False) == 80
    first = json.loads((tmp_path / "reports.jsonl").read_text("utf-8").splitlines()[0])
    cluster = json.loads((tmp_path / "gold" / f"{first['id']}.json").read_text("utf-8"))
    (document,) = cluster["documents"]
    assert document["file"] == first["id"]
    assert {f["incident"] for f in document["figures"]} <= {"I1", "other"}
