"""The scene as a whole: determinism, other claim types, empty reports."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.extract.parsed import parse
from sourcebook.extract.scope import Scene
from sourcebook.extract.scope.moments import moments
from sourcebook.model.report import Report, Text


def test_a_scene_settles_the_same_in_any_order(tell: Callable[..., Any]) -> None:
    telling = tell(
        "Six people died in Norwick. Tom Brandt, 27, died. In 2019, 40 people died."
    )
    telling.figure("Six people", value=6).figure("Tom Brandt", value=1).figure(
        "40 people", value=40
    )
    drafts = list(telling.drafts.values())
    scene = telling.scene()
    other = Scene(telling.parsed, figures=drafts[::-1], places=[], times=[], targets=[])
    assert [scene.settle(d, ()) for d in drafts] == [
        other.settle(d, ()) for d in drafts
    ]


def test_a_claim_of_another_type_gets_a_setting_without_a_role(
    tell: Callable[..., Any],
) -> None:
    telling = tell("A bomb killed six people in Norwick. In 2019, a bomb hit Harlow.")
    telling.place("Norwick").place("Harlow", role="background")
    telling.figure("six people", value=6).figure("a bomb", value=1, at="a bomb hit")
    setting = telling.scene().setting(telling.drafts["a bomb hit"])
    assert setting.background is not None
    assert setting.place == telling.claim("Harlow").id


def test_a_setting_keeps_the_person(tell: Callable[..., Any]) -> None:
    telling = tell("Tom Brandt, 27, was killed in Norwick.")
    telling.figure("Tom Brandt", value=1, person="Tom Brandt")
    assert telling.settle("Tom Brandt").setting.person == "Tom Brandt"


def test_a_report_without_figures_has_a_scene() -> None:
    report = Report.of(Text.of("Nothing happened.", language="en"), source_id="x")
    parsed = next(iter(parse([report])))
    assert Scene(parsed, figures=[], places=[], times=[], targets=[])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_moments_of_joined_words_hold_the_years_of_both(one: str, other: str) -> None:
    joined = moments(f"{one} ; {other}").years
    assert moments(f" {one} ").years | moments(f" {other} ").years >= joined
