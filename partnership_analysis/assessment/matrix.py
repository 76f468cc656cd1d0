"""The evidence matrix: what a report documents, part by part."""

from dataclasses import dataclass

from partnership_analysis.assessment.calendar import is_dated
from partnership_analysis.assessment.figures import is_cost
from partnership_analysis.assessment.targets import targets
from partnership_analysis.extraction.records import Action, Axis, Indicator
from partnership_analysis.tables.model import Tables


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What one part of the report documents. Counts of actions are None (sans objet) where it tells of no action."""

    axis: Axis
    actions: int
    dated: int | None
    with_actor: int | None
    with_output: int | None
    with_outcome: int | None
    with_cost: int | None
    figures: int
    """All its figures, also those joined to an action."""
    targets: int


def evidence_matrix(tables: Tables) -> tuple[MatrixRow, ...]:
    """What is documented, part by part: every part that holds actions or figures, in the report's order.

    A figure joined to an action counts for that action. An action is dated where it has a first or a last day, has an actor where a
    person or body is named as taking part.
    """
    by_action: dict[str, list[Indicator]] = {}
    for row in tables.rows.indicators:
        if row.action_id:
            by_action.setdefault(row.action_id, []).append(row)
    with_actor = {row.action_id for row in tables.rows.participations}
    asked = {target.indicator.indicator_id for target in targets(tables)}
    found = []
    actions_of: dict[str | None, list[Action]] = {}
    for action in tables.rows.actions:
        actions_of.setdefault(action.axis_id, []).append(action)
    figures_of: dict[str | None, list[Indicator]] = {}
    for row in tables.rows.indicators:
        figures_of.setdefault(row.axis_id, []).append(row)
    for axis in tables.rows.axes:
        actions, figures = actions_of.get(axis.axis_id, []), figures_of.get(axis.axis_id, [])
        if not actions and not figures:
            continue
        own = [by_action.get(action.action_id, []) for action in actions]
        found.append(
            MatrixRow(
                axis,
                len(actions),
                sum(is_dated(action) for action in actions) if actions else None,
                sum(action.action_id in with_actor for action in actions) if actions else None,
                sum(any(row.kind == "output" for row in rows) for rows in own) if actions else None,
                sum(any(row.kind == "outcome" for row in rows) for rows in own) if actions else None,
                sum(any(is_cost(row) for row in rows) for rows in own) if actions else None,
                len(figures),
                sum(row.indicator_id in asked for row in figures),
            )
        )
    return tuple(found)
