"""Sentences of the summary are grammatical, and true of who said what (N6, RSP-2)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from link_values import report
from sourcebook.dossier.accusing import by_others, by_themselves
from sourcebook.dossier.figures import lineage_span
from sourcebook.dossier.furniture import shown
from sourcebook.dossier.origins import lineage_words
from sourcebook.dossier.page import BLAME
from sourcebook.dossier.phrases import Phrases, counted_words
from sourcebook.dossier.reasons import reason_words
from sourcebook.dossier.said import _is_office
from sourcebook.dossier.values import Blame, Quote, Ref
from sourcebook.dossier.wording import target_word
from sourcebook.model.span import Span
from sourcebook.reconcile.wording import article, says_nobody


def blame(way: str, actor: str, source: str = "Bay Post", **more: object) -> Blame:
    ref = Ref(id=f"{way}{actor}{source}", mark="R1", title="")
    quote = Quote(runs=(), refs=(ref,), source=source, places="", colour=0, lineage="")
    own_voice = bool(more.get("own_voice", False))
    phrase = Phrases([])
    return Blame(
        actor=actor,
        phrase=phrase(actor),
        teller=source if own_voice else phrase(source),
        relation=way,
        custody=str(more.get("custody", "")),
        own=actor == source,
        way=way,
        hedge="",
        source=source,
        lineage="",
        own_voice=own_voice,
        quotes=(quote,),
    )


def said(sentence: Sequence[object]) -> str:
    return "".join(clause.words for clause in sentence)  # type: ignore[attr-defined]


def test_n6_anothers_denial_is_not_the_actors() -> None:
    row = blame("denied", "Grey Tide", "Bay police")
    assert said(by_themselves([row])) == (
        "Bay police denied that Grey Tide had a part in it."
    )


def test_nobody_claims_an_accident() -> None:
    row = blame("claimed", "driver", "driver")
    assert said(by_themselves([row], accident=True)) == (
        "A driver is said to have told of their own part in it."
    )


@pytest.mark.parametrize(
    ("custody", "words"),
    [
        ("arrested", "A man was arrested, according to police."),
        ("charged", "A man was charged, according to police."),
        ("convicted", "A man was convicted, according to police."),
    ],
)
def test_an_arrest_is_no_accusation(custody: str, words: str) -> None:
    row = blame("accused_by_authority", "man", "Police", custody=custody)
    assert said(by_others([row])) == words


def test_an_outlet_relays_an_accusation_and_makes_none() -> None:
    row = blame("accused", "drivers", "bay.example", own_voice=True)
    assert said(by_others([row])) == "Drivers are accused, according to bay.example."


def test_drivers_by_other_words_are_arrested_once() -> None:
    rows = [
        blame("accused_by_authority", name, source, custody="arrested")
        for name, source in (("driver", "police"), ("42-year-old driver", "the mayor"))
    ]
    assert said(by_others(rows)) == (
        "A driver was arrested, according to police and the mayor."
    )


def test_a_fact_about_nobody_in_particular_is_left_to_the_table() -> None:
    assert said(by_others([blame("reported_as_fact", "lone gunman")])) == ""
    row = blame("reported_as_fact", "Front", "bay.example", own_voice=True)
    assert said(by_others([row])) == (
        "It is told as fact in bay.example that it was Front."
    )


def test_names_take_the_article_of_their_reports() -> None:
    told = report("The Tide struck. Police blamed the Tide, and Ada Bay saw it.")
    phrase = Phrases([told])
    assert (phrase("Tide"), phrase("Ada Bay")) == ("the Tide", "Ada Bay")


def test_words_that_open_a_sentence_are_small_inside_one() -> None:
    told = report("Hooded youths came. The hooded youths left. Greek youths stayed.")
    phrase = Phrases([told])
    assert phrase("Hooded youths") == "hooded youths"
    assert phrase("Greek youths") == "Greek youths"


@pytest.mark.parametrize(
    ("number", "metric", "population", "words"),
    [
        ("1", "killed", "attackers", "1 attacker killed"),
        ("at least 2", "injured", "women", "at least 2 women injured"),
        ("3", "killed", "nationality:FR", "3 nationals of France killed"),
        ("4", "displaced", "persons", "4 forced to leave"),
        ("5", "affected", "persons", "5 on board or otherwise affected"),
    ],
)
def test_counts_of_groups_read_as_people_say_them(
    number: str, metric: str, population: str, words: str
) -> None:
    assert counted_words(number, metric, population) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "no independent lineage"),
        (0, 1, "at most 1 independent lineage"),
        (1, 1, "1 independent lineage"),
        (2, 5, "2 to 5 independent lineages"),
    ],
)
def test_src_3_lineages_are_counted_in_words(low: int, high: int, words: str) -> None:
    assert lineage_span(low, high) == words


def test_rec_13_patients_of_two_hospitals_are_not_called_those_of_one() -> None:
    assert "one or more" in reason_words("part: hospital", {})


def test_names_of_lineages_keep_small_words_small() -> None:
    assert lineage_words("hospital:named-bay-of-arden") == "Bay of Arden"


def test_targets_are_nouns() -> None:
    assert target_word("diplomatic") == "diplomatic mission"


@pytest.mark.parametrize(
    ("text", "told", "words"),
    [
        (
            "Image copyright Bay Pictures Image caption Four people died here",
            "Four people",
            "Four people died here",
        ),
        (
            "It sank, as after 9/11 Ada Bay 3/9 Four people died here Bo Lee 4/9 More",
            "Four people",
            "Four people died here Bo Lee",
        ),
        (
            "Photos: Ferry sinks off Arden Divers rest. Hide Caption 1 of 9 "
            "Photos: Ferry sinks off Arden Four people died.",
            "Four people",
            "Four people died.",
        ),
        ("A heading of the page\nFour people died here.", "Four people", None),
    ],
)
def test_quotations_show_no_page_furniture(
    text: str, told: str, words: str | None
) -> None:
    start = text.index(told)
    span = Span(start=start, end=start + len(told))
    whole = Span(start=0, end=len(text))
    found = shown(text, [span], [whole])
    assert text[found.start : found.end] == (words or "Four people died here.")


def test_a_sentence_wrapped_over_two_lines_is_shown_whole() -> None:
    text = (
        "The ferry sank in the harbour of Arden on Sunday night, and\nfour people died."
    )
    start = text.index("four")
    found = shown(
        text, [Span(start=start, end=start + 4)], [Span(start=0, end=len(text))]
    )
    assert (found.start, found.end) == (0, len(text))


def test_a_heading_fits_what_happened() -> None:
    assert BLAME == {False: "Who says who did it", True: "Who is held responsible"}


@pytest.mark.parametrize(
    "name", ["an unidentified person", "two people", "MULTIPLE PEOPLE", "one of them"]
)
def test_rsp_7_words_for_anybody_tell_of_nobody(name: str) -> None:
    assert says_nobody(name)


def test_articles_go_by_the_sound() -> None:
    names = ("university", "embassy", "government of Arden")
    assert [article(name) for name in names] == ["a", "an", "the"]


def test_stm_3_an_office_with_its_bearers_name_is_no_body() -> None:
    assert _is_office("Norwick Mayor Ana")
    assert not _is_office("Mayor's Office of Norwick")
