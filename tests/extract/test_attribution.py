"""Attribution: who is said to state a claim, told in invented sentences."""

from __future__ import annotations

import pytest

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.model.claim import AttributionLink, Figure, verify_link
from sourcebook.model.report import Report, Text
from sourcebook.text.quotations import quotations

FIGURE = Figure(metric="killed", comparator="eq", value=1, low=1, high=1)


def read(text: str, title: str = "", outlet: str | None = None) -> Parsed:
    report = Report.of(
        Text.of(text, language="en"), source_id="1", title=title, outlet=outlet
    )
    return next(iter(parse([report])))


def chain(
    parsed: Parsed, anchor: str, counted: str | None = None
) -> tuple[AttributionLink, ...]:
    """The chain of a draft anchored at the last token spelt so."""
    attributions = Attributions(parsed)
    for passage in reversed(parsed.passages):
        for token in reversed(passage.doc):
            if token.lower_ == anchor.lower():
                span = passage.span(token)
                at = passage.report.characters(passage.field).find(counted or "\0")
                if counted and at >= 0:
                    span = type(span)(start=at, end=at + len(counted))
                draft = Draft(passage=passage, span=span, payload=FIGURE, anchor=token)
                links = attributions.chain(draft)
                for link in links:
                    verify_link(link, parsed.report)
                return links
    raise AssertionError(f"no token {anchor!r}")


def names(links: tuple[AttributionLink, ...]) -> list[str | None]:
    return [link.name for link in links]


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
    ("The coroner identified the man killed as Tom Poe, 35.", "killed", ["coroner"]),
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
    ("Police said the fire killed 12. Six were children.", "children", []),
    (
        "Investigators said Tuesday the driver, who died, had been drinking.",
        "drinking",
        ["Investigators"],
    ),
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
        "The crash, which killed seven people, was caused by speed, police said.",
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

REPORTS = [
    (
        "Envoy Mara Quill criticized the raid. “Twelve people died for nothing.”",
        "died",
        ["Mara Quill"],
    ),
    (
        "The Karvan Front (KF) said it acted alone.\nThe group said 12 soldiers died.",
        "died",
        ["Karvan Front"],
    ),
    (
        "Omar Belkin runs the clinic in Tarsa.\nHe said six people died there.",
        "died",
        ["Omar Belkin"],
    ),
    (
        "The Norvan Monitoring Group put the toll at 40.  It said there were four blasts and 20 were hurt.",
        "hurt",
        ["Norvan Monitoring Group"],
    ),
    (
        "The Brandt Transit Authority says two trains collided.\nThe agency says one worker is being treated.",
        "treated",
        ["Brandt Transit Authority"],
    ),
    (
        "Deputy Mayor Lena Ortiz arrived at noon.\n“Six people are dead,” Ortiz said.",
        "dead",
        ["Lena Ortiz"],
    ),
    (
        "“We saw the bus burn,” said Dana Reyes. “Three people died inside.”",
        "died",
        ["Dana Reyes"],
    ),
    (
        "Dana Reyes was on the bus.\nShe said: “It was dark.\n“Three people died beside me.\n“I ran.”",
        "died",
        ["Dana Reyes"],
    ),
    (
        "Dana Reyes was on the bus. She said: “It was dark.”\n“Three people died beside me,” she added.",
        "died",
        ["Dana Reyes"],
    ),
    (
        "Some of the hurt are in a bad way, said local doctor Adel Karim.\nFour have died, he added.",
        "died",
        ["Adel Karim"],
    ),
    (
        "Police released a statement on Friday.\nThe statement said four people had died.",
        "died",
        ["Police"],
    ),
    (
        "A man was hit by a tram, officials said.\nFour people have died this year.",
        "died",
        [],
    ),
]


@pytest.mark.parametrize(("title", "anchor", "expected"), TITLES)
def test_src_1_in_headlines(title: str, anchor: str, expected: list[str]) -> None:
    parsed = read("Nothing more was told about it.", title=title)
    assert names(chain(parsed, anchor)) == expected


@pytest.mark.parametrize(("text", "anchor", "expected"), REPORTS)
def test_src_1_across_sentences(text: str, anchor: str, expected: list[str]) -> None:
    assert names(chain(read(text), anchor)) == expected


def test_src_1_the_own_outlet_is_no_link() -> None:
    text = "The Brandt Herald reported that police said two men died."
    own = read(text, outlet="www.brandtherald.com")
    assert names(chain(own, "died")) == ["police"]
    assert names(chain(read(text), "died")) == ["Brandt Herald", "police"]


def test_src_1_a_gap_link_has_no_words() -> None:
    links = chain(read("Six died, an official was quoted as saying."), "died")
    assert [link.relation for link in links] == ["unstated", "says"]
    assert links[0].quote is None and links[0].start is None
    assert links[1].quote == "an official"
    assert not links[1].named


def test_stm_1_the_relation_of_outer_links() -> None:
    links = chain(read("Reuters reports that the ministry said 12 died."), "died")
    assert [link.relation for link in links] == ["reports_on", "says"]


