from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sourcebook.book import Book, output
from sourcebook.book.output import build, refuse
from sourcebook.errors import InputError, OutputRefused
from standin import Standin

TESTS = Path(__file__).parents[1]
EXPORTS = (
    "reports.jsonl",
    "claims.jsonl",
    "incidents.jsonl",
    "contradictions.jsonl",
    "figures.csv",
    "incidents.csv",
)


@pytest.fixture(autouse=True)
def standin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build with the quick extractor."""
    monkeypatch.setattr(
        output, "Book", lambda path: Book(path, extractor=Standin), raising=True
    )


def exports(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in EXPORTS}


def test_a_build_writes_every_promised_file(inputs: Path, tmp_path: Path) -> None:
    built = build([inputs], tmp_path / "out")
    assert set(EXPORTS) < {path.name for path in (tmp_path / "out").iterdir()}
    assert (tmp_path / "out/log.jsonl").read_text() == ""
    assert built.index.is_file()
    assert built.added.read == 3


def test_a_rebuild_is_byte_identical(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([inputs], out)
    first = exports(out)
    build([inputs], out)
    assert exports(out) == first
    build([inputs], tmp_path / "fresh")
    assert exports(tmp_path / "fresh") == first


def test_exports_do_not_depend_on_input_order(inputs: Path, tmp_path: Path) -> None:
    build([inputs], tmp_path / "out")
    lines = inputs.read_text().splitlines()
    random.Random(7).shuffle(lines)
    inputs.write_text("\n".join(lines))
    build([inputs], tmp_path / "other")
    one, other = exports(tmp_path / "out"), exports(tmp_path / "other")
    for name in EXPORTS[1:4]:
        assert one[name] == other[name]
    assert sorted(one["reports.jsonl"].splitlines()) == sorted(
        other["reports.jsonl"].splitlines()
    )


def test_a_rebuild_with_fewer_reports_keeps_the_ids(
    inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    build([inputs], out)
    before = (out / "incidents.jsonl").read_text()
    lines = inputs.read_text().splitlines()
    inputs.write_text("\n".join(lines[:2]))
    build([inputs], out)
    assert len((out / "reports.jsonl").read_text().splitlines()) == 2
    ids = [json.loads(line)["id"] for line in before.splitlines()]
    after = (out / "incidents.jsonl").read_text()
    assert all(json.loads(line)["id"] in ids for line in after.splitlines())


def test_skipped_inputs_stand_in_the_log(inputs: Path, tmp_path: Path) -> None:
    (inputs.parent / "bad.jsonl").write_text("{not json\n")
    built = build([inputs.parent], tmp_path / "out")
    assert built.added.skipped == 1
    (row,) = map(json.loads, (tmp_path / "out/log.jsonl").read_text().splitlines())
    assert set(row) == {"level", "file", "line", "reason", "next"}
    assert (row["level"], row["line"]) == ("error", 1)
    assert row["file"].endswith("bad.jsonl")


def test_nothing_readable_is_an_error_with_a_log(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/empty.txt").touch()
    with pytest.raises(InputError, match="empty"):
        build([tmp_path / "in"], tmp_path / "out")
    assert "empty" in (tmp_path / "out/log.jsonl").read_text()


def test_other_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").touch()
    with pytest.raises(OutputRefused, match="did not write"):
        refuse(tmp_path)
    with pytest.raises(OutputRefused, match="is a file"):
        refuse(tmp_path / "thesis.doc")
    refuse(tmp_path / "new")


SCRIPT = """
import sys, time
sys.path.insert(0, {tests!r})
from sourcebook.book import Book
from standin import Standin

class Slow(Standin):
    def extract(self, reports):
        for found in super().extract(reports):
            time.sleep(0.05)
            yield found

from sourcebook.book import extracting
extracting._REPORTS_A_WRITE = 4
with Book({book!r}, extractor=Slow) as book:
    print("running", flush=True)
    book.run(workers=1)
"""


def test_a_killed_run_is_finished_by_the_next(tmp_path: Path) -> None:
    rows = [
        {"id": n, "text": f"{n} people were killed in Saltmarsh."} for n in range(60)
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    with Book(tmp_path / "whole.db", extractor=Standin) as whole:
        whole.add(path)
        whole.run()
        whole.export(tmp_path / "whole")
    with Book(tmp_path / "killed.db", extractor=Standin) as killed:
        killed.add(path)
    script = SCRIPT.format(tests=str(TESTS), book=str(tmp_path / "killed.db"))
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "running\n"
        time.sleep(1.0)
        process.kill()
    with Book(tmp_path / "killed.db", extractor=Standin) as killed:
        left = killed.run().counts["extracted"]
        assert 0 < left < 60
        killed.export(tmp_path / "killed")
        assert killed.check() == []
    for name in EXPORTS[:4]:
        one, other = tmp_path / "whole" / name, tmp_path / "killed" / name
        assert one.read_bytes() == other.read_bytes()
