"""Which date is that of the incident (TIM-3), told in invented sentences."""

from __future__ import annotations

import pytest

from sourcebook.extract.dating import likelihood, signs
from sourcebook.extract.parsed import parse
from sourcebook.extract.times import dates
from sourcebook.model.report import Report, Text

THURSDAY = "2016-05-26"


def told(text: str, title: str = "") -> dict[str, tuple[float, tuple[str, ...]]]:
    report = Report.of(
        Text.of(text, language="en"), source_id="1", title=title, published=THURSDAY
    )
    found = dates(next(iter(parse([report]))))
    return {d.edtf: (likelihood(d.mention), signs(d.mention)) for d in found}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Nine people drowned when a ferry sank on Tuesday, the navy said Thursday.",
            "2016-05-24",
        ),
        (
            "Four soldiers were shot dead near Orsk, a spokesman said.\n\n"
            "The ambush took place late Tuesday, the ministry said on Wednesday.",
            "2016-05-24",
        ),
        (
            "A blast killed two miners on Wednesday.\n\nLast Saturday a fire in "
            "another pit of the region left six dead.",
            "2016-05-25",
        ),
        (
            "A man was jailed for life on Wednesday for a murder in Orsk.\n\n"
            "Ilya Moss was stabbed on 3 March outside a bar.",
            "2016-03-03",
        ),
    ],
)
def test_tim_3_the_likeliest_date_is_that_of_the_incident(text: str, day: str) -> None:
    found = told(text)
    assert max(found, key=lambda edtf: found[edtf][0]) == day


def test_tim_3_what_a_date_hangs_from_and_what_stands_beside_it_are_its_signs() -> None:
    found = told("A bomb killed six on Monday.\n\nPolice spoke again on Wednesday.")
    monday, wednesday = found["2016-05-23"], found["2016-05-25"]
    assert {"on an event verb", "lead", "first date", "harm before"} <= set(monday[1])
    assert {"second", "on saying", "day before"} <= set(wednesday[1])
    assert monday[0] > max(0.5, wednesday[0])


def test_tim_3_words_of_another_event_are_a_sign() -> None:
    found = told("A bomb killed six on Monday. Another attack on Sunday failed.")
    assert "another event" in found["2016-05-22"][1]
    assert "another event" not in found["2016-05-23"][1]
