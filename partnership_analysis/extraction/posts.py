"""Posts of social networks that a report reproduces: a name, a handle, the words, a time stamp, each on lines of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnership_analysis.document.model import Span
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.units import ReadBlock

HANDLE = re.compile(r"(?P<name>[^@]{0,80})(?<![\w.])@(?P<handle>\w{2,40})\b(?P<rest>[^@]{0,40})")
CLOCK = re.compile(r"\b\d{1,2}\s?[:h]\s?\d{2}\b")
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
LONGEST_NAME = 60
MOST_BLOCKS = 10
"""Blocks that a post may have between its handle and its time stamp."""


@dataclass(frozen=True, slots=True)
class Post:
    """A reproduced post: who wrote it (the lines with name and handle), its words, its year."""

    author: Span
    words: Span
    text: str
    year: int | None
    blocks: tuple[int, ...]
    """Indexes of the blocks that hold its words."""


def posts(blocks: Sequence[ReadBlock]) -> Iterator[Post]:
    """The posts of a report, in reading order."""
    taken = -1
    for index, block in enumerate(blocks):
        match = HANDLE.fullmatch(block.text.strip()) if len(block.text) <= 200 else None
        if match is None or index <= taken:
            continue
        named = match["name"].strip(" ·•–-,|(")
        before = blocks[index - 1] if index and not named else None
        author = Span(before.block.start if before is not None and len(before.text) <= LONGEST_NAME else block.block.start, block.block.end)
        found = _body(blocks, index + 1, dated=bool(YEAR.search(match["rest"]) or CLOCK.search(match["rest"])))
        if found is None:
            continue
        body, stamp = found
        taken = body[-1]
        words = Span(blocks[body[0]].block.start, blocks[body[-1]].block.end)
        years = YEAR.findall(stamp if stamp is not None else match["rest"])
        yield Post(author, words, " ".join(blocks[n].text for n in body), int(years[-1]) if years else None, tuple(body))


def _body(blocks: Sequence[ReadBlock], first: int, *, dated: bool) -> tuple[list[int], str | None] | None:
    """The blocks of a post's words, and its time stamp; None where no stamp follows soon, unless its first line is dated."""
    body: list[int] = []
    ended = False
    for index in range(first, min(len(blocks), first + MOST_BLOCKS)):
        block = blocks[index]
        if is_stamp(block):
            return (body, block.text) if body else None
        if _is_furniture(block):
            ended = bool(body)
            if ended and dated:
                return body, None
        elif not ended and block.block.kind in ("paragraph", "list_item", "quotation", "caption", "call_out"):
            body.append(index)
        elif block.block.kind == "heading":
            break
    return (body[:1], None) if dated and body else None


def is_stamp(block: ReadBlock) -> bool:
    """Whether a block is only the time stamp of a post: `4:15 PM · 9 juil. 2021 · 12 k vues`."""
    text = block.text
    if len(text) > 120 or not (CLOCK.search(text) or YEAR.search(text)):
        return False
    units = block.units("quotations")
    return CLOCK.search(text) is not None and any(units.is_class(n, "POST_STAMP", "·", "•") for n in range(len(units)))


def _is_furniture(block: ReadBlock) -> bool:
    if len(block.text) > 60:
        return False
    units = block.units("quotations")
    return any(units.is_class(n, "POST_FURNITURE") for n in range(len(units))) or not folded(block.text)
