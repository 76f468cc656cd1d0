"""What each figure of a report shows: its rows, its two drawings, its data as a table. None where the report has too few rows for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from partnership_analysis.assessment.summaries import (
    Target,
    changes,
    figure_counts,
    is_share,
    kind_counts,
    means,
    own_date,
    targets,
    timeline,
)
from partnership_analysis.extraction.records import Axis
from partnership_analysis.presentation.figures.bars import MOST_BARS, BarRow, draw_bars, neutral
from partnership_analysis.presentation.figures.change import MOST_ROWS as MOST_CHANGES
from partnership_analysis.presentation.figures.change import ChangeRow, draw_changes
from partnership_analysis.presentation.figures.drawing import NARROW, NEUTRAL, WIDE, Drawing, axis_colours
from partnership_analysis.presentation.figures.parts import MOST_PARTS, PartRow, draw_parts
from partnership_analysis.presentation.figures.targets import MOST_ROWS as MOST_TARGETS
from partnership_analysis.presentation.figures.targets import CountRow, TargetRow, draw_counts, draw_targets, in_order
from partnership_analysis.presentation.figures.timeline import Frame, TimelineMark, draw_timeline
from partnership_analysis.presentation.formats import date_words, kind_name, number
from partnership_analysis.presentation.labels import Labels
from partnership_analysis.presentation.markup import capital, named
from partnership_analysis.presentation.reader_tables import Cell, Rows, axis_label, part_name
from partnership_analysis.tables.model import Tables

FigureName = Literal["cibles", "calendrier", "changement", "moyens", "types", "natures"]
FEWEST_ROWS = 3
LONGEST_AMOUNT = 4
"""Words of a sum that says nothing of who pays it: `1,5 million d'euros`."""
SPLIT_AXES = 3
"""Bars are split by part only up to so many objectives."""


@dataclass(frozen=True, slots=True)
class KeyItem:
    """An entry of a figure's key: how it is drawn and what it means."""

    shape: Literal["dot", "hollow", "arrow", "term", "swatch"]
    text: str
    colour: str = NEUTRAL


