"""From bytes to text: UTF-8, UTF-16 and UTF-32 with or without a mark, and Windows-1252; others are named, not guessed."""

import codecs
import re

from partnership_analysis.errors import EncodingError, FormatError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; the longer of two that begin alike comes first."""

CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
"""Bytes that no text holds but by accident."""

LEADING = b"\xc2\xc3\xe2"
"""First bytes of most characters above ASCII in Western UTF-8."""

MANY_CONTROLS = 0.1
SAMPLE = 65536
SMALL = frozenset("àâäæáãåçéèêëíîïìñóòôöõœøúùûüýÿß")
CAPITALS = frozenset("ÀÂÄÆÁÃÅÇÉÈÊËÍÎÏÌÑÓÒÔÖÕŒØÚÙÛÜÝŸ")
SIGNS = frozenset("«»‹›“”„‘’–—…€£°ºª·•§©®™½¼¾²³×¡¿\xa0\xad")
WESTERN = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "cp850"}
"""Single-byte encodings of French and English files: Windows' own, the Mac's, DOS's. Only the first is read."""

LIKELY = 0.8
MULTI_BYTE = re.compile(rb"[\xc3-\xef][\x80-\xbf]{1,2}")


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes, without its byte order mark; `name` stands in errors.

    Raises: EncodingError: another encoding, which is named; FormatError: no text at all.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    if wide := _wide(data):
        return _strict(data, wide, name)
    sample = data[:SAMPLE]
    if len(sample.translate(None, CONTROLS)) < (1 - MANY_CONTROLS) * len(sample):
        raise not_text(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.start >= len(data) - 3 and error.reason == "unexpected end of data"
        if cut and (not data[: error.start].isascii() or data[error.start] in LEADING):
            return data[: error.start].decode("utf-8")  # a file cut inside its last character
        if len(MULTI_BYTE.findall(data[:SAMPLE])) > 2 * _stray(data[:SAMPLE]):
            raise EncodingError(name, "UTF-8 with broken characters") from error
    return _single_byte(data, name)


def not_text(name: str) -> FormatError:
    """The error for a file that is no text and no format that is read."""
    return FormatError(name, "a binary file, not a report", "give a .txt, .md, .html, .docx, .odt or .pdf file")


def _strict(data: bytes, encoding: str, name: str) -> str:
    width = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}.get(encoding, 1)
    data = data[: len(data) - len(data) % width]  # a file cut inside its last character
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return data[: error.start].decode(encoding)
        raise EncodingError(name, f"{encoding[:6].rstrip('-').upper()} with broken characters") from error


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: nearly every second byte, or three of four, is zero."""
    sample = data[:4096]
    if len(sample) < 4 or sample.count(0) < len(sample) // 3:
        return None
    zeros = [sample[offset::4].count(0) / max(1, len(sample[offset::4])) for offset in range(4)]
    quiet = [share > 0.7 for share in zeros]
    return {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }.get((quiet[0], quiet[1], quiet[2], quiet[3]))


def _stray(data: bytes) -> int:
    """How many bytes above ASCII stand outside well-formed UTF-8."""
    return sum(0xDC80 <= ord(character) <= 0xDCFF for character in data.decode("utf-8", "surrogateescape"))


def _single_byte(data: bytes, name: str) -> str:
    """Windows-1252 where its accents fall as accents fall in words; else what it is instead is named.

    We judge these three ourselves: in a few words chardet takes Windows-1252 for Mac Cyrillic or Hebrew.
    """
    likelihoods = {encoding: _likelihood(data, encoding) for encoding in WESTERN}
    best = max(likelihoods, key=lambda encoding: likelihoods[encoding])
    if likelihoods[best] < LIKELY:
        raise _other(data, name)
    if best != "cp1252":
        raise EncodingError(name, WESTERN[best])
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise EncodingError(name, "Windows-1252 with broken characters") from error


def _likelihood(data: bytes, encoding: str) -> float:
    """The share of the characters above ASCII that stand where such letters and signs stand in Western words."""
    text = data[:SAMPLE].decode(encoding, "replace")
    seen = fitting = 0
    for position, character in enumerate(text):
        if character.isascii():
            continue
        seen += 1
        before, after = text[position - 1 : position] or " ", text[position + 1 : position + 2] or " "
        if character in SMALL:
            fitting += not (before in CAPITALS or after in CAPITALS or (before in SMALL and after in SMALL))
        elif character in CAPITALS:
            fitting += not (before.islower() or (before in CAPITALS and after in CAPITALS)) and (after.isalpha() or after in "'’ ")
        elif character in SIGNS:
            fitting += character in "’‘\xad·" or not (before.isalpha() and after.isalpha())
    return fitting / max(1, seen)


def _other(data: bytes, name: str) -> EncodingError | FormatError:
    import chardet

    found = chardet.detect(data[:SAMPLE]).get("encoding")
    return EncodingError(name, found) if found else not_text(name)
