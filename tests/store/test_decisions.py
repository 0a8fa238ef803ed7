from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from sourcebook.model.decision import Decision, ReportAnchor
from sourcebook.store import Store
from sourcebook.store.migrations import APPLICATION_ID, NEWEST, m001_first_schema


def decision(reason: str, previous: str | None = None) -> Decision:
    return Decision.of(
        "note",
        ReportAnchor(report="r1"),
        who="Ann",
        when="2031-05-04",
        reason=reason,
        after={"é": [1, None]},
        previous=previous,
    )


def test_decisions_come_back_in_the_order_added(tmp_path: Path) -> None:
    with Store(tmp_path / "book.db", create=True) as store:
        first = decision("one")
        second = decision("two", first.id)
        store.decide(lambda held: [first])
        assert store.decide(lambda held: [second] if held == [first] else []) == [
            second
        ]
        assert store.decisions() == [first, second]


def test_the_file_refuses_to_change_or_drop_a_decision(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with Store(path, create=True) as store:
        store.decide(lambda held: [decision("one")])
    with sqlite3.connect(path) as file:
        for statement in ("UPDATE decisions SET who = 'Ben'", "DELETE FROM decisions"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                file.execute(statement)
    file.close()


def test_a_book_of_the_first_schema_gets_decisions(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        m001_first_schema(connection)
        connection.exec_driver_sql("DROP TABLE decisions")
        for table in ("minted", "claim_placements"):
            connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN decided")
        connection.exec_driver_sql(
            "INSERT INTO minted (incident, reports) VALUES ('i1', '[\"r1\"]')"
        )
        connection.exec_driver_sql("PRAGMA user_version = 1")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    engine.dispose()
    with Store(path) as store:
        assert [(m.incident, m.decided) for m in store.minted()] == [("i1", 0)]
        store.decide(lambda held: [decision("one")])
        assert len(store.decisions()) == 1
    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (NEWEST,)
    file.close()
