"""Stretches of the text that are taken by something already found."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol


class Mentioned(Protocol):
    """A row with the spans of all its mentions."""

    @property
    def start(self) -> int:
        """First code point of the first mention."""

    @property
    def end(self) -> int:
        """One past its last code point."""

    @property
    def mentions(self) -> tuple[tuple[int, int], ...]:
        """Spans of all mentions."""


class Occupied:
    """Looks up which mentions cover a stretch."""

    __slots__ = ("_spans", "_starts", "_widest")

    def __init__(self, rows: Iterable[Mentioned]) -> None:
        spans = sorted({span for row in rows for span in (row.mentions or ((row.start, row.end),))})
        self._spans = spans
        self._starts = [start for start, _ in spans]
        self._widest: list[int] = []
        furthest = 0
        for _, end in spans:
            furthest = max(furthest, end)
            self._widest.append(furthest)

    def covering(self, start: int, end: int) -> list[tuple[int, int]]:
        """The mentions that overlap a stretch, the last to start first."""
        found = []
        index = bisect_right(self._starts, end - 1) - 1
        while index >= 0 and self._widest[index] > start:
            if self._spans[index][1] > start:
                found.append(self._spans[index])
            index -= 1
        return found

    def by_longer(self, start: int, end: int) -> bool:
        """Whether a mention longer than the stretch overlaps it."""
        return any(last - first > end - start for first, last in self.covering(start, end))
