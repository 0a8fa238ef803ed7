"""A quick extractor for tests of what stands around extraction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sourcebook.model.claim import (
    AttributionLink,
    Claim,
    Figure,
    Metric,
    Place,
    Setting,
    Statement,
)
from sourcebook.model.report import Report
from sourcebook.model.span import Span

_FIGURE = re.compile(
    r"(\d+) people were (killed|injured)(?:, (?P<who>[A-Z][^.,]*) said)?"
)
_PLACE = re.compile(r"\b(?:Port Avalon|Saltmarsh)\b")
_SAID = re.compile(r"(?P<who>[A-Z]\w+ [A-Z]\w+) condemned the attack")


class Standin:
    """Finds "12 people were killed, Name said" and two invented towns.

    A report with the word UNREADABLE makes it fail, as a defect would.
    """

    name = "standin"
    version = "1"
    languages: frozenset[str | None] = frozenset({"en", None})

    def drops(self, report: Report) -> bool:
        return "PARK" in report.text.characters

    def extract(
        self, reports: Iterable[Report]
    ) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        for report in reports:
            if "UNREADABLE" in report.text.characters:
                raise RuntimeError("a defect of the extractor")
            yield report, tuple(_claims(report))


def _claims(report: Report) -> Iterator[Claim]:
    for match in _PLACE.finditer(report.text.characters):
        where = Place(name=match[0], precision="city", role="event")
        yield _claim(report, match, where)
    for match in _FIGURE.finditer(report.text.characters):
        metric: Metric = "killed" if match[2] == "killed" else "injured"
        number = int(match[1])
        count = Figure(
            metric=metric, comparator="eq", value=number, low=number, high=number
        )
        yield _claim(report, match, count)
    for match in _SAID.finditer(report.text.characters):
        said = Statement(speaker=match["who"], act="condemn", mode="paraphrase")
        yield _claim(report, match, said)


def _claim(
    report: Report, match: re.Match[str], payload: Place | Figure | Statement
) -> Claim:
    span = Span(start=match.start(), end=match.end())
    links: tuple[AttributionLink, ...] = ()
    if isinstance(payload, Figure) and match["who"]:
        links = (
            AttributionLink(
                name=match["who"],
                quote=match["who"],
                field="text",
                start=match.start("who"),
                end=match.end("who"),
                relation="says",
                named=True,
            ),
        )
    return Claim.at(
        report,
        "text",
        span,
        payload=payload,
        setting=Setting(sentence=span),
        extractor=Standin.name,
        version=Standin.version,
        attribution=links,
        role="incident_total" if isinstance(payload, Figure) else None,
    )
