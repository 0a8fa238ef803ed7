"""Names in a draft's sentence, and who of them is said to tell a number."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.draft.harm import harm
from sourcebook.model.claim import AttributionLink
from sourcebook.model.report import Report
from sourcebook.model.span import Span
from sourcebook.schema.load import table

_NAME_WORD = r"[A-Z][\w.'’-]*(?<!\.)"
#: A name: words with capitals, words of offices in small letters, with an article.
NAME = (
    rf"(?:[Tt]he\s+|[Aa]n?\s+)?(?:(?:{{office}}|{_NAME_WORD})(?:['’]s)?\s+"
    r"(?:(?:of|for|and|in)\s+(?:the\s+)?)?){0,6}"
    rf"(?:{{office}}|{_NAME_WORD})"
)
_ADVERB = r"(?:now|also|first|later|had|has|have|itself|since|initially|originally|earlier|meanwhile|however|\w+ly)"
#: Words with a capital at the head of a sentence that name nobody.
_NOBODY = frozenset(table("draft")["nobody"])


@cache
def name_pattern() -> str:
    """Return the pattern of a name, offices in small letters among its words."""
    offices = "|".join(sorted(table("draft")["offices"], key=len, reverse=True))
    return NAME.replace("{office}", rf"\b(?:{offices})\b")


@cache
def _before() -> re.Pattern[str]:
    speaks = "|".join(table("draft")["carried"]["speaks"])
    return re.compile(
        rf"(?:^|[\s,;:(—-])(?P<name>{name_pattern()})(?:\s*,[^,;.]*,)?\s+(?:{_ADVERB}\s+)*(?:{speaks})\b"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Aa]ccording to|[Aa]s per|[Pp]er|says|said|by)\s+(?P<name>{name_pattern()})"
    )


@cache
def _elided() -> re.Pattern[str]:
    """A name right before its number: "the Observatory at 30", "Police: 14"."""
    return re.compile(
        rf"(?:^|,|\band|[:;=])\s*(?:[a-z]+\s+)?(?P<name>{name_pattern()})"
        rf"(?:\s*\([^)]*\))?\s*(?:,?\s+(?:at|of)|[:=])\s+$"
    )


@cache
def _gapped() -> re.Pattern[str]:
    """A name right before its number, the verb told before: "Police have 12, medics 14"."""
    return re.compile(
        rf"(?:\d|[a-z])(?:,|;)?\s+(?:and\s+|but\s+)?(?P<name>{name_pattern()})\s+$"
    )


def telling(report: Report, number: Span, sentence: Span) -> AttributionLink | None:
    """Return the link to the source that a number's clause names, None for none."""
    text = report.text.characters
    start = max(
        (
            m.end()
            for m in re.finditer(
                r"[;—]|\b(?:while|whereas|but)\b", text[sentence.start : number.start]
            )
        ),
        default=0,
    )
    head = text[sentence.start + start : number.start]
    elided = _elided().search(head)
    if elided is not None and not is_pronoun(elided.group("name")):
        first, last = (sentence.start + start + at for at in elided.span("name"))
        return link_at(report, Span(start=first, end=last))
    found = None
    for match in _before().finditer(head + " "):
        found = match
    gapped = _gapped().search(head) if found is not None else None
    if gapped is not None and not is_pronoun(gapped.group("name")):
        first, last = (sentence.start + start + at for at in gapped.span("name"))
        return link_at(report, Span(start=first, end=last))
    offset = sentence.start + start
    if found is None or is_pronoun(found.group("name")):
        tail = re.split(r"[;.]", text[number.end : sentence.end], maxsplit=1)[0]
        found, offset = _after().search(tail), number.end
        if found is None:
            found, offset = _after().search(head), sentence.start + start
    if found is None or is_pronoun(found.group("name")):
        return None
    first, last = (offset + at for at in found.span("name"))
    return link_at(report, Span(start=first, end=last))


