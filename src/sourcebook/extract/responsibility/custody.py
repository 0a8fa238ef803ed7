"""At law: charged, arrested, in custody, wanted, convicted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    bearer,
    is_passive,
    lemma,
    undergoer,
)
from sourcebook.extract.responsibility.actor_words import is_aged, is_unnamed
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_unreal,
)
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


from sourcebook.extract.responsibility.accused import TIES, accused_each, of_event


def charged(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Charged with the harm itself, or due in court for it."""
    due = verb.dep_ == "xcomp" and lemma(verb.head) in ("expect", "schedule", "set")
    if is_unreal(verb) and not (due and lemma(verb) in ("arraign", "try")):
        return
    offences = [t for p in after(verb, "with", "for", "on", "in") for t in p.subtree]
    charged = lemma(verb) in ("charge", "indict") and lemma(verb.head) != "say"
    if (
        any(lemma(t) in words("offences") for t in offences)
        or of_event(verb)
        or (charged and not offences and is_headline(verb))
    ):
        who = suffers(verb)
        counted = who is not None and _is_counted(who)
        yield from accused_each(
            verb, who, "accused_by_authority", actors, anyone=counted
        )


def _is_counted(who: Token) -> bool:
    """People told by their number or kind only: two people, one, a suspect."""
    told = ("people", "person", "man", "woman", "suspect", "individual")
    kin = lemma(who) in words("kin") and who.tag_ == "NN"
    people = who.pos_ == "PROPN" and any(c.dep_ == "nummod" for c in who.children)
    return lemma(who) in told or is_unnamed(who) or kin or people


def suffers(verb: Token) -> Token | None:
    """Who is arrested or charged; a headline leaves out "was"."""
    found = undergoer(verb)
    if found is None and is_headline(verb):
        found = bearer(verb) or _loose(verb)
    if found is None and verb.dep_ == "advcl" and verb.tag_ == "VBN":
        found = bearer(verb.head)  # "two men went on trial charged with murder"
    return found


def _loose(verb: Token) -> Token | None:
    """The noun before the participle of a headline, which the parser hung otherwise."""
    for child in verb.children:
        if (
            child.i < verb.i
            and child.dep_ in _LOOSE
            and (is_aged(child) or lemma(child) in words("anonymous") | words("agents"))
        ):
            return child
    return None


_LOOSE = frozenset({"intj", "dep", "npadvmod", "nmod", "amod", "advmod", "compound"})


def is_headline(verb: Token) -> bool:
    """A past form with a subject, without object and auxiliary ("man charged")."""
    return verb.tag_ in ("VBD", "VBN") and not any(
        c.dep_ in ("dobj", "aux", "ccomp", "xcomp") for c in verb.children
    )


