"""SCP-2, SCP-3: reports that tell of several events, each on its own."""

from collections.abc import Callable
from typing import Any

ROUND = (
    "One man was killed and three people were wounded in separate shootings since "
    "Friday, police said.\n\n"
    "A 34-year-old man was shot in the 900 block of Elm Street about 6 p.m. Friday.\n\n"
    "The man was taken to a clinic.\n\n"
    "About two hours later, two women were shot in the Harbour neighborhood.\n\n"
    "One of the women, Ada Stone, 20, is critical.\n\n"
    "On Saturday, a 20-year-old man was found dead in the 100 block of Mill Road."
)
TITLE = "1 dead, 3 wounded in Norwick shootings"


def roundup(tell: Callable[..., Any], text: str = ROUND, title: str = TITLE) -> Any:
    telling = tell(text, title=title)
    telling.figure("1", value=1, at="1 dead").figure("3", "injured", 3, at="3 wounded")
    telling.figure("three people", "injured", 3)
    single = {"metric": "injured", "value": 1, "part": "single_person"}
    telling.figure("A 34-year-old man", **single).figure("The man", **single)
    telling.figure("two women", "injured", 2)
    telling.figure("Ada Stone", "critical", 1, part="single_person")
    return telling.figure("a 20-year-old man", "killed", 1, part="single_person")


def test_scp_2_the_sum_over_separate_events_belongs_to_none(
    tell: Callable[..., Any],
) -> None:
    assert roundup(tell).roles()[:3] == ["background"] * 3


def test_num_20_each_entry_of_a_roundup_has_its_own_victims(
    tell: Callable[..., Any],
) -> None:
    total, part = "incident_total", "part_of_total"
    assert roundup(tell).roles()[3:] == [total, total, total, part, total]


def test_scp_2_the_round_of_one_gunman_is_one_event(tell: Callable[..., Any]) -> None:
    text = ROUND.replace("separate shootings", "a spree of shootings")
    roles = roundup(tell, text, "1 dead, 3 wounded in Norwick shooting spree").roles()
    assert "background" not in roles[:3]


def test_scp_2_a_line_between_paragraphs_heads_another_story(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A bomb killed 12 people in Norwick on Tuesday.\n\nPolice closed the road. Shops stayed shut all day.\n\n"
        "Shops stayed shut. Buses were sent round.\n\nSchools opened an hour late.\n\n"
        "Two men stabbed, one fatally, outside harbour bar\n\n"
        "The mayor will visit the market today."
    )
    telling.figure("12 people", value=12).figure("Two men", "injured", 2)
    assert telling.roles() == ["incident_total", "background"]


def test_scp_2_lines_after_more_from_are_links(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A bomb killed 12 people in Norwick on Tuesday.\n\nPolice closed the road. Shops stayed shut all day. Buses were sent round it.\n\n"
        "MORE FROM TIDE9.COM\n\n+ 3 dead, 1 wounded in Park Hill shooting"
    )
    telling.figure("12 people", value=12).figure("3", value=3, at="3 dead")
    assert telling.roles() == ["incident_total", "background"]


def test_scp_2_the_caption_of_a_film_tells_another_story(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "0:41 Woman dies crossing a street in Norwick\n\n"
        "A man was shot in Norwick at 6:41 p.m. on Friday, police said.",
        title="Man shot in Norwick",
    )
    telling.figure("Woman", value=1, part="single_person")
    telling.figure("A man", "injured", 1, part="single_person")
    assert telling.roles() == ["background", "incident_total"]
