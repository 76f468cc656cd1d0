"""The twenty pairs of the design: invented rows and the sentence a careful colleague would write from them."""

from dataclasses import replace

import pytest
from invented import Invented, plain

from partnership_analysis.assessment.summaries import changes, targets
from partnership_analysis.extraction.records import Finding
from partnership_analysis.presentation.narrative import axis_narrative, figure_text, summary
from partnership_analysis.presentation.narrative_actions import told
from partnership_analysis.presentation.narrative_story import story
from partnership_analysis.presentation.narrative_targets import change_sentence, target_sentence

HEAD = "Bilan. "


def said(made: Invented, language: str = "fr") -> str:
    """The first action of invented rows in one sentence, figures included."""
    tables = made.tables()
    one = story(tables, (), language)
    action = told(one, tables.rows.actions[0])
    return plain(one.say(action.text()[1] + action.figures).text)


def in_axis(made: Invented, language: str = "fr") -> str:
    """The narrative of the first part as one text."""
    tables = made.tables()
    return plain(" ".join(sentence.text for paragraph in axis_narrative(tables, tables.rows.axes[0].axis_id, (), language) for sentence in paragraph))


def test_1_opening_with_place_and_organiser() -> None:
    made = Invented("La Communauté. Axe 1 : X\n- ouverture de l'atelier Rivage à Dinan").axis("1", "X").body("o-c", "Communauté")
    made.action("pilot", "ouverture de l'atelier Rivage", dates=("2022-05-01", "2022-05-01"), place="Dinan", organiser="o-c")
    assert said(made) == "L'atelier Rivage a ouvert le 1er mai 2022 à Dinan, à l'initiative de la Communauté."


def test_2_survey_over_months() -> None:
    made = Invented("La Ville et le Port. Axe 1 : X\n- enquête auprès de 640 employeurs").axis("1", "X").body("o-a", "Ville").body("o-b", "Port")
    made.action("survey", "enquête auprès de 640 employeurs", dates=("2022-03-01", "2022-05-31"), organiser="o-a o-b")
    made.figure("640 employeurs", 640, "employeurs", action="a-1")
    assert said(made) == "De mars à mai 2022, la Ville et le Port ont mené une enquête auprès de 640 employeurs."


def test_3_planned_in_a_town_with_article() -> None:
    made = Invented("Axe 1 : X\n- journée des achats, Le Havre").axis("1", "X")
    made.action("conference", "journée des achats", status="planned", dates=("2024-01-01", "2024-06-30"), edtf="2024-40", place="Le Havre")
    assert said(made) == "Une journée des achats est prévue au Havre au premier semestre 2024."


def test_4_undated_with_its_connections() -> None:
    made = (
        Invented("Axe 1 : X\n- webinaire : 118 connexions")
        .axis("1", "X")
        .action("webinar", "webinaire : 118 connexions", title="webinaire", organiser="o-z")
    )
    made.figure("118 connexions", 118, "connexions", action="a-1")
    assert said(made) == "Un webinaire a totalisé 118 connexions."
    assert "le rapport ne la date pas" in in_axis(made)


def test_5_overdue() -> None:
    made = Invented("Axe 1 : X\n- signature de la charte, fin 2022", reported="2023-06-30").axis("1", "X")
    made.time("fin 2022", "2022-10-01", "2022-12-31", "quarter")
    made.action("signing", "signature de la charte", status="planned", dates=("2022-10-01", "2022-12-31"))
    made.rows = replace(
        made.rows, actions=(replace(made.rows.actions[0], end=made.rows.actions[0].end + 10, exact="signature de la charte, fin 2022"),)
    )
    assert said(made) == "La charte devait être signée fin 2022 ; le rapport ne dit pas si elle l'a été."


def test_6_abandoned() -> None:
    made = Invented("Axe 1 : X\n- salon des métiers : annulé").axis("1", "X").action("conference", "salon des métiers", status="other")
    assert said(made) == "Le salon des métiers n'a pas eu lieu."


TARGETS = [
    ("Acheteurs formés | 100 | 104", "Acheteurs formés", 104, 100, "acheteurs", "La cible de 100 acheteurs formés est atteinte : le rapport en compte 104."),
    ("Structures créées | 80 | 57", "Structures créées", 57, 80, "structures", "Avec 57 structures créées au 30 juin 2023, la cible de 80 pour 2024 n'est pas encore atteinte."),
    ("Part des femmes parmi les lauréats | 50 %", "Part des femmes parmi les lauréats", None, 50, "%", "La part des femmes parmi les lauréats, dont la cible est de 50 %, n'est pas communiquée."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "label", "value", "target", "unit", "expected"), TARGETS)
def test_7_8_9_targets(words: str, label: str, value: float | None, target: float, unit: str, expected: str) -> None:
    from datetime import date

    made = Invented(f"Situation au 30 juin 2023. Axe 1 : X\n{words}", reported="2023-06-30").axis("1", "X")
    made.figure(words, value, unit, label=label, target=target, target_date=date(2024, 12, 31))
    tables = made.tables()
    sentence = target_sentence(story(tables, (), "fr"), targets(tables)[0])
    assert sentence is not None
    assert plain(sentence.text) == expected
    assert sentence.evidence == ((tables.rows.indicators[0].start, tables.rows.indicators[0].end),)


def test_10_change() -> None:
    made = Invented("Axe 1 : X\nDélais de versement | de 110 à 65 jours").axis("1", "X")
    made.figure("de 110 à 65 jours", 65, "jours", kind="outcome", baseline=110, label="Délais de versement")
    tables = made.tables()
    sentence = change_sentence(story(tables, (), "fr"), changes(tables)[0])
    assert sentence is not None
    assert plain(sentence.text) == "Les délais de versement sont passés de 110 à 65 jours."


