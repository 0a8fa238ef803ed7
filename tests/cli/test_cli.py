from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import sourcebook.book.book
from sourcebook.cli import main
from sourcebook.export import EXPORTERS
from standin import Standin

TEXT = "A bomb exploded in Port Avalon. 7 people were killed, Harbour Police said."


@pytest.fixture(autouse=True)
def standin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands read with the quick extractor."""
    defaults = sourcebook.book.book.Book.__init__.__kwdefaults__
    monkeypatch.setitem(defaults, "extractor", Standin)


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "blast").mkdir(parents=True)
    (folder / "blast" / "a.txt").write_text(TEXT)
    (folder / "blast" / "b.txt").write_text(TEXT.replace("7", "9"))
    return folder


@pytest.fixture
def book(tmp_path: Path, inputs: Path) -> str:
    path = str(tmp_path / "book.db")
    assert sourcebook_("add", path, inputs, "--group-by", "folder").exit_code == 0
    assert sourcebook_("run", path).exit_code == 0
    return path


def sourcebook_(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_every_command_has_help_and_json() -> None:
    for name, command in main.commands.items():
        told = sourcebook_(name, "--help")
        assert told.exit_code == 0
        assert command.help
        assert "--json" in told.output


def test_build_prints_counts_and_the_page(tmp_path: Path, inputs: Path) -> None:
    out = tmp_path / "out"
    told = sourcebook_("build", inputs, "-o", out, "--group-by", "folder")
    assert told.exit_code == 0
    assert told.stdout.splitlines()[0].startswith("2 reports, ")
    assert told.stdout.splitlines()[1] == str(out / "index.html")
    assert told.stderr == ""


def test_build_tells_what_it_skipped_on_standard_error(
    tmp_path: Path, inputs: Path
) -> None:
    (inputs / "empty.txt").touch()
    told = sourcebook_("build", inputs, "-o", tmp_path / "out", "--json")
    assert told.exit_code == 0
    assert "1 input was skipped" in told.stderr
    assert "log.jsonl" in told.stderr
    assert json.loads(told.stdout)["added"]["skipped"] == 1


def test_expected_problems_exit_with_1_and_name_the_next_step(
    tmp_path: Path, inputs: Path, book: str
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.doc").touch()
    config = tmp_path / "c.toml"
    config.write_text("colour = 1\n")
    for arguments, said in (
        (["build", inputs, "-o", tmp_path / "mine"], "-o "),
        (["build", tmp_path / "no", "-o", tmp_path / "out"], "check the path"),
        (["run", tmp_path / "no.db"], "sourcebook add"),
        (["show", book, "zzz"], "sourcebook incidents"),
        (["run", book, "--config", config], "colour is no setting"),
        (["why", book, "", "killed"], "sourcebook incidents"),
        (["incidents", book, "--type", "banana"], "bombing_ied"),
        (["incidents", book, "--since", "yesterday"], "YYYY-MM-DD"),
        (["incidents", book, "--country", "Syria"], "two letters"),
        (["run", book, "--as-of", "2022-99-99"], "YYYY-MM-DD"),
        (["build", "", "-o", tmp_path / "out"], "an empty name"),
    ):
        told = sourcebook_(*arguments)
        assert told.exit_code == 1, told.output
        assert told.stderr.startswith("Error: ")
        assert said in told.stderr
        assert told.stdout == ""


def test_wrong_usage_exits_with_2(book: str) -> None:
    for arguments in (
        ["build", "x"],
        ["show", book],
        ["run", book, "--profile", "guess"],
        ["export", book, "x", "--to", "word"],
    ):
        assert sourcebook_(*arguments).exit_code == 2


def test_incidents_show_and_why_tell_ranges_never_one_number(book: str) -> None:
    (incident,) = json.loads(sourcebook_("incidents", book, "--json").stdout)
    listed = sourcebook_("incidents", book).stdout
    assert incident["id"][:12] in listed
    assert "2 reports" in listed
    shown = sourcebook_("show", book, incident["id"][:8]).stdout
    assert "killed (persons): " in shown
    assert " to " in shown
    why = sourcebook_("why", book, incident["id"][:8], "killed").stdout
    assert "7 people were killed" in why
    told = json.loads(
        sourcebook_("why", book, incident["id"][:8], "killed", "--json").stdout
    )
    assert told["estimate"]["metric"] == "killed"


def test_export_lists_the_files_written(book: str, tmp_path: Path) -> None:
    told = sourcebook_("export", book, tmp_path / "x", "--to", "jsonl", "--public")
    assert told.exit_code == 0
    assert all(Path(line).is_file() for line in told.stdout.splitlines())


def test_a_wrong_metric_is_told_with_the_right_ones(book: str) -> None:
    (incident,) = json.loads(sourcebook_("incidents", book, "--json").stdout)
    for metric, said in (("deaths", "injured"), ("missing", "killed (persons)")):
        told = sourcebook_("why", book, incident["id"], metric)
        assert told.exit_code == 1
        assert said in told.stderr


def test_a_build_can_be_named_for_its_book(tmp_path: Path, inputs: Path) -> None:
    sourcebook_("build", inputs, "-o", tmp_path / "out")
    told = sourcebook_("incidents", tmp_path / "out")
    assert told.exit_code == 0
    assert told.stdout == sourcebook_("incidents", tmp_path / "out/book.db").stdout


def test_a_book_without_reports_names_the_next_step(
    tmp_path: Path, inputs: Path
) -> None:
    path = tmp_path / "new.db"
    assert sourcebook_("add", path, tmp_path / "no").exit_code == 1
    assert "sourcebook add" in sourcebook_("incidents", path).stderr
    assert sourcebook_("add", path, inputs).exit_code == 0
    assert "sourcebook run" in sourcebook_("incidents", path).stderr


def test_export_refuses_what_it_cannot_write_to(book: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for name, form, said in (
        ("file", "csv", "fills a folder"),
        ("folder", "muc4", "is one file"),
        ("file/below", "csv", "check the path"),
    ):
        told = sourcebook_("export", book, tmp_path / name, "--to", form)
        assert told.exit_code == 1, told.output
        assert said in told.stderr
    deep = tmp_path / "a/b"
    for form in ("csv", "jsonl"):
        assert sourcebook_("export", book, deep, "--to", form).exit_code == 0


def test_every_format_is_written_for_places_that_no_gazetteer_knows(
    book: str, tmp_path: Path
) -> None:
    for form in EXPORTERS:
        told = sourcebook_("export", book, tmp_path / "new" / form, "--to", form)
        assert told.exit_code == 0, told.exception


def test_check_says_that_a_book_is_sound(book: str) -> None:
    told = sourcebook_("check", book)
    assert told.exit_code == 0
    assert told.stdout.startswith("sound: 2 reports")
    assert sourcebook_("check", book, "--json").stdout == "[]\n"


def test_examples_are_written_once(tmp_path: Path) -> None:
    told = sourcebook_("examples", tmp_path / "ex")
    assert told.exit_code == 0
    assert "sourcebook build" in told.stdout
    assert len(list((tmp_path / "ex").iterdir())) > 3
    assert sourcebook_("examples", tmp_path / "ex").exit_code == 1


def test_reports_come_by_standard_input(tmp_path: Path) -> None:
    path = str(tmp_path / "b.db")
    told = CliRunner().invoke(main, ["add", path, "-", "--json"], input=TEXT)
    assert json.loads(told.stdout)["new"] == 1


def test_nothing_readable_makes_no_book(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    path = tmp_path / "book.db"
    assert sourcebook_("add", path, tmp_path / "empty.txt").exit_code == 1
    assert [file.name for file in tmp_path.iterdir()] == ["empty.txt"]


def test_pages_are_exported_into_a_folder_of_their_own(
    book: str, tmp_path: Path
) -> None:
    for public in ((), ("--public",)):
        told = sourcebook_("export", book, tmp_path / "site", "--to", "html", *public)
        assert told.exit_code == 0, told.output
        index = (tmp_path / "site/index.html").read_text("utf-8")
        assert "log.jsonl" not in index and "figures.csv" not in index
    refused = sourcebook_("export", book, tmp_path, "--to", "html")
    assert refused.exit_code == 1
    assert "name an empty or new folder" in refused.stderr


def test_the_log_tells_what_was_not_read(book: str, tmp_path: Path) -> None:
    assert "nothing to tell" in sourcebook_("log", book).stderr
    (tmp_path / "park.txt").write_text("A new PARK will open in the spring.")
    assert sourcebook_("add", book, tmp_path / "park.txt").exit_code == 0
    told = sourcebook_("run", book)
    assert "1 report without a word of harm was not read further" in told.stderr
    assert "park.txt: no word of harm" in sourcebook_("log", book).stdout
    (row,) = json.loads(sourcebook_("log", book, "--json").stdout)
    assert row["level"] == "info"
