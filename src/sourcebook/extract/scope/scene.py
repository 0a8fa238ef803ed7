"""The scene of a report: which figures belong to its incident, as what, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sourcebook.errors import InvalidValue
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.scope.avenged import Avenged, is_avenged
from sourcebook.extract.scope.background import cue_of, far_above, names_any
from sourcebook.extract.scope.clauses import Clause, clause_at, main_part
from sourcebook.extract.scope.digression import digressions
from sourcebook.extract.scope.doers import doers, place_of, told_again
from sourcebook.extract.scope.elsewhere import elsewhere, unhurt
from sourcebook.extract.scope.features import Judged, Value, features
from sourcebook.extract.scope.index import SentenceIndex
from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.listing import segments, sums
from sourcebook.extract.scope.placing import Found, Kind, Surroundings
from sourcebook.extract.scope.profile import profile_of
from sourcebook.extract.scope.roles import castings
from sourcebook.extract.scope.rows import joined
from sourcebook.extract.scope.strangers import strangers
from sourcebook.extract.scope.summed import summed
from sourcebook.extract.scope.titles import summed_titles
from sourcebook.extract.scope.told import Told
from sourcebook.extract.scope.turning import turned, turns
from sourcebook.model.claim import AttributionLink, Basis, Claim, Figure, Role, Setting

#: Cues of counts over many events, which no name makes the report's own.
COUNTING = frozenset({"running_count", "statistic"})
#: Cues of counts over years, of which a report tells that is about no incident.
LONG = frozenset({"long_run", "rate", "war_toll", "statistic"})
#: Cues of other events, which each entry of a list is beside its neighbours.
LISTED = frozenset({"other_event", "several_events", "wider_total"})
#: Bases from the strongest to the weakest.
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
        self._index = SentenceIndex(parsed)
        self._sentences = len(parsed.sentences)
        located: dict[Kind, list[tuple[Claim, int]]] = {
            "place": self._index.located(places),
            "time": self._index.located(times),
            "target": self._index.located(targets),
        }
        told = [(draft, self._sentence(draft)) for draft in figures]
        self._profile = profile_of(parsed, told, located["time"])
        self._around = Surroundings(located, self._profile.lead, self._profile.core)
        self._segments = segments(parsed.sentences)
        self._sums = sums(parsed.sentences, self._segments)
        self._sums |= summed_titles(told, self._sums)
        self._doers = doers(parsed.sentences)
        self._avenged = Avenged(parsed.sentences, self._profile.lead)
        self._clauses = {id(d): clause_at(s, d.anchor, d.span) for d, s in told}
        clauses = [(self._clauses[id(d)], d) for d, _ in told]
        self._turned = turned(clauses, self._profile)
        self._digressions = digressions(parsed.sentences, self._profile, self._judge)
        self._own_cues = joined(
            {id(d): self._own_cue(d) for d, _ in told}, told, self._profile.core
        )
        self._strangers = strangers(
            [(d, self._own_cues[id(d)]) for d, _ in told],
            [d for d, s in told if s.index in self._profile.lead],
        )
        self._background = {id(d): self._cue(d) for d, _ in told}
        self._doers |= told_again(self._own(figures), self._doers)
        own = [] if self._segments else self._own(figures)
        apart = elsewhere(own) | unhurt(own)
        self._background |= dict.fromkeys(apart, "other_event")
        if not self._segments:
            parts = summed(self._own(figures, "other_event"))
            self._background |= dict.fromkeys(parts)
        own = self._own(figures)
        self._castings = castings(own, self._segments, self._profile, self._around)

    def _own(self, figures: Sequence[Draft], *cues: str) -> list[Told]:
        """Figures that nothing but these cues puts aside, with the words around them."""
        return [
            self._told(draft, draft.payload)
            for draft in figures
            if isinstance(draft.payload, Figure)
            and self._background[id(draft)] in (None, *cues)
        ]

    def settle(self, draft: Draft, chain: tuple[AttributionLink, ...]) -> Settled:
        """Return role and setting of a figure, given who is said to state it."""
        known = id(draft) in self._background
        background = self._background[id(draft)] if known else self._cue(draft)
        setting = self._setting(draft, background)
        if background is not None or not isinstance(draft.payload, Figure):
            return Settled(setting=setting, role="background")
        told = self._told(draft, draft.payload)
        entry = self._segments.get(told.clause.sentence.index)
        role, part = self._castings[entry].role_of(told, setting, chain)
        if role == "background":
            return Settled(setting=replace(setting, background=part), role=role)
        return Settled(setting=replace(setting, part=part), role=role)

    def features(
        self, draft: Draft, chain: tuple[AttributionLink, ...]
    ) -> dict[str, Value]:
        """Return what tells the role of a figure, the rules' own verdict among it."""
        if not isinstance(draft.payload, Figure):
            raise InvalidValue(f"{draft.quote!r} is no figure: ask for figures only")
        settled = self.settle(draft, chain)
        told = self._told(draft, draft.payload)
        index = told.clause.sentence.index
        return features(
            Judged(
                told=told,
                own=self._castings[self._segments.get(index)].own,
                chain=chain,
                setting=settled.setting,
                role=settled.role,
                profile=self._profile,
                aside=self._digressions.get(index),
                where=index / self._sentences,
            )
        )

    def setting(self, draft: Draft) -> Setting:
        """Return the setting of a claim that is no figure."""
        clause = self._object(draft)
        found = self._setting(draft, self._cue_beside(draft, clause))
        if found.place is not None or not any(
            n.startswith("each:") for n in draft.notes
        ):
            return found
        place = self._around.last_in(clause.sentence.index, draft.span)
        return replace(found, place=place, basis="distributive") if place else found

    def _cue_beside(self, draft: Draft, clause: Clause) -> str | None:
        """The cue of a claim that is no figure; its draft may know its event itself.

        Notes tell of a claim of "the attack", and of a deed that the attack avenges.
        """
        if "event:other" in draft.notes or is_avenged(draft.anchor):
            return "other_event"
        if "event:own" in draft.notes:
            before = self._index.before(clause.sentence)
            goes_on = before is not None and before in self._digressions
            return self._digressions.get(clause.sentence.index) if goes_on else None
        return self._digressions.get(clause.sentence.index) or cue_of(
            clause, self._profile, metric=None
        )

    def _sentence(self, draft: Draft) -> Sentence:
        return self._index.at(draft.passage.field, draft.span)

    def _clause(self, draft: Draft) -> Clause:
        known = self._clauses.get(id(draft))
        return known or clause_at(self._sentence(draft), draft.anchor, draft.span)

    def _object(self, draft: Draft) -> Clause:
        """The clause that says what was done or claimed, without what goes on."""
        sentence, anchor = self._sentence(draft), draft.anchor
        tokens = sentence.tokens
        if anchor.doc is not tokens.doc or not tokens.start <= anchor.i < tokens.end:
            return self._clause(draft)
        span = sentence.passage.span(tokens.doc[anchor.i : anchor.i + 1])
        return main_part(clause_at(sentence, anchor, span))

    def _told(self, draft: Draft, figure: Figure) -> Told:
        clause = self._clause(draft)
        early = clause.sentence.index in self._profile.lead
        return Told(draft, figure, clause, early, doer=place_of(draft) in self._doers)

    def _judge(self, sentence: Sentence) -> str | None:
        """Whether a sentence by itself is about something else."""
        root = sentence.tokens.root
        clause = main_part(clause_at(sentence, root, sentence.passage.span(root)))
        cue = cue_of(clause, self._profile, metric=None)
        aside = self._turned.get(sentence.index, turns(clause, self._profile))
        aside = aside or self._avenged.tells(sentence)
        return cue or ("other_event" if aside else None)

    def _own_cue(self, draft: Draft) -> str | None:
        """The cue that a figure's own clause gives."""
        clause, figure = self._clause(draft), draft.payload
        if not isinstance(figure, Figure):
            return cue_of(clause, self._profile, metric=None)
        cue = cue_of(clause, self._profile, metric=figure.metric)
        far = far_above(clause, figure, self._profile)
        aside = far or turns(clause, self._profile, draft)
        return cue or ("other_event" if aside else None)

    def _cue(self, draft: Draft) -> str | None:
        clause = self._clause(draft)
        own = self._own_cues.get(id(draft)) or self._own_cue(draft)
        if self._sums_up(draft):
            return "several_events"
        if clause.sentence.index in self._segments:
            return None if own in LISTED else own
        if names_any(clause, self._strangers):
            return own or "other_event"
        known = self._profile.names - self._strangers
        counted = own in COUNTING
        if names_any(clause, known) and self._profile.incident and not counted:
            return None
        if not self._profile.incident or self._is_statistic:
            return own or "no_incident"
        if own is None and self._counts_the_lead(draft):
            return None
        return own or self._digressions.get(clause.sentence.index)

    @cached_property
    def _is_statistic(self) -> bool:
        """Whether title and first sentence count only over years: a report on a toll."""
        opening = self._profile.opening
        told = self._clauses.items()
        first = [self._own_cues[k] for k, c in told if c.sentence.index in opening]
        return bool(first) and all(cue in LONG for cue in first)

    def _sums_up(self, draft: Draft) -> bool:
        """Whether it counts over all entries of a list, not in one of them."""
        figure, clause = draft.payload, self._clause(draft)
        if clause.sentence.index not in self._sums or not isinstance(figure, Figure):
            return False
        counted = pattern("parts", "counted", "pattern").search(clause.quote)
        return figure.value != 1 or counted is not None or clause.quote == "1"

    def _counts_the_lead(self, draft: Draft) -> bool:
        """Whether it counts the lead's people again: "all four victims", "the boy"."""
        figure, quote = draft.payload, self._clause(draft).quote
        again = pattern("background", "carry", "again")
        if not isinstance(figure, Figure) or again.match(quote) is None:
            return False
        if figure.value == 1:
            return _noun(quote) in self._lead_nouns
        return figure.value in self._profile.totals.values()

    @cached_property
    def _lead_nouns(self) -> frozenset[str]:
        """What the lead calls the people hit, but those told for other events."""
        told = {False: set[str](), True: set[str]()}
        for key, clause in self._clauses.items():
            if clause.sentence.index in self._profile.lead or self._own_cues[key]:
                told[self._own_cues[key] is not None].add(_noun(clause.quote))
        return frozenset(told[False] - told[True])

    def _setting(self, draft: Draft, background: str | None) -> Setting:
        clause = self._clause(draft)
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
            open_fate="open_fate" in draft.notes,
        )


def _noun(quote: str) -> str:
    """The last word counted, without a number: "boy" of "a 13-year-old boy"."""
    return quote.replace("-", " ").split()[-1]


def _basis(place: Found, target: Found) -> Basis:
    told = {place.basis, target.basis}
    return next((basis for basis in BASES if basis in told), "inferred_overall")
