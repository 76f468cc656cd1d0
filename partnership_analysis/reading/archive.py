"""Compressed files (DOCX, ODT) that may be hostile: members read one by one, within limits, XML without entities."""

import io
import zipfile
import zlib
from typing import Any

from partnership_analysis.errors import FormatError

MOST_MEMBERS = 5000
MAX_UNPACKED = 512 * 1024 * 1024
MAX_XML = 24 * 1024 * 1024
"""The largest part with words in it: some 2,000 pages."""

MAX_RATIO = 300
SMALL = 1024 * 1024
"""Up to this size a part may be compressed as much as it likes."""

DEEPEST = 80
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""Two names for one thing: ISO's and that of nearly every file."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError)
"""What `zipfile` raises for a file that is damaged, encrypted or compressed in a way it doesn't know."""


class Archive:
    """A compressed file, opened from its bytes."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises: FormatError: broken, encrypted, or so large once unpacked that it can only be hostile."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except BROKEN as error:
            raise self.broken() from error
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
            raise self._bomb()
        for member in members:
            if member.flag_bits & 1:
                raise FormatError(name, "encrypted", "save it without a password")
            if member.file_size > SMALL and member.file_size > MAX_RATIO * max(1, member.compress_size):
                raise self._bomb()
        self.members = {member.filename: member for member in members}

    def broken(self) -> FormatError:
        """The error for a file that cannot be unpacked or makes no sense."""
        return FormatError(self.name, "a broken file", "open it in its word processor and save it again")

    def _bomb(self) -> FormatError:
        return FormatError(self.name, "too large once unpacked", "give the report itself, without its annexes or pictures")

    def read(self, member: str) -> bytes:
        """The bytes of a part that holds words; none where there is no such part. Raises: FormatError."""
        found = self.members.get(member)
        if found is None:
            return b""
        if found.file_size > MAX_XML:
            raise self._bomb()
        try:
            with self._zip.open(found) as file:
                return file.read(MAX_XML)
        except BROKEN as error:
            raise self.broken() from error

    def xml(self, member: str) -> Any:
        """The root of an XML part (an lxml element), None where there is no such part.

        No entity is resolved, nothing is fetched. Raises: FormatError: not well-formed, with entities, or nested too deep.
        """
        data = self.read(member).replace(STRICT, TRANSITIONAL)
        return parse_xml(data, self.name) if data else None


def parse_xml(data: bytes, name: str) -> Any:
    """The root of an XML document (an lxml element), without comments. Raises: FormatError."""
    from lxml import etree

    # Neither DOCX nor ODT has a document type; one is only there to define entities. Zero bytes are those of UTF-16.
    if b"<!DOCTYPE" in data[:65536].replace(b"\0", b"") or b"<!ENTITY" in data.replace(b"\0", b""):
        raise FormatError(name, "its XML defines entities, as no word processor does", "open it in its word processor and save it again")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(name, "a broken file", "open it in its word processor and save it again") from error
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise FormatError(name, "nested too deep to be a report", "save the report's text as .txt")
    return root
