"""What every store promises of reports, claims, decisions and turns, on every database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.errors import BookError, InputError, NotFound
from sourcebook.model.decision import Decision, ReportAnchor
from sourcebook.model.report import Report, Text
from sourcebook.store import LogRow, Retraction, Store
from standin import Standin


def report(name: str, words: str = "7 people were killed", **fields: str) -> Report:
    return Report.of(Text.of(words, language="en"), source_id=name, **fields)


def decision(reason: str, previous: str | None = None) -> Decision:
    return Decision.of(
        "note",
        ReportAnchor(report="r1"),
        who="Ann",
        when="2031-05-04",
        reason=reason,
        after={"é": [1, None]},
        previous=previous,
    )


# Reports


def test_reports_come_back_in_input_order(store: Store) -> None:
    given = [report("b", "x", group="g"), report("a", "y\x00\r\nz", outlet="Star")]
    assert not store.holds_reports()
    assert store.add_reports(given) == (2, 2)
    assert store.add_reports([report("c", "x")]) == (1, 1)
    assert store.reports() == [*given, report("c", "x")]
    assert store.holds_reports()


def test_a_report_held_before_is_no_new_one(store: Store) -> None:
    store.add_reports([report("a")])
    assert store.add_reports([report("a"), report("b")]) == (2, 1)


def test_replaced_reports_stay_stored_and_count_nowhere(store: Store) -> None:
    store.add_reports([report("a"), report("b")])
    store.add_reports([report("b")], replace=True)
    assert [r.source_id for r in store.reports()] == ["b"]
    assert store.add_reports([report("a")]) == (1, 0)


def test_a_failed_add_leaves_the_book_as_it_was(store: Store) -> None:
    store.add_reports([report("a")])

    def broken() -> Iterator[Report]:
        yield report("b")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.add_reports(broken(), replace=True)
    assert [r.source_id for r in store.reports()] == ["a"]


def test_the_bytes_of_a_report_come_back_unchanged(store: Store) -> None:
    raw = "<p>7 people were killed\r\n".encode("utf-16")
    told = replace(report("a"), raw=raw, raw_sha256=hashlib.sha256(raw).hexdigest())
    store.add_reports([told, report("b")])
    assert (store.raw(told.id), store.raw(report("b").id)) == (raw, None)
    assert store.damage() == []


def test_held_reports_are_known_by_name(store: Store) -> None:
    told = [report("a", "x", outlet="Star", url="u"), report("a#2", "y"), report("ab")]
    store.add_reports(told)
    with store.known() as known:
        assert [r.id for r in known.named("a")] == [told[0].id, told[1].id]
        assert known.named("a")[0].outlet == "Star"
        assert (known.name_of(told[2].id), known.name_of("z")) == ("ab", None)


# Versions


def edition(name: str, day: int, words: str | None = None) -> Report:
    return report(
        f"{name}{day}",
        words or f"{day} people were killed",
        outlet="Star",
        url=f"https://www.star.example/{name}/",
        published=f"2031-05-{day:02}",
    )


def versions(store: Store) -> dict[str, str | None]:
    names = {r.id: r.source_id for r in store.reports()}
    return {r.source_id: names.get(r.version_of or "") for r in store.reports()}


@settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    days=st.lists(st.integers(1, 9), unique=True, min_size=2),
    cut=st.integers(1, 8),
    data=st.data(),
)
def test_versions_are_the_same_in_whatever_order_reports_come(
    backend: object, days: list[int], cut: int, data: st.DataObject
) -> None:
    days = data.draw(st.permutations(days))
    other = [edition("fire", day) for day in days]
    with backend.open() as store:  # type: ignore[attr-defined]
        store.add_reports([report("none")], replace=True)
        store.add_reports(other[:cut])
        store.add_reports([*other[cut:], edition("flood", 3)])
        found = versions(store)
    ordered = sorted(days)
    assert found == {
        "none": None,
        "flood3": None,
        f"fire{ordered[0]}": None,
        **{f"fire{b}": f"fire{a}" for a, b in pairwise(ordered)},
    }


def test_one_text_at_one_address_is_no_version(store: Store) -> None:
    store.add_reports([edition("fire", 1, "same"), edition("fire", 2, "same")])
    assert set(versions(store).values()) == {None}


def test_a_version_that_a_person_told_of_stays_when_others_come(store: Store) -> None:
    store.add_reports([edition("fire", 1), report("old")])
    store.add_reports([report("new")], replaces=report("old").id)
    store.add_reports([edition("fire", 2), report("new")])
    assert versions(store) == {
        "fire1": None,
        "old": None,
        "new": "old",
        "fire2": "fire1",
    }
    with pytest.raises(InputError, match="exactly one"):
        store.add_reports([report("x"), report("y")], replaces=report("old").id)


# Claims


def test_claims_come_back_and_read_reports_are_known(store: Store) -> None:
    given = [report("a"), report("b", "12 people were injured, Ann Lee said")]
    store.add_reports(given)
    found = list(Standin().extract(given[:1]))
    store.add_claims(
        found, extractor="standin", version="1", faults=[(given[1], "broken")]
    )
    assert store.extracted("standin", "1") == list(found[0][1])
    assert store.unread("standin", "1") == [given[1]]
    assert store.unread("standin", "2") == given
    assert store.faults("standin", "1") == [("b", "broken")]


def test_a_claim_that_is_there_is_not_written_over(store: Store) -> None:
    given = report("a")
    store.add_reports([given])
    ((_, (claim,)),) = Standin().extract([given])
    changed = replace(claim, quote="9 people were killed")
    for one in (claim, changed):
        store.add_claims([(given, (one,))], extractor="standin", version="1")
    assert store.claim_as_made(claim.id) == claim


# Decisions


def test_decisions_come_back_in_the_order_added(store: Store) -> None:
    first = decision("one")
    second = decision("two", first.id)
    store.decide(lambda held: [first])
    added = store.decide(lambda held: [second] if held == [first] else [])
    assert added == [second]
    assert store.decisions() == [first, second]


def test_the_chain_of_two_writers_cannot_fork(store: Store, backend: object) -> None:
    def next_one(held: object) -> list[Decision]:
        return [decision(f"no {len(held)}", held[-1].id if held else None)]  # type: ignore[arg-type,index]

    with backend.open() as other:  # type: ignore[attr-defined]
        for writer in (store, other, store, other):
            writer.decide(next_one)
    chain = store.decisions()
    assert [d.previous for d in chain] == [None, *(d.id for d in chain[:-1])]


def test_the_database_refuses_to_change_or_drop_a_decision(
    store: Store, backend: object
) -> None:
    store.decide(lambda held: [decision("one")])
    for statement in ("UPDATE decisions SET who = 'Ben'", "DELETE FROM decisions"):
        with pytest.raises(Exception, match="only ever added to"):
            backend.execute(statement)  # type: ignore[attr-defined]
    assert [d.who for d in store.decisions()] == ["Ann"]


# Withdrawn reports


def test_a_retraction_is_kept_and_can_be_undone(store: Store) -> None:
    store.add_reports([report("a"), report("b")])
    id = store.withdrawn.find("a")
    said = Retraction(report=id, when="2031-05-04", who="Ann", reason="wrong")
    store.withdrawn.retract(said)
    with pytest.raises(BookError, match="already"):
        store.withdrawn.retract(said)
    assert store.withdrawn.retracted() == {id: said}
    store.withdrawn.retract(replace(said, undone=True))
    assert store.withdrawn.retracted() == {}
    assert len(store.withdrawn.retractions()) == 2
    with pytest.raises(NotFound, match="has no report"):
        store.withdrawn.find("z")


# The log


def test_the_log_of_a_stage_tells_of_its_last_execution(store: Store) -> None:
    row = LogRow(
        stage="read", level="error", file="a", line=3, reason="bad", next="repair"
    )
    store.write_log([row, row], stage="read")
    store.write_log([row], stage="read")
    assert store.log() == [row]


# Turns


def test_two_writers_take_turns_with_a_clear_message(
    store: Store, backend: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend.impatient(monkeypatch)  # type: ignore[attr-defined]
    with backend.open() as second:  # type: ignore[attr-defined]
        with backend.turn():  # type: ignore[attr-defined]
            with pytest.raises(BookError, match="another sourcebook process"):
                second.add_reports([report("a")])
            assert second.reports() == []  # readers do not wait
        assert second.add_reports([report("a")]) == (1, 1)


def test_readers_neither_wait_for_a_writer_nor_see_what_is_not_finished(
    store: Store, backend: object
) -> None:
    store.add_reports([report("a")])
    seen = []

    def coming() -> Iterator[Report]:
        yield report("b")
        with backend.open() as reader:  # type: ignore[attr-defined]
            seen.append([r.source_id for r in reader.reports()])

    store.add_reports(coming())
    assert seen == [["a"]]
    assert [r.source_id for r in store.reports()] == ["a", "b"]
