from hypothesis import given
from hypothesis import strategies as st

from link_values import claim, killed, report
from sourcebook.link.copies import find_copies, is_stub
from sourcebook.model.report import Report

STORY = (
    "A ferry with forty people aboard sank off Port Arden before dawn on Tuesday. "
    "Coastguard boats searched the bay until noon while relatives waited at the pier. "
    "The owner said the vessel had passed an inspection in March and carried enough "
    "life jackets for everybody, but two survivors told reporters that the lockers "
    "had been chained shut. A judge opened an inquiry and ordered the captain held. "
)
WIRE = "The harbour master said that 14 people had drowned when the ferry went down off the cape."


def test_DOC_4_exact_copies_point_to_the_earliest_report():
    late = report(STORY, outlet="b.example", published="2031-05-05")
    early = report(STORY, outlet="a.example", published="2031-05-04")
    copies = find_copies([late, early], [])
    assert copies.original == {late.id: early.id}
    assert copies.lineage == {late.id: early.id, early.id: early.id}


def test_DOC_4_undated_copies_never_count_as_the_original():
    undated = report(STORY, outlet="a.example", published=None)
    dated = report(STORY, outlet="b.example")
    assert find_copies([undated, dated], []).original == {undated.id: dated.id}


def test_DOC_4_near_copies_share_four_fifths_of_their_wording():
    first = report(STORY * 2)
    edited = report("By our staff. " + STORY * 2, published="2031-05-06")
    other = report(STORY.replace("ferry", "bus").replace("sank", "fell")[:90])
    copies = find_copies([first, edited, other], [])
    assert copies.original == {edited.id: first.id}


def test_DOC_4_a_shortened_copy_is_a_copy_of_the_longer_text():
    whole = report(
        STORY
        + "Divers from the navy joined. "
        + WIRE
        + " It was the worst accident there in years."
    )
    cut = report(STORY, published="2031-05-06")
    assert find_copies([whole, cut], []).original == {cut.id: whole.id}


NOTE = (
    "The owner said the vessel had passed an inspection in March, and that every one "
    "of the crew had been trained to lower the boats in the dark and in heavy weather."
)


def original(*told: str) -> dict[str, str]:
    """Give the texts, by their place among them, that others copy."""
    reports = [
        report(text, source_id=str(n), title=text[:50], published=f"2031-05-0{n + 1}")
        for n, text in enumerate(told)
    ]
    number = {each.id: each.source_id for each in reports}
    found = find_copies(reports, []).original
    return {number[copy]: number[first] for copy, first in sorted(found.items())}


def test_DOC_4_a_copy_edited_word_by_word_is_a_copy():
    words = (STORY + NOTE).split()
    for at in range(2, len(words), 6):
        words[at] = "elsewhere" if at % 4 else ""
    assert original(STORY + NOTE, " ".join(words)) == {"1": "0"}


def test_DOC_4_a_copy_under_a_new_headline_and_lead_is_a_copy():
    lead = "Forty families spent Tuesday waiting for word from the sea. "
    told = f"{STORY}Fourteen were dead. "
    assert original(told, lead + told.partition(". ")[2]) == {"1": "0"}


def test_DOC_4_a_copy_that_drops_paragraphs_in_between_is_a_copy():
    rest = " ".join(
        f"Relative number {n} recalled a calm night ashore." for n in "abcd"
    )
    assert original(f"{STORY}\n{rest}\n{NOTE} {STORY[::-1]}", STORY + NOTE) == {
        "1": "0"
    }


def test_DOC_4_reports_that_quote_one_statement_are_no_copies():
    said = f'"{NOTE} We mourn those who did not come home from the crossing."'
    one = f"Rain kept the divers ashore all morning, and nobody at the quay spoke. {said} "
    two = f"A lawyer for the families wants the licence of the line revoked. {said} "
    ends = (
        "A mass is planned in the old chapel above the docks for the fourteen dead.",
        "Prosecutors took the log books; the court sits again after the summer break.",
    )
    assert original(one + ends[0], two + ends[1]) == {}


