"""The methods that are measured side by side, and what they are measured into."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sourcebook.book import Book
from sourcebook.book.extractors import rules
from sourcebook.engine import Extractor
from sourcebook.evaluate.bench.baselines import DependencyExtractor, RegexExtractor
from sourcebook.evaluate.gold import Row

Method = Callable[[], Extractor]
METHODS: dict[str, Method] = {
    "sourcebook": rules,
    "dependency rules": DependencyExtractor,
    "regular expressions": RegexExtractor,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One measure on one data set, by method; a method that has none is left out."""

    data: str
    measure: str
    by_method: Mapping[str, float]


def built(reports: Path, method: Method, *, grouped: str | None = None) -> Book:
    """Build a book in a folder that is removed with the process's temporary files."""
    folder = Path(tempfile.mkdtemp(prefix="sourcebook-bench-"))
    book = Book(folder / "book.db", extractor=method)
    book.add([reports], group_by=grouped)
    book.run(profile="latest" if grouped else "conservative")
    return book


def rows(path: Path) -> list[Row]:
    """Return the objects of a JSON Lines file."""
    lines = path.read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
