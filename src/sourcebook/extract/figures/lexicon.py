"""The words of harm and of people, compiled from the schema's data files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, get_args

from sourcebook.model.claim import Metric
from sourcebook.schema.load import table
from sourcebook.text.alternatives import alternatives

Construction: TypeAlias = Literal[
    "transitive", "intransitive", "states", "counts", "events", "tolls"
]
Form: TypeAlias = Literal["base", "third", "gerund", "past", "participle"]

PACKS = ("harm_conflict", "harm_disaster")
#: Letters of the shortest unlisted word for several men: "seamen", "gunmen".
_SHORTEST_OF_MEN = 6
_METRICS: tuple[Metric, ...] = (
    "casualties",
    "killed",
    "critical",
    "injured",
    "abducted",
    "released",
    "detained",
    "missing",
    "rescued",
    "hospitalized",
    "displaced",
    "trapped",
    "survivors",
    "affected",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one surface form of a harm word says: metric, construction, verb forms."""

    metric: Metric
    construction: Construction
    forms: frozenset[Form] = frozenset()


@cache
def irregular() -> dict[str, tuple[str, ...]]:
    """Return the verbs whose forms are listed, by base form."""
    listed: dict[str, tuple[str, ...]] = {}
    for pack in PACKS:
        for base, forms in table(pack)["irregular"].items():
            listed[base] = tuple(forms.split())
    return listed


def inflect(phrase: str) -> dict[str, frozenset[Form]]:
    """Return every form of a verb phrase given in its base form.

    >>> sorted(inflect("fatally shoot"))
    ['fatally shoot', 'fatally shooting', 'fatally shoots', 'fatally shot']
    """
    words = phrase.split()
    heads = [0 if not words[0].endswith("ly") else 1]
    heads += [i + 1 for i, word in enumerate(words) if word in ("and", "or")]
    found: dict[str, set[Form]] = defaultdict(set)
    paradigms = [_paradigm(words[i]) for i in heads if i < len(words)]
    for form in get_args(Form):
        spelt = list(words)
        for place, paradigm in zip(heads, paradigms, strict=False):
            spelt[place] = paradigm[form]
        found[" ".join(spelt)].add(form)
    return {surface: frozenset(forms) for surface, forms in found.items()}


def _paradigm(verb: str) -> dict[Form, str]:
    forms = irregular().get(verb)
    if forms:
        past = forms[3] if len(forms) > 3 else verb
        return {
            "base": verb,
            "third": forms[1],
            "gerund": forms[2],
            "past": past,
            "participle": forms[-1] if len(forms) > 3 else verb,
        }
    stem = verb[:-1] if verb.endswith("e") else verb
    past = stem + "ed"
    third = verb + ("es" if re.search(r"(?:s|x|ch|sh)$", verb) else "s")
    if re.search(r"[^aeiou]y$", verb):
        past, third = verb[:-1] + "ied", verb[:-1] + "ies"
    return {
        "base": verb,
        "third": third,
        "gerund": stem + "ing",
        "past": past,
        "participle": past,
    }


@cache
def harm() -> dict[str, tuple[Word, ...]]:
    """Return surface form -> what it says, over both data packs."""
    found: dict[str, list[Word]] = defaultdict(list)
    for metric in _METRICS:
        for pack in PACKS:
            listed: dict[str, list[str]] = table(pack).get(metric, {})
            for construction in get_args(Construction):
                for phrase in listed.get(construction, ()):
                    for surface, forms in _spelt(phrase, construction).items():
                        found[surface].append(
                            Word(metric=metric, construction=construction, forms=forms)
                        )
    return {surface: tuple(words) for surface, words in found.items()}


def _spelt(phrase: str, construction: Construction) -> dict[str, frozenset[Form]]:
    if construction in ("transitive", "intransitive"):
        return inflect(phrase)
    if construction == "events":
        return {phrase: frozenset(), plural(phrase): frozenset()}
    return {phrase: frozenset()}


def surfaces(*constructions: Construction, forms: Iterable[Form] = ()) -> list[str]:
    """Return the surface forms of these constructions, longest first."""
    wanted = frozenset(forms)
    found = [
        surface
        for surface, words in harm().items()
        if any(
            w.construction in constructions
            and (not wanted or not w.forms or w.forms & wanted)
            for w in words
        )
    ]
    return sorted(found, key=lambda surface: (-len(surface), surface))


