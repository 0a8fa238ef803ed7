"""SCP-2: what an attack avenges is another event, also where it is told of alone."""

from collections.abc import Callable
from typing import Any

import pytest

from sourcebook.extract.extractor import RuleExtractor
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report, Text

LEAD = (
    "A bomber rammed a truck into the Arden embassy in Norwick on Tuesday, killing six "
    "people, officials said.\n\n"
    "The blast left a crater in the road.\n\n"
)
CLAIM = "The Grey Tide said it was in retaliation for air strikes last week in Harlow."


@pytest.mark.parametrize(
    "claim",
    [
        CLAIM,
        'The Grey Tide called it a "revenge attack" for coalition air strikes in Harlow.',
        "The Grey Tide said it wanted to avenge the air strikes of last week in Harlow.",
        "The Grey Tide spoke of a reprisal raid for airstrikes on a village.",
    ],
)
def test_SCP_2_the_toll_of_the_avenged_strikes_is_background(
    tell: Callable[..., Any], claim: str
) -> None:
    telling = tell(
        LEAD + claim + "\n\nThe strikes killed four children and led to protests."
    )
    telling.figure("six people", value=6)
    telling.figure("four children", value=4)
    assert telling.roles() == ["incident_total", "background"]


def test_SCP_2_the_incident_may_be_that_of_the_sentences_before(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        LEAD + CLAIM + "\n\n"
        "The ministry said it was investigating the air strikes in Harlow. Troops "
        "reportedly called for help after they had been surrounded.\n\n"
        "Some 30 civilians were killed in the incident, local officials said."
    )
    telling.figure("six people", value=6)
    telling.figure("Some 30 civilians", value=30)
    assert telling.roles() == ["incident_total", "background"]


def test_SCP_2_the_incident_is_the_reports_own_where_nothing_else_is_told(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        LEAD + CLAIM + "\n\nNine people were hurt in the incident, officials said."
    )
    telling.figure("six people", value=6)
    telling.figure("Nine people", "injured", value=9)
    assert telling.roles() == ["incident_total", "incident_total"]


def test_SCP_2_strikes_in_return_for_strikes_stay_the_reports_own(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Air strikes on Norwick killed six people on Tuesday, officials said.\n\n"
        "Witnesses saw jets in the sky over the port.\n\n"
        "The army said they were in retaliation for air strikes on Harlow.\n\n"
        "The strikes also wounded nine people."
    )
    telling.figure("six people", value=6)
    telling.figure("nine people", "injured", value=9)
    assert telling.roles() == ["incident_total", "incident_total"]


def extracted(text: str) -> list[Claim]:
    report = Report.of(Text.of(text, language="en"), source_id="1")
    ((_, claims),) = RuleExtractor().extract([report])
    return list(claims)


def test_RSP_3_who_is_avenged_on_did_not_do_it() -> None:
    claims = extracted(
        LEAD + 'The Grey Tide said the bombing was a "revenge attack" for US air '
        "strikes this month in Harlow province that left 32 civilians dead."
    )
    told = [
        c
        for c in claims
        if getattr(c.payload, "actor", "") == "United States"
        or getattr(c.payload, "instrument", "") == "aerial_bomb"
    ]
    assert told
    assert all(c.setting.background for c in told)
