"""What the perpetrator itself says: claims, confessions, denials (RSP-1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    agent,
    bearer,
    is_passive,
    lemma,
    subject,
    undergoer,
)
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.claimants import (
    found_each,
    gives_motive,
    in_whose_name,
    is_done_by_them,
    is_of_habit,
    owns_up,
)
from sourcebook.extract.responsibility.denials import denied, untied
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_event,
    is_negated,
    is_unreal,
    tells_event,
)
from sourcebook.extract.responsibility.harm import is_deed
from sourcebook.extract.responsibility.men import by_own_men
from sourcebook.extract.responsibility.naming import canonical
from sourcebook.extract.responsibility.spokesmen import (
    group_of,
    is_collective,
    speaks_for_group,
)
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_SPEAKING = frozenset(
    {
        "say",
        "claim",
        "state",
        "announce",
        "declare",
        "confirm",
        "tell",
        "add",
        "call",
        "describe",
        "boast",
        "write",
        "insist",
    }
)
_OWN = frozenset(
    {"it", "they", "its", "their", "we", "our", "he", "his", "she", "her", "i", "my"}
)


def own_words(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Yield what a verb tells that somebody says of their own part in it."""
    key = lemma(verb)
    if key in words("claiming"):
        yield from _claimed(verb, actors)
    if verb.text == "IS":
        yield from _misread(verb, actors)
    if key in words("confessing") or key in ("plead", "own"):
        confessed = list(_confessed(verb, actors))
        yield from confessed or by_own_men(verb, actors)
    if key in words("denying"):
        yield from denied(verb, actors)
    if key in _SPEAKING:
        said = list(_said(verb, actors))
        yield from said or by_own_men(verb, actors)
    yield from untied(verb, actors)


