"""Claims with a draft's own words: who says them, and do they still stand?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sourcebook.draft.counts import changed, numbers, rounds, same_number
from sourcebook.draft.decided import settled
from sourcebook.draft.ledger import Ledger, pool_of
from sourcebook.draft.reading import Told
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.speakers import is_named_by, known_as, says, speaker_of
from sourcebook.draft.titles import is_titled
from sourcebook.link.lineage import counts
from sourcebook.model.claim import AttributionLink, Claim, Figure, Means
from sourcebook.reconcile.reading import Reading, read
from sourcebook.reconcile.wording import listed, number
from sourcebook.schema.load import table
from sourcebook.text.numbers import find_numbers

_FROM = re.compile(r"\b(?:from|up on|down on|of)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}$")
_TO = re.compile(r"(?:,?\s+\w+){0,5}?\s+to\s+(?:\w+\s+)?(?:\d|\w+-\w+)")
#: "Corrected to 31 on Wednesday": so it was on that day.
_THEN = re.compile(
    r"(?:\s+\w+)?\s+(?:on|by|last)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
)
_MOVED = re.compile(
    r"\b(?:rose|risen|rising|rises|climb\w*|went|gone|up|down|fell|fallen|dropp\w+|"
    r"revis\w+|correct\w+|lower\w+|rais\w+|updat\w+|chang\w+|increas\w+|grew|grown)\b"
)


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('draft')['earlier'])})\b", re.IGNORECASE)


def is_history(told: Told) -> bool:
    """Whether the words say themselves that the figure is an earlier one.

    "Risen to 33, from 31" tells so of the 31.
    """
    if _earlier().search(told.sentence):
        return True
    before, _, after = told.sentence.partition(told.claim.quote)
    told_before = find_numbers(before)
    changed_to = told_before and before.endswith(" to ") and _THEN.match(after)
    told_first = changed_to or _FROM.search(before) or _TO.match(after)
    return bool(told_first and _MOVED.search(told.sentence))


def by_source(told: Told, same: Sequence[Claim], ledger: Ledger) -> Ruling:
    """Return the verdict on words that claims of the book have too."""
    own = by_named(told, same, ledger)
    standing = _standing(told, own or same, attributed=bool(own), ledger=ledger)
    if own is not None:
        return standing
    if _is_one_person(told):
        return standing
    bound = _with_their_bound(told, ledger)
    if bound and any(speaker_of(claim) is None for claim in same):
        return standing
    if bound:
        said = changed(told.claim, bound)
        return Ruling("bound_changed", said, bound, same, ("wrong_speaker",))
    also = (standing.verdict,) if standing.verdict in ("stale", "bound_changed") else ()
    return Ruling("wrong_speaker", _said_by(same), same, standing.against, also)


def _with_their_bound(told: Told, ledger: Ledger) -> list[Claim]:
    """Return the claims of the draft's source with its number and another bound."""
    link = speaker_of(told.claim)
    if link is None or link.name is None or told.root is None:
        return []
    if _tells_another(told, link.name, ledger):
        return []
    pool = pool_of(told.claim)
    theirs = [
        c
        for c in ledger.counted(told.root)
        if pool_of(c) == pool and same_number(told.claim, c) and c.incident == told.node
    ]
    return spoken_by(told, link, theirs, ledger, strictly=True)


def _is_one_person(told: Told) -> bool:
    """Whether it counts one of several: too little to tell who says so."""
    payload = told.claim.payload
    return (
        isinstance(payload, Figure)
        and payload.value == 1
        and (told.claim.role == "part_of_total")
    )


def by_named(told: Told, same: Sequence[Claim], ledger: Ledger) -> list[Claim] | None:
    """Return the claims by the draft's source; all where it names none, None for none."""
    link = speaker_of(told.claim)
    if link is None or link.name is None:
        return list(same)
    found = spoken_by(told, link, same, ledger, strictly=True)
    if not told.root:
        return found or None
    places = ledger.incidents.place_words(told.root)
    if any(is_named_by(link.name, ledger.sources(c), places) for c in found):
        return found
    pool = pool_of(told.claim)
    theirs = [c for c in ledger.counted(told.root) if pool_of(c) == pool]
    if _tells_another(told, link.name, ledger):
        return None
    if found:
        return found
    own = spoken_by(told, link, theirs, ledger, strictly=True)
    if own and not any(same_number(told.claim, c) for c in own):
        return None
    found = spoken_by(told, link, same, ledger, strictly=False)
    return found or None


def spoken_by(
    told: Told,
    link: AttributionLink,
    claims: Sequence[Claim],
    ledger: Ledger,
    *,
    strictly: bool,
) -> list[Claim]:
    """Return the claims that the book has from a source which the draft names."""
    places = ledger.incidents.place_words(told.root) if told.root else frozenset()
    return [
        claim
        for claim in claims
        if says(
            claim,
            link.name or "",
            ledger.contents.report[claim.report],
            body=link.body,
            names=ledger.sources(claim),
            places=places,
            strictly=strictly,
        )
        or _is_titled(link.name or "", claim, ledger)
    ]


