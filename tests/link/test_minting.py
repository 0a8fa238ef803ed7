from hypothesis import given
from hypothesis import strategies as st

from sourcebook.link.minting import Minted, assign, gone_into


def test_new_groups_get_an_id_from_their_reports():
    ids, rows = assign([("a", "b")], ())
    again, _ = assign([("a", "b")], ())
    assert ids == again
    assert rows == (Minted(incident=ids["a", "b"], reports=("a", "b")),)


def test_an_id_stays_when_a_report_joins():
    first, rows = assign([("a", "b")], ())
    then, later = assign([("a", "b", "c")], rows)
    assert then["a", "b", "c"] == first["a", "b"]
    assert later == rows


def test_after_a_merge_the_larger_share_gives_its_id():
    first, rows = assign([("a", "b"), ("c",)], ())
    merged, _ = assign([("a", "b", "c")], rows)
    assert merged["a", "b", "c"] == first["a", "b"]


def test_after_a_split_one_part_keeps_the_id_and_the_other_gets_a_new_one():
    first, rows = assign([("a", "b", "c")], ())
    split, later = assign([("a", "b"), ("c",)], rows)
    assert split["a", "b"] == first["a", "b", "c"]
    assert split["c",] != first["a", "b", "c"]
    assert len(later) == 2


def test_equal_shares_go_to_the_id_minted_first():
    rows = (Minted(incident="z", reports=("a",)), Minted(incident="b", reports=("b",)))
    ids, _ = assign([("a", "b")], rows)
    assert ids["a", "b"] == "z"


@given(st.permutations(["a", "b", "c", "d", "e", "f"]), st.integers(1, 5))
def test_ids_are_distinct_and_kept_rows_come_first(reports, cut):
    first = [tuple(sorted(reports[:cut])), tuple(sorted(reports[cut:]))]
    _, rows = assign(first, ())
    ids, later = assign([tuple(sorted(reports[:2])), tuple(sorted(reports[2:]))], rows)
    assert len(set(ids.values())) == 2
    assert later[: len(rows)] == rows


def test_an_id_goes_into_the_incident_that_took_most_of_its_reports():
    rows = (
        Minted(incident="i", reports=("a", "b", "c")),
        Minted(incident="j", reports=("d", "e")),
        Minted(incident="k", reports=("f",)),
    )
    home = {"a": "m", "b": "m", "c": "n", "d": "m", "e": "n", "f": "k"}
    assert gone_into(rows, home, {"k", "m", "n"}) == {"i": "m"}
