"""The wire sets: real agency reports of 1997 to 2006, and some longer ones of other outlets.

    python -m training.wires_set gold TE3 WIKIEVENTS OUT [held]

Writes OUT/reports.jsonl and OUT/gold/. TE3 is the folder `data` of the TempEval-3 release
(UzZaman et al., SemEval 2013: its silver data are AFP and Xinhua reports, its AQUAINT part
AP and others), WIKIEVENTS a folder with `dev.jsonl` and `test.jsonl` of WikiEvents (Li et
al., NAACL 2021). Figures, scopes, sources, responsibility and statements are annotated.
``wires`` is open for development; ``held`` are 60 more of the same draw, for measuring only.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from training.corpora import Row
from training.standoff import annotated, write

HERE = Path(__file__).parent
ANNOTATION = {False: HERE / "wires", True: HERE / "wires_held"}
_OUTLETS = {"AFP": "AFP", "XIN": "Xinhua", "XIE": "Xinhua", "APW": "AP"}
_TAG = re.compile(r"<[^>]+>")
_DAY = re.compile(r'value="(\d{4}-\d\d-\d\d)[^"]*"[^>]*CREATION_TIME')
_DAY_AFTER = re.compile(r'CREATION_TIME[^>]*value="(\d{4}-\d\d-\d\d)')


def tempeval(folder: Path) -> Iterator[Row]:
    """Yield the reports of TempEval-3, without their mark-up."""
    for name in ("TE3-Silver-data", "TBAQ-cleaned/AQUAINT"):
        for path in sorted((folder / name).glob("*.tml")):
            told = path.read_text("utf-8", errors="replace")
            text = re.search(r"<TEXT>(.*?)</TEXT>", told, re.S)
            if text is not None:
                yield _tempeval_report(path.stem, told, text[1])


def _tempeval_report(name: str, told: str, text: str) -> Row:
    title = re.search(r"<TITLE>(.*?)</TITLE>", told, re.S)
    day = _DAY.search(told) or _DAY_AFTER.search(told)
    lines = re.sub(r"[ \t]*\n[ \t]*", "\n", _plain(text))
    return {
        "id": f"te3-{name}",
        "title": _plain(title[1]) if title else "",
        "text": re.sub(r"\n{3,}", "\n\n", lines),
        "outlet": _OUTLETS.get(name[:3]),
        "published": day[1] if day else None,
    }


def _plain(marked: str) -> str:
    return html.unescape(_TAG.sub("", marked)).strip()


def wikievents(folder: Path) -> Iterator[Row]:
    """Yield the reports of WikiEvents' dev and test parts."""
    for name in ("dev.jsonl", "test.jsonl"):
        for line in (folder / name).read_text("utf-8").splitlines():
            row = json.loads(line)
            yield {
                "id": f"we-{row['doc_id']}",
                "title": "",
                "text": row["text"],
                "outlet": None,
                "published": None,
            }


def chosen(te3: Path, wiki: Path, *, held: bool) -> list[Row]:
    """Return the reports that a set annotates, in the order of their ids."""
    pool = [*tempeval(te3), *wikievents(wiki)]
    return annotated(pool, ANNOTATION[held])


if __name__ == "__main__":
    _, te3, wiki, out, *which = sys.argv[1:]
    held = which == ["held"]
    rows = chosen(Path(te3), Path(wiki), held=held)
    write(rows, ANNOTATION[held], Path(out), gold=True)
