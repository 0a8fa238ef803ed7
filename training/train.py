"""All that is learned, by one command.

    python -m training.train BENCHMARKS OUT

Each step writes its weights into OUT and a line of scores beside them; a step whose
scores are there is done and is not run again, so a run that was stopped goes on where
it was. Copy OUT's weights into src/sourcebook/schema/data to ship them.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from training import cues

Step = Callable[[Path, Path], dict[str, float]]

#: What each step learns; training/README.md says what came of the others that were tried.
STEPS: dict[str, Step] = {"attribution": cues.train}


def train(benchmarks: Path, out: Path, steps: dict[str, Step]) -> list[str]:
    """Run the steps that are not done yet; return their names."""
    ran = []
    out.mkdir(parents=True, exist_ok=True)
    for name, step in steps.items():
        done = out / f"{name}.scores.json"
        if done.exists():
            continue
        start = time.monotonic()
        told = step(benchmarks, out)
        told["minutes"] = round((time.monotonic() - start) / 60, 1)
        done.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
        ran.append(name)
    return ran


def main() -> None:
    """Train what is missing in OUT, and print every step's scores."""
    benchmarks, out = Path(sys.argv[1]), Path(sys.argv[2])
    train(benchmarks, out, STEPS)
    for name in STEPS:
        print(name, (out / f"{name}.scores.json").read_text("utf-8").strip())


if __name__ == "__main__":
    main()
