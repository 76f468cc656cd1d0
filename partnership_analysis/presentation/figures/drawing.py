"""A figure as data: shapes and labels in pixels, y downwards. Layouts make it; `rendering` draws it.

Colours are the light values of the page's palette; the page replaces each by its custom property, so that dark mode and print need
no second drawing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

INK, INK2, RULE, EDGE, PAPER, PAPER2 = "#1c2126", "#4b5563", "#d5dae0", "#76808c", "#ffffff", "#f4f6f8"
AXES = ("#17478f", "#d87000", "#0b9a86", "#a12bc4", "#5b2410")
NEUTRAL = "#4f5864"
PROPERTIES = {
    INK: "ink",
    INK2: "ink2",
    RULE: "rule",
    EDGE: "edge",
    PAPER: "bg",
    PAPER2: "bg2",
    **{colour: f"ax{number}" for number, colour in enumerate(AXES, 1)},
    NEUTRAL: "axn",
}
"""Colour to the name of the page's custom property."""

WIDE, NARROW = 800, 288
BODY, SMALL = 13, 12
"""Sizes of text, in pixels; nothing is smaller than 12."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `fill` None is hollow."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None
    edge: str | None = None
    line: float = 0
    dashed: bool = False
    rounding: float = 0
    """Radius of its corners."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    line: float = 1


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled or hollow circle."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str
    line: float = 2


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled polygon: the head of an arrow."""

    points: tuple[tuple[float, float], ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    size: int = BODY
    anchor: Anchor = "start"
    colour: str = INK
    bold: bool = False


Shape = Box | Line | Dot | Polygon | Label


@dataclass(frozen=True)
class Drawing:
    """A figure at one width."""

    width: int
    height: int
    shapes: tuple[Shape, ...]

    @property
    def labels(self) -> tuple[Label, ...]:
        """Its texts."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Label))


def axis_colours(axis_ids: Sequence[str]) -> dict[str, str]:
    """The colour of each objective, in the report's order: the same everywhere; neutral from the sixth on."""
    return {axis_id: AXES[number] if number < len(AXES) else NEUTRAL for number, axis_id in enumerate(axis_ids)}


def lines_of(text: str, width: float, *, size: int = BODY, bold: bool = False) -> list[str]:
    """A text cut into lines that fit a width, at spaces; a word that is longer than the width is cut inside."""
    from partnership_analysis.presentation.figures.rendering import text_width

    lines: list[str] = []
    line = ""
    for word in _pieces(text.split(" "), width, size, bold):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size, bold=bold) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line or not lines else lines


def _pieces(words: Iterable[str], width: float, size: int, bold: bool) -> Iterable[str]:
    from partnership_analysis.presentation.figures.rendering import text_width

    for word in words:
        rest = word
        while len(rest) > 1 and text_width(rest, size, bold=bold) > width:
            kept = max(1, int(len(rest) * width / text_width(rest, size, bold=bold)) - 1)
            yield rest[:kept]
            rest = rest[kept:]
        yield rest
