"""What earlier runs derived: kept where a later run changed it, and read again.

Of each derived row the past keeps what it was before a run changed it, or that it was
not there. So a row that never changes costs nothing.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Table, TextualSelect, func, select, text

from sourcebook.errors import BookError
from sourcebook.store import schema as t
from sourcebook.store.values import Derived


def refuse_overtaken(connection: Connection, derived: Derived, path: Path) -> None:
    """Raise BookError where another run has written its results since this one began."""
    query = select(t.runs.c.id).order_by(t.runs.c.number.desc()).limit(1)
    if connection.scalar(query) != derived.after:
        raise BookError(
            f"another run of {path} has ended since this one began, and its results "
            f"stand; run it again: sourcebook run {path}"
        )


def set_aside(connection: Connection) -> None:
    """Copy what the last run derived, before a new one writes its results."""
    for table in t.DERIVED:
        connection.exec_driver_sql(
            f"CREATE TEMP TABLE old_{table.name} AS SELECT * FROM main.{table.name}"
        )
        connection.exec_driver_sql(
            f"CREATE INDEX temp.old_{table.name}_key ON old_{table.name} "
            f"({', '.join(t.KEYS[table.name])})"
        )


def keep_changes(connection: Connection) -> None:
    """Keep what the last run's results were where the new run's results differ."""
    number = connection.scalar(select(func.max(t.runs.c.number))) or 0
    first = connection.scalar(select(func.count()).select_from(t.runs)) == 1
    for table in t.DERIVED:
        if not first:  # before the first run there was nothing to keep
            _keep(connection, table, number)
        connection.exec_driver_sql(f"DROP TABLE temp.old_{table.name}")


def _keep(connection: Connection, table: Table, number: int) -> None:
    name, key = table.name, t.KEYS[table.name]
    kept = [c.name for c in t.PAST[name].c if c.name not in ("until", "held")]
    same = " AND ".join(f'n."{c}" = o."{c}"' for c in key)
    differs = " OR ".join(f'n."{c}" IS NOT o."{c}"' for c in kept)
    cells = ", ".join(f'"{c}"' for c in kept)
    into = f"INSERT INTO past_{name} (until, held, "
    connection.exec_driver_sql(
        f"{into}{cells}) SELECT {number}, 1, "
        + ", ".join(f'o."{c}"' for c in kept)
        + f" FROM temp.old_{name} o LEFT JOIN main.{name} n ON {same} "
        f'WHERE n."{key[0]}" IS NULL OR {differs}'
    )
    connection.exec_driver_sql(
        f"{into}{', '.join(key)}) SELECT {number}, 0, "
        + ", ".join(f'n."{c}"' for c in key)
        + f" FROM main.{name} n LEFT JOIN temp.old_{name} o ON {same} "
        f'WHERE o."{key[0]}" IS NULL'
    )


def as_of(
    table: Table, run: int, *, changed: tuple[int, int] | None = None
) -> TextualSelect:
    """Select a derived table's rows as they were after a run, by their key.

    ``run`` is the run's number; the columns are those of the past table. ``changed``
    are the numbers of two runs: then only rows that changed from one to the other.
    """
    name, key = table.name, t.KEYS[table.name]
    kept = [c for c in t.PAST[name].c if c.name not in ("until", "held")]
    same = " AND ".join(f'q."{c}" = p."{c}"' for c in key)
    later = f"FROM past_{name} q WHERE q.until > {run} AND {same}"
    cells = ", ".join(f'p."{c.name}"' for c in kept)
    order = ", ".join(f'"{c}"' for c in key)
    query = (
        f"SELECT {cells} FROM past_{name} p WHERE p.held = 1 AND p.until = "
        f"(SELECT min(q.until) {later}) UNION ALL SELECT {cells} FROM {name} p "
        f"WHERE NOT EXISTS (SELECT 1 {later})"
    )
    if changed is not None:
        first, last = changed
        query = (
            f"SELECT * FROM ({query}) p WHERE EXISTS (SELECT 1 FROM past_{name} q "
            f"WHERE q.until > {first} AND q.until <= {last} AND {same})"
        )
    return text(f"{query} ORDER BY {order}").columns(*kept)
