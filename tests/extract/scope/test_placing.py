"""SCP-1 and SCP-3: which place and facility a figure's words support."""

from collections.abc import Callable
from typing import Any

TWO_CITIES = (
    "More than 100 people were killed in a series of attacks in Ruland on Monday.\n\n"
    "A car bomb struck a bus station in Norwick. More than 33 people were killed, an official "
    "said.\n\nIn Harlow, dozens died when a suicide bomber hit a clinic."
)


def two_cities(tell: Callable[..., Any]) -> object:
    telling = tell(TWO_CITIES)
    telling.place("Ruland", "country").place("Norwick").place("Harlow")
    telling.target("bus station", "bus_station").target("clinic", "hospital")
    telling.figure("More than 100 people", value=100)
    telling.figure("More than 33 people", value=33)
    return telling.figure("dozens", value=None)


def test_scp_1_a_place_in_the_clause_is_explicit(tell: Callable[..., Any]) -> None:
    telling = two_cities(tell)
    setting = telling.settle("dozens").setting
    assert setting.place == telling.claim("Harlow").id
    assert setting.basis == "explicit"


def test_scp_1_a_place_in_the_sentence_before_is_adjacent(
    tell: Callable[..., Any],
) -> None:
    telling = two_cities(tell)
    setting = telling.settle("More than 33 people").setting
    assert setting.place == telling.claim("Norwick").id
    assert setting.target == telling.claim("bus station").id
    assert setting.basis == "adjacent_sentence"


def test_scp_1_else_the_report_s_own_place_is_inferred(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A bomb went off in Norwick.\n\nShops were closed.\n\nFive people were killed, police said."
    )
    telling.place("Norwick").figure("Five people", value=5)
    setting = telling.settle("Five people").setting
    assert setting.place == telling.claim("Norwick").id
    assert setting.basis == "inferred_overall"


def test_scp_3_a_site_of_the_incident_keeps_its_own_total(
    tell: Callable[..., Any],
) -> None:
    telling = two_cities(tell)
    settled = telling.settle("More than 33 people")
    assert settled.role == "incident_total"
    assert settled.setting.part == "site"


def test_scp_3_the_whole_is_no_site(tell: Callable[..., Any]) -> None:
    settled = two_cities(tell).settle("More than 100 people")
    assert settled.role == "incident_total"
    assert settled.setting.part is None


def test_two_places_of_one_clause_belong_to_the_whole(tell: Callable[..., Any]) -> None:
    telling = tell("Bombs killed 150 people in Norwick and Harlow on Monday.")
    telling.place("Norwick").place("Harlow").figure("150 people", value=150)
    setting = telling.settle("150 people").setting
    assert setting.place is None
    assert setting.basis == "explicit"


def test_datelines_place_nothing(tell: Callable[..., Any]) -> None:
    telling = tell("Five people were killed when a bridge collapsed near Harlow.")
    telling.place("Harlow", role="dateline").figure("Five people", value=5)
    assert telling.settle("Five people").setting.place is None


def test_the_time_of_the_event_is_kept(tell: Callable[..., Any]) -> None:
    telling = tell("Five people were killed on Monday. Two more were hurt.")
    telling.time("Monday", "2031-06-09").figure("Five people", value=5)
    assert telling.settle("Five people").setting.time == telling.claim("Monday").id
