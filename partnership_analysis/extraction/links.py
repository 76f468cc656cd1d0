"""Hyperlinks: what the reader of a format found, as rows.

Every reader fills `Document.links`, Markdown links and bare addresses in plain text included; here they only become rows.
"""

import re

from partnership_analysis.document.model import Document, Link, Span
from partnership_analysis.extraction.records import Hyperlink

WRITTEN = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]]{1,1000})\]\(\s?(?P<url>(?:[^()\s]|\([^()\s]{0,300}\)){0,2000}+)(?:\s[\"'][^\"'()\n]{0,300}[\"'])?\s?\)"
    r"|(?P<bare>https?://[^\s<>\"«»“”{}|^`\[\]]{1,2000})"
)
TRAILING = ".,;:!?'’…"


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
        for link in document.links or written_links(document.text)
    )


def written_links(text: str) -> tuple[Link, ...]:
    """The links written out in a text: `[words](url)`, and bare addresses with their scheme."""
    found = []
    for match in WRITTEN.finditer(text):
        if match["bare"] is None:
            url = match["url"].strip("<>")
            found.append(Link(Span(*match.span()), Span(*match.span("words")), None if url in ("", "#") else url))
        else:
            bare = match["bare"].rstrip(TRAILING)
            while bare.endswith(")") and bare.count(")") > bare.count("("):
                bare = bare[:-1].rstrip(TRAILING)
            span = Span(match.start(), match.start() + len(bare))
            found.append(Link(span, span, bare))
    return tuple(found)
