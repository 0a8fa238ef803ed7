"""Where the reports of an incident have a number, and whether they bear a draft out.

A verdict rests on claims, and not every figure of a report becomes a claim, or one of
the right people and place. Before a draft is told to be wrong, the words of the reports
are looked at: where these have the number of the same thing, the fault is not firm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.draft import counts
from sourcebook.draft.ledger import Ledger
from sourcebook.draft.likeness import contained, content, kinds_of_harm
from sourcebook.draft.loose import DRAFT, counted_at, is_bare
from sourcebook.draft.naming import leading_name, saying_name, telling
from sourcebook.draft.nouns import group_of
from sourcebook.draft.reading import Told
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.sentences import clause, sentences, sums_up, tells_all
from sourcebook.draft.speakers import same_source
from sourcebook.draft.twins import beside
from sourcebook.draft.values import SOUND
from sourcebook.draft.whereabouts import is_apart, is_there
from sourcebook.model.claim import Claim, Figure
from sourcebook.model.report import Report
from sourcebook.model.span import Span
from sourcebook.reconcile.wording import listed
from sourcebook.text.numbers import Number, find_numbers

#: The share of a draft's words from which a passage of a report tells the same.
LIKE = 0.5
#: Days between events of which one report may tell as well, and the words by which a
#: sentence of another event's report is known to tell of this one.
WEEKS, ALSO = 10, 2
#: Metrics of which one word may stand for the other.
_ALIKE = (
    counts.HURT,
    counts.TAKEN,
    frozenset(["missing", "trapped"]),
    frozenset(["rescued", "survivors", "released"]),
    frozenset(["abducted", "affected", "missing"]),
    frozenset(["displaced", "affected"]),
)


#: What stands before a number of people told before: "the 11 men".
_AGAIN = re.compile(r"\bthe\s+$", re.IGNORECASE)
#: "Six of them": a part of those whom the sentence before tells of.
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A number in a report: what it may count, and the sentence that it stands in."""

    report: Report
    sentence: Span
    number: Number
    metrics: frozenset[str]

    @property
    def words(self) -> str:
        """The sentence."""
        return self.sentence.slice(self.report.text.characters)

    @property
    def clause(self) -> str:
        """The part of the sentence around the number."""
        text = self.report.text.characters
        return clause(text, self.sentence, self.number.span).slice(text)


def passages(told: Told, ledger: Ledger) -> list[Passage]:
    """Return where reports have a figure's number: those of its incident first.

    A report filed under another event of those days may tell of this one too.
    """
    if told.root is None:
        return []
    wanted = counts.numbers(told.claim)
    own = ledger.contents.incident[told.root].reports
    found = [p for key in own for p in _in_report(key, wanted, ledger)]
    others = {
        key
        for root in beside(told.root, ledger.incidents, days=WEEKS)
        for key in ledger.contents.incident[root].reports
    }
    mine = _known_by(told.sentence)
    for key in sorted(others - set(own)):
        found += [
            passage
            for passage in _in_report(key, wanted, ledger)
            if len((mine & _known_by(passage.words)) - wanted) >= ALSO
        ]
    return found


def _known_by(words: str) -> set[str | int]:
    """Return by what a sentence is known: its rarer words and its numbers."""
    numbers = {n.value for n in find_numbers(words) if n.value is not None}
    return {*content(words), *numbers}


def _in_report(key: str, wanted: frozenset[int], ledger: Ledger) -> Iterator[Passage]:
    """Yield where a report has a number."""
    report = ledger.contents.report[key]
    for sentence, number, metrics in _numbered(report.text.characters):
        if {number.value, number.low, number.high} & wanted:
            yield Passage(
                report=report, sentence=sentence, number=number, metrics=metrics
            )


@lru_cache(maxsize=512)
def _numbered(text: str) -> tuple[tuple[Span, Number, frozenset[str]], ...]:
    return tuple(_each(text))


def _each(text: str) -> Iterator[tuple[Span, Number, frozenset[str]]]:
    """Yield the numbers of a text with what each counts, carried on where unsaid."""
    last: frozenset[str] = frozenset()
    for sentence in sentences(text):
        before: frozenset[str] = frozenset()
        for number, told in counted_at(text, sentence):
            after = text[number.span.end : sentence.end]
            carried = before if is_bare(after) else frozenset()
            if _OF_THEM.match(after):
                carried = before or last
            yield sentence, number, told or carried
            before = told or before
        last = before or last


def is_borne_out(told: Told, ruling: Ruling, ledger: Ledger) -> bool:
    """Whether words of a report speak for what a verdict calls a fault."""
    if ruling.verdict in SOUND or not isinstance(told.claim.payload, Figure):
        return False
    if ruling.verdict == "other_incident" and _may_be_of(told, ruling, ledger):
        return True
    found = passages(told, ledger)
    if ruling.verdict == "wrong_speaker":
        return any(_names_speaker(told, each) for each in found)
    if _is_guess(told.claim, told.sentence) and ruling.verdict in _UNSURE:
        return bool(found)
    same = [each for each in found if _counts_the_same(told, each)]
    if ruling.verdict == "metric_swapped":
        return bool(same)
    if ruling.verdict == "not_in_book":
        return bool(same) or any(_tells_the_same(told, each) for each in found)
    if ruling.verdict == "part_as_total":
        part = told.node != told.root
        return any(
            _tells_as_much(told, each) or (part and _tells_it_there(told, each, ledger))
            for each in same
        )
    if ruling.verdict in ("wrong_place", "other_incident"):
        return any(_tells_it_there(told, each, ledger) for each in same)
    return False


