"""Statements: the sentences of a report with their units, where they stand, and the line that leads into them.

A list item has the paragraph over the list as its lead-in; an item of a deeper list the item over it. Quotations, posts, headings,
figures set apart, captions and notes hold no statements. Which statements tell an action is decided in `actions`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from partnership_analysis.document.model import Span
from partnership_analysis.document.sentences import sentences
from partnership_analysis.extraction.records import Quotation
from partnership_analysis.extraction.units import QUOTES, ReadBlock, Units, code
from partnership_analysis.language.lexicon import Lexicon

FAMILY = "actions"
TELLING = frozenset(("paragraph", "list_item"))
QUOTE = re.compile(f"[{''.join(QUOTES)}]")
LONGEST = 2000
"""Characters of a statement."""
LONGEST_QUOTE = 400
LONGEST_CREDIT = 140
"""Characters of a line that only says who wrote the report."""
SHORT_TERM = 2
"""Units from a quotation mark to the next that hold but a term: `« hackathons »`."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What an entry of the lexicon is: its part of speech and the kind of action, empty where it has none."""

    part: str
    kind: str = ""


NO_TAG = Tag("")


@cache
def tags(lexicon: Lexicon) -> Mapping[str, Tag]:
    """The tag of each class of the family, by its code."""
    found = {}
    for name in lexicon.vocabulary(FAMILY).by_class:
        part, _, kind = name.partition("_")
        structural = part not in ("NOUN", "DID", "WILL", "DOES", "DO", "DOING", "PAST")
        found[code(name)] = Tag(name) if structural else Tag(part, kind.lower())
    return found


def marked(block: ReadBlock) -> tuple[Units, list[Tag]]:
    """The units of a block and the tag of each."""
    units = block.units(FAMILY)
    known = tags(block.lexicon)
    return units, [known.get(character, NO_TAG) for character in units.classes]


@cache
def of_parts(lexicon: Lexicon, parts: tuple[str, ...]) -> re.Pattern[str]:
    """An expression for a unit that is one of several parts of speech."""
    codes = "".join(re.escape(character) for character, tag in tags(lexicon).items() if tag.part in parts)
    return re.compile(f"[{codes}]" if codes else "(?!)")


@dataclass(frozen=True)
class Statement:
    """A sentence: its block, its place there in characters and units, and what leads into it."""

    block: ReadBlock
    units: Units
    """The units of the block."""
    marks: Sequence[Tag]
    """Their tags."""
    number: int
    """Index of the block."""
    start: int
    end: int
    first: int
    last: int
    position: int
    """Which sentence of its block, counted from 0."""
    lead: "Statement | None"
    heading: str
    """Words of the nearest heading above, in small letters."""
    depth: int = 0
    """Of a list item."""
    more: int = 0
    """Sentences of the block after it."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end]

    @property
    def announces(self) -> bool:
        """Whether it ends with a colon."""
        return self.text.rstrip("*_ ").endswith(":")

    def tag(self, unit: int) -> Tag:
        """The tag of a unit."""
        return self.marks[unit] if self.first <= unit < self.last else NO_TAG

    @cached_property
    def _span(self) -> Span:
        return self.block.source(self.start, self.end)

    def of_part(self, *parts: str, first: int = 0, last: int | None = None) -> list[int]:
        """Its units of one of several parts of speech, in reading order, from one unit to another, the latter not included."""
        last = self.last if last is None else min(last, self.last)
        return [match.start() for match in of_parts(self.block.lexicon, parts).finditer(self.units.classes, max(first, self.first), last)]

    def has_part(self, first: int, last: int, *parts: str) -> bool:
        """Whether a unit of one of several parts of speech stands between two of its units, the latter not included."""
        return of_parts(self.block.lexicon, parts).search(self.units.classes, max(first, self.first), min(last, self.last)) is not None

    def places(self) -> tuple[int, int]:
        """Its start and end in the document."""
        return self._span


def statements(blocks: Sequence[ReadBlock], quotations: Sequence[Quotation] = ()) -> list[Statement]:
    """The statements of a report, in reading order."""
    found: list[Statement] = []
    quoted = sorted((one.start, one.end) for one in quotations)
    position = 0
    lead: Statement | None = None
    parents: dict[int, Statement] = {}
    heading = ""
    for number, block in enumerate(blocks):
        kind = block.block.kind
        if kind == "heading":
            heading, lead, parents = block.text.lower(), None, {}
            continue
        if kind not in TELLING:
            if kind not in ("call_out", "caption", "footnote", "quotation"):
                lead, parents = None, {}
            continue
        if _is_note(block):
            continue
        abbreviations = _abbreviations(block.lexicon)
        units, marks = marked(block)
        depth = block.block.level if kind == "list_item" else 0
        above = _above(parents, depth, lead) if depth else None
        made: list[Statement] = []
        pieces = [piece for start, end in sentences(block.text, abbreviations) for piece in _cut(block.text, start, end)]
        for order, (start, end) in enumerate(pieces):
            span = block.source(start, end)
            while position < len(quoted) and quoted[position][1] <= span.start:
                position += 1
            if position < len(quoted) and quoted[position][0] <= span.start + 2:
                if span.end <= quoted[position][1] + 4:
                    continue
                if quoted[position][0] < span.start - 2:
                    start = max(start, min(end, block.view.offset(quoted[position][1]) + 1))
            made.append(
                Statement(
                    block,
                    units,
                    marks,
                    number,
                    start,
                    end,
                    units.at(start),
                    _after(units, end),
                    order,
                    above,
                    heading,
                    depth,
                    len(pieces) - order - 1,
                )
            )
        found += made
        if depth:
            same = parents.get(depth)
            parents = {level: one for level, one in parents.items() if level < depth}
            if made:
                parents[depth] = same if same is not None and same.announces and not made[-1].announces else made[-1]
        else:
            lead = made[-1] if made and (made[-1].announces or (len(block.text) < 120 and block.text[-1:] not in ".!?")) else None
            parents = {}
    return found


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of bounded length: what is no sentence (a list without stops) costs no more than sentences do."""
    while end - start > LONGEST:
        middle = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        middle = middle if middle > 0 else start + LONGEST
        yield start, middle
        start = middle + 1
    if start < end:
        yield start, end


