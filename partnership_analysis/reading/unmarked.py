"""A stretch of a text as a reader sees it, without the signs of its mark-up, and the way back to where each word stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from partnership_analysis.document.model import Block, Span
from partnership_analysis.document.structure import build_blocks


class Unmarked:
    """The words of `text[start:end]` without `cuts`, which are in reading order and do not overlap."""

    __slots__ = ("_here", "_there", "text", "whole")

    def __init__(self, text: str, start: int, end: int, cuts: Sequence[Span], *, first: int = 0) -> None:
        """`first` is the number of a cut that none of the stretch stands before."""
        self.whole = text
        self._here, self._there = [0], [start]
        pieces: list[str] = []
        length, position = 0, start
        for number in range(first, len(cuts)):
            cut = cuts[number]
            if cut.start >= end:
                break
            if cut.end <= position:
                continue
            pieces.append(text[position : cut.start])
            length += max(0, cut.start - position)
            position = cut.end
            self._here.append(length)
            self._there.append(position)
        pieces.append(text[position:end])
        self.text = "".join(pieces)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches of the whole text that `self.text[start:end]` stands for, without white space where they are joined."""
        found: list[Span] = []
        index = bisect_right(self._here, start) - 1
        last = bisect_left(self._here, end) - 1
        while index <= last:
            here = max(start, self._here[index])
            until = min(end, self._here[index + 1]) if index < last else end
            offset = self._there[index] - self._here[index]
            if until > here:
                found.append(Span(here + offset, until + offset))
            index += 1
        return _tidy(found, self.whole)

    def all_spans(self) -> tuple[Span, ...]:
        """Every stretch of it."""
        return self.spans(0, len(self.text))

    def blocks(self) -> tuple[Block, ...]:
        """The blocks that the lines suggest, with their spans in the whole text."""
        found: list[Block] = []
        for block in build_blocks(self.text):
            spans = tuple(piece for span in block.spans for piece in self.spans(span.start, span.end))
            if spans:
                found.append(replace(block, spans=spans))
        return tuple(found)


def _tidy(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Spans without white space at the block's edges, and none beside a cut that has it on both sides."""
    tidy: list[Span] = []
    for start, end in spans:
        begin = start
        while begin < end and text[begin].isspace():
            begin += 1
        if not tidy:
            start = begin
        elif begin > start and text[tidy[-1].end - 1].isspace():
            start = begin
            last = tidy.pop()
            if words := text[last.start : last.end].rstrip():
                tidy.append(Span(last.start, last.start + len(words)))
        if start < end:
            tidy.append(Span(start, end))
    while tidy:
        start, end = tidy.pop()
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            tidy.append(Span(start, end))
            break
    return tuple(tidy)
