"""A checked draft in words: what an author reads, gravest first where it matters."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.draft.values import SOUND, Checked, Evidence, Finding, Verdict

#: What each verdict is called, gravest first.
NAMES: dict[Verdict, str] = {
    "not_in_book": "not in the book",
    "metric_swapped": "metric swapped",
    "other_incident": "another incident's figure",
    "part_as_total": "part told as total",
    "wrong_place": "wrong place",
    "wrong_speaker": "wrong speaker",
    "told_as_fact": "accusation told as fact",
    "bound_changed": "bound changed",
    "overridden": "set otherwise by a person",
    "stale": "stale",
    "disputed": "disputed",
    "one_lineage": "one lineage only",
    "supported": "supported",
}
#: Claims shown below a finding; the others are counted.
SHOWN = 4


def in_words(checked: Checked) -> str:
    """Return the whole check as text: each finding with the claims it rests on."""
    return "\n".join(_lines(checked))


def _lines(checked: Checked) -> Iterator[str]:
    yield summary(checked)
    for _, label in checked.incidents:
        yield f"held against: {label}"
    for found in checked.findings:
        yield ""
        yield from _finding(found, checked.text)
    if checked.unread:
        yield ""
        yield "Not read: check by hand"
    for words in checked.unread:
        yield f"  line {line_of(checked.text, words.span.start)}: {words.quote}: {words.reason}"


def summary(checked: Checked) -> str:
    """Return how many findings have which verdict, in one line."""
    told = [f"{n} {NAMES[v]}" for v, n in checked.counts.items() if n]
    whole = len(checked.findings)
    noun = "figure or attribution" if whole == 1 else "figures and attributions"
    return f"{whole} {noun}" + (f": {', '.join(told)}" if told else "")


def _finding(found: Finding, text: str) -> Iterator[str]:
    also = "".join(f", {NAMES[v]}" for v in found.also)
    mark = " " if found.verdict in SOUND else "!"
    quote = " ".join(found.quote.split())
    line = line_of(text, found.span.start)
    yield f"{mark} {NAMES[found.verdict].upper()}{also}"
    said = f", as said by {found.speaker}" if found.speaker else ""
    yield f"  line {line}: “{quote}” ({found.counted}{said})"
    yield f"  {sentence(found.explanation)}"
    yield from _claims("rests on", found.rests_on)
    yield from _claims("against it", found.against)


def _claims(name: str, claims: tuple[Evidence, ...]) -> Iterator[str]:
    if claims:
        yield f"  {name}:"
    for claim in claims[:SHOWN]:
        yield f"    {source(claim)}"
        yield f"      {claim.context}"
        if claim.decided:
            yield f"      decision: {claim.decided}"
    if len(claims) > SHOWN:
        yield f"    and {len(claims) - SHOWN} more"


def source(claim: Evidence) -> str:
    """Return outlet, day, report, span and chain of sources of a claim, in words."""
    chain = " > ".join(name or "(not stated)" for name in claim.sources)
    said = f"according to {chain}" if chain else "in its own voice"
    when = (claim.published or "no date")[:10]
    where = f"{claim.source_id} {claim.field} {claim.start}-{claim.end}"
    return f"{claim.outlet_or_id}, {when}, {said} [{where}]"


def sentence(words: str) -> str:
    """Return words as a sentence: a capital letter, a full stop."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def line_of(text: str, start: int) -> int:
    """Return the line of the draft, from 1, in which a character stands."""
    return text.count("\n", 0, start) + 1
