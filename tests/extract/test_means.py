"""Means: rules NUM-11, NUM-12 and NUM-14, told in invented sentences."""

from __future__ import annotations

from sourcebook.extract.draft import Draft
from sourcebook.extract.extractor import RuleExtractor
from sourcebook.extract.means import find_means
from sourcebook.extract.parsed import parse
from sourcebook.model.claim import Means
from sourcebook.model.report import Report, Text


def drafts(text: str, title: str = "") -> tuple[Draft, ...]:
    report = Report.of(Text.of(text, language="en"), source_id="1", title=title)
    return find_means(next(iter(parse([report]))))


def told(text: str, title: str = "") -> list[tuple[str, str, int | None, int | None]]:
    found = [d.payload for d in drafts(text, title)]
    return [
        (p.instrument, p.comparator, p.low, p.high)
        for p in found
        if isinstance(p, Means)
    ]


def test_num_11_an_article_counts_one() -> None:
    assert told("A car bomb exploded near the market.") == [("car_bomb", "eq", 1, 1)]


def test_numbers_and_their_comparators() -> None:
    assert told("At least three rockets hit the town.") == [("rocket", "ge", 3, None)]
    assert told("Two suicide bombers attacked the base.") == [
        ("suicide_bomb", "eq", 2, 2)
    ]


def test_num_12_each_gives_one_for_every_place() -> None:
    found = drafts("One car bomb each went off in the cities of Ostrava and Brno.")
    assert len(found) == 2
    assert {d.anchor.text for d in found} == {"Ostrava", "Brno"}
    assert all(d.quote.startswith("One car bomb each") for d in found)


def test_num_14_parts_that_exhaust_the_total_are_exact() -> None:
    found = told(
        "There were four explosions in Brno, including three suicide bombings "
        "and one car bomb."
    )
    assert found == [
        ("explosion", "eq", 4, 4),
        ("suicide_bomb", "eq", 3, 3),
        ("car_bomb", "eq", 1, 1),
    ]


def test_num_14_parts_that_do_not_are_floors() -> None:
    found = told(
        "There were four explosions in Brno, including two suicide bombings "
        "and one car bomb."
    )
    assert found[1:] == [("suicide_bomb", "ge", 2, 3), ("car_bomb", "ge", 1, 2)]


def test_a_definite_mention_points_back() -> None:
    assert told("The blast was heard across the town.") == []


def test_weapons_in_general_are_no_means() -> None:
    assert told("Lawmakers debated gun laws.") == []
    assert told("The bomb squad left at noon.") == []
    assert told("No bomb was found.") == []
    assert told("A gun shop opened in Brno.") == []


def test_a_gun_that_was_used_is() -> None:
    assert told("He opened fire with a rifle.") == [("rifle", "eq", 1, 1)]


def test_rsp_3_means_told_in_a_motive_are_no_means_of_the_incident() -> None:
    found = told("The group said the bombing was revenge for air strikes on villages.")
    assert not any(name == "aerial_bomb" for name, *_ in found)


def test_num_12_each_claim_stands_at_its_own_place() -> None:
    report = Report.of(
        Text.of(
            "Twenty people were killed on Monday when one car bomb each was set off in "
            "the cities of Ostrava and Brno.",
            language="en",
        ),
        source_id="1",
        title="",
    )
    ((_, claims),) = RuleExtractor().extract([report])
    quotes = {claim.id: claim.quote for claim in claims}
    bombs = [claim for claim in claims if isinstance(claim.payload, Means)]
    places = {quotes[c.setting.place] for c in bombs if c.setting.place}
    assert places == {"Ostrava", "Brno"}
    assert {claim.setting.basis for claim in bombs} == {"distributive"}


def test_num_11_a_car_packed_with_explosives_is_one_device() -> None:
    assert told("A truck laden with explosives exploded outside a market.") == [
        ("vehicle_bomb", "eq", 1, 1)
    ]
    assert told("A suicide bomber drove a car packed with explosives into a gate.") == [
        ("suicide_bomb", "eq", 1, 1)
    ]


def test_means_of_others_are_none_of_the_attack() -> None:
    assert (
        told("Police used a breaching device to enter. Drones filmed the scene.") == []
    )
    assert told("Officers found 23 guns at his home after he shot six.") == []
    assert told("A mine blast killed 12 miners at a coal mine.") == []
    assert told("A drone hit a depot.") == [("drone", "eq", 1, 1)]
