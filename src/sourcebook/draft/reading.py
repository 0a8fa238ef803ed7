"""A draft's text to claims, each at the node of the book that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sourcebook.draft.incidents import NAMED, Incidents
from sourcebook.draft.sentences import groups, only
from sourcebook.errors import InputError
from sourcebook.link.facts import ordinal
from sourcebook.link.tree import grow
from sourcebook.link.words import normalised
from sourcebook.model.claim import Claim, Place, Role, Time
from sourcebook.model.report import Report, Text
from sourcebook.readers.language import language_of

#: Days between the date that a draft tells of an event and that of the incident from
#: which the two are not one.
APART = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim of the draft: what it says, and of which incident.

    ``root`` is None where the draft speaks of nothing that the book holds; ``node``
    is the part of the tree that the words name. ``sentence`` are the words around.
    """

    claim: Claim
    root: str | None
    node: str | None
    sentence: str
    settings: tuple[Claim, ...] = ()


def read_draft(
    text: str,
    incidents: Incidents,
    *,
    published: str | None = None,
) -> list[Told]:
    """Return the claims of a draft, in the order of their words.

    Sentences of different incidents are read apart, so that the one is no background
    of the other. No screen drops a draft. Raises InputError for a language that the
    extractor does not read.
    """
    # Loaded when a draft is read: the language pipeline takes a second.
    from sourcebook.extract.extractor import RuleExtractor
    from sourcebook.extract.parsed import parse

    extractor = RuleExtractor()
    language = language_of("", text)
    if language not in extractor.languages:
        raise InputError(
            f"the draft is in a language that is not read ({language}); check it by "
            "hand, or write it in English"
        )
    found: list[Told] = []
    for root, spans in groups(incidents.spoken_of(text)):
        report = Report.of(
            Text.of(only(text, spans), language=language),
            source_id="draft",
            published=published,
        )
        for parsed in parse([report], whole=True):
            found += _placed(report, extractor.claims(parsed), root, incidents)
    return sorted(found, key=lambda told: (told.claim.span, told.claim.id))


def _placed(
    report: Report, claims: tuple[Claim, ...], root: str | None, incidents: Incidents
) -> Iterator[Told]:
    """Place claims as the linking stage would, were the draft a report of the book."""
    where = _nodes(report, claims, root, incidents)
    known = {node.id for node in incidents.nodes(root)} if root else set()
    at = {claim.id: claim for claim in claims}
    for claim in claims:
        node, role = where.get(claim.id, (None, claim.role))
        sentence = claim.setting.sentence.slice(report.text.characters)
        if root is not None and node in (None, root):
            # A draft that names no country may mean another place of that name.
            cities = incidents.cities_named(root, sentence)
            node = cities[0] if len(cities) == 1 else root
        near = (claim.setting.place, claim.setting.time, claim.setting.target)
        yield Told(
            claim=replace(claim, role=role),
            root=root,
            node=node if node in known else root,
            sentence=sentence,
            settings=tuple(at[key] for key in near if key in at),
        )


def _nodes(
    report: Report, claims: tuple[Claim, ...], root: str | None, incidents: Incidents
) -> dict[str, tuple[str | None, Role | None]]:
    if root is None:
        return {}
    contents = incidents.contents
    told = set(contents.incident[root].reports)
    tree = grow(
        root,
        [*(r for r in contents.reports if r.id in told), report],
        [*(c for c in contents.claims if c.report in told), *claims],
        (),
    )
    return dict(tree.placed)


def is_elsewhere(told: Told, incidents: Incidents) -> bool:
    """Whether the words name a place or a day that no report of the incident tells."""
    if told.root is None:
        return True
    root = incidents.contents.incident[told.root]
    own = told.claim.setting.sentence
    named = incidents.evidence(told.sentence)[told.root] >= NAMED
    for claim in told.settings:
        if named and claim.setting.sentence != own:
            continue
        payload = claim.payload
        if isinstance(payload, Place) and _is_unknown(
            claim, payload, root.id, incidents
        ):
            return True
        if isinstance(payload, Time) and _is_far(payload, root.date):
            return True
    return False


def _is_unknown(claim: Claim, place: Place, root: str, incidents: Incidents) -> bool:
    if place.precision not in ("site", "city", "admin2"):
        return False
    if incidents.evidence(claim.quote)[root]:
        return False
    return normalised(claim.quote) not in incidents.places_told(root)


def _is_far(time: Time, date: str | None) -> bool:
    """Whether a date told as such lies far off; a page may be weeks late (GRP-1)."""
    here, there = ordinal(time.edtf), ordinal(date)
    if here is None or there is None or time.basis != "explicit":
        return False
    return abs(here - there) > APART
