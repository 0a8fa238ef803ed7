"""What others say: accused, blamed, charged, arrested, suspected, cleared (RSP-1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, agent, bearer, following, is_passive, lemma, subject, undergoer
from sourcebook.extract.responsibility.actors import Actors, hedge_at
from sourcebook.extract.responsibility.finding import Finding, is_event, is_negated, is_unreal, tells_deed, tells_event
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns that say nothing about who it was.
_NOBODY = frozenset({"suspect", "person", "people", "individual", "gunman", "shooter", "attacker", "other", "anyone", "one", "group", "victim", "two", "three"})
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
    if key in ("take", "be", "remain", "turn", "surrender", "want"):
        yield from _held(verb, actors)
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
        if kind in ("group", "named", "described", "state") or person or (vague and kind == "anonymous" and noun.pos_ != "PRON" and lemma(noun) not in _NOBODY):
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
        if any(tells_deed(t) for t in after(verb, "of")):
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
    charged = lemma(verb) in ("charge", "indict") and lemma(verb.head) != "say"
    if any(lemma(t) in words("offences") for t in offences) or _of_event(verb) or (charged and not offences and _is_headline(verb)):
        yield from _each(verb, _suffers(verb), "accused_by_authority", actors)


def _suffers(verb: Token) -> Token | None:
    """Who is arrested or charged; a headline leaves out "was"."""
    return undergoer(verb) or (bearer(verb) if _is_headline(verb) else None)


def _is_headline(verb: Token) -> bool:
    """A past form with a subject, without object and auxiliary ("man charged")."""
    return verb.tag_ in ("VBD", "VBN") and not any(c.dep_ in ("dobj", "aux", "ccomp", "xcomp") for c in verb.children)


def _arrested(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Arrested for it; one person arrested in the report's own story."""
    who = _suffers(verb)
    if who is None or is_unreal(verb):
        return
    reasons = [t for p in after(verb, *_TIES, "as") for t in p.subtree]
    tied = any(lemma(t) in (words("event_nouns") | words("offences") | {"connection", "suspicion", "suspect"}) for t in reasons)
    strong = lemma(verb) in ("arrest", "detain", "apprehend", "nab")
    single = "Plur" not in who.morph.get("Number") and who.pos_ != "PRON"
    if tied or (strong and single and _is_person(who)):
        yield from _each(verb, who, "accused_by_authority", actors)


def _held(verb: Token, actors: Actors) -> Iterator[Finding]:
    """In custody, behind bars, wanted for it, gave himself up."""
    if is_unreal(verb):
        return
    key = lemma(verb)
    within = {lemma(t) for t in after(verb, "in", "into", "behind")}
    held = key in ("take", "be", "remain") and bool(within & {"custody", "bar", "jail"})
    gave_up = (key == "turn" and any(c.lower_ in ("himself", "herself", "themselves") for c in verb.children)) or key == "surrender"
    wanted = key == "want" and is_passive(verb) and any(after(verb, "for", "in", "on"))
    if held or gave_up or wanted:
        who = undergoer(verb) if key in ("take", "want") else bearer(verb)
        for finding in _each(verb, who, "accused_by_authority", actors, vague=False):
            if finding.actor.ent_type_ in ("PERSON", "") and lemma(finding.actor) not in ("they", "it", "troop", "soldier", "force"):
                yield finding


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
        charges = [c for c in verb.children if c.dep_ == "dobj"]
        serious = words("offences") - {"attack", "death", "crime", "weapon", "shooting", "terrorism"}
        legal = {"charge", "count", "indictment", "trial", "murder", "homicide", "manslaughter"}
        told = {lemma(t) for c in charges for t in c.subtree}
        if told & serious and told & legal and not is_unreal(verb):
            yield from _each(verb, bearer(verb), "accused_by_authority", actors)
    elif key in ("tie", "link") and is_passive(verb) and _of_event(verb, ("to", "with")):
        yield from _each(verb, undergoer(verb), "suspected", actors, hedge=verb.text, vague=False)


def _copula(verb: Token, actors: Actors) -> Iterator[Finding]:
    doer = bearer(verb)
    if doer is None or doer.lower_ in ("who", "what") or verb.dep_ == "xcomp":
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
    if is_unreal(verb) or (verb.dep_ == "ccomp" and lemma(verb.head) in ("suspect", "believe", "think")):
        return
    hedge = hedge_at(verb)
    yield from _each(verb, doer, "suspected" if hedge else "reported_as_fact", actors, hedge=hedge, vague=False)


def _mishap(verb: Token, actors: Actors) -> Iterator[Finding]:
    """A driver or pilot is told to have caused the accident ("fell asleep")."""
    if not any(m.split()[0] == lemma(verb) and _has(verb, m.split()[1:]) for m in words("mishaps")):
        return
    doer = bearer(verb)
    if doer is None or not actors.operates(doer):
        return
    above = _teller(verb)
    relation, hedge = _weighed(verb, above, actors)
    yield Finding(actor=doer, relation=relation, anchor=above or verb, hedge=hedge)


def _teller(verb: Token) -> Token | None:
    """The outermost verb of saying or thinking over a clause."""
    step, found = verb, None
    while step.dep_ in ("ccomp", "xcomp", "advcl", "relcl", "conj") and step.head.pos_ in ("VERB", "AUX"):
        step = step.head
        if lemma(step) in _TELLING:
            found = step
    return found


def _weighed(verb: Token, above: Token | None, actors: Actors) -> tuple[Relation, str | None]:
    """The relation by who tells it: the operator, those who look into it, others."""
    hedge = hedge_at(verb)
    if above is None:
        return ("suspected", hedge) if hedge or is_unreal(verb) else ("reported_as_fact", None)
    steps = [t for t in verb.ancestors if lemma(t) in ("investigate", "examine", "probe", "look", "believe", "appear", "seem")]
    if steps or is_unreal(verb):
        return "suspected", hedge or (steps[0].text if steps else None)
    teller = bearer(above)
    told_by = lemma(above) == "tell" and teller is not None and not actors.operates(teller)
    if teller is not None and actors.operates(teller) and not told_by:
        return "claimed", hedge
    return _by(above), hedge


_TELLING = frozenset({"say", "tell", "claim", "think", "believe", "admit", "report", "investigate", "examine", "probe", "confess", "suggest", "add", "allege"})


def _has(verb: Token, rest: list[str]) -> bool:
    held = {t.lower_ for t in verb.subtree} | {lemma(t) for t in verb.subtree}
    return all(word in held for word in rest)
