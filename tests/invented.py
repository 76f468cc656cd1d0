"""Invented rows for tests of the prose: a small text, and rows that point at its words."""

from dataclasses import replace
from datetime import date
from typing import Any

from partnership_analysis.document.model import Document
from partnership_analysis.document.structure import build_blocks
from partnership_analysis.extraction.records import (
    Action,
    Axis,
    Indicator,
    Membership,
    Organisation,
    Participation,
    Person,
    Publication,
    Report,
    Rows,
    TimeExpression,
)  # fmt: skip
from partnership_analysis.tables.model import Tables


def day(text: str | None) -> date | None:
    """An ISO day, or None."""
    return date.fromisoformat(text) if text else None


class Invented:
    """Builds `Tables` row by row; every row's words are found in the text, which is in `language`."""

    def __init__(self, text: str, *, language: str = "fr", partners: tuple[str, ...] = ("o-a", "o-b"), **report: Any) -> None:
        self.text = text
        self.report = Report(
            report_id="invented", title="Bilan", language=language, partners=partners, sha256="", characters=len(text),
            period_start=day(report.get("start")), period_end=day(report.get("end")), signed_on=day(report.get("signed")),
            reported_on=day(report.get("reported")), reported_from=day(report.get("reported")),
        )  # fmt: skip
        self.rows = Rows(report=self.report)

    def span(self, words: str) -> dict[str, Any]:
        """Where words stand in the text."""
        start = self.text.index(words)
        return {"start": start, "end": start + len(words), "exact": words}

    def _with(self, table: str, *rows: Any) -> "Invented":
        self.rows = replace(self.rows, **{table: (*getattr(self.rows, table), *rows)})
        return self

    def axis(self, number: str | None, title: str, kind: Any = "axis") -> "Invented":
        """A part that holds all rows; its heading is its title."""
        where = self.span(title)
        return self._with(
            "axes",
            Axis(axis_id=f"x-{number}", number=number, title=title, kind=kind, start=where["start"], end=len(self.text), exact=self.text[where["start"] :],
                 heading_start=where["start"], heading_end=where["end"]),
        )  # fmt: skip

    def action(self, kind: Any, words: str, *, title: str | None = None, status: Any = "done", dates: tuple[str | None, str | None] = (None, None),
               place: str | None = None, mode: Any = "joint", edtf: str | None = None, axis: str = "x-1", rule: str = "", **actors: str) -> "Invented":  # fmt: skip
        """An action and its actors: `organiser="o-a o-b"`."""
        name = f"a-{len(self.rows.actions) + 1}"
        self._with("participations", *(Participation(action_id=name, actor_id=one, role=role) for role, ids in actors.items() for one in ids.split()))  # type: ignore[arg-type]
        return self._with(
            "actions",
            Action(action_id=name, axis_id=axis, kind=kind, title=title or words, status=status, date_start=day(dates[0]), date_end=day(dates[1]), edtf=edtf,
                   place=place, mode=mode, rule=rule, **self.span(words)),
        )  # fmt: skip

    def body(self, name: str, words: str, *, acronym: str | None = None, kind: Any = "other", others: tuple[str, ...] = ()) -> "Invented":
        """A body."""
        return self._with(
            "organisations", Organisation(organisation_id=name, name=words, acronym=acronym, other_names=others, kind=kind, **self.span(words))
        )

    def person(self, name: str, words: str, role: str | None = None, body: str | None = None) -> "Invented":
        """A person, with an office."""
        if role:
            self._with("memberships", Membership(person_id=name, role=role, organisation_id=body, former=False, **self.span(role)))
        return self._with("people", Person(person_id=name, name=words, other_names=(), **self.span(words)))

    def figure(
        self, words: str, value: float | None, unit: str | None, *, action: str | None = None, kind: Any = "output", **more: Any
    ) -> "Invented":
        """A figure."""
        columns = {"value_max": None, "qualifier": "exact", "baseline": None, "target": None} | more
        return self._with(
            "indicators",
            Indicator(indicator_id=f"i-{len(self.rows.indicators) + 1}", axis_id="x-1", action_id=action, value=value, unit=unit, kind=kind, **columns, **self.span(words)),
        )  # fmt: skip

    def time(self, words: str, first: str | None, last: str | None, precision: Any = "day") -> "Invented":
        """An expression of time."""
        return self._with("dates", TimeExpression(date_start=day(first), date_end=day(last), edtf=None, precision=precision, **self.span(words)))

    def work(self, title: str, kind: Any = "guide") -> "Invented":
        """A work by its title."""
        return self._with(
            "publications", Publication(publication_id=f"w-{title[:4]}", title=title, kind=kind, url=None, year=None, **self.span(title))
        )

    def tables(self) -> Tables:
        """The tables."""
        return Tables(Document(self.text, build_blocks(self.text)), self.rows)


def plain(text: str) -> str:
    """A sentence with plain spaces and apostrophes, to compare it with one typed plainly."""
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'")
