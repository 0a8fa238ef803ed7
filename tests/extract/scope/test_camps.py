"""Each camp of a fight counts its own people (SCP-3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

WHOLE, PART = "incident_total", "part_of_total"


@pytest.mark.parametrize(
    ("text", "first", "second", "roles"),
    [
        (
            "Five rebels and three soldiers were killed in a clash near Norwick on Sunday.",
            ("Five rebels", 5, "combatants"),
            ("three soldiers", 3, "security_forces"),
            [WHOLE, WHOLE],
        ),
        (
            "Police clashed with villagers in Norwick. Eleven villagers and four officers were hurt.",
            ("Eleven villagers", 11, "persons"),
            ("four officers", 4, "security_forces"),
            [WHOLE, WHOLE],
        ),
        (
            "A bomb killed three soldiers and five villagers in Norwick on Monday.",
            ("three soldiers", 3, "security_forces"),
            ("five villagers", 5, "persons"),
            [PART, PART],
        ),
        (
            "Rebels raided Norwick, killing 20 villagers and three policemen.",
            ("20 villagers", 20, "persons"),
            ("three policemen", 3, "security_forces"),
            [PART, PART],
        ),
        (
            "Eight people, including five rebels, died in a gunbattle in Norwick.",
            ("Eight people", 8, "persons"),
            ("five rebels", 5, "combatants"),
            [WHOLE, PART],
        ),
    ],
)
def test_scp_3_each_camp_of_a_fight_has_a_total(
    tell: Callable[..., Any],
    text: str,
    first: tuple[str, int, str],
    second: tuple[str, int, str],
    roles: list[str],
) -> None:
    telling = tell(text)
    for quote, value, population in (first, second):
        telling.figure(quote, value=value, population=population)
    assert telling.roles() == roles
