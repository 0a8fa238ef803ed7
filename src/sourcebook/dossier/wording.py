"""Words for numbers, dates and names, as people write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from sourcebook.model.claim import AttributionLink, Claim, Place
from sourcebook.model.estimate import Estimate
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report
from sourcebook.schema.groups import country_name
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import incident_types

#: Metrics in the order in which a reader looks for them, with the word after the number.
METRICS = {
    "killed": "killed",
    "injured": "injured",
    "casualties": "killed or injured",
    "critical": "in critical condition",
    "hospitalized": "in hospital",
    "missing": "missing",
    "trapped": "trapped",
    "rescued": "rescued",
    "survivors": "survivors",
    "abducted": "abducted",
    "released": "released",
    "detained": "detained",
    "displaced": "forced to leave",
    "affected": "on board or otherwise affected",
    "explosions": "explosions",
}
RELATIONS = {
    "claimed": "claimed it",
    "accused": "accused",
    "accused_by_authority": "accused by an authority",
    "suspected": "suspected",
    "reported_as_fact": "stated as fact",
    "denied": "denied it",
    "acquitted": "cleared",
}
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)$")
_CLOCK = re.compile(r"T(\d\d:\d\d)")


def number(value: int) -> str:
    """Return digits grouped in threes by a narrow no-break space from 10,000 on.

    >>> number(250000), number(1200)
    ('250\\u202f000', '1200')
    """
    return f"{value:,}".replace(",", "\u202f") if value >= 10_000 else str(value)


def metric_order(metric: str) -> tuple[int, str]:
    """Return a key that sorts metrics as a reader looks for them."""
    names = list(METRICS)
    return (names.index(metric) if metric in names else len(names), metric)


def metric_word(metric: str) -> str:
    """Return the words after the number: "killed", "car bomb (devices)"."""
    if metric.startswith("devices:"):
        return f"{metric.removeprefix('devices:').replace('_', ' ')} (devices)"
    return METRICS.get(metric, metric)


def is_people(metric: str) -> bool:
    """Whether a metric counts people, and not devices or explosions."""
    return metric in METRICS and metric != "explosions"


def population_word(population: str) -> str:
    """Return the group counted, empty for persons at large.

    >>> population_word("nationality:FR"), population_word("persons")
    ('nationals of France', '')
    """
    if population.startswith("nationality:"):
        return f"nationals of {country_name(population.partition(':')[2])}"
    if population in ("persons", "devices"):
        return ""
    return population.replace(":", " ").replace("_", " ")


def range_words(estimate: Estimate) -> str:
    """Return the current range in words a person says.

    "101 to 149", "at least 200", "fewer than 12": an open end is never closed.
    """
    low, high = estimate.low, estimate.high
    if low is None and high is None:
        return "a number not told"
    if low is None:
        return f"up to {number(high or 0)}"
    if estimate.high_open or high is None:
        return f"at least {number(low)}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def ever_words(estimate: Estimate) -> str:
    """Return the lowest and highest value ever reported."""
    low, high = estimate.ever.low, estimate.ever.high
    if low is None or high is None:
        told = low if high is None else high
        return "not told" if told is None else number(told)
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def date_words(edtf: str | None) -> str:
    """Return an EDTF date as people write it; unknown parts are said, not guessed.

    >>> date_words("2016-05-23"), date_words("XXXX-05-23"), date_words(None)
    ('Monday 23 May 2016', '23 May, year not told', 'date not told')
    """
    if not edtf:
        return "date not told"
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        return f"{date_words(first)} to {date_words(last)}"
    if day := _DAY.match(edtf):
        return _day_words(*day.groups())
    if month := _MONTH.match(edtf):
        name = datetime.date(2000, int(month[2]), 1).strftime("%B")
        return f"{name} {month[1]}" if month[1] != "XXXX" else f"{name}, year not told"
    return edtf


def day_words(edtf: str | None) -> str:
    """Return a date in short: "24 May 2016", with the time where one is told.

    >>> day_words("2016-05-24"), day_words("2022-03-16T08:00:00"), day_words(None)
    ('24 May 2016', '16 March 2022, 08:00', 'date not told')
    """
    words = date_words(edtf)
    head, _, rest = words.partition(" ")
    short = rest if head.endswith("day") else words
    clock = _CLOCK.search(edtf or "")
    told = clock is not None and clock[1] != "00:00"
    return f"{short}, {clock[1]}" if clock and told else short


def _day_words(year: str, month: str, day: str) -> str:
    if year == "XXXX":
        return datetime.date(2000, int(month), int(day)).strftime(
            "%-d %B, year not told"
        )
    when = datetime.date(int(year), int(month), int(day))
    return when.strftime("%A %-d %B %Y")


def type_words(kind: str) -> str:
    """Return an incident type as a label calls it.

    >>> type_words("bombing_suicide"), type_words("unknown")
    ('suicide bombing', 'kind not told')
    """
    told = table("linking")["labels"].get(kind)
    return str(told[0]).lower() if told else "kind not told"


def is_accident(incident: Incident) -> bool:
    """Whether an incident is an accident or a disaster, which nobody carried out."""
    known = incident_types().get(incident.type)
    return known is not None and not known.eligible


def target_word(kind: str) -> str:
    """Return a kind of target as a noun.

    >>> target_word("bus_station"), target_word("diplomatic")
    ('bus station', 'diplomatic mission')
    """
    told = table("wording")["targets"].get(kind, kind)
    return str(told).replace("_", " ")


def place_words(place: Place | None) -> str:
    """Return a place with its country's code."""
    if place is None:
        return "place not told"
    same = place.country is None or place.precision == "country"
    return place.name if same else f"{place.name} ({place.country})"


def outlet_words(report: Report) -> str:
    """Return who published the report; the file stands in where nobody is told."""
    if report.outlet:
        return report.outlet.removeprefix("www.")
    return f"outlet not told ({report.source_id})"


def link_words(link: AttributionLink) -> str:
    """Return one link of a chain; a gap is said to be one."""
    return link.name or "(relayed by somebody not told)"


def chain_words(claim: Claim) -> str:
    """Return who says it through whom, ending at the originator."""
    if not claim.attribution:
        return "in the report's own voice"
    return " › ".join(link_words(link) for link in claim.attribution)


def joined(names: Sequence[str]) -> str:
    """Join names as in a sentence.

    >>> joined(["A", "B", "C"])
    'A, B and C'
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def plural(count: int, word: str) -> str:
    """Return the count with its noun.

    >>> plural(1, "report"), plural(2, "report")
    ('1 report', '2 reports')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
