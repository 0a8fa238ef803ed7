from link_values import claim, killed, report
from sourcebook.link.copies import find_copies, is_stub

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


def test_DOC_4_a_shared_sentence_with_a_figure_is_one_lineage_and_no_copy():
    one = report("Grief gripped the port. " + WIRE + " Shops stayed shut all day.")
    two = report("Officials promised help. " + WIRE, published="2031-05-05")
    claims = [claim(r, "14 people", killed(14)) for r in (one, two)]
    copies = find_copies([one, two], claims)
    assert not copies.original
    assert copies.lineage[one.id] == copies.lineage[two.id] == one.id
    assert copies.sentence == {c.id: one.id for c in claims}


def test_DOC_4_a_short_shared_sentence_says_nothing():
    reports = [
        report(f"{opening} 14 people died.") for opening in ("Sad day.", "Storm.")
    ]
    claims = [claim(r, "14 people", killed(14)) for r in reports]
    assert not find_copies(reports, claims).sentence


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
