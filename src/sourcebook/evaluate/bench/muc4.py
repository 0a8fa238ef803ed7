"""MUC-4 response templates scored by the program that comes with the corpora.

The scorer is run as a program of its own, from the data folder, so that the measure is
the data's and not ours.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from sourcebook.evaluate.bench.methods import METHODS, Result, built

#: The two test parts of 1992; the five roles are scored on both together.
PARTS = ("tst3", "tst4")


def muc4(data: Path) -> Iterator[Result]:
    """Full templates of each test part, and entities of five roles over both."""
    folder = data / "benchmarks/muc4"
    with tempfile.TemporaryDirectory() as out:
        told = {part: _responses(folder, part, Path(out)) for part in PARTS}
        for part in PARTS:
            scores = {m: templates_f(folder, part, told[part][m]) for m in METHODS}
            yield Result(
                data=f"MUC-4 {part}", measure="all templates F", by_method=scores
            )
        roles = {
            m: roles_f1(folder, [told[part][m] for part in PARTS]) for m in METHODS
        }
        yield Result(data="MUC-4 tst3+4", measure="five roles F1", by_method=roles)


def _responses(folder: Path, part: str, out: Path) -> dict[str, Path]:
    """Write the response templates of one part by every method."""
    texts = folder / "corpora" / part / f"{part}-muc4"
    lines = _run(folder / "muc4.py", "texts", str(texts)).splitlines()
    reports = out / f"{part}.jsonl"
    wanted = ("id", "text")
    rows = [{k: json.loads(line)[k] for k in wanted} for line in lines]
    reports.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    paths = {}
    for label, method in METHODS.items():
        path = out / f"{part}-{label.replace(' ', '-')}.txt"
        with built(reports, method) as book:
            (written,) = book.export(path.with_suffix(""), to="muc4")
        paths[label] = written
    return paths


def templates_f(folder: Path, part: str, response: Path) -> float:
    """Return F (recall and precision alike) over all templates, of 1."""
    (key,) = (folder / "corpora" / part).glob("key-*")
    report = response.with_suffix(".json")
    files = ("--key", str(key), "--response", str(response), "--json", str(report))
    _run(folder / "muc4.py", "score", *files)
    rows = json.loads(report.read_text("utf-8"))
    return float(rows["rows"]["ALL TEMPLATES"]["f1"] or 0) / 100


def roles_f1(folder: Path, responses: Sequence[Path]) -> float:
    """Return F1 of entities (CEAF-REE), all five roles together, of 1."""
    gold = folder / "roles" / "grit-test.json"
    files = ("--gold", str(gold), "--response", *map(str, responses))
    table = _run(folder / "muc_ree.py", "ree", *files)
    row = re.search(r"^micro\S*\s+[\d.]+\s+[\d.]+\s+([\d.]+)", table, re.M | re.I)
    assert row is not None, table
    return float(row[1]) / 100


def _run(program: Path, *arguments: str) -> str:
    """Return what a program of the data folder prints."""
    command = (sys.executable, str(program), *arguments)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
