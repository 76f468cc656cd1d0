"""Windows: the stretches of a text near which something can be found at all, so that rules read only these.

Dates and figures stand thinly in a report. A `Triggers` finds the digits and words that may begin one; the windows around them are split into
words and scanned, and what was left out between two of them is one unit of class `GAP`, which no rule steps over.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from partnership_analysis.extraction.units import Units, scan
from partnership_analysis.language.lexicon import Lexicon
from partnership_analysis.language.words import Words, without_accents

GAP = "…"
DIGITS = re.compile(r"\d+")
LONGEST_WORD = 200
"""Characters after which a window ends even inside a word."""
SPACED_HYPHEN = " - "


class Triggers:
    """The digits and the entries of some classes of a lexicon, as a text writes them."""

    def __init__(self, lexicon: Lexicon, files: Sequence[str], classes: Sequence[str]) -> None:
        known = lexicon.vocabulary(*files).by_class
        forms = {form for name in classes for entry in known.get(name, ()) for form in _written(entry.form)}
        self._automaton = AhoCorasick(sorted(forms), matchkind=MatchKind.Standard) if forms else None

    def positions(self, text: str) -> Iterator[int]:
        """Where a trigger begins, in no particular order."""
        for match in DIGITS.finditer(text):
            yield match.start()
        if self._automaton is None:
            return
        for _, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if (not start or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum()):
                yield start


def _written(form: str) -> Iterable[str]:
    """How a text may write an entry: small letters, a first capital, capitals, accents left out on capitals."""
    form = form.replace(SPACED_HYPHEN, "-")
    for written in (form, form[:1].upper() + form[1:], form.upper()):
        yield written
        if written != form:
            yield without_accents(written) if written.isupper() else without_accents(written[:1]) + written[1:]


@cache
def triggers(lexicon: Lexicon, files: tuple[str, ...], classes: tuple[str, ...]) -> Triggers:
    """The triggers of a family's classes."""
    return Triggers(lexicon, files, classes)


class Stretches:
    """Stretches of a text in order, none overlapping the next, asked whether they touch another."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in stretches]
        self._ends = [end for _, end in stretches]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with a stretch."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end

    def within(self, start: int, end: int) -> range:
        """Indices of those that share a character with a stretch."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def __getitem__(self, index: int) -> tuple[int, int]:
        return self._starts[index], self._ends[index]


def disjoint(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def windows(text: str, positions: Iterable[int], *, before: int, after: int) -> list[tuple[int, int]]:
    """Stretches around positions, those that touch made one; they begin and end between words."""
    found: list[tuple[int, int]] = []
    for position in sorted(positions):
        start = max(0, position - before)
        start = max(text.rfind(" ", max(0, start - LONGEST_WORD), start) + 1, start - LONGEST_WORD, 0) if start else 0
        if found and start <= found[-1][1]:
            start = found[-1][0]
            if position + after <= found[-1][1]:
                continue
            found.pop()
        end = text.find(" ", position + after, position + after + LONGEST_WORD)
        found.append((start, min(len(text), position + after + LONGEST_WORD) if end < 0 else end))
    return found


def window_units(
    text: str, spans: Sequence[tuple[int, int]], splitter: re.Pattern[str], lexicon: Lexicon, files: tuple[str, ...], apart: Any = None
) -> Units:
    """The units of the windows of a text, a `GAP` unit for what lies between. `apart` may take words apart before they are looked up."""
    starts, ends = array("I"), array("I")
    classes: list[str] = []
    values: dict[int, Any] = {}
    position = 0
    for start, end in spans:
        if start > position:
            starts.append(position)
            ends.append(start)
            classes.append(GAP)
        matches = [match.span() for match in splitter.finditer(text, start, end)]
        words = Words(text, [first for first, _ in matches], [last for _, last in matches])
        units = scan(apart(words) if apart else words, lexicon, files)
        for number, value in units.values.items():
            values[len(starts) + number] = value
        starts.extend(units.starts)
        ends.extend(units.ends)
        classes.append(units.classes)
        position = end
    if spans and position < len(text):
        starts.append(position)
        ends.append(len(text))
        classes.append(GAP)
    return Units(text, starts, ends, "".join(classes), values)
