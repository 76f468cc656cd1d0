"""The page in a real browser: nothing fetched, axe clean, whole at 320 pixels, on paper, in the dark and without scripts."""

import re
import subprocess
import time
from itertools import pairwise
from pathlib import Path

import pytest
from assessed import ENGLISH, FRENCH, REPORTS, SHORT, gold_page

from partnership_analysis.printing import print_page

USERS = "france-urbaine-rtes-2020-2023"
PAGES = [(FRENCH, "fr"), (ENGLISH, "en"), (SHORT, "en"), (USERS, "fr")]
LOOKS = [(FRENCH, "fr", 1280, True), (ENGLISH, "en", 1280, False), (USERS, "fr", 320, False), (SHORT, "fr", 1280, False), (SHORT, "en", 320, True)]
WIDTHS = (1280, 640, 320)
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
SLOW = {"color-contrast": {"enabled": False}}
"""Half a minute on a long page: measured for all of them by a test of our own, and by axe on the short report."""


@pytest.mark.parametrize(("report", "language"), PAGES)
def test_nothing_is_fetched_and_nothing_complained_about(visit, report, language):
    html = gold_page(report, language)
    shown = visit(html, unfolded=True)
    assert len(shown.requests) == 1 and shown.requests[0].startswith("file:")
    assert shown.complaints == []
    text = (REPORTS / report / ("report.md" if (REPORTS / report / "report.md").exists() else "report.txt")).read_text(encoding="utf-8")
    named = set(re.findall(r"https?://[^\s\"'<>)]+", html)) - {"http://www.w3.org/2000/svg"}
    assert all(address.rstrip(".,;") in text for address in named)
    assert not re.search(r"mathjax|require\.js|mermaid|cdnjs|unpkg", html, re.I)
    assert len(html.encode()) < 1_500_000


@pytest.mark.parametrize(("report", "language", "width", "dark"), LOOKS)
def test_axe_finds_no_violation(visit, report, language, width, dark):
    from axe_playwright_python.sync_playwright import Axe

    shown = visit(gold_page(report, language), width=width, dark=dark, unfolded=True)
    results = Axe().run(shown.page, options=RULES | ({} if report == SHORT else {"rules": SLOW}))
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize(("report", "language", "dark"), [(FRENCH, "fr", False), (FRENCH, "fr", True), (ENGLISH, "en", False)])
def test_no_text_is_under_4_5_to_1(visit, report, language, dark):
    """Over each text node, with the ground that is really painted behind it (axe leaves nested tints undecided)."""
    shown = visit(gold_page(report, language), dark=dark, unfolded=True)
    lowest, words = shown.page.evaluate(CONTRAST)
    assert lowest >= 4.5, words


CONTRAST = """() => {
  const channel = (c) => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const parse = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let worst = [99, ""];
  while (texts.nextNode()) {
    const node = texts.currentNode, holder = node.parentElement;
    if (!node.textContent.trim() || !holder.checkVisibility() || holder.closest("script, style, title, desc")) continue;
    const style = getComputedStyle(holder);
    const ink = light(parse(holder.closest("svg") ? style.fill : style.color)), paper = light(ground(holder));
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (ratio < worst[0]) worst = [ratio, node.textContent.trim().slice(0, 60)];
  }
  return worst;
}"""


@pytest.mark.parametrize(("report", "language"), PAGES)
def test_the_page_is_not_wider_than_the_window(visit, report, language):
    page = visit(gold_page(report, language), unfolded=True).page
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("report", "language"), PAGES)
def test_links_lead_somewhere_and_ids_are_single(visit, report, language):
    page = visit(gold_page(report, language)).page
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert sorted(ids) == sorted(set(ids))
    ends = page.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map(one => decodeURIComponent(one.getAttribute('href').slice(1)))")
    assert set(ends) - set(ids) == set()
    labels = page.evaluate("[...document.querySelectorAll('[aria-labelledby]')].flatMap(one => one.getAttribute('aria-labelledby').split(' '))")
    assert set(labels) - set(ids) == set()


