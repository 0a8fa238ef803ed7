"""What was said: statements, one row each, grouped by act (STM-1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from sourcebook.dossier.basis import Basis
from sourcebook.dossier.passages import sentence_of
from sourcebook.dossier.values import Said, Saying
from sourcebook.model.claim import AttributionLink, Claim, Statement
from sourcebook.reconcile.wording import head_of
from sourcebook.schema.load import table
from sourcebook.schema.source_words import capitals, countries_in, has, words_of
from sourcebook.schema.sources import resolve

#: Acts in words, in the order in which they are told.
ACTS = {
    "claim_responsibility": "Claims of responsibility",
    "state_motive": "Motives stated",
    "accuse": "Accusations",
    "deny": "Denials",
    "condemn": "Condemnations",
    "condole": "Condolences",
    "express_concern": "Concern",
    "demand": "Demands",
    "call_for_talks": "Calls for talks",
    "pledge": "Pledges",
    "offer": "Offers",
    "announce_investigation": "Investigations announced",
    "thank": "Thanks",
    "comment": "Comments",
}
#: Comments shown at once; those of private persons and further ones are folded.
COMMENTS = 6
#: Stands for a speaker whom the words do not tell.
NOBODY = "not told by whom"
_PRIVATE = ("witness", "unnamed")
#: Lineages of bodies: who speaks for one does not speak as a private person.
_SOMEBODYS = ("government", "police", "sheriff", "rescue", "official", "igo", "ngo")
_VIA = "via_spokesperson"


def said_of(basis: Basis) -> tuple[Said, ...]:
    """Return the statements by act; what copies repeat stands once."""
    acts: dict[str, list[Claim]] = {}
    for claim in basis.placed:
        if isinstance(claim.payload, Statement):
            acts.setdefault(claim.payload.act, []).append(claim)
    if "comment" in acts:
        told = {_words(c) for act, cs in acts.items() if act != "comment" for c in cs}
        acts["comment"] = [c for c in acts["comment"] if _words(c) not in told]
    return tuple(
        _said(act, words, _rows(basis, acts[act]))
        for act, words in ACTS.items()
        if acts.get(act)
    )


def _words(claim: Claim) -> tuple[object, ...]:
    """Return what two statements share that are told by the same words."""
    return (claim.report, claim.field, sentence_of(claim), speaker_of(claim).casefold())


def _said(act: str, words: str, rows: list[tuple[Saying, bool]]) -> Said:
    if act != "comment":
        return Said(act=words, rows=tuple(row for row, _ in rows))
    shown = [row for row, private in rows if not private][:COMMENTS]
    rest = [row for row, _ in rows if row not in shown]
    return Said(act=words, rows=tuple(shown), folded=tuple(rest))


def _rows(basis: Basis, claims: Iterable[Claim]) -> list[tuple[Saying, bool]]:
    """Return the rows of one act, whether each is a private person's word."""
    told: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        payload = claim.payload
        if isinstance(payload, Statement):
            # an office is the speaker's everywhere, a go-between only of these words
            office = _office(basis, claim)
            relay = office if office.startswith("through ") else ""
            key = (_shown(basis, claim), _towards(basis, claim), relay)
            told.setdefault(key, []).append(claim)
    found = []
    for (speaker, addressee, _), group in told.items():
        offices = [office for c in group if (office := _office(basis, c))]
        private = all(_is_private(c) for c in group)
        for quote in basis.quotes(group):
            row = Saying(
                speaker=speaker,
                office=max(offices, key=_weight, default=""),
                addressee=addressee,
                quote=quote,
            )
            found.append((row, private))
    return found


def _weight(office: str) -> tuple[bool, int]:
    """Prefer the group or government by its own name to what else it is called."""
    return resolve(office.partition(" ")[2]).party is not None, -len(office)


