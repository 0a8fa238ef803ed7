"""Patterns of what else is said of the same people, next to it or further on."""

from __future__ import annotations

import re

#: "Taken to a hospital in critical condition."
CRITICAL = re.compile(
    r"(?P<filler>)(?:(?!\band\s+(?:one|two|three|four|five|six|\d+|an?|the|another|both)\b)"
    r"[^.;,:()—–]){0,70}?(?:,\s+(?:(?:last|and)\s+)?(?:listed|reported)\s+|\b)"
    r"(?P<word>in\s+(?:(?:extremely|very)\s+)?critical\s+(?:but\s+stable\s+)?condition"
    r"|(?:with|suffering)\s+(?:potentially\s+)?(?:critical|life-threatening)\s+(?:injur(?:y|ies)|wounds))\b",
    re.I,
)
#: "Taken to a hospital with gunshot wounds."
WITH_WOUNDS = re.compile(
    r"(?P<filler>)(?:(?!\band\s+(?:one|two|three|four|five|six|\d+|an?|the|another|both)\b)"
    r"[^.;:()—–]){0,90}?\b(?P<word>(?:with|suffering(?:\s+from)?)\s+(?:an?\s+|apparent\s+|multiple\s+"
    r"|at\s+least\s+|several\s+)*(?:[\w-]+\s+){0,2}?(?:gunshot|bullet|stab|knife|shrapnel)[\s-]+"
    r"(?:wounds?|injur(?:y|ies)))\b",
    re.I,
)
#: "Lowe from Milltown died": no auxiliary needed behind a place's name.
DIED_FAR = re.compile(
    r"\s+(?:of|from|in)\s+(?-i:(?:[A-Z][\w.'’-]*,?\s+){1,4})(?P<filler>(?:later\s+|also\s+|both\s+)?)"
    r"(?P<word>died|perished|drowned|succumbed)\b",
    re.I,
)
AMONG = re.compile(
    r"(?:\s*,[^.;:]{0,60}?,|\s+including\s+[^.;:,]{1,50}?(?=\s+w))?\s*,?\s*(?:who\s+)?(?:was|is|were|are)\s+(?:also\s+)?"
    r"(?:(?:reported|believed|said|confirmed|known|thought|feared|understood|identified|named|listed|counted)\s+(?:to\s+be\s+)?)?"
    r"(?:the\s+only|(?:among|one\s+of)\s+(?:at\s+least\s+|more\s+than\s+|about\s+)?"
    r"(?:the|those|\d+|[a-z]+))\s+(?:[\w-]+\s+){0,4}?(?:who\s+)?(?:(?:was|were)\s+)?"
    r"(?P<word>killed|dead|died|injured|wounded|hurt|kidnapped|abducted|captives|hostages|missing|fatalities"
    r"|casualties|victims|slain|shot|stabbed|hospitalized|hit\s+by\s+(?:gunfire|bullets?)"
    r"|struck\s+by\s+(?:gunfire|bullets?))\b(?P<filler>)",
    re.I,
)
#: "Teen among 3 killed", "boy among victims of murder-suicide": a headline's.
AMONG_IN_TITLE = re.compile(
    r"(?P<filler>(?:,\s+\d{1,2},)?)\s+among\s+(?:at\s+least\s+|more\s+than\s+|the\s+)?(?:\w+\s+){0,2}?"
    r"(?P<word>killed|dead|died|injured|wounded|hurt|kidnapped|missing|slain|shot|stabbed|hospitalized"
    r"|victims(?=\s+(?:in|of)\s+(?:\S+\s+){0,2}?(?:murder|homicide|killing|slaying|massacre|fatal|deadly)))\b",
    re.I,
)
THEN = re.compile(
    r",?\s+(?:and|but|then|before)\s+(?:later\s+|then\s+)?|\s*[,/]\s+(?=[a-z]+ed\b)",
    re.I,
)
#: The same people under a second predicate further on in the clause.
LATER = re.compile(
    r"(?:[^.;:!?]|\.(?=\w)){0,80}?(?:,?\s+(?:and|but)|,\s+where\s+(?:he|she|they))(?=\s)",
    re.I,
)
#: "Forty members of the patrol from two villages died": no other subject between.
MANY_DIED = re.compile(
    r"[”\"’]?(?:\s+(?:of|from|in|at(?!\s+(?:least|most)\b)|aboard|on)\s+(?:(?!who\b|that\b|which\b|where\b|when\b|whose\b"
    r"|after\b|he\b|she\b|they\b|a\b|an\b|his\b|her\b|him\b)[^\s.;:!?(),]+\s+){1,5}?){1,2}?"
    r"(?P<filler>(?:later\s+|also\s+|all\s+)?)(?P<word>died|perished|drowned)\b",
    re.I,
)
#: "Three people went to the hospital": of several, no visit.
WENT = re.compile(
    r"(?P<filler>)\s+(?:also\s+)?(?P<word>went\s+to\s+(?:[\w-]+\s+){0,3}?hospitals?)\b"
    r"(?!\s+(?:to|where)\b)",
    re.I,
)
