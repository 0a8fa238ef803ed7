"""Frozen values to JSON and back, by the types that their fields declare."""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import (
    Any,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

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
Reader: TypeAlias = Callable[[Any], Any]
#: Types that JSON holds as they are.
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})
_PAYLOADS: dict[str, type[Payload]] = {
    kind.type: kind
    for kind in (Figure, Responsibility, Statement, Means, Target, Time, Place)
}


def plain(value: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return the value as JSON holds it: dataclasses as objects, tuples as lists."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    names = _names(cast("Hashable", kind))
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {key: plain(held) for key, held in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        held = sorted(value) if isinstance(value, (set, frozenset)) else value
        return [plain(one) for one in held]
    return value


@cache
def _names(kind: Hashable) -> tuple[str, ...] | None:
    """Return the fields of a dataclass, None for any other type."""
    if not is_dataclass(kind):
        return None
    return tuple(f.name for f in fields(kind))


def built(kind: type[V], told: Mapping[str, Any]) -> V:
    """Return the dataclass that :func:`plain` wrote; unknown fields are left out."""
    readers = _readers(cast("Hashable", kind))
    return kind(
        **{
            name: value
            if value is None or (read := readers[name]) is None
            else read(value)
            for name, value in told.items()
            if name in readers
        }
    )


def payload(kind: str, told: Mapping[str, Any]) -> Payload:
    """Return the payload of a claim of this type."""
    return built(_PAYLOADS[kind], told)


@cache
def _readers(kind: Hashable) -> dict[str, Reader | None]:
    hints = get_type_hints(kind)
    return {f.name: _reader(hints[f.name]) for f in fields(kind)}  # type: ignore[arg-type]


def _reader(shape: Any) -> Reader | None:  # noqa: ANN401 - a type as declared
    """Return what makes a field's value of its JSON, None where it is as it stands."""
    if is_dataclass(shape):
        return lambda told: built(shape, told)  # type: ignore[arg-type]
    origin, parts = get_origin(shape), get_args(shape)
    if origin in (Union, types.UnionType):
        held = [part for part in parts if part is not type(None)]
        return _reader(held[0]) if len(held) == 1 else None
    if origin is tuple:
        return _tuples(parts)
    return origin if origin in (frozenset, set) else None


def _tuples(parts: tuple[Any, ...]) -> Reader:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return _listed(_reader(parts[0]))
    each = [_reader(part) or _same for part in parts]
    return lambda told: tuple(r(v) for r, v in zip(each, told, strict=True))


def _listed(read: Reader | None) -> Reader:
    if read is None:
        return tuple
    return lambda told: tuple([None if v is None else read(v) for v in told])


def _same(value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    return value
