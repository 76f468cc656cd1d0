"""Checks of what a part does not say: dates, actors, actions, figures, outcomes, costs."""

import re
from collections.abc import Callable, Iterator, Sequence

from partnership_analysis.assessment.alarms import Alarm
from partnership_analysis.assessment.figures import is_cost, is_result
from partnership_analysis.assessment.inspection import Inspection, content_words
from partnership_analysis.extraction.records import Action, Axis, Indicator

BYGONE = 40
"""Years before the report's last date: a date so early tells of history."""
YEAR_AFTER = 9
"""Characters after a law's name in which a year still belongs to it."""
MONEY_IN_TEXT = re.compile(
    r"[€$£]\s?\d|\d\s?(?:k|K|M|m|Md|bn)?\s?[€$£]|\b(?:EUR|USD|GBP|CHF|CAD)\s?\d|\d\s?(?:EUR|USD|GBP|CHF|CAD)\b|\d\s?(?:million|milliard|billion)?s?\s?(?:d')?euros?\b"
)
"""A sum of money, as the last proof that a report gives one."""


def actions_undated(inspection: Inspection) -> Iterator[Alarm]:
    """Some actions of the part have no date, abandoned ones not counted."""
    foreign = _dates_of_others(inspection)
    yield from _lacking(
        inspection,
        inspection.tables.rows.actions,
        lacks=lambda action: action.date_start is None and action.date_end is None,
        doubt=lambda action: any(
            (row.date_start or row.date_end) and row.start not in foreign for row in inspection.dates_within(action.start, action.end)
        ),
    )


def _dates_of_others(inspection: Inspection) -> frozenset[int]:
    """Where the dates stand that cannot be an action's: the years in a law's or plan's name, and those of long ago."""
    rows = inspection.tables.rows
    latest = max((last.year for row in rows.dates if (last := row.date_end or row.date_start)), default=0)
    named = {row.start for one in rows.instruments for row in inspection.dates_within(one.start, one.end + YEAR_AFTER)}
    return frozenset(named | {row.start for row in rows.dates if (last := row.date_end or row.date_start) and last.year < latest - BYGONE})


def actions_without_actor(inspection: Inspection) -> Iterator[Alarm]:
    """Some actions of the part name nobody who takes part; abandoned ones and those whose subject is `we` or `nous` are not counted."""
    acting = {row.action_id for row in inspection.tables.rows.participations}
    ourselves = inspection.words("ourselves")
    actions = [action for action in inspection.tables.rows.actions if not ourselves & set(re.findall(r"[^\W\d_]+", action.exact.lower()))]
    yield from _lacking(
        inspection,
        actions,
        lacks=lambda action: action.action_id not in acting,
        doubt=lambda action: bool(inspection.names_in(action.start, action.end)),
    )


def _lacking(
    inspection: Inspection, actions: Sequence[Action], *, lacks: Callable[[Action], bool], doubt: Callable[[Action], bool]
) -> Iterator[Alarm]:
    """One alarm for each part in which some actions lack something.

    What leaves a doubt raises nothing by itself: words that hold what seems to be missing (`doubt`), a thing done of kind `other` that
    gives neither a date nor anybody and may be no action at all, and what tells how the report was made.
    """
    acting = {row.action_id for row in inspection.tables.rows.participations}
    parts: dict[str, list[Action]] = {}
    for action in actions:
        if action.axis_id and action.axis_id in inspection.axes and action.status != "other":
            parts.setdefault(action.axis_id, []).append(action)
    for axis in inspection.tables.rows.axes:
        told = parts.get(axis.axis_id, [])
        lacking = [action for action in told if lacks(action)]
        sure = (
            action
            for action in lacking
            if action.kind != "other" or action.status != "done" or action.date_start or action.date_end or action.action_id in acting
        )
        if any(not doubt(action) and not inspection.says(action.exact, "own_report") for action in sure):
            values = {
                "count": len(lacking),
                "total": len(told),
                "part": axis.title if axis.kind != "introduction" else None,
                "titles": [inspection.title(action) for action in lacking],
            }
            yield Alarm(inspection.heading(axis.axis_id), axis.axis_id, values)