def test_stm_2_a_quotation_over_paragraphs_has_one_speaker() -> None:
    text = (
        "Envoy Mara Quill condemned it. She said, “We mourn the dead.\n\n"
        "“We have called on both sides to stop.”"
    )
    parsed = read(text)
    (quotation,) = quotations(text)
    assert names(Attributions(parsed).speaker(quotation)) == ["Mara Quill"]


def test_stm_3_a_spokesperson_of_a_body_is_one_link() -> None:
    (link,) = chain(read("A police spokesman said two women were injured."), "injured")
    assert (link.name, link.quote) == ("police", "A police spokesman")
    assert link.relation == "via_spokesperson"


def test_stm_3_a_spokesperson_of_a_person_precedes_the_principal() -> None:
    text = "A spokesman for Mara Quill said that 12 people died."
    links = chain(read(text), "died")
    assert names(links) == ["spokesman", "Mara Quill"]
    assert [link.relation for link in links] == ["via_spokesperson", "says"]


def test_stm_3_a_named_spokesperson_tells_the_body() -> None:
    (link,) = chain(read("Police spokesman Ivo Marsh said two died."), "died")
    assert link.name == "Ivo Marsh"
    assert link.body is not None and "olice" in link.body


def test_stm_6_the_one_told_of_is_not_the_speaker() -> None:
    text = (
        "President Ivo Marsh visited the scene.\n"
        "“President Marsh mourns the 12 dead,” the palace said in a statement."
    )
    assert names(chain(read(text), "dead")) == ["palace"]


def test_counted_people_carry_their_relative_clause() -> None:
    text = "Police said 12 people who were hurt went home."
    assert names(chain(read(text), "hurt", "12 people")) == ["Police"]


def test_links_of_titles_stand_in_the_title() -> None:
    (link,) = chain(read("Nothing.", title="12 dead in raid - police"), "dead")
    assert (link.field, link.quote) == ("title", "police")


def test_reading_twice_gives_the_same() -> None:
    text = "Police said 12 died. “Two more fell,” said Dana Reyes."
    first = [(a.links, a.content) for a in Attributions(read(text)).speech_acts()]
    again = [(a.links, a.content) for a in Attributions(read(text)).speech_acts()]
    assert first == again


@pytest.mark.parametrize(
    "text", ["", "   ", "said", "“", "According to", "12 dead, said"]
)
def test_broken_texts_give_no_error(text: str) -> None:
    Attributions(read(text + "\n" + text, title=text)).speech_acts()


@pytest.mark.parametrize(("text", "anchor", "expected"), PATTERNS)
def test_src_1_who_governs_the_clause(
    text: str, anchor: str, expected: list[str | None]
) -> None:
    assert names(chain(read(text), anchor)) == expected


def test_a_verb_taken_for_a_noun_still_tells_its_source() -> None:
    parsed = read("Norvan state media report that at least two men died in the fire.")
    assert names(chain(parsed, "died")) == ["Norvan state media"]


def test_the_countrys_ministry_is_the_one_named_before() -> None:
    parsed = read(
        "The Norvan interior ministry condemned the attack. "
        "The war-torn country's ministry said 12 people died."
    )
    assert names(chain(parsed, "died")) == ["Norvan interior ministry"]


def test_a_bare_spokesman_speaks_for_the_body_heard_before() -> None:
    parsed = read(
        "Brandt Police confirmed the crash. A spokesman added that two men died."
    )
    (link,) = chain(parsed, "died")
    assert link.body == "Brandt Police"


def test_a_spokesman_for_the_prime_minister_has_an_office() -> None:
    parsed = read("Two died, said Carl Frey, a spokesman for the prime minister.")
    (link,) = chain(parsed, "died")
    assert (link.name, link.body) == ("Carl Frey", "prime minister")


def test_labels_of_a_transcript_tell_who_speaks() -> None:
    parsed = read(
        "[REPORTER] HOW MANY ARE DEAD?\n\n[YARE] TWELVE SOLDIERS WERE KILLED.\n\n"
        "[REPORTER] AND THE REBELS?"
    )
    assert names(chain(parsed, "killed")) == ["Yare"]
    assert chain(parsed, "dead") == ()


def test_the_head_of_a_communique_tells_whose_words_follow() -> None:
    parsed = read(
        "[STATEMENT] [TERN FRONT GENERAL COMMAND] [TEXT] TWELVE SOLDIERS WERE KILLED."
    )
    (name,) = names(chain(parsed, "killed"))
    assert name is not None and "Command" in name


def test_the_dead_are_not_who_goes_on_to_speak() -> None:
    text = (
        "Anna Poe posted a picture of her cousin on Monday. Daniel Frey died on Sunday "
        "after being shot in Hobart. She also wrote that three others were killed."
    )
    assert names(chain(read(text), "killed")) == ["Anna Poe"]


@pytest.mark.parametrize(
    ("source", "name"), [("a report", "report"), ("police", "police")]
)
def test_a_victim_behind_the_source_is_not_the_source(source: str, name: str) -> None:
    text = f"Anna Poe was there. According to {source}, Poe was killed by a stranger."
    assert names(chain(read(text), "killed")) == [name]
