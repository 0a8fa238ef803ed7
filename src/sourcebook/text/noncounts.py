"""Numbers that count nothing told: ages, dates, routes, money, measures (NUM-15)."""

from __future__ import annotations

import re

from sourcebook.text.numerals import NUMERAL, TABLE, any_of

_MEASURE = re.compile(
    rf"[\s-]*(?:{any_of(TABLE['measures']['words'])}(?!\w)|%|°|['’]s?\s|['’]clock|st\b|nd\b|rd\b|th\b"
    r"|[-–]?year|[-–]\s+(?:and|or|to)\s+\d+[-–](?:year|month)|\.\d|[:/]\d|[-–]\d+[-–]\d|,\d|x\d|[-–](?!(?:plus|odd|some)\b)[a-z])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:(?<![\w-]){any_of(TABLE['names']['words'])}\.?\s+(?:of\s+)?(?:and\s+|\d+\s+(?:and|or|to)\s+)?#?|[A-Za-z]-|\d[-–]|[#$£€¥])$",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:age[sd]?|turn(?:s|ed|ing)?|(?:believed|thought|said|estimated|reported)\s+to\s+be)\s+(?:of\s+|from\s+|between\s+)?(?:about\s+|around\s+)?(?:\w+\s+(?:and|or|to)\s+)?$",
    re.IGNORECASE,
)
_AGE_SHARED = re.compile(
    rf"(?:,\s*{NUMERAL})*,?\s+(?:and|or)\s+(?:an?\s+)?{NUMERAL}[\s-]+(?:year|month)s?[\s-]+old",
    re.IGNORECASE,
)
_GLUE = ("#", "$", "£", "€", "¥")
_TITLED = re.compile(
    rf"(?<![\w-]){any_of(word.title() for word in TABLE['names']['titles'])}\s+#?$"
    r"|\b(?:US|FOX|ABC|CBS|NBC)\s+$"
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE_BEFORE = re.compile(rf"(?<!\d\s)\b{_MONTH}\s+$", re.IGNORECASE)
#: "Last July 44 people", "in December 13 were": a month without its day.
_IN_MONTH = re.compile(
    rf"\b(?:in|last|since|during|this)\s+{_MONTH}\s+$", re.IGNORECASE
)
_PEOPLE_NEXT = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:people|persons|men|women|children|civilians|soldiers|others"
    r"|policemen|passengers|workers|were|died|had\s+(?:died|been)|perished)\b"
)
_DATE_AFTER = re.compile(
    rf"\s+(?:of\s+)?(?:{_MONTH.replace('May', 'May(?![ ]have|[ ]be)')})(?![a-z])"
)
_AGE_BEFORE = re.compile(r"[\w.”\"'’)]\s*(?:,|\()\s*(?:(?:both|all)\s+)?$")
_AGE_AFTER = re.compile(
    r"\s*(?:\)|,(?!\s*(?:including|most|mostly|many|some|among|of\s+(?:them|whom)))|[.;]|$"
    r"|\s+(?:(?:and|from|was|is|who|with)\b|of\s+[A-Z]))"
)
#: "Two teens, 15 and 16, were": a row of ages behind people.
_AGES_BEFORE = re.compile(
    r"[a-z]\s*,\s*(?:aged?\s+)?\d{1,2}(?:,\s*\d{1,2})*,?\s+and\s+$"
)
#: "The dead man was 43", "the oldest 14": how old somebody is.
_AGE_OF = re.compile(
    r"\b(?:(?:a|an|the)\s+(?:\w+\s+)?(?:girl|boy|child|woman|man|teenager|pupil|youth|baby)\s+of|(?:oldest|youngest|eldest)(?:\s+(?:was|is|being|aged))?"
    r"|(?:he|she|man|woman|boy|girl|victim|driver|child|daughter|son|mother|father)\s+(?:was|is)(?:\s+(?:only|just))?)\s+$",
    re.I,
)
#: "His daughter, who was ten, died."
_AGE_OF_ONE = re.compile(
    r"\b(?:who|he|she)\s+(?:was|is|turned|had\s+just\s+turned)\s+(?:only\s+|just\s+|then\s+|now\s+)?$",
    re.I,
)
_AGE_END = re.compile(r"\s*(?:[,;.)]|$|(?:and|when|at|was|is|from|in|who)\b)")
_AGES_AFTER = re.compile(r"\s*(?:[,;.)]|$)")
_NAME_BEFORE = re.compile(
    r"(?<!In )(?<!in )(?<!at )\b(?!(?:In|On|At|By|Near|From|Since|Until|During|After|Before|Last|This|Of|For|And|But)\b)"
    r"[A-Z][a-z]+\s+[A-Z][\w.'’-]+,\s+$"
)
_NO_AGE_BEFORE = re.compile(
    r"\b(?:these|those|them|total|dead|injured|killed|wounded|all|least)\s*,\s*$", re.I
)
#: "Nine were from Tamil Nadu, 22 from Karnataka": a row of homes, no age.
_FROM_BEFORE = re.compile(r"\b(?:from|in)\s+[^.;,]{2,30},\s+$")
_FROM_AFTER = re.compile(r"\s+(?:from|in)\s+[A-Z]")
_STREET = re.compile(
    r"\s+(?:[NSEW]\.?\s+|North\s+|South\s+|East\s+|West\s+)?(?:[A-Z][\w.']*\s+){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Way|Court|Ct|Place|Pl|Parkway|Highway|Circle|Terrace)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_CONTEXT = re.compile(
    rf"(?:\b(?:in|since|of|by|until|till|from|during|early|late|mid|before|after|the|year|to|and|{_MONTH})[\s-]|,\s|\()\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s+[a-z]{4,}")
