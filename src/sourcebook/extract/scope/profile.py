"""What a report's own incident is: read from its title and first sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.scope.lexicon import event_classes, pattern, union
from sourcebook.extract.scope.moments import NONE, Moments, moments
from sourcebook.model.claim import Claim, Figure, Place
from sourcebook.schema.load import table

#: Sentences of the text that count as its lead, and the shortest that counts.
LEAD_SENTENCES = 3
GATE_SENTENCES = 4
SHORTEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The report's own incident as far as title and lead tell it.

    ``lead`` holds sentence indices, ``opening`` those of title and first sentence,
    ``core`` also that of the lead's first figure: what they date is the incident.
    ``names`` are capitalised words of persons, ``totals`` the largest number of
    people told in the lead for each metric, ``published`` (year, month).
    ``incident`` is false where nothing in the first sentences hits people.
    """

    lead: frozenset[int]
    opening: frozenset[int]
    core: frozenset[int]
    moments: Moments
    classes: frozenset[str]
    names: frozenset[str]
    places: tuple[Place, ...]
    place_words: frozenset[str]
    totals: Mapping[str, int]
    published: tuple[int, int] | None
    incident: bool

    @property
    def year(self) -> int | None:
        """The latest year that the incident can lie in."""
        told = self.moments.years
        return max(told) if told else (self.published[0] if self.published else None)


def profile_of(
    parsed: Parsed,
    figures: Sequence[tuple[Draft, Sentence]],
    places: Iterable[tuple[Claim, int]],
) -> Profile:
    """Read the profile from title and lead."""
    lead, opening = _lead(parsed.sentences)
    told = [s for s in parsed.sentences if s.index in lead]
    core = opening | _first(figures, lead - opening)
    when = _when(told, core, [s for _, s in figures if s.index not in core])
    events = [c for c, index in places if index in lead and _is_event(c)]
    return Profile(
        lead=lead,
        opening=opening,
        core=core,
        moments=when,
        classes=frozenset().union(*(classes_in(s.tokens.text.lower()) for s in told)),
        names=frozenset(_names(told)) | _counted_names(figures, lead),
        places=tuple(c.payload for c in events if isinstance(c.payload, Place)),
        place_words=frozenset(
            ent.text.lower()
            for s in told
            for ent in s.tokens.ents
            if ent.label_ in {"GPE", "LOC", "FAC"}
        ),
        totals=_totals(figures, lead),
        published=_published(parsed.report.published),
        incident=_has_incident(parsed.sentences),
    )


def _first(
    figures: Sequence[tuple[Draft, Sentence]], lead: frozenset[int]
) -> frozenset[int]:
    told = [s.index for _, s in figures if s.index in lead]
    return frozenset({min(told)}) if told else frozenset()


def _when(
    lead: Sequence[Sentence], core: frozenset[int], later: Sequence[Sentence]
) -> Moments:
    """When the incident was: as the lead says, else as a follow-up says further on."""
    when = NONE
    words = " ".join(s.tokens.text.lower() for s in lead)
    for sentence in lead:
        said = moments(sentence.tokens.text.lower())
        when |= said if sentence.index in core else replace(NONE, recent=said.recent)
    if when.years or when.relative or when.months:
        return when
    if not pattern("background", "followup", "words").search(words):
        return when
    for sentence in later:
        said = moments(sentence.tokens.text.lower())
        if said.years or said.relative or said.months:
            return when | said
    return when


def classes_in(words: str) -> frozenset[str]:
    """Return the classes of the event nouns in lower-cased words."""
    nouns = event_classes()
    found: set[str] = set(_deeds(words))
    tokens = words.replace("-", " ").split()
    for i, token in enumerate(tokens):
        bare = token.strip(".,;:'\"’”“()")
        found |= nouns.get(bare, frozenset())
        if i + 1 < len(tokens):
            found |= nouns.get(f"{bare} {tokens[i + 1].strip('.,;:')}", frozenset())
    return frozenset(found)


def _deeds(words: str) -> Iterable[str]:
    for name, verbs in table("background")["deeds"].items():
        if union([rf"\b(?:{'|'.join(verbs)})\b"]).search(words):
            yield name


def _is_event(claim: Claim) -> bool:
    return isinstance(claim.payload, Place) and claim.payload.role == "event"


def _lead(sentences: Sequence[Sentence]) -> tuple[frozenset[int], frozenset[int]]:
    title = [s.index for s in sentences if s.field == "title"]
    text = [
        s.index for s in sentences if s.field == "text" and len(s.tokens) >= SHORTEST
    ]
    return frozenset(title + text[:LEAD_SENTENCES]), frozenset(title + text[:1])


def _has_incident(sentences: Sequence[Sentence]) -> bool:
    """Whether title and first sentences speak of anything that hits people."""
    text = [s for s in sentences if s.field == "text" and len(s.tokens) >= SHORTEST]
    head = [s for s in sentences if s.field == "title"] + text[:GATE_SENTENCES]
    spoken = pattern("background", "incident", "words")
    return any(spoken.search(s.tokens.text.lower()) for s in head)


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


def _published(published: str | None) -> tuple[int, int] | None:
    digits = (published or "")[:7]
    if len(digits) == 7 and digits[:4].isdigit() and digits[5:].isdigit():
        return int(digits[:4]), int(digits[5:])
    return None
