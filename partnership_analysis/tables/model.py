"""The tables of one report: rows as records, and the same as pandas data frames."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from partnership_analysis.document.model import Document
from partnership_analysis.extraction.records import Finding, Report, Rows
from partnership_analysis.tables.frames import to_frame


@dataclass(frozen=True)
class Tables:
    """What `parse` returns: the document, its rows as records, and each table as a data frame, made when first asked for."""

    document: Document
    rows: Rows
    found: tuple[Finding, ...] = ()

    @property
    def report(self) -> Report:
        """The report itself: title, partners, period."""
        return self.rows.report

    def frame(self, table: str) -> pd.DataFrame:
        """A table by its name.

        Columns: see `schema.columns` of the table's record. Raises: KeyError: no such table.
        """
        return to_frame(table, self.found if table == "findings" else getattr(self.rows, table))

    @cached_property
    def axes(self) -> pd.DataFrame:
        """The parts of the report, one row each."""
        return self.frame("axes")

    @cached_property
    def actions(self) -> pd.DataFrame:
        """What was, is and will be done, one row an action."""
        return self.frame("actions")

    @cached_property
    def people(self) -> pd.DataFrame:
        """Who is named, one row a person."""
        return self.frame("people")

    @cached_property
    def organisations(self) -> pd.DataFrame:
        """Bodies named, one row each."""
        return self.frame("organisations")

    @cached_property
    def memberships(self) -> pd.DataFrame:
        """Offices, one row each."""
        return self.frame("memberships")

    @cached_property
    def participations(self) -> pd.DataFrame:
        """Who takes part in what, one row an action and actor."""
        return self.frame("participations")

    @cached_property
    def indicators(self) -> pd.DataFrame:
        """Figures, one row each."""
        return self.frame("indicators")

    @cached_property
    def dates(self) -> pd.DataFrame:
        """Expressions of time, one row each."""
        return self.frame("dates")

    @cached_property
    def places(self) -> pd.DataFrame:
        """Where something takes place, one row a place."""
        return self.frame("places")

    @cached_property
    def instruments(self) -> pd.DataFrame:
        """Laws, plans, programmes named, one row each."""
        return self.frame("instruments")

    @cached_property
    def publications(self) -> pd.DataFrame:
        """Titled works, one row each."""
        return self.frame("publications")

    @cached_property
    def quotations(self) -> pd.DataFrame:
        """Words quoted, one row each."""
        return self.frame("quotations")

    @cached_property
    def links(self) -> pd.DataFrame:
        """Hyperlinks, one row each."""
        return self.frame("links")

    @cached_property
    def findings(self) -> pd.DataFrame:
        """What the checks found, one row each; empty until `assessment.findings.run_checks` has run."""
        return self.frame("findings")
