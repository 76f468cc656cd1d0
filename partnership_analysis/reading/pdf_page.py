"""What stands on a page of a PDF: its characters with their places and fonts, its ruled lines, its links.

PDFium does the reading, through pypdfium2's bindings. Coordinates are points, y upwards, turned so that most of the page's
text runs from left to right; text that does not is kept apart.
"""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

MOST_OBJECTS = 300_000
MOST_DRAWINGS = 20_000
"""Lines of drawings beyond these are not looked at."""

LONGEST_ADDRESS = 4000
SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x202F, 0x2009, 0x2003, 0x2002, 0x3000))
GUESSED_SPACE = "\x1f"
"""A space that is not printed: PDFium takes a gap for one."""

MOST_CHARACTERS = 200_000
"""No page of a report holds more."""

ITALIC_FLAG, BOLD_FLAG = 1 << 6, 1 << 18
HEAVY = 600
RULE_WIDTH = 2.5
"""A filled rectangle thinner than this is a line."""


class TooMuchError(Exception):
    """A page holds more than a page of a report can."""


class Glyph(NamedTuple):
    """A character where it is printed."""

    character: str
    left: float
    right: float
    base: float
    """The line it stands on."""
    size: float
    italic: bool
    bold: bool
    font: str


class Rule(NamedTuple):
    """A line that is drawn, across or down."""

    left: float
    bottom: float
    right: float
    top: float


class Target(NamedTuple):
    """A link's area and address."""

    left: float
    bottom: float
    right: float
    top: float
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page, its text still in the file's order."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    turned: tuple[str, ...]
    """Text that runs another way than the page's: each run of it."""
    rules: tuple[Rule, ...]
    targets: tuple[Target, ...]
    pictures: int
    objects: int
    """How much is drawn on it, words and lines."""


class _Font(NamedTuple):
    size: float
    turn: int
    """How many quarter turns the text is turned to the left."""
    italic: bool
    bold: bool
    name: str


def read_page(page: Any, number: int) -> Page:
    """A page of pypdfium2's, counted from 1."""
    import pypdfium2.raw as pdfium

    width, height = page.get_mediabox()[2] - page.get_mediabox()[0], page.get_mediabox()[3] - page.get_mediabox()[1]
    left, bottom, right, top = page.get_cropbox(fallback_ok=True)
    objects = pdfium.FPDFPage_CountObjects(page.raw)
    if objects > MOST_OBJECTS:
        raise TooMuchError
    text = page.get_textpage()
    if pdfium.FPDFText_CountChars(text.raw) > MOST_CHARACTERS:
        raise TooMuchError
    printed = [
        (glyph, turn)
        for glyph, turn in _glyphs(text, pdfium)
        if left - 1 <= (glyph.base if turn % 2 else glyph.left) <= right + 1 and bottom - 1 <= (glyph.left if turn % 2 else glyph.base) <= top + 1
    ]
    text.close()
    turns = Counter(turn for glyph, turn in printed if glyph.character.strip())
    turn = min(turns, key=lambda one: (-turns[one], one)) if turns else 0
    change = _turned(turn)
    rules, pictures = _drawings(page, pdfium)
    return Page(
        number,
        *((height, width) if turn % 2 else (width, height)),
        tuple(_turn_glyph(glyph, change) for glyph, its in printed if its == turn),
        _runs([(glyph, its) for glyph, its in printed if its != turn]),
        tuple(Rule(*_turn_box(rule, change)) for rule in rules),
        tuple(Target(*_turn_box(target[:4], change), target.address) for target in _targets(page, pdfium)),
        pictures,
        objects,
    )


def _glyphs(text: Any, pdfium: Any) -> Iterator[tuple[Glyph, int]]:
    """The characters that are printed, in the file's order, with the quarter turns of each."""
    raw = text.raw
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    fonts: dict[int, _Font] = {}
    glyph, turn = Glyph(" ", 0, 0, 0, 1, False, False, ""), 0
    high = ""
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in SPACES:
            generated = pdfium.FPDFText_IsGenerated(raw, index) == 1
            if not generated or code == 0x20:
                yield glyph._replace(character=GUESSED_SPACE if generated else " "), turn
            continue
        if 0xD800 <= code <= 0xDBFF:
            high = chr(code)
            continue
        character = chr(code)
        if 0xDC00 <= code <= 0xDFFF:
            character = (high + character).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if high else ""
        high = ""
        if code in (0x02, 0xFFFE):
            character = "-"  # PDFium's mark for a hyphen at a line end
        elif code < 0x20 or 0x7F <= code < 0xA0 or code in (0xFFFF, 0xFFFD) or not character:
            continue
        elif "\ufb00" <= character <= "\ufb06":
            character = unicodedata.normalize("NFKC", character)
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        handle = pdfium.FPDFText_GetTextObject(raw, index)
        key = ctypes.addressof(handle.contents) if handle else 0
        font = fonts.get(key)
        if font is None:
            font = fonts[key] = _font(raw, index, handle, pdfium)
        if font.turn % 2:
            left, right, base = box.bottom, box.top, x.value
        else:
            left, right, base = box.left, box.right, y.value
        glyph, turn = Glyph(character, left, right, base, font.size, font.italic, font.bold, font.name), font.turn
        yield glyph, turn


