import pytest

from link_values import report
from sourcebook.dossier.unknown import _tells_group
from sourcebook.dossier.wording import population_word


@pytest.mark.parametrize(
    "text",
    [
        "The morgue received 24 bodies, eight of them women.",
        "Five small children died.",
        "Nine bodies were found, among them those of three girls.",
    ],
)
def test_N20_a_number_of_women_or_children_told_in_passing_is_told(text: str) -> None:
    assert _tells_group(report(text))


def test_N20_people_beside_children_are_no_number_of_children() -> None:
    assert not _tells_group(report("Nine people and several of their dogs were found."))


def test_a_nationality_is_told_by_the_countrys_name() -> None:
    assert population_word("nationality:SD") == "nationals of Sudan"