#: "The ninth teenager to be killed."
_TO_DIE = re.compile(
    r"(?:\s+[\w'’-]+){0,8}?\s+to\s+(?:die|lose\s+(?:his|her)|be\s+(?:killed|murdered|slain|executed|assassinated|shot\s+dead))\b",
    re.I,
)
_VICTIM = re.compile(
    _TO_DIE.pattern
    + r"|\s+(?:\w+\s+){0,2}?(?:victims?|person|people|deaths?|fatalit(?:y|ies)|homicides?|murders?|killings?|casualt(?:y|ies)|child|man|woman|soldier|officer|body|shooting\s+victim|traffic\s+death)\b"
)
_NUMERAL_NEXT = re.compile(rf"\s+{NUMERAL}\b(?!\s+of\b)", re.IGNORECASE)
_EMERGENCY = re.compile(r"911|999")
_ALONE = re.compile(
    r"\s+(?:another|day|night|morning|time|point|side|way|more\s+time)\b"
)
_NO_MORE = re.compile(r"\s+(?:more|fewer|less|longer|matter|doubt|later)\b", re.I)


def _is_in_month(characters: str, before: str, end: int) -> bool:
    """Whether people follow a month that opens a clause: "Last July 44 people died"."""
    return (
        _IN_MONTH.search(before) is not None
        and _PEOPLE_NEXT.match(characters, end) is not None
    )


def is_measured(characters: str, end: int) -> bool:
    """Whether a measure follows: miles, years, percent, a decimal, a clock time."""
    return _MEASURE.match(characters, end) is not None


def is_comparison(characters: str, end: int) -> bool:
    """Whether "no" goes on as "no more", "no longer", "No. 5"."""
    return _NO_MORE.match(characters, end) is not None


def is_ordinal_of_victim(characters: str, end: int) -> bool:
    """Whether an ordinal counts people harmed: "the 31st victim"."""
    return _VICTIM.match(characters, end) is not None


def is_ordinal_of_deaths(characters: str, end: int) -> bool:
    """Whether an ordinal tells how many died before: "the ninth teenager to be killed"."""
    return _TO_DIE.match(characters, end) is not None


def is_vague(characters: str, start: int, end: int) -> bool:
    """Whether a vague word is one: not in "as many as", "how many", "some 200"."""
    before = characters[max(0, start - 6) : start].lower()
    if before.endswith(("as ", "how ", "so ", "too ")) or is_measured(characters, end):
        return False
    return _NUMERAL_NEXT.match(characters, end) is None


#: "Twenty people, and not 21, died", "35 rather than 41": a number taken back.
_DENIED = re.compile(
    r"(?:[,(]|\band|\bbut|\d) not (?:the )?$|\brather than (?:the )?$|\binstead of (?:the )?$",
    re.IGNORECASE,
)


def is_count(characters: str, start: int, end: int) -> bool:
    """Whether a numeral can count something told (NUM-15)."""
    before = characters[max(0, start - 40) : start]
    if is_measured(characters, end) or before.endswith(_GLUE):
        return False
    if _DENIED.search(before):
        return False
    if _AGE_SHARED.match(characters, end) or _AGED.search(before):
        return False
    if _AGE_OF_ONE.search(before) and _AGE_END.match(characters, end):
        return False
    if not characters[start].isdigit():
        return not _ALONE.match(characters, end)
    if _NAMED.search(before) or _TITLED.search(before):
        return False
    if _DATE_AFTER.match(characters, end):
        return False
    if _DATE_BEFORE.search(before) and not _is_in_month(characters, before, end):
        return False
    if end - start <= 3 and _is_age(characters, before, end):
        return False
    if _AGES_BEFORE.search(before) and _AGES_AFTER.match(characters, end):
        return False
    if _AGE_OF.search(before) and _AGE_END.match(characters, end):
        return False
    if _EMERGENCY.fullmatch(characters, start, end):
        return False
    if _YEAR.fullmatch(characters, start, end) and (
        _YEAR_CONTEXT.search(before) or not _COUNTED.match(characters, end)
    ):
        return False
    return _STREET.match(characters, end) is None


def _is_age(characters: str, before: str, end: int) -> bool:
    if _NAME_BEFORE.search(before) and characters[end:].startswith(
        (" were", " had", " have", " died")
    ):
        return True
    if not _AGE_BEFORE.search(before) or _NO_AGE_BEFORE.search(before):
        return False
    if _FROM_BEFORE.search(before) and _FROM_AFTER.match(characters, end):
        return False
    return _AGE_AFTER.match(characters, end) is not None