def _font(raw: Any, index: int, handle: Any, pdfium: Any) -> _Font:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    angle = math.atan2(matrix.b, matrix.a)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = (pdfium.FPDFText_GetFontSize(raw, index) or 10.0) * scale
    font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
    italic = bold = False
    words = ""
    if font:
        name = ctypes.create_string_buffer(200)
        pdfium.FPDFFont_GetBaseFontName(font, name, 200)
        words = name.value.decode("latin-1").lower()
        flags = pdfium.FPDFFont_GetFlags(font)
        slant = ctypes.c_int()
        pdfium.FPDFFont_GetItalicAngle(font, slant)
        italic = "italic" in words or "oblique" in words or bool(max(flags, 0) & ITALIC_FLAG) or slant.value < -4
        bold = (
            any(word in words for word in ("bold", "black", "heavy", "semibold"))
            or bool(max(flags, 0) & BOLD_FLAG)
            or pdfium.FPDFFont_GetWeight(font) >= HEAVY
        )
    return _Font(max(1.0, size), round(angle / (math.pi / 2)) % 4, italic, bold, words)


Change = Callable[[float, float], tuple[float, float]]


def _turned(turn: int) -> Change:
    """How coordinates change so that text turned to the left by quarter turns runs from left to right."""
    return (lambda x, y: (x, y), lambda x, y: (y, -x), lambda x, y: (-x, -y), lambda x, y: (-y, x))[turn]


def _turn_glyph(glyph: Glyph, change: Change) -> Glyph:
    """`left` and `right` run along the text's axis, `base` across it: only their signs may change."""
    along = change(1, 1)
    if along == (1, 1):
        return glyph
    if along == (1, -1):
        return glyph._replace(base=-glyph.base)
    if along == (-1, -1):
        return glyph._replace(left=-glyph.right, right=-glyph.left, base=-glyph.base)
    return glyph._replace(left=-glyph.right, right=-glyph.left)


def _turn_box(box: Any, change: Change) -> tuple[float, float, float, float]:
    (x, y), (z, w) = change(box[0], box[1]), change(box[2], box[3])
    return min(x, z), min(y, w), max(x, z), max(y, w)


def _runs(printed: list[tuple[Glyph, int]]) -> tuple[str, ...]:
    """Turned text, run by run, read forwards."""
    runs: list[list[tuple[Glyph, int]]] = []
    for glyph, turn in printed:
        if runs and runs[-1][-1][1] == turn and abs(runs[-1][-1][0].base - glyph.base) < glyph.size / 2:
            runs[-1].append((glyph, turn))
        else:
            runs.append([(glyph, turn)])
    return tuple(words for run in runs if (words := " ".join("".join(glyph.character for glyph, _ in run).split())))


def _drawings(page: Any, pdfium: Any) -> tuple[list[tuple[float, float, float, float]], int]:
    """The straight lines and the edges of rectangles that are drawn, and how many pictures there are."""
    found: list[tuple[float, float, float, float]] = []
    pictures = 0
    a, b, c, d = (ctypes.c_float() for _ in range(4))
    wide, high = page.get_width(), page.get_height()
    for number in range(min(MOST_DRAWINGS, pdfium.FPDFPage_CountObjects(page.raw))):
        thing = pdfium.FPDFPage_GetObject(page.raw, number)
        kind = pdfium.FPDFPageObj_GetType(thing)
        pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind != pdfium.FPDF_PAGEOBJ_PATH or not pdfium.FPDFPageObj_GetBounds(thing, a, b, c, d):
            continue
        left, bottom, right, top = a.value, b.value, c.value, d.value
        if right - left > 0.97 * wide and top - bottom > 0.97 * high:
            continue
        if right - left <= RULE_WIDTH or top - bottom <= RULE_WIDTH:
            found.append((left, bottom, right, top))
        elif 4 <= pdfium.FPDFPath_CountSegments(thing) <= 6:
            found += [(left, bottom, right, bottom), (left, top, right, top), (left, bottom, left, top), (right, bottom, right, top)]
    return found, pictures


def _targets(page: Any, pdfium: Any) -> Iterator[Target]:
    """The links of a page that lead out of the document."""
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    area = pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI or not pdfium.FPDFLink_GetAnnotRect(link, area):
            continue
        length = min(LONGEST_ADDRESS, pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0))
        buffer = ctypes.create_string_buffer(length + 1)
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, length)
        try:
            address = buffer.value.decode("utf-8")
        except UnicodeDecodeError:
            address = buffer.value.decode("latin-1")
        box = (min(area.left, area.right), min(area.bottom, area.top), max(area.left, area.right), max(area.bottom, area.top))
        yield Target(*box, address)
