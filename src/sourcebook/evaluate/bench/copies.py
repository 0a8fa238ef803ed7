"""Copies of reports: how many made by rule are found, how many others are joined.

The thresholds were chosen on the incidents of one half; the other half is measured.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from math import comb
from pathlib import Path

from sourcebook.evaluate.bench.injected import WAYS, Strangers, injected
from sourcebook.evaluate.bench.methods import Result, rows
from sourcebook.link.copies import Copies, find_copies, is_stub
from sourcebook.link.words import sentences
from sourcebook.model.claim import Claim, Figure, Setting
from sourcebook.model.report import Report
from sourcebook.model.span import Span
from sourcebook.readers import read

_NAME = "gva copies"
_NUMBER = (
    r"(?P<{}>\d{{1,3}}|one|two|three|four|five|six|seven|eight|nine|ten)(?![-:.]\w)"
)
_HARMED = r"killed|dead|died|slain|shot|wounded|injured|hurt"
_HARMING = r"kill(?:s|ed|ing)|wound(?:s|ed|ing)|injur(?:es|ed|ing)|shot|left"
#: A number within a few words of harm: what may be a toll.
_TOLL = re.compile(
    rf"\b{_NUMBER.format('before')}\s+(?:[\w-]+\s+){{0,4}}(?:{_HARMED})\b"
    rf"|\b(?:{_HARMING})\s+(?:at\s+least\s+)?{_NUMBER.format('after')}\b",
    re.IGNORECASE,
)


def copies(data: Path) -> Iterator[Result]:
    """Copies made by rule in the gun-violence archive, and reports wrongly joined."""
    folder = data / "benchmarks/gva"
    gold = {row["id"]: row["incident"] for row in rows(folder / "gold_links.jsonl")}
    found = read([folder / "reports.jsonl"])
    reports = [report for report in found if isinstance(report, Report)]
    yield from measured(reports, gold)


def measured(reports: Sequence[Report], gold: Mapping[str, str]) -> Iterator[Result]:
    """Inject copies of the held-back half, one kind at a time, and look for them.

    ``wrongly joined`` are pairs of reports of different incidents that are called
    copies, or of one lineage by a passage they share, over the number of reports.
    """
    incident = {report.id: gold[report.source_id] for report in reports}
    strangers = Strangers(reports)
    chosen = list(_originals(reports, incident))
    worst = 0.0
    for way in WAYS:
        made = {r.id: c for r in chosen if (c := injected(r, way, strangers))}
        first = find_copies([*reports, *made.values()], []).original
        hits = sum(first.get(r, r) == first.get(c.id, c.id) for r, c in made.items())
        yield _result(f"found: {way}", hits / len(made) if made else 0.0)
        worst = max(worst, _wrong(first, incident))
    yield _result("wrongly joined: copies, beside injected ones", worst)
    claims = [c for r in reports for c in tolls(r)]
    alone = find_copies(reports, claims)
    yield _result("wrongly joined: copies", _wrong(alone.original, incident))
    yield _result("wrongly joined: lineages", _bound(alone, claims, incident))


def is_held_back(incident: str) -> bool:
    """Whether an incident belongs to the half on which nothing was chosen.

    >>> [is_held_back(name) for name in ("a", "b", "c", "d")]
    [True, True, False, False]
    """
    return sha256(incident.encode()).digest()[-1] % 2 == 1


def tolls(report: Report) -> Iterator[Claim]:
    """Yield a claim for every number that may be a toll, more than there are."""
    characters, at = report.text.characters, 0
    for told in sentences(characters):
        start = characters.index(told, at)
        at = start + len(told)
        for toll in _TOLL.finditer(told):
            group = toll.lastgroup or 0
            yield Claim.at(
                report,
                "text",
                Span(start=start + toll.start(group), end=start + toll.end(group)),
                payload=Figure(
                    metric="killed", comparator="eq", value=1, low=1, high=1
                ),
                setting=Setting(sentence=Span(start=start, end=at), basis="explicit"),
                extractor="bench",
                version="1",
            )


def _originals(
    reports: Iterable[Report], incident: Mapping[str, str]
) -> Iterator[Report]:
    """Yield the reports to copy: articles of the held-back half.

    A text under which reports of two incidents stand is the page around an article.
    """
    under: dict[str, set[str]] = defaultdict(set)
    reports = list(reports)
    for report in reports:
        under[report.text.id].add(incident[report.id])
    for report in reports:
        one = len(under[report.text.id]) == 1
        if one and is_held_back(incident[report.id]) and not is_stub(report):
            yield report


def _wrong(first: Mapping[str, str], incident: Mapping[str, str]) -> float:
    """Return pairs of different incidents in one set, over the number of reports."""
    sets: dict[str, Counter[str]] = defaultdict(Counter)
    for report, told in incident.items():
        sets[first.get(report, report)][told] += 1
    pairs = sum(
        comb(held.total(), 2) - sum(comb(n, 2) for n in held.values())
        for held in sets.values()
    )
    return pairs / len(incident) if incident else 0.0


def _bound(
    found: Copies, claims: Iterable[Claim], incident: Mapping[str, str]
) -> float:
    """Return pairs of different incidents with one lineage for all or some claims."""
    sets: dict[str, set[str]] = defaultdict(set)
    for report, first in found.lineage.items():
        sets[first].add(report)
    for claim in claims:
        if origin := found.passage.get(claim.id):
            sets[f"{origin} by passage"].update((origin, claim.report))
    pairs = {pair for held in sets.values() for pair in combinations(sorted(held), 2)}
    wrong = sum(incident[one] != incident[other] for one, other in pairs)
    return wrong / len(incident) if incident else 0.0


def _result(measure: str, value: float) -> Result:
    return Result(data=_NAME, measure=measure, by_method={"sourcebook": value})
