"""Tables of a small invented report, written as its text and the rows that stand in it; for tests of the assessment."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from partnership_analysis.extraction.records import (
    Action,
    Axis,
    Hyperlink,
    Indicator,
    Instrument,
    Membership,
    Organisation,
    Participation,
    Person,
    Publication,
    Quotation,
    Report,
    Rows,
    TimeExpression,
)
from partnership_analysis.reading.formats import read_document
from partnership_analysis.tables.model import Tables


@dataclass(frozen=True)
class Said:
    """A row that stands in words of the text: the words, which of their occurrences, and the row's columns."""

    kind: type
    words: str
    columns: dict[str, Any]
    nth: int = 1
    after: str = ""


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def figure(words: str, value: float | None, unit: str | None, *, nth: int = 1, after: str = "", **columns: Any) -> Said:
    base: dict[str, Any] = {
        "indicator_id": "", "axis_id": "x-1", "action_id": None, "value": value, "value_max": None, "unit": unit, "qualifier": "exact",
        "kind": "output", "baseline": None, "target": None,
    }  # fmt: skip
    return Said(Indicator, words, base | columns, nth, after)


def action(words: str, status: str = "done", start: str | None = None, end: str | None = None, **columns: Any) -> Said:
    base: dict[str, Any] = {
        "action_id": words, "axis_id": "x-1", "kind": "meeting", "title": words, "status": status, "date_start": day(start),
        "date_end": day(end), "edtf": None, "place": None, "mode": "joint",
    }  # fmt: skip
    return Said(Action, words, base | columns)


def when(words: str, start: str | None, end: str | None = None, *, nth: int = 1) -> Said:
    columns = {"date_start": day(start), "date_end": day(end or start), "edtf": None, "precision": "day"}
    return Said(TimeExpression, words, columns, nth)


def person(name: str, *others: str) -> Said:
    return Said(Person, name, {"person_id": name, "name": name, "other_names": others})


def body(name: str, *others: str, acronym: str | None = None) -> Said:
    columns = {"organisation_id": name, "name": name, "acronym": acronym, "other_names": others, "kind": "other"}
    return Said(Organisation, name, columns)


def office(who: str, role: str, where: str, *, former: bool = False) -> Said:
    return Said(Membership, role, {"person_id": who, "role": role, "organisation_id": where, "former": former})


def law(name: str, year: int | None = None) -> Said:
    columns = {"instrument_id": name, "name": name, "acronym": None, "other_names": (), "kind": "law", "year_start": year, "year_end": None}
    return Said(Instrument, name, columns)


def work(words: str) -> Said:
    return Said(Publication, words, {"publication_id": words, "title": words, "kind": "guide", "url": None, "year": None})


def quoted(words: str, *people: str, speaker: str | None = None) -> Said:
    return Said(Quotation, words, {"text": words, "people": people, "speaker": speaker})


def link(words: str, url: str | None) -> Said:
    return Said(Hyperlink, words, {"text": words, "url": url})


def part(heading: str, axis_id: str = "x-1", kind: str = "axis") -> Said:
    """A part from its heading to the next part's, or to the end of the text; its number is the heading's last word where that is one."""
    number = heading.rsplit(" ", 1)[-1]
    return Said(Axis, heading, {"axis_id": axis_id, "number": number if number.isdigit() else None, "title": heading, "kind": kind})


TABLES = {
    Axis: "axes", Action: "actions", Person: "people", Organisation: "organisations", Membership: "memberships", Indicator: "indicators", Instrument: "instruments",
    TimeExpression: "dates", Publication: "publications", Quotation: "quotations", Hyperlink: "links",
}  # fmt: skip


@dataclass(frozen=True)
class Written:
    """A report: its text, its rows, and what its `report` row says."""

    text: str
    rows: tuple[Said, ...] = ()
    language: str = "fr"
    own: str | None = None
    own_from: str | None = None
    period: tuple[str | None, str | None] = (None, None)
    signed: str | None = None
    taking_part: tuple[tuple[str, str], ...] = ()
    """Words of an action and the name of who takes part in it."""
    partners: tuple[str, ...] = field(default=())

    def tables(self) -> Tables:
        made: dict[str, list[Any]] = {name: [] for name in TABLES.values()}
        for said in self.rows:
            start = self.text.index(said.after) if said.after else 0
            for _ in range(said.nth):
                start = self.text.index(said.words, start + 1 if _ else start)
            place = {"start": start, "end": start + len(said.words), "exact": said.words}
            if said.kind is Axis:
                place |= {"heading_start": place["start"], "heading_end": place["end"]}
            if said.kind is Indicator:
                place["indicator_id"] = f"i-{start}"
            made[TABLES[said.kind]].append(said.kind(**(said.columns | place)))
        axes = sorted(made["axes"], key=lambda axis: axis.start)
        ends = [*(axis.start for axis in axes[1:]), len(self.text)][: len(axes)]
        made["axes"] = [replace(axis, end=end, exact=self.text[axis.start : end]) for axis, end in zip(axes, ends, strict=True)]
        takes = tuple(Participation(action_id=words, actor_id=name, role="organiser") for words, name in self.taking_part)
        report = Report(
            report_id="r", title="Bilan", language=self.language, partners=self.partners, period_start=day(self.period[0]),
            period_end=day(self.period[1]), signed_on=day(self.signed), reported_on=day(self.own), reported_from=day(self.own_from or self.own),
            sha256="", characters=len(self.text),
        )  # fmt: skip
        rows = {name: tuple(found) for name, found in made.items()}
        return Tables(read_document(self.text), Rows(report=report, participations=takes, **rows))
