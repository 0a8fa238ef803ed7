"""Scoring estimates: ever and best, per gold incident, killed and injured."""

from __future__ import annotations

from collections import Counter

from sourcebook.evaluate.agree import category
from sourcebook.evaluate.gold import Gold, Predicted, Row


def score_estimates(gold: Gold, predicted: Predicted) -> dict[str, float]:
    """Share of reconciled gold cells whose ``ever`` and ``best`` are right.

    A gold incident is compared with the predicted root that holds most of its
    reports; ``best`` may be any value the annotators accepted.
    """
    cells = ever = best = 0
    for cluster in gold.clusters.values():
        for incident, metrics in cluster.get("reconciled", {}).items():
            files = [
                d["file"]
                for d in cluster["documents"]
                if d.get("main_incident") == incident
            ]
            if not files:
                continue
            root = _majority_root(files, predicted)
            for metric in ("killed", "injured"):
                want = metrics.get(metric)
                if want and "best" in want:
                    told = _estimate(root, metric)
                    cells += 1
                    ever += told is not None and _ever_right(told, want)
                    best += told is not None and told.get("best") in want["best"]
    return {
        "estimates.cells": cells,
        "estimates.ever": ever / cells if cells else 1.0,
        "estimates.best": best / cells if cells else 1.0,
    }


def _majority_root(files: list[str], predicted: Predicted) -> Row:
    votes = Counter(predicted.main(file) for file in files if file in predicted.reports)
    votes.pop(None, None)
    chosen = votes.most_common(1)[0][0] if votes else None
    return predicted.incidents.get(chosen or "", {})


def _estimate(root: Row, metric: str) -> Row | None:
    told = [
        e
        for e in root.get("estimates", [])
        if category(e["metric"]) == metric and "attackers" not in e["metric"]
    ]
    told.sort(key=lambda e: e.get("population") not in ("persons", None))
    return told[0] if told else None


def _ever_right(told: Row, want: Row) -> bool:
    """The gold writes bounds as N; ours may be N + 1 (more than) or N - 1 (nearly)."""
    said = told.get("ever") or {}
    low, high = said.get("low"), said.get("high")
    return (
        low is not None
        and want["low"] <= low <= want["low"] + 1
        and high is not None
        and want["high"] - 1 <= high <= want["high"] + 1
    )
