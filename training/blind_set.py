"""The blind set: which reports it holds, and how it is put together for scoring.

    python -m training.blind_set draw BENCHMARKS OUT      write OUT/reports.jsonl
    python -m training.blind_set gold BENCHMARKS OUT      write OUT/reports.jsonl, OUT/gold/

Drawn once with a fixed seed, annotated in full by readers who do not work on the
extractor and have never seen its output, and scored once a version; its single errors
are not looked at. Kept as stand-off annotation (training/standoff.py).
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from training.corpora import Row, gva, muc
from training.standoff import write

SEED = 20261122
SHARES = {"gva": 30, "tst1": 15, "tst2": 15}
ANNOTATION = Path(__file__).parent / "blind"


def draw(benchmarks: Path) -> list[Row]:
    """Return the reports of the blind set, in the order they were drawn."""
    chance = random.Random(SEED)
    pools = {
        "gva": gva(benchmarks),
        "tst1": muc(benchmarks, "tst1"),
        "tst2": muc(benchmarks, "tst2"),
    }
    return [
        row
        for name, count in SHARES.items()
        for row in chance.sample(pools[name], count)
    ]


if __name__ == "__main__":
    verb, benchmarks, out = sys.argv[1:4]
    rows = draw(Path(benchmarks))
    write(rows, ANNOTATION, Path(out), gold=verb == "gold")
