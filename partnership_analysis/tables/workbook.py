"""One workbook of all tables: a cover, then a sheet a table with filters, a frozen header, dates as dates, links to click.

Every text is written as text: nothing in a report becomes a formula or a link by itself. A cell holds 32,767 characters at most;
a longer text is cut there and the cover says so.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from partnership_analysis.extraction.records import TABLES, Organisation, Person
from partnership_analysis.tables.model import Tables
from partnership_analysis.tables.schema import Column, table_columns

LONGEST_CELL = 32_767
LONGEST_LINK = 2_079
"""What a spreadsheet takes: a longer address is written as text."""
WIDTHS = {"exact": 60, "title": 50, "text": 60, "name": 36, "message": 80, "role": 36, "other_names": 36, "url": 40}
WEB = ("http://", "https://")


def write_workbook(tables: Tables, path: Path) -> Path:
    """Write the workbook. Returns: its path."""
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True}
    with xlsxwriter.Workbook(str(path), options) as book:
        # A fixed date of creation keeps the bytes the same on every run.
        book.set_properties({"title": _short(tables.report.title or tables.document.name), "created": datetime(2000, 1, 1)})
        formats = {
            "header": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#f4f6f8"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "number": book.add_format({"valign": "top"}),
            "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
            "title": book.add_format({"bold": True, "font_size": 14, "text_wrap": True}),
        }
        cover = book.add_worksheet("report")
        cut = [f"{table}.{column}, row {row}" for table in TABLES for column, row in _write_sheet(book, tables, table, formats)]
        _write_cover(cover, tables, formats, cut)
    return path


def _write_cover(sheet: Any, tables: Tables, formats: dict[str, Any], cut: list[str]) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, _short(tables.report.title or tables.document.name), formats["title"])
    names = {organisation.organisation_id: organisation.name for organisation in tables.rows.organisations}
    row = 2
    for column in table_columns("report"):
        value = getattr(tables.report, column.name)
        if column.name == "partners":
            value = tuple(names.get(partner, partner) for partner in value)
        sheet.write_string(row, 0, column.name, formats["header"])
        _write_cell(sheet, row, 1, column, value, formats)
        sheet.write_comment(row, 0, column.description)
        row += 1
    row += 1
    for table in TABLES:
        rows = len(tables.found if table == "findings" else getattr(tables.rows, table))
        sheet.write_url(row, 0, f"internal:'{table}'!A1", formats["text"], table)
        sheet.write_string(row, 1, f"{rows} rows. {(TABLES[table].__doc__ or '').strip()}", formats["text"])
        row += 1
    if cut:
        sheet.write_string(row + 1, 0, "cut", formats["header"])
        sheet.write_string(
            row + 1,
            1,
            f"Longer than a cell holds ({LONGEST_CELL} characters), whole in the JSON files: {', '.join(cut)}"[:LONGEST_CELL],
            formats["text"],
        )


def _write_sheet(book: Any, tables: Tables, table: str, formats: dict[str, Any]) -> list[tuple[str, int]]:
    """Write one table. Returns: column and row of each cell that was cut."""
    sheet = book.add_worksheet(table)
    rows = tables.found if table == "findings" else getattr(tables.rows, table)
    readable = _readable(tables) if table in ("participations", "memberships") else {}
    names = table_columns(table)
    shown = [
        *((column, "") for column in names),
        *((column, f"{column.name.removesuffix('_id')}_name") for column in names if column.name in readable),
    ]
    cut = []
    for index, (column, extra) in enumerate(shown):
        sheet.write_string(0, index, extra or column.name, formats["header"])
        sheet.write_comment(0, index, f"{column.description} ({', '.join(column.allowed) or column.dtype})")
        width = WIDTHS.get(column.name, 36 if extra else 12 if column.dtype in ("Int64", "Float64", "boolean") else 18)
        sheet.set_column(index, index, width)
        for number, record in enumerate(rows, start=1):
            value = getattr(record, column.name)
            if extra:
                value = readable[column.name].get(value)
            if _write_cell(sheet, number, index, column, value, formats):
                cut.append((extra or column.name, number + 1))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(rows)), len(shown) - 1)
    return cut


def _readable(tables: Tables) -> dict[str, dict[str, str]]:
    """For columns of ids, the names a reader knows: a workbook is read without a join."""
    actors: tuple[Person | Organisation, ...] = (*tables.rows.people, *tables.rows.organisations)
    names = {row.person_id if isinstance(row, Person) else row.organisation_id: row.name for row in actors}
    return {"actor_id": names, "person_id": names, "organisation_id": names, "action_id": {row.action_id: row.title for row in tables.rows.actions}}


def _write_cell(sheet: Any, row: int, index: int, column: Column, value: Any, formats: dict[str, Any]) -> bool:
    """Write one value. Returns: whether it was cut."""
    if value is None:
        return False
    if isinstance(value, bool):
        sheet.write_boolean(row, index, value, formats["number"])
    elif isinstance(value, int | float):
        sheet.write_number(row, index, value, formats["number"])
    elif isinstance(value, date):
        sheet.write_datetime(row, index, value, formats["date"])
    else:
        text = (
            " | ".join("-".join(map(str, item)) if isinstance(item, tuple) else str(item) for item in value)
            if isinstance(value, tuple)
            else str(value)
        )
        if column.name == "url" and text.lower().startswith(WEB) and len(text) <= LONGEST_LINK:
            sheet.write_url(row, index, text, string=text[:255])
        else:
            sheet.write_string(row, index, text[:LONGEST_CELL], formats["text"])
        return len(text) > LONGEST_CELL
    return False


def _short(title: str) -> str:
    return " ".join(title.split())[:200]
