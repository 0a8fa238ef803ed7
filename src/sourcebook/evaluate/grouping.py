"""Scoring which reports tell of one incident (B-cubed) and which of none."""

from __future__ import annotations

from sourcebook.evaluate.gold import Gold, Predicted


def score_linking(gold: Gold, predicted: Predicted) -> dict[str, float]:
    """B-cubed over reports with a main incident; the others must have none.

    B-cubed precision of a report is the share of its predicted companions that are
    its gold companions (Bagga and Baldwin 1998), recall the reverse.
    """
    truth: dict[str, str | None] = {}
    for name, _, document in gold.documents():
        main = document.get("main_incident")
        truth[document["file"]] = f"{name}/{main}" if main else None
    told = {file: predicted.main(file) for file in truth}
    positive = [file for file, incident in truth.items() if incident]
    precision = recall = 0.0
    for file in positive:
        same = {f for f in positive if truth[f] == truth[file]}
        near = {f for f in truth if told[f] is not None and told[f] == told[file]}
        near = near or {file}
        precision += len(same & near) / len(near)
        recall += len(same & near) / len(same)
    count = len(positive)
    p, r = (precision / count, recall / count) if count else (1.0, 1.0)
    negative = [file for file, incident in truth.items() if incident is None]
    return {
        "linking.b3_p": p,
        "linking.b3_r": r,
        "linking.b3_f1": 2 * p * r / (p + r) if p + r else 0.0,
        "linking.false_incidents": sum(told[f] is not None for f in negative),
        "linking.negatives": len(negative),
    }
