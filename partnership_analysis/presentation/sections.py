"""The sections of the page as HTML: one template each, and what templates may ask for.

A section is a complete `<section aria-labelledby>`, so that a notebook cell, the page and a plain export show the same thing.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from partnership_analysis.assessment.findings import CHECKS
from partnership_analysis.assessment.summaries import Participant, evidence_matrix, participants
from partnership_analysis.extraction.records import Axis, Report
from partnership_analysis.presentation.content import Content, ShownFigure
from partnership_analysis.presentation.evidence import Mark
from partnership_analysis.presentation.figures.drawing import AXES, PROPERTIES, axis_colours
from partnership_analysis.presentation.formats import number
from partnership_analysis.presentation.labels import Labels
from partnership_analysis.presentation.markup import capital, escaped, named, one_line, shown
from partnership_analysis.presentation.reader_tables import READER_TABLES, Cell, ReaderTable, axis_label, part_name, shared
from partnership_analysis.presentation.sentences import Sentence

TEMPLATES = Path(__file__).parent / "templates"
SECTIONS = {
    "bref": "summary",
    "cibles": "targets",
    "chiffres": "figures",
    "calendrier": "timeline",
    "axes": "axes",
    "acteurs": "actors",
    "controles": "checks",
    "documente": "documented",
    "questions": "questions",
    "tableaux": "tables",
    "rapport": "report",
    "methode": "method",
}
"""Id of each section to its template, in the order of the page."""
FIRST = re.compile(r"\b1er\b")
"""As French writes the first of a month, the letters raised."""
MARKED_KINDS = ("ka", "kf", "kd", "kp", "ko", "kl", "kw", "kq")
MOST_PARTICIPANTS = 15
NUMBERED_TABLES = {"figure-acteurs": 1, "documente": 2, "questions": 3}


@dataclass(frozen=True, slots=True)
class Lead:
    """A mark that leads from a count or an absence to a table, a figure, the checks or a part."""

    anchor: str
    text: str
    hidden: str = ""


class Page:
    """What the templates ask for."""

    def __init__(self, content: Content) -> None:
        self.content = content

    @property
    def labels(self) -> Labels:
        """The page's own words."""
        return self.content.labels

    @property
    def report(self) -> Report:
        """The report's own row."""
        return self.content.whole.report

    @property
    def title(self) -> str:
        """The report's title."""
        return named(self.report.title) if self.report.title else self.labels("untitled")

    @cached_property
    def partners(self) -> str:
        """Who made the agreement."""
        bodies = {row.organisation_id: row for row in self.content.whole.rows.organisations}
        names = [
            named(bodies[one].name) + (f" ({named(bodies[one].acronym or '')})" if bodies[one].acronym else "")
            for one in self.report.partners
            if one in bodies
        ]
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.labels('and')} {names[-1]}"

    def marks(self, sentence: Sentence) -> tuple[Mark, ...]:
        """The numbers after a sentence."""
        return self.content.citations.marks(sentence)

    def anchor_marks(self, sentence: Sentence, axis_id: str | None) -> list[Lead]:
        """The marks that lead to tables, figures and parts; those whose end is not on the page are left out."""
        leads = [self._lead(anchor, axis_id) for anchor in sentence.anchors]
        return [lead for lead in leads if lead is not None]

    def first_anchor(self, anchors: tuple[str, ...]) -> str | None:
        """The first of some anchors that is on the page."""
        return next((anchor for anchor in anchors if self._lead(anchor, None) is not None), None)

    def _lead(self, anchor: str, axis_id: str | None) -> Lead | None:
        labels = self.labels
        if anchor.startswith("tableau-"):
            table = anchor.removeprefix("tableau-")
            rows = next((one.rows for one in self.tables if one.id == anchor), ())
            if not rows:
                return None
            own = (
                sum(row.axis_id == axis_id for row in getattr(self.content.tables.rows, table))
                if axis_id and table in ("actions", "indicators")
                else 0
            )
            return Lead(anchor, labels.count("rows", own or len(rows)))
        if anchor in NUMBERED_TABLES:
            held = {"figure-acteurs": self.participants.rows, "documente": self.matrix.rows}.get(anchor, (1,))
            return Lead(anchor, labels("anchor.table", number=NUMBERED_TABLES[anchor])) if held else None
        if anchor.startswith("figure-"):
            figure = self.content.figures.get(anchor.removeprefix("figure-"))
            return Lead(anchor, labels("anchor.figure", number=figure.number)) if figure else None
        if anchor == "controles":
            return Lead(anchor, labels("anchor.controles"))
        return self._part_lead(anchor)

    def _part_lead(self, anchor: str) -> Lead | None:
        axis = next((axis for axis in self.content.whole.rows.axes if f"x-{axis.axis_id}" == anchor), None)
        if axis is None or anchor not in self.content.annotated.ids:
            return None
        number = axis.number if axis.kind == "axis" else None
        text = self.labels("anchor.axis", number=one_line(number)) if number else self.labels("anchor.part")
        return Lead(anchor, text, self.labels("searched_in"))

    @cached_property
    def tables(self) -> tuple[ReaderTable, ...]:
        """All tables, those without rows too."""
        return tuple(self.content.rows.table(name) for name in READER_TABLES)

    @property
    def empty_tables(self) -> str:
        """The names of the tables without rows."""
        return ", ".join(table.name for table in self.tables if not table.rows)

    @cached_property
    def _participants(self) -> tuple[Participant, ...]:
        return tuple(one for one in participants(self.content.tables) if one.total or one.partner)

    @cached_property
    def participants(self) -> ReaderTable:
        """Table 1: bodies × parts; those with one action only are named below it."""
        axes = [axis for axis in self.content.tables.rows.axes if axis.kind == "axis"]
        several_rows = [one for one in self._participants if one.partner or one.total > 1]
        whole = len(self.content.tables.rows.actions)
        labels = self.labels
        rows = []
        for one in several_rows[:MOST_PARTICIPANTS]:
            by_axis = dict(one.by_axis)
            own = [by_axis.get(axis.axis_id, 0) for axis in axes]
            body = one.organisation
            name = named(body.name) + (f" ({named(body.acronym)})" if body.acronym else "")
            counts = [Cell(number(count, labels.language), key=str(count)) for count in (*own, one.total - sum(own))]
            rows.append((Cell(name), shared(one.total, whole, labels), *counts))
        columns = (
            labels("column.organisation"),
            labels("column.total"),
            *(axis_label(axis.number, labels) if axis.number else part_name(axis, labels) for axis in axes),
            labels("outside_axes"),
        )
        return ReaderTable("", "", columns, tuple(rows))

    @cached_property
    def once(self) -> str:
        """The bodies with a single action, and how many more than the table shows."""
        single = [named(one.organisation.acronym or one.organisation.name) for one in self._participants if one.total == 1 and not one.partner]
        several = sum(one.partner or one.total > 1 for one in self._participants)
        said = []
        if several > MOST_PARTICIPANTS:
            said.append(self.labels.count("tables.others", several - MOST_PARTICIPANTS))
        if single:
            kept = single[:MOST_PARTICIPANTS]
            rest = len(single) - len(kept)
            more = f" {self.labels.count('tables.others', rest)}" if rest else ""
            said.append(self.labels("tables.once_list", names=", ".join(kept) + more))
        return " ".join(said)

    @cached_property
    def matrix(self) -> ReaderTable:
        """Table 2: what each part documents."""
        labels = self.labels
        rows = []
        for row in evidence_matrix(self.content.tables):
            shares = (row.dated, row.with_actor, row.with_output, row.with_outcome, row.with_cost)
            counts = [Cell(number(count, labels.language), key=str(count)) for count in (row.actions, row.figures, row.targets)]
            rows.append((Cell(part_name(row.axis, labels)), counts[0], *(shared(share, row.actions, labels) for share in shares), *counts[1:]))
        columns = ("part", "actions", "dated", "with_actor", "with_output", "with_outcome", "with_cost", "figures", "targets")
        return ReaderTable("", "", tuple(labels(f"column.{column}") for column in columns), tuple(rows))

    def svg(self, figure: ShownFigure, width: str) -> Markup:
        """A figure's drawing for wide (`w`) or narrow (`n`) windows."""
        from partnership_analysis.presentation.figures.rendering import to_inline_svg

        drawing = figure.content.wide if width == "w" else figure.content.narrow
        name = f"f{figure.number}{width}"
        return to_inline_svg(drawing, name=name, title=figure.text.title, description=figure.text.description, css=width)

    @cached_property
    def _axis_classes(self) -> dict[str, str]:
        colours = axis_colours([axis.axis_id for axis in self.content.whole.rows.axes if axis.kind == "axis"])
        return {axis_id: PROPERTIES[colour] for axis_id, colour in colours.items() if colour in AXES}

    def axis_class(self, axis_id: str) -> str:
        """The class that gives a part its colour; none for what belongs to no objective."""
        return self._axis_classes.get(axis_id, "")

    def axis_kind(self, axis: Axis) -> str:
        """What stands above a part's title: its number, or that it belongs to no objective."""
        if axis.kind == "axis" and axis.number:
            return axis_label(axis.number, self.labels)
        if axis.kind == "introduction":
            return self.labels("before_axes" if len(self.content.axes) > 1 else "without_axes")
        return self.labels("axis_without_number" if axis.kind == "axis" else "outside_axes")

    def axis_title(self, axis: Axis) -> str:
        """A part's title; what stands before the axes is the introduction, or the report where it has no other part."""
        if axis.kind == "introduction":
            return self.labels("introduction" if len(self.content.axes) > 1 else "whole_report")
        return capital(named(axis.title))

    kinds = MARKED_KINDS
    checks_run = len(CHECKS)

    @property
    def version(self) -> str:
        """The package's version."""
        from partnership_analysis import __version__

        return __version__

    @property
    def file(self) -> str:
        """The name of the file that was read."""
        return one_line(self.content.whole.document.name)

    @property
    def characters(self) -> str:
        """How long the text is."""
        return number(len(self.content.whole.document.text), self.labels.language)

    @property
    def unread(self) -> str:
        """What was not read."""
        return " ".join(one_line(part) for part in self.content.whole.document.unread)


def render(page: Page, template: str) -> Markup:
    """A section, by the name of its template."""
    return Markup(_environment().get_template(f"{template}.html.j2").render(page=page, label=page.labels))


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(TEMPLATES / "sections"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["shown"] = shown
    environment.filters["typeset"] = lambda text: Markup(FIRST.sub(r"1<sup>er</sup>", escaped(text)))
    environment.filters["variable"] = lambda colour: f"var(--{PROPERTIES[colour]})"
    return environment
