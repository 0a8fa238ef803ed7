"""On which side somebody told one by one is counted: victims or attackers (NUM-19)."""

from __future__ import annotations

from sourcebook.reconcile.persons import Person, alike


def take_sides(
    merged: dict[tuple[str, bool], tuple[Person, ...]],
) -> None:
    """Count each person on one side: with the attackers or with the victims (NUM-19).

    Who bears an attacker's full name is he, and who is dead and only told of as the one
    who did it, where an attacker died. Who harmed himself, and is told of
    elsewhere as the only victim, is no attacker.
    """
    for family, attacker in [key for key in merged if key[1]]:
        own = merged[family, attacker]
        victims = merged.get((family, False), ())
        by_name = {p.full_name: p for p in own if p.full_name}
        same = [p for p in victims if p.full_name in by_name]
        for person in same:
            by_name[person.full_name].mentions.extend(person.mentions)
        dead = [p for p in own if p.died]
        only = (p for p in victims if p.died and all(m.attacker for m in p.mentions))
        doers = [p for p in only if dead and p not in same]
        for person in doers:
            dead[0].mentions.extend(person.mentions)
        same += doers
        merged[family, False] = tuple(p for p in victims if p not in same)
        one = len(own) == len(victims) == 1 and not same
        if one and (alike(own[0], victims[0]) or _himself(own[0], victims[0])):
            victims[0].mentions.extend(own[0].mentions)
            merged[family, attacker] = ()


def _himself(doer: Person, victim: Person) -> bool:
    """Whether who harmed himself is the one victim of whom all reports tell."""
    both_died = doer.died and victim.died
    return both_died and doer.sole and any(m.sole for m in victim.mentions)
