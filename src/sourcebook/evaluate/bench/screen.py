"""What the screen keeps of reports of harm, what it lets through of others, how fast."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from sourcebook.evaluate.bench.methods import Result
from sourcebook.evaluate.bench.speed import evaluation, general
from sourcebook.extract.screen import relevant
from sourcebook.model.report import Report
from sourcebook.readers import read

#: Rounds that are timed; the median is told.
ROUNDS = 3
#: The shortest report of the gun-violence archive that is measured, in words.
WORDS = 60
#: Words of violence, accident, injury and death, by their beginnings. They are this
#: measure's own, so that it does not ask the screen what a word of harm is.
_BEGINNINGS = (
    "violen", "attack", "assault", "shoot", "gunfire", "gunshot", "gunman", "gunmen",
    "stab", "murder", "homicid", "kill", "bomb", "blast", "explo", "kidnap", "abduct",
    "massacre", "assassinat", "manslaughter", "accident", "crash", "collision",
    "collid", "derail", "capsiz", "injur", "wound", "hospitali", "death", "fatal",
)  # fmt: skip
_WHOLE = (
    "shot", "shots", "hurt", "wreck", "dead", "die", "dies", "died", "dying", "slain",
    "drowned", "deceased",
)  # fmt: skip
_HARM = re.compile(
    rf"\b(?:(?:{'|'.join(_BEGINNINGS)})\w*|(?:{'|'.join(_WHOLE)}))\b", re.IGNORECASE
)

Screen = Callable[[Report], bool]


def screen(data: Path) -> Iterator[Result]:
    """Recall on reports of harm, the share of others that passes, and reports a second.

    Beside it stands one regular expression: any word of violence, accident, injury or
    death. The archive's reports are those that hold such a word, so it keeps them all.
    """
    told, others = evaluation(data / "evaluation")
    yield passing("evaluation, incident reports", "recall", told)
    yield passing("evaluation, other reports", "let through", others)
    archive = data / "benchmarks/gva/reports.jsonl"
    if archive.exists():
        harmed = with_harm(archive)
        yield passing("gva, 60 words and a word of harm", "recall", harmed)
        yield paced("gva", harmed)
    for part in ("train", "dev"):
        folder = data / f"benchmarks/polnear/{part}/text"
        if folder.exists():
            news = general(folder)
            yield passing(f"polnear {part}, political news", "let through", news)
            yield paced(f"polnear {part}", news)
    yield paced("evaluation", [*told, *others])


def passing(name: str, measure: str, reports: Sequence[Report]) -> Result:
    """Return the share of the reports that each screen keeps."""
    shares = {
        label: sum(map(keeps, reports)) / len(reports) if reports else 0.0
        for label, keeps in _SCREENS.items()
    }
    return Result(data=name, measure=measure, by_method=shares)


def paced(name: str, reports: Sequence[Report]) -> Result:
    """Return reports a second of one core that each screen reads, median of rounds."""
    rounds: dict[str, list[float]] = {label: [] for label in _SCREENS}
    for _ in range(ROUNDS):
        for label, keeps in _SCREENS.items():  # in turn: both share the noise
            start = time.process_time()
            for report in reports:
                keeps(report)
            spent = time.process_time() - start
            rounds[label].append(len(reports) / max(spent, 1e-9))
    speeds = {label: median(found) for label, found in rounds.items()}
    return Result(data=name, measure="reports a second a core", by_method=speeds)


def with_harm(archive: Path) -> list[Report]:
    """Return the archive's reports of 60 words and more with a word of harm."""
    found = (r for r in read([archive]) if isinstance(r, Report))
    long = (r for r in found if len(r.text.characters.split()) >= WORDS)
    return [report for report in long if has_harm(report)]


def has_harm(report: Report) -> bool:
    """Whether a word of violence, accident, injury or death stands in a report."""
    return bool(_HARM.search(report.title) or _HARM.search(report.text.characters))


_SCREENS: dict[str, Screen] = {
    "sourcebook": relevant,
    "regular expressions": has_harm,
}