def alternation(words: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, any white space inside."""
    return alternatives(words)


def normal(words: str) -> str:
    """Return words in the lexicon's spelling: lower case, single spaces."""
    return " ".join(words.lower().split())


def look_up(surface: str, *constructions: Construction) -> tuple[Word, ...]:
    """Return what a surface form says in these constructions."""
    words = harm().get(normal(surface), ())
    return tuple(w for w in words if w.construction in constructions)


@cache
def said_of_things() -> frozenset[str]:
    """Return the verb forms that tell harm only where people are named as such."""
    return frozenset(
        surface
        for pack in PACKS
        for metric in _METRICS
        for phrase in table(pack).get(metric, {}).get("of_people", ())
        for surface in inflect(phrase)
    )


@cache
def people() -> dict[str, str]:
    """Return each noun of people, singular and plural, with its population."""
    data = table("populations")
    found: dict[str, str] = {}
    for group in (
        "attackers",
        "medics",
        "journalists",
        "security_forces",
        "combatants",
        "children",
        "women",
        "civilians",
        "people",
    ):
        for noun in data[group]["nouns"]:
            population = "persons" if group == "people" else group
            found.setdefault(noun, population)
            found.setdefault(plural(noun), population)
    return found


@cache
def peoples() -> frozenset[str]:
    """Return the names of nationalities and of peoples without a state."""
    return frozenset((*nationalities(), *table("populations")["peoples"]["words"]))


@cache
def are_men(word: str) -> bool:
    """Whether an unlisted word ends like one for people: "seamen", "clanswomen".

    >>> are_men("seamen"), are_men("specimen"), are_men("men")
    (True, False, False)
    """
    if not word.endswith(("men", "women")) or len(word) < _SHORTEST_OF_MEN:
        return False
    return word not in frozenset(table("populations")["no_men"]["words"])


@cache
def is_man(word: str) -> bool:
    """Whether an unlisted word in small letters ends like one for a man or a woman.

    >>> is_man("oilman"), is_man("human"), is_man("Thurman")
    (True, False, False)
    """
    if not word.endswith(("man", "woman")) or len(word) < _SHORTEST_OF_MEN:
        return False
    listed = frozenset(table("populations")["no_man"]["words"])
    return word.islower() and word not in listed


@cache
def singular_people() -> frozenset[str]:
    """Return the nouns that name one person."""
    data = table("populations")
    lists = (v["nouns"] for k, v in data.items() if "nouns" in v and k != "things")
    return frozenset(n for nouns in lists for n in nouns) - frozenset(
        data["collective"]["words"]
    )


def plural(noun: str) -> str:
    """Return the plural of a noun of people."""
    listed: dict[str, str] = table("populations")["plurals"]
    head = noun.rsplit(" ", 1)[-1]
    first = noun[: len(noun) - len(head)]
    if head in listed:
        return first + listed[head]
    if head.endswith("man"):
        return first + head[:-3] + "men"
    if re.search(r"(?:s|x|ch|sh)$", head):
        return noun + "es"
    if re.search(r"[^aeiou]y$", head):
        return noun[:-1] + "ies"
    return noun + "s"


@cache
def nationalities() -> dict[str, str]:
    """Return adjectives and names of nationality with their ISO 3166-1 codes."""
    listed: dict[str, str] = table("populations")["nationalities"]
    return {**listed, **{plural(name): code for name, code in listed.items()}}


@cache
def institutions() -> frozenset[str]:
    """Return what has a nationality of its own before people: "the US embassy staff"."""
    return frozenset(table("populations")["institutions"]["words"])


@cache
def things() -> frozenset[str]:
    """Return heads, singular and plural, that are no people."""
    nouns: list[str] = table("populations")["things"]["nouns"]
    return frozenset(nouns) | frozenset(plural(n) for n in nouns)


@cache
def thing_suffixes() -> tuple[str, ...]:
    """Return the endings of nouns that are no people."""
    return tuple(table("populations")["things"]["suffixes"])


@cache
def groups() -> dict[str, int]:
    """Return singular nouns of two or more persons with their number."""
    return dict(table("populations")["groups"])


@cache
def phrase_ends() -> frozenset[str]:
    """Return words that no noun phrase of people goes beyond."""
    return frozenset(table("populations")["ends"]["words"])


@cache
def no_heads() -> frozenset[str]:
    """Return nouns of people that are mostly adjectives or ranks before another noun."""
    return frozenset(table("populations")["no_heads"]["words"])
