"""The learned reading: thoughts, wishes and stances beside what is said."""

from __future__ import annotations

import pytest

from saying import read
from sourcebook.extract.attribution import Attributions, SpeechAct
from sourcebook.extract.attribution.weights import number, weights


def words(text: str, act: SpeechAct) -> tuple[str, str]:
    """The words of the source and of what is attributed."""
    source = act.source.slice(text) if act.source else ""
    return source, " ".join(span.slice(text) for span in act.content)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Renner opposes the new bridge.", "Renner", "the new bridge"),
        ("Quill wants to raise the tax on fuel.", "Quill", "raise the tax"),
        ("The mayor said two people died.", "The mayor", "two people died"),
        ("According to Quill, the bridge is lost.", "Quill", "the bridge is lost"),
    ],
)
def test_what_somebody_says_wants_and_opposes_is_attributed(
    text: str, source: str, content: str
) -> None:
    told = [words(text, act) for act in Attributions(read(text)).wide_acts()]
    assert any(source in who and content in what for who, what in told)


def test_wide_acts_lie_in_the_text_and_are_in_order() -> None:
    text = (
        "Renner opposes the bridge. “It is lost,” said Ann Quill. Poe hopes it falls."
    )
    acts = Attributions(read(text)).wide_acts()
    starts = [act.content[0].start for act in acts]
    assert starts == sorted(starts)
    assert all(0 <= s.start < s.end <= len(text) for act in acts for s in act.content)


def test_learned_acts_give_no_claim_a_source() -> None:
    heard = Attributions(read("Renner regrets the fire that killed two people."))
    heard.wide_acts()
    assert not any(act.asserts for act in heard.speech_acts())


def test_reading_widely_twice_gives_the_same() -> None:
    text = "Renner opposes the bridge, and Ann Quill said that two people died."
    first, again = (Attributions(read(text)).wide_acts() for _ in range(2))
    assert [(a.links, a.content) for a in first] == [
        (a.links, a.content) for a in again
    ]


def test_names_of_features_have_the_same_number_everywhere() -> None:
    assert number("tag=VBD") == 3028256404
    assert number("tag=VBD") in weights().cue.known


def test_a_chance_lies_between_never_and_always_also_for_nothing_known() -> None:
    cue = weights().cue
    assert 0.0 < cue.chance([]) < 0.5
    assert 0.0 < cue.chance(["no feature"]) < 0.5
    assert list(cue.known) == sorted(cue.known)
