from link_values import (
    ARDEN,
    BRIDGE,
    bomb,
    city,
    claim,
    day,
    killed,
    report,
    station,
)
from sourcebook.link.tree import grow
from sourcebook.model.claim import Claim, Target
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report

TWIN = (
    "Bombs in Arden and Bridgeton killed more than 40 people on 3 May. "
    "In Arden a car bomb went off at the bus station. "
    "12 people died there, the ministry said. "
    "Two hours later a second bomb in Bridgeton left 9 people dead. "
    "The war has killed 70000 people."
)


def twin() -> tuple[Report, dict[str, Claim]]:
    told = report(TWIN, title="Bombs kill dozens in two cities")
    found = {
        "arden": claim(told, "Arden", city("Arden", ARDEN)),
        "bridgeton": claim(told, "Bridgeton", city("Bridgeton", BRIDGE)),
        "day": claim(told, "3 May", day("2031-05-03")),
    }
    found["station"] = claim(told, "bus station", station())
    found["total"] = claim(told, "more than 40", killed(40), role="incident_total")
    found["bomb"] = claim(
        told, "car bomb", bomb(), place=found["arden"], target=found["station"]
    )
    found["part"] = claim(
        told, "9 people", killed(9), role="incident_total", place=found["bridgeton"]
    )
    found["war"] = claim(
        told, "70000 people", killed(70000), role="background", background="war_toll"
    )
    return told, found


def nodes(told: Report, claims: dict[str, Claim]) -> tuple[dict[str, Incident], dict]:
    tree = grow("root", [told], list(claims.values()), ())
    where = {name: tree.placed[c.id] for name, c in claims.items()}
    return {node.label: node for node in tree.incidents}, where


def test_GRP_3_cities_told_as_one_action_are_parts_of_one_root() -> None:
    found, _ = nodes(*twin())
    roots = [node for node in found.values() if node.parent is None]
    assert [root.label for root in roots] == [
        "Bombings in Arden and Bridgeton, 3 May 2031"
    ]
    cities = sorted(
        n.place.name for n in found.values() if n.parent == "root" and n.place
    )
    assert cities == ["Arden", "Bridgeton"]


def test_SCP_1_a_claim_stands_on_the_most_specific_node_its_words_support() -> None:
    told, claims = twin()
    found, where = nodes(told, claims)
    assert where["total"] == ("root", "incident_total")
    assert where["part"] == (
        found["Bombing in Bridgeton, 3 May 2031"].id,
        "incident_total",
    )
    assert where["bomb"][0] == found["Bus station, Arden"].id


def test_SCP_2_background_stands_on_no_node() -> None:
    _, where = nodes(*twin())
    assert where["war"] == (None, "background")


def test_SCP_3_a_part_of_a_total_stays_one_on_its_node() -> None:
    told, claims = twin()
    claims["one"] = claim(
        told, "12 people", killed(12), role="part_of_total", part="hospital"
    )
    _, where = nodes(told, claims)
    assert where["one"] == ("root", "part_of_total")


def test_SCP_7_equal_patterns_in_two_cities_stay_two_nodes() -> None:
    told, claims = twin()
    claims["other"] = claim(
        told, "second bomb", bomb("bomb"), place=claims["bridgeton"]
    )
    found, where = nodes(told, claims)
    assert where["other"][0] != where["bomb"][0]
    assert where["other"][0] == found["Bombing in Bridgeton, 3 May 2031"].id


def test_one_city_has_no_parts() -> None:
    told = report("A bomb in Arden killed 5 people at the bus station on 3 May.")
    arden = claim(told, "Arden", city("Arden", ARDEN))
    place = claim(told, "bus station", station())
    figure = claim(told, "5 people", killed(5), place=arden, target=place)
    tree = grow("root", [told], [arden, place, figure], ())
    assert len(tree.incidents) == 1
    assert tree.placed[figure.id] == ("root", "incident_total")


def test_a_city_named_without_harm_of_its_own_is_no_part() -> None:
    told = report(
        "A bomb in Arden killed 5 people, said police in Arden and Bridgeton."
    )
    arden = claim(told, "Arden", city("Arden", ARDEN))
    bridge = claim(told, "Bridgeton", city("Bridgeton", BRIDGE))
    figure = claim(told, "5 people", killed(5), place=arden)
    assert len(grow("root", [told], [arden, bridge, figure], ()).incidents) == 1


def test_ids_of_parts_follow_the_root() -> None:
    told, claims = twin()
    first = grow("root", [told], list(claims.values()), ())
    again = grow("root", [told], list(reversed(claims.values())), ())
    other = grow("other", [told], list(claims.values()), ())
    assert first == again
    assert not {n.id for n in first.incidents} & {n.id for n in other.incidents}


def test_places_of_daily_life_are_no_parts() -> None:
    told = report(
        "Shots in Arden hit 5 people. 2 men died in a house. 3 women died in a street."
    )
    claims = {
        "arden": claim(told, "Arden", city("Arden", ARDEN)),
        "all": claim(told, "5 people", killed(5), role="incident_total"),
        "house": claim(told, "house", Target(kind="home")),
        "street": claim(told, "street", Target(kind="street")),
    }
    for key, quote, site in (("a", "2 men", "house"), ("b", "3 women", "street")):
        claims[key] = claim(
            told,
            quote,
            killed(int(quote[0])),
            role="incident_total",
            target=claims[site],
        )
    found, _ = nodes(told, claims)
    assert len(found) == 1
