from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from builds import Build
from sourcebook.book import Book
from sourcebook.book.book import FORMATS
from sourcebook.export import EXPORTERS, Contents
from sourcebook.export.privacy import WITHHELD, public_part
from sourcebook.model.claim import (
    AttributionLink,
    Claim,
    Figure,
    Means,
    Payload,
    Responsibility,
    Setting,
    Statement,
)
from sourcebook.model.estimate import Bounds, Contradiction, Estimate, Excluded
from sourcebook.model.incident import Incident, Placement
from sourcebook.model.report import Report, Text
from sourcebook.model.span import Span

#: Invented victims and witnesses of the examples, and invented groups.
PRIVATE = ("Aroha", "Pene", "Moana", "Reid")
BODIES = ("Kermadec Front", "Grey Tide")
TITLE = "Marta Quill, 16, dies in Port Avalon fire"
WORDS = (
    "More than 7 people were killed in Port Avalon, police said. Two rockets struck. "
    "Marta Quill, 16, died there. Oren Vale saw it: =1+1 he said. "
    "The mayor, Ada Flint, condemned the attack. The Front did it."
)
REPORT = Report.of(Text.of(WORDS, language="en"), source_id="r1", title=TITLE)


def link(name: str, *, named: bool) -> AttributionLink:
    start = WORDS.index(name)
    return AttributionLink(
        name=name,
        quote=name,
        field="text",
        start=start,
        end=start + len(name),
        relation="says",
        named=named,
    )


def claim(
    words: str,
    payload: Payload,
    *attribution: AttributionLink,
    person: str | None = None,
) -> Claim:
    start = WORDS.index(words)
    span = Span(start=start, end=start + len(words))
    made = Claim.at(
        REPORT,
        "text",
        span,
        payload=payload,
        setting=Setting(sentence=span, person=person),
        attribution=attribution,
        extractor="test",
        version="1",
    )
    return made.placed(incident="i1", role="incident_total", lineage="l1")


