"""Quotations: words that somebody is given as saying, who says them, and words in marks that are none."""

from time import process_time

import pytest
from marked import blocks_of, rows_of, unmark

from partnership_analysis.extraction.titles import quoted

FR = "Paul Martin, maire de Crest, et Jeanne Morel, présidente de l'Agence des Rives, ont signé la convention.\n\n"
EN = "Jane Carter, Mayor of Brackenford, and Dr Omar Khan, Chair of the River Trust, signed the agreement.\n\n"
PAUL, JEANNE, JANE, OMAR = ["p-paul-martin"], ["p-jeanne-morel"], ["p-jane-carter"], ["p-omar-khan"]

FRENCH = [
    ("« ⟦Qui passera derrière nous demain ?⟧ », demande Paul Martin, éleveur.", PAUL, None),
    ("« ⟦Le plus dur reste à faire ici⟧ », reconnaît M. Martin.", PAUL, None),
    ("Jeanne Morel a salué l'effort et décrit le projet comme « ⟦une chance pour tous les jeunes⟧ ».", JEANNE, None),
    ("« ⟦La confiance s'est installée⟧ », explique Paul Martin.", PAUL, None),
    ("« ⟦La confiance s'est installée⟧ », a expliqué Paul Martin, lors du bilan.", PAUL, None),
    ("Jeanne Morel a pris la parole. « ⟦Nous irons plus loin⟧ », a-t-elle déclaré.", JEANNE, None),
    ("Jeanne Morel a pris la parole. « ⟦Nous irons plus loin⟧ », conclut-elle.", JEANNE, None),
    ("Pour Jeanne Morel, « ⟦rien n'aurait été possible sans les agents⟧ ».", JEANNE, None),
    ("Selon Jeanne Morel, « ⟦rien n'aurait été possible sans les agents⟧ ».", JEANNE, None),
    ("Jeanne Morel a déclaré : « ⟦Nous irons plus loin.⟧ »", JEANNE, None),
    ("« ⟦Nous irons plus loin, assure Jeanne Morel, et nous tiendrons parole.⟧ »", JEANNE, None),
    ("Paul Martin : « ⟦Le plus dur est fait.⟧ »", PAUL, None),
    ("Comme l'a dit Jeanne Morel lors de la clôture, « ⟦le réseau est notre force⟧ ».", JEANNE, None),
    ("Témoignage de Jeanne Morel : « ⟦J'ai vu des élèves changer en une année.⟧ »", JEANNE, None),
    ("« ⟦Nous étions isolés. Nous ne le sommes plus⟧ », raconte Paul Martin, qui ajoute : « ⟦Et cela change tout.⟧ »", PAUL, None),
    ("« ⟦C'est une fierté pour la commune.⟧ »\n\nPaul Martin, maire de Crest", PAUL, None),
    ("« ⟦Un bel exemple de coopération⟧ »\n\n— Jeanne Morel, présidente de l'Agence des Rives", JEANNE, None),
    (
        "“\n\n⟦Nous avons appris à travailler ensemble, et cela se voit dans tous les services.⟧\n\n”\n\nPaul Martin, maire de Crest\nJeanne Morel, présidente",
        PAUL + JEANNE,
        None,
    ),
    ("« ⟦On se sent moins seules⟧ », confie une bénéficiaire du programme.", [], "une bénéficiaire du programme"),
    ("“⟦Un partenariat exemplaire⟧” selon la préfète.", [], "la préfète"),
    ("L'association résume ainsi son action : « ⟦être là où les autres ne sont plus⟧ ».", [], "L'association"),
    ('Un élu témoigne : "⟦J\'y ai trouvé des réponses concrètes à mes questions.⟧"', [], "Un élu"),
    ("« ⟦L'accord dit « Rivière vivante » change tout⟧ », souligne Paul Martin.", PAUL, None),
    ("Jeanne Morel\n@jmorel\n\n⟦Fière de nos équipes ! 300 personnes à l'atelier des Rives.⟧\n\n18:04 · 12 juin 2022 · 1 240 vues", JEANNE, None),
    ("Les comptes sont bons.\n\n« ⟦Une porte ouverte, c'est déjà un repos.⟧ »\n\nLa suite vient.", [], None),
]
ENGLISH = [
    ('It was, Dr Khan likes to say, "⟦the first thing I ever signed with a cat on it⟧".', OMAR, None),
    ('Jane Carter used to say, "⟦nobody owns the river⟧".', JANE, None),
    ('"⟦The trail has changed how I see my own street.⟧"\n– Year 6 pupil, Hailsham', [], "Year 6 pupil, Hailsham"),
    ("“⟦We never looked back,⟧” said Jane Carter. “⟦The town is proud of it.⟧”", JANE, None),
    ("Dr Khan said: “⟦The river has come back to life.⟧”", OMAR, None),
    ("According to Ms Carter, “⟦the buses are full for the first time in years⟧”.", JANE, None),
    ("As Omar Khan put it, “⟦clean water is everybody's business⟧”.", OMAR, None),
    ("‘⟦It felt like home from the first day,⟧’ one participant told us.", [], "one participant"),
    ('"⟦This has been a lifeline,⟧" a carer explained, "⟦and I would do it again.⟧"', [], "a carer"),
    ("“⟦The best thing we did was to listen.⟧”\n\nJane Carter, Mayor of Brackenford", JANE, None),
    ("“⟦I never thought I would finish it. Now I teach it.⟧” – Sam, apprentice", [], "Sam, apprentice"),
    ("One teacher wrote, “⟦My pupils now ask when the boat is coming back.⟧”", [], "One teacher"),
    ('"⟦I grew up beside the river,⟧" Ms. Carter told them, "⟦and I would like my children to.⟧"', JANE, None),
    ('Jane Carter rode along and called it "⟦the best thing on wheels since the tram.⟧"', JANE, None),
]
NONE = [
    ("fr", 'La commission "Eau & climat vivants ici" de l\'Agence, et Paul Martin pour Crest, ont signé.'),
    ("fr", "Le dispositif « Jeunes pousses » et la notion de « ville du quart d'heure » sont discutés."),
    ("fr", "Les valeurs de « respect », « écoute » et « partage » sont rappelées."),
    ("fr", "« Le vélo, c'est la santé » : sous ce slogan, une campagne a été menée."),
    ("fr", "L'atelier a porté sur le thème « Comment parler de la mort aux enfants ? »."),
    ("fr", "Le guide « Manger local à la cantine », publié en mars 2022, a été diffusé."),
    ("en", "The “one-stop shop” and the so-called “golden hour” are explained."),
    ("en", "The report calls it “a model for other ports”."),
    ("en", "The motto is “Together we grow”. Under the heading “What next?”, three points are listed."),
    ("en", 'Jane Carter opened the line and called it "The Wild Bus Route".'),
    ("fr", "- « Employer à plusieurs dans un même village. »"),
]


