"""Zeros told by "anyone": "without injuring anyone", "have not detained anyone"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sourcebook.extract.figures import lexicon

_ANYONE = (
    r"(?P<zero>any(?:one|body|\s+(?:people|person|persons|civilians|one|suspects)))\b"
)
_DENIABLE = ("killed", "injured", "casualties", "detained", "abducted", "hospitalized")
#: What somebody says of himself tells of nobody harmed: "he did not kill anyone".
_OF_ONESELF = re.compile(r"\b(?:I|he|she|we|you|who)\s+(?:\w+\s+)?$", re.I)


def not_anyone(text: str) -> Iterator[re.Match[str]]:
    """Yield "anyone" as the object of a harm that is denied, in group ``zero``.

    Only of what happened: "does not hurt anyone", "never killed anyone" are no counts.
    """
    for match in _denied().finditer(text):
        if _OF_ONESELF.search(text[: match.start()]) is None:
            yield match
    yield from _in_custody().finditer(text)


@cache
def _denied() -> re.Pattern[str]:
    verbs = lexicon.alternation(
        surface
        for surface in lexicon.surfaces(
            "transitive", forms=("base", "gerund", "participle")
        )
        if lexicon.look_up(surface, "transitive")[0].metric in _DENIABLE
    )
    return re.compile(
        r"\b(?:(?:did|ha[ds]|have)(?:\s+not|n['’]t)(?:\s+(?:yet|immediately|been))?"
        rf"|without)\s+{verbs}\s+{_ANYONE}",
        re.I,
    )


@cache
def _in_custody() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:do|does|did)(?:\s+not|n['’]t)\s+(?:yet\s+)?have\s+"
        rf"{_ANYONE}(?=\s+(?:else\s+)?(?:in|under)\s+(?:police\s+)?(?:custody|arrest))",
        re.I,
    )
