"""Words of harm by which a draft's number is read where the extractor reads none."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from sourcebook.model.claim import Metric
from sourcebook.schema.load import table


@cache
def harm() -> re.Pattern[str]:
    """Return the pattern of words of harm; the name of the group is the metric."""
    told = table("draft")["metrics"]
    parts = (rf"(?P<{metric}>\b(?:{'|'.join(told[metric])})\b)" for metric in told)
    return re.compile("|".join(parts), re.IGNORECASE)


def metric_of(match: re.Match[str]) -> Metric:
    """Return what a word of harm tells.

    >>> [metric_of(m) for m in harm().finditer("Two dead, 3 hurt")]
    ['killed', 'injured']
    """
    return cast(Metric, match.lastgroup)
