"""Quotation marks, emphasis and links of a block: the stretches that may be a title, a term or somebody's words.

Whether a stretch is a title, a quotation or neither is decided in `publications`, `quotations` and `instruments`; here is only
where it starts and ends. Marks nest (`“L’accord “Agir” en bref”`); a mark without its partner is left out.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from partnership_analysis.document.model import Span
from partnership_analysis.extraction.units import ReadBlock

MARK = re.compile("[\"«»‹›']")
OPENING = {"“": "”", "„": "”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'"}
CLOSING = {"”": '“„"', "»": "«", "›": "‹", "’": "‘", '"': '"“„', "'": "'‘"}
DEEPEST = 8
"""Marks open at once; an older one is given up, so that the work at each mark is bounded."""
STARTS_AFTER = frozenset(" ([{/–-:'\"«“")
ENDS_BEFORE = frozenset(" )]}/–-:;,.!?…'\"»”")

How = Literal["quoted", "emphasised", "linked"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between marks: `start` and `end` in the view without the marks, `outer_start` and `outer_end` with them."""

    how: How
    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    """How many other pairs of marks it stands in."""
    url: str | None = None
    """Of a link."""


def stretches(block: ReadBlock) -> tuple[Stretch, ...]:
    """The quoted, emphasised and linked stretches of a block, in reading order, the outer before the inner."""
    found = [*quoted(block)[0], *_marked(block)]
    return tuple(sorted(found, key=lambda s: (s.outer_start, -s.outer_end, s.how)))


def quoted(block: ReadBlock) -> tuple[list[Stretch], list[int], list[int]]:
    """The stretches between quotation marks, and where marks stand that open, and that close, without a partner in the block."""
    text = block.text
    pairs: list[Stretch] = []
    open_marks: list[tuple[str, int]] = []
    lost_opening: list[int] = []
    lost_closing: list[int] = []
    for match in MARK.finditer(text):
        position = match.start()
        before = text[position - 1] if position else " "
        after = text[position + 1] if position + 1 < len(text) else " "
        if match.group() == "'" and before.isalnum() and after.isalnum():
            continue
        sign = _written(block, position)
        partner = _partner(open_marks, sign) if _closes(sign, before, after, open_marks) else None
        if partner is not None:
            _, start = open_marks[partner]
            lost_opening.extend(place for mark, place in open_marks[partner + 1 :] if mark not in "'‘")
            del open_marks[partner:]
            first, last = _trimmed(text, start + 1, position)
            if first < last:
                pairs.append(Stretch("quoted", first, last, start, position + 1, depth=len(open_marks)))
        elif _opens(sign, before, after):
            open_marks.append((sign, position))
            if len(open_marks) > DEEPEST:
                lost_opening.append(open_marks.pop(0)[1])
        elif sign in "”»›" or (sign == '"' and not before.isspace()):
            lost_closing.append(position)
    lost_opening.extend(place for mark, place in open_marks if mark not in "'‘")
    return sorted(pairs, key=lambda s: (s.outer_start, -s.outer_end)), sorted(lost_opening), lost_closing


def _written(block: ReadBlock, position: int) -> str:
    """The mark as the document writes it: the view makes curly ones straight."""
    return block.document.text[block.source(position, position + 1).start]


def _opens(sign: str, before: str, after: str) -> bool:
    if sign in "“„«‹":
        return True
    if sign == "‘":
        return not before.isalnum()
    if sign in "”»›’":
        return sign == "”" and before in STARTS_AFTER and after.isalnum()
    return before in STARTS_AFTER and (sign == '"' or after.isalnum())


def _closes(sign: str, before: str, after: str, open_marks: Sequence[tuple[str, int]]) -> bool:
    if not open_marks:
        return False
    if sign in "«‹„‘":
        return False
    if sign == "“":
        return open_marks[-1][0] in "“„" and not before.isspace() and after in ENDS_BEFORE
    if sign in "»›”":
        return not (sign == "”" and before.isspace() and after.isalnum() and open_marks[-1][0] not in '“„"')
    if sign in "'’":
        return open_marks[-1][0] in "'‘" and not before.isspace() and after in ENDS_BEFORE
    ends = not before.isspace() and after in ENDS_BEFORE
    starts = before in STARTS_AFTER and not after.isspace() and after not in ENDS_BEFORE
    return ends or not starts


def _partner(open_marks: Sequence[tuple[str, int]], sign: str) -> int | None:
    wanted = CLOSING.get(sign, "“„")
    for index in range(len(open_marks) - 1, -1, -1):
        if open_marks[index][0] in wanted:
            return index
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def has_emphasis(block: ReadBlock) -> bool:
    """Whether any words of a block are emphasised."""
    return bool(_within(block.document.emphasis, block.block.start, block.block.end))


def _marked(block: ReadBlock) -> list[Stretch]:
    """Emphasised and linked words of the document that lie in a block."""
    document = block.document
    found: list[Stretch] = []
    first, last = block.block.start, block.block.end
    for span in _within(document.emphasis, first, last):
        found.extend(_viewed(block, "emphasised", span, None))
    for link in document.links[bisect_left(document.links, first, key=lambda link: link.words.start) :]:
        if link.words.start >= last:
            break
        if link.words != link.span or "://" not in document.text[link.words.start : link.words.end]:
            found.extend(_viewed(block, "linked", link.words, link.url))
    return found


def _within(spans: Sequence[Span], first: int, last: int) -> Sequence[Span]:
    return spans[bisect_left(spans, first, key=lambda s: s.start) : bisect_left(spans, last, key=lambda s: s.start)]


def _viewed(block: ReadBlock, how: How, span: Span, url: str | None) -> list[Stretch]:
    start, end = _trimmed(block.text, block.view.offset(span.start), block.view.offset(span.end))
    return [Stretch(how, start, end, start, end, url=url)] if start < end else []
