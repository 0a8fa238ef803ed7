"""Random decisions, re-runs and undos: the book equals a rebuild from scratch.

The suite tries a few sequences; SOURCEBOOK_SEQUENCES=100 in the environment tries a
hundred (CONTRIBUTING.md).
"""

from __future__ import annotations

import os
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from deciding import ROWS, Later, Reader, add, exports, filled, rebuilt
from sourcebook.book import Book
from sourcebook.errors import DecisionRefused, NotFound
from sourcebook.model.decision import Decision

SEQUENCES = int(os.environ.get("SOURCEBOOK_SEQUENCES", "4"))
#: Reports that a book begins with.
FIRST = 4
ACTIONS = (
    "accept",
    "reject",
    "edit",
    "add",
    "move",
    "link",
    "unlink",
    "merge",
    "split",
    "same-source",
    "override",
    "admit",
    "dismiss",
    "resolve",
    "note",
)


class Deciding(RuleBasedStateMachine):
    """A book, and people who decide, change their minds, add reports, run again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.book = filled(self.folder, rows=FIRST)
        self.reader: type[Reader] = Reader
        self.rows = FIRST
        self.ran = True
        self.number = 0

    def teardown(self) -> None:
        self.run_again()
        self.book.close()
        rmtree(self.folder)

    @rule(data=st.data(), action=st.sampled_from(ACTIONS))
    def decide(self, data: st.DataObject, action: str) -> None:
        self._decided(data, action)

    @precondition(lambda self: self.rows < len(ROWS))
    @rule()
    def more_reports(self) -> None:
        add(self.book, self.folder, self.rows, self.rows + 1)
        self.rows += 1
        self.run_again()

    @rule()
    def another_version(self) -> None:
        self.book.close()
        self.reader = Later if self.reader is Reader else Reader
        self.book = Book(self.book.path, extractor=self.reader)
        self.run_again()

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        open_ones = [e for e in self.book.decisions() if e.decision.action != "undo"]
        standing = [e.decision.short for e in open_ones if e.state != "undone"]
        if standing:
            self._made("undo", [data.draw(st.sampled_from(standing))], {})

    @rule()
    def run_again(self) -> None:
        self.book.run()
        self.ran = True
        told = self._exports(self.book)
        fresh = rebuilt(self.book, self._path(".db"), extractor=self.reader)
        assert self._exports(fresh) == told
        assert self.book.check() == []
        fresh.close()

    @rule(data=st.data(), action=st.sampled_from(ACTIONS))
    def decide_and_take_back(self, data: st.DataObject, action: str) -> None:
        self.book.run()
        before = self._exports(self.book)
        made = self._decided(data, action)
        self.book.run()
        if made is not None:
            self._made("undo", [made.short], {})
            self.book.run()
            assert self._exports(self.book) == before
        self.ran = True

    def _decided(self, data: st.DataObject, action: str) -> Decision | None:
        targets, changes = self._drawn(data, action)
        return self._made(action, targets, changes)

    def _made(
        self, action: str, targets: list[str], changes: dict[str, Any]
    ) -> Decision | None:
        self.number += 1
        reason = f"reason {self.number}"
        try:
            made = self.book.decide(
                action, *targets, who="Ann", reason=reason, when="2031-05-04", **changes
            )
        except (DecisionRefused, NotFound):
            return None
        self.ran = False
        return made

    def _drawn(
        self, data: st.DataObject, action: str
    ) -> tuple[list[str], dict[str, Any]]:
        """Draw what an action is about from what the book now shows."""
        held = self.book.contents
        claims = [c.id for c in held.claims]
        roots = [i.id for i in held.incidents if i.parent is None] or ["none"]
        reports = [r.source_id for r in held.reports]
        odd = [c.id for c in held.contradictions] or ["none"]
        lineages = sorted({c.lineage for c in held.claims if c.lineage}) or ["none"]

        def one(values: list[str]) -> str:
            return data.draw(st.sampled_from(values))

        number = data.draw(st.integers(0, 12))
        match action:
            case "edit":
                metric = one(["killed", "injured", "missing"])
                fields = {"value": number, "metric": metric}
                return [one(claims)], {k: fields[k] for k in {one(list(fields))}}
            case "add":
                words = one(["Nine dead", "Blast kills seven", "gunman"])
                return [one(reports)], {
                    "quote": words,
                    "metric": "killed",
                    "value": number,
                }
            case "move":
                if data.draw(st.booleans()):
                    return [one(claims)], {"incident": one(roots)}
                return [one(claims)], {"role": one(["background", "part_of_total"])}
            case "link" | "unlink":
                return [one(reports), one(roots)], {}
            case "merge":
                return [one(roots), one(roots)], {}
            case "split":
                return [one(roots), one(reports)], {}
            case "same-source":
                return [one(lineages), one(lineages)], {}
            case "override":
                return [one(roots), "killed"], {one(["low", "best", "high"]): number}
            case "dismiss" | "resolve":
                return [one(odd)], {}
            case _:
                return [one(claims)], {}

    def _exports(self, book: Book) -> dict[str, bytes]:
        return exports(book, self._path(""))

    def _path(self, suffix: str) -> Path:
        self.number += 1
        return self.folder / f"{self.number}{suffix}"


TestDeciding = Deciding.TestCase
TestDeciding.settings = settings(
    max_examples=SEQUENCES,
    stateful_step_count=8,
    deadline=None,
    derandomize=SEQUENCES < 100,
    suppress_health_check=list(HealthCheck),
)
