"""What the report's own words become: whole clauses trimmed, noun phrases given article and verb, the rest left alone."""

import pytest

from partnership_analysis.presentation.grammar import Grammar, grammar

FRENCH, ENGLISH = grammar("fr"), grammar("en")

NOUN_PHRASES = [
    ("ouverture d'une deuxième permanence à Cognac", "pilot", "une deuxième permanence a ouvert à Cognac"),
    ("lancement de la première édition par la Métropole", "funding", "la première édition a été lancée par la Métropole"),
    ("signature d'une charte d'engagement", "signing", "une charte d'engagement a été signée"),
    ("envoi au ministère de la Culture d'une contribution commune", "advocacy", "une contribution commune a été envoyée au ministère de la Culture"),
    ("présentation des premiers résultats de l'étude au Salon des territoires", "presentation", "les premiers résultats de l'étude ont été présentés au Salon des territoires"),
    ("matinée de rencontres à Dinan, organisée par la Ville avec le Port", "meeting", "une matinée de rencontres à Dinan a été organisée par la Ville avec le Port"),
    ("travaux de renaturation conduits par le syndicat", "other", "des travaux de renaturation ont été conduits par le syndicat"),
    ("création de deux postes de médiateur", "other", "deux postes de médiateur ont été créés"),
    ("mise en ligne de l'annuaire des fournisseurs", "pilot", "l'annuaire des fournisseurs a été mis en ligne"),
    ("formation de 40 agents à l'accueil", "training", "une formation de 40 agents à l'accueil a eu lieu"),
    ("signature de la tribune impulsée par le réseau", "open_letter", "la tribune impulsée par le réseau a été signée"),
    ("signature, le 3 mars 2021, de la charte du port avec la Ville", "signing", "la charte du port a été signée avec la Ville le 3 mars 2021"),
    ("prêt de douze vélos aux stagiaires par la régie", "pilot", "douze vélos ont été prêtés aux stagiaires par la régie"),
    ("création d'un fonds de prêt, qui a soutenu 18 projets", "other", "un fonds de prêt, qui a soutenu 18 projets, a été créé"),
    ("ouverture d'une permanence, tenue par deux agents", "pilot", "une permanence, tenue par deux agents, a ouvert"),
    ("organisation de deux voyages, l'un à Bruz (juin 2022), l'autre à Dinan, à l'intention des agents", "visit", "deux voyages, l'un à Bruz (juin 2022), l'autre à Dinan, ont été organisés à l'intention des agents"),
    ("mise en place, avec la Fédération du bâtiment, d'un plateau technique à Bruz", "pilot", "un plateau technique a été mis en place à Bruz avec la Fédération du bâtiment"),
    ("congrès de l'Union, à Bruz, le 7 octobre 2022", "conference", "le congrès de l'Union a eu lieu à Bruz, le 7 octobre 2022"),
    # what is said of somebody named behind a comma is not done to the head
    ("signature, le mardi 13 juin 2023, d'un accord avec la Chambre, représentée par Luc Noir", "signing", "un accord a été signé le mardi 13 juin 2023 avec la Chambre, représentée par Luc Noir"),
    # who wrote a work, and what is said of a place, stay beside it
    ("parution du livret « Respirer », écrit par Anne Roux et Luc Noir", "publication", "le livret « Respirer », écrit par Anne Roux et Luc Noir, a paru"),
    ("visite de la maison Bleue à Bruz, qui fait chanter des malades", "visit", "la visite de la maison Bleue à Bruz, qui fait chanter des malades, a eu lieu"),
    ("échange de supports, sur un espace tenu par Luc Noir", "information_sharing", "un échange de supports, sur un espace tenu par Luc Noir, a eu lieu"),
    ("article « Vingt ans après » paru dans le Courrier", "article", "l'article « Vingt ans après » a paru dans le Courrier"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "expected"), NOUN_PHRASES)
def test_noun_phrases(words: str, kind: str, expected: str) -> None:
    made = FRENCH.told(words, "", status="done", kind=kind, overdue=False)
    assert made is not None
    assert made.text == expected


PLANNED_PHRASES = [
    ("étude confiée au cabinet Merle, attendue fin 2024", "une étude, confiée au cabinet Merle, est attendue fin 2024"),
    ("parution prévue en octobre 2024", "une parution est prévue en octobre 2024"),
    ("signature d'un avenant avec le port prévue au printemps 2024", "un avenant doit être signé avec le port au printemps 2024"),
]


@pytest.mark.parametrize(("words", "expected"), PLANNED_PHRASES)
def test_what_is_awaited(words: str, expected: str) -> None:
    made = FRENCH.told(words, "", status="planned", kind="study", overdue=False)
    assert made is not None
    assert made.text == expected


