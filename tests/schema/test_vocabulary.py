"""The vocabularies carry the codes of other datasets and hang together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import InvalidValue
from sourcebook.schema.vocabulary import (
    Phrases,
    broader,
    incident_type,
    incident_types,
    instruments,
    target_kinds,
)


def test_every_conflict_type_has_codes_and_no_accident_has() -> None:
    for row in incident_types().values():
        coded = [row.acled, row.gtd, row.muc, row.plover, row.cameo]
        assert all(coded) if row.eligible else not any(coded), row.name


def test_instruments_of_types_are_known() -> None:
    known = set(instruments())
    assert all(set(row.instruments) <= known for row in incident_types().values())
    assert all(i.parent in known for i in instruments().values() if i.parent)


def test_targets_have_a_gtd_type_of_the_codebook() -> None:
    assert all(1 <= kind.gtd <= 22 for kind in target_kinds().values())
    assert target_kinds()["bus_station"].muc == "TRANSPORTATION FACILITY"


def test_broader_needs_an_instrument_of_the_schema() -> None:
    with pytest.raises(InvalidValue, match="trebuchet"):
        broader("trebuchet")


@pytest.mark.parametrize(
    ("words", "held", "expected"),
    [
        ("gunman open fire at mall", (), "shooting"),
        ("suicide bomber kill nine at market", ("suicide_bomb",), "bombing_suicide"),
        ("tram derail in tunnel", (), "transport_accident"),
        ("earthquake shake city", (), "natural_disaster"),
        ("knife attack at station", ("cutting_device",), "stabbing"),
        ("blast kill nine at market truck crash", ("explosion",), "bombing_ied"),
        ("gas blast kill miners in coal mine", (), "industrial_accident"),
        ("man with knife shoot by deputy", ("cutting_device",), "shooting"),
        ("pirate hijack tanker pirate hijack ship", ("rocket",), "hijacking"),
        ("militants storm the base", (), "armed_clash"),
        ("council meet", (), "unknown"),
    ],
)
def test_incident_type(words: str, held: tuple[str, ...], expected: str) -> None:
    assert incident_type(words.split(), held) == expected


@given(st.lists(st.sampled_from(["car", "bomb", "truck", "a", "suicide"]), max_size=12))
def test_phrases_never_overlap(words: list[str]) -> None:
    found = Phrases.of({"car bomb": "x", "bomb": "y", "suicide car bomb": "z"}).find(
        words
    )
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    assert all(end <= len(words) for _, end, _ in found)
