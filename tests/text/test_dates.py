"""Date expressions and the days they mean (TIM-1, TIM-2)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.text.dates import find_dates, resolve
from sourcebook.text.days import days, year_of

TUESDAY = "2016-05-24"


def read(text: str, anchor: str | None = TUESDAY) -> list[tuple[str, str | None]]:
    return [(d.span.slice(text), resolve(d, anchor)) for d in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It fell on Monday.", "Monday", "2016-05-23"),
        ("It fell on Tuesday.", "Tuesday", "2016-05-24"),
        ("late Wednesday night,", "Wednesday night", "2016-05-18"),
        ("It fell yesterday.", "yesterday", "2016-05-23"),
        ("early this morning", "this morning", "2016-05-24"),
        ("two days ago", "two days ago", "2016-05-22"),
        ("It burned last night", "last night", "2016-05-23"),
        ("last week", "last week", "2016-05-16/2016-05-22"),
        ("over the weekend", "over the weekend", "2016-05-21/2016-05-22"),
        ("earlier this year", "earlier this year", "2016"),
        ("last year", "last year", "2015"),
        ("in April", "April", "2016-04"),
        ("in November", "November", "2015-11"),
        ("in 2012", "2012", "2012"),
        ("on Nov. 9", "Nov. 9", "2015-11-09"),
        ("on 23 May", "23 May", "2016-05-23"),
        ("on the night of May 3", "May 3", "2016-05-03"),
        ("a February 27 truce", "February 27", "2016-02-27"),
        ("on May 23, 2014, at", "May 23, 2014", "2014-05-23"),
        ("the 4th of July", "4th of July", "2015-07-04"),
        ("dated 2014-03-02.", "2014-03-02", "2014-03-02"),
        ("next Friday", "next Friday", "2016-05-27"),
    ],
)
def test_tim_1_latest_on_or_before(text: str, words: str, edtf: str) -> None:
    assert read(text) == [(words, edtf)]


def test_tim_2_missing_year_stays_open() -> None:
    assert read("On 23 May it burned.", None) == [("23 May", "XXXX-05-23")]


def test_nothing_is_guessed_without_an_anchor() -> None:
    for text in ("on Monday", "yesterday", "last week", "two days ago"):
        assert [edtf for _, edtf in read(text, None)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "They may 3 times a day march on.",
        "It cost $2012 or 2014 people.",
        "at 9:30 p.m. he sat down; the sun set",
        "on February 31",
        "Flight 370 and Route 2016",
    ],
)
def test_no_dates(text: str) -> None:
    assert [edtf for _, edtf in read(text) if edtf] == []


@given(
    st.dates(date(1950, 1, 1), date(2040, 1, 1)),
    st.sampled_from(["Monday", "Friday", "Sunday"]),
)
def test_weekday_is_within_the_week_before(anchor: date, name: str) -> None:
    ((_, edtf),) = read(f"on {name}", str(anchor))
    assert edtf is not None
    found = date.fromisoformat(edtf)
    assert 0 <= (anchor - found).days < 7
    assert found.strftime("%A") == name


@given(st.text(max_size=80), st.sampled_from([None, TUESDAY, "XXXX-05-01", "2016"]))
def test_any_text_is_read(text: str, anchor: str | None) -> None:
    for found in find_dates(text):
        assert found.span.slice(text)
        resolve(found, anchor)


def test_days_of_an_interval() -> None:
    assert list(days("2016-02")) == [date(2016, 2, 1), date(2016, 2, 29)]
    assert list(days("XXXX-02-01")) == []
    assert year_of("89") == 1989
