from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builds import Build
from sourcebook.book import Book
from sourcebook.book.output import BOOK


@pytest.fixture(scope="session")
def bay(examples: Build) -> Iterator[Book]:
    with Book(examples.folder / BOOK, create=False) as book:
        yield book


@pytest.fixture(scope="session")
def clusters(evaluation: Build) -> Iterator[Book]:
    with Book(evaluation.folder / BOOK, create=False) as book:
        yield book


@pytest.fixture(scope="session")
def sixth(builder: Callable[..., Build]) -> Iterator[Book]:
    told = builder(Path(__file__).parent / "data" / "sixth.jsonl")
    with Book(told.folder / BOOK, create=False) as book:
        yield book


@pytest.fixture(scope="session")
def seventh(builder: Callable[..., Build]) -> Iterator[Book]:
    told = builder(Path(__file__).parent / "data" / "seventh.jsonl")
    with Book(told.folder / BOOK, create=False) as book:
        yield book
