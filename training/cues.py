"""The weights of the learned reading of attributions, from PolNeAR.

    python -m training.cues BENCHMARKS OUT     write OUT/attribution.npz, print scores

Three small networks (training.network): is this word a cue, is this noun its source, is
this branch of the sentence its content. Learned from the train part, scored on the dev
part; of a text that several people annotated the first by name counts. The seed is fixed:
the same texts give the same weights.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sourcebook.evaluate.bench.measures import Said, SaidScore
from sourcebook.extract.attribution import Attributions, cues
from sourcebook.extract.attribution.sightings import Sighting, positions, sightings
from sourcebook.extract.attribution.weights import number
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.model.report import Report, Text
from sourcebook.model.span import Span
from training.network import fitted

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: A branch is content where more than this share of its words is.
SHARE = 0.5

Key = tuple[int, int]


class Told(NamedTuple):
    """One attribution as annotated."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


class Article(NamedTuple):
    """A text with its annotation."""

    parsed: Parsed
    told: list[Told]


@dataclass(slots=True)
class Examples:
    """Hashed features and what is right, of one of the three questions."""

    rows: list[NDArray[np.uint32]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def add(self, names: Sequence[str], *, right: bool) -> None:
        """Keep one example."""
        numbers = np.fromiter((number(name) for name in names), np.uint32)
        self.rows.append(np.unique(numbers))
        self.right.append(right)


def articles(benchmarks: Path, part: str) -> Iterator[Article]:
    """Yield the texts of a part ("train", "dev"), in the order of their names."""
    folder = benchmarks / "polnear" / part
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen:
            continue
        seen.add(name)
        characters = (folder / "text" / f"{name}.txt").read_text("utf-8")
        report = Report.of(Text.of(characters, language="en"), source_id=name)
        for parsed in parse([report], whole=True):
            if parsed.sentences:
                yield Article(parsed, list(_brat(path)))


def _brat(path: Path) -> Iterator[Told]:
    lines = path.read_text("utf-8").splitlines()
    spans: dict[str, list[Span]] = {}
    for line in lines:
        if re.match(r"T\d+\t", line):
            key, head = line.split("\t")[:2]
            parts = [part.split() for part in head.split(" ", 1)[1].split(";")]
            spans[key] = [Span(start=int(a), end=int(b)) for a, b in parts]
    for line in lines:
        if re.match(r"E\d+\t", line):
            told = Told([], [], [])
            for role in line.split("\t")[1].split():
                name, key = role.split(":")
                part = getattr(told, name.rstrip("0123456789").lower(), None)
                if part is not None:
                    part += spans[key]
            yield told


def by_cue(article: Article) -> dict[Key, Told]:
    """Return the annotated attributions by passage and position of their cue's head."""
    found: dict[Key, Told] = {}
    for told in article.told:
        for passage in article.parsed.passages if told.cue and told.content else ():
            held = positions(passage, told.cue) if passage.field == "text" else ()
            if held:
                doc = passage.doc
                worded = {i for i in held if not doc[i].is_punct or doc[i].text == ":"}
                tops = [i for i in sorted(worded or held) if doc[i].head.i not in held]
                tops = tops or [i for i in sorted(held) if doc[i].head.i == i]
                top = min(tops or held, key=lambda i: (_depth(passage.doc[i]), i))
                found.setdefault((passage.index, top), told)
                break
    return found


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def lemmas(read: Sequence[Article]) -> list[str]:
    """Return the lemmas that head an annotated cue, in order."""
    found: Counter[str] = Counter()
    for article in read:
        for passage, top in by_cue(article):
            found[cues.lemma(article.parsed.passages[passage].doc[top])] += 1
    return sorted(found)


def examples(read: Sequence[Article], known: Sequence[str]) -> list[Examples]:
    """Return what is to be learned about cues, sources and contents."""
    kept = [Examples(), Examples(), Examples()]
    for article in read:
        told = by_cue(article)
        heard = Attributions(article.parsed)
        acts, quoted = heard.speech_acts(), heard.quoted()
        for sighting in sightings(article.parsed, acts, quoted, frozenset(known)):
            right = told.get((sighting.passage.index, sighting.token.i))
            kept[0].add(sighting.features(), right=right is not None)
            if right is not None:
                _add_parts(sighting, right, kept[1], kept[2])
    return kept


def _add_parts(
    sighting: Sighting, told: Told, sources: Examples, contents: Examples
) -> None:
    passage = sighting.passage
    named, stated = positions(passage, told.source), positions(passage, told.content)
    best = None
    for noun, names in sighting.sources():
        sources.add(names, right=noun.i in named)
        if noun.i in named and (best is None or _depth(noun) < _depth(best)):
            best = noun
    for branch, names in sighting.contents(best):
        share = sum(i in stated for i in branch.words) / len(branch.words)
        contents.add(names, right=share > SHARE)


def train(benchmarks: Path, out: Path) -> dict[str, float]:
    """Learn from the train part, write ``out/attribution.npz``, return counts.

    The weights are kept in half precision, which costs no measured score.
    """
    read = list(articles(benchmarks, "train"))
    known = lemmas(read)
    held = dict(zip(("cue", "source", "content"), examples(read, known), strict=True))
    arrays = {"lemmas": np.asarray(known)}
    for name, told in held.items():
        network = asdict(fitted(told.rows, told.right))
        arrays |= {f"{name}_{part}": value for part, value in network.items()}
    out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out / "attribution.npz", **arrays)
    count = sum(len(article.told) for article in read)
    return {"articles": float(len(read)), "attributions": float(count)}


def score(benchmarks: Path) -> dict[str, float]:
    """Return the scores of the shipped weights on the dev part."""
    total = SaidScore()
    for article in articles(benchmarks, "dev"):
        acts = Attributions(article.parsed).wide_acts()
        gold: list[Said] = [(_ends(t.source), _ends(t.content)) for t in article.told]
        said: list[Said] = [
            (_ends([act.source] if act.source else []), _ends(act.content))
            for act in acts
        ]
        total.add(gold, said)
    return total.measures()


def _ends(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def main() -> None:
    """Train, and score what is shipped."""
    benchmarks, out = Path(sys.argv[1]), Path(sys.argv[2])
    for key, value in {**train(benchmarks, out), **score(benchmarks)}.items():
        print(f"{key:14} {value:.3f}")


if __name__ == "__main__":
    main()
