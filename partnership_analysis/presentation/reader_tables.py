"""The tables as readers see them: fewer columns than the workbook, words instead of codes, each row linked to its words in the report."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from partnership_analysis.extraction.records import Action, Axis, Indicator
from partnership_analysis.presentation.annotate import row_id
from partnership_analysis.presentation.formats import date_words, kind_name, number, quantity, with_unit
from partnership_analysis.presentation.labels import Labels
from partnership_analysis.presentation.markup import capital, live_address, named, one_line, shown
from partnership_analysis.tables.model import Tables

LONGEST_PART = 36
"""Of a part's title in a cell."""
LONGEST_HIDDEN = 40
"""Of the words that a link to the report repeats for those who do not see the row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text (None is missing), what it sorts by, where it leads, and whose words it holds."""

    text: str | None
    key: str | None = None
    link: str | None = None
    hidden: str | None = None
    """Words that follow the text for those who do not see the row."""
    words: bool = False
    """The report's own words."""
    share: float | None = None
    """Length of a thin bar above the text."""


@dataclass(frozen=True, slots=True)
class ReaderTable:
    """A table for readers. The first cell of a row is its header."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    name: str = ""
    css: str = ""


class Rows:
    """The rows of one report in readers' words. `placed` are the ids that stand in the annotated report, `titles` what readers call actions."""

    def __init__(self, tables: Tables, labels: Labels, placed: AbstractSet[str], titles: Mapping[str, str]) -> None:
        self._titles = titles
        self._tables = tables
        self._labels = labels
        self._placed = placed
        self._language = labels.language
        self._foreign = tables.report.language != labels.language

    @cached_property
    def _actors(self) -> dict[str, str]:
        people = {row.person_id: named(row.name) for row in self._tables.rows.people}
        return people | {row.organisation_id: named(row.acronym or row.name) for row in self._tables.rows.organisations}

    @cached_property
    def _who(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in self._tables.rows.participations:
            if name := self._actors.get(row.actor_id):
                found.setdefault(row.action_id, []).append(name)
        return found

    @cached_property
    def _actions_of(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for row in self._tables.rows.participations:
            counts[row.actor_id] = counts.get(row.actor_id, 0) + 1
        return counts

    @cached_property
    def axis_names(self) -> dict[str, str]:
        """What a cell calls a part: an objective's number, else the first words of its title."""
        return {
            axis.axis_id: named(axis.number) if axis.number and axis.kind == "axis" else _cut(part_name(axis, self._labels))
            for axis in self._tables.rows.axes
        }

    def axis(self, axis_id: str | None) -> Cell:
        """The part a row belongs to."""
        return Cell(self.axis_names.get(axis_id or ""))

    def see(self, table: str, start: int, exact: str) -> Cell:
        """The link to a row's words; missing where they stand in no block."""
        anchor = row_id(table, start)
        if anchor not in self._placed:
            return Cell(None)
        return Cell(self._labels("see"), link=f"#{anchor}", hidden=self._labels("see_words", words="{}").format(one_line(exact[:LONGEST_HIDDEN])))

    def when(self, row: Any, source: str = "") -> Cell:
        """The days of a row in words."""
        words = date_words(row.date_start, row.date_end, row.edtf, self._language, source)
        return Cell(words or None, key=_sorting_day(row.date_start or row.date_end))

    def amount(self, value: float | None, unit: str | None) -> Cell:
        """A number with its sign where the unit is one (`%`, a currency), else bare."""
        if value is None:
            return Cell(None)
        sign = unit if unit and not any(letter.isalpha() for letter in unit) else None
        return Cell(with_unit(value, sign, self._language), key=f"{value:.6f}")

    def table(self, name: str) -> ReaderTable:
        """A table by its name; without rows where the report has none."""
        columns, rows = _BUILDERS[name](self)
        label = self._labels(f"tables.{name}")
        caption = self._labels("tables.caption", name=label, rows=self._labels.count("rows", len(rows)))
        return ReaderTable(f"tableau-{name}", caption, tuple(self._labels(f"column.{column}") for column in columns), tuple(rows), label)

    def kind(self, names: str, value: str) -> Cell:
        """An enumerated value in words; `names` is the list of the wording that has them."""
        return Cell(kind_name(names, value, self._language))

    def title(self, action: Action) -> str:
        """What readers call an action, with the no-break spaces of its typography."""
        title = self._titles.get(action.action_id)
        return capital(named(action.title) if title is None else shown(title))

    def action_cells(self, action: Action) -> tuple[Cell, ...]:
        """An action as the table of actions shows it."""
        return (
            Cell(self.title(action), words=self._foreign),
            self.axis(action.axis_id),
            self.kind("kind", action.kind),
            self.kind("status", action.status),
            self.when(action, action.exact),
            Cell(named(action.place) if action.place else None),
            Cell(", ".join(self._who.get(action.action_id, ())) or None),
            self.see("actions", action.start, action.exact),
        )

    def actions(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """Actions: title, part, kind, status, date, place, who."""
        columns = ("action", "axis", "kind", "status", "date", "place", "who", "link")
        return columns, [self.action_cells(action) for action in self._tables.rows.actions]

    def indicators(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """Figures: the words, value, start, target, nature, part."""
        columns = ("words", "value", "baseline", "target", "nature", "axis", "link")
        return columns, [self._indicator(row) for row in self._tables.rows.indicators]

    def _indicator(self, row: Indicator) -> tuple[Cell, ...]:
        return (
            Cell(one_line(row.exact).replace("| ", "· ").replace("**", ""), words=True),
            Cell(one_line(quantity(row, self._language)) or None, key=f"{row.value:.6f}" if row.value is not None else None),
            self.amount(row.baseline, row.unit),
            self.amount(row.target, row.unit),
            self.kind("indicator", row.kind),
            self.axis(row.axis_id),
            self.see("indicators", row.start, row.exact),
        )

    def people(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """People with their offices as written."""
        bodies = {row.organisation_id: named(row.acronym or row.name) for row in self._tables.rows.organisations}
        offices: dict[str, list[str]] = {}
        for office in self._tables.rows.memberships:
            body = bodies.get(office.organisation_id or "")
            offices.setdefault(office.person_id, []).append(one_line(office.role) + (f" ({body})" if body else ""))
        columns = ("name", "offices", "actions", "link")
        return columns, [
            (
                Cell(named(row.name)),
                Cell(", ".join(offices.get(row.person_id, ())) or None, words=True),
                self._count(row.person_id),
                self.see("people", row.start, row.exact),
            )
            for row in self._tables.rows.people
        ]

    def _count(self, actor: str) -> Cell:
        count = self._actions_of.get(actor, 0)
        return Cell(number(count, self._language), key=str(count))

    def organisations(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """Bodies: name, acronym, kind, number of actions."""
        columns = ("name", "acronym", "kind", "actions", "link")
        return columns, [
            (
                Cell(named(row.name)),
                Cell(named(row.acronym) if row.acronym else None),
                self.kind("organisation", row.kind),
                self._count(row.organisation_id),
                self.see("organisations", row.start, row.exact),
            )
            for row in self._tables.rows.organisations
        ]

    def instruments(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """Texts of public policy: name, acronym, kind, years."""
        columns = ("name", "acronym", "kind", "years", "link")
        return columns, [
            (
                Cell(named(row.name)),
                Cell(named(row.acronym) if row.acronym else None),
                self.kind("instrument", row.kind),
                Cell("\u2013".join(str(year) for year in dict.fromkeys((row.year_start, row.year_end)) if year) or None),
                self.see("instruments", row.start, row.exact),
            )
            for row in self._tables.rows.instruments
        ]

    def publications(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """Works: title, kind, year, address."""
        columns = ("title", "kind", "year", "address", "link")
        return columns, [
            (
                Cell(one_line(row.title), words=True),
                self.kind("publication", row.kind),
                Cell(str(row.year) if row.year else None),
                self._address(row.url),
                self.see("publications", row.start, row.exact),
            )
            for row in self._tables.rows.publications
        ]

    def _address(self, url: str | None) -> Cell:
        return Cell(one_line(url) if url else None, link=live_address(url))

    def quotations(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """Words quoted, and who says them."""
        columns = ("quotation", "speaker", "link")
        return columns, [
            (
                Cell(one_line(row.text), words=True),
                Cell(", ".join(name for one in row.people if (name := self._actors.get(one))) or (named(row.speaker) if row.speaker else None)),
                self.see("quotations", row.start, row.exact),
            )
            for row in self._tables.rows.quotations
        ]

    def places(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """Places with their country."""
        columns = ("place", "country", "link")
        return columns, [
            (Cell(one_line(row.name)), Cell(country_name(row.country, self._language)), self.see("places", row.start, row.exact))
            for row in self._tables.rows.places
        ]

    def dates(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """Expressions of time and the days they name."""
        columns = ("words", "date", "link")
        return columns, [
            (Cell(one_line(row.exact), words=True), self.when(row, row.exact), self.see("dates", row.start, row.exact))
            for row in self._tables.rows.dates
        ]

    def links(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """Links: their words and where they lead."""
        columns = ("text", "address", "link")
        nowhere = self._labels("tables.nowhere")
        return columns, [
            (Cell(one_line(row.text), words=True), self._address(row.url) if row.url else Cell(nowhere), self.see("links", row.start, row.exact))
            for row in self._tables.rows.links
        ]


_BUILDERS: dict[str, Callable[[Rows], tuple[Sequence[str], list[tuple[Cell, ...]]]]] = {
    "actions": Rows.actions,
    "indicators": Rows.indicators,
    "people": Rows.people,
    "organisations": Rows.organisations,
    "instruments": Rows.instruments,
    "publications": Rows.publications,
    "quotations": Rows.quotations,
    "places": Rows.places,
    "dates": Rows.dates,
    "links": Rows.links,
}
READER_TABLES = tuple(_BUILDERS)
"""The tables of the page, in its order."""


def part_name(axis: Axis | None, labels: Labels) -> str:
    """A part as figures and tables name it: `Axe 1. Faire naître…`, `Introduction`, else its title."""
    if axis is None:
        return labels("outside_axes")
    if axis.kind == "introduction":
        return labels("introduction")
    title = named(axis.title)
    if axis.number and axis.kind == "axis":
        return f"{axis_label(axis.number, labels)}. {title}"
    return title


def _cut(text: str) -> str:
    """The first words of a long title."""
    if len(text) <= LONGEST_PART:
        return text
    return text[:LONGEST_PART].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def axis_label(number: str, labels: Labels) -> str:
    """`Axe 1` as a column or a sentence's first words have it."""
    return capital(labels("anchor.axis", number=named(number)))


@cache
def country_name(code: str | None, language: str) -> str | None:
    """A country's name (CLDR) from its ISO 3166-1 code; the code where it is none."""
    from babel import Locale

    return str(Locale(language).territories.get(code, code)) if code else None


def _sorting_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def shared(count: int | None, whole: int, labels: Labels) -> Cell:
    """`9 sur 10` with a thin bar; `aucune` with an empty one; `sans objet` where there is nothing to count."""
    if count is None:
        return Cell(labels("not_applicable"), key="-1")
    text = labels("of", count=number(count, labels.language), total=number(whole, labels.language)) if count else labels("none")
    return Cell(text, key=str(count), share=count / whole if whole else 0.0)
