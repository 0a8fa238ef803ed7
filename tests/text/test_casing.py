"""Recasing keeps every offset and the names."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.text.casing import in_capitals, recase, recase_title


@settings(deadline=None)
@given(st.text(), st.text(alphabet="ABCDEÉİß .,'\"[]\nGHIJ-", max_size=200))
def test_same_length_always(any_text: str, capitals: str) -> None:
    for text in (any_text, capitals, any_text.upper(), (any_text + capitals).upper()):
        assert len(recase(text)) == len(text)
        assert len(recase_title(text, any_text)) == len(text)


def test_mixed_case_returns_unchanged() -> None:
    text = "Two people died in SAN SALVADOR on Monday, the FMLN said."
    assert recase(text) == text


def test_capitals_become_sentences_with_names() -> None:
    text = (
        "TWO PEASANTS WERE KILLED IN SAN SALVADOR ON MONDAY, COLONEL RAMIREZ SAID.  "
        "THE SALVADORAN ARMY BLAMED THE RED BRIGADE FRONT [RBF].  I SAW IT."
    )
    assert recase(text) == (
        "Two peasants were killed in San Salvador on Monday, Colonel Ramirez said.  "
        "The Salvadoran army blamed the red brigade front [RBF].  I saw it."
    )


def test_short_words_are_no_text_in_capitals() -> None:
    assert not in_capitals("AP")
    assert recase("CNN") == "CNN"
