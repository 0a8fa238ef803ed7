"""Scoring responsibility (actor, relation) and statements (speaker, act)."""

from __future__ import annotations

from collections import Counter

from sourcebook.evaluate.agree import f1, overlap, pair, same_name
from sourcebook.evaluate.gold import Gold, Predicted, Row

#: Our relations under the gold's status names; the others are the same word.
STATUS = {
    "accused_by_authority": "accused",
    "suspected": "accused",
    "reported_as_fact": "stated_as_fact",
    "acquitted": "denied",
    "admitted": "claimed",
}
#: Our acts under the gold's kinds; the others are the same word.
KIND = {
    "demand": "appeal",
    "express_concern": "appeal",
    "call_for_talks": "appeal",
    "offer": "pledge",
    "announce_investigation": "pledge",
}
KINDS = frozenset({"condemn", "condole", "accuse", "deny", "appeal", "pledge"})


def score_said(gold: Gold, predicted: Predicted) -> dict[str, float]:
    """F1 over overlapping spans; acts outside the six kinds do not count."""
    n: Counter[str] = Counter()
    for _, _, document in gold.documents():
        claims = predicted.of(document["file"])
        _count_responsibility(n, document, claims)
        _count_statements(n, document, claims)
    out: dict[str, float] = {}
    for key in ("responsibility", "statements"):
        p, r, f = f1(n[key], n[key + ".pred"], n[key + ".gold"])
        out |= {f"{key}.p": p, f"{key}.r": r, f"{key}.f1": f}
    return out


def _count_responsibility(n: Counter[str], document: Row, claims: list[Row]) -> None:
    blamed = [c for c in claims if c["type"] == "responsibility"]
    pairs = pair(document["responsibility"], blamed, same=_same_blame)
    n["responsibility.gold"] += len(document["responsibility"])
    n["responsibility.pred"] += len(blamed)
    n["responsibility"] += len(pairs)


def _same_blame(gold: Row, claim: Row) -> bool:
    wanted, said = gold["status"], claim.get("relation")
    same = STATUS.get(wanted, wanted) == STATUS.get(said or "", said)
    return same and same_name(gold["actor"], claim.get("actor"))


def _count_statements(n: Counter[str], document: Row, claims: list[Row]) -> None:
    told = [g for g in document["reactions"] if g["kind"] in KINDS]
    others = [g for g in document["reactions"] if g["kind"] not in KINDS]
    spoken = [c for c in claims if c["type"] == "statement" and _kind(c) in KINDS]
    pairs = pair(told, spoken, same=_same_act)
    hit = {j for _, j in pairs}
    free = sum(
        j not in hit and any(_touches(g, c) for g in others)
        for j, c in enumerate(spoken)
    )
    n["statements.gold"] += len(told)
    n["statements.pred"] += len(spoken) - free
    n["statements"] += len(pairs)


def _kind(claim: Row) -> str | None:
    act = claim.get("act")
    return KIND.get(act or "", act)


def _same_act(gold: Row, claim: Row) -> bool:
    return gold["kind"] == _kind(claim) and same_name(
        gold["speaker"], claim.get("speaker")
    )


def _touches(gold: Row, claim: Row) -> bool:
    return gold.get("in", "text") == claim["field"] and overlap(gold, claim) > 0
