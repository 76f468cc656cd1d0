"""Lines of a PDF put together into paragraphs: by their distance, size, weight, signs and where they end."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from partnership_analysis.document.headings import numbering
from partnership_analysis.document.lines import all_capitals, ends_closed, ends_open, starts_small
from partnership_analysis.reading.pdf_callouts import CallOut
from partnership_analysis.reading.pdf_columns import Item
from partnership_analysis.reading.pdf_lines import BULLETS, Line, beside
from partnership_analysis.reading.pdf_page import Page
from partnership_analysis.reading.pdf_tables import Table

LABEL = re.compile(r"\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})\)\s")
NEARLY_FULL = 0.8
LARGER = 1.13
SMALLER = 0.92
GAP = 1.35
ROW_GAP = 4.0
LONGEST_HEADING = 200
LONGEST_NUMBERED_HEADING = 330
MOST_HEADING_LINES = 12
LONGEST_BOLD_HEADING = 120
HEADING_LEVELS = 6
NOTE_PART = 0.45
"""Notes stand in the lower part of a page."""


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, each with whether its end is only where the column ends."""

    lines: list[Line]
    wrapped: list[bool]
    bullet: bool
    edge: float
    """Where its column ends."""

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in self.lines)

    def is_full(self, following: Line) -> bool:
        """Whether the first word of the line that follows would not have fitted on the last line."""
        last = self.lines[-1]
        return last.right + 0.25 * last.size + following.first_word > self.edge - 0.3 * last.size

    def is_nearly_full(self, following: Line) -> bool:
        """The same, or the last line is long or calls for more: some programs break lines by their letters."""
        last = self.lines[-1]
        return ends_open(last.text.rstrip()) or self.is_full(following) or last.right - last.left > NEARLY_FULL * (self.edge - last.left)


Thing = Paragraph | Table | CallOut


@dataclass(frozen=True, slots=True)
class Setting:
    """How a file is set: the size of its text, the sizes of its headings with their levels, and whether bold is rare enough to speak."""

    body: float
    levels: Mapping[float, int]
    bold_speaks: bool

    def paragraphs(self, column: Sequence[Item]) -> Iterator[Thing]:
        """The lines of a column put together."""
        lines = [item for item in column if isinstance(item, Line)]
        usual = _usual_leading(lines)
        right = max((line.right for line in lines), default=0.0)
        open_one: Paragraph | None = None
        rows = _rows(column)
        for row in rows:
            if not isinstance(row, Line):
                if open_one:
                    yield open_one
                open_one = None
                yield row
                continue
            line = row
            if open_one and self._goes_on(open_one, line, usual):
                open_one.wrapped.append(open_one.is_nearly_full(line) and not _is_labelled(line))
                open_one.lines.append(line)
                continue
            if open_one:
                yield open_one
            open_one = Paragraph([line], [], _is_bullet(line), right)
        if open_one:
            yield open_one

    def _goes_on(self, paragraph: Paragraph, line: Line, usual: float) -> bool:
        """Whether a line belongs to the paragraph above it."""
        last, first = paragraph.lines[-1], paragraph.lines[0]
        gap = last.base - line.base
        if self._is_item(paragraph, line) or gap > GAP * max(usual, 1.15 * min(last.size, line.size)) or gap < 0:
            return False
        if max(line.size, last.size) > LARGER * min(line.size, last.size) or (
            self.bold_speaks and line.bold != last.bold and (last.bold or line.bold)
        ):
            return False
        large = round(line.size * 2) / 2 in self.levels
        if not large and all_capitals(last.text) != all_capitals(line.text) and min(len(line.text), len(last.text)) > 8:
            return False
        if paragraph.bullet:
            level = abs(line.left - first.left) < 0.4 * line.size
            goes_on = (
                gap < 1.1 * usual and paragraph.is_nearly_full(line)
                if ends_closed(last.text)
                else starts_small(line.text) or paragraph.is_nearly_full(line)
            )
            return line.left > first.left or (level and goes_on)
        if LABEL.match(line.text):
            return False
        found = numbering(line.text)
        if found and not line.text[found.length : found.length + 1].islower() and gap > 1.05 * usual:
            return False
        indented = line.left > last.left + 0.8 * line.size and len(paragraph.lines) > 1
        return not (indented and last.text.rstrip()[-1:] in ".!?:;»”")

    def _is_item(self, paragraph: Paragraph, line: Line) -> bool:
        """Whether a line opens an item; a dash that a full line leaves to the next one opens none."""
        if not _is_bullet(line):
            return False
        last = paragraph.lines[-1]
        if round(line.size * 2) / 2 in self.levels and abs(line.size - last.size) < 0.5:
            return False
        goes_on = line.text[0] in "-–—*·" and not paragraph.bullet and not ends_closed(last.text) and paragraph.is_full(line)
        return not (goes_on and abs(line.left - last.left) < 0.3 * line.size)

    def is_note(self, paragraph: Paragraph, page: Page) -> bool:
        """Whether a paragraph is a note at the foot of a page: small, and numbered or starred."""
        first = paragraph.lines[0]
        return (
            first.size <= SMALLER * self.body
            and first.base < NOTE_PART * page.height
            and (first.text[:1].isdigit() or first.text[:1] in "*†¹²³⁴⁵⁶⁷⁸⁹")
            and any(character.isalpha() for character in paragraph.text)
        )

    def heading_level(self, paragraph: Paragraph) -> int:
        """The level of a heading, by its size or, where bold is rare, its weight; 0 for none."""
        first, text = paragraph.lines[0], paragraph.text
        letters = sum(character.isalpha() for character in text)
        if (
            letters < 3
            or letters * 2 < len(text.replace(" ", ""))
            or paragraph.bullet
            or text[0] in '«“"@'
            or len(paragraph.lines) > MOST_HEADING_LINES
        ):
            return 0
        size = round(first.size * 2) / 2
        numbered = numbering(text) is not None
        longest = LONGEST_NUMBERED_HEADING if numbered else LONGEST_HEADING
        if size in self.levels and len(text) <= longest and (numbered or len(text) <= 80 or not text.rstrip().endswith(".")):
            return self.levels[size]
        if (
            self.bold_speaks
            and len(text) <= LONGEST_BOLD_HEADING
            and text.rstrip()[-1] not in ".;,:"
            and all(line.bold for line in paragraph.lines)
            and first.size >= 0.95 * self.body
        ):
            return min(HEADING_LEVELS, len(self.levels) + 1)
        return 0


