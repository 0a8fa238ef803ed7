"""Targets: what was hit or where it happened, told in invented sentences."""

from __future__ import annotations

import pytest

from sourcebook.extract.parsed import parse
from sourcebook.extract.targets import find_targets
from sourcebook.model.claim import Target
from sourcebook.model.report import Report, Text


def told(text: str, title: str = "") -> list[tuple[str, str | None]]:
    report = Report.of(Text.of(text, language="en"), source_id="1", title=title)
    found = [d.payload for d in find_targets(next(iter(parse([report]))))]
    return [(p.kind, p.name) for p in found if isinstance(p, Target)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb exploded at a bus station in Brno.", "bus_station"),
        ("Gunmen attacked the consulate.", "consulate"),
        ("Five people were shot at a nightclub.", "nightclub"),
        ("A suicide bomber blew himself up inside a mosque.", "mosque"),
        ("A missile hit a tram near the bridge.", "tram"),
        ("Rockets hit a school and killed nine children.", "school"),
        ("Nine people died in a fire at a factory.", "factory"),
    ],
)
def test_facilities_that_were_hit(text: str, kind: str) -> None:
    assert kind in {k for k, _ in told(text)}


def test_names_are_kept() -> None:
    found = told("A bomb exploded outside the Harbour Hill Hospital.")
    assert found == [("hospital", "Harbour Hill Hospital")]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were taken to hospital.",
        "He was pronounced dead at a hospital.",
        "The suspect is being held in the county jail.",
        "She works at a school.",
        "Officials spoke at the consulate on Monday.",
    ],
)
def test_places_of_care_and_other_places_are_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The tram overturned on a bend, killing seven.",
        "A bomber drove a car packed with explosives into a crowd.",
        "The gunman fired from a hotel, killing six.",
        "He bought the rifle at a gun shop.",
        "Police found two bombs in the car.",
    ],
)
def test_the_attacker_s_own_things_and_accident_vehicles_are_no_targets(
    text: str,
) -> None:
    assert told(text) == []
