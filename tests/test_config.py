"""Settings: defaults, files, all faults at once, the cache folder."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from sourcebook.config import SETTINGS, Config, cache_dir
from sourcebook.errors import ConfigError


def test_defaults_are_those_of_the_table() -> None:
    assert Config().as_dict() == {s.name: s.default for s in SETTINGS}
    assert [f.name for f in fields(Config)] == [s.name for s in SETTINGS]
    assert all(s.help for s in SETTINGS)


def test_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('profile = "latest"\nprocesses = 2\n')
    assert Config.read(path) == Config(profile="latest", processes=2)


def test_reports_all_faults_at_once(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('profile = "boldest"\nprocesses = -1\ncolour = "red"\n')
    with pytest.raises(ConfigError) as caught:
        Config.read(path)
    message = str(caught.value)
    assert str(path) in message
    for word in ("boldest", "conservative", "processes = -1", "colour"):
        assert word in message


def test_a_value_of_another_type_is_told() -> None:
    with pytest.raises(ConfigError, match="a value of type int belongs here"):
        Config.of({"processes": "two"})


def test_a_broken_or_missing_file_is_a_config_error(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("processes = = 2")
    for path in (broken, tmp_path / "absent.toml"):
        with pytest.raises(ConfigError, match=path.name):
            Config.read(path)


def test_cache_dir_follows_xdg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCEBOOK_CACHE", str(tmp_path / "own"))
    assert cache_dir() == tmp_path / "own"
    monkeypatch.delenv("SOURCEBOOK_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_dir() == tmp_path / "sourcebook"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_dir() == Path.home() / ".cache" / "sourcebook"


def test_an_engine_can_be_chosen_over_the_file() -> None:
    assert Config().on(None, None) == Config()
    address = "tcp://10.0.0.5:8786"
    assert Config().on(None, address) == Config(engine="dask", cluster=address)
    ours = Config(engine="dask", cluster=address)
    assert ours.on("dask", None) == ours
    assert ours.on("local", None) == Config()


def test_an_address_without_its_engine_is_a_fault() -> None:
    with pytest.raises(ConfigError, match='set engine = "dask"'):
        Config.of({"cluster": "tcp://10.0.0.5:8786"})
    with pytest.raises(ConfigError, match="one engine only"):
        Config().on("local", "tcp://10.0.0.5:8786")
