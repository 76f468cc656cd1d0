"""From what a format says of its blocks to the document's blocks: what it knows wins, lines decide the rest.

Paragraphs that follow each other are read as a plain text's are: a label and its value, a figure and what it counts, a
numbered heading, a signature say more than the mark-up does. Lists of contents become furniture.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partnership_analysis.document.headings import every_language, numbering
from partnership_analysis.document.model import Block, Span
from partnership_analysis.reading.unmarked import Unmarked

LEADER = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,}|\t)[ .]*\d{1,4}\Z")
OWN_HEADINGS = 2
"""From how many headings of the format's own on a short paragraph is no heading and a numbered line an item of a list."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as the format gives it; `plain` where its lines decide what it is."""

    block: Block
    plain: bool = False


def lay_out(text: str, pieces: Sequence[Piece], cuts: Sequence[Span] = (), *, headed: bool) -> tuple[Block, ...]:
    """The blocks of a text, without the signs in `cuts`; `headed` where the format marks headings itself."""
    blocks: list[Block] = []
    ends = [cut.end for cut in cuts]
    run: list[Block] = []
    for piece in _without_contents(text, pieces):
        if piece.plain:
            run.append(piece.block)
            continue
        blocks.extend(_plain(text, run, cuts, ends, headed))
        run = []
        block = _kept(text, piece.block, cuts, ends)
        if block:
            blocks.append(block)
    blocks.extend(_plain(text, run, cuts, ends, headed))
    return tuple(blocks)


def _plain(text: str, run: Sequence[Block], cuts: Sequence[Span], ends: Sequence[int], headed: bool) -> Iterator[Block]:
    """Blocks of paragraphs that follow each other, as their lines suggest."""
    if not run:
        return
    start, end = run[0].start, run[-1].end
    starts, pages = [block.start for block in run], [block.page for block in run]
    for block in Unmarked(text, start, end, cuts, first=bisect_right(ends, start)).blocks():
        if block.kind == "heading" and headed:
            found = numbering(text[block.start : block.end])
            if not (found and found.style in ("label", "chapter")):
                block = _item(block, found.length) if found else replace(block, kind="paragraph", level=0)
        page = pages[max(0, bisect_right(starts, block.start) - 1)]
        if page is not None and page != block.page:
            block = replace(block, page=page)
        yield block


def _item(block: Block, number: int) -> Block:
    """A numbered line as an item of a list, without its number."""
    first = block.spans[0]
    spans = (Span(first.start + number, first.end), *block.spans[1:]) if first.start + number < first.end else block.spans
    return replace(block, kind="list_item", level=1, spans=spans)


def _kept(text: str, block: Block, cuts: Sequence[Span], ends: Sequence[int]) -> Block | None:
    """A block of which only the signs inside go; None where nothing is left."""
    number = bisect_right(ends, block.start)
    if number == len(ends) or cuts[number].start >= block.end:
        return block
    spans = tuple(part for span in block.spans for part in Unmarked(text, *span, cuts, first=bisect_right(ends, span.start)).all_spans())
    return replace(block, spans=spans) if spans else None


def _without_contents(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The same pieces; a list of contents and its heading as furniture."""
    titles = {_folded(text[piece.block.start : piece.block.end]) for piece in pieces if piece.block.kind == "heading"}
    heading: Piece | None = None
    inside = False
    for piece in pieces:
        words = text[piece.block.start : piece.block.end]
        entry = LEADER.search(words[-80:]) or (
            inside and piece.block.kind in ("list_item", "paragraph", "table_cell") and len(words) < 240 and _folded(words) in titles
        )
        if heading is not None:
            yield Piece(replace(heading.block, kind="furniture", level=0)) if entry else heading
            heading = None
        if entry:
            yield Piece(replace(piece.block, kind="furniture", level=0))
            continue
        inside = words[:40].strip(" :*").lower() in every_language("contents")
        if inside:
            heading = piece
        else:
            yield piece
    if heading is not None:
        yield heading


def _folded(words: str) -> str:
    """A title as a list of contents may spell it: without links, marks and page number, in small letters."""
    words = re.sub(r"\]\([^()\n]*+\)", "", words)
    return words.rstrip("0123456789").rstrip(" \t.…").replace("[", "").replace("*", "").strip().lower()
