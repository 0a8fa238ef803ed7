"""SCP-2: figures about something else than the report's own incident."""

from collections.abc import Callable
from typing import Any

import pytest

from sourcebook.extract.scope import Settled

LEAD = (
    "A bomb killed 12 people at a market in Norwick on Tuesday, police said.\n\n"
    "The blast tore through stalls at noon.\n\n"
    "Witnesses spoke of smoke."
)


def background(
    tell: Callable[..., Any],
    sentence: str,
    quote: str,
    metric: str = "killed",
    value: int | None = 40,
    title: str = "",
    at: str | None = None,
) -> Settled:
    telling = tell(LEAD + "\n\n" + sentence, title=title)
    telling.figure("12 people", value=12)
    return telling.figure(quote, metric, value, at=at).settle(at or quote)


@pytest.mark.parametrize(
    ("sentence", "quote", "cue"),
    [
        ("It is a war that has killed 90,000 people.", "90,000 people", "war_toll"),
        (
            "The insurgency has left 4,000 civilians dead.",
            "4,000 civilians",
            "war_toll",
        ),
        (
            "Some 300 people have been killed in the province since 2024.",
            "300 people",
            "long_run",
        ),
        (
            "At least 60 people have died in bombings over the past two years.",
            "60 people",
            "long_run",
        ),
        ("Bombs kill 200 people every year in the country.", "200 people", "rate"),
        (
            "It was the 31st person killed in Norwick this year.",
            "the 31st person",
            "running_count",
        ),
        (
            "It was the worst blast there since 2019, when 40 people died.",
            "40 people",
            "comparison",
        ),
        (
            "In 2012, a gunman shot 40 people at a school in Harlow.",
            "40 people",
            "other_date",
        ),
        ("In March, 40 people died in Harlow.", "40 people", "other_date"),
        (
            "Last month a truck bomb killed 40 people in Harlow.",
            "40 people",
            "other_date",
        ),
        (
            "In a separate attack in Harlow, gunmen killed 40 people.",
            "40 people",
            "other_event",
        ),
        ("The 2019 Harlow bombing killed 40 people.", "40 people", "other_event"),
    ],
)
def test_scp_2_background_by_its_words(
    tell: Callable[..., Any], sentence: str, quote: str, cue: str
) -> None:
    settled = background(tell, sentence, quote)
    assert settled.role == "background"
    assert settled.setting.background in {cue, "other_event"}


def test_scp_2_displaced_residents_are_background(tell: Callable[..., Any]) -> None:
    settled = background(
        tell,
        "Norwick is home to thousands of displaced people.",
        "thousands of displaced people",
        metric="displaced",
        value=None,
    )
    assert settled.setting.background == "resident_population"


def test_scp_2_a_superlative_keeps_the_toll(tell: Callable[..., Any]) -> None:
    text = (
        "The attack, the deadliest since 2019, killed 40 people in Norwick on Monday."
    )
    assert tell(text).figure("40 people", value=40).roles() == ["incident_total"]


def test_scp_2_a_lead_dated_last_month_is_the_incident(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Police named the man who killed three people in Norwick last month."
    )
    assert telling.figure("three people", value=3).roles() == ["incident_total"]


def test_scp_2_a_follow_up_finds_its_own_date(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A man was sentenced on Monday for killing his brother in Norwick.\n\n"
        "Tom Brandt, 31, was shot in his kitchen in March 2029, prosecutors said."
    )
    telling.figure("his brother", value=1, part="single_person")
    telling.figure("Tom Brandt", value=1, part="single_person")
    assert telling.roles() == ["incident_total", "incident_total"]


def test_scp_2_a_digression_lasts_until_the_report_returns(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        LEAD
        + "\n\nIn 2019, gunmen stormed a hotel in Harlow. They killed 40 guests before "
        "fleeing.\n\nOn Tuesday, rescuers pulled 9 bodies from the market."
    )
    telling.figure("12 people", value=12).figure("40 guests", value=40)
    telling.figure("9 bodies", value=9)
    assert telling.roles() == ["incident_total", "background", "part_of_total"]


