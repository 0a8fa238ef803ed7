"""The verdict on who is said to have done it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.draft.decided import settled
from sourcebook.draft.ledger import Ledger
from sourcebook.draft.naming import is_pronoun
from sourcebook.draft.reading import Told
from sourcebook.draft.review import what_became
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.sourced import spoken_by
from sourcebook.draft.speakers import known_as, speaker_of
from sourcebook.draft.values import Verdict
from sourcebook.link.words import normalised, words
from sourcebook.model.claim import Claim, Responsibility
from sourcebook.reconcile.blame import actor, blamed, one_actor
from sourcebook.reconcile.wording import listed, says_nobody
from sourcebook.schema.load import table
from sourcebook.schema.source_words import country_of

_BLAMING = ("accused", "accused_by_authority", "suspected")
_NOBODY = re.compile(r"(?:nobody|no[ -]one|no\b.*\bgroups?)$", re.IGNORECASE)
_DENYING = ("denied", "acquitted")


def judge_blame(told: Told, ledger: Ledger) -> Ruling | None:
    """Return the verdict on who is said to have done it, by whom."""
    found = _judged(told, ledger)
    if found is None or found.verdict != "not_in_book" or told.root is None:
        return found
    if not _is_named(told.claim) or _is_scene(told, ledger):
        return None
    rejected = [c for c in ledger.rejected(told.root) if _is_alike(told.claim, c)]
    if not rejected:
        return found
    why = what_became(rejected[0], ledger.decisions)
    return Ruling("not_in_book", f"a report has it, and {why}", (), rejected)


def _unclaimed(told: Told, ledger: Ledger) -> Ruling | None:
    """Whether nobody claims it in the book either."""
    if told.root is None:
        return None
    held = [
        c for c in ledger.told_of(told.root) if isinstance(c.payload, Responsibility)
    ]
    claimed = _of(held, ("claimed",))
    if not claimed:
        return None
    said = f"the book has {_actors(claimed)} claiming it"
    return Ruling("not_in_book", said, (), claimed, ("stale",))


def _is_named(claim: Claim) -> bool:
    """Whether the actor has a name: "a suspended worker" may be anybody."""
    assert isinstance(claim.payload, Responsibility)
    named = any(word[:1].isupper() for word in claim.payload.actor.split())
    return named or (_is_force(claim.payload.actor) and speaker_of(claim) is not None)


def _is_force(actor: str) -> bool:
    """Whether a name tells a force: "the rebels"."""
    return set(actor.lower().split()[-1:]) <= set(table("draft")["blame"]["forces"])


def _is_scene(told: Told, ledger: Ledger) -> bool:
    """Whether a place was read as the one who did it: "the Arden Bay attacks"."""
    payload = told.claim.payload
    assert isinstance(payload, Responsibility)
    places = ledger.incidents.places.told(told.root) if told.root else ()
    of_place = re.search(rf"{re.escape(payload.actor)}['’]s\s+[A-Z]", told.claim.quote)
    named = of_place is not None or normalised(payload.actor) in places
    return payload.relation == "reported_as_fact" and named


def _judged(told: Told, ledger: Ledger) -> Ruling | None:
    payload = told.claim.payload
    assert isinstance(payload, Responsibility)
    if _NOBODY.match(payload.actor):
        return _unclaimed(told, ledger)
    if says_nobody(payload.actor) and not _is_force(payload.actor):
        return None
    if told.root is None:
        return Ruling("not_in_book", "the book holds no incident that the words name")
    held = [
        c for c in ledger.told_of(told.root) if isinstance(c.payload, Responsibility)
    ]
    own = [c for c in held if one_actor(actor(told.claim), actor(c))]
    beside = [c for c in ledger.blamed_beside(told.root) if _is_alike(told.claim, c)]
    if beside and not own:
        return Ruling("supported", "told of another event, as in the reports", beside)
    if payload.relation == "claimed" and not _is_another(told.claim):
        return _claimed(told, own, held, ledger)
    if payload.relation in _DENYING:
        denied = _of(own, _DENYING)
        return _settled(told, denied, ledger) if denied else _nobody(own)
    if payload.relation in (*_BLAMING, "claimed"):
        return _accused(told, own, held, ledger)
    return _as_fact(told, own, ledger)


def _is_another(claim: Claim) -> bool:
    """Whether a name that holds the actor's says so: South Arden, of Arden."""
    assert isinstance(claim.payload, Responsibility)
    link = speaker_of(claim)
    mine = set(words(claim.payload.actor))
    is_country = country_of(claim.payload.actor) is not None
    return link is not None and is_country and mine < set(words(link.name or ""))


def _is_alike(one: Claim, other: Claim) -> bool:
    """Whether both tell the same of one actor, by a name that they share."""
    if not isinstance(other.payload, Responsibility):
        return False
    left, right = blamed(one), blamed(other)
    named = set(words(left.actor)) & set(words(right.actor))
    return left.relation == right.relation and bool(named)


