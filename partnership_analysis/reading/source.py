"""Where a report comes from: a path, the text itself, or a file object, made into its bytes or its text.

A `Path` is a file. A `str` is a file where it names one or looks like a path (one line, with an extension that is read or
written like a path), else it is the text itself. Nothing is ever fetched.
"""

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO

from partnership_analysis.errors import EncodingError, SourceError

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is read."""

LONGEST_PATH = 1000
EXTENSION = re.compile(
    r"\.(?:txt|text|md|markdown|html?|xhtml|docx?|dotx|odt|ott|pdf|rtf|pages|csv|xlsx?|ods|pptx?|odp|epub|json|xml|png|jpe?g|zip)\Z", re.IGNORECASE
)
PATH_START = re.compile(r"(?:\.{0,2}[/\\]|~[/\\]|[A-Za-z]:[/\\]|\\\\)")
SURROGATE = re.compile("[\ud800-\udfff]")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://\S+\Z")


@dataclass(frozen=True, slots=True)
class Source:
    """A report before it is read: its name and its bytes, or its text where it was handed over as such."""

    name: str
    """The file's name without its folder, or `report`."""
    data: bytes
    """The file's bytes; of a text, its UTF-8 form."""
    text: str | None = None
    """The text itself where that was handed over."""

    @property
    def extension(self) -> str:
        """The name's extension in small letters, without its point."""
        return PurePath(self.name).suffix[1:].lower()

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def open_source(source: str | Path | IO[bytes] | IO[str]) -> Source:
    """The bytes or the text behind what a caller handed over.

    Raises: SourceError: nothing there, a folder, empty, too large, not a source at all; EncodingError: a file object opened
        as text whose bytes are not in the encoding it was opened with.
    """
    if isinstance(source, str):
        return _from_path(Path(source).expanduser()) if _is_path(source) else _from_text(source, "report")
    if isinstance(source, os.PathLike):
        return _from_path(Path(source))
    if hasattr(source, "read"):
        return _from_file(source)
    raise SourceError(type(source).__name__, "not a report", "give a path, the text itself or an open file")


def _is_path(source: str) -> bool:
    if len(source) >= LONGEST_PATH or not source.strip() or "\n" in source or "\r" in source or "\0" in source:
        return False
    if ADDRESS.match(source):
        raise SourceError(source[:80], "an address, and nothing is fetched", "download the report and give its path")
    if EXTENSION.search(source) or PATH_START.match(source):
        return True
    if any(mark in source for mark in "/\\") and not any(character.isspace() for character in source):
        return True
    try:
        return Path(source).exists()
    except OSError:
        return False


def _from_path(path: Path) -> Source:
    place = str(path)
    try:
        if path.is_dir():
            raise SourceError(place, "a folder", "give the path of one report")
        if not path.exists():
            raise SourceError(place, "no such file", "check the path")
        if not path.is_file():
            raise SourceError(place, "not a file", "give the path of one report")
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(place)
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            place, f"cannot be read ({(error.strerror or type(error).__name__).lower()})", "check the path and the rights to it"
        ) from error
    except ValueError as error:
        raise SourceError(ascii(place), "not a path", "check the path") from error
    return _checked(Source(path.name, data))


def _from_file(file: IO[bytes] | IO[str]) -> Source:
    given = getattr(file, "name", None)
    name = PurePath(given).name if isinstance(given, str) else "report"
    try:
        content: object = file.read(MAX_BYTES + 1)
    except UnicodeDecodeError as error:
        raise EncodingError(name, None) from error
    except (OSError, ValueError) as error:
        raise SourceError(name, "an open file that cannot be read", "open it for reading") from error
    if isinstance(content, str):
        return _from_text(content, name)
    if isinstance(content, bytes | bytearray | memoryview):
        return _checked(Source(name, bytes(content)))
    raise SourceError(name, "an open file that gives neither bytes nor text", "open it for reading")


def _from_text(text: str, name: str) -> Source:
    # Halves of a character (lone surrogates) cannot be written to any file: a pair becomes its character, a lone one U+FFFD.
    if not text.isascii() and SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _checked(Source(name, text.encode(), text))


def _checked(source: Source) -> Source:
    if len(source.data) > MAX_BYTES:
        raise _too_large(source.name)
    if not source.data.strip(b" \t\r\n\0\v\f"):
        raise SourceError(source.name, "empty", "give a report with text in it")
    return source


def _too_large(place: str) -> SourceError:
    return SourceError(place, f"larger than {MAX_BYTES // (1024 * 1024)} MB", "give the report itself, without its annexes or pictures")
