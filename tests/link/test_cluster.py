from hypothesis import given
from hypothesis import strategies as st

from sourcebook.link.cluster import clusters


def test_the_mean_of_all_pairs_decides():
    scores = {("a", "b"): 4.0, ("b", "c"): 1.0, ("a", "c"): -5.0}
    found = clusters("abc", scores, lambda x, y: scores[x, y])
    assert found == [("a", "b"), ("c",)]


def test_pairs_outside_the_candidates_are_asked_for():
    edges = {("a", "b"): 3.0, ("b", "c"): 2.0}
    assert clusters("abc", edges, lambda x, y: 1.0) == [("a", "b", "c")]
    assert clusters("abc", edges, lambda x, y: -9.0) == [("a", "b"), ("c",)]


@given(st.permutations("abcdef"), st.lists(st.floats(-3, 3), min_size=15, max_size=15))
def test_REC_8_input_order_does_not_matter(order, values):
    pairs = [(a, b) for a in "abcdef" for b in "abcdef" if a < b]
    scores = dict(zip(pairs, values, strict=True))
    edges = {
        pair: scores[pair] for pair in sorted(pairs, key=lambda p: order.index(p[0]))
    }
    expected = clusters("abcdef", scores, lambda x, y: scores[x, y])
    assert clusters(order, edges, lambda x, y: scores[x, y]) == expected
