from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from builds import Build
from sourcebook.cli import main


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text("94 people were killed in Napier and Hastings.", "utf-8")
    return path


def invoke(*arguments: object, given: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(map(str, arguments)), input=given)
    return result.exit_code, result.output


def test_text_json_and_page(examples: Build, draft: Path, tmp_path: Path) -> None:
    page = tmp_path / "draft.html"
    code, told = invoke(
        "check-draft", draft, "--against", examples.folder, "--html", page
    )
    assert code == 0
    assert "METRIC SWAPPED" in told
    assert "metric swapped" in page.read_text("utf-8")
    code, told = invoke("check-draft", draft, "--against", examples.folder, "--json")
    assert json.loads(told)["findings"][0]["verdict"] == "metric_swapped"


def test_strict_ends_with_one_unless_all_is_supported(
    examples: Build, draft: Path
) -> None:
    book = ("--against", examples.folder, "--strict")
    assert invoke("check-draft", draft, *book)[0] == 1
    sound = "33 people were killed in Napier and Hastings."
    assert invoke("check-draft", "-", *book, given=sound)[0] == 0


def test_date_lets_a_weekday_count(examples: Build) -> None:
    text = "33 people were killed in Napier and Hastings on Monday."
    book = ("--against", examples.folder)
    code, told = invoke("check-draft", "-", *book, "--date", "2022-03-18", given=text)
    assert (code, "ONE LINEAGE ONLY" in told) == (0, True)


def test_what_is_wrong_with_the_input_is_said(
    examples: Build, draft: Path, tmp_path: Path
) -> None:
    raw = tmp_path / "draft.doc"
    raw.write_bytes(b"\xd0\xcf\x11\xe0 killed")
    assert invoke("check-draft", raw, "--against", examples.folder) == (
        1,
        f"Error: {raw} is no text in UTF-8; save it as plain text in UTF-8\n",
    )
    code, told = invoke(
        "check-draft", draft, "--against", examples.folder, "--date", "soon"
    )
    assert (code, "YYYY-MM-DD" in told) == (1, True)
    assert invoke("check-draft", draft, "--against", tmp_path / "none.db")[0] == 1
    assert invoke("check-draft", draft)[0] == 2
