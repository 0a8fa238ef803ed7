"""The neutral summary: at most five sentences, every clause with its claim marks.

Nothing here is said in the tool's own voice (N6): each sentence says what is
reported, claimed or alleged, and by whom. No claim is cited twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.dossier.accusing import by_others, by_themselves
from sourcebook.dossier.basis import Basis
from sourcebook.dossier.clauses import CLAUSES, Clause, Sentence, listed
from sourcebook.dossier.differences import contradictions_of
from sourcebook.dossier.figures import has_number
from sourcebook.dossier.values import Blame, Ref
from sourcebook.dossier.wording import (
    date_words,
    is_accident,
    is_people,
    joined,
    range_words,
    target_word,
)
from sourcebook.model.claim import (
    Claim,
    Figure,
    Means,
    Responsibility,
    Statement,
    Target,
)
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident
from sourcebook.reconcile.wording import article

#: Claims cited for one clause; more would hide the sentence.
CITED = 3
#: A kind of target is told if a third as many reports as the first tell it.
_FAIR = 3
#: What is said of people by metric: the words after "are".
_STATES = {
    "killed": "reported killed",
    "injured": "reported injured",
    "casualties": "reported killed or injured",
    "missing": "reported missing",
    "abducted": "reported abducted",
    "detained": "reported detained",
    "displaced": "reported forced to leave",
    "trapped": "reported trapped",
    "hospitalized": "reported in hospital",
    "affected": "reported on board or otherwise affected",
}
#: The date at the end of a label, which the sentence tells in full.
_DATED = re.compile(r",(?: \d{1,2})?(?: [A-Z][a-z]+)? ?\d{0,4}$")


def summary_of(
    basis: Basis, blame: Sequence[Blame]
) -> tuple[tuple[tuple[str, tuple[Ref, ...]], ...], ...]:
    """Return the sentences, each a sequence of (words, claims)."""
    accident = is_accident(basis.root)
    sentences = [
        _tolls(basis),
        () if accident else _targets(basis),
        by_themselves(blame, accident=accident),
        by_others(blame, accident=accident),
        _disagreement(basis),
    ]
    cited: set[str] = set()
    return tuple(_cited(sentence, cited) for sentence in sentences if sentence)


def _cited(
    sentence: Sentence, cited: set[str]
) -> tuple[tuple[str, tuple[Ref, ...]], ...]:
    """Return the sentence with the marks that no clause before it had."""
    found = []
    for clause in sentence:
        fresh = [ref for ref in clause.claims if ref.id not in cited]
        # a clause whose claims are all cited before still shows where it comes from
        shown = tuple(sorted((fresh or clause.claims[:1])[:CITED], key=_reading))
        cited |= {ref.id for ref in shown}
        found.append((clause.words, shown))
    return tuple(found)


def _reading(ref: Ref) -> tuple[str, int]:
    """Return a key that sorts marks as they are counted."""
    return (ref.mark[:1], int(ref.mark[1:] or 0))


def _tolls(basis: Basis) -> Sentence:
    counted = {
        e.metric: e
        for e in basis.estimates(basis.root)
        if e.population == "persons" and is_people(e.metric) and e.inputs
    }
    first = [m for m in ("killed", "injured", "casualties") if m in counted]
    rest = [m for m in _STATES if m in counted and m not in first]
    clauses = [
        _toll(basis, counted[metric], also=i > 0)
        for i, metric in enumerate((first or rest)[:2])
    ]
    lead = f"{_what(basis.root)}: "
    if clauses:
        return _joined_by_and(clauses, lead)
    return (Clause(words=f"{lead}no report gives a total of people hit.", claims=()),)


def _joined_by_and(clauses: list[Clause], lead: str) -> Sentence:
    words = [lead + clauses[0].words, *(f" and {c.words}" for c in clauses[1:])]
    told = [
        Clause(words=w, claims=c.claims) for w, c in zip(words, clauses, strict=True)
    ]
    return (*told, Clause(words=".", claims=()))


def _what(root: Incident) -> str:
    """Return what, where and when: the label with its date in full."""
    if root.date is None:
        return root.label
    name = root.label
    if (match := _DATED.search(name)) and any(c.isdigit() for c in match[0]):
        name = name[: match.start()]
    return f"{name}, {date_words(root.date)}"


def _toll(basis: Basis, estimate: Estimate, *, also: bool) -> Clause:
    state = _STATES.get(estimate.metric, estimate.metric)
    refs = _ends_first(basis, estimate)
    if not has_number(estimate):
        verb = f"others are {state}" if also else f"people are {state}"
        return Clause(words=f"{verb}, no report says how many", claims=refs)
    words = range_words(estimate)
    if words == "0":
        return Clause(words=f"nobody is {state}", claims=refs)
    one = words in ("1", "at least 1", "up to 1")
    noun = "person is" if one else "people are"
    return Clause(words=f"{words} {noun} {state}", claims=refs)


def _ends_first(basis: Basis, estimate: Estimate) -> tuple[Ref, ...]:
    """Return claims of an estimate, one a quotation: first those that set its ends."""
    claims = basis.of_ids(estimate.inputs)
    low = [c for c in claims if getattr(c.payload, "low", None) == estimate.low]
    high = [c for c in claims if getattr(c.payload, "high", None) == estimate.high]
    quotes = {q.refs[0].id: q.refs[0] for q in basis.quotes(claims)}
    ordered = dict.fromkeys(c.id for c in (*low[:1], *high[:1], *low, *high, *claims))
    return tuple(quotes[id] for id in ordered if id in quotes)


def _targets(basis: Basis) -> Sentence:
    """What was hit: kinds that a fair part of the reports tell."""
    kinds: dict[str, list[Claim]] = {}
    for claim in basis.placed:
        if isinstance(claim.payload, Target):
            kinds.setdefault(claim.payload.kind, []).append(claim)
    reports = {kind: len({c.report for c in told}) for kind, told in kinds.items()}
    ranked = sorted(kinds, key=lambda kind: (-reports[kind], kind))[:CLAUSES]
    return listed(
        "Reported hit: ",
        [
            Clause(words=_article(kind), claims=basis.refs(kinds[kind][:1]))
            for kind in ranked
            if reports[kind] * _FAIR >= reports[ranked[0]]
        ],
    )


def _article(kind: str) -> str:
    noun = target_word(kind)
    return f"{article(noun)} {noun}".strip()


def _disagreement(basis: Basis) -> Sentence:
    hard = [c for c in contradictions_of(basis) if c.severity == "hard"]
    topics: dict[str, list[Ref]] = {}
    for contradiction in hard:
        refs = basis.refs(basis.of_ids(contradiction.claims))
        topics.setdefault(_topic(basis, contradiction), []).extend(refs)
    return listed(
        "Reports contradict each other on ",
        [Clause(words=t, claims=tuple(r)) for t, r in topics.items()],
    )


def _topic(basis: Basis, contradiction: Contradiction) -> str:
    """Return what a contradiction is about."""
    for claim in basis.of_ids(contradiction.claims):
        payload = claim.payload
        if isinstance(payload, Figure):
            state = _STATES.get(payload.metric, payload.metric)
            return f"how many were {state.removeprefix('reported ')}"
        if isinstance(payload, Means):
            return "the means used"
        if isinstance(payload, Responsibility):
            return "who is responsible"
        if isinstance(payload, Statement):
            return "who said what"
    return joined([contradiction.kind.replace("_", " ")])
