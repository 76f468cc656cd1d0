"""Who takes part in which action, and how: the casts of the actions as rows."""

from partnership_analysis.extraction.actions import ActionsFound
from partnership_analysis.extraction.records import Participation


def participations(found: ActionsFound) -> tuple[Participation, ...]:
    """The participations, in reading order: one row an action and actor."""
    return tuple(Participation(action_id=one.row.action_id, actor_id=part.actor, role=part.role) for one in found.told for part in one.parts)
