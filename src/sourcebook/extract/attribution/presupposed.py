"""Presupposed clauses: what the reporter tells inside somebody's statement.

In "the blast, which killed seven, was set off by rebels, he said" the relative
clause is the reporter's. A partitive one ("four of whom were hurt") is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.model.claim import AttributionLink
from sourcebook.schema.sources import resolve

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_RELATIVES = frozenset({"who", "which", "that", "when", "whose"})
_WORD = re.compile(r"[^\W\d_]+")
#: "SAPD", "LAPD": a police department by its initials.
_DEPARTMENT = re.compile(r"[A-Z]{1,5}PD$")
#: Stations by call sign or channel: "WXBA-TV", "KLRT", "Channel 8".
_STATION = re.compile(
    r"^[WK][A-Z]{2,3}(?:-?(?:TV|FM|AM|DT))?\b|\bChannel \d|\b(?:TV|News) ?\d"
)


def is_informant(links: tuple[AttributionLink, ...]) -> bool:
    """Whether the originator is one who gives out the facts of the case.

    What police, hospitals, witnesses and officials tell in a relative clause is as
    much theirs as the rest; a politician who reacts takes the facts for granted.
    """
    last = links[-1]
    told = f"{last.name or ''} {last.body or ''} {last.quote or ''}"
    if last.name and (_is_press(last.name) or _STATION.search(last.name)):
        return True
    return any(
        word.casefold() in cues.words("informants") or _DEPARTMENT.match(word)
        for word in _WORD.findall(told)
    )


def _is_press(name: str) -> bool:
    """Whether a newspaper, station or agency reports it; a web site may be a party's."""
    press = resolve(name).type in ("outlet", "wire", "state_media")
    return press and not any(word in name.casefold() for word in ("site", "page"))


def is_presupposed(
    anchor: Token, inside: frozenset[int], counted: frozenset[int], cue: Token | None
) -> bool:
    """Whether the anchor stands in a relative clause within the stated tokens.

    ``inside`` are the positions of the tokens that are stated; a relative clause
    whose noun lies outside them is stated itself. So is one whose noun is among
    the ``counted`` words of the claim ("12 people who were hurt"). A clause with
    "where" counts behind a ``cue`` that is no plain verb of saying; whoever is
    "accused of killing" is so beforehand.
    """
    step = anchor
    plain = cue is None or not cues.is_cue(cue) or cues.lemma(cue) in _plain()
    while step.head != step and step.i in inside:
        noun = step.head.i
        relative = step.dep_ == "relcl" or _is_in_which(step)
        told = relative and (_adds(step) or (not plain and _is_where(step)))
        if told and noun in inside and noun not in counted:
            return True
        if _is_accused(step):
            return True
        step = step.head
    return False


def _adds(clause: Token) -> bool:
    """Whether a relative clause tells a fact of its own, and is not partitive."""
    words = [t for t in clause.subtree if t.i < clause.i]
    relative = next((t for t in words if t.lower_ in _RELATIVES), None)
    if relative is None:
        return False
    return not any(t.lower_ in ("whom", "of") for t in words[:4])


def _plain() -> frozenset[str]:
    return cues.words("plain")


def _is_where(clause: Token) -> bool:
    return any(t.lower_ == "where" and t.i < clause.i for t in clause.subtree)


def _is_accused(clause: Token) -> bool:
    """ "The woman accused of killing two" is told by who accuses her."""
    if clause.dep_ not in ("acl", "ccomp") or clause.tag_ != "VBN":
        return False
    if any(c.dep_ in ("aux", "auxpass") for c in clause.children):
        return False
    of = any(c.lower_ == "of" for c in clause.children)
    return of and cues.lemma(clause) in ("accuse", "suspect")


def _is_in_which(clause: Token) -> bool:
    """ "Last week, in which 30 were killed": relative, whatever the parser says."""
    return clause.dep_ == "advcl" and any(
        token.lower_ == "which" and token.dep_ == "pobj" and token.head.lower_ == "in"
        for token in clause.subtree
    )
