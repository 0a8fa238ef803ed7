"""What a report's own incident is: read from its title and first sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.scope.clauses import said_in
from sourcebook.extract.scope.lexicon import deeds, event_classes, pattern, words
from sourcebook.extract.scope.moments import NONE, Moments, days, moments, weekdays
from sourcebook.extract.scope.strangers import names_in
from sourcebook.extract.scope.stretches import told_at
from sourcebook.model.claim import Claim, Figure, Time
from sourcebook.model.span import Span

#: Sentences of the text that count as its lead, and the shortest that counts.
LEAD_SENTENCES = 3
GATE_SENTENCES = 4
#: Metrics of harm by which a report tells of an incident in whatever words.
HARMED = frozenset({"killed", "injured", "critical", "casualties"})
SHORTEST = 5
#: Figures after the core among which a follow-up tells when its incident was.
FOLLOWUP_FIGURES = 6
#: Roles of dates that say when something told happened.
DATING = frozenset({"event", "background"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The report's own incident as far as title and lead tell it.

    ``lead`` holds sentence indices, ``opening`` those of title and first sentence,
    ``core`` also that of the lead's first figure: what they date is the incident.
    ``names`` are capitalised words of persons, ``victims`` those of people counted,
    ``totals`` the largest number of
    people told in the lead for each metric, ``published`` (year, month, day).
    ``day`` is the earliest the core names, ``weekdays`` those that the lead names, ``followup`` whether the lead tells what
    came of it later, ``roundup`` whether it tells of several events, ``dated`` the
    dates of each sentence by their last day.
    ``incident`` is false where nothing in the first sentences hits people.
    """

    lead: frozenset[int]
    opening: frozenset[int]
    core: frozenset[int]
    moments: Moments
    classes: frozenset[str]
    core_classes: frozenset[str]
    names: frozenset[str]
    victims: frozenset[str]
    place_words: frozenset[str]
    core_place_words: frozenset[str]
    totals: Mapping[str, int]
    day: date | None
    weekdays: frozenset[str]
    followup: bool
    roundup: bool
    dated: Mapping[int, Sequence[tuple[Span, date]]]
    published: tuple[int, int, int] | None
    incident: bool

    @property
    def year(self) -> int | None:
        """The latest year that the incident can lie in."""
        told = self.moments.years
        return max(told) if told else (self.published[0] if self.published else None)


def profile_of(
    parsed: Parsed,
    figures: Sequence[tuple[Draft, Sentence]],
    times: Sequence[tuple[Claim, int]],
) -> Profile:
    """Read the profile from title and lead."""
    incident = _has_incident(parsed.sentences) or _counts_harm(
        parsed.sentences, figures
    )
    start = None if incident else told_at(parsed.sentences, figures)
    lead, opening = _lead(parsed.sentences, start)
    told = [s for s in parsed.sentences if s.index in lead]
    core = opening | _first(figures, lead, opening)
    dated = _dated(times)
    when = _when(told, core, [s for _, s in figures if s.index not in core], dated)
    return Profile(
        lead=lead,
        opening=opening,
        core=core,
        moments=when,
        classes=_classes(told),
        core_classes=_classes([s for s in told if s.index in core]),
        names=frozenset(_names(told)) | _counted_names(figures, lead),
        victims=frozenset[str]().union(
            *(names_in(draft) for draft, s in figures if s.index in lead)
        ),
        place_words=_place_words(told),
        core_place_words=_place_words([s for s in told if s.index in core]),
        totals=_totals(figures, lead),
        day=_day(times, core),
        weekdays=weekdays(" ".join(said_in(s) for s in told)),
        followup=_is_followup(told),
        roundup=any(series_told(s) for s in told if s.index in core),
        dated=dated,
        published=_published(parsed.report.published or _filed(times)),
        incident=incident or start is not None,
    )


def _first(
    figures: Sequence[tuple[Draft, Sentence]],
    lead: frozenset[int],
    opening: frozenset[int],
) -> frozenset[int]:
    told = {s.index for _, s in figures if s.index in lead}
    return frozenset({min(told)}) if told and not told & opening else frozenset()


def _when(
    lead: Sequence[Sentence],
    core: frozenset[int],
    later: Sequence[Sentence],
    dated: Mapping[int, Sequence[tuple[Span, date]]],
) -> Moments:
    """When the incident was: as the lead says, else as a follow-up says further on."""
    when = NONE
    for sentence in lead:
        said = moments(said_in(sentence))
        when |= said if sentence.index in core else replace(NONE, recent=said.recent)
    if not _is_followup(lead):
        return when
    if when.years or when.relative or when.months:
        return replace(when, years=when.years | _years(dated, core))
    for sentence in later[:FOLLOWUP_FIGURES]:
        said = moments(said_in(sentence))
        if said.years or said.relative or said.months:
            return when | said
    return when


def _years(
    dated: Mapping[int, Sequence[tuple[Span, date]]], core: frozenset[int]
) -> frozenset[int]:
    """The years that the core's dates lie in, "18 months ago" counted back."""
    return frozenset(last.year for i in core for _, last in dated.get(i, ()))


def classes_in(said: str) -> frozenset[str]:
    """Return the classes of the event nouns in lower-cased words."""
    nouns = event_classes()
    found: set[str] = set(_deeds(said))
    tokens = said.replace("-", " ").split()
    for i, token in enumerate(tokens):
        bare = token.strip(".,;:'\"’”“()")
        found |= nouns.get(bare, frozenset())
        if i + 1 < len(tokens):
            found |= nouns.get(f"{bare} {tokens[i + 1].strip('.,;:')}", frozenset())
    return frozenset(found)


