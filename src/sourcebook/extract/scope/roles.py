"""The role of a figure that belongs to the report's own incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sourcebook.extract.scope.background import unknown_place
from sourcebook.extract.scope.camps import unopposed
from sourcebook.extract.scope.events import ANY
from sourcebook.extract.scope.groups import first_mention
from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.parts import part_of
from sourcebook.extract.scope.placing import Surroundings
from sourcebook.extract.scope.profile import Profile
from sourcebook.extract.scope.sites import has_own_site, words_of
from sourcebook.extract.scope.summed import summed
from sourcebook.extract.scope.told import Told
from sourcebook.extract.scope.victims import UNHARMED, largest
from sourcebook.model.claim import AttributionLink, Basis, Role, Setting
from sourcebook.schema.load import table

#: Metrics of the hurt.
HURT = frozenset({"injured", "casualties", "hospitalized"})
#: Parts that one pair of eyes counted: elsewhere the number may be of others.
WITNESSED = frozenset({"hospital", "witnessed"})
#: Classes of events that hit people at one spot.
ONE_SPOT = frozenset({"bombing", "shooting", "stabbing", "crash", "abduction", "fire"})
#: Bases by which words near the figure place it.
NEAR: frozenset[Basis] = frozenset({"explicit", "adjacent_sentence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Casting:
    """What a report's own figures are weighed against to find their roles."""

    own: Sequence[Told]
    profile: Profile
    around: Surroundings
    summed: frozenset[int] = frozenset()

    def role_of(
        self, told: Told, setting: Setting, chain: Sequence[AttributionLink]
    ) -> tuple[Role, str | None]:
        """Return the role and the key of the cue for a part.

        A figure of one site among several keeps ``incident_total`` with the key
        "site": linking makes the site a node of its own (SCP-3). The camp that its
        own people fought counts for itself. What one event cannot have hit elsewhere
        is background, with the cue in place of the part.
        """
        own = unopposed(told, self.own)
        return replace(self, own=own)._role_of(told, setting, chain)

    def _role_of(
        self, told: Told, setting: Setting, chain: Sequence[AttributionLink]
    ) -> tuple[Role, str | None]:
        if _is_increment(told) and self._beside_toll(told):
            return "increment", None
        if id(told.draft) in self.summed:
            return "part_of_total", "group"
        if self._adds_in_title(told):
            return "increment", None
        part = self._part(told, chain)
        if part is None and self._at_site(told, setting):
            return "incident_total", "site"
        if part is None and self._narrower(told, setting):
            part = "narrower_place"
        if part is None and self._fewer(told):
            part = "fewer"
        if part is None and self._is_one_scene(told):
            if self._is_far_off(told):
                return "background", "other_event"
            part = "fewer"
        if part is not None:
            return "part_of_total", part
        if _is_increment(told) and self._on_a_base(told):
            return "increment", None
        return "incident_total", None

    def _part(self, told: Told, chain: Sequence[AttributionLink]) -> str | None:
        """The cue that makes it a part; a group told again is what it was at first."""
        part = part_of(told, self.own, chain)
        if part in WITNESSED or told.attacker:
            return part
        first = first_mention(told, self.own)
        return part if first.draft is told.draft else part_of(first, self.own, ())

    def _at_site(self, told: Told, setting: Setting) -> bool:
        """Whether the figure counts one of several sites of the incident."""
        if not (self.profile.roundup and self.around.several):
            return False
        if told.attacker or told.figure.metric in UNHARMED or self._in_core(told):
            return False
        if setting.basis not in NEAR:
            return False
        if not self.around.is_site(setting.place, setting.target):
            return False
        return told.number < largest(self.own, told.figure.metric)

    def _narrower(self, told: Told, setting: Setting) -> bool:
        """Whether the words place a smaller figure at one of the incident's scenes."""
        if told.attacker or not told.figure.value:
            return False
        if self._in_core(first_mention(told, self.own)):
            return False
        share: float = table("parts")["narrower"]["share"]
        most = largest(self.own, told.figure.metric)
        if told.figure.value >= share * most:
            return False
        if pattern("parts", "narrower", "words").search(told.clause.stretch):
            return True
        if told.clause.opener == "where":
            return True
        if told.early:
            return False
        return setting.basis == "explicit" and self.around.is_aside(setting.place)

    def _is_one_scene(self, told: Told) -> bool:
        """Whether it counts those of a place that the report's total was not told of."""
        here, metric = told.clause.sentence.index, told.figure.metric
        wholes = [
            o
            for o in self.own
            if o.figure.metric == metric
            and o.early
            and o.clause.sentence.index < here
            and o.number > told.number
        ]
        if told.attacker or not told.figure.value or not wholes or self._in_core(told):
            return False
        if first_mention(told, self.own).draft is not told.draft:
            return False
        return has_own_site(told, words_of([*wholes, *filter(self._in_core, self.own)]))

    def _is_far_off(self, told: Told) -> bool:
        """Whether the lead tells of one blast or crash, and this is of another town."""
        kinds = self.profile.classes - {ANY}
        one = bool(kinds) and kinds <= ONE_SPOT and not self.profile.roundup
        return one and unknown_place(told.clause, self.profile.place_words)

    def _fewer(self, told: Told) -> bool:
        """Whether it counts far fewer hurt, exactly, than the report's core did.

        Tolls of the dead move from report to report; later in one report a smaller
        exact count of the hurt tells of some of them.
        """
        figure = told.figure
        if told.early or figure.metric not in HURT or figure.comparator != "eq":
            return False
        core = [o for o in self.own if self._in_core(o)]
        share: float = table("parts")["narrower"]["share"]
        return bool(figure.value) and (figure.value or 0) < share * largest(
            core, figure.metric
        )

    def _on_a_base(self, told: Told) -> bool:
        """Whether "another three" adds to a base told before, not beside others."""
        here = told.clause.sentence.index
        start = told.draft.span.start
        earlier = [
            (o.clause.sentence.index, o)
            for o in self.own
            if (o.clause.sentence.index, o.draft.span.start) < (here, start)
        ]
        if any(index == here for index, _ in earlier):
            return False
        return any(o.figure.metric == told.figure.metric for _, o in earlier)

    def _adds_in_title(self, told: Told) -> bool:
        """Whether a headline's "eight more bodies" come on top of the text's toll."""
        quote = told.clause.quote
        if told.draft.passage.field != "title" or told.attacker:
            return False
        return pattern("parts", "increment", "counts").search(
            quote
        ) is not None and any(
            o.draft.passage.field != "title"
            and o.figure.metric == told.figure.metric
            and o.number > told.number
            and pattern("parts", "toll", "before").search(o.clause.before)
            for o in self.own
        )

    def _beside_toll(self, told: Told) -> bool:
        """Whether a toll beside it takes it in: "rose to 10 after two more bodies"."""
        toll = pattern("parts", "toll", "before")
        return any(
            o.figure.metric == told.figure.metric
            and o.number > told.number
            and (
                o.clause.sentence.index == told.clause.sentence.index
                or (told.early and o.draft.passage.field == "title")
            )
            and toll.search(o.clause.before)
            for o in self.own
        )

    def _in_core(self, told: Told) -> bool:
        return told.clause.sentence.index in self.profile.core


def _is_increment(told: Told) -> bool:
    if not (
        told.draft.increment
        or pattern("parts", "increment", "counts").search(told.clause.quote)
    ):
        return False
    return pattern("parts", "increment", "words").search(told.clause.whole) is not None


def castings(
    own: Sequence[Told],
    entries: Mapping[int, int],
    profile: Profile,
    around: Surroundings,
) -> dict[int | None, Casting]:
    """Return what the figures of each entry of a list are weighed against.

    ``entries`` gives the entry of each sentence of a list; the key None is for what
    stands in no list.
    """
    found = {}
    for entry in (None, *entries.values()):
        inside = [t for t in own if entries.get(t.clause.sentence.index) == entry]
        found[entry] = Casting(
            own=inside, profile=profile, around=around, summed=summed(inside)
        )
    return found
