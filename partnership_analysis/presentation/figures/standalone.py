"""A figure as a file of its own, for a slide or another document: its finding above it, its key, its source below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from partnership_analysis.presentation.figures.contents import FigureContent, KeyItem
from partnership_analysis.presentation.figures.drawing import (
    BODY,
    INK2,
    NEUTRAL,
    PAPER,
    SMALL,
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

MARGIN = 24
TITLE, LEADING = 16, 20


def standalone(figure: FigureContent, *, caption: str, reading: str, source: str) -> Drawing:
    """The wide drawing with its words around it."""
    width = figure.wide.width + 2 * MARGIN
    shapes: list[Shape] = []
    y = float(MARGIN + TITLE)
    for line in lines_of(caption, figure.wide.width, size=TITLE, bold=True):
        shapes.append(Label(MARGIN, y, line, size=TITLE, bold=True))
        y += LEADING + 2
    for line in lines_of(reading, figure.wide.width) if reading else ():
        shapes.append(Label(MARGIN, y, line, colour=INK2))
        y += LEADING - 2
    if figure.key:
        y += 4
        key, y = _key(figure.key, y, figure.wide.width)
        shapes += key
    shapes += [_moved(shape, MARGIN, y) for shape in figure.wide.shapes]
    y += figure.wide.height + LEADING + 4
    for line in lines_of(source, figure.wide.width, size=SMALL):
        shapes.append(Label(MARGIN, y, line, size=SMALL, colour=INK2))
        y += LEADING - 3
    return Drawing(width, round(y + MARGIN / 2), tuple(shapes))


def _moved(shape: Shape, x: float, y: float) -> Shape:
    match shape:
        case Line():
            return replace(shape, x1=shape.x1 + x, x2=shape.x2 + x, y1=shape.y1 + y, y2=shape.y2 + y)
        case Polygon():
            return replace(shape, points=tuple((left + x, top + y) for left, top in shape.points))
        case _:
            return replace(shape, x=shape.x + x, y=shape.y + y)


def _key(items: Sequence[KeyItem], y: float, width: float) -> tuple[list[Shape], float]:
    """The key in as many lines as it needs; returns its shapes and where what follows begins."""
    shapes: list[Shape] = []
    x = float(MARGIN)
    for item in items:
        room = 18 if item.shape == "swatch" else 32
        length = room + text_width(item.text, BODY)
        if x > MARGIN and x + length > MARGIN + width:
            x, y = float(MARGIN), y + LEADING
        shapes += [_moved(shape, x, y) for shape in _sign(item)]
        shapes.append(Label(x + room, y, item.text))
        x += length + 26
    return shapes, y + 14


def _sign(item: KeyItem) -> Iterator[Shape]:
    """How an entry of the key is drawn, its base line at zero."""
    match item.shape:
        case "dot":
            yield Dot(19, -4.5, 4.5, item.colour, item.colour)
        case "hollow":
            yield Dot(19, -4.5, 4.5, PAPER, item.colour)
        case "arrow":
            yield Box(2, -7.5, 16, 6, item.colour)
            yield Polygon(((17, -10.5), (26, -4.5), (17, 1.5)), item.colour)
        case "term":
            yield Box(6, -9, 20, 9, PAPER, NEUTRAL, 2, rounding=3)
            yield Dot(16, -4.5, 1.5, NEUTRAL, NEUTRAL, 1)
        case "swatch":
            yield Box(0, -10, 11, 11, item.colour)
