"""Figures set large beside each other, each with its label under it, as reports print their results."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from partnership_analysis.reading.pdf_lines import Line
from partnership_analysis.reading.pdf_tables import rows_of

LARGE = 1.3
"""How much larger than the text a figure is set, at least."""

FIGURE = re.compile(r"[^\w\s]{0,2}\s?\d[\d\s.,/–-]{0,12}\s?(?:[^\W\d_]{0,3}|[^\w\s]{1,2})(?:\s?[€$£%])?")
MOST_LABEL_LINES = 5
NEXT_LINE = 1.8


@dataclass(frozen=True, slots=True)
class CallOut:
    """A figure and its label, with their place on the page."""

    lines: tuple[Line, ...]
    left: float
    right: float
    base: float


def call_outs(lines: Sequence[Line], body: float) -> tuple[list[CallOut], list[Line]]:
    """Figures that stand beside each other with the words under each, and the lines that belong to none."""
    found: list[CallOut] = []
    taken: set[int] = set()
    for row in rows_of([line for line in lines if line.size >= LARGE * body and FIGURE.fullmatch(line.text.strip())]):
        if len(row) < 2:
            continue
        middles = [(line.left + line.right) / 2 for line in row]
        between = [(one + two) / 2 for one, two in pairwise(middles)]
        edges = [2 * middles[0] - between[0], *between, 2 * middles[-1] - between[-1]]
        for figure, (left, right) in zip(row, pairwise(edges), strict=True):
            label = _label(figure, lines, left, right)
            if label:
                whole = (figure, *label)
                found.append(CallOut(whole, min(line.left for line in whole), max(line.right for line in whole), figure.base))
                taken.update(id(line) for line in whole)
    return found, [line for line in lines if id(line) not in taken]


def _label(figure: Line, lines: Sequence[Line], left: float, right: float) -> list[Line]:
    """The lines right under a figure, between two edges."""
    label: list[Line] = []
    last = figure
    for line in sorted(lines, key=lambda one: -one.base):
        if line.base >= figure.base or not left <= (line.left + line.right) / 2 <= right or line.size >= figure.size:
            continue
        if last.base - line.base > NEXT_LINE * max(line.size, 0.8 * last.size if last is figure else 0) or len(label) == MOST_LABEL_LINES:
            break
        label.append(line)
        last = line
    return label
