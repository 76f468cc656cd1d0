"""What readers call an action: its title where that reads as one, else a clause with its subject."""

import pytest
from invented import Invented, plain

from partnership_analysis.presentation.narrative_titles import reader_titles

TITLES = [
    ("Une étude a été publiée fin 2021.", "étude a été publiée fin 2021", "Une étude a été publiée fin 2021"),
    ("La Ville a signé une charte.", "signé une charte", "La Ville a signé une charte"),
    (
        "La Ville a invité Rives unies à participer au salon.",
        "Rives unies à participer au salon",
        "La Ville a invité Rives unies à participer au salon",
    ),
    ("ouverture d'un guichet à Dinan", "ouverture d'un guichet à Dinan", "ouverture d'un guichet à Dinan"),
    ("Une enquête auprès de 40 agents", "enquête auprès de 40 agents", "enquête auprès de 40 agents"),
    (
        "La présidente du réseau, Anne Roux, maire de Dinan et présidente de l'agglomération, a signé la tribune des villes moyennes à l'occasion de l'assemblée générale du réseau à Dinan.",
        "signé la tribune des villes moyennes à l'occasion de l'assemblée générale",
        "La présidente du réseau a signé la tribune des villes moyennes à l'occasion de l'assemblée générale du réseau à Dinan",
    ),
    (
        "Une rencontre s'est tenue avec tous les partenaires du réseau lors du salon des communes de Dinan en présence d'Anne Roux, ministre chargée de l'économie sociale, solidaire et responsable, et d'une trentaine de maires.",
        "rencontre s'est tenue avec tous les partenaires",
        "Une rencontre s'est tenue avec tous les partenaires du réseau lors du salon des communes de Dinan en présence d'Anne Roux",
    ),
    ("La charte sera signée en mai.", "charte sera signée en mai", "La charte doit être signée en mai"),
]


@pytest.mark.parametrize(("words", "title", "expected"), TITLES)
def test_titles(words: str, title: str, expected: str) -> None:
    status = "planned" if "sera" in words else "done"
    made = Invented(f"Axe 1 : Ouvrir\n- {words}").axis("1", "Ouvrir").action("other", words, title=title, status=status)
    assert plain(reader_titles(made.tables(), "fr")["a-1"]) == expected


def test_a_title_says_nothing_of_what_the_report_does_not_say() -> None:
    made = Invented("Bilan au 5 mai 2023. Axe 1 : Ouvrir\n- La charte sera signée en mars 2023.", reported="2023-05-05").axis("1", "Ouvrir")
    made.action("other", "La charte sera signée en mars 2023", title="charte sera signée", status="planned", dates=("2023-03-01", "2023-03-31"))
    assert plain(reader_titles(made.tables(), "fr")["a-1"]) == "La charte devait être signée en mars 2023"


def test_a_title_that_begins_with_its_verb_has_the_subject_of_its_sentence() -> None:
    words = "financés par Luc Noir"
    made = Invented(f"Axe 1 : Ouvrir\n\nDepuis mai, les vélos sont {words}, technicien de la Ville.\n").axis("1", "Ouvrir").action("other", words)
    assert plain(reader_titles(made.tables(), "fr")["a-1"]) == "Depuis mai, les vélos sont financés par Luc Noir, technicien de la Ville"


def test_nothing_is_made_of_a_title_that_cannot_be_mended() -> None:
    made = Invented("Axe 1 : Ouvrir\n- votée hier").axis("1", "Ouvrir").action("other", "votée hier")
    assert reader_titles(made.tables(), "fr")["a-1"] == "votée hier"


def test_titles_have_the_typography_of_their_language() -> None:
    words = 'Visite du "Marché de l\'inclusion"'
    made = Invented(f"Axe 1 : Ouvrir\n- {words}").axis("1", "Ouvrir").action("visit", words)
    assert reader_titles(made.tables(), "fr")["a-1"] == "Visite du «\u202fMarché de l’inclusion\u202f»"
