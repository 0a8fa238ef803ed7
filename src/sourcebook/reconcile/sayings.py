"""Contradictions between statements: one utterance told twice (STM-5)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from sourcebook.model.claim import Claim, Statement
from sourcebook.model.estimate import Contradiction
from sourcebook.reconcile.case import Case, role_of
from sourcebook.reconcile.finding import finding
from sourcebook.reconcile.parties import lineage_key
from sourcebook.schema import sources
from sourcebook.schema.load import table
from sourcebook.schema.profiles import vocabulary

#: Words that two tellings of one utterance share, at least, in number and share.
SHARED_WORDS = 5
SHARED_PART = 0.4
#: Same words in nearly the same form, whoever is said to speak (percent).
SAME_WORDING = 88
SAME_WORDS = 8
#: Near twins of one government: wording (percent) and words shared, both quoted.
TWIN_WORDING = 72
TWIN_WORDS = 2

_WORD = re.compile(r"[^\W\d_]{4,}")
_BRACKETS = re.compile(r"\[[^\]]*\]")


def sayings(case: Case) -> list[Contradiction]:
    """Return pairs of statements that differ in speaker or number of documents."""
    claims = [
        c
        for c in case.claims
        if isinstance(c.payload, Statement) and role_of(c) != "background"
    ]
    return [*speakers_differ(case, claims), *documents_differ(case, claims)]


def said(claim: Claim) -> Statement:
    """Return the payload of a statement claim."""
    assert isinstance(claim.payload, Statement)
    return claim.payload


def speakers_differ(case: Case, claims: Sequence[Claim]) -> list[Contradiction]:
    """STM-5: nearly the same words in two reports, by two speakers.

    Wordings of one government are compared by their content words, since they may
    be two translations; of anybody else only where the words themselves are the
    same. Which speaker is right is for the original-language text to tell.
    """
    linked: dict[str, set[str]] = defaultdict(set)
    by_id = {c.id: c for c in claims}
    for a, b in combinations(claims, 2):
        if a.report != b.report and _speakers_differ(a, b) and _one_utterance(a, b):
            linked[a.id].add(b.id)
            linked[b.id].add(a.id)
    return [
        finding(
            "speaker",
            case.root.id,
            [by_id[c] for c in group],
            _in_words([by_id[c] for c in group]),
            severity="soft",
        )
        for group in _groups(linked)
    ]


def _in_words(claims: Sequence[Claim]) -> str:
    names = sorted({said(c).speaker for c in claims})
    # the words of one government may be two translations of one text (STM-5)
    origins = {_origin(c) for c in claims}
    abroad = None not in origins and not origins & vocabulary("statements", "english")
    record = "original-language text" if abroad else "text or recording itself"
    return (
        "nearly the same words are said by "
        + " in one report, by ".join(names)
        + f" in another; the {record} would tell"
    )


def _groups(linked: dict[str, set[str]]) -> list[list[str]]:
    found, seen = [], set()
    for start in sorted(linked):
        if start in seen:
            continue
        group, todo = set(), [start]
        while todo:
            each = todo.pop()
            if each not in group:
                group.add(each)
                todo.extend(linked[each])
        seen |= group
        found.append(sorted(group))
    return found


def _origin(claim: Claim) -> str | None:
    """Return the government that a statement comes from, if it comes from one."""
    names = [said(claim).speaker, said(claim).spokesperson_for]
    names += [link.name for link in reversed(claim.attribution)]
    for name in names:
        source = sources.resolve(name) if name else None
        if source is not None and source.party == "government":
            return lineage_key(source)
    lineage = claim.lineage or ""
    return lineage if lineage.startswith(("gov:", "government:")) else None


def _speakers_differ(a: Claim, b: Claim) -> bool:
    """Whether two speakers cannot be one: not a body and its spokesperson or acronym."""
    left, right = _names_of(a), _names_of(b)
    return not any(_one_speaker(x, y) for x in left for y in right)


def _names_of(claim: Claim) -> list[str]:
    """Return who speaks, for whom, and through whom: all may be named as speaker."""
    payload = said(claim)
    links = [n for link in claim.attribution for n in (link.name, link.body)]
    told = [payload.speaker, payload.spokesperson_for, payload.spokesperson, *links]
    return [name for name in told if name]


def _one_speaker(a: str, b: str) -> bool:
    """Whether two names may be of one speaker: shared words, an acronym, one body.

    >>> _one_speaker("BTS", "Bay Transit Service"), _one_speaker("Ann Ray", "Bo Lee")
    (True, False)
    """
    if _plain(a) & _plain(b) or sources.resolve(a).name == sources.resolve(b).name:
        return True
    return _initials(a) == _bare(b) or _initials(b) == _bare(a)


def _initials(name: str) -> str:
    words = re.findall(r"[^\W\d_]+", name)
    return "".join(w[0] for w in words if w[0].isupper()) if len(words) > 1 else ""


def _bare(name: str) -> str:
    return re.sub(r"\W", "", name.removeprefix("the "))


def _plain(name: str) -> set[str]:
    return {w.lower() for w in re.findall(r"[^\W\d_]{2,}", name)} - {"the", "of", "and"}


def _one_utterance(a: Claim, b: Claim) -> bool:
    left, right = content(a.quote), content(b.quote)
    shared = len(left & right)
    least = min(len(left), len(right))
    if least >= SAME_WORDS and fuzz.token_set_ratio(a.quote, b.quote) >= SAME_WORDING:
        return shared >= SHARED_PART * least
    origin = _origin(a)
    if origin is None or origin != _origin(b):
        return False
    if shared >= TWIN_WORDS and _are_twins(a, b):
        return True
    return shared >= SHARED_WORDS and shared >= SHARED_PART * least


def _are_twins(a: Claim, b: Claim) -> bool:
    """Whether two quotations have nearly the same words in nearly the same order."""
    quoted = all(
        said(c).mode == "direct" and len(c.quote.split()) >= SAME_WORDS for c in (a, b)
    )
    return quoted and fuzz.token_sort_ratio(a.quote, b.quote) >= TWIN_WORDING


@lru_cache(maxsize=10_000)
def content(quote: str) -> frozenset[str]:
    """Return the content words of a quotation, cut to their stems (STM-4, STM-5).

    Words in square brackets are insertions and no part of what was said.

    >>> sorted(content("It demonstrated [again] the fragile situation"))
    ['demonstr', 'fragile', 'situ']
    """
    words = _WORD.findall(_BRACKETS.sub(" ", quote.lower()))
    return frozenset(
        _stem(w) for w in words if w not in vocabulary("statements", "empty")
    )


def _stem(word: str) -> str:
    for ending in (
        "ingly",
        "ations",
        "ation",
        "ates",
        "ated",
        "ating",
        "ies",
        "ing",
        "ed",
        "es",
        "s",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)][:8]
    return word[:8]


def documents_differ(case: Case, claims: Sequence[Claim]) -> list[Contradiction]:
    """Return statements of one speaker in one report: a letter here, letters there."""
    found = []
    by_speaker: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_speaker[claim.report, claim.lineage or said(claim).speaker].append(claim)
    for _, told in sorted(by_speaker.items()):
        for one, several in sorted(table("profiles")["documents"]["plural"].items()):
            single = [c for c in told if _names(case, c, one)]
            many = [c for c in told if _names(case, c, several)]
            only = [c for c in single if c not in many]
            if only and many:
                found.append(
                    finding(
                        "number_agreement",
                        case.root.id,
                        [*only, *many],
                        f"{said(many[0]).speaker} is said to speak in {several} in one "
                        f"place and in one {one} in another of the same report",
                        severity="none",
                    )
                )
    return found


def _names(case: Case, claim: Claim, word: str) -> bool:
    return re.search(rf"\b{word}\b", case.sentence(claim), re.IGNORECASE) is not None
