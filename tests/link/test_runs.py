from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.link.alignment import taken
from sourcebook.link.runs import RARE, kept, likely_pairs, numbers, runs

WORDS = st.lists(st.sampled_from([f"w{n}" for n in range(30)]), max_size=80)


def _text(start: int, count: int) -> str:
    return " ".join(f"word{n}" for n in range(start, start + count))


@settings(deadline=None)
@given(WORDS)
def test_a_text_has_a_run_for_every_four_words(told: list[str]) -> None:
    assert len(runs(numbers(" ".join(told)))) == max(len(told) - 3, 0)


@settings(deadline=None)
@given(WORDS)
def test_every_word_of_a_text_is_taken_from_itself(told: list[str]) -> None:
    text = numbers(" ".join(told))
    assert taken(text, text).all() == (len(told) >= 4 or not told)


def test_words_are_normalised_before_they_are_numbered() -> None:
    assert (numbers("THE Mayor’s car") == numbers("the mayor's car")).all()


def test_a_long_text_keeps_the_runs_that_a_part_of_it_keeps() -> None:
    whole, part = numbers(_text(0, 1000)), numbers(_text(300, 400))
    assert 60 < len(kept(whole)) < 250
    shared = set(kept(whole).tolist()) & set(kept(part).tolist())
    assert len(shared) >= 20


def test_versions_of_one_text_are_paired_however_many_there_are() -> None:
    told = [numbers(f"{_text(0, 60)} {_text(1000 + 60 * n, 30)}") for n in range(30)]
    joined = {0}
    pairs = likely_pairs(told)
    for _ in told:
        joined |= {x for pair in pairs if joined & set(pair) for x in pair}
    assert len(joined) == len(told) > RARE
    assert len(pairs) < 4 * len(told)


def test_set_phrases_strewn_over_a_long_text_are_not_taken() -> None:
    phrases = [f"the phrase number{n} stands" for n in range(10)]
    short = " own ".join(phrases)
    long = " ".join(
        f"{p} {_text(100 * n, 90)}" for n, p in enumerate(reversed(phrases))
    )
    assert taken(numbers(short), numbers(long)).mean() < 0.2


def test_moved_paragraphs_are_taken() -> None:
    first, second, other = _text(0, 40), _text(100, 40), _text(500, 300)
    found = taken(numbers(f"{second} {first}"), numbers(f"{first} {other} {second}"))
    assert found.mean() > 0.95


def test_texts_too_short_for_a_run_have_nothing_in_common() -> None:
    assert likely_pairs([numbers("two words"), numbers("two words"), numbers("")]) == []
