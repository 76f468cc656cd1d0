"""A gold file as tables: what perfect extraction would give, for tests of what comes after it."""

import json
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any

from partnership_analysis.extraction.records import TABLES, Finding, Indicator, Report, Rows
from partnership_analysis.reading.formats import read_document
from partnership_analysis.tables.model import Tables

DATES = {"date_start", "date_end", "period_start", "period_end", "signed_on", "reported_on", "reported_from", "target_date"}
TUPLES = {"other_names", "partners", "people", "evidence"}


def _record(kind: type, row: dict[str, Any], text: str) -> Any:
    values: dict[str, Any] = {}
    for column in fields(kind):
        value = row.get(column.name)
        if column.name in DATES and value:
            value = date.fromisoformat(value)
        elif column.name in TUPLES:
            value = tuple(tuple(v) if isinstance(v, list) else v for v in value or ())
        elif column.name == "exact" and value is None:
            value = text[row["start"] : row["end"]]
        elif column.name == "number" and value is not None:
            value = str(value)
        elif column.name == "heading_start":
            value = row["start"]
        elif column.name == "heading_end":
            value = row["start"] + len(text[row["start"] : row["end"]].split("\n", 1)[0])
        elif value is None and column.default is not MISSING:
            value = column.default
        elif value is None and column.name == "kind":
            value = "output" if kind is Indicator else "other"
        elif value is None and column.name == "role":
            value = "partner"
        elif value is None and column.name == "qualifier":
            value = "exact"
        elif value is None and column.name == "former":
            value = False
        values[column.name] = value
    return kind(**values)


def gold_tables(folder: Path) -> Tables:
    """The gold tables of a report folder (`report.txt` or `report.md`, `gold.json`), with its findings."""
    path = next(p for p in (folder / "report.txt", folder / "report.md") if p.exists())
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    rows = {name: tuple(_record(kind, row, text) for row in gold.get(name, [])) for name, kind in TABLES.items() if name != "findings"}
    head = _record(Report, {"report_id": folder.name, "sha256": "", "characters": len(text)} | gold["report"], text)
    findings = tuple(_record(Finding, {"message": row.get("about", ""), "axis_id": None} | row, text) for row in gold.get("findings", []))
    return Tables(read_document(path), Rows(report=head, **rows), findings)
