"""Which reader reads what."""

import hashlib
from pathlib import Path
from typing import IO

from partnership_analysis.document.model import Document
from partnership_analysis.document.structure import build_blocks


def read_document(source: str | Path | IO[bytes] | IO[str]) -> Document:
    """A document from a path, a text or a file object."""
    data = Path(str(source)).read_bytes()
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    return Document(text, build_blocks(text), name=Path(str(source)).name, sha256=hashlib.sha256(data).hexdigest())