def test_DOC_4_reports_after_one_pattern_are_no_copies():
    def brief(age: int, street: str, hospital: str) -> str:
        return (
            f"A {age}-year-old man was shot on {street} late on Friday, police said. He "
            f"was walking when a car drew up and somebody inside it opened fire. He was "
            f"taken to {hospital} in a serious condition. Nobody is in custody."
        )

    briefs = [brief(19, "Quay Street", "Grace"), brief(44, "Mill Lane", "St Anne's")]
    roundup = " ".join(
        [STORY, briefs[0][:90], STORY[::-1], briefs[1][90:200], NOTE, briefs[0][-70:]]
    )
    assert original(briefs[1], roundup) == {}


def test_DOC_5_pages_around_two_articles_are_no_copies():
    page = "Police chase ends in the bay. Pause. Ten victims of the storm named. " * 9
    pages = [
        report(page + end, title=title)
        for end, title in (
            ("Read on.", "Ferry sinks off Port Arden drowning fourteen"),
            ("Read more.", "Bridgeton mayor resigns over unpaid invoices"),
        )
    ]
    assert not find_copies(pages, []).original
    again = report(page, title=pages[0].title)
    assert find_copies([*pages, again], []).original


CAPTION = (
    "Archive, 1961: the great fire at the Colm grain dock killed nine stevedores and "
    "led to the first law on sprinklers in warehouses, which the city council passed "
    "after a long winter of strikes, two inquests and a march of widows on the hall."
)


def test_DOC_5_a_caption_said_twice_on_two_pages_makes_no_copies():
    bus = (
        "A bus fell into the Esk on Sunday and two pupils died, the school said. Divers "
        "found the driver alive under the bridge at noon. The road to Farrow will be "
        "closed all week while engineers look at the parapet and the crash barriers, "
        "which were due to be replaced before the winter."
    )
    mine = (
        "Six miners were hurt at Holt when a lift cable snapped, the owner said. Doctors "
        "expect all of them to go home soon. An inspector arrived on the evening train, "
        "and the night shift was sent home with full pay until the second shaft has been "
        "looked at by somebody from the capital."
    )
    pages = [
        report(f"{CAPTION}\n\n{CAPTION}\n\n{bus}", title="Two pupils die in the Esk"),
        report(f"{CAPTION}\n\n{CAPTION}\n\n{mine}", title="Six miners hurt at Holt"),
    ]
    assert not find_copies(pages, []).original


def test_DOC_5_lists_of_other_headlines_make_no_copies():
    others = "\n\n".join(
        f"1:{n} {told}"
        for n, told in enumerate(
            (
                "Deputy killed on Route 9 is laid to rest",
                "Grandfather speaks after police search farm",
                "Man accused of killing two appears in court",
                "Graphic: gunfight unfolds at the quay",
                "Delays hold up inquiry into missing girl's death",
                "Riders show off at the autumn fair",
            ),
            start=10,
        )
    )
    pages = [
        report(others, title="Two dead after gunfight at Farrow harbour"),
        report(others, title="Toddler finds gun in Glen; father charged"),
        report(f"Pause\n\n{others}", title="Merchants defend the quay after killing"),
    ]
    assert not find_copies(pages, []).original
    again = report(others, title=pages[0].title, outlet="b.example")
    assert find_copies([*pages, again], []).original


def test_DOC_4_a_page_s_list_of_headlines_hides_no_copy():
    others = "\n\n".join(f"1:{n} Video number {n} from the fair" for n in range(9))
    assert original(STORY + NOTE, f"{others}\n\n{STORY + NOTE}") == {"1": "0"}


def test_DOC_4_reports_after_one_pattern_differ_in_names_and_numbers():
    def brief(age: str, quarter: str, block: str, name: str, home: str, hour: str):
        return (
            f"A {age} boy was shot to death on Sunday night in the {quarter} quarter. "
            f"{name} was standing outside about {hour} p.m. in the {block} when two men "
            "walked up and opened fire, according to Port Police and the examiner's "
            f"office. {name.split()[1]}, of {home}, was shot in the back and taken to "
            "hospital, where he was pronounced dead. An autopsy found that he died of "
            "multiple gunshot wounds and his death was ruled a homicide."
        )

    one = brief("17-year-old", "Quay", "7800 Mill", "Al Moss", "5811 Esk", "10:30")
    two = brief("16-year-old", "Gorse", "3300 Holt", "Bo Rudd", "49 Glen Row", "9:05")
    assert original(one, two) == {}
    assert original(one, one.replace("on Sunday", "late on Sunday")) == {"1": "0"}


