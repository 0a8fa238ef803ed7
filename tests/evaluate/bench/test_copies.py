from sourcebook.evaluate.bench.copies import is_held_back, measured, tolls
from sourcebook.evaluate.bench.injected import WAYS, Strangers, injected
from sourcebook.model.report import Report, Text

PLACES = ("Arden", "Bridgeton", "Colm", "Dunmere", "Esk", "Farrow", "Glen", "Holt")


def _report(n: int) -> Report:
    place = PLACES[n]
    told = " ".join(f"{place.lower()}{i}" for i in range(120))
    body = f"{told[:500]} killed by the blast in {place} {told[500:]}."
    text = f"A blast killed {n + 2} people in {place} on Monday.\n\n{body}"
    return Report.of(
        Text.of(text, language="en"), source_id=f"r{n}", title=f"Blast kills in {place}"
    )


REPORTS = [_report(n) for n in range(len(PLACES))]


def test_copies_are_the_same_every_time_and_differ_by_way() -> None:
    strangers = Strangers(REPORTS)
    made = [injected(REPORTS[0], way, strangers) for way in WAYS]
    again = [injected(REPORTS[0], way, strangers) for way in WAYS]
    assert made == again
    assert len({copy.text.id for copy in made if copy}) == len(WAYS)


def test_an_edited_copy_keeps_four_fifths_of_the_words() -> None:
    copy = injected(REPORTS[0], "a fifth of the words edited", Strangers(REPORTS))
    assert copy is not None
    told, edited = REPORTS[0].text.characters.split(), copy.text.characters.split()
    assert 0.7 < len(set(told) & set(edited)) / len(set(told)) < 1


def test_what_would_be_a_stub_is_left_out() -> None:
    short = Report.of(Text.of("Five died. " * 20, language="en"), source_id="s")
    assert injected(short, "first half", Strangers(REPORTS)) is None


def test_a_claim_stands_on_every_number_that_may_be_a_toll() -> None:
    told = Report.of(
        Text.of("Police said 3 people were killed at 10:30 on 4 May.", language="en"),
        source_id="t",
    )
    assert [claim.quote for claim in tolls(told)] == ["3"]


def test_only_copies_of_the_held_back_half_are_measured() -> None:
    gold = {report.source_id: report.source_id for report in REPORTS}
    assert 0 < sum(map(is_held_back, gold.values())) < len(gold)
    found = {r.measure: r.by_method["sourcebook"] for r in measured(REPORTS, gold)}
    assert {k: v for k, v in found.items() if k.startswith("wrongly")} == {
        "wrongly joined: copies, beside injected ones": 0.0,
        "wrongly joined: copies": 0.0,
        "wrongly joined: lineages": 0.0,
    }
    assert all(v == 1.0 for k, v in found.items() if k.startswith("found"))


def test_reports_bound_by_a_passage_alone_are_counted_as_wrongly_joined() -> None:
    wire = (
        "The harbour master said that 14 people were killed when the ferry struck the "
        "cape in heavy fog off the northern lighthouse."
    )
    reports = [
        Report.of(
            Text.of(f"{opening} {wire}", language="en"), source_id=str(n), title=title
        )
        for n, (opening, title) in enumerate(
            (
                ("Shops were shut in Arden, where the families met all day.", "Grief"),
                ("Rain held up the rally in Colm, and its riders went home.", "Rally"),
            )
        )
    ]
    told = {r.measure: r for r in measured(reports, {"0": "a", "1": "c"})}
    assert told["wrongly joined: copies"].by_method["sourcebook"] == 0.0
    assert told["wrongly joined: lineages"].by_method["sourcebook"] == 0.5
