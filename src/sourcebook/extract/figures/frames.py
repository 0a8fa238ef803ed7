"""Patterns of words that stand on both sides of the people: "rushed ... to hospital"."""

from __future__ import annotations

import re

from sourcebook.schema.load import table

#: "A bullet struck the girl in the leg", "she hit her brother in the head".
STRUCK = re.compile(
    r"\b(?P<word>struck|hit|hits|striking|hitting|grazed|grazing|strikes)\s+$", re.I
)
BODY_PART = re.compile(
    r"\s*,?\s*(?:once\s+|twice\s+|several\s+times\s+|multiple\s+times\s+)?(?:in|on)\s+(?:the|his|her|their)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(table('harm_disaster')['body']['parts'])})\b",
    re.I,
)
#: A part of the body behind its owner: "grazed the girl's left arm".
OWN_BODY = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}?"
    rf"(?P<word>{'|'.join(table('harm_disaster')['body']['parts'])})\b",
    re.I,
)
PIERCED = re.compile(
    r"(?:\b(?:bullets?|rounds?|shots?|gunfire|pellets?|shrapnel|knife|blade)\b[^.;]{0,40}?\s"
    r"(?:grazed|struck|hit|hitting|striking|pierced|entered|penetrated|shattered|lodged\s+in"
    r"|(?:went|tore|passed|ripped)\s+(?:in|into|through))|\bshot)\s+$",
    re.I,
)
#: "Claimed the boy's life".
OWN_LIFE = re.compile(r"['’]s?\s+(?P<word>li(?:fe|ves))\b", re.I)
TAKING = re.compile(
    r"\b(?:took|taking|takes|take|claimed|claiming|claims|cost)\s+$", re.I
)
#: "Holding more than 500 people hostage."
HELD = re.compile(
    r"\b(?P<word>h(?:old|olds|olding|eld)|t(?:ake|akes|aking|ook)|seiz(?:ed|ing|es)|ke(?:pt|eping))\s+$",
    re.I,
)
HOSTAGE = re.compile(r"\s+(?:as\s+)?(?:hostages?|captives?|prisoners?)\b", re.I)
#: "Took 23 men into custody", "have one person in custody".
TAKEN = re.compile(
    r"\b(?P<word>t(?:ake|akes|aking|aken|ook)|ha(?:ve|s|d|ving)|place[ds]?|put)\s+$",
    re.I,
)
CUSTODY = re.compile(r"\s+(?:\w+\s+){0,2}?(?:in|into)\s+(?:police\s+)?custody\b", re.I)
#: "She had lost two sons": no game, no way.
BEREFT = re.compile(r"\b(?P<word>los(?:t|es|ing))\s+(?:both\s+)?$", re.I)
#: "Forcing many workers to flee".
FORCED = re.compile(
    r"\b(?P<word>forc(?:ed|ing|es)|caus(?:ed|ing)|prompt(?:ed|ing)|order(?:ed|ing)"
    r"|driv(?:en|ing)|drove|compel(?:led|ling)|sen(?:t|ding))\s+$",
    re.I,
)
TO_FLEE = re.compile(
    r"\s+(?:to\s+(?:evacuate|flee|leave|abandon)|fleeing|from\s+their\s+homes|out\s+of\s+their\s+homes)\b",
    re.I,
)
#: "Relatives rushed the boy to a hospital", "which sent five people to the hospital".
BROUGHT = re.compile(
    r"\b(?P<word>rush(?:ed|ing|es)?|t(?:ook|aking|akes|ake)|transport(?:ed|ing|s)?"
    r"|airlift(?:ed|ing|s)?|fl(?:ew|ying|ies)|brought|bringing|sen(?:t|ds|ding)"
    r"|dr(?:ove|iving)|ferr(?:ied|ying))\s+(?:(?:the|at\s+least|all)\s+)?$",
    re.I,
)
HOSPITAL = re.compile(
    r"\s+(?:(?:there|away|by\s+\w+)\s+)?(?:to|into)\s+(?:[\w.’'-]+\s+){0,5}?"
    rf"(?:{'|'.join(table('harm_disaster')['hospital']['words'])})\b",
    re.I,
)
LIVES_AHEAD = re.compile(
    r"\b(?:claim|cost|tak|took|loss|lost)(?:s|ed|ing|es|en|e)?\s+(?:of\s+)?(?:the\s+)?$",
    re.I,
)
LIVES_BEHIND = re.compile(
    r"\s+(?:(?:were|was|have\s+been|had\s+been|are)\s+)?(?:lost|claimed|taken)\b", re.I
)
