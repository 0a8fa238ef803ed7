from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from sourcebook.errors import BookError
from sourcebook.link.minting import Minted
from sourcebook.model.report import Report, Text
from sourcebook.model.run import Run
from sourcebook.store import Derived, LogRow, Store
from sourcebook.store.migrations import APPLICATION_ID, NEWEST
from standin import Standin


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "book.db", create=True)


def report(name: str, words: str = "7 people were killed", **fields: str) -> Report:
    return Report.of(Text.of(words, language="en"), source_id=name, **fields)


def derived(*minted: Minted, after: str | None = None) -> Derived:
    run = Run(
        id=f"run{len(minted)}",
        sourcebook="0",
        extractor="standin@1",
        config="{}",
        inputs="",
        started="",
        ended=None,
        counts={},
    )
    return Derived(
        run=run,
        after=after,
        placements=(),
        incidents=(),
        claims=(),
        estimates=(),
        contradictions=(),
        minted=minted,
    )


def test_reports_come_back_in_input_order(store: Store) -> None:
    given = [report("b", "x", group="g"), report("a", "y\x00\r\nz", outlet="Star")]
    assert store.add_reports(given) == (2, 2)
    assert store.add_reports([report("c", "x")]) == (1, 1)
    assert store.reports() == [*given, report("c", "x")]


def test_a_report_held_before_is_no_new_one(store: Store) -> None:
    store.add_reports([report("a")])
    assert store.add_reports([report("a"), report("b")]) == (2, 1)


def test_replaced_reports_stay_stored_and_count_nowhere(store: Store) -> None:
    store.add_reports([report("a"), report("b")])
    store.add_reports([report("b")], replace=True)
    assert [r.source_id for r in store.reports()] == ["b"]
    assert store.add_reports([report("a")]) == (1, 0)


def test_a_failed_add_leaves_the_book_as_it_was(store: Store) -> None:
    store.add_reports([report("a")])

    def broken() -> object:
        yield report("b")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.add_reports(broken(), replace=True)  # type: ignore[arg-type]
    assert [r.source_id for r in store.reports()] == ["a"]


def test_claims_come_back_and_read_reports_are_known(store: Store) -> None:
    given = [report("a"), report("b", "12 people were injured, Ann Lee said")]
    store.add_reports(given)
    found = list(Standin().extract(given[:1]))
    store.add_claims(
        found, extractor="standin", version="1", faults=[(given[1], "broken")]
    )
    assert store.extracted("standin", "1") == list(found[0][1])
    assert store.unread("standin", "1") == [given[1]]
    assert store.unread("standin", "2") == given
    assert store.faults("standin", "1") == [("b", "broken")]


def test_minted_incidents_are_kept_in_order(store: Store) -> None:
    first = Minted(incident="z", reports=("r",))
    second = Minted(incident="a", reports=("s", "t"))
    store.derive(derived(first))
    store.derive(derived(first, second, after="run1"))
    assert store.minted() == (first, second)


def test_a_run_that_another_one_overtook_writes_nothing(store: Store) -> None:
    first = Minted(incident="z", reports=("r",))
    store.derive(derived(first))
    with pytest.raises(BookError, match="another run of"):
        store.derive(derived(first, Minted(incident="a", reports=("s",))))
    assert store.minted() == (first,)


def test_the_log_of_a_stage_tells_of_its_last_execution(store: Store) -> None:
    row = LogRow(
        stage="read", level="error", file="a", line=3, reason="bad", next="repair"
    )
    store.write_log([row, row], stage="read")
    store.write_log([row], stage="read")
    assert store.log() == [row]


def test_a_missing_book_names_the_next_command(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="sourcebook add"):
        Store(tmp_path / "no.db")


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "a.db"
    text.write_text("not a database, but long enough to have a header")
    with pytest.raises(BookError, match="not a book"):
        Store(text, create=True)
    other = tmp_path / "b.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (a)")
    connection.close()
    with pytest.raises(BookError, match="another program"):
        Store(other, create=True)
    with pytest.raises(BookError, match="folder"):
        Store(tmp_path, create=True)


def test_a_newer_schema_is_refused(store: Store) -> None:
    store.close()
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    connection.close()
    with pytest.raises(BookError, match="newer sourcebook"):
        Store(store.path)


def test_a_damaged_book_is_told(store: Store) -> None:
    store.add_reports([report(str(n), "word " * 2000 + str(n)) for n in range(20)])
    store.close()
    data = store.path.read_bytes()
    store.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(BookError, match="damaged"):
        Store(store.path).reports()


def test_two_writers_take_turns_with_a_clear_message(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sourcebook.store.connect.PATIENCE", 0.05)
    second = Store(store.path)
    other = create_engine(f"sqlite:///{store.path}")
    with other.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(BookError, match="another sourcebook process"):
            second.add_reports([report("a")])
        assert second.reports() == []  # readers do not wait
    other.dispose()
    assert second.add_reports([report("a")]) == (1, 1)


def test_a_book_is_marked_as_ours(store: Store) -> None:
    store.close()
    with sqlite3.connect(store.path) as connection:
        mark = connection.execute("PRAGMA application_id").fetchone()
        number = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    assert (mark, number) == ((APPLICATION_ID,), (NEWEST,))
    assert store.damage() == []