def axis_without_action(inspection: Inspection) -> Iterator[Alarm]:
    """An axis that states an objective has no action."""
    acting = {action.axis_id for action in inspection.tables.rows.actions}
    counted = {row.axis_id for row in inspection.tables.rows.indicators}
    numbered = {axis.axis_id for axis in inspection.tables.rows.axes if axis.number}
    yield from _axes_outside(inspection, acting, counted & numbered)


def axis_without_figure(inspection: Inspection) -> Iterator[Alarm]:
    """An axis has no indicator."""
    acting = {action.axis_id for action in inspection.tables.rows.actions}
    counted = {row.axis_id for row in inspection.tables.rows.indicators}
    yield from _axes_outside(inspection, counted, acting)


def axis_without_outcome(inspection: Inspection) -> Iterator[Alarm]:
    """An axis has indicators other than input, none of them an outcome, and no table of results elsewhere gives an outcome."""
    rows = inspection.tables.rows.indicators
    measured = {row.axis_id for row in rows if row.kind in ("output", "outcome")}
    with_outcome = {row.axis_id for row in rows if row.kind == "outcome"}
    lacking = [axis for axis in inspection.tables.rows.axes if axis.kind == "axis" and axis.axis_id in measured - with_outcome]
    results = [row for row in rows if row.kind == "outcome" and is_result(row) and _part_of_its_own(inspection, row.axis_id)] if lacking else []
    spoken = _spoken_of(inspection, results)
    for axis in lacking:
        if spoken is not None and axis.axis_id not in spoken:
            count = sum(row.axis_id == axis.axis_id for row in rows)
            yield Alarm(inspection.heading(axis.axis_id), axis.axis_id, {"part": axis.title, "count": count})


def _spoken_of(inspection: Inspection, results: Sequence[Indicator]) -> frozenset[str] | None:
    """The axes whose text has most words of the label of a result; None where a result may speak of any of them."""
    small = inspection.words("small") | inspection.words("counting")
    axes = [axis for axis in inspection.tables.rows.axes if axis.kind == "axis"]
    told = {axis.axis_id: frozenset(content_words(f"{axis.title} {axis.exact}", besides=small)) for axis in axes}
    found: set[str] = set()
    for row in results:
        named = _axes_in_row(inspection, row, axes)
        if named:
            found |= named
            continue
        words = frozenset(content_words(row.label or row.unit or "", besides=small))
        shared = {axis_id: len(words & own) for axis_id, own in told.items()}
        most = max(shared.values(), default=0)
        if most == 0:
            return None
        found |= {axis_id for axis_id, count in shared.items() if count == most}
    return frozenset(found)


def _axes_in_row(inspection: Inspection, row: Indicator, axes: Sequence[Axis]) -> set[str]:
    """The axes whose number stands in a cell of a result's row."""
    block = inspection.blocks[inspection.block_number(row.start)].block
    if block.kind != "table_cell":
        return set()
    cells = {one.text.strip() for one in inspection.blocks if (one.block.table, one.block.row) == (block.table, block.row) and one.block.column == 0}
    return {axis.axis_id for axis in axes if axis.number is not None and axis.number in cells}


def _part_of_its_own(inspection: Inspection, axis_id: str | None) -> bool:
    """Whether a table of results stands outside the axes, or in a part that tells of no action, and so may speak of each of them."""
    acting = {action.axis_id for action in inspection.tables.rows.actions}
    return axis_id is None or axis_id not in inspection.axes or inspection.axes[axis_id].kind != "axis" or axis_id not in acting


def _axes_outside(inspection: Inspection, held: set[str | None], otherwise: set[str | None]) -> Iterator[Alarm]:
    """One alarm for each axis outside those that hold something.

    A heading that calls itself an axis is one; another is one only by what it holds: it must hold something else.
    """
    text = inspection.tables.document.text
    for axis in inspection.tables.rows.axes:
        called = inspection.says(text[axis.heading_start : axis.heading_end], "axis_label")
        if axis.kind == "axis" and axis.axis_id not in held and (called or axis.axis_id in otherwise):
            yield Alarm(inspection.heading(axis.axis_id), axis.axis_id, {"part": axis.title})


def no_cost(inspection: Inspection) -> Iterator[Alarm]:
    """The report gives no money and no staff; durations, volunteers and guests are neither."""
    if not any(is_cost(row) for row in inspection.tables.rows.indicators) and not MONEY_IN_TEXT.search(inspection.tables.document.text):
        yield Alarm(())
