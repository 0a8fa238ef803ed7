"""Scoring figures: found, typed, valued, sourced, scoped, and all at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sourcebook.evaluate.agree import (
    category,
    f1,
    overlap,
    pair,
    same_source,
    same_value,
)
from sourcebook.evaluate.gold import Gold, Predicted, Row

#: The gold's name for a role.
SCOPE = {
    "incident_total": "total",
    "part_of_total": "subset",
    "increment": "change",
}
#: Counts of affected people outside the vocabulary: neither miss nor false alarm.
_OPEN = "other"


@dataclass(slots=True, kw_only=True)
class FigureCounts:
    """Running counts over all reports, and every error found, for reading."""

    n: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, str, str, str]] = field(default_factory=list)

    def measures(self) -> dict[str, float]:
        """Return the measures by the names that floors and issues use."""
        n = self.n
        out: dict[str, float] = {}
        for key in ("detected", "typed", "valued"):
            _put(out, f"figures.{key}_", f1(n[key], n["pred"], n["gold"]))
        _put(out, "claims.complete_", f1(n["complete"], n["pred"], n["gold"]))
        sourced = f1(n["attr_right"], n["sourced_pred"], n["sourced_gold"])
        _put(out, "sources.", sourced)
        matched = f1(n["attr_right"], n["attr_pred"], n["attr_gold"])
        _put(out, "attribution.", matched)
        out["scope.accuracy"] = n["scope"] / n["typed"] if n["typed"] else 0.0
        told = n["background_gold"]
        out["background.recall"] = n["background"] / told if told else 1.0
        return out


def _put(out: dict[str, float], key: str, prf: tuple[float, float, float]) -> None:
    out[key + "p"], out[key + "r"], out[key + "f1"] = prf


def count_figures(gold: Gold, predicted: Predicted) -> FigureCounts:
    """Compare the figures of every gold document with the exported claims."""
    counts = FigureCounts()
    for _, cluster, document in gold.documents():
        ignored = gold.excluded.get(document["file"], [])
        claims = [c for c in predicted.of(document["file"]) if c["type"] == "figure"]
        parents = {i["id"]: i.get("part_of") for i in cluster["incidents"]}
        _count_document(counts, document, claims, ignored, parents, predicted)
    return counts


def _count_document(
    counts: FigureCounts,
    document: Row,
    claims: list[Row],
    ignored: list[Row],
    parents: dict[str, str | None],
    predicted: Predicted,
) -> None:
    closed = [g for g in document["figures"] if category(g["category"]) != _OPEN]
    open_ = [g for g in document["figures"] if category(g["category"]) == _OPEN]
    pairs = pair(closed, claims, same=_same_category, first=same_value)
    hit = {j for _, j in pairs}
    counted = [
        c for j, c in enumerate(claims) if j in hit or not _free(c, [*open_, *ignored])
    ]
    n = counts.n
    n["gold"] += len(closed)
    n["pred"] += len(counted)
    n["typed"] += len(pairs)
    n["detected"] += len(pair(closed, counted, same=_any, first=same_value))
    n["sourced_gold"] += sum(g["source"] is not None for g in closed)
    n["sourced_pred"] += sum(bool(c.get("attribution")) for c in counted)
    for i, j in pairs:
        faults = _judge(n, closed[i], claims[j], document, parents, predicted)
        counts.errors += [
            (document["file"], fault, closed[i]["quote"], claims[j]["quote"])
            for fault in faults
        ]
    _list_unpaired(counts, document["file"], closed, claims, counted, pairs)


def _list_unpaired(
    counts: FigureCounts,
    file: str,
    closed: list[Row],
    claims: list[Row],
    counted: list[Row],
    pairs: list[tuple[int, int]],
) -> None:
    found = {i for i, _ in pairs}
    hit = {claims[j]["id"] for _, j in pairs}
    for i, g in enumerate(closed):
        if i not in found:
            counts.errors.append((file, "missed", g["quote"], g["category"]))
    for c in counted:
        if c["id"] not in hit:
            counts.errors.append((file, "false", c["quote"], c["metric"]))


def _same_category(gold: Row, claim: Row) -> bool:
    return category(gold["category"]) == category(claim["metric"])


def _any(gold: Row, claim: Row) -> bool:
    return True


def _free(claim: Row, spans: list[Row]) -> bool:
    """Whether an unpaired claim is neither right nor wrong."""
    return category(claim["metric"]) == _OPEN or any(
        s.get("in", "text") == claim["field"] and overlap(s, claim) > 0 for s in spans
    )


def _judge(
    n: Counter[str],
    gold: Row,
    claim: Row,
    document: Row,
    parents: dict[str, str | None],
    predicted: Predicted,
) -> list[str]:
    """Count one matched pair and return what is wrong with it."""
    links = claim.get("attribution") or []
    valued = same_value(gold, claim)
    named = gold["source"] is not None and same_source(gold, links)
    sourced = named if gold["source"] is not None else not links
    scoped = _scope_right(gold, claim, document["main_incident"], parents, predicted)
    n["valued"] += valued
    n["attr_gold"] += gold["source"] is not None
    n["attr_pred"] += bool(links)
    n["attr_right"] += named
    n["scope"] += scoped
    n["complete"] += valued and sourced and scoped
    if gold["incident"] == "other":
        n["background_gold"] += 1
        n["background"] += _background(claim)
    marks = (("value", valued), ("source", sourced), ("scope", scoped))
    return [fault for fault, right in marks if not right]


def _background(claim: Row) -> bool:
    return claim.get("role") == "background" or claim.get("incident") is None


def _scope_right(
    gold: Row,
    claim: Row,
    main: str | None,
    parents: dict[str, str | None],
    predicted: Predicted,
) -> bool:
    if gold["incident"] == "other":
        return _background(claim)
    # a total of a part, seen from the root, is a subset
    node = predicted.incidents.get(claim.get("incident") or "", {})
    below = node.get("parent") is not None
    total = parents.get(gold["incident"]) and gold["scope"] == "total"
    wanted = "subset" if total else gold["scope"]
    role = claim.get("role")
    said = "subset" if below and role == "incident_total" else SCOPE.get(role or "")
    right = not _background(claim) and said == wanted
    if _related(gold["incident"], main, parents):
        return right
    return right or _background(claim)


def _related(incident: str, main: str | None, parents: dict[str, str | None]) -> bool:
    """Whether an incident is the main one, a part of it, or what it is part of."""
    return main is not None and (
        main in _ancestry(incident, parents) or incident in _ancestry(main, parents)
    )


def _ancestry(incident: str, parents: dict[str, str | None]) -> list[str]:
    chain: list[str] = []
    node: str | None = incident
    while node is not None:
        chain.append(node)
        node = parents.get(node)
    return chain
