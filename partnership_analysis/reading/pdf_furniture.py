"""Running headers and footers and page numbers: what stands at the same edge of several pages."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from partnership_analysis.reading.pdf_lines import Line

EDGE = 0.11
"""How much of a page's height, at its top and at its foot, may hold them."""

NEAR = 8.0
LONGEST = 160
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:[-–—|•·]\s?)?(?:(?:page|p\.?)\s?)?\d{1,4}(?:\s?(?:/|sur|of|de|\|)\s?\d{1,4})?(?:\s?[-–—|•·])?|[ivxl]{1,6}", re.IGNORECASE
)


def furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> set[int]:
    """The lines (by `id`) that belong to the pages. `pages` gives each page's height and its lines."""
    found: set[int] = set()
    repeated: dict[str, list[tuple[int, float, Line]]] = {}
    for number, (height, lines) in enumerate(pages):
        for line in lines:
            at_top, at_foot = line.base > (1 - EDGE) * height, line.base < EDGE * height
            if not (at_top or at_foot) or len(line.text) > LONGEST:
                continue
            if PAGE_NUMBER.fullmatch(line.text.strip()) and _is_outermost(line, lines, at_top):
                found.add(id(line))
            repeated.setdefault(DIGITS.sub("0", " ".join(line.text.lower().split())), []).append((number, line.base, line))
    for places in repeated.values():
        on_pages = _beside(places)
        if len(on_pages) >= 2 and (len(on_pages) * 3 >= len(pages) or len(on_pages) >= 3):
            found.update(id(line) for _, _, line in places)
    return found


def _is_outermost(line: Line, lines: Sequence[Line], at_top: bool) -> bool:
    """Whether nothing stands between a line and the edge of the page but what stands at its height."""
    others = [other.base for other in lines if abs(other.base - line.base) > NEAR]
    return not others or (line.base > max(others) if at_top else line.base < min(others))


def _beside(places: Sequence[tuple[int, float, Line]]) -> Mapping[int, float]:
    """The pages on which a line stands at the height that it has on another page; its figures are the same or count the pages."""
    figures = [[int(found) for found in DIGITS.findall(line.text)] for _, _, line in places]
    for column in zip(*figures, strict=True):
        if len(set(column)) > 1 and len({value - number for value, (number, _, _) in zip(column, places, strict=True)}) > 1:
            return {}
    heights = sorted((base, number) for number, base, _ in places)
    kept: dict[int, float] = {}
    for (one, first), (two, second) in pairwise(heights):
        if first != second and two - one <= NEAR:
            kept[first], kept[second] = one, two
    return kept
