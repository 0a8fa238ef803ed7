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
