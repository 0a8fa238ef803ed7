"""Coordination and apposition: counts that stand beside one which says more."""

from __future__ import annotations

import itertools
import re

from sourcebook.extract.figures import frames, patterns
from sourcebook.extract.figures.doubts import is_informant
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.phrases import is_people
from sourcebook.extract.figures.shares import (
    is_of_them,
    is_of_whom,
    is_share,
    is_some_of,
    is_with,
)
from sourcebook.extract.figures.telling import Reading
from sourcebook.extract.parsed import Passage

_MORE = frozenset(("more", "others", "other"))
Said = dict[int, tuple[Reading, ...]]

_JOINED = re.compile(
    r"(?:\s*,?\s+aged?\s+[^.;:]{1,25}?|\s*,\s*\d{1,3}(?=\s*,))?"
    r"(?:\s+(?:of|from|in|at|on|aboard|inside|near|outside|[a-z]{2,}ing)\s[^.;:,]{1,60}?)?\s*(?:,\s*)?\b"
    r"(?:and|plus|along\s+with|as\s+well\s+as|together\s+with)\s+(?:another\s+|(?:his|her|their)\s+)?"
    r"|(?:\s*,?\s+aged?\s+[^.;:,]{1,25})?\s*,\s*",
    re.I,
)
#: Between persons told one by one: "John Smith, 53; Ann Lee, of Dayton, and".
_LISTED = re.compile(
    r"(?:\s*[,(]\s*(?:aged?\s+)?\d{1,3}\)?)?(?:\s*,?\s*of\s+[^,.;]{2,30})?"
    r"(?:\s*,\s+(?:(?:the|an?|his|her)\s+)?(?-i:[a-z])[^.;,]{2,50}(?=,))?"
    r"(?:\s*[;,]\s*(?:and\s+(?:of\s+)?)?|\s+and\s+(?:of\s+)?)",
    re.I,
)
#: After what is said of one: "was arrested along with", "died, as did".
_LIKEWISE = re.compile(
    r"[^.;:]{0,60}?\b(?:(?:along|together)\s+with|as\s+well\s+as|in\s+addition\s+to)\s+|[^.;:]{0,40}?,\s+as\s+(?:was|were|did)\s+",
    re.I,
)
#: "Ten died; this number includes an officer."
_NUMBER_INCLUDES = re.compile(
    r"[^.;]{0,50}?[.;]\s+(?:this|that|the)\s+(?:number|figure|total|toll)\s+(?:also\s+)?includ(?:es|ed)\s+",
    re.I,
)
#: Who tells it, not whom it is told of: ", the mayor said on Monday".
_SAID = re.compile(
    r"\s+(?:said|says|told|reported|announced|added|confirmed|wrote|posted|tweeted|stated|noted)\b",
    re.I,
)
_NEXT_WORD = 14
_OWNING = ("'s", "’s", "' ", "’ ")
_AGE_BEHIND = re.compile(r"(?:\s*,\s*(?:also\s+)?(?:aged?\s+)?\d{1,3}\s*,)?")
#: "Smith and the man who died": only the man did.
_WHO = re.compile(r"\s+who\b(?!\s+(?:were|are|have)\b)", re.I)
_CONJOINED = re.compile(
    r"(?:\s*,\s*(?:ages?\s+|aged\s+)?\d+(?:,?\s*(?:and\s+)?\d+)*)?"
    r"(?:\s*,\s*of\s+[^,.;]{2,40})?\s*,?\s*(?:and|or|,)\s*(?:and\s+)?",
    re.I,
)
_ASIDE = re.compile(
    r"\s*(?:[,:(–—-]|,?\s*(?:including|among\s+them|among\s+whom|of\s+which"
    r"|amongst\s+them|included|includes|comprising|mostly|namely|with))+\s*$",
    re.I,
)
INCLUDING = re.compile(
    r"\b(?:including|included|includes|among\s+them|amongst\s+them)\b[^.;]{0,120}$",
    re.I,
)
_GAPPED = re.compile(r"[^.;]{0,90}\b(?:and|while)\s+")
#: "Nine people were wounded: seven civilians and two soldiers."
_UNFOLDED = re.compile(r"\s*(?:--|[–—:(])\s*")
#: "Killed 11 in the raid, two guards included."
_INCLUDED = re.compile(r"\s+(?:were\s+|was\s+)?included\b", re.I)
#: "Three of whom have since been discharged."
_LET_GO = re.compile(
    r"\s+(?:ha(?:s|ve|d)\s+(?:since\s+|already\s+|now\s+)?been|were|was)\s+(?:later\s+|since\s+)?"
    r"(?:discharged|released|sent\s+home|allowed\s+to\s+go)\b",
    re.I,
)
_BEHIND_COMMA = re.compile(r"[^.;,]{0,60},\s+")
#: "Shot dead by two militants, and a farmer was killed": who did it.
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.I)
#: "In which 28 and 37 people died."
_AND = re.compile(r"\s+and\s+")
_IN_PLACE = re.compile(r"\s+(?:in|at|on|inside|near)\s")
_PLACED = re.compile(r"\s+(?:in|at|to|on|near)\s")
_CLOSED = re.compile(r"\s*(?:[.,;:(–—]|-{2}|(?:and|in|at|to|on|near)\b|$)")