@pytest.mark.parametrize(("marked", "people", "speaker"), FRENCH)
def test_quotations_french(marked: str, people: list[str], speaker: str | None) -> None:
    _check(FR, marked, "fr", people, speaker)


@pytest.mark.parametrize(("marked", "people", "speaker"), ENGLISH)
def test_quotations_english(marked: str, people: list[str], speaker: str | None) -> None:
    _check(EN, marked, "en", people, speaker)


def _check(before: str, marked: str, language: str, people: list[str], speaker: str | None) -> None:
    text, spans = unmark(before + marked)
    rows = rows_of(text, language).quotations
    assert [(row.start, row.end) for row in rows] == spans
    assert {(row.people, row.speaker) for row in rows} == {(tuple(people), speaker)}


@pytest.mark.parametrize(("language", "text"), NONE)
def test_not_quotations(language: str, text: str) -> None:
    assert rows_of(text, language).quotations == ()


PAIRS = [
    ("“L’accord “Agir” en bref”", ['L\'accord "Agir" en bref', "Agir"]),
    ('"Alimentation et\ncoopération” enfin', ["Alimentation et coopération"]),
    ("« un “deux” trois »", ['un "deux" trois', "deux"]),
    ("l'eau d'ici et 'Port Lines' là", ["Port Lines"]),
    ('12" de neige, “ouvert seulement', []),
]


@pytest.mark.parametrize(("text", "words"), PAIRS)
def test_marks_pair_and_nest(text: str, words: list[str]) -> None:
    (block,) = blocks_of(text, "fr")
    assert [block.text[pair.start : pair.end] for pair in quoted(block)[0]] == words


@pytest.mark.parametrize("bad", ['"', "“", "« a \"b '", "'a "])
def test_unmatched_marks_stay_linear(bad: str) -> None:
    def took(times: int) -> float:
        (block,) = blocks_of(bad * times + "x", "fr")
        start = process_time()
        quoted(block)
        return process_time() - start

    took(100)
    assert took(20_000) < 40 * max(took(2_000), 0.002)
