"""Which of the places of a name is meant: names are resolved together.

A country or division told anywhere in the report, the places named beside a name and
its size decide between namesakes; the outlet never does. What the report cannot
settle stays unresolved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log10

from sourcebook.extract.parsed import Parsed
from sourcebook.extract.place_names import Mention, unlisted
from sourcebook.extract.place_words import cue
from sourcebook.schema.load import table
from sourcebook.text.datelines import Dateline
from sourcebook.text.gazetteer import Entry, distance, lookup, nationality

Key = tuple[str, str | None, str]
_Hint = tuple[str, str | None]

#: Candidates of one name that are weighed; the rest are hamlets.
_CANDIDATES = 12
#: People of a city that is meant by its bare name wherever it is told.
_KNOWN_WIDELY = 150_000
#: Weight of a division that only shares names with those of the report.
_BARELY = 0.3
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
    that the report itself puts in a country or division ("City, State").
    """

    hints: dict[_Hint, float]
    sure: tuple[Entry, ...] = ()
    told: dict[str, Entry] = field(default_factory=dict)

    @classmethod
    def of(
        cls, parsed: Parsed, mentions: Iterable[Mention], filed: Dateline | None
    ) -> Resolver:
        """Read the hints of a report, then settle the places that are sure."""
        mentions = list(mentions)
        hints = _hints(parsed, mentions)
        first = cls(hints)
        entry = first.dateline_place(filed) if filed is not None else None
        found = [first.choose(m) for m in mentions if _is_sure(m)]
        if filed is not None and entry is not None:
            if "," in filed.place:
                hints[entry.country, entry.admin1] += 3
            if "," in filed.place or entry.population > _KNOWN_WIDELY:
                found.append(entry)
        known = {key(e): e for e in found if e is not None}
        for place in known.values():
            hints[place.country, None] += 1
            hints[place.country, place.admin1] += 0.5
        told = {m.tokens.text: m.entries[0] for m in reversed(mentions) if m.within}
        if filed is not None and entry is not None and "," in filed.place:
            name = filed.place.partition(",")[0].casefold()
            alike = {m.tokens.text for m in mentions if not m.within}
            told |= {text: entry for text in alike if text.casefold() == name}
        return cls(hints, tuple(known[k] for k in sorted(known, key=str)), told)

    def choose(self, mention: Mention) -> Entry | None:
        """Return the place meant, None where the report cannot tell namesakes apart."""
        if mention.tokens.text in self.told:
            return self.told[mention.tokens.text]
        entries = mention.entries[:_CANDIDATES]
        divided = _says_division(mention)
        largest = max((e.population for e in entries if e.feature == "city"), default=0)

        def score(entry: Entry) -> tuple[float, int]:
            value = self._support(entry)
            if entry.feature == "admin1":
                known = self._weight(entry.country) > 0 or entry.country == "US"
                bigger = largest < 0.1 * entry.population
                value += 3.0 if divided else 0.5 if bigger and known else -3.0
            elif entry.feature == "city" and self._beside(entry):
                value += 2.0
            return value, -(entry.id or 0)

        best = max(entries, key=score)
        if best.feature == "admin2":
            return best if self._backed(best, entries) else None
        if best.feature == "admin1":
            known = self._weight(best.country) > 0 or best.country == "US"
            return best if known or divided else None
        if best.feature != "city":
            return best
        if self._astray(best, mention) or not self._plausible(best):
            return None
        return best

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

    def _weight(self, country: str, admin1: str | None = None) -> float:
        return self.hints.get((country, admin1), 0.0)

    def _countries(self) -> float:
        return sum(v for (_, admin1), v in self.hints.items() if admin1 is None)

    def _support(self, entry: Entry) -> float:
        value = log10(entry.population + 100) + (0.5 if entry.official else 0.0)
        value += min(2.0, 0.6 * self._weight(entry.country, entry.admin1))
        country, total = self._weight(entry.country), self._countries()
        return value + (2.5 * min(1.0, country) * country / total if total else 0.0)

    def _beside(self, entry: Entry) -> bool:
        """Whether another sure place of the report lies within an hour's drive."""
        others = (e for e in self.sure if key(e) != key(entry))
        apart = (distance(entry, other) for other in others)
        return any(km is not None and km < _DRIVE for km in apart)

    def _backed(self, entry: Entry, entries: tuple[Entry, ...]) -> bool:
        """Whether a county is the only one of its name, or of its name in its state."""
        if len(entries) == 1:
            return True
        told = sorted(self._weight(e.country, e.admin1) for e in entries)
        return self._weight(entry.country, entry.admin1) > told[-2]

    def _astray(self, entry: Entry, mention: Mention) -> bool:
        """Whether the name is a quarter's or a street's, with a far namesake town.

        A report that is settled in one city names its quarters without more words.
        """
        if not self.sure or mention.authority or entry.population > 100_000:
            return False
        abroad = all(e.country != entry.country for e in self.sure)
        if len(mention.entries) == 1 and not abroad:
            return False
        told = self._weight(entry.country, entry.admin1)
        return told < _BARELY and not self._beside(entry)

    def _plausible(self, entry: Entry) -> bool:
        """Refuse a small town in a country that nothing else in the report names."""
        if entry.population > 100_000:
            return True
        return self._weight(entry.country) >= 0.15 * self._countries()


