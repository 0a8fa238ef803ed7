"""Copies: reports whose wording goes back to one text (DOMAIN DOC-4, DOC-5).

Exact copies share a text id. Near copies share four fifths of their runs of five
words, or the shorter stands almost wholly in the longer. Reports that share a
sentence of twelve words with a figure have one lineage for that sentence's claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from sourcebook.link.disjoint import Disjoint
from sourcebook.link.lexicon import listed
from sourcebook.link.words import normalised, sentences, shingles, words
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report

#: Share of common runs of five words at which two reports are copies (DOC-4).
SIMILAR = 0.8
#: Words below which a page without a word of harm is a stub (DOC-5), and below
#: which a text is too short to be the shortened copy of another.
SHORT = 60
#: Words a shared sentence needs to show a common text (DOC-4).
SENTENCE = 12
#: Reports that may hold one sentence before it says nothing about copying.
COMMON = 40
_PERMUTATIONS = 128


@dataclass(frozen=True, kw_only=True)
class Copies:
    """Which reports copy which, and the earliest report of each wording.

    ``original`` maps a copy to the earliest report with its wording, ``lineage``
    every report to the earliest one of its lineage, ``sentence`` a claim's id to
    the earliest report that holds the claim's sentence, where several do.
    """

    original: Mapping[str, str]
    lineage: Mapping[str, str]
    sentence: Mapping[str, str]

    def with_versions(self, latest: Mapping[str, str]) -> Copies:
        """Return the same with earlier versions in the lineage of the latest."""
        old = {report: self.lineage[later] for report, later in latest.items()}
        return replace(self, lineage={**self.lineage, **old})


@dataclass(frozen=True)
class _Wording:
    report: Report

    @cached_property
    def runs(self) -> frozenset[str]:
        return shingles(self.report.text.characters)

    @cached_property
    def length(self) -> int:
        return len(words(self.report.text.characters))

    @cached_property
    def stub(self) -> bool:
        return is_stub(self.report)


def is_harm(characters: str) -> bool:
    """Whether any word of harm stands in the characters."""
    return not listed("harm").isdisjoint(words(characters))


def is_stub(report: Report) -> bool:
    """Whether the page came without its article (DOMAIN DOC-5).

    The text is then short and without a word of harm, or it has none although the
    title has one: what was read are sign-in, cookie or subscription words.
    """
    if is_harm(report.text.characters):
        return False
    return len(words(report.text.characters)) < SHORT or is_harm(report.title)


def earliest(reports: Iterable[Report]) -> Report:
    """Return the first published; undated ones come last, ties go by id."""
    return min(reports, key=lambda r: (r.published is None, r.published or "", r.id))


def find_copies(reports: Sequence[Report], claims: Iterable[Claim]) -> Copies:
    """Find exact and near copies and shared sentences that carry a figure."""
    known = {report.id: report for report in reports}
    wordings = [_Wording(report) for report in reports]
    whole = Disjoint()
    for left, right in _near([w for w in wordings if not w.stub and w.length]):
        whole.join(left, right)
    sentence = _shared(known, claims)
    loose = Disjoint()
    for report in reports:
        loose.join(report.id, whole.find(report.id))
    by_id = {claim.id: claim for claim in claims}
    for claim_id, origin in sorted(sentence.items()):
        loose.join(by_id[claim_id].report, origin)
    firsts = _firsts(whole, known)
    return Copies(
        original={r.id: firsts[r.id] for r in reports if firsts[r.id] != r.id},
        lineage=_firsts(loose, known),
        sentence=sentence,
    )


def _firsts(sets: Disjoint, known: Mapping[str, Report]) -> dict[str, str]:
    members: dict[str, list[Report]] = defaultdict(list)
    for report in known.values():
        members[sets.find(report.id)].append(report)
    return {r.id: earliest(group).id for group in members.values() for r in group}


def _near(wordings: Sequence[_Wording]) -> list[tuple[str, str]]:
    by_text: dict[str, list[_Wording]] = defaultdict(list)
    for wording in sorted(wordings, key=lambda w: w.report.id):
        by_text[wording.report.text.id].append(wording)
    pairs = [
        (group[0].report.id, other.report.id)
        for group in by_text.values()
        for other in group[1:]
    ]
    first = {group[0].report.id: group[0] for group in by_text.values()}
    candidates = _by_signature(first) | _by_sentence(first)
    pairs += [(a, b) for a, b in sorted(candidates) if _alike(first[a], first[b])]
    return pairs


def _alike(left: _Wording, right: _Wording) -> bool:
    common = len(left.runs & right.runs)
    if common >= SIMILAR * len(left.runs | right.runs):
        return True
    shorter = min(left, right, key=lambda w: (w.length, w.report.id))
    return shorter.length >= SHORT and common >= SIMILAR * len(shorter.runs)


def _by_signature(wordings: Mapping[str, _Wording]) -> set[tuple[str, str]]:
    from datasketch import MinHash, MinHashLSH  # half a second: not before it is used

    index = MinHashLSH(threshold=SIMILAR, num_perm=_PERMUTATIONS)
    found: set[tuple[str, str]] = set()
    for key, wording in wordings.items():
        signature = MinHash(num_perm=_PERMUTATIONS)
        signature.update_batch([run.encode() for run in sorted(wording.runs)])
        for other in index.query(signature):
            found.add((min(key, other), max(key, other)))
        index.insert(key, signature)
    return found


def _by_sentence(wordings: Mapping[str, _Wording]) -> set[tuple[str, str]]:
    """Pair reports that share two long sentences: how a shortened copy shows."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key, wording in wordings.items():
        told = {normalised(s) for s in sentences(wording.report.text.characters)}
        for sentence in told:
            if len(sentence.split()) >= SENTENCE:
                holders[sentence].append(key)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for keys in holders.values():
        if 2 <= len(keys) <= COMMON:
            for pair in combinations(sorted(keys), 2):
                shared[pair] += 1
    return {pair for pair, count in shared.items() if count >= 2}


def _shared(known: Mapping[str, Report], claims: Iterable[Claim]) -> dict[str, str]:
    holders: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.type == "figure" and claim.report in known:
            told = claim.setting.sentence.slice(
                known[claim.report].characters(claim.field)
            )
            if len(words(told)) >= SENTENCE:
                holders[normalised(told)][claim.report].append(claim.id)
    return {
        claim: earliest(known[report] for report in reports).id
        for reports in holders.values()
        if 2 <= len(reports) <= COMMON
        for ids in reports.values()
        for claim in ids
    }
