"""Figure 2: what happened when, what is announced?

One row an action under its part, by first day: a day is a dot, a period a bar of its true length, an open end an arrow to the
report's date, planned is hollow, under way with a term is hollow with a point. The ground is the agreement's period, the rule the
report's date. Above forty actions: one strip a part, a column a month, its height the number of actions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from partnership_analysis.presentation.figures.drawing import (
    BODY,
    INK,
    INK2,
    PAPER,
    PAPER2,
    RULE,
    SMALL,
    WIDE,
    Box,
    Dot,
    Drawing,
    Label,
    Line,
    Polygon,
    Shape,
    lines_of,
)
from partnership_analysis.presentation.figures.rendering import text_width

MOST_ROWS = 40
LEADING, ROW_GAP, GROUP_GAP = 16, 6, 12
SHORTEST = 9.0
"""Of a bar, in pixels: a month must not look like a day."""
TALLEST = 56
EDGE_ROOM = 8
"""Between the scale's end and the drawing's, in pixels."""
LATEST = date(9998, 12, 31)


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A dated action as the figure shows it. `end` None goes on to the report's date."""

    title: str
    part: str
    colour: str
    start: date
    end: date | None
    status: Literal["done", "ongoing", "planned"]


@dataclass(frozen=True, slots=True)
class Frame:
    """The ground and the rule: the agreement's period and the report's own date, where they are known."""

    period_start: date | None
    period_end: date | None
    reported_on: date | None
    reported_label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to pixels."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day begins."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + max(0.0, min(1.0, share)) * (self.right - self.left)


def draw_timeline(marks: Sequence[TimelineMark], frame: Frame, *, width: int) -> Drawing:
    """Rows for up to forty actions, strips above."""
    return _strips(marks, frame, width) if len(marks) > MOST_ROWS else _rows(marks, frame, width)


def _scale(marks: Sequence[TimelineMark], frame: Frame, left: float, right: float) -> Scale:
    days = [mark.start for mark in marks] + [mark.end for mark in marks if mark.end]
    days += [day for day in (frame.period_start, frame.period_end, frame.reported_on) if day]
    first, last = min(days), max(days)
    return Scale(date(first.year, 1, 1), min(last, LATEST) + timedelta(days=31), left, right)


def _rows(marks: Sequence[TimelineMark], frame: Frame, width: int) -> Drawing:
    wide = width == WIDE
    scale = _scale(marks, frame, 300.0 if wide else 6.0, width - 16.0 if wide else width - 8.0)
    shapes: list[Shape] = []
    grounds: list[Shape] = [shape for shape in _ground(scale, frame, 34, top=34) if isinstance(shape, Label)]
    y = 50.0
    for part, group in groupby(marks, key=lambda mark: mark.part):
        rows = list(group)
        heads = lines_of(part, width - 20, bold=True)
        shapes.append(Box(0, y - 10, 10, 10, rows[0].colour))
        shapes += [Label(16, y + LEADING * n, line, bold=True) for n, line in enumerate(heads)]
        y += LEADING * len(heads) + 6
        top = y - 15
        for mark in rows:
            titles = lines_of(mark.title, scale.left - 22 if wide else width - 2)
            shapes += [Label(0, y + LEADING * n, line) for n, line in enumerate(titles)]
            if wide:
                shapes += _shape(mark, scale, frame, y + LEADING * (len(titles) - 1) / 2 - 4.5)
                y += LEADING * len(titles) + ROW_GAP
            else:
                middle = y + LEADING * (len(titles) - 1) + 11
                grounds += _rules(scale, frame, middle - 8, middle + 8)
                shapes += _shape(mark, scale, frame, middle)
                y += LEADING * len(titles) + 22
        if wide:
            grounds += _rules(scale, frame, top, y - 15)
        y += GROUP_GAP
    return Drawing(width, round(y - GROUP_GAP), (*grounds, *shapes))


def _rules(scale: Scale, frame: Frame, top: float, bottom: float) -> list[Shape]:
    """Ground and rules from one height to another: behind marks only, so that they cross no words."""
    return [shape for shape in _ground(scale, frame, bottom, top=top) if not isinstance(shape, Label)]


