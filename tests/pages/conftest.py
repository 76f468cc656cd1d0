"""A real Chromium for the page, where the machine has one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from partnership_analysis.printing import find_browser

pytest.importorskip("playwright.sync_api", reason="playwright is missing: browser tests are skipped")
from playwright.sync_api import Browser, Page, sync_playwright

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Visit:
    """A page in a window, with what it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self._alarm(dialog))

    def _alarm(self, dialog: object) -> None:
        self.complaints.append("a dialog opened")
        dialog.dismiss()  # type: ignore[attr-defined]


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = find_browser()
    if found is None:
        pytest.skip("no chromium on this machine (apt-get install chromium): browser tests are skipped")
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=str(found), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """`visit(html, width=…, dark=…, scripts=…)`: the page in a new window."""
    contexts = []

    def opened(html: str, *, width: int = 1280, dark: bool = False, scripts: bool = True, unfolded: bool = False) -> Visit:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", java_script_enabled=scripts, reduced_motion="reduce"
        )
        contexts.append(context)
        visit = Visit(context.new_page())
        visit.page.goto(path.as_uri())
        if unfolded:
            visit.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        return visit

    yield opened
    for context in contexts:
        context.close()
