"""NUM-20, SCP-8: who is told one by one, and whether anybody else was hit."""

from collections.abc import Callable
from typing import Any


def single(telling: Any, *quotes: str, metric: str = "injured", **hints: object) -> Any:
    for quote in quotes:
        telling.figure(quote, metric, 1, part="single_person", **hints)
    return telling


def test_num_20_ages_tell_a_boy_and_a_man_told_once_each_apart(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A 14 year old boy is dead and a 17 year old is wounded after shots in Norwick."
    )
    single(telling, "A 14 year old boy", metric="killed")
    single(telling, "a 17 year old")
    assert telling.roles() == ["part_of_total", "part_of_total"]


def test_num_20_somebody_named_beside_the_deed_is_no_second_victim(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A 5-year-old boy was shot in Norwick on Sunday.\n\nThe boy is stable.\n\n"
        "The child was flown to a clinic.",
        title="Man arrested after son is shot in hand",
    )
    single(telling, "Man", "A 5-year-old boy", "The boy", "The child")
    assert telling.roles()[1:] == ["incident_total"] * 3


def test_num_20_a_town_told_as_a_victim_is_nobody(tell: Callable[..., Any]) -> None:
    telling = tell(
        "Oren Vale, 15, of Norwick was shot on Sunday.\n\nVale died at the scene.",
        title="Boy shot in Norwick",
    )
    telling.figure("Norwick", "injured", 1, part="single_person", at="Norwick was shot")
    single(telling, "Vale", metric="killed")
    assert telling.settle("Vale").role == "incident_total"


def test_num_19_a_count_that_takes_in_the_killer_leaves_one_victim(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A Norwick woman shot her 5-year-old son and then herself on Sunday.\n\n"
        "Officers found two gunshot victims. The woman died in hospital."
    )
    single(telling, "A Norwick woman", metric="killed", population="attackers")
    single(telling, "her 5-year-old son")
    telling.figure("two gunshot victims", "casualties", 2)
    single(telling, "The woman", metric="killed")
    assert telling.settle("her 5-year-old son").role == "incident_total"


def test_num_19_who_shot_only_himself_is_the_only_victim(
    tell: Callable[..., Any],
) -> None:
    telling = tell("A boy of ten shot himself dead in Norwick on Sunday.")
    single(telling, "A boy", metric="killed", population="attackers")
    assert telling.roles() == ["incident_total"]


def test_num_13_all_dead_beside_all_hurt_are_no_part(tell: Callable[..., Any]) -> None:
    telling = tell("A tram left the rails in Norwick: Seven dead and 50 injured.")
    telling.figure("Seven", value=7).figure("50", "injured", 50)
    assert telling.roles() == ["incident_total", "incident_total"]


def test_num_20_another_man_is_nobody_told_before_him(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Officers came at four. They found Adan Brooke of Norwick dead and another "
        "man, Colm Reyes of Arden, wounded.",
        title="Victim killed in shots was a teenager",
    )
    single(telling, "Victim", "Adan Brooke", metric="killed")
    single(telling, "another man")
    assert telling.roles() == ["part_of_total"] * 3


def test_num_20_another_boy_whom_a_boy_shot_is_the_only_victim(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A boy shot another boy in Norwick on Sunday.\n\n"
        "Oren Vale, 12, was flown to a clinic."
    )
    single(telling, "another boy", "Oren Vale")
    assert telling.roles() == ["incident_total", "incident_total"]


def test_num_20_another_boy_who_was_found_is_a_second_victim(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A boy was shot in Norwick on Sunday.\n\nOfficers found another boy nearby."
    )
    single(telling, "A boy", "another boy")
    assert telling.roles() == ["part_of_total", "part_of_total"]


def test_num_20_ages_a_year_apart_may_be_of_one_child(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A 2-year-old girl was shot in Norwick on Sunday.\n\nThe girl was at home.\n\n"
        "Neighbours wept in the street.\n\nA 3-year-old was shot here.\n\nThe 3-year-old slept."
    )
    single(telling, "A 2-year-old girl", "A 3-year-old", "The 3-year-old")
    assert telling.roles() == ["incident_total"] * 3


def test_num_20_a_speaker_is_no_second_dead(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A Norwick man was killed on Sunday.\n\nSheriff Oren Vale said the man fell."
    )
    single(telling, "A Norwick man", "Sheriff Oren Vale", metric="killed")
    assert telling.roles()[0] == "incident_total"


def test_num_20_others_without_a_number_are_hit_too(tell: Callable[..., Any]) -> None:
    telling = tell(
        "The murder of Father Oren Vale and the other priests shocked Norwick."
    )
    single(telling, "Father Oren Vale", metric="killed")
    assert telling.roles() == ["part_of_total"]
