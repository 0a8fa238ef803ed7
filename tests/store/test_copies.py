from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sourcebook.errors import BookError, OutputRefused
from sourcebook.model.report import Report, Text
from sourcebook.store import Store
from sourcebook.store.copies import backup, restore
from sourcebook.store.migrations import NEWEST


def report(number: int) -> Report:
    words = f"{number} people were killed. " + "All quiet since. " * 500
    return Report.of(Text.of(words, language="en"), source_id=f"r{number}")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    held = Store(tmp_path / "book.db", create=True)
    held.add_reports([report(n) for n in range(20)])
    return held


def test_a_backup_is_one_file_and_comes_back_as_it_was(
    store: Store, tmp_path: Path
) -> None:
    copied = backup(store.path, tmp_path / "copy" / "book.backup")
    assert (copied.reports, copied.claims, copied.decisions) == (20, 0, 0)
    assert [path.name for path in copied.path.parent.iterdir()] == ["book.backup"]
    store.add_reports([report(99)])
    back = restore(copied.path, tmp_path / "back.db")
    with Store(back.path) as again:
        assert again.reports() == [report(n) for n in range(20)]
        again.add_reports([report(50)])
    assert len(store.reports()) == 21


def test_a_backup_waits_for_no_writer(store: Store, tmp_path: Path) -> None:
    with sqlite3.connect(store.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO texts VALUES ('t', 'never kept', NULL)")
        copied = backup(store.path, tmp_path / "copy")
        other.execute("ROLLBACK")
    other.close()
    with sqlite3.connect(copied.path) as copy:
        held = copy.execute("SELECT count(*) FROM texts").fetchone()
    copy.close()
    assert held == (20,)


def test_nothing_is_overwritten(store: Store, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("a letter")
    with pytest.raises(OutputRefused, match="not overwritten"):
        backup(store.path, there)
    assert there.read_text() == "a letter"
    copied = backup(store.path, tmp_path / "copy")
    with pytest.raises(OutputRefused, match="move the old one away"):
        restore(copied.path, store.path)
    (tmp_path / "gone.db-wal").write_bytes(b"left")
    with pytest.raises(OutputRefused, match="belongs to a book"):
        restore(copied.path, tmp_path / "gone.db")
    with pytest.raises(BookError, match="is gone"):
        Store(tmp_path / "gone.db", create=True)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name[0] == ".") == []


@pytest.mark.parametrize("kept", [0, 60, 3_000, 90_000])
def test_a_cut_off_file_is_told(store: Store, tmp_path: Path, kept: int) -> None:
    whole = backup(store.path, tmp_path / "copy")
    cut = tmp_path / "cut.db"
    cut.write_bytes(whole.path.read_bytes()[:kept])
    said = "cut off" if kept else "is empty"
    with pytest.raises(BookError, match=f"{said}.* sourcebook restore"):
        Store(cut)
    with pytest.raises(BookError, match=said):
        restore(cut, tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_a_damaged_page_is_found(store: Store, tmp_path: Path) -> None:
    whole = backup(store.path, tmp_path / "copy")
    data = bytearray(whole.path.read_bytes())
    data[8192:12288] = b"\x07" * 4096
    bad = tmp_path / "bad.db"
    bad.write_bytes(data)
    with pytest.raises(BookError, match="damaged"):
        restore(bad, tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_foreign_and_newer_files_are_refused(store: Store, tmp_path: Path) -> None:
    letter = tmp_path / "letter"
    letter.write_text("Dear Ann, the book is on the shelf.")
    with pytest.raises(BookError, match="not a book"):
        restore(letter, tmp_path / "new.db")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as file:
        file.execute("CREATE TABLE mine (a)")
    file.close()
    with pytest.raises(BookError, match="another program"):
        restore(other, tmp_path / "new.db")
    copied = backup(store.path, tmp_path / "copy")
    with sqlite3.connect(copied.path) as file:
        file.execute(f"PRAGMA user_version = {NEWEST + 1}")
    file.close()
    with pytest.raises(BookError, match=r"newer sourcebook.*pip install --upgrade"):
        restore(copied.path, tmp_path / "new.db")
