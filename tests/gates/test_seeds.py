"""The two reports that started the project, against the worked reference.

Hard gates of DOMAIN 8b and what issue 2 asks of the seeds. Ids like F15 or K2 are
those of DOMAIN section 7.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builds import Build

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def reference(shared: Path) -> dict[str, Any]:
    path = shared / "evaluation/seed_reference.json"
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data


@pytest.fixture(scope="module")
def world(seeds: Build, reference: dict[str, Any]) -> World:
    return World(seeds, reference)


class World:
    """The build of the seeds, with reference rows found by their ids."""

    def __init__(self, build: Build, reference: dict[str, Any]) -> None:
        self.reports = {r["source_id"]: r for r in build.rows("reports")}
        self.claims: Rows = build.rows("claims")
        self.incidents = {i["id"]: i for i in build.rows("incidents")}
        self.contradictions: Rows = build.rows("contradictions")
        self.file = {d["id"]: d["file"] for d in reference["documents"]}
        self.reference = reference
        self.root = next(i for i in self.incidents.values() if i["parent"] is None)

    def at(self, wanted: dict[str, Any], kind: str) -> Rows:
        """Claims of a type that overlap a reference span."""
        report = self.reports[self.file[wanted["doc"]]]["id"]
        return [
            c
            for c in self.claims
            if c["report"] == report
            and c["type"] == kind
            and c["field"] == "text"
            and c["start"] < wanted["end"]
            and wanted["start"] < c["end"]
        ]

    def figure(self, id: str) -> dict[str, Any]:
        row = next(f for f in self.reference["figures"] if f["id"] == id)
        found = self.at(row["number"], "figure")
        assert found, f"{id} {row['quote']['exact']!r} was not found"
        return found[0]

    def estimate(self, node: dict[str, Any], metric: str) -> dict[str, Any] | None:
        return next(
            (
                e
                for e in node["estimates"]
                if e["metric"] == metric and e["population"] == "persons"
            ),
            None,
        )

    def node(self, *words: str, parent: dict[str, Any] | None = None) -> dict[str, Any]:
        """The node below the root whose label holds all words, fewest words first."""
        found = [
            i
            for i in self.incidents.values()
            if i["parent"] and all(w.lower() in i["label"].lower() for w in words)
        ]
        assert found, [i["label"] for i in self.incidents.values()]
        return min(found, key=lambda i: len(i["label"]))


def test_there_is_one_root_with_both_reports(world: World) -> None:
    roots = [i for i in world.incidents.values() if i["parent"] is None]
    assert len(roots) == 1
    assert sorted(world.root["reports"]) == sorted(
        r["id"] for r in world.reports.values()
    )
    assert world.root["date"] == "2016-05-23"
    assert world.root["place"]["country"] == "SY"


def test_every_span_reads_as_quoted(world: World, shared: Path) -> None:
    texts = {
        world.reports[p.name]["id"]: p.read_bytes().decode("utf-8")
        for p in (shared / "seeds").glob("*.txt")
    }
    for claim in world.claims:
        text = texts[claim["report"]]
        assert text[claim["start"] : claim["end"]] == claim["quote"]
        for link in claim["attribution"]:
            if link["quote"] is not None:
                assert text[link["start"] : link["end"]] == link["quote"]


def test_killed_is_101_best_101_to_149(world: World) -> None:
    killed = world.estimate(world.root, "killed")
    assert killed is not None
    assert (killed["low"], killed["best"], killed["high"]) == (101, 101, 149)
    assert killed["ever"] == {"low": 101, "high": 149}
    assert not killed["high_open"]
    inputs = {world.figure(f)["id"] for f in ("F01", "F11", "F21", "F29")}
    assert set(killed["inputs"]) == inputs


def test_parts_and_background_are_excluded_with_reasons(world: World) -> None:
    killed = world.estimate(world.root, "killed")
    assert killed is not None
    reasons = {x["claim"]: x["reason"] for x in killed["excluded"]}
    for id, word in (("F15", "part"), ("F28", "part"), ("F31", "background")):
        assert word in reasons[world.figure(id)["id"]], id


def test_injured_is_200_and_open(world: World) -> None:
    injured = world.estimate(world.root, "injured")
    assert injured is not None
    assert (injured["low"], injured["best"], injured["high"]) == (200, 200, 200)
    assert injured["high_open"]


def test_bus_station_figures_stand_on_their_nodes(world: World) -> None:
    tartous, jableh = world.figure("F15"), world.figure("F28")
    for claim, place in ((tartous, 163345), (jableh, 169304)):
        node = world.incidents[claim["incident"]]
        assert node["parent"] is not None
        assert "bus station" in node["label"].lower()
        assert node["place"]["geonames_id"] == place
        assert claim["role"] in ("incident_total", "part_of_total")
    assert tartous["incident"] != jableh["incident"]
    at_station = world.estimate(world.incidents[tartous["incident"]], "killed")
    assert at_station is not None
    assert (at_station["low"], at_station["high_open"]) == (34, True)
    dozens = world.estimate(world.incidents[jableh["incident"]], "killed")
    assert dozens is not None
    assert (dozens["low"], dozens["best"]) == (12, 12)


@pytest.mark.parametrize("id", ["F06", "F20", "F31"])
def test_background_touches_no_incident(world: World, id: str) -> None:
    claim = world.figure(id)
    assert claim["role"] == "background"
    assert claim["incident"] is None


def test_n2_the_war_toll_is_no_input(world: World) -> None:
    war = world.figure("F31")["id"]
    for incident in world.incidents.values():
        for estimate in incident["estimates"]:
            assert war not in estimate["inputs"]


@pytest.mark.parametrize(
    ("id", "comparator", "value", "low", "high"),
    [
        ("F01", "gt", 100, 101, None),
        ("F02", "approx", 200, 200, 200),
        ("F11", "gt", 100, 101, None),
        ("F12", "approx", 200, 200, 200),
        ("F15", "gt", 33, 34, None),
        ("F21", "gt", 100, 101, None),
        ("F28", "vague", None, 12, None),
        ("F29", "near", 150, None, 149),
        ("F30", "ge", 200, 200, None),
        ("F31", "ge", 250000, 250000, None),
    ],
)
def test_bounds_are_those_of_the_words(
    world: World, id: str, comparator: str, value: int, low: int, high: int
) -> None:
    claim = world.figure(id)
    told = (claim["comparator"], claim["value"], claim["low"], claim["high"])
    assert told == (comparator, value, low, high)


def test_the_official_was_quoted_by_somebody_not_told(world: World) -> None:
    chain = world.figure("F15")["attribution"]
    assert chain[0]["relation"] == "unstated"
    assert chain[0]["name"] is None and chain[0]["quote"] is None
    assert "interior ministry official" in chain[-1]["quote"]
    assert chain[-1]["named"] is False


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("F11", "International media outlets"),
        ("F21", "Syrian Observatory for Human Rights"),
        ("F29", "Reuters"),
    ],
)
def test_sources_of_totals(world: World, id: str, name: str) -> None:
    assert name.lower() in world.figure(id)["attribution"][-1]["name"].lower()


def test_the_first_report_speaks_in_its_own_voice(world: World) -> None:
    assert world.figure("F01")["attribution"] == []


def test_n12_nothing_is_guessed_for_the_first_report(world: World) -> None:
    first = world.reports[world.file["D1"]]
    assert first["outlet"] is None and first["published"] is None
    second = world.reports[world.file["D2"]]
    assert second["outlet"] == "Asia-Plus"
    assert second["published"] == "2016-05-24"


def test_n7_no_incident_elsewhere(world: World) -> None:
    elsewhere = ("Dushanbe", "Geneva", "Damascus", "Homs", "Latakia")
    for incident in world.incidents.values():
        names = f"{incident['label']} {(incident['place'] or {}).get('name')}"
        assert not any(word in names for word in elsewhere)


def test_both_cities_are_parts(world: World) -> None:
    ids = {
        (i["place"] or {}).get("geonames_id")
        for i in world.incidents.values()
        if i["parent"] == world.root["id"]
    }
    assert {163345, 169304} <= ids


@pytest.mark.parametrize("id", ["R1", "R2", "R3"])
def test_is_claimed(world: World, id: str) -> None:
    row = next(r for r in world.reference["responsibility"] if r["id"] == id)
    found = world.at(row["quote"], "responsibility")
    assert any(c["relation"] == "claimed" and "IS" in initials(c) for c in found)


def initials(claim: dict[str, Any]) -> str:
    words = claim["actor"].replace("(", " ").split()
    return claim["actor"] + " " + "".join(w[0] for w in words if w[0].isupper())


def test_three_states_are_accused_by_an_authority(world: World) -> None:
    row = next(r for r in world.reference["responsibility"] if r["id"] == "R4")
    found = world.at(row["quote"], "responsibility")
    accused = {c["actor"] for c in found if c["relation"] == "accused_by_authority"}
    assert accused == {"Turkey", "Saudi Arabia", "Qatar"}
    assert all("partially" in (c["hedge"] or "") for c in found)


def test_r5_the_capitals_stand_for_the_accused_states(world: World) -> None:
    row = next(r for r in world.reference["responsibility"] if r["id"] == "R5")
    found = world.at(row["quote"], "responsibility")
    assert {c["relation"] for c in found} == {"accused_by_authority"}
    assert {c["actor"] for c in found} == {"Turkey", "Saudi Arabia", "Qatar"}
    assert all(not c["hedge"] for c in found)


def test_e2_2_the_hospital_is_a_node_without_a_toll(world: World) -> None:
    hospital = world.node("hospital")
    assert hospital["place"]["geonames_id"] == 169304
    assert world.estimate(hospital, "killed") is None


def test_n6_claim_and_accusation_are_never_merged(world: World) -> None:
    states = {"turkey", "saudi arabia", "qatar", "riyadh", "ankara", "doha"}
    for claim in world.claims:
        if claim["type"] == "responsibility":
            state = claim["actor"].lower() in states
            assert not (state and claim["relation"] == "claimed")
            assert claim["relation"] != "reported_as_fact"
    kinds = {c["kind"] for c in world.contradictions}
    assert "competing_responsibility" in kinds


def test_rsp3_accusations_of_other_conduct_are_no_responsibility(
    world: World,
) -> None:
    conduct = ("derail the Geneva talks", "supporting rebel groups", "air strikes")
    for claim in world.claims:
        # the group's own claim may go on to tell its motive
        if claim["type"] == "responsibility" and claim["relation"] != "claimed":
            assert not any(part in claim["quote"] for part in conduct)


def test_k2_means_are_contradicted(world: World) -> None:
    rockets = {
        c["id"]
        for c in world.claims
        if c["type"] == "means" and "rocket" in c["instrument"]
    }
    assert rockets
    means = [c for c in world.contradictions if c["kind"] == "means"]
    assert any(rockets & set(c["claims"]) for c in means)


def test_k7_same_words_two_speakers(world: World) -> None:
    t10, t12 = (
        next(s for s in world.reference["statements"] if s["id"] == id)
        for id in ("T10", "T12")
    )
    first = {c["id"] for c in world.at(t10["quote"], "statement")}
    second = {c["id"] for c in world.at(t12["quote"], "statement")}
    speakers = [c for c in world.contradictions if c["kind"] == "speaker"]
    assert any(first & set(c["claims"]) and second & set(c["claims"]) for c in speakers)


def test_t8_keeps_its_speaker_over_two_paragraphs(world: World) -> None:
    t8 = next(s for s in world.reference["statements"] if s["id"] == "T8")
    assert any("Toner" in c["speaker"] for c in world.at(t8["quote"], "statement"))


def test_n10_t10_is_neither_putin_nor_peskov(world: World) -> None:
    t10 = next(s for s in world.reference["statements"] if s["id"] == "T10")
    found = world.at(t10["quote"], "statement")
    assert found
    for claim in found:
        assert not any(name in claim["speaker"] for name in ("Putin", "Peskov"))


@pytest.mark.parametrize(
    "ids", [("F01", "F29"), ("F11", "F29"), ("F02", "F30"), ("F14", "F27")]
)
def test_bounds_that_fit_are_not_hard(world: World, ids: tuple[str, str]) -> None:
    found = []
    for id in ids:
        row = next(f for f in world.reference["figures"] if f["id"] == id)
        found += world.at(row["number"], "figure") + world.at(row["number"], "means")
    told = {c["id"] for c in found}
    for contradiction in world.contradictions:
        if contradiction["severity"] == "hard":
            assert len(told & set(contradiction["claims"])) < 2 or (
                contradiction["kind"] == "means"
            )


def test_src3_independence_of_the_killed(world: World) -> None:
    killed = world.estimate(world.root, "killed")
    assert killed is not None
    assert killed["lineages"] == {"min": 1, "max": 3}


def test_sums_are_derived_only_where_legal(world: World) -> None:
    explosions = {
        i["label"]: e
        for i in world.incidents.values()
        for e in i["estimates"]
        if e["metric"] == "explosions"
    }
    root = explosions.get(world.root["label"])
    assert root is not None and root["best"] == 8


def test_n15_nobody_is_marked_civilian(world: World) -> None:
    for claim in world.claims:
        if claim["type"] == "figure" and claim["role"] != "background":
            assert claim["population"] != "civilians"


def test_n17_no_tolerance_is_printed(world: World) -> None:
    for incident in world.incidents.values():
        for e in incident["estimates"]:
            numbers = {e["low"], e["best"], e["high"], *e["ever"].values()}
            assert not numbers & {135, 180, 220}


def test_rec13_every_figure_of_the_tree_is_used_or_excluded(world: World) -> None:
    named: set[str] = set()
    for incident in world.incidents.values():
        for e in incident["estimates"]:
            named |= set(e["inputs"]) | {x["claim"] for x in e["excluded"]}
            assert all(x["reason"] for x in e["excluded"])
    for claim in world.claims:
        if claim["type"] == "figure" and claim["incident"]:
            assert claim["id"] in named, claim["quote"]
