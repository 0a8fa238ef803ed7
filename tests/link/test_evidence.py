from link_values import ARDEN, BRIDGE, city, claim, day, killed, report
from sourcebook.link.evidence import Seen, features, score
from sourcebook.link.facts import gather
from sourcebook.link.mentions import mentions
from sourcebook.link.terms import weigh
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report

TEXT = "A gunman shot shoppers in {place} on {day}, killing {n} people, police said."


def seen(pairs: list[tuple[Report, list[Claim]]]) -> list[Seen]:
    lineage = {r.id: r.id for r, _ in pairs}
    terms, _ = weigh([r for r, _ in pairs], lineage)
    return [
        Seen(
            terms=terms[r.id],
            facts=gather(r, claims),
            mentions=mentions(r.title, r.text.characters),
            lineage=r.id,
            kind="shooting",
        )
        for r, claims in pairs
    ]


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
