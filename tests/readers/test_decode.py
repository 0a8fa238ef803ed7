from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.readers.decode import decode


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_comes_back_as_it_was(characters: str) -> None:
    decoded = decode(characters.encode())
    assert decoded is not None
    assert decoded.characters == characters.removeprefix("\ufeff")
    assert not decoded.guessed


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    decoded = decode("Seven died in Łódź.\r\n".encode(encoding))
    assert decoded is not None
    assert decoded.characters == "Seven died in Łódź.\r\n"


def test_cyrillic_in_its_old_encoding_is_read() -> None:
    text = "Семь человек погибли в понедельник при крушении парома у берега. " * 5
    decoded = decode(text.encode("cp1251"))
    assert decoded is not None
    assert decoded.guessed
    assert decoded.characters == text


def test_western_accents_are_preferred_where_all_else_is_equal() -> None:
    text = "A bomb killed seven people in La Coruña on Monday, Señor Núñez said."
    decoded = decode(text.encode("latin-1"))
    assert decoded is not None
    assert decoded.characters == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_none(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or isinstance(decoded.characters, str)
