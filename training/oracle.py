"""What gold claims give, and which errors in claims hurt estimates most.

    python -m training.oracle EVALUATION

(a) Oracle: gold figures with gold incidents, roles and sources go through reconciling;
`estimates.ever` and `estimates.best` must then be right.
(b) What hurts: one gold claim in ten is missed, or has a wrong value, scope or source, ten
times with other claims each; printed is the share of estimates that change.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sourcebook.evaluate.gold import load_gold
from sourcebook.model.claim import AttributionLink, Claim, Figure, Role, Setting
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report, Text
from sourcebook.model.span import Span
from sourcebook.reconcile import reconcile
from sourcebook.text.numbers import bounds

Row = dict[str, Any]
Spoil = Callable[[Claim, random.Random], Claim | None]

_COMPARATOR = {
    "exact": "eq",
    "at_least": "ge",
    "more_than": "gt",
    "about": "approx",
    "nearly": "near",
    "up_to": "le",
    "range": "range",
    "vague": "vague",
}
_METRIC = {"killed_or_injured": "casualties", "other": "affected"}
_GROUPS = {"civilians", "children", "security_forces"}
#: The gold's floors of vague words, as DOMAIN NUM-9 sets them.
_VAGUE = {3: 3, 20: 10, 24: 12, 40: 20, 200: 100}
_ROLE: dict[str, Role] = {
    "total": "incident_total",
    "subset": "part_of_total",
    "change": "increment",
}
_UNNAMED = ("officials", "authorities", "reports", "media")


def claims_of(folder: Path) -> tuple[list[Incident], list[Claim], list[Report]]:
    """Return the gold of an evaluation folder as placed claims."""
    lines = (folder / "reports.jsonl").read_text("utf-8").splitlines()
    reports = {row["id"]: _report(row) for row in map(json.loads, lines)}
    gold = load_gold(folder / "gold")
    incidents: list[Incident] = []
    claims: list[Claim] = []
    for name, cluster in gold.clusters.items():
        told = {
            i["id"]: tuple(
                reports[d["file"]].id
                for d in cluster["documents"]
                if d["main_incident"] == i["id"]
            )
            for i in cluster["incidents"]
        }
        incidents += [_incident(name, i, told[i["id"]]) for i in cluster["incidents"]]
        for document in cluster["documents"]:
            report = reports[document["file"]]
            claims += [_claim(name, report, row) for row in document["figures"]]
    return incidents, claims, list(reports.values())


def _report(row: Row) -> Report:
    return Report.of(
        Text.of(row["text"], language="en"),
        source_id=row["id"],
        title=row["title"] or "",
        outlet=row["outlet"],
        url=row["url"],
        published=row["published"],
    )


def _incident(cluster: str, row: Row, reports: tuple[str, ...]) -> Incident:
    part = row.get("part_of")
    return Incident(
        id=f"{cluster}/{row['id']}",
        parent=f"{cluster}/{part}" if part else None,
        label=row["label"],
        type="unknown",
        date=None,
        date_precision="unknown",
        place=None,
        reports=reports,
        claims=(),
    )


def _claim(cluster: str, report: Report, row: Row) -> Claim:
    background = row["incident"] == "other"
    single = row["scope"] == "subset" and row["value"] == 1
    part = "single_person" if single else "group"
    sentence = Span(start=row["start"], end=row["end"])
    source = row["source"]
    claim = Claim.at(
        report,
        row["in"],
        sentence,
        payload=_figure(row),
        setting=Setting(
            sentence=sentence,
            background="other_event" if background else None,
            part=part if row["scope"] == "subset" else None,
            person=row["quote"] if single else None,
        ),
        extractor="gold",
        version="1",
        attribution=(_link(source),) if source else (),
    )
    unnamed = source and any(word in source.lower() for word in _UNNAMED)
    lineage = f"named:{source.lower()}" if source else f"outlet:{report.outlet}"
    return claim.placed(
        incident=None if background else f"{cluster}/{row['incident']}",
        role="background" if background else _ROLE[row["scope"]],
        lineage="unnamed" if unnamed else lineage,
    )


def _figure(row: Row) -> Figure:
    value, comparator = row["value"], _COMPARATOR[row["modifier"]]
    low, high = bounds(comparator, value) if value is not None else (None, None)
    if comparator == "vague":
        low = _VAGUE.get(row["low"])
    if comparator == "range":
        low, high = row["low"], row["high"]
    who = row["who"]
    return Figure(
        metric=_METRIC.get(row["category"], row["category"]),
        population="attackers"
        if who == "perpetrators"
        else (who if who in _GROUPS else "persons"),
        comparator=comparator,
        value=value,
        low=low,
        high=high,
    )


def _link(source: str) -> AttributionLink:
    return AttributionLink(
        name=source,
        quote=None,
        field=None,
        start=None,
        end=None,
        relation="says",
        named=True,
    )


def missed(claim: Claim, chance: random.Random) -> Claim | None:
    """Lose the claim."""
    return None


def wrong_value(claim: Claim, chance: random.Random) -> Claim | None:
    """Give the claim another number, between a half and twice its own."""
    payload = claim.payload
    if not isinstance(payload, Figure) or payload.value is None:
        return claim
    value = max(1, round(payload.value * chance.choice((0.5, 0.8, 1.25, 2))))
    low, high = bounds(payload.comparator, value)
    return replace(claim, payload=replace(payload, value=value, low=low, high=high))


def wrong_scope(claim: Claim, chance: random.Random) -> Claim | None:
    """Take a total for a part and a part or background figure for a total."""
    if claim.role == "incident_total":
        return replace(claim, role="part_of_total")
    return replace(claim, role="incident_total")


def wrong_source(claim: Claim, chance: random.Random) -> Claim | None:
    """Give the claim to another originator."""
    return replace(claim, lineage=f"named:other {chance.randrange(3)}")


SPOILS: dict[str, Spoil] = {
    "missed": missed,
    "wrong value": wrong_value,
    "wrong scope": wrong_scope,
    "wrong source": wrong_source,
}


def changed(
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    reports: Sequence[Report],
    spoil: Spoil,
    *,
    rounds: int = 10,
) -> float:
    """Return the share of estimates whose low, best or high a spoiling changes."""
    whole = _numbers(incidents, claims, reports)
    different = 0
    for seed in range(rounds):
        chance = random.Random(seed)
        chosen = set(chance.sample(range(len(claims)), len(claims) // 10))
        told = [
            spoil(claim, chance) if i in chosen else claim
            for i, claim in enumerate(claims)
        ]
        kept = [claim for claim in told if claim is not None]
        after = _numbers(incidents, kept, reports)
        different += sum(after.get(key) != value for key, value in whole.items())
    return different / (rounds * len(whole))


def _numbers(
    incidents: Sequence[Incident], claims: Sequence[Claim], reports: Sequence[Report]
) -> dict[tuple[str, str, str], tuple[int | None, int | None, int | None]]:
    estimates = reconcile(incidents, claims, reports).estimates
    return {
        (e.incident, e.metric, e.population): (e.low, e.best, e.high)
        for e in estimates
        if e.inputs
    }


if __name__ == "__main__":
    material = claims_of(Path(sys.argv[1]))
    for label, how in SPOILS.items():
        print(f"{label:14} {changed(*material, how):.3f}")
