"""What a part tells beside its actions: figures that stand alone, titles, who is quoted, who took part; and the introduction."""

from dataclasses import replace

import pytest
from invented import Invented, plain

from partnership_analysis.extraction.records import BASE_FORM, Quotation
from partnership_analysis.presentation.narrative import axis_narrative, narrated_axes


def told(made: Invented, axis: str = "x-1", language: str = "fr") -> str:
    return plain(" ".join(sentence.text for paragraph in axis_narrative(made.tables(), axis, (), language) for sentence in paragraph))


FIGURES = [
    ("En 2022, la Ville a reçu 312 porteurs de projet dans ses locaux du centre.", "312 porteurs de projet", "en 2022, la Ville a reçu 312 porteurs de projet dans ses locaux du centre"),
    ("Elle en a gardé 57 structures, toujours en activité trois ans plus tard.", "57 structures", "Le rapport indique : « Elle en a gardé 57 structures, toujours en activité trois ans plus tard »."),
    ("Taux d'abandon : 12 % (18 % au départ)", "12 %", "Le rapport donne aussi « Taux d'abandon : 12 % (18 % au départ) »."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figure", "expected"), FIGURES)
def test_a_figure_that_stands_alone_is_told(sentence: str, figure: str, expected: str) -> None:
    value = float(figure.split(" ")[0])
    made = Invented(f"Axe 1 : Accueillir\n\n{sentence}\n").axis("1", "Accueillir").figure(figure, value, figure.split(" ", 1)[1], kind="outcome")
    assert expected in told(made)


def test_a_view_of_somebody_else_is_not_laid_to_the_report() -> None:
    made = Invented("Axe 1 : Rouler\n\nSelon l'enquête du cabinet Merle, 38 % des usagers ont vendu leur voiture.\n").axis("1", "Rouler")
    text = told(made.figure("38 %", 38, "%", kind="outcome"))
    assert "Selon l'enquête du cabinet Merle, 38 % des usagers ont vendu leur voiture." in text
    assert "selon le rapport" not in text.lower()


def test_days_alone_name_nothing_that_could_change() -> None:
    made = Invented("Axe 1 : Verser\n\nCela les a ramenés de 110 à 65 jours en deux ans, ce dont chacun se loue.\n").axis("1", "Verser")
    text = told(made.figure("ramenés de 110 à 65 jours", 65, "jours", kind="outcome", baseline=110))
    assert "Les jours sont passés" not in text and "« Cela les a ramenés de 110 à 65 jours" in text


def quoting(text: str, words: str, people: tuple[str, ...] = ("p-1",)) -> Invented:
    made = Invented(text).axis("1", "Accueillir")
    for number, name in enumerate(("Anne Roux", "Luc Noir"), start=1):
        if name in text:
            made.person(f"p-{number}", name)
    return made._with("quotations", Quotation(text=words, people=people, **made.span(words)))


def test_who_is_quoted_is_named_with_the_words() -> None:
    made = quoting("Axe 1 : Accueillir\n\n« Sans ce prêt, nous aurions fermé », dit Anne Roux.\n", "Sans ce prêt, nous aurions fermé")
    assert "Le rapport cite Anne Roux : « Sans ce prêt, nous aurions fermé »." in told(made)


def test_words_without_a_speaker_are_not_laid_to_anybody() -> None:
    made = quoting("Axe 1 : Accueillir\n\n« Sans ce prêt, nous aurions fermé », entend-on.\n", "Sans ce prêt, nous aurions fermé", ())
    assert "Le rapport cite" not in told(made)


def test_titles_that_no_sentence_named() -> None:
    made = Invented("Axe 1 : Publier\n\nÀ lire : Le port en chantier ; La mer en partage.\n").axis("1", "Publier")
    made.work("Le port en chantier").work("La mer en partage")
    assert "L'axe 1 mentionne aussi les titres « Le port en chantier » et « La mer en partage »." in told(made)


def test_who_took_part_and_is_not_in_the_words() -> None:
    made = Invented("Axe 1 : Réunir\n- atelier sur les achats, à Dinan. Anne Roux et Luc Noir y étaient.").axis("1", "Réunir")
    made.person("p-1", "Anne Roux").person("p-2", "Luc Noir").action("workshop", "atelier sur les achats, à Dinan", place="Dinan", attendee="p-1 p-2")
    assert "; Anne Roux et Luc Noir y ont pris part." in told(made)


def test_nobody_is_named_for_what_is_only_planned() -> None:
    made = Invented("Axe 1 : Réunir\n- atelier sur les achats, à Dinan. Anne Roux y sera.").axis("1", "Réunir").person("p-1", "Anne Roux")
    made.action("workshop", "atelier sur les achats, à Dinan", status="planned", place="Dinan", attendee="p-1")
    assert "pris part" not in told(made)


def test_the_introduction_is_told_first_where_it_holds_an_action() -> None:
    made = Invented("Le cadre\nLa charte a été signée le 3 mars 2021.\n").axis("introduction", "Le cadre", kind="introduction")
    assert narrated_axes(made.tables()) == ()
    made.action("signing", "La charte a été signée le 3 mars 2021.", dates=("2021-03-03", "2021-03-03"), axis="x-introduction")
    assert narrated_axes(made.tables()) == ("x-introduction",)
    assert told(made, "x-introduction").startswith("Le rapport compte une action, réalisée")  # it has no other part
    made.axis("1", "signée")
    assert narrated_axes(made.tables()) == ("x-introduction", "x-1")
    assert told(made, "x-introduction").startswith("L'introduction compte une action, réalisée")


def test_a_work_said_by_its_noun_alone_has_its_title() -> None:
    made = Invented("Axe 1 : Publier\nLe guide « Vivre au port ». Le guide a été imprimé à Dinan.").axis("1", "Publier").work("Vivre au port")
    made.action("publication", "Le guide a été imprimé à Dinan.")
    assert "Le guide « Vivre au port » a été imprimé à Dinan." in told(made)


def test_two_actions_of_one_sentence_are_told_once() -> None:
    made = Invented("Axe 1 : Réunir\nLa Ville a ouvert un guichet. La Ville a ouvert un guichet.").axis("1", "Réunir")
    made.action("pilot", "La Ville a ouvert un guichet.").action("pilot", "La Ville a ouvert un guichet.")
    assert told(made).count("La Ville a ouvert un guichet") == 1


def test_infinitives_of_what_is_to_be_done_share_one_verb() -> None:
    made = Invented(
        "Axe 1 : La suite\n\n- recruter un médiateur ;\n- éditer un livret au printemps 2024 ;\n- associer les communes voisines.\n"
    ).axis("1", "La suite")
    for words in ("recruter un médiateur", "éditer un livret au printemps 2024", "associer les communes voisines"):
        made.action("other", words, status="planned")
    assert "Il est prévu de recruter un médiateur, d'éditer un livret au printemps 2024 et d'associer les communes voisines." in told(made)


def test_infinitives_in_english() -> None:
    made = Invented("Objective 1: Next\n\n- recruit a mediator;\n- publish a booklet.\n", language="en").axis("1", "Next")
    for words in ("recruit a mediator", "publish a booklet"):
        made.action("other", words, status="planned")
    assert "It is planned to recruit a mediator and to publish a booklet." in told(made, language="en")


BASE_FORMS = [
    ("en", "Survey riders at ten stops", "done", "Rivers Trust carried out an action: “Survey riders at ten stops”"),
    ("en", "Review fares", "planned", "Rivers Trust is to review fares"),
    ("fr", "Former 40 conducteurs (salle Brume, mai 2023)", "done", "Régie des eaux a mené une action : « Former 40 conducteurs »"),
    ("fr", "Réviser les tarifs", "planned", "Régie des eaux doit réviser les tarifs"),
]


@pytest.mark.parametrize(("language", "words", "status", "expected"), BASE_FORMS)
def test_a_verb_in_its_base_form_is_no_noun(language: str, words: str, status: str, expected: str) -> None:
    head, name = ("Axe 1 : Agir", "Régie des eaux") if language == "fr" else ("Objective 1: Acting", "Rivers Trust")
    made = Invented(f"{head}\n\n- {words}\n\n{name}\n", language=language).axis("1", head.partition(": ")[2]).body("o-a", name)
    made.action("other", words, status=status, title=words.partition(" (")[0], rule=BASE_FORM, organiser="o-a")
    assert expected in told(made, language=language)


def test_a_sentence_whose_verb_we_do_not_know_is_quoted() -> None:
    words = "Un bus du livre sillonne les villages"
    made = Invented(f"Axe 1 : Aller vers\n\n{words}.\n").axis("1", "Aller vers").action("other", words, status="ongoing")
    assert f"« {words} »" in told(made) and "villages est en cours" not in told(made)


COUNTS = [
    ("15 participants", 15, "participants", "15 participants"),
    # neither says what is counted
    ("93 %", 93, "%", ""),
    ("plus de 2 300 fois", 2300, "fois", ""),
]


@pytest.mark.parametrize(("words", "value", "unit", "expected"), COUNTS)
def test_a_figure_told_beside_an_action_says_what_it_counts(words: str, value: float, unit: str, expected: str) -> None:
    made = Invented(f"Axe 1 : Apprendre\n\n- séjour de répit à Dinan, porté par le club ({words})\n").axis("1", "Apprendre")
    made.action("other", "séjour de répit à Dinan, porté par le club").figure(words, value, unit, kind="outcome")
    row = made.rows.indicators[0]
    made.rows = replace(made.rows, indicators=(replace(row, action_id=made.rows.actions[0].action_id),))
    assert (words in told(made)) == bool(expected)


def test_a_verb_without_subject_has_the_actors_for_one() -> None:
    made = (
        Invented("Axe 1 : Bouger\n\n- le Club a mené deux chantiers et ouvert deux créneaux de boxe.\n")
        .axis("1", "Bouger")
        .body("o-1", "Club", kind="association")
    )
    made.action("other", "ouvert deux créneaux de boxe", organiser="o-1")
    assert "Le Club a ouvert deux créneaux de boxe" in told(made)


def test_a_signing_cut_inside_its_list_is_told_by_its_facts() -> None:
    words = "The memorandum, which has effect from 1 April 2022 to 31 March 2027, was signed at the Shire Hall, Orvale, on 27 May 2022 by Ann Lee, Leader of the Council and its Member for Health, Eve Roy, then Chair of the Trust, and Bob Fox, Chief Officer of the Network"
    made = Invented(f"Objective 1: Sign\n\n{words}.\n", language="en", signed="2022-05-27", partners=("o-a",)).axis("1", "Sign")
    made.person("p-1", "Ann Lee").person("p-2", "Eve Roy").person("p-3", "Bob Fox").body("o-a", "Council", kind="local_authority")
    made.action("signing", words, dates=("2022-05-27", "2022-05-27"), signatory="p-1 p-2 p-3")
    text = told(made, language="en")
    assert {name in text for name in ("Ann Lee", "Eve Roy", "Bob Fox")} == {True}
    assert "the Council signed the memorandum on 27 May 2022" in text.replace("The Council", "the Council")
