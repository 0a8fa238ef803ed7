"""The number grammar, one test a rule of DOMAIN 3.2, and a round trip."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.text.numbers import Number, bounds, find_numbers
from sourcebook.text.numerals import number_value


def only(text: str) -> Number:
    (number,) = find_numbers(text)
    return number


def said(text: str) -> tuple[str, str, int | None, int | None, int | None]:
    number = only(text)
    return (
        number.span.slice(text),
        number.comparator,
        number.value,
        number.low,
        number.high,
    )


RULES = [
    ("num_1", "34 people", ("34", "eq", 34, 34, 34)),
    ("num_1", "only one person", ("only one", "eq", 1, 1, 1)),
    ("num_1", "a total of 51 people", ("a total of 51", "eq", 51, 51, 51)),
    ("num_2", "at least 40 people", ("at least 40", "ge", 40, 40, None)),
    ("num_2", "no fewer than 12 people", ("no fewer than 12", "ge", 12, 12, None)),
    ("num_2", "100 or more people", ("100 or more", "ge", 100, 100, None)),
    ("num_2", "15+ people", ("15+", "ge", 15, 15, None)),
    ("num_3", "more than 33 people", ("more than 33", "gt", 33, 34, None)),
    ("num_3", "over 50 people", ("over 50", "gt", 50, 51, None)),
    ("num_3", "upwards of 20 people", ("upwards of 20", "gt", 20, 21, None)),
    ("num_4", "up to 32 people", ("up to 32", "le", 32, None, 32)),
    ("num_4", "as many as 1,000 people", ("as many as 1,000", "le", 1000, None, 1000)),
    ("num_4", "no more than 5 people", ("no more than 5", "le", 5, None, 5)),
    ("num_5", "fewer than 10 people", ("fewer than 10", "lt", 10, None, 9)),
    ("num_5", "under 20 people", ("under 20", "lt", 20, None, 19)),
    ("num_6", "nearly 150 people", ("nearly 150", "near", 150, None, 149)),
    ("num_6", "just under 90 people", ("just under 90", "near", 90, None, 89)),
    ("num_7", "around 200 people", ("around 200", "approx", 200, 200, 200)),
    ("num_7", "some 200 people", ("some 200", "approx", 200, 200, 200)),
    ("num_7", "30 or so people", ("30 or so", "approx", 30, 30, 30)),
    ("num_8", "between 5 and 7 people", ("between 5 and 7", "range", None, 5, 7)),
    ("num_8", "3-5 people", ("3-5", "range", None, 3, 5)),
    ("num_8", "two or three people", ("two or three", "range", None, 2, 3)),
    ("num_9", "tens of people", ("tens", "vague", None, 10, None)),
    ("num_9", "dozens of people", ("dozens", "vague", None, 12, None)),
    ("num_9", "hundreds of people", ("hundreds", "vague", None, 100, None)),
    ("num_9", "several people", ("several", "vague", None, 3, None)),
    ("num_9", "a few people", ("a few", "vague", None, 3, None)),
    ("num_9", "scores of people", ("scores", "vague", None, 20, None)),
    ("num_9", "thousands of people", ("thousands", "vague", None, 1000, None)),
    ("num_9", "tens of thousands", ("tens of thousands", "vague", None, 10000, None)),
    ("num_10", "many people", ("many", "vague", None, None, None)),
    ("num_10", "a number of people", ("a number of", "vague", None, None, None)),
    ("num_13", "another 40 people", ("another 40", "eq", 40, 40, 40)),
    ("num_18", "250,000 people", ("250,000", "eq", 250000, 250000, 250000)),
    ("num_18", "twenty-two people", ("twenty-two", "eq", 22, 22, 22)),
    ("num_18", "a hundred and ten", ("a hundred and ten", "eq", 110, 110, 110)),
    ("num_18", "1.5 million people", ("1.5 million", "eq", 1500000, 1500000, 1500000)),
    ("num_18", "a dozen people", ("a dozen", "eq", 12, 12, 12)),
    ("num_18", "two dozen people", ("two dozen", "eq", 24, 24, 24)),
    ("num_18", "half a dozen people", ("half a dozen", "eq", 6, 6, 6)),
    ("num_18", "no one was hurt", ("no one", "eq", 0, 0, 0)),
    ("num_18", "the 31st victim", ("the 31st", "eq", 31, 31, 31)),
]


@pytest.mark.parametrize(
    ("rule", "text", "expected"), RULES, ids=[f"{r}-{t}" for r, t, _ in RULES]
)
def test_num(
    rule: str,
    text: str,
    expected: tuple[str, str, int | None, int | None, int | None],
) -> None:
    assert said(text) == expected


NO_COUNTS = [
    "Ana Ruiz, 27, was shot",
    "a 27-year-old man",
    "in the sixth year of the war",
    "on February 27",
    "27 February",
    "at 6:30 p.m.",
    "at 6am",
    "on Route 66",
    "$5 million",
    "a 34-6 win",
    "the 1200 block of Main Street",
    "a 2-car crash",
    "call 911",
    "an AK-47",
    "in 2016",
    "on 9/11",
    "12 miles away",
    "five percent",
    "one another",
    "as many as they could",
    "Flight 804",
]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_num_15_not_a_count(text: str) -> None:
    assert find_numbers(text) == ()


def test_num_8_a_change_from_one_to_another_is_no_range() -> None:
    assert [n.value for n in find_numbers("rose from 5 to 7")] == [5, 7]


def test_num_13_another_is_an_increment() -> None:
    assert only("another 40 people").increment


def test_an_ordinal_of_a_victim_is_marked() -> None:
    assert only("the 31st victim").ordinal


PREFIXES = {
    "eq": "",
    "ge": "at least ",
    "gt": "more than ",
    "le": "up to ",
    "lt": "fewer than ",
    "near": "nearly ",
    "approx": "about ",
}


@given(
    value=st.integers(min_value=1, max_value=900_000).filter(
        lambda n: not 1900 <= n <= 2099 and n not in (911, 999)
    ),
    comparator=st.sampled_from(sorted(PREFIXES)),
    grouped=st.booleans(),
)
def test_written_numbers_come_back(value: int, comparator: str, grouped: bool) -> None:
    digits = f"{value:,}" if grouped else str(value)
    number = only(f"{PREFIXES[comparator]}{digits} people were hurt")
    assert (number.value, number.comparator) == (value, comparator)
    assert (number.low, number.high) == bounds(number.comparator, value)


@given(st.text(max_size=80))
def test_any_text_gives_ordered_spans_that_do_not_overlap(text: str) -> None:
    numbers = find_numbers(text)
    for number in numbers:
        assert number.span.contains(number.bare) or number.ordinal
    for before, after in itertools.pairwise(numbers):
        assert before.span.end <= after.span.start


ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@given(st.sampled_from(ONES), st.sampled_from(TENS), st.sampled_from(ONES))
def test_num_18_words_have_the_value_of_their_parts(
    hundreds: str, tens: str, ones: str
) -> None:
    value = 100 * (ONES.index(hundreds) + 1) + 10 * (TENS.index(tens) + 2)
    words = f"{hundreds} hundred and {tens}-{ones}"
    assert number_value(words) == value + ONES.index(ones) + 1


def test_num_4_a_toll_that_has_gone_up_to_a_number_is_that_number() -> None:
    for text in ("has gone up to 21 people", "taking the death toll up to 21 people"):
        (number,) = find_numbers(text)
        assert (number.comparator, number.low, number.high) == ("eq", 21, 21)
    (ceiling,) = find_numbers("the bus went over with up to 40 people")
    assert ceiling.comparator == "le"


def test_num_15_a_number_taken_back_is_no_count() -> None:
    (number,) = find_numbers("Twenty people, and not 21, died")
    assert number.value == 20