@given(st.permutations(range(6)))
def test_REC_8_copies_do_not_depend_on_the_order(order: list[int]):
    told = [STORY, STORY + NOTE, NOTE + STORY, WIRE + STORY, NOTE + WIRE, WIRE]
    reports = [report(text, source_id=str(n)) for n, text in enumerate(told)]
    assert find_copies([reports[n] for n in order], []) == find_copies(reports, [])


def test_DOC_4_a_shared_sentence_with_a_figure_is_one_lineage_and_no_copy():
    one = report("Grief gripped the port. " + WIRE + " Shops stayed shut all day.")
    two = report("Officials promised help. " + WIRE, published="2031-05-05")
    claims = [claim(r, "14 people", killed(14)) for r in (one, two)]
    copies = find_copies([one, two], claims)
    assert not copies.original
    assert copies.passage == {c.id: one.id for c in claims}
    assert copies.lineage == {one.id: one.id, two.id: two.id}


def passages(*told: str) -> tuple[list[Report], dict[str, str]]:
    reports = [
        report(text, published=f"2031-05-0{n + 1}") for n, text in enumerate(told)
    ]
    claims = [claim(r, "14 people", killed(14)) for r in reports]
    found = find_copies(reports, claims)
    assert not found.original
    return reports, {
        c.report: found.passage[c.id] for c in claims if c.id in found.passage
    }


def test_DOC_4_a_passage_is_shared_whatever_stands_around_it_in_its_sentence():
    (one, two), found = passages(
        f"Grief gripped the port. {WIRE} Shops stayed shut all day.",
        f"In a note at noon {WIRE[:-1]}, hours after leaving Arden. Flags flew low.",
    )
    assert found == {one.id: one.id, two.id: one.id}


def test_DOC_4_a_shared_passage_without_the_figure_says_nothing():
    tail = "when the night ferry of the northern line went down off the cape in fog."
    _, found = passages(
        f"Divers say 14 people drowned {tail}", f"Two aunts of 14 people wept {tail}"
    )
    assert found == {} or len(found) == 2  # the passage may reach back to the figure
    _, found = passages(
        f"Divers found 14 people; that was {tail}",
        f"Kin of 14 people met where and {tail}",
    )
    assert found == {}


def test_DOC_4_a_short_shared_sentence_says_nothing():
    reports = [
        report(f"{opening} 14 people died.") for opening in ("Sad day.", "Storm.")
    ]
    claims = [claim(r, "14 people", killed(14)) for r in reports]
    assert not find_copies(reports, claims).passage


def test_DOC_4_what_every_report_writes_shows_no_common_text():
    usual = "One man was killed and 14 people were wounded in a shooting"
    ends = ("Grief gripped the port, and shops stayed shut.", "Officials met at noon.")
    _, found = passages(f"{usual}. {ends[0]}", f"{usual}. {ends[1]}")
    assert found == {}
    told = f"{usual} outside Harbour Club in Colm."
    (one, two), found = passages(f"{told} {ends[0]}", f"{told} {ends[1]} {NOTE}")
    assert found == {one.id: one.id, two.id: one.id}


def test_DOC_5_stubs_are_never_copies_of_each_other():
    page = "Sign in to continue reading. We use cookies to improve your visit."
    stubs = [report(page, title=f"Bus crash kills {n}") for n in (3, 9)]
    assert all(map(is_stub, stubs))
    assert not find_copies(stubs, []).original


def test_DOC_5_a_short_report_with_a_word_of_harm_is_no_stub():
    assert not is_stub(report("Two people died when a bus overturned near Arden."))


def test_DOC_5_a_long_page_without_its_article_is_a_stub():
    page = "Please accept the terms of use and the privacy notice. " * 20
    assert is_stub(report(page, title="Gunman kills four"))


def test_DOC_5_a_page_that_tells_nothing_of_its_headline_is_a_stub():
    page = "This story is for subscribers only, from the Port Herald. " * 8
    assert is_stub(report(page, title="Teen rescues schoolboy from burning boat"))
    told = page + "The teen pulled the schoolboy out of the burning boat by his coat."
    assert not is_stub(report(told, title="Teen rescues schoolboy from burning boat"))
