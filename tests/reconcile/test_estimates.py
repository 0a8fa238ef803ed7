"""REC-1 to REC-13, SRC-3 to SRC-5, NUM tolerance, SCP-3, SCP-4, SCP-6 (DOMAIN 3)."""

from __future__ import annotations

import pytest

from sourcebook.errors import ConfigError
from sourcebook.model.claim import Responsibility
from sourcebook.reconcile import reconcile_claims
from sourcebook.reconcile.reading import tolerance
from tellings import ROOT, Telling, node, numbers, reasons

DAYS = [f"2031-05-{day:02}" for day in range(3, 13)]


def test_rec_worked_rising_toll() -> None:
    told = Telling()
    told.figure("vague", None, low=12, on=DAYS[0])
    for (comparator, value), day in zip(
        [("ge", 40), ("gt", 45), ("eq", 48)], DAYS, strict=False
    ):
        told.figure(comparator, value, on=day)
    told.figure("eq", 52, on=DAYS[4], lineage="government:XX")
    told.figure("near", 55, on=DAYS[5])
    told.figure("eq", 56, on=DAYS[6])
    told.figure("eq", 57, on="2031-05-30")
    estimate = told.estimate()
    assert (estimate.ever.low, estimate.ever.high) == (40, 57)
    assert numbers(estimate) == (57, 57, 57)


def test_rec_worked_gunman_counted_or_not() -> None:
    told = Telling()
    for value in (20, 21, 22):
        told.figure("eq", value, on=DAYS[0])
    assert numbers(told.estimate()) == (20, 20, 22)
    assert len(told.contradictions("hard")) == 3


def test_rec_worked_monitor_against_accused_state() -> None:
    told = Telling()
    told.figure("eq", 90, on=DAYS[0], lineage="monitor:valley watch")
    told.figure("eq", 41, on=DAYS[1], lineage="government:SY")
    told.say(
        "Damascus is blamed",
        Responsibility(actor="Syrian government", relation="accused"),
    )
    assert numbers(told.estimate()) == (41, 90, 90)
    assert [c.severity for c in told.contradictions("hard")] == ["hard"]


def test_rec_worked_floors_and_a_ceiling() -> None:
    """DOMAIN 7.4: killed 101, 101, 149; independence (1, 3)."""
    told = Telling()
    told.figure("gt", 100)
    told.figure("gt", 100, lineage="unnamed", on=DAYS[1])
    told.figure("gt", 100, lineage="monitor:watch", on=DAYS[1])
    told.figure("near", 150, lineage="wire:relay", on=DAYS[1])
    estimate = told.estimate()
    assert numbers(estimate) == (101, 101, 149)
    assert not estimate.high_open
    assert estimate.lineages == (1, 3)
    assert [c.severity for c in told.contradictions("compatible_bounds")] == ["none"]


def test_rec_worked_injured_open_high() -> None:
    told = Telling()
    told.figure("approx", 200, metric="injured")
    told.figure("approx", 200, metric="injured", on=DAYS[1])
    told.figure("ge", 200, metric="injured", on=DAYS[1])
    estimate = told.estimate("injured")
    assert numbers(estimate) == (200, 200, 200)
    assert estimate.high_open


def test_rec_1_populations_and_denied_claims_do_not_pool() -> None:
    told = Telling()
    told.figure("eq", 9)
    civilians = told.figure("eq", 4, population="civilians")
    denied = told.figure("eq", 70, modality="denied")
    assert numbers(told.estimate()) == (9, 9, 9)
    assert numbers(told.estimate(population="civilians")) == (4, 4, 4)
    assert reasons(told.estimate())[denied.id] == "denied"
    assert civilians.id not in told.estimate().inputs


def test_rec_2_ever_spans_all_numbers_and_no_vague_ones() -> None:
    told = Telling()
    vague = told.figure("vague", None, low=12, on=DAYS[0])
    told.figure("eq", 30, on=DAYS[1])
    told.figure("gt", 40, on=DAYS[2])
    assert (told.estimate().ever.low, told.estimate().ever.high) == (30, 41)
    assert reasons(told.estimate())[vague.id] == "vague beside a numbered figure"


