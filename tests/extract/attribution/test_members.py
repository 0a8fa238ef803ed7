"""Sources whose name, body and clause the parser tells apart badly (SRC-1, STM-3)."""

import pytest

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.model.report import Report, Text


def _parsed(words: str, title: str = "") -> Parsed:
    report = Report.of(Text.of(words, language="en"), source_id="r", title=title)
    (parsed,) = parse([report], whole=True)
    return parsed


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Inspector Jamie Ayers of Norfolk Police said that three cases were open.",
            "Jamie Ayers",
        ),
        (
            '"What we need now is calm," said the mayor of Mitrova, Faruk Spahi.',
            "Faruk Spahi",
        ),
    ],
)
def test_src_1_the_person_is_named_and_not_his_body_or_town(
    words: str, name: str
) -> None:
    speeches = Attributions(_parsed(words)).speech_acts()
    assert [speech.links[-1].name for speech in speeches] == [name]


def test_src_1_who_is_told_of_next_is_not_the_source_that_a_paper_cites() -> None:
    words = (
        "According to The Norland Post newspaper, which cited unnamed police sources, "
        "Wright was not cooperating with the inquiry."
    )
    speeches = Attributions(_parsed(words)).speech_acts()
    assert all(link.name != "Wright" for s in speeches for link in s.links)


@pytest.mark.parametrize("event", ["Fatal coal mine accident", "Deadly bus blast"])
def test_src_1_an_accident_reported_in_a_headline_says_nothing(event: str) -> None:
    parsed = _parsed("Miners died.", title=f"{event} reported in the north, 25 dead")
    titles = [s for s in Attributions(parsed).speech_acts() if s.field == "title"]
    assert not titles
