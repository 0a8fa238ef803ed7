"""SCP-2 in reports of shootings and in older wires: words, names, lists, links."""

from collections.abc import Callable
from typing import Any

import pytest

LEAD = (
    "A bomb killed 12 people at a market in Norwick on Tuesday, police said.\n\n"
    "The blast tore through stalls at noon.\n\n"
    "Witnesses spoke of smoke."
)


@pytest.mark.parametrize(
    ("sentence", "quote", "value"),
    [
        (
            "The country endures a civil war in which 9,000 people have died.",
            "9,000 people",
            9000,
        ),
        ("So far this month 20 people have been killed.", "20 people", 20),
        ("In less than two months, 20 traders have been killed.", "20 traders", 20),
        ("Some 20 people have died due to political violence.", "Some 20 people", 20),
        (
            "They are a group that has killed 15 traders.",
            "15 traders",
            15,
        ),
        (
            "He called it revenge for the killing of 3 rebels.",
            "3 rebels",
            3,
        ),
        (
            'They called it a "revenge attack" for air strikes this month in the far'
            " and hilly province of Norland that left 28 civilians dead.",
            "28 civilians",
            28,
        ),
        ("He recalled the massacre of 14 farmers.", "14 farmers", 14),
        ("Rebels killed 200 people in the province.", "200 people", 200),
        ("Rebels recently murdered 9 farmers.", "9 farmers", 9),
        ("Victims of political violence number 18 now.", "18", 18),
        ("He is the third mayor killed in the last 3 days.", "the third mayor", 1),
        ("Six were injured in a violent weekend in Norwick.", "Six", 6),
        ("Shootings earlier Monday wounded 3 men.", "3 men", 3),
        ("The murder was linked to the killing of a guard.", "a guard", 1),
        ("Some 127 people have died since the fighting began.", "Some 127", 127),
        ("Many of them died from gun violence.", "Many of them", None),
    ],
)
def test_scp_2_words_that_lead_elsewhere(
    tell: Callable[..., Any], sentence: str, quote: str, value: int | None
) -> None:
    telling = tell(LEAD + "\n\n" + sentence).figure("12 people", value=12)
    assert telling.figure(quote, value=value).settle(quote).role == "background"


def test_scp_2_a_year_counts_from_the_dateline(tell: Callable[..., Any]) -> None:
    text = "Filed on 12 May 1990.\n\n" + LEAD
    telling = tell(text + "\n\nGunmen killed 13 guards in 1985.", published=None)
    telling.time("12 May 1990", "1990-05-12", role="publication")
    telling.figure("12 people", value=12).figure("13 guards", value=13)
    assert telling.settle("13 guards").setting.background == "other_date"


def test_scp_2_a_person_of_another_event_stays_one(tell: Callable[..., Any]) -> None:
    telling = tell(
        LEAD + "\n\nIn 2019 gunmen killed Peter Brandt in Harlow.\n\n"
        "Police never solved the murder of Brandt."
    )
    telling.figure("12 people", value=12)
    telling.figure("Peter Brandt", value=1, part="single_person")
    last = "the murder of Brandt"
    telling.figure("Brandt", value=1, part="single_person", at=last)
    assert telling.roles()[1:] == ["background", "background"]


def test_scp_2_the_people_of_the_lead_end_a_digression(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Four men were shot in Norwick on Sunday, police said.\n\n"
        "They stood outside a bar on the main street.\n\n"
        "Another shooting hurt a man in Harlow at dawn. The four victims are stable."
    )
    telling.figure("Four men", "injured", 4).figure("a man", "injured", 1)
    telling.figure("The four victims", "injured", 4)
    assert telling.roles() == ["incident_total", "background", "incident_total"]


def test_scp_2_links_to_other_stories_are_background(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A man was shot dead in Norwick on Sunday, police said.\n\n"
        "Related articles\n\nHarlow: Coroner names driver killed in crash\n\n"
        "The man was found in a garage."
    )
    telling.figure("A man", value=1, part="single_person")
    telling.figure("driver", value=1, part="single_person")
    assert telling.settle("driver").role == "background"
    assert telling.settle("A man").role == "incident_total"


def test_num_20_each_entry_of_a_blotter_has_its_own_victims(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "The following was provided by police.\n\n"
        "Shooting: A teen was shot in the leg on Elm Street on Sunday.\n\n"
        "Shooting: Two men were shot outside a bar. One of the men died.",
        title="Police blotter for Norwick",
    )
    telling.figure("A teen", "injured", 1, part="single_person")
    telling.figure("Two men", "injured", 2)
    assert telling.roles() == ["incident_total", "incident_total"]


def test_scp_2_what_became_known_later_is_the_incident(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A rebel leader died in a clash in Norwick, papers said on May 20.\n\n"
        "The army killed 15 rebels in the clash on May 12, they said."
    )
    telling.time("May 20", "2031-05-20").time("May 12", "2031-05-12")
    telling.figure("A rebel leader", value=1, part="single_person")
    assert telling.figure("15 rebels", value=15).settle("15 rebels").role != (
        "background"
    )


@pytest.mark.parametrize(
    ("sentence", "quote", "value"),
    [
        ("Nine people were shot in Norwick within ten hours.", "Nine people", 9),
        ("So far two mayors have been murdered in 15 days.", "two mayors", 2),
    ],
)
def test_scp_2_a_group_behind_a_lead_of_one_is_of_another_event(
    tell: Callable[..., Any], sentence: str, quote: str, value: int
) -> None:
    telling = tell(
        "Mayor Oren Vale was shot dead in Norwick on Sunday.\n\n"
        "A van was seen speeding off.\n\n"
        "Police are looking for people who saw it.\n\n" + sentence
    )
    telling.figure("Mayor Oren Vale", value=1).figure(quote, value=value)
    assert telling.roles() == ["incident_total", "background"]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Both were taken to a clinic, where they died.", "Both"),
        ("Two others were killed as they ran.", "Two others"),
        ("Two guards were killed in the attack.", "Two guards"),
        ("The gunmen shot him and killed two guards.", "two guards"),
        ("Two guards of Vale were killed.", "Two guards"),
    ],
)
def test_scp_2_a_group_that_points_back_is_of_the_own_event(
    tell: Callable[..., Any], sentence: str, quote: str
) -> None:
    telling = tell(
        "Mayor Oren Vale was shot dead in Norwick on Sunday.\n\n"
        "A van was seen speeding off.\n\n"
        "Police are looking for people who saw it.\n\n" + sentence
    )
    telling.figure("Mayor Oren Vale", value=1).figure(quote, value=2)
    assert telling.roles()[0] == "part_of_total"
    assert telling.roles()[1] != "background"


def test_scp_2_a_lead_that_counts_one_may_have_more_of_its_own(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "One victim lay dead in Norwick on Sunday.\n\n"
        "A van was seen speeding off.\n\n"
        "Police are looking for people who saw it.\n\nOfficers found two men wounded by a wood."
    )
    telling.figure("One victim", value=1).figure("two men", "injured", 2)
    assert telling.roles()[1] == "incident_total"


def test_scp_2_a_death_not_to_be_forgotten_is_of_another_event(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Gunmen killed three clerks in Norwick on Sunday, police said.\n\n"
        "We must not forget the murder of Bishop Oren Vale."
    )
    telling.figure("three clerks", value=3).figure("Bishop Oren Vale", value=1)
    assert telling.roles() == ["incident_total", "background"]
