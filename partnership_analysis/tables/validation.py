"""Whether tables keep the contract: dtypes, nulls, allowed values, positions, ids. All faults at once."""

from itertools import chain

from partnership_analysis.errors import PartnershipError
from partnership_analysis.extraction.records import TABLES
from partnership_analysis.tables.model import Tables
from partnership_analysis.tables.schema import Column, table_columns

IDS = {
    "axes": "axis_id",
    "actions": "action_id",
    "people": "person_id",
    "organisations": "organisation_id",
    "indicators": "indicator_id",
    "instruments": "instrument_id",
    "publications": "publication_id",
}
"""Table to the column that tells its rows apart."""
REFERENCES = (
    ("actions", "axis_id", ("axes",)),
    ("memberships", "person_id", ("people",)),
    ("memberships", "organisation_id", ("organisations",)),
    ("participations", "action_id", ("actions",)),
    ("participations", "actor_id", ("people", "organisations")),
    ("indicators", "axis_id", ("axes",)),
    ("indicators", "action_id", ("actions",)),
    ("findings", "axis_id", ("axes",)),
)
"""Table and column whose values are ids of other tables."""


class TablesError(PartnershipError):
    """Tables that break the contract: a fault of the package, never of the report."""


def validate(tables: Tables) -> Tables:
    """The same tables, if they keep the contract.

    Checks, with pandera, dtypes, nulls and allowed values of every column; that `exact` is the text between `start` and `end`;
    that ids are unique and references exist. Raises: TablesError: names every table and column at fault.
    """
    faults = list(chain.from_iterable(_schema_faults(tables, table) for table in TABLES))
    faults += list(chain.from_iterable(_position_faults(tables, table) for table in TABLES))
    faults += _reference_faults(tables)
    if faults:
        raise TablesError(tables.document.name, "; ".join(faults[:10]), "report it with the file: this is a fault of the package")
    return tables


def _schema_faults(tables: Tables, table: str) -> list[str]:
    import pandera.errors
    import pandera.pandas as pa

    def rule(column: Column) -> pa.Column:
        checks = [pa.Check.isin(column.allowed)] if column.allowed else []
        unique = column.name == IDS.get(table)
        return pa.Column(
            None if column.dtype in ("category", "object") else column.dtype, checks, nullable=column.nullable, unique=unique, name=column.name
        )

    schema = pa.DataFrameSchema({column.name: rule(column) for column in table_columns(table)}, strict=True)
    try:
        schema.validate(tables.frame(table), lazy=True)
    except pandera.errors.SchemaErrors as error:
        return [f"{table}.{row.column}: {row.check} ({row.failure_case})" for row in error.failure_cases.itertuples()]
    return []


def _position_faults(tables: Tables, table: str) -> list[str]:
    text = tables.document.text
    rows = () if table == "findings" else getattr(tables.rows, table)
    faults = []
    for number, row in enumerate(rows):
        if hasattr(row, "exact") and not (0 <= row.start < row.end <= len(text) and text[row.start : row.end] == row.exact):
            faults.append(f"{table}[{number}]: exact is not the text from {row.start} to {row.end}")
    return faults


def _reference_faults(tables: Tables) -> list[str]:
    known = {table: {getattr(row, column) for row in getattr(tables.rows, table)} for table, column in IDS.items()}
    faults = []
    for table, column, targets in REFERENCES:
        rows = tables.found if table == "findings" else getattr(tables.rows, table)
        allowed = set().union(*(known[target] for target in targets))
        missing = sorted({value for row in rows if (value := getattr(row, column)) is not None and value not in allowed})
        faults += [f"{table}.{column}: no row has the id {value}" for value in missing]
    faults += [f"report.partners: no row has the id {value}" for value in tables.report.partners if value not in known["organisations"]]
    return faults
