"""What a report does not say, axis by axis and action by action."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partnership_analysis.assessment.figures import is_cost
from partnership_analysis.assessment.timeline import undated
from partnership_analysis.extraction.records import Action
from partnership_analysis.tables.model import Tables


@dataclass(frozen=True, slots=True)
class Gaps:
    """What the report does not say, for the gap sentences. Axes are axis_ids of parts of kind `axis`."""

    axes: tuple[str, ...]
    """All of them."""
    without_action: tuple[str, ...]
    without_figure: tuple[str, ...]
    without_outcome: tuple[str, ...]
    """No figure at all, or none of its figures an outcome."""
    without_cost: tuple[str, ...]
    undated: tuple[Action, ...]
    without_actor: tuple[Action, ...]
    abandoned: tuple[Action, ...]


def gaps(tables: Tables) -> Gaps:
    """What is missing, axis by axis and action by action."""
    axes = tuple(axis.axis_id for axis in tables.rows.axes if axis.kind == "axis")
    with_actor = {row.action_id for row in tables.rows.participations}
    figures = tables.rows.indicators
    return Gaps(
        axes,
        _without(axes, (action.axis_id for action in tables.rows.actions)),
        _without(axes, (row.axis_id for row in figures)),
        _without(axes, (row.axis_id for row in figures if row.kind == "outcome")),
        _without(axes, (row.axis_id for row in figures if is_cost(row))),
        undated(tables),
        tuple(action for action in tables.rows.actions if action.status != "other" and action.action_id not in with_actor),
        tuple(action for action in tables.rows.actions if action.status == "other"),
    )


def _without(axes: Sequence[str], held: Iterable[str | None]) -> tuple[str, ...]:
    having = set(held)
    return tuple(axis for axis in axes if axis not in having)
