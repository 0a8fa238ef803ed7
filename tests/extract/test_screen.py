"""The screen keeps every report of harm to people and drops most others."""

from __future__ import annotations

import pytest

from sourcebook.extract.screen import is_stub, relevant
from sourcebook.model.report import Report, Text


def report(text: str, title: str = "") -> Report:
    return Report.of(Text.of(text, language="en"), source_id="invented", title=title)


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed when a bridge fell.",
        "A man was shot in the leg, police said; no arrest was made.",
        "The flood left hundreds homeless.",
        "The guerrillas kidnapped a mayor.",
    ],
)
def test_harm_to_people_passes(text: str) -> None:
    assert relevant(report(text))


@pytest.mark.parametrize(
    "text",
    [
        "The striker scored twice as the league season began; the coach was pleased.",
        "The bank raised its bid for the chip maker to 20 billion dollars.",
        "The film opened at the box office; its trailer and its sequel were praised.",
        "The driver took pole in qualifying after a crash on the last lap of the grand prix.",
    ],
)
def test_play_and_trade_are_dropped(text: str) -> None:
    assert not relevant(report(text))


def test_a_title_alone_passes_a_report() -> None:
    assert relevant(report("Sign in to read on.", title="Boy shot at lake"))


def test_doc_5_a_page_without_an_article_is_a_stub() -> None:
    assert is_stub(report("Sign in or subscribe to read this page."))
    assert not is_stub(report("Two people were killed."))
    assert not is_stub(report("word " * 80))
