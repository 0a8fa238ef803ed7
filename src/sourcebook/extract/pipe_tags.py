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
                alone = len(pattern) == 1 and not pattern[0].keys() - _LOOKED_AT
                matcher = self._alone if alone else self._joined
                matcher.add(str(number), [pattern])
        self._known: dict[tuple[int, ...], dict[Any, Any]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of the tokens."""
        if self._joined(doc, allow_missing=True):
            return self._ruler(doc)
        keys = doc.to_array(["TAG", "LOWER", "DEP"]).tolist()
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


@Language.factory(NAME)
def build(nlp: Language, name: str) -> Tags:
    """Return the component with the rules of the pipeline's own ruler."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    return Tags(ruler)
