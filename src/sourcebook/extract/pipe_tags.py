"""Parts of speech, morphology and listed lemmas, by spaCy's own rules, remembered.

spaCy's attribute ruler tries some 180 patterns at every token. All but a few look at
the tag, the word and the dependency of one token, so what they set is remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens._retokenize import set_token_attrs

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

#: Under this name spaCy builds the component.
NAME = "sourcebook_tags"
#: What the patterns of one token look at; whether it is a space follows from the word.
_LOOKED_AT = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
#: Remembered tokens, some tens of megabytes.
_MOST = 100_000


class Tags:
    """A pipeline component that does what the attribute ruler would do."""

    def __init__(self, ruler: AttributeRuler) -> None:
        """Take over the rules: those of one token, and the others."""
        self._ruler = ruler
        self._alone = Matcher(ruler.vocab)
        self._joined = Matcher(ruler.vocab)
        rules: list[dict[str, Any]] = ruler.patterns
        for number, rule in enumerate(rules):
            for pattern in rule["patterns"]:
                matcher = self._alone if _is_alone(pattern) else self._joined
                matcher.add(str(number), [pattern])
        self._openings = _openings(ruler)
        self._known: dict[tuple[int, ...], dict[Any, Any]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of the tokens."""
        keys = doc.to_array(["TAG", "LOWER", "DEP"]).tolist()
        told = self._openings is None or not self._openings.isdisjoint(
            value for _, lower, dep in keys for value in (lower, dep)
        )
        if told and self._joined(doc, allow_missing=True):
            return self._ruler(doc)
        found = [
            self._known.get(key) or self._learn(doc, i, key)
            for i, key in enumerate(map(tuple, keys))
        ]
        # only now, as rules see what stood there before any other rule
        for token, attributes in zip(doc, found, strict=True):
            set_token_attrs(token, attributes)
        return doc

    def _learn(self, doc: Doc, i: int, key: tuple[int, ...]) -> dict[Any, Any]:
        """Return what the rules set at a token; later rules override earlier ones."""
        if len(self._known) >= _MOST:
            self._known.clear()
        matches = self._alone(doc[i : i + 1], allow_missing=True)
        attributes: dict[Any, Any] = {}
        for number in sorted(int(doc.vocab.strings[match[0]]) for match in matches):
            attributes.update(self._ruler.attrs[number])
        self._known[key] = attributes
        return attributes


def _openings(ruler: AttributeRuler) -> frozenset[int] | None:
    """Return words and dependencies one of which each pattern of many tokens holds.

    None where one of these patterns holds none.
    """
    found: set[int] = set()
    rules: list[dict[str, Any]] = ruler.patterns
    for pattern in (p for rule in rules for p in rule["patterns"] if not _is_alone(p)):
        told = [
            token[key]
            for token in pattern
            for key in ("LOWER", "DEP")
            if isinstance(token.get(key), str)
        ]
        if not told:
            return None
        found.add(ruler.vocab.strings.add(told[0]))
    return frozenset(found)


def _is_alone(pattern: list[dict[str, Any]]) -> bool:
    """Whether a pattern looks at one token, and at nothing but what is remembered."""
    return len(pattern) == 1 and not pattern[0].keys() - _LOOKED_AT


@Language.factory(NAME)
def build(nlp: Language, name: str) -> Tags:
    """Return the component with the rules of the pipeline's own ruler."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    return Tags(ruler)
