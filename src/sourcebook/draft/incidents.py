"""Which incident of the book each sentence of a draft speaks of.

Names decide: places, facilities, people, groups that the claims of an incident tell.
A name that few incidents share weighs more. A sentence without a name goes on about
what the one before spoke of.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from sourcebook.draft.sentences import sentences, unquoted
from sourcebook.export import Contents
from sourcebook.link.words import normalised
from sourcebook.model.claim import Claim, Figure, Place, Responsibility, Statement
from sourcebook.model.claim import Target as TargetHit
from sourcebook.model.incident import Incident
from sourcebook.model.span import Span
from sourcebook.schema import sources
from sourcebook.schema.load import table
from sourcebook.text.numbers import find_numbers

_WORD = re.compile(r"[^\W\d_]{3,}(?:['’-][^\W\d_]+)*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: The first word of a sentence has a capital, a name or not.
_FIRST = re.compile(r"^\W*\w+")
#: "The bombings", "that warehouse fire": an event told before.
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]h(?:is|at|ose|ese))\s+((?:\w+\s+)?\w+)")
#: Letters by which words for an event are one ("bombing", "bombings").
_STEM = 5
#: Evidence below which a sentence names no incident.
NAMED = 0.5
#: The share of the draft's evidence below which a name is a stray one.
STRAY = 0.15
#: Words of the longest name of a place that is looked for.
LONGEST = 4
#: Sources that speak of many incidents: their names tell none.
_TELLERS = ("outlet", "wire", "official", "igo", "ngo")
#: Claims of which a name in the incident's own label is worth.
LABEL = 10


class Incidents:
    """The root incidents of a book, by the names that their claims tell."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.roots = {i.id: i for i in contents.incidents if i.parent is None}
        self._root_of = {i.id: _root(i, contents) for i in contents.incidents}
        self._names = self._index()
        self._kinds = self._index_kinds()

    def root_of(self, node: str | None) -> str | None:
        """Return the root of the tree that a node stands in."""
        return self._root_of.get(node) if node is not None else None

    def nodes(self, root: str) -> list[Incident]:
        """Return the tree's nodes, root first, parts by date and label."""
        found = [self.contents.incident[root]]
        for node in found:
            found.extend(self.contents.children[node.id])
        return found

    def places_told(self, root: str) -> frozenset[str]:
        """Return the places that an incident's reports name, but for other events."""
        return self._told_places.get(root, frozenset())

    @cached_property
    def _told_places(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        roots = {r: i.id for i in self.roots.values() for r in i.reports}
        for claim in self.contents.claims:
            place = claim.payload
            if isinstance(place, Place) and place.role != "background":
                found[roots.get(claim.report, "")].add(normalised(claim.quote))
        return {root: frozenset(names) for root, names in found.items()}

    def cities_named(self, root: str, characters: str) -> list[str]:
        """Return the parts of an incident, cities, that some words name."""
        here = set(_WORD.findall(characters))
        return [
            node.id
            for node in self.contents.children[root]
            if node.place is not None
            and any(here.issuperset(_WORD.findall(name)) for name in self._called(node))
        ]

    def _called(self, node: Incident) -> set[str]:
        """Return the names by which reports call the place of a node."""
        place = node.place
        names = {
            claim.quote
            for claim in self.contents.claims_at[node.id]
            if isinstance(claim.payload, Place)
            and place is not None
            and claim.payload.geonames_id == place.geonames_id
        }
        return names | ({place.name} if place is not None else set())

    def _index(self) -> dict[str, dict[str, float]]:
        """Return, for each name, the incidents that tell it and its weight there."""
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for node in self.contents.incidents:
            for name in _places_of(node):
                told[name][self._root_of[node.id]] += LABEL
        for claim in self.contents.claims:
            root = self.root_of(claim.incident)
            for name in _told_names(claim) if root else ():
                told[name][root or ""] += 1
        whole = len(self.roots) + 1
        return {name: _weighed(roots, whole) for name, roots in told.items()}

    def _index_kinds(self) -> dict[str, set[str]]:
        """Return the incidents by the words for what happened ("fire", "bombing")."""
        found: dict[str, set[str]] = defaultdict(set)
        for root in self.roots.values():
            for word in _WORD.findall(root.label.partition(" in ")[0]):
                found[word.lower()[:_STEM]].add(root.id)
        return found

    def of_kind(self, characters: str, known: Iterable[str]) -> set[str]:
        """Return which of some incidents "the bombings" can only be."""
        found: set[str] = set()
        for match in _DEFINITE.finditer(characters):
            for word in _WORD.findall(match.group(1)):
                found |= self._kinds.get(word.lower()[:_STEM], set()) & set(known)
        return found

    def evidence(self, characters: str) -> Counter[str]:
        """Return how much the names in some words speak for each incident."""
        found: Counter[str] = Counter()
        for name in sorted(_phrases(characters)):
            for root, weight in self._names.get(name, {}).items():
                found[root] += weight  # type: ignore[assignment]
        return found

    def spoken_of(self, characters: str) -> list[tuple[Span, str | None]]:
        """Return the draft's sentences, each with the incident that it speaks of."""
        parts = list(sentences(characters))
        scores = [self.evidence(unquoted(part.slice(characters))) for part in parts]
        whole = self.evidence(characters)
        for score in scores:
            whole.update(score)
        current = _best(whole, None) or self._by_figures(characters)
        found = []
        for part, score in zip(parts, scores, strict=True):
            best = _best(_likely(score, whole), current)
            kinds = (
                self.of_kind(unquoted(part.slice(characters)), whole)
                if not best
                else set()
            )
            if kinds and current not in kinds:
                best = min(kinds, key=lambda root: (-whole[root], root))
            current = best or current
            found.append((part, current))
        return found

    def _by_figures(self, characters: str) -> str | None:
        """Return the incident of which most numbers of a nameless draft are told."""
        numbers = {n.value for n in find_numbers(characters) if n.value}
        votes: Counter[str] = Counter()
        for root in self.roots:
            told = {
                claim.payload.value
                for node in self.nodes(root)
                for claim in self.contents.claims_at[node.id]
                if isinstance(claim.payload, Figure)
            }
            votes[root] = len(numbers & told)
        ranked = votes.most_common(2)
        if not ranked or not ranked[0][1]:
            return None
        clear = len(ranked) == 1 or ranked[0][1] > ranked[1][1]
        return ranked[0][0] if clear else None


def _likely(score: Counter[str], whole: Counter[str]) -> Counter[str]:
    """Return a sentence's evidence for incidents that the draft names more than once."""
    least = STRAY * max(whole.values(), default=0)
    return Counter({root: n for root, n in score.items() if whole[root] >= least})


def _best(score: Counter[str], current: str | None) -> str | None:
    """Return the incident that is named most; the current one where several are."""
    top = max(score.values(), default=0)
    if top < NAMED:
        return None
    best = sorted(root for root, value in score.items() if value > top - 1e-9)
    return current if current in best else best[0]


def _weighed(told: Counter[str], whole: int) -> dict[str, float]:
    """Return how much a name speaks for each incident: rare names, told often, most."""
    most = max(told.values())
    share = {root: told[root] / most for root in sorted(told)}
    rare = math.log(whole / sum(share.values()))
    return {root: max(rare, 0.0) * part for root, part in share.items()}


def _root(node: Incident, contents: Contents) -> str:
    while node.parent is not None:
        node = contents.incident[node.parent]
    return node.id


def _places_of(node: Incident) -> frozenset[str]:
    """Return the places in the name of a node's place: "Arden and Bay City" has two."""
    told = re.split(r", | and ", node.place.name) if node.place is not None else ()
    return frozenset(map(normalised, told)) - {""}


def _told_names(claim: Claim) -> frozenset[str]:
    """Return the names that a claim tells: where, what was hit, who.

    Of countries and of sources that speak of anything, none.
    """
    payload = claim.payload
    if isinstance(payload, Place):
        wide = payload.precision in ("country", "region")
        places = () if wide else (claim.quote, payload.name)
        return frozenset(form for place in places for form in _forms(place))
    if isinstance(payload, TargetHit):
        return _names(payload.name or "")
    if isinstance(payload, Responsibility | Statement):
        named = (
            payload.actor if isinstance(payload, Responsibility) else payload.speaker
        )
        known = sources.resolve(named).type in _TELLERS
        return frozenset() if known else _names(named)
    person = isinstance(payload, Figure) and claim.setting.person
    return _names(claim.quote) if person else frozenset()


def _forms(place: str) -> list[str]:
    """Return the ways to name a place: "Bay City Harbour" is "Bay City" too."""
    told = place.split()
    return [
        normalised(" ".join(told[:end]))
        for end in range(min(2, len(told)), len(told) + 1)
    ]


def _phrases(characters: str) -> frozenset[str]:
    """Return the runs of words that begin with a capital letter."""
    told = _WORD.findall(characters)
    runs = (
        " ".join(told[at : at + length])
        for at, word in enumerate(told)
        for length in range(1, LONGEST + 1)
        if word[:1].isupper()
    )
    return frozenset(map(normalised, runs)) - _generic()


def _names(words: str) -> frozenset[str]:
    """Return the capitalised words, small, without those of any office."""
    capitals = (w for w in _WORD.findall(words) if w[0].isupper())
    return frozenset(map(normalised, capitals)) - _generic()


def _generic() -> frozenset[str]:
    return frozenset(table("draft")["generic"])


def shared_names(one: str, other: str) -> frozenset[str]:
    """Return the names and years that two sentences share.

    >>> sorted(shared_names("In 2019 in Arden", "At Arden in May 2019"))
    ['2019', 'arden']
    >>> sorted(shared_names("More died", "More were hurt"))
    []
    """
    named = (_names(_FIRST.sub("", words)) for words in (one, other))
    return frozenset.intersection(*named) | (
        frozenset(_YEAR.findall(one)) & frozenset(_YEAR.findall(other))
    )


def all_names(labels: Iterable[str]) -> frozenset[str]:
    """Return the names and years in some labels."""
    whole = " ".join(labels)
    return _names(whole) | frozenset(_YEAR.findall(whole))
