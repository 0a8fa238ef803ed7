"""One tree of incidents with everything that reconciling must know about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.model.claim import Claim, Figure, Means, Role
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report
from sourcebook.reconcile.moment import Moment, moment
from sourcebook.reconcile.parties import parties
from sourcebook.reconcile.reading import Reading, Stage, read
from sourcebook.schema.profiles import falls, stage, vocabulary

#: "Police initially said that four", with nothing that takes it up again.
_FIRST_SAID = re.compile(
    r"\b(?:initially|originally|at first|earlier|previously)\s+(?:\w+\s+){0,3}?"
    r"(?:said|told|reported|believed|thought|listed|counted|announced|stated)\b"
    r"(?!.*\b(?:but|now|later|since|however|revised|lowered|raised|corrected)\b)"
)
#: The population of estimates that count explosions and devices.
DEVICES = "devices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A tree, the claims placed on its nodes, its reports and its parties.

    ``claims`` holds those in force as of the date, ``cut`` those of reports that
    were published after it and those that people rejected. ``admitted`` are figures
    of parties that a decision lets into best (SRC-4).
    """

    root: Incident
    nodes: tuple[Incident, ...]
    claims: tuple[Claim, ...]
    cut: tuple[Claim, ...]
    reports: Mapping[str, Report]
    parties: frozenset[str]
    admitted: frozenset[str] = frozenset()

    def at(self, node: str) -> list[Claim]:
        """Return the claims placed on this very node."""
        return [c for c in self.claims if c.incident == node]

    def children(self, node: str) -> list[Incident]:
        """Return the parts of a node, by id."""
        return [n for n in self.nodes if n.parent == node]

    def below(self, node: str) -> list[str]:
        """Return the ids of the node and of all nodes under it."""
        ids = [node]
        for child in self.children(node):
            ids.extend(self.below(child.id))
        return ids

    def moment(self, claim: Claim) -> Moment | None:
        """Return when the claim's report was published."""
        report = self.reports.get(claim.report)
        return moment(report.published) if report else None

    def published(self, claim: Claim) -> str | None:
        """Return the publication date of the claim's report, as written."""
        report = self.reports.get(claim.report)
        return report.published if report else None

    def sentence(self, claim: Claim) -> str:
        """Return the characters of the claim's sentence, else its quote."""
        report = self.reports.get(claim.report)
        if report is None:
            return claim.quote
        return claim.setting.sentence.slice(report.characters(claim.field))

    def before(self, claim: Claim) -> str:
        """Return what stands before the claim in its sentence, in small letters."""
        report = self.reports.get(claim.report)
        if report is None:
            return ""
        told = report.characters(claim.field)
        return told[claim.setting.sentence.start : claim.span.start].lower()

    def _taken_back(self, claim: Claim) -> bool:
        """Whether the number is the one corrected: "from 34 to 31", "first said 34"."""
        before = self.before(claim)
        if any(before.endswith(cue) for cue in vocabulary("corrections", "old")):
            return True
        return bool(_FIRST_SAID.search(before))

    def reading(self, claim: Claim) -> Reading:
        """Return the claim's reading with its publication (NUM-1 to NUM-11)."""
        assert isinstance(claim.payload, Figure | Means)
        withdrawn = self._taken_back(claim)
        return read(
            claim,
            claim.payload,
            moment=self.moment(claim),
            corrects=corrects(self.sentence(claim)) and not withdrawn,
            withdrawn=withdrawn,
            stage=self._stage(claim),
        )

    def _stage(self, claim: Claim) -> Stage | None:
        """Whether a falling count is of what was first or of what is left (REC-7)."""
        if not isinstance(claim.payload, Figure) or not falls(claim.payload.metric):
            return None
        clause = _clause(self.sentence(claim), claim)
        if stage("left").search(clause):
            return "left"
        return "first" if stage("first").search(clause) else None


