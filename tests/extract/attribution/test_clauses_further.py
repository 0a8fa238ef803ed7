"""Further ways of telling whose words a clause is."""

from __future__ import annotations

import pytest

from saying import chain, names, read

PATTERNS = [
    (
        "Mayor Lena Ortiz and Governor Paul Renner said 12 people died.",
        "died",
        ["Mayor Lena Ortiz and Governor Paul Renner"],
    ),
    (
        "TARSA, May 4 (Norvan News) - Officials said 12 people died.",
        "died",
        ["Officials"],
    ),
    (
        "The interior ministry said that 12 people were killed.",
        "killed",
        ["interior ministry"],
    ),
    ("Seven people were killed, police said.", "killed", ["police"]),
    (
        "Seven people were killed and dozens wounded in the blast, said Omar Belkin, the mayor of Tarsa.",
        "wounded",
        ["Omar Belkin"],
    ),
    ("According to police, three men were shot outside a bar.", "shot", ["police"]),
    (
        "Three men were shot outside a bar, according to the sheriff's office.",
        "shot",
        ["sheriff's office"],
    ),
    (
        "Three men, according to witnesses, were shot outside a bar.",
        "shot",
        ["witnesses"],
    ),
    (
        "A hospital official told Reuters that nine bodies were brought in.",
        "brought",
        ["hospital official"],
    ),
    ("The health ministry put the death toll at 43.", "toll", ["health ministry"]),
    ("Officials confirmed two deaths.", "deaths", ["Officials"]),
    (
        "The army issued a statement saying that five soldiers were killed.",
        "killed",
        ["army"],
    ),
    ("In a statement, the army said five soldiers were killed.", "killed", ["army"]),
    (
        "More than 30 people were killed, a health official was quoted as saying.",
        "killed",
        [None, "health official"],
    ),
    (
        "A health official was quoted as saying that 30 people were killed.",
        "killed",
        [None, "health official"],
    ),
    (
        "Reuters reports that the ministry said 12 people died.",
        "died",
        ["Reuters", "ministry"],
    ),
    (
        "Reuters, citing hospital officials, reported that 12 people died.",
        "died",
        ["Reuters", "hospital officials"],
    ),
    (
        "Twelve people died, the ministry said in a statement carried by the Norvan News Agency.",
        "died",
        ["Norvan News Agency", "ministry"],
    ),
    ("It was reported that 12 people died.", "died", []),
    ("Twelve people died when a bus overturned.", "died", []),
    ("The driver is believed to be among the dead.", "dead", []),
    (
        "Police spokesman Ivo Marsh said two women were injured.",
        "injured",
        ["Ivo Marsh"],
    ),
    ("A police spokesman said two women were injured.", "injured", ["police"]),
    (
        "A spokeswoman for the Arden Ambulance Service said eight people were injured.",
        "injured",
        ["Arden Ambulance Service"],
    ),
    (
        "The crash, which killed seven people, was a disgrace, Senator Ann Poe said.",
        "killed",
        [],
    ),
    (
        "St Anne's Hospital said it was treating 20 people, four of whom were seriously injured.",
        "injured",
        ["St Anne's Hospital"],
    ),
    ("Witnesses reported seeing bodies carried out.", "carried", ["Witnesses"]),
    ("Reports said six people were killed.", "killed", ["Reports"]),
    (
        "Police say a 19-year-old man was shot and killed Friday night.",
        "killed",
        ["Police"],
    ),
    (
        "A 19-year-old man was shot and killed Friday night, Marlow police say.",
        "killed",
        ["Marlow police"],
    ),
    (
        "“Four people have been arrested,” Chief Dana Holt told reporters.",
        "arrested",
        ["Dana Holt"],
    ),
    ("The mayor, Lena Ortiz, said 14 people were missing.", "missing", ["Lena Ortiz"]),
    (
        "Lena Ortiz, who is the mayor of Brandt, said 14 people were missing.",
        "missing",
        ["Lena Ortiz"],
    ),
    (
        'Fire Chief Paul Renner: "We pulled six people from the rubble."',
        "pulled",
        ["Paul Renner"],
    ),
    (
        "The Karvan Liberation Front claimed that its fighters killed 20 soldiers.",
        "killed",
        ["Karvan Liberation Front"],
    ),
    ("Police did not say how many people were injured.", "injured", []),
    (
        "Citing police, the Daily Harbor reported that two people died.",
        "died",
        ["Daily Harbor", "police"],
    ),
    (
        "Officials in Tarsa said the blast wounded 16.",
        "wounded",
        ["Officials in Tarsa"],
    ),
    ("As many as 40 people may have died, authorities fear.", "died", ["authorities"]),
    (
        "At least 15 people, including three children, were killed, two security officials said on condition of anonymity.",
        "killed",
        ["two security officials"],
    ),
    (
        "Two suspects were arrested, the sheriff's office announced Monday.",
        "arrested",
        ["sheriff's office"],
    ),
    (
        "A police report says the victim was stabbed twice.",
        "stabbed",
        ["police report"],
    ),
    (
        "The ministry's spokesman, Adel Karim, said 30 people were killed.",
        "killed",
        ["Adel Karim"],
    ),
    (
        "Hospital officials said they had received 18 bodies, and the toll was expected to rise.",
        "received",
        ["Hospital officials"],
    ),
    (
        "Nine people died at the scene and a tenth died later, Deputy Chief Ann Bell said at a news conference.",
        "scene",
        ["Ann Bell"],
    ),
    (
        "State media said six people were killed, while activists put the number at 20.",
        "number",
        ["activists"],
    ),
    (
        "State media said six people were killed, while activists put the number at 20.",
        "killed",
        ["State media"],
    ),
]


@pytest.mark.parametrize(("text", "anchor", "expected"), PATTERNS)
def test_src_1_who_governs_the_clause(
    text: str, anchor: str, expected: list[str | None]
) -> None:
    assert names(chain(read(text), anchor)) == expected
