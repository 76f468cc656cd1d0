"""A third language is a folder of lexicons: a small Spanish one beside the package's own, and no code."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from partnership_analysis import parse
from partnership_analysis.language import detection, lexicon

SPANISH = """Convenio entre la Universidad de Almara y la Fundación Ribera, 2021-2023

1. Formación

- El 12 de marzo de 2022, la Fundación Ribera organizó un taller en Sevilla con 45 participantes.
- En mayo de 2022, Ana Robles, presidenta de la Fundación Ribera, firmó el acuerdo.
- La Fundación Ribera publicó una guía (más de 300 ejemplares).
"""


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    shutil.copytree(lexicon.FOLDER, tmp_path / "lexicons")
    shutil.copytree(Path(__file__).parent / "es", tmp_path / "lexicons" / "es")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path / "lexicons")
    lexicon.load_lexicon.cache_clear()
    detection._known_by.cache_clear()
    yield
    lexicon.load_lexicon.cache_clear()
    detection._known_by.cache_clear()


@pytest.mark.usefixtures("spanish")
def test_spanish_is_told_and_read() -> None:
    rows = parse(SPANISH).rows
    assert rows.report.language == "es"
    assert [(row.exact, row.date_start, row.date_end) for row in rows.dates][1:] == [
        ("12 de marzo de 2022", date(2022, 3, 12), date(2022, 3, 12)),
        ("mayo de 2022", date(2022, 5, 1), date(2022, 5, 31)),
    ]
    assert [row.name for row in rows.people] == ["Ana Robles"]
    assert [(row.name, row.kind) for row in rows.organisations] == [("Fundación Ribera", "foundation")]
    assert [(row.role, row.organisation_id) for row in rows.memberships] == [("presidenta", "o-fundacion-ribera")]
    assert [(row.value, row.unit, row.qualifier) for row in rows.indicators] == [(45.0, "participantes", "exact"), (300.0, "ejemplares", "more_than")]
    assert [(row.name, row.country) for row in rows.places] == [("Sevilla", "ES")]
    assert (rows.actions[0].kind, rows.actions[0].date_start) == ("workshop", date(2022, 3, 12))


def test_french_is_not_taken_for_spanish(spanish: None) -> None:
    assert parse("Le taller est un atelier que la fondation a organisé avec les associations en mai 2022.").report.language == "fr"


def test_without_its_folder_spanish_is_not_known() -> None:
    assert "es" not in lexicon.languages()