def _of(claims: Sequence[Claim], relations: Sequence[str]) -> list[Claim]:
    return [
        c
        for c in claims
        if isinstance(c.payload, Responsibility) and c.payload.relation in relations
    ]


def _claimed(
    told: Told, own: Sequence[Claim], held: Sequence[Claim], ledger: Ledger
) -> Ruling:
    claimed = _of(own, ("claimed",))
    if claimed:
        return _settled(told, claimed, ledger, open_to_rivals=True)
    others = _of(held, ("claimed",))
    if others:
        return Ruling(
            "wrong_speaker", f"the book has {_actors(others)} claiming it", others, own
        )
    return _nobody(own)


def _accused(
    told: Told, own: Sequence[Claim], held: Sequence[Claim], ledger: Ledger
) -> Ruling:
    """An accusation is sound where the same source makes it, or where none is named."""
    accusing = _of(own, _BLAMING)
    fact = _of(own, ("reported_as_fact", "claimed"))
    link = speaker_of(told.claim)
    if link is None or link.name is None:
        found = accusing or fact
        return (
            _settled(told, found, ledger, open_to_rivals=True)
            if found
            else _nobody(own)
        )

    def by(claims: Sequence[Claim]) -> list[Claim]:
        return spoken_by(told, link, claims, ledger, strictly=False)

    if own_words := by([*accusing, *_of(own, ("reported_as_fact",))]):
        return _settled(told, own_words, ledger, open_to_rivals=True)
    if accusing:
        return Ruling(
            "wrong_speaker",
            f"the book has it from {_accusers(accusing)}",
            accusing,
        )
    if theirs := by(_of(held, _BLAMING)):
        return Ruling(
            "not_in_book",
            f"the book has this source blame {_actors(theirs)}",
            (),
            theirs,
        )
    return _nobody(own)


def _as_fact(told: Told, own: Sequence[Claim], ledger: Ledger) -> Ruling:
    facts = _of(own, ("reported_as_fact",))
    if facts:
        return _settled(told, facts, ledger)
    weaker = _of(own, (*_BLAMING, "claimed"))
    if not weaker:
        return _nobody(own)
    contested = ledger.competing(weaker)
    also: tuple[Verdict, ...] = ("disputed",) if contested else ()
    ids = {i for c in contested for i in c.claims} - {c.id for c in weaker}
    return Ruling(
        "told_as_fact",
        f"in the book it is {_ways(weaker)} by {_accusers(weaker)}, not a fact",
        weaker,
        [ledger.contents.claim[i] for i in sorted(ids)],
        also,
    )


def _settled(
    told: Told, same: Sequence[Claim], ledger: Ledger, *, open_to_rivals: bool = False
) -> Ruling:
    """Supported; disputed where it is told as a fact and others say otherwise."""
    contested = [] if open_to_rivals else ledger.competing(same)
    if contested:
        ids = {i for c in contested for i in c.claims} - {c.id for c in same}
        rivals = [ledger.contents.claim[i] for i in sorted(ids)]
        return Ruling("disputed", contested[0].explanation, same, rivals)
    found = Ruling("supported", "in the book, said so by the same", same)
    return settled(found, same, ledger)


def _nobody(own: Sequence[Claim]) -> Ruling:
    if own:
        return Ruling(
            "not_in_book", f"of this actor the book has it only {_ways(own)}", (), own
        )
    return Ruling("not_in_book", "no report of it says so of this actor")


def _actors(claims: Sequence[Claim]) -> str:
    names = (c.payload.actor for c in claims if isinstance(c.payload, Responsibility))
    return listed(list(dict.fromkeys(names)))


def _accusers(claims: Sequence[Claim]) -> str:
    """Return who says so, or that reports do in their own voice."""
    return listed(known_as(claims)) or "reports in their own voice"


def _ways(claims: Sequence[Claim]) -> str:
    ways = (c.payload.relation for c in claims if isinstance(c.payload, Responsibility))
    return listed([way.replace("_", " ") for way in dict.fromkeys(ways)])


def _may_be_one(inner: Claim, outer: Claim) -> bool:
    """Whether the inner one is the actor of the outer words: "it", "the group"."""
    if is_pronoun(inner.quote.split(maxsplit=1)[0]):
        return True
    return not _is_named(inner) or one_actor(actor(inner), actor(outer))


def is_inner(told: Told, claims: Sequence[Told]) -> bool:
    """Whether a wider claim of responsibility holds the words: "X says it did it"."""
    return any(
        isinstance(payload := other.claim.payload, Responsibility)
        and payload.relation == "claimed"
        and other.claim.span != told.claim.span
        and other.claim.span.contains(told.claim.span)
        and _may_be_one(told.claim, other.claim)
        for other in claims
    )
