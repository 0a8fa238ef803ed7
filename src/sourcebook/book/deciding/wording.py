"""What people write of a claim, checked and in the shape that claims have it."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from sourcebook.errors import DecisionRefused, InvalidValue
from sourcebook.model.claim import (
    AttributionLink,
    Figure,
    Means,
    Modality,
    Payload,
    Place,
    Responsibility,
    Role,
    Statement,
    Target,
    Time,
)
from sourcebook.model.report import Report
from sourcebook.model.span import Field, Span
from sourcebook.schema.vocabulary import instruments, target_kinds
from sourcebook.store.codec import payload, plain
from sourcebook.text.numbers import bounds

_PAYLOADS: dict[str, type[Any]] = {
    kind.type: kind
    for kind in (Figure, Responsibility, Statement, Means, Target, Time, Place)
}
_POPULATIONS = (
    "persons",
    "civilians",
    "combatants",
    "attackers",
    "security_forces",
    "women",
    "children",
    "medics",
    "journalists",
)
_NATION = re.compile(r"nationality:[A-Z]{2}")
_NUMBERS = ("comparator", "value", "low", "high")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")


def checked_payload(
    kind: str,
    told: Mapping[str, Any],
    was: Payload | None = None,
    *,
    partly: bool = False,
) -> dict[str, Any]:
    """Return the fields of a payload as a person gives them, each of its right type.

    Of a number the comparator, the value and both bounds go together: what is not
    given follows from the comparator (DOMAIN 3.2). ``partly`` says that the
    other fields are not known here. Raises DecisionRefused.
    """
    if kind not in _PAYLOADS:
        raise DecisionRefused(
            f"{kind!r} is no claim type; choose {', '.join(_PAYLOADS)}"
        )
    shapes = _shapes(cast("Hashable", _PAYLOADS[kind]))
    given = {name: _value(kind, name, value, shapes) for name, value in told.items()}
    if given.keys() & {*_NUMBERS} and "comparator" in shapes:
        given |= _number(given, was)
    if not partly:
        _refuse_impossible(kind, given, was)
    return given


def _refuse_impossible(
    kind: str, given: Mapping[str, Any], was: Payload | None
) -> None:
    base = plain(was) if was is not None else {}
    try:
        payload(kind, {**base, **given})
    except (InvalidValue, TypeError) as error:
        told = str(error).removeprefix(f"{_PAYLOADS[kind].__name__}.__init__() ")
        raise DecisionRefused(
            f"a {kind} cannot be so: {told}; give the fields that it needs"
        ) from error


def _number(given: Mapping[str, Any], was: Payload | None) -> dict[str, Any]:
    """Return comparator, value and bounds of an edited number."""
    kind: Any = given.get("comparator") or getattr(was, "comparator", "eq")
    value = given.get("value", getattr(was, "value", None))
    if "comparator" not in given and "value" in given and kind in ("vague", "range"):
        kind = "eq"
    if kind == "range" or value is None:
        low = given.get("low", getattr(was, "low", None))
        high = given.get("high", getattr(was, "high", None))
    else:
        low, high = bounds(kind, value)
        low, high = given.get("low", low), given.get("high", high)
    return {"comparator": kind, "value": value, "low": low, "high": high}


@cache
def _shapes(kind: Hashable) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}  # type: ignore[arg-type]


def _value(kind: str, name: str, value: object, shapes: Mapping[str, Any]) -> Any:  # noqa: ANN401
    if name not in shapes:
        raise DecisionRefused(
            f"a {kind} has no field {name!r}; it has {', '.join(shapes)}"
        )
    options = [shapes[name]]
    if get_origin(shapes[name]) in (Union, UnionType):
        options = list(get_args(shapes[name]))
    if value is None and type(None) in options:
        return None
    for shape in options:
        if get_origin(shape) is Literal:
            return _one_of(name, value, get_args(shape))
        if shape in (int, float):
            return _counted(name, value, shape)
    return _worded(kind, name, str(value))


def _worded(kind: str, name: str, value: str) -> str:
    """Return a word of a vocabulary, or free words where there is none."""
    if name == "population" and not _NATION.fullmatch(value):
        return _one_of("population", value, (*_POPULATIONS, "nationality:XX"))
    if name == "instrument":
        return _one_of("instrument", value, (*instruments(), "explosion"))
    if (kind, name) == ("target", "kind"):
        return _one_of("kind of target", value, target_kinds())
    return value


def _one_of(name: str, value: object, known: Collection[str]) -> str:
    if value not in known:
        raise DecisionRefused(
            f"{value!r} is no {name}; choose {', '.join(sorted(known))}"
        )
    return str(value)


def _counted(name: str, value: object, shape: type[int] | type[float]) -> float:
    try:
        return shape(str(value))
    except ValueError as error:
        raise DecisionRefused(f"{name} is a number, not {value!r}") from error


def checked_role(role: object) -> str:
    """Return a role of figures, or raise DecisionRefused."""
    return _one_of("role", role, get_args(Role))


def checked_modality(modality: object) -> str:
    """Return a modality, or raise DecisionRefused."""
    return _one_of("modality", modality, get_args(Modality))


def attribution(
    names: Iterable[str], report: Report, near: int
) -> list[dict[str, Any]]:
    """Return links for the sources named, outermost first, each at its words.

    The words of each must stand in the report: an attribution is never invented.
    """
    found = []
    for name in names:
        field, span = _where(name, report, near)
        link = AttributionLink(
            name=name,
            quote=span.slice(report.characters(field)),
            field=field,
            start=span.start,
            end=span.end,
            relation="says",
            named=name != name.lower(),
        )
        found.append(plain(link))
    return found


def _where(name: str, report: Report, near: int) -> tuple[Field, Span]:
    """Return where a source's words stand, the place nearest to the claim."""
    fields_of: tuple[Field, Field] = ("text", "title")
    for field in fields_of:
        characters = report.characters(field)
        starts = [m.start() for m in re.finditer(re.escape(name), characters)]
        if name and starts:
            start = min(starts, key=lambda at: (abs(at - near), at))
            return field, Span(start=start, end=start + len(name))
    raise DecisionRefused(
        f"the words {name!r} do not stand in report {report.source_id}; name a source "
        "with the report's own words"
    )


def quoted(report: Report, words: str) -> tuple[Field, Span]:
    """Return where words stand in a report; raise where they do not, or more than once."""
    fields_of: tuple[Field, Field] = ("title", "text")
    found = [
        (field, Span(start=m.start(), end=m.end()))
        for field in fields_of
        for m in re.finditer(re.escape(words), report.characters(field))
        if words
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise DecisionRefused(
            f"the words {words!r} do not stand in report {report.source_id}; copy them "
            "from its text"
        )
    raise DecisionRefused(
        f"the words {words!r} stand {len(found)} times in report {report.source_id}; "
        "quote more of them, or give --start and --end"
    )


def sentence_around(characters: str, span: Span) -> tuple[int, int]:
    """Return the sentence that a span stands in, by its full stops and line breaks.

    >>> sentence_around("Fire. Two died. Rain.", Span(start=6, end=9))
    (6, 15)
    """
    ends = [0, *(m.end() for m in _SENTENCE_END.finditer(characters)), len(characters)]
    start = max(at for at in ends if at <= span.start)
    end = min(at for at in ends if at >= span.end)
    return start, start + len(characters[start:end].rstrip())
