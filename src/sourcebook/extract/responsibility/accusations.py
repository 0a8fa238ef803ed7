"""What others say: accused, blamed, charged, arrested, suspected, cleared (RSP-1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, agent, bearer, following, is_passive, lemma, subject, undergoer
from sourcebook.extract.responsibility.actors import Actors, hedge_at
from sourcebook.extract.responsibility.finding import Finding, is_event, is_negated, is_unreal, tells_event
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIES = ("of", "for", "in", "with", "over", "on", "after", "following", "from")


def accusations(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Yield what a verb tells that others say of an actor."""
    key = lemma(verb)
    if key in words("accusing"):
        yield from _accused(verb, actors)
    if key in words("charging"):
        yield from _charged(verb, actors)
    if key in words("arresting"):
        yield from _arrested(verb, actors)
    if key in words("convicting") and is_passive(verb):
        yield from _convicted(verb, actors)
    if key in words("suspecting"):
        yield from _suspected(verb, actors)
    if key in words("acquitting") and _of_event(verb, ("of", "in")):
        yield from _each(verb, undergoer(verb), "acquitted", actors)
    if key in words("identified"):
        yield from _identified(verb, actors)
    if key in ("be", "hold", "investigate", "face", "tie", "link", "find"):
        yield from _stated(verb, actors)
    yield from _mishap(verb, actors)


def _each(
    verb: Token, who: Token | None, relation: Relation, actors: Actors, *, hedge: str | None = None, vague: bool = True
) -> Iterator[Finding]:
    """One finding an actor; ``vague`` actors count too ("the driver")."""
    if who is None or is_negated(verb):
        return
    for noun in actors.split(who):
        kind = actors.kind(noun)
        person = noun.pos_ == "PRON" and noun.lower_ in ("he", "she", "it", "they")
        if kind in ("group", "named", "described", "state") or person or (vague and kind == "anonymous" and noun.pos_ != "PRON"):
            yield Finding(actor=noun, relation=relation, anchor=verb, hedge=hedge or hedge_at(verb))


def _by(verb: Token) -> Relation:
    """Accused, or accused by an authority, from whoever accuses."""
    accuser = agent(verb) if is_passive(verb) else bearer(verb)
    if accuser is None:
        return "accused"
    near = [accuser, *(c for c in accuser.children if c.dep_ in ("compound", "appos", "amod"))]
    return "accused_by_authority" if any(lemma(t) in words("authorities") or t.ent_type_ == "GPE" for t in near) else "accused"


def _of_event(verb: Token, prepositions: tuple[str, ...] = _TIES) -> bool:
    return any(tells_event(t) for t in after(verb, *prepositions))