CANCELLED = [
    ("deux sessions annulées au printemps 2020", "deux sessions ont été annulées au printemps 2020"),
    ("salon des métiers", "le salon des métiers n'a pas eu lieu"),
    ("atelier financé par la Ville", "l'atelier financé par la Ville n'a pas eu lieu"),  # paid for, and still not held
    ("création d'une maison de garde", "une maison de garde n'a pas été créée"),
    ("ouverture d'un guichet", "un guichet n'a pas ouvert"),
]


@pytest.mark.parametrize(("words", "expected"), CANCELLED)
def test_what_did_not_take_place(words: str, expected: str) -> None:
    made = FRENCH.told(words, "", status="other", kind="conference", overdue=False)
    assert made is not None
    assert made.text == expected


NO_CLAUSE = [
    "audition Assemblée nationale",
    "RepèrESS",
    "nos actions",
    "financés par Luc Noir",
    "devant la commission de la culture",
    "comité qui assurait le suivi du",
    "publierons un carnet de recettes",
    "14 novembre 2019 à Nevers",
    "présentation au Salon « Vivre",
    "co-organisation d'un atelier à l'occasion du sommet de",
]  # fmt: skip


@pytest.mark.parametrize("words", NO_CLAUSE)
def test_what_is_no_phrase_makes_no_clause(words: str) -> None:
    assert FRENCH.told(words, "", status="done", kind="other", overdue=False) is None


CLAUSES = [
    ("Au printemps 2021, le Port a posé 46 compteurs sur les quais.", "done", "au printemps 2021, le Port a posé 46 compteurs sur les quais"),
    ("Un guide a par ailleurs été publié en 2021.", "done", "un guide a été publié en 2021"),
    ("La Ville a également signé une charte, notamment avec les écoles.", "done", "la Ville a signé une charte"),
    ("Un avenant sera signé en décembre 2023.", "planned", "un avenant doit être signé en décembre 2023"),
    ("Le Port équipera 60 stations d'ici 2026.", "planned", "le Port doit équiper 60 stations d'ici 2026"),
    ("Le bilan paraîtra début 2025.", "planned", "le bilan doit paraître début 2025"),
    ("Les partenaires se réuniront en mai.", "planned", "les partenaires doivent se réunir en mai"),
    ("Cette étude a été imprimée à 400 exemplaires (voir ci-contre).", "done", "l'étude a été imprimée à 400 exemplaires"),
    ("Les délais, jugés trop longs, ont été ramenés de 110 à 65 jours", "done", "les délais, jugés trop longs, ont été ramenés de 110 à 65 jours"),
    ("Nous avons ouvert une salle de lecture.", "done", "la Ville a ouvert une salle de lecture"),
    ("Une convention triennale devrait être signée à l'automne 2023.", "planned", "une convention triennale devrait être signée à l'automne 2023"),
    ("Mais le guichet a ouvert en mai.", "done", "le guichet a ouvert en mai"),
    ("D'ici là, la Ville étudiera un second site.", "planned", "la Ville doit étudier un second site"),
    ("Un comité, animé par Anne Roux, assurait le suivi entre deux séances.", "done", "un comité, animé par Anne Roux, assurait le suivi entre deux séances"),
    ("Dépouillées par l'institut, les réponses ont nourri une étude.", "done", "dépouillées par l'institut, les réponses ont nourri une étude"),
    ("D'ores et déjà, un webinaire est prévu le 9 mai.", "planned", "un webinaire est prévu le 9 mai"),
    ("La convention a permis de développer des coopérations avec deux écoles.", "done", "des coopérations ont été développées avec deux écoles"),
    ("Selon l'évaluation, 38 % des usagers ont renoncé à une voiture.", "done", "Selon l'évaluation, 38 % des usagers ont renoncé à une voiture"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "status", "expected"), CLAUSES)
def test_clauses(words: str, status: str, expected: str) -> None:
    made = FRENCH.clause(words, status=status, subject="la Ville", subjects=1, overdue=False)
    assert made is not None
    assert made.text == expected
    assert not made.follows


NOT_CLAUSES = [
    "L'opération a permis de planter 200 arbres.",  # a claim of effect
    "Nous sommes convaincus de l'importance du port.",
    "La Métropole a voté le sien le 24 juin 2022",  # stands for something said before
    "voyage d'étude à Lille pour quatorze élus",  # no verb
    "webinaire a été organisé avec les écoles",  # an article is missing
    "La charte a été signée par les deux maires et le président du",  # cut short
]


@pytest.mark.parametrize("words", NOT_CLAUSES)
def test_what_cannot_be_a_sentence_of_ours(words: str) -> None:
    assert FRENCH.clause(words, status="done", subject="", subjects=0, overdue=False) is None


