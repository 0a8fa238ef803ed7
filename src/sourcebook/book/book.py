"""A book: reports in, sourced incidents out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sourcebook.book.checks import Fault, faults
from sourcebook.book.extractors import rules
from sourcebook.book.filters import between, check_date, check_filters, country_of
from sourcebook.book.intake import Added, Intake, Progress
from sourcebook.book.notebook import table
from sourcebook.book.pages import HTML, refuse_mixing, write_pages
from sourcebook.book.show import Shown, overview
from sourcebook.book.table import Table
from sourcebook.book.views import IncidentView
from sourcebook.book.why import Why, explain
from sourcebook.config import Config
from sourcebook.engine import Factory
from sourcebook.errors import BookError, NotFound, OutputRefused
from sourcebook.export import EXPORTERS, Contents
from sourcebook.export.jsonl import claim_rows, report_rows
from sourcebook.export.privacy import public_part
from sourcebook.model.estimate import Profile
from sourcebook.model.run import Run
from sourcebook.readers import Names, read
from sourcebook.store import LogRow, Store

#: What a book is written as: the exporters' formats, and its pages.
FORMATS = (*EXPORTERS, HTML)


class Book:
    """One database of reports, claims and incidents.

    Open it with :func:`sourcebook.open`. ``add`` and ``run`` change it, everything
    else reads what the last run derived. Use it as a context manager, or ``close``.
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
        rows = [overview(incident) for incident in self.incidents()]
        return table(columns, rows, title=str(self.path))

    # Changing

    def add(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        group_by: str | None = None,
        replace: bool = False,
        progress: Progress | None = None,
    ) -> Added:
        """Read reports into the book.

        ``paths`` are files, folders, globs or ``-``. ``group_by`` is a field of the
        records that holds each report's group, or ``folder``. With ``replace`` the
        book then holds these reports only. Raises InputError where no report could
        be read; the book is then as it was.
        """
        named = [paths] if isinstance(paths, str | Path) else list(paths)
        names = Names(() if replace else self._store.reports())
        intake = Intake(self._extractor().languages, progress)
        try:
            _, new = self._store.add_reports(
                intake.reports(read(named, group_by=group_by, names=names)),
                replace=replace,
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
        config: Config | None = None,
        progress: Progress | None = None,
    ) -> Run:
        """Extract claims from reports not yet read, then link and reconcile all.

        ``profile`` and ``workers`` win over ``config``; ``as_of`` is an EDTF date
        after which reports do not count. Extraction is written as it goes: a run
        that is ended at any moment is finished by the next one, with the same result.
        """
        from sourcebook.book.running import derive, extract_unread, now

        check_date(as_of)
        settings = (config or Config()).as_dict()
        settings["profile"] = profile or settings["profile"]
        config = Config.of(settings)
        started = now()
        count = extract_unread(
            self._store,
            self._extractor,
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

    # Reading

    @property
    def contents(self) -> Contents:
        """Everything the last run derived; raises BookError before the first run."""
        if self._contents is None:
            if self._store.last_run() is None:
                step = "run" if self._store.reports() else "add"
                what = "results" if step == "run" else "reports"
                more = "" if step == "run" else " REPORTS"
                raise BookError(
                    f"{self.path} has no {what} yet; run: "
                    f"sourcebook {step} {self.path}{more}"
                )
            self._contents = Contents(
                reports=self._store.reports(),
                placements=self._store.placements(),
                claims=self._store.claims(),
                incidents=self._store.incidents(),
                estimates=self._store.estimates(),
                contradictions=self._store.contradictions(),
            )
        return self._contents

    def incidents(
        self,
        *,
        country: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        parts: bool = False,
    ) -> list[IncidentView]:
        """Return incidents, latest first; parts of incidents only where asked for.

        ``country`` is an ISO 3166-1 code, ``type`` a key of the schema's incident
        types, ``since`` and ``until`` EDTF dates that the incident's date lies
        between, both included; incidents without a date lie between no dates.
        """
        check_filters(country=country, type=type, since=since, until=until)
        found = [
            incident
            for incident in self.contents.incidents
            if (parts or incident.parent is None)
            and (type is None or incident.type == type)
            and (country is None or country_of(incident.place) == country.upper())
            and between(incident.date, since, until)
        ]
        found.sort(key=lambda i: (i.label, i.id))
        found.sort(key=lambda i: i.date or "", reverse=True)
        return [IncidentView(incident, self.contents) for incident in found]

    def incident(self, id: str) -> IncidentView:
        """Return the incident whose id begins so; raise NotFound for none or several."""
        found = [i for i in self.contents.incidents if id and i.id.startswith(id)]
        if len(found) == 1:
            return IncidentView(found[0], self.contents)
        if not found:
            raise NotFound(
                f"no incident's id begins with {id!r}; list them with: "
                f"sourcebook incidents {self.path} --parts"
            )
        listed = "\n".join(f"  {i.id[:12]}  {i.label}" for i in found[:10])
        raise NotFound(f"{id!r} begins the ids of {len(found)} incidents:\n{listed}")

    def show(self, id: str) -> Shown:
        """Return the incident whose id begins so, as a page of text or a dictionary."""
        return Shown(self.incident(id))

    def why(self, incident: str, metric: str, population: str = "persons") -> Why:
        """Return every claim, the rule and the reasons behind an estimate."""
        return explain(self.incident(incident).estimate(metric, population))

    def reports(self) -> Table:
        """Return the reports as a table, in input order, with their placement."""
        return Table(list(report_rows(self.contents)))

    def claims(self) -> Table:
        """Return the claims as a table, sorted by id, payload fields as columns."""
        return Table(list(claim_rows(self.contents)))

    def log(self) -> list[LogRow]:
        """Return what the last ``add`` and ``run`` had to say about their inputs."""
        return [*self._store.log(), *self._faults()]

    def check(self) -> list[Fault]:
        """Recompute ids, spans and references; return every fault found."""
        damage = [Fault(where=str(self.path), what=d) for d in self._store.damage()]
        return damage or faults(self.contents)

    def export(
        self, path: str | Path, to: str = "jsonl", *, public: bool = False
    ) -> list[Path]:
        """Write the book in one format and return the files written.

        ``public`` leaves out the words and names that DOMAIN N21 keeps private.
        """
        if to not in FORMATS:
            raise NotFound(f"there is no format {to!r}; choose {', '.join(FORMATS)}")
        path = Path(path)
        suffix = EXPORTERS[to].suffix if to in EXPORTERS else ""
        if suffix:
            _for_file(path, to, suffix)
        elif path.is_file():
            raise OutputRefused(f"{path} is a file; {to} fills a folder: name one")
        if to == HTML:
            refuse_mixing(path)
            return self.write_pages(path, public=public, alone=True)
        contents = public_part(self.contents) if public else self.contents
        return EXPORTERS[to].write(contents, path)

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

    def _faults(self) -> Sequence[LogRow]:
        maker = self._extractor()
        return [
            LogRow(
                stage="extract",
                level="error",
                file=source_id,
                line=None,
                reason=f"it could not be read for claims ({fault})",
                next="it is listed without claims; report this fault with the text",
            )
            for source_id, fault in self._store.faults(maker.name, maker.version)
        ]


def _for_file(path: Path, to: str, suffix: str) -> None:
    if path.is_dir():
        raise OutputRefused(
            f"{path} is a folder; {to} is one file: name one, such as "
            f"{path / f'incidents{suffix}'}"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
