"""Who takes part: bodies and the actions they take part in."""

from collections import Counter
from dataclasses import dataclass

from partnership_analysis.extraction.records import Organisation
from partnership_analysis.tables.model import Tables


@dataclass(frozen=True, slots=True)
class Participant:
    """A body that takes part in actions under its own name."""

    organisation: Organisation
    partner: bool
    """Whether it made the agreement."""
    total: int
    """Actions it takes part in."""
    by_axis: tuple[tuple[str | None, int], ...]
    """axis_id and its number of actions, in the report's order; parts without one left out."""
    action_ids: tuple[str, ...]
    through_people: int
    """Further actions in which only people with an office in it are named."""


def participants(tables: Tables) -> tuple[Participant, ...]:
    """Who takes part: partners first, then by number of actions, then in the order of their first mention; partners also with none."""
    axis_of = {action.action_id: action.axis_id for action in tables.rows.actions}
    order = list(axis_of)
    bodies: dict[str, set[str]] = {}
    for row in tables.rows.participations:
        if row.action_id in axis_of:
            bodies.setdefault(row.actor_id, set()).add(row.action_id)
    through: dict[str, set[str]] = {}
    for office in tables.rows.memberships:
        if office.organisation_id and office.person_id in bodies:
            through.setdefault(office.organisation_id, set()).update(bodies[office.person_id])
    found = []
    for body in tables.rows.organisations:
        partner = body.organisation_id in tables.report.partners
        own = bodies.get(body.organisation_id, set())
        if own or partner:
            ids = tuple(action_id for action_id in order if action_id in own)
            axes = Counter(axis_of[action_id] for action_id in ids)
            found.append(
                Participant(body, partner, len(ids), tuple(axes.items()), ids, len(through.get(body.organisation_id, set()) - own)),
            )
    return tuple(sorted(found, key=lambda row: (not row.partner, -row.total)))
