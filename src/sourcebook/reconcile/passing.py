"""People told of only in passing, far behind those with whom reports begin (SCP-8).

A report says first who was hit. Who comes up once, further down and in no other
report, is mostly somebody else: the victim of an earlier case, of another street the same
night, of a story that the page links to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sourcebook.reconcile.case import Case, metric_of, role_of
from sourcebook.reconcile.mentions import Mention
from sourcebook.reconcile.people import People
from sourcebook.reconcile.persons import Person

#: Characters of a report's text within which it says who was hit.
BEGINNING = 800
#: The same for who is told in one sentence with others, as victims are listed.
LISTED = 1000
#: Characters over which a passage about somebody goes on.
PASSAGE = 600
#: Metrics whose people are told one by one with a fate of their own.
_HARM = frozenset({"killed", "injured", "casualties", "critical", "hospitalized"})


def without_passing(case: Case, node: str, told: People) -> tuple[People, list[str]]:
    """Return the people of a node but those told in passing, and their claims' ids."""
    kept: dict[tuple[str, bool], tuple[Person, ...]] = {}
    pages = _pages(case, node)
    left: list[str] = []
    for key, everyone in told.told.items():
        harmed = everyone if key[0] == "harm" else ()
        passing = [
            p
            for p in harmed
            if _in_passing(case, node, p, everyone)
            or {m.report for m in p.mentions} <= pages
            or _behind_background(case, p)
        ]
        kept[key] = tuple(p for p in everyone if p not in passing)
        left += [claim for p in passing for claim in p.claims]
    return replace(told, told=kept), left


def _in_passing(
    case: Case, node: str, person: Person, everyone: Sequence[Person]
) -> bool:
    at = [_place(m) for m in person.mentions]
    one_report = len({m.report for m in person.mentions}) == 1
    if not one_report or min(at) <= BEGINNING or max(at) - min(at) > PASSAGE:
        return False
    others = [m for p in everyone if p is not person for m in p.mentions]
    begun = any(_place(m) <= BEGINNING for m in others)
    if not _beside(person, others):
        return begun or (not person.name and _counts(case, node, person))
    known = any(_place(m) <= LISTED for m in others)
    return known and not person.name and min(at) > LISTED


def _place(mention: Mention) -> int:
    """Return where in its report's text a mention's sentence begins, 0 in the title."""
    field, start = mention.sentence
    return start if field.endswith(" text") else 0


def _beside(person: Person, others: Iterable[Mention]) -> bool:
    """Whether a sentence tells of the person together with others."""
    own = {m.sentence for m in person.mentions}
    return any(m.sentence in own for m in others)


def _counts(case: Case, node: str, person: Person) -> bool:
    """Whether the report begins with a count of people hit."""
    report = person.mentions[0].report
    return any(
        claim.report == report
        and (metric_of(claim) or ("",))[0] in _HARM
        and role_of(claim) != "background"
        and bool(getattr(claim.payload, "value", None))
        and (claim.field == "title" or claim.setting.sentence.start <= BEGINNING)
        for claim in case.at(node)
    )


def _pages(case: Case, node: str) -> frozenset[str]:
    """Return the reports on several events, where others tell of this one (SCP-8)."""
    telling = {c.report for c in case.at(node) if (metric_of(c) or ("",))[0] in _HARM}
    pages = {
        claim.report
        for claim in case.claims
        if claim.setting.background == "several_events"
        and (claim.field == "title" or claim.setting.sentence.start <= BEGINNING)
    }
    return frozenset(pages if telling - pages else ())


def _behind_background(case: Case, person: Person) -> bool:
    """Whether a report goes on about somebody of another event: "the man"."""
    first = min(person.mentions, key=lambda m: (_place(m), m.start))
    reports = {m.report for m in person.mentions}
    if person.name or not first.definite or len(reports) > 1:
        return False
    before = [
        c
        for c in case.claims
        if c.report == first.report
        and first.sentence[0].endswith(f" {c.field}")
        and (metric_of(c) or ("",))[0] in _HARM
        and c.span.end <= first.start
        and first.start - c.span.end <= PASSAGE
    ]
    last = max(before, key=lambda c: c.span.start, default=None)
    return last is not None and role_of(last) == "background"
