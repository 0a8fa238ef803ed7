"""Who says what in political news (PolNeAR)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sourcebook.evaluate.bench.measures import Said, SaidScore
from sourcebook.evaluate.bench.methods import Result
from sourcebook.extract.attribution import Attributions
from sourcebook.extract.parsed import parse
from sourcebook.model.report import Report, Text


def polnear(data: Path) -> Iterator[Result]:
    """Who says what in political news, on the test part."""
    folder = data / "benchmarks/polnear/test"
    total = SaidScore()
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen:  # the first annotator by name counts
            continue
        seen.add(name)
        text = (folder / "text" / f"{name}.txt").read_text("utf-8")
        total.add(_brat(path), _said(text, name))
    for key, value in total.measures().items():
        yield Result(
            data="polnear test", measure=f"{key}.f1", by_method={"sourcebook": value}
        )


def _brat(path: Path) -> list[Said]:
    """Read attributions of a brat stand-off file: source and content spans."""
    spans: dict[str, list[tuple[int, int]]] = {}
    lines = path.read_text("utf-8").splitlines()
    for line in lines:
        if re.match(r"T\d+\t", line):
            key, head = line.split("\t")[:2]
            parts = [part.split() for part in head.split(" ", 1)[1].split(";")]
            spans[key] = [(int(a), int(b)) for a, b in parts]
    found: list[Said] = []
    for line in lines:
        if re.match(r"E\d+\t", line):
            roles = [role.split(":") for role in line.split("\t")[1].split()]
            source = [s for r, k in roles if r.startswith("Source") for s in spans[k]]
            said = [s for r, k in roles if r.startswith("Content") for s in spans[k]]
            found.append((source, said))
    return found


def _said(text: str, name: str) -> list[Said]:
    report = Report.of(Text.of(text, language="en"), source_id=name)
    (parsed,) = parse([report], whole=True)
    if not parsed.sentences:
        return []
    return [
        (
            [(act.source.start, act.source.end)] if act.source is not None else [],
            [(span.start, span.end) for span in act.content],
        )
        for act in Attributions(parsed).wide_acts()
    ]
