"""Units: the words of a block, each with one class, as rules read them.

A family is a set of lexicon files read together; each scans the same words with classes of its own, so `mars` is a month to
one and a name to another. A block's classes are a string, one character a unit; `rules.find` reads it. What stands in no
lexicon has a class by its looks:

`CAPITAL` (a first letter in capitals), `UPPER` (two letters or more, all capitals), `LETTER` (one capital letter), `WORD`
(small letters), `NUMBER` (digits), and any sign is a class of its own, written as itself.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import compress
from types import MappingProxyType
from typing import Any

from partnership_analysis.document.model import Block, Document, Span
from partnership_analysis.document.view import View
from partnership_analysis.language.lexicon import Lexicon
from partnership_analysis.language.words import Words, split_words

_CODES: dict[str, str] = {}


def code(word_class: str) -> str:
    """The character that stands for a class in `Units.classes`: a sign for itself, a name for one of the private use area."""
    if len(word_class) == 1 and not word_class.isalnum():
        return word_class
    return _CODES.setdefault(word_class, chr(0xE000 + len(_CODES)))


@cache
def joined_codes(names: tuple[str, ...]) -> str:
    """The characters that stand for several classes, one after the other."""
    return "".join(code(name) for name in names)


@cache
def any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """An expression for a character that stands for one of several classes."""
    return re.compile(f"[{re.escape(joined_codes(names))}]")


QUOTES: Mapping[str, str] = MappingProxyType({"«": "»", "“": "”", '"': '"'})
"""Quotation marks that open, and what closes them."""
CURRENCIES = "€£$"
"""Signs of money."""
NO_VALUES: Mapping[int, Any] = MappingProxyType({})


class Units:
    """The units of one block in one family: where each stands in the view, its class, its value where the lexicon gives one."""

    __slots__ = ("classes", "ends", "starts", "text", "values")

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int], classes: str, values: Mapping[int, Any] | None = None) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends
        self.classes = classes
        self.values: Mapping[int, Any] = values or NO_VALUES

    def __len__(self) -> int:
        return len(self.classes)

    def words(self, first: int, last: int) -> str:
        """The view's text from unit `first` to unit `last`, the latter not included; empty outside the block."""
        last = min(last, len(self.classes))
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first >= 0 else ""

    def at(self, offset: int) -> int:
        """The first unit that ends after an offset of the view: the unit that holds it, or the next."""
        return bisect_right(self.ends, offset)

    def is_class(self, unit: int, *names: str) -> bool:
        """Whether a unit is of one of the classes named; false outside the block."""
        return 0 <= unit < len(self.classes) and self.classes[unit] in joined_codes(names)

    def of_class(self, *names: str) -> Iterator[int]:
        """The units that are of one of the classes named, in reading order."""
        return (match.start() for match in any_of(names).finditer(self.classes))


@dataclass(frozen=True)
class ReadBlock:
    """A block as rules read it: its view, its words, and the units of a family, made when asked for."""

    document: Document = field(repr=False)
    block: Block
    lexicon: Lexicon = field(repr=False)
    view: View = field(repr=False)
    _last: dict[tuple[str, ...], Units] = field(default_factory=dict, repr=False)
    """The units of the family asked for last: a stage asks for one again and again, the next stage for another."""

    @property
    def text(self) -> str:
        """The view's text."""
        return self.view.text

    @cached_property
    def words(self) -> Words:
        """The words of the view."""
        return split_words(self.view.text, self.lexicon.splitter)

    def units(self, *files: str) -> Units:
        """The units of a family, named by its lexicon files."""
        units = self._last.get(files)
        if units is None:
            self._last.clear()
            units = self._last[files] = scan(self.words, self.lexicon, files)
        return units

    def located(self, start: int, end: int) -> dict[str, Any]:
        """`start`, `end` and `exact` in the document for a stretch of the view's text."""
        span = self.view.source(start, end)
        return {"start": span.start, "end": span.end, "exact": self.document.text[span.start : span.end]}

    def source(self, start: int, end: int) -> Span:
        """The document's span for a stretch of the view's text."""
        return self.view.source(start, end)


def scan(words: Words, lexicon: Lexicon, files: Sequence[str]) -> Units:
    """Give each word of a block one class: that of the longest entry it belongs to, else by its looks."""
    if words.looks is None:
        words.looks = "".join(map(_look, words.pieces()))
    codes, meanings = _plain(lexicon, files)
    small = words.small
    classes = list(map(codes.get, small, words.looks))
    values: dict[int, Any] = {number: meanings[small[number]] for number in compress(range(len(small)), map(meanings.__contains__, small))}
    joined: list[tuple[int, int]] = []
    late = False
    for first, last, (_, word_class, value) in lexicon.vocabulary(*files).others(words):
        classes[first] = _CODES.get(word_class) or code(word_class)
        if value is not None:
            values[first] = value
            late = True
        if last - first > 1:
            joined.append((first, last))
            for inside in range(first + 1, last):
                values.pop(inside, None)
    if late:
        values = dict(sorted(values.items()))
    if not joined:
        return Units(words.text, words.starts, words.ends, "".join(classes), values)
    return _joined(words, "".join(classes), values, joined)


@cache
def _plain(lexicon: Lexicon, files: Sequence[str]) -> tuple[Mapping[str, str], Mapping[str, Any]]:
    """The class code of each plain entry of a family, and the value of those that have one."""
    plain = lexicon.vocabulary(*files).plain
    return (
        {word: code(entry.word_class) for word, entry in plain.items()},
        {word: entry.value for word, entry in plain.items() if entry.value is not None},
    )


def _joined(words: Words, classes: str, values: Mapping[int, Any], joined: Sequence[tuple[int, int]]) -> Units:
    """The units where some entries hold several words: one unit each, with the class and value of its first word."""
    starts, ends = array("I"), array("I")
    kept: list[str] = []
    position = 0
    for first, last in joined:
        starts.extend(words.starts[position : first + 1])
        ends.extend(words.ends[position:first])
        ends.append(words.ends[last - 1])
        kept.append(classes[position : first + 1])
        position = last
    starts.extend(words.starts[position:])
    ends.extend(words.ends[position:])
    kept.append(classes[position:])
    return Units(words.text, starts, ends, "".join(kept), _moved(values, joined))


def _moved(values: Mapping[int, Any], joined: Sequence[tuple[int, int]]) -> Mapping[int, Any]:
    """The values by unit, where the words of `joined` have become one."""
    if not values:
        return values
    moved: dict[int, Any] = {}
    index = gone = 0
    for number, value in values.items():
        while index < len(joined) and joined[index][0] < number:
            gone += joined[index][1] - joined[index][0] - 1
            index += 1
        moved[number - gone] = value
    return moved


CAPITAL, UPPER, LETTER, WORD, NUMBER = (code(name) for name in ("CAPITAL", "UPPER", "LETTER", "WORD", "NUMBER"))


@lru_cache(maxsize=50_000)
def _look(word: str) -> str:
    first = word[0]
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return first if len(word) == 1 else WORD
    if not first.isupper():
        return WORD
    if len(word) == 1:
        return LETTER
    return UPPER if word.isupper() else CAPITAL
