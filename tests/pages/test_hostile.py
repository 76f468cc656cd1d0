"""A report is untrusted: what stands in it is shown as the characters it is, in the browser and in the workbook."""

import io
import re
from dataclasses import replace

import pytest
from assessed import assessment, executed, page_of

from partnership_analysis.document.model import Document
from partnership_analysis.document.structure import build_blocks
from partnership_analysis.extraction.records import (
    Action,
    Axis,
    Hyperlink,
    Indicator,
    Organisation,
    Participation,
    Person,
    Place,
    Publication,
    Quotation,
    Report,
    Rows,
    TimeExpression,
)
from partnership_analysis.presentation.export import to_html
from partnership_analysis.presentation.figures.rendering import to_svg
from partnership_analysis.presentation.markup import live_address
from partnership_analysis.tables.model import Tables

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<a href=javascript:alert(1)>ici</a>",
    "<style>body{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=http://exemple.test'>",
    "<base href=http://exemple.test/>",
    "<form action=http://exemple.test><input name=q></form>",
    "<link rel=stylesheet href=http://exemple.test/x.css>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "<!DOCTYPE html><html><body onload=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "`onload=alert(1)`",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "&colon;&Tab;&NewLine;javascript",
    "{{ 7 * 7 }} {% raw %} {{ page }} {%- endraw %}",
    "{0} {count} {words} {title} %s %(x)s",
    "${alert(1)} #{7*7} <%= 7*7 %>",
    "$x^2$ et $\\frac{1}{2}$ à 5 $ la pièce",
    "\\input{/etc/passwd} \\write18{id}",
    "=HYPERLINK(\"http://exemple.test\";\"atelier\")",
    "@SUM(A1:A9)",
    "+33 1 22 33 44 55 rencontres",
    "-2+3+cmd|' /C calc'!A0",
    "\t=1+1",
    "A\x0bB\x16C\x00D\x7fE\x1fF",
    "droite \u202egauche\u202c \u2066isolé\u2069 fin",
    "e\u0301te\u0301 \u200bzéro\u200d largeur\ufeff",
    "😀 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 中文 العربية עברית",
    "../../../etc/passwd",
    "C:\\Windows\\system32\\cmd.exe",
    "mot" * 400,
    "a " * 2000,
]  # fmt: skip
ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)", "file:///etc/passwd", "//exemple.test/x", "http:", "https:///x", "ftp://exemple.test", "blob:x", "about:blank", "http://[::1", "#x", "",
]  # fmt: skip
LIVE = ["http://exemple.test/a?b=c&d=e", 'https://exemple.test/"onclick=alert(1)', "mailto:a@exemple.test"]


def hostile_tables(words: str) -> Tables:
    """A report in which everything is named by the same words."""
    text = f"Bilan\n\n{words}\n\nLe 3 mars 2022 à Lyon, 12 ateliers."
    start = text.index(words)
    end = start + len(words)
    at = {"start": start, "end": end, "exact": words}
    last = {"start": len(text) - 5, "end": len(text), "exact": text[-5:]}
    from datetime import date

    axes = (Axis(axis_id="x-1", number="1", title=words, kind="axis", heading_start=start, heading_end=end, **at),)
    actions = tuple(
        Action(
            action_id=f"a-{n}", axis_id="x-1", kind=kind, title=words, status="done", date_start=date(2022, n, 1), date_end=date(2022, n, 28),
            edtf=None, place=words, mode="joint", **at,
        )
        for n, kind in enumerate(("workshop", "meeting", "study", "visit"), 1)
    )  # fmt: skip
    indicators = tuple(
        Indicator(
            indicator_id=f"i-{n}", axis_id="x-1", action_id=f"a-{n}", value=n, value_max=None, unit=words, qualifier="exact", kind="outcome",
            baseline=1.0, target=5.0, label=words, **at,
        )
        for n in range(1, 5)
    )  # fmt: skip
    report = Report(
        report_id="r", title=words, language="fr", partners=("o-1",), period_start=date(2022, 1, 1), period_end=date(2022, 12, 31), signed_on=None,
        reported_on=None, sha256="", characters=len(text),
    )  # fmt: skip
    rows = Rows(
        report=report,
        axes=axes,
        actions=actions,
        people=(Person(person_id="p-1", name=words, other_names=(words,), **at),),
        organisations=(Organisation(organisation_id="o-1", name=words, acronym=words, other_names=(words,), kind="network", **at),),
        participations=tuple(Participation(action_id=f"a-{n}", actor_id=actor, role="organiser") for n in range(1, 5) for actor in ("p-1", "o-1")),
        indicators=indicators,
        dates=(TimeExpression(date_start=None, date_end=None, edtf=None, precision="day", **last),),
        places=(Place(name=words, country="FR", latitude=None, longitude=None, **at),),
        publications=(Publication(publication_id="u-1", title=words, kind="guide", url=words, year=2022, **at),),
        quotations=(Quotation(text=words, people=("p-1",), speaker=words, **at),),
        links=(Hyperlink(text=words, url=words, **at),),
    )
    return Tables(Document(text, build_blocks(text), name=words[:40]), rows)


