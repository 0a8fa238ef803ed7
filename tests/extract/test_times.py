"""Times: roles and resolution (TIM-1 to TIM-3), told in invented sentences."""

from __future__ import annotations

from sourcebook.extract.parsed import parse
from sourcebook.extract.times import find_times
from sourcebook.model.claim import Time
from sourcebook.model.report import Report, Text

TUESDAY = "2016-05-24"


def read(text: str, published: str | None = TUESDAY) -> dict[str, tuple[str, str]]:
    report = Report.of(Text.of(text, language="en"), source_id="1", published=published)
    drafts = find_times(next(iter(parse([report]))))
    for draft in drafts:
        assert draft.span.slice(report.characters(draft.passage.field)) == draft.quote
    return {
        d.quote: (d.payload.edtf, d.payload.role)
        for d in drafts
        if isinstance(d.payload, Time)
    }


def test_tim_1_weekday_is_relative_to_the_dateline() -> None:
    found = read("CAIRO, May 24, 2016, Star Wire – A bomb killed six on Monday.", None)
    assert found == {
        "May 24, 2016": ("2016-05-24", "publication"),
        "Monday": ("2016-05-23", "event"),
    }


def test_tim_2_missing_year_stays_open() -> None:
    assert read("On 23 May a bomb killed six people.", None) == {
        "23 May": ("XXXX-05-23", "event")
    }


def test_tim_3_roles() -> None:
    found = read(
        "A bomb killed six people on Monday.\n\nIt broke a February 27 ceasefire.\n\n"
        "The suspect is due in court on Friday.\n\nThe family moved there in 2012.\n\n"
        "Police arrested a man on Tuesday."
    )
    assert found == {
        "Monday": ("2016-05-23", "event"),
        "February 27": ("2016-02-27", "background"),
        "Friday": ("2016-05-27", "planned"),
        "2012": ("2012", "background"),
        "Tuesday": ("2016-05-24", "background"),
    }


def test_the_page_s_own_date_is_publication() -> None:
    found = read("Updated: May 24, 2016\n\nA man was shot on Sunday night.")
    assert found["May 24, 2016"] == ("2016-05-24", "publication")
    assert found["Sunday night"] == ("2016-05-22", "event")


def test_nothing_without_an_anchor() -> None:
    assert read("A man was shot on Sunday night.", None) == {}


def test_a_trial_s_own_days_are_not_the_event() -> None:
    found = read("He pleaded guilty Monday.\n\nThe boy was shot on June 11, 2015.")
    assert found["Monday"][1] == "background"
    assert found["June 11, 2015"] == ("2015-06-11", "event")


def test_the_time_stamp_of_a_page_is_its_publication() -> None:
    """TIM-1: it dates what the text tells relative to it, and is no event's date."""
    text = "July 22, 2013 10:14 AM\nA market burned down on Saturday night."
    assert read(text, None) == {
        "July 22, 2013": ("2013-07-22", "publication"),
        "Saturday night": ("2013-07-20", "event"),
    }


def test_a_date_among_other_words_is_no_stamp() -> None:
    text = "On May 3, 2012, a bomb exploded in the town, killing two people."
    assert read(text, None) == {"May 3, 2012": ("2012-05-03", "event")}


def test_a_weekday_beside_a_date_tells_the_year() -> None:
    found = read("A man was shot. The trial opens Friday, December 2.")
    assert found["Friday, December 2"] == ("2016-12-02", "planned")


def test_a_day_weeks_ahead_is_not_last_year_s() -> None:
    found = read("A man was shot on Sunday. The match on June 20 was called off.")
    assert found["June 20"] == ("2016-06-20", "planned")
    found = read("He was shot dead on June 20 at home.")
    assert found["June 20"] == ("2015-06-20", "event")


def test_today_of_a_page_is_no_day_of_an_event() -> None:
    found = read(
        "A man was shot on Monday.\n\nRead today's headlines.\n\nUSA Today said so."
    )
    assert found == {
        "Monday": ("2016-05-23", "event"),
        "today": ("2016-05-24", "publication"),
    }


def test_a_stamp_in_figures_is_publication_and_dates_others_if_plain() -> None:
    found = read(
        "22.07.2013 | 14:05\nTwo traders died yesterday when a market caught fire.",
        None,
    )
    assert found == {
        "22.07.2013": ("2013-07-22", "publication"),
        "yesterday": ("2013-07-21", "event"),
    }
    found = read(
        "7/8/2013 14:05\nTwo traders died yesterday when a market caught fire.", None
    )
    assert found == {"7/8/2013": ("2013-07-08", "publication")}


def test_since_a_day_is_background() -> None:
    found = read("A bomb killed six on Monday. Strikes went on since May 9.")
    assert found["May 9"] == ("2016-05-09", "background")
