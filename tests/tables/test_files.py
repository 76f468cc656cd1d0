"""Tables to files: the contract's JSON, Parquet with dtypes, a workbook and CSV in which text stays text."""

import csv
import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hand_made import tables_with

from partnership_analysis.document.model import Document
from partnership_analysis.extraction.records import TABLES, Rows
from partnership_analysis.tables.files import write_tables
from partnership_analysis.tables.model import Tables
from partnership_analysis.tables.schema import table_columns

FORMULAS = ['=HYPERLINK("http://exemple.test";"atelier")', "@SUM(A1:A9)", "+33 1 rencontres", "-2+3", "\t=1+1", "\r=1", "=cmd|' /C calc'!A0"]


def test_every_table_is_written_in_every_form(tmp_path: Path) -> None:
    write_tables(tables_with("un atelier"), tmp_path)
    expected = {f"{table}.{form}" for table in TABLES for form in ("json", "csv", "parquet")} | {"report.json", "text.txt", "tables.xlsx"}
    assert {path.name for path in tmp_path.iterdir()} == expected


def test_json_is_the_contract(tmp_path: Path) -> None:
    write_tables(tables_with("un atelier"), tmp_path)
    (action,) = json.loads((tmp_path / "actions.json").read_text(encoding="utf-8"))
    assert action["date_start"] == "2021-05-20" and action["place"] is None and action["exact"] == "un atelier"
    (axis,) = json.loads((tmp_path / "axes.json").read_text(encoding="utf-8"))
    assert axis["number"] == 1
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["partners"] == ["o-a"]


def test_frames_have_proper_dtypes(tmp_path: Path) -> None:
    tables = tables_with("un atelier")
    dtypes = tables.actions.dtypes.astype(str)
    assert dtypes[["kind", "date_start", "start", "title"]].tolist() == ["category", "datetime64[s]", "Int64", "string"]
    assert list(tables.actions["kind"].cat.categories)[:2] == ["signing", "study"]
    write_tables(tables, tmp_path)
    read = pd.read_parquet(tmp_path / "actions.parquet")
    assert read["date_start"].iloc[0] == pd.Timestamp("2021-05-20") and read["title"].iloc[0] == "un atelier"


@pytest.mark.parametrize("table", list(TABLES))
def test_an_empty_table_keeps_its_columns(table: str) -> None:
    frame = Tables(Document("x", ()), Rows(report=tables_with("x").report)).frame(table)
    assert len(frame) == 0 and list(frame.columns) == [column.name for column in table_columns(table)]


@pytest.mark.parametrize("words", FORMULAS)
def test_text_is_never_a_formula(words: str, tmp_path: Path) -> None:
    write_tables(tables_with(words), tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "tables.xlsx")["actions"]
    cell = sheet.cell(2, [c.value for c in sheet[1]].index("title") + 1)
    assert cell.data_type == "s" and str(cell.value).replace("_x000D_", "\r") == words
    assert not any(c.data_type == "f" for one in openpyxl.load_workbook(tmp_path / "tables.xlsx") for row in one for c in row)
    with (tmp_path / "actions.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == f"'{words}"
    assert json.loads((tmp_path / "actions.json").read_text(encoding="utf-8"))[0]["title"] == words
    assert pd.read_parquet(tmp_path / "actions.parquet")["title"].iloc[0] == words


@pytest.mark.parametrize(
    ("url", "live"),
    [
        ("https://exemple.test/a b", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("=1+1", False),
        ("https://e.test/" + "a" * 3000, False),
    ],
)
def test_only_web_addresses_are_live(url: str, live: bool, tmp_path: Path) -> None:
    write_tables(tables_with("mots", url), tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "tables.xlsx")["links"]
    cell = sheet.cell(2, [c.value for c in sheet[1]].index("url") + 1)
    assert (cell.hyperlink is not None) is live and cell.data_type == "s"


def test_control_characters_and_long_texts_do_not_stop_the_workbook(tmp_path: Path) -> None:
    words = "Un atelier\x0ba réuni 40\x16 000 élus\x00 à Lyon. " + "mot " * 10_000
    write_tables(tables_with(words), tmp_path)
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    assert len(str(book["actions"].cell(2, 4).value)) >= 32_000
    cover = " ".join(str(c.value) for row in book["report"] for c in row if c.value)
    assert "actions.title, row 2" in cover and "whole in the JSON files" in cover
    assert json.loads((tmp_path / "actions.json").read_text(encoding="utf-8"))[0]["exact"] == words


def test_the_workbook_reads_well(tmp_path: Path) -> None:
    write_tables(tables_with("un atelier"), tmp_path)
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    assert book.sheetnames == ["report", *TABLES]
    sheet = book["actions"]
    names = [c.value for c in sheet[1]]
    assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref is not None
    day = sheet.cell(2, names.index("date_start") + 1)
    assert day.value == datetime(2021, 5, 20) and day.number_format == "yyyy-mm-dd"
    joined = book["participations"]
    assert [c.value for c in joined[2]][-2:] == ["un atelier", "un atelier"]


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        write_tables(tables_with("un atelier"), tmp_path / folder)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name
