"""The parts of a report: a text, and the kind, number and title of each part."""

import pytest

from tests.marked import rows_of

INTRO = ("introduction", None)
CASES = [
    (
        "labelled",
        "Bilan de l'accord\n\nUn texte.\n\nAxe 1 : Agir : le guide\n\n- un atelier à Montclar\n\nAxe 2 : Former\n\n- une formation\n",
        [(*INTRO, "Bilan de l'accord"), ("axis", "1", "Agir"), ("axis", "2", "Former")],
    ),
    (
        "labelled behind a chapter's number",
        "# Bilan de l'accord\n\nUn texte.\n\n## 2. Axe 1 – Agir\n\n- un atelier à Montclar\n\n## 3. Axe 2 – Former\n\n- une formation\n",
        [(*INTRO, "Bilan de l'accord"), ("axis", "1", "Agir"), ("axis", "2", "Former")],
    ),
    (
        "chapters of minutes without an objective",
        "COMPTE RENDU\n\nComité de suivi du pacte des rives\n\nSéance du 4 mai 2022\n\n1. Bilan des actions\n\nUn atelier a eu lieu.\n\n2. Perspectives\n\nUn guide sera publié.\n",
        [(*INTRO, "Comité de suivi du pacte des rives"), ("transversal", "1", "Bilan des actions"), ("transversal", "2", "Perspectives")],
    ),
    (
        "a title in capitals over two lines",
        "PACTE DE COOPÉRATION\nPOUR LA RIVIÈRE\n\nUn texte.\n\nAxe 1 : Agir\n\n- un atelier\n",
        [(*INTRO, "PACTE DE COOPÉRATION POUR LA RIVIÈRE"), ("axis", "1", "Agir")],
    ),
    (
        "a label parted from its title by a dot in the middle",
        "# Bilan du pacte\n\nUn texte.\n\n## Orientation n° 1 · Lire\n\n- un atelier à Montclar\n\n## Orientation n° 2 · Jouer\n\n- une fête\n\n## Ce qui coince\n\nLe temps manque à tous.\n\n## Cibles et réalisé\n\nDix ateliers.\n",
        [
            (*INTRO, "Bilan du pacte"),
            ("axis", "1", "Lire"),
            ("axis", "2", "Jouer"),
            ("transversal", None, "Ce qui coince"),
            ("transversal", None, "Cibles et réalisé"),
        ],
    ),
    (
        "a title that names what it is about on a second line",
        "Rapport d'évaluation du contrat\n« Haies des rives » 2019-2023\n\nUn texte.\n\nVOLET A – Planter\n\nUn atelier a eu lieu.\n\nVOLET B – Tailler\n\nUn stage a eu lieu.\n\nRésultats au terme du contrat\n\nDix stages ont eu lieu.\n",
        [
            (*INTRO, "Rapport d'évaluation du contrat « Haies des rives » 2019-2023"),
            ("axis", "A", "Planter"),
            ("axis", "B", "Tailler"),
            ("transversal", None, "Résultats au terme du contrat"),
        ],
    ),
    (
        "a genre is the title where the text begins right under it",
        "# Bilan 2024\n\nCette page est tirée de la présentation faite aux équipes au début de l'année. Chaque année, le réseau fait son bilan, pour faire le point sur ses résultats et ses priorités.\n\n## Prêter des livres\n\n- un atelier\n\n## Perspectives\n\nUn guide paraîtra.\n",
        [(*INTRO, "Bilan 2024"), ("axis", None, "Prêter des livres"), ("transversal", None, "Perspectives")],
    ),
    (
        "letters",
        "REVIEW OF THE CHARTER\n\nPREAMBLE\n\nA text.\n\nCOMMITMENT A – SAFE QUAYS\n\nThe port held a workshop.\n\nCOMMITMENT B – FAIR JOBS\n\nThe union published a guide.\n\nCONCLUSIONS\n\nAll is well.\n",
        [(*INTRO, "REVIEW OF THE CHARTER"), ("axis", "A", "SAFE QUAYS"), ("axis", "B", "FAIR JOBS"), ("transversal", None, "CONCLUSIONS")],
    ),
    (
        "numbers",
        "Bilan 2021 du pacte\n\n1. Contexte\n\nUn texte de contexte.\n\n2. Planter des haies\n\nUn atelier a eu lieu.\n\n3. Gouvernance\n\nLe comité se réunit.\n",
        [(*INTRO, "Bilan 2021 du pacte"), ("axis", "2", "Planter des haies"), ("transversal", "3", "Gouvernance")],
    ),
    (
        "themes without numbers",
        "The river compact\n\nIt was signed in May 2021.\n\nCleaner water\n\nThe trust held two workshops.\n\nSafer banks\n\nThe council planted trees.\n\nNext steps\n\nA guide will be published.\n",
        [(*INTRO, "The river compact"), ("axis", None, "Cleaner water"), ("axis", None, "Safer banks"), ("transversal", None, "Next steps")],
    ),
    (
        "a genre is no title",
        "COMMUNIQUÉ DE PRESSE\n\nL'eau partagée\n\nUn accord a été signé.\n\nMoins d'eau\n\nUn guide a été publié.\n\nEt maintenant ?\n\nUn avenant sera signé.\n",
        [(*INTRO, "L'eau partagée"), ("axis", None, "Moins d'eau"), ("transversal", None, "Et maintenant ?")],
    ),
    (
        "a part that opens with a sentence",
        "Bilan du pacte\n\nUn texte.\n\n1. Agir\n\n- un atelier\n\n2. Former\n\n- un stage\n\nAu-delà de ces deux axes, le pacte a permis :\n\n- une étude\n",
        [
            (*INTRO, "Bilan du pacte"),
            ("axis", "1", "Agir"),
            ("axis", "2", "Former"),
            ("transversal", None, "Au-delà de ces deux axes, le pacte a permis"),
        ],
    ),
    (
        "contacts are no part",
        "Bilan du pacte\n\nUn texte.\n\nAxe 1 : Agir\n\n- un atelier\n\nContacts\n\nAnne Roux, mairie de Montclar\n",
        [(*INTRO, "Bilan du pacte"), ("axis", "1", "Agir")],
    ),
    (
        "sub-headings belong to their axis",
        "Bilan du pacte\n\nUn texte.\n\nAxe 1 : Agir\n\n1.1 Les haies\n\n- un atelier\n\nRésultats\n\n- un guide\n\nAxe 2 : Former\n\nRésultats\n\n- un stage\n",
        [(*INTRO, "Bilan du pacte"), ("axis", "1", "Agir"), ("axis", "2", "Former")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_axes(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    language = "en" if "workshop" in text else "fr"
    assert [(one.kind, one.number, one.title) for one in rows_of(text, language).axes] == expected


def test_parts_cover_the_text_and_know_their_heading() -> None:
    text = "Bilan du pacte\n\nUn texte.\n\nAxe 1 : Agir\n\n- un atelier\n\nFin."
    introduction, axis = rows_of(text, "fr").axes
    assert text[introduction.start : introduction.end] == "Bilan du pacte\n\nUn texte."
    assert text[axis.start : axis.end] == "Axe 1 : Agir\n\n- un atelier\n\nFin."
    assert text[axis.heading_start : axis.heading_end] == "Axe 1 : Agir"


def test_a_text_without_parts_has_one_introduction_or_none() -> None:
    assert [one.kind for one in rows_of("Bonjour à tous.", "fr").axes] == ["introduction"]


MORE = [
    (
        "a dateline, a welcome and a delegation are no themes",
        "en",
        "# The river compact\n\n## 4 JUN 2025 4:35PM by Orvale News\n\nThe trust held two workshops.\n\n## A word from the co-chairs\n\nThe trust is glad of it.\n\n## MONTCLAR DELEGATION\n\nAnn Lee and Bob Roy came to the hall.\n\n## Cleaner water\n\nThe trust held a fair.\n\n## Running the partnership\n\nThe board met.\n",
        [("axis", None, "Cleaner water"), ("transversal", None, "Running the partnership")],
    ),
    (
        "labels without numbers",
        "fr",
        "Bilan du pacte\n\nUn texte.\n\nAxe : Emploi\n\n- un atelier\n\nAxe transversal : Communication\n\n- un guide\n",
        [("axis", None, "Emploi"), ("transversal", None, "Communication")],
    ),
    (
        "numbers without signs",
        "en",
        "Review of the compact\n\nA text.\n\n1 Introduction\n\nA text.\n\n2 Skills\n\n- a workshop\n\n3 Jobs\n\n- a fair\n",
        [("axis", "2", "Skills"), ("axis", "3", "Jobs")],
    ),
    (
        "numbers with brackets",
        "fr",
        "Bilan du pacte\n\nUn texte.\n\n1) Emploi\n\n- un atelier\n\n2) Culture\n\n- un concert\n",
        [("axis", "1", "Emploi"), ("axis", "2", "Culture")],
    ),
    (
        "Roman numbers",
        "fr",
        "Bilan du pacte\n\nUn texte.\n\nORIENTATION I – EMPLOI\n\n- un atelier\n\nORIENTATION II – CULTURE\n\n- un concert\n",
        [("axis", "I", "EMPLOI"), ("axis", "II", "CULTURE")],
    ),
    (
        "ordinals",
        "fr",
        "Bilan du pacte\n\nUn texte.\n\nPremier objectif : Emploi\n\n- un atelier\n\nDeuxième objectif : Culture\n\n- un concert\n",
        [("axis", "1", "Emploi"), ("axis", "2", "Culture")],
    ),
    (
        "a chapter that only holds parts",
        "fr",
        "Bilan du pacte\n\nUn texte.\n\n1. Rappel des objectifs\n\nUn texte.\n\n2. Actions réalisées\n\n2.1 Emploi\n\nUn atelier a eu lieu.\n\n2.2 Culture\n\nUn concert a eu lieu.\n\n3. Moyens\n\nUn poste.\n",
        [("axis", "2.1", "Emploi"), ("axis", "2.2", "Culture"), ("transversal", "3", "Moyens")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), [case[1:] for case in MORE], ids=[case[0] for case in MORE])
def test_more_axes(language: str, text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert [(one.kind, one.number, one.title) for one in rows_of(text, language).axes if one.kind != "introduction"] == expected
