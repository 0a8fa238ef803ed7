"""Relative clauses inside somebody's words: theirs, or the reporter's."""

from __future__ import annotations

import pytest

from saying import chain, names, read


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        (
            "Police say a man suspected in a shooting that wounded a boy gave himself up.",
            "wounded",
            ["Police"],
        ),
        (
            "The boy was taken to a hospital, where he died, the coroner said.",
            "died",
            ["coroner"],
        ),
        (
            "The crash, which killed seven people, was caused by speed, police said.",
            "killed",
            ["police"],
        ),
        (
            "He is held for a raid that left one person dead, according to SAPD.",
            "dead",
            ["SAPD"],
        ),
        (
            "Senator Ann Poe said she was horrified by a fire that killed 50 people.",
            "killed",
            [],
        ),
        (
            "The Karvan Front said it avenged a raid that killed 30 people.",
            "killed",
            [],
        ),
    ],
)
def test_who_gives_out_facts_tells_them_in_relative_clauses_too(
    text: str, anchor: str, expected: list[str]
) -> None:
    assert names(chain(read(text), anchor)) == expected
