"""Evidence marks: the numbers that tie each sentence of the page to the report's words, both ways.

A number stands for words, not for a sentence: the spans that any sentence cites are numbered in the report's order, so that the
same words always carry the same number. Ids: `c12` is the twelfth mark on the page, `w12` the words numbered 12.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from partnership_analysis.presentation.sentences import Sentence

Evidence = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """A mark after a sentence: the number of the words it leads to, and its own number on the page."""

    words: int
    citation: int


@dataclass(frozen=True)
class CitedWords:
    """Words that sentences cite: where they stand, their number, and the marks that lead to them, in page order."""

    start: int
    end: int
    number: int
    citations: tuple[int, ...]


@dataclass(frozen=True)
class Citations:
    """The numbering of one page. `sentences` are all that the page shows, in page order; the same object may be shown once only."""

    sentences: tuple[Sentence, ...]
    _numbers: Mapping[Evidence, int] = field(init=False, repr=False)
    _marks: Mapping[int, tuple[Mark, ...]] = field(init=False, repr=False)
    cited: tuple[CitedWords, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        spans = sorted({span for sentence in self.sentences for span in sentence.evidence})
        numbers = {span: number for number, span in enumerate(spans, 1)}
        marks: dict[int, tuple[Mark, ...]] = {}
        citing: dict[Evidence, list[int]] = {span: [] for span in spans}
        count = 0
        for sentence in self.sentences:
            own = []
            for span in sentence.evidence:
                count += 1
                own.append(Mark(numbers[span], count))
                citing[span].append(count)
            marks[id(sentence)] = tuple(own)
        cited = tuple(CitedWords(*span, numbers[span], tuple(citing[span])) for span in spans)
        object.__setattr__(self, "_numbers", numbers)
        object.__setattr__(self, "_marks", marks)
        object.__setattr__(self, "cited", cited)

    def marks(self, sentence: Sentence) -> tuple[Mark, ...]:
        """The marks of a sentence, in the order of its evidence; none where the page does not number it."""
        return self._marks.get(id(sentence), ())


def without_nested(spans: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Spans in order, without those that lie inside another of them."""
    kept: list[Evidence] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)
