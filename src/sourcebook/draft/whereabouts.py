"""Whether a passage of a report speaks of the place that a draft names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sourcebook.draft.ledger import Ledger
from sourcebook.draft.reading import Told
from sourcebook.draft.sentences import clause as clause_at
from sourcebook.model.claim import Claim
from sourcebook.schema.groups import country_name

#: A line that heads those below it: "KENYA:".
_HEADING = re.compile(r"^[ \t]*([^\n:.\d]{2,40}):[ \t]*$", re.MULTILINE)
#: An entry of a list: "Total dead: 10".
_ENTRY = re.compile(r"\s*[^\n:.\d]{2,40}:\s*\d[\d,.]*\s*")
#: What counts the dead of many events: "the number killed this year".
_YEAR = re.compile(r"\b(?:this|that|last) year\b|\bso far this\b", re.IGNORECASE)
#: Words that set what a clause counts apart from the incident at hand.
_APART = re.compile(
    r"\b(?:earlier|previous\w*|another|separate\w*|elsewhere|since|ago|last (?:week|month|year)"
    r"|this year|that year|so far this|(?:in|of) (?:19|20)\d\d|(?:Jan|Febr)uary|March|April|June"
    r"|July|August|(?:Septem|Octo|Novem|Decem)ber)\b",
    re.IGNORECASE,
)


def is_apart(words: str) -> bool:
    """Whether words tell of another time or event than the one at hand.

    >>> is_apart("Two died there last year"), is_apart("Two died there on Monday")
    (True, False)
    """
    return _APART.search(words) is not None


def is_there(told: Told, words: tuple[str, str], before: str, ledger: Ledger) -> bool:
    """Whether a passage, or the heading of its list, names the place of a figure.

    ``words`` are the passage's sentence and clause, ``before`` is what the report says
    before. Of the incident as a whole, the sentence is to name all places that it has
    parts in; of one of them, the clause is to name it and none of the others.
    """
    if told.root is None:
        return False
    node, parts = told.node or told.root, ledger.contents.children[told.root]
    sentence, clause = words
    here = _plain(sentence if node == told.root else clause)
    if _ENTRY.fullmatch(sentence):
        here += _plain("".join(m[1] for m in list(_HEADING.finditer(before))[-1:]))
    if node == told.root:
        wanted = [_names(n.id, ledger) for n in parts] or [_names(node, ledger)]
        return all(_is_named(names, here) for names in wanted)
    others = [n.id for n in parts if not ledger.incidents.is_inside(node, n.id)]
    if any(_is_named(_names(other, ledger), here) for other in others):
        return False
    return _is_named(_names(node, ledger), here)


def _is_named(names: Iterable[str], words: str) -> bool:
    return any(f" {name} " in words for name in names)


def is_of_a_year(told: Told, claims: Sequence[Claim], ledger: Ledger) -> bool:
    """Whether all claims are counts over a year, and the draft's figure is not."""
    if not claims or _YEAR.search(told.sentence):
        return False
    return all(_YEAR.search(_clause(claim, ledger)) for claim in claims)


def _clause(claim: Claim, ledger: Ledger) -> str:
    text = ledger.contents.report[claim.report].characters(claim.field)
    return clause_at(text, claim.setting.sentence, claim.span).slice(text)


def _names(node: str, ledger: Ledger) -> set[str]:
    """Return the names of a node's place, and of its country if no other part has it."""
    incident = ledger.contents.incident[node]
    names = set(ledger.incidents.called(incident))
    place = incident.place
    others = ledger.contents.children[incident.parent] if incident.parent else ()
    lands = [n.place.country for n in others if n.place is not None]
    if place is not None and place.country and lands.count(place.country) < 2:
        names.add(country_name(place.country))
    return {_plain(name).strip() for name in names if _plain(name).strip()}


def _plain(words: str) -> str:
    """Return words in small letters, marks as blanks: "Dar-es-Salaam" as three words."""
    return " " + re.sub(r"[\W_]+", " ", words.casefold()) + " "
