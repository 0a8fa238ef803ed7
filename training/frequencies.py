"""How many reports hold a word: what makes a word rare when linking weighs it.

    python -m training.frequencies BENCHMARKS [NEVER] > frequencies.txt

Counts reports of the gun-violence archive (without those whose id the JSON list NEVER
holds), messages of MUC-4 dev and articles of PolNeAR train. Words of fewer than LEAST
reports are left out: they say what one report tells, not how news is written. A word
that stands capitalised inside sentences more often than not is written as a name.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from sourcebook.link.terms import written
from sourcebook.link.words import cased
from training.corpora import gva, muc

LEAST = 5


def texts(benchmarks: Path, never: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield title and text of each report that counts."""
    for row in gva(benchmarks):
        if row["id"] not in never:
            yield row.get("title") or "", row["text"]
    for row in muc(benchmarks, "dev"):
        yield "", cased(row["text"])
    for path in sorted((benchmarks / "polnear/train/text").glob("*.txt")):
        yield "", path.read_text("utf-8")


def main(benchmarks: Path, never: Collection[str]) -> None:
    """Print the number of reports, then each word with how many hold it."""
    held: Counter[str] = Counter()
    large: Counter[str] = Counter()
    count = 0
    for title, text in texts(benchmarks, never):
        told = written(title, text)
        held.update({*told.title, *told.body})
        large.update(told.capital)
        count += 1
    print("# Of", count, "reports, those that hold a word; names with a capital.")
    for word, n in sorted(held.items()):
        if n >= LEAST:
            print(word.capitalize() if large[word] * 2 > n else word, n)


if __name__ == "__main__":
    kept_out = json.loads(Path(sys.argv[2]).read_text()) if len(sys.argv) > 2 else []
    main(Path(sys.argv[1]), kept_out)
