from __future__ import annotations

from typing import Any

import pytest

from sourcebook.book.deciding.wording import (
    attribution,
    checked_payload,
    quoted,
    sentence_around,
)
from sourcebook.errors import DecisionRefused
from sourcebook.model.claim import Figure, Responsibility
from sourcebook.model.report import Report, Text
from sourcebook.model.span import Span

SEVEN = Figure(metric="killed", comparator="ge", value=7, low=7, high=None)
VAGUE = Figure(metric="killed", comparator="vague", value=None, low=24, high=None)
REPORT = Report.of(
    Text.of("Fire at the mill. The sheriff said two died. The sheriff left."),
    source_id="a",
    title="Two die, sheriff says",
)


@pytest.mark.parametrize(
    ("told", "was", "numbers"),
    [
        ({"value": 9}, SEVEN, ("ge", 9, 9, None)),
        ({"comparator": "gt"}, SEVEN, ("gt", 7, 8, None)),
        ({"comparator": "near"}, SEVEN, ("near", 7, None, 6)),
        ({"value": 30}, VAGUE, ("eq", 30, 30, 30)),
        ({"low": 5}, SEVEN, ("ge", 7, 5, None)),
        ({"comparator": "range", "low": 5, "high": 9}, SEVEN, ("range", 7, 5, 9)),
        ({"metric": "killed", "value": "4"}, None, ("eq", 4, 4, 4)),
    ],
)
def test_of_a_number_all_parts_go_together(
    told: dict[str, Any], was: Figure | None, numbers: tuple[Any, ...]
) -> None:
    found = checked_payload("figure", told, was)
    names = ("comparator", "value", "low", "high")
    assert tuple(found[name] for name in names) == numbers


@pytest.mark.parametrize(
    ("kind", "told", "said"),
    [
        ("figure", {"metric": "killed", "population": "cats"}, "is no population"),
        ("figure", {"value": 3}, "metric"),
        ("means", {"instrument": "spoon"}, "is no instrument"),
        ("target", {"kind": "moon_base"}, "is no kind of target"),
        ("responsibility", {"actor": "X", "relation": "did"}, "is no relation"),
        ("poem", {}, "is no claim type"),
    ],
)
def test_words_outside_the_vocabularies_are_refused(
    kind: str, told: dict[str, Any], said: str
) -> None:
    with pytest.raises(DecisionRefused, match=said):
        checked_payload(kind, told)


def test_a_nationality_is_a_population() -> None:
    told = {"metric": "killed", "population": "nationality:NZ", "value": 1}
    assert checked_payload("figure", told)["population"] == "nationality:NZ"


def test_fields_that_are_not_told_stay() -> None:
    was = Responsibility(actor="X", relation="accused")
    assert checked_payload("responsibility", {"relation": "claimed"}, was) == {
        "relation": "claimed"
    }


def test_an_attribution_stands_at_the_words_nearest_to_the_claim() -> None:
    (link,) = attribution(["The sheriff"], REPORT, near=50)
    assert (link["start"], link["named"], link["relation"]) == (45, True, "says")
    (other,) = attribution(["sheriff"], REPORT, near=0)
    assert (other["start"], other["named"]) == (22, False)


def test_quoted_words_stand_once() -> None:
    assert quoted(REPORT, "two died") == ("text", Span(start=35, end=43))
    assert quoted(REPORT, "Two die") == ("title", Span(start=0, end=7))
    with pytest.raises(DecisionRefused, match="stand 2 times"):
        quoted(REPORT, "The sheriff")


def test_a_sentence_ends_at_a_stop_or_a_line() -> None:
    told = "One died.\nTwo were hurt\n\nThree fled."
    assert sentence_around(told, Span(start=10, end=13)) == (10, 23)
    assert sentence_around(told, Span(start=0, end=3)) == (0, 9)
