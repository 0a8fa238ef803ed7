"""Reports that tell a sum and several incidents (DESIGN section 8)."""

from __future__ import annotations

import pytest

from sourcebook.extract.extractor import RuleExtractor
from sourcebook.model.claim import Claim, Place, Time
from sourcebook.model.report import Report, Text

TITLE = "Deaths in New Zealand and Kenya in the past two days"
LABELLED = """The coast guard counted 19 deaths in the storm on Tuesday.

Napier: A ferry sank in the bay on 4 March. Eleven people drowned and six were injured.

* HASTINGS - A roof fell on a market hall on 5 March, killing eight people.

The port of Napier remains closed."""
HEADED = """The following was recorded in the past day.

Otago region
Seven hikers were killed when an avalanche struck near Wanaka on Sunday.

Taranaki region
A bus left the road near Stratford on Monday. Four passengers were killed and nine injured.
"""
RUNNING = """At least 12 people were killed in separate attacks in Kenya on Friday, police said.

In Nakuru, gunmen shot dead seven farmers at a market. Five others were wounded.

Elsewhere, a mine killed three soldiers and two rebels near Garissa."""
COORDINATED = """Twelve people were killed on Friday in coordinated attacks in two cities.

In Nakuru, gunmen shot dead seven farmers at a market.

In Garissa, gunmen of the same group killed five traders."""
RECALLED = """A gunman killed nine people in a bank in Napier on Monday.

Here are some of the attacks of past years:

Hastings, 1994: A man shot dead four people in a bar.

Nelson, 1999: Two brothers killed six people on a farm.

Gisborne, 2003: A guard killed three colleagues."""


def _report(text: str, title: str = "", published: str = "2031-03-06") -> Report:
    written = Text.of(text, language="en")
    return Report.of(written, source_id="a", title=title, published=published)


def _claims(text: str, title: str = "") -> list[Claim]:
    (found,) = RuleExtractor().extract([_report(text, title)])
    return list(found[1])


def _entries(text: str, title: str = "") -> list[str]:
    spans = {c.setting.entry for c in _claims(text, title)} - {None}
    return [span.slice(text).split()[0] for span in sorted(spans)]  # type: ignore[type-var, union-attr]


def _figure(claims: list[Claim], quote: str) -> tuple[str | None, bool]:
    """Return role of a figure and whether it stands in an entry."""
    (found,) = [c for c in claims if c.quote == quote and c.type == "figure"]
    return found.role, found.setting.entry is not None


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        (LABELLED, ["Napier:", "*"]),
        (HEADED, ["Otago", "Taranaki"]),
        (RUNNING, ["In", "Elsewhere,"]),
    ],
)
def test_each_incident_of_a_roundup_is_an_entry(text: str, opens: list[str]) -> None:
    assert _entries(text, TITLE) == opens


@pytest.mark.parametrize("text", [COORDINATED, RECALLED])
def test_one_action_and_the_past_are_no_roundups(text: str) -> None:
    assert _entries(text) == []


def test_the_sum_is_background_and_each_entry_counts_its_own() -> None:
    claims = _claims(RUNNING, "12 killed in Kenya attacks")
    assert _figure(claims, "At least 12 people") == ("background", False)
    assert _figure(claims, "12") == ("background", False)
    assert _figure(claims, "seven farmers") == ("incident_total", True)
    assert _figure(claims, "Five others") == ("incident_total", True)
    assert _figure(claims, "three soldiers")[1]


def test_an_entry_has_the_place_and_day_of_its_label_and_words() -> None:
    claims = _claims(LABELLED, TITLE)
    spots = {
        c.setting.entry: c.payload.name
        for c in claims
        if isinstance(c.payload, Place) and c.payload.role == "event"
    }
    days = {
        c.setting.entry: c.payload.edtf
        for c in claims
        if isinstance(c.payload, Time) and c.payload.role == "event" and c.setting.entry
    }
    assert [spots[entry] for entry in sorted(days)] == ["Napier", "Hastings"]
    assert [days[entry] for entry in sorted(days)] == ["2031-03-04", "2031-03-05"]


def test_a_name_that_no_gazetteer_lists_is_the_place_of_its_entry() -> None:
    text = RUNNING.replace("Nakuru", "Ardenport")
    places = [c.payload for c in _claims(text) if isinstance(c.payload, Place)]
    (found,) = [place for place in places if place.name == "Ardenport"]
    assert (found.country, found.role, found.lat) == ("KE", "event", None)


def test_one_told_beside_another_is_part_of_the_entry() -> None:
    text = RUNNING.replace("seven farmers", "a farmer and his driver")
    claims = _claims(text)
    assert _figure(claims, "a farmer")[0] == "part_of_total"
    assert _figure(claims, "his driver")[0] == "part_of_total"


