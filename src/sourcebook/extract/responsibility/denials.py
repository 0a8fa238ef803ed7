"""Denials: somebody had no part in it, by their own or others' words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    bearer,
    following,
    is_passive,
    lemma,
    subject,
    undergoer,
)
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.claimants import found_each
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_event,
    is_negated,
    tells_event,
)
from sourcebook.extract.responsibility.harm import is_deed
from sourcebook.extract.responsibility.men import side_in_title, side_of
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def denied(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Somebody denies to have done it, or another's claim is dismissed."""
    what = undergoer(verb) or _told_before(verb)
    gerund = next(
        (c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "pcomp")), None
    )
    if lemma(verb) not in words("denying") or is_negated(verb):
        return
    noun = what is not None and (
        lemma(what) in words("denied_objects")
        or is_event(what)
        or (lemma(verb) == "deny" and what.lower_ in _IT and _is_accused(verb))
    )
    if lemma(verb) == "dismiss" or (
        noun and what is not None and lemma(what) == "claim"
    ):
        owner = (
            next((c for c in what.children if c.dep_ == "poss"), None)
            if what is not None
            else None
        )
        if owner is None and what is not None and _is_laid_to_own(what):
            owner = subject(verb)
        yield from found_each(verb, owner, "denied", actors)
    elif gerund is not None and gerund.dep_ == "ccomp" and _is_part(gerund):
        yield from found_each(verb, _doer_of(gerund, verb), "denied", actors)
    elif noun and what is not None and lemma(what) in _CHARGES and _is_official(verb):
        yield from found_each(verb, side_of(bearer(verb), actors), "denied", actors)
    elif noun or (gerund is not None and _tells_harm(gerund) and _denies_self(gerund)):
        yield from _for_his_side(verb, actors)


def _told_before(verb: Token) -> Token | None:
    """What a relative clause denies ("charges that Norland denies")."""
    held = verb.dep_ == "relcl" and subject(verb) not in (None, verb.head)
    return verb.head if held else None


def _who_denies(verb: Token) -> Token | None:
    """Who denies it, also by a text: "issued a statement denying responsibility"."""
    who = subject(verb)
    text = verb.dep_ == "acl" and lemma(verb.head) in ("statement", "letter", "note")
    if text and verb.head.dep_ == "dobj":
        return subject(verb.head.head)
    return who


def _for_his_side(verb: Token, actors: Actors) -> Iterator[Finding]:
    """A minister denies in the name of his state, a spokesman of whom he speaks for."""
    who = _who_denies(verb)
    state = side_in_title(who) if who is not None else None
    if who is not None and state is not None:
        yield Finding(actor=who, relation="denied", anchor=verb, name=state)
        return
    side = side_of(who, actors) if _is_official(verb) else None
    yield from found_each(verb, side or who, "denied", actors)


#: What is laid to a body, which its officials reject in its name.
_CHARGES = frozenset({"allegation", "accusation", "charge", "claim"})


def _is_official(verb: Token) -> bool:
    """Whether a person speaks by office or for others ("army spokesman Jan Poe")."""
    who = bearer(verb)
    if who is None or who.ent_type_ != "PERSON":
        return False
    near = [c for c in who.children if c.dep_ in ("compound", "appos", "nmod", "amod")]
    near += [who.head] if who.dep_ == "appos" else []
    spokes = {"spokesman", "spokeswoman", "spokesperson", "officer", "official"}
    return any(lemma(t) in words("authorities") | spokes for t in near)


def _is_laid_to_own(claim: Token) -> bool:
    """Rejected claims "that its aircraft bombed the camp": what is laid to one's own."""
    return any(
        c.dep_ in ("acl", "ccomp", "relcl")
        and is_deed(c)
        and (doer := subject(c)) is not None
        and any(t.lower_ in ("it", "its", "they", "their") for t in doer.subtree)
        for c in claim.subtree
    )


def _is_part(told: Token) -> bool:
    """Struck it, or had anything to do with it."""
    near = {t.lower_ for t in told.subtree}
    return is_deed(told) or ({"anything", "do"} <= near and tells_event(told))


def _doer_of(deed: Token, verb: Token) -> Token | None:
    """Who is denied to have done it: the speaker for "it", else whom the clause names."""
    doer = subject(deed)
    own = doer is None or doer.lower_ in ("it", "they", "we", "he", "she", "i")
    return subject(verb) if own else doer


