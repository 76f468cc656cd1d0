"""Records to pandas data frames."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

import pandas as pd

from partnership_analysis.extraction.records import TABLES


def to_frame(table: str, rows: Sequence[Any]) -> pd.DataFrame:
    """A table's rows as a data frame, columns in the record's order."""
    return pd.DataFrame([asdict(row) for row in rows], columns=[f.name for f in fields(TABLES[table])])
