"""SRC-4: who is a party, by the lineages of those who say something (SRC-2)."""

from __future__ import annotations

import pytest

from sourcebook.link.originators import originator
from sourcebook.model.claim import AttributionLink
from sourcebook.reconcile.parties import party_lineage


def stated_by(name: str, country: str) -> str:
    link = AttributionLink(
        name=name,
        quote=None,
        field=None,
        start=None,
        end=None,
        relation="says",
        named=True,
    )
    return originator(link, country)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("National Police", "PH"),
        ("Armed Forces", "CO"),
        ("air force", "SY"),
        ("Finance Ministry", "GR"),
        ("Syrian army", "LB"),
        ("Isis", "IQ"),
    ],
)
def test_SRC_4_a_party_matches_what_its_people_say(name: str, country: str) -> None:
    party = party_lineage(name, country=country)
    assert party is not None
    assert party == stated_by(name, country)


@pytest.mark.parametrize("name", ["Norwick police", "police", "St Mary hospital"])
def test_SRC_4_a_towns_police_and_hospitals_are_no_parties(name: str) -> None:
    assert party_lineage(name, country="GB") is None
