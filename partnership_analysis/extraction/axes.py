"""The parts of a report: its introduction, its objectives, what goes beyond them.

`document.outline` finds them; here they become rows with ids, and it is told which blocks hold a deed or a figure.
"""

from bisect import bisect_left
from collections.abc import Sequence

from partnership_analysis.document.model import Document
from partnership_analysis.document.outline import Part, outline
from partnership_analysis.extraction.identity import distinct, slug
from partnership_analysis.extraction.records import Axis, Organisation
from partnership_analysis.extraction.units import ReadBlock

SHORT = 20
"""Characters of a paragraph that can hold a deed."""
DEEDS = frozenset(("list_item", "table_cell", "call_out"))


def axes(document: Document, blocks: Sequence[ReadBlock], organisations: Sequence[Organisation] = ()) -> tuple[Axis, ...]:
    """The parts, in reading order."""
    if not blocks:
        return ()
    bodies = frozenset(name.lower() for one in organisations for name in (one.name, one.acronym, *one.other_names) if name)
    words = blocks[0].lexicon.files.get("headings", {})
    parts = outline([one.block for one in blocks], [one.text for one in blocks], words, holds=[_holds(one) for one in blocks], bodies=bodies)
    ids = distinct(_axis_id(part) for part in parts)
    return tuple(_axis(document, blocks, part, axis_id) for part, axis_id in zip(parts, ids, strict=True))


def _holds(block: ReadBlock) -> bool:
    """Whether a block may hold a deed or a figure: an item, a cell, a call-out, or a paragraph of sentences."""
    if block.block.kind == "list_item" and _is_link(block):
        return False
    return block.block.kind in DEEDS or (block.block.kind == "paragraph" and len(block.text) > SHORT and block.text.rstrip()[-1] in '.!»”")')


def _is_link(block: ReadBlock) -> bool:
    """Whether a block is nothing but a link: an item of a list of works and addresses."""
    start, end = block.block.start, block.block.end
    links = block.document.links
    number = bisect_left(links, end, key=lambda one: one.span.start) - 1
    return number >= 0 and links[number].span.start <= start + 1 and links[number].span.end >= end - 2


def _axis_id(part: Part) -> str:
    if part.kind == "introduction":
        return "x-introduction"
    return f"x-{part.number.lower()}" if part.number else f"x-{slug(part.title, longest=40)}"


def _axis(document: Document, blocks: Sequence[ReadBlock], part: Part, axis_id: str) -> Axis:
    start, end = blocks[part.first].block.start, max(span.end for one in blocks[part.first : part.last] for span in one.block.spans)
    heading = blocks[part.opening].source(0, max(1, part.heading_length))
    return Axis(
        axis_id=axis_id,
        number=part.number,
        title=part.title,
        kind=part.kind,
        start=start,
        end=end,
        exact=document.text[start:end],
        heading_start=heading.start,
        heading_end=heading.end,
    )