def test_scp_2_a_list_of_earlier_events_is_background(tell: Callable[..., Any]) -> None:
    telling = tell(
        LEAD + "\n\nHarlow school: 12 killed\n\nA man opens fire in a school.\n\n"
        "Ostend station: 22 dead\n\nA man shoots 22 people."
    )
    telling.figure("12 people", value=12)
    telling.figure("12 killed", value=12, at="12 killed").figure("22 people", value=22)
    assert telling.roles() == ["incident_total", "background", "background"]


def test_scp_2_a_report_without_an_incident_has_only_background(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "The club presented its new coach.\n\nHe thanked the fans. The season starts soon. "
        "Tickets are on sale.\n\nHis predecessor broke a leg when he fell off a horse.",
        title="Norwick presents new coach",
    )
    telling.figure("His predecessor", "injured", 1, part="single_person")
    assert telling.settle("His predecessor").setting.background == "no_incident"


def test_scp_2_a_superlative_since_a_year_dates_nothing(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        LEAD
        + "\n\nThe blast, the worst in the state since 1924, also injured 31 people."
    )
    telling.figure("12 people", value=12).figure("31 people", "injured", 31)
    assert telling.roles() == ["incident_total", "incident_total"]


def test_scp_2_a_date_days_before_the_incident_is_another_event(
    tell: Callable[..., Any],
) -> None:
    telling = tell(LEAD + "\n\nGunmen killed 40 guests at a hotel there on May 20.")
    telling.figure("12 people", value=12).figure("40 guests", value=40)
    telling.time("Tuesday", "2031-06-10").time("May 20", "2031-05-20")
    assert telling.roles() == ["incident_total", "background"]


def test_scp_2_a_person_named_in_the_lead_is_never_background(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Police remember Officer Dana Reed, who was killed in Norwick.\n\nHer friends met on "
        "Monday.\n\nReed was shot last year, they said."
    )
    telling.figure("Officer Dana Reed", value=1, part="single_person")
    telling.figure("Reed", value=1, at="Reed was shot", part="single_person")
    assert telling.roles() == ["incident_total", "incident_total"]


def test_scp_2_words_that_only_look_like_another_event(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        LEAD + "\n\nThree people were hurt and another is fighting for her life.\n\n"
        "Earlier in the day, the bomber shot two people at a gate."
    )
    telling.figure("12 people", value=12).figure("Three people", "injured", 3)
    telling.figure("two people", "injured", 2)
    assert "background" not in telling.roles()


def test_scp_2_a_roundup_keeps_its_sums(tell: Callable[..., Any]) -> None:
    telling = tell(
        "Five people were killed in shootings across Norwick since Friday.\n\n"
        "At least 12 others were wounded in shootings across the city."
    )
    telling.figure("Five people", value=5).figure("At least 12 others", "injured", 12)
    assert telling.roles() == ["incident_total", "incident_total"]


def test_scp_2_figures_told_in_one_row_share_their_cue(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        LEAD + "\n\nThe war has left 4,000 people dead and 9,000 wounded so far."
    )
    telling.figure("12 people", value=12).figure("4,000 people", value=4000)
    telling.figure("9,000", "injured", 9000)
    assert telling.roles() == ["incident_total", "background", "background"]


def test_scp_2_victims_of_the_war_killed_today_are_the_incident(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Two aid workers were killed today in Norwick, victims of the island's war."
    )
    assert telling.figure("Two aid workers", value=2).roles() == ["incident_total"]


def test_scp_2_officers_who_fire_back_are_in_the_same_shooting(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        LEAD + "\n\nThe guards fired back and a clerk was hit by a stray bullet."
    )
    telling.figure("12 people", value=12).figure("a clerk", "injured", 1)
    assert "background" not in telling.roles()
