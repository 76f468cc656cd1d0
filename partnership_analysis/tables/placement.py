"""Outputs appear whole or not at all: they are made in a folder beside their place and moved there at the end."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from partnership_analysis.errors import OutputError


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A new empty folder beside `target`; it is gone afterwards, whatever happened.

    Raises: OutputError: the folder that holds `target` cannot be made or written to.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise OutputError(str(target), f"cannot be written ({error.strerror})", "choose another folder with --output") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def move_files(source: Path, target: Path) -> None:
    """Move the files of a folder into another, which keeps what else it holds; each file is replaced as a whole.

    Raises: OutputError: `target` is a file or cannot be written to.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        for path in sorted(source.iterdir()):
            path.replace(target / path.name)
    except OSError as error:
        raise OutputError(str(target), f"cannot be written ({error.strerror})", "choose another folder with --output") from error
