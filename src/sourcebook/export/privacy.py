"""What a public export leaves out (DOMAIN N21): words and names of private persons.

Names of victims and witnesses live in the private book and its dossier. In a public
export a report's text is gone, and so are the words of

- a figure that counts one person, or that belongs to one individual victim;
- a statement whose speaker is neither an organisation nor speaks for one;
- a source who is a named person and is not said to speak or work for anybody;

as well as titles, labels and other words that repeat a name so left out. Numbers,
spans and ids stay: who holds the reports can look up every claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook.export.contents import Contents
from sourcebook.model.claim import (
    AttributionLink,
    Claim,
    Figure,
    Payload,
    Responsibility,
    Statement,
    Target,
)
from sourcebook.model.estimate import Contradiction
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report, Text
from sourcebook.schema.load import table

#: Stands where a name was left out.
WITHHELD = "(name withheld)"
_NAME = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")


def public_part(contents: Contents) -> Contents:
    """Return the contents without the words and names that stay private."""
    hide = Hiding(contents.claims)
    return Contents(
        reports=[hide.report(report) for report in contents.reports],
        placements=contents.placements,
        claims=[hide.claim(claim) for claim in contents.claims],
        incidents=[hide.incident(incident) for incident in contents.incidents],
        estimates=contents.estimates,
        contradictions=[hide.contradiction(c) for c in contents.contradictions],
    )


class Hiding:
    """Knows the private names of a book and takes them out of its values."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        names = {name for claim in claims for name in _private_names(claim)}
        ordered = sorted(names, key=lambda name: (-len(name), name))
        self._names = (
            re.compile("|".join(rf"\b{re.escape(name)}\b" for name in ordered))
            if ordered
            else None
        )

    def report(self, report: Report) -> Report:
        """Return the report without its text, its title without private names."""
        empty = Text(id=report.text.id, characters="", language=report.text.language)
        return replace(report, text=empty, title=self.words(report.title))

    def claim(self, claim: Claim) -> Claim:
        """Return the claim, its quote empty where it may hold a private name."""
        private = is_private(claim) or self._holds(claim.quote)
        return replace(
            claim,
            quote="" if private else claim.quote,
            payload=self._payload(claim.payload, private=private),
            attribution=tuple(self._link(link) for link in claim.attribution),
            setting=replace(claim.setting, person=None),
        )

    def incident(self, incident: Incident) -> Incident:
        """Return the incident, its label and place without private names."""
        return replace(incident, label=self.words(incident.label))

    def contradiction(self, contradiction: Contradiction) -> Contradiction:
        """Return the contradiction, its explanation without private names."""
        said = self.words(contradiction.explanation)
        return replace(contradiction, explanation=said)

    def words(self, words: str) -> str:
        """Return the words with private names replaced."""
        return self._names.sub(WITHHELD, words) if self._names else words

    def _holds(self, words: str) -> bool:
        return bool(self._names and self._names.search(words))

    def _payload(self, payload: Payload, *, private: bool) -> Payload:
        if isinstance(payload, Statement):
            if private:
                return replace(payload, speaker=WITHHELD, addressee=None, insertions=())
            addressee = payload.addressee
            return replace(
                payload,
                addressee=self.words(addressee) if addressee else None,
                insertions=tuple(map(self.words, payload.insertions)),
            )
        if isinstance(payload, Responsibility):
            return replace(
                payload,
                actor=self.words(payload.actor),
                motive=self.words(payload.motive) if payload.motive else None,
            )
        if isinstance(payload, Target) and payload.name:
            return replace(payload, name=self.words(payload.name))
        return payload

    def _link(self, link: AttributionLink) -> AttributionLink:
        if link.name is None:
            return link
        if not _is_private_source(link) and not self._holds(link.name):
            return replace(
                link, quote=None if self._holds(link.quote or "") else link.quote
            )
        return replace(link, name=WITHHELD, quote=None)


def is_private(claim: Claim) -> bool:
    """Whether a claim's own words are about, or by, a private person."""
    payload = claim.payload
    if isinstance(payload, Figure):
        return payload.value == 1 or claim.setting.person is not None
    if isinstance(payload, Statement):
        spoken_for = payload.spokesperson or payload.spokesperson_for
        return not spoken_for and _is_person(payload.speaker)
    return False


def _is_private_source(link: AttributionLink) -> bool:
    return link.named and link.body is None and _is_person(link.name or "")


def _private_names(claim: Claim) -> Iterator[str]:
    """Yield the names of private persons that a claim tells of."""
    payload = claim.payload
    if isinstance(payload, Figure) and claim.setting.person is not None:
        yield from _parts(claim.setting.person)
    if isinstance(payload, Statement) and is_private(claim):
        yield from _parts(payload.speaker)
    for link in claim.attribution:
        if _is_private_source(link):
            yield from _parts(link.name or "")


def _parts(name: str) -> Iterator[str]:
    """Yield a capitalised name and its last word, by which reports go on."""
    words = [w for w in _NAME.findall(name) if w[0].isupper() and len(w) > 2]
    if words and len(words) >= 2:
        yield " ".join(words)
        yield words[-1]


def _is_person(name: str) -> bool:
    """Whether a name may be a private person's: no word of it tells of an office."""
    words = {word.lower() for word in _NAME.findall(name)}
    return bool(words) and not words & _offices()


def _offices() -> frozenset[str]:
    return frozenset(table("offices")["words"])
