"""The world sets: web news of many outlets on bombings, quakes, riots, crimes, piracy.

    python -m training.world_set draw ECB OUT [blind]     write OUT/reports.jsonl
    python -m training.world_set gold ECB OUT [blind]     also write OUT/gold/

ECB is the folder ``ECB+`` of the EventCorefBank+ corpus (Cybulska and Vossen, LREC 2014;
annotation CC BY 3.0): one folder a topic, each with two events told by several outlets.
The development set and the blind set share no topic's event. Kept as stand-off annotation
(training/standoff.py), one file an event, so that grouping and estimates can be scored too.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from training.corpora import Row, ecb
from training.standoff import write

#: (topic, event of the topic, reports): development.
DEVELOPMENT = (
    ("8", "ecb", 5), ("8", "ecbplus", 5), ("18", "ecbplus", 5), ("20", "ecbplus", 5),
    ("22", "ecbplus", 5), ("41", "ecb", 6), ("41", "ecbplus", 6), ("32", "ecb", 5),
    ("12", "ecb", 4), ("19", "ecb", 5), ("14", "ecbplus", 5), ("26", "ecbplus", 4),
)  # fmt: skip
#: The same, blind; the last four are about no incident.
BLIND = (
    ("37", "ecb", 5), ("37", "ecbplus", 6), ("19", "ecbplus", 5), ("16", "ecbplus", 4),
    ("18", "ecb", 6), ("33", "ecbplus", 5), ("21", "ecbplus", 5), ("32", "ecbplus", 5),
    ("23", "ecbplus", 4), ("12", "ecbplus", 4), ("13", "ecb", 4), ("3", "ecbplus", 4),
    ("30", "ecbplus", 1), ("38", "ecbplus", 1), ("9", "ecb", 1), ("27", "ecb", 1),
)  # fmt: skip
SEEDS = {False: 11, True: 12}
#: Shorter texts are captions and cuttings.
SHORTEST = 250
HERE = Path(__file__).parent
ANNOTATION = {False: HERE / "world", True: HERE / "world_blind"}


def draw(folder: Path, *, blind: bool) -> list[Row]:
    """Return the reports of one set, event by event, in the order they were drawn."""
    chance = random.Random(SEEDS[blind])
    drawn: list[Row] = []
    for topic, event, count in BLIND if blind else DEVELOPMENT:
        rows = [r for r in ecb(folder, topic, event) if len(r["text"]) > SHORTEST]
        drawn += chance.sample(rows, min(count, len(rows)))
    return drawn


if __name__ == "__main__":
    verb, folder, out, *which = sys.argv[1:]
    blind = which == ["blind"]
    rows = draw(Path(folder), blind=blind)
    write(rows, ANNOTATION[blind], Path(out), gold=verb == "gold")
