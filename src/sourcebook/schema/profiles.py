"""Profiles: how a best value is chosen, and what reconciling knows of metrics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from sourcebook.errors import ConfigError
from sourcebook.model.estimate import Profile
from sourcebook.schema.load import table


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRule:
    """What a profile prints: which best, over which range, by which DOMAIN rule."""

    name: Profile
    best: Literal["lowest", "newest", "none"]
    range: Literal["current", "ever"]
    rule: str


@cache
def profile_rule(name: str) -> ProfileRule:
    """Return the rule of a profile (REC-5, REC-6); ConfigError names those there are.

    >>> profile_rule("envelope").best
    'none'
    """
    if name not in get_args(Profile):
        known = ", ".join(get_args(Profile))
        raise ConfigError(f"there is no profile {name!r}; choose one of: {known}")
    row = table("profiles")["profiles"][name]
    return ProfileRule(
        name=cast(Profile, name), best=row["best"], range=row["range"], rule=row["rule"]
    )


def growing_days(metric: str) -> int | None:
    """Return for how many days the count of a metric only grows; None is for ever.

    A stock, which may fall at any time, has 0 (REC-3 b).

    >>> growing_days("killed"), growing_days("injured"), growing_days("missing")
    (None, 1, 0)
    """
    growth = table("profiles")["growth"]
    if metric in growth["always"] or metric.startswith("devices:"):
        return None
    return int(growth["for_days"].get(metric, 0))


def stock_days() -> int:
    """Return after how many days a later count of a stock replaces an earlier one."""
    return int(table("profiles")["growth"]["stock_days"])


def falls(metric: str) -> bool:
    """Whether a count is of people in danger, who grow fewer: trapped, missing.

    >>> falls("trapped"), falls("killed")
    (True, False)
    """
    return metric in table("profiles")["growth"]["falling"]


def only_falls(metric: str) -> bool:
    """Whether such a count never grows again: nobody else is trapped later."""
    return metric in table("profiles")["growth"]["only_falling"]


@cache
def stage(name: Literal["first", "left"]) -> re.Pattern[str]:
    """Return the words that tell what a falling count was, or what is left of it."""
    return re.compile(table("profiles")["stages"][name], re.IGNORECASE)


@cache
def vocabulary(section: str, name: str) -> frozenset[str]:
    """Return a word list of the data file: ``vocabulary("persons", "male")``."""
    return frozenset(table("profiles")[section][name])
