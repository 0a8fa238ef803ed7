"""SCP-2: the event of a clause, by its own date, place, actor, or the sentence before."""

from collections.abc import Callable
from typing import Any

import pytest

LEAD = (
    "A bomb killed 12 soldiers at an army camp in Hamburg on Tuesday, officials said.\n\n"
    "The blast tore through the barracks at dawn.\n\n"
    "The army has sealed off the area."
)


@pytest.mark.parametrize(
    ("said", "quote", "value"),
    [
        (
            "The last major blast was in February. It killed 61 people.",
            "61 people",
            61,
        ),
        (
            "They also claim the March attack on a bar. There 20 people were hurt in the attack.",
            "20 people",
            20,
        ),
        (
            "The rebels call it revenge for strikes in Bremen that left 28 farmers dead.",
            "28 farmers",
            28,
        ),
        ("It was in response to raids which killed 9 monks.", "9 monks", 9),
        ("Then 3 men died when jets bombed another camp.", "3 men", 3),
        (
            "Tuesday's attack follows two this month. In Bremen, a man was said to have killed 2 guards.",
            "2 guards",
            2,
        ),
        ("Later 6 men died when troops raided the farm in 2029.", "6 men", 6),
    ],
)
def test_scp_2_a_clause_of_another_event(
    tell: Callable[..., Any], said: str, quote: str, value: int | None
) -> None:
    telling = tell(f"{LEAD}\n\n{said}").figure("12 soldiers", value=12)
    assert telling.figure(quote, value=value).settle(quote).role == "background"


def test_scp_2_parts_of_one_action_in_several_towns_stay(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Bombs in Hamburg and Bremen killed 12 people on Tuesday.\n\n"
        "Police closed the roads.\n\nHospitals asked for blood.\n\n"
        "In Bremen, a bomb at a market killed 4 people."
    ).figure("12 people", value=12)
    telling.figure("4 people", value=4)
    assert "background" not in telling.roles()


def test_scp_2_the_event_with_most_figures_where_the_lead_has_none(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "The march of the farmers ended at the town hall.\n\n"
        "Its leader then went home.\n\nThe mayor thanked them.\n\n"
        "Roads were open again.\n\n"
        "The disturbances left 3 people dead and 9 people hurt. They left 2 guards hurt."
    )
    telling.figure("3 people", value=3).figure("9 people", "injured", value=9)
    telling.figure("2 guards", "injured", value=2)
    assert telling.roles()[:2] == ["incident_total", "incident_total"]


def test_scp_2_a_fact_in_passing_is_no_incident(tell: Callable[..., Any]) -> None:
    telling = tell(
        "The senate passed the budget of the state.\n\nThe mayor thanked its members.\n\n"
        "Trade rose again in the spring.\n\nPrices fell in most of the towns.\n\nHe named a square for a farmer who drowned."
    ).figure("a farmer", value=1)
    assert telling.roles() == ["background"]
