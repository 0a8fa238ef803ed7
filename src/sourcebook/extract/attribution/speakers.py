"""Who speaks each quotation of a report: by tag, by continuing, by what precedes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.extract.attribution.acts import Cue
from sourcebook.extract.attribution.cues import lemma, words
from sourcebook.extract.attribution.quoted import tag_beside
from sourcebook.model.claim import AttributionLink
from sourcebook.text.quotations import Quotation, is_heading
from sourcebook.text.segments import paragraphs

Links = tuple[AttributionLink, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """A quotation with its speaker and the tag that names him, if it has one."""

    quotation: Quotation
    links: Links
    tag: Cue | None


class Speakers:
    """Assigns speakers to quotations in the order of the text."""

    def __init__(self, characters: str, quotations: Sequence[Quotation]) -> None:
        self._characters = characters
        self._quotations = quotations
        told = [p for p in paragraphs(characters) if not is_heading(characters, p)]
        self._starts = [paragraph.start for paragraph in told]

    def assign(self, found: Sequence[tuple[Cue, Links]]) -> list[Spoken]:
        """Return the quotations that somebody is told to speak.

        ``found`` are the reporting expressions outside quotations with their
        sources. A quotation without one stays with the speaker before it in its
        paragraph, or in the last one if it opens its own; else it belongs to the
        source of the sentence right before it ("Reyes condemned it. “...”").
        """
        cues = [cue for cue, _ in found]
        links_of = {id(cue): links for cue, links in found}
        spoken: list[Spoken] = []
        last: Spoken | None = None
        for quotation in self._quotations:
            tag = tag_beside(quotation, cues, self._characters)
            if tag is not None:
                last = Spoken(quotation, links_of[id(tag)], tag)
            elif last is not None and self._goes_on(quotation, last):
                last = Spoken(quotation, last.links, None)
            else:
                held = _joined([links_of[id(c)] for c in self._lead(quotation, cues)])
                last = Spoken(quotation, held, None) if held else None
            if last is not None:
                spoken.append(last)
        return spoken

    def _goes_on(self, quotation: Quotation, last: Spoken) -> bool:
        """Whether an untagged quotation stays with the speaker before it."""
        paragraph = self._paragraph(quotation.start)
        before = self._paragraph(last.quotation.end)
        if paragraph == before:
            return True
        opens = quotation.start - self._starts[paragraph] <= 2
        return paragraph == before + 1 and opens

    def _lead(self, quotation: Quotation, cues: Sequence[Cue]) -> list[Cue]:
        """The expressions of the sentence that ends right before, outermost first.

        Of verbs the first counts; "according to" before it makes a chain.
        """
        before = self._characters[: quotation.start].rstrip("\"“”„‘'` ")
        if before.rstrip()[-1:] not in (".", "!", "?", '"', "”"):
            return []
        paragraph = self._paragraph(quotation.start)
        opens = quotation.start - self._starts[paragraph] <= 2
        before = before.rstrip() if opens else before
        near = [
            cue
            for cue in cues
            if cue.end <= len(before)
            and len(before) - cue.sentence.span.end <= 1
            and (self._paragraph(cue.start) == paragraph or (opens and _speaks(cue)))
        ]
        verbs = [cue for cue in near if cue.token.lower_ != "according"]
        phrased = near[:1] if near and near[0] not in verbs else []
        return [*phrased, *verbs[:1]] if verbs else near[:1]

    def _paragraph(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)


def _speaks(cue: Cue) -> bool:
    """Whether a single person speaks, whose quotation may open the next paragraph."""
    verb = lemma(cue.token) in words("speaking") and cue.token.pos_ in ("VERB", "AUX")
    person = cue.source.ent_type_ == "PERSON" or cue.source.lower_ in ("he", "she")
    return verb and person


def _joined(chains: Sequence[Links]) -> Links:
    """One chain; a source that repeats stands once."""
    links: list[AttributionLink] = []
    for link in (link for chain in chains for link in chain):
        if all(link.name != held.name for held in links):
            links.append(link)
    return tuple(links)
