"""Files to reports, one module a format.

A new format is a module with a reader (``name``, ``suffixes``, ``read``) and its
line in ``READERS``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from sourcebook.errors import InputSkipped
from sourcebook.model.report import Report
from sourcebook.readers.contract import (
    Flagged,
    Given,
    Input,
    Item,
    Numbered,
    Reader,
    Repeated,
)
from sourcebook.readers.delimited import Delimited
from sourcebook.readers.html import Html
from sourcebook.readers.inputs import find
from sourcebook.readers.json_lines import Json, JsonLines
from sourcebook.readers.naming import Names
from sourcebook.readers.parquet import Parquet
from sourcebook.readers.plain_text import PlainText
from sourcebook.readers.warc import Warc

READERS: tuple[Reader, ...] = (
    PlainText(),
    JsonLines(),
    Json(),
    Delimited(),
    Html(),
    Parquet(),
    Warc(),
)

_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}
#: Archives are named and left closed: a small one can unpack to any size.
_ARCHIVES = frozenset(
    {".zip", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar", ".tgz"}
)


def read(
    paths: Iterable[str | Path],
    *,
    group_by: str | None = None,
    names: Names | None = None,
) -> Iterator[Item]:
    """Yield the reports of files, folders, globs and ``-``, in a stable order.

    ``group_by`` names the field of the records that holds a report's group, or is
    ``folder`` for a folder a group. ``names`` holds the source ids used before. What
    cannot be read is yielded as InputSkipped, what is doubtful as Flagged; nothing
    is raised.
    """
    names = names or Names()
    reports = grouped = 0
    for source in find(paths, group_by=group_by):
        for item in _settled(source, names):
            if isinstance(item, Report):
                reports += 1
                grouped += item.group is not None
            yield item
    if group_by is not None and reports and not grouped:
        yield _ungrouped(group_by)


def _settled(source: Input | InputSkipped | Flagged, names: Names) -> Iterator[Item]:
    if not isinstance(source, Input):
        yield source
        return
    for item in _read_one(source):
        if isinstance(item, Numbered):
            yield from _named(item.report, source, names, line=item.line)
        elif isinstance(item, Report):
            yield from _named(item, source, names)
        else:
            yield item


def _ungrouped(group_by: str) -> Flagged:
    folder = group_by == "folder"
    return Flagged(
        file="--group-by",
        reason="no report lies in a folder below those named"
        if folder
        else f"no record has a field {group_by!r}",
        next_step="put the reports of an incident into a folder of their own"
        if folder
        else "name the field that holds the group; without one, evidence groups",
    )


def _named(
    report: Report, source: Input, names: Names, *, line: int | None = None
) -> Iterator[Item]:
    named = names.settle(report, file=source.file, line=line)
    own_id = report.source_id != source.name
    if own_id and isinstance(named, Report) and named.source_id != report.source_id:
        yield source.flagged(
            f"the id {report.source_id!r} was used before, with other content; the "
            f"report is kept as {named.source_id!r}",
            "give every report an id of its own",
            line=line,
        )
    yield named


def _read_one(source: Input) -> Iterator[Given]:
    path = PurePath(source.name.lower())
    suffix = "".join(path.suffixes[-2:])
    suffix = suffix if suffix in _BY_SUFFIX else path.suffix
    try:
        if suffix in _ARCHIVES:
            yield source.skipped("archives are not opened", "unpack it first")
            return
        reader = _BY_SUFFIX.get(suffix) if suffix else _sniffed(source)
        if reader is None:
            known = " ".join(_BY_SUFFIX)
            yield source.skipped(
                f"files of type {suffix} are not read", f"convert it to one of {known}"
            )
            return
        yield from reader.read(source)
    except InputSkipped as skipped:
        yield skipped
    except OSError as error:
        yield source.skipped(
            f"it cannot be opened ({error.strerror})", "check its permissions"
        )


def _sniffed(source: Input) -> Reader:
    """Tell the format of an input without a suffix by how it begins."""
    with source.open() as stream:
        head = stream.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"par1"):
        return Parquet()
    if head.startswith(b"warc/"):
        return Warc()
    if head.startswith(b"{"):
        return JsonLines() if _one_line_object(head) else Json()
    if head.startswith(b"["):
        return Json()
    if head.startswith((b"<!doctype", b"<html", b"<head", b"<?xml")):
        return Html()
    return PlainText()


def _one_line_object(head: bytes) -> bool:
    """Whether the first line may hold a whole object, as JSON Lines does."""
    line, ended, _ = head.partition(b"\n")
    return not ended or line.rstrip().endswith(b"}")


__all__ = ["READERS", "Flagged", "Item", "Names", "Reader", "Repeated", "read"]
