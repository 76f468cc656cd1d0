"""What the cells of the assessment notebook call: one function that opens a report, and a method a section.

Each method returns a `Section`, which Jupyter shows as HTML. The same notebook runs in JupyterLab, under papermill and under
`assess`, which puts the sections into the page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from partnership_analysis.assessment.findings import run_checks
from partnership_analysis.parsing import parse
from partnership_analysis.presentation.content import Content
from partnership_analysis.presentation.labels import labels
from partnership_analysis.presentation.narrative_titles import reader_titles
from partnership_analysis.presentation.parameters import Parameters, injected_names, read_parameters, refuse_unknown
from partnership_analysis.presentation.sections import SECTIONS, Page, render
from partnership_analysis.presentation.selection import chosen_axes, restriction, select, selected_findings
from partnership_analysis.presentation.style import notebook_style
from partnership_analysis.tables.model import Tables
from partnership_analysis.tables.validation import validate

METADATA = "partnership_analysis"
"""The key under which an output says which part of the page it is."""


@dataclass(frozen=True)
class Section:
    """A part of the page as a cell shows it."""

    html: Markup
    name: str
    about: Mapping[str, Any] = field(repr=False)
    """Which part it is, for the export: `part`, and what that part needs."""

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> tuple[dict[str, str], dict[str, Any]]:
        """What Jupyter shows, and what the export knows it by."""
        return {"text/html": str(self.html), "text/plain": self.name}, {METADATA: dict(self.about)}


class Assessment:
    """The assessment of one report. Shown by itself it gives the sections their style."""

    def __init__(self, page: Page, parameters: Parameters) -> None:
        self._page = page
        self._parameters = parameters

    @property
    def tables(self) -> Tables:
        """The tables that the assessment looks at, with the findings of its checks."""
        return self._page.content.tables

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> tuple[dict[str, str], dict[str, Any]]:
        return {"text/html": str(notebook_style()), "text/plain": self._page.title}, {METADATA: {"part": "style"}}

    def header(self) -> Section:
        """What the report is: title, partners, period."""
        page = self._page
        about = {"part": "header", "title": page.title, "language": page.labels.language, "version": page.version}
        return Section(render(page, "header"), page.title, about)

    def summary(self) -> Section:
        """In brief: at most 150 words, four key facts, how to read the page."""
        return self._section("bref")

    def targets(self) -> Section:
        """Where the figures promised stand."""
        return self._section("cibles")

    def figures(self) -> Section:
        """What changed, who pays, of what nature the figures are."""
        return self._section("chiffres")

    def timeline(self) -> Section:
        """What happened when, and what is announced."""
        return self._section("calendrier")

    def axes(self) -> Section:
        """What was done under each axis."""
        return self._section("axes")

    def actors(self) -> Section:
        """Who takes part."""
        return self._section("acteurs")

    def checks(self) -> Section:
        """What the checks found."""
        return self._section("controles")

    def documented(self) -> Section:
        """What the report documents, part by part."""
        return self._section("documente")

    def questions(self) -> Section:
        """Six evaluation questions."""
        return self._section("questions")

    def all_tables(self) -> Section:
        """All tables."""
        return self._section("tableaux")

    def report(self) -> Section:
        """The annotated report."""
        return self._section("rapport")

    def method(self) -> Section:
        """How the page was made, and what can be wrong in it."""
        return self._section("methode")

    def save(self) -> Section:
        """Write figures (SVG, PNG) and tables (JSON, CSV, Parquet, a workbook) to `<output>/<report>/`.

        Raises: OutputError: the folder cannot be written to. Nothing is written where the parameter `output` is None.
        """
        if self._parameters.output is None:
            return Section(Markup(""), "", {"part": "files"})
        folder = self._parameters.output / self._page.report.report_id
        write_files(self._page, folder)
        return Section(Markup(""), f"{folder.name}/figures, {folder.name}/tables", {"part": "files"})

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {name: self._page.labels(f"section.{name}") for name in SECTIONS}

    def _section(self, name: str) -> Section:
        return Section(render(self._page, SECTIONS[name]), self._names[name], {"part": "section", "id": name, "name": self._names[name]})


def open_assessment(
    report: object, output: object = None, language: object = "fr", period_start: object = None, period_end: object = None, axes: object = None
) -> Assessment:
    """Read the parameters and the report, and return its assessment.

    `report` is a path; `output` a folder (None writes nothing); `language` that of the assessment (fr, en); `period_start` and
    `period_end` limit it to actions of a period (2022, `2022-03` or `2022-03-15`); `axes` to some parts (`"1,3"`, `[1, 3]`, ids).
    Raises: ParameterError: a parameter is unknown or not allowed. PartnershipError: the report cannot be read.
    """
    refuse_unknown(injected_names())
    parameters = read_parameters(report, output, language, period_start, period_end, axes)
    return assessment_of(parse(parameters.report), parameters)


def assessment_of(parsed: Tables, parameters: Parameters) -> Assessment:
    """The assessment of tables at hand."""
    axes = chosen_axes(parsed, parameters.axes)
    titles = reader_titles(parsed, parameters.language)
    findings = run_checks(parsed, language=parameters.language, titles=titles)
    whole = validate(replace(parsed, found=findings))
    kept = selected_findings(findings, axes)
    seen = replace(select(whole, axes, parameters.period_start, parameters.period_end), found=kept)
    words = restriction(axes, parameters.period_start, parameters.period_end, labels(parameters.language))
    return Assessment(Page(Content(seen, whole, kept, parameters.language, words, titles)), parameters)


def write_files(page: Page, folder: Path) -> None:
    """Write the figures and tables of a page into `figures/` and `tables/` of a folder."""
    from partnership_analysis.presentation.figures.rendering import to_png, to_svg
    from partnership_analysis.presentation.figures.standalone import standalone
    from partnership_analysis.tables.files import write_tables
    from partnership_analysis.tables.placement import move_files, staging

    def figures(target: Path) -> None:
        for name, figure in page.content.figures.items():
            stem, text = f"figure-{figure.number}-{name}", figure.text
            drawing = standalone(figure.content, caption=text.caption.text, reading=text.reading, source=text.source.text)
            (target / f"{stem}.svg").write_text(to_svg(drawing), encoding="utf-8", newline="\n")
            (target / f"{stem}.png").write_bytes(to_png(drawing))

    def tables(target: Path) -> None:
        write_tables(page.content.tables, target)

    writers: dict[str, Callable[[Path], None]] = {"figures": figures, "tables": tables}
    for name, write in writers.items():
        with staging(folder / name) as target:
            write(target)
            move_files(target, folder / name)
