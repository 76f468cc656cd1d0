"""The same report in six formats gives the same blocks and the same tables, but for positions."""

import dataclasses
from functools import cache
from io import BytesIO

import pytest
from reading.builders import WRITERS

from partnership_analysis.document.model import Document
from partnership_analysis.document.view import View
from partnership_analysis.extraction.records import TABLES, Rows
from partnership_analysis.parsing import parse
from partnership_analysis.reading.formats import read_document

PLACES = ("start", "end", "exact", "evidence", "heading_start", "heading_end", "mentions", "rule")


def read(form: str) -> Document:
    data = BytesIO(WRITERS[form]())
    data.name = f"bilan.{form}"
    return read_document(data)


def words(document: Document) -> list[tuple[str, int, object, str]]:
    return [
        (block.kind, block.level if block.kind == "list_item" else 0, (block.table, block.row, block.column), View(document.text, block.spans).text)
        for block in document.blocks
        if block.kind != "furniture"
    ]


@pytest.mark.parametrize("form", ["txt", "html", "docx", "odt", "pdf"])
def test_blocks(form: str) -> None:
    assert words(read(form)) == words(read("md"))


@pytest.mark.parametrize("form", ["html", "docx", "odt", "pdf"])
def test_heading_levels(form: str) -> None:
    assert [block.level for block in read(form).blocks if block.kind == "heading"] == [1, 2, 2, 2]


@pytest.mark.parametrize("form", WRITERS)
def test_links_and_emphasis(form: str) -> None:
    document = read(form)
    assert [(document.text[link.words.start : link.words.end], link.url) for link in document.links] == [
        ("lire le guide", "https://www.montclar.example/guide.pdf")
    ]
    if form != "txt":
        assert [document.text[span.start : span.end] for span in document.emphasis] == [
            "Réparer près de chez soi",
            "15 novembre 2021",
            "Février 2023",
        ]
        assert [document.text[span.start : span.end] for span in document.strong] == ["15 novembre 2021", "Février 2023"]


@cache
def tables(form: str) -> Rows:
    data = BytesIO(WRITERS[form]())
    data.name = f"bilan.{form}"
    return parse(data).rows


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("table", [name for name in TABLES if name != "findings"])
def test_tables(form: str, table: str) -> None:
    def rows(of: str) -> list[dict[str, object]]:
        return [{key: value for key, value in dataclasses.asdict(row).items() if key not in PLACES} for row in getattr(tables(of), table)]

    assert rows(form) == rows("md")