def setting_of(pages: Sequence[Sequence[Line]]) -> Setting:
    """How the lines of all pages are set."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    body = min(sizes, key=lambda size: (-sizes[size], size)) if sizes else 10.0
    bold = sum(len(line.text) for lines in pages for line in lines if line.bold)
    larger = sorted((size for size in sizes if size >= LARGER * body), reverse=True)
    return Setting(body, {size: min(HEADING_LEVELS - 1, level) for level, size in enumerate(larger, 1)}, bold * 4 < sum(sizes.values()))


def joined(last: Thing, thing: Thing) -> Thing | None:
    """A paragraph or table with what the next column or page begins with, where that is the rest of it."""
    if isinstance(last, Table) and isinstance(thing, Table):
        return last.with_rest(thing) if last.goes_on_with(thing) else None
    if not isinstance(last, Paragraph) or not isinstance(thing, Paragraph) or thing.bullet:
        return None
    one, two = last.lines[-1], thing.lines[0]
    if ends_closed(one.text) or abs(one.size - two.size) > 0.1 * one.size or one.bold != two.bold or len(one.text) <= 20:
        return None
    if _is_labelled(two) or not (starts_small(two.text) or last.is_nearly_full(two)):
        return None
    return replace(last, lines=last.lines + thing.lines, wrapped=[*last.wrapped, True, *thing.wrapped])


def _rows(column: Sequence[Item]) -> list[Item]:
    """Tables and lines from top to bottom; lines that stand close on one base line as one."""
    found: list[Item] = []
    for item in sorted(column, key=lambda one: (-round(one.base), one.left)):
        last = found[-1] if found else None
        if (
            isinstance(last, Line)
            and isinstance(item, Line)
            and abs(last.base - item.base) < 0.3 * item.size
            and 0 < item.left - last.right < ROW_GAP * item.size
        ):
            found[-1] = beside(last, item)
        else:
            found.append(item)
    return found


def _is_labelled(line: Line) -> bool:
    """Whether a line opens with a number or letter of a list or heading: `1.`, `Axe 2 :`, `(i)`."""
    return bool(LABEL.match(line.text)) or numbering(line.text) is not None


def _usual_leading(lines: Sequence[Line]) -> float:
    """The distance between base lines that most lines have."""
    ordered = sorted({round(line.base, 1) for line in lines}, reverse=True)
    steps = Counter(round(one - two) for one, two in pairwise(ordered) if 4 < one - two < 40)
    return float(min(steps, key=lambda step: (-steps[step], step))) if steps else 12.0


def _is_bullet(line: Line) -> bool:
    """Whether a line opens with a sign that stands before an item."""
    text = line.text
    return len(text) > 1 and text[0] in BULLETS and (text[1] == " " or text[0] not in "-–—*·") and any(character.isalnum() for character in text)
