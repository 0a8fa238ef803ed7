"""Entries of roundups go to their incidents, the sum to none (DESIGN section 8)."""

from __future__ import annotations

from dataclasses import replace

from link_values import ARDEN, BRIDGE, city, claim, day, killed, report
from sourcebook.link import Linked, Pins, link
from sourcebook.link.roundups import split
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from sourcebook.model.span import Span

FIRST = "In Arden, a car bomb killed nine people on Sunday near the Wicker market."
SECOND = "In Bridgeton, gunmen shot dead four people on Monday at the Tallow mill."
ROUNDUP = f"At least 13 people were killed in attacks.\n{FIRST}\n{SECOND}"
SINGLE = (
    "A car bomb near the Wicker market in Arden killed nine people on Sunday, police "
    "said. The bomb exploded at noon among shoppers."
)


def _roundup() -> tuple[Report, list[Claim]]:
    told = report(ROUNDUP, source_id="roundup", published="2031-05-06")
    sums = [claim(told, "At least 13 people", killed(13), background="several_events")]
    claims = sums + [
        replace(one, setting=replace(one.setting, entry=_entry(words)))
        for words, place, count, when in (
            (FIRST, city("Arden", ARDEN), "nine people", "on Sunday"),
            (SECOND, city("Bridgeton", BRIDGE), "four people", "on Monday"),
        )
        for one in (
            claim(told, place.name, place),
            claim(told, when, day("2031-05-04" if "Sun" in when else "2031-05-05")),
            claim(
                told, count, killed(9 if "nine" in count else 4), role="incident_total"
            ),
        )
    ]
    return told, claims


def _entry(words: str) -> Span:
    start = ROUNDUP.index(words)
    return Span(start=start, end=start + len(words))


def _single() -> tuple[Report, list[Claim]]:
    told = report(SINGLE, source_id="single", title="Car bomb kills nine in Arden")
    return told, [
        claim(told, "Arden", city("Arden", ARDEN)),
        claim(told, "on Sunday", day("2031-05-04")),
        claim(told, "nine people", killed(9), role="incident_total"),
    ]


def _linked(*told: tuple[Report, list[Claim]], **options: object) -> Linked:
    reports = [one for one, _ in told]
    return link(reports, [c for _, cs in told for c in cs], **options)  # type: ignore[arg-type]


def _of(found: Linked, words: str) -> str | None:
    return next(c.incident for c in found.claims if c.quote == words)


def test_entries_are_incidents_and_the_sum_is_in_none() -> None:
    found = _linked(_roundup())
    assert found.placements[0].incident is None
    assert _of(found, "At least 13 people") is None
    assert len({_of(found, "nine people"), _of(found, "four people"), None}) == 3
    told = {i.place.name: i.reports for i in found.incidents if i.place}
    assert told == {name: (_roundup()[0].id,) for name in ("Arden", "Bridgeton")}


def test_an_entry_joins_the_incident_of_a_single_report_whose_id_stays() -> None:
    before = _linked(_single())
    after = _linked(_roundup(), _single(), minted=before.minted)
    ours = before.placements[0].incident
    nine = {c.incident for c in after.claims if c.quote == "nine people"}
    assert nine == {ours}
    assert _of(after, "four people") not in (ours, None)
    assert len(after.incidents) == 2


def test_ids_of_entries_stay_and_do_not_depend_on_order() -> None:
    first = _linked(_roundup())
    again = _linked(_roundup(), _single(), minted=first.minted)
    turned = _linked(_single(), _roundup(), minted=first.minted)
    assert again == turned
    assert {i.id for i in first.incidents} == {i.id for i in again.incidents}


def test_two_entries_of_one_report_are_never_one_incident() -> None:
    told, claims = _roundup()
    parts = split([told], {told.id: claims})
    left, right = parts.whole
    assert parts.are_apart(left, right)
    assert not parts.are_apart(left, told.id)


def test_an_entry_without_place_or_day_has_those_of_the_lead() -> None:
    told, claims = _roundup()
    lead = claim(told, "attacks", city("Arden", ARDEN))
    own = [c for c in claims if c.type != "place"]
    found = _linked((told, [*own, lead]))
    assert {i.place.name for i in found.incidents if i.place} == {"Arden"}
    assert lead.id not in {c for i in found.incidents for c in i.claims}


def test_a_roundup_that_people_linked_stays_whole() -> None:
    single, roundup = _single(), _roundup()
    before = _linked(single)
    ours = str(before.placements[0].incident)
    pins = Pins(into={roundup[0].id: (ours, "decision-of-ours")})
    found = _linked(single, roundup, pins=pins, minted=before.minted)
    assert {p.incident for p in found.placements} == {ours}
