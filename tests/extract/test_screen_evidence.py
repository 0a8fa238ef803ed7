"""Deaths that are counted, and what is only called a death."""

from __future__ import annotations

import pytest

from sourcebook.extract.screen_evidence import counts_a_death, measures


@pytest.mark.parametrize(
    "text",
    [
        "at least 12 miners died",
        "the crash killed three",
        "a 34-year-old local man was found dead",
        "two of the u.s. soldiers were killed",
        "150,000 perished",
        "the death toll rose to 41",
        "the shooting death of a student",
    ],
)
def test_a_number_or_one_person_beside_a_word_of_death_counts(text: str) -> None:
    assert counts_a_death(text)


@pytest.mark.parametrize(
    "text",
    [
        "the two parties killed the bill",
        "he died in 1999",
        "five met. the king is dead",
        "a tie ended in sudden death",
        "the race was a dead heat after 12 laps",
        "99% of it is dead",
    ],
)
def test_a_year_a_share_and_an_idiom_count_nobody(text: str) -> None:
    assert not counts_a_death(text)


def test_measures_tell_the_lead_from_the_rest() -> None:
    told = "two people were killed. "
    filler = "the council met in its hall. " * 60
    first, last = measures(told + filler), measures(filler + told)
    assert first["deaths.lead"] > 0 == first["deaths.rest"]
    assert last["deaths.rest"] > 0 == last["deaths.lead"]
