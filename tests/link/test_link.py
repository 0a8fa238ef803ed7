import random

import pytest

from link_values import ARDEN, BRIDGE, city, claim, day, killed, report, said
from sourcebook.link import Linked, Minted, link
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report

ARDEN_NEWS = [
    (
        "Gunman kills five at Arden market",
        "A gunman killed 5 people at the fish market in Arden on 3 May 2031, police chief Ana Lorimer said. The shooting began near the Quayside stalls.",
    ),
    (
        "Five dead in Arden market shooting",
        "Police in Arden named the man who shot 5 people at the fish market on 3 May 2031 as Tom Havel, 31. Witnesses ran from the Quayside stalls.",
    ),
    (
        "Market shooting suspect Tom Havel in court",
        "Tom Havel, 31, was charged with murder over the deaths of 5 people in the Arden fish market shooting on 3 May 2031.",
    ),
]
BRIDGE_NEWS = [
    (
        "Bus plunges off Bridgeton viaduct",
        "A coach fell from the Bridgeton viaduct on 9 May 2031, killing 11 people, the fire brigade said. The Corran Lines driver survived.",
    ),
    (
        "Eleven killed in Bridgeton coach crash",
        "Investigators looked at the brakes of the Corran Lines coach that fell from the viaduct in Bridgeton on 9 May 2031 and killed 11 people.",
    ),
]
OTHER_NEWS = [
    (
        "Rovers win the league",
        "The champions won the match with a late goal and lifted the title before their fans.",
    )
]


def told(title: str, text: str, published: str, n: int) -> tuple[Report, list[Claim]]:
    one = report(text, title=title, published=published, outlet=f"paper{n}.example")
    claims = []
    for name, where, on, count in (
        ("Arden", ARDEN, "3 May 2031", 5),
        ("Bridgeton", BRIDGE, "9 May 2031", 11),
    ):
        if name in text and on in text:
            claims = [
                claim(one, name, city(name, where)),
                claim(one, on, day("2031-05-0" + on[0])),
                claim(
                    one, f"{count} people", killed(count), attribution=(said("police"),)
                ),
            ]
    return one, claims


@pytest.fixture(scope="module")
def pool() -> tuple[list[Report], list[Claim]]:
    news = [(n, "2031-05-04") for n in ARDEN_NEWS[:2]] + [(ARDEN_NEWS[2], "2031-07-20")]
    news += [(n, "2031-05-10") for n in BRIDGE_NEWS] + [
        (n, "2031-05-10") for n in OTHER_NEWS
    ]
    pairs = [told(*item, date, n) for n, (item, date) in enumerate(news)]
    return [r for r, _ in pairs], [c for _, claims in pairs for c in claims]


def incident_of(found: Linked, reports: list[Report]) -> list[str | None]:
    where = {p.report: p.incident for p in found.placements}
    return [where[r.id] for r in reports]


def test_GRP_1_reports_of_one_incident_come_together(
    pool: tuple[list[Report], list[Claim]],
) -> None:
    reports, claims = pool
    first, second, court, crash, brakes, sport = incident_of(
        link(reports, claims), reports
    )
    assert first == second == court is not None
    assert crash == brakes is not None
    assert first != crash
    assert sport is None


def test_a_court_report_is_a_follow_up_of_its_incident(
    pool: tuple[list[Report], list[Claim]],
) -> None:
    reports, claims = pool
    roots = [n for n in link(reports, claims).incidents if n.parent is None]
    marks = {e.report: e.follow_up for root in roots for e in root.links}
    assert marks[reports[2].id] and not marks[reports[0].id]


def test_GRP_5_every_link_keeps_the_features_that_decided(
    pool: tuple[list[Report], list[Claim]],
) -> None:
    reports, claims = pool
    for root in link(reports, claims).incidents:
        assert {e.report for e in root.links} == set(root.reports)
        assert all(e.features for e in root.links)


def test_REC_8_the_order_of_the_input_changes_nothing(
    pool: tuple[list[Report], list[Claim]],
) -> None:
    reports, claims = pool
    expected = link(reports, claims)
    for seed in range(3):
        mixed, told = list(reports), list(claims)
        random.Random(seed).shuffle(mixed)
        random.Random(seed).shuffle(told)
        assert link(mixed, told) == expected


def test_ids_stay_when_reports_are_added(
    pool: tuple[list[Report], list[Claim]],
) -> None:
    reports, claims = pool
    early = [reports[0], reports[3]]
    before = link(early, [c for c in claims if c.report in {r.id for r in early}])
    after = link(reports, claims, minted=before.minted)
    assert incident_of(after, early) == incident_of(before, early)
    assert after.minted[: len(before.minted)] == before.minted


def test_claims_carry_their_node_and_lineage(
    pool: tuple[list[Report], list[Claim]],
) -> None:
    reports, claims = pool
    found = link(reports, claims)
    figures = [c for c in found.claims if c.type == "figure"]
    assert all(c.incident and c.role == "incident_total" for c in figures)
    assert len({c.lineage for c in figures}) == 1
    held = {key for node in found.incidents for key in node.claims}
    assert held == {c.id for c in found.claims if c.incident}


def test_given_groups_skip_the_grouping() -> None:
    text = "A gunman shot a man."
    reports = [
        report(text, source_id="1", group="a"),
        report("A flood took a bridge.", source_id="2", group="a"),
        report(text + " Again.", source_id="3", group="b"),
        report(text, source_id="4"),
    ]
    one, two, three, none = incident_of(link(reports, [], group_by=True), reports)
    assert one == two != three
    assert none is None


def test_a_minted_id_survives_given_groups() -> None:
    reports = [report("A gunman shot a man.", source_id="1", group="a")]
    rows = (Minted(incident="kept", reports=(reports[0].id,)),)
    found = link(reports, [], minted=rows, group_by=True)
    assert incident_of(found, reports) == ["kept"]


def test_no_reports_give_nothing() -> None:
    assert link([], []) == Linked(placements=(), incidents=(), claims=(), minted=())
