"""The records of a WARC file, each whole, whatever happened to the bytes between.

Crawlers are killed and disks fill up: an archive may end within a record, and go on
with another behind it. A record counts only where its length and its end agree.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

#: How a record begins: compressed by itself, or plain.
_COMPRESSED, _PLAIN = b"\x1f\x8b\x08", b"WARC/1."
_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"^content-length:\s*(\d+)\s*$", re.IGNORECASE | re.MULTILINE)
#: Bytes read at a time; the head of a record is shorter.
_BLOCK = 1 << 16
#: Bytes of the largest record, unpacked; video is larger, and no page.
LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes that belong to no whole record; ``size`` where one is merely too large."""

    start: int
    size: int | None = None


def records(stream: BinaryIO) -> Iterator[bytes | Damage]:
    """Yield the bytes of each whole record, unpacked, and each damage once."""
    at, lost = 0, False
    while (start := _found(stream, at)) is not None:
        if start > at and not lost:
            yield Damage(at)
        record, end = _record(stream, start)
        lost = record is None
        if record is None:
            if start >= at:
                yield Damage(start)
            at = start + 1
            continue
        if len(record) > LARGEST:
            yield Damage(start, len(record))
        else:
            yield record
        at = end
    if not lost and _holds_more(stream, at):
        yield Damage(at)


def _record(stream: BinaryIO, start: int) -> tuple[bytes | None, int]:
    """Return the record that begins here and where it ends; None where it is broken."""
    stream.seek(start)
    head = stream.read(_BLOCK)
    if head.startswith(_COMPRESSED):
        return _unpacked(stream, head, start)
    return _plain(stream, head, start)


def _plain(stream: BinaryIO, head: bytes, start: int) -> tuple[bytes | None, int]:
    body = head.find(_END) + len(_END)
    told = _LENGTH.search(head, 0, body)
    if body < len(_END) or told is None:
        return None, start
    size = body + int(told[1])
    stream.seek(start + size)
    if stream.read(len(_END)) != _END:
        return None, start
    stream.seek(start)
    return stream.read(min(size, LARGEST + 1)), start + size + len(_END)


def _unpacked(stream: BinaryIO, head: bytes, start: int) -> tuple[bytes | None, int]:
    member = zlib.decompressobj(wbits=31)
    found, end = bytearray(), start
    block = head
    try:
        while block and not member.eof:
            end += len(block)
            unpacked = member.decompress(block)
            if len(found) <= LARGEST:
                found += unpacked
            block = stream.read(_BLOCK)
    except zlib.error:
        return None, start
    if not member.eof:
        return None, start
    return bytes(found), end - len(member.unused_data)


def _found(stream: BinaryIO, at: int) -> int | None:
    """Return where the next record may begin, None at the end of the file."""
    longest = max(len(_COMPRESSED), len(_PLAIN))
    while True:
        stream.seek(at)
        block = stream.read(_BLOCK)
        found = [block.find(mark) for mark in (_COMPRESSED, _PLAIN)]
        if any(place >= 0 for place in found):
            return at + min(place for place in found if place >= 0)
        if len(block) < _BLOCK:
            return None
        at += len(block) - longest


def _holds_more(stream: BinaryIO, at: int) -> bool:
    stream.seek(at)
    return bool(stream.read(_BLOCK).strip())
