"""Datelines: place, date and agency, exactly as written (DOC-3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.text.datelines import dateline


@pytest.mark.parametrize(
    ("text", "place", "date", "outlet"),
    [
        ("CAIRO, May 4, 2031, Star Wire – Two", "CAIRO", "2031-05-04", "Star Wire"),
        ("LAS VEGAS (AP) — Two people", "LAS VEGAS", None, "AP"),
        ("BEIRUT, Lebanon — Two people", "BEIRUT, Lebanon", None, None),
        ("WHITE HOUSE — Two people", "WHITE HOUSE", None, None),
        ("BOGOTA, 3 JAN 90 (EFE) -- [TEXT] TWO", "BOGOTA", "1990-01-03", "EFE"),
        ("Two notes\n\nTOPEKA, Kan. (KXYZ) - Two", "TOPEKA, Kan.", None, "KXYZ"),
        ("KABUL, Oct. 2 (Xinhua) -- Two", "KABUL", "XXXX-10-02", "Xinhua"),
        ("Boston — Two people died", "Boston", None, None),
        ("ST. LOUIS • Two people", "ST. LOUIS", None, None),
    ],
)
def test_doc_3_dateline(
    text: str, place: str, date: str | None, outlet: str | None
) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.date, found.outlet) == (place, date, outlet)
    assert found.place_span.slice(text) == place
    assert text[found.span.end :].lower().startswith("two")
    if found.outlet_span:
        assert found.outlet_span.slice(text) == outlet


@pytest.mark.parametrize(
    "text",
    [
        "Two people died in Boston — the third this week.",
        "Officials — who asked not to be named — spoke.",
        "UPDATE — Two people died.",
        "The man - a baker - died.",
        "FILE - In this May 4, 2031 photo",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(text) is None


@given(st.text(alphabet="ABC abc,.-—()0129\n", max_size=120))
def test_spans_lie_inside(text: str) -> None:
    found = dateline(text)
    if found is not None:
        assert found.span.contains(found.place_span)
        assert found.place_span.slice(text) == found.place
