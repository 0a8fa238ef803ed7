"""A large book of invented values: reports, ten claims each, incidents, estimates.

Nothing is extracted or linked: every value is made as the stages would make it, so that
what is measured is the book alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from sourcebook.evaluate.bench.drafts import Draft, Slot
from sourcebook.evaluate.bench.generated import SIZES
from sourcebook.evaluate.bench.world import World
from sourcebook.model.claim import Claim, Figure, Means, Responsibility, Target, Time
from sourcebook.model.estimate import Bounds, Contradiction, Estimate, Excluded, Step
from sourcebook.model.ids import identify
from sourcebook.model.incident import Incident, LinkEvidence
from sourcebook.model.payloads import Place
from sourcebook.model.report import Report, Text
from sourcebook.schema.load import table

#: Of so many reports one is a later version of the report before it.
_EDITED = 50
#: Sentences of a report that tell nothing, and of how many they are drawn.
_FILL, _FILLS = 12, 3_000
_START = date(2000, 1, 1)

Made = tuple[Report, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One incident as a run would leave it."""

    incident: Incident
    reports: tuple[Made, ...]
    estimates: tuple[Estimate, ...]
    contradictions: tuple[Contradiction, ...]


class Shelf:
    """Makes incidents with their reports; equal seeds give equal values.

    ``mark`` begins the reports' source ids and addresses: other marks, other reports.
    """

    def __init__(self, seed: int = 1, *, mark: str = "b") -> None:
        self._random = Random(seed)
        self._world = World(seed)
        self._data: dict[str, Any] = dict(table("load"))
        self._number = 0
        self._mark = mark
        self._fill = [self._sentence() for _ in range(_FILLS)]

    def _sentence(self) -> str:
        words = (self._world.word(self._random) for _ in range(14))
        return f"{' '.join(words).capitalize()}."

    def told(self, reports: int) -> Iterator[Told]:
        """Yield incidents until there are so many reports."""
        last = self._number + reports
        while self._number < last:
            size = self._random.choices(list(SIZES), weights=list(SIZES.values()))[0]
            yield self._incident(min(size, last - self._number))

    def _incident(self, size: int) -> Told:
        random = self._random
        town, day = (
            self._world.town(random),
            _START + timedelta(days=self._number // 15),
        )
        killed, injured = random.randrange(1, 80), random.randrange(1, 200)
        made = []
        for n in range(size):
            less = random.randrange(1, 4) if n and random.random() < 0.2 else 0
            slots = self._slots(town, day, max(killed - less, 0), injured)
            made.append(self._report(slots, day, first=n == 0))
        id = identify("incident", *sorted(report.id for report, _ in made))
        placed = tuple((r, _placed(claims, id, r)) for r, claims in made)
        incident = Incident(
            id=id,
            parent=None,
            label=f"Bombing in {town.name}, {day.isoformat()}",
            type="bombing",
            date=day.isoformat(),
            date_precision="day",
            place=town,
            reports=tuple(report.id for report, _ in made),
            claims=tuple(claim.id for _, claims in placed for claim in claims),
            links=tuple(
                LinkEvidence(
                    report=r.id, score=5.0, features=("same place", "same day")
                )
                for r, _ in made
            ),
        )
        return Told(
            incident=incident,
            reports=placed,
            estimates=tuple(
                _estimate(incident, placed, metric) for metric in ("killed", "injured")
            ),
            contradictions=tuple(_contradictions(incident, placed)),
        )

    def _slots(
        self, town: Place, day: date, killed: int, injured: int
    ) -> dict[str, Slot]:
        when = Time(edtf=day.isoformat(), role="event", basis="relative")
        device = Means(instrument="car_bomb", comparator="eq", value=1, low=1, high=1)
        party = self._data["book"]["party"]
        accused = Responsibility(actor=party, relation="accused_by_authority")
        weekday = self._data["days"].split()[day.weekday()]
        return {
            "town": Slot(town.name, town),
            "day": Slot(f"on {weekday}", when),
            "killed": Slot(str(killed), _figure("killed", killed)),
            "injured": Slot(str(injured), _figure("injured", injured)),
            "means": Slot("a car bomb", device),
            "site": Slot("a market", Target(kind="market")),
            "said": Slot(self._random.choice(self._data["said"])),
            "party": Slot(party, accused),
        }

    def _report(self, slots: dict[str, Slot], day: date, *, first: bool) -> Made:
        self._number += 1
        random, world, told = self._random, self._world, self._data["book"]
        title, text = Draft("title"), Draft("text")
        title.say(told["title"], slots)
        text.say(told["lead"], slots)
        text.say(told["body"], slots)
        for sentence in random.sample(self._fill, _FILL):
            text.say(sentence, {})
        edited = not first and self._number % _EDITED == 0
        report = Report.of(
            Text.of(text.characters, language="en"),
            source_id=f"{self._mark}{self._number:07}",
            title=title.characters,
            outlet=world.pick(random, world.papers),
            url=f"https://news.example/{self._mark}/{self._number - edited}",
            published=(day + timedelta(days=random.randrange(3))).isoformat(),
        )
        return report, (*title.claims(report), *text.claims(report))


def _placed(claims: Sequence[Claim], id: str, report: Report) -> tuple[Claim, ...]:
    return tuple(
        claim.placed(incident=id, role=claim.role, lineage=f"outlet:{report.outlet}")
        for claim in claims
    )


def _figure(metric: Any, value: int) -> Figure:  # noqa: ANN401 - a literal
    return Figure(metric=metric, comparator="eq", value=value, low=value, high=value)


def _figures(made: Sequence[Made], metric: str) -> Iterator[tuple[Claim, Figure, str]]:
    for report, claims in made:
        for claim in claims:
            told = claim.payload
            if isinstance(told, Figure) and told.metric == metric:
                yield claim, told, report.published or ""


def _estimate(incident: Incident, made: Sequence[Made], metric: str) -> Estimate:
    told = list(_figures(made, metric))
    values = [figure.value or 0 for _, figure, _ in told]
    best = max(values)
    return Estimate(
        incident=incident.id,
        metric=metric,
        population="persons",
        profile="conservative",
        as_of=None,
        ever=Bounds(low=min(values), high=best),
        low=best,
        best=best,
        high=best,
        high_open=False,
        rule="REC-1",
        explanation="the latest figure that most outlets give",
        inputs=tuple(c.id for c, f, _ in told if f.value == best),
        excluded=tuple(
            Excluded(claim=c.id, reason="an earlier figure")
            for c, f, _ in told
            if f.value != best
        ),
        lineages=(1, len(made)),
        history=tuple(
            Step(claim=c.id, published=at, lineage=c.lineage, low=f.low, high=f.high)
            for c, f, at in told
        ),
    )


def _contradictions(
    incident: Incident, made: Sequence[Made]
) -> Iterator[Contradiction]:
    told = list(_figures(made, "killed"))
    if len({figure.value for _, figure, _ in told}) > 1:
        yield Contradiction(
            id=identify("contradiction", incident.id),
            kind="temporal_update",
            severity="none",
            incident=incident.id,
            claims=tuple(sorted(claim.id for claim, _, _ in told)),
            explanation="the toll was told differently",
        )
