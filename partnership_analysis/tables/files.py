"""Tables to files: JSON as the contract has it, CSV, Parquet, and the text they point into.

In CSV a text cell that a spreadsheet would take for a formula (it starts with `=`, `+`, `-`, `@`, a tab or a carriage return)
gets an apostrophe before it, lists are joined by ` | `, and the file starts with a byte order mark so that spreadsheets read it
as UTF-8. JSON and Parquet hold the values unchanged.
"""

import csv
import json
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from partnership_analysis.extraction.records import TABLES
from partnership_analysis.tables.model import Tables
from partnership_analysis.tables.schema import table_columns

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def write_tables(tables: Tables, folder: Path) -> tuple[Path, ...]:
    """Write every table as JSON, CSV and Parquet, `report.json`, `text.txt` and `tables.xlsx` into an existing folder.

    Returns: the paths written, in the order of writing.
    """
    from partnership_analysis.tables.workbook import write_workbook

    paths = [folder / "text.txt", folder / "report.json"]
    # Lone surrogates cannot be written as UTF-8; reading never lets one through.
    paths[0].write_text(tables.document.text, encoding="utf-8", newline="")
    _write_json(_plain(tables.report), paths[1])
    for table in TABLES:
        rows = tables.found if table == "findings" else getattr(tables.rows, table)
        records = [_plain(row) for row in rows]
        paths += [folder / f"{table}.json", folder / f"{table}.csv", folder / f"{table}.parquet"]
        _write_json(records, paths[-3])
        _write_csv(table, records, paths[-2])
        tables.frame(table).to_parquet(paths[-1], index=False)
    paths.append(write_workbook(tables, folder / "tables.xlsx"))
    return tuple(paths)


def table_records(tables: Tables, table: str) -> list[dict[str, Any]]:
    """The rows of a table as JSON values: dates as ISO strings, tuples as lists."""
    return [_plain(row) for row in (tables.found if table == "findings" else getattr(tables.rows, table))]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        row = {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.repr}
        if str(row.get("number") or "").isdecimal():
            row["number"] = int(row["number"])  # contract: an axis's number is an integer where it is one
        return row
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _write_json(content: Any, path: Path) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _write_csv(table: str, records: list[dict[str, Any]], path: Path) -> None:
    names = [column.name for column in table_columns(table)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([_cell(record[name]) for name in names] for record in records)


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = " | ".join("-".join(map(str, item)) if isinstance(item, list) else str(item) for item in value)
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        return f"'{value}"
    return value
