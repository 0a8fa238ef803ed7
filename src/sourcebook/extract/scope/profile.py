"""What a report's own incident is: read from its title and first sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.scope.clauses import flowing, said_in
from sourcebook.extract.scope.lead import (
    counts_harm,
    has_incident,
    is_followup,
    lead_of,
)
from sourcebook.extract.scope.lexicon import deeds, event_classes, pattern, words
from sourcebook.extract.scope.locating import is_placed
from sourcebook.extract.scope.moments import NONE, Moments, days, moments, weekdays
from sourcebook.extract.scope.strangers import names_in
from sourcebook.extract.scope.stretches import told_at
from sourcebook.extract.scope.struck import struck_on
from sourcebook.model.claim import Claim, Figure, Time
from sourcebook.model.span import Span

#: Figures after the core among which a follow-up tells when its incident was.
FOLLOWUP_FIGURES = 6
#: Roles of dates that say when something told happened.
DATING = frozenset({"event", "background"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The report's own incident as far as title and lead tell it.

    ``lead`` holds sentence indices, ``opening`` those of title and first sentence,
    ``core`` also that of the lead's first figure: what they date is the incident.
    ``places`` holds the names of places of each sentence of the lead.
    ``names`` are capitalised words of persons, ``victims`` those of people counted,
    ``totals`` the largest number of
    people told in the lead for each metric, ``core_totals`` that in the core, ``counted``
    the words by which the core counts them, ``published`` (year, month, day).
    ``day`` is the earliest the core names, ``weekdays`` those that the lead names,
    ``struck`` those on which the core says that people were hit, ``followup`` whether the lead tells what
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
    places: Mapping[int, frozenset[str]]
    core_place_words: frozenset[str]
    totals: Mapping[str, int]
    core_totals: Mapping[str, int]
    counted: frozenset[str]
    day: date | None
    weekdays: frozenset[str]
    struck: frozenset[str]
    followup: bool
    roundup: bool
    dated: Mapping[int, Sequence[tuple[Span, date]]]
    published: tuple[int, int, int] | None
    incident: bool

    @property
    def place_words(self) -> frozenset[str]:
        """The names of all places told in the lead."""
        return frozenset[str]().union(*self.places.values())

    def places_beside(self, sentence: int) -> frozenset[str]:
        """The names of places told in the sentences of the lead but this one."""
        told = (names for index, names in self.places.items() if index != sentence)
        return frozenset[str]().union(*told)

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
    incident = has_incident(parsed.sentences) or counts_harm(parsed.sentences, figures)
    start = None if incident else told_at(parsed.sentences, figures)
    lead, opening = lead_of(parsed.sentences, start)
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
        places={s.index: _place_words([s]) for s in told},
        core_place_words=_place_words([s for s in told if s.index in core]),
        totals=_totals(figures, lead),
        core_totals=_totals(figures, core),
        counted=frozenset(flowing(d.quote) for d, s in figures if s.index in core),
        day=_day(times, core),
        weekdays=_weekdays(told, core),
        struck=frozenset[str]().union(
            *(struck_on(draft) for draft, s in figures if s.index in core)
        ),
        followup=is_followup(told),
        roundup=any(series_told(s) for s in told if s.index in core),
        dated=dated,
        published=_published(parsed.report.published or _filed(times)),
        incident=incident or start is not None,
    )


def _weekdays(lead: Sequence[Sentence], core: frozenset[int]) -> frozenset[str]:
    """The days that the lead names, but those by which it turns to something else."""
    turns = pattern("background", "carry", "on_day")
    said = [(s.index in core, said_in(s)) for s in lead]
    kept = weekdays(" ".join(w for own, w in said if own or not turns.match(w)))
    return kept or weekdays(" ".join(w for _, w in said))


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
    if not is_followup(lead):
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
    told = list(sentences)
    named = {
        ent.text.lower()
        for s in told
        for ent in s.tokens.ents
        if ent.label_ in {"GPE", "LOC", "FAC"}
    }
    return frozenset(named | {t.lower_ for s in told for t in s.tokens if is_placed(t)})


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
