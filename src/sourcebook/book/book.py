"""A book: reports in, sourced incidents out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sourcebook.book.checks import Fault, chain_faults, faults
from sourcebook.book.clock import now
from sourcebook.book.deciding.listing import Entry
from sourcebook.book.deciding.records import Imported, Records
from sourcebook.book.extractors import rules
from sourcebook.book.filters import check_date
from sourcebook.book.formats import FORMATS, write_format
from sourcebook.book.intake import Added, Intake, Progress
from sourcebook.book.keeping import Keeping
from sourcebook.book.loading import last_results, load
from sourcebook.book.notebook import SHOWN, table
from sourcebook.book.pages import write_pages
from sourcebook.book.readings import Readings
from sourcebook.book.show import overview
from sourcebook.book.why import Why, explain
from sourcebook.config import Config
from sourcebook.engine import Engine, Factory
from sourcebook.errors import BookError
from sourcebook.export import Contents
from sourcebook.model.decision import Decision
from sourcebook.model.estimate import Profile
from sourcebook.model.run import Run
from sourcebook.store import LogRow, Results, Store

__all__ = ["FORMATS", "Book"]


class Book(Readings, Keeping):
    """One database of reports, claims, incidents and people's decisions.

    Open it with :func:`sourcebook.open`. ``add``, ``run``, ``decide``, ``retract``,
    ``expunge`` and ``import_decisions`` change it, everything else reads what the last
    run derived.
    Use it as a context manager, or ``close``.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        create: bool = True,
        extractor: Factory = rules,
    ) -> None:
        self.path = Path(path)
        self._extractor = extractor
        self._store = Store(self.path, create=create)
        self._records = Records(self._store)
        self._contents: Contents | None = None

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Book {str(self.path)!r}>"

    def _repr_html_(self) -> str:
        columns = ("incident", "date", "reports", "killed", "injured")
        if self._store.last_run() is None:
            return table(columns, [], title=f"{self.path}: no results yet")
        found = self.listing()
        rows = [overview(incident) for incident in islice(found, SHOWN)]
        return table(columns, rows, title=str(self.path), count=len(found))

    # Changing

    def add(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        group_by: str | None = None,
        replace: bool = False,
        replaces: str | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Read reports into the book.

        ``paths`` are files, folders, globs or ``-``. ``group_by`` is a field of the
        records that holds each report's group, or ``folder``. With ``replace`` the
        book then holds these reports only; ``replaces`` is the source id or id of a
        report that the one given is a later version of. Raises InputError where no
        report could be read; the book is then as it was.
        """
        # Loaded when first used: looking at a book starts without the readers.
        from sourcebook.readers import Names, read

        named = [paths] if isinstance(paths, str | Path) else list(paths)
        old = self._store.withdrawn.find(replaces) if replaces else None
        intake = Intake(
            self._extractor().languages, progress, buried=self._store.withdrawn.buried()
        )
        try:
            with self._store.known() as known:
                names = Names(None if replace else known)
                _, new = self._store.add_reports(
                    intake.reports(read(named, group_by=group_by, names=names)),
                    replace=replace,
                    replaces=old,
                )
        finally:
            self._store.write_log(intake.log, stage="read")
            self._contents = None
        return intake.added(new)

    def run(
        self,
        *,
        profile: Profile | None = None,
        workers: int | None = None,
        as_of: str | None = None,
        engine: Engine | None = None,
        cluster: str | None = None,
        config: Config | None = None,
        progress: Progress | None = None,
    ) -> Run:
        """Extract claims from reports not yet read, then link and reconcile all.

        The other arguments win over ``config``; ``as_of`` is an EDTF date after which
        reports do not count, ``cluster`` the address of a Dask cluster. Extraction is written as it goes: a run
        that is ended at any moment is finished by the next one, with the same result.
        """
        from sourcebook.book.extracting import extract_unread
        from sourcebook.book.running import derive

        check_date(as_of)
        settings = (config or Config()).as_dict()
        settings["profile"] = profile or settings["profile"]
        config = Config.of(settings).on(engine, cluster)
        self._store.withdrawn.sweep()
        started = now()
        count = extract_unread(
            self._store,
            self._extractor,
            config=config,
            workers=workers or config.processes or None,
            progress=progress,
        )
        self._contents = None
        return derive(
            self._store,
            self._extractor(),
            config=config,
            as_of=as_of,
            started=started,
            extracted=count,
            progress=progress,
        )

    def decide(
        self,
        action: str,
        *targets: str,
        who: str,
        reason: str,
        when: str | None = None,
        **changes: Any,  # noqa: ANN401 - by action
    ) -> Decision:
        """Record a person's decision; it counts from the next ``run`` on.

        ``targets`` and ``changes`` are those of ``sourcebook decide``: the beginning
        of a claim's or incident's id, a report's source id; ``best=9``. ``when`` is
        ISO 8601 (default: now). Raises NotFound or DecisionRefused.
        """
        results = self.results
        named = tuple(map(results.followed, targets))
        if isinstance(told := changes.get("incident"), str):
            changes["incident"] = results.followed(told)
        return self._records.decide(
            results, action, named, changes, who=who, reason=reason, when=when
        )

    def import_decisions(self, path: str | Path) -> Imported:
        """Add the decisions of a file; those that differ unawares are in conflict."""
        read, new = self._records.take(Path(path))
        clashing = tuple(e for e in self.decisions() if e.state == "conflict")
        return Imported(read=read, new=len(new), conflicts=clashing)

    # Reading

    def decisions(self) -> list[Entry]:
        """Return people's decisions in the order of their chain, each with its state."""
        return self._records.entries(self.results)

    def export_decisions(self, path: str | Path) -> int:
        """Write the decisions as JSON Lines; return how many they are."""
        return self._records.export(Path(path))

    def head(self) -> Decision | None:
        """Return the last decision of the chain, whose id vouches for all before it."""
        return self._records.head()

    @property
    def results(self) -> Results:
        """What the last run derived, to be read in part.

        Raises BookError before the first run.
        """
        return last_results(self._store)

    @property
    def contents(self) -> Contents:
        """Everything the last run derived; raises BookError before the first run."""
        if self._contents is None:
            self._contents = load(self.results)
        return self._contents

    def why(self, incident: str, metric: str, population: str = "persons") -> Why:
        """Return every claim, the rule and the reasons behind an estimate."""
        estimate = self.incident(incident).estimate(metric, population)
        keys = estimate.value.decisions
        decided = self._records.entries(self.results, keys) if keys else ()
        return explain(estimate, decided)

    def log(self) -> list[LogRow]:
        """Return what the last ``add`` and ``run`` had to say, and the tombstones."""
        from sourcebook.book.counting import buried_rows, unread_rows

        maker = self._extractor()
        stones = self._store.withdrawn.tombstones()
        return [
            *self._store.log(),
            *unread_rows(self._store, maker),
            *buried_rows(stones),
        ]

    def check(self) -> list[Fault]:
        """Recompute ids, spans and references; return every fault found."""
        damage = [Fault(where=str(self.path), what=d) for d in self._store.damage()]
        return damage or [*chain_faults(self._store), *faults(self.results)]

    def export(
        self, path: str | Path, to: str = "jsonl", *, public: bool = False
    ) -> list[Path]:
        """Write the book in one format and return the files written.

        ``public`` leaves out the words and names that DOMAIN N21 keeps private.
        """
        return write_format(
            self.contents,
            lambda folder: self.write_pages(folder, public=public, alone=True),
            Path(path),
            to,
            public=public,
        )

    def write_pages(
        self, folder: Path, *, public: bool = False, alone: bool = False
    ) -> list[Path]:
        """Write index.html and a page an incident into a folder; return the files.

        ``alone`` says that the sheets and the log of a build do not lie beside them.
        """
        contents, run = self.contents, self._store.last_run()
        if run is None:
            raise BookError(f"{self.path} has no results; run: sourcebook run")
        missed = [r for r in self._store.log() if r.level == "error"]
        return write_pages(
            contents, folder, run=run, skipped=len(missed), alone=alone, public=public
        )

    def last_run(self) -> Run | None:
        """Return the run whose results the book shows, None before the first."""
        return self._store.last_run()
