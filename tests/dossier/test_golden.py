"""A small dossier, word for word as it was reviewed.

Its claims are written by hand, so that it changes with the pages only. To accept a
change after reading it: ``SOURCEBOOK_UPDATE=1 pytest tests/dossier/test_golden.py``.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

from link_values import claim, report
from sourcebook.dossier import Dossiers
from sourcebook.dossier.listing import without_incident
from sourcebook.dossier.page import build_page
from sourcebook.dossier.render import incident_html, incident_markdown
from sourcebook.model.claim import (
    Act,
    AttributionLink,
    Claim,
    Figure,
    Means,
    Payload,
    Place,
    Responsibility,
    Role,
    Statement,
    Target,
)
from sourcebook.model.estimate import Contradiction, Severity
from sourcebook.model.incident import Incident, Placement
from sourcebook.model.report import Report
from sourcebook.reconcile import reconcile

GOLDEN = Path(__file__).parent / "golden.md"
WIRE = report(
    "Six people were killed on Sunday when a car bomb exploded at a market in Arden, "
    "police said. The war has killed at least 900 people.",
    title="Six dead in Arden",
    outlet="Bay Wire",
    published="2031-05-04",
)
COPY = report(
    "Six people were killed on Sunday when a car bomb exploded at a market in Arden, "
    "police said.",
    title="Market bombed",
    outlet="Harbour Post",
    published="2031-05-04T16:00:00",
)
LATER = report(
    "The Arden Monitor put the toll at nine. Among the dead were two nurses. "
    "The ministry blamed the Grey | Tide for the attack. "
    "The Grey | Tide denied it.",
    outlet=None,
    published="2031-05-06",
)


def link(of: Report, name: str) -> tuple[AttributionLink, ...]:
    start = of.text.characters.index(name)
    return (
        AttributionLink(
            name=name,
            quote=name,
            field="text",
            start=start,
            end=start + len(name),
            relation="says",
            named=True,
        ),
    )


def exact(value: int) -> Figure:
    return Figure(metric="killed", comparator="eq", value=value, low=value, high=value)


def placed(
    of: Report,
    quote: str,
    payload: Payload,
    *,
    lineage: str,
    role: Role | None = None,
    source: str | None = None,
    part: str | None = None,
    background: str | None = None,
) -> Claim:
    made = claim(
        of,
        quote,
        payload,
        role=role,
        part=part,
        background=background,
        attribution=link(of, source) if source else (),
    )
    node = None if background else "node"
    return made.placed(incident=node, role=role, lineage=lineage)


def claims() -> list[Claim]:
    bomb = Means(instrument="car_bomb", comparator="eq", value=1, low=1, high=1)
    war = Figure(metric="killed", comparator="ge", value=900, low=900, high=None)
    blamed = Responsibility(actor="Grey | Tide", relation="accused_by_authority")
    denied = Responsibility(actor="Grey | Tide", relation="denied")
    said = Statement(speaker="The ministry", act="accuse", mode="paraphrase")
    tolls = [
        placed(
            of,
            "Six people",
            exact(6),
            lineage="police:arden",
            role="incident_total",
            source="police",
        )
        for of in (WIRE, COPY)
    ]
    return [
        *tolls,
        placed(WIRE, "a car bomb", bomb, lineage="outlet:bay-wire"),
        placed(COPY, "a car bomb", bomb, lineage="outlet:bay-wire"),
        placed(WIRE, "a market", Target(kind="market"), lineage="outlet:bay-wire"),
        placed(
            WIRE,
            "at least 900 people",
            war,
            lineage="outlet:bay-wire",
            role="background",
            background="war_toll",
        ),
        placed(
            LATER,
            "nine",
            exact(9),
            lineage="monitor:arden-monitor",
            role="incident_total",
            source="Arden Monitor",
        ),
        placed(
            LATER,
            "two nurses",
            exact(2),
            lineage="monitor:arden-monitor",
            role="part_of_total",
            part="including",
            source="Arden Monitor",
        ),
        placed(
            LATER,
            "blamed the Grey | Tide for the attack",
            blamed,
            lineage=f"report:{LATER.id}",
        ),
        placed(
            LATER,
            "The ministry blamed the Grey | Tide for the attack",
            said,
            lineage="government:NZ",
            source="The ministry",
        ),
        placed(LATER, "The Grey | Tide denied it", denied, lineage="named:grey-tide"),
    ]


def material() -> Dossiers:
    told = claims()
    reports = [WIRE, COPY, LATER]
    root = Incident(
        id="node",
        parent=None,
        label="Bombing in Arden, 4 May 2031",
        type="bombing_vehicle",
        date="2031-05-04",
        date_precision="day",
        place=Place(name="Arden", country="NZ", precision="city", role="event"),
        reports=tuple(r.id for r in reports),
        claims=tuple(sorted(c.id for c in told if c.incident)),
    )
    result = reconcile([root], told, reports)
    placements = [
        Placement(
            report=r.id,
            incident="node",
            duplicate_of=WIRE.id if r is COPY else None,
            lineage=r.id,
        )
        for r in reports
    ]
    return Dossiers(
        incidents=[root],
        claims=told,
        reports=reports,
        placements=placements,
        estimates=result.estimates,
        contradictions=result.contradictions,
        profile="conservative",
        version="test",
    )


def test_dossier_reads_as_reviewed() -> None:
    held = material()
    page = incident_markdown(build_page(held, held.incidents[0]))
    told = re.sub(r"\b[0-9a-f]{24,64}\b", "ID", page)
    if os.environ.get("SOURCEBOOK_UPDATE"):
        GOLDEN.write_text(told, "utf-8")
    assert told == GOLDEN.read_text("utf-8")


def test_copies_are_one_sign_and_one_row() -> None:
    held = material()
    page = build_page(held, held.incidents[0])
    (row,) = page.nodes[0].means
    assert [told.number for told in row.told] == ["1"]
    assert len(row.told[0].refs) == 2
    assert page.genealogy.arcs[0].words == "no. 2 copies no. 1"


def test_n2_background_touches_no_figure_of_the_incident() -> None:
    held = material()
    page = build_page(held, held.incidents[0])
    assert all("900" not in row.words + row.ever for row in page.figures.people)
    assert [out.why for out in page.background] == ["the toll of a whole war"]


def test_rec_7_the_replaced_figure_is_drawn_hollow() -> None:
    held = material()
    page = build_page(held, held.incidents[0])
    (row,) = page.figures.people
    assert [tick.old for tick in row.bar.ticks] == [False, True, True]
    assert row.chart is not None
    assert {line.name for line in row.chart.lines} == {"Arden Monitor", "Arden police"}


def test_n6_the_accuser_is_named_and_not_the_outlet() -> None:
    held = material()
    page = build_page(held, held.incidents[0])
    told = {(b.source, b.way, b.own_voice) for b in page.blame}
    assert told == {
        ("The ministry", "accused_by_authority", False),
        ("Grey | Tide", "denied", False),
    }


def test_n20_what_no_report_says_is_told_as_such() -> None:
    held = material()
    page = build_page(held, held.incidents[0])
    assert "No report totals how many were injured." in page.unknown


def test_differing_words_are_marked_on_both_sides() -> None:
    held = material()
    page = build_page(held, held.incidents[0])
    (difference,) = page.differences
    left, right = (side.quotes[0] for side in difference.sides)
    assert [r.characters for r in left.runs if r.differs and r.told] == [
        "blamed",
        "for the attack",
    ]
    assert [r.characters for r in right.runs if r.differs] == ["denied it"]


def test_earlier_versions_stand_with_the_report_that_replaced_them() -> None:
    held = material()
    old = report("Five people were killed in Arden.", published="2031-05-03")
    reports = [old, WIRE, COPY, replace(LATER, version_of=old.id)]
    held = replace(held, reports=reports)
    page = build_page(held, held.incidents[0])
    told = {source.number: source.versions for source in page.reports}
    (earlier,) = told[3]
    assert (earlier.text_id, earlier.published) == (old.text.id, "Saturday 3 May 2031")
    assert not told[1] and not told[2]
    assert "earlier version" in incident_markdown(page)
    assert "Earlier version" in incident_html(page)
    listed = without_incident(held, read=True)
    assert not listed


def test_a_report_without_a_figure_is_counted_as_one() -> None:
    held = material()
    silent = report("Look at our pictures of Arden.", outlet="Bay Pictures")
    root = held.incidents[0]
    root = replace(root, reports=(*root.reports, silent.id))
    held = replace(held, reports=[*held.reports, silent], incidents=[root])
    page = build_page(held, root)
    assert page.counts.endswith("1 without a figure of people hit")
    assert [source.tolls for source in page.reports] == [True, True, True, False]


def spoken(act: Act, words: str, *, speaker: str, body: str | None = None) -> Claim:
    start = LATER.text.characters.index(words)
    link_to = AttributionLink(
        name=speaker,
        quote=words[:3],
        field="text",
        start=start,
        end=start + 3,
        relation="says",
        named=True,
        body=body,
    )
    payload = Statement(speaker=speaker, act=act, mode="direct")
    made = claim(LATER, words, payload, attribution=(link_to,))
    return made.placed(incident="node", role="incident_total", lineage="named:x")


def test_stm_3_speakers_have_their_office_and_comments_are_folded() -> None:
    held = material()
    words = ("The Arden", "Monitor put", "the toll", "at nine", "Among the dead")
    more = [
        spoken("demand", words[0], speaker="Ada Bay", body="Harbour Council"),
        spoken("comment", words[1], speaker="witnesses"),
        spoken("comment", words[2], speaker="Bo Lee", body="Harbour Police"),
        spoken("comment", words[3], speaker="Ada Bay", body="Prime Minister"),
    ]
    held = replace(held, claims=[*held.claims, *more])
    page = build_page(held, held.incidents[0])
    acts = {said.act: said for said in page.said}
    (demand,) = acts["Demands"].rows
    assert (demand.speaker, demand.office) == ("Ada Bay", "for the Harbour Council")
    comments = acts["Comments"]
    assert "witnesses" in {row.speaker for row in comments.folded}
    assert {row.office for row in (*comments.rows, *comments.folded)} <= {
        "",
        "for Harbour Police",
    }
    assert "1 more" in incident_markdown(page) or not comments.rows


def test_num_17_it_is_said_that_nobody_says_whether_the_attacker_is_counted() -> None:
    held = material()
    killer = Figure(
        metric="killed",
        population="attackers",
        comparator="eq",
        value=1,
        low=1,
        high=1,
    )
    dead = placed(
        LATER, "Among the dead", killer, lineage="monitor:x", role="incident_total"
    )
    told = [*held.claims, dead]
    result = reconcile(held.incidents, told, held.reports)
    held = replace(held, claims=told, estimates=result.estimates)
    page = build_page(held, held.incidents[0])
    (row,) = page.figures.people
    assert row.notes == ("no report says whether the attacker who died is counted",)
    assert page.figures.groups[0].counted == "1 attacker killed"


def test_n20_an_accident_has_neither_attackers_nor_anybody_held_responsible() -> None:
    held = material()
    root = replace(held.incidents[0], type="transport_accident")
    told = [c for c in held.claims if not isinstance(c.payload, Responsibility)]
    held = replace(held, incidents=[root], claims=told)
    unknown = " ".join(build_page(held, root).unknown)
    for word in ("attackers", "responsible", "civilians"):
        assert word not in unknown


def test_rec_7_and_rec_9_a_rise_is_history_and_a_clash_is_joined() -> None:
    def drawn(*severities: Severity) -> tuple[str, ...]:
        held = material()
        (told,) = (c.id for c in held.claims if c.quote == "nine")
        early = next(c.id for c in held.claims if c.quote == "Six people")
        clashes = [
            Contradiction(
                id=severity,
                kind="hard" if severity == "hard" else "temporal_update",
                severity=severity,
                incident=held.incidents[0].id,
                claims=tuple(sorted((told, early))),
                explanation=f"Six against nine: {severity}.",
            )
            for severity in severities
        ]
        page = build_page(replace(held, contradictions=clashes), held.incidents[0])
        (row,) = page.figures.people
        assert row.chart is not None
        return tuple(clash.words for clash in row.chart.clashes)

    assert drawn("none") == ()
    assert drawn("none", "hard") == ("Six against nine: hard.",)


def test_a_shared_passage_is_named_beneath_the_lineage() -> None:
    passage = (
        "14 people drowned when the ferry of the northern line went down off the cape"
    )
    one = report(f"Rain fell. Divers said {passage}.", outlet="Bay Wire")
    two = report(
        f"A mass was held, and {passage}, the quay heard.",
        outlet="Harbour Post",
        published="2031-05-05",
    )
    claims = [
        placed(r, "14 people", exact(14), lineage="outlet:bay-wire") for r in (one, two)
    ]
    root = replace(
        material().incidents[0],
        reports=(one.id, two.id),
        claims=tuple(sorted(c.id for c in claims)),
    )
    held = Dossiers(
        incidents=[root],
        claims=claims,
        reports=[one, two],
        placements=[
            Placement(report=r.id, incident=root.id, duplicate_of=None, lineage=one.id)
            for r in (one, two)
        ],
        estimates=[],
        contradictions=[],
        profile="conservative",
        version="test",
    )
    page = build_page(held, root)
    (arc,) = page.genealogy.arcs
    assert arc.partial and arc.words.startswith("no. 2 shares a passage with no. 1")
    (descent,) = page.genealogy.descents
    (way,) = descent.ways
    assert [taker.number for taker in way.takers] == [1, 2]
    assert way.takers[1].shared == ((1, f"{passage},"),)
    assert f"shares with no. 1: “{passage},”" in incident_markdown(page)