def _claimed(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Claimed responsibility, took credit, claimed the attack."""
    if is_negated(verb) or is_unreal(verb) or is_of_habit(verb):
        return
    what = undergoer(verb)
    if what is None:
        return
    responsibility = lemma(what) in words("claimed_objects")
    deed = lemma(verb) == "claim" and is_event(what) and lemma(what) not in ("death",)
    if responsibility or deed:
        group = in_whose_name(verb, what)
        yield from found_each(verb, group or _claimant(verb, actors), "claimed", actors)


def _misread(token: Token, actors: Actors) -> Iterator[Finding]:
    """ "IS claims responsibility", where the parser took the name for a verb."""
    rest = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    if rest in (["claims", "responsibility"], ["claimed", "responsibility"]):
        actors.learn(token)
        name = canonical(token.text, token)
        yield Finding(actor=token, relation="claimed", anchor=token, name=name)


def _claimant(verb: Token, actors: Actors) -> Token | None:
    """The subject; a group in capitals that the parser took for a verb ("IS claims")."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if before is not None and before.text.isupper() and actors.names_group(before):
        return before
    return subject(verb)


def _confessed(verb: Token, actors: Actors) -> Iterator[Finding]:
    if is_negated(verb) or not owns_up(verb):
        return
    if lemma(verb) == "plead":
        guilty = next((c for c in verb.children if c.lower_ == "guilty"), None)
        denies = any(t.lower_ == "not" for t in verb.subtree)
        crimes = list(after(guilty, "to", "of")) if guilty is not None else []
        crimes += after(verb, "to") if guilty is not None else ()
        if guilty is not None and not _is_lesser(crimes):
            yield from found_each(
                verb, subject(verb), "denied" if denies else "claimed", actors
            )
        return
    deeds = [
        *after(verb, "to"),
        *(c for c in verb.children if c.dep_ in ("xcomp", "dobj")),
        *(c for c in verb.children if c.dep_ == "ccomp" and _is_own(c)),
    ]
    deeds += [t for d in deeds for t in d.conjuncts]
    if not deeds and lemma(verb) == "confess":  # to what is being told
        yield from found_each(verb, subject(verb), "claimed", actors)
    if any((tells_event(d) and _is_doing(d)) or is_deed(d) for d in deeds):
        yield from found_each(verb, subject(verb), "claimed", actors)


def _is_lesser(crimes: list[Token]) -> bool:
    """Whether a plea is to another crime only ("to obstruction of justice")."""
    return bool(crimes) and all(lemma(t) in words("other_crimes") for t in crimes)


def _is_doing(deed: Token) -> bool:
    return (
        deed.pos_ in ("VERB", "AUX")
        or lemma(deed) in words("event_nouns")
        or lemma(deed) == "role"
    )


def _said(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Said it carried out the attack, that its fighters did, that it was revenge."""
    speaker = bearer(verb)
    if speaker is None or is_passive(verb):
        return
    behind = actors.group_behind(speaker)
    own_side = (
        behind is not None
        or actors.is_group(speaker)
        or speaks_for_group(speaker, actors)
        or actors.is_spokesman(speaker)
        or (is_collective(speaker) and lemma(speaker) in words("doers"))
    )
    for told in _contents(verb):
        mine = _is_own(told)
        if mine and _tells_own_deed(told, verb, actors=actors, speaker=speaker):
            denies = is_negated(told)
            side = group_of(speaker, actors) if own_side and not denies else speaker
            if side != speaker:
                name = actors.spoken_for(speaker, side)
                yield Finding(actor=side, relation="claimed", anchor=verb, name=name)
                return
            yield from found_each(
                verb, speaker, "denied" if denies else "claimed", actors
            )
            return
        ours = own_side and is_done_by_them(told)
        if ours or (own_side and (_is_of_own_side(told) or gives_motive(verb, told))):
            group = group_of(speaker, actors)
            name = behind or actors.spoken_for(speaker, group)
            yield Finding(actor=group, relation="claimed", anchor=verb, name=name)
            return


def _contents(verb: Token) -> list[Token]:
    return [
        c
        for c in verb.children
        if c.dep_ in ("ccomp", "xcomp", "dobj", "oprd", "parataxis", "dep")
    ]


def _is_own(told: Token) -> bool:
    """Whether what is said has the speaker or his people as its subject."""
    doer = bearer(told) if told.pos_ in ("VERB", "AUX") else None
    if told.pos_ == "VERB" and is_passive(told):
        doer = agent(told)
        if doer is None:
            return False
    if doer is None:
        return told.dep_ == "xcomp" and told.pos_ == "VERB"
    ours = any(c.dep_ == "poss" and c.lower_ in _OWN for c in doer.children)
    return doer.lower_ in _OWN or (ours and lemma(doer) in words("own_people"))


def _is_to_blame(token: Token) -> bool:
    """ "Responsible" or "behind it"; who is "very responsible" is to be trusted."""
    if token.lower_ != "responsible":
        return token.lower_ == "behind"
    return not any(c.lower_ in _DEGREES for c in token.children)


_DEGREES = frozenset({"very", "so", "quite", "pretty", "really", "more", "most"})


def _tells_own_deed(
    told: Token, verb: Token, *, actors: Actors, speaker: Token
) -> bool:
    if lemma(told) == "be":
        return any(_is_to_blame(t) for t in told.subtree)
    kind = actors.kind(speaker)
    if lemma(told) == "do" and _does_it(told):
        return _matches(told, verb, speaker=speaker, kind=kind)
    if not _matches(told, verb, speaker=speaker, kind=kind):
        return False
    if lemma(told) not in words("deeds") or (kind is None and speaker.pos_ != "PRON"):
        return False
    if speaker.ent_type_ == "PERSON" or (
        kind in ("described", "anonymous")
        and not (actors.is_group(speaker) or is_collective(speaker))
    ):
        return lemma(told) in (
            "kill",
            "shoot",
            "stab",
            "murder",
            "strangle",
            "bomb",
        ) and not is_unreal(told)
    if is_unreal(told):
        return False
    own = _by_own_fighters(told) and undergoer(told) is not None
    return tells_event(told) or own or is_deed(told)


def _does_it(told: Token) -> bool:
    """Did it, did so, did this."""
    return any(c.lower_ in ("it", "so", "this") and c.i > told.i for c in told.children)


def _by_own_fighters(told: Token) -> bool:
    """Whether the subject is "its fighters", "our soldiers"."""
    doer = bearer(told)
    return doer is not None and lemma(doer) in words("own_people")


def _matches(told: Token, verb: Token, *, speaker: Token, kind: str | None) -> bool:
    """Whether the pronoun of what is said can be the speaker.

    "He" after "police said" is somebody else; "told police he did it" is himself.
    """
    doer = bearer(told)
    word = doer.lower_ if doer is not None else ""
    if word in ("he", "she"):
        heard = [
            c
            for c in verb.children
            if c.dep_ in ("dobj", "dative") and lemma(c) in words("confessors")
        ]
        return bool(heard) or (
            lemma(verb) in ("admit", "confess", "boast", "claim") and kind != "group"
        )
    if word in ("they", "it", "we"):
        return (
            kind == "group"
            or (kind in ("named", "state") and speaker.ent_type_ != "PERSON")
            or is_collective(speaker)
        )
    return word not in ("i", "my")


def _is_of_own_side(told: Token) -> bool:
    """A group tells of the attack as its own: why, or what its fighters did."""
    tokens = list(told.subtree)
    if any(lemma(t) in words("reasons") for t in tokens):
        return True
    ours = any(
        lemma(t)
        in ("fighter", "mujahid", "mujahideen", "martyrdom", "soldier", "bomber")
        for t in tokens
    )
    return ours and not any(t.dep_ == "neg" for t in tokens)
