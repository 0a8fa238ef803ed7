"""Checking a draft against a book: every figure and attribution gets a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.book import Book
from sourcebook.draft.blame import is_inner, judge_blame
from sourcebook.draft.counts import kin
from sourcebook.draft.figures import judge
from sourcebook.draft.incidents import Incidents
from sourcebook.draft.ledger import Ledger, is_stated, pool_of
from sourcebook.draft.likewise import stands_in_a_report
from sourcebook.draft.loose import DRAFT
from sourcebook.draft.reading import Told, read_draft
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.sayings import is_told_twice, judge_words, quotation
from sourcebook.draft.speakers import span_of, speaker_of
from sourcebook.draft.values import SOUND, VERDICTS, Checked, Finding, Kind, Unread
from sourcebook.model.claim import Claim, Figure, Means, Responsibility, Statement
from sourcebook.model.span import Span
from sourcebook.text.numbers import find_numbers

#: A smaller number is mostly one of things: "the two towns", "one report".
FEW = 3
#: How likely a way to read a number is of which no verdict can be given: no fault.
_OPEN = min(VERDICTS.index(verdict) for verdict in SOUND)
#: Metrics that say little of people who are counted by another one too.
_LITTLE = ("affected", "survivors", "casualties")


def check_draft(text: str, book: Book, *, published: str | None = None) -> Checked:
    """Match every figure and attribution of a draft to a book.

    ``text`` is the draft as its author wrote it; ``published`` an EDTF date from
    which "on Monday" is counted, where the draft needs one. Raises BookError where
    the book has no results yet, InputError for a draft in another language.
    """
    incidents = Incidents(book.contents)
    decisions = {entry.decision.key: entry.decision for entry in book.decisions()}
    ledger = Ledger(book.contents, incidents, decisions)
    told = read_draft(text, incidents, published=published)
    ruled = _likeliest([(each, _rule(each, told, ledger)) for each in told])
    findings = [_finding(each, ruling, ledger) for each, ruling in ruled if ruling]
    found = list(_once(findings))
    named = {f.incident for f in found} - {None}
    roots = dict.fromkeys(r for n in named if (r := incidents.root_of(n)))
    return Checked(
        text=text,
        findings=tuple(found),
        unread=tuple(_unread(text, told, ruled, ledger)),
        incidents=tuple((i, ledger.label(i)) for i in sorted(roots, key=ledger.label)),
    )


def _likeliest(
    ruled: Sequence[tuple[Told, Ruling | None]],
) -> list[tuple[Told, Ruling | None]]:
    """Keep, of several ways to read one number, the one that the book bears out best.

    A way to read it that nothing speaks against is better than a fault.
    """
    best: dict[Span, tuple[int, int]] = {}
    for n, (told, ruling) in enumerate(ruled):
        if told.claim.extractor == DRAFT:
            rank = VERDICTS.index(ruling.verdict) if ruling is not None else _OPEN
            known = best.get(told.claim.span, (-1, n))
            best[told.claim.span] = max(known, (rank, n), key=lambda k: (k[0], -k[1]))
    chosen = {n for _, n in best.values()}
    sure = {t.claim.span for t, r in ruled if r and _is_sure(t)}
    return [
        pair
        for n, pair in enumerate(ruled)
        if (pair[0].claim.extractor != DRAFT or n in chosen)
        and not (_is_beside(pair[0]) and pair[0].claim.span in sure)
        and not _is_borne_out(*pair, ruled)
    ]


def _is_borne_out(
    told: Told, ruling: Ruling | None, ruled: Sequence[tuple[Told, Ruling | None]]
) -> bool:
    """Whether a fault of a number is none when its kindred count is read: hurt, treated."""
    if ruling is None or ruling.verdict in SOUND:
        return False
    return any(
        other.verdict in SOUND
        and told.claim.span == each.claim.span
        and kin(told.claim, each.claim)
        for each, other in ruled
        if other is not None
    )


def _is_beside(told: Told) -> bool:
    """Whether a count says little beside another of the same words: "aboard"."""
    payload = told.claim.payload
    return isinstance(payload, Figure) and payload.metric in _LITTLE


def _is_sure(told: Told) -> bool:
    return isinstance(told.claim.payload, Figure) and not _is_beside(told)


def _rule(told: Told, claims: Sequence[Told], ledger: Ledger) -> Ruling | None:
    payload = told.claim.payload
    asked = told.sentence.rstrip(' "”’)').endswith("?")
    if asked or not is_stated(told.claim) or _is_place(told, ledger):
        return None
    if isinstance(payload, Figure | Means):
        ruling = judge(told, ledger)
        guess = told.claim.extractor == DRAFT and payload.value == 1
        return None if guess and ruling and ruling.verdict not in SOUND else ruling
    if isinstance(payload, Responsibility):
        return None if is_inner(told, claims) else judge_blame(told, ledger)
    if isinstance(payload, Statement) and not is_told_twice(told, claims):
        return judge_words(told, ledger)
    return None


def _is_place(told: Told, ledger: Ledger) -> bool:
    """Whether a town was read as a person: "Arden mourns", "Arden accounts for 14"."""
    payload = told.claim.payload
    if isinstance(payload, Statement) and quotation(told) is None:
        name = payload.speaker
    elif isinstance(payload, Figure) and payload.value == 1:
        name = told.claim.quote
    else:
        return False
    return told.root is not None and ledger.incidents.is_place_of(told.root, name)


def _finding(told: Told, ruling: Ruling, ledger: Ledger) -> Finding:
    claim = told.claim
    link = speaker_of(claim)
    node = told.node or told.root
    return Finding(
        kind=_kind(claim),
        span=claim.span,
        quote=claim.quote,
        counted=_counted(claim),
        speaker=link.name if link else None,
        said_at=span_of(link) if link else None,
        verdict=ruling.verdict,
        also=ruling.also,
        incident=node,
        label=ledger.label(node) if node else None,
        explanation=ruling.explanation,
        rests_on=ledger.evidence(ruling.rests_on),
        against=ledger.evidence(ruling.against),
    )


def _kind(claim: Claim) -> Kind:
    payload = claim.payload
    if isinstance(payload, Figure):
        return "figure"
    if isinstance(payload, Means):
        return "means"
    return "responsibility" if isinstance(payload, Responsibility) else "statement"


def _counted(claim: Claim) -> str:
    """Return what a claim tells, in a word: killed; car bomb; accused; condemn."""
    payload = claim.payload
    if isinstance(payload, Figure | Means):
        metric, group = pool_of(claim)
        what = metric.removeprefix("devices:").replace("_", " ")
        return (
            what
            if group in ("persons", "devices")
            else f"{what}, {group}".replace("_", " ")
        )
    if isinstance(payload, Responsibility):
        return f"{payload.relation.replace('_', ' ')}: {payload.actor}"
    assert isinstance(payload, Statement)
    return payload.act.replace("_", " ")


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings without those that say the same of the same words again."""
    seen: set[tuple[Span, str, str, str]] = set()
    for found in findings:
        key = (found.span, found.kind, found.verdict, found.counted)
        if key not in seen:
            seen.add(key)
            yield found


def _unread(
    text: str,
    told: Sequence[Told],
    ruled: Sequence[tuple[Told, Ruling | None]],
    ledger: Ledger,
) -> Iterator[Unread]:
    """Yield numbers that no claim reads, and quotations that none was found for."""
    counted = [
        each.claim.span
        for each in told
        if isinstance(each.claim.payload, Figure | Means) and is_stated(each.claim)
    ]
    for number in find_numbers(text):
        inside = any(number.bare.overlaps(span) for span in counted)
        if not inside and max(number.value or 0, number.high or 0) >= FEW:
            yield Unread(
                span=number.span,
                quote=number.span.slice(text),
                reason="a number that could not be read as a count of people or devices",
            )
    for each, ruling in ruled:
        counts = isinstance(each.claim.payload, Figure | Means)
        if ruling is None and counts and stands_in_a_report(each, ledger):
            yield Unread(
                span=each.claim.span,
                quote=each.claim.quote,
                reason="a report has this number in like words; no claim of it was read",
            )
        if ruling is None and quotation(each) is not None:
            yield Unread(
                span=each.claim.span,
                quote=each.claim.quote,
                reason="a report has these words; who says them there was not read",
            )
