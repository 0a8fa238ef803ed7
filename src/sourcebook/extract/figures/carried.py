"""Counts that say only of which kind people are, or how many: the harm was told before.

"Nine people were killed. Four were Americans." "Hospitals gave the figure as ten."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.counts import Counted
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.phrases import is_people
from sourcebook.extract.figures.telling import Reading

#: What is told of people in parts and in rival totals.
_CARRIED = ("killed", "injured", "missing", "abducted", "detained", "casualties")
_REACH = 400
#: "Four were Americans", "six, the driver among them, were from Peru".
_ARE = re.compile(
    r"(?:,\s[^.;,]{3,40},)?\s+(?:(?:were|are|was|is)\s+(?:all\s+|also\s+|both\s+)?"
    r"(?P<kind>from\s+(?=[A-Z])|(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+)"
    r"(?=\s*(?:[.,;]|$|and\b|from\b|aged?\b|who\b)))"
    r"|(?P<unnamed>(?:ha(?:s|ve)\s+(?:not|yet)\s+(?:yet\s+)?(?:to\s+be|been)"
    r"|remains?(?:ed)?)\s+(?:identified|unidentified|without\s+a\s+name))\b)"
)
#: "Four children were among them."
_AMONG_THEM = re.compile(
    r"\s+(?:were|was|are|is)\s+(?P<kind>among\s+(?:them|the\s+victims))\b", re.I
)
_OPENS = re.compile(r"(?:^|[.;!?]['\"”’]?\s+|[.;]\s+(?:of\s+them|among\s+them),?\s+)$")
_NO_COUNT = r"(?!(?:[\w-]+\s+)?(?:phone|telephone|flight|serial|account|house|plate|badge|bus)\s)"
#: "The figure was", "their count stood at", but not "the number of cars was".
_THE_FIGURE = re.compile(
    rf"\b(?:the|that|this|its|their|an?|our)\s+{_NO_COUNT}(?:[\w-]+\s+){{0,2}}?"
    r"(?P<kind>figure|number|count|total|tally)\b(?!\s+of\b)(?:\s+[^.;,]{1,30}?)?\s"
    r"(?:was|is|at|as|to|now|reached|stands\s+at|stood\s+at)\s+$",
    re.I,
)
#: "Then put it at", "puts losses at", "gave the overall figure as".
_PUT_IT = re.compile(
    r"\b(?:put|puts|putting|placed|gave|gives|set)\s+(?P<kind>it|its\s+losses|their\s+losses"
    r"|losses|the\s+(?:[\w-]+\s+){0,2}?(?:figure|number|count|total|losses))\s+(?:at|as)\s+$",
    re.I,
)
#: "The government admits to", "a hospital source spoke of".
_ADMITS = re.compile(
    r"\b(?P<kind>admit(?:s|ted)?(?:\s+to)?(?:\s+only)?|spoke\s+of|speaks\s+of"
    r"|acknowledge[sd](?:\s+only)?|confirm(?:s|ed)\s+only)\s+$",
    re.I,
)
_CLOSED = re.compile(
    r"\s*(?:[.,;:)\"”—–-]|$|(?:and|but|while|on|in|after|late|by|of\s+them)\b)"
)


def carry(counted: Sequence[Counted]) -> None:
    """Give counts that tell no harm themselves that of the count told before them."""
    for index, here in enumerate(counted):
        before = counted[index - 1] if index else None
        for mention in here.mentions:
            if mention.single or here.said.get(id(mention)):
                continue
            told = _kind(here, mention) or _rival(here, before, mention)
            if told is not None:
                here.said[id(mention)] = (told,)


def _kind(here: Counted, mention: Mention) -> Reading | None:
    """Return the harm of those whose kind is told: "Four were Americans"."""
    if mention.inner is not None or mention.number.value in (None, 0):
        return None
    text = here.passage.text
    if mention.head is None:
        match = _ARE.match(text, mention.end)
        if match is None or not _OPENS.search(text[: mention.start]):
            return None
        noun = match.group("noun")
        if noun is not None and not _names_people(noun):
            return None
    else:
        match = _AMONG_THEM.match(text, mention.end) if mention.person else None
        if match is None:
            return None
    host = _whole(here, mention)
    metric = here.readings(host)[0].metric if host is not None else None
    if metric is None:
        return None
    start, end = match.span("unnamed" if match.groupdict().get("unnamed") else "kind")
    return Reading(metric=metric, start=start, end=end, side="right", share=True)


def _names_people(noun: str) -> bool:
    low = noun.lower()
    return low in lexicon.people() or (
        noun[:1].isupper() and low in lexicon.nationalities()
    )


def _whole(here: Counted, mention: Mention) -> Mention | None:
    """Return the last count before, of more people, harmed by one kind of harm."""
    for other in reversed([m for m in here.mentions if m.end <= mention.start]):
        if other.single or mention.start - other.end > _REACH:
            continue
        value, told = other.number.value, here.readings(other)
        more = value is None or value > (mention.number.value or 0)
        if more and (told or other.person):
            return other if told and told[0].metric in _CARRIED else None
    return None


def _rival(here: Counted, before: Counted | None, mention: Mention) -> Reading | None:
    """Return the harm of a count that another source or day gives: "put it at ten"."""
    head = mention.head
    if mention.inner is not None or (head is not None and not is_people(head)):
        return None
    text = here.passage.text
    window = text[max(0, mention.start - 90) : mention.start]
    match = _THE_FIGURE.search(window) or _PUT_IT.search(window)
    match = match or (_ADMITS.search(window) if head is None else None)
    if match is None or _CLOSED.match(text, mention.end) is None:
        return None
    for other in _counts_before(here, before, mention):
        metric = other.metric
        if metric in _CARRIED:
            shift = max(0, mention.start - 90)
            start, end = match.span("kind")
            return Reading(
                metric=metric, start=start + shift, end=end + shift, side="left"
            )
    return None


def _counts_before(
    here: Counted, before: Counted | None, mention: Mention
) -> Iterator[Reading]:
    """Yield what counts before a mention are told of, the nearest first."""
    for counted, end in ((here, mention.start), (before, None)):
        for other in reversed(counted.mentions if counted is not None else []):
            if other.single or (end is not None and other.end > end):
                continue
            assert counted is not None
            yield from counted.readings(other)[:1]