@pytest.mark.parametrize(("report", "language"), PAGES)
def test_structure(visit, report, language):
    page = visit(gold_page(report, language)).page
    assert page.evaluate("document.documentElement.lang") == language
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(one => one.checkVisibility()).map(one => +one.tagName[1])")
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for one in ("header.top", "main", "footer", "nav"):
        assert page.locator(one).count() >= 1
    assert page.locator("main").count() == 1
    assert page.locator("main > section").count() == 12
    assert page.evaluate("[...document.querySelectorAll('table')].filter(one => !one.caption && !one.closest('.rapport')).length") == 0
    assert page.evaluate("[...document.querySelectorAll('th')].filter(one => !one.scope).length") == 0
    drawn = page.evaluate(
        "[...document.querySelectorAll('figure svg[role=img]')].map(one => [one.querySelector('title').textContent, one.querySelector('desc').textContent])"
    )
    assert all(len(title) > 10 and len(description) > 10 for title, description in drawn)
    assert "No description has been provided" not in page.content()
    texts = page.evaluate("[...document.querySelectorAll('figure svg text')].map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert all(size >= 12 for size in texts)


@pytest.mark.parametrize(("report", "language"), PAGES[:2])
def test_every_sentence_leads_to_its_words_and_back_without_scripts(visit, report, language):
    page = visit(gold_page(report, language), scripts=False).page
    mark = page.locator("#bref a.ev[href^='#w']").first
    sentence, words = mark.get_attribute("id"), mark.get_attribute("href")[1:]
    mark.press("Enter")
    assert page.url.endswith(f"#{words}")
    back = page.locator(f"#{words}")
    assert back.is_visible() and back.bounding_box()["height"] >= 24 and back.bounding_box()["width"] >= 24
    returns = page.locator(f"a.wn:has-text('↩')#{words}, #{words} ~ a.wn.m")
    assert f"#{sentence}" in [one.get_attribute("href") for one in returns.all()]
    back.press("Enter")
    assert page.url.endswith(back.get_attribute("href"))
    page.go_back()
    assert page.url.endswith(f"#{words}")


def test_numbers_run_down_the_report(visit):
    page = visit(gold_page(FRENCH)).page
    numbers = page.evaluate("[...document.querySelectorAll('.rapport a.wn[id]')].map(one => +one.id.slice(1))")
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 20


def test_the_legend_switches_kinds_without_scripts(visit):
    page = visit(gold_page(FRENCH), scripts=False).page
    first = page.locator(".rapport .kd").first
    marked = first.screenshot()
    page.locator("#skd").uncheck()
    assert first.screenshot() != marked
    page.locator("#skd").check()
    assert first.screenshot() == marked


def test_the_whole_report_is_there(visit):
    text = (REPORTS / FRENCH / "report.md").read_text(encoding="utf-8")
    shown = visit(gold_page(FRENCH), scripts=False).page.locator(".rapport").text_content()
    for words in re.findall(r"[^\W\d_]{6,}", re.sub(r"\]\([^)]*\)|^\[\d+\]:.*", "", text, flags=re.M)):
        assert words in shown


def test_tables_sort_and_filter_with_scripts_and_are_whole_without(visit):
    page = visit(gold_page(FRENCH)).page
    page.locator("#tableau-indicators summary").click()
    table = page.locator("#tableau-indicators table")
    values = "rows => rows.map(one => one.cells[1].dataset.k ?? null)"
    head = table.locator("thead th").nth(1)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    sorted_values = [float(one) for one in table.locator("tbody tr").evaluate_all(values) if one is not None]
    assert sorted_values == sorted(sorted_values)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    head.locator("button").click()
    assert head.get_attribute("aria-sort") is None
    whole = table.locator("tbody tr").count()
    page.locator("#tableau-indicators-filter").fill("LAUREAT")
    left = table.locator("tbody tr:visible").count()
    assert 0 < left < whole
    assert page.locator("#tableau-indicators [role=status]").text_content().startswith(str(left))
    bare = visit(gold_page(FRENCH), scripts=False).page
    assert bare.locator("#tableau-indicators tbody tr").count() == whole and bare.locator("th button").count() == 0


def test_the_keyboard_reaches_the_summary_first(visit):
    page = visit(gold_page(FRENCH)).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#bref")


def test_the_policy_allows_only_its_own_script(visit):
    html = gold_page(FRENCH).replace("</main>", "</main><script>document.title = 'taken'</script>")
    shown = visit(html)
    assert shown.page.title() != "taken"
    assert any("Content Security Policy" in one for one in shown.complaints)


@pytest.mark.parametrize(("report", "language"), PAGES[:2])
def test_on_paper(browser, tmp_path, report, language):
    """A4; no heading ends a page; the page's number at its foot."""
    pdfium = pytest.importorskip("pypdfium2")
    page, target = tmp_path / "page.html", tmp_path / "page.pdf"
    html = gold_page(report, language)
    page.write_text(html, encoding="utf-8")
    print_page(page, target)
    headings = {" ".join(re.sub(r"<[^>]+>", "", one).split()) for one in re.findall(r"<h[2-4][^>]*>(.*?)</h[2-4]>", html, flags=re.S)}
    pdf = pdfium.PdfDocument(target)
    assert 8 < len(pdf) < 45
    repeated, columns = 0, "Action Axe Nature" if language == "fr" else "Action Objective Kind"
    for number, sheet in enumerate(pdf, 1):
        assert [round(side) for side in sheet.get_size()] == [595, 842]
        lines = [" ".join(line.split()) for line in sheet.get_textpage().get_text_range().splitlines() if line.strip()]
        assert f"{number} / {len(pdf)}" in lines
        body = [line for line in lines if line != f"{number} / {len(pdf)}"]
        assert body and body[-1] not in headings
        repeated += any(line.startswith(columns) for line in body)
    assert repeated >= 2  # the header row of a long table comes back on each of its pages


def test_the_same_page_prints_to_the_same_file(browser, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(gold_page(SHORT), encoding="utf-8")
    for name in ("a.pdf", "b.pdf"):
        print_page(page, tmp_path / name)
        time.sleep(1.1)  # the moment of printing is given to the second
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_no_browser_is_said_in_one_line(tmp_path: Path, monkeypatch):
    from partnership_analysis.errors import OutputError

    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OutputError, match="no Chromium on this machine; install one"):
        print_page(tmp_path / "a.html", tmp_path / "a.pdf")


def test_a_browser_that_fails_is_said_in_one_line(tmp_path: Path, monkeypatch):
    from partnership_analysis.errors import OutputError

    fake = tmp_path / "chromium"
    fake.write_text("#!/bin/sh\nexit 3\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert subprocess.run([fake], check=False).returncode == 3
    with pytest.raises(OutputError, match="did not print the page"):
        print_page(tmp_path / "a.html", tmp_path / "a.pdf")
