"""The figures of a node: number first, then range, rule and claims (N3)."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.dossier.bars import range_bar
from sourcebook.dossier.basis import Basis
from sourcebook.dossier.chart import toll_chart
from sourcebook.dossier.doubts import notes_of
from sourcebook.dossier.phrases import counted_words
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
        people=tuple(
            _row(basis, node, e) for e in counted if e.population == "persons"
        ),
        groups=tuple(
            _row(basis, node, e) for e in counted if e.population != "persons"
        ),
        worded=tuple(_worded(basis, e) for e in told if not has_number(e)),
    )


def has_number(estimate: Estimate) -> bool:
    """Whether any report gives a number, and not only words."""
    return estimate.low is not None or estimate.high is not None


def totals_words(figures: Figures) -> str:
    """Return a node's totals on one line: "101 to 149 killed, at least 200 injured"."""
    return ", ".join(row.counted for row in figures.people)


def _row(basis: Basis, node: Incident, estimate: Estimate) -> Row:
    inputs = basis.of_ids(estimate.inputs)
    old = basis.of_ids(
        e.claim for e in estimate.excluded if e.reason.startswith(_REPLACED)
    )
    words, metric = range_words(estimate), metric_word(estimate.metric)
    return Row(
        metric=metric,
        population=population_word(estimate.population),
        words=words,
        counted=counted_words(words, estimate.metric, estimate.population),
        best="none" if estimate.best is None else number(estimate.best),
        ever=ever_words(estimate),
        support=support_words(estimate, inputs),
        notes=notes_of(basis, node, estimate),
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
            contradictions=basis.index.contradictions[node.id],
        ),
        inputs=basis.quotes(inputs),
        excluded=basis.refs(basis.of_ids(e.claim for e in estimate.excluded)),
    )


def support_words(estimate: Estimate, inputs: Iterable[Claim]) -> str:
    """Return what an estimate rests on: claims, reports, independent lineages."""
    claims = list(inputs)
    reports = {claim.report for claim in claims}
    low, high = estimate.lineages
    return (
        f"from {plural(len(claims), 'claim')} in {plural(len(reports), 'report')}, "
        f"{lineage_span(low, high)}"
    )


def lineage_span(low: int, high: int) -> str:
    """Return how many independent originators there are, in words (SRC-3).

    >>> lineage_span(1, 3), lineage_span(0, 1)
    ('1 to 3 independent lineages', 'at most 1 independent lineage')
    """
    if high == 0:
        return "no independent lineage"
    span = str(low) if low == high else f"{low} to {high}"
    if low == 0:
        span = f"at most {high}"
    return f"{span} independent {'lineage' if high == 1 else 'lineages'}"


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
