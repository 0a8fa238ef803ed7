"""The table of benchmark results as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.evaluate.bench.methods import METHODS, Result

_TEXT = """\
# Benchmarks

Written by `{command}` on {date} ({machine}). Simple methods find figures in their own way;
linking and reconciling are ours for all, which flatters them. An empty cell: the method
has no such thing. On `evaluation` the rules were developed; `gva` and `polnear` are
larger, and were not annotated by us.

"""


def markdown(results: Sequence[Result], *, command: str, date: str, on: str) -> str:
    """Return a page with one row a measure and one column a method."""
    head = "| data | measure | " + " | ".join(METHODS) + " |\n"
    rule = "|---|---|" + "---|" * len(METHODS) + "\n"
    rows = [
        f"| {r.data} | {r.measure} | "
        + " | ".join(_cell(r.by_method.get(method)) for method in METHODS)
        + " |\n"
        for r in results
    ]
    text = _TEXT.format(command=command, date=date, machine=on)
    return text + head + rule + "".join(rows)


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    if float(value).is_integer():
        return f"{value:g}"
    return f"{value:.3f}" if value < 1 else f"{value:.1f}"
