"""Whom "he" and "she" can stand for."""

from __future__ import annotations

import pytest

from saying import chain, names, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Poe spoke first. Carl Ruiz came later. She said two died.", "Ann Poe"),
        ("Ann Poe spoke first. Carl Ruiz came later. He said two died.", "Carl Ruiz"),
        ("Mr. Poe spoke first. Ms. Ruiz came later. He said two died.", "Poe"),
    ],
)
def test_src_1_a_pronoun_finds_a_person_whom_it_can_mean(
    text: str, expected: str
) -> None:
    assert names(chain(read(text), "died")) == [expected]