@cache
def _counting() -> re.Pattern[str]:
    """A name and a verb of counting right before a number: "X spoke of 80"."""
    verbs = "|".join(table("draft")["carried"]["counting"])
    return re.compile(
        rf"(?:^|[\s,;:(—-])(?P<name>{name_pattern()})(?:\s*,[^,;.]*,)?\s+"
        rf"(?:{_ADVERB}\s+)*(?:{verbs})\s+(?:[\w'’]+\s+){{0,5}}?$"
    )


def counted_by(report: Report, number: Span, sentence: Span) -> AttributionLink | None:
    """Return the link to a source that is told to count, right before a number."""
    head = report.text.characters[sentence.start : number.start]
    found = _counting().search(head)
    if found is None or is_pronoun(found.group("name")):
        return None
    first, last = (sentence.start + at for at in found.span("name"))
    return link_at(report, Span(start=first, end=last))


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<name>{name_pattern()})['’]s?\s+(?:(?:own|latest|last|official|count|figure|"
        r"toll|tally|number|total|estimate|list)\s+)*(?:(?:of|for|on)\s+(?:[\w'’]+\s+){{1,5}}?)?"
        rf"(?:(?:of|is|was|has|stands\s+at|stood\s+at|:)\s+)?$"
    )


def owner(report: Report, number: Span, sentence: Span) -> AttributionLink | None:
    """Return the link to the one whose number it is: "the ministry's 33"."""
    found = _owned().search(report.text.characters[sentence.start : number.start])
    if found is None or is_pronoun(found.group("name")):
        return None
    first, last = (sentence.start + at for at in found.span("name"))
    return link_at(report, Span(start=first, end=last))


def leading_name(sentence: str) -> str | None:
    """Return the name with which a sentence begins, None for a pronoun or none.

    >>> leading_name("The Harbour Forum keeps a list."), leading_name("It has names.")
    ('Harbour Forum', None)
    """
    match = re.match(rf"\W*(?P<name>{name_pattern()})\b", sentence)
    if match is None or is_pronoun(match.group("name")):
        return None
    return re.sub(r"^(?:the|an?)\s+", "", match.group("name"), flags=re.IGNORECASE)


@cache
def verbs_of_saying() -> str:
    """Return the alternatives for a verb of saying."""
    return "|".join(table("draft")["saying"])


@cache
def who_says() -> str:
    """Return the pattern of a name and its verb of saying: "Tom Reed later said"."""
    return (
        rf"(?P<name>{name_pattern()})(?:,[^,;.]*,)?\s+(?:{_ADVERB}\s+)*"
        rf"(?:{verbs_of_saying()})\b"
    )


@cache
def _says() -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = rf"(?P<name>{name_pattern()})"
    return (
        re.compile(rf"(?:^|[\s,;:(—\"”-]){who_says()}"),
        re.compile(rf"\b(?:[Aa]ccording to|{verbs_of_saying()})\s+{name}"),
    )


def saying_name(sentence: str) -> str | None:
    """Return whom a sentence names as saying something, None for nobody.

    >>> saying_name("No ransom was paid, Tom Reed said.")
    'Tom Reed'
    """
    for pattern in _says():
        for match in pattern.finditer(sentence):
            if not is_pronoun(match.group("name")):
                told = match.group("name")
                return re.sub(r"^(?:the|an?)\s+", "", told, flags=re.IGNORECASE)
    return None


def link_at(report: Report, span: Span) -> AttributionLink:
    """Return the link to a source whose name stands at a span, without its article."""
    quote = span.slice(report.text.characters)
    return AttributionLink(
        name=re.sub(r"^(?:the|an?)\s+", "", quote, flags=re.IGNORECASE),
        quote=quote,
        field="text",
        start=span.start,
        end=span.end,
        relation="says",
        named=quote[:1].isupper(),
    )


def is_pronoun(name: str) -> bool:
    """Whether a name is none: "it", "they"."""
    told = name.lower().split()
    return all(word in _NOBODY or harm().fullmatch(word) for word in told)
