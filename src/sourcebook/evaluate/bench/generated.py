"""Report-like load: a stream of invented news, as large as asked for.

The mixture is that of a general stream (DESIGN 10): a third is news without an
incident; an incident has one report or up to forty, a quarter of them copies, some
follow-ups weeks later; incidents fall on many places, a fixed number a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from sourcebook.evaluate.bench.drafts import Draft, Slot
from sourcebook.evaluate.bench.world import World
from sourcebook.model.claim import Claim, Figure, Means, Metric, Place, Target, Time
from sourcebook.model.report import Report, Text
from sourcebook.schema.load import table

#: Reports of one day, on average; so a longer stream spans more days.
A_DAY = 150
#: Of a hundred draws, those that are no incident.
QUIET = 68
#: Reports an incident may have, and how often each number is drawn.
SIZES = {1: 45, 2: 20, 3: 12, 5: 11, 8: 7, 15: 4, 40: 1}
#: Of a hundred later reports of an incident: exact copies, edited copies, follow-ups.
EXACT, EDITED, LATER = 12, 14, 12
_START = date(2030, 1, 1)

Made = tuple[Report, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """What the reports of one incident have in common."""

    kind: str
    town: Place
    day: date
    killed: int
    injured: int
    device: str | None
    site: str
    people: tuple[str, str]
    ages: tuple[int, int]
    street: str


@dataclass(frozen=True, slots=True)
class _Written:
    title: Draft
    text: Draft


class Generator:
    """Makes reports with their claims; equal seeds and counts give equal reports."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)
        self._world = World(seed)
        self._data: dict[str, Any] = dict(table("load"))
        self._number = 0

    def made(self, count: int) -> Iterator[Made]:
        """Yield so many reports with their claims, roughly in order of their days."""
        while self._number < count:
            day = _START + timedelta(days=self._number // A_DAY)
            if self._random.randrange(100) < QUIET:
                yield self._published(self._quiet(day), day)
                continue
            for report in self._incident(day):
                if self._number <= count:
                    yield report

    def _incident(self, day: date) -> Iterator[Made]:
        event = self._event(day)
        size = self._random.choices(list(SIZES), weights=list(SIZES.values()))[0]
        before: list[_Written] = []
        for _ in range(size):
            drawn = self._random.randrange(100)
            late = timedelta(days=self._random.randrange(3))
            if before and drawn < EXACT + EDITED:
                written = self._random.choice(before)
                written = written if drawn < EXACT else self._edited(written, event)
            elif before and drawn < EXACT + EDITED + LATER:
                late = timedelta(days=self._random.randrange(10, 200))
                written = self._later(event)
            else:
                written = self._told(event)
                before.append(written)
            yield self._published(written, day + late)

    def _event(self, day: date) -> _Event:
        random, kinds = self._random, self._data["kinds"]
        kind = random.choice(sorted(kinds))
        devices = sorted(kinds[kind]["means"])
        return _Event(
            kind=kind,
            town=self._world.town(random),
            day=day,
            killed=min(int(random.paretovariate(0.9)), 300),
            injured=min(int(random.paretovariate(0.7)) + 1, 900),
            device=random.choice(devices) if devices else None,
            site=random.choice(sorted(kinds[kind]["sites"])),
            people=(self._world.person(random), self._world.person(random)),
            ages=(random.randrange(16, 90), random.randrange(16, 70)),
            street=self._world.pick(random, self._world.streets),
        )

    def _told(self, event: _Event) -> _Written:
        own = self._data["kinds"][event.kind]
        slots = self._slots(event)
        title, text = Draft("title"), Draft("text")
        title.say(self._random.choice(own["titles"]), slots)
        text.say(self._random.choice(own["leads"]), slots)
        body = (*own["body"], *self._data["told"]["body"])
        for template in self._random.sample(body, len(body) - 2):
            text.say(template, self._slots(event))
            self._fill(text, self._random.randrange(4))
        return _Written(title, text)

    def _later(self, event: _Event) -> _Written:
        after = self._data["after"]
        slots = self._slots(event)
        title, text = Draft("title"), Draft("text")
        title.say(self._random.choice(after["titles"]), slots)
        text.say(self._random.choice(after["leads"]), slots)
        self._fill(text, self._random.randrange(3, 20))
        return _Written(title, text)

    def _edited(self, written: _Written, event: _Event) -> _Written:
        """A copy under a new headline, with some sentences added at its end."""
        title, text = Draft("title"), written.text.copy()
        titles = self._data["kinds"][event.kind]["titles"]
        title.say(self._random.choice(titles), self._slots(event))
        self._fill(text, self._random.randrange(3))
        return _Written(title, text)

    def _quiet(self, day: date) -> _Written:
        quiet, slots = self._data["quiet"], self._words()
        slots["weekday"] = Slot(self._data["days"].split()[day.weekday()])
        title, text = Draft("title"), Draft("text")
        title.say(self._random.choice(quiet["titles"]), slots)
        text.say(self._random.choice(quiet["leads"]), slots)
        self._fill(text, self._random.randrange(4, 24))
        return _Written(title, text)

    def _fill(self, text: Draft, sentences: int) -> None:
        for _ in range(sentences):
            template = self._random.choice(self._data["filler"]["sentences"])
            text.say(template, self._words())

    def _published(self, written: _Written, day: date) -> Made:
        self._number += 1
        random, world = self._random, self._world
        paper = world.pick(random, world.papers)
        outlet = f"{paper} {self._data['outlets'][len(paper) % 10]}"
        report = Report.of(
            Text.of(written.text.characters, language="en"),
            source_id=f"g{self._number:07}",
            title=written.title.characters,
            outlet=outlet,
            published=day.isoformat(),
        )
        report = replace(report, url=f"https://example.org/{self._number}")
        return report, (*written.title.claims(report), *written.text.claims(report))

    def _words(self) -> dict[str, Slot]:
        random, world = self._random, self._world
        plain = {
            "person": world.person(random),
            "place": world.town(random).name,
            "country": world.town(random).name,
            "street": world.pick(random, world.streets),
            "role": random.choice(self._data["roles"]),
            "month": random.choice(self._data["months"].split()),
        }
        drawn = ("noun", "noun2", "noun3", "verb", "verb2", "adjective")
        plain |= {name: world.word(random) for name in drawn}
        return {name: Slot(words) for name, words in plain.items()}

    def _slots(self, event: _Event) -> dict[str, Slot]:
        random, own = self._random, self._data["kinds"][event.kind]
        when = Time(edtf=event.day.isoformat(), role="event", basis="relative")
        weekday = self._data["days"].split()[event.day.weekday()]
        month = self._data["months"].split()[event.day.month - 1]
        exact = replace(when, basis="explicit")
        dead, hurt = _counted(random, event.killed), _counted(random, event.injured)
        past = random.randrange(50, 900)
        device = own["means"].get(event.device)
        return self._words() | {
            "town": Slot(event.town.name, event.town),
            "day": Slot(f"on {weekday}", when),
            "back": Slot(f"on {month} {event.day.day}, {event.day.year}", exact),
            "killed": Slot(str(dead), _figure("killed", dead)),
            "injured": Slot(str(hurt), _figure("injured", hurt)),
            "earlier": Slot(str(past), _figure("killed", past), background=True),
            "means": Slot(event.device or "", _device(device) if device else None),
            "site": Slot(event.site, Target(kind=own["sites"][event.site])),
            "said": Slot(random.choice(self._data["said"])),
            "victim": Slot(event.people[0]),
            "suspect": Slot(event.people[1]),
            "weekday": Slot(weekday),
            "age": Slot(str(event.ages[0])),
            "street": Slot(event.street),
            "block": Slot(str(100 + event.ages[1] * 10)),
        }


def _counted(random: Random, true: int) -> int:
    """A figure as one report gives it: now and then an earlier, lower one."""
    return max(1, true - random.randrange(1, 4)) if random.random() < 0.2 else true


def _figure(metric: Metric, value: int) -> Figure:
    return Figure(metric=metric, comparator="eq", value=value, low=value, high=value)


def _device(instrument: str) -> Means:
    return Means(instrument=instrument, comparator="eq", value=1, low=1, high=1)
