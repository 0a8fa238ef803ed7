"""One record (a JSON object, a CSV row) to a report."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sourcebook.model.report import Report, Text
from sourcebook.readers.contract import Given, Input, Item, Numbered, too_long
from sourcebook.readers.dates import edtf_of, is_future, today
from sourcebook.readers.language import language_of
from sourcebook.schema.load import table
from sourcebook.text.datelines import dateline

_BETWEEN = re.compile(r"[\s\-.]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def report_of(
    record: Mapping[str, Any], *, source: Input, line: int | None, raw: bytes
) -> Iterator[Given]:
    """Yield the report that a record holds, after whatever is odd about it.

    ``raw`` are the bytes that the record was read from, which are kept.
    """
    fields = {_key(name): value for name, value in record.items()}
    text = _field(fields, "text")
    if not text.strip():
        yield source.skipped(*_no_text(fields), line=line)
        return
    if fault := too_long(text):
        yield source.skipped(*fault, line=line)
        return
    if _SURROGATE.search(text):
        yield source.flagged(
            "half characters (lone surrogates) were replaced by U+FFFD",
            "write the file again as UTF-8",
            line=line,
        )
    published, doubts = _published(_field(fields, "published"))
    for reason, next_step in doubts:
        yield source.flagged(reason, next_step, line=line)
    report = build(
        source,
        _clean(text),
        raw=raw,
        source_id=_field(fields, "id") or source.name,
        title=_clean(_field(fields, "title")),
        outlet=_field(fields, "outlet") or None,
        url=_field(fields, "url") or None,
        published=published,
        group=_group(fields, source),
    )
    yield report if line is None else Numbered(report=report, line=line)


def build(
    source: Input,
    characters: str,
    *,
    raw: bytes,
    source_id: str | None = None,
    title: str = "",
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    group: str | None = None,
) -> Report:
    """Build a report, its language detected and its raw bytes kept with their SHA-256.

    Where the input does not say them, the outlet and date are those of the text's
    dateline (DOMAIN DOC-3), else None.
    """
    told = dateline(characters)
    dated = told.date if told and told.date and "X" not in told.date else None
    report = Report.of(
        Text.of(characters, language=language_of(title, characters)),
        source_id=source_id or source.name,
        title=title,
        outlet=outlet or (told.outlet if told else None),
        url=url,
        published=published or dated,
        dateline_place=told.place if told else None,
        group=group or source.group,
    )
    return replace(report, raw_sha256=hashlib.sha256(raw).hexdigest(), raw=raw)


def dated(source: Input, published: str | None) -> Iterator[Item]:
    """Yield a flag where a publication date lies in the future."""
    if published and is_future(published, today=today()):
        yield source.flagged(*_in_future(published))


def _key(name: object) -> str:
    return _BETWEEN.sub("_", str(name).strip().lower())


def _field(fields: Mapping[str, Any], name: str) -> str:
    for alias in table("input_fields")[name]:
        value = fields.get(alias)
        if isinstance(value, Mapping):  # {"source": {"name": ...}}
            value = value.get("name")
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            value = "\n\n".join(value)
        if value is not None and not isinstance(value, bool) and str(value).strip():
            return str(value) if name in ("text", "title") else str(value).strip()
    return ""


def _no_text(fields: Mapping[str, Any]) -> tuple[str, str]:
    found = ", ".join(sorted(fields)) or "none"
    known = ", ".join(table("input_fields")["text"][:4])
    return (
        f"the record has no text (its fields: {found[:200]})",
        f"name the field of the text one of: {known}",
    )


def _clean(characters: str) -> str:
    return _SURROGATE.sub("\ufffd", characters)


def _published(written: str) -> tuple[str | None, list[tuple[str, str]]]:
    if not written:
        return None, []
    edtf = edtf_of(written)
    if edtf is None:
        said = (
            f"the publication date {written[:40]!r} cannot be told for certain and is "
            "not used",
            "write dates as YYYY-MM-DD",
        )
        return None, [said]
    return edtf, [_in_future(edtf)] if is_future(edtf, today=today()) else []


def _in_future(edtf: str) -> tuple[str, str]:
    return (
        f"the report is dated in the future ({edtf}); the date is kept",
        "check the date in the input",
    )


def _group(fields: Mapping[str, Any], source: Input) -> str | None:
    if source.group_by is None or source.group_by == "folder":
        return source.group
    value = fields.get(_key(source.group_by))
    return None if value is None or not str(value).strip() else str(value).strip()
