"""Patterns of people taken, held, let go or arrested, with words on both sides of them."""

from __future__ import annotations

import re

#: "Demanded the release of 30 prisoners": nobody was let go.
DEMANDED = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|call(?:s|ed|ing)?\s+for|calls?\s+on\s+[^.;,]{2,30}\s+for|seek(?:s|ing)?|sought|ask(?:s|ed|ing)?\s+for"
    r"|appeal(?:s|ed|ing)?\s+for|plead(?:s|ed|ing)?\s+for|press(?:ed|ing)?\s+for|urg(?:e|es|ed|ing)"
    r"|negotiat\w+|(?:in\s+)?(?:exchange|return)\s+for|refus\w+|secure|ensure|obtain|win|promis\w+"
    r"|condition\w*|want(?:s|ed|ing)?|insist\w*\s+on)\b[^.;]{0,50}$",
    re.I,
)
#: "The hijackers let 23 women and children go."
LET = re.compile(
    r"\b(?P<word>let(?:ting|s)?)\s+(?:(?:the|their|its|all|another|some)\s+)?(?:(?:last|remaining|other|first)\s+)?$",
    re.I,
)
GO = re.compile(
    r"(?:\s+and\s+\w+)?\s+(?:go|leave|off\s+the\s+(?:plane|bus|ship))\b(?!\s+to\b)",
    re.I,
)
#: "Took in 15 men for questioning."
TOOK_IN = re.compile(
    r"\b(?P<word>t(?:ook|aking|aken)(?:\s+in)?|br(?:ought|inging)\s+in|pick(?:ed|ing)\s+up|h(?:eld|olding)|haul(?:ed|ing)\s+in)\s+$",
    re.I,
)
FOR_QUESTIONING = re.compile(
    r"\s+(?:in\s+)?for\s+(?:questioning|interrogation)\b", re.I
)
#: "Holding more than 500 people hostage."
HELD = re.compile(
    r"\b(?P<word>h(?:old|olds|olding|eld)|t(?:ake|akes|aking|ook)|seiz(?:ed|ing|es)|ke(?:pt|eping))\s+$",
    re.I,
)
HOSTAGE = re.compile(
    r"(?:\s+(?:who\s+(?:was|were)\s+)?[a-z]+ing\s+(?:\w+\s+){1,3}?)?\s*\b"
    r"(?:as\s+)?(?:hostages?|captives?|prisoners?)\b",
    re.I,
)
#: "Took some 200 villagers to serve as human shields."
SHIELDED = re.compile(
    r"\b(?P<word>t(?:ake|akes|aking|ook)|us(?:e|es|ed|ing)|h(?:old|olds|olding|eld)"
    r"|ke(?:pt|eping)|seiz(?:ed|ing|es)|deploy(?:ed|ing|s))\s+$",
    re.I,
)
SHIELDS = re.compile(r"\s+(?:[^.;]{1,50}?\s)?as\s+human\s+shields?\b", re.I)
#: "The rebels are still holding 45 soldiers."
CAPTORS_HOLD = re.compile(
    r"\b(?:rebels?|militants?|gunm[ae]n|kidnappers?|captors?|guerrillas?|terrorists?|insurgents?"
    r"|jihadists?|pirates?|hostage-takers?|group|gang|militia|cartel)\b[^.;,]{0,70}?\s"
    r"(?P<word>hold(?:s|ing)?|held|seize[ds]|seizing|grabb(?:ed|ing))\s+$",
    re.I,
)
#: "Gunmen took a tourist and his guide from a boat."
CAPTORS_TOOK = re.compile(
    r"\b(?:rebels?|militants?|gunm[ae]n|armed\s+men|kidnappers?|guerrillas?|terrorists?|insurgents?"
    r"|jihadists?|pirates?|bandits|robbers)\b[^.;,]{0,40}?\s(?P<word>t(?:ook|aking|ake))\s+$",
    re.I,
)
FROM_PLACE = re.compile(
    r"(?:\s+and\s+(?:[\w’'-]+\s+){1,4}?|\s+)from\s+(?:an?|the|his|her|their|[A-Z])",
    re.I,
)
#: "Took 14 passengers away."
LED = re.compile(
    r"\b(?P<word>t(?:ook|aking|ake)|led|leading|dragg(?:ed|ing)|march(?:ed|ing)|whisked"
    r"|herded|forced|drove|driving)\s+(?:away\s+|off\s+)?$",
    re.I,
)
AWAY = re.compile(
    r"\s+(?:away\s+|off\s+)?(?:at\s+gunpoint|to\s+an?\s+(?:unknown|undisclosed|unspecified)\s+"
    r"(?:location|place|destination|area)|into\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?(?:forests?|bush|jungle"
    r"|mountains|hills|creeks?))\b|\s+away(?=\s*[.,;]|\s*$)|\s+with\s+(?:them|him|her)\b",
    re.I,
)
#: Who takes people away to help or to hold them.
HELPERS = re.compile(
    r"\b(?:police|officers?|deput(?:y|ies)|ambulances?|paramedics|medics?|rescuers|firefighters"
    r"|relatives?|friends?|mother|father|parents|buses|helicopters?)\b",
    re.I,
)
#: "Took 23 men into custody", "have one person in custody".
TAKEN = re.compile(
    r"\b(?P<word>t(?:ake|akes|aking|aken|ook)|ha(?:ve|s|d|ving)|place[ds]?|put)\s+$",
    re.I,
)
CUSTODY = re.compile(r"\s+(?:\w+\s+){0,2}?(?:in|into)\s+(?:police\s+)?custody\b", re.I)
#: "Officers burst in and hauled away 23 students."
POLICE_LED = re.compile(
    r"\b(?:police(?:men)?|officers|agents|soldiers|troops|security\s+(?:forces|men|agents))\b[^.;]{0,80}?\s"
    r"(?P<word>(?:led|took|hauled|dragged|marched|drove)\s+(?:away|off))\s+$",
    re.I,
)
