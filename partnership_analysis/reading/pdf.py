"""PDF, by its geometry: columns, tables, running headers, paragraphs, headings, notes, links.

PDFium reads the characters; words and lines come from where they stand (`pdf_lines`), tables from ruled lines or cells under
each other (`pdf_tables`), the order from the columns (`pdf_columns`). Here lines become paragraphs. Running headers, footers
and page numbers are left out; text that is turned stands after its page, as furniture.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from partnership_analysis.document.headings import numbering
from partnership_analysis.document.lines import ends_closed, starts_small
from partnership_analysis.document.model import Block, Document, Link, Span
from partnership_analysis.errors import FormatError
from partnership_analysis.reading.composition import Composition
from partnership_analysis.reading.pdf_callouts import CallOut, call_outs
from partnership_analysis.reading.pdf_columns import Item, in_order
from partnership_analysis.reading.pdf_furniture import furniture
from partnership_analysis.reading.pdf_lines import BULLETS, Line, beside, read_lines
from partnership_analysis.reading.pdf_page import Page, TooMuchError, read_page
from partnership_analysis.reading.pdf_size import refuse_bombs
from partnership_analysis.reading.pdf_tables import Table, open_tables, rows_of, ruled_tables
from partnership_analysis.reading.source import Source

MOST_PAGES = 600
MOST_CHARACTERS = 1_000_000
MOST_OBJECTS = 600_000
FEWEST_CHARACTERS = 20
"""A page with fewer and a picture was scanned."""

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


def read_pdf(source: Source) -> Document:
    """A PDF as a document. Raises: FormatError: broken, encrypted, too long, or without text."""
    pages = _pages(source)
    scanned = [page.number for page in pages if sum(not glyph.character.isspace() for glyph in page.glyphs) < FEWEST_CHARACTERS and page.pictures]
    if not any(page.glyphs for page in pages) or len(scanned) == len(pages):
        raise FormatError(source.name, "a PDF without text, such as a scan", "put it through OCR first")
    composition = Composition()
    _Reading(composition, pages).run()
    composition.links = _joined_links(composition)
    composition.emphasis, composition.strong = (_joined_spans(spans, composition) for spans in (composition.emphasis, composition.strong))
    unread = (f"pages {', '.join(map(str, scanned))} (images)",) if scanned else ()
    return composition.document(source, "pdf", unread=unread)


def _pages(source: Source) -> list[Page]:
    import pypdfium2

    refuse_bombs(source.data, source.name)
    too_much = FormatError(source.name, "a PDF longer than can be read", "give the report itself, without its annexes or plans")
    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise FormatError(source.name, "an encrypted PDF", "save it without a password") from error
        raise _broken(source.name) from error
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise FormatError(source.name, f"a PDF of {count} pages", f"give at most {MOST_PAGES} pages")
        pages: list[Page] = []
        for number in range(count):
            page: Any = document[number]
            pages.append(read_page(page, number + 1))
            page.close()
            if sum(len(one.glyphs) for one in pages) > MOST_CHARACTERS or sum(one.objects for one in pages) > MOST_OBJECTS:
                raise too_much
        return pages
    except TooMuchError as error:
        raise too_much from error
    except pypdfium2.PdfiumError as error:
        raise _broken(source.name) from error
    finally:
        document.close()


def _broken(name: str) -> FormatError:
    return FormatError(name, "a broken PDF", "open it in a reader and print it to PDF again")


@dataclass(slots=True)
class _Paragraph:
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


_Thing = _Paragraph | Table | CallOut


class _Reading:
    """The pages of one file on their way to a composition."""

    def __init__(self, composition: Composition, pages: Sequence[Page]) -> None:
        self.composition = composition
        self.pages = pages
        lines = [read_lines(page.glyphs, page.targets, page.number) for page in pages]
        out = furniture([(page.height, found) for page, found in zip(pages, lines, strict=True)])
        self.lines = [[line for line in found if id(line) not in out] for found in lines]
        sizes: Counter[float] = Counter()
        for found in self.lines:
            for line in found:
                sizes[round(line.size * 2) / 2] += len(line.text)
        self.body = min(sizes, key=lambda size: (-sizes[size], size)) if sizes else 10.0
        total = sum(sizes.values())
        bold = sum(len(line.text) for found in self.lines for line in found if line.bold)
        self.bold_speaks = bold * 4 < total
        larger = sorted((size for size in sizes if size >= LARGER * self.body), reverse=True)
        self.levels = {size: min(HEADING_LEVELS - 1, level) for level, size in enumerate(larger, 1)}
        self.tables = 0
        self.indents: list[float] = []

    def run(self) -> None:
        """Read all pages; notes and turned text stand at the end, so that a sentence goes on over a page."""
        notes: list[_Paragraph] = []
        flow: list[_Thing] = []
        for page, lines in zip(self.pages, self.lines, strict=True):
            tables, rest = ruled_tables(lines, page.rules)
            figures, rest = call_outs(rest, self.body)
            more, rest = open_tables(rest)
            for column in in_order([*rest, *tables, *more, *figures]):
                for number, thing in enumerate(self._paragraphs(column)):
                    if isinstance(thing, _Paragraph) and self._is_note(thing, page):
                        notes.append(thing)
                    elif number == 0 and flow and (whole := _joined(flow[-1], thing)) is not None:
                        flow[-1] = whole
                    else:
                        flow.append(thing)
        for thing in flow:
            if isinstance(thing, Table):
                self._table(thing)
            elif isinstance(thing, CallOut):
                self.composition.begin(Block("call_out", (), page=thing.lines[0].page))
                self._words(_Paragraph(list(thing.lines), [True] * len(thing.lines), False, 0))
            else:
                self._paragraph(thing)
        for note in notes:
            self.composition.begin(Block("footnote", (), page=note.lines[0].page))
            self._words(note)
        for page in self.pages:
            for words in page.turned:
                self.composition.begin(Block("furniture", (), page=page.number))
                self.composition.words(words)
        self.composition.end()

    def _paragraphs(self, column: Sequence[Item]) -> Iterator[_Thing]:
        """The lines of a column put together."""
        lines = [item for item in column if isinstance(item, Line)]
        usual = _usual_leading(lines)
        right = max((line.right for line in lines), default=0.0)
        open_one: _Paragraph | None = None
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
                open_one.wrapped.append(_is_full(open_one, line))
                open_one.lines.append(line)
                continue
            if open_one:
                yield open_one
            open_one = _Paragraph([line], [], _is_bullet(line), right)
        if open_one:
            yield open_one

    def _goes_on(self, paragraph: _Paragraph, line: Line, usual: float) -> bool:
        """Whether a line belongs to the paragraph above it."""
        last, first = paragraph.lines[-1], paragraph.lines[0]
        gap = last.base - line.base
        if self._is_item(paragraph, line) or gap > GAP * max(usual, 1.15 * min(last.size, line.size)) or gap < 0:
            return False
        if max(line.size, last.size) > LARGER * min(line.size, last.size) or (
            self.bold_speaks and line.bold != last.bold and (last.bold or line.bold)
        ):
            return False
        if paragraph.bullet:
            return line.left > first.left + 0.4 * line.size or (starts_small(line.text) and not ends_closed(last.text))
        found = numbering(line.text)
        if found and not line.text[found.length : found.length + 1].islower() and gap > 1.05 * usual:
            return False
        indented = line.left > last.left + 0.8 * line.size and len(paragraph.lines) > 1
        return not (indented and last.text.rstrip()[-1:] in ".!?:;»”")

    def _is_item(self, paragraph: _Paragraph, line: Line) -> bool:
        """Whether a line opens an item; a dash that a full line leaves to the next one opens none."""
        if not _is_bullet(line):
            return False
        last = paragraph.lines[-1]
        if round(line.size * 2) / 2 in self.levels and abs(line.size - last.size) < 0.5:
            return False
        goes_on = line.text[0] in "-–—*·" and not paragraph.bullet and not ends_closed(last.text) and _is_full(paragraph, line)
        return not (goes_on and abs(line.left - last.left) < 0.3 * line.size)

    def _is_note(self, paragraph: _Paragraph, page: Page) -> bool:
        """Whether a paragraph is a note at the foot of a page: small, and numbered or starred."""
        first = paragraph.lines[0]
        return (
            first.size <= SMALLER * self.body
            and first.base < NOTE_PART * page.height
            and (first.text[:1].isdigit() or first.text[:1] in "*†¹²³⁴⁵⁶⁷⁸⁹")
            and any(character.isalpha() for character in paragraph.text)
        )

    def _paragraph(self, paragraph: _Paragraph) -> None:
        first, text = paragraph.lines[0], paragraph.text
        page = first.page
        level = self._heading_level(paragraph, text)
        if level:
            self.composition.begin(Block("heading", (), level=level, page=page))
            self._words(paragraph, styled=False)
            self.indents = []
            return
        if paragraph.bullet:
            self.indents = [indent for indent in self.indents if indent < first.left - 0.5 * first.size]
            self.indents.append(first.left)
            depth = len(self.indents)
            self.composition.begin(Block("list_item", (), level=depth, page=page), prefix="  " * (depth - 1) + "- ")
        else:
            self.composition.begin(Block("paragraph", (), page=page), plain=True)
        if not paragraph.bullet:
            self.indents = []
        self._words(paragraph)

    def _heading_level(self, paragraph: _Paragraph, text: str) -> int:
        """The level of a heading, by its size or, where bold is rare, its weight; 0 for none."""
        first = paragraph.lines[0]
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

    def _words(self, paragraph: _Paragraph, *, styled: bool = True) -> None:
        for number, line in enumerate(paragraph.lines):
            if number:
                before = paragraph.lines[number - 1].text.rstrip()
                cut = before[-1:] in "-\u2010\u00ad" and before[-2:-1].isalpha()
                if paragraph.wrapped[number - 1] and not cut:
                    self.composition.words(" ")
                else:
                    self.composition.line_break()
            self._line(line, skip=paragraph.bullet and number == 0, styled=styled)
        self.composition.end()

    def _line(self, line: Line, *, skip: bool = False, styled: bool = True) -> None:
        for run in line.runs:
            text = run.text
            if skip and text.strip():
                text, skip = text.lstrip()[1:], False
            if not text:
                continue
            marked = styled and (run.italic or run.bold)
            if run.address is not None:
                self.composition.open_mark("link", run.address)
            if marked:
                self.composition.open_mark("strong" if run.bold else "emphasis")
            self.composition.words(text)
            if marked:
                self.composition.close_mark()
            if run.address is not None:
                self.composition.close_mark()

    def _table(self, table: Table) -> None:
        for cell in table.cells:
            self.composition.begin(Block("table_cell", (), row=cell.row, column=cell.column, table=self.tables, page=cell.lines[0].page))
            for number, row in enumerate(rows_of(cell.lines)):
                if number:
                    self.composition.words(" ")
                for line in row:
                    self.composition.words(" ")
                    self._line(line)
        self.composition.end()
        self.tables += 1


def _joined(last: _Thing, thing: _Thing) -> _Thing | None:
    """A paragraph or table with what the next column or page begins with, where that is the rest of it."""
    if isinstance(last, Table) and isinstance(thing, Table):
        return last.with_rest(thing) if last.goes_on_with(thing) else None
    if not isinstance(last, _Paragraph) or not isinstance(thing, _Paragraph) or thing.bullet:
        return None
    one, two = last.lines[-1], thing.lines[0]
    if ends_closed(one.text) or abs(one.size - two.size) > 0.1 * one.size or one.bold != two.bold or len(one.text) <= 20:
        return None
    if not starts_small(two.text) and (not _is_full(last, two) or numbering(two.text)):
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


def _is_full(paragraph: _Paragraph, following: Line) -> bool:
    """Whether the first word of the line that follows would not have fitted on the paragraph's last line."""
    last = paragraph.lines[-1]
    return last.right + 0.25 * last.size + following.first_word > paragraph.edge - 0.3 * last.size


