"""What the narrative, the figures and the page count: pure functions over the tables of one report.

Counts of actions and figures, who takes part, the evidence matrix, the timeline, the gaps, the means. Targets and changes are in
`targets`, the OECD DAC criteria in `criteria`, the calendar in `calendar`; all of them can be had from here.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from partnership_analysis.assessment.calendar import Elapsed, OwnDate, months_elapsed, own_date
from partnership_analysis.assessment.criteria import Criterion, CriterionEvidence, Evidence, criteria
from partnership_analysis.assessment.figures import is_cost, is_money, is_result, is_share, label
from partnership_analysis.assessment.means import Means, Part, means
from partnership_analysis.assessment.targets import Change, Target, TargetState, changes, targets
from partnership_analysis.extraction.records import Action, ActionKind, Axis, Indicator, Organisation
from partnership_analysis.tables.model import Tables

__all__ = [
    "Change",
    "Criterion",
    "CriterionEvidence",
    "Elapsed",
    "Evidence",
    "FigureCount",
    "Gaps",
    "KindCount",
    "MatrixRow",
    "Means",
    "OwnDate",
    "Part",
    "Participant",
    "StatusCount",
    "Target",
    "TargetState",
    "TimelineRow",
    "changes",
    "criteria",
    "evidence_matrix",
    "figure_counts",
    "gaps",
    "is_cost",
    "is_money",
    "is_result",
    "is_share",
    "kind_counts",
    "label",
    "means",
    "months_elapsed",
    "own_date",
    "participants",
    "status_count",
    "targets",
    "timeline",
    "undated",
]


@dataclass(frozen=True, slots=True)
class StatusCount:
    """Actions by status."""

    done: int
    ongoing: int
    planned: int
    abandoned: int
    """Status `other`: abandoned, cancelled, not opened."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + self.ongoing + self.planned + self.abandoned


def status_count(tables: Tables, *, axis_id: str | None = None) -> StatusCount:
    """How many actions are done, under way, planned, abandoned; those of one part where `axis_id` is given."""
    count = Counter(action.status for action in tables.rows.actions if axis_id is None or action.axis_id == axis_id)
    return StatusCount(count["done"], count["ongoing"], count["planned"], count["other"])


@dataclass(frozen=True, slots=True)
class KindCount:
    """Actions of one kind."""

    kind: ActionKind
    total: int
    by_axis: tuple[tuple[str | None, int], ...]
    """axis_id and its number of actions, in the report's order; parts without one left out."""


def kind_counts(tables: Tables) -> tuple[KindCount, ...]:
    """Actions by kind, most frequent first, equal ones in the order of their first action; abandoned ones counted too."""
    kinds: dict[ActionKind, list[str | None]] = {}
    for action in tables.rows.actions:
        kinds.setdefault(action.kind, []).append(action.axis_id)
    return tuple(
        KindCount(kind, len(axes), tuple((axis, count) for axis, count in Counter(axes).items()))
        for kind, axes in sorted(kinds.items(), key=lambda item: -len(item[1]))
    )


@dataclass(frozen=True, slots=True)
class FigureCount:
    """Figures by nature, of one part or of the whole report."""

    axis_id: str | None
    output: int
    outcome: int
    input: int
    context: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.output + self.outcome + self.input + self.context


def figure_counts(tables: Tables) -> tuple[FigureCount, ...]:
    """Figures by nature, one row a part that has any, in the report's order; figures of no part last (axis_id None)."""
    kinds: dict[str | None, Counter[str]] = {}
    for row in tables.rows.indicators:
        kinds.setdefault(row.axis_id, Counter())[row.kind] += 1
    order: list[str | None] = [axis.axis_id for axis in tables.rows.axes if axis.axis_id in kinds]
    order += [axis_id for axis_id in kinds if axis_id not in order]
    return tuple(
        FigureCount(axis_id, kinds[axis_id]["output"], kinds[axis_id]["outcome"], kinds[axis_id]["input"], kinds[axis_id]["context"])
        for axis_id in order
    )


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


def is_dated(action: Action) -> bool:
    """Whether an action has a first or a last day."""
    return action.date_start is not None or action.date_end is not None


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
