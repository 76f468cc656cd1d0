"""A part in numbers: how many actions of which status, and how many lack a date, an actor, a cost, an outcome."""

from collections.abc import Sequence

from partnership_analysis.assessment.summaries import gaps, status_count
from partnership_analysis.extraction.records import Action, Axis
from partnership_analysis.presentation.formats import counted
from partnership_analysis.presentation.grammar.cutting import lower_first
from partnership_analysis.presentation.narrative_parts import part_name, spoken, statuses
from partnership_analysis.presentation.narrative_story import Story


def count_clause(one: Story, axis: Axis, actions: Sequence[Action]) -> str:
    """How many actions a part holds, by status."""
    count = status_count(one.tables, axis_id=axis.axis_id)
    total = len(actions)
    split = statuses(one, count)
    only = next(
        (
            key
            for key, value in (("done", count.done), ("ongoing", count.ongoing), ("planned", count.planned), ("abandoned", count.abandoned))
            if value == total
        ),
        None,
    )
    slots = {
        "part": part_name(one, axis),
        "actions": counted(total, "action", one.language),
        "statuses": split,
        "only": one.wording.fill(f"status.only_{only}", {"many": total > 1, "two": total == 2})[0] if only and not split else None,  # type: ignore[index]
        "turn": list(one.axes).index(axis.axis_id) % 3,
    }
    filled = one.wording.fill("axis.count", slots)
    assert filled is not None
    return filled[0]


def gap_clauses(one: Story, axis: Axis, actions: Sequence[Action]) -> list[str]:
    """What the report does not say of a part, clause by clause: dates and actors, then costs and outcomes."""
    missing = gaps(one.tables)
    ids = {action.action_id for action in actions if action.status != "other"}
    total = len(ids)
    undated = sum(action.action_id in ids for action in missing.undated)
    nobody = sum(action.action_id in ids for action in missing.without_actor)
    numbered = axis.kind == "axis"
    slots = {
        "total": total,
        "undated": spoken(one, undated) if undated else None,
        "nobody": spoken(one, nobody) if nobody else None,
        "all_undated": undated == total or None,
        "all_nobody": nobody == total or None,
        "many_undated": undated > 1,
        "many_nobody": nobody > 1,
        "cost": True if numbered and axis.axis_id in missing.without_cost else None,
        "it": (bool(nobody) or undated == total) and len(actions) > 1,
        "outcome": True if numbered and axis.axis_id in missing.without_outcome else None,
    }
    if not total:
        return []
    return [lower_first(filled[0]) for key in ("gaps_actions", "gaps_axis") if (filled := one.wording.fill(f"axis.{key}", slots))]
