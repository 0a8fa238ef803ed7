"""What the learned reading of attributions looks at, as names of features.

Each function names what is true of a noun as the source of a cue, or of a stretch of
the sentence as what a cue states; :mod:`cue_features` does so for words as cues. The names are hashed by
:mod:`sourcebook.extract.attribution.weights`; to change one is to train anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sourcebook.extract.syntax import Token

_PERSONAL = frozenset({"he", "she", "they", "who", "i", "we", "you", "it"})
#: How far up from a cue its sentence is cut into branches, and up and down for paths.
_LEVELS, _UP, _DOWN = 4, 6, 6


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A stretch of the sentence that is stated as a whole or not at all.

    ``level`` is how many steps above the cue it hangs (0: its own child), ``above``
    the labels on the way up.
    """

    level: int
    above: str
    head: Token
    tokens: tuple[int, ...]

    @property
    def words(self) -> list[int]:
        """Positions of its tokens that are no punctuation."""
        doc = self.head.doc
        return [i for i in self.tokens if not doc[i].is_punct]


def branches(cue: Token) -> Iterator[Branch]:
    """Yield the branches around a cue: its children, then those of each head above."""
    for child in cue.children:
        yield Branch(0, "", child, tuple(t.i for t in child.subtree))
    step, above, level = cue, "", 0
    while step.head != step and level < _LEVELS:
        above, level = f"{above}{step.dep_}<", level + 1
        yield Branch(level, above, step.head, (step.head.i,))
        for child in step.head.children:
            if child != step:
                yield Branch(level, above, child, tuple(t.i for t in child.subtree))
        step = step.head


def kind(token: Token) -> str:
    """Return roughly what a word stands for: a pronoun, a kind of name, a speaker."""
    if token.pos_ == "PRON":
        return f"pron:{token.lower_}" if token.lower_ in _PERSONAL else "pron"
    if token.ent_type_:
        return f"ent:{token.ent_type_}"
    if token.pos_ == "PROPN":
        return "propn"
    if cues.speaks(token):
        return "speaks"
    return "text" if cues.is_statement(token) else str(token.pos_)


def of_source(cue: Token, noun: Token, *, ruled: bool) -> list[str]:
    """Name the features of a noun as the source of a cue.

    ``ruled`` tells that the rules take it for the source.
    """
    way, what = _path(cue, noun), kind(noun)
    word, said = cues.lemma(noun), cues.lemma(cue)
    side = "L" if noun.i < cue.i else "R"
    return [
        "b",
        f"w={way}",
        f"wk={way}{what}",
        f"wp={way}{cue.pos_}",
        f"wl={said}{way}",
        f"ws={way}{side}",
        f"wt={cue.tag_}{way}",
        f"k={what}",
        f"kd={what}{noun.dep_}",
        f"ks={what}{side}",
        f"d={noun.dep_}",
        f"far={side}{min(8, abs(noun.i - cue.i) // 2)}",
        f"n={word}",
        f"nd={word}{noun.dep_}",
        f"r={ruled}",
        f"l={said}{side}",
    ]


def _path(cue: Token, noun: Token) -> str:
    """The labels from a cue up to where both meet, and down to the noun."""
    heights: dict[int, int] = {}
    step = cue
    for height in range(_UP + 1):
        heights.setdefault(step.i, height)
        step = step.head
    down: list[str] = []
    other = noun
    while other.i not in heights:
        down.append(other.dep_)
        if other.head == other or len(down) > _DOWN:
            return "far"
        other = other.head
    up: list[str] = []
    step = cue
    for _ in range(heights[other.i]):
        up.append(step.dep_)
        step = step.head
    return "<".join(up) + ">" + ">".join(reversed(down))


def of_content(
    cue: Token, branch: Branch, source: Token | None, *, ruled: int, quoted: int
) -> list[str]:
    """Name the features of a branch as what a cue states.

    ``ruled`` is how much of it the rules give to the cue (0 where they know no such
    cue, 1 nothing, 2 part, 3 all), ``quoted`` how much is quoted (0 to 2).
    """
    head, level, word = branch.head, branch.level, cues.lemma(cue)
    lone = level > 0 and len(branch.tokens) == 1 and any(True for _ in head.children)
    key = f"{level}{branch.above}{'own' if lone else head.dep_}"
    side = "L" if head.i < cue.i else "R"
    first = cue.doc[branch.tokens[0]].lower_
    length = min(5, len(branch.tokens) // 3)
    holds = source is not None and source.i in branch.tokens
    by_key = {
        "": "", "s": side, "l": word, "p": cue.pos_, "r": ruled, "q": quoted,
        "h": holds, "t": head.tag_, "f": first, "n": length, "k": kind(head),
        "c": f"{cue.tag_}{side}",
    }  # fmt: skip
    return [
        "b",
        *(f"key{name}={key}{value}" for name, value in by_key.items()),
        f"r={ruled}",
        f"q={quoted}",
        f"h={holds}",
        f"f={first}",
        f"lf={word}{level}{first}",
        f"n={length}",
        f"far={min(8, abs(head.i - cue.i) // 2)}{side}",
        f"w={cues.lemma(head)}{level}",
    ]
