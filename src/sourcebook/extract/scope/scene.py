"""The scene of a report: which figures belong to its incident, as what, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.scope.background import cue_of, lead_name
from sourcebook.extract.scope.clauses import Clause, clause_at
from sourcebook.extract.scope.digression import digressions, is_caption
from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.parts import part_of
from sourcebook.extract.scope.placing import Found, Kind, Surroundings, series_told
from sourcebook.extract.scope.profile import profile_of
from sourcebook.extract.scope.victims import Told, largest
from sourcebook.model.claim import AttributionLink, Basis, Claim, Figure, Role, Setting
from sourcebook.model.span import Field, Span
from sourcebook.schema.load import table

BASES: tuple[Basis, ...] = ("explicit", "distributive", "adjacent_sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A figure's setting and its role in its incident."""

    setting: Setting
    role: Role


class Scene:
    """Decides setting and role of the claims of one report.

    ``figures`` are all figure drafts of the report, ``places``, ``times`` and
    ``targets`` its claims of those types. DOMAIN SCP-1 to SCP-3, NUM-13, 19, 20.
    """

    def __init__(
        self,
        parsed: Parsed,
        *,
        figures: Sequence[Draft],
        places: Sequence[Claim],
        times: Sequence[Claim],
        targets: Sequence[Claim],
    ) -> None:
        self._parsed = parsed
        self._index = _Index(parsed)
        located: dict[Kind, list[tuple[Claim, int]]] = {
            "place": self._index.located(places),
            "time": self._index.located(times),
            "target": self._index.located(targets),
        }
        told = [(draft, self._index.sentence(draft)) for draft in figures]
        self._profile = profile_of(parsed, told, located["place"])
        self._around = Surroundings(
            located,
            self._profile.lead,
            self._profile.opening,
            len(parsed.sentences) - 1,
        )
        self._digressions = digressions(parsed.sentences, self._profile, self._judge)
        self._clauses = {id(d): clause_at(s, d.anchor, d.span) for d, s in told}
        self._background = {id(d): self._cue(d) for d, _ in told}
        self._own = [
            Told(d, d.payload, self._clauses[id(d)], s.index in self._profile.lead)
            for d, s in told
            if isinstance(d.payload, Figure) and self._background[id(d)] is None
        ]
        self._series = self._around.series and any(
            series_told(s) for s in parsed.sentences if s.index in self._profile.lead
        )

    def settle(self, draft: Draft, chain: tuple[AttributionLink, ...]) -> Settled:
        """Return role and setting of a figure, given who is said to state it."""
        clause = self._clause(draft)
        background = (
            self._background[id(draft)]
            if id(draft) in self._background
            else self._cue(draft)
        )
        setting = self._setting(draft, clause, background)
        if background is not None or not isinstance(draft.payload, Figure):
            return Settled(setting=setting, role="background")
        early = clause.sentence.index in self._profile.lead
        part = part_of(Told(draft, draft.payload, clause, early), self._own, chain)
        if part is None and self._at_site(draft.payload, clause, setting):
            return Settled(setting=_with_part(setting, "site"), role="incident_total")
        if part is None and self._narrower(draft.payload, clause, setting):
            part = "narrower_place"
        if part is not None:
            return Settled(setting=_with_part(setting, part), role="part_of_total")
        if draft.increment and self._on_a_base(draft, clause):
            return Settled(setting=setting, role="increment")
        return Settled(setting=setting, role="incident_total")

    def setting(self, draft: Draft) -> Setting:
        """Return the setting of a claim that is no figure."""
        clause = self._clause(draft)
        cue = self._digressions.get(clause.sentence.index) or cue_of(
            clause, self._profile, metric=None, told=None
        )
        return self._setting(draft, clause, cue)

    def _clause(self, draft: Draft) -> Clause:
        known = self._clauses.get(id(draft))
        return known or clause_at(self._index.sentence(draft), draft.anchor, draft.span)

    def _judge(self, sentence: Sentence) -> str | None:
        if is_caption(sentence):
            return None
        root = sentence.tokens.root
        span = sentence.passage.span(root)
        return cue_of(
            clause_at(sentence, root, span), self._profile, metric=None, told=None
        )

    def _cue(self, draft: Draft) -> str | None:
        clause = self._clause(draft)
        figure = draft.payload if isinstance(draft.payload, Figure) else None
        if lead_name(clause, self._profile) and self._profile.incident:
            return None
        own = cue_of(
            clause,
            self._profile,
            metric=figure.metric if figure else None,
            told=figure.value if figure else None,
        )
        if not self._profile.incident:
            return own or "no_incident"
        return own or self._digressions.get(clause.sentence.index)

    def _setting(self, draft: Draft, clause: Clause, background: str | None) -> Setting:
        previous = self._index.before(clause.sentence)
        aside = background is not None
        place, time, target = (
            self._around.find(kind, clause, background=aside, previous=previous)
            for kind in ("place", "time", "target")
        )
        return Setting(
            sentence=clause.sentence.span,
            place=place.claim,
            time=time.claim,
            target=target.claim,
            basis=_basis(place, target),
            background=background,
            person=draft.person,
        )

    def _at_site(self, figure: Figure, clause: Clause, setting: Setting) -> bool:
        """Whether the figure counts one of several sites of the report's incident."""
        if not self._series or clause.sentence.index in self._profile.opening:
            return False
        if setting.basis not in {"explicit", "adjacent_sentence"}:
            return False
        if not self._around.is_site(setting.place, setting.target):
            return False
        number = figure.value or figure.low or 0
        return number < largest(self._own, figure.metric)

    def _narrower(self, figure: Figure, clause: Clause, setting: Setting) -> bool:
        """Whether the words place a smaller figure at one of the incident's scenes."""
        if clause.sentence.index in self._profile.opening or not figure.value:
            return False
        share: float = table("parts")["narrower"]["share"]
        if figure.value >= share * largest(self._own, figure.metric):
            return False
        if pattern("parts", "narrower", "words").search(clause.stretch):
            return True
        explicit = setting.basis == "explicit"
        return explicit and self._around.is_site(setting.place, setting.target)

    def _on_a_base(self, draft: Draft, clause: Clause) -> bool:
        """Whether "another three" adds to a base told before, and not beside others."""
        earlier = [o for o in self._own if _comes_before(o, draft, clause)]
        if any(o.clause.sentence.index == clause.sentence.index for o in earlier):
            return False
        figure = draft.payload
        return any(
            isinstance(figure, Figure) and o.figure.metric == figure.metric
            for o in earlier
        )


