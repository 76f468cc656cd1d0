"""Which reader reads what: by what the bytes are, then by the file's name."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

from partnership_analysis.document.model import Document
from partnership_analysis.errors import FormatError, SourceError
from partnership_analysis.reading.archive import Archive
from partnership_analysis.reading.docx import read_docx
from partnership_analysis.reading.html import read_html
from partnership_analysis.reading.markdown import read_markdown
from partnership_analysis.reading.odt import read_odt
from partnership_analysis.reading.pdf import read_pdf
from partnership_analysis.reading.source import Source, open_source
from partnership_analysis.reading.text import read_text, text_of

Reader = Callable[[Source], Document]


def read_document(source: str | Path | IO[bytes] | IO[str]) -> Document:
    """A document from a path, a text or a file object.

    Raises: SourceError, FormatError, EncodingError.
    """
    opened = open_source(source)
    document = READERS[find_format(opened)](opened)
    if not document.text.strip():
        raise SourceError(opened.name, "empty", "give a report with text in it")
    return document


UNREAD = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file or an encrypted one", "save it as .docx without a password"),
    (b"{\\rtf", "an RTF file", "save it as .docx"),
    (b"\x89PNG", "a picture", "put it through OCR and give the text"),
    (b"\xff\xd8\xff", "a picture", "put it through OCR and give the text"),
    (b"GIF8", "a picture", "put it through OCR and give the text"),
    (b"II*\0", "a picture", "put it through OCR and give the text"),
    (b"MM\0*", "a picture", "put it through OCR and give the text"),
    (b"\x1f\x8b", "a compressed file", "unpack it"),
    (b"7z\xbc\xaf", "a compressed file", "unpack it"),
    (b"Rar!", "a compressed file", "unpack it"),
    (b"\x7fELF", "a program", "give a .txt, .md, .html, .docx, .odt or .pdf file"),
    (b"MZ\x90", "a program", "give a .txt, .md, .html, .docx, .odt or .pdf file"),
)
"""First bytes of files that are not read: what they are, and the way out."""

HTML_START = re.compile(rb"(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--.{0,2000}?-->\s*+)?<(?:!doctype\s++html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
MARKDOWN_SIGN = re.compile(r"^(?:#{1,6}[ \t]++\S|[ \t]{0,3}\|?[ \t]*+:?-{3,}+:?[ \t]*+\|)", re.MULTILINE)
"""A heading with `#`, or the rule under a table's first row: a text that holds one is read as Markdown, whatever its name."""


def find_format(source: Source) -> str:
    """The format of a source: a key of `READERS`. Raises: FormatError: a kind of file that is not read."""
    data = source.data
    if source.text is None:
        if b"%PDF-" in data[:1024]:
            return "pdf"
        if data.startswith(b"PK"):
            return _zipped(source)
        for start, problem, remedy in UNREAD:
            if data.startswith(start):
                raise FormatError(source.name, problem, remedy)
    extension = source.extension
    if extension in {"html", "htm", "xhtml"} or HTML_START.match(data[:8192].removeprefix(b"\xef\xbb\xbf").lstrip()):
        return "html"
    if extension in {"pdf", "docx", "odt"} and source.text is None:
        raise FormatError(source.name, f"not a {extension.upper()} file or a broken one", "save it again")
    return "markdown" if extension in {"md", "markdown"} or MARKDOWN_SIGN.search(text_of(source)) else "text"


def _zipped(source: Source) -> str:
    """The format of a compressed file, by what is in it."""
    archive = Archive(source.data, source.name)
    if archive.read("mimetype")[:80].startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if any(name.startswith("word/") for name in archive.members):
        return "docx"
    for start, problem in (("xl/", "a spreadsheet"), ("ppt/", "a presentation"), ("META-INF/container.xml", "an e-book")):
        if any(name.startswith(start) for name in archive.members):
            raise FormatError(source.name, problem, "give the report as .docx, .odt or .pdf")
    raise FormatError(source.name, "a compressed file", "unpack it and give the report in it")


READERS: Mapping[str, Reader] = {"text": read_text, "markdown": read_markdown, "html": read_html, "docx": read_docx, "odt": read_odt, "pdf": read_pdf}
"""One reader a format."""
