from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.readers.dates import edtf_of, is_future


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2016-05-24", "2016-05-24"),
        ("2016-05", "2016-05"),
        ("2016", "2016"),
        ("20160524", "2016-05-24"),
        ("2016-05-24T10:11:12", "2016-05-24T10:11:12"),
        ("2016-05-24 10:11:12+02:00", "2016-05-24T10:11:12+02:00"),
        ("2016-05-24T10:11:12.123Z", "2016-05-24T10:11:12Z"),
        ("Tue, 24 May 2016 10:11:12 +0000", "2016-05-24T10:11:12Z"),
        ("24 May 2016", "2016-05-24"),
        ("May 24, 2016", "2016-05-24"),
        ("05/24/2016", "2016-05-24"),
        ("24.05.2016", "2016-05-24"),
        ("05/05/2016", "2016-05-05"),
        ("05/04/2016", None),
        ("1464084672", "2016-05-24T10:11:12Z"),
        ("1464084672000", "2016-05-24T10:11:12Z"),
        ("2016-13-45", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_are_read_as_written_or_not_at_all(
    written: str, edtf: str | None
) -> None:
    assert edtf_of(written) == edtf


@given(st.text(max_size=40))
def test_nothing_that_is_written_breaks_the_reading(written: str) -> None:
    found = edtf_of(written)
    assert found is None or found[:4].isdigit()


@given(st.dates(min_value=date(1000, 1, 1)))
def test_iso_dates_stay_as_they_are(day: date) -> None:
    assert edtf_of(day.isoformat()) == day.isoformat()


def test_the_future_begins_after_today_everywhere() -> None:
    today = date(2026, 5, 4)
    assert not is_future("2026-05-04", today=today)
    assert not is_future("2026", today=today)
    assert is_future("2026-05-06", today=today)
    assert is_future("2027", today=today)
