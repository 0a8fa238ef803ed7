"""A run that is killed at any moment is finished by the next one, with the same bytes."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sourcebook.book import Book
from standin import Standin

ROOT = Path(__file__).parents[1]
#: A script rather than the command: it reads with the quick stand-in, slowed down.
SCRIPT = """
import sys, time
from sourcebook.book import Book
from slow import Slow
with Book(sys.argv[1], extractor=Slow) as book:
    book.run(engine=sys.argv[2], workers=2)
"""
COUNT = 120


def reports(to: Path) -> Path:
    rows = [
        {
            "id": f"r{n}",
            "title": f"{n} people killed in Port Avalon",
            "text": f"{n} people were killed, Ada Flint said. It was in Saltmarsh.",
            "outlet": f"Paper {n % 7}",
            "published": f"2031-05-{1 + n % 28:02}",
        }
        for n in range(1, COUNT + 1)
    ]
    to.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return to


def exported(book: Path, to: Path) -> dict[str, bytes]:
    with Book(book, extractor=Standin) as opened:
        return {file.name: file.read_bytes() for file in opened.export(to)}


def read_so_far(book: Path) -> int:
    try:
        with sqlite3.connect(f"file:{book}?mode=ro", uri=True) as connection:
            return int(
                connection.execute("SELECT count(*) FROM extractions").fetchone()[0]
            )
    except sqlite3.OperationalError:
        return 0


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_killed_in_the_middle_it_finishes_with_the_same_bytes(
    tmp_path: Path, engine: str
) -> None:
    if engine == "dask":
        pytest.importorskip("distributed")
    given = reports(tmp_path / "reports.jsonl")
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    for path in (whole, killed):
        with Book(path, extractor=Standin) as book:
            book.add(given)
    with Book(whole, extractor=Standin) as book:
        book.run(workers=1)
    running = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(killed), engine],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 60
    while not read_so_far(killed) and running.poll() is None and time.monotonic() < end:
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    done = read_so_far(killed)
    assert 0 < done < COUNT
    with Book(killed, extractor=Standin) as book:
        run = book.run(workers=1)
        assert run.counts["extracted"] == COUNT - done
    ours = exported(killed, tmp_path / "a")
    assert ours == exported(whole, tmp_path / "b")
    assert ours["claims.jsonl"]
