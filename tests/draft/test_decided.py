"""Decisions of people, as the check of a draft meets them (REC-11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from builds import Build
from sourcebook.book import Book
from sourcebook.book.output import BOOK
from sourcebook.draft import Finding, check_draft
from sourcebook.draft.page import as_html

TOWNS = "in Napier and Hastings"
WHO = {"who": "Ann Lee", "reason": "read it again", "when": "2022-03-20T10:00:00"}
Decide = Callable[..., None]


@pytest.fixture
def desk(examples: Build, tmp_path: Path) -> Iterator[Book]:
    path = tmp_path / BOOK
    copyfile(examples.folder / BOOK, path)
    with Book(path, create=False) as book:
        yield book


def decide(book: Book, action: str, *targets: str, **changes: Any) -> None:
    book.decide(action, *targets, **WHO, **changes)
    book.run()


def root(book: Book) -> str:
    return next(
        i.id for i in book.contents.incidents if i.label.startswith("Suicide bombings")
    )


def claims(book: Book, quote: str, kind: str = "figure") -> list[str]:
    return [c.id for c in book.contents.claims if c.quote == quote and c.type == kind]


def found(book: Book, text: str, words: str) -> Finding:
    (one,) = [f for f in check_draft(text, book).findings if words in f.quote]
    return one


def test_rec_11_a_figure_is_judged_against_what_a_person_set(desk: Book) -> None:
    decide(desk, "override", root(desk), "killed", low=35, best=35, high=35)
    set_now = found(desk, f"35 people were killed {TOWNS}.", "35")
    assert set_now.verdict == "supported"
    assert "Ann Lee (2022-03-20, read it again" in set_now.explanation
    assert "set it to 35; the rules gave 33" in set_now.explanation
    computed = found(desk, f"33 people were killed {TOWNS}.", "33")
    assert computed.verdict == "overridden"
    assert not computed.is_sound
    assert "the rules gave 33" in computed.explanation
    assert {c.quote for c in computed.rests_on} == {"33"}


def test_rec_11_what_a_source_said_stays_said_beside_an_override(desk: Book) -> None:
    decide(desk, "override", root(desk), "killed", low=35, best=35, high=35)
    said = found(
        desk, f"33 people were killed {TOWNS}, the interior ministry said.", "33"
    )
    assert said.verdict == "disputed"
    assert "set it to 35" in said.explanation
    wrong = found(
        desk, f"35 people were killed {TOWNS}, the interior ministry said.", "35"
    )
    assert wrong.verdict == "not_in_book"
    assert "set it to 35" in wrong.explanation


def test_rec_11_words_that_leave_room_for_what_was_set_hold(desk: Book) -> None:
    decide(desk, "override", root(desk), "killed", low=35, best=35, high=35)
    assert found(desk, f"More than 30 people were killed {TOWNS}.", "30").is_sound


def test_a_rejected_claim_supports_nothing_and_says_who_rejected_it(desk: Book) -> None:
    for claim in claims(desk, "nearly 50"):
        decide(desk, "reject", claim)
    text = f"The Pacific Conflict Monitor counts nearly 50 dead {TOWNS}."
    one = found(desk, text, "50")
    assert one.verdict == "not_in_book"
    assert "Ann Lee" in one.explanation
    assert one.explanation.endswith("rejected it")
    assert "rejected it" in (one.against[0].decided or "")


def test_a_rejected_blame_supports_nothing(desk: Book) -> None:
    text = f"Grey Tide has claimed responsibility for the bombings {TOWNS}."
    assert found(desk, text, "Grey Tide").verdict == "supported"
    mine = [
        c.id
        for c in desk.contents.claims
        if c.type == "responsibility" and getattr(c.payload, "actor", "") == "Grey Tide"
    ]
    for claim in mine:
        desk.decide("reject", claim, **WHO)
    desk.run()
    one = found(desk, text, "Grey Tide")
    assert one.verdict == "not_in_book"
    assert "rejected it" in one.explanation


def test_an_edited_claim_counts_as_edited(desk: Book) -> None:
    (claim,) = claims(desk, "Fourteen of the dead")
    decide(desk, "edit", claim, value=15)
    before = found(desk, "Fourteen people were killed in Hastings.", "Fourteen")
    assert before.verdict == "not_in_book"
    assert "edited it: it counts as 15" in before.explanation
    after = found(desk, "Fifteen people were killed in Hastings.", "Fifteen")
    assert after.is_sound
    assert "counts as 15" in (after.rests_on[0].decided or "")


@pytest.mark.parametrize(
    ("action", "state"), [("dismiss", "dismissed"), ("resolve", "resolved")]
)
def test_a_contradiction_that_a_person_closed_disputes_nothing(
    desk: Book, action: str, state: str
) -> None:
    text = f"The Kermadec Front denied any role in the bombings {TOWNS}. Fact."
    claim = next(
        c for c in desk.contents.contradictions if c.kind == "competing_responsibility"
    )
    decide(desk, action, claim.id)
    assert check_draft(text, desk).is_supported
    after = next(c for c in desk.contents.contradictions if c.id == claim.id)
    assert after.state == state


def test_the_page_and_the_text_name_the_decision(desk: Book) -> None:
    (claim,) = claims(desk, "Fourteen of the dead")
    decide(desk, "edit", claim, value=15)
    checked = check_draft("Fifteen people were killed in Hastings.", desk)
    assert "decision: Ann Lee" in str(checked)
    assert "Decision: Ann Lee" in as_html(checked)
    assert "Ann Lee" in checked.as_dict()["findings"][0]["rests_on"][0]["decided"]
