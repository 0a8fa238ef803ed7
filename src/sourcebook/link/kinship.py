"""One originator under several names: lineages of an incident that are one (SRC-2).

Within an incident a surname is the full name that ends with it, "police" are the one
force that reports name, and words in quotation marks that two reports share are one
person's, whoever is said to have passed them on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from sourcebook.link.affiliation import affiliated
from sourcebook.link.disjoint import Disjoint
from sourcebook.link.words import words
from sourcebook.model.claim import Claim, Place
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report
from sourcebook.model.span import Span
from sourcebook.text.quotations import quotations

#: Words that a shared quotation needs.
QUOTED = 5
#: Letters in common that two spellings of a name need (percent).
ALIKE = 60
_VOWELS = re.compile(r"[aeiouyhw'’-]")
_TWICE = re.compile(r"(\w)\1")
_FORCES = ("police", "sheriff")
_VOICES = ("outlet", "wire", "report")

#: Initials at the end of a body's name.
_INITIALS = re.compile(r"(?<=[a-z] )[A-Z]{2,7}$")

Name = tuple[str, ...]


def settled(
    claims: Sequence[Claim],
    lineage: Mapping[str, str],
    reports: Mapping[str, Report],
    root_of: Mapping[str, Incident],
) -> dict[str, str]:
    """Return the lineage of each claim by id, those of one originator made one."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.report in root_of:
            told[root_of[claim.report].id].append(claim)
    found = dict(lineage)
    for _, inside in sorted(told.items()):
        place = root_of[inside[0].report].place
        known = {claim.id: lineage[claim.id] for claim in inside}
        known.update(affiliated(inside, known, reports))
        known = _renamed(known, _same_initials(inside, known))
        known = _renamed(known, _same_person(inside, known))
        known = _renamed(known, _same_force(inside, known, place))
        found.update(known)
        found.update(_same_words(inside, known, reports))
    return found


def _renamed(known: Mapping[str, str], renamed: Mapping[str, str]) -> dict[str, str]:
    return {claim: renamed.get(value, value) for claim, value in known.items()}


