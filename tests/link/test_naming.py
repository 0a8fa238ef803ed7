from link_values import ARDEN, city, claim, report
from sourcebook.link.naming import capitals, name_of, unresolved


def test_names_after_words_of_place_are_read_from_title_and_lead():
    one = report("Five died when a ferry sank off Sorrel Point on Monday.")
    assert unresolved(one, []) == {name_of("Sorrel Point")}


def test_days_and_resolved_places_are_no_unresolved_names():
    one = report("A man was shot in Arden in March, at Easter.")
    assert unresolved(one, [claim(one, "Arden", city("Arden", ARDEN))]) == frozenset()


def test_in_a_title_of_capitals_a_name_ends_where_the_title_does():
    one = report("Nothing more is known.", title="Storm In Quillan")
    two = report("Nothing more is known.", title="Storm In Quillan Kills Two")
    assert unresolved(one, []) == {name_of("Quillan")}
    assert unresolved(two, []) == frozenset()


def test_short_forms_of_a_name_are_one():
    assert name_of("Mt. Sorrel") == name_of("Mount Sorrel")


def test_text_in_capitals_is_read_as_sentences():
    one = report("A BOMB WENT OFF NEAR THE MARKET. NO ONE WAS HURT BY IT TODAY.")
    assert "market" not in capitals(one)
