"""Reports of the shared benchmarks, as `sourcebook build` reads them.

The texts are third-party copyright and are not part of this repository: every function
takes the folder that holds the benchmarks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

Row = dict[str, Any]

#: A message of the MUC corpora begins with its id alone at the start of a line.
_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC[34]-\d{4})[^\n]*\n", re.M)


def gva(benchmarks: Path) -> list[Row]:
    """Return the reports of the gun-violence archive, in file order."""
    lines = (benchmarks / "gva/reports.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def muc(benchmarks: Path, part: str) -> list[Row]:
    """Return the messages of a MUC-4 part ("tst1", "tst2", "dev"), in file order."""
    folder = benchmarks / "muc4/corpora" / part
    names = sorted(p for p in folder.iterdir() if p.name.startswith((part, "dev-muc3")))
    return [row for path in names for row in _messages(path)]


def _messages(path: Path) -> Iterator[Row]:
    characters = path.read_text("latin-1")
    starts = list(_MESSAGE.finditer(characters))
    for here, following in zip(starts, [*starts[1:], None], strict=True):
        end = following.start() if following else len(characters)
        yield {
            "id": here[1],
            "title": "",
            "text": characters[here.end() : end].strip(),
            "outlet": None,
            "url": None,
            "published": None,
        }


def ecb(folder: Path, topic: str, event: str) -> list[Row]:
    """Return the reports of one event of EventCorefBank+ ("ecb" or "ecbplus").

    Its words are given apart; they are joined as they are usually written, one sentence
    a line. A first sentence that is an address is the address, and one that reads like
    a headline is the title.
    """
    paths = (folder / topic).glob(f"*[0-9]{event}.xml")
    return [_ecb_report(path) for path in sorted(paths, key=_number)]


def _number(path: Path) -> int:
    return int(re.findall(r"_(\d+)ecb", path.name)[0])


def _ecb_report(path: Path) -> Row:
    sentences: dict[int, list[str]] = {}
    for token in ElementTree.parse(path).getroot().findall("token"):
        number = int(token.get("sentence") or 0)
        sentences.setdefault(number, []).append(token.text or "")
    lines = [" ".join(sentences[number]) for number in sorted(sentences)]
    url = lines.pop(0).replace(" ", "") if lines[0].startswith("http") else None
    lines = [_joined(line) for line in lines]
    headed = bool(lines) and len(lines[0]) < 120 and not lines[0].endswith(".")
    title = lines.pop(0) if headed else ""
    return {
        "id": path.stem,
        "title": title,
        "text": "\n".join(lines),
        "outlet": None,
        "url": url,
        "published": None,
    }


#: Blanks that the corpus has and print has not, in order.
_BLANKS = (
    (r" (n't|'s|'re|'ve|'ll|'d|'m|\u2019s)\b", r"\1"),
    (r" ([,.;:!?%)\]])", r"\1"),
    (r"([(\[$]) ", r"\1"),
    (r"(?<=\d)\. (?=\d)", "."),
    (r"(?<=\d): (?=\d\d)", ":"),
    (r"(?<=\d), (?=\d{3}\b)", ","),
    (r"\b([A-Z])\. (?=[A-Z]\.)", r"\1."),
    (r"(\w) - (\w)", r"\1-\2"),
    (r"(\w) ' (s\b)", r"\1'\2"),
    (r"(\b[ap]) ?\. ?m ?\.", r"\1.m."),
)


def _joined(line: str) -> str:
    line = line.replace("``", '"').replace("''", '"')
    for pattern, written in _BLANKS:
        line = re.sub(pattern, written, line)
    told = ""
    for i, part in enumerate(line.split('"')):
        if i % 2:
            told = f'{told.rstrip()} "{part.lstrip()}'
        else:
            told = f'{told.rstrip()}" {part}' if i else part
    return re.sub(r" +([,.;])", r"\1", re.sub(r"  +", " ", told)).strip()
