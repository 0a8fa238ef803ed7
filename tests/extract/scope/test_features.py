"""The values for a trained classifier."""

from collections.abc import Callable
from typing import Any

import pytest

from sourcebook.errors import InvalidValue
from sourcebook.extract.draft import Draft
from sourcebook.model.claim import Target

LEAD = "A bomb killed 12 people and hurt 30 in Norwick on Tuesday, police said."


def test_every_figure_has_the_same_values(tell: Callable[..., Any]) -> None:
    telling = tell(f"{LEAD}\n\nIn 2019 a blast killed 40 people in Harlow.")
    telling.figure("12 people", value=12).figure("30", "injured", 30)
    telling.figure("40 people", value=40)
    scene = telling.scene()
    found = [scene.features(draft, ()) for draft in telling.drafts.values()]
    assert [each.keys() for each in found] == [found[0].keys()] * 3
    assert [each["rule_role"] for each in found] == [
        "incident_total",
        "incident_total",
        "background",
    ]
    assert all(isinstance(v, float | str) for each in found for v in each.values())
    assert found[0]["core"] == 1.0
    assert found[2]["year"] == 1.0


def test_a_report_of_zeros_has_shares(tell: Callable[..., Any]) -> None:
    telling = tell("Nobody was hurt by a fire in Norwick on Tuesday.")
    telling.figure("Nobody", "injured", 0)
    assert telling.scene().features(telling.drafts["Nobody"], ())["share"] == 1.0


def test_only_figures_have_them(tell: Callable[..., Any]) -> None:
    telling = tell(LEAD).figure("12 people", value=12)
    draft = telling.drafts["12 people"]
    target = Draft(
        passage=draft.passage,
        span=draft.span,
        payload=Target(kind="market"),
        anchor=draft.anchor,
    )
    with pytest.raises(InvalidValue, match="no figure"):
        telling.scene().features(target, ())
