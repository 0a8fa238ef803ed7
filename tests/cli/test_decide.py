from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import sourcebook.book.book
from deciding import ROWS, Reader
from sourcebook.cli import main
from sourcebook.cli.decide import decide
from sourcebook.model.decision import ACTIONS

WHO = ("--who", "Ann Lee", "--reason", "read it again", "--when", "2031-05-04")


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands read with the quick extractor."""
    defaults = sourcebook.book.book.Book.__init__.__kwdefaults__
    monkeypatch.setitem(defaults, "extractor", Reader)


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path: Path, inputs: Path) -> Path:
    told = sourcebook_("build", inputs, "-o", tmp_path / "out")
    assert told.exit_code == 0
    return tmp_path / "out"


def sourcebook_(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def rows(out: Path, name: str) -> list[dict[str, object]]:
    lines = (out / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def claim_of(out: Path, words: str) -> str:
    return next(
        str(c["id"]) for c in rows(out, "claims") if str(c["quote"]).startswith(words)
    )


def test_every_action_is_a_command_and_the_other_way_round() -> None:
    assert set(decide.commands) == set(ACTIONS)
    page = (Path(__file__).parents[2] / "docs/deciding.md").read_text("utf-8")
    assert all(f"`{name} " in page for name in ACTIONS)
    for name in ACTIONS:
        told = sourcebook_("decide", "book.db", name, "--help")
        assert told.exit_code == 0
        assert all(option in told.output for option in ("--who", "--json", "--when"))


def test_a_build_into_the_same_folder_keeps_the_decisions(
    inputs: Path, out: Path
) -> None:
    told = sourcebook_("decide", out, "reject", claim_of(out, "9 people"), *WHO)
    assert told.exit_code == 0
    assert "reject killed '9 people were killed' in" in told.stdout
    assert f"sourcebook run {out / 'book.db'}" in told.stderr
    assert sourcebook_("build", inputs, "-o", out).exit_code == 0
    rejected = next(c for c in rows(out, "claims") if c["review"] == "rejected")
    assert rejected["quote"] == "9 people were killed"
    page = next(p for p in out.glob("*.html") if "Port Avalon, " in p.read_text())
    assert "rejected by decision" in "".join(p.read_text() for p in out.glob("*.html"))
    assert page.is_file()


def test_an_override_stands_on_the_page_with_what_was_computed(
    inputs: Path, out: Path
) -> None:
    incident = next(
        i for i in rows(out, "incidents") if "Port Avalon" in str(i["label"])
    )
    told = sourcebook_(
        "decide", out, "override", incident["id"], "killed", "--best", 8, *WHO
    )
    assert told.exit_code == 0
    assert sourcebook_("build", inputs, "-o", out).exit_code == 0
    pages = "".join(p.read_text("utf-8") for p in out.glob("*.html"))
    assert "a person&#39;s decision; the rules gave 4 to 9, best 9" in pages


def test_options_become_what_a_claim_says(out: Path) -> None:
    told = sourcebook_(
        "decide",
        out,
        "add",
        "wire-1",
        "--quote",
        "Nine dead",
        "--metric",
        "killed",
        "--value",
        "9",
        "--comparator",
        "ge",
        "--by",
        "the governor",
        "--json",
        *WHO,
    )
    after = json.loads(told.stdout)["after"]
    assert after["payload"]["low"] == 9
    assert after["payload"]["high"] is None
    assert [link["name"] for link in after["attribution"]] == ["the governor"]
    claim = claim_of(out, "Islamic State")
    changed = ("--set", "relation=suspected", "--own-voice")
    told = sourcebook_("decide", out, "edit", claim, *changed, "--json", *WHO)
    assert json.loads(told.stdout)["after"] == {
        "attribution": [],
        "payload": {"relation": "suspected"},
    }


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--by", "x", "--own-voice"), "exclude each other"),
        (("--set", "relation"), "--set takes FIELD=VALUE"),
        (("--metric", "dead"), "Invalid value for '--metric'"),
    ],
)
def test_wrong_options_exit_with_2(out: Path, options: tuple[str, ...], said: str):
    told = sourcebook_("decide", out, "edit", claim_of(out, "9 peo"), *options, *WHO)
    assert told.exit_code == 2
    assert said in told.stderr


def test_what_cannot_be_decided_exits_with_1(out: Path) -> None:
    told = sourcebook_("decide", out, "merge", "zzz", "zzz", *WHO)
    assert told.exit_code == 1
    assert "no incident's id begins with 'zzz'; `incidents --parts`" in told.stderr
    told = sourcebook_("decide", out, "unlink", "post-2", *WHO)
    assert told.stderr.startswith("Error: unlink: report post-2 belongs to no incident")
    missing = sourcebook_("decide", out, "reject", "abc", "--who", "Ann")
    assert missing.exit_code == 2
    assert "--reason" in missing.stderr


def test_decisions_are_listed_exported_and_imported(out: Path, tmp_path: Path) -> None:
    book, file = out / "book.db", tmp_path / "d.jsonl"
    assert sourcebook_("decisions", book).stderr == "no decision\n"
    assert sourcebook_("log", book, "--head").stderr == "no decision\n"
    sourcebook_("decide", book, "reject", claim_of(out, "9 people"), *WHO)
    listed = sourcebook_("decisions", book).stdout.splitlines()
    assert listed[1] == "    Ann Lee, 2031-05-04: read it again"
    told = sourcebook_("decisions", book, "export", file)
    assert told.stdout == f"1 decision in {file}\n"
    head = sourcebook_("log", book, "--head").stdout.strip()
    assert json.loads(file.read_text("utf-8"))["id"] == head
    assert json.loads(sourcebook_("log", book, "--head", "--json").stdout) == {
        "head": head
    }
    told = sourcebook_("decisions", book, "import", file)
    assert told.stdout.startswith("1 decision read, 0 new, 0 in conflict; next: ")
    told = sourcebook_("decisions", book, "import", file, "--json")
    assert json.loads(told.stdout) == {"read": 1, "new": 0, "conflicts": []}
    assert sourcebook_("decisions", book, "--conflicts").stdout == ""
    (row,) = json.loads(sourcebook_("decisions", book, "--json").stdout)
    assert (row["state"], row["who"], row["reattached"]) == ("stands", "Ann Lee", False)


def test_check_tells_of_decisions_and_finds_one_that_was_changed(out: Path) -> None:
    book = out / "book.db"
    sourcebook_("decide", book, "reject", claim_of(out, "9 people"), *WHO)
    told = sourcebook_("check", book)
    assert "1 decision: 0 re-attached to another claim, 0 without" in told.stdout
    assert told.exit_code == 0
