"""Pages of reports without a kernel: the notebook's sections, put through the export. For tests."""

from functools import cache
from pathlib import Path

from gold_tables import gold_tables
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output

from partnership_analysis.presentation.export import to_html
from partnership_analysis.presentation.notebook import Assessment, assessment_of
from partnership_analysis.presentation.parameters import Parameters
from partnership_analysis.tables.model import Tables

REPORTS = Path(__file__).parent / "golden" / "reports"
FRENCH, ENGLISH, SHORT = "metropole-chambre-2021-2024", "harbour-city-university-2020-2024", "communique-bilan-eau-2021-2023"
CELLS = (
    "header", "summary", "targets", "figures", "timeline", "axes", "actors", "checks", "documented", "questions", "all_tables", "report", "method",
)  # fmt: skip


def assessment(tables: Tables, language: str = "fr", axes: tuple[str, ...] | None = None, years: tuple[object, object] = (None, None)) -> Assessment:
    from partnership_analysis.presentation.parameters import read_day

    first, last = read_day(years[0], "period_start", last=False), read_day(years[1], "period_end", last=True)
    return assessment_of(tables, Parameters(Path("report.txt"), None, language, first, last, axes))


def executed(one: Assessment) -> NotebookNode:
    """The notebook of an assessment as it stands after it has run."""
    cells = []
    for name in CELLS:
        data, metadata = getattr(one, name)()._repr_mimebundle_()
        cells.append(new_code_cell(f"assessment.{name}()", outputs=[new_output("execute_result", data=data, metadata=metadata, execution_count=1)]))
    return new_notebook(cells=cells)


def page_of(tables: Tables, language: str = "fr") -> str:
    return to_html(executed(assessment(tables, language)))


@cache
def gold_page(name: str, language: str = "fr") -> str:
    return page_of(gold_tables(REPORTS / name), language)
