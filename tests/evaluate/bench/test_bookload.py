"""What a book is asked for does not grow with it: counted in steps of the database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from sourcebook.book import Book
from sourcebook.book.show import overview
from sourcebook.evaluate.bench.bookload import adding, filled, looked_at
from sourcebook.evaluate.bench.filling import fill
from sourcebook.evaluate.bench.shelf import Shelf, Told
from sourcebook.store import Store
from standin import Standin

SMALL, LARGE = 60, 300


@dataclass
class Cost:
    """Statements, and steps of SQLite's machine in tens."""

    statements: int = 0
    steps: int = 0


@contextmanager
def counted() -> Iterator[Cost]:
    cost = Cost()

    def step() -> int:
        cost.steps += 1
        return 0

    def connect(connection: object, _record: object) -> None:
        connection.set_progress_handler(step, 10)  # type: ignore[attr-defined]

    def execute(*_told: object) -> None:
        cost.statements += 1

    event.listen(Engine, "connect", connect)
    event.listen(Engine, "before_cursor_execute", execute)
    try:
        yield cost
    finally:
        event.remove(Engine, "connect", connect)
        event.remove(Engine, "before_cursor_execute", execute)


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return list(Shelf(5).told(LARGE))


@pytest.fixture
def books(told: list[Told], tmp_path: Path) -> tuple[Path, Path]:
    """A book of the first incidents, and one of all."""
    first, reports = [], 0
    for one in told:
        first.append(one)
        reports += len(one.reports)
        if reports >= SMALL:
            break
    paths = tmp_path / "small.db", tmp_path / "large.db"
    for path, some in zip(paths, (first, told), strict=True):
        with Store(path, create=True) as store:
            fill(store, some)
    return paths


def costs(books: tuple[Path, Path], look: Callable[[Book], object]) -> list[Cost]:
    found = []
    for path in books:
        with counted() as cost, Book(path, create=False, extractor=Standin) as book:
            look(book)
        found.append(cost)
    return found


LOOKS: dict[str, Callable[[Book, str], object]] = {
    "opening": lambda book, _: book.last_run(),
    "why": lambda book, id: str(book.why(id[:12], "killed")),
    "show": lambda book, id: str(book.show(id)),
    "deciding": lambda book, id: book.decide(
        "override", id, "killed", best=3, low=1, high=9, who="Ann", reason="seen"
    ),
}


@pytest.mark.parametrize("name", LOOKS)
def test_looking_at_an_incident_costs_the_same_in_a_larger_book(
    name: str, books: tuple[Path, Path], told: list[Told]
) -> None:
    small, large = costs(books, lambda book: LOOKS[name](book, told[0].incident.id))
    assert large.statements <= small.statements + 2
    grown = 2 if name == "deciding" else 1.2  # the chain of decisions is longer
    assert large.steps <= grown * small.steps + 20


def test_the_first_incidents_are_read_and_no_others(books: tuple[Path, Path]) -> None:
    def look(book: Book) -> list[object]:
        return [overview(each) for each in islice(book.listing(), 10)]

    small, large = costs(books, look)
    assert small.statements == large.statements < 45


def test_adding_reports_costs_the_same_in_a_larger_book(
    books: tuple[Path, Path], tmp_path: Path
) -> None:
    rows = [
        {"id": f"n{n}", "text": f"{n} people were killed in Port Avalon.",
         "url": f"https://new.example/{n}", "outlet": "Star"}
        for n in range(20)
    ]  # fmt: skip
    coming = tmp_path / "coming.jsonl"
    coming.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    small, large = costs(books, lambda book: book.add(coming))
    assert large.statements == small.statements
    assert large.steps <= 1.5 * small.steps


def test_a_small_book_is_measured(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    found = filled(path, 100, 10) | looked_at(path)
    assert found["claims"] == 1000
    assert 2_000 < found["bytes on disk a report"] < 50_000
    names = "opening", "why", "first 100 incidents", "check"
    assert all(found[f"{name}, seconds"] > 0 for name in names)
    assert min(adding(path, 10)) > 0
    with Store(path) as store:
        assert len(store.reports()) == 120
