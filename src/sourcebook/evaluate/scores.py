"""All measures of a build against a gold folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sourcebook.evaluate.figures import count_figures
from sourcebook.evaluate.gold import load_gold, load_predicted
from sourcebook.evaluate.grouping import score_linking
from sourcebook.evaluate.ranges import score_estimates
from sourcebook.evaluate.words_said import score_said


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """One number a measure, and the errors in figures: (file, fault, gold, told)."""

    measures: dict[str, float]
    errors: tuple[tuple[str, str, str, str], ...]


def score(build: Path, gold: Path, *, clusters: frozenset[str] = frozenset()) -> Scores:
    """Score the exported JSON Lines in ``build`` against the ``gold`` folder.

    Raises InputError where either folder does not hold what it should.
    """
    wanted = load_gold(gold, clusters=clusters)
    told = load_predicted(build)
    figures = count_figures(wanted, told)
    files = [document["file"] for _, _, document in wanted.documents()]
    measures: dict[str, float] = {
        "reports.gold": len(files),
        "reports.not_found": sum(file not in told.reports for file in files),
    }
    measures |= figures.measures()
    measures |= score_linking(wanted, told)
    measures |= score_estimates(wanted, told)
    measures |= score_said(wanted, told)
    return Scores(measures=measures, errors=tuple(figures.errors))
