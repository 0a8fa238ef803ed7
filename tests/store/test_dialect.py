"""Only the modules named for it may speak SQLite, so that a second database can join."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import sourcebook.store

OWN = {"connect.py", "copies.py", "dialect.py"}
FOREIGN = re.compile(
    r"sqlite3|dialects|exec_driver_sql|\bPRAGMA\b|\bVACUUM\b|\browid\b|sqlalchemy import.*\btext\b"
)


def test_all_other_modules_are_plain_core() -> None:
    modules = sorted(Path(sourcebook.store.__file__).parent.glob("*.py"))
    assert {module.name for module in modules} > OWN
    for module in modules:
        if module.name not in OWN:
            code = ast.unparse(ast.parse(module.read_text()))
            assert not FOREIGN.findall(code), module.name
