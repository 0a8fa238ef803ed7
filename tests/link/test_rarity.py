"""Words common in a book weigh little there, and few change when reports come."""

from link_values import report
from sourcebook.link.rarity import YOUNG, Counted, counted, holders, turned
from sourcebook.link.terms import weight
from sourcebook.model.report import Report

TOLD = "Shelling near {place} killed {n} farmers on the road to Quenna, officials said."


def told(count: int, place: str = "Orrel") -> list[Report]:
    return [
        report(TOLD.format(place=place, n=n), source_id=f"{place}{n}")
        for n in range(count)
    ]


def alone(reports: list[Report]) -> dict[str, str]:
    return {each.id: each.id for each in reports}


def count(reports: list[Report], before: Counted | None = None) -> Counted:
    return counted(reports, alone(reports), before or Counted())


def test_a_name_that_all_the_book_tells_weighs_little_there() -> None:
    common = count(told(80)).levels()
    assert weight("quenna", common, small=False) < weight("quenna", {}, small=False)
    assert weight("sorrel", common, small=False) == weight("sorrel", {}, small=False)


def test_a_young_book_makes_no_word_common() -> None:
    assert not count(told(YOUNG // 64)).levels()


def test_a_word_common_in_news_is_no_rarer_for_a_book_that_seldom_tells_it() -> None:
    common = {"police": 3.4}
    assert weight("police", common, small=True) == weight("police", {}, small=True)


def test_reports_of_one_lineage_count_once() -> None:
    reports = told(80)
    assert counted(reports, dict.fromkeys(alone(reports), "one"), Counted()).words[
        "quenna"
    ] == (1)


def test_counting_on_gives_what_counting_anew_gives() -> None:
    reports = told(40) + told(40, "Vessin")
    before = count(reports[10:50])
    assert count(reports, before) == count(reports)
    assert count(reports[30:], before) == count(reports[30:])
    joined = dict.fromkeys(alone(reports[10:30]), "one") | alone(reports[30:50])
    assert counted(reports[10:50], joined, before) == counted(
        reports[10:50], joined, Counted()
    )


def test_only_holders_of_a_word_that_turned_are_weighed_anew() -> None:
    orrel, vessin = told(60), told(18, "Vessin")
    before, now = count(orrel + vessin[:10]), count(orrel + vessin)
    words = turned(before.levels(), now.levels())
    assert words == {"vessin"}
    assert holders(orrel + vessin, words) == {each.id for each in vessin}
