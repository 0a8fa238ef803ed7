"""The reading set: reports annotated for training and development.

    python -m training.reading_set draw BENCHMARKS OUT     write OUT/reports.jsonl
    python -m training.reading_set gold BENCHMARKS OUT     write OUT/reports.jsonl, OUT/gold/

Drawn with a fixed seed from reports that are not in the blind set. Their errors may be
looked at. Kept as stand-off annotation, as the blind set is (training/blind_set.py).
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from training.blind_set import draw as draw_blind
from training.corpora import Row, gva, muc
from training.standoff import write

SEED = 20261123
SHARES = {"gva": 140, "dev": 60}
ANNOTATION = Path(__file__).parent / "readings"


def draw(benchmarks: Path) -> list[Row]:
    """Return the reports of the reading set: seven of gva, then three of MUC, and so on.

    The order lets any first part of the list be a mixture of both.
    """
    chance = random.Random(SEED)
    blind = {row["id"] for row in draw_blind(benchmarks)}
    pools = {"gva": gva(benchmarks), "dev": muc(benchmarks, "dev")}
    drawn = {
        name: chance.sample([r for r in pools[name] if r["id"] not in blind], count)
        for name, count in SHARES.items()
    }
    rounds = SHARES["gva"] // 7
    return [
        row
        for i in range(rounds)
        for row in (*drawn["gva"][7 * i : 7 * i + 7], *drawn["dev"][3 * i : 3 * i + 3])
    ]


if __name__ == "__main__":
    verb, benchmarks, out = sys.argv[1:4]
    rows = draw(Path(benchmarks))
    write(rows, ANNOTATION, Path(out), gold=verb == "gold")
