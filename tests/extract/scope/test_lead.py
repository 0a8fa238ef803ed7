"""SCP-2: words of a court that make a report no follow-up."""

from collections.abc import Callable
from typing import Any

import pytest

from sourcebook.extract.scope.lead import is_followup


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("A man was sentenced on Monday for the murder of a clerk.", True),
        ("A court heard how the fire began.", True),
        ("Gunmen killed a clerk on Monday, state prosecutors said.", False),
        ("Two boys were shot on Maple Court, police said.", False),
        ("The man died at Norwick Memorial Hospital.", False),
        ("A bomb went off outside a court building.", False),
        ("Police appealed for witnesses after the crash.", False),
        ("Lawyers went on strike over Tuesday's court bombings.", False),
    ],
)
def test_scp_2_a_follow_up_tells_what_came_of_it(
    tell: Callable[..., Any], said: str, *, wanted: bool
) -> None:
    assert is_followup(tell(said).parsed.sentences) is wanted
