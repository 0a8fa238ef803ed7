"""What others say: accused, blamed, charged, arrested, suspected, cleared (RSP-1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    agent,
    antecedent,
    bearer,
    following,
    is_passive,
    lemma,
    undergoer,
)
from sourcebook.extract.responsibility.accused import (
    accused_each,
    of_event,
    relation_by,
)
from sourcebook.extract.responsibility.actor_words import hedge_at, is_unnamed
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.custody import (
    arrested,
    charged,
    convicted,
    held_at_law,
    is_headline,
    is_person,
    suffers,
)
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_event,
    is_negated,
    is_unreal,
    tells_deed,
    tells_event,
)
from sourcebook.extract.responsibility.laid import believed_members, laid
from sourcebook.extract.responsibility.mishaps import mishap
from sourcebook.extract.responsibility.standing import (
    is_on_trial,
    is_people,
    stated,
    suspicion,
    took_part,
)
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def accusations(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Yield what a verb tells that others say of an actor."""
    key = lemma(verb)
    if key in words("accusing"):
        yield from _accused(verb, actors)
    if key in words("charging"):
        yield from charged(verb, actors)
    if key in words("arresting"):
        yield from arrested(verb, actors)
    if key in words("convicting") and _is_of_court(verb):
        yield from convicted(verb, actors)
    if key in words("suspecting"):
        yield from _suspected(verb, actors)
        yield from believed_members(verb, actors)
    if key in words("acquitting"):
        yield from _acquitted(verb, actors)
    if key in _HELD:
        yield from held_at_law(verb, actors)
    if key in words("identified"):
        yield from _identified(verb, actors)
    if key in ("be", "hold", "investigate", "face", "tie", "link", "find"):
        yield from stated(verb, actors)
    if key in words("joining"):
        yield from took_part(verb, actors)
    if key in ("be", "stand", "go") and is_on_trial(verb):
        yield from accused_each(verb, bearer(verb), "accused_by_authority", actors)
    if key in ("fall", "center", "focus", "point"):
        yield from suspicion(verb, actors)
    yield from laid(verb, actors)
    yield from mishap(verb, actors)


_HELD = frozenset({"take", "be", "remain", "turn", "surrender", "want", "have", "hold"})


def _is_of_court(verb: Token) -> bool:
    """Convicted in the passive, in a headline, or by a court told as the subject."""
    if is_unreal(verb):
        return False  # "faces life if convicted"
    if is_passive(verb) or is_headline(verb):
        return True
    who = bearer(verb)
    return who is not None and lemma(who) in ("court", "jury", "judge", "tribunal")


