"""Counts of actions by status and kind, and of figures by nature."""

from collections import Counter
from dataclasses import dataclass

from partnership_analysis.extraction.records import ActionKind
from partnership_analysis.tables.model import Tables


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
