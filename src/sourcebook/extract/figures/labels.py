"""Numbers that count nobody: ages, roads, pictures of a gallery, keys of a map (NUM-15)."""

from __future__ import annotations

import re

from sourcebook.text.numbers import Number

_REACH = 60
#: "A father of four": his children are not told of.
_PARENT_OF = re.compile(
    r"\b(?:step)?(?:grand)?(?:fathers?|mothers?|moms?|mums?|dads?|parents?|pa|ma)\s+of\s+$"
    r"|\b(?:widow|widower)\s+(?:and|with)\s+$",
    re.I,
)
#: "Another woman, also 22, was shot."
_ALSO_AGED = re.compile(r",\s+(?:also|now|then|just|only|both|about)\s+$", re.I)
#: "A girl of 11", "pupils of class six".
_AGE_OR_CLASS = re.compile(
    r"\b(?:an?|the|her|his|their|another|one|\w+ian|\w+an)\s+(?:\w+\s+)?(?:boy|girl|man|woman|child|son|daughter|baby"
    r"|infant|toddler|lad|youth|teenager|student|pupil)\s+of\s+$"
    r"|\b(?:of|in)\s+(?:class|grade|form|standard|year)\s+$",
    re.I,
)
_COMMA = re.compile(r"\s*[,.;)]")
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:]|$|-|–|—|(?:was|is|were|are|who|has|had|shot|killed|dies?|died|dead|found|in|at|from|and|after|gunned|murdered|stabbed|fatally|wounded|injured|charged|accused|hurt|missing|on|near|outside|with)\b)",
    re.I,
)
_NO_NOUN_HERE = re.compile(_NO_NOUN.pattern + r"|\s+[a-z]{3,}ed\b", re.I)
_LABELLED = re.compile(
    r"(?:\b(?:ages?|aged)\s+(?:\d{1,3}(?:\s*,\s*|\s+)(?:(?:and|to|or)\s+)?){0,6}"
    r"|\b(?:younger|older)\s+than\s+|\bas\s+of\s+|\bas\s+(?:young|old)\s+as\s+"
    r"|\b(?:image|photo|picture|slide|page)\s+(?:\d+\s*(?:of|/)\s*)?"
    r"|(?:^|\s)\d{1,2}\s+\d{1,2}\s+"
    r"|(?-i:\b(?:Loop|Highway|Hwy|Route|Rte|Interstate|Exit|Channel|Unit|Apartment|Apt|Room"
    r"|Flight|Gate|Pier|Platform|Precinct|District|Article|Chapter|Season|Episode|Stage"
    r"|Phase|Level|Line|Track|Lane|Studio|Suite|Lot|Block|Section|Zone|Pool|Station"
    r"|Engine|Ladder|Area|Category|Grade|Camp|Sector)\.?\s+))$",
    re.I,
)


def is_label(text: str, number: Number) -> bool:
    """Whether the words before a bare number make it a name, an age or a place in a list."""
    if number.bare.start != number.span.start:
        return False
    ahead = text[max(0, number.span.start - _REACH) : number.span.start]
    if _ALSO_AGED.search(ahead) and _COMMA.match(text, number.span.end):
        return True
    if _AGE_OR_CLASS.search(ahead) and _NO_NOUN_HERE.match(text, number.span.end):
        return True
    if _PARENT_OF.search(ahead) and _NO_NOUN.match(text, number.span.end):
        return True
    return _LABELLED.search(ahead) is not None
