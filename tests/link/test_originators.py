from dataclasses import replace

import pytest

from link_values import said
from sourcebook.link.lineage import counts
from sourcebook.link.originators import originator
from sourcebook.model.claim import AttributionLink


def lineage(name: str, body: str | None = None, country: str | None = None) -> str:
    named = any(word[:1].isupper() for word in name.split())
    return originator(said(name, named=named, body=body), country)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("RU", ["the Kremlin", "Moscow", "Russian defence ministry", "TASS", "FSB"]),
        ("US", ["the White House", "Pentagon", "a US official", "FBI agent Jon Hale"]),
        ("GB", ["Downing Street", "No 10", "British government", "Home Office"]),
        ("FR", ["the Elysee", "French prosecutors", "Quai d'Orsay", "Matignon"]),
        ("SY", ["Sana", "Syrian state media", "Damascus", "the Syrian army"]),
        ("IQ", ["Iraqi police", "Baghdad Operations Command", "Iraqi officials"]),
        ("PH", ["Malacañang", "Philippine National Police", "Philippine coast guard"]),
        ("ID", ["BNPB", "Indonesia's disaster agency", "Jakarta"]),
        (
            "IT",
            ["Carabinieri", "Italian civil protection agency", "Italian Coast Guard"],
        ),
        ("CO", ["Colombian National Police", "Bogota", "Colombian army"]),
        ("JP", ["Japan Meteorological Agency", "Tokyo", "Japanese defence ministry"]),
        ("SV", ["COPREFA", "Salvadoran army"]),
        ("CA", ["RCMP", "Canadian government", "Ottawa"]),
    ],
)
def test_SRC_2_a_government_its_forces_media_and_metonyms_are_one(
    code: str, names: list[str]
) -> None:
    assert {name: lineage(name) for name in names} == dict.fromkeys(
        names, f"government:{code}"
    )


@pytest.mark.parametrize(
    "name",
    [
        "Interior Minister Ali Rahimi",
        "prime minister Jan Holm",
        "President Luis Arana",
        "Foreign Ministry spokesman Li Wen",
        "army spokesman Col. Musa Bello",
        "Brig. Gen. Saad Harun, an army spokesman",
        "Ministry of Emergency Situations",
        "the coast guard",
        "National Police",
        "General Staff",
        "the Attorney General's Office",
        "state television",
    ],
)
def test_SRC_2_bodies_that_every_state_has_are_those_of_the_place(name: str) -> None:
    assert lineage(name, country="KZ") == "government:KZ"
    assert lineage(name) != "government:KZ"


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("Dmitri Orlin", "Kremlin", "government:RU"),
        ("Jon Kirk", "Pentagon", "government:US"),
        ("a spokesman for the Kremlin", None, "government:RU"),
        ("Chicago police spokeswoman Ana Ruiz", None, "police:chicago"),
        ("Chicago Police Supt. Al Moss", None, "police:chicago"),
        ("Ana Ruiz", "Chicago Police Department", "police:chicago"),
        ("Harlow County Sheriff Jim Orr", None, "sheriff:harlow county"),
        ("deputy police chief Abdul Rahim", None, "official:police"),
        ("Officer Ana Ruiz", "Chicago Police Department", "police:chicago"),
        ("UN Secretary-General Al Mar", None, "igo:united-nations"),
        ("Taliban spokesman Zab Rahim", None, "party_to_conflict:taliban"),
    ],
)
def test_SRC_2_a_spokesperson_speaks_for_the_body(
    name: str, body: str | None, told: str
) -> None:
    assert lineage(name, body) == told


def test_SRC_2_the_office_before_a_name_says_whose_word_it_is() -> None:
    sheriff = AttributionLink(
        name="Jim Orr",
        quote="Harlow County Sheriff Jim Orr",
        field="text",
        start=0,
        end=29,
        relation="says",
        named=True,
        body="Harlow County",
    )
    assert originator(sheriff, "US") == "sheriff:harlow county"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            ["Scotland Yard", "Met Police", "London police"],
            "police:metropolitan london",
        ),
        (["NYPD", "New York City Police Department"], "police:new york"),
        (["PSNI", "Northern Ireland police"], "police:northern ireland"),
        (
            [
                "SOHR",
                "the Observatory",
                "Britain-based Syrian Observatory for Human Rights",
            ],
            "monitor:syrian-observatory-for-human-rights",
        ),
        (["Reuters", "a Reuters witness", "Reuters reporter"], "wire:reuters"),
        (["the UN", "U.N.", "United Nations"], "igo:united-nations"),
    ],
)
def test_SRC_2_aliases_are_one_source(names: list[str], told: str) -> None:
    assert {name: lineage(name) for name in names} == dict.fromkeys(names, told)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Amaq", "islamic-state"),
        ("the group's Amaq news agency", "islamic-state"),
        ("Al-Manar", "hezbollah"),
        ("Houthi-run health ministry", "houthis"),
        ("the Hamas-run health ministry in Gaza", "hamas"),
        ("Taliban interior ministry", "taliban"),
    ],
)
def test_SRC_2_what_an_armed_group_runs_speaks_for_the_group(
    name: str, told: str
) -> None:
    assert lineage(name, country="YE") == f"party_to_conflict:{told}"


