"""Broadcasts, communiques, interviews and posts printed whole."""

from __future__ import annotations

from saying import chain, names, read


def test_labels_of_a_transcript_tell_who_speaks() -> None:
    parsed = read(
        "[REPORTER] HOW MANY ARE DEAD?\n\n[YARE] TWELVE SOLDIERS WERE KILLED.\n\n"
        "[REPORTER] AND THE REBELS?"
    )
    assert names(chain(parsed, "killed")) == ["Yare"]
    assert chain(parsed, "dead") == ()


def test_the_head_of_a_communique_tells_whose_words_follow() -> None:
    parsed = read(
        "[STATEMENT] [TERN FRONT GENERAL COMMAND] [TEXT] TWELVE SOLDIERS WERE KILLED."
    )
    (name,) = names(chain(parsed, "killed"))
    assert name is not None and "Command" in name


def test_words_played_in_a_broadcast_are_the_speakers() -> None:
    parsed = read(
        "COL YARE SPOKE.\n\n[BEGIN RECORDING] [YARE] HE FLED. HE MURDERED TWO PEOPLE. "
        "[END RECORDING] THE GUARD KILLED NOBODY."
    )
    assert names(chain(parsed, "murdered")) == ["YARE"]
    assert chain(parsed, "killed") == ()


def test_lines_of_an_interview_name_their_speaker() -> None:
    parsed = read(
        "RENNER: How many were hurt?\n\nQUILL: Two people died there.\n\n"
        "RENNER: Thank you."
    )
    assert names(chain(parsed, "died")) == ["Quill"]


def test_a_signed_post_is_the_word_of_its_author() -> None:
    parsed = read(
        "Roads are open.\n\nTwo women taken to hospital, both will live. "
        "— Mayor Ann Poe (@annpoe) May 4\n\nTwo streets were closed."
    )
    assert names(chain(parsed, "taken")) == ["Mayor Ann Poe"]
    assert chain(parsed, "closed") == ()


def test_a_commentary_is_the_outlets_own_voice() -> None:
    parsed = read("[COMMENTARY BY ANN POE] [TEXT] TWELVE SOLDIERS WERE KILLED.")
    assert chain(parsed, "killed") == ()


def test_the_head_of_an_interview_tells_who_asks_and_who_answers() -> None:
    parsed = read(
        "[INTERVIEW WITH COL LUIS YARE BY QUILL] [TEXT] [QUILL] HOW MANY DIED?\n\n"
        "[YARE] TWELVE SOLDIERS WERE KILLED. [APPLAUSE] TWO WERE WOUNDED.\n\n"
        "[QUILL] THE RADIO SAYS THAT TEN FELL."
    )
    assert len(chain(parsed, "killed")) == 1
    assert chain(parsed, "wounded")[0].quote == "YARE"
    assert not any(link.quote == "QUILL" for link in chain(parsed, "fell"))


def test_a_label_may_stand_inside_a_paragraph() -> None:
    parsed = read(
        "[NEWS CONFERENCE] [PRESIDENT YARE] [TEXT] [REPORTER] AND THE REBELS? "
        "[YARE] TWELVE REBELS WERE KILLED."
    )
    assert [link.quote for link in chain(parsed, "killed")] == ["YARE"]


def test_a_correspondent_talks_in_the_outlets_voice() -> None:
    parsed = read(
        "[REPORT] [ANN POE] [TEXT] [BEGIN RECORDING] [POE] TWO PEOPLE WERE KILLED. "
        "[END RECORDING] [BEGIN RECORDING] [YARE] TEN WERE WOUNDED. [END RECORDING]"
    )
    assert chain(parsed, "killed") == ()
    assert [link.quote for link in chain(parsed, "wounded")] == ["YARE"]


def test_brackets_inside_a_sentence_are_no_labels() -> None:
    parsed = read(
        "[REPORTER] WHAT OF THE FRONT?\n\n[YARE] THE TERN FRONT [TF] MURDERED TWO MEN."
    )
    assert [link.quote for link in chain(parsed, "murdered")] == ["YARE"]


def test_a_bulletin_is_the_word_of_who_is_named_at_its_head() -> None:
    parsed = read(
        "[BULLETIN] [ARMED FORCES PRESS COMMITTEE] [TEXT] FOUR PERSONS WERE KILLED."
    )
    (link,) = chain(parsed, "killed")
    assert link.quote == "ARMED FORCES PRESS COMMITTEE"


def test_a_release_printed_whole_is_the_word_of_its_maker() -> None:
    parsed = read(
        "A road was closed by a fire that hurt one man.\n\n"
        "The following is a news release from the Brandt Police Department:\n\n"
        "On Monday two women were shot.\n\nCopyright 2016. A man was killed."
    )
    assert names(chain(parsed, "shot")) == ["Brandt Police Department"]
    assert chain(parsed, "hurt") == ()
    assert chain(parsed, "killed") == ()
