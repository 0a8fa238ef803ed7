"""Blame and claims of responsibility in the short words of headlines and posts.

"Grey Tide claims attack", "Arden blames the rebels": sentences in which the extractor
reads nobody as the one who did it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sourcebook.draft.loose import DRAFT, DRAFT_VERSION
from sourcebook.draft.naming import is_pronoun, link_at, name_pattern
from sourcebook.draft.sentences import sentences, unquoted
from sourcebook.link.words import words
from sourcebook.model.claim import (
    AttributionLink,
    Claim,
    Relation,
    Responsibility,
    Setting,
)
from sourcebook.model.report import Report
from sourcebook.model.span import Span
from sourcebook.schema.load import table


def hinted(report: Report, claims: Sequence[Claim]) -> list[Claim]:
    """Return claims of responsibility for the sentences of a draft that have none."""
    text = report.text.characters
    told = [c for c in claims if isinstance(c.payload, Responsibility)]
    found = []
    for sentence in sentences(text):
        known = [c for c in told if sentence.overlaps(c.span)]
        found += [c for c in _in(report, sentence) if not _is_known(c, known)]
    return found


def _is_known(claim: Claim, known: Sequence[Claim]) -> bool:
    """Whether the extractor read so in the sentence, or reads it otherwise there."""
    assert isinstance(claim.payload, Responsibility)
    if claim.payload.relation != "claimed":
        return bool(known)
    mine = set(words(claim.payload.actor))
    return any(
        isinstance(other.payload, Responsibility)
        and other.payload.relation in ("claimed", "denied")
        and mine & set(words(other.payload.actor))
        for other in known
    )


def _in(report: Report, sentence: Span) -> Iterator[Claim]:
    told = sentence.slice(report.text.characters)
    if unquoted(told) != told:
        return
    seen: list[Span] = []
    for relation, pattern in _patterns():
        match = pattern.search(told)
        claim = _claim(report, sentence, relation, match) if match else None
        if claim is not None and not any(claim.span.overlaps(s) for s in seen):
            seen.append(claim.span)
            yield claim


def _claim(
    report: Report, sentence: Span, relation: Relation, match: re.Match[str]
) -> Claim | None:
    groups = match.groupdict()
    actor = groups["actor"]
    by = groups.get("by")
    if is_pronoun(actor) or (by is not None and is_pronoun(by)):
        return None
    said = "by" if by is not None else "actor"
    if by is None and relation != "claimed":
        links: tuple[AttributionLink, ...] = ()
    else:
        first, last = match.span(said)
        start = sentence.start
        links = (link_at(report, Span(start=start + first, end=start + last)),)
    return Claim.at(
        report,
        "text",
        Span(
            start=sentence.start + match.start("all"), end=sentence.start + match.end()
        ),
        payload=Responsibility(
            actor=re.sub(r"^(?:the|an?)\s+", "", actor, flags=re.IGNORECASE),
            relation="reported_as_fact"
            if relation == "accused" and by is None
            else relation,
        ),
        setting=Setting(sentence=sentence),
        extractor=DRAFT,
        version=DRAFT_VERSION,
        attribution=links,
    )


@cache
def _patterns() -> tuple[tuple[Relation, re.Pattern[str]], ...]:
    told = table("draft")["blame"]
    deed = rf"(?:\S+\s+){{0,3}}?(?:{'|'.join(told['deeds'])})\b"
    actor, by = (rf"(?P<{key}>{name_pattern()})" for key in ("actor", "by"))
    forces = "|".join(told["forces"])
    blamed_one = (
        rf"(?P<actor>{name_pattern()}|(?:the|some|armed|foreign)\s+(?:{forces})\b)"
    )
    claims, accuses, blamed = (
        rf"(?:{'|'.join(told[key])})" for key in ("claims", "accuses", "blamed")
    )
    adverb = (
        r"(?:(?:now|also|has|have|had|itself|later|since|already|openly|\w+ly)\s+)*"
    )
    start = r"(?:^|[\s,;:(—-])"
    rows: tuple[tuple[Relation, str], ...] = (
        (
            "claimed",
            r"(?P<all>\b(?P<actor>[Nn]obody|[Nn]o[ -]one|[Nn]o\s+(?:\w+\s+)?groups?)\s+"
            r"(?:ha[sd]\s+)?(?:yet\s+|so\s+far\s+)?claimed\b)",
        ),
        ("claimed", rf"{start}(?P<all>{actor}\s+{adverb}{claims}\s+{deed})"),
        ("claimed", rf"(?P<all>\b(?:[Cc]laimed|[Aa]dmitted)\s+by\s+{actor})"),
        (
            "claimed",
            rf"{start}(?P<all>{actor},\s+(?:which|who)\s+{adverb}{claims}\s+{deed})",
        ),
        (
            "accused",
            rf"{start}(?P<all>{by}\s+(?:said|says)\s+(?:that\s+)?{actor}\s+"
            r"(?:was|is|were|are|stood|stands)\s+(?:behind|responsible|to blame)\b)",
        ),
        ("accused", rf"{start}(?P<all>{by}\s+{adverb}{accuses}\s+{blamed_one})"),
        ("accused", rf"{start}(?P<all>{actor}\s+{blamed}\s+by\s+{by})"),
        (
            "accused",
            rf"(?P<all>\b[Bb]ehind\s+.{{3,60}}?\b(?:stands?|stood|was|is|were|are)\s+{actor}"
            rf"(?:,?\s+(?:says|said|according to)\s+{by})?)",
        ),
    )
    return tuple((relation, re.compile(pattern)) for relation, pattern in rows)
