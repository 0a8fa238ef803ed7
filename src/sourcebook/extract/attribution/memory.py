"""Memory: who was told of so far, so that "he" and "the agency" find their source."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.entries import (
    Entry,
    backwards,
    is_overtaken,
    nominative,
    office_bearer,
    text_like,
)
from sourcebook.extract.attribution.gender import pronoun_of
from sourcebook.extract.attribution.likeness import (
    can_be_they,
    dies,
    entities_in,
    has_initials,
    is_armed,
    is_bare_account,
    is_body_of,
    is_called,
    is_definite,
    is_kind,
    is_of_country,
    is_of_side,
    is_the,
    last_name,
    may_be_name,
    owner_of,
    surname_of,
    tells_whose,
)
from sourcebook.extract.attribution.mentions import Mention, mention_at
from sourcebook.extract.parsed import Sentence

#: Sentences back in which a pronoun finds the one it stands for.
REACH = 6


@dataclass(slots=True)
class Memory:
    """Mentions in the order of the report."""

    entries: list[Entry] = field(default_factory=list)
    names: dict[str, Mention] = field(default_factory=dict)
    others: dict[str, Mention] = field(default_factory=dict)
    #: Last names of people who are said to have died: "she added" is not theirs.
    dead: set[str] = field(default_factory=set)

    def note(
        self, mention: Mention, sentence: int, *, spoke: bool, issued: bool = False
    ) -> None:
        """Remember a mention; ``issued`` where it is told to have put out a text."""
        if mention.kind == "pronoun":
            return
        self.entries.append(Entry(mention, sentence, spoke, issued))
        key = mention.name.casefold()
        held = self.names.get(key)
        if held is None or (held.body is None and mention.body is not None):
            self.names[key] = mention

    def note_subjects(self, sentence: Sentence) -> None:
        """Remember the people and bodies that are subjects in a sentence."""
        for token in sentence.tokens:
            if token.dep_ not in ("nsubj", "nsubjpass") or token.pos_ == "PRON":
                continue
            if can_be_they(token):
                mention = mention_at(sentence.passage, token)
                self.note(mention, sentence.index, spoke=False)
                if dies(token):
                    self.dead.add(last_name(mention))
        for entity in entities_in(sentence):
            if entity.label_ == "PERSON" and entity.end - entity.start > 1:
                mention = mention_at(sentence.passage, entity.root)
                self.others.setdefault(mention.name.casefold(), mention)

    def resolve(self, mention: Mention, sentence: int) -> Mention | None:
        """Return whom the mention stands for; None where the report tells nobody."""
        if mention.kind == "pronoun":
            return self._pronoun(mention, sentence)
        if is_bare_account(mention) and is_definite(mention):
            return self._issuer(mention, sentence)
        owner = owner_of(mention)
        if owner is not None:
            return self._of_owner(mention, owner, sentence)
        if mention.kind == "person" and mention.named and mention.principal is None:
            return self._fuller(mention)
        if cues.is_spokesperson(mention.head) and mention.name == mention.head.lower_:
            return self._of_last_body(mention, sentence)
        if mention.head.pos_ != "PROPN" and is_of_country(mention):
            return self._of_country(mention)
        if mention.head.pos_ != "PROPN" and is_definite(mention):
            return self._described(mention, sentence)
        return self._titled(mention)

    def fuller(self, mention: Mention) -> Mention:
        """Return a named mention with the full name and body told anywhere."""
        if mention.kind == "person" and mention.named and mention.principal is None:
            return self._fuller(mention)
        return self._known(mention)

    def _of_last_body(self, mention: Mention, sentence: int) -> Mention:
        """ "A spokesman added" speaks for the body that was heard right before."""
        held = self._described(mention, sentence)
        if held is not mention:
            return held
        near = [e for e in self.entries if 0 < sentence - e.sentence <= 2 and e.spoke]
        bodies = [e.mention for e in near if e.mention.kind == "body"]
        return replace(mention, body=bodies[-1].name) if bodies else mention

    def _of_owner(self, mention: Mention, owner: str, sentence: int) -> Mention:
        """ "His department" is the body of the person who is meant by "his"."""
        held = self._person(sentence, owner)
        told = self.fuller(held) if held is not None else None
        if told is None or not told.named:
            return mention
        return replace(mention, name=told.body or told.name, named=True)

    def _of_country(self, mention: Mention) -> Mention:
        """ "The country's ministry" is the ministry told before by its country."""
        for entry in reversed(self.entries):
            held = entry.mention
            same = cues.lemma(held.head) == cues.lemma(mention.head)
            if same and held.kind == "body" and tells_whose(held):
                return replace(
                    mention, name=held.name, named=held.named, body=held.body
                )
        return mention

    def _issuer(self, mention: Mention, sentence: int) -> Mention:
        """ "The statement" is the word of who issued one, else of who spoke last.

        A text of that kind with its maker goes before ("a police news release").
        """
        told = text_like(mention, self.entries, sentence - REACH)
        if told is not None:
            return replace(mention, name=told.name, body=told.body)
        said = [
            entry
            for entry in self.entries
            if 0 < sentence - entry.sentence <= REACH
            and entry.spoke
            and not cues.is_account(entry.mention.head)
        ]
        issued = [entry for entry in said if entry.issued]
        for entry in (issued or said)[-1:]:
            if entry.mention.kind != "pronoun":
                held = entry.mention
                return replace(
                    mention, name=held.name, named=held.named, body=held.body
                )
        return mention

    def _pronoun(self, mention: Mention, sentence: int) -> Mention | None:
        word = nominative(mention.head)
        if word in ("he", "she"):
            return self._person(sentence, word) or mention
        if word == "it":
            return self._last(sentence, 3, ("body",), plural=None)
        if word == "they":
            return self._last(sentence, 3, ("people", "body"), plural=True) or mention
        return mention if word in ("both", "others", "some", "many") else None

    def _person(self, sentence: int, word: str) -> Mention | None:
        """The last person, also one whose name the tagger took for something else."""
        for entry in backwards(self.entries):
            held = entry.mention
            if sentence - entry.sentence > REACH:
                return None
            if last_name(held) in self.dead and not entry.spoke:
                continue
            if held.kind == "person" and not held.plural:
                told = pronoun_of(self.fuller(held).name, held.tokens)
                if told is None or told == word:
                    return held
                continue
            if entry.spoke and sentence - entry.sentence == 1 and may_be_name(held):
                return held
        return None

    def _last(
        self, sentence: int, reach: int, kinds: tuple[str, ...], *, plural: bool | None
    ) -> Mention | None:
        near = [
            e
            for e in self.entries
            if sentence - e.sentence <= (REACH if e.spoke and plural else reach)
        ]
        fitting = [
            entry
            for entry in near
            if entry.mention.kind in kinds
            and (plural is None or entry.mention.plural == plural)
        ]
        own = [entry for entry in fitting if entry.sentence == sentence]
        if not plural and own:
            return own[-1].mention
        spoken = [entry for entry in fitting if entry.spoke]
        if plural and is_overtaken(spoken, fitting, sentence):
            return fitting[-1].mention
        if spoken and "person" not in kinds:
            return spoken[-1].mention
        return fitting[-1].mention if fitting else None

    def _fuller(self, mention: Mention) -> Mention:
        """A surname finds the full name and the body told with it."""
        words = mention.name.casefold().split()
        best, body = mention.name, mention.body
        for held in self.names.values():
            known = held.name.casefold().split()
            if held.kind != "person" or not held.named or not known:
                continue
            if known[-1] != words[-1] or not set(words) <= set(known):
                continue
            if len(known) > len(best.split()):
                best = held.name
            body = body or held.body
        if len(best.split()) == len(words):
            return self._among_others(replace(mention, body=body))
        return replace(mention, name=best, body=body)

    def _among_others(self, mention: Mention) -> Mention:
        """The one person of that name whom the report tells of without a word said."""
        words = mention.name.casefold().split()
        fits = [
            held
            for name, held in self.others.items()
            if held.kind == "person"
            and (name.split()[-1] == words[-1] or [name.split()[0]] == words)
            and set(words) <= set(name.split())
        ]
        if len({held.name.casefold() for held in fits}) != 1:
            return mention
        body = mention.body or next((h.body for h in fits if h.body), None)
        return replace(mention, name=fits[0].name, body=body)

    def _titled(self, mention: Mention) -> Mention:
        """ "The DPO" is the person whom the report called "DPO Iven Bask"."""
        told = [e.mention for e in self.entries if has_initials(e.mention, mention)]
        return told[-1] if told else self._known(mention)

    def _known(self, mention: Mention) -> Mention:
        """A body named shortly finds its longer name ("IOM" told in brackets)."""
        held = self.names.get(mention.name.casefold())
        if held is not None and held.body and not mention.body:
            return replace(mention, body=held.body)
        return surname_of(mention, self.names.values()) or mention

    def _group(self, mention: Mention, sentence: int) -> Mention:
        """ "The sources added" are those of several who were heard right before."""
        head = cues.lemma(mention.head)
        for entry in reversed(self.entries):
            held = entry.mention
            if sentence - entry.sentence > 2 * REACH:
                return mention
            if not entry.spoke or not held.plural or entry.sentence == sentence:
                continue
            same = head in ("source", "spokesman") or cues.lemma(held.head) == head
            if same and len(held.name.split()) > 1:
                return replace(
                    mention, name=held.name, named=held.named, body=held.body
                )
        return mention

    def _described(self, mention: Mention, sentence: int) -> Mention:
        """ "The agency" finds the last source of that kind, if there is one."""
        head = cues.lemma(mention.head)
        if len([t for t in mention.tokens if t.is_alpha and t.dep_ != "det"]) > 2:
            return office_bearer(mention, self.entries) or self._known(mention)
        person = head in cues.nouns("persons")
        if mention.plural and person:
            return self._group(mention, sentence)
        for entry in reversed(self.entries):
            held = entry.mention
            if sentence - entry.sentence > 2 * REACH:
                continue
            if not person and is_body_of(held, head):
                return replace(mention, name=held.body or "", named=True, body=None)
            if held.plural != mention.plural:
                continue
            if person and held.kind == "person" and is_the(held, mention):
                return replace(
                    mention, name=held.name, named=held.named, body=held.body
                )
            silent = not entry.spoke and not is_armed(mention)
            if person or entry.sentence == sentence or silent:
                continue
            told = held.named or tells_whose(held)
            fits = told and is_kind(held, head) and is_of_side(held, mention)
            called = head in cues.words("groups") and is_called(held, head)
            if (held.kind == "body" and fits) or called:
                return replace(
                    mention, name=held.name, named=held.named, body=held.body
                )
        return mention
