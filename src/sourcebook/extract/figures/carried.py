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
from sourcebook.extract.figures.sharing import share
from sourcebook.extract.figures.telling import Reading
from sourcebook.model.claim import Metric

#: What is told of people in parts and in rival totals.
_CARRIED = ("killed", "injured", "missing", "abducted", "detained", "casualties")
_REACH = 400
#: "Four were Americans", "six, the driver among them, were from Peru".
_ARE = re.compile(
    r"(?:,\s[^.;,]{3,40},)?\s+(?:(?:were|are|was|is)\s+(?:all\s+|also\s+|both\s+)?"
    r"(?P<kind>from\s+(?=[A-Z])|(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+)"
    r"(?=\s*(?:[.,;]|$|(?:and|or|from|aged?|who|on|in)\b)))"
    r"|(?P<unnamed>(?:ha(?:s|ve)\s+(?:not|yet)\s+(?:yet\s+)?(?:to\s+be|been)"
    r"|remains?(?:ed)?)\s+(?:identified|unidentified|without\s+a\s+name))\b)"
)
#: "Four children were among them."
_AMONG_THEM = re.compile(
    r"\s+(?:were|was|are|is)\s+(?P<kind>among\s+(?:them|the\s+victims))\b", re.I
)
#: "Among them were seven women."
_AMONG_AHEAD = re.compile(
    r"(?P<kind>\bamong\s+(?:them|those|the\s+victims))\s+(?:were|was|are|is)\s+"
    r"(?:[^.;]{0,80}(?:,\s+(?:and\s+)?|\sand\s+))?$",
    re.I,
)
_HERE = re.compile(r"(?P<kind>\w+)")
#: "Six were civilians and one has not been identified."
_NEXT = re.compile(
    r"[^.;]{0,60}(?:,\s+(?:and\s+|but\s+|while\s+)?|\s(?:and|but|while)\s+)$"
)
#: "They included two soldiers and a girl."
_INCLUDED = re.compile(
    r"(?:^|[.;!?]['\"”’]?\s+)(?P<kind>(?:they|these|those)\s+includ(?:e|ed|es))\s+"
    r"(?:[^.;]{0,120}(?:,\s+(?:and\s+)?|\sand\s+))?$",
    re.I,
)
_OPENS = re.compile(
    r"(?:^|[.;!?]['\"”’]?\s+|[.;]\s+(?:of\s+them|among\s+them),?\s+"
    r"|\bof\s+the\s+[\w,-]+\s+(?:[\w-]+\s+){0,2}?(?:injured|wounded|dead|killed|hurt|missing|victims)"
    r"\b[^.;,]{0,30},\s+)$",
    re.I,
)
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
    r"\b(?:put|puts|putting|placed|gave|gives|set)\s+(?P<kind>it|(?:(?:its|their|the)\s+)?(?:[\w’'-]+\s+)?losses"
    r"|the\s+(?:[\w-]+\s+){0,2}?(?:figure|number|count|total|losses))\s+(?:at|as)\s+$",
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
            if here.said.get(id(mention)) or not _may_carry(here, mention):
                continue
            told = _kind(here, before, mention) or _rival(here, before, mention)
            if told is not None:
                here.said[id(mention)] = (told,)
                share(here.passage, here.mentions, here.said)


def _may_carry(here: Counted, mention: Mention) -> bool:
    """Whether it is a count, or a person in a list of those who are some of them."""
    if not mention.single:
        return True
    opened = mention.words.lower().startswith(("a ", "an ", "the ", "his ", "her "))
    return mention.person and opened and _among_ahead(here.passage.text, mention.start)


def _kind(here: Counted, before: Counted | None, mention: Mention) -> Reading | None:
    """Return the harm of those whose kind is told: "Four were Americans"."""
    if mention.inner is not None or mention.number.value in (None, 0):
        return None
    text = here.passage.text
    if mention.head is None:
        match = _ARE.match(text, mention.end)
        opened = _OPENS.search(text[: mention.start]) or _is_next(here, mention)
        if match is None or not opened:
            return None
        noun = match.group("noun")
        if noun is not None and not _names_people(noun):
            return None
    else:
        match = _AMONG_THEM.match(text, mention.end) if mention.person else None
        if match is None and mention.person and _among_ahead(text, mention.start):
            match = _HERE.match(text, mention.start)
        if match is None:
            return None
    metric = _of_whole(here, mention)
    if metric is None and before is not None and _first_sentence(here, mention):
        metric = _of_whole(before, mention)
    if metric is None:
        return None
    start, end = match.span("unnamed" if match.groupdict().get("unnamed") else "kind")
    return Reading(metric=metric, start=start, end=end, side="right", share=True)


def _among_ahead(text: str, position: int) -> bool:
    """Whether "among them were", "they included" stand before a place in its sentence."""
    ahead = text[max(0, position - 150) : position]
    return bool(_AMONG_AHEAD.search(ahead) or _INCLUDED.search(ahead))


def _is_next(here: Counted, mention: Mention) -> bool:
    """Whether a kind goes on behind another: "six were guards and one a cook"."""
    for other in reversed([m for m in here.mentions if m.end <= mention.start]):
        if not other.single:
            told = here.readings(other)
            gap = here.passage.text[other.end : mention.start]
            return bool(told and told[0].share) and _NEXT.fullmatch(gap) is not None
    return False


def _names_people(noun: str) -> bool:
    low = noun.lower()
    return low in lexicon.people() or (
        noun[:1].isupper() and low in lexicon.nationalities()
    )


def _first_sentence(here: Counted, mention: Mention) -> bool:
    """Whether a count stands in the sentence that opens a paragraph."""
    return re.search(r"[.;!?]\s", here.passage.text[: mention.start]) is None


def _of_whole(here: Counted, mention: Mention) -> Metric | None:
    """Return the harm of the whole of which a count is a part, told in a passage."""
    host = _whole(here, mention)
    return here.readings(host)[0].metric if host is not None else None


def _whole(here: Counted, mention: Mention) -> Mention | None:
    """Return the last count before, of more people, harmed by one kind of harm."""
    same = mention.passage is here.passage
    end = mention.start if same else len(here.passage.text)
    for other in reversed([m for m in here.mentions if m.end <= end]):
        if other.single or end - other.end > _REACH:
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
