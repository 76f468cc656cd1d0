"""Targets and where they stand, and figures that moved from a starting value."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from partnership_analysis.assessment.calendar import own_date
from partnership_analysis.assessment.direction import less_is_better
from partnership_analysis.assessment.figures import is_money, is_result, label
from partnership_analysis.assessment.inspection import Inspection
from partnership_analysis.extraction.records import Indicator
from partnership_analysis.tables.model import Tables

TargetState = Literal["reached", "not_yet", "missed", "below", "not_reported"]
"""`not_yet`: short of it, its date to come; `missed`: short of it, its date passed; `below`: short of it, no date given."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target of the report, what was reached of it, and by when it was to be."""

    indicator: Indicator
    label: str | None
    baseline: float | None
    value: float | None
    target: float
    unit: str | None
    due: date | None
    """Last day for it; None where the report gives none."""
    falling: bool
    """Whether less is better: the starting value is above the target, or else what is counted says so."""
    share: float | None
    """Value ÷ target; for a falling one the way done, (baseline − value) ÷ (baseline − target), or target ÷ value where no baseline is given.
    None without a value, or where that divides by zero.
    """
    state: TargetState


@dataclass(frozen=True, slots=True)
class Change:
    """A figure with its starting value."""

    indicator: Indicator
    label: str | None
    baseline: float
    value: float
    unit: str | None
    difference: float


def targets(tables: Tables) -> tuple[Target, ...]:
    """The targets the report can be asked about, in reading order.

    Left out: a planned figure without a value (it is a forecast, not a target to report on), and a budget told outside a table of results.
    """
    return tuple(_targets(tables))


def _targets(tables: Tables) -> Iterator[Target]:
    now = own_date(tables)
    inspection = Inspection(tables)
    due_date, measured, aimed_at = _headings(inspection)
    for indicator in tables.rows.indicators:
        if indicator.target is None or (indicator.value is None and not is_result(indicator)):
            continue
        if indicator.kind == "input" and is_money(indicator) and not (is_result(indicator) and aimed_at(indicator)):
            continue
        name = label(indicator)
        falling = less_is_better(indicator, name or indicator.exact, inspection)
        due = due_date(indicator)
        yield Target(
            indicator,
            name,
            indicator.baseline,
            indicator.value,
            indicator.target,
            indicator.unit,
            due,
            falling,
            _share(indicator, falling=falling),
            _state(indicator, falling=falling, passed=measured(indicator) or (due is not None and now is not None and due < now.first), due=due),
        )


BESIDE = 16
"""How far after a target its date may start: `a target of 28% by the end of 2026`."""


def _headings(inspection: Inspection) -> tuple[Callable[[Indicator], date | None], Callable[[Indicator], bool], Callable[[Indicator], bool]]:
    """What says by when a target is to be met, whether its value is already that of its own time, and whether its table speaks of targets.

    By when: its row, else the heading of its column in a table, else a date right after its words. A value is final where its column
    is headed with the very time of the target (`Target 2022 | Achieved 2022`). A table that sets what was planned beside what was
    spent is a budget, unless a heading says target.
    """
    tables = inspection.tables
    cells = [block for block in tables.document.blocks if block.kind == "table_cell"]
    starts = [cell.start for cell in cells]
    headings: dict[int | None, date | None] = {}
    others: dict[int | None, set[date]] = {}
    goals: set[int | None] = set()
    for cell in cells:
        if cell.row == 0:
            if inspection.says(tables.document.text[cell.start : cell.end], "goal_word"):
                goals.add(cell.table)
            days = [row.date_end for row in inspection.dates_within(cell.start, cell.end) if row.date_end]
            if days and inspection.says(tables.document.text[cell.start : cell.end], "target_word"):
                headings.setdefault(cell.table, max(days))
            else:
                others.setdefault(cell.table, set()).update(days)

    def table(indicator: Indicator) -> tuple[bool, int | None]:
        number = bisect_right(starts, indicator.start) - 1
        if number < 0 or indicator.start >= cells[number].end:
            number = bisect_left(starts, indicator.start)
        held = 0 <= number < len(cells) and cells[number].start < indicator.end
        return held, cells[number].table if held else None

    def measured(indicator: Indicator) -> bool:
        held, number = table(indicator)
        return held and headings.get(number) in others.get(number, set())

    def aimed_at(indicator: Indicator) -> bool:
        held, number = table(indicator)
        return not held or number in goals

    def due(indicator: Indicator) -> date | None:
        if indicator.target_date:
            return indicator.target_date
        held, number = table(indicator)
        if held:
            return headings.get(number)
        after = inspection.dates_within(indicator.end, indicator.end + BESIDE)
        if not after or any(sign in tables.document.text[indicator.end : after[0].start] for sign in ".;:\n,"):
            return None
        return after[0].date_end

    return due, measured, aimed_at


def _state(indicator: Indicator, *, falling: bool, passed: bool, due: date | None) -> TargetState:
    value, target = indicator.value, indicator.target
    if value is None or target is None:
        return "not_reported"
    best = value if falling or indicator.value_max is None else indicator.value_max
    if best <= target if falling else best >= target:
        return "reached"
    if due is None:
        return "below"
    return "missed" if passed else "not_yet"


def _share(indicator: Indicator, *, falling: bool) -> float | None:
    value, target, baseline = indicator.value, indicator.target, indicator.baseline
    if value is None or target is None:
        return None
    if falling and baseline is not None:
        return (baseline - value) / (baseline - target)
    if falling:
        return target / value if value else None
    return value / target if target else None


def changes(tables: Tables) -> tuple[Change, ...]:
    """The figures that give a starting value and a later one, in reading order; a row of the same figure in a table of results counts too."""
    return tuple(
        Change(row, label(row), row.baseline, row.value, row.unit, row.value - row.baseline)
        for row in tables.rows.indicators
        if row.baseline is not None and row.value is not None
    )
