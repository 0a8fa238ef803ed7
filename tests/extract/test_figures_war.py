"""Figures of war reports: strikes, tolls, captives, sieges, gas (DOMAIN 3.2)."""

from __future__ import annotations

import pytest

from counted import Told, told

WAR: list[tuple[str, Told]] = [
    (
        "The army killed 71 terrorists and injured 81 others in the eastern suburbs.",
        {("71 terrorists", "killed", 71), ("81 others", "injured", 81)},
    ),
    (
        "Warplanes pounded the town, killing 71 militants and injuring 81 others.",
        {("71 militants", "killed", 71), ("81 others", "injured", 81)},
    ),
    (
        "The shelling left nine civilians dead and 20 others wounded.",
        {("20 others", "injured", 20), ("nine civilians", "killed", 9)},
    ),
    (
        "The bodies of 12 fighters were found in a trench near the village.",
        {("12 fighters", "killed", 12)},
    ),
    (
        "The group lost 40 fighters in the battle for the airport.",
        {("40 fighters", "killed", 40)},
    ),
    (
        "The rebels lost more than 30 of their fighters in the ambush.",
        {("more than 30 of their fighters", "killed", 30)},
    ),
    ("The death toll from the barrel bombs rises to 45.", {("45", "killed", 45)}),
    (
        "The strike claimed the lives of 14 civilians, most of them children.",
        {("14 civilians", "killed", 14)},
    ),
    (
        "The bombardment has cost the lives of 136 civilians in the province.",
        {("136 civilians", "killed", 136)},
    ),
    ("Six martyrs fell in the shelling of the bakery.", {("Six martyrs", "killed", 6)}),
    (
        "Twelve people, including five children, were killed in an air raid on the town.",
        {("Twelve people", "killed", 12), ("five children", "killed", 5)},
    ),
    (
        "Twelve people including five children were killed in an air raid on the town.",
        {("Twelve people", "killed", 12), ("five children", "killed", 5)},
    ),
    (
        "At least 9 civilians among them three women and a child were killed on Friday in shelling.",
        {
            ("At least 9 civilians", "killed", 9),
            ("a child", "killed", 1),
            ("three women", "killed", 3),
        },
    ),
    (
        "Six civilians including a girl were among at least 22 people killed in raids on the city.",
        {
            ("Six civilians", "killed", 6),
            ("a girl", "killed", 1),
            ("at least 22 people", "killed", 22),
        },
    ),
    (
        "19 regime forces were killed when rebels blew up a tunnel in the Old City.",
        {("19 regime forces", "killed", 19)},
    ),
    (
        "At least 30 pro-government forces were killed in the attack.",
        {("At least 30 pro-government forces", "killed", 30)},
    ),
    (
        "Some 20 ISIS elements were killed and others were wounded in the clash.",
        {("Some 20 ISIS elements", "killed", 20)},
    ),
    (
        "The army eliminated 25 terrorists and destroyed three vehicles.",
        {("25 terrorists", "killed", 25)},
    ),
    (
        "The army units destroyed two command posts and wiped out dozens of insurgents.",
        {("dozens of insurgents", "killed", None)},
    ),
    (
        "The jets wiped out two posts, six depots and a large number of gunmen.",
        {("a large number of gunmen", "killed", None)},
    ),
    (
        "The operation resulted in the death of 17 terrorists and the injury of 30 others.",
        {("17 terrorists", "killed", 17), ("30 others", "injured", 30)},
    ),
    (
        "The blast led to the martyrdom of four people and the injury of 11 more.",
        {("11 more", "injured", 11), ("four people", "killed", 4)},
    ),
    (
        "The attack caused the death of 3 civilians and injuring 20.",
        {("20", "injured", 20), ("3 civilians", "killed", 3)},
    ),
    (
        "Five soldiers were martyred and ten were wounded in the shelling.",
        {("Five soldiers", "killed", 5), ("ten", "injured", 10)},
    ),
    (
        "A child was martyred and two people were injured when a rocket hit the street.",
        {("A child", "killed", 1), ("two people", "injured", 2)},
    ),
    (
        "The bombing took the lives of 16 worshippers.",
        {("16 worshippers", "killed", 16)},
    ),
    (
        "The extremists took some 200 villagers as they fled to serve as human shields.",
        {("some 200 villagers", "abducted", 200)},
    ),
    (
        "Militants used 300 civilians as human shields.",
        {("300 civilians", "abducted", 300)},
    ),
    ("The fate of 40 miners remained unclear.", {("40 miners", "missing", 40)}),
    (
        "The fate of six other hostages was still unknown.",
        {("six other hostages", "missing", 6)},
    ),
    (
        "Nearly 6,000 villagers live in besieged areas near the capital.",
        {("Nearly 6,000 villagers", "trapped", 6000)},
    ),
    (
        "The gas attack caused over 30 cases of suffocation among civilians.",
        {("over 30 cases", "injured", 30)},
    ),
    (
        "Sixty people suffered breathing difficulties after the gas attack.",
        {("Sixty people", "injured", 60)},
    ),
    (
        "Three shells fell on the hotel and no causalities were reported.",
        {("no causalities", "casualties", 0)},
    ),
    (
        "The shells caused only material damage without injuring anyone.",
        {("anyone", "injured", 0)},
    ),
    ("The explosion did not kill anyone.", {("anyone", "killed", 0)}),
    (
        "Sniper fire killed a woman and wounded her child in the old quarter.",
        {("a woman", "killed", 1), ("her child", "injured", 1)},
    ),
    ("The clashes left 14 dead from both sides.", {("14", "killed", 14)}),
    ("14 people from both sides died in the clashes.", {("14 people", "killed", 14)}),
    (
        "The coalition said it had killed 12 ISIS operatives, including two commanders.",
        {("12 ISIS operatives", "killed", 12), ("two commanders", "killed", 2)},
    ),
    (
        "Seven members of one family were killed when a shell hit their home.",
        {("Seven members", "killed", 7)},
    ),
    (
        "The number of people killed in the blast has risen to 33.",
        {("33", "killed", 33)},
    ),
    (
        "The toll stood at 33 dead and 120 wounded.",
        {("120", "injured", 120), ("33", "killed", 33)},
    ),
    (
        "The toll climbed to 33 killed and 120 injured on Tuesday.",
        {("120", "injured", 120), ("33", "killed", 33)},
    ),
    (
        "Two mortar shells landed near the school, killing two pupils and wounding their teacher.",
        {("their teacher", "injured", 1), ("two pupils", "killed", 2)},
    ),
    (
        "The terrorists beheaded four men and crucified two others in the square.",
        {("four men", "killed", 4), ("two others", "killed", 2)},
    ),
    (
        "ISIL executed 19 men at an oil field, hanging their bodies in the street.",
        {("19 men", "killed", 19)},
    ),
    ("Rebels handed over the bodies of six soldiers.", {("six soldiers", "killed", 6)}),
    ("Rescue teams pulled 11 bodies from the rubble.", {("11 bodies", "killed", 11)}),
    (
        "Eight bodies were recovered from under the rubble and 12 people are still trapped under it.",
        {("12 people", "trapped", 12), ("Eight bodies", "killed", 8)},
    ),
    (
        "Some 50 people are buried under the rubble.",
        {("Some 50 people", "trapped", 50)},
    ),
    (
        "The regime's shelling of the district resulted in 5 martyrs and 20 injuries.",
        {("20 injuries", "injured", 20), ("5 martyrs", "killed", 5)},
    ),
    (
        "The militia captured 14 soldiers in the raid.",
        {("14 soldiers", "detained", 14)},
    ),
    (
        "Fighters took 14 soldiers prisoner in the raid.",
        {("14 soldiers", "abducted", 14)},
    ),
    (
        "More than 1,000 people fled their homes and 300 remain stranded at the border.",
        {("300", "trapped", 300), ("More than 1,000 people", "displaced", 1000)},
    ),
    (
        "The attack injured three other people and caused material damage.",
        {("three other people", "injured", 3)},
    ),
    (
        "Terrorists fired rockets that injured three other people, one of them critically.",
        {("one of them", "critical", 1), ("three other people", "injured", 3)},
    ),
    (
        "Thirteen rebels and seven soldiers died in the fighting.",
        {("Thirteen rebels", "killed", 13), ("seven soldiers", "killed", 7)},
    ),
    (
        "Fighting killed 13 rebels, seven soldiers and a reporter.",
        {
            ("13 rebels", "killed", 13),
            ("a reporter", "killed", 1),
            ("seven soldiers", "killed", 7),
        },
    ),
    (
        "The assault killed at least 40 on the government side.",
        {("at least 40", "killed", 40)},
    ),
    (
        "Rebel losses were put at 40 killed and 60 wounded.",
        {("40", "killed", 40), ("60", "injured", 60)},
    ),
    (
        "The army said 40 of its men had been killed and 12 were missing.",
        {("12", "missing", 12), ("40 of its men", "killed", 40)},
    ),
    (
        "Ten people were killed, three of whom were children.",
        {("Ten people", "killed", 10), ("three of whom", "killed", 3)},
    ),
    (
        "Some 900 people have been arrested, two of whom face extradition.",
        {("Some 900 people", "detained", 900), ("two of whom", "detained", 2)},
    ),
    (
        "Warplanes bombed the town killing at least 12 people including children activists said.",
        {("at least 12 people", "killed", 12)},
    ),
    (
        "At least 12 people were killed among them three children when jets struck the market a monitor said.",
        {("At least 12 people", "killed", 12), ("three children", "killed", 3)},
    ),
    (
        "The raids on the town left more than 20 civilians dead including women and children.",
        {("more than 20 civilians", "killed", 20)},
    ),
    (
        "Regime forces executed 25 men in the village summarily.",
        {("25 men", "killed", 25)},
    ),
    (
        "Activists reported the summary execution of 25 men by the militia.",
        {("25 men", "killed", 25)},
    ),
    (
        "The militia carried out summary executions of six young men in the district.",
        {("six young men", "killed", 6)},
    ),
    (
        "Reports said 79 people were burned alive in their homes.",
        {("79 people", "killed", 79)},
    ),
    (
        "More than 80 civilians including 13 children were shot on the spot by the militia.",
        {("13 children", "injured", 13), ("More than 80 civilians", "injured", 80)},
    ),
    (
        "The monitor documented the killing of 82 civilians by government forces.",
        {("82 civilians", "killed", 82)},
    ),
    (
        "The network documented the death of 41 people under torture.",
        {("41 people", "killed", 41)},
    ),
    (
        "The observatory documented 41 deaths in the raids.",
        {("41 deaths", "killed", 41)},
    ),
    (
        "ISIL kidnapped 30 villagers from the town on Tuesday.",
        {("30 villagers", "abducted", 30)},
    ),
    (
        "At least 90 Christians were abducted by the group in dawn raids.",
        {("At least 90 Christians", "abducted", 90)},
    ),
    (
        "The group has seized 90 people from villages in the north.",
        {("90 people", "abducted", 90)},
    ),
    (
        "Gunmen stopped a bus and took 14 passengers away.",
        {("14 passengers", "abducted", 14)},
    ),
    (
        "Militants stormed the village and took dozens of people captive.",
        {("dozens of people", "abducted", None)},
    ),
    (
        "The group is believed to be holding 200 people.",
        {("200 people", "abducted", 200)},
    ),
    ("The rebels are still holding 45 soldiers.", {("45 soldiers", "abducted", 45)}),
    (
        "The kidnappers are holding six aid workers.",
        {("six aid workers", "abducted", 6)},
    ),
    (
        "The abduction of 220 people from villages drew outrage.",
        {("220 people", "abducted", 220)},
    ),
    (
        "The group freed 19 of the 220 abducted people on Sunday.",
        {("19 of the 220 abducted people", "released", 19)},
    ),
    ("Militants led away 12 men at gunpoint.", {("12 men", "abducted", 12)}),
    ("The gang whisked away three engineers.", {("three engineers", "abducted", 3)}),
    (
        "A journalist was seized by gunmen outside his hotel.",
        {("A journalist", "abducted", 1)},
    ),
    ("Nine people were rounded up in the raid.", {("Nine people", "detained", 9)}),
    (
        "The exchange freed 16 prisoners held by the army.",
        {("16 prisoners", "released", 16)},
    ),
    (
        "The swap saw 16 nuns released in return for 150 women held in jails.",
        {("16 nuns", "released", 16)},
    ),
    (
        "Rescue workers pulled three people alive from the rubble.",
        {("three people", "rescued", 3)},
    ),
    (
        "Civil defense teams rescued 14 people from under the debris.",
        {("14 people", "rescued", 14)},
    ),
    ("Fourteen people were pulled out alive.", {("Fourteen people", "rescued", 14)}),
    (
        "The dead included six children and four women.",
        {("four women", "killed", 4), ("six children", "killed", 6)},
    ),
    ("Among the dead were six children.", {("six children", "killed", 6)}),
    ("Six children were among the dead.", {("Six children", "killed", 6)}),
    (
        "The victims included two doctors killed in the raid.",
        {("two doctors", "killed", 2)},
    ),
    (
        "The blast killed 45 and wounded more than 100 according to state TV.",
        {("45", "killed", 45), ("more than 100", "injured", 100)},
    ),
    ("45 killed as blast hits market.", {("45", "killed", 45)}),
    (
        "State TV put the toll at 45 killed and 100 wounded.",
        {("100", "injured", 100), ("45", "killed", 45)},
    ),
    (
        "A car bomb exploded near the mosque leaving 12 people dead and many more wounded.",
        {("12 people", "killed", 12), ("many more", "injured", None)},
    ),
    (
        "Hospital sources said they received 12 bodies and 40 wounded people.",
        {("12 bodies", "killed", 12), ("40 wounded people", "injured", 40)},
    ),
    ("The hospital received the bodies of 12 people.", {("12 people", "killed", 12)}),
    ("Twelve bodies arrived at the morgue.", {("Twelve bodies", "killed", 12)}),
    ("Doctors said 40 people were treated for burns.", {("40 people", "injured", 40)}),
    ("A rocket slammed into a bus killing all 18 aboard.", {("all 18", "killed", 18)}),
    (
        "Twenty two people lost their lives in the attack.",
        {("Twenty two people", "killed", 22)},
    ),
    ("The attack has so far claimed 22 lives.", {("22 lives", "killed", 22)}),
    ("Some 22 souls perished in the attack.", {("Some 22 souls", "killed", 22)}),
    (
        "Over 500 civilians have lost their lives since the assault began.",
        {("Over 500 civilians", "killed", 500)},
    ),
    (
        "The strike targeted a convoy and killed its commander Abu Salim.",
        {("its commander Abu Salim", "killed", 1)},
    ),
    (
        "The army inflicted heavy losses killing 60 terrorists and wounding scores.",
        {("60 terrorists", "killed", 60), ("scores", "injured", None)},
    ),
    (
        "Army troops clashed with militants killing and wounding dozens of them.",
        {("dozens of them", "casualties", None)},
    ),
    ("The shelling killed or wounded 30 people.", {("30 people", "casualties", 30)}),
    (
        "Up to 30 people were killed or wounded.",
        {("Up to 30 people", "casualties", 30)},
    ),
    (
        "The strike caused 30 casualties including women.",
        {("30 casualties", "casualties", 30)},
    ),
    (
        "Four soldiers were killed and an officer sustained injuries in the ambush.",
        {("Four soldiers", "killed", 4), ("an officer", "injured", 1)},
    ),
    ("Sniper fire injured a girl in the neighborhood.", {("a girl", "injured", 1)}),
    (
        "A woman was injured when mortar shells fell on her house.",
        {("A woman", "injured", 1)},
    ),
    (
        "Two women sustained injuries when mortar shells fell on the area.",
        {("Two women", "injured", 2)},
    ),
    (
        "More than 1.5 million people have been displaced by the war.",
        {("More than 1.5 million people", "displaced", 1500000)},
    ),
    (
        "The war has left more than 250,000 people dead and displaced half the population.",
        {("more than 250,000 people", "killed", 250000)},
    ),
    (
        "Five people suffocated in the tunnel after the shelling.",
        {("Five people", "killed", 5)},
    ),
    (
        "Ten people were suffering from suffocation after the gas attack.",
        {("Ten people", "injured", 10)},
    ),
    ("The attackers slit the throats of eight men.", {("eight men", "killed", 8)}),
    ("Eight men had their throats slit.", {("Eight men", "killed", 8)}),
    ("The bus attack cost 8 lives.", {("8 lives", "killed", 8)}),
]


@pytest.mark.parametrize(("text", "expected"), WAR)
def test_war_reports_tell_tolls(text: str, expected: Told) -> None:
    assert told(text) == expected
