"""What looks like a count of people and is none: zeros, appositions, shots fired."""

from __future__ import annotations

import re

from sourcebook.extract.figures import lexicon, patterns
from sourcebook.extract.figures.headlines import is_headline
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.telling import Reading

_OF_SEVERAL = re.compile(
    r"\s+of\s+(?:at\s+least\s+|about\s+)?[\w'’-]+\s+(?!of\b)", re.I
)


#: "The second shot hit an officer": a shot.
_ORDINAL_SHOT = re.compile(r"\b(?:first|second|third|fourth|last)\s+shots?\b", re.I)


def _behind(mention: Mention) -> str:
    return mention.passage.text[mention.end : mention.end + 8]


def is_sure(mention: Mention, said: tuple[Reading, ...]) -> bool:
    """Whether an unknown noun or a bare zero may count people at all."""
    if not said:
        return True
    if mention.number.comparator == "approx" and mention.number.value == 1:
        return False
    if mention.single and _ORDINAL_SHOT.search(mention.words + _behind(mention)):
        return False
    if _said_of_things(mention, said[0]):
        return False
    if mention.single and not mention.person:
        return _is_named_victim(mention, said[0])
    if mention.number.value == 0 and (_no_zero(mention) or _is_inner(mention, said[0])):
        return False
    if mention.head is None and said[0].side == "right":
        word = mention.passage.text[said[0].start : said[0].end].lower()
        ahead = mention.passage.text[: mention.start][-30:]
        fired = patterns.FIRED.search(ahead) or patterns.IS_FIRED.match(
            mention.passage.text, said[0].end
        )
        if word == "shot" and fired:
            return False
    if patterns.MISCOUNTED.match(mention.passage.text, mention.end):
        return False
    if (
        mention.number.value == 0
        and mention.number.bare.end - mention.number.bare.start == 2
    ):
        word = mention.passage.text[said[0].start : said[0].end].lower()
        if mention.head is None:
            return word.startswith(("dead", "wounded"))
        hurt = said[0].metric in ("killed", "injured", "casualties")
        return mention.person or hurt or said[0].side == "noun"
    if mention.head is not None and not mention.person and said[0].side != "noun":
        return mention.head.tag_ in ("NNS", "NNPS", "NN", "NNP") and said[0].metric in (
            "killed",
            "injured",
            "abducted",
            "missing",
            "detained",
            "casualties",
            "critical",
        )
    return True


#: Whom one eliminates or hangs; a coach eliminates players too.
_TEAM = frozenset(("player", "team", "contestant", "candidate", "competitor", "worker"))


def _said_of_things(mention: Mention, reading: Reading) -> bool:
    """Whether "eliminated 200 jobs" or "hung a picture" harms nobody."""
    word = mention.passage.text[reading.start : reading.end]
    if lexicon.normal(word) not in lexicon.said_of_things():
        return False
    head = mention.head.lower_ if mention.head is not None else ""
    if mention.head is None and word.lower().startswith("seiz"):
        return not is_headline(mention.passage)
    if mention.head is None and word.lower().endswith((" off", " away")):
        return False
    if mention.single or not mention.person:
        return True
    return head.rstrip("s") in _TEAM and not word.lower().startswith("seiz")


#: "Three were hurt, one of them critically."
_TOLD_OF_ONE = re.compile(
    r"\s+(?:critically|fatally|seriously|gravely|badly|in\s+(?:critical|grave|serious|intensive)|dead)\b",
    re.I,
)
_HIT = ("shot", "wounded", "injured", "stabbed", "hit", "struck")
#: What only persons suffer.
_OF_PERSONS = re.compile(r"\b(?:shot|stabbed|wound|injur|hospital|condition|treated)")


