"""The blocks of a document as rules read them."""

import re

from partnership_analysis.document.model import Document
from partnership_analysis.document.view import View
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.language.lexicon import Lexicon

HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:-[^\W\d_]++)++")
"""Words with a hyphen. A match begins where a word does, so that a long one is read once."""
ENDING_HYPHEN = re.compile("[-\u2010\u2011\u2212](?<=[^\\W\\d_].)(?![^\\W_])")
"""A hyphen behind a letter and before none, as at a line end: without one, no word with a hyphen is asked for."""


def read_blocks(document: Document, lexicon: Lexicon) -> tuple[ReadBlock, ...]:
    """Every block of a document but its furniture, in reading order, each with its view."""
    broken = ENDING_HYPHEN.search(document.text) is not None
    hyphenated = lexicon.hyphenated.union(word.lower() for word in HYPHENATED.findall(document.text)) if broken else frozenset[str]()
    return tuple(
        ReadBlock(document, block, lexicon, View(document.text, block.spans, hyphenated)) for block in document.blocks if block.kind != "furniture"
    )
