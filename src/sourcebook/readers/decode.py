"""Bytes to characters: byte order marks, UTF-8, then the likeliest encoding."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Control characters that no text holds (tab, line feed, form feed, carriage
#: return, escape excepted); a file with more than this share of them is binary.
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_BINARY_SHARE = 0.01
#: What texts that are not UTF-8 come in; the many others only invite wrong guesses.
_USUAL = (
    *(f"cp125{number}" for number in range(9)),
    *("iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_9", "iso8859_15"),
    *("koi8_r", "koi8_u", "cp874", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
#: Where texts are as clean in it as in another, English news is written in this.
_WEST = "cp1252"
#: Bytes looked at to guess an encoding: enough for every script, and quick.
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters with the encoding they came in; ``guessed`` where no rule told it."""

    characters: str
    encoding: str
    guessed: bool = False


def decode(data: bytes) -> Decoded | None:
    """Return the characters, or None where the bytes are no text.

    Line ends are kept as they are; only a byte order mark is taken off.

    >>> decode("Café".encode("utf-8-sig")).characters
    'Café'
    >>> decode(bytes(range(32)) * 10) is None
    True
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked
    if _looks_binary(data):
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    return None


def _looks_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > _BINARY_SHARE * len(sample)


def _guessed(data: bytes) -> Decoded | None:
    found = from_bytes(data[:_SAMPLE], cp_isolation=list(_USUAL))
    best = found.best()
    likeliest = [
        match.encoding
        for match in found
        if best is not None and match.chaos <= best.chaos and match.encoding == _WEST
    ]
    for encoding in (*likeliest, *([best.encoding] if best else []), _WEST):
        try:
            return Decoded(data.decode(encoding), encoding, guessed=True)
        except (UnicodeDecodeError, LookupError):
            continue
    return None
