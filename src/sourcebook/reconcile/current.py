"""Which readings stand as of a date, and what superseded the others (REC-3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sourcebook.reconcile.reading import Reading
from sourcebook.schema.profiles import falls, growing_days, only_falls, stock_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Setaside:
    """A reading that no longer stands: by which other, and why."""

    by: Reading
    why: str


@dataclass(slots=True, kw_only=True)
class Current:
    """What is current: readings that stand, those superseded, vague ones beside.

    ``binding`` are those that stand as they bind upwards: an earlier ceiling does
    not (REC-3 b).
    """

    stands: list[Reading]
    binding: list[Reading] = field(default_factory=list)
    superseded: dict[str, Setaside] = field(default_factory=dict)
    vague: list[Reading] = field(default_factory=list)
    vague_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What the rules must know: the metric, the parties, who keeps an own count.

    ``admitted`` are figures of parties that a decision lets into best.
    """

    metric: str
    parties: frozenset[str] = frozenset()
    own_count: frozenset[str] = frozenset()
    admitted: frozenset[str] = frozenset()

    def party(self, reading: Reading) -> bool:
        """Whether a party to the incident says it (SRC-4)."""
        return reading.lineage is not None and reading.lineage in self.parties

    def left_out_of_best(self, reading: Reading) -> bool:
        """Whether best does without it: a party's, unless a decision lets it in."""
        return self.party(reading) and reading.claim not in self.admitted

    def standing(self, reading: Reading) -> bool:
        """Whether the figure stands until its own lineage changes it (REC-3 b)."""
        kind = (reading.lineage or "").split(":")[0]
        return self.party(reading) or kind in self.own_count

    def displaces(self, later: Reading, earlier: Reading) -> bool:
        """Whether the one may put the other out of date at all.

        Another's figure never displaces that of a party or of a monitor with its
        own count, and a party's figure displaces only its own.
        """
        if earlier.counted and later.lineage == earlier.lineage:
            return True
        return not self.standing(earlier) and not self.party(later)


Rule = Callable[[Reading, Sequence[Reading], Ways], Setaside | None]


def current(readings: Iterable[Reading], ways: Ways) -> Current:
    """Apply REC-3 (b), (c), (d) and REC-10 to the readings of one pool.

    The result does not depend on their order (REC-8).
    """
    ordered = sorted(readings, key=lambda r: r.claim)
    numbered = [r for r in ordered if not r.vague]
    if not numbered:
        return Current(stands=ordered, binding=ordered, vague_only=True)
    result = Current(stands=numbered, vague=[r for r in ordered if r.vague])
    for rule in (
        _corrected,
        _withdrawn,
        _outdone_in_report,
        _outdone_in_lineage,
        _fallen,
        _outgrown,
    ):
        _apply(rule, result, ways)
    result.binding = [_loosened(r, result.stands, ways) for r in result.stands]
    return result


def _apply(rule: Rule, result: Current, ways: Ways) -> None:
    out = {r.claim: rule(r, result.stands, ways) for r in result.stands}
    result.superseded.update({c: s for c, s in out.items() if s is not None})
    stays = [r for r in result.stands if out[r.claim] is None]
    result.stands = stays


def _corrected(
    reading: Reading, others: Sequence[Reading], ways: Ways
) -> Setaside | None:
    """REC-3 (b): a report that takes a figure back puts it out, also downwards.

    Its own figures and those of the same source, and earlier ones of others.
    """
    rivals = [
        o
        for o in others
        if o.corrects
        and not reading.corrects
        and not o.agrees(reading)
        and (reading.earlier(o) or (_akin(o, reading) and not o.earlier(reading)))
        and ways.displaces(o, reading)
    ]
    by = _latest(rivals)
    own = by is not None and _akin(by, reading)
    return _setaside(by, "corrected" if own else "a later report takes the toll back")


def _withdrawn(
    reading: Reading, others: Sequence[Reading], ways: Ways
) -> Setaside | None:
    """REC-3 (b): "police first said four" stands behind any figure that differs."""
    if not reading.withdrawn:
        return None
    rivals = [
        o
        for o in others
        if not o.withdrawn and not o.agrees(reading) and ways.displaces(o, reading)
    ]
    return _setaside(_latest(rivals), "its own report takes it back")


def _akin(one: Reading, other: Reading) -> bool:
    """Whether two readings are one report's or one source's."""
    return one.report == other.report or (one.counted and one.lineage == other.lineage)


