"""PDF, by its geometry: columns, tables, running headers, paragraphs, headings, notes, links.

PDFium reads the characters; words and lines come from where they stand (`pdf_lines`), tables from ruled lines or cells under
each other (`pdf_tables`), the order from the columns (`pdf_columns`), paragraphs from lines (`pdf_paragraphs`). Running headers,
footers and page numbers are left out; notes and turned text stand at the end, the latter as furniture.
"""

from collections.abc import Sequence
from typing import Any

from partnership_analysis.document.model import Block, Document, Link, Span
from partnership_analysis.errors import FormatError
from partnership_analysis.reading.composition import Composition
from partnership_analysis.reading.pdf_callouts import CallOut, call_outs
from partnership_analysis.reading.pdf_columns import in_order
from partnership_analysis.reading.pdf_furniture import furniture
from partnership_analysis.reading.pdf_lines import Line, read_lines
from partnership_analysis.reading.pdf_page import Page, TooMuchError, read_page
from partnership_analysis.reading.pdf_paragraphs import Paragraph, Thing, joined, setting_of
from partnership_analysis.reading.pdf_size import refuse_bombs
from partnership_analysis.reading.pdf_tables import Table, open_tables, rows_of, ruled_tables
from partnership_analysis.reading.source import Source

MOST_PAGES = 600
MOST_CHARACTERS = 1_000_000
MOST_OBJECTS = 600_000
FEWEST_CHARACTERS = 20
"""A page with fewer and a picture was scanned."""


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


class _Reading:
    """The pages of one file on their way to a composition."""

    def __init__(self, composition: Composition, pages: Sequence[Page]) -> None:
        self.composition = composition
        self.pages = pages
        lines = [read_lines(page.glyphs, page.targets, page.number) for page in pages]
        out = furniture([(page.height, found) for page, found in zip(pages, lines, strict=True)])
        self.lines = [[line for line in found if id(line) not in out] for found in lines]
        self.setting = setting_of(self.lines)
        self.tables = 0
        self.indents: list[float] = []

    def run(self) -> None:
        """Read all pages; notes and turned text stand at the end, so that a sentence goes on over a page."""
        notes: list[Paragraph] = []
        flow: list[Thing] = []
        for page, lines in zip(self.pages, self.lines, strict=True):
            tables, rest = ruled_tables(lines, page.rules)
            figures, rest = call_outs(rest, self.setting.body)
            more, rest = open_tables(rest)
            for column in in_order([*rest, *tables, *more, *figures]):
                for number, thing in enumerate(self.setting.paragraphs(column)):
                    if isinstance(thing, Paragraph) and self.setting.is_note(thing, page):
                        notes.append(thing)
                    elif number == 0 and flow and (whole := joined(flow[-1], thing)) is not None:
                        flow[-1] = whole
                    else:
                        flow.append(thing)
        for thing in flow:
            if isinstance(thing, Table):
                self._table(thing)
            elif isinstance(thing, CallOut):
                self.composition.begin(Block("call_out", (), page=thing.lines[0].page))
                self._words(Paragraph(list(thing.lines), [True] * len(thing.lines), False, 0))
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

    def _paragraph(self, paragraph: Paragraph) -> None:
        first = paragraph.lines[0]
        page = first.page
        level = self.setting.heading_level(paragraph)
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

    def _words(self, paragraph: Paragraph, *, styled: bool = True) -> None:
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


def _joined_links(composition: Composition) -> list[Link]:
    """Links to one address with only white space between them are one that was printed on two lines."""
    text = "".join(composition.parts)
    found: list[Link] = []
    for link in composition.links:
        if found and found[-1].url == link.url and _only_space(text[found[-1].span.end : link.span.start]):
            span = Span(found.pop().span.start, link.span.end)
            link = Link(span, span, link.url)
        found.append(link)
    return found


def _joined_spans(spans: Sequence[Span], composition: Composition) -> list[Span]:
    """Emphasis with only white space between is one."""
    text = "".join(composition.parts)
    found: list[Span] = []
    for span in sorted(set(spans)):
        if found and _only_space(text[found[-1].end : span.start]):
            span = Span(found.pop().start, max(span.end, span.end))
        found.append(span)
    return found


def _only_space(gap: str) -> bool:
    """Whether only white space stands between two stretches of one block."""
    return gap.count("\n") < 2 and not gap.strip()
