from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from deciding import Reader, filled
from sourcebook.book import Book


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deciding")
    filled(folder).close()
    return folder / "book.db"


@pytest.fixture
def book(template: Path, tmp_path: Path) -> Iterator[Book]:
    path = tmp_path / "book.db"
    copyfile(template, path)
    with Book(path, extractor=Reader) as book:
        yield book