@pytest.mark.parametrize(
    "words", ["Quatre ont signé un contrat de travail.", "Trois d'entre elles ont trouvé un emploi.", "Plusieurs se sont inscrites."]
)
def test_a_number_alone_stays_behind_what_it_counts(words: str) -> None:
    made = FRENCH.clause(words, status="done", subject="la Ville", subjects=1, overdue=False)
    assert made is None or made.follows


@pytest.mark.parametrize(
    "words", ["Il a été signé le 3 mars 2021.", "Elle a également été financée par la Région.", "Nous avons été sollicités par le Comité."]
)
def test_the_actors_are_not_put_for_what_was_done(words: str) -> None:
    made = FRENCH.clause(words, status="done", subject="la Ville", subjects=1, overdue=False)
    assert made is None or (made.follows and "la Ville" not in made.text)


DEEDS = [
    ("ouvert deux créneaux hebdomadaires", FRENCH, True),
    ("financé l'achat de vélos", FRENCH, True),
    ("publié le 3 mars 2021", FRENCH, False),
    ("signée la même année", FRENCH, False),
    ("voté le sien en juin", FRENCH, False),
    ("organisées par la Ville", FRENCH, False),
    ("installed 14 cameras around the station", ENGLISH, True),
    ("carried out four walkabouts", ENGLISH, True),
    ("published 3 March 2021", ENGLISH, False),
    ("held in the spring", ENGLISH, False),
    ("was the first", ENGLISH, False),
    ("a report on trees", ENGLISH, False),
]


@pytest.mark.parametrize(("words", "language", "expected"), DEEDS)
def test_a_verb_without_its_subject(words: str, language: Grammar, expected: bool) -> None:
    assert language.begins_with_deed(words) == expected


def test_whose_view_a_clause_gives() -> None:
    assert FRENCH.attributed("selon l'évaluation, le taux a doublé") and ENGLISH.attributed("according to the survey, it doubled")
    assert not FRENCH.attributed("selon".upper()) and not ENGLISH.attributed("the accord doubled")


def test_a_pronoun_stays_behind_its_clause_or_gives_way_to_the_actors() -> None:
    alone = FRENCH.clause("Elle a été présentée à Lyon.", status="done", subject="", subjects=0, overdue=False)
    assert alone is not None and alone.follows
    named = FRENCH.clause("Ils ont également participé au plan.", status="done", subject="la Ville et le Port", subjects=2, overdue=False)
    assert named is not None and named.text == "la Ville et le Port ont participé au plan"


ENGLISH_CLAUSES = [
    ("On 14 March 2022 the Council and the University opened the Skills Hub.", "done", "on 14 March 2022 the Council and the University opened the Skills Hub"),
    ("The partners will publish a second guide in May.", "planned", "the partners are to publish a second guide in May"),
    ("A charter will be signed in Barry.", "planned", "a charter is to be signed in Barry"),
    ("We ran three workshops, which was wonderful.", "done", "the Trust ran three workshops"),
    ("trained 29 apprentices", "done", "the Trust trained 29 apprentices"),
    ("The Board met on eleven occasions, including two in Cork.", "done", "the Board met on eleven occasions"),
    ("Ann Lee, Curator at the Mill, and Bob Roy led thirty tours.", "done", "Ann Lee, Curator at the Mill, and Bob Roy led thirty tours"),
    ("And on 5 May 2024 the two houses will hold a fair.", "planned", "on 5 May 2024 the two houses are to hold a fair"),
    ("The pact between the Port and the Union will run until May.", "planned", "the pact between the Port and the Union is to run until May"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "status", "expected"), ENGLISH_CLAUSES)
def test_english_clauses(words: str, status: str, expected: str) -> None:
    made = ENGLISH.clause(words, status=status, subject="the Trust", subjects=1, overdue=False)
    assert made is not None
    assert made.text == expected


ENGLISH_PHRASES = [
    ("opening of the Harbour Skills Hub", "pilot", "the Harbour Skills Hub was opened"),
    ("study visit to Rotterdam", "visit", "a study visit to Rotterdam took place"),
    ("launch of a small grants fund for schools", "funding", "a small grants fund was launched for schools"),
    ("joint response on shore power", "advocacy", None),
    ("joint exhibition, “A Long Way”", "conference", "a joint exhibition, “A Long Way”, took place"),
    ("Begin works at Quarry Hill", "other", None),  # a plan's order, no noun
    ("was signed in July by the two mayors", "signing", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "expected"), ENGLISH_PHRASES)
def test_english_phrases(words: str, kind: str, expected: str | None) -> None:
    made = ENGLISH.told(words, "", status="done", kind=kind, overdue=False)
    assert (made.text if made else None) == expected
