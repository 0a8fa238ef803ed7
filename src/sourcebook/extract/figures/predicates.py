"""What is said of a count of people: the harm words to its right and to its left."""

from __future__ import annotations

import re

from sourcebook.extract.figures import patterns
from sourcebook.extract.figures.headlines import is_headline
from sourcebook.extract.figures.leftward import to_the_left
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.nouns import is_event, of_itself, possessed
from sourcebook.extract.figures.rightward import to_the_right
from sourcebook.extract.figures.telling import Reading
from sourcebook.text.numbers import find_numbers

#: Characters before a headline's verb in which its own count stands.
_COUNT_BEFORE = 30
_WHO = re.compile(r"\s*,?\s+who\b|,\s+who\b", re.I)
#: What is told of survivors beside that they live.
_BESIDE_LIFE = ("injured", "critical", "hospitalized", "rescued", "released")


def readings(mention: Mention) -> tuple[Reading, ...]:
    """Return the metrics said of a count by the words next to it, else nothing."""
    text = mention.passage.text
    if mention.single and _owns(mention, text):
        return tuple(possessed(mention, text))
    nouns = tuple(of_itself(mention))
    if nouns and is_event(mention):
        return nouns
    said = tuple(to_the_right(mention, text))
    lived = nouns and nouns[0].metric == "survivors" and mention.number.value != 0
    if lived and not mention.single:
        beside = said or tuple(to_the_left(mention, text))
        return (*nouns, *(r for r in beside if r.metric in _BESIDE_LIFE))
    if (
        said
        and nouns
        and mention.inner is None
        and not _is_a_victim(mention)
        and nouns[0].metric in ("injured", "killed")
    ):
        fatal = tuple(r for r in said if r.metric == "killed")
        hurt = any(r.metric == "injured" for r in said)
        said = fatal or (said if hurt else nouns)
    left = tuple(to_the_left(mention, text))
    if said and left and _ended_in_death(mention, said[0], left[0], text):
        return left
    if (
        said
        and left
        and _outranked(said[0], left[0], text[mention.end : said[0].start])
        and not _has_own_in_title(mention, said[0], left[0])
    ):
        return left
    if (
        said
        and left
        and left[0].metric == "hospitalized"
        and said[0].metric == "injured"
    ):
        return (*left, *said)
    return said or left or nouns


def _has_own_in_title(mention: Mention, right: Reading, left: Reading) -> bool:
    """Whether a headline tells two counts without a comma: "15 killed 20 injured"."""
    text = mention.passage.text
    if not is_headline(mention.passage) or text[mention.end : right.start].strip():
        return False
    straight = not text[left.end : mention.start].strip()
    return straight and bool(find_numbers(text[: left.start][-_COUNT_BEFORE:]))


def _ended_in_death(mention: Mention, right: Reading, left: Reading, text: str) -> bool:
    """Whether the death outweighs what "who" tells: "killed the boy, who had been hit"."""
    lesser = right.metric in ("injured", "critical", "hospitalized")
    relative = _WHO.match(text, mention.end) is not None
    return lesser and relative and left.metric == "killed" and mention.single


def _is_a_victim(mention: Mention) -> bool:
    """Whether "the gunshot victim" is told of, of whom the verb says more."""
    return mention.head is not None and mention.head.lower_ == "victim"


def _owns(mention: Mention, text: str) -> bool:
    """Whether the person is an owner: "the boy's"; a closing quotation mark is none."""
    behind = text[mention.end : mention.end + 2]
    if behind in ("' ", "’ "):
        quoted = re.search(r"(?:^|\s)['‘][^'‘’]*$", text[: mention.start])
        return quoted is None
    return behind in ("'s", "’s")


def _outranked(right: Reading, left: Reading, gap: str) -> bool:
    """Whether "killing all 12 people on board" says killed, not on board."""
    if right.metric in ("affected", "survivors"):
        return True
    if left.metric not in ("killed", "casualties") or left.toll:
        return False
    return not re.search(rf"\b{patterns.AUX}\b", gap)
