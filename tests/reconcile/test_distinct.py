"""Whether two mentions of one report must be of two people (SCP-8)."""

from __future__ import annotations

from sourcebook.reconcile.distinct import side_by_side, told_apart
from sourcebook.reconcile.mentions import Mention


def _mention(
    start: int, end: int, *, indefinite: bool = False, possessed: bool = False
) -> Mention:
    return Mention(
        claim=str(start),
        report="r",
        sentence=("r text", 0),
        start=start,
        end=end,
        name=(),
        age=None,
        sex=None,
        young=None,
        apart=None,
        indefinite=indefinite,
        possessed=possessed,
        metric="killed",
    )


def test_scp8_somebody_and_whose_he_is_are_two() -> None:
    elder = _mention(20, 34, indefinite=True)
    driver = _mention(39, 49, possessed=True)
    assert told_apart(elder, driver)
    assert side_by_side([driver, elder])


def test_scp8_whose_he_is_may_be_told_again_further_on() -> None:
    driver = _mention(20, 30, possessed=True)
    again = _mention(34, 44, possessed=True)
    far = _mention(120, 130, possessed=True)
    assert not told_apart(driver, again)
    assert not told_apart(_mention(0, 10, indefinite=True), far)
