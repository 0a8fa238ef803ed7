"""Settings: one table, defaults that need no file, an optional TOML file.

The table is the single list of what can be set; a file that names anything else, or
gives a value that a setting cannot take, is refused with every fault at once.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias

from sourcebook.errors import ConfigError

Value: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, default, what it does, and the values it can take.

    ``choices`` lists the only values allowed; ``least`` the smallest number.
    """

    name: str
    default: Value
    help: str
    choices: tuple[str, ...] = ()
    least: float | None = None


SETTINGS = (
    Setting(
        "profile",
        "conservative",
        "how low, best and high are chosen where reports differ (DOMAIN 3.6)",
        choices=("conservative", "latest", "envelope"),
    ),
    Setting("processes", 0, "worker processes; 0 takes one a processor core", least=0),
    Setting(
        "engine",
        "local",
        "where reports are read: processes of this machine, or a Dask cluster",
        choices=("local", "dask"),
    ),
    Setting("cluster", "", "address of a running Dask cluster; empty starts one here"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a run; the fields are the names in ``SETTINGS``."""

    profile: str = "conservative"
    processes: int = 0
    engine: str = "local"
    cluster: str = ""

    @classmethod
    def of(cls, values: Mapping[str, Any], *, where: str = "the settings") -> Config:
        """Build a configuration; raise ConfigError with all faults of the values."""
        faults = list(_faults(values))
        if faults:
            listed = "\n".join(f"  - {fault}" for fault in faults)
            raise ConfigError(f"{where} cannot be used; correct these:\n{listed}")
        return cls(**values)

    @classmethod
    def read(cls, path: Path) -> Config:
        """Read a TOML file; raise ConfigError where it is unreadable or wrong."""
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise ConfigError(
                f"{path} cannot be read ({error.strerror}); check the path"
            ) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ConfigError(
                f"{path} is not TOML ({error}); write lines like: processes = 4"
            ) from error
        return cls.of(values, where=str(path))

    def on(self, engine: str | None, cluster: str | None) -> Config:
        """Return the same on another engine; a cluster's address alone means Dask."""
        engine = engine or ("dask" if cluster else self.engine)
        cluster = cluster or ("" if engine == "local" else self.cluster)
        return Config.of(self.as_dict() | {"engine": engine, "cluster": cluster})

    def as_dict(self) -> dict[str, Value]:
        """Return every setting with its value, in the order of the table."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


def cache_dir() -> Path:
    """Return the folder for what can be built again, by the XDG rules.

    ``SOURCEBOOK_CACHE`` wins, then ``XDG_CACHE_HOME/sourcebook``, then
    ``~/.cache/sourcebook``. A relative XDG path is ignored, as XDG demands. The
    folder may not exist yet.
    """
    own = os.environ.get("SOURCEBOOK_CACHE")
    if own:
        return Path(own).expanduser()
    shared = os.environ.get("XDG_CACHE_HOME", "")
    if Path(shared).is_absolute():
        return Path(shared) / "sourcebook"
    return Path.home() / ".cache" / "sourcebook"


def _faults(values: Mapping[str, Any]) -> Iterator[str]:
    known = {setting.name: setting for setting in SETTINGS}
    for name, value in values.items():
        if name not in known:
            yield f"{name} is no setting; known are {', '.join(known)}"
        else:
            yield from _value_faults(known[name], value)
    if values.get("cluster") and values.get("engine", "local") == "local":
        yield 'cluster is used by one engine only: set engine = "dask" beside it'


def _value_faults(setting: Setting, value: object) -> Iterator[str]:
    wanted = type(setting.default)
    if type(value) is not wanted:
        yield f"{setting.name} = {value!r}: a value of type {wanted.__name__} belongs here"
    elif setting.choices and value not in setting.choices:
        yield f"{setting.name} = {value!r}: choose one of {', '.join(setting.choices)}"
    elif setting.least is not None and value < setting.least:  # type: ignore[operator]
        yield f"{setting.name} = {value!r}: {setting.least:g} is the least"
