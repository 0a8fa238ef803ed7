"""Figures of local crime reports: wounds, hospitals, headlines, single persons (NUM-20)."""

from __future__ import annotations

import pytest

from counted import Told, told

LOCAL: list[tuple[str, Told]] = [
    (
        "Police said four teens were hurt, and a fifth teen was located on Elm Street suffering from a gunshot wound to the arm.",
        {("a fifth teen", "injured", 1), ("four teens", "injured", 4)},
    ),
    (
        "A 16-year-old male was located in the 600 block of Pine Street suffering from a gunshot wound to the leg.",
        {("A 16-year-old male", "injured", 1)},
    ),
    (
        "Officers arrived and located a man lying in the road with multiple gunshot wounds.",
        {("a man", "injured", 1)},
    ),
    (
        "Officers found a woman in the kitchen with a stab wound to her neck.",
        {("a woman", "injured", 1)},
    ),
    (
        "Deputies discovered a 34-year-old man inside the house suffering from gunshot wounds.",
        {("a 34-year-old man", "injured", 1)},
    ),
    (
        "A man showed up at a fire station with a gunshot wound to the hand.",
        {("A man", "injured", 1)},
    ),
    (
        "Two men arrived at Mercy Hospital with gunshot wounds.",
        {("Two men", "hospitalized", 2), ("Two men", "injured", 2)},
    ),
    (
        "A second victim was found a short time later, shot in both legs.",
        {("A second victim", "injured", 1)},
    ),
    (
        "Officers found the clerk behind the counter, stabbed in the chest.",
        {("the clerk", "injured", 1)},
    ),
    (
        "A child is expected to be okay after being accidentally shot in the county.",
        {("A child", "injured", 1)},
    ),
    (
        "A man is expected to survive after he was stabbed outside a bar.",
        {("A man", "injured", 1)},
    ),
    (
        "A teenager is lucky to be alive after being struck by a stray bullet.",
        {("A teenager", "injured", 1)},
    ),
    (
        "The woman was able to call 911 after being shot in the arm.",
        {("The woman", "injured", 1)},
    ),
    ("The mayor is expected to speak after a man was shot.", {("a man", "injured", 1)}),
    (
        "Two robbers pistol-whipped a clerk and kicked a customer in the head.",
        {("a clerk", "injured", 1), ("a customer", "injured", 1)},
    ),
    (
        "Two robbers stormed the shop, pistol-whipping two of the six clerks.",
        {("two of the six clerks", "injured", 2)},
    ),
    (
        "They punched the victim in the face several times.",
        {("the victim", "injured", 1)},
    ),
    ("A man was punched in the face during the robbery.", {("A man", "injured", 1)}),
    ("The dog bit a boy on the leg before the shooting.", {("a boy", "injured", 1)}),
    (
        "Police say a 2-year-old's head was grazed by a bullet.",
        {("a 2-year-old", "injured", 1)},
    ),
    ("The boy's leg was shattered by a bullet.", {("The boy", "injured", 1)}),
    (
        "Mara Oakes' arm was broken when the car hit her.",
        {("Mara Oakes", "injured", 1)},
    ),
    ("Bullets hit six people in the parking lot.", {("six people", "injured", 6)}),
    (
        "Someone opened fire on the crowd, hitting at least six.",
        {("at least six", "injured", 6)},
    ),
    (
        "Gunmen sprayed the porch with bullets, striking five people.",
        {("five people", "injured", 5)},
    ),
    (
        "The other four victims went to the hospital, but they only suffered minor injuries.",
        {
            ("The other four victims", "hospitalized", 4),
            ("The other four victims", "injured", 4),
        },
    ),
    (
        "Three men were taken to the hospital and they are in stable condition.",
        {("Three men", "hospitalized", 3)},
    ),
    (
        "Detectives have not detained anyone in connection with the shooting.",
        {("anyone", "detained", 0)},
    ),
    (
        "Police do not have anyone in custody in the shooting.",
        {("anyone", "detained", 0)},
    ),
    ("Police have not arrested anyone in the shooting.", {("anyone", "detained", 0)}),
    ("No one has been arrested in the shooting.", {("No one", "detained", 0)}),
    ("No arrests have been made in the shooting.", {("No arrests", "detained", 0)}),
    ("There were no arrests in the shooting.", {("no arrests", "detained", 0)}),
    (
        "Police earlier said that two of the four were in critical condition after the shooting.",
        {("two of the four", "critical", 2)},
    ),
    (
        "Four victims were transported after the shooting, two in critical condition.",
        {("Four victims", "hospitalized", 4), ("two", "critical", 2)},
    ),
    (
        "One of the victims was flown to a hospital with critical injuries.",
        {
            ("One of the victims", "critical", 1),
            ("One of the victims", "hospitalized", 1),
        },
    ),
    (
        "The child, identified as Ken Doyle, was taken to Pinewood University Medical Center in critical condition.",
        {("The child", "critical", 1), ("The child", "hospitalized", 1)},
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
        "Her daughter Jessica, 25, went into surgery on Tuesday after the shooting.",
        {("Her daughter Jessica", "hospitalized", 1)},
    ),
    (
        "A 10-year-old girl shot in the town was evacuated to a hospital in the capital.",
        {
            ("A 10-year-old girl", "hospitalized", 1),
            ("A 10-year-old girl", "injured", 1),
        },
    ),
    (
        "The 17-year-old who was pistol-whipped was taken to a hospital for treatment.",
        {("The 17-year-old", "hospitalized", 1), ("The 17-year-old", "injured", 1)},
    ),
    (
        "The gunman killed the sixth-grader and left the teen in critical condition.",
        {("the sixth-grader", "killed", 1), ("the teen", "critical", 1)},
    ),
    (
        "Both bodies were found in a field near the border, both with bullet wounds.",
        {("Both bodies", "killed", 2)},
    ),
    (
        "The coroner confirmed 23-year-old Davin Lowe from Milltown died after he was shot several times.",
        {("23-year-old Davin Lowe", "killed", 1)},
    ),
    (
        "She said her brother-in-law had committed suicide after the shooting.",
        {("her brother-in-law", "killed", 1)},
    ),
    (
        "The two are among five whose lives were claimed by gunfire this weekend.",
        {("five", "killed", 5)},
    ),
    (
        "A man who shot at officers killed Angela de Guerra, wife of a colonel.",
        {("Angela de Guerra", "killed", 1)},
    ),
    (
        "A group of men killed Luis del Rio and Ana van der Berg near the plaza.",
        {("Ana van der Berg", "killed", 1), ("Luis del Rio", "killed", 1)},
    ),
    (
        "He escaped after taking the officer guarding him hostage.",
        {("the officer", "abducted", 1)},
    ),
    (
        "The murders of the priests and the other two people shocked the town.",
        {("the other two people", "killed", 2)},
    ),
    (
        "The robbers beat the clerk with a hammer, leaving him with a broken jaw.",
        {("the clerk", "injured", 1)},
    ),
    (
        "The victim is in surgery after the shooting.",
        {("The victim", "hospitalized", 1)},
    ),
    (
        "The boy was rushed into surgery after the shooting.",
        {("The boy", "hospitalized", 1)},
    ),
    (
        "A bullet went through the wall and hit a sleeping toddler.",
        {("a sleeping toddler", "injured", 1)},
    ),
    ("Tom Reed's life was cut short by a stray bullet.", {("Tom Reed", "killed", 1)}),
    ("A teen is recovering after a shooting in the city.", {("A teen", "injured", 1)}),
    (
        "A teen is fighting for her life after a shooting in the city.",
        {("A teen", "critical", 1)},
    ),
    (
        "A man was left in critical condition after he was shot at a party.",
        {("A man", "critical", 1), ("A man", "injured", 1)},
    ),
    ("The man took a bullet to the shoulder.", {("The man", "injured", 1)}),
    (
        "The victim sustained a gunshot wound to the thigh.",
        {("The victim", "injured", 1)},
    ),
    (
        "Two people were injured in the shooting, one critically.",
        {("Two people", "injured", 2), ("one", "critical", 1)},
    ),
    (
        "A man was shot and killed and his girlfriend wounded Tuesday night.",
        {("A man", "killed", 1), ("his girlfriend", "injured", 1)},
    ),
    (
        "One man is dead and another is in the hospital after a shooting.",
        {("One man", "killed", 1), ("another", "hospitalized", 1)},
    ),
    (
        "A woman is dead, and her boyfriend is in custody after a shooting.",
        {("A woman", "killed", 1)},
    ),
    (
        "The shooting claimed the life of a 6-year-old girl.",
        {("a 6-year-old girl", "killed", 1)},
    ),
    (
        "The shooting that took the life of Mara Oakes stunned neighbors.",
        {("Mara Oakes", "killed", 1)},
    ),
    (
        "A bullet ended the life of a 6-year-old girl.",
        {("a 6-year-old girl", "killed", 1)},
    ),
    (
        "The suspect was shot by officers and died at the scene.",
        {("The suspect", "killed", 1)},
    ),
    (
        "Paramedics treated two people at the scene of the shooting for minor cuts.",
        {("two people", "injured", 2)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LOCAL)
def test_local_reports_tell_persons(text: str, expected: Told) -> None:
    assert told(text) == expected


TITLES: list[tuple[str, Told]] = [
    ("11-year-old among victims in murder-suicide", {("11-year-old", "killed", 1)}),
    ("Teen among 3 killed in shooting", {("3", "killed", 3), ("Teen", "killed", 1)}),
    (
        "Family seeks answers after two-year-old shot and killed",
        {("two-year-old", "killed", 1)},
    ),
    ("Shooting sends one to hospital", {("one", "hospitalized", 1)}),
    ("Shooting sends two to the hospital in Milltown", {("two", "hospitalized", 2)}),
    ("One hospitalized after shooting", {("One", "hospitalized", 1)}),
    (
        "Man killed 3-year-old girl, self in Pine County",
        {("3-year-old girl", "killed", 1), ("Man", "killed", 1)},
    ),
    (
        "Two dead, three hurt in shooting",
        {("Two", "killed", 2), ("three", "injured", 3)},
    ),
    ("3 transported after shooting", {("3", "hospitalized", 3)}),
    ("One in critical condition following shooting", {("One", "critical", 1)}),
    ("Mother of two shot dead outside home", {("Mother", "killed", 1)}),
    (
        "Woman, 2 kids found dead in home",
        {("2 kids", "killed", 2), ("Woman", "killed", 1)},
    ),
    ("Milltown man shot while hunting", {("Milltown man", "injured", 1)}),
    ("Army kills 100 militants in east", {("100 militants", "killed", 100)}),
    ("Rocket attack kills 3, wounds 20", {("20", "injured", 20), ("3", "killed", 3)}),
    (
        "Dozens of rebels killed as army advances",
        {("Dozens of rebels", "killed", None)},
    ),
    ("Raids kill 22 including civilians", {("22", "killed", 22)}),
    ("Toll in market blast hits 60", {("60", "killed", 60)}),
    ("Death toll climbs to 60 after market blast", {("60", "killed", 60)}),
    ("Syrian raids leave 12 dead", {("12", "killed", 12)}),
    ("Bodies of 12 soldiers found in mass grave", {("12 soldiers", "killed", 12)}),
    (
        "Car bomb in town leaves 3 dead, 12 wounded",
        {("12", "injured", 12), ("3", "killed", 3)},
    ),
    (
        "3-year-old, mother wounded in drive-by",
        {("3-year-old", "injured", 1), ("mother", "injured", 1)},
    ),
    (
        "Gunman, 2 others dead after standoff",
        {("2 others", "killed", 2), ("Gunman", "killed", 1)},
    ),
    ("Baby among five shot at party", {("Baby", "injured", 1), ("five", "injured", 5)}),
    ("Man dies days after shooting", {("Man", "killed", 1)}),
    (
        "Man dead, woman critical after shooting",
        {("Man", "killed", 1), ("woman", "critical", 1)},
    ),
    ("Teen recovering after shooting", {("Teen", "injured", 1)}),
    ("Teen charged in shooting of boy, 9", {("boy", "injured", 1)}),
    ("Funeral held for teen killed in shooting", {("teen", "killed", 1)}),
    ("Vigil for slain teacher", {("slain teacher", "killed", 1)}),
    ("Family of slain teacher wants justice", {("slain teacher", "killed", 1)}),
    ("Police seek man who shot girl, 9", {("girl", "injured", 1)}),
    ("Girl, 9, shot in leg while sleeping", {("Girl", "injured", 1)}),
    ("Officer-involved shooting leaves man dead", {("man", "killed", 1)}),
    ("Man shot by police dies", {("Man", "killed", 1)}),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_headlines_tell_figures(text: str, expected: Told) -> None:
    assert told("Police are looking into the shooting.", text) == expected
