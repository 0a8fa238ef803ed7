from __future__ import annotations

import json
from pathlib import Path

import pytest

import sourcebook
from sourcebook.book import Book
from sourcebook.draft import VERDICTS, Checked, Finding, check_draft
from sourcebook.draft.page import as_html
from sourcebook.draft.wording import NAMES
from sourcebook.errors import BookError, InputError

#: A sentence about the shipped examples, the words looked at, and their verdict.
SAID = [
    ("33 people were killed in Napier and Hastings, the interior ministry said.", "33", "supported"),
    ("33 people were killed in Napier and Hastings.", "33", "one_lineage"),
    ("At least 30 people were killed in Napier and Hastings, police said.", "30", "stale"),
    ("The interior ministry counts 34 dead in Napier and Hastings.", "34", "stale"),
    ("The Pacific Conflict Monitor counts nearly 50 dead in Napier and Hastings.", "50", "disputed"),
    ("Police said 33 people were killed in Napier and Hastings.", "33", "wrong_speaker"),
    ("80 people were wounded in Napier and Hastings, the Pacific Conflict Monitor said.", "80", "bound_changed"),
    ("50 people were killed in Napier and Hastings, a monitoring group said.", "50", "bound_changed"),
    ("At least 33 people were killed in Napier and Hastings.", "33", "bound_changed"),
    ("Fourteen people were killed in the bombings in Napier and Hastings.", "Fourteen", "part_as_total"),
    ("Fourteen people were killed in Hastings, the interior ministry said.", "Fourteen", "supported"),
    ("In Hastings 33 people were killed.", "33", "wrong_place"),
    ("94 people were killed in Napier and Hastings.", "94", "metric_swapped"),
    ("22 people were killed by the bombs in Napier and Hastings.", "22", "other_incident"),
    ("In February 2019 22 people died in a ferry bombing in Tauranga. That was before Napier and Hastings.", "22", "supported"),
    ("61 people were killed in Napier and Hastings.", "61", "not_in_book"),
    ("More than 30 people were killed in Napier and Hastings.", "30", "supported"),
    ("Around 30 people were killed in Napier and Hastings.", "30", "supported"),
    ("There were four explosions in Napier and Hastings on 14 March 2022.", "four", "supported"),
    ("Three workers were killed by a warehouse fire in Gisborne, the fire service said.", "Three", "supported"),
    ("A train crash in Lisbon killed 33 people.", "33", "not_in_book"),
    ("The Kermadec Front carried out the bombings in Napier and Hastings.", "Kermadec", "told_as_fact"),
    ("Grey Tide has claimed responsibility for the bombings in Napier and Hastings.", "Grey", "supported"),
    ("The Kermadec Front has claimed responsibility for the bombings in Napier and Hastings.", "Kermadec", "wrong_speaker"),
    ('"The Kermadec Front planned and paid for these attacks," said Daniel Frey of the bombings in Napier.', "planned", "wrong_speaker"),
    ('"The Kermadec Front planned and paid for these attacks," said Ruth Tamahori of the bombings in Napier.', "planned", "supported"),
    ('"We never saw them coming from the sea," said Ruth Tamahori of the bombings in Napier and Hastings.', "never", "not_in_book"),
    ("TWELVE HURT IN HOSPITAL after bombs in Napier and Hastings.", "TWELVE", "one_lineage"),
    ("At the bus station in Hastings 12 people were killed, a senior police officer said.", "12", "bound_changed"),
    ("On the dead of Napier and Hastings sources differ: the interior ministry stands at 34.", "34", "stale"),
    ("In Napier and Hastings 33 people died, 14 of them in Hastings.", "33", "one_lineage"),
    ("Dead in the bombings of Napier and Hastings: 33 (14 in Hastings).", "33", "one_lineage"),
    ("In the two towns, Napier and Hastings, fourteen people died in all.", "fourteen", "part_as_total"),
    ("The monitor counts at least 80 wounded in Napier and Hastings, the ministry 94.", "94", "supported"),
    ("The Red Cross says 94 were wounded in the Hawke's Bay bombings.", "94", "wrong_speaker"),
]  # fmt: skip


def over(checked: Checked, words: str) -> list[Finding]:
    return [found for found in checked.findings if words in found.quote]


@pytest.mark.parametrize(("text", "words", "verdict"), SAID, ids=lambda s: str(s)[:40])
def test_verdicts(bay: Book, text: str, words: str, verdict: str) -> None:
    got = {found.verdict for found in over(check_draft(text, bay), words)}
    assert verdict in got


#: Sentences of a draft in which nothing is wrong, though they may be read so.
SOUND_ONES = [
    "In Hastings 14 people died, one of them a student of 19.",
    "Hastings lost 14 people to the bombs.",
    "There were two explosions in Napier, one of them by a car bomb.",
    "In Napier and Hastings the ministry gave 34 dead, which it corrected to 31 on Wednesday.",
]


@pytest.mark.parametrize("text", SOUND_ONES, ids=lambda s: str(s)[:40])
def test_no_fault_is_found_where_words_are_read_loosely(bay: Book, text: str) -> None:
    assert [f for f in check_draft(text, bay).findings if not f.is_sound] == []