@dataclass(frozen=True)
class FigureContent:
    """A figure of a report: drawn twice, with its key and its data."""

    name: FigureName
    wide: Drawing
    narrow: Drawing
    key: tuple[KeyItem, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class _Source:
    tables: Tables
    labels: Labels
    rows: Rows

    @property
    def language(self) -> str:
        return self.labels.language

    def colours(self) -> dict[str, str]:
        """The colour of each objective."""
        return axis_colours([axis.axis_id for axis in self.tables.rows.axes if axis.kind == "axis"])

    def split(self) -> Sequence[Axis]:
        """The objectives that bars are split by; none where there are too many."""
        axes = [axis for axis in self.tables.rows.axes if axis.kind == "axis"]
        return axes if 0 < len(axes) <= SPLIT_AXES else ()


def figure_contents(tables: Tables, labels: Labels, rows: Rows) -> dict[FigureName, FigureContent]:
    """The figures that a report's data call for, by name."""
    source = _Source(tables, labels, rows)
    found = {name: build(source) for name, build in _BUILDERS.items()}
    return {name: figure for name, figure in found.items() if figure is not None}


def _figure(
    name: FigureName,
    draw: Callable[[int], Drawing],
    columns: Sequence[str],
    rows: Sequence[tuple[Cell, ...]],
    labels: Labels,
    key: Sequence[KeyItem] = (),
) -> FigureContent:
    return FigureContent(name, draw(WIDE), draw(NARROW), tuple(key), tuple(labels(f"column.{column}") for column in columns), tuple(rows))


def _targets(source: _Source) -> FigureContent | None:
    found = in_order(targets(source.tables))
    if len(found) < FEWEST_ROWS:
        return None
    labels = source.labels
    due = {target.due for target in found}
    years = {day.year for day in due if day}
    name = labels("targets.target_of", year=years.pop()) if len(years) == 1 and None not in due else labels("targets.target")
    cells = [
        (
            Cell(_target_name(target)),
            source.rows.amount(target.value, target.unit) if target.value is not None else Cell(labels("targets.not_reported")),
            source.rows.amount(target.baseline, target.unit),
            source.rows.amount(target.target, target.unit),
            Cell(
                date_words(target.due, target.due, None, source.language) if target.due else None, key=target.due.isoformat() if target.due else None
            ),
            Cell(_percent(target, source), key=f"{target.share:.4f}" if target.share is not None else None),
            source.rows.see("indicators", target.indicator.start, target.indicator.exact),
        )
        for target in found
    ]
    columns = ("indicator", "value", "baseline", "target", "due", "share", "link")
    if len(found) > MOST_TARGETS:
        counts = _target_counts(found, source)
        return _figure("cibles", lambda width: draw_counts(counts, width=width), columns, cells, labels)
    words = {"target": name, "half": labels("targets.half")}
    drawn = [_target_row(target, source) for target in found]
    return _figure("cibles", lambda width: draw_targets(drawn, width=width, words=words), columns, cells, labels)


def _target_name(target: Target) -> str:
    return capital(named(target.label or target.indicator.exact))


def _percent(target: Target, source: _Source) -> str | None:
    if target.share is None:
        return None
    return source.rows.amount(round(target.share * 100), "%").text


def _target_row(target: Target, source: _Source) -> TargetRow:
    labels = source.labels
    value, aim, start = (source.rows.amount(amount, target.unit).text for amount in (target.value, target.target, target.baseline))
    if target.value is None:
        return TargetRow(_target_name(target), labels("targets.not_reported"), labels("targets.not_reported_of", target=aim or ""), None, None)
    rest = labels("targets.of_at_most" if target.falling else "targets.of", target=aim or "") + (
        f" {labels('targets.baseline', value=start)}" if start else ""
    )
    notch = target.baseline / target.target if target.baseline is not None and target.target and not target.falling else None
    return TargetRow(_target_name(target), value or "", rest, target.share, notch)


def _target_counts(found: Sequence[Target], source: _Source) -> list[CountRow]:
    axes: Mapping[str | None, Axis] = {axis.axis_id: axis for axis in source.tables.rows.axes}
    order = {axis_id: number for number, axis_id in enumerate(axes)}
    groups: dict[str | None, list[Target]] = {}
    for target in sorted(found, key=lambda target: order.get(target.indicator.axis_id or "", len(order))):
        groups.setdefault(target.indicator.axis_id, []).append(target)
    rows = []
    for axis_id, group in groups.items():
        reached = sum(target.state == "reached" for target in group)
        unreported = sum(target.state == "not_reported" for target in group)
        counts = {"reached": reached, "short": len(group) - reached - unreported, "unreported": unreported}
        said = ", ".join(source.labels.count(f"targets.{state}", count) for state, count in counts.items() if count)
        rows.append(CountRow(part_name(axes.get(axis_id), source.labels), reached, counts["short"], unreported, said))
    return rows


def _timeline(source: _Source) -> FigureContent | None:
    rows = timeline(source.tables)
    if len(rows) < FEWEST_ROWS:
        return None
    colours = source.colours()
    labels, report = source.labels, source.tables.report
    now = own_date(source.tables)
    marks = [
        TimelineMark(
            source.rows.title(row.action),
            part_name(row.axis, source.labels),
            colours.get(row.action.axis_id or "", NEUTRAL),
            row.start,
            max(row.end, row.start) if row.end else None,
            "planned" if row.action.status == "planned" else "ongoing" if row.action.status == "ongoing" else "done",
        )
        for row in rows
    ]
    own = now.last if now and now.stated else None
    frame = Frame(report.period_start, report.period_end, own, date_words(own, own, None, source.language) if own else "")
    shapes: list[KeyItem] = [KeyItem("dot", labels("key.done"))]
    if any(mark.end is None for mark in marks):
        shapes.append(KeyItem("arrow", labels("key.open")))
    if any(mark.status == "planned" for mark in marks):
        shapes.append(KeyItem("hollow", labels("key.planned")))
    if any(mark.status == "ongoing" and mark.end for mark in marks):
        shapes.append(KeyItem("term", labels("key.term")))
    cells = [
        (
            Cell(source.rows.title(row.action)),
            source.rows.axis(row.action.axis_id),
            source.rows.when(row.action, row.action.exact),
            source.rows.kind("status", row.action.status),
            source.rows.see("actions", row.action.start, row.action.exact),
        )
        for row in rows
    ]
    return _figure(
        "calendrier", lambda width: draw_timeline(marks, frame, width=width), ("action", "axis", "date", "status", "link"), cells, labels, shapes
    )


def _changes(source: _Source) -> FigureContent | None:
    shares = sorted((change for change in changes(source.tables) if is_share(change.indicator)), key=lambda change: -abs(change.difference))
    if len(shares) < FEWEST_ROWS:
        return None
    labels = source.labels
    rows = [
        ChangeRow(
            named(change.label or change.indicator.exact),
            change.baseline,
            change.value,
            source.rows.amount(change.baseline, change.unit).text or "",
            source.rows.amount(change.value, change.unit).text or "",
        )
        for change in shares
    ]
    cells = [
        (
            Cell(row.name),
            Cell(row.baseline_label, key=f"{row.baseline:.4f}"),
            Cell(row.value_label, key=f"{row.value:.4f}"),
            Cell(number(round(change.difference, 4), source.language), key=f"{change.difference:.4f}"),
            source.rows.see("indicators", change.indicator.start, change.indicator.exact),
        )
        for row, change in zip(rows, shares, strict=True)
    ]
    key = (KeyItem("hollow", labels("key.baseline")), KeyItem("dot", labels("key.value")))
    return _figure(
        "changement",
        lambda width: draw_changes(rows[:MOST_CHANGES], width=width),
        ("indicator", "baseline", "value", "change", "link"),
        cells,
        labels,
        key,
    )


def _means(source: _Source) -> FigureContent | None:
    sums = [one for one in means(source.tables) if len(one.parts) >= FEWEST_ROWS]
    if not sums:
        return None
    largest = max(sums, key=lambda one: one.total.value or 0)
    labels = source.labels
    rows = [
        PartRow(
            named(part.payer or (part.indicator.exact if len(part.indicator.exact.split()) > LONGEST_AMOUNT else labels("no_payer"))),
            part.indicator.value or 0,
            source.rows.amount(part.indicator.value, part.indicator.unit).text or "",
        )
        for part in largest.parts
    ]
    cells = [
        (Cell(row.name), Cell(row.value_label, key=f"{row.value:.2f}"), source.rows.see("indicators", part.indicator.start, part.indicator.exact))
        for row, part in zip(rows, largest.parts, strict=True)
    ]
    if len(rows) > MOST_PARTS:
        rest = rows[MOST_PARTS:]
        value = sum(row.value for row in rest)
        said = source.rows.amount(value, largest.total.unit).text or ""
        rows = [*rows[:MOST_PARTS], PartRow(labels.count("tables.others", len(rest)), value, said)]
    return _figure("moyens", lambda width: draw_parts(rows, width=width), ("payer", "value", "link"), cells, labels)


def _kinds(source: _Source) -> FigureContent | None:
    counts = kind_counts(source.tables)
    if len(counts) < FEWEST_ROWS:
        return None
    bars = [(capital(kind_name("kind", row.kind, source.language)), dict(row.by_axis)) for row in counts]
    return _bars("types", bars, "kind", source)


def _natures(source: _Source) -> FigureContent | None:
    parts = figure_counts(source.tables)
    bars = []
    for kind in ("output", "outcome", "input", "context"):
        by_axis = {part.axis_id: getattr(part, kind) for part in parts if getattr(part, kind)}
        bars.append((capital(kind_name("indicator", kind, source.language)), by_axis))
    if sum(bool(by_axis) for _, by_axis in bars) < 2 or sum(part.total for part in parts) < FEWEST_ROWS:
        return None
    return _bars("natures", bars, "nature", source)


def _bars(name: FigureName, bars: Sequence[tuple[str, dict[str | None, int]]], column: str, source: _Source) -> FigureContent:
    """Bars with a column a part in their data; pieces in the objectives' colours where there are at most three."""
    labels, colours = source.labels, source.colours()
    split = source.split()
    parts = [axis for axis in source.tables.rows.axes if any(axis.axis_id in by_axis for _, by_axis in bars)]
    rest = bars[MOST_BARS:]
    others = labels.count(f"tables.other_{column}", len(rest)) if rest else ""
    if rest:
        others = labels("others_in_all", others=others, count=number(sum(sum(by_axis.values()) for _, by_axis in rest), source.language))

    def pieces(by_axis: dict[str | None, int]) -> tuple[tuple[str, int], ...]:
        if not split:
            return neutral(sum(by_axis.values()))
        own = [(colours[axis.axis_id], by_axis.get(axis.axis_id, 0)) for axis in split]
        return (*own, (NEUTRAL, sum(by_axis.values()) - sum(count for _, count in own)))

    rows = [BarRow(text, pieces(by_axis)) for text, by_axis in bars[:MOST_BARS]]
    key = [KeyItem("swatch", part_name(axis, source.labels), colours[axis.axis_id]) for axis in split]
    if split and any(row.pieces[-1][1] for row in rows):
        key.append(KeyItem("swatch", labels("outside_axes")))
    cells = [
        (
            Cell(text),
            Cell(number(sum(by_axis.values()), source.language), key=str(sum(by_axis.values()))),
            *(Cell(number(by_axis.get(axis.axis_id, 0), source.language), key=str(by_axis.get(axis.axis_id, 0))) for axis in parts),
        )
        for text, by_axis in bars
    ]
    figure = _figure(name, lambda width: draw_bars(rows, width=width, others=others), (column, "total"), cells, labels, key)
    names = tuple(axis_label(axis.number, labels) if axis.number and axis.kind == "axis" else part_name(axis, labels) for axis in parts)
    return FigureContent(name, figure.wide, figure.narrow, figure.key, (*figure.columns, *names), figure.rows)


_BUILDERS: dict[FigureName, Callable[[_Source], FigureContent | None]] = {
    "cibles": _targets,
    "changement": _changes,
    "moyens": _means,
    "natures": _natures,
    "calendrier": _timeline,
    "types": _kinds,
}
"""In the order of the page."""
