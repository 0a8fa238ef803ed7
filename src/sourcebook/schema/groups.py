"""Groups of people that figures count, and countries, in words."""

from __future__ import annotations

import pycountry

#: One and several of those whom a figure counts, where they are a group.
_GROUPS = {
    "civilians": ("civilian", "civilians"),
    "combatants": ("combatant", "combatants"),
    "attackers": ("attacker", "attackers"),
    "security_forces": (
        "member of the security forces",
        "members of the security forces",
    ),
    "women": ("woman", "women"),
    "children": ("child", "children"),
    "medics": ("medic", "medics"),
    "journalists": ("journalist", "journalists"),
}
#: Countries that share what stands before the comma of their name.
_SHARED = {
    "CD": "DR Congo",
    "VG": "British Virgin Islands",
    "VI": "US Virgin Islands",
}


def group_words(population: str, *, one: bool) -> str:
    """Return whom a figure counts, in words, empty for persons at large.

    >>> group_words("children", one=True), group_words("nationality:FR", one=False)
    ('child', 'nationals of France')
    """
    if population in _GROUPS:
        return _GROUPS[population][0 if one else 1]
    kind, _, code = population.partition(":")
    if kind == "nationality":
        return f"{'national' if one else 'nationals'} of {country_name(code)}"
    if population in ("persons", "devices"):
        return ""
    return population.replace(":", " ").replace("_", " ")


def country_name(code: str) -> str:
    """Return the common name of a country, its code where none is known.

    >>> country_name("BO"), country_name("PS"), country_name("XA")
    ('Bolivia', 'Palestine', 'XA')
    """
    found = pycountry.countries.get(alpha_2=code)
    if found is None or code in _SHARED:
        return _SHARED.get(code, code)
    return str(getattr(found, "common_name", found.name)).split(",")[0]