def _is_named_victim(mention: Mention, reading: Reading) -> bool:
    """Whether an unknown capitalised word is a person: killed, and no place's name."""
    word = mention.passage.text[reading.start : reading.end].lower()
    own = reading.side == "left" and word in ("injured", "wounded", "stabbed")
    hit = reading.side == "left" and word.split()[-1] in _HIT
    hurt = " " in mention.words and _OF_PERSONS.search(word) is not None
    if reading.metric not in ("killed", "abducted") and not (hit or hurt):
        return False
    if reading.side == "left":
        head = mention.head
        kinds = (
            ("", "PERSON", "ORG") if own and " " in mention.words else ("", "PERSON")
        )
        return not hit or (head is not None and head.ent_type_ in kinds)
    token = mention.passage.doc.char_span(
        mention.start, mention.end, alignment_mode="expand"
    )
    first = token[0] if token is not None else None
    placed = first is not None and first.i > 0 and first.nbor(-1).pos_ in ("ADP", "DET")
    root = token.root if token is not None else None
    placed = placed or (
        root is not None and root.dep_ == "conj" and root.head.dep_ == "pobj"
    )
    place = first is not None and first.ent_type_ in ("GPE", "LOC")
    place = place or (first is not None and first.ent_type_ == "FAC" and not hurt)
    return reading.side == "right" and not placed and not place


_ALL_BUT = re.compile(r"\ball\s+but\s+$", re.I)
_ACCORDING = re.compile(
    r"\baccording\s+to\s+(?:(?-i:[A-Z])[\w.'’-]*\s+|the\s+|police\s+){0,5}$", re.I
)


def is_informant(mention: Mention) -> bool:
    """Whether "according to Coroner X", "Sheriff: one dead" names who tells it."""
    ahead = mention.passage.text[max(0, mention.start - 80) : mention.start]
    if mention.single and _ACCORDING.search(ahead) is not None:
        return True
    text = mention.passage.text
    heads = mention.single and is_headline(mention.passage) and mention.start == 0
    return heads and text[mention.end : mention.end + 1] == ":"


def is_excepted(mention: Mention) -> bool:
    """Whether "released all but 72 men" tells of those to whom it did not happen."""
    return _ALL_BUT.search(mention.passage.text[: mention.start][-20:]) is not None


def is_predicate(mention: Mention) -> bool:
    """Whether "one of those injured" says something of a person told before."""
    text = mention.passage.text
    several = _OF_SEVERAL.match(text, mention.number.span.end)
    if mention.number.value != 1 or (mention.inner is None and several is None):
        return False
    before = text[: mention.start]
    told = _TOLD_OF_ONE.match(text, mention.end) or _is_subject(mention)
    if re.search(r",\s+$", before) and told:
        return False
    return re.search(r"\b(?:was|is|been|being|became|as|,)\s+$", before) is not None


def _is_inner(mention: Mention, reading: Reading) -> bool:
    """Whether "none of the injured" only names those who are something else."""
    return mention.inner is not None and reading.side == "noun"


def _is_subject(mention: Mention) -> bool:
    """Whether a count stands in no apposition: "in the fight, one of them was hit"."""
    words = mention.passage.doc.char_span(
        mention.start, mention.end, alignment_mode="expand"
    )
    return words is not None and words.root.dep_ in ("nsubj", "nsubjpass")


def _no_zero(mention: Mention) -> bool:
    """Whether a zero is none of this event: "no deaths since 1959", "no serious injuries"."""
    if re.search(
        r"\b(?:serious|major|life-threatening|further|other|new|additional|known)\b",
        mention.words,
        re.I,
    ):
        return True
    behind = mention.passage.text[mention.end : mention.end + 40]
    if re.match(r"\s+(?:\w+\s+){0,2}?(?:seriously|critically|badly|gravely)\b", behind):
        return True
    if mention.inner and mention.words.lower().endswith(
        ("injuries", "wounds", "deaths")
    ):
        return True
    return (
        re.match(
            r"[^.;]{0,60}\b(?:since|in\s+(?:\d+|more\s+than)\s+years)\b",
            mention.passage.text[mention.end :],
        )
        is not None
    )