def test_rec_3a_an_exact_number_satisfies_a_bound() -> None:
    told = Telling()
    told.figure("ge", 60, on=DAYS[0])
    told.figure("eq", 84, on=DAYS[0])
    assert numbers(told.estimate()) == (84, 84, 84)
    assert not told.estimate().high_open


def test_rec_3a_an_approximate_number_closes_nothing() -> None:
    told = Telling()
    told.figure("approx", 60, on=DAYS[0])
    told.figure("ge", 55, on=DAYS[0])
    assert told.estimate().high_open


def test_rec_3b_earlier_figures_bind_from_below() -> None:
    told = Telling()
    told.figure("le", 10, on=DAYS[0])
    early = told.figure("eq", 8, on=DAYS[0])
    late = told.figure("ge", 12, on=DAYS[1])
    estimate = told.estimate()
    assert numbers(estimate)[:2] == (12, 12) or estimate.low is None
    assert late.id in reasons(estimate)[early.id]


def test_rec_3b_a_correction_lowers_the_toll() -> None:
    told = Telling()
    told.figure("eq", 50, on=DAYS[0])
    report = told.report(
        "The toll was revised down to 44 dead, the prefect said.", DAYS[1], "late"
    )
    told.figure("eq", 44, report=report, quote="44 dead")
    assert numbers(told.estimate()) == (44, 44, 44)


def test_rec_3b_injured_grow_for_a_day_only() -> None:
    told = Telling()
    told.figure("eq", 120, metric="injured", on=DAYS[0])
    told.figure("eq", 95, metric="injured", on=DAYS[5])
    assert numbers(told.estimate("injured")) == (95, 95, 95)


def test_rec_3c_one_lineage_supersedes_itself() -> None:
    told = Telling()
    told.figure("eq", 5, on=DAYS[0], lineage="police:riverton")
    told.figure("eq", 3, on=DAYS[1], lineage="police:riverton")
    assert numbers(told.estimate()) == (3, 3, 3)


def test_rec_3c_a_narrower_figure_refines_whatever_the_date() -> None:
    told = Telling()
    told.figure("eq", 48, on=DAYS[0], lineage="police:riverton")
    told.figure("gt", 45, on=DAYS[1], lineage="police:riverton")
    assert numbers(told.estimate()) == (48, 48, 48)


def test_rec_3d_a_report_stands_at_its_highest_total() -> None:
    told = Telling()
    report = told.report("More than 50 were hurt. Caption: 40 hurt.", DAYS[0], "a")
    told.figure("gt", 50, metric="injured", report=report, quote="More than 50")
    old = told.figure("eq", 40, metric="injured", report=report, quote="40 hurt")
    assert told.estimate("injured").best == 51
    assert reasons(told.estimate("injured"))[old.id].startswith("superseded")


def test_rec_3d_keeps_another_source_in_the_same_report() -> None:
    told = Telling()
    report = told.report("The mayor said 41; the clinic said 44.", DAYS[0], "a")
    told.figure("eq", 41, report=report, quote="41", lineage="person:mayor")
    told.figure("eq", 44, report=report, quote="44", lineage="hospital:clinic")
    assert numbers(told.estimate()) == (41, 41, 44)


def test_rec_3e_undated_reports_support_and_never_supersede() -> None:
    told = Telling()
    told.figure("eq", 2)
    told.figure("eq", 3, on=DAYS[0])
    assert numbers(told.estimate()) == (3, 3, 3)
    told.figure("eq", 5)
    assert numbers(told.estimate()) == (3, 3, 5)


def test_rec_4_only_open_bounds() -> None:
    told = Telling()
    told.figure("ge", 12, on=DAYS[0])
    told.figure("gt", 14, on=DAYS[0])
    assert numbers(told.estimate()) == (15, 15, 15)
    assert told.estimate().high_open