def _usual_leading(lines: Sequence[Line]) -> float:
    """The distance between base lines that most lines have."""
    ordered = sorted({round(line.base, 1) for line in lines}, reverse=True)
    steps = Counter(round(one - two) for one, two in pairwise(ordered) if 4 < one - two < 40)
    return float(min(steps, key=lambda step: (-steps[step], step))) if steps else 12.0


def _is_bullet(line: Line) -> bool:
    """Whether a line opens with a sign that stands before an item."""
    text = line.text
    return len(text) > 1 and text[0] in BULLETS and (text[1] == " " or text[0] not in "-–—*·") and any(character.isalnum() for character in text)


def _joined_links(composition: Composition) -> list[Link]:
    """Links to one address with only white space between them are one that was printed on two lines."""
    text = "".join(composition.parts)
    found: list[Link] = []
    for link in composition.links:
        if found and found[-1].url == link.url and not text[found[-1].span.end : link.span.start].strip():
            span = Span(found.pop().span.start, link.span.end)
            link = Link(span, span, link.url)
        found.append(link)
    return found


def _joined_spans(spans: Sequence[Span], composition: Composition) -> list[Span]:
    """Emphasis with only white space between is one."""
    text = "".join(composition.parts)
    found: list[Span] = []
    for span in sorted(set(spans)):
        if found and (gap := text[found[-1].end : span.start]).isspace() and gap.count("\n") < 2:
            span = Span(found.pop().start, max(span.end, span.end))
        found.append(span)
    return found
