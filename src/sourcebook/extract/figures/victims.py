"""Who "the victims" are: dead only where the report tells of dead (DOMAIN 3.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.figures.counts import Counted
from sourcebook.extract.figures.mentions import Mention

#: "The victims were", "among the victims are": the words do not say what befell them.
_ARE = re.compile(
    r"\bthe\s+victims\b(?:\s+of\s+the\s+[^.;,]{2,40}?)?\s+(?:are|were|was|include[ds]?)\s",
    re.I,
)
#: Characters before a person within which "the victims are" opens a list.
_REACH = 120
#: What befell people who may have lived.
_HURT = frozenset(("injured", "casualties", "critical", "hospitalized"))


def leave_open(counted: Sequence[Counted]) -> None:
    """Take "the victims" for no dead where the report tells of hurt, and of no dead.

    Of five who were shot and live it is said too that the victims are two boys and a man.
    """
    told = [(here, m) for here in counted for m in here.mentions if _is_dead(here, m)]
    listed = [(here, mention) for here, mention in told if _is_listed(here, mention)]
    if len(listed) == len(told) and any(map(_tells_of_hurt, counted)):
        for here, mention in listed:
            here.said[id(mention)] = ()


def _tells_of_hurt(here: Counted) -> bool:
    return any(r.metric in _HURT for m in here.mentions for r in here.readings(m))


def _is_dead(here: Counted, mention: Mention) -> bool:
    of_dead = any(reading.metric == "killed" for reading in here.readings(mention))
    return of_dead and mention.number.value != 0


def _is_listed(here: Counted, mention: Mention) -> bool:
    """Whether it is a victim only by "the victims are", in the same sentence."""
    text = here.passage.text
    ahead = text[max(0, mention.start - _REACH) : mention.start]
    found = list(_ARE.finditer(ahead))
    if not found or "." in ahead[found[-1].end() :]:
        return False
    reading = here.readings(mention)[0]
    start = mention.start - len(ahead) + found[-1].start()
    return start <= reading.start < mention.start
