"""Counts of people: a number with its noun phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon
from sourcebook.extract.parsed import Passage
from sourcebook.model.span import Span
from sourcebook.text.numbers import Number, find_numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIERS = ("ADJ", "NOUN", "PROPN", "ADV", "NUM", "PUNCT", "PART", "VERB")
_PARTITIVE = re.compile(
    r"\s+of\s+(?P<inner>whom|them|us|those|these|the|his|her|their|its|our|our\s+own)\b",
    re.I,
)
_GROUP = re.compile(
    r"\b(?:an?|the|the\s+other|another)\s+(?:[\w-]+\s+){0,3}?(?P<group>"
    + "|".join(lexicon.groups())
    + r")\b(?!\s+of)",
    re.I,
)
_MAX_MODIFIERS = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mention:
    """A number with its noun phrase; offsets count in the passage's characters.

    ``head`` is the noun that is counted, None for a bare number; ``person`` says
    whether that noun is known to name people, ``inner`` the words after "of" in a
    partitive ("20 of those injured"), ``state`` a harm word before the head
    ("wounded people"); ``single`` marks one person told without a number.
    """

    passage: Passage
    number: Number
    start: int
    end: int
    head: Token | None
    person: bool
    population: str
    inner: str | None = None
    state: str | None = None
    single: bool = False

    @property
    def words(self) -> str:
        """The characters of the mention as the parser saw them."""
        return self.passage.doc.text[self.start : self.end]

    @property
    def open(self) -> bool:
        """Whether nothing but the number stands there."""
        return self.head is None


def find_mentions(passage: Passage) -> list[Mention]:
    """Return the numbers of a passage that may count people, in order."""
    found = []
    for number in find_numbers(passage.doc.text):
        mention = _mention(passage, number)
        if mention is not None:
            found.append(mention)
    return found


def _mention(passage: Passage, number: Number) -> Mention | None:
    text = passage.doc.text
    start, end = number.span.start, number.span.end
    partitive = _PARTITIVE.match(text, end)
    if partitive:
        return _partitive(passage, number, partitive)
    if re.match(r"\s+of\s+", text[end:]):
        end = end + len(re.match(r"\s+of\s+", text[end:]).group())  # type: ignore[union-attr]
    tokens = _phrase(passage, end)
    if tokens is None:
        return None
    head = _head(tokens)
    if head is None:
        last = tokens[-1] if tokens else None
        stop = last.idx + len(last) if last is not None else number.span.end
        return Mention(
            passage=passage,
            number=number,
            start=start,
            end=stop,
            head=None,
            person=False,
            population="persons",
        )
    return Mention(
        passage=passage,
        number=number,
        start=start,
        end=head.idx + len(head),
        head=head,
        person=_is_person(head),
        population=population_of(head, tokens),
        state=_state(tokens, head),
    )


def _partitive(
    passage: Passage, number: Number, match: re.Match[str]
) -> Mention | None:
    text = passage.doc.text
    inner = match.group("inner").lower()
    end, head, population = match.end(), None, "persons"
    words = inner
    if inner not in ("whom", "them", "us"):
        tail = re.match(
            r"\s+(?:who\s+were\s+|who\s+was\s+|who\s+)?([\w-]+(?:\s+[\w-]+)?)",
            text[end:],
        )
        tokens = _phrase(passage, end) or []
        head = _head(tokens)
        if (
            inner == "the"
            and tail
            and head is None
            and not lexicon.harm().get(tail.group(1).lower().split()[0])
        ):
            return None
        if head is not None and not _is_person(head):
            if not lexicon.look_up(head.text, "counts"):
                return None
        if head is not None:
            end, population = head.idx + len(head), population_of(head, tokens)
        elif tail:
            first = tail.group(1).split()[0]
            if lexicon.harm().get(first.lower()):
                end += tail.start(1) + len(first)
        words = text[match.start("inner") : end]
    return Mention(
        passage=passage,
        number=number,
        start=number.span.start,
        end=end,
        head=head,
        person=True,
        population=population,
        inner=words,
        state=_state(tokens, head) if head is not None else None,
    )


def _phrase(passage: Passage, position: int) -> list[Token] | None:
    """Return the tokens of the noun phrase that starts here, head last.

    None where the next word shows that no people are counted.
    """
    text = passage.doc.text
    found: list[Token] = []
    last = 0
    at = position + (len(text[position:]) - len(text[position:].lstrip(" ")))
    if "\n" in text[position:at]:
        return []
    start = (
        passage.doc.char_span(at, at + 1, alignment_mode="expand")
        if at < len(text)
        else None
    )
    if start is None or start[0].idx != at:
        return []
    for token in passage.doc[start[0].i :]:
        kind = _kind(token)
        if kind == "stop" and _joins(token, found):
            kind = "modifier"
        if kind == "stop" or len(found) >= _MAX_MODIFIERS:
            break
        found.append(token)
        if kind == "head":
            last = len(found)
            if (
                token.i + 1 < len(passage.doc)
                and token.nbor().lower_ == "of"
                and token.lower_ == "members"
            ):
                break
    return found[:last] if last else []


def _joins(token: Token, found: list[Token]) -> bool:
    """Whether "and" stands inside one noun phrase: "refugee and migrant deaths"."""
    if token.lower_ != "and" or not found or found[-1].tag_ not in ("NN", "JJ"):
        return False
    after = token.doc[token.i + 1 : token.i + 3]
    return (
        len(after) == 2
        and after[0].tag_ in ("NN", "JJ")
        and bool(lexicon.look_up(after[1].lower_, "counts"))
    )


def _kind(token: Token) -> str:
    """Whether a token of a noun phrase can be its head, a modifier, or ends it."""
    low = token.lower_
    if low in ("others", "more", "another"):
        return "head" if low != "another" else "stop"
    if is_people(token):
        return "head"
    if _ends_phrase(token) or (
        token.is_digit
        and not token.text_with_ws.endswith("-")
        and token.nbor(-1).is_digit
    ):
        return "stop"
    if token.is_digit and (token.i + 1 >= len(token.doc) or token.nbor().text != "-"):
        return "stop"
    if token.ent_type_ in ("DATE", "TIME") and token.pos_ in ("NOUN", "PROPN"):
        return "stop"
    if token.pos_ in ("NOUN", "PROPN"):
        return "head"
    if token.pos_ in _MODIFIERS and (token.pos_ != "PUNCT" or low == "-"):
        return "modifier"
    return "stop"


def _ends_phrase(token: Token) -> bool:
    low = token.lower_
    if token.pos_ == "PUNCT" and low != "-":
        return True
    if low in (
        "in",
        "at",
        "on",
        "by",
        "after",
        "when",
        "as",
        "and",
        "or",
        "with",
        "so",
        "still",
        "also",
        "now",
        "then",
        "later",
        "not",
        "to",
        "near",
        "were",
        "was",
        "n't",
        "ago",
        "later",
        "earlier",
    ):
        return True
    if token.tag_ in (
        "VBD",
        "VBZ",
        "VBP",
        "MD",
        "VB",
        "IN",
        "DT",
        "PRP",
        "PRP$",
        "WP",
        "WDT",
        "TO",
        "CC",
        "RP",
        "EX",
    ):
        return not _before_people(token)
    if lexicon.harm().get(low) and not lexicon.look_up(low, "counts"):
        return not _before_people(token)
    if low in ("dead", "wounded", "injured", "missing", "hurt"):
        return not _before_people(token)
    return token.pos_ in ("VERB", "NUM", "PART") and not _before_people(token)


def _before_people(token: Token) -> bool:
    """Whether a noun of people follows within two tokens: "wounded young men"."""
    if token.tag_ in ("VBD", "VBZ", "VBP", "MD", "IN", "CC", "WP", "WDT", "TO", "PRP"):
        after = token.doc[token.i + 1 : token.i + 2]
        harmful = lexicon.look_up(token.lower_, "states", "transitive")
        return bool(harmful) and token.tag_ == "VBD" and any(map(is_people, after))
    for after in token.doc[token.i + 1 : token.i + 4]:
        if (
            is_people(after)
            or lexicon.look_up(after.lower_, "counts")
            and after.pos_ == "NOUN"
        ):
            return True
        if (
            after.pos_ not in ("ADJ", "NOUN", "PROPN", "PUNCT", "NUM", "ADV", "VERB")
            or after.text == ","
        ):
            return False
    return False


def is_people(token: Token) -> bool:
    """Whether a token is a known noun of people, or of a nationality in the plural."""
    low = token.lower_
    if low in (
        "black",
        "white",
        "other",
        "gay",
        "private",
        "general",
        "major",
        "minor",
        "senior",
        "model",
        "disabled",
        "homeless",
        "elderly",
    ):
        return False
    if low in lexicon.people():
        return True
    return low in lexicon.nationalities() and low.endswith("s") and token.pos_ != "ADJ"


def _head(tokens: list[Token]) -> Token | None:
    if not tokens:
        return None
    known = [t for t in tokens if is_people(t)]
    last = tokens[-1]
    if known and (
        known[-1] is last
        or last.lower_ in ("more", "others")
        or not lexicon.look_up(last.lower_, "counts")
    ):
        if last.pos_ in ("NOUN", "PROPN") and last.lower_ in lexicon.things():
            return last
        return known[-1]
    return last


def _is_person(head: Token) -> bool:
    return is_people(head) or head.lower_ in ("others", "more")


def is_thing(head: Token) -> bool:
    """Whether a noun surely counts no people."""
    low = head.lower_
    return low in lexicon.things() or low.endswith(lexicon.thing_suffixes())


def _state(tokens: list[Token], head: Token | None) -> str | None:
    for token in tokens:
        if token is not head and lexicon.look_up(token.lower_, "states"):
            return token.lower_
        if token is not head and token.lower_ == "slain":
            return "slain"
    return None


def population_of(head: Token, tokens: list[Token]) -> str:
    """Return the population that the words of a noun phrase name."""
    words = [t.lower_ for t in tokens]
    for pair in zip(words, words[1:], strict=False):
        if " ".join(pair) in lexicon.people():
            return lexicon.people()[" ".join(pair)]
    named = lexicon.people().get(head.lower_, "persons")
    if named == "persons":
        for word in reversed(words):
            if word in lexicon.nationalities():
                return f"nationality:{lexicon.nationalities()[word]}"
            if word in ("civilian", "female", "suspected"):
                return {"civilian": "civilians", "female": "women"}.get(word, "persons")
    return named


def group_mentions(passage: Passage) -> Iterator[Mention]:
    """Yield "a couple", "the twins": one noun for two or more persons."""
    for match in _GROUP.finditer(passage.doc.text):
        token = passage.doc.char_span(
            match.start("group"), match.end("group"), alignment_mode="expand"
        )
        if token is None:
            continue
        value = lexicon.groups()[match.group("group").lower()]
        span = Span(start=match.start(), end=match.end())
        number = Number(
            span=span, bare=span, comparator="eq", value=value, low=value, high=value
        )
        yield Mention(
            passage=passage,
            number=number,
            start=match.start(),
            end=match.end(),
            head=token[-1],
            person=True,
            population="persons",
        )
