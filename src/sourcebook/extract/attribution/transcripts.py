"""Transcripts: who speaks by a label in brackets ("[PONCE] We regret it").

Monitored broadcasts are printed so; the label counts until the next one. The head of
the text tells whether somebody is interviewed, and by whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import SpeechAct
from sourcebook.extract.attribution.labels import called
from sourcebook.extract.attribution.memory import Memory
from sourcebook.extract.attribution.printed import printed_lines
from sourcebook.extract.parsed import Parsed
from sourcebook.model.claim import AttributionLink
from sourcebook.model.span import Span
from sourcebook.text.segments import paragraphs

_BRACKET = re.compile(r"\[(?P<words>[A-Z][A-Z'’ .\n-]{1,60})\](?=\s)")
#: What may stand right before a label that speaks: a bracket or the end of a sentence.
_BEFORE_LABEL = re.compile(r"(?:\A|[\].?!:]|--|\n[ \t]*\n)\s*\Z")
#: Characters within which the head of a text printed whole stands.
_HEAD = 400
#: Heads under which several people talk.
_TALK = re.compile(
    r"\[[^\]]{0,40}(?:INTERVIEW|NEWS\s+CONFERENCE|PRESS\s+CONFERENCE|DEBATE|DISCUSSION"
    r"|ROUND\s*TABLE|QUESTION\s+AND\s+ANSWER)\b[^\]]{0,300}\]"
)
_ASKED_BY = re.compile(r"\bBY\s+(?P<asker>[^\];]{3,80})[\];]")
#: The correspondent of a broadcast report talks in the outlet's own voice.
_CORRESPONDENT = re.compile(r"\[REPORT\]\s*(?:\[BY\s+)?\[(?P<asker>[^\]]{3,60})\]")
_SPEECH = re.compile(
    r"\[(?:COMMUNIQUE|STATEMENT|SPEECH|ADDRESS|DECLARATION|LETTER|MESSAGE|BULLETIN"
    r"|PRESS RELEASE|ANNOUNCEMENT|PROCLAMATION)"
    r"(?:\]\s*\[|\s+(?:BY|FROM|OF|ISSUED BY)\s+)(?P<label>[A-Z][^\]\[]{2,90})\]\s*"
    r"\[(?:TEXT|EXCERPTS?)\]"
)
_BEGIN, _END = "begin recording", "end recording"


def transcript_acts(parsed: Parsed, memory: Memory) -> Iterator[SpeechAct]:
    """Yield what each labelled speaker says, in a text where somebody interviews.

    Whoever asks is no source: a question states nothing. Outside an interview a label
    counts where words are played ("[BEGIN RECORDING] [PONCE] We regret it").
    """
    characters = parsed.report.text.characters
    speech = _SPEECH.search(characters, 0, _HEAD)
    if speech is not None:
        yield from _whole(parsed, speech, memory)
        return
    yield from printed_lines(parsed, memory)
    labels = list(_labels(characters))
    talk = _is_talk(characters, labels)
    silent = _silent() | _askers_told(characters)
    speaker: re.Match[str] | None = None
    played = False
    for index, label in enumerate(labels):
        words = _folded(label)
        if words in (_BEGIN, _END):
            played, speaker = words == _BEGIN, None
        elif words.split()[-1] in silent or words in silent:
            speaker = None
        elif talk or played:
            speaker = label
        if speaker is not None:
            last = index + 1 == len(labels)
            end = len(characters) if last else labels[index + 1].start()
            span = Span(start=label.end(), end=end)
            if span.slice(characters).rstrip().endswith("?"):
                continue
            yield from _spoken(parsed, speaker, span, memory)


def _labels(characters: str) -> Iterator[re.Match[str]]:
    """Brackets where a label may stand: speakers, and the marks of recordings."""
    for found in _BRACKET.finditer(characters):
        words = _folded(found)
        if words in _noises() or words.split()[0] in _noises():
            continue
        if _BEFORE_LABEL.search(characters, max(0, found.start() - 8), found.start()):
            yield found


def _is_talk(characters: str, labels: list[re.Match[str]]) -> bool:
    """Whether somebody is asked: by the head, or since a reporter speaks outside reports."""
    if _TALK.search(characters, 0, _HEAD) is not None:
        return True
    return any(_folded(label) in cues.words("interviewers") for label in labels)


def _askers_told(characters: str) -> frozenset[str]:
    """The last names of those who ask, as the head tells them."""
    heads = [_TALK.search(characters, 0, _HEAD), _CORRESPONDENT.search(characters)]
    asking = heads[0] and _ASKED_BY.search(heads[0].group())
    told = [asking, heads[1]]
    return frozenset(
        found.group("asker").split(",")[0].split()[-1].casefold()
        for found in told
        if found is not None
    )


def _folded(label: re.Match[str]) -> str:
    return " ".join(label.group("words").casefold().split())


def _noises() -> frozenset[str]:
    """Brackets that interrupt a speaker without ending his words."""
    return cues.words("noises")


def _silent() -> frozenset[str]:
    return cues.words("interviewers") | cues.words("labels")


def _whole(
    parsed: Parsed, speech: re.Match[str], memory: Memory
) -> Iterator[SpeechAct]:
    """A speech or communique printed whole: its head tells who gives it."""
    end = len(parsed.report.text.characters)
    words = Span(start=speech.end(), end=end)
    yield from _spoken(parsed, speech, words, memory, "label")


def _spoken(
    parsed: Parsed,
    told: re.Match[str],
    words: Span,
    memory: Memory,
    group: str = "words",
) -> Iterator[SpeechAct]:
    """One act a paragraph of the words that a label announces."""
    quote = told.group(group)
    name, body = called(memory, " ".join(quote.split()))
    link = AttributionLink(
        name=name,
        quote=quote,
        field="text",
        start=told.start(group),
        end=told.end(group),
        relation="says",
        named=not name.casefold().startswith("unidentified"),
        body=body,
    )
    characters = parsed.report.text.characters
    for paragraph in paragraphs(characters):
        start = max(paragraph.start, words.start)
        end = min(paragraph.end, words.end)
        if any(map(str.isalpha, characters[start:end])):
            yield SpeechAct(
                passage=parsed.sentence_at("text", start).passage,
                links=(link,),
                cue=None,
                content=(Span(start=start, end=end),),
                whole=True,
            )
