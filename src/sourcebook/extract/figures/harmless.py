"""Words before people that look like harm and are none: "treating them differently"."""

from __future__ import annotations

import re

from sourcebook.extract.figures import captivity
from sourcebook.extract.figures.mentions import Mention

_MANNER = re.compile(
    r"\s+(?:\w+\s+)?(?:differently|unfairly|fairly|equally|badly|well|poorly|harshly|kindly"
    r"|rudely|like|as|with\s+(?:respect|contempt|kindness|dignity|care))\b",
    re.I,
)


def is_wanted(match: re.Match[str], mention: Mention) -> bool:
    """Whether a search is for who did it: "a search was under way for the gunman"."""
    sought = (
        re.search(r"\bsearch|\bno\s|\bcontact", match.group("word"), re.I) is not None
    )
    return sought and (mention.single or mention.population == "attackers")


def is_manner(match: re.Match[str], mention: Mention) -> bool:
    """Whether "treating the witness differently" tells of no wound."""
    treats = match.group("word").lower().lstrip().startswith("treat")
    return treats and _MANNER.match(mention.passage.text, mention.end) is not None


def is_asked_for(match: re.Match[str], window: str) -> bool:
    """Whether a release is only demanded: "demanded the release of 30 prisoners"."""
    if match.group("word").lower() not in ("release", "liberation"):
        return False
    ahead = window[: max(0, len(window) - 60) + match.start("word")]
    return captivity.DEMANDED.search(ahead) is not None