def _clause(sentence: str, claim: Claim) -> str:
    """Return the part of a sentence between the marks around a claim."""
    at = claim.span.start - claim.setting.sentence.start
    end = at + len(claim.quote)
    before = re.split(r"[;:]|, (?:and|but|while)\b|\bbut\b", sentence[:at])[-1]
    after = re.split(r"[;:]|, (?:and|but|while)\b|\bbut\b", sentence[end:])[0]
    return f"{before}{claim.quote}{after}"


def corrects(sentence: str) -> bool:
    """Whether a sentence takes an earlier figure back (REC-3 b).

    >>> corrects("The toll was revised down to 41, the ministry said.")
    True
    """
    plain = " ".join(sentence.lower().split())
    return any(cue in plain for cue in vocabulary("corrections", "cues"))


def metric_of(claim: Claim) -> tuple[str, str] | None:
    """Return metric and population that a claim counts, None if it counts nothing."""
    if isinstance(claim.payload, Figure):
        return claim.payload.metric, claim.payload.population
    if isinstance(claim.payload, Means):
        name = claim.payload.instrument
        return ("explosions" if name == "explosion" else f"devices:{name}"), DEVICES
    return None


def role_of(claim: Claim) -> Role:
    """Return the claim's role; one that was never linked has it from its setting."""
    if claim.role is not None:
        return claim.role
    if claim.setting.background:
        return "background"
    return "part_of_total" if claim.setting.part else "incident_total"


def cases(
    incidents: Iterable[Incident],
    claims: Iterable[Claim],
    reports: Mapping[str, Report],
    *,
    as_of: str | None,
    admitted: Collection[str] = (),
) -> list[Case]:
    """Return one case a tree, in order of root id; claims in order of their ids."""
    trees = _trees(incidents)
    home = {node.id: root.id for root, nodes in trees for node in nodes}
    of_report = _roots_of_reports(trees)
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        if claim.incident in home:
            own[home[claim.incident]].append(claim)
        elif claim.incident is None and _stands_beside(claim):
            for root in of_report.get(claim.report, ()):
                own[root].append(claim)
    let_in = frozenset(admitted)
    return [
        _case(root, nodes, own[root.id], reports, as_of, let_in)
        for root, nodes in trees
    ]


def _stands_beside(claim: Claim) -> bool:
    """Whether a claim without an incident is listed at that of its report."""
    return claim.review == "rejected" or role_of(claim) == "background"


def _case(
    root: Incident,
    nodes: tuple[Incident, ...],
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    as_of: str | None,
    admitted: frozenset[str],
) -> Case:
    limit = moment(as_of)
    cut = {
        c.id
        for c in claims
        if c.review == "rejected"
        or (limit is not None and _published_after(reports.get(c.report), limit))
    }
    return Case(
        root=root,
        nodes=nodes,
        claims=tuple(c for c in claims if c.id not in cut),
        cut=tuple(c for c in claims if c.id in cut),
        reports=reports,
        parties=parties(
            (c for c in claims if c.id not in cut and c.incident is not None),
            country=root.place.country if root.place else None,
        ),
        admitted=admitted & {c.id for c in claims},
    )


def _published_after(report: Report | None, limit: Moment) -> bool:
    published = moment(report.published) if report else None
    return published is not None and published.start > limit.end


def _trees(
    incidents: Iterable[Incident],
) -> list[tuple[Incident, tuple[Incident, ...]]]:
    by_id = {i.id: i for i in sorted(incidents, key=lambda i: i.id)}
    members: dict[str, list[Incident]] = defaultdict(list)
    for incident in by_id.values():
        members[_root(incident, by_id)].append(incident)
    return [(by_id[root], tuple(members[root])) for root in sorted(members)]


def _root(incident: Incident, by_id: Mapping[str, Incident]) -> str:
    seen = {incident.id}
    parent = by_id.get(incident.parent or "")
    while parent is not None and parent.id not in seen:
        incident = parent
        seen.add(incident.id)
        parent = by_id.get(incident.parent or "")
    return incident.id


def _roots_of_reports(
    trees: Iterable[tuple[Incident, tuple[Incident, ...]]],
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for root, nodes in trees:
        for report in sorted({r for node in nodes for r in node.reports}):
            found[report].append(root.id)
    return found
