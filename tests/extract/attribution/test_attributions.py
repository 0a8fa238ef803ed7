"""The attributions of a report as a whole."""

from __future__ import annotations

import pytest

from saying import names, read
from sourcebook.extract.attribution import Attributions
from sourcebook.text.quotations import quotations


def test_stm_2_a_quotation_over_paragraphs_has_one_speaker() -> None:
    text = (
        "Envoy Mara Quill condemned it. She said, “We mourn the dead.\n\n"
        "“We have called on both sides to stop.”"
    )
    parsed = read(text)
    (quotation,) = quotations(text)
    assert names(Attributions(parsed).speaker(quotation)) == ["Mara Quill"]


def test_reading_twice_gives_the_same() -> None:
    text = "Police said 12 died. “Two more fell,” said Dana Reyes."
    first = [(a.links, a.content) for a in Attributions(read(text)).speech_acts()]
    again = [(a.links, a.content) for a in Attributions(read(text)).speech_acts()]
    assert first == again


@pytest.mark.parametrize(
    "text", ["", "   ", "said", "“", "According to", "12 dead, said"]
)
def test_broken_texts_give_no_error(text: str) -> None:
    Attributions(read(text + "\n" + text, title=text)).speech_acts()
