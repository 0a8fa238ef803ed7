"""The blind sets: which reports they hold, and how they are put together for scoring.

    python -m training.blind_set draw BENCHMARKS OUT [first]   write OUT/reports.jsonl
    python -m training.blind_set gold BENCHMARKS OUT [first]   also write OUT/gold/

Drawn with fixed seeds, annotated in full by readers who do not work on the extractor and
have never seen its output, and scored once a version; single errors are not looked at.
Kept as stand-off annotation (training/standoff.py).

``first`` served versions 1 to 3 and is open since: its errors may be looked at. The
second, drawn before any further development, leaves out every incident that had been
seen until then; it is the one that counts.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from training.corpora import Row, gva, muc
from training.standoff import write

SHARES = {"gva": 30, "tst1": 15, "tst2": 15}
FIRST_SEED = 20261122
SECOND_SEED = 20261201
HERE = Path(__file__).parent
FIRST = HERE / "blind"
SECOND = HERE / "blind_second"
#: Incidents of the gun-violence archive whose reports served development before.
SEEN = HERE / "seen_incidents.txt"


def draw(benchmarks: Path) -> list[Row]:
    """Return the reports of the first blind set, in the order they were drawn."""
    chance = random.Random(FIRST_SEED)
    return _draw(chance, _pools(benchmarks))


def draw_second(benchmarks: Path) -> list[Row]:
    """Return the reports of the second blind set, in the order they were drawn."""
    first = {row["id"] for row in draw(benchmarks)}
    seen = set(SEEN.read_text("utf-8").split())
    incidents = incident_of(benchmarks)
    pools = {
        name: [
            row
            for row in rows
            if row["id"] not in first and incidents.get(row["id"]) not in seen
        ]
        for name, rows in _pools(benchmarks).items()
    }
    return _draw(random.Random(SECOND_SEED), pools)


def incident_of(benchmarks: Path) -> dict[str, str]:
    """Return the incident of every report of the gun-violence archive."""
    lines = (benchmarks / "gva/gold_links.jsonl").read_text("utf-8").splitlines()
    return {row["id"]: str(row["incident"]) for row in map(json.loads, lines)}


def _pools(benchmarks: Path) -> dict[str, list[Row]]:
    return {
        "gva": gva(benchmarks),
        "tst1": muc(benchmarks, "tst1"),
        "tst2": muc(benchmarks, "tst2"),
    }


def _draw(chance: random.Random, pools: dict[str, list[Row]]) -> list[Row]:
    return [
        row
        for name, count in SHARES.items()
        for row in chance.sample(pools[name], count)
    ]


if __name__ == "__main__":
    verb, benchmarks, out, *which = sys.argv[1:]
    first = which == ["first"]
    rows = (draw if first else draw_second)(Path(benchmarks))
    write(rows, FIRST if first else SECOND, Path(out), gold=verb == "gold")
