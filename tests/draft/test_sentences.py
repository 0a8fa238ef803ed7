"""Where the sentences of a draft end."""

from __future__ import annotations

from sourcebook.draft.sentences import sentences


def test_a_short_form_ends_no_sentence() -> None:
    text = "On Nov. 5 a blast killed 47. Lt. Gen. Arden said so. Two died in May. One left."
    assert [span.slice(text).strip() for span in sentences(text)] == [
        "On Nov. 5 a blast killed 47.",
        "Lt. Gen. Arden said so.",
        "Two died in May.",
        "One left.",
    ]
