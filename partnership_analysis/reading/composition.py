"""A text in the making, for formats that have none of their own: words go in, positions come out.

White space collapses as a browser does it. Blocks stand apart by an empty line, items and rows by a line end, cells by ` | `;
what stands between them (`- `, ` | `) belongs to no block.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from partnership_analysis.document.model import Block, Document, Link, Span
from partnership_analysis.reading.inline import bare_addresses, leads_to
from partnership_analysis.reading.layout import OWN_HEADINGS, Piece, lay_out
from partnership_analysis.reading.source import Source

SPACES = re.compile(r"[ \t\n\r\f]++")
UNSAFE = re.compile("[\ud800-\udfff\ufffe\uffff]")
Marking = Literal["link", "emphasis", "strong"]


@dataclass(slots=True)
class _Mark:
    """A link or an emphasis that is open; `start` where its words in the present block begin."""

    kind: Marking
    address: str = ""
    start: int | None = None


class Composition:
    """Gathers a document's words and blocks in reading order."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.links: list[Link] = []
        self.emphasis: list[Span] = []
        self.strong: list[Span] = []
        self.marks: list[_Mark] = []
        self.tables = 0
        self._block: Block | None = None
        self._plain = False
        self._prefix = ""
        self._start = -1
        self._spans: list[Span] = []
        self._space = False

    def begin(self, block: Block, *, prefix: str = "", plain: bool = False) -> None:
        """Begin a block, whose spans come from the words that follow; one that is open ends. Without words it leaves nothing."""
        self.end()
        self._block, self._prefix, self._plain = block, prefix, plain
        self._start, self._spans, self._space = -1, [], False

    def end(self) -> None:
        """End the block that is open."""
        if self._block is not None and self._start >= 0:
            self._break_marks()
            self._spans.append(Span(self._start, self.length))
            self.pieces.append(Piece(replace(self._block, spans=tuple(self._spans)), self._plain))
        self._block, self._start = None, -1

    @property
    def is_open(self) -> bool:
        """Whether a block is open."""
        return self._block is not None

    @property
    def is_empty(self) -> bool:
        """Whether the block that is open has no words yet."""
        return self._start < 0

    def words(self, text: str) -> None:
        """Words of the block that is open, of a paragraph where none is."""
        text = UNSAFE.sub("", text)
        if not text:
            return
        body = SPACES.sub(" ", text)
        if body == " ":
            self._space = True
            return
        if self._block is None:
            self.begin(Block("paragraph", ()), plain=True)
        if self._start < 0:
            self._write(self._separator() + self._prefix)
            self._start = self.length
        elif (self._space or body[0] == " ") and not self.parts[-1].endswith("\n"):
            self._write(" ")
        body = body.lstrip(" ")
        self._space = body.endswith(" ")
        for mark in self.marks:
            if mark.start is None:
                mark.start = self.length
        self._write(body.rstrip(" "))

    def line_break(self) -> None:
        """A new line inside the block that is open."""
        if self._start >= 0:
            self._write("\n")
            self._space = False

    def new_span(self) -> None:
        """A further paragraph of the same block, such as a table's cell: on a line of its own, a span of its own."""
        if self._start >= 0 and self.length > self._start:
            self._spans.append(Span(self._start, self.length))
            self._break_marks()
            self._write("\n")
            self._start, self._space = self.length, False

    def open_mark(self, kind: Marking, address: str = "") -> None:
        """What follows is a link's words, or emphasised."""
        self.marks.append(_Mark(kind, address))

    def close_mark(self) -> None:
        """The last mark opened ends."""
        self._record(self.marks.pop())

    def _break_marks(self) -> None:
        for mark in self.marks:
            self._record(mark)
            mark.start = None

    def _record(self, mark: _Mark) -> None:
        if mark.start is None or mark.start >= self.length:
            return
        span = Span(mark.start, self.length)
        if mark.kind == "link":
            self.links.append(Link(span, span, leads_to(mark.address)))
        else:
            self.emphasis.append(span)
            if mark.kind == "strong":
                self.strong.append(span)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _separator(self) -> str:
        """What stands between the last block and this one."""
        if not self.pieces or self._block is None:
            return ""
        last, block = self.pieces[-1].block, self._block
        if last.kind == block.kind == "table_cell" and last.table == block.table:
            return " | " if last.row == block.row else "\n"
        return "\n" if last.kind == block.kind == "list_item" else "\n\n"

    def document(self, source: Source, form: str, *, unread: tuple[str, ...] = ()) -> Document:
        """The document: everything that was gathered."""
        self.end()
        text = "".join(self.parts)
        headed = sum(piece.block.kind == "heading" for piece in self.pieces) >= OWN_HEADINGS
        return Document(
            text,
            lay_out(text, self.pieces, headed=headed),
            links=_links(text, sorted(self.links, key=lambda link: link.span)),
            emphasis=tuple(sorted(set(self.emphasis))),
            strong=tuple(sorted(set(self.strong))),
            name=source.name,
            format=form,
            sha256=source.sha256,
            unread=unread,
        )


def _links(text: str, links: Sequence[Link]) -> tuple[Link, ...]:
    """The links that the format gives, and between them the addresses that stand in the text as such."""
    found: list[Link] = []
    number = 0
    for bare in bare_addresses(text):
        while number < len(links) and links[number].span.end <= bare.span.start:
            found.append(links[number])
            number += 1
        if number == len(links) or bare.span.end <= links[number].span.start:
            found.append(bare)
    return (*found, *links[number:])