def test_every_verdict_is_shown_by_a_sentence() -> None:
    shown = {verdict for _, _, verdict in SAID}
    # What people set is shown in test_decided.
    assert shown | {"overridden"} == set(VERDICTS) == set(NAMES)


def test_stale_names_the_newer_figure_its_report_and_its_day(bay: Book) -> None:
    text = "The interior ministry counts 34 dead in Napier and Hastings."
    (found,) = over(check_draft(text, bay), "34")
    (newer,) = found.against
    assert (newer.quote, newer.outlet, newer.published) == (
        "33",
        "Southern Press",
        "2022-03-18",
    )


def test_an_earlier_figure_told_as_such_is_not_stale(bay: Book) -> None:
    text = "The toll in Napier and Hastings was put at 34 at first, the ministry said."
    (found,) = over(check_draft(text, bay), "34")
    assert found.verdict == "supported"


def test_evidence_stands_where_it_says(bay: Book) -> None:
    text = "14 people were killed and 94 wounded in Napier and Hastings."
    checked = sourcebook.check_draft(text, bay)
    held = [c for f in checked.findings for c in (*f.rests_on, *f.against)]
    assert held
    for claim in held:
        report = bay.contents.report[claim.report]
        characters = report.title if claim.field == "title" else report.text.characters
        assert characters[claim.start : claim.end] == claim.quote
        assert f"[{claim.quote}]" in claim.context
    for found in checked.findings:
        assert found.span.slice(text) == found.quote


def test_sentences_of_two_incidents_are_held_against_each(bay: Book) -> None:
    text = (
        "In Napier and Hastings 33 people were killed. "
        "In Gisborne three people died in a warehouse fire."
    )
    checked = check_draft(text, bay)
    assert len(checked.incidents) == 2
    assert all(found.is_sound for found in checked.findings)


def test_reports_of_the_book_are_sound_drafts_but_for_what_is_stale(bay: Book) -> None:
    for report in bay.contents.reports:
        checked = check_draft(report.text.characters, bay, published=report.published)
        faults = [f for f in checked.findings if not f.is_sound]
        assert {f.verdict for f in faults} <= {"stale"}, faults


def test_a_name_of_another_incident_in_passing_does_not_lead_away(bay: Book) -> None:
    text = (
        "Bombs exploded in Napier and Hastings on 14 March 2022. In Napier there were "
        "two explosions, the Pacific Conflict Monitor said. Hastings was struck twice. "
        "A choir from Gisborne had come to Napier that day. In all 33 people died in "
        "Napier and Hastings, the interior ministry said."
    )
    (found,) = over(check_draft(text, bay), "33")
    assert (found.verdict, found.label) == (
        "supported",
        "Suicide bombings in Napier and Hastings, New Zealand, 14 March 2022",
    )


def test_numbers_that_are_not_read_are_listed(bay: Book) -> None:
    checked = check_draft("In Napier the ministry wants 77 of something.", bay)
    assert [words.quote for words in checked.unread] == ["77"]


def test_a_draft_that_says_nothing(bay: Book) -> None:
    checked = check_draft("", bay)
    assert (checked.findings, checked.unread, checked.incidents) == ((), (), ())
    assert checked.is_supported
    assert "No figure" in as_html(checked)


def test_another_language_is_refused(bay: Book) -> None:
    text = (
        "Bei den Anschlägen in Napier und Hastings wurden nach Angaben des Ministeriums "
        "dreiunddreißig Menschen getötet und viele weitere verletzt."
    )
    with pytest.raises(InputError, match=r"language .*\(de\)"):
        check_draft(text, bay)


def test_a_book_without_results_says_what_to_run(tmp_path: Path) -> None:
    with Book(tmp_path / "new.db") as book, pytest.raises(BookError, match="add"):
        check_draft("33 people were killed.", book)


def test_check_is_the_same_each_time(bay: Book) -> None:
    text = " ".join(said for said, _, _ in SAID)
    assert check_draft(text, bay) == check_draft(text, bay)


def test_page_escapes_the_draft_and_counts_its_marks(bay: Book) -> None:
    text = (
        "<script>alert(1)</script> In Napier & Hastings 94 people were killed. "
        '"The Kermadec Front planned and paid for these attacks," said <b>Daniel Frey</b>.'
    )
    checked = check_draft(text, bay)
    page = as_html(checked)
    assert "<script" not in page
    assert "<b>" not in page
    assert page.count('class="finding"') == len(checked.findings) > 0
    assert "http" not in page.replace("https://capital-post.example", "").replace(
        "https://harbour-herald.example", ""
    )


def test_dictionary_is_json_with_every_verdict_counted(bay: Book) -> None:
    checked = check_draft("94 people were killed in Napier and Hastings.", bay)
    told = json.loads(json.dumps(checked.as_dict()))
    assert list(told["counts"]) == list(VERDICTS)
    (row,) = told["findings"]
    assert (row["verdict"], row["start"], row["end"]) == ("metric_swapped", 0, 9)
    assert row["rests_on"][0]["quote"] == "94"
