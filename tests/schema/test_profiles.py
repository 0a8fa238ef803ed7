"""REC-6: profiles are data; unknown ones are refused with the names there are."""

from __future__ import annotations

import pytest

from sourcebook.errors import ConfigError
from sourcebook.schema.profiles import growing_days, profile_rule, stock_days


def test_rec_5_and_rec_6_profiles() -> None:
    best = {n: profile_rule(n).best for n in ("conservative", "latest", "envelope")}
    assert best == {"conservative": "lowest", "latest": "newest", "envelope": "none"}
    with pytest.raises(ConfigError, match="envelope"):
        profile_rule("optimist")


def test_rec_3b_growth_of_metrics() -> None:
    assert growing_days("killed") is None
    assert growing_days("injured") == 1
    assert growing_days("trapped") == 0
    assert stock_days() == 1
