from __future__ import annotations

import json
from pathlib import Path

import pytest

from sourcebook.book import Book
from standin import Standin

#: Two outlets on one invented fire, a third on another place.
ROWS = [
    {
        "id": "star-1",
        "title": "Blast kills seven in Port Avalon",
        "text": "A bomb exploded at the market of Port Avalon on Monday. "
        "7 people were killed, Harbour Police said. 12 people were injured.",
        "outlet": "The Star",
        "published": "2021-05-05",
    },
    {
        "id": "wire-1",
        "title": "Nine dead in Port Avalon market bombing",
        "text": "9 people were killed when a bomb exploded at the market of Port "
        "Avalon, the governor said on Tuesday. Ann Lee condemned the attack.",
        "outlet": "Wire",
        "published": "2021-05-06",
    },
    {
        "id": "post-1",
        "title": "Council plans new park",
        "text": "The council of Saltmarsh will open a park with a pond in the spring.",
        "outlet": "Post",
        "published": "2021-05-06",
    },
]


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "reports.jsonl"
    path.parent.mkdir()
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return path


@pytest.fixture
def book(tmp_path: Path, inputs: Path) -> Book:
    book = Book(tmp_path / "book.db", extractor=Standin)
    book.add(inputs)
    book.run()
    return book