def _hints(parsed: Parsed, mentions: Iterable[Mention]) -> dict[_Hint, float]:
    """Count for countries and divisions how much of the report speaks for them."""
    hints: dict[_Hint, float] = defaultdict(float)
    for passage in parsed.passages:
        for token in passage.doc:
            country = nationality(token.text)
            if country:
                hints[country, None] += 1
    for mention in mentions:
        if mention.within:
            hints[mention.within] += 4
            hints[mention.within[0], None] += 2
        first = mention.entries[0]
        if first.feature == "admin2":
            hints["US", None] += 1
        if first.official and first.feature in ("country", "admin1") and _one(mention):
            hints[first.country, first.admin1] += 3
            hints[first.country, None] += 2
    for hint, weight in _shared(mentions).items():
        hints[hint] += weight
    return hints


def _shared(mentions: Iterable[Mention]) -> dict[_Hint, float]:
    """Return for countries and divisions how many other names have a place there.

    A name that many divisions have says little for any of them.
    """
    names: dict[str, set[_Hint]] = {}
    for mention in mentions:
        told = names.setdefault(mention.tokens.text, set())
        for entry in mention.entries[:_CANDIDATES]:
            if entry.official and entry.feature in ("city", "admin2"):
                told |= {(entry.country, entry.admin1), (entry.country, None)}
    shares: dict[_Hint, list[float]] = defaultdict(list)
    for _, told in sorted(names.items()):
        for hint in told:
            shares[hint].append(2.0 / (1 + len(told)))
    # The rarest name does not speak for itself.
    return {hint: sum(told) - max(told) for hint, told in shares.items()}


def _postal(region: str) -> list[_Hint]:
    """Return the state of a postal code ("OH")."""
    return [("US", region)] if region in table("places")["states"] else []


def _one(mention: Mention) -> bool:
    """Whether only one country or division has the name (not Georgia, not Punjab)."""
    wide = [e for e in mention.entries if e.feature in ("country", "admin1")]
    return len({e.country for e in wide if e.official}) == 1


def _is_sure(mention: Mention) -> bool:
    first = mention.entries[0]
    if first.feature != "city":
        return False
    second = mention.entries[1].population if len(mention.entries) > 1 else 0
    large = first.official and first.population > min(_KNOWN_WIDELY, 12 * second)
    large = large and first.population > 30_000
    alone = len(mention.entries) == 1 and first.population > 5000
    return mention.within is not None or alone or large


def _says_division(mention: Mention) -> bool:
    run = mention.tokens
    after = run.doc[run.end].text if run.end < len(run.doc) else ""
    if mention.authority or after in ("Department", "County"):
        return False
    return after.lower() in cue("divisions")