def series_told(sentence: Sentence) -> bool:
    """Whether a sentence tells of several events or one action at several sites."""
    if pattern("parts", "sites", "series").search(said_in(sentence)):
        return True
    nouns = words("sites", "nouns")
    return any(t.lower_ in nouns and t.pos_ == "NOUN" for t in sentence.tokens)


def _is_followup(lead: Iterable[Sentence]) -> bool:
    spoken = pattern("background", "followup", "words")
    return any(spoken.search(said_in(s)) for s in lead)


def _day(times: Sequence[tuple[Claim, int]], core: frozenset[int]) -> date | None:
    found = [
        span[0]
        for claim, index in times
        if index in core and isinstance(claim.payload, Time)
        if claim.payload.role == "event" and (span := days(claim.payload.edtf))
    ]
    return min(found, default=None)


def _dated(times: Iterable[tuple[Claim, int]]) -> dict[int, list[tuple[Span, date]]]:
    found: dict[int, list[tuple[Span, date]]] = {}
    for claim, index in times:
        if not isinstance(claim.payload, Time) or claim.payload.role not in DATING:
            continue
        if span := days(claim.payload.edtf):
            found.setdefault(index, []).append((claim.span, span[1]))
    return found


def _classes(sentences: Iterable[Sentence]) -> frozenset[str]:
    return frozenset().union(*(classes_in(said_in(s)) for s in sentences))


def _deeds(said: str) -> Iterable[str]:
    for name, spoken in deeds():
        if spoken.search(said):
            yield name


def _place_words(sentences: Iterable[Sentence]) -> frozenset[str]:
    return frozenset(
        ent.text.lower()
        for s in sentences
        for ent in s.tokens.ents
        if ent.label_ in {"GPE", "LOC", "FAC"}
    )


def _lead(
    sentences: Sequence[Sentence], start: int | None
) -> tuple[frozenset[int], frozenset[int]]:
    title = [s.index for s in sentences if s.field == "title" and start is None]
    text = [
        s.index
        for s in sentences
        if s.field == "text" and len(s.tokens) >= SHORTEST and not _is_page(s)
        if s.index >= (start or 0)
    ]
    return frozenset(title + text[:LEAD_SENTENCES]), frozenset(title + text[:1])


def _is_page(sentence: Sentence) -> bool:
    """Whether a line belongs to the page, not to its story: "Updated: May 4"."""
    return pattern("background", "page", "skip").match(said_in(sentence)) is not None


def _has_incident(sentences: Sequence[Sentence]) -> bool:
    """Whether title and first sentences speak of anything that hits people."""
    text = [s for s in sentences if s.field == "text" and len(s.tokens) >= SHORTEST]
    head = [s for s in sentences if s.field == "title"] + text[:GATE_SENTENCES]
    spoken = pattern("background", "incident", "words")
    return any(spoken.search(said_in(s)) for s in head)


def _counts_harm(
    sentences: Sequence[Sentence], figures: Sequence[tuple[Draft, Sentence]]
) -> bool:
    """Whether title or first sentences count people killed or hurt, in any words."""
    text = [s for s in sentences if s.field == "text" and len(s.tokens) >= SHORTEST]
    head = {s.index for s in text[:GATE_SENTENCES]}
    return any(
        isinstance(draft.payload, Figure)
        and draft.payload.metric in HARMED
        and draft.payload.value != 0
        for draft, s in figures
        if s.field == "title" or s.index in head
    )


def _names(sentences: Iterable[Sentence]) -> Iterable[str]:
    for sentence in sentences:
        for ent in sentence.tokens.ents:
            if ent.label_ == "PERSON":
                yield from (t.text for t in ent if t.text[:1].isupper() and len(t) > 2)


def _counted_names(
    figures: Sequence[tuple[Draft, Sentence]], lead: frozenset[int]
) -> frozenset[str]:
    return frozenset(
        token.text
        for draft, sentence in figures
        if sentence.index in lead
        for token in draft.passage.tokens(draft.span) or ()
        if token.pos_ == "PROPN" and token.ent_type_ not in {"GPE", "LOC", "NORP"}
    )


def _totals(
    figures: Sequence[tuple[Draft, Sentence]], lead: frozenset[int]
) -> dict[str, int]:
    totals: dict[str, int] = {}
    for draft, sentence in figures:
        figure = draft.payload
        if sentence.index in lead and isinstance(figure, Figure) and figure.value:
            totals[figure.metric] = max(figure.value, totals.get(figure.metric, 0))
    return totals


def _filed(times: Sequence[tuple[Claim, int]]) -> str | None:
    """The date that a dateline gives to a report without one."""
    dates = [
        (claim.span.start, claim.payload.edtf)
        for claim, _ in times
        if isinstance(claim.payload, Time) and claim.payload.role == "publication"
    ]
    return min(dates)[1] if dates else None


def _published(published: str | None) -> tuple[int, int, int] | None:
    digits = (published or "")[:7]
    if len(digits) == 7 and digits[:4].isdigit() and digits[5:].isdigit():
        day = (published or "")[8:10]
        return int(digits[:4]), int(digits[5:]), int(day) if day.isdigit() else 1
    return None
