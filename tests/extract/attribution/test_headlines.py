"""Sources in titles, and the report's own outlet."""

from __future__ import annotations

import pytest

from saying import chain, names, read

TITLES = [
    ("Monitor: 12 dead in raid on Tarsa", "dead", ["Monitor"]),
    ("12 dead in raid on Tarsa, says ministry", "dead", ["ministry"]),
    ("12 dead in raid on Tarsa - police", "dead", ["police"]),
    ("12 killed in raid on Tarsa: officials", "killed", ["officials"]),
    ("Police say 12 killed in raid on Tarsa", "killed", ["Police"]),
    ("Police: Man shot his brother in Brandt", "shot", ["Police"]),
    ("12 killed in raid, Reuters reports", "killed", ["Reuters"]),
    ("Tarsa tram crash: 12 killed", "killed", []),
    ("12 killed in raid on Tarsa", "killed", []),
]


@pytest.mark.parametrize(("title", "anchor", "expected"), TITLES)
def test_src_1_in_headlines(title: str, anchor: str, expected: list[str]) -> None:
    parsed = read("Nothing more was told about it.", title=title)
    assert names(chain(parsed, anchor)) == expected


def test_links_of_titles_stand_in_the_title() -> None:
    (link,) = chain(read("Nothing.", title="12 dead in raid - police"), "dead")
    assert (link.field, link.quote) == ("title", "police")


def test_src_1_the_own_outlet_is_no_link() -> None:
    text = "The Brandt Herald reported that police said two men died."
    own = read(text, outlet="www.brandtherald.com")
    assert names(chain(own, "died")) == ["police"]
    assert names(chain(read(text), "died")) == ["Brandt Herald", "police"]


def test_src_1_a_listed_name_is_told_to_its_end() -> None:
    parsed = read(
        "The hospital in Tarsa received 48 dead and 87 wounded, Doctors Without "
        "Borders, which supports the hospital, said on Wednesday."
    )
    assert names(chain(parsed, "dead")) == ["Doctors Without Borders"]
