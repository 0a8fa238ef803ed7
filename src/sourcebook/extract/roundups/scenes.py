"""What a figure of a roundup counts: each entry is settled as a report of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypedDict

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.roundups.page import HARMED
from sourcebook.extract.scope import Scene, Settled
from sourcebook.model.claim import AttributionLink, Claim, Figure, Role, Setting
from sourcebook.model.span import Field, Span

#: The cue of what counts over all entries.
SUM = "several_events"
#: Cues of other events, which the head of an entry only gives because the entry is one.
TURNING = frozenset({"other_event", "several_events", "wider_total", "listed"})
#: The cue of a report without an incident, which no entry is.
NOTHING = "no_incident"
#: The cue of a figure that counts one person of several.
ONE = "single_person"
#: The cue of a count by a hospital: of an entry's people, where it tells no other.
TREATED = "hospital"
#: Populations that are sides of a fight, whose dead are told apart.
SIDES = frozenset({"combatants", "security_forces", "attackers", "civilians"})
#: Sentences at the head of an entry.
HEAD = 3


class Scenes(Scene):
    """Settles the claims of a roundup, each among those of its own entry."""

    def __init__(
        self,
        parsed: Parsed,
        entries: Sequence[Span],
        *,
        figures: Sequence[Draft],
        located: Sequence[Claim],
    ) -> None:
        super().__init__(parsed, figures=figures, **_by_type(located))
        self._own_entries = tuple(entries)
        self._scenes = [_scene(parsed, entry, figures, located) for entry in entries]
        self._counted = [_inside(figures, entry) for entry in entries]
        self._counted_over = {
            _number(draft)
            for draft in figures
            if entry_at(self._own_entries, draft.passage.field, draft.span) is None
        }
        self._heads = [_head(parsed, entry) for entry in entries]

    def settle(self, draft: Draft, chain: tuple[AttributionLink, ...]) -> Settled:
        """Return role and setting of a figure; one outside all entries is a sum."""
        at = entry_at(self._own_entries, draft.passage.field, draft.span)
        if at is None or self._is_sum(draft, at):
            setting = super().setting(draft)
            return Settled(setting=replace(setting, background=SUM), role="background")
        settled = self._scenes[at].settle(draft, chain)
        cue = settled.setting.background
        early = draft.span.start < self._heads[at]
        if cue == NOTHING or (early and cue in TURNING):
            part = draft.part
        elif cue is None:
            part = settled.setting.part
        else:
            return settled
        return _cast(draft, settled.setting, part, self._counted[at])

    def _is_sum(self, draft: Draft, at: int) -> bool:
        """Whether an entry's number is that of a sum, and more than all its others.

        "With a body found in Arden, the day ended with 15 victims."
        """
        number = _number(draft)
        others = [n for n in map(_number, self._counted[at]) if n != number]
        return number in self._counted_over and 0 < max(others, default=0) < number

    def setting(self, draft: Draft) -> Setting:
        """Return the setting of a claim that is no figure."""
        at = entry_at(self._own_entries, draft.passage.field, draft.span)
        if at is None:
            return super().setting(draft)
        return self._scenes[at].setting(draft)


def _cast(
    draft: Draft, setting: Setting, part: str | None, told: Sequence[Draft]
) -> Settled:
    """Return a figure's role in an entry, given all that the entry counts.

    An entry is short and has no room for a total and again for some of it: the only
    figure of its metric counts them all. One person told singly beside others is one
    of them ("an elder and his driver").
    """
    others = [other for other in told if other is not draft]
    alike = [other for other in others if _metric(other) == _metric(draft)]
    role: Role = "incident_total"
    if _is_one(draft):
        part = ONE if any(_is_person(draft, other) for other in others) else None
        if any(_is_person(draft, other) for other in alike):
            role = "part_of_total"
    elif part and alike and not _is_side(draft, alike):
        whole = part == TREATED and all(map(_is_one, alike))
        role = "incident_total" if whole else "part_of_total"
    else:
        part = None
    return Settled(setting=replace(setting, background=None, part=part), role=role)


def _is_side(draft: Draft, alike: Sequence[Draft]) -> bool:
    """Whether it counts those of one side, and no other of its metric does."""
    told = [d.payload.population for d in alike if isinstance(d.payload, Figure)]
    own = draft.payload.population if isinstance(draft.payload, Figure) else ""
    return own in SIDES and own not in told


def _number(draft: Draft) -> int:
    """Return how many people a figure counts as killed or hit, else 0."""
    figure = draft.payload
    if isinstance(figure, Figure) and figure.metric in ("killed", "casualties"):
        return figure.value or 0
    return 0


def _metric(draft: Draft) -> str | None:
    return draft.payload.metric if isinstance(draft.payload, Figure) else None


def _is_one(draft: Draft) -> bool:
    """Whether a figure is one person told singly."""
    figure = draft.payload
    single = isinstance(figure, Figure) and figure.value == 1
    return single and draft.person is not None


def _is_person(draft: Draft, other: Draft) -> bool:
    """Whether another figure is of other people than the one told singly."""
    return _metric(other) in HARMED and draft.person != other.person


def scene_of(
    parsed: Parsed,
    entries: Sequence[Span],
    *,
    figures: Sequence[Draft],
    located: Sequence[Claim],
) -> Scene:
    """Return what settles the claims of a report, entry by entry where it has any."""
    if not entries:
        return Scene(parsed, figures=figures, **_by_type(located))
    return Scenes(parsed, entries, figures=figures, located=located)


def marked(claims: Iterable[Claim], entries: Sequence[Span]) -> list[Claim]:
    """Return the claims, each with the entry that it stands in."""
    found = []
    for claim in claims:
        at = entry_at(entries, claim.field, claim.span)
        entry = entries[at] if at is not None else None
        found.append(replace(claim, setting=replace(claim.setting, entry=entry)))
    return found


def entry_at(entries: Sequence[Span], field: Field, span: Span) -> int | None:
    """Return the number of the entry that characters stand in."""
    if field == "title":
        return None
    return next((n for n, e in enumerate(entries) if e.contains(span)), None)


def _head(parsed: Parsed, entry: Span) -> int:
    """Return where the first sentences of an entry end."""
    told = [
        s.span.end
        for s in parsed.sentences
        if s.field == "text" and entry.contains(s.span)
    ]
    return told[min(HEAD, len(told)) - 1] if told else entry.end


def _scene(
    parsed: Parsed, entry: Span, figures: Sequence[Draft], located: Sequence[Claim]
) -> Scene:
    """Return the scene of one entry, read as if it were a report of its own."""
    told = [s for s in parsed.sentences if s.field == "text" and entry.contains(s.span)]
    renumbered = tuple(Sentence(s.passage, n, s.tokens) for n, s in enumerate(told))
    held = {id(s.passage) for s in told}
    passages = tuple(p for p in parsed.passages if id(p) in held)
    return Scene(
        Parsed(parsed.report, passages, renumbered),
        figures=_inside(figures, entry),
        **_by_type(
            [c for c in located if c.field == "text" and entry.contains(c.span)]
        ),
    )


def _inside(figures: Iterable[Draft], entry: Span) -> list[Draft]:
    return [d for d in figures if d.passage.field == "text" and entry.contains(d.span)]


class _Located(TypedDict):
    places: list[Claim]
    times: list[Claim]
    targets: list[Claim]


def _by_type(located: Iterable[Claim]) -> _Located:
    told = list(located)
    return _Located(
        places=[c for c in told if c.type == "place"],
        times=[c for c in told if c.type == "time"],
        targets=[c for c in told if c.type == "target"],
    )