def _outdone_in_report(
    reading: Reading, others: Sequence[Reading], ways: Ways
) -> Setaside | None:
    """REC-3 (d): within one report a growing metric stands at its highest total.

    A lower figure with a source of its own there is a rival, not an old caption.
    """
    if growing_days(ways.metric) == 0 or reading.corrects:
        return None
    echoed = {o.lineage for o in others if _echoes(reading, o)}
    higher = [
        o
        for o in others
        if o.report == reading.report
        and reading.below(o)
        and (not reading.counted or reading.own_voice or o.lineage == reading.lineage)
        and (not echoed or o.lineage in echoed)
        and ways.displaces(o, reading)
    ]
    return _setaside(_highest(higher), "lower than the same report's total")


def _echoes(reading: Reading, told: Reading) -> bool:
    """Whether a report's own figure, in its headline say, is one that a source tells."""
    return (
        told.report == reading.report
        and told.counted
        and not told.own_voice
        and (not reading.counted or reading.own_voice)
        and told.words == reading.words
    )


def _outdone_in_lineage(
    reading: Reading, others: Sequence[Reading], ways: Ways
) -> Setaside | None:
    """REC-3 (c): within one lineage a later figure supersedes, unless one refines."""
    if not reading.counted:
        return None
    later = [
        o
        for o in others
        if o.lineage == reading.lineage
        and reading.earlier(o)
        and not (reading.agrees(o) and (reading.meets(o) or not o.exact))
    ]
    return _setaside(_latest(later), "the same source's later figure")


def _outgrown(
    reading: Reading, others: Sequence[Reading], ways: Ways
) -> Setaside | None:
    """REC-3 (b): an earlier figure of a growing metric binds only from below.

    So a later one that lies above puts it out. A metric that grows for some days
    only, and a stock, gives way after that time to any later one that differs.
    """
    rivals = [
        o
        for o in others
        if _later(reading, o)
        and not reading.agrees(o)
        and ways.displaces(o, reading)
        and (
            (_grows(reading, o, ways) and reading.below(o)) or _stale(reading, o, ways)
        )
    ]
    return _setaside(_latest(rivals), "a later report's figure")


def _fallen(reading: Reading, others: Sequence[Reading], ways: Ways) -> Setaside | None:
    """REC-7: of people in danger a smaller count is what is left of a larger one.

    Where the words or the dates say so: five were trapped at first, two still are.
    """
    if not falls(ways.metric):
        return None
    stock = growing_days(ways.metric) == 0
    fewer = [
        o
        for o in others
        if o.below(reading)
        and o.stage != "first"
        and (only_falls(ways.metric) or not o.earlier(reading))
        and ((stock and reading.earlier(o)) or _is_rest(o, reading))
        and ways.displaces(o, reading)
    ]
    return _setaside(_latest(fewer), "what was first, of which fewer are left")


def _is_rest(fewer: Reading, reading: Reading) -> bool:
    """Whether the words tell the one as what is left of the other."""
    if reading.stage == "left":
        return False
    return fewer.stage == "left" or reading.stage == "first"


def _later(reading: Reading, other: Reading) -> bool:
    """Whether the other is later, or dated where this one has no date."""
    undated = reading.moment is None and other.moment is not None
    return undated or reading.earlier(other)


def _grows(reading: Reading, other: Reading, ways: Ways) -> bool:
    days = growing_days(ways.metric)
    return days is None or (days > 0 and not _days_apart(reading, other, days))


def _stale(reading: Reading, other: Reading, ways: Ways) -> bool:
    days = growing_days(ways.metric)
    return days is not None and _days_apart(reading, other, days or stock_days())


def _days_apart(reading: Reading, other: Reading, days: int) -> bool:
    if reading.moment is None or other.moment is None:
        return False
    return reading.moment.days_before(other.moment) > days


def _loosened(reading: Reading, others: Sequence[Reading], ways: Ways) -> Reading:
    """REC-3 (b): an earlier ceiling does not bind later figures."""
    open_above = reading.ceiling is None or reading.exact
    if open_above or ways.standing(reading) or growing_days(ways.metric) == 0:
        return reading
    later = any(
        reading.earlier(o)
        and o.lineage != reading.lineage
        and ways.displaces(o, reading)
        for o in others
    )
    return reading.without_ceiling() if later else reading


def _latest(readings: Iterable[Reading]) -> Reading | None:
    return max(
        readings,
        key=lambda r: (_stamp(r), r.least, r.claim),
        default=None,
    )


def _stamp(reading: Reading) -> str:
    return reading.moment.end.isoformat() if reading.moment else ""


def _highest(readings: Iterable[Reading]) -> Reading | None:
    return max(readings, key=lambda r: (r.least, r.most, r.claim), default=None)


def _setaside(by: Reading | None, why: str) -> Setaside | None:
    return Setaside(by=by, why=why) if by else None
