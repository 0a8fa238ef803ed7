import pytest

from link_values import report
from sourcebook.link.credits import credited
from sourcebook.link.lineage import voice

STORY = "A ferry sank off Arden on Tuesday and four people died, the coastguard said."
PADDED = f"{STORY} {'Divers searched the bay until dark. ' * 20}"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"ARDEN (AP) — {STORY}", "Associated Press"),
        (f"ARDEN (WXYZ/AP) – {STORY}", "Associated Press"),
        (f"ARDEN (ACAN-EFE) -- {STORY}", "EFE"),
        (f"By The Associated Press\n\n{STORY}", "Associated Press"),
        (f"By ANA MOSS, Associated Press\n\nARDEN - {STORY}", "Associated Press"),
        (
            f"by: BO RUDD, Jr., Associated Press Updated: 4 May\n\n{STORY}",
            "Associated Press",
        ),
        (f"Ferry sinks AFP Tuesday 4 May 2031 {STORY}", "Agence France-Presse"),
        (f"AP\n\n{STORY}", "Associated Press"),
        (
            f"{PADDED}\n\nCopyright 2031 The Associated Press. All rights reserved.",
            "Associated Press",
        ),
        (
            f"{PADDED}\n\n(Copyright 2031 by Bay Nine and Bay City News Service.)",
            "Bay City News",
        ),
        (f"{PADDED} (Reuters)", "Reuters"),
        (f"{PADDED}\n\nReuters", "Reuters"),
        (f"{PADDED}\n\n--City News Service", "City News Service"),
        (f"{PADDED}\n\nSource: Reuters", "Reuters"),
    ],
)
def test_SRC_2_the_agency_whose_text_it_is_is_credited(text: str, agency: str) -> None:
    found = credited(report(text, outlet="abcnews.go.com"))
    assert found is not None and found.name == agency


@pytest.mark.parametrize(
    "text",
    [
        f"Boats at the pier. (Photo: AP) {STORY}",
        f"Boats at the pier. (Ana Moss/Associated Press) {STORY}",
        f"Boats at the pier, via AP\n\n{STORY}",
        f"ARDEN, PA - {STORY}",
        f"{STORY} A diver told AFP that the lockers were shut.",
        f"{PADDED}\n\nThe Associated Press contributed to this report.",
        f"{PADDED}\n\nContributing: Bo Rudd; The Associated Press",
        f"{PADDED}\n\nAP - AFP",
    ],
)
def test_SRC_2_pictures_and_contributions_are_no_credits_of_the_text(text: str) -> None:
    assert credited(report(text, outlet="post.example")) is None


@pytest.mark.parametrize(
    ("outlet", "lineage"),
    [
        ("www.reuters.com", "wire:reuters"),
        ("apnews.com", "wire:associated-press"),
        ("https://www.bbc.co.uk/news/1", "outlet:bbc"),
        ("www.nytimes.com", "outlet:the-new-york-times"),
        ("The New York Times", "outlet:the-new-york-times"),
        ("www.xinhuanet.com", "government:CN"),
        ("news.example", "outlet:news-example"),
    ],
)
def test_SRC_2_an_outlet_is_one_by_its_name_and_by_its_site(
    outlet: str, lineage: str
) -> None:
    assert voice(report(STORY, outlet=outlet)) == lineage


def test_SRC_2_a_desk_that_prints_an_agency_s_text_is_the_agency() -> None:
    assert voice(report(f"ARDEN (AP) - {STORY}", outlet="abcnews.go.com")) == (
        "wire:associated-press"
    )
