"""Offices and letters: who is meant by "the Norwegian prime minister" or a front's letters."""

from __future__ import annotations

import pytest

from sourcebook.extract.holders import Holders, office_in
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.model.report import Report, Text


def parsed(text: str) -> Parsed:
    report = Report.of(Text.of(text, language="en"), source_id="1", title="")
    return next(iter(parse([report])))


@pytest.mark.parametrize(
    ("text", "name", "holder"),
    [
        (
            "Prime Minister Ingrid Halle vowed an inquiry into the fire.",
            "Norwegian prime minister",
            "Ingrid Halle",
        ),
        (
            "The mayor of Harwick, Paul Denning, visited the wounded.",
            "mayor",
            "Paul Denning",
        ),
        (
            "Harwick Police Chief Carla Munez spoke to reporters.",
            "police chief",
            "Carla Munez",
        ),
        ("Singer Adela Vance mourned her cousin.", "singer", "Adela Vance"),
    ],
)
def test_an_office_is_told_by_its_holder(text: str, name: str, holder: str) -> None:
    assert Holders(parsed(text)).of(name) == holder


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Former mayor Paul Denning spoke.", "mayor"),
        ("Foreign Minister Ann Holt spoke.", "interior minister"),
        ("President Marlo Dane spoke.", "Egyptian president"),
        ("The spokesman for the mayor, Jan Orr, spoke.", "mayor"),
        ("Mayor Paul Denning met Mayor Ruth Cole.", "mayor"),
        ("Union leader Pat Moran spoke.", "leader"),
    ],
)
def test_another_office_or_two_holders_leave_the_words(text: str, name: str) -> None:
    assert Holders(parsed(text)).of(name) == name


def test_a_body_is_shown_with_its_letters() -> None:
    report = parsed(
        "The Free Valley Front (FVF) attacked. The Norland Relief Union did not."
    )
    holders = Holders(report)
    assert holders.of("Free Valley Front") == "Free Valley Front (FVF)"
    assert holders.of("FVF") == "Free Valley Front (FVF)"
    assert holders.of("Norland Relief Union") == "Norland Relief Union"


def test_words_of_no_office_are_none() -> None:
    assert office_in("union president") is None
    assert office_in("leader") is None
    assert office_in("police") is None