FIRST_IS_TOLD = """A bus plunged into a ravine near Napier before dawn on Sunday, killing 13 passengers.

Hours later, a lorry ran over a group of pilgrims outside Hastings. Five people died.

In all, 18 people lost their lives on the roads, the ministry said."""
UNSAID = """The Harbour Watch counted 30 people killed in Kenya on Friday.

In the province of Nakuru, 16 traders were killed by shells at a market.

In Garissa, gunmen killed nine farmers in a village.

In Mombasa, five people died when a bomb went off on a bus."""
BLOTTER = """The following was reported to the police of Napier.

Tuesday, March 3, 10:20 p.m. Shooting, 1100 block of Quay Street. A man was shot dead in a bar.

Wednesday, March 4, 5:45 p.m. Fatal crash, Mill Lane. A motorcyclist, 52, was killed when his bike struck a turning van."""
HOURS = """16:20 A shell hits a school in Nakuru. Police say 15 people were killed.

13:05 An air strike on a house in Garissa kills six farmers.

10:45 Three soldiers are killed in fighting near Mombasa."""
BRIEFS = """Crime briefs of the week.

MAN KILLED IN GARAGE

NAPIER - A man was shot dead in his garage on Saturday night.

TWO KILLED IN BAR FIGHT

HASTINGS - Two women were stabbed to death in a tavern early on Sunday.

FARMER DIES IN CRASH

NELSON - A farmer was killed on Friday when his car left the road."""
LIKE_A_DATELINE = """NAPIER: A bomb killed 23 recruits at a barracks.

HASTINGS: Clashes left four rebels dead.

NELSON: Gunmen killed a guard near his home."""
MORE = """Three people were killed in separate shootings across Napier over the weekend.

About 3 a.m. on Sunday, two men were shot dead outside a club on Quay Street.

A boy was shot and killed about 9 p.m. on Saturday near Mill Lane.

At least six more people were wounded in other shootings."""


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (FIRST_IS_TOLD, ["A", "Hours"]),
        (UNSAID, ["In", "In", "In"]),
        (BLOTTER, ["Tuesday,", "Wednesday,"]),
        (HOURS, ["16:20", "13:05", "10:45"]),
        (BRIEFS, ["NAPIER", "HASTINGS", "NELSON"]),
        (MORE, ["About", "A"]),
        (LIKE_A_DATELINE, ["NAPIER:", "HASTINGS:", "NELSON:"]),
    ],
)
def test_entries_are_told_by_hours_headlines_and_sums_at_either_end(
    text: str, heads: list[str]
) -> None:
    assert _entries(text) == heads


def test_a_headline_over_an_entry_is_none_of_the_entry_before() -> None:
    spans = sorted({c.setting.entry for c in _claims(BRIEFS)} - {None})  # type: ignore[type-var]
    assert not any("BAR FIGHT" in span.slice(BRIEFS) for span in spans if span)


def test_what_further_incidents_add_up_to_is_in_no_entry() -> None:
    told = next(c for c in _claims(MORE) if c.quote.startswith("At least six"))
    assert told.setting.entry is None and told.role == "background"


def test_places_in_paragraphs_that_go_on_with_one_incident_make_no_roundup() -> None:
    text = """A gunman killed three people at an office in Napier on Monday.

The man, a former clerk from Hastings, is charged with the murder of one of them.

He is also charged with the killing of two colleagues from Nelson."""
    assert _entries(text) == []


FRONTED = """Arms counted 40 people killed in Kenya in May. These are the gravest cases.

Nakuru. A bus was fired on near the market. Eleven passengers were killed.

Garissa. Two clans fought over a well. Six herders died, and nine were wounded.

Mombasa. A grenade was thrown into a bar on the 20th. Four guests were killed."""
REGIONS = """NORTH WEST. On Monday gunmen killed nine farmers in Nakuru. On Wednesday night four worshippers were shot dead in a mosque in Eldoret.

NORTH EAST. Herders clashed in Garissa on Thursday. Eleven people died.

SOUTH. Nothing to report."""
TABLE = """| Date | Town | Event | Killed | Wounded |
| 3 February | Nakuru | ambush | 7 | 2 |
| 9 February | Garissa | mine | 3 | 5 |
| 21 February | Mombasa | raid | 14 | 0 |"""
OUTLINE = """The clinic group has recorded the killing of 26 civilians in Kenya.

Gunmen opened fire on people leaving a church in Nakuru on Saturday. Twelve were killed.

Soldiers shelled a market in Garissa on Sunday. Nine civilians died. A few hours later a mine killed three sisters in Wajir.

Two farmers were shot dead by raiders in Eldoret."""
BY_SIDE = """Rebels killed 11 soldiers in Kenya and six villagers died, both sides say.

A convoy was hit at Nakuru on Friday. Seven soldiers were killed.

Raiders fell on a post in Garissa on Saturday. Four soldiers died.

A shell hit a chapel in Wajir. Six villagers were killed."""
CLOSED = """A bomb killed nine worshippers at a mosque in Nakuru at dawn.

Around noon a mine tore through a minibus near Garissa. Four teachers died.

The evening brought a third blast: in Mombasa two children were killed.

Fifteen dead between sunrise and sunset. No group has claimed any of it."""
BY_DATE = """Raiders killed 16 people in Kenya last week, elders said.

On 3 March they fell on a village. Five men were killed.

On 4 March a lorry was ambushed. Seven passengers died.

On 5 March a church burned. Four people were killed."""
ONLY_BRIEFS = """A man was killed in a house fire in Nakuru last night.

In Garissa, two teenagers died when their car hit a tree.

A trader was stabbed to death in Mombasa. His partner has been arrested.

Three people were hurt when a bus overturned near Eldoret."""


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (FRONTED, ["Nakuru.", "Garissa.", "Mombasa."]),
        (REGIONS, ["On", "On", "NORTH"]),
        (TABLE, ["|", "|", "|"]),
        (OUTLINE, ["Gunmen", "Soldiers", "A", "Two"]),
        (BY_SIDE, ["A", "Raiders", "A"]),
        (CLOSED, ["A", "Around", "The"]),
        (BY_DATE, ["On", "On", "On"]),
        (ONLY_BRIEFS, ["A", "In", "A", "Three"]),
    ],
)
def test_a_roundup_shows_by_what_its_stretches_tell(
    text: str, heads: list[str]
) -> None:
    assert _entries(text) == heads


