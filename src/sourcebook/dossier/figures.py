"""The figures of a node: number first, then range, rule and claims (N3)."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.dossier.bars import range_bar
from sourcebook.dossier.basis import Basis
from sourcebook.dossier.chart import toll_chart
from sourcebook.dossier.values import Figures, Row, Worded
from sourcebook.dossier.wording import (
    ever_words,
    is_people,
    joined,
    metric_word,
    number,
    plural,
    population_word,
    range_words,
)
from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Estimate
from sourcebook.model.incident import Incident

_REPLACED = "superseded"


def figures_of(basis: Basis, node: Incident) -> Figures:
    """Return what is counted of people at a node; devices are told with the means."""
    told = [e for e in basis.estimates(node) if is_people(e.metric) and e.inputs]
    counted = [e for e in told if has_number(e)]
    return Figures(
        people=tuple(_row(basis, e) for e in counted if e.population == "persons"),
        groups=tuple(_row(basis, e) for e in counted if e.population != "persons"),
        worded=tuple(_worded(basis, e) for e in told if not has_number(e)),
    )


def has_number(estimate: Estimate) -> bool:
    """Whether any report gives a number, and not only words."""
    return estimate.low is not None or estimate.high is not None


def totals_words(figures: Figures) -> str:
    """Return a node's totals on one line: "101 to 149 killed, at least 200 injured"."""
    return ", ".join(f"{row.words} {row.metric}" for row in figures.people)


def _row(basis: Basis, estimate: Estimate) -> Row:
    inputs = basis.of_ids(estimate.inputs)
    old = basis.of_ids(
        e.claim for e in estimate.excluded if e.reason.startswith(_REPLACED)
    )
    words, metric = range_words(estimate), metric_word(estimate.metric)
    return Row(
        metric=metric,
        population=population_word(estimate.population),
        words=words,
        best="none" if estimate.best is None else number(estimate.best),
        ever=ever_words(estimate),
        support=support_words(estimate, inputs),
        rule=estimate.rule,
        explanation=estimate.explanation,
        bar=range_bar(
            estimate,
            inputs,
            old=old,
            colours=basis.colours,
            titles=basis.titles,
            words=f"{metric}: {words}; ever reported {ever_words(estimate)}",
        ),
        chart=toll_chart(
            estimate,
            colours=basis.colours,
            names=basis.lineage_name,
            titles=basis.titles,
        ),
        inputs=basis.quotes(inputs),
        excluded=basis.refs(basis.of_ids(e.claim for e in estimate.excluded)),
    )


def support_words(estimate: Estimate, inputs: Iterable[Claim]) -> str:
    """Return what an estimate rests on: claims, reports, independent lineages."""
    claims = list(inputs)
    reports = {claim.report for claim in claims}
    low, high = estimate.lineages
    span = f"{low} to {high}" if low != high else str(low)
    lineages = "lineage" if low == high == 1 else "lineages"
    return (
        f"from {plural(len(claims), 'claim')} in {plural(len(reports), 'report')}, "
        f"{span} independent {lineages}"
    )


def _worded(basis: Basis, estimate: Estimate) -> Worded:
    inputs = basis.of_ids(estimate.inputs)
    said = dict.fromkeys(f"“{c.quote}”" for c in inputs if c.quote)
    group = population_word(estimate.population)
    metric = metric_word(estimate.metric)
    return Worded(
        metric=f"{metric} ({group})" if group else metric,
        words=joined(list(said)) or "words withheld",
        refs=basis.refs(inputs),
    )
