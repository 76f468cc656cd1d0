"""Figure 5: what sort of work is it, and of what nature are the figures? Bars by number, split by part where there are at most three."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnership_analysis.presentation.figures.drawing import BODY, INK2, NEUTRAL, WIDE, Box, Drawing, Label, Shape, lines_of

MOST_BARS = 10
LEADING, BAR = 17, 16


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar: its name, its number, and its pieces by colour."""

    name: str
    pieces: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """Its length."""
        return sum(count for _, count in self.pieces)


def draw_bars(rows: Sequence[BarRow], *, width: int, others: str = "") -> Drawing:
    """The bars in the order given, name to the left (above where narrow), number at the end.

    `others` says in words what is not drawn: a bar of the rest would be the longest and mean nothing.
    """
    wide = width == WIDE
    left = 250.0 if wide else 2.0
    most = max((row.total for row in rows), default=1) or 1
    unit = (width - left - 60) / most
    shapes: list[Shape] = []
    y = 6.0
    for row in rows:
        names = lines_of(row.name, left - 12 if wide else width - 2)
        if wide:
            height = max(BAR, LEADING * len(names))
            middle = y + height / 2
            first = middle - LEADING * (len(names) - 1) / 2 + BODY * 0.35
            shapes += [Label(left - 12, first + LEADING * n, line, anchor="end") for n, line in enumerate(names)]
            top = middle - BAR / 2
            y += height + 10
        else:
            shapes += [Label(0, y + BODY + LEADING * n, line) for n, line in enumerate(names)]
            top = y + LEADING * len(names) + 4
            y = top + BAR + 10
        x = left
        for colour, count in row.pieces:
            if count:
                shapes.append(Box(x, top, max(1.0, count * unit - (1.5 if len(row.pieces) > 1 else 0)), BAR, colour))
                x += count * unit
        shapes.append(Label(x + 7, top + BAR / 2 + BODY * 0.35, str(row.total), bold=True))
    for line in lines_of(others, width - left) if others else ():
        shapes.append(Label(left if wide else 0, y + BODY, line, colour=INK2))
        y += LEADING
    return Drawing(width, round(y + (6 if others else 0)), tuple(shapes))


def neutral(count: int) -> tuple[tuple[str, int], ...]:
    """One piece in the colour of no axis."""
    return ((NEUTRAL, count),)