def _has_no_part(verb: Token) -> bool:
    """Had no part in the massacre, no hand in the killing."""
    return any(
        lemma(c) in ("part", "hand", "role", "involvement", "share")
        and any(n.lower_ in ("no", "any") for n in c.children)
        and (any(n.lower_ == "no" for n in c.children) or is_negated(verb))
        and any(is_event(t) or t.lower_ in _IT for t in after(c, "in"))
        for c in verb.children
        if c.dep_ == "dobj"
    )


def _nothing_to_do(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Had nothing to do with the group."""
    for what in verb.children:
        if what.dep_ == "dobj" and what.lower_ == "nothing":
            for group in (t for c in what.children for t in after(c, "with")):
                if _is_body(group, actors):
                    yield Finding(actor=group, relation="denied", anchor=verb)
                elif is_event(group) or group.lower_ in _IT:
                    yield from found_each(verb, subject(verb), "denied", actors)


#: Pronouns for what happened or was said.
_IT = frozenset({"it", "this", "that"})


def _is_accused(verb: Token) -> bool:
    """Whether somebody was accused or blamed shortly before ("Norland denied it")."""
    before = verb.doc[max(0, verb.i - _NEAR) : verb.i]
    return any(t.pos_ == "VERB" and lemma(t) in words("accusing") for t in before)


#: Tokens back to an accusation that "it" may mean.
_NEAR = 40


def _is_body(noun: Token, actors: Actors) -> bool:
    """A group or organisation, also any at all ("no tie to any armed group")."""
    if any(c.lower_ == "any" for c in noun.children):
        return lemma(noun) in words("groupings")
    return actors.kind(noun) in ("group", "named", "described")


def _is_plea(verb: Token) -> bool:
    """Entered a plea of not guilty."""
    words_told = {t.lower_ for t in verb.subtree}
    return "plea" in words_told and {"not", "guilty"} <= words_told


def _tells_harm(gerund: Token) -> bool:
    return tells_event(gerund) or is_deed(gerund)


def _denies_self(gerund: Token) -> bool:
    doer = bearer(gerund)
    return (
        gerund.tag_ == "VBG"
        or doer is None
        or (is_event(doer) and lemma(gerund) in ("happen", "occur", "take"))
        or doer.lower_ in ("it", "they", "we", "he", "she", "i")
    )


def not_done(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Somebody says that a body or person did not do it ("said it had not bombed").

    Of those who did nothing at all nobody speaks so: the deed has a victim or target.
    """
    told = verb.dep_ == "ccomp" and lemma(verb.head) in _SAYING
    doer = bearer(verb)
    if not told or doer is None or is_passive(verb):
        return
    anywhere = any(c.lower_ == "anywhere" for c in verb.children)
    if not is_deed(verb) and not (anywhere and lemma(verb) in words("waging")):
        return
    known = actors.kind(doer) in ("group", "state", "named")
    if known or lemma(doer) in words("arms_of_state"):
        yield Finding(actor=doer, relation="denied", anchor=verb)


_SAYING = frozenset({"say", "tell", "insist", "state", "maintain", "claim", "assert"})


def untied(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Nothing ties somebody to it ("had no connection to", "was not involved in")."""
    if lemma(verb) in ("enter", "plead") and _is_plea(verb):
        whose = (c for t in after(verb, "on") for c in t.children if c.dep_ == "poss")
        who = next(whose, None) if is_passive(verb) else subject(verb)
        yield from found_each(verb, who, "denied", actors)
    if lemma(verb) in ("have", "find", "see", "be", "suggest", "show"):
        near = [t for c in verb.children for t in (c, *c.children)]
        near += [t for c in near for t in after(c, "of")]
        for noun in (t for t in near if lemma(t) in words("ties")):
            above = [noun, *noun.ancestors]
            told_no = any(c.lower_ == "no" for t in above for c in t.children)
            if not told_no and not is_negated(verb):
                continue
            parted = [t for one in after(noun, "between") for t in following(one)[1:]]
            for group in (*after(noun, "to", "with"), *parted):
                if _is_body(group, actors):
                    yield Finding(actor=group, relation="denied", anchor=verb)
    if lemma(verb) == "have":
        yield from _nothing_to_do(verb, actors)
        if _has_no_part(verb):
            yield from found_each(verb, subject(verb), "denied", actors)
    if lemma(verb) == "involve" and is_negated(verb) and is_passive(verb):
        who = bearer(verb)
        if who is not None and actors.kind(who) in ("group", "named", "state"):
            yield Finding(actor=who, relation="denied", anchor=verb)
