"""Whose number it is where no verb of saying tells it."""

from __future__ import annotations

import pytest

from saying import chain, names, read

NUMBERS = [
    (
        "Col. Hugo Marin, for the army, spoke of four soldiers dead and seven wounded.",
        "wounded",
        ["Hugo Marin"],
    ),
    (
        "Provincial officials later spoke of 157 fatalities.",
        "157",
        ["Provincial officials"],
    ),
    ("Witnesses told of seeing seven bodies.", "bodies", ["Witnesses"]),
    ("Officials spoke of a difficult night.", "night", []),
    ("The rebels boasted of killing 30 soldiers.", "killing", ["rebels"]),
    (
        "Reuters, quoting a doctor at the hospital, put the number of dead at 30.",
        "30",
        ["Reuters", "doctor"],
    ),
    ("The minister gave the toll as ten.", "ten", ["minister"]),
    (
        "The rescue office lowered its count of those killed to 241, then raised it to 250.",
        "250",
        ["rescue office"],
    ),
    ("Two more deaths raised the toll to 12.", "12", []),
    ("An earlier storm had raised the toll to 12.", "12", []),
    ("The health ministry's tally stood at 40 dead.", "40", ["health ministry"]),
    ("The city's death toll stood at 40.", "40", []),
    ("The toll stood at 40.", "40", []),
    ("A statement by the army gave 12 dead.", "12", ["army"]),
    ("A tally by the health ministry showed 40 dead.", "40", ["health ministry"]),
    ("The Red Cross reported 59 dead and 175 wounded.", "wounded", ["Red Cross"]),
    ("Protest leaders claim five dead.", "dead", ["Protest leaders"]),
    (
        "The institute has put the toll from the conflict - now in its sixth year - at 470.",
        "470",
        ["institute"],
    ),
    (
        "The spokesman claimed a different harvest: nine soldiers wounded, no civilians hurt.",
        "hurt",
        ["spokesman"],
    ),
    ("By the ministry's count, 40 people were killed.", "killed", ["ministry"]),
    ("By the army's own account 12 soldiers died.", "died", ["army"]),
    ("By the end of the day 12 soldiers had died.", "died", []),
    (
        "Based on reports from the national police, 15 others were killed.",
        "killed",
        ["national police"],
    ),
]


@pytest.mark.parametrize(("text", "anchor", "expected"), NUMBERS)
def test_src_1_who_gives_a_number(text: str, anchor: str, expected: list[str]) -> None:
    assert names(chain(read(text), anchor)) == expected


BESIDE = [
    ("Twelve people died. That was the count of the ministry.", "died", ["ministry"]),
    ("Twelve people died. The figures came from the army.", "died", ["army"]),
    ("Twelve people died. The toll was given by the army.", "died", ["army"]),
    ("Twelve people died. That was the end of the march.", "died", []),
    ("Twelve people died. The toll was given in haste.", "died", []),
    (
        "Twelve people died, the army said. The toll included two children.",
        "children",
        ["army"],
    ),
    (
        "Two bombs killed 21, medics said. The first, near a bakery, killed 13.",
        "13",
        ["medics"],
    ),
    ("Twelve people died, the army said. The march included children.", "children", []),
]


@pytest.mark.parametrize(("text", "anchor", "expected"), BESIDE)
def test_src_1_who_gave_the_number_told_before(
    text: str, anchor: str, expected: list[str]
) -> None:
    assert names(chain(read(text), anchor)) == expected