KILLED = claim(
    "More than 7 people were killed",
    Figure(metric="killed", comparator="gt", value=7, low=8, high=None),
    link("police", named=False),
)
GIRL = claim(
    "Marta Quill, 16, died",
    Figure(metric="killed", comparator="eq", value=1, low=1, high=1),
    person="Marta Quill",
)
SEEN = claim(
    "=1+1",
    Means(instrument="rocket", comparator="eq", value=2, low=2, high=2),
    link("Oren Vale", named=True),
)
WITNESS = claim(
    "Oren Vale saw it", Statement(speaker="Oren Vale", act="comment", mode="direct")
)
MAYOR = claim(
    "The mayor, Ada Flint, condemned the attack",
    Statement(speaker="The mayor, Ada Flint", act="condemn", mode="paraphrase"),
)
BLAME = claim("The Front did it", Responsibility(actor="The Front", relation="claimed"))
CLAIMS = (KILLED, GIRL, SEEN, WITNESS, MAYOR, BLAME)
CONTENTS = Contents(
    reports=(REPORT,),
    placements=(
        Placement(report=REPORT.id, incident="i1", duplicate_of=None, lineage="l1"),
    ),
    claims=CLAIMS,
    incidents=(
        Incident(
            id="i1",
            parent=None,
            label="Fire, Port Avalon (Marta Quill)",
            type="fire_accident",
            date=None,
            date_precision="unknown",
            place=None,
            reports=(REPORT.id,),
            claims=tuple(c.id for c in CLAIMS),
        ),
    ),
    estimates=(
        Estimate(
            incident="i1",
            metric="killed",
            population="persons",
            profile="conservative",
            as_of=None,
            ever=Bounds(low=8, high=None),
            low=8,
            best=8,
            high=None,
            high_open=True,
            rule="REC-3",
            explanation="",
            inputs=(KILLED.id,),
            excluded=(Excluded(claim=GIRL.id, reason="a part"),),
            lineages=(0, 1),
        ),
    ),
    contradictions=(
        Contradiction(
            id="k",
            kind="detail",
            severity="soft",
            incident="i1",
            claims=(GIRL.id, KILLED.id),
            explanation="Quill's age differs",
        ),
    ),
)
PROMISED = {
    "reports": "id text_id source_id title outlet url published language incident "
    "duplicate_of lineage",
    "incidents": "id parent label type date date_precision place reports estimates "
    "responsibility contradictions",
    "contradictions": "id kind severity incident claims explanation state decisions",
}


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    lines = (folder / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def write_all(contents: Contents, folder: Path) -> list[Path]:
    """Write every format into a folder; return all files."""
    folder.mkdir(exist_ok=True)
    files = []
    for exporter in EXPORTERS.values():
        own = folder / f"all{exporter.suffix}" if exporter.suffix else folder
        files += exporter.write(contents, own)
    return files


def characters(path: Path) -> str:
    """Return all that a file says, also of one that is compressed."""
    if path.suffix == ".parquet":
        return str(pq.read_table(path).to_pylist())
    return path.read_text("utf-8")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    assert all(file.is_file() for file in write_all(CONTENTS, tmp_path))
    return tmp_path


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_rows_have_the_promised_fields_in_order(written: Path, name: str) -> None:
    assert [list(row) for row in rows(written, name)] == [PROMISED[name].split()]


def test_a_claim_has_its_payload_flat(written: Path) -> None:
    row = next(r for r in rows(written, "claims") if r["id"] == KILLED.id)
    assert row == {
        "id": KILLED.id,
        "report": REPORT.id,
        "field": "text",
        "start": 0,
        "end": 30,
        "quote": "More than 7 people were killed",
        "type": "figure",
        "incident": "i1",
        "role": "incident_total",
        "attribution": [
            {
                "name": "police",
                "quote": "police",
                "field": "text",
                "start": 47,
                "end": 53,
                "relation": "says",
                "named": False,
            }
        ],
        "lineage": "l1",
        "modality": "asserted",
        "metric": "killed",
        "population": "persons",
        "comparator": "gt",
        "value": 7,
        "low": 8,
        "high": None,
        "includes_perpetrators": "unknown",
        "review": None,
        "decisions": [],
    }


def test_an_estimate_is_told_whole(written: Path) -> None:
    (row,) = rows(written, "incidents")
    assert row["estimates"] == [
        {
            "metric": "killed",
            "population": "persons",
            "profile": "conservative",
            "as_of": None,
            "ever": {"low": 8, "high": None},
            "low": 8,
            "best": 8,
            "high": None,
            "high_open": True,
            "rule": "REC-3",
            "inputs": [KILLED.id],
            "excluded": [{"claim": GIRL.id, "reason": "a part"}],
            "lineages": {"min": 0, "max": 1},
            "computed": None,
            "decisions": [],
        }
    ]
    assert row["responsibility"] == [BLAME.id]


def test_n18_every_row_reads_as_it_stands_in_the_report(written: Path) -> None:
    for row in rows(written, "claims"):
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert WORDS[start:end] == row["quote"]


def test_rows_are_sorted_and_bytes_do_not_depend_on_order(
    written: Path, tmp_path: Path
) -> None:
    ids = [str(row["id"]) for row in rows(written, "claims")]
    assert ids == sorted(ids)
    other = replace(CONTENTS, claims=tuple(reversed(CLAIMS)))
    for file in write_all(other, tmp_path / "other"):
        assert file.read_bytes() == (written / file.name).read_bytes()


def sheet(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_figures_sheet_has_a_row_a_count_in_reading_order(written: Path) -> None:
    found = sheet(written / "figures.csv")
    assert [row["claim"] for row in found] == [KILLED.id, GIRL.id, SEEN.id]
    assert found[0]["as_said"] == "more than 7"
    assert found[0]["attribution"] == "police"
    assert found[0]["high"] == ""
    assert found[2]["metric"] == "devices:rocket"


def test_a_cell_is_never_a_formula(written: Path) -> None:
    assert sheet(written / "figures.csv")[2]["quote"] == "'=1+1"


def test_the_incidents_sheet_has_range_and_rule(written: Path) -> None:
    (row,) = sheet(written / "incidents.csv")
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == ("8", "8", "")
    assert (row["killed_high_open"], row["killed_rule"]) == ("yes", "REC-3")
    assert row["injured_low"] == ""
    assert row["responsibility"] == "The Front claimed (says outlet)"


def test_n21_public_exports_hold_no_private_name(tmp_path: Path) -> None:
    public = public_part(CONTENTS)
    told = "".join(map(characters, write_all(public, tmp_path)))
    for name in ("Marta", "Quill", "Oren", "Vale"):
        assert name not in told
    assert WITHHELD in told
    assert all(report.text.characters == "" for report in public.reports)


def test_n21_public_exports_keep_numbers_offices_and_groups(tmp_path: Path) -> None:
    EXPORTERS["jsonl"].write(public_part(CONTENTS), tmp_path)
    by_id = {row["id"]: row for row in rows(tmp_path, "claims")}
    assert by_id[KILLED.id]["quote"] == KILLED.quote
    assert by_id[GIRL.id]["quote"] is None
    assert (by_id[GIRL.id]["value"], by_id[GIRL.id]["start"]) == (1, GIRL.span.start)
    assert by_id[MAYOR.id]["speaker"] == "The mayor, Ada Flint"
    assert by_id[BLAME.id]["actor"] == "The Front"


def test_N21_no_exporter_names_a_private_person(
    examples: Build, tmp_path: Path
) -> None:
    with Book(examples.folder / "book.db") as book:
        for form in FORMATS:
            suffix = EXPORTERS[form].suffix if form in EXPORTERS else ""
            written = book.export(tmp_path / f"{form}{suffix}", form, public=True)
            told = " ".join(map(characters, written))
            assert [name for name in PRIVATE if name in told] == [], form
            if form in ("jsonl", "csv", "parquet", "html"):
                assert [name for name in BODIES if name not in told] == [], form


def test_N21_names_of_bodies_stay(examples: Build) -> None:
    with Book(examples.folder / "book.db") as book:
        public = public_part(book.contents)
    spoken = {
        c.payload.speaker for c in public.claims if isinstance(c.payload, Statement)
    }
    assert WITHHELD not in {
        c.payload.actor for c in public.claims if isinstance(c.payload, Responsibility)
    }
    assert spoken
