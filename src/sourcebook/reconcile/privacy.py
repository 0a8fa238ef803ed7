"""What must not stand in public (DOMAIN N21): words and names of private persons.

Names of victims and witnesses live in the private book and its dossier. In what is
made public a report's text is gone, and so are the words of

- a figure that counts one person, or that belongs to one individual victim;
- a statement whose speaker is neither a known body nor speaks for one;
- a source who is a named person and of whom no report says whom he or she speaks or
  works for;

as well as titles, labels and other words that repeat a name so left out. A family
name alone is left out too, unless it is also an ordinary word of the reports, or the
name of a place: then only the full name is. Numbers, spans and ids stay: who holds
the reports can look up every claim.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from sourcebook.model.claim import (
    AttributionLink,
    Claim,
    Figure,
    Payload,
    Place,
    Statement,
)
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report, Text
from sourcebook.reconcile.personal import is_persons
from sourcebook.schema.sources import resolve

#: Stands where a name was left out.
WITHHELD = "(name withheld)"
_FAMILY = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SLUG = re.compile(r"[\W\d_]+")
_SMALL = re.compile(r"\b[a-zß-ÿ]{2,}\b")
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady"})


class Hiding:
    """Knows the private names of a book and takes them out of its values."""

    def __init__(self, claims: Sequence[Claim], reports: Sequence[Report]) -> None:
        self._public = frozenset(_public_persons(claims))
        self._bodies = _bodies(claims, reports)
        names = {name for c in claims for name in self._private_names(c)}
        shared = {word for name in self._public for word in name.split()}
        alone = (
            {name.split()[-1] for name in names} - shared - _ordinary(claims, reports)
        )
        full = {name for name in names if " " in name}
        ordered = sorted(full | alone, key=lambda name: (-len(name), name))
        self._names = (
            re.compile("|".join(rf"\b{re.escape(name)}\b" for name in ordered))
            if ordered
            else None
        )

    def report(self, report: Report) -> Report:
        """Return the report without its text, title and address without names."""
        empty = Text(id=report.text.id, characters="", language=report.text.language)
        title, url = self.words(report.title), self._address(report.url)
        return replace(report, text=empty, title=title, url=url)

    def _address(self, url: str | None) -> str | None:
        """Return the address, None where a private name is spelt out in it."""
        words = _SLUG.sub(" ", url or "").title()
        return None if self._holds(words) else url

    def claim(self, claim: Claim) -> Claim:
        """Return the claim, its quote empty where it may hold a private name."""
        private = self.is_private(claim)
        return replace(
            claim,
            quote="" if private or self._holds(claim.quote) else claim.quote,
            payload=self._payload(claim.payload),
            attribution=tuple(self._link(link) for link in claim.attribution),
            setting=replace(claim.setting, person=None),
        )

    def incident(self, incident: Incident) -> Incident:
        """Return the incident, its label without private names."""
        return replace(incident, label=self.words(incident.label))

    def contradiction(self, contradiction: Contradiction) -> Contradiction:
        """Return the contradiction, its explanation without private names."""
        said = self.words(contradiction.explanation)
        return replace(contradiction, explanation=said)

    def estimate(self, estimate: Estimate) -> Estimate:
        """Return the estimate, its explanation without private names."""
        return replace(estimate, explanation=self.words(estimate.explanation))

    def words(self, words: str) -> str:
        """Return the words with private names replaced."""
        return self._names.sub(WITHHELD, words) if self._names else words

    def is_private(self, claim: Claim) -> bool:
        """Whether a claim's own words are about, or by, a private person."""
        payload = claim.payload
        if isinstance(payload, Figure):
            return payload.value == 1 or claim.setting.person is not None
        if isinstance(payload, Statement):
            return not payload.spokesperson_for and self._is_private(payload.speaker)
        return False

    def _is_private(self, name: str, body: str | None = None) -> bool:
        """Whether a name or description is not that of a body or its people."""
        told = resolve(name, body)
        if name in self._public or name in self._bodies:
            return False
        return told.type in ("witness", "unnamed")

    def _private_names(self, claim: Claim) -> Iterator[str]:
        """Yield the names of private persons that a claim tells of."""
        payload = claim.payload
        if isinstance(payload, Figure) and claim.setting.person is not None:
            yield from _name(claim.setting.person)
        if isinstance(payload, Statement) and self.is_private(claim):
            yield from _name(payload.speaker)
        for link in claim.attribution:
            if link.name and link.named and self._is_private(link.name, link.body):
                yield from _name(link.name)

    def _holds(self, words: str) -> bool:
        return bool(self._names and self._names.search(words))

    def _payload(self, payload: Payload) -> Payload:
        """Return the payload with private names replaced in all its words."""
        told: dict[str, Any] = {
            field.name: self._hidden(getattr(payload, field.name))
            for field in fields(payload)
        }
        if isinstance(payload, Statement) and not payload.spokesperson_for:
            told["speaker"] = self._named(payload.speaker)
        return replace(payload, **told)

    def _hidden(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(self._hidden(one) for one in value)
        return self.words(value) if isinstance(value, str) else value

    def _named(self, name: str, body: str | None = None) -> str:
        """Return a source's name, or that it is withheld, where it is a person's."""
        person = bool(_FAMILY.search(name)) and self._is_private(name, body)
        return WITHHELD if person else self.words(name)

    def _link(self, link: AttributionLink) -> AttributionLink:
        if link.name is None:
            return link
        name = (
            self._named(link.name, link.body) if link.named else self.words(link.name)
        )
        private = WITHHELD in name or self._holds(link.quote or "")
        return replace(link, name=name, quote=None if private else link.quote)


def _bodies(claims: Sequence[Claim], reports: Sequence[Report]) -> frozenset[str]:
    """Return the names of sources and speakers that are bodies, not persons."""
    texts = {report.id: report.text.characters for report in reports}
    used: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        names = [link.name for link in claim.attribution if link.name]
        if isinstance(claim.payload, Statement):
            names.append(claim.payload.speaker)
        for name in names:
            used[name].add(claim.report)
    return frozenset(
        name
        for name, tellers in used.items()
        if (core := next(_name(name), None))
        and not _titled(name)
        and not is_persons(core, (texts.get(report, "") for report in sorted(tellers)))
    )


def _titled(name: str) -> bool:
    """Whether the words hold an age or a title: "Mr. Vale", "Oren Vale, 54"."""
    return any(w in _TITLES for w in _FAMILY.findall(name)) or bool(
        re.search(r"\d", name)
    )


def _public_persons(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the names of those who speak or work for somebody, by some report."""
    for claim in claims:
        for link in claim.attribution:
            if link.name and link.body:
                yield link.name
        if isinstance(claim.payload, Statement) and claim.payload.spokesperson_for:
            yield from filter(None, (claim.payload.speaker, claim.payload.spokesperson))


def _ordinary(claims: Sequence[Claim], reports: Sequence[Report]) -> frozenset[str]:
    """Return capitalised forms of words that reports also write in small letters.

    Places are among them, by each word of their names.
    """
    small = {
        word for report in reports for word in _SMALL.findall(report.text.characters)
    }
    places = {
        word
        for claim in claims
        if isinstance(claim.payload, Place)
        for word in claim.payload.name.split()
    }
    return frozenset(word.capitalize() for word in small) | places


def _name(name: str) -> Iterator[str]:
    """Yield the capitalised words of a name as one, titles such as Mr left off.

    >>> list(_name("Mr. Oren Vale, 54")), list(_name("a driver"))
    (['Oren Vale'], [])
    """
    words = [word for word in _FAMILY.findall(name) if word not in _TITLES]
    if words:
        yield " ".join(words)