def _ground(scale: Scale, frame: Frame, bottom: float, *, top: float) -> list[Shape]:
    shapes: list[Shape] = []
    if frame.period_start and frame.period_end and frame.period_end >= frame.period_start:
        start, end = scale.x(frame.period_start), scale.x(min(frame.period_end, LATEST) + timedelta(days=1))
        shapes.append(Box(start, top, end - start, bottom - top, PAPER2))
    shapes += _years(scale, top, bottom)
    if frame.reported_on:
        x = scale.x(frame.reported_on)
        half = text_width(frame.reported_label, SMALL, bold=True) / 2
        at = max(half, min(x, scale.right + 12 - half))
        shapes += [Line(x, top - 2, x, bottom + 2, INK, 1.5), Label(at, top - 6, frame.reported_label, size=SMALL, anchor="middle", bold=True)]
    return shapes


def _years(scale: Scale, top: float, bottom: float) -> list[Shape]:
    """A rule at the first day of each year with its number, as many as there is room for."""
    years = range(scale.first.year, scale.last.year + 1)
    apart = (scale.right - scale.left) / max(1, len(years))
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if apart * step >= 38), 1000)
    shapes: list[Shape] = []
    for year in years:
        if (year - years[0]) % step == 0:
            x = scale.x(date(year, 1, 1))
            shapes.append(Line(x, top, x, bottom, RULE))
            if x + 2 + text_width(str(year), SMALL) <= scale.right + EDGE_ROOM:
                shapes.append(Label(x + 2, 13, str(year), size=SMALL, colour=INK2))
    return shapes


def _shape(mark: TimelineMark, scale: Scale, frame: Frame, y: float) -> list[Shape]:
    colour = mark.colour
    hollow = mark.status == "planned"
    if mark.end is None:
        until = max(scale.x(frame.reported_on) if frame.reported_on else scale.right, scale.x(mark.start) + 12)
        start = scale.x(mark.start)
        head = Polygon(((until - 3, y - 6), (until + 6, y), (until - 3, y + 6)), colour)
        if hollow:
            return [Box(start, y - 3.5, max(4.0, until - start - 3), 7, PAPER, colour, 2), head]
        return [Box(start, y - 3, until - start - 2, 6, colour), head]
    if mark.end == mark.start:
        return [Dot(scale.x(mark.start), y, 4.5, PAPER if hollow else colour, colour)]
    start = scale.x(mark.start)
    length = max(SHORTEST, scale.x(mark.end) - start)
    if hollow or mark.status == "ongoing":
        box = Box(start + 1, y - 4.5, length - 2, 9, PAPER, colour, 2, rounding=3)
        return [box, Dot(start + length / 2, y, 1.5, colour, colour, 1)] if mark.status == "ongoing" else [box]
    return [Box(start, y - 5, length, 10, colour, rounding=2.5)]


def _strips(marks: Sequence[TimelineMark], frame: Frame, width: int) -> Drawing:
    """One strip a part: a column a month, its height the number of actions that begin in it, planned ones hollow on top."""
    scale = _scale(marks, frame, 6.0, width - 16.0)
    months = max(1, (scale.last.year - scale.first.year + 1) * 12)
    column = max(1.5, (scale.right - scale.left) / months - 1)
    groups = [(part, list(group)) for part, group in groupby(marks, key=lambda mark: mark.part)]
    highest = max(max(_by_month(rows).values()) for _, rows in groups)
    unit = min(8.0, TALLEST / highest)
    shapes: list[Shape] = []
    grounds: list[Shape] = [shape for shape in _ground(scale, frame, 34, top=34) if isinstance(shape, Label)]
    y = 52.0
    for part, rows in groups:
        for n, line in enumerate(lines_of(f"{part} ({len(rows)})", width - 18, bold=True)):
            shapes.append(Label(16, y, line, bold=True))
            if not n:
                shapes.append(Box(0, y - 10, 10, 10, rows[0].colour))
            y += LEADING
        counts = _by_month(rows)
        planned = _by_month([row for row in rows if row.status == "planned"])
        base = y + unit * max(counts.values()) + 2
        grounds += _rules(scale, frame, y - 4, base)
        for month, count in sorted(counts.items()):
            x = scale.x(month)
            solid = count - planned.get(month, 0)
            if solid:
                shapes.append(Box(x, base - solid * unit, column, solid * unit, rows[0].colour))
            if planned.get(month):
                shapes.append(Box(x + 0.5, base - count * unit, max(1.0, column - 1), planned[month] * unit, PAPER, rows[0].colour, 1))
        shapes.append(Line(scale.left, base, scale.right, base, RULE))
        y = base + BODY + GROUP_GAP + 6
    return Drawing(width, round(y - GROUP_GAP), (*grounds, *shapes))


def _by_month(marks: Sequence[TimelineMark]) -> dict[date, int]:
    counts: dict[date, int] = {}
    for mark in marks:
        month = mark.start.replace(day=1)
        counts[month] = counts.get(month, 0) + 1
    return counts
