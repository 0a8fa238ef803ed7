from __future__ import annotations

import json

from sourcebook.model.claim import AttributionLink, Figure, Place, Setting, Statement
from sourcebook.model.estimate import Bounds, Estimate, Excluded, Step
from sourcebook.model.incident import Incident, LinkEvidence
from sourcebook.model.span import Span
from sourcebook.store.codec import built, payload, plain

VALUES = [
    Setting(sentence=Span(start=0, end=4), place="p", part="single_person"),
    AttributionLink(
        name=None, quote=None, field=None, start=None, end=None,
        relation="unstated", named=False,
    ),
    Incident(
        id="i",
        parent=None,
        label="Fire",
        type="fire_accident",
        date="2031-05-04",
        date_precision="day",
        place=Place(name="Port Avalon", lat=1.5, precision="city", role="event"),
        reports=("r",),
        claims=("c",),
        links=(LinkEvidence(report="r", score=0.5, features=("same place",)),),
    ),
    Estimate(
        incident="i",
        metric="killed",
        population="persons",
        profile="conservative",
        as_of=None,
        ever=Bounds(low=1, high=None),
        low=1,
        best=None,
        high=None,
        high_open=True,
        rule="REC-1",
        explanation="one report",
        inputs=("c",),
        excluded=(Excluded(claim="d", reason="background"),),
        lineages=(0, 1),
        history=(Step(claim="c", published=None, lineage=None, low=1, high=None),),
    ),
]  # fmt: skip


def test_values_come_back_from_json_as_they_were() -> None:
    for value in VALUES:
        assert built(type(value), json.loads(json.dumps(plain(value)))) == value


def test_payloads_come_back_by_their_claim_type() -> None:
    for value in (
        Figure(metric="killed", comparator="gt", value=100, low=101, high=None),
        Statement(speaker="A", act="demand", mode="mixed", insertions=("he",)),
    ):
        assert payload(value.type, json.loads(json.dumps(plain(value)))) == value


def test_a_field_of_a_newer_version_is_left_out() -> None:
    assert built(Span, {"start": 1, "end": 2, "colour": "red"}) == Span(start=1, end=2)
