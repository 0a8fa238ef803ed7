"""The weights by which the screen tells reports of harm from other news.

    python -m training.screening BENCHMARKS [NEVER]     print the weights as TOML, and shares

A ridge logistic regression over kinds of words (sourcebook.extract.screen_evidence).
Reports of harm: the gun-violence archive, of 60 words and more, and MUC-4 messages of
dev that have a template; each kind weighs as much as all the others together. Other
news: PolNeAR train, less the articles that count a death, since those pass at any
weight. A third of each, chosen by the digest of its id, is held back and measured; no
report whose id the JSON list NEVER holds is used.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sourcebook.extract.screen import relevant
from sourcebook.extract.screen_evidence import counts_a_death, measures
from sourcebook.model.report import Report, Text
from training.corpora import Row, gva, muc

#: The shortest report of the gun-violence archive that is used, in words.
WORDS = 60
RIDGE = 4.0
STEPS = 40
#: One in so many is held back.
HELD = 3

Array = NDArray[np.float64]
_TEMPLATE = re.compile(
    r"^0\.\s+MESSAGE: ID\s+(\S+).*\n1\.\s+MESSAGE: TEMPLATE\s+\d", re.M
)


def sets(benchmarks: Path, never: Collection[str]) -> dict[str, list[Report]]:
    """Return the reports of each kind, by its name."""
    long = [row for row in gva(benchmarks) if len(row["text"].split()) >= WORDS]
    told = _with_template(benchmarks / "muc4/corpora/dev")
    political = [
        {"id": path.stem, "title": "", "text": path.read_text("utf-8")}
        for path in sorted((benchmarks / "polnear/train/text").glob("*.txt"))
    ]
    rows = {
        "gva": long,
        "muc4": [row for row in muc(benchmarks, "dev") if row["id"] in told],
        "polnear": political,
    }
    return {
        name: [_report(row) for row in found if row["id"] not in never]
        for name, found in rows.items()
    }


def learn(parts: Mapping[str, Sequence[Report]]) -> dict[str, float]:
    """Return the weights that tell gva and muc4 from polnear."""
    told: list[Mapping[str, float]] = []
    share: list[float] = []
    for name in ("gva", "muc4"):
        told += [measures(_lowered(report)) for report in parts[name]]
        share += [0.5 / len(parts[name])] * len(parts[name])
    others = [_lowered(report) for report in parts["polnear"]]
    quiet = [measures(text) for text in others if not counts_a_death(text)]
    names = sorted(told[0])
    rows = np.array([[row[name] for name in names] for row in (*told, *quiet)])
    wanted = np.array([1.0] * len(told) + [0.0] * len(quiet))
    weighs = np.array([*(len(quiet) * each for each in share), *[1.0] * len(quiet)])
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1.0  # evidence that no report differs in
    start, *found = fit((rows - middle) / spread, wanted, weighs)
    weights = np.array(found) / spread
    start -= float(weights @ middle)
    return {"start": start, **dict(zip(names, weights.tolist(), strict=True))}


def fit(rows: Array, wanted: Array, weighs: Array) -> Array:
    """Return start and weights of a weighed ridge regression by Newton's method."""
    rows = np.hstack([np.ones((len(rows), 1)), rows])
    weights = np.zeros(rows.shape[1])
    ridge = np.eye(rows.shape[1]) * RIDGE
    ridge[0, 0] = 0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (weighs * (wanted - chance)) - ridge @ weights
        bend = (rows * (weighs * chance * (1 - chance))[:, None]).T @ rows + ridge
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def main(benchmarks: Path, never: Collection[str]) -> None:
    """Learn, print the weights, and the shares that pass with the shipped weights."""
    known = sets(benchmarks, never)
    learned = {name: _part(found, held=False) for name, found in known.items()}
    print("[weights]")
    for name, value in learn(learned).items():
        print(f'"{name}" = {value:.3f}')
    for name, found in known.items():
        held = _part(found, held=True)
        print(f"# {name}, held back: {_share(held, relevant):.3f} of {len(held)} pass")


def _part(reports: Sequence[Report], *, held: bool) -> list[Report]:
    return [r for r in reports if (_digest(r.source_id) % HELD == 0) == held]


def _digest(name: str) -> int:
    return int(sha256(name.encode()).hexdigest(), 16)


def _share(reports: Sequence[Report], passes: Callable[[Report], bool]) -> float:
    return sum(map(passes, reports)) / len(reports)


def _lowered(report: Report) -> str:
    return f"{report.title}\n{report.text.characters}".lower()


def _report(row: Row) -> Report:
    text = Text.of(row["text"], language="en")
    return Report.of(text, source_id=row["id"], title=row["title"] or "")


def _with_template(folder: Path) -> frozenset[str]:
    keys = (path.read_text("latin-1") for path in sorted(folder.glob("key-*")))
    return frozenset(name for key in keys for name in _TEMPLATE.findall(key))


if __name__ == "__main__":
    listed = (
        json.loads(Path(sys.argv[2]).read_text("utf-8")) if len(sys.argv) > 2 else []
    )
    main(Path(sys.argv[1]), listed)
