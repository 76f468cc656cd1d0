"""The order in which a page is read: columns one after the other, what spans them between."""

from collections.abc import Sequence
from statistics import median

from partnership_analysis.reading.pdf_callouts import CallOut
from partnership_analysis.reading.pdf_lines import Line
from partnership_analysis.reading.pdf_tables import Table

Item = Line | Table | CallOut

MARGIN = 3.0
"""Half of the narrowest gutter, in points."""

FEWEST_LINES = 3
NARROWEST = 0.2
"""The narrowest column, in parts of the region."""

MOST_SPANNING = 0.4
DEEPEST = 4


def in_order(items: Sequence[Item], depth: int = 0) -> list[list[Item]]:
    """Items column by column: each list is read from top to bottom."""
    items = sorted(items, key=lambda one: (-one.base, one.left))
    gutter = _gutter(items) if depth < DEEPEST else None
    if gutter is None:
        return [list(items)] if items else []
    found: list[list[Item]] = []
    band: list[Item] = []
    spanning: list[Item] = []
    for item in items:
        if item.left < gutter < item.right:
            found.extend(_sides(band, gutter, depth))
            band = []
            spanning.append(item)
        else:
            if spanning:
                found.append(spanning)
                spanning = []
            band.append(item)
    if spanning:
        found.append(spanning)
    found.extend(_sides(band, gutter, depth))
    return found


def _sides(band: Sequence[Item], gutter: float, depth: int) -> list[list[Item]]:
    left, right = [item for item in band if item.right <= gutter], [item for item in band if item.left >= gutter]
    return in_order(left, depth + 1) + in_order(right, depth + 1)


def _gutter(items: Sequence[Item]) -> float | None:
    """Where the white space between two columns runs, if there are two."""
    lines = [item for item in items if isinstance(item, Line)]
    if len(lines) < 2 * FEWEST_LINES:
        return None
    left, right = min(item.left for item in items), max(item.right for item in items)
    width = int(right - left) + 1
    if width < 150:
        return None
    covered = [0] * (width + 2)
    for item in items:
        first, last = int(item.left - left - MARGIN), int(item.right - left + MARGIN)
        covered[max(0, min(width, first))] += 1
        covered[max(0, min(width + 1, last + 1))] -= 1
    count = 0
    for place in range(width + 1):
        count += covered[place]
        covered[place] = count
    inside = range(int(width * NARROWEST), int(width * (1 - NARROWEST)) + 1)
    fewest = min(covered[place] for place in inside)
    if fewest > MOST_SPANNING * len(items):
        return None
    # The widest stretch where fewest items stand.
    best, start = (0, 0), None
    for place in [*inside, -1]:
        open_here = place >= 0 and covered[place] == fewest
        if open_here and start is None:
            start = place
        elif not open_here and start is not None:
            end = place if place >= 0 else inside[-1] + 1
            best, start = max(best, (end - start, -start)), None
    gutter = left - best[1] + best[0] / 2
    return gutter if _are_columns(lines, gutter) else None


def _are_columns(lines: Sequence[Line], gutter: float) -> bool:
    """Whether there is prose on both sides of a gutter, side by side."""
    sides = [line for line in lines if line.right <= gutter], [line for line in lines if line.left >= gutter]
    if any(len(side) < FEWEST_LINES or median(len(line.text.split()) for line in side) < 2 for side in sides):
        return False
    (top_left, bottom_left), (top_right, bottom_right) = ((max(line.base for line in side), min(line.base for line in side)) for side in sides)
    shared = min(top_left, top_right) - max(bottom_left, bottom_right)
    return shared > 0.4 * min(top_left - bottom_left, top_right - bottom_right) and shared > 0
