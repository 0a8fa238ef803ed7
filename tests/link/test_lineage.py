from link_values import claim, killed, report, said
from sourcebook.link.copies import find_copies
from sourcebook.link.lineage import Lineages, counts, voice
from sourcebook.model.claim import AttributionLink

TEXT = "At least 5 people died in the blast at Arden market."


def lineage(of, *chain, others=()):
    told = claim(of, "5 people", killed(5), attribution=tuple(chain))
    copies = find_copies([of, *others], [told])
    return Lineages([of, *others], copies, {}).of(told)


def test_SRC_2_one_government_is_one_lineage():
    one = report(TEXT)
    ministry = lineage(one, said("Syrian foreign ministry"))
    media = lineage(one, said("Sana"))
    assert ministry == media
    assert counts(ministry) == "certain"


def test_SRC_2_a_relaying_outlet_has_no_lineage_for_a_relayed_claim():
    one = report(TEXT)
    relayed = lineage(one, said("Reuters"), said("Syrian foreign ministry"))
    assert relayed == lineage(one, said("Syrian foreign ministry"))


def test_SRC_1_the_last_of_a_chain_is_whose_word_it_is_also_behind_a_gap():
    one = report(TEXT)
    gap = AttributionLink(
        name=None,
        quote=None,
        field=None,
        start=None,
        end=None,
        relation="unstated",
        named=False,
    )
    official = said("a Syrian interior ministry official", named=False)
    assert lineage(one, gap, official) == "government:SY"
    assert counts(lineage(one, gap)) == "none"


def test_SRC_3_wires_and_reporters_are_possible():
    one = report(TEXT, outlet="news.example")
    assert counts(lineage(one, said("Reuters"))) == "possible"
    assert counts(lineage(one)) == "possible"
    assert lineage(one) == "outlet:news-example"


def test_SRC_3_unnamed_sources_count_nothing():
    one = report(TEXT)
    assert counts(lineage(one, said("reports", named=False))) == "none"


def test_N4_copies_share_the_voice_of_the_earliest():
    late = report(TEXT * 9, outlet="late.example", published="2031-05-09")
    early = report(TEXT * 9, outlet="early.example", published="2031-05-04")
    assert lineage(late, others=[early]) == "outlet:early-example"


def test_an_agency_credited_at_the_head_is_the_voice():
    assert voice(report("ARDEN (AP) - Five died.", outlet="x.example")).startswith(
        "wire:"
    )


def test_an_unknown_outlet_leaves_the_report_itself():
    one = report(TEXT)
    assert lineage(one) == f"report:{one.id}"


def test_SRC_3_police_of_no_place_are_possible_only():
    one = report(TEXT)
    assert counts(lineage(one, said("police", named=False))) == "possible"
    assert counts(lineage(one, said("officials", named=False))) == "possible"
    assert counts(lineage(one, said("Arden police", named=False))) == "certain"


def test_SRC_3_a_description_without_a_name_is_nobody():
    one = report(TEXT)
    told = said("hospital officials", named=False, body="hospital")
    assert counts(lineage(one, told)) == "none"


def test_SRC_2_a_former_member_does_not_speak_for_the_body():
    one = report(TEXT)
    told = lineage(one, said("navy veteran Otto Wenn", body="Royal Navy"))
    assert told != lineage(one, said("Otto Brandt", body="Royal Navy"))


def test_SRC_2_initials_are_the_body_whose_name_the_report_tells():
    told = "Transport for Arden said so. At least 5 people died, TfA said."
    one = report(told)
    assert lineage(one, said("TfA")) == "named:transport for arden"
    other = report("At least 5 people died, TfA said, as The Arden Telegraph wrote.")
    assert lineage(other, said("TfA")) == "named:tfa"
