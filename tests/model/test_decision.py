from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sourcebook.errors import InvalidValue
from sourcebook.model.decision import (
    ACTIONS,
    ClaimAnchor,
    ContradictionAnchor,
    Decision,
    DecisionAnchor,
    EstimateAnchor,
    IncidentAnchor,
    ReportAnchor,
    SourcesAnchor,
    anchor_of,
    anchor_row,
    chain_faults,
    decision_of,
    frontier,
)

CLAIM = ClaimAnchor(
    report="r1", field="text", start=4, end=9, type="figure", metric="killed"
)
WHO = {"who": "Ann", "when": "2031-05-04T09:30:00+00:00", "reason": "read again"}
ANCHORS = [
    CLAIM,
    ReportAnchor(report="r1"),
    IncidentAnchor(incident="i1"),
    EstimateAnchor(incident="i1", metric="killed", population="persons"),
    ContradictionAnchor(sort="hard", incident="i1", claims=(CLAIM, CLAIM)),
    SourcesAnchor(lineages=("a", "b"), incident=None),
    DecisionAnchor(decision="d1"),
]


def chained(*actions: str) -> list[Decision]:
    chain: list[Decision] = []
    for action in actions:
        chain.append(
            Decision.of(
                action,  # type: ignore[arg-type]
                CLAIM,
                previous=chain[-1].id if chain else None,
                knew=frontier(chain),
                **WHO,
            )
        )
    return chain


@pytest.mark.parametrize("anchor", ANCHORS, ids=lambda a: a.kind)
def test_an_anchor_comes_back_from_json(anchor: object) -> None:
    row = json.loads(json.dumps(anchor_row(anchor)))  # type: ignore[arg-type]
    assert anchor_of(row) == anchor


def test_a_decision_comes_back_from_json() -> None:
    decision = Decision.of("edit", CLAIM, after={"payload": {"value": 7}}, **WHO)
    assert decision_of(json.loads(json.dumps(decision.row()))) == decision


def test_every_part_of_a_decision_and_what_came_before_give_its_id() -> None:
    one = Decision.of("accept", CLAIM, **WHO)
    others = [
        Decision.of("reject", CLAIM, **WHO),
        Decision.of("accept", replace(CLAIM, end=10), **WHO),
        Decision.of("accept", CLAIM, **{**WHO, "who": "Ben"}),
        Decision.of("accept", CLAIM, **{**WHO, "reason": "other"}),
        Decision.of("accept", CLAIM, after={"x": 1}, **WHO),
        Decision.of("accept", CLAIM, previous="d0", **WHO),
        Decision.of("accept", CLAIM, origin="d0", **WHO),
    ]
    assert len({one.id, *(each.id for each in others)}) == 8
    assert len(one.id) == 64


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"who": " "}, "needs a name"),
        ({"reason": ""}, "needs a name and a reason"),
        ({"when": "yesterday"}, "is no time"),
    ],
)
def test_a_decision_needs_who_why_and_when(fault: dict[str, str], said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        Decision.of("accept", CLAIM, **{**WHO, **fault})


def test_an_unknown_action_is_refused() -> None:
    with pytest.raises(InvalidValue, match=ACTIONS[0]):
        Decision.of("forget", CLAIM, **WHO)  # type: ignore[arg-type]


def test_a_sound_chain_has_no_fault() -> None:
    assert list(chain_faults(chained("accept", "edit", "reject"))) == []


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_changed_decision_is_found(place: int) -> None:
    chain = chained("accept", "edit", "reject")
    chain[place] = replace(chain[place], reason="another reason")
    assert [d for d, _ in chain_faults(chain)] == [chain[place]]


def test_a_decision_rewritten_with_its_id_breaks_the_chain_after_it() -> None:
    chain = chained("accept", "edit", "reject")
    forged = replace(chain[1], reason="another reason")
    chain[1] = replace(forged, id=forged.computed_id)
    assert [d for d, _ in chain_faults(chain)] == [chain[2]]


@pytest.mark.parametrize("gone", [0, 1])
def test_a_missing_decision_is_found(gone: int) -> None:
    chain = chained("accept", "edit", "reject")
    del chain[gone]
    assert [d for d, _ in chain_faults(chain)] == [chain[gone]]


def test_a_decision_knows_what_lay_before_it() -> None:
    one, two = chained("accept", "edit")
    aside = Decision.of("note", CLAIM, **WHO)
    assert two.knew == (one.key,)
    assert frontier([one, two, aside]) == (two.key, aside.key)
