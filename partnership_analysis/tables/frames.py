"""Records to pandas data frames, with the dtypes of the schema."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from partnership_analysis.tables.schema import Column, table_columns


def to_frame(table: str, rows: Sequence[Any]) -> pd.DataFrame:
    """A table's rows as a data frame: string, Int64, Float64, boolean, datetime64[s], category; tuples as objects.

    Columns: `schema.table_columns(table)`, in that order; one row a record, in the order given.
    """
    return pd.DataFrame({column.name: _series(column, [getattr(row, column.name) for row in rows]) for column in table_columns(table)})


def _series(column: Column, values: list[Any]) -> Any:
    if column.dtype == "category":
        return pd.Categorical(values, categories=list(column.allowed))
    if column.dtype == "object":
        return pd.Series(values, dtype=object)
    return pd.Series(values, dtype=column.dtype)
