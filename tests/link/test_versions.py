from dataclasses import replace

from link_values import ARDEN, claim, killed, report
from sourcebook.link import Minted, link
from sourcebook.link.versions import latest_versions
from sourcebook.model.claim import Place

OLD = report("A bomb in Arden killed 7 people.", source_id="old")
NEW = replace(
    report("A bomb in Arden killed 9 people.", source_id="new"), version_of=OLD.id
)
CLAIMS = [
    made
    for each in (OLD, NEW)
    for made in (
        claim(
            each, "Arden", Place(name="Arden", precision="city", role="event", **ARDEN)
        ),
        claim(each, "killed", killed(7), role="incident_total"),
    )
]


def test_an_earlier_version_stands_with_the_latest_and_counts_nowhere() -> None:
    linked = link([OLD, NEW], CLAIMS)
    (root,) = (i for i in linked.incidents if i.parent is None)
    assert root.reports == (NEW.id,)
    assert {p.incident for p in linked.placements} == {root.id}
    placed = {c.report for c in linked.claims if c.incident is not None}
    assert placed == {NEW.id}


def test_an_incident_keeps_its_id_when_its_report_is_edited() -> None:
    first = link([OLD], [c for c in CLAIMS if c.report == OLD.id])
    second = link([OLD, NEW], CLAIMS, minted=first.minted)
    assert second.minted == first.minted
    assert second.minted == (Minted(incident=first.incidents[0].id, reports=(OLD.id,)),)


def test_versions_of_versions_lead_to_the_last_and_circles_end() -> None:
    a, b, c = (report(f"Text {n}", source_id=str(n)) for n in range(3))
    chain = [a, replace(b, version_of=a.id), replace(c, version_of=b.id)]
    assert latest_versions(chain) == {a.id: c.id, b.id: c.id}
    assert latest_versions([chain[1]]) == {}
    circle = [replace(a, version_of=b.id), replace(b, version_of=a.id)]
    assert len(latest_versions(circle)) == 2
