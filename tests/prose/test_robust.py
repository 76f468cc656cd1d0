"""Rows that are missing or wrong: a sentence is left out or stays whole, never a hole, never an error."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from gold_tables import gold_tables
from invented import Invented

from partnership_analysis.document.model import Document
from partnership_analysis.extraction.records import Report, Rows
from partnership_analysis.presentation.narrative import (
    axis_narrative,
    checks_sentence,
    facts_head,
    figure_text,
    key_facts,
    missing,
    narrated_axes,
    participants,
    summary,
)  # fmt: skip
from partnership_analysis.presentation.sentences import MARKS, Sentence
from partnership_analysis.tables.model import Tables

REPORTS = Path(__file__).parent.parent / "golden" / "reports"
SECTIONS = ("cibles", "calendrier", "acteurs", "axes")
FIGURES = ("cibles", "calendrier", "changement", "moyens", "types", "acteurs", "natures")
HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "\ue000\ue001",
    "« sans fin",
    "x" * 400,
    "=1+1",
    "%s {0}",
    "",
    " ",
    "\n\n",
    "🙂",
    "de de de",
)


def everything(tables: Tables, language: str) -> list[Sentence]:
    found = [sentence for paragraph in summary(tables, (), language) for sentence in paragraph]
    found += participants(tables, (), language)
    for axis in narrated_axes(tables):
        found += [sentence for paragraph in axis_narrative(tables, axis, (), language) for sentence in paragraph]
    for figure in FIGURES:
        words = figure_text(figure, tables, (), language)  # type: ignore[arg-type]
        found += [words.caption, words.source] if words else []
    found += [sentence for _, sentence in facts_head(tables, (), language)]
    key_facts(tables, (), language)
    return [*found, checks_sentence(tables, (), 29, language)]


def whole(sentences: list[Sentence]) -> None:
    for sentence in sentences:
        assert sentence.text.strip()
        assert not re.search(r"\bNone\b(?! of)|,,|\(\)|  ", sentence.text), sentence.text
        assert not any(mark in sentence.text for mark in MARKS)


LOSSES: dict[str, Callable[[Rows], Rows]] = {
    "no participations": lambda rows: replace(rows, participations=()),
    "no organisations": lambda rows: replace(rows, organisations=(), report=replace(rows.report, partners=())),
    "no dates": lambda rows: replace(rows, dates=(), actions=tuple(replace(row, date_start=None, date_end=None, edtf=None) for row in rows.actions)),
    "no axes": lambda rows: replace(rows, axes=(), actions=tuple(replace(row, axis_id=None) for row in rows.actions)),
    "no actions": lambda rows: replace(rows, actions=(), participations=()),
    "no figures": lambda rows: replace(rows, indicators=()),
    "no works": lambda rows: replace(rows, publications=()),
    "no titles": lambda rows: replace(rows, actions=tuple(replace(row, title="") for row in rows.actions)),
    "titles cut": lambda rows: replace(rows, actions=tuple(replace(row, title=row.title[: len(row.title) // 2]) for row in rows.actions)),
    "words cut": lambda rows: replace(rows, actions=tuple(replace(row, end=(row.start + row.end) // 2) for row in rows.actions)),
    "all planned": lambda rows: replace(rows, actions=tuple(replace(row, status="planned") for row in rows.actions)),
    "all under way": lambda rows: replace(rows, actions=tuple(replace(row, status="ongoing") for row in rows.actions)),
    "all abandoned": lambda rows: replace(rows, actions=tuple(replace(row, status="other") for row in rows.actions)),
    "one kind": lambda rows: replace(rows, actions=tuple(replace(row, kind="other") for row in rows.actions)),
    "no report facts": lambda rows: replace(
        rows, report=replace(rows.report, title=None, partners=(), period_start=None, period_end=None, signed_on=None)
    ),
    "unknown actors": lambda rows: replace(rows, participations=tuple(replace(row, actor_id="o-unknown") for row in rows.participations)),
    "units lost": lambda rows: replace(rows, indicators=tuple(replace(row, unit=None) for row in rows.indicators)),
}


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("name", ["metropole-chambre-2021-2024", "harbour-city-university-2020-2024", "france-urbaine-rtes-2020-2023"])
def test_losses(name: str, loss: str) -> None:
    tables = gold_tables(REPORTS / name)
    changed = Tables(tables.document, LOSSES[loss](tables.rows))
    for language in ("fr", "en"):
        whole(everything(changed, language))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words(words: str) -> None:
    text = f"Bilan de la Ville. {words} Fin du bilan."
    made = Invented(text).axis("1", "Bilan").body("o-a", "Ville")
    where: dict[str, Any] = {"start": text.index("Ville"), "end": len(text), "exact": text[text.index("Ville") :]}
    made.action("webinar", "Ville", dates=("2021-05-20", "2021-05-20"), organiser="o-a")
    made.rows = replace(made.rows, actions=(replace(made.rows.actions[0], title=words, place=words or None, **where),))
    made.rows = replace(made.rows, organisations=(replace(made.rows.organisations[0], name=words or "Ville"),))
    for language in ("fr", "en"):
        found = everything(made.tables(), language)
        assert not any(mark in sentence.text for sentence in found for mark in MARKS)
        assert not any("49" in sentence.text for sentence in found)


def test_a_text_with_nothing_in_it() -> None:
    report = Report(
        report_id="r",
        title=None,
        language="fr",
        partners=(),
        period_start=None,
        period_end=None,
        signed_on=None,
        reported_on=None,
        sha256="",
        characters=3,
    )
    tables = Tables(Document("abc", ()), Rows(report=report))
    for language in ("fr", "en"):
        whole(everything(tables, language))
        assert narrated_axes(tables) == ()


def test_very_many_actions_take_their_time_in_proportion() -> None:
    from time import process_time

    def seconds(count: int) -> float:
        words = [f"atelier de quartier numéro {number} à Dinan" for number in range(1000, 1000 + count)]
        made = Invented("Axe 1 : X\n" + "\n".join(f"- {one}" for one in words)).axis("1", "X")
        for one in words:
            made.action("workshop", one, dates=("2021-05-20", "2021-05-20"))
        tables = made.tables()
        begun = process_time()
        assert sum(len(paragraph) for paragraph in axis_narrative(tables, "x-1", (), "fr")) <= 12
        return process_time() - begun

    seconds(50)
    assert seconds(1600) < 24 * max(seconds(100), 0.05)


@pytest.mark.parametrize("section", SECTIONS)
def test_what_a_section_without_data_says(section: str) -> None:
    for language in ("fr", "en"):
        assert missing(section, language).text.endswith(".")
