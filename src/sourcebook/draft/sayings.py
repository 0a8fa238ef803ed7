"""The verdict on what is said, and by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from sourcebook.draft.ledger import Ledger
from sourcebook.draft.loose import DRAFT
from sourcebook.draft.names import shared_names
from sourcebook.draft.reading import Told
from sourcebook.draft.retold import of_another
from sourcebook.draft.review import what_became
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.speakers import is_anybody, known_as, same_source, says
from sourcebook.draft.titles import is_titled
from sourcebook.draft.values import Verdict
from sourcebook.link.words import normalised, words
from sourcebook.model.claim import Act, Claim, Responsibility, Statement
from sourcebook.reconcile.wording import listed

_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]|‘([^‘’]{8,})’")
#: How alike two wordings of one quotation are (0 to 100), and how alike two that tell
#: one statement in other words.
ALIKE, TOLD_ALIKE = 88, 60
#: Words that a quotation must have to be looked for.
_FEWEST = 3
#: Acts of which the claims of responsibility tell the same.
_BLAMED_TOO: frozenset[Act] = frozenset(
    ["accuse", "deny", "claim_responsibility", "state_motive"]
)
_BLAMES = ("accused", "accused_by_authority", "suspected")
#: Acts that are one whoever words them.
_PLAIN: frozenset[Act] = frozenset(
    ["condemn", "condole", "claim_responsibility", "deny"]
)


def is_told_twice(told: Told, claims: Sequence[Told]) -> bool:
    """Whether a statement's blame is checked as a responsibility claim beside it."""
    payload = told.claim.payload
    return (
        isinstance(payload, Statement)
        and payload.act in _BLAMED_TOO
        and quotation(told) is None
        and any(
            isinstance(other.claim.payload, Responsibility)
            and other.claim.setting.sentence == told.claim.setting.sentence
            for other in claims
        )
    )


def judge_words(told: Told, ledger: Ledger) -> Ruling | None:
    """Return the verdict on a statement, None where no words can be held to it."""
    payload = told.claim.payload
    assert isinstance(payload, Statement)
    if told.root is None:
        return Ruling("not_in_book", "the book holds no incident that the words name")
    held = ledger.statements(told.root)
    quoted = quotation(told)
    if quoted is not None:
        kept = [c for c in ledger.contents.claims if c.review != "rejected"]
        same = _found(quoted, held) or _found(quoted, kept)
        return (
            _by_speaker(told, same, ledger) if same else _unquoted(quoted, told, ledger)
        )
    return _paraphrased(told, payload, held, ledger)


def quotation(told: Told) -> str | None:
    """Return the words that a statement quotes, None for fewer than three."""
    payload = told.claim.payload
    if not isinstance(payload, Statement):
        return None
    if payload.mode == "direct":
        found = told.claim.quote
    else:
        match = _QUOTED.search(told.claim.quote)
        found = (match.group(1) or match.group(2)) if match else ""
    return found if len(words(found)) >= _FEWEST else None


def _found(quoted: str, claims: Sequence[Claim]) -> list[Claim]:
    """Return the statements among claims in which the quoted words stand."""
    return [
        claim
        for claim in claims
        if isinstance(claim.payload, Statement) and _alike(quoted, claim.quote)
    ]


def _alike(one: str, other: str) -> bool:
    """Whether the shorter of two wordings stands, nearly, in the longer."""
    short, long = sorted((normalised(one), normalised(other)), key=len)
    return len(words(short)) >= _FEWEST and fuzz.partial_ratio(short, long) >= ALIKE


def _by_speaker(told: Told, same: Sequence[Claim], ledger: Ledger) -> Ruling:
    payload = told.claim.payload
    assert isinstance(payload, Statement)
    if any(_speaks(payload, c, ledger) for c in same):
        own = [c for c in same if _speaks(payload, c, ledger)]
        return Ruling("supported", "in the book, said by the same", own)
    names = dict.fromkeys(
        c.payload.speaker for c in same if isinstance(c.payload, Statement)
    )
    return Ruling(
        "wrong_speaker", f"the book has these words from {listed(list(names))}", same
    )