def _accused(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Accuse X of the attack; blame X for it; blame it on X. Not of else (RSP-3)."""
    if is_unreal(verb):
        return
    if lemma(verb) == "accuse":
        crimes = list(after(verb, *(("of", "in") if is_passive(verb) else ("of",))))
        if any(tells_deed(t) for t in crimes):
            yield from accused_each(
                verb, suffers(verb), relation_by(verb), actors, anyone=True
            )
        elif not crimes and not is_passive(verb) and _is_alone(verb):
            yield from _of_it(verb, actors)
        return
    culprits = list(after(verb, "on", "to"))
    what = undergoer(verb)
    what = antecedent(what) if what is not None else None
    if what is not None and what.lower_ in ("much", "most", "some", "part"):
        what = next(after(what, "of"), what)
    if lemma(verb) in _LAID_TO:
        if culprits and (is_event(what) or (what is not None and what.lower_ == "it")):
            yield from accused_each(verb, culprits[0], relation_by(verb), actors)
        return
    if not culprits and what is not None and is_event(what):
        culprits = list(after(what, "on"))  # "blamed the massacre on rebels"
    if culprits and is_event(what):
        yield from accused_each(verb, culprits[0], relation_by(verb), actors)
    elif lemma(verb) == "blame" and what is not None and _is_party(what, actors):
        yield from accused_each(verb, what, relation_by(verb), actors)
    elif of_event(verb, ("for", "in", "of")) or any(
        is_event(t) for t in _adjacent_event(verb)
    ):
        yield from accused_each(verb, undergoer(verb), relation_by(verb), actors)
    elif lemma(verb) == "blame" and not is_passive(verb) and _is_alone(verb):
        yield from _of_it(verb, actors)


def _of_it(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Whom somebody blames without a word of what for: for what is being told."""
    what, who = undergoer(verb), bearer(verb)
    if who is None or not (
        is_people(who, actors) or who.lower_ in ("he", "she", "they", "it")
    ):
        return
    if what is not None and actors.kind(what) in (
        "group",
        "state",
        "named",
        "described",
    ):
        yield from accused_each(verb, what, relation_by(verb), actors)


def _is_alone(verb: Token) -> bool:
    """Whether nothing tells of what, or for what, somebody is accused or blamed."""
    return not any(
        c.dep_ in ("prep", "xcomp", "ccomp", "prt", "oprd") and c.i > verb.i
        for c in verb.children
        if not any(t.ent_type_ in ("DATE", "TIME") for t in c.children)
    )


def _is_party(what: Token, actors: Actors) -> bool:
    """An armed group or force, who is blamed for the attack also where none is told."""
    plain = lemma(what) in words("doers") and lemma(what) not in words("anonymous")
    return actors.kind(what) == "group" or plain


#: Verbs that lay the deed to somebody by "to" or "on".
_LAID_TO = frozenset({"attribute", "ascribe", "pin"})


def _adjacent_event(verb: Token) -> Iterator[Token]:
    """The event after "for", which the parser hung from elsewhere."""
    for child in verb.children:
        if child.dep_ not in ("dobj", "nsubjpass"):
            continue
        last = following(child)[-1]
        for noun in following(child):
            yield from after(noun, "for")
        if last.i + 1 < len(verb.doc) and last.nbor(1).lower_ == "for":
            yield from (c for c in last.nbor(1).children if c.dep_ == "pobj")


def _acquitted(verb: Token, actors: Actors) -> Iterator[Finding]:
    whom = undergoer(verb)
    if of_event(verb) or (whom is not None and of_event(whom, ("of", "in"))):
        yield from accused_each(verb, whom, "acquitted", actors)


def _suspected(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Suspected of it, believed to be behind it, suspect X of it."""
    who = undergoer(verb)
    if (
        lemma(verb) == "suspect"
        and who is not None
        and (
            of_event(verb, ("of", "in"))
            or (not is_passive(verb) and is_event(who) is False and is_person(who))
            or (not is_passive(verb) and actors.kind(who) == "group")
        )
    ):
        yield from accused_each(verb, who, "suspected", actors, hedge=verb.text)
    for told in (c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "oprd")):
        blamed = bearer(told) if told.dep_ == "ccomp" else who
        if is_passive(told) and lemma(told) in words("deeds"):
            blamed = agent(told)
        weak = is_passive(verb) or lemma(verb) in (
            "suspect",
            "believe",
            "think",
            "allege",
            "suggest",
            "fear",
        )
        known = blamed is not None and is_unnamed(blamed)
        if weak and (culprit := _culprit_in(told)) is not None:
            yield from accused_each(
                verb, culprit, "suspected", actors, hedge=verb.text, anyone=True
            )
        elif weak and _tells_part(told):
            yield from accused_each(
                verb, blamed, "suspected", actors, hedge=verb.text, anyone=known
            )


def _culprit_in(told: Token) -> Token | None:
    """Who is meant by "he was the shooter" or "the killer was a neighbour"."""
    doer = bearer(told)
    if lemma(told) != "be" or doer is None or is_negated(told) or is_unreal(told):
        return None
    for noun in (c for c in told.children if c.dep_ == "attr"):
        if lemma(noun) in words("culprits") and doer.pos_ in ("NOUN", "PROPN"):
            return doer
        if lemma(doer) in words("culprits") and noun.pos_ in ("NOUN", "PROPN"):
            return noun
    return None


def _tells_part(told: Token) -> bool:
    """Whether a complement is "to be behind the attack" or "to have carried it out"."""
    if any(t.lower_ in ("responsible", "behind", "involved") for t in told.subtree):
        return (
            any(is_event(t) for t in told.subtree if t.pos_ == "NOUN")
            or lemma(told) == "be"
        )
    return (
        lemma(told) in words("deeds")
        and lemma(told) not in ("go", "run", "drive", "burn", "target")
        and tells_event(told)
    )


def _identified(verb: Token, actors: Actors) -> Iterator[Finding]:
    """The gunman was identified as X; police named X as the suspect."""
    told_so = next((c for c in verb.children if c.dep_ == "oprd"), None)
    who = _noun_before(verb) or undergoer(verb) or told_so
    if told_so is not None and _is_name(told_so) and any(after(verb, "as")):
        who = told_so
    if who is None:
        return
    for named in [*after(verb, "as"), *(c for c in verb.children if c.dep_ == "oprd")]:
        for role, person in ((who, named), (named, who)):
            if _is_name(person) and lemma(role) in words("doers") | words("plotters"):
                suspect = lemma(role) in words("suspects")
                told = relation_by(verb) if lemma(role) in words("plotters") else None
                yield Finding(
                    actor=person,
                    relation="suspected" if suspect else told or "reported_as_fact",
                    anchor=verb,
                    hedge=role.text if suspect else hedge_at(role),
                )
                return


def _noun_before(verb: Token) -> Token | None:
    """The noun right before a participle set off by a comma ("the suspect, identified")."""
    if verb.tag_ != "VBN" or verb.i < verb.sent.start + 2 or verb.nbor(-1).text != ",":
        return None
    before = verb.nbor(-2)
    return before if before.pos_ == "NOUN" and lemma(before) in words("doers") else None


def _is_name(token: Token) -> bool:
    """A personal name, also where the tagger took an age before it for a date."""
    if token.ent_type_ == "PERSON" or token.lower_ in ("him", "her"):
        return True
    return token.pos_ == "PROPN" and any(
        c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children
    )
