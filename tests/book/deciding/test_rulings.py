"""Which decisions stand: replaced, undone, in conflict (issue 5, point 8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sourcebook.book.deciding.rulings import Rulings, anchored, rule
from sourcebook.model.decision import (
    Anchor,
    ClaimAnchor,
    Decision,
    DecisionAnchor,
    IncidentAnchor,
    ReportAnchor,
    frontier,
)

CLAIM = ClaimAnchor(
    report="r1", field="text", start=4, end=9, type="figure", metric="killed"
)


def subject(anchor: Anchor) -> str:
    return anchored(anchor)


def made(
    chain: Sequence[Decision],
    action: str,
    anchor: Anchor = CLAIM,
    *,
    who: str = "Ann",
    after: dict[str, Any] | None = None,
) -> list[Decision]:
    """Return a chain with one more decision, by somebody who knows the chain."""
    decision = Decision.of(
        action,  # type: ignore[arg-type]
        anchor,
        who=who,
        when="2031-05-04",
        reason="read again",
        after=after,
        previous=chain[-1].id if chain else None,
        knew=frontier(chain),
    )
    return [*chain, decision]


def undo(chain: Sequence[Decision], number: int) -> list[Decision]:
    return made(chain, "undo", DecisionAnchor(decision=chain[number].key))


def states(chain: Sequence[Decision]) -> list[str]:
    rulings = rule(chain, subject)
    return [rulings.state[d.key] for d in chain]


def together(*chains: Sequence[Decision]) -> list[Decision]:
    """Return the decisions of several chains, each once, in one order."""
    return list({d.key: d for chain in chains for d in chain}.values())


def edit(value: int) -> dict[str, Any]:
    return {"payload": {"value": value}}


def test_the_later_of_two_stands_where_its_maker_knew_the_earlier() -> None:
    assert states(made(made([], "accept"), "reject")) == ["replaced", "stands"]


def test_after_an_undo_the_earlier_stands_again() -> None:
    chain = undo(made(made([], "accept"), "reject"), 1)
    assert states(chain) == ["stands", "undone", "stands"]


def test_an_edit_brings_a_rejected_claim_back() -> None:
    chain = made(made([], "reject"), "edit", after=edit(7))
    assert states(chain) == ["replaced", "stands"]


def test_two_that_differ_unawares_are_in_conflict_in_either_order() -> None:
    start = made([], "note")
    one = made(start, "accept", who="Ann")
    other = made(start, "reject", who="Ben")
    for order in (together(one, other), together(other, one)):
        rulings = rule(order, subject)
        assert sorted(rulings.state.values()) == ["conflict", "conflict", "stands"]
        assert rulings.on(anchored(CLAIM)) == {}
        assert [len(c.decisions) for c in rulings.conflicts] == [2]


def test_two_that_say_the_same_unawares_both_stand() -> None:
    one, other = made([], "reject", who="Ann"), made([], "reject", who="Ben")
    assert states(together(one, other)) == ["stands", "stands"]
    assert rule(together(one, other), subject).conflicts == ()
    subjects = [rule(chain, subject).decided for chain in (one + other, other + one)]
    assert subjects[0] == subjects[1]


def test_edits_of_different_fields_unawares_both_stand() -> None:
    one = made([], "edit", after=edit(7), who="Ann")
    other = made([], "edit", after={"modality": "denied"}, who="Ben")
    assert states(together(one, other)) == ["stands", "stands"]


def test_accepting_as_it_is_conflicts_with_an_edit() -> None:
    one = made([], "accept", who="Ann")
    other = made([], "edit", after=edit(7), who="Ben")
    assert states(together(one, other)) == ["conflict", "conflict"]


def test_the_whole_of_a_decision_in_conflict_waits() -> None:
    told = {"payload": {"value": 7, "low": 7}}
    one = made([], "edit", after=told, who="Ann")
    other = made([], "edit", after=edit(8), who="Ben")
    assert rule(together(one, other), subject).on(anchored(CLAIM)) == {}


def test_a_person_who_sees_a_conflict_settles_it() -> None:
    clash = together(made([], "accept", who="Ann"), made([], "reject", who="Ben"))
    assert states(made(clash, "reject", who="Cyd")) == [
        "replaced",
        "replaced",
        "stands",
    ]


def test_undoing_one_of_two_settles_a_conflict() -> None:
    clash = together(made([], "accept", who="Ann"), made([], "reject", who="Ben"))
    assert states(undo(clash, 0)) == ["undone", "stands", "stands"]


def test_an_undo_is_in_conflict_with_a_decision_unaware_of_it() -> None:
    start = made([], "edit", after=edit(7))
    clash = together(undo(start, 0), made(start, "edit", after=edit(8), who="Ben"))
    assert states(clash) == ["undone", "conflict", "conflict"]
    assert states(made(clash, "edit", after=edit(8)))[-1] == "stands"


def test_links_of_one_report_to_two_incidents_unawares_are_in_conflict() -> None:
    report = ReportAnchor(report="r1")
    one = made([], "link", report, after={"incident": "i1"}, who="Ann")
    other = made([], "link", report, after={"incident": "i2"}, who="Ben")
    assert states(together(one, other)) == ["conflict", "conflict"]
    assert states(made(one, "link", report, after={"incident": "i2"})) == [
        "replaced",
        "stands",
    ]


def test_a_link_and_an_unlink_of_it_are_about_one_thing() -> None:
    report = ReportAnchor(report="r1")
    chain = made([], "link", report, after={"incident": "i1"})
    chain = made(chain, "unlink", report, after={"incident": "i1"})
    assert states(chain) == ["replaced", "stands"]


def test_merges_that_keep_different_ids_are_in_conflict() -> None:
    def merge(kept: str, joined: str, who: str) -> list[Decision]:
        after = {"kept": kept, "joined": joined, "reports": ["r1", "r2"]}
        return made([], "merge", IncidentAnchor(incident=kept), after=after, who=who)

    clash = together(merge("i1", "i2", "Ann"), merge("i2", "i1", "Ben"))
    assert states(clash) == ["conflict", "conflict"]


def test_what_points_to_nothing_is_unattached_and_says_nothing() -> None:
    chain = made([], "reject")
    rulings: Rulings = rule(chain, lambda anchor: None)
    assert rulings.state == {chain[0].key: "unattached"}
    assert rulings.decided == {}
