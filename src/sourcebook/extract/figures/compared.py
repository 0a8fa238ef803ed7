"""Numbers set beside a count told before: last year's, yesterday's, another source's.

"640 people were kidnapped, against 310 the year before." "86 died according to the UN,
and 30 according to the army." "They took women and girls, up to 40 of them."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.phrases import is_people
from sourcebook.extract.figures.predicates import readings
from sourcebook.extract.figures.telling import Reading

Said = dict[int, tuple[Reading, ...]]
_AGAINST = re.compile(
    r"(?:,|\()\s*(?P<kind>(?:as\s+)?against|(?:as\s+)?compared\s+(?:with|to)|versus|up\s+from|down\s+from"
    r"|(?:a\s+(?:rise|fall|jump|drop|increase|decrease)\s+)from)\s+(?:the\s+|just\s+|only\s+)?$"
    r"|\b(?P<much>compared\s+(?:with|to)|(?:up|down)\s+from)\s+(?:the\s+|just\s+|only\s+)?$",
    re.I,
)
_CLOSED = re.compile(
    r"\s*(?:[.,;:)]|$|(?:in|on|at|during|the|a|an|last|over|reported|recorded|deaths|dead|killed"
    r"|yesterday|earlier|late|early|for|given|announced)\b)",
    re.I,
)
#: "And 30 according to the Pentagon": the other side's count.
_SAID_BY = re.compile(
    r"[^.;]{0,80}?(?:,\s+(?:and\s+|but\s+)?|\s+(?:and|but|or)\s+)(?:only\s+|just\s+)?$",
    re.I,
)
_ACCORDING = re.compile(r"\s+(?P<kind>according\s+to)\s", re.I)
#: "Women and girls, up to 40 of them": how many the people named before are.
_OF_THEM = re.compile(
    r"\s*(?:in\s+all|altogether|in\s+total)?\s*(?=[.,;:)]|$|\s+(?:and|from|in|on|after|as|when)\b)"
)
_AHEAD = re.compile(
    r"(?:,|\(|--|–|—)\s*(?:perhaps\s+|maybe\s+|possibly\s+|probably\s+|some\s+)*$", re.I
)
_METRICS = (
    "killed",
    "injured",
    "missing",
    "abducted",
    "detained",
    "casualties",
    "displaced",
)
_REACH = 160


def compare(mentions: Sequence[Mention], said: Said) -> None:
    """Give numbers beside a count told before, or behind people named, what is said."""
    for at, mention in enumerate(mentions):
        if mention.single or said.get(id(mention)) or mention.number.value == 0:
            continue
        told = _rival(mention, mentions[:at], said) or _of_named(mention)
        if told:
            said[id(mention)] = told


def _rival(
    mention: Mention, before: Sequence[Mention], said: Said
) -> tuple[Reading, ...]:
    """Return what is said of the count with which a bare number is compared."""
    if mention.inner is not None or (mention.head is not None and not mention.person):
        return ()
    text = mention.passage.text
    host = next(
        (
            m
            for m in reversed(before)
            if not m.single and mention.start - m.end < _REACH and said.get(id(m))
        ),
        None,
    )
    told = said[id(host)][0] if host is not None else None
    if host is None or told is None or told.metric not in _METRICS:
        return ()
    gap = text[host.end : mention.start]
    if re.search(r"[.;!?]\s", gap):
        return ()
    match = _AGAINST.search(gap)
    start = host.end
    if match is not None and _CLOSED.match(text, mention.end) is None:
        match = None
    if match is None and mention.head is None and _SAID_BY.fullmatch(gap):
        match, start = _ACCORDING.match(text, mention.end), 0
    if match is None:
        return ()
    group = "kind" if match.group("kind") else "much"
    first, last = match.span(group)
    side = "left" if start else "right"
    return (
        replace(told, start=start + first, end=start + last, side=side, share=False),
    )


def _of_named(mention: Mention) -> tuple[Reading, ...]:
    """Return what is said of people named without a number: "women, 40 of them"."""
    text = mention.passage.text
    of_them = (mention.inner or "").lower() in ("them", "whom")
    summed = mention.head is None and re.match(
        r"\s+(?:in\s+all|altogether|in\s+total)\b", text[mention.end :]
    )
    ahead = _AHEAD.search(text, max(0, mention.start - 30), mention.start)
    if not (of_them or summed) or ahead is None:
        return ()
    if _OF_THEM.match(text, mention.end) is None:
        return ()
    tokens = mention.passage.doc.char_span(
        max(0, ahead.start() - 1), ahead.start(), alignment_mode="expand"
    )
    head = tokens[-1] if tokens is not None else None
    if head is None or not is_people(head) or head.tag_ not in ("NNS", "NNPS"):
        return ()
    first = head.i
    while first > 0 and head.i - first < 4 and _belongs(head.doc[first - 1]):
        first -= 1
    stand_in = replace(
        mention,
        start=head.doc[first].idx,
        end=head.idx + len(head),
        head=head,
        person=True,
        inner=None,
        state=None,
    )
    told = tuple(r for r in readings(stand_in) if r.modality == "asserted")
    if told or first < 2 or head.doc[first - 1].lower_ != "and":
        return told
    return _of_named_before(stand_in, first - 2)


def _of_named_before(stand_in: Mention, at: int) -> tuple[Reading, ...]:
    """Return what is said of the first of "women and girls"."""
    first = stand_in.passage.doc[at]
    if not is_people(first):
        return ()
    earlier = replace(stand_in, start=first.idx, end=first.idx + len(first), head=first)
    return tuple(r for r in readings(earlier) if r.modality == "asserted")


def _belongs(token: object) -> bool:
    """Whether a token stands inside the phrase: an adjective, an owner, an article."""
    tag = getattr(token, "tag_", "")
    return tag in ("JJ", "DT", "PRP$", "NN", "NNP", "VBN")
