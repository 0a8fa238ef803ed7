"""SCP-5, SCP-7, RSP-4 to RSP-6, STM-5, DOC-4 and the kinds of DOMAIN 2.2."""

from __future__ import annotations

from sourcebook.model.claim import Responsibility, Statement, Target
from tellings import ROOT, Telling, node

HARBOUR = "government:SY"


def bombings() -> Telling:
    """Two sources list the devices of one place; both count four explosions."""
    told = Telling(nodes=[node(ROOT), node("town", ROOT), node("clinic", "town")])
    for source in (HARBOUR, "monitor:watch"):
        told.means("explosion", 4, at="town", lineage=source)
    told.means("rocket", 3, at="town", lineage=HARBOUR)
    told.means("suicide_bomb", 1, at="clinic", lineage=HARBOUR)
    told.means("suicide_bomb", 3, at="town", lineage="monitor:watch")
    told.means("car_bomb", 1, at="town", lineage="monitor:watch")
    return told


def test_n9_means_of_two_sources_are_both_kept() -> None:
    """K2: three rockets and a bomber against three bombers and a car bomb."""
    told = bombings()
    (found,) = told.contradictions("means")
    assert found.severity == "hard"
    assert found.incident == "town"
    assert set(found.claims) == {c.id for c in told.claims[2:]}


def test_n20_only_a_full_list_leaves_something_out() -> None:
    """K11: others tell of a car bomb that a full list has not."""
    told = bombings()
    told.means("car_bomb", 1, at="town", lineage="outlet:paper")
    soft = [c for c in told.contradictions("means") if c.severity == "soft"]
    assert len(soft) == 1
    sparse = Telling()
    sparse.means("rocket", 3, lineage=HARBOUR)
    sparse.means("car_bomb", 1, lineage="monitor:watch")
    sparse.means("car_bomb", 1, lineage="outlet:paper")
    assert not sparse.contradictions("means")


def test_scp_5_parts_above_the_whole() -> None:
    told = Telling(nodes=[node(ROOT), node("a", ROOT), node("b", ROOT)])
    told.figure("eq", 40)
    told.figure("ge", 34, at="a")
    told.figure("ge", 5, at="b")
    assert not told.contradictions("internal")
    told.figure("ge", 12, at="b")
    assert [c.severity for c in told.contradictions("internal")] == ["hard"]


def test_scp_7_the_same_pattern_at_two_places_is_kept_apart() -> None:
    told = Telling(nodes=[node(ROOT), node("a", ROOT), node("b", ROOT)])
    for place in ("a", "b"):
        told.means("car_bomb", 1, at=place)
        told.means("suicide_bomb", 1, at=place)
        told.say("bus station", Target(kind="bus_station"), at=place)
    (found,) = told.contradictions("similar_pattern")
    assert found.severity == "none"


def test_rsp_6_n6_a_claim_and_an_accusation_are_both_kept() -> None:
    told = Telling()
    told.say("it did it", Responsibility(actor="Islamic State", relation="claimed"))
    told.say("it said so again", Responsibility(actor="Daesh", relation="claimed"))
    for state in ("Turkey", "Saudi Arabia", "Qatar"):
        told.say(
            f"{state} is behind it",
            Responsibility(actor=state, relation="accused_by_authority"),
            lineage=HARBOUR,
        )
    (found,) = told.contradictions("competing_responsibility")
    assert len(found.claims) == 5
    assert found.severity == "soft"
    assert found.state == "open"


def test_rsp_5_two_statements_of_one_claimant_do_not_compete() -> None:
    told = Telling()
    told.say("it did it", Responsibility(actor="Islamic State", relation="claimed"))
    told.say("and why", Responsibility(actor="Isis", relation="claimed", motive="m"))
    assert not told.contradictions("competing_responsibility")


def test_rsp_4_a_hedge_here_and_none_there() -> None:
    told = Telling()
    for words, hedge in (("partly blamed", "partially"), ("it was Turkey", None)):
        told.say(
            words,
            Responsibility(
                actor="Turkey", relation="accused_by_authority", hedge=hedge
            ),
            lineage=HARBOUR,
        )
    (found,) = told.contradictions("hedge")
    assert len(found.claims) == 2


