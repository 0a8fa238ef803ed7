from link_values import ARDEN, BRIDGE, city, claim, day, killed, report
from sourcebook.link.evidence import Seen, features, score
from sourcebook.link.sight import Sight
from sourcebook.model.claim import Claim, Means
from sourcebook.model.report import Report

TEXT = "A gunman shot shoppers in {place} on {day}, killing {n} people, police said."


def seen(pairs: list[tuple[Report, list[Claim]]]) -> list[Seen]:
    lineage = {r.id: r.id for r, _ in pairs}
    sight = Sight.of([r for r, _ in pairs], {r.id: c for r, c in pairs}, lineage)
    return [sight[r.id] for r, _ in pairs]


def told(
    place: str, where: dict[str, object], on: str, n: int
) -> tuple[Report, list[Claim]]:
    one = report(TEXT.format(place=place, day=on, n=n), source_id=f"{place}{on}{n}")
    return one, [
        claim(one, place, city(place, where)),
        claim(one, on, day(on)),
        claim(one, f"{n} people", killed(n)),
    ]


def compare(
    left: tuple[Report, list[Claim]], right: tuple[Report, list[Claim]]
) -> float:
    one, two = seen([left, right])
    assert features(one, two) == features(two, one)
    return score(features(one, two))


def test_GRP_1_place_and_day_decide_and_figures_only_support() -> None:
    base = told("Arden", ARDEN, "2031-05-03", 5)
    same = compare(base, told("Arden", ARDEN, "2031-05-03", 6))
    assert same < compare(base, told("Arden", ARDEN, "2031-05-03", 5)) + 1e-9
    one, two = seen([base, told("Arden", ARDEN, "2031-05-03", 50)])
    assert all(
        value >= 0 for name, value in features(one, two).items() if "number" in name
    )


def test_GRP_2_another_city_or_day_speaks_against() -> None:
    base = told("Arden", ARDEN, "2031-05-03", 5)
    same = compare(base, told("Arden", ARDEN, "2031-05-03", 6))
    assert compare(base, told("Bridgeton", BRIDGE, "2031-05-03", 6)) < same - 1
    assert compare(base, told("Arden", ARDEN, "2031-05-19", 6)) < same - 1


def test_named_victims_connect_a_trial_with_its_shooting() -> None:
    first = report("Ana Gray, 40, was shot on Mill Street in Arden.", source_id="a")
    trial = report(
        "The man who shot Ana Gray, 40, on Mill Street was jailed.",
        source_id="b",
        published="2032-01-09",
    )
    one, two = seen([(first, []), (trial, [])])
    found = features(one, two)
    assert found["shared person"] == found["shared street"] == 1.0
    assert found["apart, nobody shared"] == 0.0


FAR = {"country": "XB", "lat": 40.0, "lon": 40.0, "geonames_id": 3}


def test_GRP_1_places_apart_rule_one_incident_out_whatever_else_is_alike() -> None:
    base = told("Arden", ARDEN, "2031-05-03", 9)
    other = told("Farrow", FAR, "2031-05-03", 9)
    one, two = seen([base, other])
    assert features(one, two)["other place"] == 1.0
    assert compare(base, other) < 0


def test_GRP_1_a_place_that_the_other_report_names_is_not_apart() -> None:
    base = told("Arden", ARDEN, "2031-05-03", 9)
    text = "The action that struck Arden also struck Farrow on 2031-05-03."
    other = report(text, source_id="both")
    both = (other, [claim(other, "Farrow", city("Farrow", FAR))])
    one, two = seen([base, both])
    assert features(one, two)["other place"] == 0.0


def test_GRP_1_two_towns_of_one_name_are_not_told_apart() -> None:
    base = told("Arden", ARDEN, "2031-05-03", 9)
    other = told("Arden", FAR, "2031-05-03", 8)
    one, two = seen([base, other])
    found = features(one, two)
    assert found["other place"] == found["different country"] == 0.0


def test_equal_small_numbers_are_no_evidence() -> None:
    nine = [told("Arden", ARDEN, "2031-05-03", 9) for _ in range(2)]
    ninety = [told("Arden", ARDEN, "2031-05-03", 90) for _ in range(2)]
    assert features(*seen(nine))["same number killed"] == 0.0
    assert features(*seen(ninety))["same number killed"] == 1.0


def place_less(text: str) -> tuple[Report, list[Claim]]:
    one = report(text, source_id=text[:12])
    return one, [claim(one, "Saturday", day("2031-05-03"))]


def test_GRP_1_a_place_no_gazetteer_knows_is_a_place_all_the_same() -> None:
    ferry = place_less("A ferry sank off Sorrel Point on Saturday, killing five.")
    bus = place_less("A bus overturned near Quillan on Saturday, killing five.")
    one, two = seen([ferry, bus])
    assert features(one, two)["different place"] == 1.0
    assert compare(ferry, bus) < 0


def test_GRP_2_other_streets_and_ages_are_another_scene() -> None:
    first = place_less("A 17-year-old was shot on Maple Road in Arden on Saturday.")
    later = place_less("A 31-year-old was shot on Grove Street in Arden on Saturday.")
    one, two = seen([first, later])
    found = features(one, two)
    assert found["different streets"] == found["different ages"] == 1.0
    assert compare(first, later) < compare(first, first) - 2


def test_GRP_1_months_apart_with_nobody_shared_are_two() -> None:
    first = report(
        "A child was shot at the summer fair in Arden while buying sweets.",
        source_id="a",
        published="2031-01-05",
    )
    later = report(
        "Officers hunt whoever fired at a boy by his school gate in Arden.",
        source_id="b",
        published="2031-05-05",
    )
    one, two = seen([(first, []), (later, [])])
    assert features(one, two)["other time"] == 1.0
    assert score(features(one, two)) < 0


def test_GRP_2_fresh_news_of_two_days_of_a_war_is_of_two_incidents() -> None:
    def raid(on: str, published: str) -> tuple[Report, list[Claim]]:
        text = f"Soldiers of Varnia shelled Kesh of the Oruk militia on {on}."
        one = report(text, source_id=on, published=published)
        means = Means(
            instrument="artillery", comparator="unknown", value=None, low=1, high=None
        )
        return one, [
            claim(one, on, day(on)),
            claim(one, "Kesh", city("Kesh", ARDEN)),
            claim(one, "shelled", means),
        ]

    first, second = raid("2031-05-03", "2031-05-03"), raid("2031-05-12", "2031-05-13")
    one, two = seen([first, second])
    assert features(one, two)["other day"] == 1.0
    assert compare(first, second) < 0
    late = raid("2031-05-12", "2031-05-17")
    assert features(*seen([first, late]))["other day"] == 0.0
    soon = raid("2031-05-07", "2031-05-07")
    assert features(*seen([first, soon]))["other day"] == 0.0
