"""JSON Lines (one report a line) and JSON (an object, or a list of them)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from sourcebook.errors import InputSkipped
from sourcebook.readers.contract import (
    LARGEST_FILE,
    LARGEST_RECORD,
    Given,
    Input,
    megabytes,
)
from sourcebook.readers.decode import decode
from sourcebook.readers.record import report_of
from sourcebook.schema.load import table

_JSON_WORDS = {
    list: "a list",
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "true or false",
}


class JsonLines:
    """One JSON object a line; read line by line, so the file may be of any size."""

    name = "JSON Lines"
    suffixes = (".jsonl", ".ndjson", ".jl")

    def read(self, source: Input) -> Iterator[Given]:
        """Yield the report of each line; a line that is not JSON costs only itself."""
        with source.open() as stream:
            head = stream.read(4096)
        if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
            source = _as_utf8(source)
        elif head and decode(head) is None:
            yield source.skipped("it is binary, not text", "leave it out")
            return
        empty = True
        with source.open() as stream:
            for number, line in _lines(stream):
                empty = empty and line is not None and not line.strip()
                yield from _line(source, number, line)
        if empty:
            yield source.skipped("the file is empty", "leave it out or fill it")


class Json:
    """One JSON object, a list of objects, or an object that holds such a list."""

    name = "JSON"
    suffixes = (".json",)

    def read(self, source: Input) -> Iterator[Given]:
        """Yield the reports of the file; JSON Lines under this suffix are read too."""
        data = source.read(largest=LARGEST_FILE)
        decoded = decode(data)
        if decoded is None:
            yield source.skipped("it is not text", "save it as JSON in UTF-8")
            return
        try:
            records = _records(json.loads(decoded.characters))
        except (json.JSONDecodeError, RecursionError) as error:
            if _one_a_line(decoded.characters):
                yield from JsonLines().read(source)
                return
            yield source.skipped(
                f"it is not JSON ({_fault(error)})",
                "repair it, or write one object a line",
                line=getattr(error, "lineno", None),
            )
            return
        if not records:
            yield source.skipped("it holds no report", "give a list of objects")
        for record in records:
            raw = json.dumps(record, ensure_ascii=True, sort_keys=True).encode()
            yield from _object(source, None, record, raw)


def _as_utf8(source: Input) -> Input:
    decoded = decode(source.read())
    characters = decoded.characters if decoded else ""
    return Input(
        file=source.file,
        name=source.name,
        open=Input.of_bytes(
            source.name, characters.encode("utf-8", "replace"), group_by=None
        ).open,
        folder=source.folder,
        group_by=source.group_by,
    )


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield numbered lines, None for one that is too long to hold."""
    number = 0
    while line := stream.readline(LARGEST_RECORD):
        number += 1
        if len(line) < LARGEST_RECORD or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LARGEST_RECORD)
        yield number, None


def _line(source: Input, number: int, line: bytes | None) -> Iterator[Given]:
    if line is None:
        yield source.skipped(
            f"one line of more than {megabytes(LARGEST_RECORD)}",
            "write one report a line",
            line=number,
        )
        return
    if not line.strip():
        return
    try:
        yield from _object(source, number, json.loads(_decoded(source, line)), line)
    except (json.JSONDecodeError, RecursionError) as error:
        yield source.skipped(
            f"the line is not JSON ({_fault(error)})", "repair the line", line=number
        )
    except InputSkipped as skipped:
        yield source.skipped(skipped.reason, skipped.next_step, line=number)


def _decoded(source: Input, line: bytes) -> str:
    decoded = decode(line)
    if decoded is None:
        raise source.skipped("the line is not text", "save the file as UTF-8")
    return decoded.characters


def _object(
    source: Input, number: int | None, record: object, raw: bytes
) -> Iterator[Given]:
    if isinstance(record, dict):
        yield from report_of(record, source=source, line=number, raw=raw)
        return
    found = _JSON_WORDS.get(type(record), "null")
    yield source.skipped(
        f"{found} stands where an object should",
        'write objects such as {"id": ..., "title": ..., "text": ...}',
        line=number,
    )


def _records(loaded: object) -> list[object]:
    if isinstance(loaded, list):
        return loaded
    if isinstance(loaded, dict):
        for key in table("input_fields")["lists"]:
            held = loaded.get(key)
            if isinstance(held, list) and any(isinstance(h, dict) for h in held):
                return held
    return [loaded]


def _one_a_line(characters: str) -> bool:
    first = characters.lstrip().split("\n", 1)[0]
    try:
        return isinstance(json.loads(first), dict)
    except (json.JSONDecodeError, RecursionError):
        return False


def _fault(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
