"""Hyperlinks: what the format knows, and bare addresses in the words."""

from partnership_analysis.document.model import Document
from partnership_analysis.extraction.records import Hyperlink


def links(document: Document) -> tuple[Hyperlink, ...]:
    """The hyperlinks, in reading order."""
    return ()