def _may_be_of(told: Told, ruling: Ruling, ledger: Ledger) -> bool:
    """Whether a sentence without a name may go on about the other incident."""
    roots = {ledger.incidents.root_of(claim.incident) for claim in ruling.rests_on}
    if not roots or None in roots or told.root in roots or told.root is None:
        return False
    return not ledger.incidents.evidence(told.sentence)[told.root]


def _tells_it_there(told: Told, passage: Passage, ledger: Ledger) -> bool:
    """Whether a passage has the number for the very place, of no other time or event."""
    before = passage.report.text.characters[: passage.sentence.start]
    if is_apart(passage.words) and not is_apart(told.sentence):
        return False
    return is_there(told, (passage.words, passage.clause), before, ledger)


#: Verdicts that a number whose thing was guessed does not bear.
_UNSURE = (
    "not_in_book",
    "metric_swapped",
    "part_as_total",
    "other_incident",
    "wrong_place",
)


def by_words(told: Told, ledger: Ledger) -> Ruling | None:
    """Return a fault that the reports' words alone show: another bound, another source.

    None where some passage has the number as the draft has it.
    """
    if not isinstance(told.claim.payload, Figure):
        return None
    same = [p for p in passages(told, ledger) if _counts_the_same(told, p)]
    if not same:
        return None
    if not any(_bounds(p.number) == _bounds(told.claim.payload) for p in same):
        words = same[0].number.span.slice(same[0].report.text.characters)
        return Ruling("bound_changed", f"a report has it as “{words}”")
    tellers = [t for t in map(_teller, same) if t is not None]
    names = [link.name for link in told.claim.attribution if link.name]
    if not names or len(tellers) < len(same):
        return None
    if any(same_source(name, teller) for name in names for teller in tellers):
        return None
    return Ruling("wrong_speaker", f"a report has it from {listed(tellers)}")


def _bounds(counted: Number | Figure) -> tuple[int | None, int | None, str]:
    soft = ("approx", "near", "vague")
    kind = counted.comparator if counted.comparator in soft else ""
    return counted.low, counted.high, kind


def _teller(passage: Passage) -> str | None:
    """Return who tells a number: whom its sentence names, or goes on about ("It has 31")."""
    link = telling(passage.report, passage.number.span, passage.sentence)
    if link is not None and link.name is not None:
        return link.name
    text = passage.report.text.characters
    if not re.match(r"\W*(?:It|He|She|They)\b", passage.words):
        return None
    before = [s for s in sentences(text) if s.end <= passage.sentence.start]
    return leading_name(before[-1].slice(text)) if before else None


def _is_guess(claim: Claim, sentence: str) -> bool:
    """Whether only figures before tell what a number counts."""
    assert isinstance(claim.payload, Figure)
    told = kinds_of_harm(sentence)
    return claim.extractor == DRAFT and claim.payload.metric not in told


def _counts_alike(claim: Claim, metrics: frozenset[str]) -> bool:
    assert isinstance(claim.payload, Figure)
    mine = claim.payload.metric
    return mine in metrics or any(mine in alike and metrics & alike for alike in _ALIKE)


def _counts_the_same(told: Told, passage: Passage) -> bool:
    """Whether a passage counts what the draft does, of no other kind of people."""
    payload = told.claim.payload
    assert isinstance(payload, Figure)
    text = passage.report.text.characters
    group = group_of(text[passage.number.span.end : passage.sentence.end])
    kinds = {payload.population, group or "persons"} - {"persons"}
    return len(kinds) < 2 and _counts_alike(told.claim, passage.metrics)


def _names_speaker(told: Told, passage: Passage) -> bool:
    """Whether the report's sentence names the draft's source, whoever is said to say it."""
    text = passage.report.text.characters
    before = text[passage.sentence.start : passage.number.bare.start]
    again = not passage.metrics and _AGAIN.search(before) is not None
    if not again and not _counts_alike(told.claim, passage.metrics):
        return False
    # "The 11 men ..., Tom Reed said": who says more of them may have told of them first.
    tellers = {_teller(passage), saying_name(passage.words) if again else None} - {None}
    names = [link.name for link in told.claim.attribution if link.name]
    return any(same_source(name, each or "") for name in names for each in tellers)


def _tells_the_same(told: Told, passage: Passage) -> bool:
    """Whether a passage has most of the draft's words, and no other harm beside it."""
    mine, theirs = content(told.clause), content(passage.words)
    shared = mine.keys() & theirs.keys()
    return not passage.metrics and len(shared) > 1 and contained(mine, theirs) >= LIKE


def _tells_as_much(told: Told, passage: Passage) -> bool:
    """Whether the draft keeps the words by which the report tells of some."""
    if sums_up(told.clause) or tells_all(told.clause):
        return False
    theirs = content(passage.clause)
    mine = content(told.clause)
    return len(mine.keys() & theirs.keys()) > 1 and contained(theirs, mine) >= LIKE