def test_what_counts_as_many_as_the_entries_is_their_sum() -> None:
    claims = _claims(CLOSED)
    assert _figure(claims, "Fifteen") == ("background", False)


def test_the_sum_in_the_sentence_of_the_last_entry_is_background() -> None:
    text = """In Nakuru, gunmen shot dead eight traders in a shop.

In Garissa, six herders were killed in their camp.

With a body found in Mombasa, the police closed Sunday with 15 victims."""
    claims = _claims(text, "Kenya: a Sunday with 15 murders")
    assert _figure(claims, "15 victims")[0] == "background"
    assert _figure(claims, "eight traders") == ("incident_total", True)


VICTIMS = """Three people were killed when a gunman fired in a bank in Napier on Monday.

Ann Lee, 44. The teller came from Hastings and was killed at her desk.

Bo Marsh, 31. A guard from Nelson, he was killed at the door.

Cy Dorn, 62. The retired miner from Gisborne was killed in the hall."""
HOSPITALS = """Three people were killed and two hurt in a shooting in Napier on Monday.

Two men were shot and taken to Hastings Hospital, where they died.

A woman died at Nelson Hospital.

Two others were wounded and are at Gisborne Hospital."""


@pytest.mark.parametrize("text", [VICTIMS, HOSPITALS])
def test_victims_and_hospitals_of_one_incident_make_no_roundup(text: str) -> None:
    assert _entries(text) == []


PLACES = """Five people were killed in several attacks across Kenya on Friday, police said.

North: A shell killed two farmers near Nakuru. In Garissa a driver was shot dead.

South: Two herders were killed by a mine near Voi. The wounded were treated in Mombasa."""
BRIEFS = """Cyclist dies on bridge

A cyclist in his fifties died after a collision with a van near Napier on Tuesday.

Fire in flat

Two people were injured in a fire in a flat in Hastings on Wednesday.

Swan freed

A swan that had swallowed a hook was freed in Nelson."""
NUMBERED = """1. ROAD ACCIDENT. At Nakuru, a lorry overturned and seven people were killed.

2. BANDIT ATTACK. At Garissa, two officers were killed and three injured.

3. FIRE. In Voi, a fire killed one woman."""
CARED = """The ministry said where the 29 people hurt in the collision are being treated.

General Hospital, Nakuru: 18 injured, nine of them badly.

Garissa: six injured.

Voi: five injured, one of them a child."""
TORNADO = """A tornado killed seven people as it tore through two counties on Thursday.

Four people died in Napier, where a school was destroyed.

In Hastings, three people were killed when a church collapsed."""
CLOSING = """Three people were killed in separate shootings across Nairobi on Sunday.

Two men were shot dead in Karen, outside a bar.

A woman was killed in Langata at noon.

No arrests have been made. So far this year 288 people have been killed in the city."""
SENTENCES = """Rains killed 11 people in three districts of Rwanda on Sunday, police said. In \
Karongi, six people were killed when a hill came down. Four children drowned in Rubavu when \
a river rose. A man was killed by lightning in Musanze."""


@pytest.mark.parametrize(
    ("text", "title", "opens"),
    [
        (PLACES, "", ["North:", "In", "South:"]),
        (BRIEFS, "In brief", ["Cyclist", "Fire"]),
        (NUMBERED, "Situation report, last 24 hours", ["At", "At", "In"]),
        (CLOSING, "", ["Two", "A"]),
        (SENTENCES, "", ["In", "Four", "A"]),
    ],
)
def test_roundups_of_other_manners(text: str, title: str, opens: list[str]) -> None:
    assert _entries(text, title) == opens


@pytest.mark.parametrize("text", [CARED, TORNADO])
def test_one_event_told_by_place_is_no_roundup(text: str) -> None:
    assert _entries(text) == []
