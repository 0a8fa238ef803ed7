"""Which incident of the book each sentence of a draft speaks of.

Names decide: places, facilities, people, groups that the claims of an incident tell.
A name that few incidents share weighs more. A sentence without a name goes on about
what the one before spoke of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from sourcebook.draft.names import (
    WORD,
    only_of,
    places_of,
    told_names,
    told_places,
    weighed,
    weighed_in,
)
from sourcebook.draft.places import Places
from sourcebook.draft.sentences import sentences, unquoted
from sourcebook.draft.speakers import heads
from sourcebook.draft.topics import Topics
from sourcebook.export import Contents
from sourcebook.link.words import normalised
from sourcebook.model.claim import Claim, Figure, Place
from sourcebook.model.incident import Incident
from sourcebook.model.span import Span
from sourcebook.text.numbers import find_numbers

#: "The bombings", "that warehouse fire": an event told before.
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]h(?:is|at|ose|ese))\s+((?:\w+\s+)?\w+)")
#: Letters by which words for an event are one ("bombing", "bombings").
_STEM = 5
#: Evidence below which a sentence names no incident.
NAMED = 0.5
#: The share of the draft's evidence below which a name is a stray one.
STRAY = 0.15
#: Claims of which a name in the incident's own label is worth.
LABEL = 10


class Incidents:
    """The root incidents of a book, by the names that their claims tell."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.places = Places(contents)
        self.roots = {i.id: i for i in contents.incidents if i.parent is None}
        self._root_of = {i.id: _root(i, contents) for i in contents.incidents}
        self._names = self._index(told_names)
        self._where = self._index(told_places)
        self._kinds = self._index_kinds()
        self._topics = Topics(contents, self.roots)

    def root_of(self, node: str | None) -> str | None:
        """Return the root of the tree that a node stands in."""
        return self._root_of.get(node) if node is not None else None

    def nodes(self, root: str) -> list[Incident]:
        """Return the tree's nodes, root first, parts by date and label."""
        found = [self.contents.incident[root]]
        for node in found:
            found.extend(self.contents.children[node.id])
        return found

    def twins(self, root: str) -> list[str]:
        """Return the other incidents of the same place: its name tells none of them."""
        here = places_of(self.roots[root])
        return [
            other
            for other in sorted(self.roots)
            if other != root and here and places_of(self.roots[other]) == here
        ]

    def place_words(self, root: str) -> frozenset[str]:
        """Return the heads of words that name places of an incident and its reports."""
        labels = [node.label for node in self.nodes(root)]
        return heads([*labels, *sorted(self.places.told(root))])

    def is_place_of(self, root: str, name: str) -> bool:
        """Whether a name is that of a place where the incident was."""
        labels = {p for node in self.nodes(root) for p in places_of(node)}
        return normalised(name) in labels

    def cities_named(self, root: str, characters: str) -> list[str]:
        """Return the parts of an incident, cities, that some words name."""
        here = set(WORD.findall(characters))
        return [
            node.id
            for node in self.contents.children[root]
            if node.place is not None
            and any(here.issuperset(WORD.findall(name)) for name in self.called(node))
        ]

    def is_inside(self, node: str, city: str) -> bool:
        """Whether a node is a city or a part of it."""
        found: str | None = node
        while found is not None and found != city:
            known = self.contents.incident.get(found)
            found = known.parent if known is not None else None
        return found == city

    def city_before(self, root: str, characters: str, here: Span) -> str | None:
        """Return the one city that the sentences before in the paragraph named.

        None where the sentence itself names one, or where they named several.
        """
        told = [s for s in sentences(characters) if s.start <= here.start]
        if not told or self.cities_named(root, told[-1].slice(characters)):
            return None
        for before in reversed(told[:-1]):
            if "\n\n" in characters[before.end : here.start]:
                return None
            cities = self.cities_named(root, before.slice(characters))
            if cities:
                return cities[0] if len(cities) == 1 else None
        return None

    def sites_named(self, root: str, characters: str) -> list[str]:
        """Return the sites of an incident whose kind some words name: "the station"."""
        here = set(WORD.findall(characters.lower()))
        cities = {node.id for node in self.contents.children[root]}
        return [
            node.id
            for node in self.nodes(root)
            if node.parent in cities
            and node.label.partition(",")[0].lower().split()[-1] in here
        ]

    def sites_told(self, city: str, characters: str) -> list[str]:
        """Return the sites of a city whose kind some words tell in full: "bus station"."""
        here = set(WORD.findall(characters.lower()))
        return [
            node.id
            for node in self.contents.children[city]
            if here.issuperset(WORD.findall(node.label.partition(",")[0].lower()))
        ]

    def called(self, node: Incident) -> set[str]:
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

    def _index(
        self, names_of: Callable[[Claim], frozenset[str]]
    ) -> dict[str, dict[str, float]]:
        """Return, for each name, the incidents that tell it and its weight there."""
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for node in self.contents.incidents:
            for name in places_of(node):
                told[name][self._root_of[node.id]] += LABEL
        for claim in self.contents.claims:
            root = self.root_of(claim.incident)
            for name in names_of(claim) if root else ():
                told[name][root or ""] += 1
        whole = len(self.roots) + 1
        return {name: weighed(roots, whole) for name, roots in told.items()}

    def _index_kinds(self) -> dict[str, set[str]]:
        """Return the incidents by the words for what happened ("fire", "bombing")."""
        found: dict[str, set[str]] = defaultdict(set)
        for root in self.roots.values():
            for word in WORD.findall(root.label.partition(" in ")[0]):
                found[word.lower()[:_STEM]].add(root.id)
        return found

    def of_kind(self, characters: str, known: Iterable[str]) -> set[str]:
        """Return which of some incidents "the bombings" can only be."""
        found: set[str] = set()
        for match in _DEFINITE.finditer(characters):
            for word in WORD.findall(match.group(1)):
                found |= self._kinds.get(word.lower()[:_STEM], set()) & set(known)
        return found

    def evidence(self, characters: str) -> Counter[str]:
        """Return how much the names in some words speak for each incident."""
        return weighed_in(characters, self._names)

    def _somewhere(self, characters: str) -> set[str]:
        """Return the incidents of which a draft names where they were, or what was hit.

        A person or a group may speak of any incident; where one is named, only those.
        """
        told = weighed_in(characters, self._where)
        return {root for root, weight in told.items() if weight >= NAMED}

    def spoken_of(self, characters: str) -> list[tuple[Span, str | None]]:
        """Return the draft's sentences, each with the incident that it speaks of."""
        parts = list(sentences(characters))
        known = self._somewhere(characters) or set(self.roots)
        scores = [
            only_of(self.evidence(unquoted(part.slice(characters))), known)
            for part in parts
        ]
        whole = only_of(self.evidence(characters), known)
        for score in scores:
            whole.update(score)
        current = _best(whole, None) or self._nameless(characters)
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
            if not best and not kinds:
                best = self._by_kind(unquoted(part.slice(characters)), current)
            current = best or current
            found.append((part, current))
        return found

    def _by_kind(self, characters: str, current: str | None) -> str | None:
        """Return the incident of another kind that words and a number tell: "blasts"."""
        told = {
            root
            for word in WORD.findall(characters)
            for root in self._kinds.get(word.lower()[:_STEM], ())
        }
        if not told or current is None or current in told:
            return None
        numbers = {n.value for n in find_numbers(characters) if n.value}
        if numbers & self._figures(current):
            return None
        fitting = [root for root in sorted(told) if numbers & self._figures(root)]
        return fitting[0] if len(fitting) == 1 else None

    def _figures(self, root: str) -> set[int | None]:
        return {
            claim.payload.value
            for node in self.nodes(root)
            for claim in self.contents.claims_at[node.id]
            if isinstance(claim.payload, Figure)
        }

    def _nameless(self, characters: str) -> str | None:
        return self._topics.likeliest(characters) or self._by_figures(characters)

    def _by_figures(self, characters: str) -> str | None:
        """Return the incident of which most numbers of a nameless draft are told."""
        numbers = {n.value for n in find_numbers(characters) if n.value}
        votes: Counter[str] = Counter()
        for root in self.roots:
            votes[root] = len(numbers & self._figures(root))
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


def _root(node: Incident, contents: Contents) -> str:
    while node.parent is not None:
        node = contents.incident[node.parent]
    return node.id