def seen(text: str) -> str:
    """The letters and digits of a text, as a reader sees them."""
    return "".join(re.findall(r"[^\W_]", text))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_browser_shows_the_characters_and_nothing_else_happens(visit, words):
    html = page_of(hostile_tables(words))
    shown = visit(html, unfolded=True)
    page = shown.page
    assert shown.complaints == [] and len(shown.requests) == 1
    expected = page.evaluate(
        "[document.scripts.length, document.querySelectorAll('iframe,form,base,link,object,embed,style:not(head style),img').length,"
        " [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(x => x.name.startsWith('on'))).length]"
    )
    assert expected == [1, 0, 0]
    links = page.evaluate("[...document.querySelectorAll('a')].map(one => one.getAttribute('href')).filter(one => !one.startsWith('#'))")
    assert links == [] and page.locator("main > section").count() == 12
    assert seen(words) in seen(page.locator(".rapport").text_content())
    assert seen(" ".join(words.split())) in seen(page.locator("h1").text_content()) or "\x0b" in words


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_workbook_holds_text_only(tmp_path, words):
    openpyxl = pytest.importorskip("openpyxl")
    from partnership_analysis.tables.files import write_tables

    write_tables(hostile_tables(words), tmp_path)
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (sheet.title, cell.coordinate, cell.value)
                target = cell.hyperlink.target if cell.hyperlink else None
                assert target is None or re.match(r"(https?|mailto):", target)
    for path in tmp_path.glob("*.csv"):
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            assert not re.match(r'"?[=@]', line)
    assert {path.parent for path in tmp_path.rglob("*")} == {tmp_path}


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_figures_are_well_formed(words):
    from xml.etree import ElementTree

    figures = assessment(hostile_tables(words))._page.content.figures
    assert "calendrier" in figures
    for figure in figures.values():
        for drawing in (figure.content.wide, figure.content.narrow):
            root = ElementTree.fromstring(to_svg(drawing))
            assert {one.tag.rpartition("}")[2] for one in root.iter()} <= {"svg", "rect", "path", "text"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_stay_text(address):
    assert live_address(address) is None


@pytest.mark.parametrize("address", LIVE)
def test_addresses_that_are_live(visit, address):
    assert live_address(address) == address
    tables = hostile_tables("un lien")
    links = tuple(replace(link, url=address) for link in tables.rows.links)
    page = visit(page_of(Tables(tables.document, replace(tables.rows, links=links)))).page
    found = page.locator("#tableau-links a[rel]").all()
    assert [one.get_attribute("href") for one in found] == [address]


@pytest.mark.parametrize("words", HOSTILE[:14], ids=range(14))
def test_a_file_name_cannot_leave_the_output_folder(words):
    from partnership_analysis.extraction.identity import slug

    assert re.fullmatch(r"[a-z0-9-]+", slug(words + "/../../x"))


def test_the_notebook_cannot_bring_html_of_its_own_into_the_page():
    """Only outputs that say which part of the page they are go into it."""
    from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

    notebook = executed(assessment(hostile_tables("bilan")))
    notebook.cells.append(new_code_cell("x", outputs=[new_output("display_data", data={"text/html": "<b>intrus</b>", "text/plain": "intrus"})]))
    notebook.cells.append(new_code_cell("x", outputs=[new_output("stream", name="stderr", text="intrus")]))
    notebook.cells.append(new_markdown_cell("intrus"))
    assert "intrus" not in to_html(notebook)


def test_png_of_hostile_labels():
    from partnership_analysis.presentation.figures.rendering import to_png

    figures = assessment(hostile_tables("A\x0bB $x$ 中文 <b>"))._page.content.figures
    assert io.BytesIO(to_png(figures["calendrier"].content.wide)).read(8) == b"\x89PNG\r\n\x1a\n"
