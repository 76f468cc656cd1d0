"""Indicators: their kind, call-outs, tables of results, the action and part they belong to."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from marked import blocks_of, indicators_of

from partnership_analysis.extraction.dates import dates
from partnership_analysis.extraction.indicators import indicators
from partnership_analysis.extraction.records import Action, Axis, Indicator, Status

KINDS = [
    ("en", "The fair drew 450 job seekers.", "output"),
    ("en", "It led to 45 jobs created in the port.", "outcome"),
    ("en", "Boardings rose from 112,000 to 187,500, which exceeds the target of 150,000.", "outcome"),
    ("fr", "L'équipe compte 3,2 équivalents temps plein.", "input"),
    ("fr", "La médiatrice est employée à 0,5 équivalent temps plein.", "input"),
    ("fr", "Une équipe mobile composée de quatre infirmiers a été créée.", "input"),
    ("fr", "75 bénévoles font vivre la charte.", "input"),
    ("fr", "Permanences de deux juristes à la mairie", "input"),
    ("fr", "24 formateurs ont été formés en mai 2022.", "output"),
    ("fr", "120 bénévoles ont participé à la fête.", "output"),
    ("fr", "Le podcast a été écouté 5 300 fois.", "outcome"),
    ("fr", "Le comité s'est réuni cinq fois.", "output"),
    ("fr", "12 stagiaires se sont installés en mai 2022.", "outcome"),
    ("en", "Our group met eleven times.", "output"),
    ("en", "The film was watched 400 times.", "outcome"),
    ("en", "Between us we employed three people full time.", "input"),
    ("en", "We gave advice to three people.", "output"),
    ("en", "Eleven nurses passed the test.", "outcome"),
    ("en", "The manual has been taken up by six clinics.", "outcome"),
    ("en", "The manual was sent to six clinics.", "output"),
    ("en", "The board met six times.", "output"),
    ("en", "In total we delivered the talk and the play three times.", "output"),
    ("en", "Kindred Rives is a network of 38 charities.", "context"),
    ("fr", "L'union fédère 412 associations.", "context"),
    ("en", "The police counted 38 burglaries.", "outcome"),
    ("en", "The average wait after the decision is 3.8 days.", "outcome"),
    ("en", "The course lasted 12 days.", "input"),
    ("en", "A joint team of seven nurses works on the ground floor.", "input"),
    ("en", "The course was followed by seven nurses.", "output"),
    ("en", "In all, 20,392 charging points were mapped.", "output"),
    ("en", "5,870 patients passed through it.", "output"),
    ("en", "The quarter is home to 5,900 children.", "context"),
    ("fr", "Il faut 8 mois pour obtenir un titre (contre 18 mois avant le service).", "outcome"),
    ("fr", "Le délai moyen est de 12 jours.", "outcome"),
    ("fr", "Le stage a duré 12 jours.", "input"),
    ("fr", "Le programme s'adresse à 5 900 enfants.", "context"),
    ("fr", "12 ateliers", "output"),
    ("fr", "400 exemplaires", "output"),
    ("fr", "150 personnes", "output"),
    ("fr", "2 100 téléchargements", "outcome"),
    ("fr", "143 emplois créés", "outcome"),
    ("fr", "91 % des répondants", "outcome"),
    ("fr", "une baisse de 29 %", "outcome"),
    ("fr", "31 des 38 lauréats ont obtenu un prêt", "outcome"),
    ("fr", "une subvention de 21 500 €", "input"),
    ("fr", "un budget financé à 60 % par la ville", "input"),
    ("fr", "des économies de 4 500 € sur un an", "outcome"),
    ("fr", "0,6 ETP", "input"),
    ("fr", "vingt heures de travail", "input"),
    ("fr", "231 000 habitants", "context"),
    ("fr", "48 communes", "context"),
    ("en", "nine meetings", "output"),
    ("en", "6,700 plays", "outcome"),
    ("en", "£85,000", "input"),
    ("en", "15 months", "input"),
    ("en", "savings of £4,000", "outcome"),
]


@pytest.mark.parametrize(("language", "text", "kind"), KINDS)
def test_kinds(language: str, text: str, kind: str) -> None:
    assert indicators_of(text, language)[0].kind == kind


def test_shares_in_a_list_under_a_sum_of_money_are_means() -> None:
    text = "Bilan\n\nLe budget s'élève à 386 000 €, répartis comme suit :\n\n- Ville : 60 %\n- Fondation : 40 %\n\nLes réponses sont bonnes :\n\n- satisfaits : 70 %"
    assert [(row.value, row.kind) for row in indicators_of(text, "fr")] == [(386000, "input"), (60, "input"), (40, "input"), (70, "outcome")]


BEFORE = [
    ("In the winter of 2019, 118 beds were filled by people who were well.", ["context"]),
    ("In the winter of 2022, 118 beds were filled by people who were well.", ["output"]),
    ("The share rose to 97% from 94% in 2019.", ["outcome", "outcome"]),
    ("In 2019, 118 beds were filled, in 2022 there were 40 beds.", ["output", "output"]),
]


@pytest.mark.parametrize(("text", "kinds"), BEFORE)
def test_what_was_before_the_agreement_is_context(text: str, kinds: list[str]) -> None:
    blocks = blocks_of(text, "en")
    rows = indicators(blocks, (), (), dates(blocks), agreed=date(2021, 4, 1))
    assert [row.kind for row in rows] == kinds


@pytest.mark.parametrize("text", ["3 ateliers sont en cours d'organisation.", "3 ateliers doivent être organisés."])
def test_what_is_under_way_to_be_held_is_a_target(text: str) -> None:
    (row,) = indicators_of(text, "fr")
    assert (row.value, row.target) == (None, 3)


def test_a_call_out_spans_number_and_label() -> None:
    text = "Le bilan est bon pour la ville comme pour le réseau, disent les partenaires.\n\n205\n\ntéléchargements sur le site du réseau\n\nEnsuite, tout va bien.\n"
    (row,) = indicators_of(text, "fr")
    assert (row.value, row.unit, row.kind) == (205, "téléchargements", "outcome")
    assert row.exact.startswith("205\n\ntéléchargements")


RESULTS = """# Bilan