def test_SRC_2_national_societies_are_not_one() -> None:
    one, two = lineage("Syrian Arab Red Crescent"), lineage("Palestinian Red Crescent")
    assert one != two
    assert lineage("the Red Crescent", country="SY") == one


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("former interior minister Ali Rahimi", "AF"),
        ("Mayor Bill Roe", "US"),
        ("Harlow University President Ann Poe", "US"),
        ("lawyer Jon Wick", "US"),
        ("Sgt. Bill Roe", "US"),
        ("London coroner Ann Poe", "GB"),
    ],
)
def test_SRC_2_a_person_of_no_government_stays_apart(name: str, country: str) -> None:
    assert lineage(name, country=country).startswith("named:")


def test_SRC_2_the_army_of_another_country_is_not_that_of_the_place() -> None:
    assert lineage("the Turkish army", country="SY") == "government:TR"


@pytest.mark.parametrize(
    "name", ["local media", "reports", "witnesses", "a hospital source", "activists"]
)
def test_SRC_3_nobody_in_particular_counts_nothing(name: str) -> None:
    assert counts(lineage(name, country="IQ")) == "none"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("DE", "the foreign ministry in Berlin"),
        ("DE", "Berlin's foreign ministry"),
        ("CN", "a foreign ministry spokesman in Beijing"),
        ("PK", "army headquarters in Rawalpindi"),
        ("NL", "the Foreign Ministry in The Hague"),
        ("US", "the State Department in Washington"),
        ("KR", "Seoul's defence ministry"),
        ("SY", "officials in Damascus"),
        ("PE", "the interior ministry in Lima"),
        ("PE", "the interior ministry"),
    ],
)
def test_SRC_2_a_body_told_with_its_place_is_of_that_country(
    code: str, name: str
) -> None:
    assert lineage(name, country="PE") == f"government:{code}"


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("foreign ministry", "A foreign ministry spokesman in Berlin"),
        ("foreign ministry", "the German foreign ministry"),
    ],
)
def test_SRC_2_the_report_s_words_say_whose_ministry_it_is(
    name: str, quote: str
) -> None:
    told = replace(said(name, named=False), quote=quote)
    assert originator(told, "AF") == "government:DE"


def test_SRC_2_officials_of_the_incident_s_own_capital_may_be_anybody_s() -> None:
    assert not lineage("officials in Lima", country="PE").startswith("government:")


def test_SRC_2_who_speaks_for_a_body_without_a_name_is_the_body() -> None:
    names = (
        "Harbour Lines",
        "Harbour Lines spokeswoman",
        "a spokesman for Harbour Lines",
    )
    assert {lineage(name) for name in names} == {"named:harbour lines"}


def test_SRC_2_an_officer_s_name_is_no_name_of_a_force() -> None:
    told = "Another provincial official, deputy police chief Omar Daud Rahim"
    assert originator(replace(said("Omar Daud Rahim"), quote=told), None) in (
        "official:police",
        "named:omar daud rahim",
    )


@pytest.mark.parametrize(
    "name",
    [
        "UN",
        "United Nations mission in South Sudan",
        "Investigators of the United Nations mission",
        "UN rights office",
        "UN secretary general, Jan Holm",
        "UNICEF",
        "UNHCR",
        "UN peacekeepers",
    ],
)
def test_SRC_2_the_united_nations_its_missions_funds_and_staff_are_one(
    name: str,
) -> None:
    assert lineage(name, country="SS") == "igo:united-nations"


def test_SRC_2_agencies_with_members_of_their_own_are_another() -> None:
    assert lineage("WHO") == "igo:world-health-organization"
    assert lineage("UN-backed court") != "igo:united-nations"


def test_SRC_2_an_office_of_a_place_is_one_in_either_order() -> None:
    assert lineage("governor of South Harbour") == lineage("South Harbour governor")


def test_SRC_2_a_hospital_is_no_rescue_service() -> None:
    assert not lineage("Civil Hospital").startswith("rescue:")


@pytest.mark.parametrize("name", ["Police General Ana Ruiz", "Police Captain Al Moss"])
def test_SRC_2_a_rank_is_no_place_of_a_police_force(name: str) -> None:
    assert not lineage(name).startswith(("police:general", "police:captain"))


def test_SRC_2_a_branch_of_a_group_is_the_group() -> None:
    group = lineage("Islamic State")
    assert lineage("Islamic State branch") == group
    assert lineage("regional affiliate of the Islamic State group") == group


@pytest.mark.parametrize(
    "name",
    ["prison service", "civil protection service", "counter-terrorism department"],
)
def test_SRC_2_services_that_every_state_has_are_its_governments(name: str) -> None:
    assert lineage(name, country="EC") == "government:EC"


def test_SRC_3_a_body_told_apart_by_its_county_is_somebody() -> None:
    told = replace(
        said("county's relief commission", named=False),
        quote="the county's relief commission",
    )
    bare = replace(said("hospital officials", named=False), quote="hospital officials")
    assert counts(originator(told, "SS")) == "certain"
    assert originator(bare, "SS") == "unnamed"
