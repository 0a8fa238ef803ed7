"""People's decisions on which report belongs to which incident (issue 4, point 4)."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.link.minting import assign
from sourcebook.link.pins import (
    Held,
    Merge,
    Pinned,
    Pins,
    own_incident,
    pin,
    split_incident,
    survivors,
)
from sourcebook.model.incident import LinkEvidence, Minted

KEY = "d" * 64


def held(**incidents: str) -> Held:
    """Return incidents with reports of one letter: ``held(i="ab")``."""
    return {
        incident: {
            report: LinkEvidence(report=report, score=1.0, features=("alike",))
            for report in reports
        }
        for incident, reports in incidents.items()
    }


def pinned(found: Held, pins: Pins, *, opens: Iterable[str] = "abcdef") -> Pinned:
    return pin(
        found,
        pins,
        reports="abcdef",
        opens=frozenset(opens).__contains__,
        is_follow_up=lambda report: report == "f",
    )


def members(found: Pinned) -> dict[str, str]:
    return {i: "".join(sorted(told)) for i, told in sorted(found.held.items())}


def test_a_link_moves_a_report_and_names_the_decision() -> None:
    found = pinned(held(i="ab", j="cd"), Pins(into={"b": ("j", KEY)}))
    assert members(found) == {"i": "a", "j": "bcd"}
    assert found.held["j"]["b"].features == (
        "alike",
        f"linked by decision {KEY[:12]}",
    )
    assert found.because == {"b": (KEY,)}


def test_a_report_without_an_incident_can_be_linked() -> None:
    found = pinned(held(i="ab"), Pins(into={"f": ("i", KEY)}))
    assert members(found) == {"i": "abf"}
    assert found.held["i"]["f"].follow_up


def test_a_link_to_an_incident_that_evidence_no_longer_finds_keeps_its_id() -> None:
    assert members(pinned(held(i="ab"), Pins(into={"b": ("j", KEY)}))) == {
        "i": "a",
        "j": "b",
    }


def test_a_report_that_is_out_stands_alone_if_it_opens_an_incident() -> None:
    pins = Pins(out={("b", "i"): KEY})
    own = own_incident("b")
    assert members(pinned(held(i="ab"), pins)) == {"i": "a", own: "b"}
    assert members(pinned(held(i="ab"), pins, opens="")) == {"i": "a"}


def test_a_report_taken_out_of_its_own_incident_has_none() -> None:
    pins = Pins(out={("b", "i"): KEY, ("b", own_incident("b")): KEY})
    assert members(pinned(held(i="ab"), pins)) == {"i": "a"}


def test_an_incident_whose_last_report_is_moved_away_is_gone() -> None:
    assert members(pinned(held(i="a", j="b"), Pins(into={"a": ("j", KEY)}))) == {
        "j": "ab"
    }


def merge(kept: str, joined: str, reports: str = "") -> Merge:
    return Merge(kept=kept, joined=joined, reports=frozenset(reports), decision=KEY)


def test_merged_incidents_have_the_kept_id_and_what_joins_either_later() -> None:
    pins = Pins(merges=(merge("i", "j", "abc"),))
    found = pinned(held(i="ab", j="cde"), pins)
    assert members(found) == {"i": "abcde"}
    assert found.because.keys() == set("cde")


def test_reports_merged_once_stay_together_wherever_evidence_puts_them() -> None:
    pins = Pins(merges=(merge("i", "j", "abc"),))
    assert members(pinned(held(k="ab", m="c", n="d"), pins)) == {"i": "abc", "n": "d"}


def test_merges_follow_each_other() -> None:
    pins = Pins(merges=(merge("i", "j"), merge("k", "i")))
    assert members(pinned(held(i="a", j="b", k="c"), pins)) == {"k": "abc"}
    into = Pins(merges=pins.merges, into={"d": ("j", KEY)})
    assert members(pinned(held(i="a", j="b", k="c"), into)) == {"k": "abcd"}


def test_a_report_pinned_singly_does_not_draw_its_company_into_a_merge() -> None:
    pins = Pins(merges=(merge("i", "j", "abc"),), into={"c": ("m", KEY)})
    assert members(pinned(held(i="a", m="cd", j="b"), pins)) == {"i": "ab", "m": "cd"}


def test_pins_of_an_earlier_version_hold_for_the_latest() -> None:
    pins = Pins(
        into={"x": ("i", KEY)},
        out={("x", "j"): KEY},
        merges=(merge("i", "j", "xb"),),
    ).renewed({"x": "a"})
    assert pins.into == {"a": ("i", KEY)}
    assert pins.out == {("a", "j"): KEY}
    assert pins.merges[0].reports == frozenset("ab")


def test_split_ids_do_not_depend_on_the_order_of_reports() -> None:
    assert split_incident("i", "ab") == split_incident("i", "ba")
    assert split_incident("i", "ab") != split_incident("j", "ab")


def test_an_id_minted_under_an_undone_decision_goes_behind() -> None:
    minted = (
        Minted(incident="i", reports=("a",)),
        Minted(incident="j", reports=("b", "c"), decided=1),
    )
    group = ("a", "b", "c")
    assert assign([group], minted)[0] == {group: "j"}
    assert assign([group], minted, {"j"})[0] == {group: "i"}


def test_survivors_follow_mergers_of_mergers() -> None:
    gone = {"a": "b"}
    assert survivors((), gone) == {"a": "b"}
    merges = (merge("k", "b"), merge("m", "k"))
    assert survivors(merges, gone) == {"a": "m", "b": "m", "k": "m"}
    assert survivors((merge("a", "j"),), gone) == {"b": "a", "j": "a"}


def test_pins_on_an_id_that_evidence_no_longer_finds_act_on_the_survivor() -> None:
    pins = Pins(into={"f": ("j", KEY)}, out={("b", "j"): KEY})
    found = pin(
        held(i="abc"),
        pins,
        reports="abcdef",
        opens="abcdef".__contains__,
        is_follow_up="f".__contains__,
        gone={"j": "i"},
    )
    assert members(found)["i"] == "acf"
