"""Patterns of many words match as their plain alternatives would."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sourcebook.text.alternatives import alternatives, either

WORDS = st.lists(st.text("ab-. ", min_size=1, max_size=5), min_size=1, max_size=8)


def plain(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) + ")"


@given(WORDS, st.text("abAB-. \n", max_size=12), st.sampled_from(["", r"(?!\w)", "$"]))
def test_finds_what_the_plain_alternatives_find(
    words: list[str], text: str, tail: str
) -> None:
    one = re.compile(alternatives(words) + tail, re.I)
    other = re.compile(plain(words) + tail, re.I)
    assert [m.span() for m in one.finditer(text)] == [
        m.span() for m in other.finditer(text)
    ]


def test_capitals_are_not_shared() -> None:
    assert alternatives(["St", "Street"]) == "(?:St|Street)"


def test_space_as_it_is_told() -> None:
    assert re.fullmatch(alternatives(["car bomb", "car"], space=" "), "car bomb")
    assert not re.fullmatch(alternatives(["car bomb"], space=" "), "car  bomb")


ATOMS = (
    "a",
    "ab",
    " ",
    "b+",
    "(?:a|b)",
    "[|(]",
    r"\|",
    r"\(",
    r"\b",
    "(?!b)",
    "|",
    "$",
)
PATTERNS = st.lists(
    st.lists(st.sampled_from(ATOMS), max_size=4).map("".join), min_size=1, max_size=6
)


@given(PATTERNS, st.text("ab |(", max_size=12))
def test_finds_what_patterns_joined_by_bars_find(
    patterns: list[str], text: str
) -> None:
    edged = [rf"\b{each}" if i % 3 else each for i, each in enumerate(patterns)]
    one = re.compile(either(edged))
    other = re.compile("|".join(f"(?:{each})" for each in edged))
    assert [m.span() for m in one.finditer(text)] == [
        m.span() for m in other.finditer(text)
    ]


def test_the_edge_is_asked_for_once_only_where_all_begin_at_it() -> None:
    assert (
        either([r"\ba", r"\bb|c", r"\b[|]"]) == r"\b(?:(?:a))|(?:\bb|c)|\b(?:(?:[|]))"
    )
