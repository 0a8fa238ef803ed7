"""Recasing for the parser: headlines in title case, old wires in capitals.

The parser was trained on running text. It reads "Taliban Attack Kills Six" badly, so
it is given a recased copy of the same length; spans always point into the original.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from sourcebook.schema.load import table
from sourcebook.text.gazetteer import lookup, nationality

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: What ends before the first word of a sentence: a full stop after two letters
#: (not "U.S."), a bracketed wire mark, a blank line, an opening quotation mark.
_OPENING = re.compile(
    r"(?:(?<=[\w\])]{2})[.!?][\"”'’)\]]*\s+|\]\s+|\n\s*\n\s*|^\W*)[\[\"“(]*$"
)
_NAME_RUN = 4


def recase_title(title: str, body: str) -> str:
    """Lower-case the words of a title-case headline that the body writes so.

    Names stay capitalised because the body capitalises them too. The result has
    the length of the title; a title that is not in title case returns unchanged.

    >>> recase_title("Taliban Attack Kills Six", "The attack by the Taliban kills six.")
    'Taliban attack kills six'
    """
    words = [m for m in _WORD.finditer(title) if len(m.group()) > 3]
    capitalised = sum(m.group()[0].isupper() for m in words)
    if len(words) < 3 or capitalised < 0.7 * len(words):
        return title
    plain = {m.group() for m in _WORD.finditer(body) if m.group().islower()}
    letters = list(title)
    for match in _WORD.finditer(title):
        low = match.group().lower()
        if match.start() and low in plain and len(low) == len(match.group()):
            letters[match.start() : match.end()] = low
    return "".join(letters)


def recase(characters: str) -> str:
    """Return a text in all capitals in sentence case, names capitalised.

    A word stays a name where a dictionary says so: months, weekdays, countries,
    nationalities, places of several words, and every word that English news never
    writes in lower case. Acronyms in brackets or with full stops stay as they are.
    The result has the same length; a text in mixed case returns unchanged.

    >>> recase("TWO GUERRILLAS WERE KILLED IN SAN SALVADOR ON MONDAY. IT RAINED.")
    'Two guerrillas were killed in San Salvador on Monday. It rained.'
    """
    if not in_capitals(characters):
        return characters
    matches = list(_WORD.finditer(characters))
    names = _places(characters, matches)
    letters = list(characters)
    for index, match in enumerate(matches):
        word = _written(characters, match, named=index in names)
        if len(word) == len(match.group()):
            letters[match.start() : match.end()] = word
    return "".join(letters)


def in_capitals(characters: str) -> bool:
    """Whether a text of some length has hardly a small letter."""
    sample = characters[:20_000]
    small = sum(c.islower() for c in sample)
    large = sum(c.isupper() for c in sample)
    return large > 20 and small < 0.1 * large


def _written(characters: str, match: re.Match[str], *, named: bool) -> str:
    word = match.group()
    before = characters[max(0, match.start() - 12) : match.start()]
    if not word.isupper() or _is_acronym(characters, match):
        return word
    opens = _OPENING.search(before) is not None and match.start() - len(before) >= 0
    plain = word.lower()
    base = re.split(r"['’]", plain)[0]
    if named or opens or base == "i" or _is_name(base) or _is_may(characters, match):
        return plain[0].upper() + plain[1:]
    return plain


def _is_may(characters: str, match: re.Match[str]) -> bool:
    """Whether "MAY" stands beside the number of a day."""
    around = characters[max(0, match.start() - 2) : match.end() + 2]
    return match.group() == "MAY" and any(c.isdigit() for c in around)


def _is_acronym(characters: str, match: re.Match[str]) -> bool:
    before = characters[match.start() - 1 : match.start()]
    after = characters[match.end() : match.end() + 1]
    if before in ("[", "(") and after in ("]", ")"):
        return len(match.group()) < 9
    dotted = after == "." and len(match.group()) == 1
    return dotted or _vowelless(match.group())


def _vowelless(word: str) -> bool:
    return 1 < len(word) < 6 and not set(word) & set("AEIOUY'’")


def _is_name(plain: str) -> bool:
    capital = plain[:1].upper() + plain[1:]
    if (is_calendar(plain) and plain != "may") or nationality(capital):
        return True
    return not is_common(plain)


def is_word(plain: str) -> bool:
    """Whether news writes exactly this word (in lower case) in small letters."""
    return plain in _words()


def is_common(plain: str) -> bool:
    """Whether news writes a word (in lower case), or its base, in small letters."""
    words = _words()
    if plain in words or len(plain) == 1:
        return True
    for ending in ("s", "es", "ed", "ing", "ly", "er", "d", "ers", "ness", "ment"):
        stem = plain.removesuffix(ending)
        if stem != plain and len(stem) > 2 and (stem in words or stem + "e" in words):
            return True
    return plain.endswith(("tion", "tions", "ism", "ists", "ity", "ized", "izing"))


@cache
def _words() -> frozenset[str]:
    path = files("sourcebook.schema") / "data" / "words.txt"
    return frozenset(path.read_text(encoding="utf-8").split("\n")[1:])


def is_calendar(plain: str) -> bool:
    """Whether a word (in lower case) names a month or a weekday."""
    return plain in _calendar()


@cache
def _calendar() -> frozenset[str]:
    told = table("calendar")
    months = {name for names in told["months"] for name in names}
    return frozenset(months | {n for names in told["weekdays"] for n in names[:1]})


def _places(characters: str, matches: list[re.Match[str]]) -> set[int]:
    """Return the indexes of words inside names of places of two words or more."""
    found: set[int] = set()
    for first in range(len(matches)):
        for size in range(_NAME_RUN, 1, -1):
            run = matches[first : first + size]
            if len(run) == size and _is_place(characters, run):
                found.update(range(first, first + size))
                break
    return found


def _is_place(characters: str, run: list[re.Match[str]]) -> bool:
    text = characters[run[0].start() : run[-1].end()]
    if re.search(r"[^\w\s'’.-]|\.\s", text) or len(text) > 40:
        return False
    if all(is_common(word.group().lower()) for word in run):
        return False
    entries = lookup(text)
    return bool(entries) and (entries[0].official or entries[0].population > 5000)