def test_11_who_came() -> None:
    made = (
        Invented("La Ville. Axe 1 : X\n- matinée de rencontres : une quarantaine de structures et plus de 25 acheteurs")
        .axis("1", "X")
        .body("o-a", "Ville")
    )
    made.action(
        "meeting", "matinée de rencontres : une quarantaine de structures et plus de 25 acheteurs", title="matinée de rencontres", organiser="o-a"
    )
    made.figure("une quarantaine de structures", 40, "structures", action="a-1", qualifier="approximately")
    made.figure("plus de 25 acheteurs", 25, "acheteurs", action="a-1", qualifier="more_than")
    assert said(made).endswith(" ; une quarantaine de structures et plus de 25 acheteurs y ont pris part.")


def test_12_count_of_an_axis() -> None:
    words = [f"atelier numéro {number}" for number in range(10, 22)]
    made = Invented("Axe 4 : X\n" + "\n".join(f"- {one}" for one in words)).axis("4", "X")
    for number, one in enumerate(words):
        made.action("workshop", one, status="done" if number < 9 else "planned", axis="x-4")
    assert in_axis(made).startswith("L'axe 4 compte 12 actions : 9 réalisées et 3 à venir.")


def test_13_one_action_without_actor() -> None:
    made = (
        Invented("Axe 3 : X\n- atelier de couture, le 3 mai 2022")
        .axis("3", "X")
        .action("workshop", "atelier de couture", dates=("2022-05-03", "2022-05-03"), axis="x-3")
    )
    assert in_axis(made).startswith("L'axe 3 compte une action, réalisée ; le rapport ne nomme aucun acteur.")


def test_14_contradiction_in_the_summary() -> None:
    made = (
        Invented("Axe 1 : X\n54 ateliers ont eu lieu. Au total, 45 ateliers.")
        .axis("1", "X")
        .figure("54 ateliers", 54, "ateliers")
        .figure("45 ateliers", 45, "ateliers")
    )
    tables = made.tables()
    evidence = tuple((row.start, row.end) for row in tables.rows.indicators)
    finding = Finding(check="figures_disagree", severity="error", message="54, 45", evidence=evidence, axis_id=None)
    text = plain(" ".join(sentence.text for paragraph in summary(tables, (finding,), "fr") for sentence in paragraph))
    assert "Le nombre d'ateliers est donné deux fois : 54, puis 45." in text


def test_15_group_with_aspirated_h() -> None:
    made = Invented("La Halle des métiers et l'Atelier. Axe 1 : X\n- groupe de travail depuis avril 2022").axis("1", "X")
    made.body("o-a", "Halle des métiers").body("o-b", "Atelier")
    made.action("working_group", "groupe de travail", status="ongoing", dates=("2022-04-01", None), edtf="2022-04/..", partner="o-a o-b")
    assert said(made) == "Depuis avril 2022, un groupe de travail associe la Halle des métiers et l'Atelier."


def test_16_signatures() -> None:
    made = Invented("Hélène Ari, Idriss Bol et Bruno Cas. Axe 1 : X\n- tribune").axis("1", "X")
    made.person("p-h", "Hélène Ari").person("p-i", "Idriss Bol").person("p-b", "Bruno Cas")
    made.action("open_letter", "tribune", signatory="p-h p-i p-b")
    assert said(made) == "La tribune porte les signatures d'Hélène Ari, d'Idriss Bol et de Bruno Cas."


def test_17_workshop_in_english() -> None:
    made = Invented("KCC and the University with Bristol and Cork. Objective 1: X\n- workshop: nearly 50 practitioners", language="en").axis("1", "X")
    made.body("o-a", "KCC").body("o-b", "University").body("o-c", "Bristol").body("o-d", "Cork")
    made.action(
        "workshop",
        "workshop: nearly 50 practitioners",
        title="workshop",
        dates=("2024-04-01", "2024-04-30"),
        edtf="2024-04",
        place="Bristol",
        organiser="o-a o-b o-c o-d",
    )
    made.figure("nearly 50 practitioners", 50, "practitioners", action="a-1", qualifier="approximately")
    assert said(made, "en") == "KCC, the University, Bristol and Cork held a workshop in Bristol in April 2024, with nearly 50 practitioners."


def test_18_change_short_of_its_target() -> None:
    made = Invented("Objective 1: X\nShare | from 23% to 31%, target 35%", language="en").axis("1", "X")
    made.figure("from 23% to 31%, target 35%", 31, "%", kind="outcome", baseline=23, target=35, label="Share")
    tables = made.tables()
    sentence = change_sentence(story(tables, (), "en"), changes(tables)[0])
    assert sentence is not None
    assert plain(sentence.text) == "The share rose from 23% to 31%, short of the target of 35%."


def test_19_parts_add_up() -> None:
    text = "Objective 1: X\nThe fund came to £1.8 million, of which £1.1 million and £700,000."
    made = Invented(text, language="en").axis("1", "X")
    made.figure("£1.8 million", 1_800_000, "£", kind="input").figure("£1.1 million", 1_100_000, "£", kind="input").figure(
        "£700,000", 700_000, "£", kind="input"
    )
    words = figure_text("moyens", made.tables(), (), "en")
    assert words is not None
    assert plain(words.caption.text) == "The two parts, £1.1 million and £700,000, add up to the £1.8 million stated."


def test_20_axis_without_action() -> None:
    made = Invented("Objective 4: Quiet\nNothing yet.", language="en").axis("4", "Quiet")
    assert in_axis(made, "en") == "The report tells of no action under Objective 4."
