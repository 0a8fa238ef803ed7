"""Is a decision from a file one that can be applied? What comes in stays for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sourcebook.book.deciding.wording import (
    checked_modality,
    checked_payload,
    checked_role,
)
from sourcebook.errors import DecisionRefused, InvalidValue
from sourcebook.model.claim import AttributionLink
from sourcebook.model.decision import (
    ClaimAnchor,
    ContradictionAnchor,
    Decision,
    DecisionAnchor,
    EstimateAnchor,
    IncidentAnchor,
    ReportAnchor,
    SourcesAnchor,
)
from sourcebook.store.codec import built

_POINTS_TO: Mapping[str, type[Any]] = {
    **dict.fromkeys(("accept", "reject", "edit", "add", "move", "admit"), ClaimAnchor),
    **dict.fromkeys(("link", "unlink"), ReportAnchor),
    **dict.fromkeys(("merge", "split"), IncidentAnchor),
    **dict.fromkeys(("dismiss", "resolve"), ContradictionAnchor),
    "same-source": SourcesAnchor,
    "override": EstimateAnchor,
    "undo": DecisionAnchor,
}
#: What the links of reports must say, each a text or a list of texts.
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "link": ("incident",),
    "unlink": ("incident",),
    "merge": ("kept", "joined"),
    "split": ("from", "incident"),
}


def refuse_misshapen(decision: Decision) -> None:
    """Raise InvalidValue for a decision that this version could not apply."""
    wanted = _POINTS_TO.get(decision.action)
    if wanted is not None and not isinstance(decision.anchor, wanted):
        raise InvalidValue(
            f"{decision.action} cannot be about a {decision.anchor.kind}"
        )
    after = decision.after or {}
    try:
        _checks(decision, after)
    except (DecisionRefused, KeyError, TypeError, ValueError) as error:
        raise InvalidValue(f"{decision.action}: {error}") from error


def _checks(decision: Decision, after: Mapping[str, Any]) -> None:
    texts = _TEXTS.get(decision.action, ())
    _all(after, texts, lambda value: isinstance(value, str))
    if decision.action in ("merge", "split"):
        _all(after, ("reports",), _is_texts)
    if decision.action == "override":
        _all(after, after, lambda value: isinstance(value, int) and value >= 0)
    if decision.action in ("edit", "add", "move"):
        _claim(decision, after)


def _claim(decision: Decision, after: Mapping[str, Any]) -> None:
    anchor = decision.anchor
    assert isinstance(anchor, ClaimAnchor)
    if decision.action == "add":
        checked_payload(anchor.type, after["payload"])
        start, end = after["sentence"]
        _all({"start": start, "end": end}, ("start", "end"), _is_place)
        checked_modality(after["modality"])
        _all(after, ("attribution",), lambda value: isinstance(value, list))
    elif "payload" in after:
        checked_payload(anchor.type, after["payload"], partly=True)
    if after.get("modality") is not None:
        checked_modality(after["modality"])
    if after.get("role") is not None:
        checked_role(after["role"])
    if after.get("incident") is not None:
        _all(after, ("incident",), lambda value: isinstance(value, str))
    for link in after.get("attribution", ()):
        built(AttributionLink, link)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_place(value: object) -> bool:
    return isinstance(value, int) and value >= 0


def _all(
    after: Mapping[str, Any], names: Iterable[str], fits: Callable[[object], bool]
) -> None:
    for name in names:
        if not fits(after[name]):
            raise InvalidValue(f"{name} cannot be {after[name]!r}")
