"""What is done for each pair of reports, and for each word, does not grow with the book."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from link_values import report
from sourcebook.evaluate.bench.generated import Generator
from sourcebook.link import grouping, link
from sourcebook.link.naming import capitals
from sourcebook.link.terms import furniture, terms_of, weight, written
from sourcebook.model.report import Report


def test_frequent_names_are_a_set_which_no_pair_goes_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where they were a dict, each pair asked for every frequent name of the book."""
    compared, asked = grouping.features, []

    def features(left, right, frequent):  # type: ignore[no-untyped-def]
        asked.append(frequent)
        return compared(left, right, frequent)

    monkeypatch.setattr(grouping, "features", features)
    made = list(Generator(2).made(60))
    link([r for r, _ in made], [c for _, told in made for c in told])
    assert asked
    assert all(isinstance(frequent, frozenset) for frequent in asked)


def test_a_first_run_asks_no_report_for_words_that_turned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def holders(reports: object, words: object) -> set[str]:
        raise AssertionError("nothing is remembered, so nothing is weighed anew")

    monkeypatch.setattr(grouping, "holders", holders)
    made = list(Generator(2).made(30))
    assert link([r for r, _ in made], [c for _, told in made for c in told]).incidents


@given(st.sampled_from(["police", "Quenna", "quenna", "wreckage", "12", "of"]))
def test_the_words_of_a_report_weigh_what_each_weighs(word: str) -> None:
    told = report(f"Crews saw {word} and {word} again near the {word}.", title="")
    small = word in written("", told.text.characters).small
    common = {"police": 0.5, "quenna": 9.0}
    found = terms_of(told, (), no_furniture(told), common)
    assert dict(found.common).keys() <= common.keys()
    if word.lower() in found.rare:
        assert found.rare[word.lower()] == weight(word.lower(), common, small=small)


def test_a_capitalised_word_is_told_whole_and_in_its_parts() -> None:
    told = report("In Orrel-Vessin, St. Quenna's mayor met Orrel-Vessin's.", title="")
    assert {"orrel-vessin", "orrel", "vessin", "saint", "quenna"} <= capitals(told)


def no_furniture(told: Report):  # type: ignore[no-untyped-def]
    return furniture({}, {}, {told.id: told.id})
