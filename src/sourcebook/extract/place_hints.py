"""What a report says about the countries and divisions that it plays in.

Names of countries and divisions, words such as "Syrian", telephone numbers and the
places named together each speak for a country; a name never speaks for itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from sourcebook.extract.parsed import Parsed
from sourcebook.extract.place_names import Mention
from sourcebook.extract.place_words import anchored, cue, settlement
from sourcebook.schema.load import table
from sourcebook.text.gazetteer import nationality

#: A country with None, or a country with one of its divisions.
Hint = tuple[str, str | None]

_TELEPHONE = re.compile(
    r"(?<![\w.(-])(?:1[-. ])?\(?([2-9]\d\d)\)?[-.\s]{1,2}\d{3}[-.]\d{4}(?![\d-])"
)
#: What is told by no name of a place.
_SHARED, _LOCAL = "*names*", "*local*"
#: Candidates of one name that are weighed; the rest are hamlets.
CANDIDATES = 12
#: People of a city that is meant by its bare name wherever it is told.
KNOWN_WIDELY = 150_000


class Hints:
    """Weights of countries and divisions, each kept with the name that told it."""

    __slots__ = ("_all", "_by_name", "_totals", "dialled")

    #: The one division that the telephone numbers of the report are in.
    dialled: tuple[str, str] | None

    def __init__(self) -> None:
        self.dialled = None
        self._totals: dict[Hint, float] = {}
        self._by_name: dict[tuple[str, Hint], float] = {}
        self._all: dict[str, float] = {}

    def add(self, name: str, hint: Hint, weight: float) -> None:
        """Count that ``name`` speaks for a country or division."""
        held = self._by_name.get((name, hint), 0.0)
        self._by_name[name, hint] = held + weight
        self._totals[hint] = self._totals.get(hint, 0.0) + weight
        if hint[1] is None:
            self._all[name] = self._all.get(name, 0.0) + weight
            self._all[""] = self._all.get("", 0.0) + weight

    def weight(
        self, country: str, admin1: str | None = None, *, but: str = ""
    ) -> float:
        """Return what the names other than ``but`` say for a country or division."""
        own = self._by_name.get((but, (country, admin1)), 0.0)
        return self._totals.get((country, admin1), 0.0) - own

    def countries(self, *, but: str = "") -> float:
        """Return what the names other than ``but`` say for any country."""
        return self._all.get("", 0.0) - (self._all.get(but, 0.0) if but else 0.0)


def hints_of(parsed: Parsed, mentions: Iterable[Mention]) -> Hints:
    """Count for countries and divisions how much of the report speaks for them."""
    hints, mentions = Hints(), list(mentions)
    local = cue("american")
    for passage in parsed.passages:
        for token in passage.doc:
            country = nationality(token.text)
            if country:
                hints.add(token.text, (country, None), 1)
            elif local and token.lower_ in local:
                hints.add(_LOCAL, ("US", None), 1)
                local = frozenset()
    _dialled(parsed, hints)
    for mention in mentions:
        _named(mention, hints)
    for hint, weight in _shared(mentions).items():
        hints.add(_SHARED, hint, weight)
    return hints


def _named(mention: Mention, hints: Hints) -> None:
    name, first = mention.tokens.text, mention.entries[0]
    if mention.within:
        hints.add(name, mention.within, 4)
        hints.add(name, (mention.within[0], None), 2)
    if first.feature == "admin2" and _is_shire(mention):
        hints.add(name, (first.country, None), 2)
        hints.add(name, (first.country, first.admin1), 2)
    elif first.feature == "admin2":
        hints.add(name, (first.country, None), 1)
    if first.official and first.feature in ("country", "admin1") and one_only(mention):
        hints.add(name, (first.country, first.admin1), 3)
        hints.add(name, (first.country, None), 2)


def _is_shire(mention: Mention) -> bool:
    """Whether a county is far larger than any town abroad that bears its name."""
    first = mention.entries[0]
    abroad = [e.population for e in mention.entries if e.country != first.country]
    return first.population > 5 * max(abroad, default=0)


def _dialled(parsed: Parsed, hints: Hints) -> None:
    """Count the divisions of the telephone numbers to call, each once."""
    codes = _TELEPHONE.findall(parsed.report.text.characters)
    divisions = sorted({_area_codes()[c] for c in codes if c in _area_codes()})
    if len(divisions) == 1:
        hints.dialled = divisions[0]
    for hint in divisions:
        hints.add(_LOCAL, hint, 3)
        hints.add(_LOCAL, (hint[0], None), 2)


@cache
def _area_codes() -> dict[str, tuple[str, str]]:
    told = table("telephones")["codes"]
    return {
        code: (place[:2], place[3:]) for place, codes in told.items() for code in codes
    }


def _shared(mentions: Iterable[Mention]) -> dict[Hint, float]:
    """Return for countries and divisions how many other names have a place there.

    A name that many divisions have says little for any of them.
    """
    names: dict[str, set[Hint]] = {}
    for mention in mentions:
        told = names.setdefault(mention.tokens.text, set())
        for entry in mention.entries[:CANDIDATES]:
            if entry.official and entry.feature in ("city", "admin2"):
                told |= {(entry.country, entry.admin1), (entry.country, None)}
    shares: dict[Hint, list[float]] = defaultdict(list)
    for _, hinted in sorted(names.items()):
        for hint in hinted:
            shares[hint].append(2.0 / (1 + len(hinted)))
    # The rarest name does not speak for itself.
    return {
        hint: sum(each) - max(each) for hint, each in sorted(shares.items(), key=str)
    }


def company_of(mentions: Iterable[Mention]) -> dict[str, str]:
    """Return for names of towns the one country that their sentences name with them."""
    beside: dict[tuple[int, int], set[str]] = defaultdict(set)
    towns: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for mention in mentions:
        at = mention.passage.index, mention.root.sent.start
        first = mention.entries[0]
        if first.feature in ("country", "admin1") and one_only(mention):
            beside[at].add(first.country)
        elif settlement(mention.tokens):
            towns[mention.tokens.text].add(at)
    found = {}
    for name, sentences in sorted(towns.items()):
        lands = [beside[at] for at in sorted(sentences) if at in beside]
        shared = set.intersection(*lands) if lands else set()
        if len(shared) == 1:
            found[name] = shared.pop()
    return found


def one_only(mention: Mention) -> bool:
    """Whether only one country or division has the name (not Georgia, not Punjab)."""
    wide = [e for e in mention.entries if e.feature in ("country", "admin1")]
    return len({e.country for e in wide if e.official}) == 1


def is_placed(mention: Mention) -> bool:
    """Whether the words use the name as that of a place."""
    return mention.authority or mention.within is not None or anchored(mention.tokens)


def is_sure(mention: Mention) -> bool:
    """Whether the name hardly needs context: told with its state, or far the largest."""
    first, rest = mention.entries[0], mention.entries[1:]
    if first.feature != "city":
        return False
    if mention.within is not None:
        return True
    second = rest[0].population if rest else 0
    abroad = max(
        (e.population for e in rest if e.official and e.country != first.country),
        default=0,
    )
    known = first.population > 30_000 and first.population > 12 * second
    known = known or first.population > max(KNOWN_WIDELY, 3 * abroad)
    alone = not rest and first.population > 5000
    return first.official and (known or alone)