def share(passage: Passage, mentions: list[Mention], said: Said) -> None:
    """Give counts without words of their own those of a neighbour they stand beside.

    "killed 20 children and six adults", "two women and the driver died", "18 people,
    including three children", "20 were taken to one hospital and 31 to another".
    """
    text = passage.text
    told = [m for m in mentions if m.person or said.get(id(m))]
    for neighbours in (mentions, told, [m for m in mentions if not m.single]):
        for before, mention in itertools.pairwise(neighbours):
            host = said.get(id(before), ())
            if (
                host
                and not said.get(id(mention))
                and _follows(before, mention, host, text)
            ):
                said[id(mention)] = host
    for mention, after in reversed(list(itertools.pairwise(mentions))):
        host = said.get(id(after), ())
        open_ = (
            not said.get(id(mention))
            or _are_victims(mention, said)
            or _told_less(said[id(mention)], host)
        )
        if host and open_ and _leads(mention, after, host, text):
            said[id(mention)] = host


def _told_less(own: tuple[Reading, ...], host: tuple[Reading, ...]) -> bool:
    """Whether only the parse tells the same verb of one, and words more of the other."""
    return len(host) > 1 and all(
        r.side == "tree" and host[0].start <= r.start < host[0].end for r in own
    )


def _are_victims(mention: Mention, said: Said) -> bool:
    """Whether nothing is said of the people but that they are victims."""
    head = mention.head
    return (
        head is not None
        and head.lower_ == "victims"
        and said[id(mention)][0].side == "noun"
        and said[id(mention)][0].metric == "casualties"
    )


def _follows(
    before: Mention, mention: Mention, host: tuple[Reading, ...], text: str
) -> bool:
    gap = text[before.end : mention.start]
    if before.number.value == 0 or _has_kin(mention):
        return False
    if mention.single and text[mention.end :].startswith(_OWNING):
        return False
    if _speaks(mention):
        return False
    if _LET_GO.match(text, mention.end):
        return False
    if is_of_whom(mention, gap) or _is_included(before, mention, gap, text):
        return True
    if before.single and mention.single and _LISTED.fullmatch(gap):
        return host[0].side != "right" and _is_listed(mention)
    if host[0].side == "right":
        behind = text[host[0].end : mention.start]
        if is_of_them(mention, behind):
            return True
        if _NUMBER_INCLUDES.fullmatch(behind):
            return mention.person
        if is_share(before, mention, host, text):
            return True
        if mention.person and _LIKEWISE.fullmatch(behind):
            return True
        if is_with(mention, host, behind):
            return True
        if _is_hit_elsewhere(mention, host, text):
            return "." not in gap and ";" not in gap
    if host[0].side == "noun" and before.inner and is_of_them(mention, gap):
        return True
    if any(mark in gap for mark in ".;!?"):
        return False
    if mention.single and _placed_name(mention, gap):
        return False
    if host[0].side == "right" and _UNFOLDED.fullmatch(
        text[host[0].end : mention.start]
    ):
        return mention.person and not mention.single
    bare = mention.inner is None and (
        mention.head is None or mention.head.lower_ in _MORE
    )
    if bare and host[0].side == "right":
        return bool(_GAPPED.fullmatch(gap) and _PLACED.match(text, mention.end))
    if bare and is_some_of(before, mention, host, gap):
        return True
    if (
        bare
        and mention.number.value is not None
        and not _CLOSED.match(text, mention.end)
    ):
        return False
    if (
        (host[0].side in ("left", "tree") or host[0].end <= before.start)
        and (bare or mention.person)
        and _JOINED.fullmatch(gap)
    ):
        return True
    return mention.person and bool(_ASIDE.fullmatch(gap) or INCLUDING.search(gap))


