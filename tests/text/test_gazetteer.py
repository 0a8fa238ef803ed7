"""Looking places up: spellings, abbreviations, size, and building the index."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import ConfigError
from sourcebook.text import gazetteer_build
from sourcebook.text.gazetteer import distance, fold, lookup, loosen, nationality

BUILD = "from sourcebook.text.gazetteer import lookup; print(lookup('Tartous')[0].id)"


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (("Mazar-i-Sharif", "Mazar-e-Sharif", "Mazar e Sharif"), 1133616),
        (("Tartous", "Tartouss", "Tortosa"), 163345),
        (("Jableh", "Jablah", "Jabla"), 169304),
        (("Deir al-Zor", "Deir ez-Zor", "Deir el-Zour"), 170794),
        (("St. Louis",), 4407066),
        (("Fort Lauderdale", "Ft. Lauderdale"), 4155966),
        (("N.C.", "North Carolina"), 4482348),
        (("Syria",), 163843),
    ],
)
def test_spellings(names: tuple[str, ...], number: int) -> None:
    for name in names:
        assert number in [entry.id for entry in lookup(name)], name


def test_a_city_and_its_division_are_both_found() -> None:
    assert {e.feature for e in lookup("Tartus")} == {"admin1", "city"}


def test_counties_know_their_state() -> None:
    (county,) = lookup("Navarro County")
    assert (county.feature, county.admin1, county.id) == ("admin2", "TX", None)


def test_no_place() -> None:
    assert lookup("Nosuchplaceatall") == ()
    assert lookup("") == ()


def test_nationalities() -> None:
    assert nationality("Syrian") == "SY"
    assert nationality("Dutch") == "NL"
    assert nationality("table") is None


def test_distance() -> None:
    apart = distance(lookup("Tartous")[0], lookup("Jableh")[0])
    assert apart is not None
    assert 50 < apart < 55


@given(st.text())
def test_folding_is_stable(name: str) -> None:
    key = fold(name)
    assert key == key.strip()
    assert loosen(key) == loosen(key)
    lookup(name)


def test_lookup_is_fast_once_built() -> None:
    lookup("Tartous")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import time; t=time.time(); {BUILD}; print(time.time()-t)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(done.stdout.split()[1]) < 2.0
    start = time.perf_counter()
    for number in range(1000):
        lookup(f"Nowhere {number}")
    assert time.perf_counter() - start < 1.0


def test_a_folder_that_cannot_be_written_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SOURCEBOOK_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(ConfigError, match="SOURCEBOOK_CACHE"):
        gazetteer_build.index_file()


@pytest.mark.slow
def test_two_processes_may_build_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SOURCEBOOK_CACHE", str(tmp_path))
    command = [sys.executable, "-c", BUILD]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    assert [p.communicate()[0].strip() for p in both] == [b"163345", b"163345"]
    assert [p.suffix for p in tmp_path.iterdir()] == [".sqlite"]
