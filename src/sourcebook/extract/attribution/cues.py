"""The vocabulary of reporting: which words say that somebody states something."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


@cache
def words(key: str) -> frozenset[str]:
    """Return a word list of ``reporting.toml``."""
    return frozenset(table("reporting")[key])


@cache
def nouns(key: str) -> frozenset[str]:
    """Return a noun list of ``reporting.toml``."""
    return frozenset(table("reporting")["nouns"][key])


def is_cue(token: Token) -> bool:
    """Whether the token is a verb of reporting."""
    if token.pos_ not in ("VERB", "AUX"):
        return is_mistaken(token)
    found = lemma(token)
    return found in words("verbs") or found in words("stance")


def is_mistaken(token: Token) -> bool:
    """Whether the tagger took a reporting verb for a noun ("state media report that")."""
    if token.pos_ != "NOUN" or lemma(token) not in words("mistaken"):
        return False
    clause = any(c.dep_ == "ccomp" and c.i > token.i for c in token.children)
    return clause and any(
        c.dep_ == "compound" and speaks(c) and c.i == token.i - 1
        for c in token.children
    )


def asserts(token: Token) -> bool:
    """Whether the verb puts its complement forward as so."""
    found = lemma(token)
    return found in words("verbs") and found not in words("attitude")


def lemma(token: Token) -> str:
    """Return the lemma in lower case.

    >>> from sourcebook.extract.pipeline import english
    >>> [lemma(token) for token in english()("They Said so")]
    ['they', 'say', 'so']
    """
    return _IRREGULAR.get(token.lower_, token.lemma_.lower())


_IRREGULAR = {"said": "say", "says": "say", "told": "tell", "media": "media"}


def speaks(token: Token) -> bool:
    """Whether a noun means people or a body that can state something."""
    found = lemma(token)
    return found in nouns("persons") or found in nouns("bodies")


def is_hidden_name(token: Token) -> bool:
    """Whether the tagger took a people's name for a word ("Houthis say")."""
    return (
        token.tag_ == "DT"
        and token.text.istitle()
        and token.text.endswith("s")
        and token.lower_ not in ("this", "others", "theirs")
    )


def is_spokesperson(token: Token) -> bool:
    """Whether the noun means somebody who speaks for others (DOMAIN STM-3)."""
    return lemma(token) in nouns("spokespersons")


def is_statement(token: Token) -> bool:
    """Whether the noun means a text that somebody issued."""
    return lemma(token) in words("statements")


def is_account(token: Token) -> bool:
    """Whether the noun means a text or a count that somebody keeps."""
    return is_statement(token) or lemma(token) in words("accounts")
