"""A draft's text to claims, each at the node of the book that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from sourcebook.draft.hinted import hinted
from sourcebook.draft.incidents import NAMED, Incidents
from sourcebook.draft.loose import loosely_read
from sourcebook.draft.naming import counted_by, owner
from sourcebook.draft.said import loosely_said
from sourcebook.draft.sentences import clause, governing, groups, only, sums_up
from sourcebook.errors import InputError
from sourcebook.link.facts import ordinal
from sourcebook.link.tree import grow
from sourcebook.model.claim import (
    AttributionLink,
    Claim,
    Figure,
    Means,
    Place,
    Role,
    Time,
)
from sourcebook.model.report import Report, Text
from sourcebook.readers.language import language_of
from sourcebook.schema.load import table

#: Days between the date that a draft tells of an event and that of the incident from
#: which the two are not one.
APART = 30


#: "The rest of the 33", "of 33 dead": a number of all, wherever some of them were.
_OF_ALL = re.compile(
    r"\b(?:rest|most|some|half|all|many|few|one|two|three|four|\d+)?\s*\bof\s+(?:the\s+|those\s+)?$",
    re.IGNORECASE,
)


#: Cues of a part that are no words for one.
_GUESSED = (None, "group", "site")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim of the draft: what it says, and of which incident.

    ``root`` is None where the draft speaks of nothing that the book holds; ``node``
    is the part of the tree that the words name. ``sentence`` are the words around.
    ``near`` is the city that the sentences before were about, where this names none.
    ``clause`` is the part of the sentence up to where it breaks.
    """

    claim: Claim
    root: str | None
    node: str | None
    sentence: str
    settings: tuple[Claim, ...] = ()
    near: str | None = None
    clause: str = ""

    @property
    def is_attributed(self) -> bool:
        """Whether the draft names or describes a source for it."""
        return any(link.name for link in self.claim.attribution)


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
            read = _once(extractor.claims(parsed))
            whole = (
                *read,
                *loosely_read(report, read),
                *hinted(report, read),
                *loosely_said(report, read),
            )
            found += _placed(report, whole, root, incidents)
    return sorted(found, key=lambda told: (told.claim.span, told.claim.id))


def _once(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Leave out who lives where the same words say what befell them.

    "The clinic treated 41 survivors" counts patients; all who live may be more.
    """
    figures = [c for c in claims if isinstance(c.payload, Figure)]
    befallen = {c.span for c in figures if _metric(c) != "survivors"}
    return tuple(
        c for c in claims if _metric(c) != "survivors" or c.span not in befallen
    )


def _metric(claim: Claim) -> str | None:
    return claim.payload.metric if isinstance(claim.payload, Figure) else None


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
        near = None
        here = clause(report.text.characters, claim.setting.sentence, claim.span)
        there = here.slice(report.text.characters)
        if root is not None:
            own = governing(report.text.characters, here, claim.span)
            if own != there and not incidents.cities_named(root, own):
                # A city that only tells where others were is no place of these.
                node = root if incidents.cities_named(root, there) else node
            node = _named_here(node, root, own, incidents)
            cities = incidents.cities_named(root, sentence)
            near = (
                cities[0]
                if len(cities) == 1
                else incidents.city_before(root, report.text.characters, claim.span)
            )
        keys = (claim.setting.place, claim.setting.time, claim.setting.target)
        if root is not None and _OF_ALL.search(
            report.text.characters[: claim.span.start]
        ):
            node, role = root, "incident_total"
        yield Told(
            claim=replace(
                claim,
                role=_told_role(claim, role, sentence, there),
                attribution=_of_people(_told_by(report, claim), root, incidents),
            ),
            root=root,
            node=node if node in known else root,
            sentence=sentence,
            settings=tuple(at[key] for key in keys if key in at),
            near=near,
            clause=there,
        )


@cache
def _some() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('draft')['part'])})\b", re.IGNORECASE)


def _told_role(
    claim: Claim, role: Role | None, sentence: str, clause: str
) -> Role | None:
    """Return a figure's role; without a word for a part, a draft tells a whole.

    The extractor takes a smaller number beside a larger one for a part of it: an error
    to be found, in a draft.
    """
    if role != "part_of_total" or claim.setting.person:
        return role
    told_as_all = sums_up(clause) and claim.setting.part in _GUESSED
    if not told_as_all and _some().search(sentence):
        return role
    return "incident_total"


def _told_by(report: Report, claim: Claim) -> tuple[AttributionLink, ...]:
    """Return a claim's sources; words right before a number tell best: "X spoke of 80"."""
    if not isinstance(claim.payload, Figure | Means):
        return claim.attribution
    sentence = claim.setting.sentence
    link = owner(report, claim.span, sentence)
    if link is None and not claim.attribution:
        link = counted_by(report, claim.span, sentence)
    return (link,) if link is not None else claim.attribution


def _of_people(
    links: tuple[AttributionLink, ...], root: str | None, incidents: Incidents
) -> tuple[AttributionLink, ...]:
    """Return sources without places of the incident: "Hastings: 14" tells no speaker."""
    if root is None:
        return links
    return tuple(
        link
        for link in links
        if link.name is None or not incidents.is_place_of(root, link.name)
    )


def _named_here(node: str | None, root: str, clause: str, incidents: Incidents) -> str:
    """Return the node of the one city that a clause names, else that of the linking.

    A draft that names no country may mean another place of that name.
    """
    cities = incidents.cities_named(root, clause)
    if len(cities) != 1:
        return node or root
    inside = node is not None and incidents.is_inside(node, cities[0])
    return node if inside and node is not None else cities[0]


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
    return not incidents.places.are_told(root, claim.quote)


def _is_far(time: Time, date: str | None) -> bool:
    """Whether a date told as such lies far off; a page may be weeks late (GRP-1)."""
    here, there = ordinal(time.edtf), ordinal(date)
    if here is None or there is None or time.basis != "explicit":
        return False
    return abs(here - there) > APART
