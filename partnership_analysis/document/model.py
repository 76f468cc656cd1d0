"""The document: one text that never changes after reading, and the blocks, links and pages that point into it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "list_item", "table_cell", "quotation", "call_out", "footnote", "caption", "front_matter", "furniture"]
"""What a block is. `front_matter` is a `label: value` line before the first part; `furniture` is what belongs to the
page and not to the report (running headers, page numbers, tables of contents, navigation): no rule reads it."""


class Span(NamedTuple):
    """A stretch of `Document.text`: half-open, in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table cell … with the spans of the text it is made of."""

    kind: BlockKind
    spans: tuple[Span, ...]
    """In reading order; more than one where a page break or a call-out cuts a sentence in two, or where mark-up (`**`, `](url)`)
    stands between its words."""
    level: int = 0
    """Of a heading: 1 and up. Of a list item: its depth, 1 and up."""
    row: int | None = None
    """Of a table cell: its row, counted from 0 (the header row) within `table`."""
    column: int | None = None
    """Of a table cell: its column, counted from 0."""
    table: int | None = None
    """Of a table cell: which table of the document, counted from 0."""
    page: int | None = None
    """The page it starts on, counted from 1, where the format has pages."""

    @property
    def start(self) -> int:
        """First code point of the block in the text."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """One past the last code point of the block in the text."""
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the whole of it in the text, the span of its words, and where it leads."""

    span: Span
    """The whole link: `[words](url)` in Markdown, the words in HTML, DOCX, ODT and PDF, a bare address itself."""
    words: Span
    """The words a reader sees."""
    url: str | None
    """None where it leads nowhere (empty or `#`)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read."""

    text: str
    blocks: tuple[Block, ...]
    """In reading order; all but white space and mark-up belongs to one, and none overlap."""
    links: tuple[Link, ...] = ()
    emphasis: tuple[Span, ...] = ()
    """Emphasised words, without the signs that emphasise them, in reading order: italics and bold."""
    strong: tuple[Span, ...] = ()
    """Those of `emphasis` that are bold."""
    name: str = "report"
    """The file's name without its folder, or `report` for a text handed over as such."""
    format: str = "text"
    sha256: str = ""
    """Of the source's bytes."""
    unread: tuple[str, ...] = ()
    """What was not read, one sentence each: pictures without text, a page without a text layer."""
