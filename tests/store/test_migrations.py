from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import create_engine

from sourcebook.model.decision import Decision, ReportAnchor
from sourcebook.model.report import Report, Text
from sourcebook.store import Store
from sourcebook.store.dialect import APPLICATION_ID
from sourcebook.store.migrations import NEWEST, m001_first_schema


def decision(reason: str) -> Decision:
    return Decision.of(
        "note",
        ReportAnchor(report="r1"),
        who="Ann",
        when="2031-05-04",
        reason=reason,
    )


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


def test_reports_of_an_older_schema_get_their_addresses(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    said = {"url": "https://star.example/fire", "outlet": "Star"}
    old, new = (
        Report.of(Text.of(words), source_id=words, published=day, **said)
        for words, day in (("one", "2031-05-04"), ("two", "2031-05-05"))
    )
    with Store(path, create=True) as store:
        store.add_reports([old])
    with sqlite3.connect(path) as file:
        file.execute("DROP INDEX ix_reports_address")
        file.execute("DROP INDEX incidents_listed")
        file.execute("ALTER TABLE reports DROP COLUMN address")
        file.execute("PRAGMA user_version = 3")
    file.close()
    with Store(path) as store:
        store.add_reports([new])
        assert [r.version_of for r in store.reports()] == [None, old.id]
    with sqlite3.connect(path) as file:
        made = file.execute("SELECT name FROM sqlite_master WHERE type = 'index'")
        assert {"ix_reports_address", "incidents_listed"} <= {n for (n,) in made}
    file.close()
