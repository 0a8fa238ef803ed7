"""How well planted errors are found in the marked drafts of ``data``."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcebook.book import Book
from sourcebook.errors import InputError
from sourcebook.evaluate.checking import Marked, Score, read_marked, score

DATA = Path(__file__).parent / "data"
#: Planted errors found under the right verdict; faults found for each sound figure.
FOUND, ALARMS = 0.90, 0.05


def drafts(book: str) -> list[Marked]:
    files = sorted(DATA.glob("*.toml"))
    return [each for file in files for each in read_marked(file) if each.book == book]


def reaches(scored: Score) -> bool:
    return scored.found >= FOUND and scored.false_alarms <= ALARMS


def test_planted_errors_are_found_in_the_examples(bay: Book) -> None:
    scored = score(drafts("examples"), {"examples": bay})
    assert reaches(scored), scored


def test_planted_errors_are_found_in_the_shared_clusters(clusters: Book) -> None:
    scored = score(drafts("evaluation"), {"evaluation": clusters})
    assert reaches(scored), scored


def test_planted_errors_are_found_in_seven_invented_clusters(
    sixth: Book, seventh: Book
) -> None:
    """The seventh tells one event in lists; a few drafts alone would be no share."""
    books = {"sixth": sixth, "seventh": seventh}
    scored = score([each for book in books for each in drafts(book)], books)
    assert reaches(scored), scored


def test_twelve_drafts_are_held_back_over_three_clusters() -> None:
    held = read_marked(DATA / "held_back.toml")
    every = [each for book in ("examples", "evaluation") for each in drafts(book)]
    assert len(held) == 12
    assert len(every) >= 40
    assert len({each.id for each in every}) == len(every)


def test_a_mark_with_an_unknown_verdict_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "drafts.toml"
    path.write_text('[[draft]]\nid = "a"\nbook = "b"\ntext = "{3 dead|wrong}"\n')
    with pytest.raises(InputError, match="draft a: 'wrong' is no verdict"):
        read_marked(path)
