"""Who says who did it: one row an actor, a way and a source; never a winner (N6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcebook.dossier.basis import Basis
from sourcebook.dossier.phrases import is_generic
from sourcebook.dossier.values import Blame
from sourcebook.dossier.wording import RELATIONS, is_accident, joined
from sourcebook.model.claim import Claim, Responsibility, Statement
from sourcebook.reconcile.blame import denies_itself, one_actor
from sourcebook.reconcile.custody import custody_of
from sourcebook.schema.source_words import ARTICLE
from sourcebook.schema.sources import resolve

_ORDER = list(RELATIONS)
_BY_THEMSELVES = ("claimed", "denied")
_BY_AUTHORITY = "accused_by_authority"
_DENYING = re.compile(r"(?i)\b(?:den(?:y|ies|ied|ying)|disclaim|disown|reject)")
#: Hedges that the way says already.
_SUSPECTED = ("suspect", "suspects", "suspected")
#: Stands for a source whose words name nobody.
NOBODY = "somebody not told"
_PRONOUNS = ("i", "he", "she", "it", "we", "they", "who")
#: Actor, way, custody, whose word.
_Key = tuple[str, str, str, str]
#: What is said of a claim's source where its words name nobody.
NO_AUTHORITY = "an authority that is not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sourced:
    """A claim of responsibility with who says it, and whose word that is."""

    claim: Claim
    source: str
    lineage: str | None
    own_voice: bool = False


def blame_of(basis: Basis) -> tuple[Blame, ...]:
    """Return the rows, claims of responsibility first."""
    groups: dict[_Key, list[_Sourced]] = {}
    names = _full_names(basis)
    for claim in basis.placed:
        if isinstance(claim.payload, Responsibility):
            told = _sourced(basis, claim)
            whose = told.lineage if _particular(told.lineage) else None
            actor = claim.payload.actor
            key = (
                _folded(names.get(actor, actor)),
                claim.payload.relation,
                custody_of(claim),
                whose or _plain(told.source),
            )
            groups.setdefault(key, []).append(told)
    rows = [_row(basis, told, names) for told in _joined(groups)]
    return tuple(sorted(rows, key=lambda r: (_ORDER.index(r.way), r.actor, r.source)))


def _particular(lineage: str | None) -> bool:
    return lineage is not None and not lineage.startswith("unnamed")


def _joined(
    groups: dict[_Key, list[_Sourced]],
) -> list[list[_Sourced]]:
    """Return the groups, those that name one source in the same words as one."""
    found: dict[_Key, list[_Sourced]] = {}
    for (actor, relation, custody, _), told in groups.items():
        best = max((each.source for each in told), key=telling)
        found.setdefault((actor, relation, custody, _plain(best)), []).extend(told)
    return list(found.values())


def _full_names(basis: Basis) -> dict[str, str]:
    """Map an actor's surname, or name with age or nickname, to the one full name."""
    told = Counter(
        claim.payload.actor
        for claim in basis.placed
        if isinstance(claim.payload, Responsibility)
        and not is_generic(claim.payload.actor)
        and resolve(claim.payload.actor).party is None
    )
    full = [n for n in sorted(told, key=lambda n: (-told[n], n)) if _is_full(n)]
    found = {}
    for name in told:
        fits = [each for each in full if one_actor(name.lower(), each.lower())]
        if fits and all(one_actor(fits[0].lower(), each.lower()) for each in fits):
            found[name] = fits[0]
    return found


def _is_full(name: str) -> bool:
    """Whether a name is a first name and a surname without anything beside."""
    words = name.split()
    return 2 <= len(words) <= 3 and all(word[0].isupper() for word in words)


def _folded(actor: str) -> str:
    """Return one key for the ways to write an actor: "Driver", "the driver"."""
    source = resolve(actor)
    name = source.name if source.party else actor
    return ARTICLE.sub("", name).casefold()


