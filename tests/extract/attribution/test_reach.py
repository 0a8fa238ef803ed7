"""How far the words of a source go, where the parser loses them."""

from __future__ import annotations

import pytest

from saying import chain, names, read


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        (
            "A man who police say shot two clerks had a record, a court heard.",
            "shot",
            ["police"],
        ),
        (
            "At noon Lopez fired at the store in Palmview, Barrera said, hitting four employees.",
            "hitting",
            ["Barrera"],
        ),
        (
            "Two were taken to Mercy Hospital and a third man died at home, according to the Brandt Fire Department.",
            "taken",
            ["Brandt Fire Department"],
        ),
        (
            "It was learned from judicial sources that two teachers were killed.",
            "killed",
            ["judicial sources"],
        ),
        (
            "The prosecutor released a statement Monday that said two people were killed.",
            "killed",
            ["prosecutor"],
        ),
        (
            "A neighbor called in to report that a man had been shot.",
            "shot",
            ["neighbor"],
        ),
        (
            "Police said six people were hurt, while medics put the number at 20.",
            "number",
            ["medics"],
        ),
    ],
)
def test_src_1_words_go_on_to_the_next_source(
    text: str, anchor: str, expected: list[str]
) -> None:
    assert names(chain(read(text), anchor)) == expected


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Officers found a man suffering from wounds and a woman dead.", "dead"),
        ("Friends said goodbye to a student killed in May.", "killed"),
        ("Police identified a man killed on Monday.", "killed"),
        ("The sheriff continues to look into a shooting that left a boy dead.", "dead"),
        ("A storm claimed the lives of two killed at sea.", "killed"),
    ],
)
def test_what_is_no_statement_has_no_source(text: str, anchor: str) -> None:
    assert chain(read(text), anchor) == ()


def test_src_1_a_draft_that_spans_its_sentence_is_governed_by_its_anchor() -> None:
    text = "According to a report by the ministry, rebels killed two men in Tarsa."
    assert names(chain(read(text), "killed", text)) == ["ministry"]
