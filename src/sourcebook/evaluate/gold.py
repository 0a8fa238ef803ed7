"""Reading gold annotation and exported rows."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from sourcebook.errors import InputError

Row: TypeAlias = dict[str, Any]

#: What every cluster and every document of it must have.
_CLUSTER = ("incidents", "reconciled")
_DOCUMENT = ("file", "main_incident", "figures", "responsibility", "reactions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Annotated clusters by name, and spans left out on purpose by report file."""

    clusters: dict[str, Row]
    excluded: dict[str, list[Row]]

    def documents(self) -> list[tuple[str, Row, Row]]:
        """Return (cluster name, cluster, document) in a stable order."""
        return [
            (name, cluster, document)
            for name, cluster in self.clusters.items()
            for document in cluster["documents"]
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """What a build exported, indexed for scoring."""

    reports: dict[str, Row]
    claims: dict[str, list[Row]]
    incidents: dict[str, Row]

    def of(self, file: str) -> list[Row]:
        """Return the claims of the report with this source id, none if not read."""
        report = self.reports.get(file)
        return self.claims.get(report["id"], []) if report else []

    def main(self, file: str) -> str | None:
        """Return the root incident the report was placed on."""
        report = self.reports.get(file)
        return report["incident"] if report else None


def load_gold(folder: Path, *, clusters: frozenset[str] = frozenset()) -> Gold:
    """Read ``*.json`` of a gold folder; ``excluded*.json`` hold spans to ignore.

    Raises InputError where the folder holds no annotated cluster, or a file that is
    not one.
    """
    found: dict[str, Row] = {}
    excluded: dict[str, list[Row]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        data = read_json(path)
        if path.name.startswith("excluded"):
            _exclude(path, data, excluded)
        elif "documents" in data and (not clusters or path.stem in clusters):
            found[path.stem] = _cluster(path, data)
    if not found:
        raise InputError(
            f"{folder} holds no gold annotation; name a folder of cluster .json files"
        )
    return Gold(clusters=found, excluded=dict(excluded))


def load_predicted(folder: Path) -> Predicted:
    """Read reports, claims and incidents of a build's folder."""
    claims: dict[str, list[Row]] = defaultdict(list)
    for claim in _rows(folder / "claims.jsonl"):
        claims[claim["report"]].append(claim)
    return Predicted(
        reports={row["source_id"]: row for row in _rows(folder / "reports.jsonl")},
        claims=dict(claims),
        incidents={row["id"]: row for row in _rows(folder / "incidents.jsonl")},
    )


def read_json(path: Path) -> Row:
    """Return the JSON object of a file; raise InputError where it holds none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "not UTF-8"
        line = (
            f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        )
        raise InputError(
            f"{path}{line}: it is not JSON ({said}); repair the file"
        ) from error
    if not isinstance(data, dict):
        raise InputError(f"{path}: it holds no JSON object; repair the file")
    return data


def _exclude(path: Path, data: Row, excluded: dict[str, list[Row]]) -> None:
    try:
        for documents in data.values():
            for file, spans in documents.items():
                excluded[file].extend(spans)
    except (AttributeError, TypeError) as error:
        raise InputError(
            f"{path}: it is no list of spans by report; write "
            '{"NAME": {"FILE": [SPAN, ...]}} or rename it'
        ) from error


def _cluster(path: Path, data: Row) -> Row:
    """Return an annotated cluster; raise InputError where what scores need is missing."""
    documents = data["documents"]
    told = isinstance(documents, list) and all(
        isinstance(document, dict) for document in documents
    )
    missing = [key for key in _CLUSTER if key not in data] + [
        f"documents.{key}"
        for document in (documents if told else ())
        for key in _DOCUMENT
        if key not in document
    ]
    if missing or not told:
        raise InputError(
            f"{path}: it is no annotated cluster "
            f"({f'{missing[0]} is missing' if missing else 'documents is no list'}); "
            "write it as docs/evaluation.md tells, or move it out of the gold"
        )
    return data


def _rows(path: Path) -> list[Row]:
    if not path.exists():
        raise InputError(f"{path} is missing; run: sourcebook build REPORTS -o OUT")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
