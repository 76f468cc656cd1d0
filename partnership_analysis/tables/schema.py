"""The columns of each table, derived from the records' annotations: dtype, whether null is allowed, allowed values, meaning."""

import types
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from partnership_analysis.extraction.records import TABLES, Report

DTYPES: dict[Any, str] = {str: "string", int: "Int64", float: "Float64", bool: "boolean", date: "datetime64[s]"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. `dtype` is a pandas dtype; `category` has all `allowed` values, `object` holds tuples."""

    name: str
    dtype: str
    nullable: bool
    allowed: tuple[str, ...]
    description: str


@cache
def columns(record: type) -> tuple[Column, ...]:
    """The columns of a record's table, in the record's order. What a record keeps for later stages only is none."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(_column(f.name, hints[f.name]) for f in fields(record) if f.repr)


def table_columns(table: str) -> tuple[Column, ...]:
    """The columns of a table by its name (`report` is one row). Raises: KeyError: no such table."""
    return columns(Report if table == "report" else TABLES[table])


def _column(name: str, hint: Any) -> Column:
    description = ""
    if get_origin(hint) is Annotated:
        hint, description = get_args(hint)[:2]
    options = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    (kind,) = (option for option in options if option is not type(None))
    nullable = len(options) > 1
    if get_origin(kind) is Literal:
        return Column(name, "category", nullable, get_args(kind), description)
    return Column(name, DTYPES.get(kind, "object"), nullable, (), description)
