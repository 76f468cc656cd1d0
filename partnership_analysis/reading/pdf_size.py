"""How large a PDF is once unpacked, looked at before PDFium unpacks it: a few kilobytes may hold gigabytes."""

import re
import zlib

from partnership_analysis.errors import FormatError

STREAM = re.compile(rb"stream\r?\n")
INSIDE = re.compile(rb"\([^()]*+\)|<[0-9A-Fa-f\s]*+>")
DICTIONARY = 600
"""Bytes before a stream in which its dictionary says what it is."""

SMALL = 4096
"""A stream of fewer bytes cannot unpack to more than a thousand times as many."""

MOST_DRAWING = 24 * 1024 * 1024
MOST_WORDS = 3 * 1024 * 1024
MOST_PICTURE = 400 * 1024 * 1024
PIECE = 1024 * 1024


def refuse_bombs(data: bytes, name: str) -> None:
    """Refuse a file in which one stream unpacks to more than a page can hold. Raises: FormatError."""
    end = -1
    for match in STREAM.finditer(data):
        start = match.end()
        if end < start:
            end = data.find(b"endstream", start)
            end = len(data) if end < 0 else end
        head = data[max(0, match.start() - DICTIONARY) : match.start()].rpartition(b"obj")[2]
        filters = head.count(b"FlateDecode") + len(re.findall(rb"/Fl\b", head))
        if not filters or (end - start < SMALL and filters < 2):
            continue
        picture = b"/Image" in head or b"/Length1" in head
        if _too_large(data[start:end], filters, picture=picture):
            raise FormatError(name, "a PDF too large once unpacked", "give the report itself, without its plans or pictures")


def _too_large(packed: bytes, filters: int, *, picture: bool) -> bool:
    most = MOST_PICTURE if picture else MOST_DRAWING
    for _ in range(min(filters, 3)):
        unpacker = zlib.decompressobj()
        pieces: list[bytes] = []
        size = 0
        rest = packed
        while rest and not unpacker.eof:
            try:
                piece = unpacker.decompress(rest, PIECE)
            except zlib.error:
                break  # encrypted or broken: PDFium's own limits hold
            rest = unpacker.unconsumed_tail
            size += len(piece)
            if size > most:
                return True
            if not picture or filters > 1:
                pieces.append(piece)
        packed = b"".join(pieces)
    return not picture and len(packed) > MOST_WORDS and sum(map(len, INSIDE.findall(packed))) > MOST_WORDS