def test_rec_5_is_moved_by_no_source_count() -> None:
    """SRC-5: the same number from many is no higher."""
    told = Telling()
    told.figure("eq", 7, on=DAYS[0])
    before = numbers(told.estimate())
    for _ in range(5):
        told.figure("eq", 7, on=DAYS[0])
    assert numbers(told.estimate()) == before


def test_rec_6_latest_is_the_newest_or_nothing() -> None:
    told = Telling()
    told.figure("eq", 4, on=DAYS[0])
    told.figure("eq", 6, on=DAYS[1])
    assert told.estimate(profile="latest").best == 6
    told.figure("eq", 9, on=DAYS[1])
    assert told.estimate(profile="latest").best is None


def test_rec_6_envelope_has_no_best() -> None:
    told = Telling()
    told.figure("eq", 4, on=DAYS[0])
    told.figure("eq", 6, on=DAYS[1])
    assert numbers(told.estimate(profile="envelope")) == (4, None, 6)


def test_rec_6_unknown_profile() -> None:
    with pytest.raises(ConfigError, match="conservative"):
        Telling().settle("optimist")  # type: ignore[arg-type]


def test_rec_7_history_shows_what_superseded() -> None:
    told = Telling()
    first = told.figure("eq", 4, on=DAYS[0])
    undated = told.figure("ge", 1)
    last = told.figure("eq", 6, on=DAYS[1])
    history = told.estimate().history
    assert [s.claim for s in history] == [first.id, last.id, undated.id]
    assert history[0].superseded_by == last.id
    (rise,) = told.contradictions("temporal_update")
    assert rise.severity == "none"


def test_rec_9_soft_where_a_side_is_soft() -> None:
    told = Telling()
    told.figure("eq", 120, on=DAYS[0])
    told.figure("near", 150, on=DAYS[0])
    assert [c.severity for c in told.contradictions("soft")] == ["soft"]


def test_rec_10_vague_only() -> None:
    told = Telling()
    told.figure("vague", None, low=12, quote="dozens")
    estimate = told.estimate()
    assert numbers(estimate) == (12, 12, 12)
    assert estimate.vague_only
    assert estimate.high_open


def test_rec_13_and_scp_3_everything_unused_has_a_reason() -> None:
    told = Telling(nodes=[node(ROOT), node("station", ROOT)])
    told.figure("eq", 50)
    part = told.figure("gt", 33, at="station")
    some = told.figure("eq", 4, role="part_of_total", part="nationality")
    more = told.figure("eq", 2, role="increment")
    war = told.figure("ge", 250000, role="background", background="war_toll")
    assert reasons(told.estimate()) == {
        part.id: "part: of a smaller place or event",
        some.id: "part: nationality",
        more.id: "increment: newly added to an earlier count",
        war.id: "background: war_toll",
    }


def test_rec_13_background_of_the_reports_without_a_node() -> None:
    told = Telling()
    told.figure("eq", 50)
    war = told.figure(
        "ge",
        9000,
        role="background",
        at=None,
        background="war_toll",
        report=told.reports[0],
        quote="eq 50",
    )
    told.nodes[0] = node(ROOT)
    object.__setattr__(told.nodes[0], "reports", (told.reports[0].id,))
    assert reasons(told.estimate())[war.id] == "background: war_toll"


def test_as_of_leaves_later_reports_out() -> None:
    told = Telling()
    told.figure("eq", 4, on=DAYS[0])
    late = told.figure("eq", 6, on=DAYS[3])
    estimate = told.estimate(as_of=DAYS[1])
    assert numbers(estimate) == (4, 4, 4)
    assert reasons(estimate)[late.id] == "published after the date"


def test_src_3_unnamed_counts_for_nobody() -> None:
    told = Telling()
    told.figure("eq", 4, lineage="unnamed")
    told.figure("eq", 4, lineage="wire:relay")
    told.figure("eq", 4, lineage="police:riverton")
    assert told.estimate().lineages == (1, 2)