def _accused(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Accuse X of the attack; blame X for it; blame it on X. Not of else (RSP-3)."""
    if is_unreal(verb):
        return
    if lemma(verb) == "accuse":
        if _of_event(verb, ("of",)):
            yield from _each(verb, undergoer(verb), _by(verb), actors)
        return
    culprits = list(after(verb, "on"))
    if culprits and is_event(undergoer(verb)):
        yield from _each(verb, culprits[0], _by(verb), actors)
    elif _of_event(verb, ("for", "in")) or any(is_event(t) for t in _adjacent_event(verb)):
        yield from _each(verb, undergoer(verb), _by(verb), actors)


def _adjacent_event(verb: Token) -> Iterator[Token]:
    """ "For the blasts" hung by the parser from the last of those blamed."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            for noun in following(child):
                yield from after(noun, "for")


def _charged(verb: Token, actors: Actors) -> Iterator[Finding]:
    if is_unreal(verb):
        return
    offences = [t for p in after(verb, "with", "for", "on", "in") for t in p.subtree]
    if any(lemma(t) in words("offences") for t in offences) or _of_event(verb):
        yield from _each(verb, undergoer(verb), "accused_by_authority", actors)


def _arrested(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Arrested for it; one person arrested in the report's own story."""
    who = undergoer(verb)
    if who is None or is_unreal(verb):
        return
    reasons = [t for p in after(verb, *_TIES, "as") for t in p.subtree]
    tied = any(lemma(t) in (words("event_nouns") | words("offences") | {"connection", "suspicion", "suspect"}) for t in reasons)
    strong = lemma(verb) in ("arrest", "detain", "apprehend", "nab")
    single = "Plur" not in who.morph.get("Number") and who.pos_ != "PRON"
    if tied or (strong and single and _is_person(who)):
        yield from _each(verb, who, "accused_by_authority", actors)


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or lemma(token) in words("operators") or lemma(token) in ("suspect", "gunman", "shooter", "attacker", "man", "woman", "boy", "teenager", "student")


def _convicted(verb: Token, actors: Actors) -> Iterator[Finding]:
    reasons = [t for p in after(verb, "of", "for", "in", "on") for t in p.subtree]
    if any(lemma(t) in words("offences") | words("event_nouns") or t.lower_ in ("killing", "murdering") for t in reasons):
        yield from _each(verb, undergoer(verb), "reported_as_fact", actors)


def _suspected(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Suspected of it, believed to be behind it, suspect X of it."""
    who = undergoer(verb)
    if lemma(verb) == "suspect":
        if who is not None and (_of_event(verb, ("of", "in")) or (not is_passive(verb) and is_event(who) is False and _is_person(who))):
            yield from _each(verb, who, "suspected", actors, hedge=verb.text)
    for told in (c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "oprd")):
        blamed = bearer(told) if told.dep_ == "ccomp" else who
        weak = is_passive(verb) or lemma(verb) in ("suspect", "believe", "think", "allege", "suggest", "fear")
        if weak and _tells_part(told):
            yield from _each(verb, blamed, "suspected", actors, hedge=verb.text)


def _tells_part(told: Token) -> bool:
    """Whether a complement is "to be behind the attack" or "to have carried it out"."""
    if any(t.lower_ in ("responsible", "behind", "involved") for t in told.subtree):
        return any(is_event(t) for t in told.subtree if t.pos_ == "NOUN") or lemma(told) == "be"
    return lemma(told) in words("deeds") and lemma(told) not in ("go", "run", "drive", "burn", "target") and tells_event(told)


def _identified(verb: Token, actors: Actors) -> Iterator[Finding]:
    """The gunman was identified as X; police named X as the suspect."""
    who = undergoer(verb)
    if who is None:
        return
    for named in [*after(verb, "as"), *(c for c in verb.children if c.dep_ == "oprd")]:
        for role, person in ((who, named), (named, who)):
            person = role if person is None else person
            if person.ent_type_ == "PERSON" and lemma(role) in words("doers"):
                suspect = lemma(role) in words("suspects")
                yield Finding(
                    actor=person, relation="suspected" if suspect else "reported_as_fact", anchor=verb, hedge=role.text if suspect else hedge_at(role)
                )
                return


def _stated(verb: Token, actors: Actors) -> Iterator[Finding]:
    """X is responsible for the attack, X was behind it, X is held responsible."""
    key = lemma(verb)
    if key == "be":
        yield from _copula(verb, actors)
    elif key == "hold" and any(t.lower_ == "responsible" and tells_event(t) for t in verb.subtree):
        yield from _each(verb, undergoer(verb), _by(verb), actors)
    elif key == "find" and any(t.lower_ == "guilty" for t in verb.children):
        innocent = any(t.lower_ == "not" for t in verb.subtree)
        yield from _each(verb, undergoer(verb), "acquitted" if innocent else "reported_as_fact", actors)
    elif key == "face":
        charges = [c for c in verb.children if c.dep_ == "dobj" and lemma(c) in ("charge", "count", "indictment", "trial")]
        if any(lemma(t) in words("offences") for c in charges for t in c.subtree):
            yield from _each(verb, bearer(verb), "accused_by_authority", actors)
    elif key in ("tie", "link") and is_passive(verb) and _of_event(verb, ("to", "with")):
        yield from _each(verb, undergoer(verb), "suspected", actors, hedge=verb.text, vague=False)


def _copula(verb: Token, actors: Actors) -> Iterator[Finding]:
    doer = bearer(verb)
    if doer is None or doer.lower_ in ("who", "what"):
        return
    for child in verb.children:
        if child.lower_ == "responsible" and any(is_event(t) for t in after(child, "for")):
            yield from _told(verb, doer, actors)
        if child.lower_ == "behind" and any(is_event(t) for t in child.children):
            yield from _told(verb, doer, actors)
        if child.dep_ == "attr" and lemma(child) == "suspect":
            yield from _each(verb, doer, "suspected", actors, hedge=child.text, vague=False)
        if child.dep_ == "attr" and is_event(doer):
            for culprit in after(child, "by"):
                yield from _each(verb, culprit, "accused", actors)


def _told(verb: Token, doer: Token, actors: Actors) -> Iterator[Finding]:
    if is_unreal(verb):
        return
    hedge = hedge_at(verb)
    yield from _each(verb, doer, "suspected" if hedge else "reported_as_fact", actors, hedge=hedge, vague=False)


def _mishap(verb: Token, actors: Actors) -> Iterator[Finding]:
    """A driver or pilot is told to have caused the accident ("fell asleep")."""
    doer = bearer(verb)
    if doer is None or lemma(doer) not in words("operators"):
        return
    told = f"{lemma(verb)} "
    if any(m.split()[0] == lemma(verb) and _has(verb, m.split()[1:]) for m in words("mishaps")) and told:
        doubtful = is_unreal(verb) or lemma(verb.head) in ("investigate", "examine", "probe", "look", "believe", "think")
        hedge = hedge_at(verb) or (verb.head.text if doubtful and verb.head != verb else None)
        yield Finding(actor=doer, relation="suspected" if hedge else "reported_as_fact", anchor=verb, hedge=hedge)


def _has(verb: Token, rest: list[str]) -> bool:
    held = {t.lower_ for t in verb.subtree} | {lemma(t) for t in verb.subtree}
    return all(word in held for word in rest)
