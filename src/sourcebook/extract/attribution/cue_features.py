"""What the learned reading looks at in a word that may be a cue, as names of features.

The names are hashed by :mod:`sourcebook.extract.attribution.weights`; to change one is to
train anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.features import kind

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_GOVERNED = frozenset(
    {
        "ccomp",
        "xcomp",
        "dobj",
        "prep",
        "oprd",
        "acl",
        "attr",
        "acomp",
        "advcl",
        "relcl",
        "parataxis",
        "dative",
        "agent",
    }
)
_MARKS = frozenset({'"', "“", "”", "``", "''"})
_PLAIN = frozenset(
    {"say", "tell", "think", "believe", "ask", "write", "want", "know", "add", "argue"}
)


def of_cue(token: Token, told: str, *, quoted: bool, stated: bool) -> list[str]:
    """Name the features of a word as a cue.

    ``told`` is what the rules make of it ("assert", "stance" or nothing), ``stated``
    whether it is itself part of what somebody is said to state.
    """
    word = cues.lemma(token)
    governed = sorted({c.dep_ for c in token.children} & _GOVERNED)
    frame = "+".join(governed)
    names = [
        f"tag={token.tag_}",
        f"dep={token.dep_}",
        f"lp={word}{token.pos_}",
        f"cs={frame}",
        f"h={cues.lemma(token.head)}",
        f"hp={token.head.pos_}{token.dep_}",
        "b",
    ]
    told_ = {"l": "", "r": told, "q": str(quoted), "ld": token.dep_, "lcs": frame}
    names += [f"{key}={word}{value}" for key, value in told_.items()]
    names += [f"r={told}", f"q={quoted}"]
    for label in governed:
        names += [f"lc={word}{label}", f"pc={token.pos_}{label}"]
    for child in token.children:
        names += _of_child(child, word, token.pos_)
    names += [f"in={stated}", f"lin={word}{stated}", f"iq={stated}{quoted}{told}"]
    names += [*_of_subject(token, word), *_beside(token, word)]
    return [
        *names,
        *_around(token, word),
        *_of_words(token, word),
        *_in_sentence(token, word),
    ]


def _around(token: Token, word: str) -> list[str]:
    """The words within three of it."""
    doc = token.doc
    names = []
    for step in (-3, -2, -1, 1, 2, 3):
        at = token.i + step
        other = doc[at] if token.sent.start <= at < token.sent.end else None
        names.append(f"x{step}={cues.lemma(other) if other is not None else '$'}")
        names.append(f"xp{step}={other.pos_ if other is not None else '$'}")
    first = cues.lemma(doc[token.i - 1]) if token.i > token.sent.start else "^"
    last = cues.lemma(doc[token.i + 1]) if token.i + 1 < token.sent.end else "$"
    return [*names, f"xx={first}_{last}"]


def _of_words(token: Token, word: str) -> list[str]:
    """The words that hang on it, and those on which it hangs."""
    children = list(token.children)
    names = []
    for child in children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            noun = cues.lemma(child)
            names += [f"sl={noun}", f"slw={noun}_{word}"]
        elif child.dep_ in ("dobj", "attr", "acomp", "pobj", "ccomp", "xcomp"):
            names.append(f"ol={child.dep_}{cues.lemma(child)}")
            names.append(f"olw={cues.lemma(child)}_{word}")
    frame = "+".join(sorted(c.dep_ for c in children))
    core = sorted(
        c.dep_ for c in children if c.dep_ not in ("punct", "cc", "conj", "advmod")
    )
    head = token.head
    names += [f"fr={frame}", f"frl={word}_{'+'.join(core)}"]
    names += [
        f"hl={cues.lemma(head)}{token.dep_}",
        f"hhl={cues.lemma(head.head)}{head.dep_}",
    ]
    return [*names, f"e3={word[-3:]}", f"e4={word[-4:]}", f"b4={word[:4]}"]


def _in_sentence(token: Token, word: str) -> list[str]:
    """How long its sentence is, where in it it stands, what else is said in it."""
    sentence = token.sent
    marks = min(3, sum(t.text in _MARKS for t in sentence))
    place = min(5, 6 * (token.i - sentence.start) // max(1, len(sentence)))
    beside = {cues.lemma(t) for t in sentence if t.pos_ == "VERB" and t.i != token.i}
    plain = sorted(beside & _PLAIN)
    return [
        f"nq={marks}", f"nqw={marks}{word}", f"len={min(len(sentence) // 8, 6)}",
        f"pos={place}", *(f"ov={other}" for other in plain),
    ]  # fmt: skip


def _of_child(child: Token, word: str, pos: str) -> list[str]:
    label = child.dep_
    if label == "prep":
        return [f"lprep={word}{child.lower_}", f"prep={pos}{child.lower_}"]
    if label in ("prt", "neg", "aux", "auxpass", "mark", "det", "poss"):
        return [f"l{label}={word}{child.lower_}", f"{label}={child.lower_}"]
    if label in ("dobj", "attr", "acomp", "pobj"):
        noun = cues.lemma(child)
        return [f"{label}k={kind(child)}", f"l{label}={word}{noun}", f"o={noun}"]
    if label in ("ccomp", "xcomp"):
        return [f"{label}={child.tag_}", f"l{label}={word}{child.tag_}"]
    return []


def _of_subject(token: Token, word: str) -> list[str]:
    subject = next(
        (c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None
    )
    found = kind(subject) if subject is not None else "none"
    return [f"s={found}", f"ls={word}{found}", f"ps={token.pos_}{found}"]


def _beside(token: Token, word: str) -> list[str]:
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    before = doc[token.i - 1] if token.i else None
    behind = after.lower_ if after is not None else "$"
    ahead = before.lower_ if before is not None else "^"
    return [
        f"n={behind}",
        f"ln={word}{behind}",
        f"np={after.pos_ if after is not None else '$'}",
        f"p={ahead}",
        f"pp={before.pos_ if before is not None else '^'}",
    ]
