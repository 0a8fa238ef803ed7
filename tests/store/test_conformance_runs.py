"""What every store promises of runs: results whole and in part, the past, expunging."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from sourcebook.errors import BookError
from sourcebook.evaluate.bench.filling import add_claims, derived
from sourcebook.evaluate.bench.shelf import Shelf, Told
from sourcebook.model.ids import identify
from sourcebook.model.incident import Minted
from sourcebook.store import Derived, Results, Store

TOLD = list(Shelf(4).told(40))


def filled(store: Store, told: Sequence[Told] = TOLD) -> Store:
    made = [each for one in told for each in one.reports]
    store.add_reports(report for report, _ in made)
    add_claims(store, made)
    return store


def run(store: Store, told: Sequence[Told]) -> Derived:
    """Derive these incidents; the reports of others count, and belong to none."""
    last = store.last_run()
    coming = derived(told, {}, after=last.id if last else None)
    number = len(store.history.runs())
    coming = replace(coming, run=replace(coming.run, id=identify("run", number)))
    store.derive(coming)
    return coming


def shown(results: Results) -> dict[str, list[object]]:
    return {
        "placements": list(results.placements()),
        "claims": list(results.claims()),
        "incidents": list(results.incidents()),
        "estimates": list(results.estimates()),
        "contradictions": list(results.contradictions()),
    }


def values(coming: Derived) -> dict[str, list[object]]:
    return {
        "placements": sorted(coming.placements, key=lambda p: p.report),
        "claims": sorted(coming.claims, key=lambda c: c.id),
        "incidents": sorted(coming.incidents, key=lambda i: i.id),
        "estimates": sorted(
            coming.estimates, key=lambda e: (e.incident, e.metric, e.population)
        ),
        "contradictions": sorted(coming.contradictions, key=lambda c: c.id),
    }


def moved(one: Told) -> Told:
    """The same incident with another label and another toll of the killed."""
    killed, *rest = one.estimates
    return replace(
        one,
        incident=replace(one.incident, label=f"{one.incident.label}, corrected"),
        estimates=(replace(killed, best=killed.low, rule="REC-2"), *rest),
    )


def test_before_the_first_run_there_are_no_results(store: Store) -> None:
    results = filled(store).results()
    assert results.run == 0
    assert set(map(len, shown(results).values())) == {0}
    assert store.last_run() is None


def test_results_are_what_was_derived(store: Store) -> None:
    coming = run(filled(store), TOLD)
    assert store.last_run() == coming.run
    assert shown(store.results()) == values(coming)
    assert store.results().reports() == store.reports()
    assert store.damage() == []


def test_a_part_is_the_same_as_in_the_whole(store: Store) -> None:
    tree = replace(TOLD[1], incident=replace(TOLD[1].incident, parent="the whole"))
    run(filled(store), [TOLD[0], tree, *TOLD[2:]])
    results = store.results()
    ids = {TOLD[0].incident.id, tree.incident.id}
    whole = shown(results)
    assert results.incidents(ids) == [i for i in whole["incidents"] if i.id in ids]  # type: ignore[attr-defined]
    assert results.incidents(under=["the whole"]) == [tree.incident]
    for name in ("estimates", "contradictions"):
        part = [each for each in whole[name] if each.incident in ids]  # type: ignore[attr-defined]
        assert getattr(results, name)(ids) == part
    claims = [c for c in whole["claims"] if c.incident in ids]  # type: ignore[attr-defined]
    assert results.claims(at=ids) == claims
    assert results.claims({c.id for c in claims}) == claims  # type: ignore[attr-defined]
    reports = {r.id for one in (TOLD[0], tree) for r, _ in one.reports}
    assert results.claims(reports=reports) == claims
    assert {r.id for r in results.reports(reports)} == reports
    assert {p.report for p in results.placements(at=ids)} == reports
    assert results.placements(at=ids) == results.placements(reports)
    assert results.incidents([]) == results.claims([]) == []


def test_incidents_are_listed_latest_first_then_by_label(store: Store) -> None:
    odd = replace(TOLD[1].incident, type="flood", date=None, parent=TOLD[0].incident.id)
    run(filled(store), [TOLD[0], replace(TOLD[1], incident=odd), *TOLD[2:]])
    results = store.results()
    held = sorted(results.incidents(), key=lambda i: (i.label, i.id))
    held.sort(key=lambda i: i.date or "", reverse=True)
    assert results.listed() == [(i.id, i.date) for i in held]
    whole = [(i.id, i.date) for i in held if i.parent is None]
    assert results.listed(parts=False) == whole
    assert results.listed(type="flood") == [(odd.id, None)]
    country = TOLD[0].incident.place.country if TOLD[0].incident.place else None
    near = [i.id for i in held if i.place and i.place.country == country]
    assert [id for id, _ in results.listed(country=country)] == near


def test_ids_are_found_by_their_beginning(store: Store) -> None:
    run(filled(store), TOLD)
    results = store.results()
    id = TOLD[3].incident.id
    assert results.starting("incident", id[:10], most=5) == [id]
    assert results.starting("incident", "", most=5) == []
    every = [
        i
        for head in "0123456789abcdef"
        for i in results.starting("incident", head, most=99)
    ]
    assert every == sorted(id for id, _ in results.listed())
    assert results.starting("claim", "zz", most=5) == []
    assert results.held("incident", [id, "zz"]) == {id}
    first = TOLD[3].reports[0][0]
    assert results.called(first.source_id, most=5) == [first.id]
    assert results.called(first.id[:10], most=5) == [first.id]
    (sign,) = results.telling([TOLD[0].reports[0][1][0].lineage or "", "nobody"])
    assert results.claims([sign])[0].lineage == TOLD[0].reports[0][1][0].lineage


def test_what_points_to_nothing_is_found(store: Store) -> None:
    run(filled(store), TOLD)
    assert store.results().adrift() == store.results().astray() == []
    kept = [report for one in TOLD[1:] for report, _ in one.reports]
    store.add_reports(kept, replace=True)
    lost = {claim.id for _, held in TOLD[0].reports for claim in held}
    assert {claim for claim, _ in store.results().adrift()} == lost
    run(store, [replace(TOLD[1], incident=replace(TOLD[1].incident, id="other"))])
    assert ("estimate", TOLD[1].incident.id) in store.results().astray()


def test_what_a_run_derived_can_be_read_after_the_next(
    store: Store, backend: object
) -> None:
    first = run(filled(store), TOLD)
    assert backend.count("past_estimates") == 0  # type: ignore[attr-defined]
    second = run(store, [moved(TOLD[0]), *TOLD[1:-1]])
    third = run(store, TOLD[2:])
    for number, coming in enumerate((first, second, third), start=1):
        assert shown(store.history.at(number)) == values(coming)
    assert (
        store.history.labels(2, [TOLD[0].incident.id]).popitem()[1].endswith("rrected")
    )
    assert store.history.counted(3) == {p.report for p in third.placements}
    assert [each.number for each in store.history.runs()] == [1, 2, 3]


def test_only_what_changed_is_told_between_two_runs(store: Store) -> None:
    run(filled(store), TOLD)
    run(store, [moved(TOLD[0]), *TOLD[1:]])
    run(store, [moved(TOLD[0]), *TOLD[1:]])
    was = store.history.at(1).estimates(changed=(1, 2))
    assert was == list(TOLD[0].estimates[:1])
    now = store.history.at(2).incidents(changed=(1, 2))
    assert now == [moved(TOLD[0]).incident]
    assert store.history.at(3).incidents(changed=(2, 3)) == []


def test_a_row_that_is_as_it_was_takes_no_room(store: Store, backend: object) -> None:
    run(filled(store), TOLD)
    run(store, [moved(TOLD[0]), *TOLD[1:]])
    kept = {n: backend.count(f"past_{n}") for n in shown(store.results())  # type: ignore[attr-defined]
            if n != "claims"}  # fmt: skip
    assert kept == {
        "placements": 0,
        "incidents": 1,
        "estimates": 1,
        "contradictions": 0,
    }
    assert backend.count("past_claim_placements") == 0  # type: ignore[attr-defined]


def test_a_reader_goes_on_seeing_the_run_that_it_began_with(store: Store) -> None:
    first = run(filled(store), TOLD)
    results = store.results()
    run(store, [moved(TOLD[0]), *TOLD[2:]])
    assert shown(results) == values(first)
    assert results.listed() == store.history.at(1).listed()
    assert len(results.listed()) == len(TOLD)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_runs_follow_each_other_each_can_be_read(
    store: Store, seed: int
) -> None:
    filled(store)
    random, done = Random(seed), []
    for _ in range(4):
        some = random.sample(TOLD, random.randrange(len(TOLD)))
        odd = random.random() < 0.5
        done.append(run(store, [moved(one) if odd else one for one in some]))
        assert shown(store.results()) == values(done[-1])
    for number, coming in enumerate(done, start=1):
        assert shown(store.history.at(number)) == values(coming)


def test_minted_incidents_are_kept_in_order(store: Store) -> None:
    first = Minted(incident="z", reports=("r",))
    second = Minted(incident="a", reports=("s", "t"), decided=3)
    coming = derived((), {})
    store.derive(replace(coming, minted=(first,)))
    again = replace(coming, after=coming.run.id, minted=(first, second))
    store.derive(replace(again, run=replace(coming.run, id="run2")))
    assert store.minted() == (first, second)


def test_a_run_that_another_one_overtook_writes_nothing(store: Store) -> None:
    first = run(filled(store), TOLD)
    late = replace(derived(TOLD[1:], {}), run=replace(first.run, id="late"))
    with pytest.raises(BookError, match="another run of"):
        store.derive(late)
    assert shown(store.results()) == values(first)


def test_nothing_of_an_expunged_report_is_left(store: Store, backend: object) -> None:
    """Also not in what earlier runs showed, nor in what the database left aside."""
    gone, (claim, *_) = TOLD[0].reports[0]
    words = gone.text.characters[-80:]
    run(filled(store), TOLD)
    run(store, [moved(TOLD[0]), *TOLD[1:]])
    assert backend.holds(words)  # type: ignore[attr-defined]
    stone = store.withdrawn.expunge(
        gone.id, who="Ann", when="2031-05-04", reason="asked"
    )
    assert not backend.holds(words)  # type: ignore[attr-defined]
    assert stone.report == gone.id
    assert stone.text == gone.text.id
    assert store.withdrawn.buried().keys() == {gone.id, gone.text.id}
    for number in (1, 2):
        past = store.history.at(number)
        assert claim.id not in {c.id for c in past.claims()}
        assert gone.id not in {p.report for p in past.placements()}
        told = [*past.incidents(), *past.estimates()]
        assert not any(claim.id in str(each) for each in told)
    assert gone.id not in {r.id for r in store.reports()}
