"""A look at first letters changes nothing but the time that a search takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.text.heads import guarded, heads

PIECES = ("a", "b", "ab", r"\w", "b?", "a*", "(?:a|b)", "(?:ab|)", "(?:a|b )?", "[ab]")
PATTERNS = st.lists(
    st.lists(st.sampled_from((*PIECES, "|", r"\b")), min_size=1, max_size=4).map(
        "".join
    ),
    min_size=1,
    max_size=5,
)


@settings(deadline=None)
@given(PATTERNS, st.text("abAB -", max_size=10))
def test_matches_where_one_of_the_patterns_does(told: list[str], text: str) -> None:
    one = re.compile(guarded(told), re.I)
    other = re.compile("|".join(f"(?:{each})" for each in told), re.I)
    for at in range(len(text) + 1):
        assert bool(one.match(text, at)) == bool(other.match(text, at))


@pytest.mark.parametrize(
    ("pattern", "begun"),
    [
        (r"\bhurt\b", {"hurt"}),
        ("wounds?", {"wound"}),
        (r"(?:was|were)\s+hit", {"was", "were"}),
        ("(?:was )?hit|shot", {"was ", "hit", "shot"}),
        ("(?:a|)b", set()),
        ("(?!not)hit", set()),
        (r"hit|\w+ed", set()),
    ],
)
def test_heads(pattern: str, begun: set[str]) -> None:
    assert heads(pattern) == begun
