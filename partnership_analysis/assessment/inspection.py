"""A report laid open for the checks: its tables, and what several of them look up in them and in the document.

Words are read in the report's own language (`lexicons/<language>/checks.toml`), by block and by sentence; every position that leaves
this module is one of the document's text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from partnership_analysis.assessment.calendar import OwnDate, own_date
from partnership_analysis.document.model import Span
from partnership_analysis.extraction.blocks import read_blocks
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Action, Axis, TimeExpression
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.language.lexicon import Lexicon, languages, load_lexicon
from partnership_analysis.tables.model import Tables

SENTENCE_END = re.compile(r"""(?<![.!?…])[.!?…]++["'»”’)\]]*+\s++(?=["'«“(\[–-]*+\s?[A-ZÀ-ÖØ-Þ0-9])""")
LAST_WORD = re.compile(r"([^\W\d_]+|n°)$")
LAST_WORD_ROOM = 20
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
DEFAULT_LANGUAGE = "fr"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: its words as a reader sees them, and where it stands in the document."""

    block: int
    """Number of its block among the report's read blocks."""
    start: int
    end: int
    text: str
    offset: int
    """Where it starts in its block's view."""

    @property
    def span(self) -> Span:
        """Its span in the document."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Inspection:
    """The tables of a report and what the checks look up in them."""

    tables: Tables
    titles: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What sentences call actions, by id; the others go by the titles of the table."""
    _places: dict[str, tuple[Span, ...]] = field(default_factory=dict, repr=False)

    def title(self, action: Action) -> str:
        """What a sentence calls an action."""
        return self.titles.get(action.action_id, action.title)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The lexicon of the report's language."""
        language = self.tables.report.language
        return load_lexicon(language if language in languages() else DEFAULT_LANGUAGE)

    def words(self, word_class: str) -> frozenset[str]:
        """The entries of a class of the report's checks lexicon, folded."""
        return _folded_class(self.lexicon, word_class)

    def says(self, text: str, word_class: str) -> bool:
        """Whether one of the entries of a class, a word or several, stands in a text; accents and capitals do not count."""
        padded = f" {folded(text)} "
        return any(f" {entry} " in padded for entry in self.words(word_class))

    def values(self, word_class: str) -> Mapping[str, int]:
        """The entries of a class with values, folded, and their values."""
        return {folded(entry): value for entry, value in self.lexicon.setting("checks", word_class, {}).items()}

    @cached_property
    def own_date(self) -> OwnDate | None:
        """The report's own date."""
        return own_date(self.tables)

    @cached_property
    def axes(self) -> Mapping[str, Axis]:
        """The parts of the report by id."""
        return {axis.axis_id: axis for axis in self.tables.rows.axes}

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words, folded, that the names of people and bodies are made of, small words left out."""
        rows = self.tables.rows
        names = [name for person in rows.people for name in (person.name, *person.other_names)]
        names += [name for body in rows.organisations for name in (body.name, body.acronym or "", *body.other_names)]
        words = (word for name in names for part in name.split() if part[:1].isupper() for word in folded(part).split())
        return frozenset(word for word in words if len(word) > 1 and word not in self.words("small"))

    @cached_property
    def _named(self) -> tuple[Span, ...]:
        """Where people and bodies are named, in reading order: their mentions, or the first one where the extraction gives no others."""
        rows = self.tables.rows
        spans = {(person.start, person.end) for person in rows.people} | {mention for person in rows.people for mention in person.mentions}
        spans |= {(body.start, body.end) for body in rows.organisations} | {mention for body in rows.organisations for mention in body.mentions}
        return tuple(Span(*span) for span in sorted(spans))

    @cached_property
    def _named_starts(self) -> list[int]:
        return [span.start for span in self._named]

    def names_in(self, start: int, end: int) -> tuple[Span, ...]:
        """The mentions of people and bodies that start in a stretch of the document's text."""
        return self._named[bisect_left(self._named_starts, start) : bisect_left(self._named_starts, end)]

    def heading(self, axis_id: str) -> tuple[Span, ...]:
        """The span of a part's heading: where something missing was looked for."""
        axis = self.axes[axis_id]
        return (Span(axis.heading_start, axis.heading_end),) if axis.heading_end > axis.heading_start else ()

    @cached_property
    def blocks(self) -> tuple[ReadBlock, ...]:
        """The blocks of the document as rules read them."""
        return read_blocks(self.tables.document, self.lexicon)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all blocks, in reading order; a heading, a cell, an item without a full stop is one."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        abbreviations = self.words("abbreviation")
        for number, block in enumerate(self.blocks):
            text = block.text
            start = 0
            for match in SENTENCE_END.finditer(text):
                if text[match.start()] == "." and _abbreviated(text, match.start(), abbreviations):
                    continue
                yield from _sentence(number, block, start, match.end())
                start = match.end()
            yield from _sentence(number, block, start, len(text))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def block_number(self, offset: int) -> int:
        """The number of the block that holds a place of the document's text, or of the last one that starts before it; -1 before the first."""
        return bisect_right(self._block_starts, offset) - 1

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.block.start for block in self.blocks]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a place of the document's text, or the last one that starts before it."""
        number = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[number] if number >= 0 else None

    def sentence_number(self, offset: int) -> int:
        """Its number among all sentences; -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    @cached_property
    def _date_starts(self) -> list[int]:
        return [row.start for row in self._dates]

    @cached_property
    def _dates(self) -> tuple[TimeExpression, ...]:
        return tuple(sorted(self.tables.rows.dates, key=lambda row: row.start))

    def dates_within(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """The expressions of time that start in a stretch of the document's text."""
        first = bisect_right(self._date_starts, start - 1)
        last = bisect_right(self._date_starts, end - 1)
        return self._dates[first:last]

    def axis_at(self, offset: int) -> str | None:
        """The id of the part that holds a place of the text."""
        for axis in self.tables.rows.axes:
            if axis.start <= offset < axis.end:
                return axis.axis_id
        return None

    def occurrences(self, words: str, *, most: int = 3) -> tuple[Span, ...]:
        """The first places where some words stand, whole, in the document's text, letter for letter."""
        if words not in self._places:
            pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
            found: list[Span] = []
            for match in pattern.finditer(self.tables.document.text):
                found.append(Span(*match.span()))
                if len(found) == most:
                    break
            self._places[words] = tuple(found)
        return self._places[words]