def _row(basis: Basis, told: Sequence[_Sourced], names: Mapping[str, str]) -> Blame:
    claims = [each.claim for each in told]
    payloads = [c.payload for c in claims if isinstance(c.payload, Responsibility)]
    hedges = dict.fromkeys(
        f"“{p.hedge}”"
        for p in payloads
        if p.hedge and p.hedge.lower() not in _SUSPECTED
    )
    lineages = {each.lineage if _particular(each.lineage) else "" for each in told}
    source = max((each.source for each in told), key=_by_body)
    way, custody = payloads[0].relation, custody_of(claims[0])
    whole = (names.get(p.actor, p.actor) for p in payloads)
    actor = max((basis.phrase.plain(name) for name in whole), key=telling)
    return Blame(
        actor=actor,
        phrase=basis.phrase(actor),
        teller=_teller(basis, source, told),
        relation=_way_words(basis, way, custody),
        custody=custody,
        own=way in _BY_THEMSELVES and all(_is_own(each) for each in told),
        way=way,
        hedge=joined(list(hedges)),
        source=source,
        lineage=(lineages.pop() or "") if len(lineages) == 1 else "",
        own_voice=all(each.own_voice for each in told),
        quotes=basis.quotes(claims),
    )


def _teller(basis: Basis, source: str, told: Sequence[_Sourced]) -> str:
    """Return a source inside a sentence; a report without outlet by its number."""
    if all(each.own_voice for each in told):
        return source.partition(" (")[0]
    return source if source == NOBODY else basis.phrase(source)


def _way_words(basis: Basis, way: str, custody: str) -> str:
    """Return the way in words; nobody claims an accident that he tells of."""
    if way == "claimed" and is_accident(basis.root):
        return "gave an account of an own part"
    return custody or RELATIONS[way]


def _is_own(told: _Sourced) -> bool:
    """Whether who says it is the actor: another may deny it of the actor."""
    payload = told.claim.payload
    if not isinstance(payload, Responsibility):
        return False
    return payload.relation == "claimed" or denies_itself(told.claim, told.source)


def _by_body(source: str) -> tuple[bool, tuple[int, int, str]]:
    """Prefer a group or government by its name to one who speaks for it."""
    return resolve(source).party is not None, telling(source)


def telling(source: str) -> tuple[int, int, str]:
    """Return a key that is highest for the name that tells most."""
    words = source.split()
    return (sum(word[:1].isupper() for word in words), len(source), source)


def _plain(source: str) -> str:
    return resolve(source).name.casefold()


def _sourced(basis: Basis, claim: Claim) -> _Sourced:
    """Return who says it: the originator, else whoever the words show to say it.

    A claim of responsibility is the actor's own; behind a reported accusation stands
    the speaker whose accusation the same words are.
    """
    link = claim.originator
    if link is not None:
        known = link.name if (link.name or "").casefold() not in _PRONOUNS else None
        name = known or NOBODY
        return _Sourced(claim=claim, source=name, lineage=claim.lineage)
    payload = claim.payload
    if isinstance(payload, Responsibility) and (
        payload.relation == "claimed"
        or (payload.relation == "denied" and _DENYING.search(claim.quote))
    ):
        return _Sourced(claim=claim, source=payload.actor, lineage=None)
    accusation = _accusation(basis, claim)
    if accusation is not None and isinstance(accusation.payload, Statement):
        speaker = accusation.payload.speaker
        return _Sourced(claim=claim, source=speaker, lineage=accusation.lineage)
    by_authority = isinstance(payload, Responsibility) and (
        payload.relation == _BY_AUTHORITY and not custody_of(claim)
    )
    if by_authority:
        return _Sourced(claim=claim, source=NO_AUTHORITY, lineage=None)
    outlet = basis.outlet(claim.report)
    return _Sourced(claim=claim, source=outlet, lineage=None, own_voice=True)


def _accusation(basis: Basis, claim: Claim) -> Claim | None:
    """Return the accusation, a statement, that a claim's words report."""
    told = [
        other
        for other in basis.placed
        if other.report == claim.report
        and isinstance(other.payload, Statement)
        and other.payload.act == "accuse"
        and other.field == claim.field
        and other.span.overlaps(claim.span)
    ]
    return told[0] if told else None
