"""Figures told in more ways, and words of harm that count nobody (NUM-15, NUM-20)."""

from __future__ import annotations

import pytest

from counted import Told, told

WAYS: list[tuple[str, Told]] = [
    (
        "The murder by machinegun fire of two missionaries shocked the city.",
        {("two missionaries", "killed", 2)},
    ),
    (
        "The kidnapping by guerrillas of three engineers was reported.",
        {("three engineers", "abducted", 3)},
    ),
    (
        "The attack left a toll of one person wounded and damage to 20 stores.",
        {("one person", "injured", 1)},
    ),
    ("The blast left a toll of 12.", {("12", "killed", 12)}),
    (
        "Todd Ray Walton, 20 years old, and Jeffrey Brent Barr, 21, were murdered on Wednesday.",
        {("Jeffrey Brent Barr", "killed", 1), ("Todd Ray Walton", "killed", 1)},
    ),
    (
        "We had 6 deaths, among them a lieutenant, in the clash.",
        {("6 deaths", "killed", 6), ("a lieutenant", "killed", 1)},
    ),
    (
        "The mother of the woman killed in the shooting spoke on Monday.",
        {("the woman", "killed", 1)},
    ),
    ("A father of four was killed in the shooting.", {("A father", "killed", 1)}),
    (
        "A mother of two and her son were killed in the shooting.",
        {("A mother", "killed", 1), ("her son", "killed", 1)},
    ),
    ("The fatal police shooting of a man led to protests.", {("a man", "killed", 1)}),
    (
        "According to Pine County Coroner Bill Sallis, 19-year-old Ariel Monk was shot at a party.",
        {("19-year-old Ariel Monk", "injured", 1)},
    ),
    (
        "The evidence points toward the sheriff's office, police said after the boy shot himself.",
        {("the boy", "injured", 1)},
    ),
    (
        "A man and a boy were both shot overnight.",
        {("A man", "injured", 1), ("a boy", "injured", 1)},
    ),
    (
        "Officers rushed both victims to Pine Hospital after the shooting.",
        {("both victims", "hospitalized", 2)},
    ),
    (
        "Medics transported three people to Oakdale Main after the shooting.",
        {("three people", "hospitalized", 3)},
    ),
    ("Another woman, also 22, was shot in the arm.", {("Another woman", "injured", 1)}),
    (
        "Several others were trampled and injured in the rush.",
        {("Several others", "injured", None)},
    ),
    (
        "Her husband remained in a coma after taking a bullet to the face.",
        {("Her husband", "critical", 1), ("Her husband", "injured", 1)},
    ),
    (
        "The strike caused 30 casualties including women.",
        {("30 casualties", "casualties", 30)},
    ),
    ("The attack caused 30 casualties.", {("30 casualties", "casualties", 30)}),
    (
        "Chief Harlan, who has been with the Police Department for two decades, was in critical condition after the blast.",
        {("Chief Harlan", "critical", 1)},
    ),
    (
        "The police chief received critical injuries and was taken to Pine Hospital after the blast.",
        {("The police chief", "critical", 1), ("The police chief", "hospitalized", 1)},
    ),
    (
        "One man was shot in the leg, another in the ankle and a fourth in both legs.",
        {
            ("One man", "injured", 1),
            ("a fourth", "injured", 1),
            ("another", "injured", 1),
        },
    ),
    (
        "Seven staff were injured, three seriously, when a shell hit the building.",
        {("Seven staff", "injured", 7), ("three", "injured", 3)},
    ),
    (
        "A worker shot two people and critically wounded a third, police said.",
        {("a third", "critical", 1), ("two people", "injured", 2)},
    ),
    (
        "A plant worker who had been sent home returned with a gun and critically wounded a third man.",
        {("a third man", "critical", 1)},
    ),
    (
        "Thousands have fled, many into border areas, since the bombing.",
        {("Thousands", "displaced", None)},
    ),
    (
        "No children or staff were injured in the bombing.",
        {("No children", "injured", 0)},
    ),
    (
        "Two women and one man choked to death on smoke in the bank.",
        {("Two women", "killed", 2), ("one man", "killed", 1)},
    ),
    (
        "At least eight youths have been injured or killed by gunfire since Easter.",
        {("At least eight youths", "casualties", 8)},
    ),
    (
        "Her parents, Jessica Oakes and Julian Birch, were taken to the hospital with gunshot wounds.",
        {
            ("Jessica Oakes", "hospitalized", 1),
            ("Jessica Oakes", "injured", 1),
            ("Julian Birch", "hospitalized", 1),
            ("Julian Birch", "injured", 1),
        },
    ),
    (
        "A bullet went through the wall and hit a sleeping toddler.",
        {("a sleeping toddler", "injured", 1)},
    ),
    (
        "The patrol killed, with clubs and machetes, three peasants.",
        {("three peasants", "killed", 3)},
    ),
    (
        'At least 40 "members of the town patrol" from two villages died in a clash.',
        {('At least 40 "members', "killed", 40)},
    ),
    (
        "Forty members of the patrol from two villages died in a clash.",
        {("Forty members", "killed", 40)},
    ),
    (
        "The patrols clashed with rebels and killed an unspecified number of them.",
        {("an unspecified number of", "killed", None)},
    ),
    (
        "The patrols clashed with rebels and killed an unspecified number.",
        {("an unspecified number", "killed", None)},
    ),
    (
        "The following members of the army died in the ambush: Captain Jose Urbano, Sergeant Angel Vara, and Corporal Fabio Roldan.",
        {
            ("Captain Jose Urbano", "killed", 1),
            ("Corporal Fabio Roldan", "killed", 1),
            ("Sergeant Angel Vara", "killed", 1),
        },
    ),
    (
        "Three people were killed: a guard and two clerks.",
        {
            ("Three people", "killed", 3),
            ("a guard", "killed", 1),
            ("two clerks", "killed", 2),
        },
    ),
    (
        "The priest, who had been kidnapped by guerrillas, was released on Monday.",
        {("The priest", "abducted", 1), ("The priest", "released", 1)},
    ),
    (
        "The club said 12 players of the team of 1960 died.",
        {("12 players", "killed", 12)},
    ),
    (
        "The game resulted in a 9-year-old being shot in the leg.",
        {("a 9-year-old", "injured", 1)},
    ),
    (
        "Three people went to the hospital after the shooting.",
        {("Three people", "hospitalized", 3)},
    ),
    ("A boy younger than 12 was shot in the complex.", {("A boy", "injured", 1)}),
    (
        "Marsh and the man who died took part in the shooting.",
        {("the man", "killed", 1)},
    ),
    (
        "John Marsh and Ann Lowe, who died in the shooting, were friends.",
        {("Ann Lowe", "killed", 1), ("John Marsh", "killed", 1)},
    ),
    (
        "The game resulted in a 9-year-old being shot in the leg.",
        {("a 9-year-old", "injured", 1)},
    ),
    (
        "A boy accidentally shot Sunday on the 200 block of Pine Street died hours later.",
        {("A boy", "killed", 1)},
    ),
    (
        "A man shot in the hand went to Pinewood Hospital.",
        {("A man", "hospitalized", 1), ("A man", "injured", 1)},
    ),
    (
        "He was taken to Oakdale Medical Center along with a 44-year-old man.",
        {("a 44-year-old man", "hospitalized", 1)},
    ),
    (
        "Responders transported two men and two women from the scene.",
        {("two men", "hospitalized", 2), ("two women", "hospitalized", 2)},
    ),
    (
        "Two people were taken in serious-to-critical condition to Mount Pine Hospital.",
        {("Two people", "hospitalized", 2)},
    ),
    (
        "Tom Garza was discharged with minor injuries after the shooting.",
        {("Tom Garza", "injured", 1)},
    ),
    (
        "The shooting was on Pine Street.Nine people have been detained.",
        {("Nine people", "detained", 9)},
    ),
    (
        "Medics rushed a woman to the hospital after she had been shot.",
        {("a woman", "hospitalized", 1), ("a woman", "injured", 1)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), WAYS)
def test_more_ways_to_tell_harm(text: str, expected: Told) -> None:
    assert told(text) == expected


NOBODY: list[str] = [
    "ISIS threw two men off a roof.",
    "He had the intention of robbing or kidnapping Castle, the police said after the shooting.",
    "The boys used to play hopscotch and shoot the breeze before the shooting.",
    "His life was cut short by a stray bullet, family of Tom Reed said.",
    "The deaths rocked Milltown, a community of around 1,200 residents, after the shooting.",
    "At least one shot hit the window.",
    "At least one shot was heard in the shooting.",
    "He was brought to a hospital after the shooting, Custer said.",
    "The club eliminated two players before the shooting season.",
    "The firm eliminated 200 jobs after the shooting.",
    "He never hurt anyone, his mother said after the shooting.",
    "The law does not hurt anyone, he said after the shooting.",
    '"I did not kill anyone," the suspect said after the shooting.',
    "Police have not released any suspect information after the shooting.",
    "The driver hit three cars after the shooting.",
    "The storm hit three towns.",
    "The fate of the bill remained unclear after the shooting.",
    "Forces used 300 trucks as barricades.",
    "They took 200 villagers to a camp as witnesses.",
    "The army eliminated tariffs on 25 products.",
    "They kicked a ball in the yard before the shooting.",
    "He cut the boy's hair before the shooting.",
    "She found the boy with his dog before the shooting.",
    "A family of five lives next door to the scene of the shooting.",
    "The group discussed 40 cases of fraud after the shooting.",
    "The boy's leg was in a cast before the shooting.",
    "The woman's life was saved by a stranger.",
    "They live in the same house under a siege of reporters after the shooting.",
    "He was transported to the county jail after the shooting.",
    "Twelve people, three of whom live in the house, watched the shooting.",
    "Two of the four cars were stolen before the shooting.",
    "The hall holds 200 people, police said after the shooting.",
    "An ambulance took two people away.",
    "A friend took the boy away before the shooting.",
    "The group holds 12 members meetings a year before the shooting.",
    "The army seized 30 rifles and two trucks.",
    "The army seized three villages.",
    "He took the two boys to school before the shooting.",
    "Officers led two men away at gunpoint after the shooting.",
    "The suspect in the shooting was released on bond.",
    "Relatives of the two men at the scene died of shame, he said after the shooting.",
    "Two neighbors went to the hospital to visit the boy after the shooting.",
    "According to Detective Mia Hollis, a gun went off in the shooting. He was taken to Pine Hospital.",
    "The only witness was a man who went to Pinewood Hospital as a visitor after the shooting.",
    "The rate is 3.5 percent and the U.S.One flag flew after the shooting.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_words_of_harm_that_harm_nobody_are_no_figures(text: str) -> None:
    assert told(text) == set()
