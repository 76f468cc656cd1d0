"""Markdown: CommonMark with tables and footnotes; positions are those of the untouched file.

markdown-it finds the blocks and their lines; where their words stand is looked up in these lines, and marks inside them are
read by `inline`. Paragraphs and numbered lines that follow each other are then read as a plain text's are: a label and its
value, a figure and what it counts, a signature say more than the mark-up does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from partnership_analysis.document.model import Block, BlockKind, Document, Span
from partnership_analysis.reading.inline import Marks, read_marks
from partnership_analysis.reading.layout import OWN_HEADINGS, Piece, lay_out
from partnership_analysis.reading.source import Source
from partnership_analysis.reading.text import text_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[^\n]*+\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
MOST_FRONT_MATTER = 20_000
LABELLED_LINE = re.compile(r"[\w\"'-][^:\n]{0,60}:(?:[ \t]|$)")
FOOTNOTE = re.compile(r"[ \t]*\[\^([^\]\n]{1,80})\]:[ \t]*")
REFERENCE = re.compile(r"[ \t]*\[(?!\^)([^\[\]\n]{1,200})\]:[ \t]*<?([^\s<>]++)>?[ \t]*(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\))?[ \t]*\Z")
TASK = re.compile(r"\[[ xX✓✔]\][ \t]+(?=\S)")
"""The box before a task of a list, ticked or not."""
CELL_EDGE = re.compile(r"\\.|\|", re.DOTALL)
COMMENT = re.compile(r"\s*+<!--")


def read_markdown(source: Source) -> Document:
    """A Markdown file as a document. Raises: EncodingError, FormatError."""
    text = text_of(source)
    reading = _Reading(text)
    reading.run()
    return Document(
        text,
        tuple(reading.blocks),
        links=tuple(reading.marks.links),
        emphasis=tuple(reading.marks.emphasis),
        strong=tuple(reading.marks.strong),
        name=source.name,
        format="markdown",
        sha256=source.sha256,
    )


@cache
def _parser() -> "MarkdownIt":
    """Blocks only: marks inside a line are read by `inline`, references by hand, and text set in is no code."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable(["code", "reference"])
    parser.core.ruler.disable(["inline", "text_join"])
    return parser


