"""Reading the data files of the schema."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


@cache
def table(name: str) -> dict[str, Any]:
    """Return the parsed data file ``data/<name>.toml``; do not change the result."""
    path = files("sourcebook.schema") / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def arrays(name: str) -> dict[str, NDArray[Any]]:
    """Return the arrays of the data file ``data/<name>.npz``; do not change them."""
    import numpy as np  # commands that read no report start without it

    path = files("sourcebook.schema") / "data" / f"{name}.npz"
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
        return {key: held[key] for key in held.files}
