"""Hyperlinks: what the reader of a format found, as rows.

Every reader fills `Document.links`, Markdown links and bare addresses in plain text included; here they only become rows.
"""

from partnership_analysis.document.model import Document
from partnership_analysis.extraction.records import Hyperlink


def links(document: Document) -> tuple[Hyperlink, ...]:
    """The hyperlinks, in reading order."""
    return tuple(
        Hyperlink(
            text=" ".join(document.text[link.words.start : link.words.end].split()),
            url=link.url,
            start=link.span.start,
            end=link.span.end,
            exact=document.text[link.span.start : link.span.end],
        )
        for link in document.links
    )
