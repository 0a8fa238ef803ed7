"""Ends ``add`` and ``run`` at random points; the next try must give the same bytes.

    PYTHONPATH=tests python tests/crash.py --kills 200 --failing 50 --pairs 20

Each time a process fills a book in four steps (add, run, add, run) and is killed (-9)
before or after a statement, or at a moment; or its writes fail, because a file may not
grow further (as on a full disk); or two processes fill the same book at once. Then one
undisturbed process does the same steps, and what the book exports is compared with a
book that nobody disturbed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event

from sourcebook.book import Book
from sourcebook.errors import BookError
from standin import Standin

REPORTS = 15


def reports(folder: Path) -> list[Path]:
    """Write two files of reports, the second with later tolls of the first's events."""
    files = []
    for half in range(2):
        rows = [
            {
                "id": f"r{half}-{n}",
                "title": f"{n + half} people killed in Port Avalon",
                "text": f"{n + half} people were killed, Ada Flint said. "
                f"It was in Saltmarsh. {n} people were injured.",
                "outlet": f"Paper {n % 7}",
                "published": f"2031-05-{1 + n % 28:02}",
            }
            for n in range(1, REPORTS + 1)
        ]
        files.append(folder / f"reports-{half}.jsonl")
        files[-1].write_text("".join(json.dumps(row) + "\n" for row in rows))
    return files


def fill(book: Path, files: list[Path]) -> None:
    """Do the four steps; reports that are held already are not added again."""
    for file in files:
        with Book(book, extractor=Standin) as opened:
            opened.add(file)
            opened.run(workers=1)


def exported(book: Path, to: Path) -> dict[str, bytes]:
    """Return what a sound book exports."""
    with Book(book, create=False, extractor=Standin) as opened:
        faults = opened.check()
        if faults:
            raise SystemExit(f"{book}: {faults[0].where}: {faults[0].what}")
        return {file.name: file.read_bytes() for file in opened.export(to)}


def at_statement(number: int) -> Callable[[], None]:
    """Return what has this process killed around a statement, counted from 1."""

    def arm() -> None:
        seen = 0

        def count(*_told: object) -> None:
            nonlocal seen
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", count)
        event.listen(Engine, "after_cursor_execute", count)

    return arm


def no_larger(size: int) -> Callable[[], None]:
    """Return what keeps this process from writing a file beyond a size in bytes."""

    def arm() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return arm


def started(book: Path, files: list[Path], arm: Callable[[], None]) -> int:
    """Fill a book in a process of its own; return the process.

    It ends with 0, or with 3 where the book told in words what was wrong.
    """
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        arm()
        fill(book, files)
        status = 0
    except BookError as error:
        status = 3 if _clear(str(error)) else 1
    finally:
        if status == 1:
            sys.stderr.write(f"{book}: unexpected: {sys.exc_info()[1]!r}\n")
        os._exit(status)


def _clear(said: str) -> bool:
    known = ("run it again", "run the command again", "check", "empty", "cut off")
    return any(words in said for words in known) and "rollback" not in said


def ended(child: int) -> int:
    """Wait for a process; return its status, negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Trial:
    """Books that are disturbed, and the bytes that each must export in the end."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.files = reports(folder)
        whole = folder / "whole.db"
        began = time.monotonic()
        self.statements = self._count(whole)
        self.seconds = time.monotonic() - began
        self.size = whole.stat().st_size
        self.wanted = exported(whole, folder / "whole")
        self.tried = 0
        self.cut = self.told = 0

    def _count(self, book: Path) -> int:
        seen = 0

        def count(*_told: object) -> None:
            nonlocal seen
            seen += 2

        event.listen(Engine, "before_cursor_execute", count)
        fill(book, self.files)
        event.remove(Engine, "before_cursor_execute", count)
        return seen

    def kill(self) -> None:
        """Kill the process at a statement or a moment, twice over."""
        book = self._fresh()
        for _ in range(self.chance.choice((1, 2))):
            if self.chance.random() < 0.5:
                arm = at_statement(self.chance.randint(1, self.statements))
                status = ended(started(book, self.files, arm))
            else:
                child = started(book, self.files, lambda: None)
                time.sleep(self.chance.uniform(0, self.seconds))
                os.kill(child, signal.SIGKILL)
                status = ended(child)
            self._expect(status in (-signal.SIGKILL, 0), book, status)
            self.cut += status != 0
        self._finish(book)

    def fail(self) -> None:
        """Let writes fail beyond a size."""
        book = self._fresh()
        size = self.chance.randint(1_000, self.size * 2)
        status = ended(started(book, self.files, no_larger(size)))
        self._expect(status in (0, 3), book, status)
        self.told += status == 3
        self._finish(book)

    def pair(self) -> None:
        """Let two processes fill the same book at once."""
        book = self._fresh()
        both = [started(book, self.files, lambda: None)]
        time.sleep(self.chance.uniform(0, self.seconds / 2))
        both.append(started(book, self.files, lambda: None))
        for child in both:
            status = ended(child)
            self._expect(status in (0, 3), book, status)
            self.told += status == 3
        self._finish(book)

    def _fresh(self) -> Path:
        self.tried += 1
        return self.folder / f"book-{self.tried}.db"

    def _finish(self, book: Path) -> None:
        fill(book, self.files)
        same = exported(book, self.folder / f"out-{self.tried}") == self.wanted
        self._expect(same, book, "other bytes")

    @staticmethod
    def _expect(right: bool, book: Path, what: object) -> None:
        if not right:
            raise SystemExit(f"{book}: {what}")


def main() -> None:
    """Run the trials asked for; the exit status is 1 at the first that fails."""
    told = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    for name in ("kills", "failing", "pairs"):
        told.add_argument(f"--{name}", type=int, default=0)
    told.add_argument("--seed", type=int, default=1)
    asked = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), random.Random(asked.seed))
        kinds = {"kills": trial.kill, "failing": trial.fail, "pairs": trial.pair}
        for name, disturb in kinds.items():
            for _ in range(getattr(asked, name)):
                disturb()
    sys.stdout.write(
        f"{asked.kills} killed, {asked.failing} without room, {asked.pairs} pairs of "
        f"writers ({trial.cut} times ended, {trial.told} times told in words): "
        f"{trial.tried} books export the same bytes\n"
    )


if __name__ == "__main__":
    main()