@dataclass
class _Reading:
    """One file on its way to blocks."""

    text: str
    marks: Marks = field(default_factory=Marks)
    blocks: list[Block] = field(default_factory=list)

    def run(self) -> None:
        """Read the file: pieces from the block parser, then the marks inside them, then what the lines suggest."""
        start = len(self.text) - len(self.text.lstrip("\n"))
        body = self._front_matter(start)
        # One character for one, so that lines and positions stay: a lone carriage return ends a line, NUL would be replaced.
        twin = self.text[body:].replace("\r", "\n").replace("\0", " ").replace("\x0b", " ").replace("\x0c", " ")
        self.lines = [body]
        for match in re.finditer("\n", twin):
            self.lines.append(body + match.end())
        tokens = _parser().parse(twin)
        self.headed = sum(token.type == "heading_open" for token in tokens) >= OWN_HEADINGS
        pieces = list(self._notes(list(self._pieces(tokens))))
        for piece in pieces:
            if piece.block.kind != "furniture":
                first, last = piece.block.spans[0].start, piece.block.spans[-1].end
                read_marks(self.text, first, last, self.marks, markdown=True, references=self.references)
        self.marks.sort()
        self.blocks.extend(lay_out(self.text, pieces, self.marks.cuts, headed=self.headed))

    def _front_matter(self, start: int) -> int:
        """Blocks for a YAML head, one a line; where the report begins."""
        match = FRONT_MATTER.match(self.text, start, start + MOST_FRONT_MATTER)
        if not match or not all(LABELLED_LINE.match(line) or not line.strip() or line[0] in " \t-#" for line in match[1].splitlines()):
            return start
        position = match.start(1)
        self.blocks.append(Block("furniture", (Span(start, start + 3),)))
        goes_on = False
        for line in match[1].splitlines(keepends=True):
            if goes_on and line[0] in " \t" and line.strip() and not LABELLED_LINE.match(line.strip()) and line.strip()[0] not in "-#":
                opened = self.blocks.pop().spans[0]  # a value folded over two lines
                self.blocks.append(Block("front_matter", (Span(opened.start, position + len(line.rstrip())),)))
            elif line.strip():
                first = position + len(line) - len(line.lstrip())
                self.blocks.append(Block("front_matter", (Span(first, position + len(line.rstrip())),)))
                goes_on = bool(line.partition(":")[2].strip())
            position += len(line)
        self.blocks.append(Block("furniture", (Span(position, position + 3),)))
        return match.end()

    def _pieces(self, tokens: "Sequence[Token]") -> Iterator[Piece]:
        """What the block parser found, in reading order."""
        lists: list[tuple[bool, bool]] = []  # ordered, of the report's outline
        fresh_item = False
        quotes = level = tables = row = column = 0
        heading = False
        row = -1
        cells: list[Span] = []
        for token in tokens:
            kind = token.type
            if kind in ("bullet_list_open", "ordered_list_open"):
                lists.append((kind[0] == "o", kind[0] == "o" and not lists and not quotes and not self.headed))
            elif kind in ("bullet_list_close", "ordered_list_close"):
                lists.pop()
            elif kind == "list_item_open":
                fresh_item = True
            elif kind == "blockquote_open":
                quotes += 1
            elif kind == "blockquote_close":
                quotes -= 1
            elif kind == "heading_open":
                heading, level = True, int(token.tag[1])
            elif kind == "table_open":
                row = -1
            elif kind == "table_close":
                tables += 1
            elif kind == "tr_open" and token.map:
                row, column, cells = row + 1, 0, self._cells(token.map[0])
            elif kind in ("th_open", "td_open"):
                column += 1
            elif kind in ("hr", "html_block", "fence") and token.map:
                yield from self._other(token)
            elif kind == "inline" and token.map and column:
                if token.content.strip() and column <= len(cells) and cells[column - 1].start < cells[column - 1].end:
                    yield Piece(Block("table_cell", (cells[column - 1],), row=row, column=column - 1, table=tables))
            elif kind == "inline" and token.map:
                spans = self._spans(token.content, token.map[0], token.map[1])
                if not spans:
                    continue
                if heading:
                    heading = False
                    yield Piece(Block("heading", spans, level=level))
                elif lists and fresh_item and not quotes:
                    fresh_item = False
                    if lists[-1] == (True, True):
                        first = Span(self._line_start(token.map[0]), spans[0].end)
                        yield Piece(Block("paragraph", (first, *spans[1:])), plain=True)
                    else:
                        box = TASK.match(self.text, spans[0].start, spans[0].end)
                        first = Span(box.end() if box else spans[0].start, spans[0].end)
                        yield Piece(Block("list_item", (first, *spans[1:]), level=len(lists)))
                else:
                    yield Piece(Block("quotation" if quotes else "paragraph", spans), plain=not quotes and not lists)
            if kind in ("table_close", "tr_close"):
                column = 0

    def _line_start(self, line: int) -> int:
        start = self.lines[line]
        end = self.lines[line + 1] if line + 1 < len(self.lines) else len(self.text)
        return end - len(self.text[start:end].lstrip())

    def _line(self, line: int) -> tuple[int, str]:
        """Where a line starts, and its characters without the line end."""
        start = self.lines[line]
        end = self.lines[line + 1] - 1 if line + 1 < len(self.lines) else len(self.text)
        return start, self.text[start:end]

    def _spans(self, content: str, first: int, last: int) -> tuple[Span, ...]:
        """Where the lines of a token's content stand: one span, or more where signs (`>`, setting in) stand between."""
        spans: list[Span] = []
        for number, words in enumerate(content.split("\n")):
            if first + number >= last or not words.strip():
                continue
            start, line = self._line(first + number)
            body = words.strip().replace("\0", " ")
            found = line.replace("\0", " ").replace("\x0b", " ").replace("\x0c", " ").rfind(body)
            if found < 0:
                continue
            span = Span(start + found, start + found + len(body))
            if spans and not self.text[spans[-1].end : span.start].strip():
                span = Span(spans.pop().start, span.end)
            spans.append(span)
        return tuple(spans)

    def _cells(self, number: int) -> list[Span]:
        """The cells of a table's row, between the pipes."""
        start, line = self._line(number)
        edges = [match.start() for match in CELL_EDGE.finditer(line) if match.group() == "|"]
        first = len(line) - len(line.lstrip(" \t>"))
        if not edges or line[first : edges[0]].strip():
            edges.insert(0, first - 1)
        if line[edges[-1] + 1 :].strip():
            edges.append(len(line))
        cells: list[Span] = []
        for left, right in pairwise(edges):
            words = line[left + 1 : right]
            begin = start + left + 1 + len(words) - len(words.lstrip())
            cells.append(Span(begin, begin + len(words.strip())))
        return cells

    def _other(self, token: "Token") -> Iterator[Piece]:
        """Rules and comments are no part of the report; the words of code and of HTML are."""
        assert token.map is not None
        first, last = token.map
        inner = range(first + 1, last - 1) if token.type == "fence" else range(first, last)
        spans = [Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip())) for start, line in map(self._line, inner) if line.strip()]
        if not spans:
            return
        whole = Block("paragraph", (Span(spans[0].start, spans[-1].end),))
        words = self.text[whole.start : whole.end]
        if token.type == "hr" or (COMMENT.match(words) and words.rstrip().endswith("-->") and words.count("<!--") == 1):
            yield Piece(replace(whole, kind="furniture"))
        else:
            yield Piece(whole, plain=token.type == "fence")

    def _notes(self, pieces: Sequence[Piece]) -> Iterator[Piece]:
        """Footnotes and references, which stand as lines of a paragraph, as blocks of their own."""
        self.references: dict[str, str] = {}
        for piece in pieces:
            block = piece.block
            first = self.text[block.start : block.start + 2].lstrip()
            if not piece.plain or first[:1] != "[":
                yield piece
                continue
            kind: BlockKind = "paragraph"
            spans: list[Span] = []
            position = block.start
            for line in self.text[block.start : block.end].splitlines(keepends=True):
                note, reference = FOOTNOTE.match(line), REFERENCE.match(line.rstrip())
                here = Span(position, position + len(line.rstrip()))
                if (note or reference) and spans:
                    yield Piece(Block(kind, (Span(spans[0].start, spans[-1].end),)), plain=kind == "paragraph")
                    spans, kind = [], "paragraph"
                if reference:
                    self.references.setdefault(reference[1].strip().lower(), reference[2])
                    yield Piece(Block("furniture", (here,)))
                elif note and note.end() < len(line.rstrip()):
                    kind, spans = "footnote", [Span(position + note.end(), here.end)]
                elif here.end > here.start and not note:
                    spans.append(here)
                position += len(line)
            if spans:
                yield Piece(Block(kind, (Span(spans[0].start, spans[-1].end),)), plain=kind == "paragraph")
