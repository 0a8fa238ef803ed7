"""Base forms of the few words that tell what kind of incident it was.

Linking has no parser; the vocabulary's verbs and nouns are inflected instead, once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import incident_types


def base_forms(words: Iterable[str]) -> list[str]:
    """Return the words, those of the incident vocabulary in their base form.

    >>> base_forms("two men were shot as gunmen opened fire".split())
    ['two', 'men', 'were', 'shoot', 'as', 'gunman', 'open', 'fire']
    """
    known = _forms()
    return [known.get(word, word) for word in words]


@cache
def _forms() -> dict[str, str]:
    """Return inflected forms to base forms; a listed noun is its own base form."""
    types = incident_types().values()
    nouns = {word for row in types for phrase in row.nouns for word in phrase.split()}
    single = {v for row in types for v in row.verbs if " " not in v}
    heads = {v.split()[0] for row in types for v in row.verbs if " " in v} - nouns
    found: dict[str, str] = {}
    for verb in sorted(single | heads):
        for form in _inflected(verb):
            found.setdefault(form, verb)
    for noun in sorted(nouns):
        found.setdefault(_plural(noun), noun)
    for noun in nouns:
        found[noun] = noun
    return found


def _inflected(verb: str) -> list[str]:
    for name in ("harm_conflict", "harm_disaster"):
        irregular: dict[str, str] = table(name)["irregular"]
        if verb in irregular:
            return irregular[verb].split()
    stem = verb.removesuffix("e")
    doubled = verb + verb[-1]
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return [verb, plural, stem + "ed", stem + "ing", doubled + "ed", doubled + "ing"]


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")
