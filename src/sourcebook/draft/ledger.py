"""What a book's incidents count: its claims by node, its estimates, what is newer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from sourcebook.book.views import ClaimView
from sourcebook.draft.incidents import Incidents
from sourcebook.draft.review import what_became
from sourcebook.draft.roles import as_told, floor, is_aside
from sourcebook.draft.values import Evidence
from sourcebook.export import Contents
from sourcebook.link.words import words
from sourcebook.model.claim import Claim, Figure, Means, Responsibility, Statement
from sourcebook.model.decision import Decision
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.reconcile.moment import Moment, moment

_SUPERSEDED = re.compile(r"superseded by ([0-9a-f]+)")
#: Kinds of contradictions whose sides cannot both hold.
_RIVALS = ("hard", "soft", "means")
_COMPETING = "competing_responsibility"
#: States in which people have closed a contradiction.
_CLOSED = ("dismissed", "resolved")


class Ledger:
    """The counted claims of a book, as a draft's figures are held against them."""

    def __init__(
        self,
        contents: Contents,
        incidents: Incidents,
        decisions: Mapping[str, Decision] | None = None,
    ) -> None:
        self.contents = contents
        self.decisions = decisions or {}
        self.incidents = incidents
        self._order = {report.id: n for n, report in enumerate(contents.reports)}
        self._told: dict[str, list[Claim]] = {}

    def told_of(self, root: str) -> list[Claim]:
        """Return all claims placed in the tree of an incident, in reading order.

        What a source denies, or tells of what may come, is not told.
        """
        if root not in self._told:
            nodes = self.incidents.nodes(root)
            placed = (as_told(c) for n in nodes for c in self.contents.claims_at[n.id])
            self._told[root] = self.sorted(
                c for c in placed if is_stated(c) and c.review != "rejected"
            )
        return self._told[root]

    def statements(self, root: str) -> list[Claim]:
        """Return what the incident's reports have people say, wherever it is placed."""
        reports = set(self.contents.incident[root].reports)
        held = (c for c in self._statements if c.report in reports)
        return self.sorted(c for c in held if c.review != "rejected")

    @cached_property
    def _statements(self) -> list[Claim]:
        return [c for c in self.contents.claims if isinstance(c.payload, Statement)]

    def counted(self, root: str) -> list[Claim]:
        """Return the claims of the tree that count people or devices."""
        return [c for c in self.told_of(root) if isinstance(c.payload, Figure | Means)]

    def background(self, root: str) -> list[Claim]:
        """Return what the incident's reports count of other or wider events."""
        return [c for c in self._aside(root) if isinstance(c.payload, Figure | Means)]

    def blamed_beside(self, root: str) -> list[Claim]:
        """Return whom the incident's reports blame for other events."""
        return [c for c in self._aside(root) if isinstance(c.payload, Responsibility)]

    def _aside(self, root: str) -> list[Claim]:
        reports = self.contents.incident[root].reports
        return self.sorted(c for r in reports for c in self._asides.get(r, ()))

    @cached_property
    def _asides(self) -> dict[str, list[Claim]]:
        """The claims that no incident holds, by report."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.contents.claims:
            if claim.review == "rejected":
                continue
            if claim.incident is None and is_aside(claim):
                found[claim.report].append(claim)
        return found

    def reviewed(self, root: str) -> list[Claim]:
        """Return the claims of an incident's reports that people rejected or edited."""
        reports = set(self.contents.incident[root].reports)
        return self.sorted(
            c
            for c in self.contents.claims
            if c.review in ("rejected", "edited") and c.report in reports
        )

    def rejected(self, root: str) -> list[Claim]:
        """Return the claims of an incident's reports that people rejected."""
        return [c for c in self.reviewed(root) if c.review == "rejected"]

    def sorted(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return claims in the order of their reports and words."""
        return sorted(claims, key=lambda c: (self._order[c.report], c.span, c.id))

    def sources(self, claim: Claim) -> list[tuple[str, str | None]]:
        """Return the names, each with its body, of those who are said to state a claim.

        A name that says only the kind of body ("the ministry") is that of the one such
        body which the report names in full.
        """
        found = []
        for link in claim.attribution:
            if link.name:
                found.append((self._in_full(claim.report, link.name), link.body))
        return found

    def _in_full(self, report: str, name: str) -> str:
        longer = {
            full
            for full in self._named.get(report, ())
            if set(words(name)) < set(words(full))
        }
        return longer.pop() if len(longer) == 1 else name

    @cached_property
    def _named(self) -> dict[str, set[str]]:
        """The names of sources, by report, as their claims have them."""
        found: dict[str, set[str]] = defaultdict(set)
        for claim in self.contents.claims:
            found[claim.report].update(k.name for k in claim.attribution if k.name)
        return found

    def below(self, node: str) -> set[str]:
        """Return the ids of a node and of all parts under it."""
        found = {node}
        for child in self.contents.children[node]:
            found |= self.below(child.id)
        return found

    def above(self, node: str) -> set[str]:
        """Return the ids of the nodes that a node is a part of."""
        found: set[str] = set()
        parent = self.contents.incident[node].parent
        while parent is not None:
            found.add(parent)
            parent = self.contents.incident[parent].parent
        return found

    def estimate(self, node: str, what: str, population: str) -> Estimate | None:
        """Return the estimate of one metric and population at a node."""
        for estimate in self.contents.estimates_of[node]:
            if (estimate.metric, estimate.population) == (what, population):
                return estimate
        return None

    def estimate_of(self, claim: Claim) -> Estimate | None:
        """Return the estimate that a claim's own node has of what it counts."""
        if claim.incident is None:
            return None
        return self.estimate(claim.incident, *pool_of(claim))

    def newer(self, claim: Claim) -> Claim | None:
        """Return the claim that supersedes one, by the book's own estimate (REC-7)."""
        estimate = self.estimate_of(claim)
        seen = {claim.id}
        found = None
        while estimate is not None:
            key = self._superseding(estimate, found.id if found else claim.id)
            if key is None or key in seen:
                break
            seen.add(key)
            found = self.contents.claim[key]
        return found

    def _superseding(self, estimate: Estimate, claim: str) -> str | None:
        for left in estimate.excluded:
            match = _SUPERSEDED.match(left.reason) if left.claim == claim else None
            if match:
                known = (
                    *estimate.inputs,
                    *(other.claim for other in estimate.excluded),
                )
                return next((i for i in known if i.startswith(match.group(1))), None)
        return None

    def refined(self, claims: Sequence[Claim]) -> Claim | None:
        """Return a later claim in force with a higher number than all of these.

        "At least 30" on Monday still holds when 33 are counted on Friday, and is old.
        """
        first = claims[0]
        estimate = self.estimate_of(first)
        moments = [self.moment(c) for c in claims]
        if estimate is None or estimate.vague_only or None in moments:
            return None
        least = max(floor(c) for c in claims)
        later = [
            claim
            for key in estimate.inputs
            if (claim := self.contents.claim.get(key)) is not None
            and floor(claim) > least
            and (at := self.moment(claim)) is not None
            and all(m is not None and m.before(at) for m in moments)
        ]
        return max(later, key=lambda c: (floor(c), c.id), default=None)

    def moment(self, claim: Claim) -> Moment | None:
        """Return when a claim was published."""
        return moment(self.contents.report[claim.report].published)

    def contested(self, claims: Iterable[Claim]) -> list[Contradiction]:
        """Return the contradictions in which these claims have rivals.

        Those that people dismissed or resolved are closed.
        """
        return self._open(claims, _RIVALS)

    def _of_kind(
        self, claims: Iterable[Claim], kinds: Sequence[str]
    ) -> list[Contradiction]:
        known = list(claims)
        ids = {claim.id for claim in known}
        roots = {self.incidents.root_of(claim.incident) for claim in known} - {None}
        nodes = [
            n.id for root in sorted(map(str, roots)) for n in self.incidents.nodes(root)
        ]
        return [
            found
            for node in nodes
            for found in self.contents.contradictions_of[node]
            if found.kind in kinds and ids & set(found.claims)
        ]

    def closed(self, claims: Iterable[Claim]) -> list[Contradiction]:
        """Return the contradictions of these claims that people closed."""
        found = self._of_kind(claims, (*_RIVALS, _COMPETING))
        return [c for c in found if c.state in _CLOSED]

    def competing(self, claims: Iterable[Claim]) -> list[Contradiction]:
        """Return the contradictions about who did it in which these claims stand."""
        return self._open(claims, (_COMPETING,))

    def _open(
        self, claims: Iterable[Claim], kinds: Sequence[str]
    ) -> list[Contradiction]:
        return [c for c in self._of_kind(claims, kinds) if c.state not in _CLOSED]

    def label(self, node: str) -> str:
        """Return what a node is called."""
        return self.contents.incident[node].label

    def evidence(self, claims: Iterable[Claim]) -> tuple[Evidence, ...]:
        """Return claims with their reports and words, in reading order, each once."""
        once = {claim.id: claim for claim in claims}
        return tuple(self._evidence(c) for c in self.sorted(once.values()))

    def _evidence(self, claim: Claim) -> Evidence:
        report = self.contents.report[claim.report]
        return Evidence(
            claim=claim.id,
            report=report.id,
            source_id=report.source_id,
            outlet=report.outlet,
            url=report.url,
            published=report.published,
            field=claim.field,
            start=claim.span.start,
            end=claim.span.end,
            quote=claim.quote,
            context=ClaimView(claim, self.contents).context,
            sources=tuple(link.name for link in claim.attribution),
            decided=what_became(claim, self.decisions),
        )


def is_stated(claim: Claim) -> bool:
    """Whether somebody states it: not denied, and not of what might be."""
    return isinstance(claim.payload, Responsibility) or claim.modality not in (
        "denied",
        "hypothetical",
    )


def pool_of(claim: Claim) -> tuple[str, str]:
    """Return the metric and the population of the estimate that a claim belongs to."""
    payload = claim.payload
    if isinstance(payload, Figure):
        return payload.metric, payload.population
    assert isinstance(payload, Means)
    if payload.instrument == "explosion":
        return "explosions", "devices"
    return f"devices:{payload.instrument}", "devices"