@cache
def _folded_class(lexicon: Lexicon, word_class: str) -> frozenset[str]:
    return frozenset(folded(entry) for entry in lexicon.setting("checks", word_class, ()))


def _abbreviated(text: str, point: int, abbreviations: frozenset[str]) -> bool:
    """Whether the point at a place ends an abbreviation: a known one, or a single letter."""
    word = LAST_WORD.search(text[max(0, point - LAST_WORD_ROOM) : point])
    return word is not None and (folded(word.group()) in abbreviations or (len(word.group()) == 1 and word.group().isupper()))


def _sentence(number: int, block: ReadBlock, start: int, end: int) -> Iterator[Sentence]:
    text = block.text[start:end]
    if text.strip():
        start += len(text) - len(text.lstrip())
        text = text.strip()
        span = block.source(start, start + len(text))
        yield Sentence(number, span.start, span.end, text, start)


def content_words(text: str, *, besides: frozenset[str]) -> tuple[str, ...]:
    """The words of a text that carry its subject: folded, without their plural ending, small words and figures left out."""
    found = []
    for match in WORD.finditer(text.replace("’", "'")):
        for word in folded(match.group()).split():
            if len(word) > 2 and not word[0].isdigit() and word not in besides:
                found.append(stem(word))
    return tuple(found)


def stem(word: str) -> str:
    """A folded word without the endings of number and gender, so that `structures` and `structure`, `créés` and `créées` meet."""
    for ending in ("aux",):
        if len(word) > 5 and word.endswith(ending):
            return word[: -len(ending)] + "al"
    kept = word.rstrip("sx") if len(word) > 3 and not word.endswith("ss") else word
    return kept[:-1] if len(kept) > 4 and kept.endswith("e") else kept