| Indicateur | Référence (2020) | Cible 2024 | Réalisé 2022 | Réalisé 2023 |
|---|---:|---:|---:|---:|
| Ateliers tenus | 2 | 40 | 12 | 31 |
| Nombre d'emplois créés | 0 | 200 | n. c. | 143 |
| Part des achats solidaires | 3,1 % | 8 % | 4 % | 5,4 % |
| Budget (k€) | | 600 | 120 | 390 |
| Part des femmes parmi les lauréats | | 50 % | n. c. | n. c. |
| Suivi des parcours | n. c. | n. c. | non suivi | n. c. |
"""


def rows_of(text: str, language: str, tmp_path: Path) -> tuple[Indicator, ...]:
    """The indicators of a Markdown text."""
    from partnership_analysis.extraction.blocks import read_blocks
    from partnership_analysis.language.lexicon import load_lexicon
    from partnership_analysis.reading.formats import read_document

    path = tmp_path / "report.md"
    path.write_text(text, encoding="utf-8")
    blocks = read_blocks(read_document(path), load_lexicon(language))
    return indicators(blocks, (), (), dates(blocks))


def test_a_row_of_a_results_table_is_one_indicator(tmp_path: Path) -> None:
    rows = rows_of(RESULTS, "fr", tmp_path)
    assert [(row.label, row.unit, row.baseline, row.target, row.value) for row in rows] == [
        ("Ateliers tenus", "Ateliers tenus", 2, 40, 31),
        ("Nombre d'emplois créés", "emplois créés", 0, 200, 143),
        ("Part des achats solidaires", "%", 3.1, 8, 5.4),
        ("Budget (k€)", "€", None, 600_000, 390_000),
        ("Part des femmes parmi les lauréats", "%", None, 50, None),
    ]
    assert {row.target_date for row in rows} == {date(2024, 12, 31)}
    assert rows[0].exact == "Ateliers tenus | 2 | 40 | 12 | 31"
    assert [row.kind for row in rows] == ["output", "outcome", "outcome", "input", "outcome"]


TIMES: list[tuple[str, str, tuple[float | None, float | None, float | None, int | None]]] = [
    # what was reached before the target and behind it: the first is the starting value
    ("Indicateur | Valeur 2018 | Cible 2022 | Valeur 2022", "Gardes tenues | 14 | 10 | 12", (14, 10, 12, 2022)),
    ("Indicateur | Valeur 2018 | Cible 2022 | Valeur 2022", "Gardes tenues | 14 | 10 | n. c.", (14, 10, None, 2022)),
    ("Indicateur | 2018 | Cible | 2022", "Gardes tenues | 14 | 10 | 12", (14, 10, 12, None)),
    ("Indicateur | 2016 | 2018 | Cible 2022 | 2022", "Gardes tenues | 9 | 14 | 10 | 12", (14, 10, 12, 2022)),
    # years alone: what was reached then, the latest counts
    ("Indicateur | 2020 | 2021 | 2022 | Cible 2024", "Gardes tenues | 5 | 9 | 12 | 20", (None, 20, 12, 2024)),
    ("Indicateur | Cible 2024 | 2021 | 2022", "Gardes tenues | 20 | 9 | 12", (None, 20, 12, 2024)),
    ("Indicateur | Réalisé 2021 | Réalisé 2022 | Cible 2024", "Gardes tenues | 9 | 12 | 20", (None, 20, 12, 2024)),
    # a target a year: the latest of both
    ("Indicateur | Cible 2021 | Réalisé 2021 | Cible 2022 | Réalisé 2022", "Gardes tenues | 10 | 9 | 15 | 12", (None, 15, 12, 2022)),
]


@pytest.mark.parametrize(("head", "line", "expected"), TIMES)
def test_what_was_reached_before_and_after_a_target(
    head: str, line: str, expected: tuple[float | None, float | None, float | None, int | None], tmp_path: Path
) -> None:
    rule = "|".join("---" for _ in head.split("|"))
    (row,) = rows_of(f"# Suivi\n\n| {head} |\n|{rule}|\n| {line} |\n", "fr", tmp_path)
    assert (row.baseline, row.target, row.value, row.target_date and row.target_date.year) == expected


def test_a_table_of_counts_gives_one_indicator_a_cell(tmp_path: Path) -> None:
    text = "# Par ville\n\n| Ville | Ateliers | Participants | Année |\n|---|---|---|---|\n| Brive | 12 | 340 | 2022 |\n| Tulle | 8 | plus de 120 | 2023 |\n"
    rows = rows_of(text, "fr", tmp_path)
    assert [(row.value, row.unit, row.qualifier, row.label, row.exact) for row in rows] == [
        (12, "Ateliers", "exact", "Brive", "12"),
        (340, "Participants", "exact", "Brive", "340"),
        (8, "Ateliers", "exact", "Tulle", "8"),
        (120, "Participants", "more_than", "Tulle", "plus de 120"),
    ]


def test_labels_of_a_table_are_under_their_header_and_units_in_brackets_count(tmp_path: Path) -> None:
    text = (
        "# Suivi\n\n| Objectif | Indicateur | Unité | Cible | Année 1 | Année 2 |\n|---|---|---|---|---|---|\n"
        "| Former | Heures suivies | h | 900 | 400 | 860 |\n| Recevoir | Délai moyen d'accueil (jours) | | 30 | 60 | 42 |\n| Financer | Prêts (en milliers d'euros) | | 500 | 120 | 420 |\n"
    )
    rows = rows_of(text, "fr", tmp_path)
    assert [(row.label, row.unit, row.target, row.value) for row in rows] == [
        ("Heures suivies", "h", 900, 860),
        ("Délai moyen d'accueil (jours)", "jours", 30, 42),
        ("Prêts (en milliers d'euros)", "euros", 500_000, 420_000),
    ]


def test_a_table_of_actions_is_read_as_prose(tmp_path: Path) -> None:
    text = "# Suivi\n\n| Action | Date | Pilote |\n|---|---|---|\n| Guide tiré à 1 500 exemplaires | octobre 2022 | Ville |\n| Étude | fin 2023 | Réseau |\n"
    assert [(row.value, row.unit) for row in rows_of(text, "fr", tmp_path)] == [(1500, "exemplaires")]


def test_a_table_in_plain_text() -> None:
    text = "Outcomes against targets\n\nIndicator              Baseline   Target   Actual\nSchools taking part           4       40       31\nPupils reached              120    1,500    1,240\n"
    rows = indicators_of(text, "en")
    assert [(row.label, row.baseline, row.target, row.value) for row in rows] == [
        ("Schools taking part", 4, 40, 31),
        ("Pupils reached", 120, 1500, 1240),
    ]


ACTION = Action(
    action_id="a-1", axis_id="x-1", kind="workshop", title="", status="done", date_start=None, date_end=None, edtf=None, place=None,
    mode=None, start=0, end=0, exact="",
)  # fmt: skip


@pytest.mark.parametrize(("status", "value", "target"), [("done", 60, None), ("ongoing", 60, None), ("planned", None, 60), ("other", None, 60)])
def test_a_figure_of_a_planned_or_abandoned_action_is_a_target(status: Status, value: float | None, target: float | None) -> None:
    text = "Une formation, 60 enseignants."
    blocks = blocks_of(text, "fr")
    action = replace(ACTION, status=status, end=len(text))
    axis = Axis(axis_id="x-1", number="1", title="", kind="axis", start=0, end=len(text), exact=text, heading_start=0, heading_end=1)
    (row,) = indicators(blocks, (axis,), (action,), dates(blocks))
    assert (row.value, row.target, row.action_id, row.axis_id) == (value, target, "a-1", "x-1")


def test_a_price_of_a_planned_action_is_known() -> None:
    text = "Une évaluation, confiée à un cabinet pour 38 000 €, sera rendue."
    blocks = blocks_of(text, "fr")
    (row,) = indicators(blocks, (), (replace(ACTION, status="planned", end=len(text)),), ())
    assert (row.value, row.target) == (38_000, None)


def test_no_figure_inside_a_name() -> None:
    text = "Le Club des 100 entreprises a réuni 12 villes."
    blocks = blocks_of(text, "fr")
    assert [row.value for row in indicators(blocks, (), (), (), [(3, 28)])] == [12]


def test_ids_come_from_the_words() -> None:
    before, after = indicators_of("12 ateliers. 12 ateliers.", "fr"), indicators_of("Un mot. 12 ateliers. 12 ateliers. Un autre.", "fr")
    assert [row.indicator_id for row in before] == [row.indicator_id for row in after]
    assert len({row.indicator_id for row in before}) == 2


def test_lines_whose_columns_strokes_part_are_rows_of_results() -> None:
    text = "Suivi\n\nIndicateur : Objectif / Réalisé\nAudits réalisés : 80 / 84\nMénages sensibilisés : 5 000 / 6 100\n"
    rows = indicators_of(text, "fr")
    assert [(row.value, row.target, row.label) for row in rows] == [(84, 80, "Audits réalisés"), (6100, 5000, "Ménages sensibilisés")]


def test_one_line_with_a_stroke_is_no_row_of_results() -> None:
    assert [row.target for row in indicators_of("Suivi\n\nHoraires : matin / soir\n\n12 ateliers ont été tenus.\n", "fr")] == [None]


def test_a_value_is_held_against_the_target_of_its_own_year() -> None:
    text = "| | Prévu 2023 | Réalisé 2023 | Prévu 2024 |\n|---|---|---|---|\n| Trajets | 2 000 | 2 640 | 3 000 |\n| Foyers | 150 | 171 | 200 |\n"
    assert [(row.value, row.target) for row in indicators_of(text, "fr")] == [(2640, 2000), (171, 150)]
