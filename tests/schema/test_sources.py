"""Sources: kinds, lineages, countries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.schema.load import table
from sourcebook.schema.sources import country_of, is_known, resolve


@pytest.mark.parametrize(
    "name",
    [
        "SANA",
        "Sana",
        "Syria news agency Sana",
        "Syrian state media",
        "Syrian foreign ministry",
        "Syria's interior ministry",
        "the Syrian army",
        "a Syrian military source",
        "Syrian officials",
        "Damascus",
        "Syria",
    ],
)
def test_src_2_one_government_is_one_lineage(name: str) -> None:
    source = resolve(name)
    assert source.lineage == "government:SY"
    assert source.party == "government"


def test_src_2_a_nameless_ministry_is_that_of_the_country() -> None:
    assert resolve("an interior ministry official").lineage != "government:SY"
    assert resolve("an interior ministry official", country="SY").lineage == (
        "government:SY"
    )


@pytest.mark.parametrize(
    "name", ["IS", "Isis", "ISIL", "Daesh", "Islamic State", "the Islamic State group"]
)
def test_src_2_armed_groups_have_one_name(name: str) -> None:
    source = resolve(name)
    assert (source.name, source.party) == ("Islamic State", "armed_group")


def test_src_2_two_letters_in_lower_case_are_no_name() -> None:
    assert not is_known("is")
    assert not is_known("au")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chicago police", "Chicago Police Department"),
        ("Arden County sheriff", "Arden County Sheriff's Office"),
        ("NYPD", "New York Police Department"),
        ("Taliban spokesman", "the Taliban"),
        ("AFP", "Agence France-Presse"),
        ("SOHR", "Syrian Observatory for Human Rights (SOHR)"),
        ("local police", "police"),
    ],
)
def test_src_2_same_lineage(one: str, other: str) -> None:
    assert resolve(one).lineage == resolve(other).lineage is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chicago police", "Brandt police"),
        ("Reuters", "AFP"),
        ("Syrian army", "Turkish army"),
        ("British Transport Police", "British government"),
        ("Taliban", "Pakistani Taliban"),
    ],
)
def test_src_2_other_lineage(one: str, other: str) -> None:
    assert resolve(one).lineage != resolve(other).lineage


def test_src_2_a_person_speaks_for_the_body_told() -> None:
    source = resolve("Dana Reyes", body="Brandt Police Department")
    assert (source.name, source.lineage) == ("Dana Reyes", "police:brandt")
    assert resolve("Dana Reyes").lineage == "named:dana reyes"


def test_src_2_an_office_alone_is_no_body() -> None:
    one, other = resolve("Dana Reyes", body="mayor"), resolve("Tom Poe", body="mayor")
    assert one.type == other.type == "official"
    assert one.lineage != other.lineage


@pytest.mark.parametrize(
    "name",
    ["reports", "witnesses", "International media outlets", "sources", "residents"],
)
def test_src_3_words_for_nobody_have_no_lineage(name: str) -> None:
    assert resolve(name).lineage is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Reuters", "wire"),
        ("The Brandt Herald", "outlet"),
        ("Syrian state television", "state_media"),
        ("Turkish officials", "official"),
        ("Boko Haram", "party_to_conflict"),
        ("rebels", "party_to_conflict"),
        ("Syrian Observatory for Human Rights", "monitor"),
        ("UN spokesman", "igo"),
        ("Human Rights Watch", "ngo"),
        ("St Anne's Hospital", "hospital"),
        ("doctors", "hospital"),
        ("witnesses", "witness"),
        ("Dana Reyes", "witness"),
        ("reports", "unnamed"),
        ("police", "official"),
        ("Riyadh", "official"),
    ],
)
def test_source_types(name: str, kind: str) -> None:
    assert resolve(name).type == kind


def test_country_words() -> None:
    assert country_of("Afghan officials") == "AF"
    assert country_of("North Korean television") == "KP"
    assert country_of("Indiana State Police") is None


def test_no_alias_names_two_sources() -> None:
    seen: dict[str, str] = {}
    for section in ("wire", "outlet", "igo", "ngo", "monitor", "armed_group"):
        for name, aliases in table("sources")[section].items():
            for alias in {name, *aliases}:
                assert seen.setdefault(alias, name) == name


@given(st.text(max_size=40), st.none() | st.text(max_size=20))
def test_any_name_resolves(name: str, body: str | None) -> None:
    source = resolve(name, body)
    assert source == resolve(name, body)


def test_src_2_bodies_of_a_state_told_without_its_name() -> None:
    for words in ("Prime Minister", "Ministry", "the state media", "Interior Ministry"):
        assert resolve(words, country="SY").lineage == "government:SY"
    assert resolve("Vladimir Putin", "Russian President").lineage == "government:RU"