def _towards(basis: Basis, claim: Claim) -> str:
    """Return to whom words are said, or against whom an accusation is made."""
    payload = claim.payload
    if not isinstance(payload, Statement) or not payload.addressee:
        return ""
    name = basis.phrase.plain(payload.addressee)
    to = rf"\b(?:to|with) (?:the )?{re.escape(payload.addressee)}"
    accused = payload.act == "accuse" and not re.search(to, claim.quote, re.I)
    return f"against {name}" if accused else f"to {name}"


def _shown(basis: Basis, claim: Claim) -> str:
    """Return the speaker as the page names him, by his full name where one is told.

    Where the words tell nobody ("people are warned") no speaker is made up.
    """
    speaker = speaker_of(claim)
    if not claim.attribution and not basis.mentions(claim.report, speaker):
        return NOBODY
    return basis.full_name(speaker)


def speaker_of(claim: Claim) -> str:
    """Return who speaks, a body by the one name that it goes by (IS, Isis)."""
    payload = claim.payload
    if not isinstance(payload, Statement):
        return ""
    source = resolve(payload.speaker)
    listed = source.party == "armed_group" or source.type == "igo"
    return source.name if listed else payload.speaker


def _office(basis: Basis, claim: Claim) -> str:
    """Return for whom, or through whom, somebody speaks (STM-3)."""
    payload = claim.payload
    if not isinstance(payload, Statement):
        return ""
    speaker, links = payload.speaker, claim.attribution
    if payload.spokesperson:
        return f"through {payload.spokesperson}"
    body = payload.spokesperson_for or (links[-1].body if links else None)
    if body and resolve(body).party is None and _speaks_for_group(claim):
        body = basis.lineage_name(claim.lineage)
    if body and _is_body(body, speaker):
        return f"for {basis.phrase(body)}"
    via = next((link for link in links if link.relation == _VIA and link.name), None)
    if via is None or via.name is None:
        return ""
    if via.name != speaker:
        return f"through {via.name}"
    whole = basis.lineage_name(claim.lineage)
    known = claim.lineage is not None and not claim.lineage.startswith("unnamed")
    known = known and not _is_elsewhere(via, claim.lineage)
    if not known or _shared(speaker, whole):
        return "through a spokesperson"
    return f"for {basis.phrase(whole)}" if _is_body(whole, speaker) else ""


def _shared(one: str, other: str) -> bool:
    return bool(set(one.casefold().split()) & set(other.casefold().split()))


def _is_body(body: str, speaker: str) -> bool:
    """Whether the words name a body, and neither an office nor the speaker."""
    return not _is_office(body) and not body.islower() and not _shared(body, speaker)


def _is_elsewhere(link: AttributionLink, lineage: str | None) -> bool:
    """Whether a body's words place it in another country ("a spokesman in Norwick")."""
    kind, _, country = (lineage or "").partition(":")
    if kind != "government":
        return False
    told = link.quote or ""
    seats = {
        code
        for capital, code in capitals().items()
        if re.search(rf"\b{re.escape(capital)}\b", told, re.IGNORECASE)
    }
    codes = {code for code, _ in countries_in(told)} | seats
    return bool(codes) and country not in codes


def _speaks_for_group(claim: Claim) -> bool:
    return (claim.lineage or "").startswith("party_to_conflict:")


def _is_office(body: str) -> bool:
    """Whether words are an office, also with its bearer ("Harbour Mayor Ana")."""
    offices = table("wording")["offices"]
    words = body.split()
    held = any(
        one.casefold() in offices and behind[:1].isupper()
        for one, behind in pairwise(words)
    )
    return held or head_of(body).casefold() in offices


def _is_private(claim: Claim) -> bool:
    payload = claim.payload
    if not isinstance(payload, Statement) or payload.spokesperson_for:
        return False
    link = claim.originator
    body = link.body if link else None
    if (claim.lineage or "").split(":")[0] in _SOMEBODYS or (
        link is not None and has(words_of(link.quote or ""), "role")
    ):
        return False
    return resolve(payload.speaker, body).type in _PRIVATE
