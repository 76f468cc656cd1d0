"""A page to PDF, through the Chromium that this machine has."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from partnership_analysis.errors import OutputError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
PRINTED_ON = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
NO_DAY = b"20000101000000"
"""In the place of the moment of printing: the same page makes the same file, as the workbook does."""
LONGEST = 120
"""Seconds a print may take."""
QUIET = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--no-pdf-header-footer",
)


def find_browser() -> Path | None:
    """The first Chromium on the path; None where there is none."""
    return next((Path(found) for name in BROWSERS if (found := shutil.which(name))), None)


def print_page(page: Path, target: Path) -> None:
    """Print an HTML page to a PDF file.

    The moment of printing is left out of it, so that the same page makes the same file.
    Raises: OutputError: there is no Chromium on this machine, or it does not print.
    """
    browser = find_browser()
    if browser is None:
        raise OutputError("--pdf", "no Chromium on this machine", "install one (apt-get install chromium) or print the page from a browser")
    with tempfile.TemporaryDirectory(prefix="pa-", ignore_cleanup_errors=True) as profile:
        sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        command = [str(browser), *QUIET, *sandbox, f"--user-data-dir={profile}", f"--print-to-pdf={target.resolve()}", page.resolve().as_uri()]
        try:
            subprocess.run(command, check=True, timeout=LONGEST, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except (OSError, subprocess.SubprocessError) as error:
            raise OutputError("--pdf", f"{browser.name} did not print the page ({type(error).__name__})", "print it from a browser") from error
    if not target.is_file():
        raise OutputError("--pdf", f"{browser.name} printed nothing", "print the page from a browser")
    target.write_bytes(PRINTED_ON.sub(rb"\g<1>" + NO_DAY, target.read_bytes()))