def test_stm_5_one_utterance_by_two_speakers() -> None:
    told = Telling()
    told.say(
        "This shows again how brittle the ceasefire in the valley remains and why "
        "urgent steps must continue",
        Statement(speaker="Moscow", act="comment", mode="direct"),
    )
    told.say(
        "It once more showed how brittle the valley ceasefire is, so that urgent "
        "further steps need to continue",
        Statement(
            speaker="Ivan Petrov",
            act="comment",
            mode="direct",
            spokesperson_for="Kremlin",
        ),
    )
    told.say(
        "We condemn the attack and mourn with the families of the dead",
        Statement(speaker="Turkey", act="condemn", mode="direct"),
    )
    (found,) = told.contradictions("speaker")
    assert len(found.claims) == 2


def test_stm_5_near_twins_of_one_government_are_one_utterance() -> None:
    told = Telling()
    told.say(
        "The flood will not make our town leave the river",
        Statement(speaker="Moscow", act="comment", mode="direct"),
    )
    told.say(
        "This flood will not make our town turn from the river",
        Statement(
            speaker="Ivan Petrov",
            act="comment",
            mode="direct",
            spokesperson_for="Kremlin",
        ),
    )
    (found,) = told.contradictions("speaker")
    assert len(found.claims) == 2


def test_scope_mismatch_of_one_number() -> None:
    told = Telling()
    told.figure("eq", 120, metric="injured")
    told.figure("eq", 120, metric="injured", role="part_of_total", part="hospital")
    assert len(told.contradictions("scope_mismatch")) == 1


def test_doc_4_the_same_pair_in_the_same_words() -> None:
    told = Telling()
    for outlet in ("first", "second"):
        report = told.report(
            f"more than 100 people died, around 200 others were hurt {outlet}",
            None,
            outlet,
        )
        told.figure("gt", 100, report=report, quote="more than 100 people")
        told.figure(
            "approx", 200, metric="injured", report=report, quote="around 200 others"
        )
    (found,) = told.contradictions("possible_common_origin")
    assert len(found.claims) == 4


def test_detail_of_a_target() -> None:
    told = Telling()
    told.say("the emergency ward of a hospital", Target(kind="hospital"))
    told.say("the entrance of the hospital", Target(kind="hospital"))
    assert len(told.contradictions("detail")) == 1


def test_n9_a_list_without_a_place_belongs_to_what_it_adds_up_to() -> None:
    told = Telling(nodes=[node(ROOT), node("town", ROOT)])
    report = told.report("4 explosion , 3 rocket , 1 suicide_bomb", None, "first")
    told.means("explosion", 4, at="town", lineage=HARBOUR, report=report)
    told.means("rocket", 3, lineage=HARBOUR, report=report)
    told.means("suicide_bomb", 1, lineage=HARBOUR, report=report)
    told.means("explosion", 4, at="town", lineage="monitor:watch")
    told.means("suicide_bomb", 4, at="town", lineage="monitor:watch")
    (found,) = told.contradictions("means")
    assert found.incident == "town"
    assert len(found.claims) == 3


def test_scp_5_a_group_larger_than_the_whole_is_flagged_and_has_no_best() -> None:
    told = Telling()
    told.figure("ge", 6)
    told.figure("eq", 32, population="civilians")
    (found,) = told.contradictions("internal")
    assert found.severity == "soft"
    group = told.estimate(population="civilians")
    assert (group.low, group.best) == (32, None)
    assert group.rule.endswith("SCP-5")
    assert told.estimate("killed").best == 6


def test_scp_5_a_group_above_a_closed_whole_is_a_hard_contradiction() -> None:
    told = Telling()
    told.figure("eq", 6)
    told.figure("eq", 9, population="women")
    assert [c.severity for c in told.contradictions("internal")] == ["hard"]


def test_num_19_attackers_need_not_be_among_the_persons() -> None:
    told = Telling()
    told.figure("eq", 2)
    told.figure("eq", 3, population="attackers")
    assert not told.contradictions("internal")


