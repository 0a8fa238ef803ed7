"""Sources that stand far from their number, or beside it in a way of their own."""

from __future__ import annotations

import pytest

from saying import chain, names, read

PLACES = [
    # a tag between a phrase or clause in front and the main clause
    (
        "In nearby Pasi, officials said, another 14 had been killed.",
        "14",
        ["officials"],
    ),
    ("When they arrived, police said, they found a boy shot.", "boy", ["police"]),
    ("Ten were hurt, the railway said, and two died.", "two", ["railway"]),
    # "according to" at the end of several clauses, with who the source is behind it
    (
        "Some 30 people were killed and 55 others injured when a shell fell, "
        "according to Ann Bell, the relief office's director.",
        "30",
        ["Ann Bell"],
    ),
    (
        "More than 200 people have been killed and ten million displaced across the "
        "country according to government figures.",
        "200",
        ["government figures"],
    ),
    # the outer source of a clause is the one that reports the other
    (
        "Radio Venda reported that, according to the army, eight guerrillas died.",
        "eight",
        ["Radio Venda", "army"],
    ),
    (
        "The police chief was quoted by the private Tern TV as saying that eight men died.",
        "eight",
        ["private Tern TV", "police chief"],
    ),
    ("Police said a gunman shot nine people. Two of them died.", "Two", ["Police"]),
    ("Police said 11 people died. Four were Americans.", "Four", ["Police"]),
    ("Police said 11 people died. Four others were hurt.", "Four", []),
    ("Police said 11 people died. One was a child.", "One", []),
    # pronouns, titles and names that stand for who was told before
    (
        "Dr. Ana Weiss runs the clinic. Five of the injured died, according to her.",
        "Five",
        ["Ana Weiss"],
    ),
    (
        "DSP Mohan Rao said a case was open. The DSP said four persons died.",
        "four",
        ["Mohan Rao"],
    ),
    (
        "Two had been shot, a police news release said. One died later, the release said.",
        "One",
        ["police news release"],
    ),
    (
        "Al-Shabab, the extremist group, said it struck. The group said nine men died.",
        "nine",
        ["Al-Shabab"],
    ),
    (
        "Four men died, Faleke Oduya of the Lagos Emergency Agency told AWE.",
        "Four",
        ["Faleke Oduya"],
    ),
    (
        "The Police Public Relations Officer, DSP Ayuba Lawan, said nine persons died.",
        "nine",
        ["Ayuba Lawan"],
    ),
    (
        "Medical Superintendent at Tern Hospital Dr Zahid Orak said 12 people died.",
        "12",
        ["Zahid Orak"],
    ),
    (
        "Rebels struck a post, killing 19 men, DIG (operations) K. Narsing Das said.",
        "19",
        ["K. Narsing Das"],
    ),
]

HEARD = [
    (
        "A man stabbed his neighbour in the park, a court heard yesterday.",
        "stabbed",
        ["court"],
    ),
    ("The inquest heard that two men died at the scene.", "two", ["inquest"]),
    ("The man stabbed his neighbour, the inquest was told.", "stabbed", ["inquest"]),
    (
        "An RUW photographer saw 12 bodies outside the hospital.",
        "12",
        ["RUW photographer"],
    ),
    ("A photographer saw 12 bodies outside the hospital.", "12", []),
    ("Officers arrived and learned that a boy had shot his sister.", "sister", []),
    ("Told that two pupils had died, the headmaster wept.", "two", []),
    ("Police later determined that the man shot himself.", "shot", ["Police"]),
]

COUNTS = [
    ("The magistrate's early count of 150 hurt was wrong.", "150", ["magistrate"]),
    ("The army contested the 33 dead given by the prosecutor's office.", "33", ["prosecutor's office"]),
    ("The governor on Sunday raised to 33 the number of people killed.", "33", ["governor"]),
    ("The toll was put at 64 by hospital officials.", "64", ["hospital officials"]),
    ("The council listed 12 deaths, with seven persons missing.", "seven", ["council"]),
    ("A civil defence bulletin listed 28 dead and five missing.", "five", ["civil defence bulletin"]),
    ("While the government speaks of 22 dead, doctors say 40 died.", "22", ["government"]),
    ("More than 90 people have died, by the government's count, since May.", "90", ["government"]),
    ("According to a count by the Red Cross, 20 people died.", "20", ["Red Cross"]),
    ("The ministry's announcement that nine had died came at noon.", "nine", ["ministry"]),
    ("The opposition's claim that nine had died was denied.", "nine", ["opposition"]),
    ("The news that nine had died came at noon.", "nine", []),
    (
        "Tela fire department spokesmen told of a blast. The sources said two men died.",
        "two",
        ["Tela fire department"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "at", "expected"), [*PLACES, *HEARD, *COUNTS])
def test_src_1_who_states_a_number(text: str, at: str, expected: list[str]) -> None:
    assert names(chain(read(text), at)) == expected


def test_src_1_a_headline_gives_its_last_part_to_the_source() -> None:
    title = "More than 200 dead in quake; thousands feared trapped, official says"
    parsed = read("The quake struck at noon.", title)
    assert chain(parsed, "200") == ()
    assert names(chain(parsed, "thousands")) == ["official"]


def test_src_1_labels_of_a_page_are_no_speakers() -> None:
    text = "\n\n".join(f"{label}: A man died." for label in ("PREVIOUS STORY",) * 3)
    assert chain(read(text), "died") == ()
