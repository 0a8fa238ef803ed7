"""NUM-17: who did it is no victim beside the one who was hit."""

from collections.abc import Callable
from typing import Any

import pytest

from sourcebook.extract.parsed import parse
from sourcebook.extract.scope.doers import doers
from sourcebook.model.report import Report, Text


@pytest.mark.parametrize(
    ("said", "doer"),
    [
        ("A man shot his brother in Norwick.", "man"),
        ("The man who killed a girl was a clerk.", "man"),
        ("A boy was charged on Monday in the death of a girl.", "boy"),
        ("The driver pleaded guilty to manslaughter.", "driver"),
        ("A woman ran up and stabbed him.", "woman"),
        ("Woman charged in death of boy.", "Woman"),
    ],
)
def test_num_17_who_hits_or_is_charged_did_it(said: str, doer: str) -> None:
    report = Report.of(Text.of(said, language="en"), source_id="a")
    (parsed,) = parse([report])
    assert doers(parsed.sentences) == {("text", said.index(doer))}


@pytest.mark.parametrize(
    "said",
    ["A man was shot in Norwick.", "A boy shot twice lay dead.", "A bomb killed two."],
)
def test_num_17_who_is_hit_did_not_do_it(said: str) -> None:
    report = Report.of(Text.of(said, language="en"), source_id="a")
    (parsed,) = parse([report])
    assert doers(parsed.sentences) == frozenset()


def test_num_20_the_accused_is_no_second_victim(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A boy of 13 was charged on Monday in the death of a girl of 15.\n\n"
        "Ann Lee died in a shed in Norwick. Ann Lee was at school with him."
    )
    telling.figure("A boy", value=1, part="single_person")
    telling.figure("a girl", value=1, part="single_person")
    telling.figure("Ann Lee", value=1, part="single_person", at="Ann Lee died")
    assert telling.roles()[1:] == ["incident_total", "incident_total"]


def test_num_17_who_did_it_is_known_again(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A woman shot her son and then herself in Norwick on Sunday.\n\n"
        "The woman and her child died in a clinic."
    )
    for quote in ("A woman", "her son", "The woman", "her child"):
        telling.figure(quote, value=1, part="single_person")
    total, part = "incident_total", "part_of_total"
    assert telling.roles() == [part, total, part, total]


def test_num_17_the_arrested_man_is_known_again(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A man was arrested after shots in Norwick left a boy hurt on Sunday.\n\n"
        "Police said the man shot inside the car and the child was struck."
    )
    for quote in ("a boy", "the man", "the child"):
        telling.figure(quote, "injured", 1, part="single_person")
    assert telling.roles() == ["incident_total", "part_of_total", "incident_total"]
