"""The lines of a plain text: where each stands, how far it is set in, what stands before it, and how wide the text is wrapped."""

import itertools
import re
from typing import NamedTuple

from partnership_analysis.document.headings import every_language

PIECE = re.compile(r"[^\n\r\f\u2028\u2029]+|\r\n|[\n\r\u2028\u2029]|\f")
CLOSED = frozenset('.!?:;…»”"')
AFTER_CLOSING = "»”\")]’' \u00a0\u202f*_"
OPENING = "«“\"'‘([{*_ \u00a0\u202f"
BULLET = re.compile(
    r"(?:[-*•–—‣▪●○◦▸►➢➤✓✔→·■□❖\u2043\u25aa\u25cf\uf0b7\uf0a7]|>(?= )|\((?:[ivx]{1,4}|[a-z]|\d{1,2})\)|(?:[ivx]{1,4}|[a-z])\)|\d{1,2}°)[ \t\u00a0\u202f]+(?:\[[ xX✓✔]\][ \t]+)?(?=\S)"
)
SMALL_CIRCLE = re.compile(r"o[ \t]+(?=\S)")
"""The letter that stands for a small circle, where the line is set in."""
LAST_WORD = re.compile(r"[^\W\d_]+[.'’]?$")


class Line(NamedTuple):
    """A line that is not blank."""

    start: int
    """First code point that is no white space."""
    end: int
    """One past the last that is none."""
    text: str
    indent: int
    """Columns before the first word, a tab counting four."""
    blank: int
    """Blank lines before it."""
    page: int
    """Counted from 1; a form feed turns it."""

    @property
    def width(self) -> int:
        """Columns from the margin to the end of the line."""
        return self.indent + self.end - self.start


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    page, breaks = 1, 0
    for match in PIECE.finditer(text):
        piece = match.group()
        if piece == "\f":
            page += 1
            breaks += 1
        elif piece[0] in "\n\r\u2028\u2029":
            breaks += 1
        else:
            body = piece.strip()
            if body:
                before = len(piece) - len(piece.lstrip())
                start = match.start() + before
                indent = sum(4 if c == "\t" else 1 for c in piece[:before])
                lines.append(Line(start, start + len(body), body, indent, max(0, breaks - 1), page))
                breaks = 0
    return lines


def wrap_width(lines: list[Line]) -> int:
    """The width that the text is wrapped at by hard line ends; 0 where each paragraph is a line of its own."""
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if not two.blank]
    going_on = sorted(one.width for one, two in pairs if starts_small(two.text) and not ends_closed(one.text))
    if len(going_on) < 2 or len(going_on) * 10 < len(pairs):
        return 0
    return going_on[min(len(going_on) - 1, len(going_on) * 95 // 100)]


def starts_small(text: str) -> bool:
    """Whether the first letter is a small one, an opening sign before it or not."""
    for character in text[:6]:
        if character not in OPENING:
            return character.islower()
    return False


def ends_closed(text: str) -> bool:
    """Whether a text ends as a sentence does; a closing bracket or quotation mark may follow."""
    last = text[-8:].rstrip(AFTER_CLOSING)
    return text[-1] in CLOSED or (bool(last) and last[-1] in CLOSED)


def ends_open(text: str) -> bool:
    """Whether the last word or sign calls for more: a comma, an article, a preposition."""
    if text[-1] in ",(/&–«“":
        return True
    match = LAST_WORD.search(text[-24:])
    return match is not None and match.group().lower() in every_language("open_ends")


def opens_open(text: str) -> bool:
    """Whether the first word calls for what stands before it: `POUR LA RÉNOVATION`, `OF THE CITY`."""
    return text[:40].split(" ", 1)[0].lower() in every_language("open_starts")


def bullet(line: Line) -> re.Match[str] | None:
    """The sign of a list at the start of a line, with the space behind it."""
    return BULLET.match(line.text) or (SMALL_CIRCLE.match(line.text) if line.indent else None)


def first_word(text: str) -> int:
    """Length of the first word, with what a no-break space ties to it."""
    return len(text[:60].split(" ", 1)[0])


def is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the following line's first word would not have fitted on this one."""
    return width > 0 and line.width + 1 + first_word(following.text) > width


def all_capitals(text: str) -> bool:
    """Whether a line is set in capitals: four letters or more, hardly a small one."""
    head = text[:300]
    letters = sum(map(str.isalpha, head))
    return letters >= 4 and sum(map(str.islower, head)) * 8 <= letters
