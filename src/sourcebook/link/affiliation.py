"""Whose word "the agency", "embassy" and "its director" are, from the report (SRC-2).

News names a body once and then goes on with "the agency" or lets its head speak: "the
foundation", "Ana Lore, a doctor of the mission", "its director, Otto Wenn". A headline
has room for "embassy" only. The body that is meant stands in the report itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sourcebook.model.claim import AttributionLink, Claim
from sourcebook.model.report import Report
from sourcebook.schema.load import table
from sourcebook.schema.source_words import has, vocabulary, words_of
from sourcebook.schema.sources import is_known

#: Characters back from "its director" and "the group" to the body that is meant.
NEAR = 400
#: Characters behind a name in which its bearer's office is told.
BESIDE = 120
_VAGUE = ("unnamed", "official:officials")
_VOICES = ("outlet", "wire", "report", "unnamed")
#: Before a person's name: "its director, Al Moss", "the charity's head Al Moss".
_BEFORE = re.compile(r"^(?:(?:its|their)|(?:the|The) (?P<body>[a-z]+)['’]s) [a-z]")
#: Behind it: "Al Moss, a doctor of the mission,", "Al Moss, the group's head,".
_BEHIND = (
    re.compile(
        r"^, (?:an?|the|its|one of its) [^,.;:\"“”]{2,60}? (?:of|for|with|at|from|in) the"
        r" (?P<body>[a-z]+)(?=[,.;]| (?:said|told|says))"
    ),
    re.compile(r"^, the (?P<body>[a-z]+)['’]s [^,.;:\"“”]{2,60}[,.]"),
    re.compile(r"^, (?:its|one of its) [^,.;:\"“”]{2,60}[,.]"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A source as a report tells it: where, by which words, whose it is."""

    start: int
    words: frozenset[str]
    lineage: str
    is_body: bool


def affiliated(
    claims: Sequence[Claim], known: Mapping[str, str], reports: Mapping[str, Report]
) -> dict[str, str]:
    """Return the lineages of claims whose source the rest of their report tells."""
    told: dict[str, list[Told]] = defaultdict(list)
    for claim in claims:
        told[claim.report] += _told(claim, known[claim.id])
    for each in told.values():
        each.sort(key=lambda t: (t.start, t.lineage))
    found = {}
    for claim in claims:
        link = claim.originator
        if link is None or link.name is None:
            continue
        lineage = _meant(
            link, known[claim.id], told[claim.report], reports[claim.report]
        )
        if lineage is not None:
            found[claim.id] = lineage
    return found


def _told(claim: Claim, lineage: str) -> Iterator[Told]:
    link = claim.originator
    if link is None or link.name is None or link.field != "text" or link.start is None:
        return
    if lineage in _VAGUE or lineage.split(":")[0] in _VOICES:
        return
    shown = f"{link.quote or ''} {link.name} {link.body or ''}"
    yield Told(link.start, frozenset(words_of(shown)), lineage, _is_body(link))


def _is_body(link: AttributionLink) -> bool:
    """Whether a source is a body and no person, by its name."""
    name, quote = link.name or "", link.quote or ""
    if is_known(name) or has(words_of(name), "body"):
        return True
    return " " in name and quote.casefold() == f"the {name}".casefold()


def _meant(
    link: AttributionLink, lineage: str, told: Sequence[Told], report: Report
) -> str | None:
    """Return whose the word is, None where nothing more is told than the source."""
    if link.named and lineage.startswith("named:"):
        office = _office(link, report)
        if office is None or link.start is None:
            return None
        before = [t for t in told if t.start < link.start and t.is_body]
        return _nearest(
            before, office["body"] if office.groupdict() else None, link.start
        )
    noun = _noun(link, lineage)
    if noun is None:
        return None
    if link.field == "title":
        lineages = {t.lineage for t in told if noun in t.words}
        return next(iter(lineages)) if len(lineages) == 1 else None
    if link.start is None:
        return None
    return _nearest([t for t in told if t.start < link.start], noun, link.start)


def _noun(link: AttributionLink, lineage: str) -> str | None:
    """Return the kind of body that is all a report says of a source there."""
    words = words_of(link.name or "")
    if not words or len(words) > 2 or words[-1] in _anybody():
        return None
    if lineage in _VAGUE or lineage == f"named:{' '.join(words)}":
        bare = link.field == "title" or (link.quote or "").casefold().startswith("the ")
        return words[-1] if bare else None
    return None


@cache
def _anybody() -> frozenset[str]:
    """Words for sources of which there may be any number."""
    return vocabulary("unnamed") | vocabulary("witness") | vocabulary("police")


def _office(link: AttributionLink, report: Report) -> re.Match[str] | None:
    """Return the words by which a person is told to work for a body named before."""
    before = _BEFORE.match(link.quote or "")
    if before is not None or link.field is None or link.end is None:
        return before
    behind = report.characters(link.field)[link.end : link.end + BESIDE]
    found = (form.match(behind) for form in _BEHIND)
    return next((match for match in found if match is not None), None)


def _nearest(told: Sequence[Told], noun: str | None, at: int) -> str | None:
    """Return the last body told before a place that the noun may mean."""
    for each in reversed(told):
        if noun is not None and noun in each.words:
            return each.lineage
    if noun is not None and noun not in _kinds():
        return None
    near = [t for t in told if t.is_body and at - t.start <= NEAR]
    if noun is not None:
        near = [
            t for t in near if t.lineage.split(":")[0] not in ("government", "police")
        ]
    return near[-1].lineage if near else None


@cache
def _kinds() -> frozenset[str]:
    """Words for a kind of body that its name need not hold ("the charity")."""
    return frozenset(table("sources")["originator"]["kinds"])