def test_rec_9_more_than_what_another_counts_is_loose_and_not_hard() -> None:
    told = Telling()
    told.figure("eq", 51, metric="hospitalized")
    told.figure("gt", 51, metric="hospitalized")
    assert not told.contradictions("hard")
    assert len(told.contradictions("compatible_bounds")) == 1


def test_num_14_a_single_device_is_no_list() -> None:
    told = Telling()
    told.means("explosion", 1, lineage=HARBOUR)
    told.means("suicide_bomb", 1, lineage=HARBOUR)
    for outlet in ("outlet:paper", "outlet:post"):
        told.means("rocket", 1, lineage=outlet)
    assert not told.contradictions("means")


def test_stm_5_a_body_and_its_acronym_are_one_speaker() -> None:
    told = Telling()
    words = "we will publish what the harbour ferry wreck teaches every crew and owner"
    for speaker in ("BSB", "Bay Safety Branch"):
        said = Statement(speaker=speaker, act="comment", mode="direct")
        told.say(words, said, lineage="named:branch")
    assert not told.contradictions("speaker")


def test_rsp_6_a_nickname_is_no_rival() -> None:
    told = Telling()
    for name in ("Tom Arden", 'Tom "The Fox" Arden'):
        told.say(f"{name} owned up", Responsibility(actor=name, relation="claimed"))
    assert not told.contradictions("competing_responsibility")


def test_rsp_4_hedges_about_nobody_in_particular_are_no_difference() -> None:
    told = Telling()
    for hedge in ("possibly", None):
        blame = Responsibility(actor="driver", relation="suspected", hedge=hedge)
        told.say("the driver slept", blame, lineage="police:bay")
    assert not told.contradictions("hedge")


def test_rsp_6_a_denial_is_told_as_the_deniers() -> None:
    told = Telling()
    accused = Responsibility(actor="Grey Tide", relation="accused")
    told.say("Grey Tide did it", accused, lineage="named:Arden Front")
    denied = Responsibility(actor="Grey Tide", relation="denied")
    told.say("Grey Tide had no part", denied, lineage="named:Bay Watch")
    (found,) = told.contradictions("competing_responsibility")
    assert "Bay Watch denied that it was Grey Tide" in found.explanation


def test_rec_1_a_group_and_a_stock_are_told_at_one_scope() -> None:
    """ "12 Frenchmen died" and "including 12 Frenchmen"; 11 taken, 11 still in hospital."""
    told = Telling()
    for role in ("incident_total", "part_of_total"):
        told.figure("eq", 12, population="nationality:FR", role=role)
        told.figure("eq", 11, metric="hospitalized", role=role)
    assert not told.contradictions("scope_mismatch")
    for role in ("incident_total", "part_of_total"):
        told.figure("eq", 30, role=role)
    assert len(told.contradictions("scope_mismatch")) == 1


def test_rec_7_what_one_report_tells_beside_its_total_is_no_earlier_figure() -> None:
    told = Telling()
    report = told.report(
        "In all eq 33, of whom eq 14.", "2031-05-04", "The Harbour Post"
    )
    told.figure("eq", 33, report=report)
    told.figure("eq", 14, report=report)
    assert not told.contradictions("temporal_update")


def test_contradictions_call_groups_by_name() -> None:
    told = Telling()
    told.figure("eq", 5, population="nationality:PS", on="2031-05-04")
    told.figure("eq", 9, population="nationality:PS", on="2031-05-04")
    (found,) = told.contradictions("hard")
    assert found.explanation.startswith("Nationals of Palestine killed: 5")


def test_rsp_6_an_arrest_competes_with_no_accusation() -> None:
    told = Telling()
    told.say(
        "police arrested Tom Reed",
        Responsibility(actor="Tom Reed", relation="accused_by_authority"),
        lineage="police:arden",
    )
    told.say(
        "Ann Bay is accused of planning it",
        Responsibility(actor="Ann Bay", relation="accused"),
        lineage="ngo:watch",
    )
    assert not told.contradictions("competing_responsibility")
