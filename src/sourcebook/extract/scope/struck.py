"""The day of the week on which people were hit, as the verb that hits them tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.draft import Draft
from sourcebook.extract.scope.clauses import path
from sourcebook.extract.scope.lexicon import words
from sourcebook.extract.scope.moments import weekdays

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

VERBS = frozenset({"VERB", "AUX"})


def struck_on(draft: Draft) -> frozenset[str]:
    """Return the weekdays that the verb of harm itself is dated with.

    "Two were shot on Friday": not the day on which somebody died of wounds, was found
    or named.
    """
    verb = _verb(draft.anchor)
    if verb is None or verb.lemma_.lower() not in words("struck", "verbs"):
        return frozenset()
    said = (t.lower_ for t in verb.subtree if weekdays(t.lower_))
    own = {t.lower_ for t in verb.subtree if _verb(t.head) == verb}
    return frozenset(day for day in said if day in own)


def _verb(token: Token) -> Token | None:
    """The nearest verb over a word, itself included."""
    return next((above for above in path(token) if above.pos_ in VERBS), None)
