"""Targets in sentences, both languages, and where the page says them."""

from datetime import date
from pathlib import Path

import pytest
from invented import Invented, plain

from partnership_analysis import parse
from partnership_analysis.extraction.records import Finding
from partnership_analysis.presentation.content import Content
from partnership_analysis.presentation.narrative import target_sentences
from partnership_analysis.tables.model import Tables

NONE: tuple[Finding, ...] = ()
FRENCH = [
    # counted by the piece: in the sentence
    ("Ateliers tenus", 14, "ateliers", {"target": 12}, "La cible de 12 ateliers tenus est atteinte : le rapport en compte 14."),
    ("Ateliers tenus", 9, "ateliers", {"target": 12}, "Avec 9 ateliers tenus, le résultat est en dessous de la cible, qui est de 12."),
    ("Accidents du travail", 9, "accidents", {"target": 12}, "La cible, 12 accidents du travail au plus, est tenue : le rapport en compte 9."),
    ("Accidents du travail", 15, "accidents", {"target": 12}, "Avec 15 accidents du travail, le résultat est au-dessus de la cible, qui est de 12."),
    # a measure, a share, a sum: behind its name
    ("Délai moyen (jours)", 40, "jours", {"target": 30}, "« Délai moyen » : 40 jours, au-dessus de la cible, qui est de 30 jours."),
    ("Délai moyen (jours)", 25, "jours", {"target": 30}, "Le délai moyen est de 25 jours : la cible de 30 jours est atteinte."),
    ("Part des achats durables", 40, "%", {"target": 50}, "« Part des achats durables » : 40 %, en dessous de la cible, qui est de 50 %."),
    ("Aides versées", 40_000, "€", {"target": 50_000}, "« Aides versées » : 40 000 €, en dessous de la cible, qui est de 50 000 €."),
    # no words for it
    (None, 40, "%", {"target": 50}, "Avec 40 %, le résultat est en dessous de la cible, qui est de 50 %."),
    (None, None, "%", {"target": 50}, None),
    # no value
    ("Ateliers tenus", None, "ateliers", {"target": 12}, "Les ateliers tenus, dont la cible est de 12, ne sont pas communiqués."),
]  # fmt: skip
ENGLISH = [
    ("Workshops for parents", 14, "workshops", {"target": 12}, "The target of 12 workshops for parents was reached: the report counts 14."),
    ("Accidents at work", 9, "accidents", {"target": 12}, "The target of at most 12 accidents at work was kept: the report counts 9."),
    ("Accidents at work", 15, "accidents", {"target": 12}, "With 15 accidents at work, the result is above the target, which is 12."),
    ("Moved on into work", None, "%", {"target": 60}, "“Moved on into work”, with a target of 60%, is not reported."),
    ("Businesses accredited", None, "businesses", {"target": 12}, "The businesses accredited, with a target of 12, are not reported."),
    ("Average waiting time (days)", 40, "days", {"target": 30}, "“Average waiting time”: 40 days, above the target, which is 30 days."),
    ("Share of local food", 60, "%", {"target": 50}, "“Share of local food”: 60%; the target of 50% was reached."),
    (None, 40, "%", {"target": 50, "target_date": date(2022, 12, 31)}, "With 40%, the target of 50% for 2022 was not reached."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "label", "value", "unit", "columns", "expected"),
    [("fr", *case) for case in FRENCH] + [("en", *case) for case in ENGLISH],
)
def test_a_target_in_a_sentence(language: str, label: str | None, value: float | None, unit: str, columns: dict[str, object], expected: str) -> None:
    words = f"{label or 'x'} | 1"
    made = Invented(f"X\n{words}", language=language, reported="2023-06-30")
    made.figure(words if label else "1", value, unit, label=label, **columns)
    assert [plain(sentence.text) for sentence in target_sentences(made.tables(), NONE, language)] == ([expected] if expected else [])


def content(tables: Tables, language: str) -> Content:
    """The page's content, its checks left out."""
    return Content(tables, tables, NONE, language)


@pytest.mark.parametrize(("targets", "sentences"), [(0, 0), (1, 1), (2, 2), (3, 0)])
def test_too_few_targets_for_a_figure_are_told_in_words(targets: int, sentences: int, tmp_path: Path) -> None:
    path = tmp_path / "bilan.md"
    rows = "".join(f"| {name} | 12 | 14 |\n" for name in ("Ateliers tenus", "Jardins ouverts", "Guides envoyés")[:targets])
    path.write_text(f"# Bilan\n\nLe partenariat a duré trois ans.\n\n| Indicateur | Cible | Réalisé |\n|---|---|---|\n{rows}", encoding="utf-8")
    page = content(parse(path), "fr")
    assert len(page.targets) == sentences
    assert ("cibles" in page.figures) == (targets > 2)
    assert all(sentence in [*page.sentences()] for sentence in page.targets)