def _comes_before(other: Told, draft: Draft, clause: Clause) -> bool:
    if other.draft is draft:
        return False
    index = other.clause.sentence.index
    if index == clause.sentence.index:
        return other.draft.span.start < draft.span.start
    return index < clause.sentence.index


def _with_part(setting: Setting, part: str) -> Setting:
    return replace(setting, part=part)


def _basis(place: Found, target: Found) -> Basis:
    told = {place.basis, target.basis}
    return next((basis for basis in BASES if basis in told), "inferred_overall")


class _Index:
    """Finds sentences by character without walking the report each time."""

    def __init__(self, parsed: Parsed) -> None:
        self._starts: dict[Field, list[int]] = {"title": [], "text": []}
        self._sentences: dict[Field, list[Sentence]] = {"title": [], "text": []}
        for sentence in parsed.sentences:
            self._starts[sentence.field].append(sentence.span.start)
            self._sentences[sentence.field].append(sentence)
        self._all = parsed.sentences

    def sentence(self, draft: Draft) -> Sentence:
        return self.at(draft.passage.field, draft.span)

    def at(self, field: Field, span: Span) -> Sentence:
        place = max(0, bisect_right(self._starts[field], span.start) - 1)
        return self._sentences[field][place]

    def located(self, claims: Sequence[Claim]) -> list[tuple[Claim, int]]:
        return [(claim, self.at(claim.field, claim.span).index) for claim in claims]

    def before(self, sentence: Sentence) -> int | None:
        """The sentence before, within the same field and no further than a paragraph."""
        if sentence.index == 0:
            return None
        earlier = self._all[sentence.index - 1]
        near = (
            earlier.field == sentence.field
            and sentence.passage.index - earlier.passage.index <= 1
        )
        return earlier.index if near else None
