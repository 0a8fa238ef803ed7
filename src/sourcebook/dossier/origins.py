"""Lineage keys in words that people say (formats: ``sourcebook.link.lineage``)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sourcebook.dossier.wording import outlet_words
from sourcebook.link.lineage import UNNAMED, voice
from sourcebook.link.organisations import key_of
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from sourcebook.schema.groups import country_name
from sourcebook.schema.load import table
from sourcebook.schema.profiles import vocabulary
from sourcebook.schema.sources import resolve

#: Bodies that a place tells apart: the key is their place, the kind follows it.
_LOCAL = {"police": "police", "sheriff": "sheriff", "rescue": "rescue"}

#: Kinds of lineage whose key is a name, in small letters and without marks.
_OWN_NAMES = ("named", "hospital", "ngo", "monitor")


def lineage_words(lineage: str | None) -> str:
    """Return a lineage key in words, from the key alone.

    >>> lineage_words("government:SY"), lineage_words("police:british transport")
    ('government of Syria', 'British Transport police')
    >>> lineage_words("unnamed"), lineage_words("official:police")
    ('sources not named', 'police')
    >>> lineage_words("igo:united-nations"), lineage_words("igo:nato")
    ('United Nations', 'NATO')
    >>> lineage_words("outlet:named-harbour-herald"), lineage_words("rescue:service")
    ('Harbour Herald', 'rescue service')
    >>> lineage_words("report:0123456789abcdef01234567")
    'a report whose outlet is not told'
    """
    if lineage is None or lineage == UNNAMED:
        return "sources not named"
    kind, _, key = lineage.partition(":")
    if kind == "government":
        return f"government of {country_name(key)}"
    if kind == "igo":
        return next(
            (n for n in table("sources")["igo"] if key_of(n) == key),
            _titled(_plain(key)),
        )
    if kind == "report":
        return "a report whose outlet is not told"
    if (kind, key) == ("official", "rescue"):
        return "rescue services"
    if kind == "official" or (kind in _LOCAL and key in ("", "service")):
        return f"{_LOCAL[kind]} {key}".strip() if kind in _LOCAL else _plain(key)
    words = _titled(_plain(key))
    return f"{words} {_LOCAL[kind]}" if kind in _LOCAL else words


def _plain(key: str) -> str:
    return key.removeprefix("named-").replace("-", " ").strip()


def _titled(words: str) -> str:
    small = table("wording")["small"]
    told = words.split()
    return " ".join(
        word if i and word in small else word[:1].upper() + word[1:]
        for i, word in enumerate(told)
    )


def untitled(name: str) -> str:
    """Return a person's name without the titles before it.

    >>> untitled("Deputy Chief Constable Ada Bay"), untitled("Harbour Post")
    ('Ada Bay', 'Harbour Post')
    """
    words = name.split()
    while len(words) > 2 and words[0].casefold().rstrip(".") in _titles():
        words.pop(0)
    return " ".join(words)


def _titles() -> frozenset[str]:
    return vocabulary("persons", "titles")


class LineageNames:
    """The names of lineages on one page, as its reports write them.

    Where ``withhold`` is given, a person's own lineage is called so unless a claim
    still names the person.
    """

    def __init__(
        self,
        reports: Sequence[Report],
        claims: Iterable[Claim],
        *,
        withhold: str | None = None,
    ) -> None:
        self._withhold = withhold
        self._told: dict[str, Counter[str]] = {}
        told = list(claims)
        for claim in told:
            self._note(claim)
        self._voices = {**_state_media(reports, told), **_voices(reports)}
        self._texts = [report.text.characters for report in reports]
        self._spelt: dict[str, str] = {}

    def _note(self, claim: Claim) -> None:
        link = claim.originator
        if claim.lineage is None or link is None or link.name is None:
            return
        name = resolve(link.name, link.body).name
        if _covers(name, claim.lineage):
            self._told.setdefault(claim.lineage, Counter())[name] += 1

    def among(self, claims: Sequence[Claim]) -> str:
        """Return the words for the lineage of some claims, as these claims spell it.

        Reports spell one person in several ways: over a quotation stands its own.
        """
        lineage = claims[0].lineage
        links = [c.originator for c in claims if (lineage or "").startswith("named:")]
        whole = [x.name for x in links if x and x.named and " " in (x.name or "")]
        own = Counter(resolve(name).name for name in whole if name is not None)
        if own:
            return untitled(min(own, key=lambda name: (-own[name], name)))
        return self(lineage)

    def __call__(self, lineage: str | None) -> str:
        """Return the words for a lineage."""
        if lineage is not None and lineage in self._voices:
            return self._voices[lineage]
        if (lineage or "").startswith("igo:"):
            return lineage_words(lineage)
        told = self._told.get(lineage or "")
        if told:
            return untitled(min(told, key=lambda name: (-told[name], name)))
        if self._withhold and (lineage or "").startswith("named:"):
            return self._withhold
        words = lineage_words(lineage)
        if (lineage or "").partition(":")[0] not in _OWN_NAMES:
            return words
        if words not in self._spelt:
            self._spelt[words] = self._as_written(words)
        return self._spelt[words]

    def _as_written(self, words: str) -> str:
        """Return a name as the first report spells it: with hyphens, with its 's."""
        between = r"(?:['\u2019]s)?[\s-]+"
        pieces = between.join(re.escape(word) for word in words.split())
        found = re.compile(rf"(?<!\S)(?:\w+-)*{pieces}\b", re.IGNORECASE)
        hits = (found.search(text) for text in self._texts)
        told = next((hit[0] for hit in hits if hit is not None), None)
        if told is None or told.islower():
            return words
        return untitled(" ".join(told.split()))


def _covers(name: str, lineage: str) -> bool:
    """Whether a name says at least what the key says (countries go by their own)."""
    kind, _, key = lineage.partition(":")
    if not key:
        return False
    words = set(_plain(key).casefold().split())
    return kind != "government" and words <= set(
        name.casefold().replace("-", " ").split()
    )


def _voices(reports: Sequence[Report]) -> Mapping[str, str]:
    """The lineages of what reports say in their own voice, by outlet or number."""
    found: dict[str, str] = {}
    for number, report in enumerate(reports, start=1):
        if report.outlet is None:
            found.setdefault(f"report:{report.id}", f"report no. {number}")
        elif (lineage := voice(report)).startswith("outlet:"):
            found.setdefault(lineage, outlet_words(report))
    return found


def _state_media(
    reports: Sequence[Report], claims: Iterable[Claim]
) -> Mapping[str, str]:
    """State media by their lineage, where nobody else of their government speaks.

    What Xinhua tells in its own voice is China's (SRC-2), and yet no word of a ministry.
    """
    spoken = {claim.lineage for claim in claims if claim.originator is not None}
    found: dict[str, str] = {}
    for report in reports:
        lineage = voice(report)
        kind, _, key = lineage.partition(":")
        if kind == "government" and lineage not in spoken and report.outlet:
            outlet = f"{outlet_words(report)} (state media of {country_name(key)})"
            found.setdefault(lineage, outlet)
    return found
