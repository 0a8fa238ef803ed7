"""Places: which is meant and where it happened, told in invented sentences."""

from __future__ import annotations

import pytest

from sourcebook.extract.parsed import parse
from sourcebook.extract.places import find_places
from sourcebook.model.claim import Place
from sourcebook.model.report import Report, Text


def read(text: str, title: str = "") -> list[tuple[str, Place]]:
    report = Report.of(Text.of(text, language="en"), source_id="1", title=title)
    drafts = find_places(next(iter(parse([report]))))
    for draft in drafts:
        assert draft.span.slice(report.characters(draft.passage.field)) == draft.quote
    return [(d.quote, d.payload) for d in drafts if isinstance(d.payload, Place)]


def roles(text: str, title: str = "") -> dict[str, str]:
    return {quote: place.role for quote, place in read(text, title)}


def ids(text: str, title: str = "") -> dict[str, int | None]:
    return {quote: place.geonames_id for quote, place in read(text, title)}


def test_doc_3_a_dateline_is_no_event_place() -> None:
    found = roles(
        "DUSHANBE, May 4, 2031, Star Wire – A bomb killed six people in Homs."
    )
    assert found == {"DUSHANBE": "dateline", "Homs": "event"}


def test_two_cities_of_one_action() -> None:
    found = roles("Blasts killed dozens of people in the cities of Tartous and Jableh.")
    assert found == {"Tartous": "event", "Jableh": "event"}


@pytest.mark.parametrize(
    "text",
    [
        "A gunman killed two people in Dayton. Talks in Geneva went on.",
        "A gunman killed two people in Dayton. The group is based in Geneva.",
        "A gunman killed two people in Dayton. The Geneva talks went on.",
        "A gunman killed two people in Dayton. Officials met in Geneva.",
    ],
)
def test_places_of_other_things_are_context(text: str) -> None:
    assert roles(text) == {"Dayton": "event", "Geneva": "context"}


def test_an_earlier_event_is_background() -> None:
    found = roles(
        "A gunman killed two people in Dayton.\n\nHe fled.\n\n"
        "It was like the attack in Boston in 2013."
    )
    assert found == {"Dayton": "event", "Boston": "background"}


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton said she was sad about the shooting.",
        "Mayor Jackson spoke after the shooting.",
        "It was nice to see him in March after the crash.",
        "The Chicago Tribune told of a crash.",
        "A man was shot on Cleveland Avenue.",
    ],
)
def test_people_papers_streets_and_words_are_no_places(text: str) -> None:
    assert read(text) == []


def test_state_behind_the_name_decides() -> None:
    assert ids("Two people were shot in Springfield, Ill., on Monday.") == {
        "Springfield": 4250542,
        "Ill.": 4896861,
    }
    assert ids("Two people were shot in Springfield, MO on Monday.")["Springfield"] == (
        4409896
    )


def test_country_told_elsewhere_decides() -> None:
    found = ids("Syrian troops left. A bomb killed two people in Tripoli, Lebanon.")
    assert found["Tripoli"] == 266826


def test_a_police_force_tells_whose_town_it_is() -> None:
    assert roles("The Chattanooga Police Department said two men were shot.") == {
        "Chattanooga": "event"
    }


def test_a_county_that_cannot_be_told_apart_is_left_out() -> None:
    assert read("A man was shot in Madison County.") == []


def test_sites_and_events_named_after_a_city() -> None:
    assert roles("A boy was shot inside a Pittsburgh home.") == {"Pittsburgh": "event"}
    assert roles("The Orlando shooting left many dead.") == {"Orlando": "event"}


def test_the_outlet_in_a_title_is_no_place() -> None:
    found = roles(
        "A man was shot in Dayton.", "Man shot - Toledo News, Weather, Sports"
    )
    assert found == {"Dayton": "event"}


def test_what_was_hit_is_the_place() -> None:
    found = roles("Jets bombed Aleppo and Idlib on Monday, officials in Ankara said.")
    assert found == {"Aleppo": "event", "Idlib": "event", "Ankara": "context"}


def test_a_place_that_the_report_puts_in_a_state_needs_no_gazetteer() -> None:
    ((_, place), (_, state)) = read("A man was shot at a home in Pinevillage, Ohio.")
    assert (place.name, place.admin1, place.geonames_id, place.role) == (
        "Pinevillage",
        "OH",
        None,
        "event",
    )
    assert (state.name, state.role) == ("Ohio", "context")


def test_nearby_towns_count_only_where_nothing_else_is_told() -> None:
    text = "Gunmen raided a hamlet ten miles from Maiduguri in Nigeria."
    assert roles(text)["Maiduguri"] == "event"
    text = "Gunmen raided a market in Kano in Nigeria, far from Maiduguri."
    assert roles(text)["Maiduguri"] == "context"


def test_an_event_months_before_is_background() -> None:
    text = "Bombs killed ten people in Brussels four months after the Paris attacks."
    assert roles(text) == {"Brussels": "event", "Paris": "background"}


def test_lists_of_countries_are_no_city_and_country() -> None:
    found = read("A blast in Homs was blamed on Turkey, Qatar and Jordan.")
    assert {place.precision for _, place in found if place.role != "event"} == {
        "country"
    }


def test_the_dateline_s_state_decides_for_its_town() -> None:
    found = read("LIMA, Ohio — Two men were shot inside a Lima home.")
    assert [(place.admin1, place.role) for _, place in found] == [
        ("OH", "dateline"),
        ("OH", "event"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was shot in Madison. Call police at 615-555-0123.", "TN"),
        ("Two men were shot in Ontario, police said. Call (909) 555-0123.", "CA"),
    ],
)
def test_the_telephone_number_to_call_tells_the_state(text: str, expected: str) -> None:
    assert {place.admin1 for _, place in read(text)} == {expected}


def test_a_county_abroad_tells_the_country() -> None:
    found = read("A fire gutted a Somerset shop. The fire in Wellington was put out.")
    assert {place.country for _, place in found} == {"GB"}


def test_an_alternate_name_abroad_yields_to_the_country_told_beside_it() -> None:
    found = read("Aircraft bombed a camp. The camp at Yida in South Sudan burned.")
    assert {(place.name, place.country) for _, place in found} == {
        ("Yida", "SS"),
        ("South Sudan", "SS"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Somali gunmen fled.",
        "A man was shot in the 700 block of South California.",
        "The North Side shooting was the third.",
        "Protesters in masks threw Molotov cocktails. American police watched, US troops too.",
    ],
)
def test_peoples_streets_sides_and_things_are_no_places(text: str) -> None:
    assert {quote for quote, _ in read(text)} <= {"US"}


def test_a_home_town_and_an_avenged_strike_are_not_where_it_happened() -> None:
    found = roles(
        "The gunman, Karl Voss, 25, of Toledo, killed nine people at a bar in Dayton. "
        "Police searched his home in Toledo."
    )
    assert found == {"Toledo": "context", "Dayton": "event"}
    found = roles(
        "A bomb killed six people in Homs. The group said it was revenge for an air "
        "strike in Aleppo that killed 32."
    )
    assert found == {"Homs": "event", "Aleppo": "background"}


def test_last_year_s_blast_is_background() -> None:
    found = roles(
        "A bomb killed nine people in Kabul. Last year a blast in Herat killed 40."
    )
    assert found == {"Kabul": "event", "Herat": "background"}
