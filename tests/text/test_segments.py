from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sourcebook.text.segments import hard_wrapped, paragraphs, unbroken

WIRE = """\
   THE ARMY SAID TODAY THAT A COLUMN OF REBELS HAD ATTACKED THE BRIDGE
OVER THE NORTH RIVER AND THAT TWO SOLDIERS WERE WOUNDED BEFORE THEY
FLED INTO THE HILLS.

   A PEASANT WHO WAS PASSING BY AT THE TIME OF THE ATTACK WAS KILLED BY
A STRAY BULLET, THE REPORT ADDED, AND HIS HOUSE BURNED DOWN.
"""


def test_a_line_is_a_paragraph() -> None:
    text = "Three died.\nFour were hurt.\n\nPolice said so."
    found = [p.slice(text) for p in paragraphs(text)]
    assert found == ["Three died.", "Four were hurt.", "Police said so."]


def test_a_text_broken_at_a_fixed_width_has_blocks() -> None:
    assert hard_wrapped(WIRE)
    found = [p.slice(WIRE) for p in paragraphs(WIRE)]
    assert len(found) == 2
    assert found[0].endswith("FLED INTO THE HILLS.")
    assert found[1].startswith("A PEASANT")


def test_long_lines_are_never_taken_for_wrapped_ones() -> None:
    line = "The police said that the number of dead had risen to seven overnight. " * 2
    assert not hard_wrapped(f"{line}\n{line}\n{line}")


@given(st.text(alphabet="ab \n\r"))
def test_spans_are_trimmed_ordered_and_cover_every_letter(text: str) -> None:
    found = paragraphs(text)
    for before, after in pairwise(found):
        assert before.end <= after.start
    for span in found:
        assert span.slice(text) == span.slice(text).strip()
    covered = {i for span in found for i in range(span.start, span.end)}
    assert all(i in covered for i, c in enumerate(text) if c in "ab")


@given(st.text())
def test_unbroken_keeps_the_length(text: str) -> None:
    assert len(unbroken(text)) == len(text)