def _speaks(payload: Statement, claim: Claim, ledger: Ledger) -> bool:
    """Whether the draft's speaker is among those who say it in the book."""
    assert isinstance(claim.payload, Statement)
    text = ledger.contents.report[claim.report].text.characters
    mine = [payload.speaker, payload.spokesperson_for or ""]
    theirs = [claim.payload.speaker, claim.payload.spokesperson_for or ""]
    theirs += [link.body or "" for link in claim.attribution]
    theirs += [link.name or "" for link in claim.attribution]
    if any(same_source(a, b) for a in mine for b in theirs if a and b):
        return True
    return any(is_titled(payload.speaker, b, text) for b in theirs if b)


def _unquoted(quoted: str, told: Told, ledger: Ledger) -> Ruling | None:
    """The quoted words stand in no claim; in a report they may."""
    assert told.root is not None
    rejected = _found(quoted, ledger.rejected(told.root))
    if rejected:
        why = what_became(rejected[0], ledger.decisions)
        return Ruling("not_in_book", f"a report has it, and {why}", (), rejected)
    for key in ledger.contents.incident[told.root].reports:
        if normalised(quoted) in normalised(
            ledger.contents.report[key].text.characters
        ):
            return None
    return Ruling("not_in_book", "no report of it has these words")


def _paraphrased(
    told: Told, payload: Statement, held: Sequence[Claim], ledger: Ledger
) -> Ruling | None:
    plain = payload.act in (*_PLAIN, "accuse")
    retold = None if plain else of_another(told, payload.speaker, ledger)
    if retold is not None:
        return retold
    if told.claim.extractor == DRAFT:
        return None
    same = [c for c in held if _is_of_kind(payload.act, c)]
    own = [c for c in same if _speaks(payload, c, ledger)]
    if own and payload.act in _PLAIN:
        return Ruling("supported", "in the book, said by the same", own)
    if payload.act in _PLAIN:
        who = dict.fromkeys(
            c.payload.speaker for c in same if isinstance(c.payload, Statement)
        )
        if payload.act == "claim_responsibility" and who:
            return Ruling(
                "wrong_speaker", f"the book has {listed(list(who))} claim it", same
            )
        more = f"; it has it of {listed(list(who))}" if who else ""
        also: tuple[Verdict, ...] = ("wrong_speaker",) if who else ()
        said = f"no report of it tells this of the speaker{more}"
        return Ruling("not_in_book", said, (), same, also)
    if payload.act == "accuse" and told.sentence and not is_anybody(payload.speaker):
        return _accusing(told, payload, own, ledger)
    near = [c for c in held if _overlap(told.claim.quote, c.quote) >= TOLD_ALIKE]
    return _by_speaker(told, near, ledger) if near else None


def _accusing(
    told: Told, payload: Statement, own: Sequence[Claim], ledger: Ledger
) -> Ruling | None:
    """Whether a speaker blames somebody in the book too, whomever it is."""
    if own:
        named = [c for c in own if shared_names(told.claim.quote, c.quote)]
        return Ruling("supported", "in the book, said by the same", named or own)
    reports = ledger.contents.report
    told_of = ledger.told_of(told.root) if told.root else []
    blaming = [c for c in told_of if isinstance(c.payload, Responsibility)]
    if any(says(c, payload.speaker, reports[c.report]) for c in blaming):
        return None
    others = [c for c in blaming if _blames_too(told.claim.quote, c)]
    if others:
        who = listed(known_as(others)) or "reports in their own voice"
        return Ruling("wrong_speaker", f"the book has it from {who}", others)
    return Ruling("not_in_book", "no report of it has this source blame anybody")


def _blames_too(quote: str, claim: Claim) -> bool:
    """Whether a claim blames somebody whom the draft's words name."""
    assert isinstance(claim.payload, Responsibility)
    return claim.payload.relation in _BLAMES and bool(
        shared_names(f"- {quote}", f"- {claim.payload.actor}")
    )


def _is_of_kind(act: Act, claim: Claim) -> bool:
    return isinstance(claim.payload, Statement) and claim.payload.act == act


def _overlap(one: str, other: str) -> float:
    return float(fuzz.token_set_ratio(normalised(one), normalised(other)))
