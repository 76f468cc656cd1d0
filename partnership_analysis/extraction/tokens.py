"""Tokens: the words of a block as the rules on names read them, each with one class and its looks.

The classes come from the lexicons `titles`, `offices`, `names` and `organisations`; here are only the questions that people, bodies
and offices all ask of a word: has it a capital, may it belong to a name, does a sentence begin with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from sys import intern
from typing import Any

from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.units import ReadBlock, Units, code
from partnership_analysis.language.lexicon import FOLDER, Lexicon

FAMILY = ("titles", "offices", "names", "organisations", "named_bodies")
ADJECTIVE = code("ADJECTIVE")
AND = code("AND")
ARTICLE = code("ARTICLE")
AT = code("AT")
BODY = code("BODY")
CAPITAL = code("CAPITAL")
CHARGE = code("CHARGE")
CIVILITY = code("CIVILITY")
DEED = code("DEED")
FOR = code("FOR")
FORMER = code("FORMER")
FUNCTION = code("FUNCTION")
HEADING = code("HEADING")
HOLDS = code("HOLDS")
INDEFINITE = code("INDEFINITE")
KNOWN = code("KNOWN")
LEAVES = code("LEAVES")
LETTER = code("LETTER")
MONTH = code("MONTH")
NAMED_AFTER = code("NAMED_AFTER")
NAMED_BEFORE = code("NAMED_BEFORE")
NO_BODY = code("NO_BODY")
NO_BODY_LETTERS = code("NO_BODY_LETTERS")
NUMBER = code("NUMBER")
OF = code("OF")
OFFICE = code("OFFICE")
OFFICES = code("OFFICES")
PARTICLE = code("PARTICLE")
POSSESSIVE = code("POSSESSIVE")
POST_NOMINAL = code("POST_NOMINAL")
PROFESSION = code("PROFESSION")
SAID = code("SAID")
SUCCEEDED = code("SUCCEEDED")
SUCCEEDS = code("SUCCEEDS")
TOWN_OFFICE = code("TOWN_OFFICE")
UPPER = code("UPPER")
VERB = code("VERB")
WITH = code("WITH")
WORD = code("WORD")

ANY_OFFICE = OFFICE + OFFICES + TOWN_OFFICE
ARTICLES = PARTICLE + ARTICLE
PERSON_NAME = CAPITAL + UPPER + MONTH
"""Classes of words that may be part of a person's name where they have a capital."""
OF_NO_NAME = PROFESSION + FUNCTION + ARTICLE + AND + OF + FOR + AT + WITH + CIVILITY + FORMER + INDEFINITE + POSSESSIVE + DEED
"""Classes of words that are no part of a body's name, even with a capital."""
ANY_WORD = WORD + HEADING
"""Classes of ordinary words."""
ANY_VERB = VERB + HOLDS + SAID + SUCCEEDED + SUCCEEDS
SENTENCE_END = frozenset('.!?:;•–"«»([|*#>…')
MOSTLY_CAPITALS = 0.7
FIRST_WORDS = 3
BEYOND = 12
"""Empty words after the last one, so that a rule may look a few words past the end, or before the start, without asking."""


class Tokens:
    """The words of one block: word `n` is `texts[n]`, its class `classes[n]`, `capital[n]` whether it begins with a capital.

    Past the end, and before the start, are empty words of no class. `marks` holds the words with a capital and the nouns of bodies. `column` is the head of a table cell's column, in small letters;
    `before_office` says whether the next block begins with an office.
    """

    __slots__ = ("__dict__", "before_office", "block", "capital", "classes", "column", "ends", "lists", "marks", "size", "starts", "texts", "values")

    def __init__(self, block: ReadBlock, column: str = "") -> None:
        units = block.units(*FAMILY)
        self.lists = name_lists(block.lexicon)
        small, heading = self.lists.function_words, self.lists.heading_words
        starts, ends, texts, unit_classes, values = _split(units)
        classes = list(unit_classes)
        loud = block.text.isupper()
        for number, one in enumerate(unit_classes):
            if one in _PLAIN:
                word = texts[number]
                lower = word.lower()
                if word[-1] == "'" or (lower in small and (loud or classes[number] != UPPER)):
                    classes[number] = FUNCTION
                elif lower in heading:
                    classes[number] = HEADING
        self.block = block
        self.column = column
        self.before_office = False
        self.size = len(texts)
        self.starts = starts
        self.ends = ends
        self.values = values
        self.texts = tuple(texts) + ("",) * BEYOND
        self.classes = "".join(classes) + "\0" * BEYOND
        capital = [word[0].isupper() for word in texts]
        self.capital = (*capital, *(False,) * BEYOND)
        self.marks = tuple([n for n, (large, one) in enumerate(zip(capital, classes, strict=True)) if large or one in BODY])

    @property
    def text(self) -> str:
        """The view's text."""
        return self.block.text

    @cached_property
    def shouting(self) -> bool:
        """Whether most words of the block are in capitals, so that a capital says nothing."""
        words = [word for word in self.texts if word[:1].isalpha()] if self.marks else []
        return len(self.marks) > MOSTLY_CAPITALS * len(words) > 0 and sum(map(str.isupper, words)) > MOSTLY_CAPITALS * len(words)

    def name_word(self, unit: int) -> bool:
        """Whether a word may be part of a person's name: a capital, and no word of another trade."""
        return self.capital[unit] and self.classes[unit] in PERSON_NAME

    def body_word(self, unit: int) -> bool:
        """Whether a word may be part of a body's name: a capital, and no small word."""
        return self.capital[unit] and self.classes[unit] not in OF_NO_NAME

    def first_of_sentence(self, unit: int) -> bool:
        """Whether a word's capital may come from its place alone."""
        return unit == 0 or self.texts[unit - 1] in SENTENCE_END

    def joined(self, unit: int) -> bool:
        """Whether a word touches the one before it, without a space."""
        return 0 < unit < self.size and self.ends[unit - 1] == self.starts[unit]

    def words(self, first: int, last: int) -> str:
        """The view's words from one to another, the latter not included."""
        return self.block.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The document's span of the words from one to another, the latter not included."""
        source = self.block.source(self.starts[first], self.ends[last - 1])
        return source.start, source.end


