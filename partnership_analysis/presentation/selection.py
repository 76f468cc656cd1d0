"""A part of a report: the axes and the period that an assessment looks at. The text stays whole; rows outside are left out."""

from dataclasses import replace
from datetime import date

from partnership_analysis.errors import ParameterError
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Action, Axis, Finding
from partnership_analysis.presentation.formats import date_words
from partnership_analysis.presentation.labels import Labels
from partnership_analysis.presentation.markup import one_line
from partnership_analysis.tables.model import Tables


def chosen_axes(tables: Tables, wanted: tuple[str, ...] | None) -> tuple[Axis, ...] | None:
    """The parts asked for, by number, id or title, in the report's order; None for all.

    Raises: ParameterError: there is no such part; the sentence lists those there are.
    """
    if wanted is None:
        return None
    names = {axis.axis_id: {folded(axis.axis_id), folded(axis.title), *((folded(axis.number),) if axis.number else ())} for axis in tables.rows.axes}
    for one in wanted:
        if not any(folded(one) in known for known in names.values()):
            raise ParameterError("axes", f"no axis {one!r} in this report", _allowed(tables))
    asked = {folded(one) for one in wanted}
    return tuple(axis for axis in tables.rows.axes if names[axis.axis_id] & asked)


def _allowed(tables: Tables) -> str:
    if not tables.rows.axes:
        return "it has no axes: leave the parameter None"
    return f"use {', '.join(one_line(axis.number or axis.title) for axis in tables.rows.axes)}, or None for all"


def select(tables: Tables, axes: tuple[Axis, ...] | None, start: date | None, end: date | None) -> Tables:
    """The tables with the parts and the period asked for.

    An action is kept if it belongs to one of the parts and touches the period; one without a date is kept only where no period is
    asked for. A figure goes with its action, else with its part; people, bodies, dates and the like stay: they are of the whole report.
    """
    if axes is None and start is None and end is None:
        return tables
    kept_axes = tables.rows.axes if axes is None else axes
    ids = {axis.axis_id for axis in kept_axes}
    actions = tuple(action for action in tables.rows.actions if (axes is None or action.axis_id in ids) and _touches(action, start, end))
    kept = {action.action_id for action in actions}
    rows = replace(
        tables.rows,
        axes=kept_axes,
        actions=actions,
        participations=tuple(row for row in tables.rows.participations if row.action_id in kept),
        indicators=tuple(row for row in tables.rows.indicators if (row.action_id in kept if row.action_id else axes is None or row.axis_id in ids)),
    )
    return Tables(tables.document, rows, tables.found)


def _touches(action: Action, start: date | None, end: date | None) -> bool:
    if start is None and end is None:
        return True
    first, last = action.date_start or action.date_end, action.date_end
    if first is None:
        return False
    return (end is None or first <= end) and (start is None or (last or date.max) >= start)


def selected_findings(findings: tuple[Finding, ...], axes: tuple[Axis, ...] | None) -> tuple[Finding, ...]:
    """The findings of the parts asked for, and those about the whole report."""
    if axes is None:
        return findings
    ids = {axis.axis_id for axis in axes}
    return tuple(finding for finding in findings if finding.axis_id is None or finding.axis_id in ids)


def restriction(axes: tuple[Axis, ...] | None, start: date | None, end: date | None, labels: Labels) -> str:
    """What the page looks at, in words; empty for the whole report."""
    said = []
    if axes is not None:
        said.append(", ".join(one_line(axis.title) if not axis.number else labels("anchor.axis", number=one_line(axis.number)) for axis in axes))
    days = {name: date_words(day, day, None, labels.language) for name, day in (("start", start), ("end", end)) if day}
    if days:
        said.append(labels("restricted_period" if len(days) == 2 else "restricted_from" if start else "restricted_until", **days))
    return labels("restricted", what=" ; ".join(said) if labels.language == "fr" else "; ".join(said)) if said else ""
