"""Tags that the parser ties to something else, and who can be a source at all."""

from __future__ import annotations

import pytest

from saying import chain, names, read

TAGS = [
    (
        "The shells fell on the market killing nine civilians the observatory said.",
        "killing",
        ["observatory"],
    ),
    (
        "Dozens of people have been killed in strikes on the city of Tarsa a monitoring "
        "group said on Monday including at least 29 people in one street.",
        "29",
        ["monitoring group"],
    ),
    (
        "A crane fell on the mosque, killing at least 12 people and wounding 38, the "
        "civil defense authority announced on Twitter.",
        "wounding",
        ["civil defense authority"],
    ),
    (
        "More bodies were brought out overnight, the Norvan Red Cross said Sunday, "
        "lifting the number of dead to 68 as soldiers moved in.",
        "68",
        ["Norvan Red Cross"],
    ),
    (
        "Forty people have been rescued, the interior minister said; some attackers remain.",
        "rescued",
        ["interior minister"],
    ),
    (
        "Forty people have been rescued, the interior minister said; some attackers remain.",
        "remain",
        [],
    ),
    (
        "Detectives would say only that they were treating the girl's death as a homicide.",
        "death",
        ["Detectives"],
    ),
    (
        "Mia's parents called and said their son had been shot by his friend.",
        "shot",
        ["Mia's parents"],
    ),
    (
        "Reporters met two doctors, both of whom said 12 people had died.",
        "died",
        ["two doctors"],
    ),
    (
        "The office released the reports, which indicate that cause and manner of death "
        "for Ana, Mia and Hugo Marin were homicide.",
        "death",
        ["office"],
    ),
    (
        "A boy was killed in Brandt, according the Mesa County Sheriff's Office.",
        "killed",
        ["Mesa County Sheriff's Office"],
    ),
    (
        "Helicopters lifted dozens of guests out, but seven people died on the road, "
        "according to survivors.",
        "lifted",
        [],
    ),
    (
        "Authorities have identified a boy as the person slain in a shootout.",
        "boy",
        ["Authorities"],
    ),
    (
        "What police were told was a party turned deadly after three people were shot.",
        "shot",
        [],
    ),
    (
        "A person who heard the gunfire told Norvan News that two boys had been hit.",
        "hit",
        ["person"],
    ),
    (
        "Tarsa Police said a shooter unloaded bullets, wounding four -- hitting and killing Mia.",
        "killing",
        ["Tarsa Police"],
    ),
    (
        "The army admitted to only three soldiers wounded.",
        "wounded",
        ["army"],
    ),
    ("The coroner ruled that both men died of wounds.", "died", ["coroner"]),
    ("The evidence indicates that many rebels were wounded.", "wounded", []),
    ("Five people have been slain since August, records show.", "slain", []),
    (
        "Five people have been slain since August, court records show.",
        "slain",
        ["court records"],
    ),
]


@pytest.mark.parametrize(("text", "anchor", "expected"), TAGS)
def test_src_1_tags_that_stand_loose(
    text: str, anchor: str, expected: list[str]
) -> None:
    assert names(chain(read(text), anchor)) == expected


@pytest.mark.parametrize(
    ("title", "anchor", "expected"),
    [
        ("Six dead in raid, army admits", "dead", ["army"]),
        ("Houthis say coalition strike hit prison, killing 60", "killing", ["Houthis"]),
        ("Yemen: Houthis say strike hit prison, killing 60", "killing", ["Houthis"]),
        ("Mother and son identified as victims of murder", "murder", []),
        (
            "Boy shot in Brandt - Local 6: News, weather, and sports authority",
            "shot",
            [],
        ),
    ],
)
def test_src_1_tags_of_titles(title: str, anchor: str, expected: list[str]) -> None:
    parsed = read("Nothing more was told about it.", title=title)
    assert names(chain(parsed, anchor)) == expected


def test_they_are_the_people_of_the_last_sentence() -> None:
    text = "Survivors came ashore, Brandt police said. Five men had drifted for days. They said a baby died."
    assert names(chain(read(text), "died")) == ["Five men"]


def test_his_department_is_the_body_of_the_person_told_before() -> None:
    text = "Tarsa Police Chief Hugo Marin called for calm. Ten people have died, according to his department."
    assert names(chain(read(text), "died")) == ["Tarsa Police"]


def test_who_spoke_is_meant_before_whom_he_spoke_of() -> None:
    text = "Hugo Thomas was shot in the leg, his mother told Norvan News. A bullet hit the boy's liver, she said."
    assert names(chain(read(text), "hit")) == ["his mother"]


def test_a_police_report_is_not_the_word_of_who_spoke_before() -> None:
    text = "The inquiry goes on, said Mike Miller. The police incident report states that five were shot."
    assert names(chain(read(text), "shot")) == ["police incident report"]


def test_an_earlier_posting_is_of_who_put_out_the_one_before() -> None:
    text = "Nine people died, the fire service said. An earlier posting had put the dead at 87."
    assert names(chain(read(text), "87")) == ["fire service"]
