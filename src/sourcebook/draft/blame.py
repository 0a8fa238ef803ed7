"""The verdict on who is said to have done it."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.draft.ledger import Ledger
from sourcebook.draft.reading import Told
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.speakers import known_as, says, speaker_of
from sourcebook.draft.values import Verdict
from sourcebook.link.words import words
from sourcebook.model.claim import Claim, Responsibility
from sourcebook.reconcile.blame import actor, blamed, one_actor
from sourcebook.reconcile.wording import listed, says_nobody

_BLAMING = ("accused", "accused_by_authority", "suspected")
_DENYING = ("denied", "acquitted")


def judge_blame(told: Told, ledger: Ledger) -> Ruling | None:
    """Return the verdict on who is said to have done it, by whom."""
    payload = told.claim.payload
    assert isinstance(payload, Responsibility)
    if says_nobody(payload.actor):
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
    if payload.relation == "claimed":
        return _claimed(told, own, held, ledger)
    if payload.relation in _DENYING:
        denied = _of(own, _DENYING)
        return _settled(told, denied, ledger) if denied else _nobody(own)
    if payload.relation in _BLAMING:
        return _accused(told, own, held, ledger)
    return _as_fact(told, own, ledger)


def _is_alike(one: Claim, other: Claim) -> bool:
    """Whether both tell the same of one actor, by a name that they share."""
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
    reports = ledger.contents.report

    def by(claims: Sequence[Claim]) -> list[Claim]:
        named = link.name or ""
        return [c for c in claims if says(c, named, reports[c.report], body=link.body)]

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
    return Ruling("supported", "in the book, said so by the same", same)


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


def is_inner(told: Told, claims: Sequence[Told]) -> bool:
    """Whether a wider claim of responsibility holds the words: "X says it did it"."""
    return any(
        isinstance(payload := other.claim.payload, Responsibility)
        and payload.relation == "claimed"
        and other.claim.span != told.claim.span
        and other.claim.span.contains(told.claim.span)
        for other in claims
    )
