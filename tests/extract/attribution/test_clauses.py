"""Reporting verbs and phrases: whose words a clause is, told in invented sentences."""

from __future__ import annotations

import pytest

from saying import chain, names, read

PATTERNS = [
    (
        "The shooting left two people dead, authorities told local media.",
        "dead",
        ["authorities"],
    ),
    (
        "The toll has risen to 45, the governor's office said on its website.",
        "risen",
        ["governor's office"],
    ),
    (
        "At least 10 people were killed, according to a police source who spoke to AFP.",
        "killed",
        ["police source"],
    ),
    (
        "At least 10 people were killed, according to a statement from the interior ministry.",
        "killed",
        ["interior ministry"],
    ),
    (
        "At least 10 people were killed, state television reported, quoting a hospital director.",
        "killed",
        ["state television", "hospital director"],
    ),
    (
        "State television quoted a hospital director as saying that 10 people were killed.",
        "killed",
        ["State television", "hospital director"],
    ),
    (
        "The Norvan news agency quoted the governor as saying 10 were killed.",
        "killed",
        ["Norvan news agency", "governor"],
    ),
    (
        "Police spokeswoman Ann Lee told The Brandt Herald that two men died.",
        "died",
        ["Ann Lee"],
    ),
    (
        "Two men died, Lt. Ann Lee, a spokeswoman for the Brandt police, said.",
        "died",
        ["Ann Lee"],
    ),
    ("Authorities have confirmed that the shooter is dead.", "dead", ["Authorities"]),
    ("The ministry denied that any soldiers were killed.", "killed", ["ministry"]),
    (
        "A man who saw the crash told Sky News that three people were thrown from the bus.",
        "thrown",
        ["man"],
    ),
    (
        "One witness, Carl Ruiz, described seeing four bodies on the road.",
        "bodies",
        ["Carl Ruiz"],
    ),
    (
        "The group said in an online statement that its fighters had killed 12 soldiers.",
        "killed",
        ["group"],
    ),
    (
        "In a video posted online, the Karvan Front said it killed 12 soldiers.",
        "killed",
        ["Karvan Front"],
    ),
    ("The Red Cross estimates that 3,000 people have fled.", "fled", ["Red Cross"]),
    ("U.N. officials say 3,000 people have fled.", "fled", ["U.N. officials"]),
    (
        "Some 3,000 people have fled, the United Nations says.",
        "fled",
        ["United Nations"],
    ),
    (
        "An investigation found that 12 people were killed by friendly fire.",
        "killed",
        ["investigation"],
    ),
    (
        "A spokesman for the coalition, Col. Rex Vane, said 12 militants were killed.",
        "killed",
        ["Rex Vane"],
    ),
    (
        "Military spokesman Brig. Gen. Ali Karim said his men killed 12 militants.",
        "killed",
        ["Ali Karim"],
    ),
    (
        "Army sources reported that 12 guerrillas died in the clash.",
        "died",
        ["Army sources"],
    ),
    (
        "The Atonal battalion reported that one man was killed.",
        "killed",
        ["Atonal battalion"],
    ),
    (
        "The radio station said, citing witnesses, that 12 people died.",
        "died",
        ["radio station", "witnesses"],
    ),
    (
        "Local media, quoting police, said 12 people died.",
        "died",
        ["Local media", "police"],
    ),
    ("Witnesses and police said 12 people died.", "died", ["Witnesses and police"]),
    ('Ortiz said: "I am told that 12 people died."', "died", ["Ortiz"]),
    ("Asked about the toll, Ortiz replied that 12 people had died.", "died", ["Ortiz"]),
    (
        "Ortiz, 54, who lost her home in the flood, says 12 neighbors died.",
        "died",
        ["Ortiz"],
    ),
    (
        "Police identified the victims as Ann Lee, 34, and Tom Poe, 35.",
        "Lee",
        ["Police"],
    ),
    ("Court documents say he shot the two men.", "shot", ["Court documents"]),
    ("He shot the two men, court records show.", "shot", ["court records"]),
    ("Police believe the gunman shot himself.", "shot", ["Police"]),
    ("The gunman is thought to have shot himself.", "shot", []),
    (
        "The attack, which officials say killed 12 people, was claimed by no one.",
        "killed",
        ["officials"],
    ),
    (
        "Twelve people died in what officials called the worst fire in years.",
        "died",
        [],
    ),
    ("The death toll stands at 12, with 30 hurt, per police.", "hurt", ["police"]),
    (
        "Officials at Mercy Hospital say they are treating nine people.",
        "treating",
        ["Officials at Mercy Hospital"],
    ),
    (
        "Dr. Ann Lee of Mercy Hospital said nine people were treated.",
        "treated",
        ["Ann Lee"],
    ),
    (
        "Nine people were treated, said Dr. Ann Lee, chief of surgery at Mercy Hospital.",
        "treated",
        ["Ann Lee"],
    ),
    (
        "Nine people were hurt, two of them seriously, police added.",
        "seriously",
        ["police"],
    ),
    ("Twelve people died, it added.", "died", []),
    ("The fire killed 12, and officials fear more may be trapped.", "killed", []),
    (
        "The fire killed 12, and officials fear more may be trapped.",
        "trapped",
        ["officials"],
    ),
    ("Police said the fire killed 12. Six were children.", "children", ["Police"]),
    ("Police said the fire killed 12. Firefighters found six.", "six", []),
    (
        "Investigators said Tuesday the driver, who died, had been drinking.",
        "drinking",
        ["Investigators"],
    ),
]


@pytest.mark.parametrize(("text", "anchor", "expected"), PATTERNS)
def test_src_1_who_governs_the_clause(
    text: str, anchor: str, expected: list[str | None]
) -> None:
    assert names(chain(read(text), anchor)) == expected


def test_a_verb_taken_for_a_noun_still_tells_its_source() -> None:
    parsed = read("Norvan state media report that at least two men died in the fire.")
    assert names(chain(parsed, "died")) == ["Norvan state media"]


def test_counted_people_carry_their_relative_clause() -> None:
    text = "Police said 12 people who were hurt went home."
    assert names(chain(read(text), "hurt", "12 people")) == ["Police"]


@pytest.mark.parametrize(
    ("source", "name"), [("a report", "report"), ("police", "police")]
)
def test_a_victim_behind_the_source_is_not_the_source(source: str, name: str) -> None:
    text = f"Anna Poe was there. According to {source}, Poe was killed by a stranger."
    assert names(chain(read(text), "killed")) == [name]


def test_src_1_a_gap_link_has_no_words() -> None:
    links = chain(read("Six died, an official was quoted as saying."), "died")
    assert [link.relation for link in links] == ["unstated", "says"]
    assert links[0].quote is None and links[0].start is None
    assert links[1].quote == "an official"
    assert not links[1].named


def test_stm_1_the_relation_of_outer_links() -> None:
    links = chain(read("Reuters reports that the ministry said 12 died."), "died")
    assert [link.relation for link in links] == ["reports_on", "says"]