def test_src_4_without_blame_nobody_is_a_party() -> None:
    told = Telling()
    told.figure("eq", 41, on=DAYS[0], lineage="government:SY")
    told.figure("eq", 44, on=DAYS[0])
    assert told.estimate().best == 41
    told.say("it is blamed", Responsibility(actor="Syrian army", relation="accused"))
    assert told.estimate().best == 44


def test_src_4_a_party_alone_is_used() -> None:
    told = Telling()
    told.figure("eq", 41, lineage="government:SY")
    told.say("it is blamed", Responsibility(actor="Syrian army", relation="accused"))
    assert told.estimate().best == 41


def test_n4_n5_copies_and_one_government_count_once() -> None:
    told = Telling()
    for _ in range(3):
        told.figure("eq", 4, lineage="government:SY")
    for _ in range(2):
        told.figure("gt", 3, lineage="outlet:first")
    assert told.estimate().lineages == (1, 2)


def test_n17_tolerance_is_never_printed() -> None:
    assert tolerance(200) == (180, 220)
    told = Telling()
    told.figure("approx", 200)
    told.figure("near", 150, metric="injured")
    printed = {*numbers(told.estimate()), *numbers(told.estimate("injured"))}
    assert printed == {200, 149, None}


def test_scp_4_adds_only_what_one_source_counts_exactly() -> None:
    told = Telling(nodes=[node(ROOT), node("a", ROOT), node("b", ROOT)])
    told.means("explosion", 4, at="a", lineage="monitor:watch")
    told.means("explosion", 4, at="b", lineage="monitor:watch")
    told.means("explosion", 4, at="b", lineage="government:SY")
    estimate = told.estimate("explosions", population="devices")
    assert numbers(estimate) == (8, 8, 8)
    assert estimate.derived
    assert len(estimate.inputs) == 2


def test_scp_4_scp_6_n1_n8_bounds_are_never_added_or_subtracted() -> None:
    told = Telling(nodes=[node(ROOT), node("a", ROOT), node("b", ROOT)])
    told.figure("gt", 33, at="a")
    told.figure("vague", None, low=12, at="b")
    assert not [e for e in told.settle().estimates if e.incident == ROOT and e.inputs]
    told.figure("gt", 100)
    assert numbers(told.estimate()) == (101, 101, 101)
    assert told.estimate(at="b").best == 12


def test_n2_n14_n15_war_tolls_cities_and_civilians() -> None:
    told = Telling(nodes=[node(ROOT), node("a", ROOT), node("b", ROOT)])
    told.figure("gt", 100)
    told.figure("ge", 250000, role="background", background="war_toll")
    settled = told.settle().estimates
    assert [(e.incident, e.population, e.high) for e in settled] == [
        (ROOT, "persons", 101)
    ]


def test_n3_every_estimate_has_a_rule_and_a_sentence() -> None:
    told = Telling()
    told.figure("gt", 100)
    told.figure("near", 150)
    estimate = told.estimate()
    assert estimate.rule == "REC-3+REC-4+REC-5"
    assert estimate.explanation.startswith("Floor: more than 100")


def test_plain_claims_are_one_incident() -> None:
    told = Telling()
    told.figure("gt", 100)
    told.figure("near", 150)
    (estimate,) = reconcile_claims(told.claims).estimates
    assert numbers(estimate) == (101, 101, 149)


def test_rec_3d_a_headline_that_repeats_a_source_is_no_old_caption() -> None:
    told = Telling()
    report = told.report(
        "15 dead. 15 died, the prison said. 19, the union said.", None, "a"
    )
    title = told.figure("eq", 15, report=report, quote="15 dead", lineage="outlet:a")
    told.figure("eq", 15, report=report, quote="15 died", lineage="government:XX")
    told.figure("eq", 19, report=report, quote="19", lineage="named:union")
    estimate = told.estimate()
    assert title.id in estimate.inputs
    assert (estimate.low, estimate.high) == (15, 19)
