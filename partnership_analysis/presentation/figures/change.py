"""Figure 3: what changed from a starting value? Two dots and a line a row, for figures in the same unit, by size of change."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnership_analysis.presentation.figures.drawing import BODY, NEUTRAL, PAPER, RULE, WIDE, Box, Dot, Drawing, Label, Line, Shape, lines_of
from partnership_analysis.presentation.figures.rendering import text_width

MOST_ROWS = 15
LEADING, ROW = 17, 40


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A figure with its starting value, and both as the reader sees them."""

    name: str
    baseline: float
    value: float
    baseline_label: str
    value_label: str


def draw_changes(rows: Sequence[ChangeRow], *, width: int) -> Drawing:
    """The rows in the order given: hollow dot the starting value, filled dot the latest one, each with its value beside it."""
    wide = width == WIDE
    values = [value for row in rows for value in (row.baseline, row.value)]
    low, high = min(0.0, *values), max(values)
    widest = max(text_width(label, BODY) for row in rows for label in (row.baseline_label, row.value_label))
    left, right = (270.0 if wide else 0.0) + widest + 14, width - widest - 14
    scale = (right - left) / ((high - low) or 1)
    shapes: list[Shape] = []
    y = 12.0
    for row in rows:
        names = lines_of(row.name, 246 if wide else width - 2, bold=not wide)
        if wide:
            height = max(26, LEADING * len(names))
            middle = y + height / 2
            first = middle - LEADING * (len(names) - 1) / 2 + BODY * 0.35
            shapes += [Label(258, first + LEADING * n, line, anchor="end") for n, line in enumerate(names)]
            y += height + 12
        else:
            shapes += [Label(0, y + BODY + LEADING * n, line, bold=True) for n, line in enumerate(names)]
            middle = y + BODY + LEADING * len(names) + 4
            y = middle + 20
        start, end = left + (row.baseline - low) * scale, left + (row.value - low) * scale
        shapes.append(Line(left - 8, middle, right + 8, middle, RULE))
        shapes.append(Box(min(start, end), middle - 1.5, abs(end - start), 3, NEUTRAL))
        shapes.append(Dot(start, middle, 5, PAPER, NEUTRAL))
        shapes.append(Dot(end, middle, 5, NEUTRAL, NEUTRAL))
        first_side, last_side = (-1, 1) if start <= end else (1, -1)
        shapes.append(Label(start + 11 * first_side, middle + BODY * 0.35, row.baseline_label, anchor="end" if first_side < 0 else "start"))
        shapes.append(Label(end + 11 * last_side, middle + BODY * 0.35, row.value_label, anchor="end" if last_side < 0 else "start", bold=True))
    return Drawing(width, round(y), tuple(shapes))
