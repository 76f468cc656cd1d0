"""From characters on a page to lines of words: where there is a space, the geometry says.

A line is a stretch of text on one base line; a wide gap (the next column, the next cell) begins another. A space that is
printed counts where it can be seen; a gap without one counts where it is as wide as a space. Letters set apart evenly are
one word.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from partnership_analysis.reading.pdf_page import GUESSED_SPACE, Glyph, Target

# All in parts of the font's size.
SAME_LINE = 0.3
RAISED = 0.6
SMALLER = 0.85
COLUMN_GAP = 0.9
SPACED_GAP = 1.5
LABEL_GAP = 3.5
SEEN_SPACE = 0.06
GAP_AS_SPACE = 0.17
GAP_BESIDE_SPACES = 0.28
SET_APART = 0.15

GUESSED, PRINTED = 1, 2

BULLETS = frozenset("•‣▪●○◦▸►➢➤✓✔■□❖◆❑\u2043\u25aa\u25cf\uf0b7\uf0a7\uf0d8\uf076\uf0fc-–—*·")
LEADERS = frozenset("._…·")
UNITS_OF_AREA = ("m", "km", "cm", "mm", "hm")
RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a line in one font, with one link."""

    text: str
    italic: bool
    bold: bool
    address: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one base line."""

    runs: tuple[Run, ...]
    left: float
    right: float
    base: float
    size: float
    page: int
    first_word: float
    """How wide its first word is."""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.runs if run.text.strip())


@dataclass(slots=True)
class _Segment:
    """A line in the making: characters, each with the space before it: none (0), guessed by PDFium, or printed."""

    glyphs: list[Glyph]
    spaced: list[int]
    left: float
    right: float
    base: float
    size: float
    trailing: int = 0

    def add(self, glyph: Glyph, spaced: int) -> None:
        """Put a character at the end."""
        self.glyphs.append(glyph)
        self.spaced.append(spaced)
        self.left, self.right = min(self.left, glyph.left), max(self.right, glyph.right)

    def settle(self) -> None:
        """Take the size that most characters have, and their base line."""
        sizes = Counter(round(glyph.size, 1) for glyph in self.glyphs)
        usual = min(sizes, key=lambda size: (-sizes[size], -size))
        whole = next(glyph for glyph in self.glyphs if round(glyph.size, 1) == usual)
        self.base, self.size = whole.base, whole.size


def beside(one: Line, two: Line) -> Line:
    """Two lines that stand on one base line as one."""
    return Line((*one.runs, Run(" ", False, False, None), *two.runs), one.left, two.right, one.base, one.size, one.page, one.first_word)


def read_lines(glyphs: Sequence[Glyph], targets: Sequence[Target], page: int) -> list[Line]:
    """The lines of a page, from top to bottom and left to right."""
    segments = list(_segments(glyphs))
    for segment in segments:
        segment.settle()
    segments = _merged(segments)
    spaces = sum(space == PRINTED for segment in segments for space in segment.spaced)
    uses_spaces = spaces * 20 > sum(len(segment.glyphs) for segment in segments)
    lines = [_line(segment, targets, page, uses_spaces) for segment in segments]
    return [line for line in lines if line.text.strip()]


def _segments(glyphs: Sequence[Glyph]) -> Iterator[_Segment]:
    """Stretches of text as the file gives them."""
    segment: _Segment | None = None
    for glyph in glyphs:
        if glyph.character.isspace():
            if segment is not None:
                segment.trailing = max(segment.trailing, GUESSED if glyph.character == GUESSED_SPACE else PRINTED)
            continue
        if segment is not None and _goes_on(segment, glyph):
            segment.add(glyph, segment.trailing)
            segment.trailing = 0
            continue
        if segment is not None:
            yield segment
        segment = _Segment([glyph], [0], glyph.left, glyph.right, glyph.base, glyph.size)
    if segment is not None:
        yield segment


def _goes_on(segment: _Segment, glyph: Glyph) -> bool:
    size = max(segment.size, glyph.size)
    away = abs(glyph.base - segment.base)
    raised = away < RAISED * size and (glyph.size < SMALLER * segment.size or segment.size < SMALLER * glyph.size)
    if away > SAME_LINE * size and not raised:
        return False
    gap = glyph.left - segment.right
    wide = SPACED_GAP if segment.trailing == PRINTED else COLUMN_GAP
    if len(segment.glyphs) == 1 and segment.glyphs[0].character in BULLETS:
        wide = LABEL_GAP
    return -size <= gap <= wide * size


def _merged(segments: list[_Segment]) -> list[_Segment]:
    """Stretches that stand beside each other on one base line, whatever the file's order, put together."""
    segments.sort(key=lambda one: (-one.base, one.left))
    rows: list[list[_Segment]] = []
    for segment in segments:
        if rows and abs(rows[-1][0].base - segment.base) <= SAME_LINE * min(rows[-1][0].size, segment.size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    found: list[_Segment] = []
    for row in rows:
        row.sort(key=lambda one: one.left)
        current = row[0]
        for segment in row[1:]:
            if _adjoin(current, segment):
                for number, glyph in enumerate(segment.glyphs):
                    current.add(glyph, segment.spaced[number] if number else current.trailing)
                current.trailing = segment.trailing
            else:
                found.append(current)
                current = segment
        found.append(current)
    for segment in found:
        segment.settle()
    return _with_raised(found)


def _adjoin(one: _Segment, two: _Segment) -> bool:
    size, gap = max(one.size, two.size), two.left - one.right
    wide = COLUMN_GAP
    if len(one.glyphs) <= 3 and (one.glyphs[0].character in BULLETS or one.glyphs[-1].character in ".)°"):
        wide = LABEL_GAP
    elif _set_apart(one) and _set_apart(two):
        wide = 2 * SPACED_GAP
    return -0.5 * size <= gap <= wide * size


def _with_raised(segments: list[_Segment]) -> list[_Segment]:
    """Small raised or lowered characters that the file prints apart go to the word that they stand beside."""
    found: list[_Segment] = []
    for segment in sorted(segments, key=lambda one: -one.size):
        host = next((one for one in found[-400:] if _hangs_on(one, segment)), None) if len(segment.glyphs) <= 4 else None
        if host is None:
            found.append(segment)
            continue
        place = next((number for number, glyph in enumerate(host.glyphs) if glyph.left >= segment.left), len(host.glyphs))
        host.glyphs[place:place] = segment.glyphs
        host.spaced[place:place] = [0] * len(segment.glyphs)
        host.right = max(host.right, segment.right)
    return sorted(found, key=lambda one: (-one.base, one.left))


def _hangs_on(host: _Segment, small: _Segment) -> bool:
    if small.size >= SMALLER * host.size or not 0.1 * host.size < abs(small.base - host.base) < RAISED * host.size:
        return False
    return host.left < small.left and small.left - host.right < 0.3 * host.size


def _gaps(segment: _Segment) -> list[float]:
    return [two.left - one.right for one, two in pairwise(segment.glyphs)]


def _set_apart(segment: _Segment) -> bool:
    """Whether nearly all letters stand apart from each other."""
    gaps = [two.left - one.right for one, two in pairwise(segment.glyphs) if not (one.character in LEADERS and two.character in LEADERS)]
    wide = sum(gap > SET_APART * segment.size for gap in gaps)
    return len(gaps) >= 4 and wide * 5 >= len(gaps) * 4


def _breaks(segment: _Segment, uses_spaces: bool) -> list[bool]:
    """Whether a word begins at each character after the first."""
    gaps, size = _gaps(segment), segment.size
    if _set_apart(segment):
        usual = median(gaps)
        return [gap > max(1.5 * usual, usual + 0.2 * size) for gap in gaps]
    trusts = uses_spaces and (PRINTED in segment.spaced or len(gaps) < 25)
    found: list[bool] = []
    for gap, spaced, (one, two) in zip(gaps, segment.spaced[1:], pairwise(segment.glyphs), strict=True):
        wide = GAP_BESIDE_SPACES if trusts and one.font == two.font else GAP_AS_SPACE
        seen = spaced == PRINTED or (spaced == GUESSED and not trusts)
        found.append((seen and gap > SEEN_SPACE * size) or gap > wide * size)
    return found


def _line(segment: _Segment, targets: Sequence[Target], page: int, uses_spaces: bool) -> Line:
    begins = [False, *_breaks(segment, uses_spaces)]
    runs: list[Run] = []
    words = ""
    style: tuple[bool, bool, str | None] = (False, False, None)
    first_word = next((glyph.right for glyph, begin in zip(segment.glyphs, [*begins[1:], True], strict=True) if begin), segment.right) - segment.left
    marks = _note_marks(segment)
    last = ""
    for number, glyph in enumerate(segment.glyphs):
        its = (glyph.italic, glyph.bold, _address(glyph, targets))
        if number == 0:
            style = its
        character = marks.get(number, glyph.character)
        if begins[number]:
            words += " "
        if its != style:
            runs.append(Run(words, *style))
            words, style = "", its
        if unicodedata.combining(character[:1] or " ") and last:
            joined = unicodedata.normalize("NFC", last + character)
            if len(joined) == 1 and words:
                words = words[:-1] + joined
                last = joined
                continue
        words += character
        last = character[-1:]
    runs.append(Run(words, *style))
    return Line(tuple(runs), segment.left, segment.right, segment.base, segment.size, page, first_word)


def _note_marks(segment: _Segment) -> dict[int, str]:
    """What stands in place of small raised figures: nothing for those that point to a note, `²` for those of an area."""
    marks: dict[int, str] = {}
    for number, glyph in enumerate(segment.glyphs):
        raised = glyph.size < SMALLER * segment.size and glyph.base - segment.base > 0.1 * segment.size
        if not raised or not glyph.character.isdigit() or number == 0:
            continue
        before = "".join(one.character for one in segment.glyphs[max(0, number - 3) : number])
        if any(before.endswith(unit) and not before[: -len(unit)][-1:].isalpha() for unit in UNITS_OF_AREA) or (
            before[-1].isdigit() and number - 1 not in marks
        ):
            marks[number] = glyph.character.translate(RAISED_DIGITS)
        else:
            marks[number] = ""
    return marks


def _address(glyph: Glyph, targets: Sequence[Target]) -> str | None:
    middle, height = (glyph.left + glyph.right) / 2, glyph.base + glyph.size / 4
    for target in targets:
        if target.left <= middle <= target.right and target.bottom <= height <= target.top:
            return target.address
    return None