def _is_note(block: ReadBlock) -> bool:
    """Whether a line is a contact, a source, a caption: its label says so."""
    credits = tuple(block.lexicon.setting(FAMILY, "credits", ()))
    text = block.text.strip("*_ ")
    opener = next((words for words in credits if text.lower().startswith(words)), "") if credits and len(text) <= LONGEST_CREDIT else ""
    if opener and (opener.count(" ") > 1 or text[-1] != "." or "," not in text):
        return True
    label = block.text[:40].partition(":")[0].strip(" *_").lower() if ":" in block.text[:40] else ""
    return bool(label) and (label in block.lexicon.setting("headings", "none", ()) or label in block.lexicon.setting("headings", "captions", ()))


def _above(parents: Mapping[int, Statement], depth: int, lead: Statement | None) -> Statement | None:
    for level in sorted(parents, reverse=True):
        if level <= depth and parents[level].announces:
            return parents[level]
    return lead


@cache
def _abbreviations(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.setting("abbreviations", "abbreviations", ()))


def _after(units: Units, end: int) -> int:
    """One past the last unit that starts before an offset."""
    number = units.at(max(0, end - 1))
    return min(len(units), number + 1) if number < len(units) and units.starts[number] < end else number


def quoted_units(statement: Statement) -> frozenset[int]:
    """The units of a statement between quotation marks: titles and terms, which say nothing is done."""
    units = statement.units
    found: set[int] = set()
    if not QUOTE.search(units.classes, statement.first, statement.last):
        return frozenset()
    opened: tuple[int, str] | None = None
    for number in range(statement.first, statement.last):
        sign = units.text[units.starts[number]]
        if opened is None:
            if sign in QUOTES:
                opened = number, QUOTES[sign]
        elif sign == opened[1]:
            if number - opened[0] > SHORT_TERM:
                found.update(range(opened[0], number + 1))
            opened = None
        elif units.starts[number] - units.starts[opened[0]] > LONGEST_QUOTE:
            opened = None
    return frozenset(found)


def units_of(statement: Statement, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The units of a statement that lie in stretches of the document."""
    units, view = statement.units, statement.block.view
    found: set[int] = set()
    for start, end in spans:
        number = units.at(view.offset(start))
        last = view.offset(end)
        while number < statement.last and units.starts[number] < last:
            found.add(number)
            number += 1
    return frozenset(found)
