"""The dated actions as a timeline draws them, and those without a date."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from partnership_analysis.assessment.calendar import is_dated
from partnership_analysis.extraction.records import Action, Axis
from partnership_analysis.tables.model import Tables


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A dated action as the timeline draws it."""

    action: Action
    axis: Axis | None
    start: date
    end: date | None
    """None: it goes on, the report gives no end."""
    shape: Literal["day", "period", "open"]


def timeline(tables: Tables) -> tuple[TimelineRow, ...]:
    """The dated actions, by part in the report's order, then by first day; abandoned ones left out.

    An action with a last day only (`d'ici fin 2026`) starts and ends on it.
    """
    axes = {axis.axis_id: axis for axis in tables.rows.axes}
    places = {axis_id: number for number, axis_id in enumerate(axes)}
    rows = []
    for action in tables.rows.actions:
        start = action.date_start or action.date_end
        if start is None or action.status == "other":
            continue
        shape: Literal["day", "period", "open"] = "open" if action.date_end is None else "day" if action.date_end == start else "period"
        rows.append(TimelineRow(action, axes.get(action.axis_id or ""), start, action.date_end, shape))
    return tuple(sorted(rows, key=lambda row: (places.get(row.action.axis_id or "", len(places)), row.start, row.action.start)))


def undated(tables: Tables) -> tuple[Action, ...]:
    """The actions without a date, in reading order; abandoned ones left out."""
    return tuple(action for action in tables.rows.actions if action.status != "other" and not is_dated(action))
