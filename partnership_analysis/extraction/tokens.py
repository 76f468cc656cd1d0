"""Tokens: the words of a block as the rules on names read them, each with one class and its looks.

The classes come from the lexicons `titles`, `offices`, `names` and `organisations`; here are only the questions that people, bodies
and offices all ask of a word: has it a capital, may it belong to a name, does a sentence begin with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.units import ReadBlock, Units, code
from partnership_analysis.language.lexicon import FOLDER

FAMILY = ("titles", "offices", "names", "organisations")
ADJECTIVE, AND, AT, BODY, CAPITAL, CHARGE, CIVILITY, DEED, FOR, FORMER, FUNCTION, KNOWN, LETTER, MONTH = map(
    code, ("ADJECTIVE", "AND", "AT", "BODY", "CAPITAL", "CHARGE", "CIVILITY", "DEED", "FOR", "FORMER", "FUNCTION", "KNOWN", "LETTER", "MONTH")
)
NAMED_AFTER, NAMED_BEFORE, NO_BODY, NO_BODY_LETTERS, NUMBER, OF, OFFICE, OFFICES, PARTICLE, POST_NOMINAL, TOWN_OFFICE, UPPER, VERB, WITH, WORD = map(
    code,
    ("NAMED_AFTER", "NAMED_BEFORE", "NO_BODY", "NO_BODY_LETTERS", "NUMBER", "OF", "OFFICE", "OFFICES", "PARTICLE", "POST_NOMINAL", "TOWN_OFFICE", "UPPER", "VERB", "WITH", "WORD"),
)
NAME_CLASSES = frozenset((CAPITAL, UPPER, MONTH))
"""Classes of words that may be part of a person's name where they have a capital."""
SENTENCE_END = frozenset(".!?:;•–\"«»([|*#>…")
MOSTLY_CAPITALS = 0.7


@dataclass(frozen=True)
class Tokens:
    """The words of one block. `texts[n]` is word `n`, `classes[n]` its class."""

    block: ReadBlock
    units: Units

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words as the view writes them."""
        text = self.units.text
        return tuple(text[start:end] for start, end in zip(self.units.starts, self.units.ends, strict=True))

    @property
    def classes(self) -> str:
        """One character a word."""
        return self.units.classes

    def __len__(self) -> int:
        return len(self.units)

    @cached_property
    def shouting(self) -> bool:
        """Whether most letters of the block are capitals, so that a capital says nothing."""
        letters = [c for c in self.units.text if c.isalpha()]
        return bool(letters) and sum(c.isupper() for c in letters) > MOSTLY_CAPITALS * len(letters)

    def is_class(self, unit: int, *classes: str) -> bool:
        """Whether a word is of one of the classes; false outside the block."""
        return 0 <= unit < len(self.units) and self.units.classes[unit] in classes

    def text(self, unit: int) -> str:
        """A word; empty outside the block."""
        return self.texts[unit] if 0 <= unit < len(self.texts) else ""

    def capital(self, unit: int) -> bool:
        """Whether a word begins with a capital; false outside the block."""
        return self.text(unit)[:1].isupper()

    def name_word(self, unit: int) -> bool:
        """Whether a word may be part of a person's name: a capital, and no word of another trade."""
        return self.capital(unit) and self.units.classes[unit] in NAME_CLASSES

    def first_of_sentence(self, unit: int) -> bool:
        """Whether a word's capital may come from its place alone."""
        return unit == 0 or self.text(unit - 1) in SENTENCE_END

    def joined(self, unit: int) -> bool:
        """Whether a word touches the one before it, without a space."""
        return unit > 0 and self.units.ends[unit - 1] == self.units.starts[unit]

    def words(self, first: int, last: int) -> str:
        """The view's words from one to another, the latter not included."""
        return self.units.words(first, last)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The document's span of the words from one to another, the latter not included."""
        source = self.block.source(self.units.starts[first], self.units.ends[last - 1])
        return source.start, source.end


def tokens(blocks: tuple[ReadBlock, ...]) -> Iterator[Tokens]:
    """The words of each block."""
    for block in blocks:
        yield Tokens(block, block.units(*FAMILY))


@cache
def first_names() -> frozenset[str]:
    """Folded first names of many languages. Sources: see `lexicons/README.md`."""
    lines = (FOLDER / "all" / "first_names.csv").read_text(encoding="ascii").split()
    return frozenset(lines[1:])


@cache
def fold(word: str) -> str:
    """A word in small letters without accents; hyphens become spaces."""
    return folded(word)
