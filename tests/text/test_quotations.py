"""Quotations: marks, paragraphs, insertions, scare quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.text.quotations import quotations


def words(text: str) -> list[list[str]]:
    return [[part.slice(text) for part in q.parts] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said: "It burned." Then she left.', [["It burned."]]),
        ("She said: “It burned all night,” and left.", [["It burned all night,"]]),
        ("She said: ‘It burned all night.’", [["It burned all night."]]),
        ("She said: 'It burned all night,' and left.", [["It burned all night,"]]),
        ("''It burned all night,'' she said.", [["It burned all night,"]]),
        ("``It burned all night,'' she said.", [["It burned all night,"]]),
        ("The players' coach and the men's doctor weren't hurt.", []),
        ("Norva''s coast burned.", []),
        (
            "'We saw the players' bus burn,' he said.",
            [["We saw the players' bus burn,"]],
        ),
        ('"One," he said. "Two fell."', [["One,"], ["Two fell."]]),
        ("A 6'2\" man ran.", []),
    ],
)
def test_marks(text: str, expected: list[list[str]]) -> None:
    assert words(text) == expected


def test_stm_2_paragraphs_that_open_again_are_one_quotation() -> None:
    text = "He said, “We mourn.\n\n“We will act.\n\n“We wait.” Nobody spoke."
    assert words(text) == [["We mourn.", "We will act.", "We wait."]]
    assert quotations(text)[0].closed


def test_stm_2_a_heading_does_not_end_a_quotation() -> None:
    text = "He said, “We mourn.\nA view of the harbour\n“We will act.”"
    assert words(text) == [["We mourn.", "We will act."]]


def test_stm_2_a_closed_quotation_ends() -> None:
    text = "He said, “We mourn.”\n“We will act,” she said."
    assert words(text) == [["We mourn."], ["We will act,"]]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "He said, “We mourn.\nShe left at noon, he told us."
    (found,) = quotations(text)
    assert words(text) == [["We mourn."]]
    assert not found.closed


def test_stm_4_bracketed_words_are_insertions() -> None:
    text = 'He said: "They [the rebels] came at dawn [on Monday]."'
    (found,) = quotations(text)
    assert [span.slice(text) for span in found.insertions] == [
        "[the rebels]",
        "[on Monday]",
    ]


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ('The "massive" cut bled.', True),
        ("The “martyrdom attack” failed.", True),
        ('"Yes," he said.', False),
        ('He said: "They ran."', False),
        ("He said “they ran to the river and swam”.", False),
    ],
)
def test_scare_quotes(text: str, scare: bool) -> None:
    assert [found.scare for found in quotations(text)] == [scare]


@given(st.text(alphabet="aB ,.'\"“”‘’[]\n`«»-1", max_size=80))
def test_parts_stand_in_order_inside_the_text(text: str) -> None:
    parts = [part for found in quotations(text) for part in found.parts]
    assert all(0 <= part.start < part.end <= len(text) for part in parts)
    assert all("\n" not in part.slice(text) for part in parts)
    for found in quotations(text):
        assert list(found.parts) == sorted(found.parts)
        for inserted in found.insertions:
            assert any(part.contains(inserted) for part in found.parts)


def test_stm_2_a_forgotten_mark_does_not_swallow_the_story() -> None:
    told = "“I saw it, he said.\nThe street was closed.\n“Two fell,” she said."
    assert [part.slice(told) for quote in quotations(told) for part in quote.parts] == [
        "I saw it, he said.",
        "Two fell,",
    ]


def test_stm_2_a_caption_between_quotations_is_not_quoted() -> None:
    told = '"We ran.\nPolice at the scene on Monday (Agency)\n"We hid," she said.'
    assert "Police" not in " ".join(
        part.slice(told) for quote in quotations(told) for part in quote.parts
    )


def test_stm_2_the_mark_that_closes_may_stand_lines_below() -> None:
    told = '"It is bad.\nWe saw it.\nTwo fell," he said. "More came."'
    first, second = quotations(told)
    assert [part.slice(told) for part in first.parts] == [
        "It is bad.",
        "We saw it.",
        "Two fell,",
    ]
    assert [part.slice(told) for part in second.parts] == ["More came."]
