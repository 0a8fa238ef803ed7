"""What each action does after the next run, and that an undo leaves no trace."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deciding import WHO, claim_of, exports, incident_of
from sourcebook.book import Book, EstimateView
from sourcebook.errors import DecisionRefused, NotFound
from sourcebook.model.decision import Decision

PORT, MARSH = "Port Avalon", "Saltmarsh"


def decided(book: Book, action: str, *targets: str, **changes: Any) -> Decision:
    made = book.decide(action, *targets, **WHO, **changes)
    book.run()
    return made


def killed(book: Book, label: str = PORT) -> EstimateView:
    return book.incident(incident_of(book, label)).estimate("killed")


def numbers(estimate: EstimateView) -> tuple[int | None, ...]:
    return estimate.low, estimate.best, estimate.high


def test_the_book_before_anybody_decided(book: Book) -> None:
    assert numbers(killed(book)) == (4, 9, 9)
    assert numbers(killed(book, MARSH)) == (3, 3, 3)
    assert book.decisions() == []


def test_accept_marks_the_claim_and_changes_no_number(book: Book) -> None:
    made = decided(book, "accept", claim_of(book, "9 people"))
    claim = book.contents.claim[claim_of(book, "9 people")]
    assert (claim.review, claim.decisions) == ("accepted", (made.key,))
    assert numbers(killed(book)) == (4, 9, 9)
    assert made.key in killed(book).decisions


def test_a_rejected_claim_counts_nowhere_and_stays_readable(book: Book) -> None:
    made = decided(book, "reject", claim_of(book, "9 people"))
    estimate = killed(book)
    assert numbers(estimate) == (4, 7, 7)
    claim = book.contents.claim[claim_of(book, "9 people")]
    assert (claim.review, claim.incident) == ("rejected", None)
    reasons = {c.quote: reason for c, reason in estimate.left_out}
    assert reasons["9 people were killed"] == f"rejected by decision {made.short}"
    assert made.short in estimate.explanation


def test_the_only_figure_of_a_metric_rejected_is_still_listed(book: Book) -> None:
    decided(book, "reject", claim_of(book, "5 people"))
    estimate = book.incident(incident_of(book, MARSH)).estimate("injured")
    assert numbers(estimate) == (None, None, None)
    assert [c.quote[:8] for c, _ in estimate.left_out] == ["5 people"]


def test_an_edited_claim_carries_the_edit(book: Book) -> None:
    made = decided(book, "edit", claim_of(book, "9 people"), value=11, comparator="ge")
    claim = book.contents.claim[claim_of(book, "9 people")]
    payload = claim.payload
    assert (payload.value, payload.low, payload.high) == (11, 11, None)
    assert (claim.review, claim.quote) == ("edited", "9 people were killed")
    assert killed(book).high == 11
    assert killed(book).decisions == (made.key,)


def test_edits_of_two_fields_go_together_and_the_later_of_one_stands(
    book: Book,
) -> None:
    claim = claim_of(book, "9 people")
    for changes in ({"value": 11}, {"population": "civilians"}, {"value": 12}):
        book.decide("edit", claim, **WHO, **changes)
    book.run()
    payload = book.contents.claim[claim].payload
    assert (payload.value, payload.population) == (12, "civilians")
    assert [e.state for e in book.decisions()] == ["replaced", "stands", "stands"]


def test_an_edited_metric_moves_the_figure_to_its_estimate(book: Book) -> None:
    decided(book, "edit", claim_of(book, "9 people"), metric="missing")
    incident = book.incident(incident_of(book, PORT))
    assert incident.estimate("missing").best == 9
    assert numbers(killed(book)) == (4, 7, 7)


def test_an_edited_attribution_stands_at_its_words(book: Book) -> None:
    decided(book, "edit", claim_of(book, "9 people"), by=["the governor"])
    claim = book.contents.claim[claim_of(book, "9 people")]
    assert [link.quote for link in claim.attribution] == ["the governor"]
    assert claim.attribution[0].named is False
    decided(book, "edit", claim.id, by=[])
    assert book.contents.claim[claim.id].attribution == ()


def test_an_added_claim_is_built_at_its_words(book: Book) -> None:
    made = decided(book, "add", "wire-1", quote="Nine dead", metric="killed", value=19)
    claim = book.contents.claim[claim_of(book, "Nine dead")]
    assert (claim.field, claim.review, claim.extractor) == ("title", "added", "person")
    assert claim.decisions == (made.key,)
    assert claim.incident == incident_of(book, PORT)
    assert killed(book).ever.high == 19
    assert book.check() == []


def test_an_added_claim_can_be_edited_rejected_and_put_elsewhere(book: Book) -> None:
    there = incident_of(book, MARSH)
    words = {"quote": "Nine dead", "metric": "killed", "value": 9, "incident": there}
    decided(book, "add", "wire-1", **words)
    claim = claim_of(book, "Nine dead")
    assert book.contents.claim[claim].incident == there
    decided(book, "edit", claim, value=10)
    assert killed(book, MARSH).ever.high == 10
    decided(book, "reject", claim)
    assert numbers(killed(book, MARSH)) == (3, 3, 3)
    assert book.contents.claim[claim].review == "rejected"


def test_a_moved_claim_counts_what_the_person_says(book: Book) -> None:
    claim = claim_of(book, "9 people")
    decided(book, "move", claim, role="part_of_total")
    assert numbers(killed(book)) == (4, 7, 7)
    made = decided(book, "move", claim, role="background")
    assert book.contents.claim[claim].incident is None
    reasons = {c.id: reason for c, reason in killed(book).left_out}
    assert reasons[claim] == f"background: decision {made.short}"
    decided(book, "move", claim, role="incident_total")
    assert numbers(killed(book)) == (4, 9, 9)


def test_a_claim_moved_to_another_incident_counts_there(book: Book) -> None:
    claim, there = claim_of(book, "9 people"), incident_of(book, MARSH)
    decided(book, "move", claim, incident=there)
    assert killed(book, MARSH).ever.high == 9
    assert numbers(killed(book)) == (4, 7, 7)
    assert book.contents.claim[claim].report in book.incident(there).value.reports
    assert book.check() == []


def test_a_linked_report_stays_where_a_person_put_it(book: Book) -> None:
    made = decided(book, "link", "post-2", incident_of(book, PORT))
    incident = book.incident(incident_of(book, PORT))
    assert {r.source_id for r in incident.reports} == {
        "star-1",
        "wire-1",
        "mail-1",
        "post-2",
    }
    features = [link.features for link in incident.value.links]
    assert any(f"linked by decision {made.short}" in told for told in features)
    book.run()
    assert len(book.incident(incident.id).reports) == 4


def test_an_unlinked_report_leaves_its_incident(book: Book) -> None:
    port = incident_of(book, PORT)
    decided(book, "unlink", "mail-1")
    assert {r.source_id for r in book.incident(port).reports} == {"star-1", "wire-1"}
    decided(book, "link", "mail-1", port)
    assert len(book.incident(port).reports) == 3


def test_merged_incidents_keep_the_first_id_and_take_new_reports(book: Book) -> None:
    port, marsh = incident_of(book, PORT), incident_of(book, MARSH)
    decided(book, "merge", marsh, port)
    assert [i.id for i in book.incidents()] == [marsh]
    assert len(book.incident(marsh).reports) == 5
    book.run()
    assert [i.id for i in book.incidents()] == [marsh]


def test_a_split_makes_an_incident_with_an_id_that_stays(book: Book) -> None:
    port = incident_of(book, PORT)
    made = decided(book, "split", port, "wire-1", "mail-1")
    assert made.after is not None
    apart = book.incident(made.after["incident"])
    assert {r.source_id for r in apart.reports} == {"wire-1", "mail-1"}
    assert [r.source_id for r in book.incident(port).reports] == ["star-1"]
    decided(book, "link", "post-2", apart.id)
    assert len(book.incident(apart.id).reports) == 3


def test_two_names_of_one_source_are_one_lineage(book: Book) -> None:
    before = killed(book, MARSH).lineages
    made = decided(book, "same-source", "Post", "Marsh Police")
    after = killed(book, MARSH)
    assert (before, after.lineages) == ((1, 2), (1, 1))
    assert after.decisions == (made.key,)


def test_rec_11_an_override_replaces_best_and_keeps_the_computed_beside(
    book: Book,
) -> None:
    made = decided(book, "override", incident_of(book, PORT), "killed", best=8)
    estimate = killed(book)
    assert numbers(estimate) == (4, 8, 9)
    computed = estimate.computed
    assert (computed.low, computed.best, computed.high) == (4, 9, 9)
    assert estimate.rule.endswith("+REC-11")
    assert estimate.decisions == (made.key,)
    told = str(book.why(incident_of(book, PORT), "killed"))
    assert "the rules gave 4 to 9, best 9" in told
    assert "Ann Lee, 2031-05-04: read it again" in told


def test_an_override_moves_the_other_numbers_no_further_than_it_must(
    book: Book,
) -> None:
    decided(book, "override", incident_of(book, PORT), "killed", low=10)
    assert numbers(killed(book)) == (10, 10, 10)


def test_src_4_a_partys_figure_is_let_into_best_by_a_decision(book: Book) -> None:
    made = decided(book, "admit", claim_of(book, "4 people"))
    assert numbers(killed(book)) == (4, 4, 9)
    assert made.key in killed(book).decisions


@pytest.mark.parametrize(
    ("action", "state"), [("dismiss", "dismissed"), ("resolve", "resolved")]
)
def test_a_contradiction_keeps_what_people_made_of_it(
    book: Book, action: str, state: str
) -> None:
    odd = next(c for c in book.contents.contradictions if c.kind == "hard")
    made = decided(book, action, odd.id)
    now = next(c for c in book.contents.contradictions if c.id == odd.id)
    assert (now.state, now.decisions) == (state, (made.key,))
    assert f"{state} by decision {made.short}" in now.explanation


def test_a_note_changes_nothing(book: Book, tmp_path: Path) -> None:
    before = exports(book, tmp_path / "before")
    decided(book, "note", claim_of(book, "9 people"))
    decided(book, "note", incident_of(book, PORT))
    decided(book, "note", "star-1")
    assert exports(book, tmp_path / "after") == before
    assert {e.state for e in book.decisions()} == {"stands"}


ACTIONS: dict[str, Callable[[Book], tuple[tuple[str, ...], dict[str, Any]]]] = {
    "accept": lambda b: ((claim_of(b, "9 people"),), {}),
    "reject": lambda b: ((claim_of(b, "9 people"),), {}),
    "edit": lambda b: ((claim_of(b, "9 people"),), {"value": 70}),
    "add": lambda b: (("wire-1",), {"quote": "Nine", "metric": "killed", "value": 9}),
    "move": lambda b: ((claim_of(b, "9 people"),), {"role": "background"}),
    "link": lambda b: (("post-2", incident_of(b, PORT)), {}),
    "unlink": lambda b: (("mail-1",), {}),
    "merge": lambda b: ((incident_of(b, PORT), incident_of(b, MARSH)), {}),
    "split": lambda b: ((incident_of(b, PORT), "mail-1"), {}),
    "same-source": lambda b: (("Post", "Marsh Police"), {}),
    "override": lambda b: ((incident_of(b, PORT), "killed"), {"best": 5}),
    "admit": lambda b: ((claim_of(b, "4 people"),), {}),
    "dismiss": lambda b: ((b.contents.contradictions[0].id,), {}),
    "resolve": lambda b: ((b.contents.contradictions[0].id,), {}),
}


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_an_undo_brings_back_every_byte(
    book: Book, tmp_path: Path, action: str
) -> None:
    before = exports(book, tmp_path / "before")
    targets, changes = ACTIONS[action](book)
    made = decided(book, action, *targets, **changes)
    assert exports(book, tmp_path / "between") != before
    assert book.check() == []
    assert [e.state for e in book.decisions()] == ["stands"]
    decided(book, "undo", made.short)
    assert exports(book, tmp_path / "after") == before
    assert [e.state for e in book.decisions()] == ["undone", "stands"]


@pytest.mark.parametrize(
    ("action", "targets", "changes", "said"),
    [
        ("accept", ("ffff",), {}, "no claim's id begins with 'ffff'; `why`"),
        ("link", ("nobody", "PORT"), {}, "no report's id begins with 'nobody'"),
        ("merge", ("PORT", "PORT"), {}, "are one incident already"),
        ("split", ("PORT", "star-2"), {}, "at least one, and not all of them"),
        ("unlink", ("post-2",), {}, "belongs to no incident: there is nothing to"),
        ("override", ("PORT", "missing"), {"best": 1}, "no estimate of missing"),
        ("override", ("PORT", "killed"), {"low": 9, "best": 3}, "low <= best <= high"),
        ("override", ("PORT", "killed"), {}, "give whole numbers"),
        ("admit", ("9 people",), {}, "not told by a party"),
        ("edit", ("9 people",), {}, "say what to edit"),
        ("edit", ("9 people",), {"metric": "dead"}, "is no metric; choose"),
        ("edit", ("9 people",), {"value": "many"}, "value is a number"),
        ("edit", ("9 people",), {"actor": "X"}, "a figure has no field 'actor'"),
        ("edit", ("9 people",), {"by": ["Ann Other"]}, "do not stand in report wire-1"),
        ("edit", ("9 people",), {"low": 9, "high": 3}, "low 9 lies above high 3"),
        ("add", ("wire-1",), {"quote": "not there"}, "do not stand in report wire-1"),
        ("add", ("wire-1",), {"quote": "the"}, "stand 4 times"),
        ("add", ("wire-1",), {"metric": "killed"}, "--quote, or --start and --end"),
        (
            "add",
            ("wire-1",),
            {"quote": "9 people were", "metric": "killed", "value": 9},
            "stands at these words already",
        ),
        ("move", ("9 people",), {}, "say where to move it"),
        ("move", ("Port",), {"role": "background"}, "id begins with 'Port'"),
        ("same-source", ("Nobody Known", "Post"), {}, "source called 'Nobody Known'"),
        ("same-source", ("Post", "Post"), {}, "are one source already"),
        ("undo", ("ffff",), {}, "no decision's id begins with 'ffff'"),
        ("forget", (), {}, "is no action; choose accept"),
        ("accept", ("9 people",), {"best": 3}, "it takes no best"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_what_to_do(
    book: Book, action: str, targets: tuple[str, ...], changes: Any, said: str
) -> None:
    named = [incident_of(book, PORT) if t == "PORT" else t for t in targets]
    named = [claim_of(book, t) if t == "9 people" else t for t in named]
    with pytest.raises((NotFound, DecisionRefused)) as refused:
        book.decide(action, *named, **WHO, **changes)
    assert said in str(refused.value)
    assert book.decisions() == []


def test_what_stands_already_is_not_decided_again(book: Book) -> None:
    claim = claim_of(book, "9 people")
    made = book.decide("reject", claim, **WHO)
    with pytest.raises(DecisionRefused, match=f"already \\({made.short}"):
        book.decide("reject", claim, **WHO)
    book.decide("accept", claim, **WHO)
    book.decide("reject", claim, **WHO)
    assert [e.state for e in book.decisions()] == ["replaced", "replaced", "stands"]


def test_an_undo_is_made_once_and_is_not_undone(book: Book) -> None:
    made = book.decide("reject", claim_of(book, "9 people"), **WHO)
    undo = book.decide("undo", made.short, **WHO)
    with pytest.raises(DecisionRefused, match="undone already, by Ann Lee"):
        book.decide("undo", made.short, **WHO)
    with pytest.raises(DecisionRefused, match="make the decision again"):
        book.decide("undo", undo.short, **WHO)


def test_links_win_over_the_groups_that_reports_came_in(tmp_path: Path) -> None:
    from deciding import ROWS, Reader

    rows = [{**row, "group": row["title"][:1]} for row in ROWS]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    book = Book(tmp_path / "book.db", extractor=Reader)
    book.add(path, group_by="group")
    book.run()
    home = {r["source_id"]: r["incident"] for r in book.reports()}
    assert home["star-1"] != home["wire-1"]
    decided(book, "link", "star-1", str(home["wire-1"]))
    now = {r["source_id"]: r["incident"] for r in book.reports()}
    assert now == {**home, "star-1": home["wire-1"]}


def test_decisions_on_a_report_that_is_gone_wait_for_it(
    book: Book, tmp_path: Path
) -> None:
    from deciding import ROWS

    claim = claim_of(book, "9 people")
    decided(book, "reject", claim)
    for number, rows in enumerate((ROWS[:1], ROWS)):
        path = tmp_path / f"again-{number}.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        book.add(path, replace=True)
        book.run()
        states = [entry.state for entry in book.decisions()]
        assert states == (["unattached"] if number == 0 else ["stands"])
    assert book.contents.claim[claim].review == "rejected"