def _is_included(before: Mention, mention: Mention, gap: str, text: str) -> bool:
    """Whether some of those told are named behind: "killed 11, two guards included"."""
    if (
        mention.single
        or not mention.person
        or _INCLUDED.match(text, mention.end) is None
    ):
        return False
    fewer = (mention.number.value or 0) < (before.number.value or 0)
    return fewer and _BEHIND_COMMA.fullmatch(gap) is not None


def _speaks(mention: Mention) -> bool:
    """Whether the next words are what the person says: ", the mayor said"."""
    behind = mention.passage.text[mention.end : mention.end + _NEXT_WORD]
    return mention.single and _SAID.match(behind) is not None


def _has_kin(mention: Mention) -> bool:
    """Whether "whose brother" tells of another than the person named before it."""
    return mention.words.lower().startswith("whose ")


def _is_listed(mention: Mention) -> bool:
    """Whether a person stands in a list, not as the subject of the next words."""
    head = mention.head
    if head is None or not (mention.person or head.pos_ == "PROPN"):
        return False
    placed = head.ent_type_ in ("GPE", "LOC", "FAC") and head.dep_ != "conj"
    if placed and not mention.person:
        return False
    acts = head.dep_ in ("nsubj", "nsubjpass") and head.head.i > head.i
    return not acts or head.head.dep_ == "relcl"


def _is_hit_elsewhere(mention: Mention, host: tuple[Reading, ...], text: str) -> bool:
    """Whether a part of the body stands for the verb: "and a man in the leg"."""
    if not mention.person and mention.head is not None:
        return False
    aged = _AGE_BEHIND.match(text, mention.end)
    at = aged.end() if aged else mention.end
    return host[0].metric == "injured" and bool(frames.BODY_PART.match(text, at))


def _placed_name(mention: Mention, gap: str) -> bool:
    """Whether "at a home near Pecos and East Gowan" or a site's name comes between."""
    if " - " in gap or " | " in gap:
        return True
    noun = mention.head is not None and is_people(mention.head)
    return not noun and _IN_PLACE.match(gap) is not None


def _goes_back(mention: Mention) -> bool:
    """Whether a name is only the end of a longer one ("by Radio Barbados")."""
    words = mention.passage.doc.char_span(
        mention.start, mention.end, alignment_mode="expand"
    )
    if words is None or words.start == 0:
        return False
    return words.doc[words.start - 1].pos_ == "PROPN"


def _are_names(mention: Mention, after: Mention) -> bool:
    """Whether two names stand side by side; one known as a person's is enough."""
    heads = (mention.head, after.head)
    return (
        mention.single
        and after.single
        and after.person
        and all(h is not None and h.pos_ == "PROPN" for h in heads)
        and heads[0] is not None
        and heads[0].ent_type_ not in ("GPE", "LOC", "FAC")
        and not _goes_back(mention)
    )


def _leads(
    mention: Mention, after: Mention, host: tuple[Reading, ...], text: str
) -> bool:
    behind = host[0].side == "tree" and host[0].start >= after.end
    if (host[0].side != "right" and not behind) or _has_kin(after):
        return False
    bare = mention.head is None and mention.inner is None and not mention.single
    if bare and after.person and not after.single:
        return _AND.fullmatch(text[mention.end : after.start]) is not None
    if not mention.person and not _are_names(mention, after):
        return False
    if is_informant(mention) or _WHO.match(text, after.end):
        return False
    if _BY.search(text, max(0, mention.start - 12), mention.start):
        return False
    if mention.single and patterns.PLACED.search(
        text[max(0, mention.start - 12) : mention.start]
    ):
        return False
    return _CONJOINED.fullmatch(text[mention.end : after.start]) is not None
