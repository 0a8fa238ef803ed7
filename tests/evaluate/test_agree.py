import pytest

from sourcebook.evaluate.agree import f1, pair, same_name, same_source, same_value


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("the Pacific Conflict Monitor", "Pacific Conflict Monitor", True),
        ("interior ministry", "the ministry", True),
        ("police", "Grey Tide", False),
        (None, "police", False),
        ("the", "the", False),
    ],
)
def test_same_name(a: str | None, b: str | None, same: bool) -> None:
    assert same_name(a, b) is same


def test_same_source_reads_name_and_quote() -> None:
    gold = {"source": "Ruth Tamahori", "source_quote": "the minister"}
    assert same_source(gold, [{"name": "interior minister", "quote": "minister"}])
    assert not same_source(gold, [{"name": "Grey Tide", "quote": None}])


def test_same_value_by_modifier() -> None:
    vague = {"modifier": "vague", "value": None, "low": 24}
    ranged = {"modifier": "range", "value": None, "low": 3, "high": 5}
    exact = {"modifier": "exact", "value": 7}
    assert same_value(vague, {"value": None, "low": 12})
    assert same_value(ranged, {"value": None, "low": 3, "high": 5})
    assert not same_value(exact, {"value": 8})


def test_pair_prefers_the_agreeing_value_then_the_longest_overlap() -> None:
    gold = [{"in": "text", "start": 0, "end": 10, "v": 1}]
    claims = [
        {"field": "text", "start": 0, "end": 10, "v": 2},
        {"field": "text", "start": 8, "end": 12, "v": 1},
        {"field": "title", "start": 0, "end": 10, "v": 1},
    ]
    assert pair(gold, claims, same=lambda g, c: True) == [(0, 0)]
    by_value = pair(
        gold, claims, same=lambda g, c: True, first=lambda g, c: g["v"] == c["v"]
    )
    assert by_value == [(0, 1)]


def test_f1_of_nothing_is_zero() -> None:
    assert f1(0, 0, 5) == (0.0, 0.0, 0.0)
    assert f1(2, 4, 2) == (0.5, 1.0, pytest.approx(2 / 3))
