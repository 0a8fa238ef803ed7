"""Which city and which facility the words around a claim support (DOMAIN SCP-1).

A setting may name a place or target that the report tells elsewhere; only what
stands in the claim's own sentence, or for figures in the one before, makes a claim
a part's. A sentence that joins two struck cities speaks of the whole action.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from sourcebook.link.facts import is_told, place_key
from sourcebook.model.claim import Claim, Place, Target
from sourcebook.model.report import Report

SentenceKey = tuple[str, str, int]
Mention = tuple[int, int, str]
_JOINT = re.compile(
    r"(?:(?:[\s,;&]|\band\b|\bor\b|\bas well as\b|\bin\b|\bat\b|\bboth\b|\bthe\b|\bnear(?:by)?\b"
    r"|\b(?:cities|city|towns?|villages?|districts?|provinces?) of\b)+)"
)
_AND = re.compile(r"\band\b|&|\bas well as\b|,")


class Settings:
    """The claims of one incident's reports and what their words support."""

    def __init__(self, reports: Sequence[Report], claims: Sequence[Claim]) -> None:
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in claims}
        self._reports = {report.id: report for report in reports}

    @cached_property
    def told(self) -> tuple[Claim, ...]:
        """The claims that are no background, in order of their ids."""
        return tuple(c for _, c in sorted(self.claims.items()) if is_told(c))

    def place(self, claim: Claim) -> Place | None:
        """Return the event place that the claim is or that its words name."""
        payload = claim.payload
        if not isinstance(payload, Place):
            other = self._named(claim, claim.setting.place)
            if other is None:
                return None
            payload = other.payload
        if isinstance(payload, Place) and payload.role == "event":
            return payload
        return None

    @cached_property
    def _forms(self) -> dict[str, str]:
        """The names by which reports call the event's cities, to their keys."""
        return {
            claim.quote: place_key(claim.payload)
            for claim in self.told
            if isinstance(claim.payload, Place) and _is_city(claim.payload)
        }

    def mentions(self, claim: Claim) -> list[Mention]:
        """Return where the claim's sentence names cities, in reading order."""
        if not self._forms:
            return []
        sentence = claim.setting.sentence
        characters = self._reports[claim.report].characters(claim.field)
        return [
            (match.start(), match.end(), self._forms[match.group()])
            for match in self._names.finditer(characters, sentence.start, sentence.end)
        ]

    @cached_property
    def _names(self) -> re.Pattern[str]:
        longest = sorted(self._forms, key=lambda form: (-len(form), form))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")

    def joined(self, claim: Claim) -> Iterator[tuple[str, str]]:
        """Yield the pairs of cities that the claim's sentence joins by "and"."""
        characters = self._reports[claim.report].characters(claim.field)
        for (_, end, one), (start, _, two) in pairwise(self.mentions(claim)):
            between = characters[end:start].casefold()
            if one != two and _JOINT.fullmatch(between) and _AND.search(between):
                yield one, two

    def city(self, claim: Claim, cities: Mapping[str, Place]) -> str | None:
        """Return the key of the one struck city that the claim's words support."""
        near = [told for told in self.mentions(claim) if told[2] in cities]
        each = claim.setting.basis == "distributive" and claim.setting.place  # NUM-12
        if (
            not each
            and claim.type != "place"
            and any(one in cities and two in cities for one, two in self.joined(claim))
        ):
            return None
        place = self.place(claim)
        if place is not None:
            return place_key(place) if place_key(place) in cities else None
        return self._closest(claim, near)

    def site(self, claim: Claim) -> str | None:
        """Return the kind of target that the claim is or that its words name."""
        if isinstance(claim.payload, Target):
            return claim.payload.kind
        other = self._named(claim, claim.setting.target)
        if other is None or not isinstance(other.payload, Target):
            return None
        if self._is_taken(claim, other):
            return None
        return other.payload.kind

    def _named(self, claim: Claim, key: str | None) -> Claim | None:
        """Return the claim that a setting names, if it stands near enough."""
        other = self.claims.get(key or "")
        if other is None or other.field != claim.field:
            return None
        here, there = claim.setting.sentence, other.setting.sentence
        if here.start == there.start:
            return other
        before = there.end <= here.start
        figure = claim.type == "figure"
        adjacent = claim.setting.basis == "adjacent_sentence"
        return other if before and figure and adjacent else None

    def _is_taken(self, claim: Claim, target: Claim) -> bool:
        """Whether another means stands between a means and the target after it."""
        if claim.type != "means" or target.span.start < claim.span.start:
            return False
        return any(
            other.type == "means" for other in self._between(claim, target.span.start)
        )

    @cached_property
    def _counted(self) -> dict[SentenceKey, list[Claim]]:
        """The figures and means of each sentence."""
        found: dict[SentenceKey, list[Claim]] = defaultdict(list)
        for claim in self.told:
            if claim.type in ("figure", "means"):
                found[_sentence(claim)].append(claim)
        return found

    def _closest(self, claim: Claim, near: Sequence[Mention]) -> str | None:
        """Return the city right after the claim, else the last one before it.

        "four explosions in Arden, three of them car bombs, and two in Bridgeton"
        """
        if claim.type not in ("figure", "means"):
            return None
        if claim.type == "means" and len({key for _, _, key in near}) == 1:
            return near[0][2]
        after = [told for told in near if told[0] >= claim.span.end]
        if after and next(self._between(claim, after[0][0]), None) is None:
            return after[0][2]
        before = [key for _, end, key in near if end <= claim.span.start]
        return before[-1] if before else None

    def _between(self, claim: Claim, later: int) -> Iterator[Claim]:
        """Yield the figures and means between a claim and a place after it."""
        for other in self._counted[_sentence(claim)]:
            if claim.span.end <= other.span.start < later:
                yield other


def _is_city(place: Place) -> bool:
    return place.role == "event" and place.precision in ("site", "city")


def _sentence(claim: Claim) -> SentenceKey:
    return claim.report, claim.field, claim.setting.sentence.start
