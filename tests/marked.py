"""Sentences with marks, for tests of extraction rules: `⟦…⟧` is the span of the row expected."""

from io import StringIO

from partnership_analysis.document.model import Document
from partnership_analysis.document.structure import build_blocks
from partnership_analysis.extraction.blocks import read_blocks
from partnership_analysis.extraction.dates import dates
from partnership_analysis.extraction.indicators import indicators
from partnership_analysis.extraction.records import Indicator, Rows, TimeExpression
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.language.lexicon import load_lexicon
from partnership_analysis.parsing import parse

OPEN, CLOSE = "⟦", "⟧"


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans between them."""
    text = ""
    spans: list[tuple[int, int]] = []
    for piece in marked.split(OPEN):
        inside, closed, after = piece.partition(CLOSE)
        if closed:
            spans.append((len(text), len(text) + len(inside)))
        text += inside + after
    return text, spans


def blocks_of(text: str, language: str) -> tuple[ReadBlock, ...]:
    """The blocks of a plain text as rules read them."""
    return read_blocks(Document(text, build_blocks(text)), load_lexicon(language))


def dates_of(text: str, language: str) -> tuple[TimeExpression, ...]:
    """The expressions of time of a plain text."""
    return dates(blocks_of(text, language))


def indicators_of(text: str, language: str) -> tuple[Indicator, ...]:
    """The indicators of a plain text, without parts and actions."""
    blocks = blocks_of(text, language)
    return indicators(blocks, (), (), dates(blocks))


def rows_of(text: str, language: str) -> Rows:
    """All the rows of a plain text, every stage run."""
    return parse(StringIO(text), language=language).rows


def works_of(text: str, language: str) -> list[tuple[str, str, int | None]]:
    """Title, kind and year of the publications of a text, whose rows stand where they say."""
    rows = rows_of(text, language).publications
    assert all(text[row.start : row.end] == row.exact for row in rows)
    return [(row.title, row.kind, row.year) for row in rows]
