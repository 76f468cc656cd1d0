r"""Plain text: the decoded file, untouched but for its byte order mark and line ends.

`\r\n` becomes `\n`; a lone `\r` stays, and counts as a line end. NUL and other control characters stay: views show them as
spaces. Links and emphasis written as in Markdown are read, their signs belong to no block.
"""

import re

from partnership_analysis.document.model import Document
from partnership_analysis.reading.encoding import decode
from partnership_analysis.reading.inline import Marks, read_marks
from partnership_analysis.reading.source import Source
from partnership_analysis.reading.unmarked import Unmarked

PARAGRAPH = re.compile(r"[^\n]++(?:\n(?![ \t]*+(?:\n|\Z))[^\n]++)*+")
"""Lines up to an empty one."""


def text_of(source: Source) -> str:
    """The text of a source whose bytes are text. Raises: EncodingError, FormatError."""
    text = decode(source.data, source.name) if source.text is None else source.text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n")


def read_text(source: Source) -> Document:
    """A plain text as a document. Raises: EncodingError, FormatError."""
    text = text_of(source)
    marks = Marks()
    for paragraph in PARAGRAPH.finditer(text):
        read_marks(text, paragraph.start(), paragraph.end(), marks)
    marks.sort()
    return Document(
        text,
        Unmarked(text, 0, len(text), marks.cuts).blocks(),
        links=tuple(marks.links),
        emphasis=tuple(marks.emphasis),
        strong=tuple(marks.strong),
        name=source.name,
        format="text",
        sha256=source.sha256,
    )
