"""The invented sets: spans are exact, the kept halves are as they were."""

import hashlib
import json
from pathlib import Path

import pytest
from training.invented_set import Which

from training import invented_set

SETS: list[tuple[Which, int]] = [("invented", 80), ("invented_second", 40)]


@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize(("which", "size"), SETS)
def test_everything_stands_where_it_says(which: Which, size: int, held: bool) -> None:
    rows = invented_set.reports(which, held=held)
    assert len(rows) == size
    for row in rows:
        more = (*row.get("responsibility", ()), *row.get("reactions", ()))
        for each in (*row["figures"], *more):
            told = row[each["in"]][each["start"] : each["end"]]
            assert told == each["quote"], row["id"]


@pytest.mark.parametrize("which", ["invented", "invented_second"])
def test_the_half_for_measuring_is_as_it_was_frozen(which: Which) -> None:
    kept = (invented_set.HERE / which / "held.jsonl").read_bytes()
    digest = (invented_set.HERE / which / "DIGEST").read_text("utf-8").strip()
    assert hashlib.sha256(kept).hexdigest() == digest


@pytest.mark.parametrize(("which", "size"), SETS)
def test_a_set_is_written_as_the_evaluation_reads_it(
    tmp_path: Path, which: Which, size: int
) -> None:
    assert invented_set.write(tmp_path, which, held=False) == size
    first = json.loads((tmp_path / "reports.jsonl").read_text("utf-8").splitlines()[0])
    cluster = json.loads((tmp_path / "gold" / f"{first['id']}.json").read_text("utf-8"))
    (document,) = cluster["documents"]
    assert document["file"] == first["id"]
    assert {f["incident"] for f in document["figures"]} <= {"I1", "other"}
