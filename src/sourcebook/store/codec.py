"""Frozen values to JSON and back, by the types that their fields declare."""

from __future__ import annotations

import types
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sourcebook.model.claim import (
    Figure,
    Means,
    Payload,
    Place,
    Responsibility,
    Statement,
    Target,
    Time,
)

V = TypeVar("V")
_PAYLOADS: dict[str, type[Payload]] = {
    kind.type: kind
    for kind in (Figure, Responsibility, Statement, Means, Target, Time, Place)
}


def plain(value: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return the value as JSON holds it: dataclasses as objects, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(held) for key, held in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        held = sorted(value) if isinstance(value, (set, frozenset)) else value
        return [plain(one) for one in held]
    return value


def built(kind: type[V], told: Mapping[str, Any]) -> V:
    """Return the dataclass that :func:`plain` wrote; unknown fields are left out."""
    shapes = _shapes(cast("Hashable", kind))
    return kind(**{n: _value(shapes[n], v) for n, v in told.items() if n in shapes})


def payload(kind: str, told: Mapping[str, Any]) -> Payload:
    """Return the payload of a claim of this type."""
    return built(_PAYLOADS[kind], told)


@cache
def _shapes(kind: Hashable) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}  # type: ignore[arg-type]


def _value(shape: Any, told: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    if told is None:
        return None
    if is_dataclass(shape):
        return built(shape, told)  # type: ignore[arg-type]
    origin = get_origin(shape)
    if origin in (Union, types.UnionType):
        held = [part for part in get_args(shape) if part is not type(None)]
        return _value(held[0], told) if len(held) == 1 else told
    if origin is tuple:
        return _tuple(get_args(shape), told)
    if origin in (frozenset, set):
        return origin(told)
    return told


def _tuple(parts: tuple[Any, ...], told: list[Any]) -> tuple[Any, ...]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_value(parts[0], one) for one in told)
    return tuple(_value(part, one) for part, one in zip(parts, told, strict=True))