def _split(units: Units) -> tuple[Sequence[int], Sequence[int], list[str], str, Mapping[int, Any]]:
    """Starts, ends, words, classes and values, with a small word and a capital article kept apart: `de` and `La` in `maire de La Brume`."""
    text = units.text
    texts = [intern(text[start:end]) for start, end in zip(units.starts, units.ends, strict=True)]
    cut = [n for n in units.of_class("OF", "AT", "FOR") if " " in (word := texts[n]) and word[0].islower() and word[word.rindex(" ") + 1].isupper()]
    if not cut:
        return units.starts, units.ends, texts, units.classes, units.values
    starts, ends, classes = list(units.starts), list(units.ends), list(units.classes)
    for n in reversed(cut):
        space = texts[n].rindex(" ")
        middle = starts[n] + space
        texts[n : n + 1] = [texts[n][:space], texts[n][space + 1 :]]
        starts[n : n + 1] = [starts[n], middle + 1]
        ends[n : n + 1] = [middle, ends[n]]
        classes[n : n + 1] = [classes[n], PARTICLE]
    values = {n + sum(c < n for c in cut): value for n, value in units.values.items()}
    return starts, ends, texts, "".join(classes), values


_PLAIN = WORD + CAPITAL + UPPER + LETTER


def tokens(blocks: Iterable[ReadBlock]) -> tuple[Tokens, ...]:
    """The words of each block."""
    heads: dict[tuple[int, int | None], str] = {}
    read = []
    for one in blocks:
        block = one.block
        if block.table is None:
            read.append(Tokens(one))
        elif block.row == 0:
            heads[block.table, block.column] = one.text.strip().lower()
            read.append(Tokens(one))
        else:
            read.append(Tokens(one, heads.get((block.table, block.column), "")))
    for this, following in pairwise(read):
        this.before_office = any(c in ANY_OFFICE for c in following.classes[:FIRST_WORDS])
    return tuple(read)


@cache
def words_of(lexicon: Lexicon, file: str, key: str) -> frozenset[str]:
    """A list of a lexicon, in small letters."""
    return frozenset(word.lower() for word in lexicon.setting(file, key, ()))


@dataclass(frozen=True)
class NameLists:
    """The lists on names that nearly every word is asked for, in small letters or folded."""

    first_names: frozenset[str]
    """Folded first names of many languages. Sources: see `lexicons/README.md`."""
    weak: frozenset[str]
    """Folded first names that are first of all other words: they need another sign of a person."""
    sure: frozenset[str]
    """The folded first names but the weak ones."""
    particles: frozenset[str]
    articles: frozenset[str]
    function_words: frozenset[str]
    heading_words: frozenset[str]
    place_links: frozenset[str]
    """Small words inside the names of places: `sur` in `Marie-sur-Brume`."""


@cache
def name_lists(lexicon: Lexicon) -> NameLists:
    """The lists of a language."""
    lines = (FOLDER / "all" / "first_names.csv").read_text(encoding="ascii").split()
    known = frozenset(lines[1:])
    weak = frozenset(fold(name) for name in lexicon.setting("names", "weak_first_names", ()))
    small = (words_of(lexicon, "names", key) for key in ("family_particles", "articles", "function_words", "heading_words", "place_links"))
    return NameLists(known, weak, known - weak, *small)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word in small letters without accents; hyphens become spaces."""
    return folded(word)
