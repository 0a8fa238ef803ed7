"""MUC-4 through the scorer that comes with the corpora: keys score full marks."""

from pathlib import Path

import pytest

from sourcebook.evaluate.bench import muc4


@pytest.fixture
def corpora(shared: Path) -> Path:
    folder = shared / "benchmarks/muc4"
    if not folder.exists():
        pytest.skip("the MUC-4 corpora are not beside this checkout")
    return folder


def _key(corpora: Path, part: str, to: Path) -> Path:
    (key,) = (corpora / "corpora" / part).glob("key-*")
    copy = to / f"{part}.txt"
    copy.write_bytes(key.read_bytes())
    return copy


def test_the_key_as_response_is_all_right(corpora: Path, tmp_path: Path) -> None:
    key = _key(corpora, "tst2", tmp_path)
    assert muc4.templates_f(corpora, "tst2", key) == pytest.approx(1.0, abs=0.01)


def test_a_response_to_other_messages_scores_nothing(
    corpora: Path, tmp_path: Path
) -> None:
    key = _key(corpora, "tst1", tmp_path)
    assert muc4.templates_f(corpora, "tst2", key) < 0.01


def test_roles_of_the_keys_are_nearly_all_there(corpora: Path, tmp_path: Path) -> None:
    keys = [_key(corpora, part, tmp_path) for part in muc4.PARTS]
    assert muc4.roles_f1(corpora, keys) > 0.8
    assert muc4.roles_f1(corpora, keys[:1]) < muc4.roles_f1(corpora, keys)