def _is_titled(name: str, claim: Claim, ledger: Ledger) -> bool:
    """Whether the report calls the claim's source by the draft's name for it."""
    text = ledger.contents.report[claim.report].text.characters
    known = (link.name for link in claim.attribution if link.name)
    return any(is_titled(name, each, text) for each in known)


def _tells_another(told: Told, name: str, ledger: Ledger) -> bool:
    """Whether the very source that a draft names gives other numbers of the same."""
    assert told.root is not None
    if not numbers(told.claim):
        return False
    places = ledger.incidents.place_words(told.root)
    pool = pool_of(told.claim)
    theirs = [
        c
        for c in ledger.counted(told.root)
        if pool_of(c) == pool and is_named_by(name, ledger.sources(c), places)
    ]
    return bool(theirs) and not any(same_number(told.claim, c) for c in theirs)


def _said_by(same: Sequence[Claim]) -> str:
    names = known_as(same)
    if not names:
        return "the reports tell it in their own voice, not as said by this source"
    return f"the book has it from {listed(names)}"


def _standing(
    told: Told, same: Sequence[Claim], *, attributed: bool, ledger: Ledger
) -> Ruling:
    """Whether words that the book has still stand, and on how many lineages."""
    newer = _newer(same, ledger)
    if newer is not None and _still_rounds(told, same, ledger):
        return Ruling("supported", f"still a sound rounding of {number(newer)}", same)
    if newer is not None:
        return _old(told, same, newer, attributed=attributed, ledger=ledger)
    contested = ledger.contested(same)
    if contested:
        ids = {i for c in contested for i in c.claims} - {c.id for c in same}
        rivals = [ledger.contents.claim[i] for i in sorted(ids)]
        return Ruling("disputed", contested[0].explanation, same, rivals)
    return settled(_alone(told, same), same, ledger)


def _still_rounds(told: Told, same: Sequence[Claim], ledger: Ledger) -> bool:
    """Whether "more than 90" still tells the newer 94; "at least 90" is a count of then."""
    payload = told.claim.payload
    assert isinstance(payload, Figure | Means)
    if payload.comparator != "gt":
        return False
    return any(rounds(told.claim, ledger.estimate_of(c)) for c in same)


def _newer(same: Sequence[Claim], ledger: Ledger) -> Claim | None:
    """Return what took the place of all of these claims, None where one stands."""
    found = [ledger.newer(claim) for claim in same]
    standing = [c for c, new in zip(same, found, strict=True) if new is None]
    if not standing:
        return found[-1]
    placed = [c for c in standing if c.role != "part_of_total"]
    return ledger.refined(placed) if placed else None


def _old(
    told: Told,
    same: Sequence[Claim],
    newer: Claim,
    *,
    attributed: bool,
    ledger: Ledger,
) -> Ruling:
    report = ledger.contents.report[newer.report]
    when = (report.published or "without a date")[:10]
    since = f"{number(newer)} ({report.outlet or report.source_id}, {when})"
    if is_history(told) or _tells_both(told, newer):
        return Ruling(
            "supported", f"told as an earlier figure; since then {since}", same
        )
    named = speaker_of(told.claim) is not None and attributed
    if named and _keeps_its_own(same, newer, ledger):
        return Ruling(
            "disputed", f"its source's last figure; others: {since}", same, [newer]
        )
    return Ruling("stale", f"since then {since}", same, [newer])


def _tells_both(told: Told, newer: Claim) -> bool:
    """Whether the sentence gives the newer number too: "at 31, then at 33"."""
    said = {number.value for number in find_numbers(told.sentence)} - {None}
    return bool(said & (numbers(newer) - numbers(told.claim)))


def _keeps_its_own(same: Sequence[Claim], newer: Claim, ledger: Ledger) -> bool:
    """Whether another source's figure excludes that of a source which never changed it."""
    other = _reading(newer)
    return all(
        claim.lineage != newer.lineage
        and not _reading(claim).agrees(other)
        and _reading(claim).least > other.most
        for claim in same
    )


def _reading(claim: Claim) -> Reading:
    assert isinstance(claim.payload, Figure | Means)
    return read(claim, claim.payload, moment=None)


def _alone(told: Told, same: Sequence[Claim]) -> Ruling:
    lineages = {c.lineage for c in same if counts(c.lineage) != "none"}
    if speaker_of(told.claim) is None and len(lineages) < 2:
        names = known_as(same)
        who = listed(names) if names else "one outlet in its own voice"
        return Ruling("one_lineage", f"all of it goes back to {who}", same)
    return Ruling("supported", "in the book in these words", same)
