"""Patterns of words that stand on both sides of the people: "rushed ... to hospital"."""

from __future__ import annotations

import re

from sourcebook.schema.load import table

BODY_PART = re.compile(
    r"\s*,?\s*(?:once\s+|twice\s+|several\s+times\s+|multiple\s+times\s+)?(?:in|on)\s+(?:the|his|her|their|both)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(table('harm_disaster')['body']['parts'])})\b",
    re.I,
)
#: "Hitting at least six", where shots are told of.
STRUCK = re.compile(r"\b(?P<word>struck|hit|hits|strikes|striking|hitting)\s+$", re.I)
SHOTS = re.compile(
    r"\b(?:shots?|shoot(?:s|ing|er|ers)?|fir(?:ed|ing)\s+(?:on|at|into|upon|from|several|multiple|shots|rounds|\d+)"
    r"|opened\s+fire|gunfire|gunm[ae]n|gunshots?|bullets?|rounds|sprayed|sniper|shrapnel)\b",
    re.I,
)
ENDS = re.compile(r"\s*(?:[.,;]|$|\b(?:and|before|in|as)\b)")
#: A part of the body behind its owner: "grazed the girl's left arm".
OWN_BODY = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}?"
    rf"(?P<word>{'|'.join(table('harm_disaster')['body']['parts'])})\b",
    re.I,
)
#: "The boy's leg was shattered", the mark of the owner lost on some pages.
OWN_HURT = re.compile(
    r"(?:['’]s?)?\s+(?:(?:left|right|upper|lower)\s+)?"
    rf"(?P<word>{'|'.join(table('harm_disaster')['body']['parts'])})\s+"
    r"(?:(?:was|were|had\s+been|has\s+been|is)\s+(?:\w+ly\s+)?|(?=\w+\s+by\b))"
    r"(?:grazed|hit|struck|shattered|broken|severed|injured|wounded|pierced|amputated"
    r"|crushed|fractured|burned|burnt|cut|slashed|mangled|blown\s+off)\b",
    re.I,
)
PIERCED = re.compile(
    r"(?:\b(?:bullets?|rounds?|shots?|gunfire|pellets?|shrapnel|knife|blade)\b[^.;]{0,40}?\s"
    r"(?:grazed|struck|hit|hitting|striking|pierced|entered|penetrated|shattered|lodged\s+in"
    r"|(?:went|tore|passed|ripped)\s+(?:in|into|through))|\b(?:discharged|fired|went\s+off)\s+into|\bshot)\s+$",
    re.I,
)
#: "Claimed the boy's life".
OWN_LIFE = re.compile(r"['’]s?\s+(?P<word>li(?:fe|ves))\b", re.I)
TAKING = re.compile(
    r"\b(?:took|taking|takes|take|claimed|claiming|claims|cost)\s+$", re.I
)
#: "Tom Reed's life was cut short."
LIFE_CUT = re.compile(
    r"['’]s?\s+(?:young\s+)?(?P<word>li(?:fe|ves))\s+(?:was|were|had\s+been|has\s+been)\s+"
    r"(?:\w+ly\s+)?(?:cut\s+short|taken|claimed|lost|ended)\b",
    re.I,
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
    r"|jihadists?|pirates?|hostage-takers?|group|gang|militia|cartel)\b[^.;,]{0,50}?\s"
    r"(?P<word>hold(?:s|ing)?|held|seize[ds]|seizing)\s+$",
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
    r"|mountains|hills|creeks?))\b|\s+away(?=\s*[.,;]|\s*$)",
    re.I,
)
#: Who takes people away to help or to hold them.
HELPERS = re.compile(
    r"\b(?:police|officers?|deput(?:y|ies)|ambulances?|paramedics|medics?|rescuers|firefighters"
    r"|relatives?|friends?|mother|father|parents|buses|helicopters?)\b",
    re.I,
)
#: "The fate of 40 miners remained unclear."
FATE = re.compile(r"\b(?P<word>fate|whereabouts)\s+of\s+(?:the\s+)?$", re.I)
UNKNOWN = re.compile(
    r"\s+(?:[^.;,]{1,40}?\s)?(?:remain(?:s|ed|ing)?|was|is|are|were|being)\s+"
    r"(?:\w+\s+)?(?:unclear|unknown|uncertain|undetermined|not\s+(?:\w+\s+)?known|a\s+mystery)\b",
    re.I,
)
#: "Found a woman in the kitchen with a stab wound."
FOUND = re.compile(
    r"\b(?P<word>f(?:ound|ind|inding|inds)|locat(?:ed|ing|e|es)|discover(?:ed|ing|s)?"
    r"|saw|encounter(?:ed|ing)|spotted)\s+$",
    re.I,
)
WITH_WOUNDS = re.compile(
    r"(?:\s*,?\s+(?!(?:and|who|while|but|when|as|after)\b)[^\s.;]+){0,12}?,?\s+"
    r"(?:with|suffering(?:\s+from)?|bleeding\s+from)\s+(?:an?\s+|apparent\s+|at\s+least\s+|multiple\s+)*"
    r"(?:[\w-]+,?\s+){0,3}?(?:gunshot|stab|bullet|knife|shrapnel|head|chest|serious|critical"
    r"|life-threatening|\w+)?[\s-]*(?:wounds?|injur(?:y|ies))\b",
    re.I,
)
#: "Kicked a customer in the head."
ASSAULTED = re.compile(
    r"\b(?P<word>kick(?:ed|ing|s)?|punch(?:ed|ing|es)?|slapp(?:ed|ing)|slaps|bit|bites|biting"
    r"|cut|cuts|cutting|slash(?:ed|ing|es)?|elbow(?:ed|ing|s)|headbutt(?:ed|ing|s)|smash(?:ed|ing|es)"
    r"|clubb(?:ed|ing)|whipp(?:ed|ing)|whack(?:ed|ing)|knif(?:ed|ing)|struck|hit|hits|strik(?:es|ing)"
    r"|hitting|graz(?:ed|ing))\s+$",
    re.I,
)
#: "Took 23 men into custody", "have one person in custody".
TAKEN = re.compile(
    r"\b(?P<word>t(?:ake|akes|aking|aken|ook)|ha(?:ve|s|d|ving)|place[ds]?|put)\s+$",
    re.I,
)
CUSTODY = re.compile(r"\s+(?:\w+\s+){0,2}?(?:in|into)\s+(?:police\s+)?custody\b", re.I)
#: "The condition of five of the injured is stated to be critical."
CONDITION_OF = re.compile(r"\b(?P<word>condition)\s+of\s+(?:the\s+)?$", re.I)
IS_CRITICAL = re.compile(
    r"\s+(?:is|was|are|were|remains?|remained)\s+(?:\w+\s+){0,3}?(?:critical|grave)\b",
    re.I,
)
#: "She had lost two sons": no game, no way.
BEREFT = re.compile(r"\b(?P<word>los(?:t|es|ing))\s+(?:both\s+)?$", re.I)
#: Those who fight lose men by death: "the rebels lost 12 men".
LOST_MEN = re.compile(
    r"\b(?:army|rebels?|guerrillas?|troops|militants?|forces|military|militia|insurgents?|police|navy|fighters"
    r"|side|unit|battalion|brigade|regiment|column|convoy|patrol)\s+(?:\w+\s+){0,2}?(?P<word>los(?:t|es|ing))\s+$",
    re.I,
)
#: "The crash cost 14 people their lives", "swept six skiers to their deaths".
COST = re.compile(r"\b(?P<word>cost(?:s|ing)?)\s+$", re.I)
THEIR_LIVES = re.compile(r"\s+(?:his|her|their)\s+li(?:fe|ves)\b", re.I)
SENT = re.compile(
    r"\b(?P<word>sent|sen(?:ds|ding)|sw(?:ept|eeps|eeping)|thr(?:ew|ows|owing)|hurl(?:ed|s|ing)|plung(?:ed|es|ing)"
    r"|dragg(?:ed|ing)|carr(?:ied|ies|ying))\s+$",
    re.I,
)
TO_THEIR_DEATHS = re.compile(
    r"\s+to\s+(?:his|her|their|an?)\s+(?:early\s+|untimely\s+)?(?:deaths?|graves?)\b",
    re.I,
)
#: "A gas leak left 14 people sick."
LEFT = re.compile(r"\b(?P<word>left|leav(?:es|ing)|ma(?:de|kes|king))\s+$", re.I)
SICK = re.compile(r"\s+(?:seriously\s+|violently\s+)?(?:sick|ill|unwell)\b", re.I)
#: "The crash was fatal to both drivers."
FATAL_TO = re.compile(r"\b(?P<word>fatal)\s+(?:to|for)\s+$", re.I)
#: "Villagers put the missing at 20".
PUT_AT = re.compile(
    r"\b(?:puts?|putting)\s+the\s+(?:number\s+of\s+)?(?P<word>dead|killed|missing|injured|wounded|homeless|displaced|abducted|kidnapped)\s+at\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
#: "The toll that the killing brings to five": "brings to five the farmers slain".
BROUGHT_TO = re.compile(
    r"\s+the\s+(?:[\w-]+\s+){0,3}?(?P<word>killed|slain|murdered|dead|injured|wounded|missing)\b",
    re.I,
)
#: "Forcing many workers to flee".
FORCED = re.compile(
    r"\b(?P<word>forc(?:ed|ing|es)|caus(?:ed|ing)|prompt(?:ed|ing)|order(?:ed|ing)"
    r"|driv(?:en|ing)|drove|compel(?:led|ling)|sen(?:t|ding))\s+$",
    re.I,
)
TO_FLEE = re.compile(
    r"\s+(?:to\s+(?:evacuate|flee|leave|abandon)|fleeing|from\s+their\s+homes|out\s+of\s+their\s+homes"
    r"|(?:in)?to\s+(?:\w+\s+)?(?:evacuation|relief|refugee|emergency|temporary|makeshift)\s+"
    r"(?:camps?|cent(?:er|re)s?|shelters?))\b",
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
#: "Medics transported three people to": where to goes without saying.
MEDICS_BROUGHT = re.compile(
    r"\b(?:medics?|paramedics|ems|emts|ambulances?|responders|(?:rescue|ambulance|emergency)\s+(?:crews?|workers|personnel))\s+"
    r"(?:\w+\s+)?(?P<word>took|transported|rushed|brought|drove|transports?|evacuated)\s+(?:(?:all|the)\s+)?$",
    re.I,
)
ELSEWHERE = re.compile(r"\s+(?:from|to|for|and)\b|\s*[.;]", re.I)
LIVES_AHEAD = re.compile(
    r"\b(?:claim|cost|tak|took|loss|lost)(?:s|ed|ing|es|en|e)?\s+(?:of\s+)?(?:the\s+)?$",
    re.I,
)
LIVES_BEHIND = re.compile(
    r"\s+(?:(?:were|was|have\s+been|had\s+been|are)\s+)?(?:lost|claimed|taken)\b", re.I
)
