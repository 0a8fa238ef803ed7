"""Figures that a draft tells of another or wider event, as the reports do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sourcebook.draft import counts
from sourcebook.draft.ledger import Ledger, pool_of
from sourcebook.draft.names import FIRST, all_names, shared_names
from sourcebook.draft.nouns import nouns_after
from sourcebook.draft.reading import Told
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.sentences import between_commas
from sourcebook.model.claim import Claim, Figure
from sourcebook.schema.load import table
from sourcebook.text.segments import paragraphs

#: A number from which on it says something that it is told of another count.
MANY = 10
#: Characters of the longest line that is a heading of the one after.
HEADING = 60
#: Nouns that tell no kind of people.
_ANYBODY = ("people", "person", "individual", "victim", "human", "life", "other")


def of_background(told: Told, ledger: Ledger) -> Ruling | None:
    """A figure that the draft tells of another event, as the book's reports do."""
    assert told.root is not None
    is_aside = _is_wider(told, ledger) and (
        told.claim.role == "background" or _of_time(told)
    )
    held = [
        c
        for c in ledger.background(told.root)
        if counts.same_pool(told.claim, c)
        and (is_aside or _tells_the_same_event(told, c, ledger))
    ]
    same = [c for c in held if counts.same_words(told.claim, c)]
    whole = _larger(told, same, ledger) if same else []
    if whole:
        return Ruling("part_as_total", "the report counts more of all", same, whole)
    if same:
        return Ruling(
            "supported", "told of another or wider event, as in the reports", same
        )
    near = [c for c in held if counts.same_number(told.claim, c)]
    if near:
        return Ruling("bound_changed", counts.changed(told.claim, near), near)
    return _swapped(told, ledger)


def _swapped(told: Told, ledger: Ledger) -> Ruling | None:
    """The reports tell the number of the same event, and of something else there."""
    if max(counts.numbers(told.claim), default=0) < MANY:
        return None
    held = [
        c
        for c in ledger.background(told.root or "")
        if isinstance(c.payload, Figure) == isinstance(told.claim.payload, Figure)
        and pool_of(c)[0] != pool_of(told.claim)[0]
        and not counts.kin(told.claim, c)
        and counts.same_words(told.claim, c)
        and _tells_the_same_event(told, c, ledger)
    ]
    if not held:
        return None
    what = pool_of(held[0])[0].removeprefix("devices:").replace("_", " ")
    return Ruling("metric_swapped", f"the reports tell it there as {what}", held)


@cache
def _wider() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('draft')['wider'])})\b", re.IGNORECASE)


def _of_time(told: Told) -> bool:
    """Whether the words tell of a longer time than an incident's."""
    return _LONGER.search(told.clause) is not None


#: "Last year", "since 2016", "in recent months".
_LONGER = re.compile(
    r"\b(?:last year|(?:this|that|previous|past|each|every) (?:year|decade)|a year|since|"
    r"in recent|(?:in|during|over) (?:the )?(?:past|last) \w+ (?:years|months|decades)|"
    r"so far this year|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def _is_wider(told: Told, ledger: Ledger) -> bool:
    """Whether the words themselves tell of more, or of another time or place."""
    assert told.root is not None
    if _wider().search(told.sentence):
        return True
    labels = [node.label for node in ledger.incidents.nodes(told.root)]
    return bool(all_names([FIRST.sub("", told.sentence)]) - all_names(labels))


def _tells_the_same_event(told: Told, claim: Claim, ledger: Ledger) -> bool:
    """Whether both sentences name something that is no name of the incident itself.

    A sentence of a report that names nothing goes on about what its entry names.
    """
    assert told.root is not None
    labels = [node.label for node in ledger.incidents.nodes(told.root)]
    own = all_names(labels)
    here, there = _here(told, own), _sentence(claim, ledger)
    if shared_names(here, there) - own:
        return True
    entry = _entry(claim, ledger)
    goes_on = not all_names([FIRST.sub("", there)]) - own
    return (goes_on or "\n" in entry) and bool(shared_names(here, entry) - own)


def _here(told: Told, own: frozenset[str]) -> str:
    """Return the words around a figure, the nearest that name something else."""
    at = told.claim.span.start - told.claim.setting.sentence.start
    at -= max(told.sentence.find(told.clause), 0)
    near = between_commas(told.clause, max(at, 0))
    for words in (near, told.clause):
        named = all_names([FIRST.sub("", words)]) - own
        if any(not name.isdigit() for name in named):
            # Its first word may be the name: "Orlando with 49, Arden with 32".
            return f"so {words}"
    return told.sentence


def _sentence(claim: Claim, ledger: Ledger) -> str:
    characters = ledger.contents.report[claim.report].characters(claim.field)
    return claim.setting.sentence.slice(characters)


def _entry(claim: Claim, ledger: Ledger) -> str:
    """Return the line of a report that a claim stands in, with its heading or body."""
    text = ledger.contents.report[claim.report].characters(claim.field)
    here = claim.setting.sentence.start
    lines = [line for line in paragraphs(text) if line.slice(text).strip()]
    at = next((n for n, line in enumerate(lines) if line.end > here), None)
    if at is None:
        return _sentence(claim, ledger)
    first, last = at, at + 1
    if _is_heading(lines[at].slice(text)):
        last = at + 2
    elif at and _is_heading(lines[at - 1].slice(text)):
        first = at - 1
    # The first word of a sentence tells no name; that of a heading does.
    return "so " + "\n".join(line.slice(text) for line in lines[first:last])


def _is_heading(line: str) -> bool:
    return len(line) <= HEADING and not line.rstrip().endswith(
        (".", "!", "?", "”", '"')
    )


def _larger(told: Told, same: Sequence[Claim], ledger: Ledger) -> list[Claim]:
    """Return counts of all that the same entry tells, where these tell of some.

    "32 killed. He kills 27 students": 27 people is not what the entry counts.
    """
    if any(_kind(claim.quote) in ("", _kind(told.claim.quote)) for claim in same):
        return []
    most = max(n for claim in same for n in counts.numbers(claim) or {0})
    entries = {_entry(claim, ledger) for claim in same}
    return [
        claim
        for claim in ledger.background(told.root or "")
        if counts.same_pool(told.claim, claim)
        and min(counts.numbers(claim), default=0) > most
        and _entry(claim, ledger) in entries
    ]


def _kind(quote: str) -> str:
    """Return what kind of people some words count: "students"; nothing for a number."""
    told = nouns_after(re.sub(r"^\W*\w+", "", quote))
    return "" if not told or told[-1] in _ANYBODY else told[-1]