def _same_person(claims: Iterable[Claim], known: Mapping[str, str]) -> dict[str, str]:
    """Return the lineages that are one person's, to the one that stands for them.

    A body for which the person speaks comes first, then the fullest name.
    """
    of_name: dict[Name, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        link = claim.originator
        if link is not None and link.name is not None and _is_person(claim):
            of_name[tuple(words(link.name))][known[claim.id]] += 1
    sets = Disjoint()
    for name in sorted(of_name):
        for other in sorted(of_name):
            if are_spellings(name, other):
                sets.join(" ".join(min(name, other)), " ".join(max(name, other)))
        full = [other for other in sorted(of_name) if _is_fuller(other, name)]
        if full and all(_are_compatible(a, b) for a in full for b in full):
            sets.join(" ".join(full[0]), " ".join(name))
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for name, told in of_name.items():
        together[sets.find(" ".join(name))].update(told)
    found: dict[str, str] = {}
    for _, lineages in sorted(together.items()):
        own = [lineage for lineage in lineages if _is_own(lineage)]
        found.update(dict.fromkeys(own, _best(lineages)))
    return found


def _same_initials(claims: Iterable[Claim], known: Mapping[str, str]) -> dict[str, str]:
    """Return the lineages of initials that stand behind a body ("prison service PSA")."""
    found = {}
    for claim in claims:
        name = (claim.originator.name or "") if claim.originator else ""
        last = _INITIALS.search(name)
        own = f"named:{last[0].casefold()}" if last else ""
        if own and own != known[claim.id]:
            found[own] = known[claim.id]
    return found


def _is_person(claim: Claim) -> bool:
    link = claim.originator
    return bool(link and link.named and link.name and not link.name.islower())


def _is_fuller(name: Name, short: Name) -> bool:
    """Whether a name holds all of a shorter one and ends as it does."""
    longer = len(name) > len(short) and name[-1:] == short[-1:]
    return longer and set(short) <= set(name)


def are_spellings(left: Name, right: Name) -> bool:
    """Whether two full names are one in two spellings ("Faiz", "Fayez").

    >>> are_spellings(("noor", "fayez"), ("noor", "faiz"))
    True
    >>> are_spellings(("ana", "lore"), ("ana", "lara"))
    False
    """
    if len(left) != len(right) or len(left) < 2 or left == right:
        return False
    differ = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return (
        len(differ) == 1
        and (len(left) > 2 or left[0] == right[0])
        and _sounds_as(*differ[0])
    )


def _sounds_as(left: str, right: str) -> bool:
    """Whether two spellings have the same consonants, and most letters, in common."""
    bones = [
        _VOWELS.sub("", _TWICE.sub(r"\1", w.replace("q", "k"))) for w in (left, right)
    ]
    alike = left[0] == right[0] and bones[0] == bones[1] and len(bones[0]) > 1
    return alike and min(len(left), len(right)) > 3 and fuzz.ratio(left, right) >= ALIKE


def _are_compatible(left: Name, right: Name) -> bool:
    return set(left) <= set(right) or set(right) <= set(left)


def _is_own(lineage: str) -> bool:
    return lineage.startswith("named:")


def _best(told: Mapping[str, int]) -> str:
    """Return the lineage that tells most: of a body, else of the fullest name."""
    return min(told, key=lambda key: (_is_own(key), -len(key.split()), -told[key], key))


def _same_force(
    claims: Iterable[Claim], known: Mapping[str, str], place: Place | None
) -> dict[str, str]:
    """Return the lineages that are one force's: "police" where reports name but one.

    Where none is named but an officer is, they are the police of the place.
    """
    told = sorted(set(known.values()))
    officers = {known[claim.id] for claim in claims if _is_person(claim)}
    found = {}
    for force in _FORCES:
        named = [key for key in told if key.startswith(f"{force}:")]
        whole = [key for key in named if not any(_is_within(key, o) for o in named)]
        for key in named:
            wider = [other for other in whole if _is_within(key, other)]
            found.update(dict.fromkeys([key], wider[0]) if len(wider) == 1 else {})
        bare = f"official:{force}"
        if len(whole) == 1:
            found[bare] = whole[0]
        elif not whole and place and bare in officers:
            found[bare] = f"{force}:{' '.join(words(place.name))}"
    return found


def _is_within(short: str, full: str) -> bool:
    """Whether the words of one force's name are some of another's."""
    return set(_words(short)) < set(_words(full))


def _words(lineage: str) -> list[str]:
    return lineage.partition(":")[2].split()


def _same_words(
    claims: Iterable[Claim], known: Mapping[str, str], reports: Mapping[str, Report]
) -> dict[str, str]:
    """Return the lineage of claims inside a quotation that several reports hold."""
    quoted: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        told = _quoted(claim, reports[claim.report])
        if len(told) >= QUOTED:
            quoted[told].append(claim)
    found = {}
    for _, same in sorted(quoted.items()):
        names = Counter(known[c.id] for c in same if not _is_voice(known[c.id]))
        if names and len({claim.report for claim in same}) > 1:
            found.update({claim.id: _best(names) for claim in same})
    return found


def _is_voice(lineage: str) -> bool:
    return lineage.split(":")[0] in (*_VOICES, "unnamed")


def _quoted(claim: Claim, report: Report) -> tuple[str, ...]:
    """Return the words of the claim's sentence that stand in quotation marks with it."""
    characters = report.characters(claim.field)
    sentence = claim.setting.sentence
    for part in _parts(characters):
        if part.start <= claim.span.start and claim.span.end <= part.end:
            start, end = max(part.start, sentence.start), min(part.end, sentence.end)
            return tuple(words(characters[start:end]))
    return ()


@lru_cache(maxsize=256)
def _parts(characters: str) -> tuple[Span, ...]:
    """Return what stands in quotation marks; asked for each claim of a report."""
    return tuple(part for found in quotations(characters) for part in found.parts)
