"""Counts of people: a number with its noun phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.headlines import is_headline
from sourcebook.extract.figures.labels import is_label
from sourcebook.extract.figures.nobody import not_anyone
from sourcebook.extract.figures.phrases import (
    head_of,
    is_person,
    is_thing,
    noun_phrase,
    population_of,
    state_in,
)
from sourcebook.extract.parsed import Passage
from sourcebook.model.span import Span
from sourcebook.text.numbers import Number, find_numbers

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_OF = re.compile(r"\s+of\s+")
_PARTITIVE = re.compile(
    r"\s+of\s+(?P<inner>whom|them|us|those|these|the|his|her|their|its|our|my|your)\b",
    re.I,
)
#: "Tens of wounded", "hundreds of injured".
_OF_HARMED = re.compile(
    r"\s+of\s+(?P<inner>wounded|injured|dead|missing|displaced|homeless|hurt)(?![\w-])"
    r"(?!\s+(?:[a-z-]+\s+)?[a-z]+s\b)",
    re.I,
)
_TAIL = re.compile(r"\s+(?:who\s+(?:were\s+|was\s+)?)?(?P<word>[\w-]+)")
#: The size of the whole: "30 of the 80 wounded".
_SIZE = re.compile(
    r"\s+(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)(?=\s)",
    re.I,
)
#: The hyphen of "BREAKING NEWS-4 dead".
_KICKER = re.compile(r"(?<=[A-Z]{3})-(?=\d)")
_NO_THINGS = (
    r"(?!\s+of|\s+(?:more\s+)?(?:rounds|shots|times|seconds|minutes|hours|days|weeks|months"
    r"|years|blocks|miles|feet|bullets|cars|inches|things|guns)\b)"
)
_GROUP = re.compile(
    r"\b(?:an?|the|the\s+other|another)\s+(?:(?!of\b|and\b)[\w-]+\s+){0,3}?(?P<group>"
    + "|".join(lexicon.groups())
    + rf")\b{_NO_THINGS}",
    re.I,
)


#: "Twin brothers were killed": two without an article.
_TWINS = re.compile(
    r"\b(?:(?:the|a|an|his|her|their|whose)\s+)?(?:[\w-]+\s+)?"
    r"(?P<group>twin\s+(?:brothers|sisters|girls|boys|sons|daughters))\b",
    re.I,
)
_BARE_GROUP = re.compile(
    r"(?:^|(?<=[:;.]\s)|(?<=,\s))(?:(?!an?\b|the\b)[\w-]+\s+){0,3}?(?P<group>"
    + "|".join(lexicon.groups())
    + rf")\b{_NO_THINGS}",
    re.I,
)
#: "A double murder", "triple shooting": persons counted by an adjective.
_MULTIPLE = re.compile(
    r"\b(?P<size>double|triple|quadruple|quintuple)[\s-]+(?:(?:fatal|deadly)[\s-]+)?"
    r"(?:murders?|homicides?|killings?|slayings?|shootings?|stabbings?)\b"
    r"(?!-|\s+(?:suspects?|charges?|trial|case))",
    re.I,
)
#: "Did not result in any casualties", "without causing any injuries": none at all.
_NOT_ANY = re.compile(
    r"(?:(?:\bnot|n['’]t|\bnever)\s+(?:result(?:ed)?\s+in|cause[sd]?|produce[sd]?|leave|left"
    r"|suffer(?:ed)?|inflict(?:ed)?|claim(?:ed)?)\s+"
    r"|\bwithout\s+(?:(?:causing|suffering|inflicting|leaving|producing|reporting)\s+)?)"
    r"(?P<zero>any\s+(?:casualties|deaths|injuries|fatalities|victims|dead|wounded))\b",
    re.I,
)
#: "The sole survivor of the crash": one, and told as a survivor.
_SOLE = re.compile(
    r"\b(?:(?:the|its|their|an?)\s+)?(?:sole|lone|only)\s+(?:known\s+)?survivor\b", re.I
)
_FAMILY = re.compile(
    r"\b(?:an?|the|one|another|entire|whole|its|her|their)\s+(?:(?!of\b)[\w-]+\s+){0,2}?(?:family|crew|party)\s+of\s+$",
    re.I,
)
_SIZES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
_BOTH = re.compile(
    r"(?<!were\s)(?<!have\s)(?<!been\s)(?<!had\s)(?<!are\s)\bboth(?:\s+of\s+(?:them|the\s+\w+|whom)|\s+(?:the\s+)?(?P<noun>[a-z]+s|men|women"
    r"|children|people))?(?=\s+(?:were|had|have|died|are|suffered|sustained|remain|killed|shot|wounded|injured|dead|and\s+(?:killing|injuring|wounding))\b|[.,;]"
    r"|(?<=[a-z][sn])\s+(?:to|in|at|from|with|after)\b)",
    re.I,
)


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
        return self.passage.text[self.start : self.end]


def find_mentions(passage: Passage) -> list[Mention]:
    """Return the numbers of a passage that may count people, in order."""
    text = _KICKER.sub(" ", passage.text) if is_headline(passage) else passage.text
    found = [
        _mention(passage, number)
        for number in find_numbers(text)
        if not is_label(text, number)
    ]
    return [_of_family(mention) for mention in found if mention is not None]


def _of_family(mention: Mention) -> Mention:
    """Return "a family of five" for the number of its members."""
    family = _FAMILY.search(mention.passage.text[: mention.start][-60:])
    if family is None or mention.head is not None or mention.inner is not None:
        return mention
    start = mention.start - (len(family.group()))
    return replace(mention, start=start, person=True)


def _mention(passage: Passage, number: Number) -> Mention | None:
    text, end = passage.text, number.span.end
    partitive = _PARTITIVE.match(text, end)
    if partitive:
        return _partitive(passage, number, partitive)
    harmed = _OF_HARMED.match(text, end)
    if harmed and number.value is None:
        return _of_harmed(passage, number, harmed)
    of = _OF.match(text, end)
    tokens = noun_phrase(passage, of.end() if of else end)
    head = head_of(tokens)
    return Mention(
        passage=passage,
        number=number,
        start=number.span.start,
        end=head.idx + len(head) if head is not None else end,
        head=head,
        person=head is not None and is_person(head),
        population=population_of(head, tokens) if head is not None else "persons",
        state=state_in(tokens, head) if head is not None else None,
    )


def _of_harmed(passage: Passage, number: Number, match: re.Match[str]) -> Mention:
    """Return "tens of wounded": people named by what happened to them."""
    return Mention(
        passage=passage,
        number=number,
        start=number.span.start,
        end=match.end("inner"),
        head=None,
        person=True,
        population="persons",
        inner=match.group("inner"),
    )


def _partitive(
    passage: Passage, number: Number, match: re.Match[str]
) -> Mention | None:
    """Return "four of whom", "20 of those injured", "one of the passengers"."""
    inner, end = match.group("inner").lower(), match.end()
    pronoun = inner in ("whom", "them", "us")
    size = None if pronoun else _SIZE.match(passage.text, end)
    end = size.end() if size else end
    tokens = [] if pronoun else noun_phrase(passage, end)
    head = head_of(tokens)
    if head is not None:
        known = is_person(head) or bool(lexicon.look_up(head.text, "counts"))
        if not known and not _are_somebodys(inner, head):
            return None
        end = head.idx + len(head)
    elif not pronoun:
        tail = _TAIL.match(passage.text, end)
        harmed = tail is not None and lexicon.harm().get(tail.group("word").lower())
        if tail is not None and harmed:
            end = tail.end("word")
        elif inner == "the" and size is None:
            return None
    return Mention(
        passage=passage,
        number=number,
        start=number.span.start,
        end=end,
        head=head,
        person=head is None or not _are_somebodys(inner, head) or is_person(head),
        population=population_of(head, tokens) if head is not None else "persons",
        inner=passage.text[match.start("inner") : end],
        state=state_in(tokens, head) if head is not None else None,
    )


def _are_somebodys(owner: str, head: Token) -> bool:
    """Whether "eleven of their workmates" may name people by an unlisted noun."""
    several = head.tag_ == "NNS" and not is_thing(head)
    return several and owner in ("his", "her", "their", "its", "our", "my")


def group_mentions(passage: Passage) -> Iterator[Mention]:
    """Yield "a couple", "both men", "a triple murder": some persons in one word."""
    text = passage.text
    bare = _BARE_GROUP.finditer(text) if is_headline(passage) else ()
    for match in (*_GROUP.finditer(text), *bare, *_TWINS.finditer(text)):
        value = lexicon.groups()[" ".join(match.group("group").lower().split())]
        yield from _group(passage, match, match.start("group"), value)
    for match in _MULTIPLE.finditer(text):
        value = _SIZES[match.group("size").lower()]
        yield from _group(passage, match, match.end() - 1, value)
    for match in _SOLE.finditer(text):
        yield from _group(passage, match, match.end() - 1, 1)
    for match in (*_NOT_ANY.finditer(text), *not_anyone(text)):
        yield from _group(passage, match, match.end() - 1, 0, match.start("zero"))
    both = _BOTH.finditer(text) if "both" in text.lower() else ()
    for match in both:
        if text[: match.start()].endswith(", ") and text.startswith(",", match.end()):
            continue
        noun = (match.group("noun") or "people").lower()
        if noun in lexicon.people() or lexicon.look_up(noun, "counts"):
            yield from _group(passage, match, match.end() - 1, 2)


def _group(
    passage: Passage,
    match: re.Match[str],
    at: int,
    value: int,
    first: int | None = None,
) -> Iterator[Mention]:
    start = match.start() if first is None else first
    tokens = passage.doc.char_span(at, match.end(), alignment_mode="expand")
    if tokens is None:
        return
    span = Span(start=start, end=match.end())
    number = Number(
        span=span, bare=span, comparator="eq", value=value, low=value, high=value
    )
    yield Mention(
        passage=passage,
        number=number,
        start=start,
        end=match.end(),
        head=tokens[-1],
        person=True,
        population="persons",
    )
