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
#: "Helicopters plucked 21 villagers from rooftops", "led 60 guests to safety".
SAVED = re.compile(
    r"\b(?P<word>pluck(?:ed|ing|s)?|pick(?:ed|ing)?\s+up|lift(?:ed|ing)|winch(?:ed|ing)|haul(?:ed|ing)"
    r"|pull(?:ed|ing)|cut|cutting|dug|digging|freed|freeing|got|getting|took|taking|brought|bringing|led|leading|guid(?:ed|ing)|carr(?:ied|ying)"
    r"|help(?:ed|ing)|usher(?:ed|ing)|escort(?:ed|ing))\s+(?:all\s+|the\s+)?$",
    re.I,
)
FROM_DANGER = re.compile(
    r"\s+(?:back\s+)?to\s+safety\b|\s+out\s+(?:alive|safely|unhurt|unharmed)\b|\s+(?:alive\s+)?(?:from|off|out\s+of)\s+(?:the\s+|an?\s+|their\s+|its\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:rooftops?|roofs?|water|sea|waves|(?:rising|flood)\s*waters|boats?|ships?|ferry|wreck\w*"
    r"|rubble|debris|building|tanker|vessel|rafts?|dinghy|trees|treetops|cliff|ledge|tower|freighter|liner|trawler)\b",
    re.I,
)
#: "Doctors could not save the boy."
NOT_SAVED = re.compile(
    r"\b(?:could\s+not|couldn['’]t|failed\s+to|unable\s+to|in\s+vain\s+to|unsuccessfully\s+to)\s+"
    r"(?P<word>save|revive|resuscitate)\s+$",
    re.I,
)
#: "The dead numbered 14", "the wounded totalled 212".
NUMBERED = re.compile(
    r"\b(?:the|those)\s+(?P<word>dead|killed|wounded|injured|missing|hurt|homeless|displaced"
    r"|kidnapped|abducted|arrested|detained)\b(?:\s+[^.;,]{1,40}?)?\s+(?:now\s+|already\s+)?"
    r"(?:number(?:s|ed)?|total(?:s|ed|led)?|came\s+to|amount(?:s|ed)?\s+to)\s+$",
    re.I,
)
#: "The funerals of six firemen", "a mass grave for 40 victims".
FUNERAL_OF = re.compile(
    r"\b(?P<word>funerals?|burials?|wakes?|graves?|coffins?|requiem)\s+"
    r"(?:(?:on|at|in)\s[^.;,]{1,30}?\s)?(?:of|for)\s+(?:the\s+|all\s+)?$",
    re.I,
)
#: Who buries the dead: "we buried eleven people", no landslide.
BURIED_BY = re.compile(
    r"\b(?:we|they|i|who|villagers|residents|relatives|famil(?:y|ies)|neighbou?rs|mourners"
    r"|volunteers|gravediggers|workers|survivors|people|islanders|townspeople|townsfolk"
    r"|comrades|parents|soldiers|troops|rebels|authorities|the\s+(?:town|village|city|army|police))\s+"
    r"(?:(?!(?:was|were|by)\b)[\w’'-]+\s+){0,4}?(?P<word>bur(?:ied|ying|y|ies))\s+"
    r"(?:their\s+|the\s+|another\s+|all\s+)?$",
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
#: "We lost 11 men in that ambush", but no game.
WE_LOST = re.compile(
    r"\bwe(?:\s+have|['’]ve)?\s+(?:already\s+|also\s+|only\s+)?(?P<word>lost)\s+(?:at\s+least\s+)?$",
    re.I,
)
#: "The doctor had buried 33 passengers at sea", but not a landslide.
HAD_BURIED = re.compile(
    r"^(?!.*\b(?:avalanche|landslides?|mudslides?|mud|slide|rubble|snow|debris|earth|rocks?|collapse[ds]?"
    r"|cave-in|tons|roof|wall)\b).*\bha(?:d|ve|s)\s+(?:already\s+)?(?P<word>buried)\s+$",
    re.I | re.S,
)
#: Where a side loses men by death.
FIGHTING = re.compile(
    r"\b(?:attack\w*|ambush\w*|battle\w*|fight\w*|clash\w*|raid\w*|gunfire|rebels?|guerrillas?|troops"
    r"|army|soldiers?|firefight|shelling|mine|offensive)\b",
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
    r"\b(?:puts?|putting|estimat(?:es?|ed|ing)|count(?:s|ed)|reckon(?:s|ed))\s+the\s+(?:number\s+of\s+)?(?:(?-i:[A-Z])[\w-]+\s+|civilian\s+|military\s+)?(?P<word>dead|killed|missing|injured|wounded|homeless|displaced|abducted|kidnapped)\s+at\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
#: "Put the dead at 212 and the homeless at 9,000."
PUT_NEXT_AT = re.compile(
    r"\bput\w*\s+the\s+[^.;]{0,60}?\b(?:and|,)\s+the\s+(?:number\s+of\s+)?"
    r"(?P<word>dead|killed|missing|injured|wounded|homeless|displaced|abducted|kidnapped)\s+at\s+(?:[\w-]+\s+){0,2}$",
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
