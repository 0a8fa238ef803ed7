"""Organisations that span states: whose word an organ, mission or society is (SRC-2).

The United Nations is one lineage with its offices, missions, funds and programmes, and
with the staff of these; agencies with members of their own (WHO, IOM) are another. The
Red Cross or Red Crescent of each country is one of its own.
"""

from __future__ import annotations

import re
from functools import cache

from sourcebook.link.words import normalised
from sourcebook.schema.load import table
from sourcebook.schema.source_words import country_of, has, words_of
from sourcebook.schema.sources import Source, is_known, resolve

#: "investigators of the", before the name of an organisation.
_STAFF = re.compile(
    r"^(?:[a-z'’-]+ ){0,5}?(?:of|for|from|with|at) (?:the )?(?=[A-Z])", re.IGNORECASE
)
_SOCIETY = re.compile(r"\bred (?:cross|crescent)\b", re.IGNORECASE)
#: Words of an organisation's name at most.
_LONG = 4


def of_organisation(shown: str) -> str | None:
    """Return the organisation of states whose organ, mission or staff a name is.

    "UN mission in Arden", "investigators of the United Nations mission" and "NATO
    spokesman" are the organisation's; "African Union witnesses" are not.
    """
    if has(words_of(shown), "witness"):
        return None
    own = _STAFF.sub("", shown).split()
    for length in range(min(_LONG, len(own)), 0, -1):
        name = " ".join(own[:length])
        source = resolve(name)
        if source.type == "igo" and is_known(name):
            return lineage_of(source)
    return None


def of_society(shown: str, country: str | None) -> str | None:
    """Return the Red Cross or Red Crescent of a country, one lineage each."""
    found = _SOCIETY.search(shown)
    code = country_of(shown) or country
    if found is None or code is None or "committee" in shown.casefold():
        return None
    names = table("sources")["country"].get(code, {"words": [code]})["words"]
    return f"ngo:{key_of(found[0])}-of-{key_of(names[0])}"


def lineage_of(source: Source) -> str:
    """Return the lineage of a source that is somebody in particular."""
    told = _families().get(source.lineage or "", source.lineage or source.name)
    if ":" in told and source.type not in ("wire", "outlet", "report"):
        return told
    return f"{source.type}:{key_of(told)}"


@cache
def _families() -> dict[str, str]:
    """Offices and missions of an organisation, to its name."""
    told = table("sources")["family"].items()
    return {organ: name for name, organs in told for organ in organs}


def key_of(name: str) -> str:
    """Return a name as part of a lineage's key."""
    return re.sub(r"\W+", "-", normalised(name)).strip("-")
