from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import sourcebook


def test_the_public_names_are_sorted_and_there() -> None:
    assert sourcebook.__all__ == sorted(sourcebook.__all__)
    for name in sourcebook.__all__:
        assert getattr(sourcebook, name) is not None


def test_functions_stay_functions_when_their_packages_are_imported() -> None:
    script = (
        "import sourcebook, sourcebook.extract.parsed, sourcebook.reconcile.case\n"
        "assert callable(sourcebook.extract) and callable(sourcebook.reconcile)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_importing_sourcebook_loads_nothing_heavy() -> None:
    script = (
        "import sys, sourcebook\n"
        "heavy = {'spacy', 'sqlalchemy', 'pyarrow', 'jinja2', 'trafilatura'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_reports_are_read_without_a_book(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Seven people were killed.")
    (report,) = sourcebook.read(tmp_path)
    assert report.source_id == "a.txt"
