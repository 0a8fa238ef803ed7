"""Which of the places of a name is meant: names are resolved together.

A country or division told anywhere in the report, the places named beside a name and
its size decide between namesakes; the outlet never does. What the report cannot
settle stays unresolved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log10

from sourcebook.extract.parsed import Parsed
from sourcebook.extract.place_hints import (
    CANDIDATES,
    KNOWN_WIDELY,
    Hint,
    Hints,
    company_of,
    hints_of,
    is_placed,
    is_sure,
)
from sourcebook.extract.place_names import Mention, unlisted
from sourcebook.extract.place_words import cue, describes
from sourcebook.schema.load import table
from sourcebook.text.datelines import Dateline
from sourcebook.text.gazetteer import Entry, distance, lookup

Key = tuple[str, str | None, str]

#: People of a city that a local report from another state may name.
_WELL_KNOWN = 400_000
#: People of a city that needs no context even in a report from another country.
_METROPOLIS = 1_000_000
#: Weight of a division that only shares names with those of the report.
_BARELY = 0.3
#: Share of the countries told from which a country counts as one of the report's.
_SHARE = 0.15
#: Weight from which the report names another country.
_NAMED = 2.0
#: Weight that says nothing.
_TRACE = 1e-9
#: Kilometres of an hour's drive.
_DRIVE = 80.0


def key(entry: Entry) -> Key:
    """Return what makes two entries one place."""
    return entry.country, entry.admin1, str(entry.id or entry.name)


@dataclass(frozen=True, slots=True)
class Resolver:
    """What one report says about where it plays.

    ``hints`` weighs countries (division None) and divisions; ``sure`` are places
    that hardly need context and so give it to others; ``told`` holds the names
    that the report itself puts in a country or division ("City, State"); ``placed``
    those that it says something was in, ``company`` the country named beside a town.
    """

    hints: Hints
    sure: tuple[Entry, ...] = ()
    told: dict[str, Entry] = field(default_factory=dict)
    placed: frozenset[str] = frozenset()
    company: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, parsed: Parsed, mentions: Iterable[Mention], filed: Dateline | None
    ) -> Resolver:
        """Read the hints of a report, then settle the places that are sure."""
        mentions = list(mentions)
        hints = hints_of(parsed, mentions)
        placed = frozenset(m.tokens.text for m in mentions if is_placed(m))
        company = company_of(mentions)
        first = cls(hints, placed=placed)
        entry = first.dateline_place(filed) if filed is not None else None
        known: dict[Key, tuple[str, Entry]] = {}
        for mention in mentions:
            found = first.choose(mention) if is_sure(mention) else None
            if found is not None and (mention.within or found == mention.entries[0]):
                known.setdefault(key(found), (mention.tokens.text, found))
        told = {m.tokens.text: m.entries[0] for m in reversed(mentions) if m.within}
        if filed is not None and entry is not None:
            name, _, region = filed.place.partition(",")
            if region:
                hints.add(name, (entry.country, entry.admin1), 3)
                alike = {m.tokens.text for m in mentions if not m.within}
                told |= {t: entry for t in alike if t.casefold() == name.casefold()}
            if region or entry.population > KNOWN_WIDELY:
                known.setdefault(key(entry), (name, entry))
        for name, place in known.values():
            hints.add(name, (place.country, None), 1)
            hints.add(name, (place.country, place.admin1), 0.5)
        sure = tuple(known[k][1] for k in sorted(known, key=str))
        return cls(hints, sure, told, placed, company)

    def choose(self, mention: Mention) -> Entry | None:
        """Return the place meant, None where the report cannot tell namesakes apart."""
        name = mention.tokens.text
        if mention.within or name in self.told:
            return mention.entries[0] if mention.within else self.told[name]
        entries = self._candidates(mention)
        if self._is_metropolis(entries, name):
            return entries[0]
        divided = _says_division(mention)
        known = {key(e) for e in self.sure} & {key(e) for e in entries}
        but = "" if known else name
        best = max(entries, key=lambda e: self._score(e, entries, but, divided=divided))
        if best.feature == "country":
            return best
        if best.feature == "admin2":
            return best if self._backed(best, entries, name) else None
        if best.feature == "admin1":
            own = self._hinted(best, name) or best.country == "US"
            lands = {e.country for e in entries if e.feature == "admin1"}
            alone = len(lands) == 1 and self._abroad(best, name) < _NAMED
            return best if own or divided or alone else None
        if self._strange(best, mention):
            land = self.company.get(name)
            return unlisted(name, land, None) if land else None
        if self._astray(best, mention):
            return None
        if self._dialled_elsewhere(best, name):
            return self._in_dialled(name)
        return best if self._plausible(best, name) else None

    def _in_dialled(self, name: str) -> Entry | None:
        dialled = self.hints.dialled
        known = dialled is not None and name in self.placed
        return unlisted(name, *dialled) if known and dialled is not None else None

    def _dialled_elsewhere(self, entry: Entry, name: str) -> bool:
        """Whether the numbers to call are of another state, which nothing contradicts.

        A suburb then has the name of the better known town.
        """
        dialled = self.hints.dialled
        if dialled is None or entry.population > _WELL_KNOWN:
            return False
        here = (entry.country, entry.admin1)
        return here != dialled and self._weight(entry, name) < _BARELY

    def _candidates(self, mention: Mention) -> tuple[Entry, ...]:
        """Return the largest places of a name, and those in a division told."""
        rest = mention.entries[CANDIDATES:]
        return mention.entries[:CANDIDATES] + tuple(
            e for e in rest if self._weight(e, mention.tokens.text) >= 0.5
        )

    def _is_metropolis(self, entries: tuple[Entry, ...], name: str) -> bool:
        """Whether the name is that of a city known everywhere, no namesake near."""
        first, rest = entries[0], entries[1:]
        if first.feature != "city" or first.population < _METROPOLIS:
            return False
        rivals = [e for e in rest if e.official and self._weight(e, name) >= _NAMED]
        large = max((e.population for e in rest if e.official), default=0)
        return first.official and not rivals and large * 12 < first.population

    def _score(
        self, entry: Entry, entries: tuple[Entry, ...], name: str, *, divided: bool
    ) -> tuple[float, int]:
        value = self._support(entry, name)
        if entry.feature == "admin1":
            largest = max(
                (e.population for e in entries if e.feature == "city"), default=0
            )
            known = self._hinted(entry, name) or entry.country == "US"
            known = known or self.hints.countries(but=name) < _BARELY
            bigger = largest < 0.1 * entry.population
            value += 3.0 if divided else 0.5 if bigger and known else -3.0
        elif entry.feature == "city" and self._beside(entry):
            value += 2.0 if entry.official else 0.5
        return value, -(entry.id or 0)

    def dateline_place(self, filed: Dateline) -> Entry | None:
        """Return the place of a dateline, in the region that it names."""
        name, _, region = filed.place.replace(" (", ",").partition(",")
        region = region.strip(" )")
        entries = lookup(name)
        if region:
            parents = [e for e in lookup(region) if e.feature in ("country", "admin1")]
            known = [(e.country, e.admin1) for e in parents] or _postal(region)
            inside = [
                e
                for e in entries
                if (e.country, e.admin1) in known or (e.country, None) in known
            ]
            if known and not inside:
                return unlisted(name.title(), *known[0])
            entries = tuple(inside) or entries
        cities = [e for e in entries if e.feature == "city"] or list(entries)
        return max(cities, key=lambda e: (self._support(e), -(e.id or 0)), default=None)

    def _weight(self, entry: Entry, name: str) -> float:
        """Return what other names say for the division of a place."""
        return self.hints.weight(entry.country, entry.admin1, but=name)

    def _hinted(self, entry: Entry, name: str) -> bool:
        return self.hints.weight(entry.country, but=name) > 0

    def _abroad(self, entry: Entry, name: str) -> float:
        """Return what other names say for other countries."""
        own = self.hints.weight(entry.country, but=name)
        return self.hints.countries(but=name) - own

    def _support(self, entry: Entry, name: str = "") -> float:
        value = log10(entry.population + 100) + (0.5 if entry.official else 0.0)
        value += min(2.0, 0.6 * self._weight(entry, name))
        country = self.hints.weight(entry.country, but=name)
        total = self.hints.countries(but=name)
        return value + (2.5 * min(1.0, country) * country / total if total else 0.0)

    def _beside(self, entry: Entry) -> bool:
        """Whether another sure place of the report lies within an hour's drive."""
        others = (e for e in self.sure if e.name != entry.name)
        apart = (distance(entry, other) for other in others)
        return any(km is not None and km < _DRIVE for km in apart)

    def _backed(self, entry: Entry, entries: tuple[Entry, ...], name: str) -> bool:
        """Whether a county is the only one of its name, or of its name in its state."""
        if len(entries) == 1:
            return True
        told = sorted(self._weight(e, name) for e in entries)
        return self._weight(entry, name) > told[-2]

    def _strange(self, entry: Entry, mention: Mention) -> bool:
        """Whether nothing but the name speaks for a country, and another is told.

        A hotel, a film or an alternate spelling then has the name, unless the report
        says "in ..." of it.
        """
        name = mention.tokens.text
        here = self.hints.weight(entry.country, but=name)
        away = self._abroad(entry, name)
        thing = describes(mention.tokens) and name not in self.placed
        if not entry.official and thing and here < _BARELY:
            return True
        if away < _NAMED or here >= _SHARE * (here + away):
            return False
        if not entry.official:
            return True
        small = entry.population < _METROPOLIS
        return thing or (small and name not in self.placed)

    def _astray(self, entry: Entry, mention: Mention) -> bool:
        """Whether the name is a quarter's or a street's, with a far namesake town.

        A report that is settled in one city names its quarters without more words.
        """
        if not self.sure or mention.authority or entry.population > 100_000:
            return False
        abroad = all(e.country != entry.country for e in self.sure)
        if len(mention.entries) == 1 and not abroad:
            return False
        told = self.hints.weight(entry.country, entry.admin1)
        return told < _BARELY and not self._beside(entry)

    def _plausible(self, entry: Entry, name: str) -> bool:
        """Refuse a small town in a country that nothing else in the report names."""
        if entry.population > 100_000:
            return True
        here = self.hints.weight(entry.country, but=name)
        away = self._abroad(entry, name)
        sure = any(key(e) == key(entry) for e in self.sure)
        larger = any(
            e.country != entry.country and e.population > 4 * entry.population
            for e in self.sure
        )
        alone = away < (_NAMED if sure and not larger else _TRACE)
        return alone or here >= _SHARE * (here + away)


def _postal(region: str) -> list[Hint]:
    """Return the state of a postal code ("OH")."""
    return [("US", region)] if region in table("places")["states"] else []


def _says_division(mention: Mention) -> bool:
    run = mention.tokens
    after = run.doc[run.end].text if run.end < len(run.doc) else ""
    if mention.authority or after in ("Department", "County"):
        return False
    return after.lower() in cue("divisions")