def arrested(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Arrested for it; one person arrested in the report's own story."""
    who = suffers(verb)
    if who is None or is_unreal(verb) or _is_bounded(who):
        return
    reasons = [
        t
        for p in after(verb, *TIES, "as")
        if lemma(p) not in _SWEEPS
        for t in p.subtree
    ]
    tied = any(
        lemma(t)
        in (words("event_nouns") | words("offences") | {"connection", "suspect"})
        or (lemma(t) == "suspicion" and not _is_of_membership(t))
        for t in reasons
    )
    strong = lemma(verb) in ("arrest", "detain", "apprehend", "nab")
    captors = bearer(verb) if not is_passive(verb) else None
    if captors is not None and lemma(captors) in words("arms_of_state"):
        strong = False  # soldiers take prisoners in a war
    if _is_of_members(who):
        strong = False
    single = "Plur" not in who.morph.get("Number", []) and who.pos_ != "PRON"
    counted = tied and _is_counted(who)
    if not tied and lemma(verb) != "hold" and _is_involved(who):
        tied = counted = True
    suspect = lemma(who) == "suspect"
    told = suspect or (single and is_person(who))
    if tied or (strong and told and not _is_for_else(verb)):
        yield from accused_each(
            verb,
            who,
            "suspected" if suspect else "accused_by_authority",
            actors,
            anyone=counted or suspect,
            hedge=who.text if suspect else None,
        )


def _is_of_membership(suspicion: Token) -> bool:
    """ "On suspicion of belonging to armed groups": of what one is, not of a deed."""
    of = list(after(suspicion, "of"))
    return any(lemma(t) in ("belong", "membership", "be", "plan") for t in of)


#: Operations in which people are arrested, which are not what they did.
_SWEEPS = frozenset({"raid", "operation", "sweep", "search", "crackdown", "swoop"})


def _is_of_members(who: Token) -> bool:
    """ "Nine members of the Front", "a rebel supporter": arrested for what they are."""
    return lemma(who) in words("containers")


def _is_involved(who: Token) -> bool:
    """ "The two officers involved in the killing" are arrested for it."""
    return any(
        (c.dep_ == "acl" and lemma(c) == "involve" and of_event(c, ("in",)))
        or (c.lower_ == "responsible" and of_event(c, ("for",)))
        for c in who.children
    )


def _is_bounded(who: Token) -> bool:
    """ "At least one suspect" counts those held, and tells nobody apart."""
    return any(t.lower_ in ("least", "than") for t in who.subtree if t.i < who.i)


def _is_for_else(verb: Token) -> bool:
    """Whether another reason than this harm is told ("as part of the fraud inquiry")."""
    if any(lemma(t) in words("other_crimes") for t in verb.sent):
        return True
    return any(
        t.ent_type_ not in ("DATE", "TIME", "GPE")
        for t in after(verb, "for", "as", "over")
    )


def held_at_law(verb: Token, actors: Actors) -> Iterator[Finding]:
    """In custody, behind bars, wanted for it, gave himself up."""
    if is_unreal(verb):
        return
    key = lemma(verb)
    if key in ("have", "hold") and verb.tag_ != "VBN":
        yield from _has_in_custody(verb, actors)
        return
    within = {
        lemma(t)
        for t in after(verb, "in", "into", "behind")
        if not any(c.lower_ == "protective" for c in t.children)
    }
    held = key in ("take", "be", "remain") and bool(within & {"custody", "bar", "jail"})
    gave_up = (
        key == "turn"
        and any(c.lower_ in ("himself", "herself", "themselves") for c in verb.children)
    ) or key == "surrender"
    wanted = (
        key == "want"
        and (is_passive(verb) or is_headline(verb))
        and any(after(verb, "for", "in", "on"))
    )
    if held or gave_up or wanted:
        who = suffers(verb) if key in ("take", "want") else bearer(verb)
        for finding in accused_each(
            verb, who, "accused_by_authority", actors, vague=False
        ):
            if finding.actor.ent_type_ in ("PERSON", "") and lemma(
                finding.actor
            ) not in ("they", "it", "troop", "soldier", "force"):
                yield finding


def _has_in_custody(verb: Token, actors: Actors) -> Iterator[Finding]:
    """The police have one person in custody for it."""
    whom = undergoer(verb)
    places = [t for v in (verb, whom) if v is not None for t in after(v, "in")]
    if whom is None or not any(lemma(t) == "custody" for t in places):
        return
    if of_event(verb) or of_event(whom):
        yield from accused_each(
            verb, whom, "accused_by_authority", actors, anyone=_is_counted(whom)
        )


def is_person(token: Token) -> bool:
    """Whether one person is meant, by name or noun."""
    return (
        token.ent_type_ == "PERSON"
        or lemma(token) in words("operators")
        or lemma(token)
        in (
            "suspect",
            "gunman",
            "shooter",
            "attacker",
            "man",
            "woman",
            "boy",
            "teenager",
            "student",
        )
    )


def convicted(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Convicted of it or sentenced for it: told as fact."""
    whom = suffers(verb)
    reasons = [
        t
        for v in (verb, whom)
        if v is not None
        for p in after(v, "of", "for", "in", "on")
        for t in p.subtree
    ]
    if any(
        lemma(t) in words("offences") | words("event_nouns")
        or t.lower_ in ("killing", "murdering")
        for t in reasons
    ):
        yield from accused_each(verb, whom, "reported_as_fact", actors)
