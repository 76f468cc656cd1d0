"""Blocks of a text that has no mark-up: what the lines suggest."""

import re

from partnership_analysis.document.model import Block, BlockKind, Span

BULLET = re.compile(r"(?P<indent>[ \t]*)[-*•–][ \t]+")
HEADING = re.compile(r"#{1,6}[ \t]+")


def build_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in reading order."""
    blocks: list[Block] = []
    start: int | None = None
    kind: BlockKind = "paragraph"
    level = 0
    position = 0
    last = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        first = position + len(line) - len(line.lstrip())
        bullet, heading = BULLET.match(line), HEADING.match(line)
        if start is not None and (not body or bullet or heading or kind == "heading"):
            blocks.append(Block(kind, (Span(start, last),), level=level))
            start = None
        if body:
            if start is None:
                start, kind, level = first, "paragraph", 0
                if bullet:
                    start, kind, level = position + bullet.end(), "list_item", 1 + len(bullet["indent"]) // 2
                elif heading:
                    start, kind, level = position + heading.end(), "heading", heading.end() - 1
            last = position + len(line.rstrip())
        position += len(line)
    if start is not None:
        blocks.append(Block(kind, (Span(start, last),), level=level))
    return tuple(blocks)
