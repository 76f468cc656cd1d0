"""Figure 4: who pays what? One bar cut in parts that add up to the stated total, largest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnership_analysis.presentation.figures.drawing import BODY, INK2, NEUTRAL, PAPER, SMALL, WIDE, Box, Drawing, Label, Shape, lines_of

MOST_PARTS = 6
LEADING = 17
HEIGHT = 30
MARK = 16
"""The least distance between two numbers under the bar."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of the sum: who pays it, how much, and the same as a reader sees it."""

    name: str
    value: float
    value_label: str


def draw_parts(rows: Sequence[PartRow], *, width: int) -> Drawing:
    """The bar, and under it a line a part, joined to its piece where the drawing is wide."""
    total = sum(row.value for row in rows)
    scale = (width - 2) / total if total else 0
    shapes: list[Shape] = []
    x = 1.0
    places = []
    for number, row in enumerate(rows):
        length = row.value * scale
        fill = NEUTRAL if number % 2 == 0 else None
        shapes.append(Box(x, 4, max(1.0, length - 3), HEIGHT, fill, NEUTRAL, 1.5))
        places.append(x)
        x += length
    wide = width == WIDE
    y = 4.0 + HEIGHT
    if wide and all(b - a > 150 for a, b in zip(places, [*places[1:], x], strict=True)):
        deepest = 0
        for place, row, end in zip(places, rows, [*places[1:], x], strict=True):
            names = lines_of(row.name, end - place - 14)
            shapes.append(Label(place, y + 20, row.value_label, bold=True))
            shapes += [Label(place, y + 20 + LEADING * n, line, colour=INK2) for n, line in enumerate(names, 1)]
            deepest = max(deepest, len(names))
        return Drawing(width, round(y + 24 + LEADING * deepest), tuple(shapes))
    shown_until = -float(MARK)
    for number, (place, end) in enumerate(zip(places, [*places[1:], x], strict=True), 1):
        middle = (place + end) / 2
        if middle - shown_until >= MARK:
            shapes.append(Label(middle, y + 15, str(number), size=SMALL, anchor="middle", colour=INK2))
            shown_until = middle
    y += 28
    for number, row in enumerate(rows):
        shapes.append(Box(1, y + 3, 12, 12, NEUTRAL if number % 2 == 0 else PAPER, NEUTRAL, 1.5))
        lines = lines_of(f"{number + 1}. {row.value_label} : {row.name}", width - 24)
        shapes += [Label(22, y + BODY + LEADING * n, line) for n, line in enumerate(lines)]
        y += LEADING * len(lines) + 5
    return Drawing(width, round(y + 4), tuple(shapes))
