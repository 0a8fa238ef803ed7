"""Pages of invented reports, built once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builds import Build
from sourcebook.book import Book
from sourcebook.dossier import Dossiers, write_site


def material(build: Build, **more: int) -> Dossiers:
    with Book(build.folder / "book.db") as book:
        held = book.contents
        return Dossiers(
            incidents=held.incidents,
            claims=held.claims,
            reports=held.reports,
            placements=held.placements,
            estimates=held.estimates,
            contradictions=held.contradictions,
            profile="conservative",
            version="test",
            **more,
        )


@pytest.fixture(scope="session")
def example_material(examples: Build) -> Dossiers:
    return material(examples)


@pytest.fixture(scope="session")
def example_pages(
    example_material: Dossiers, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    paths = write_site(example_material, folder)
    return {path.name: path.read_text("utf-8") for path in paths}


@pytest.fixture(scope="session")
def public_pages(
    example_material: Dossiers, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("public")
    paths = write_site(example_material, folder, public=True)
    return {path.name: path.read_text("utf-8") for path in paths}


@pytest.fixture
def pages_of(
    builder: Callable[..., Build], tmp_path: Path
) -> Callable[[str], dict[str, str]]:
    """Return the pages of one invented report."""

    def build(text: str) -> dict[str, str]:
        source = tmp_path / "report.txt"
        source.write_text(text, "utf-8")
        folder = builder(source).folder
        return {p.name: p.read_text("utf-8") for p in sorted(folder.glob("*.html"))}

    return build
