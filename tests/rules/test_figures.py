"""Numbers in figures and words: their values, what they count, and what counts nothing."""

import pytest
from marked import indicators_of, unmark

# text with the span marked, value, unit, qualifier
FRENCH = [
    ("⟦14\u202f000,12 €⟧ versés", 14000.12, "€", "exact"),
    ("⟦1\u00a0200 exemplaires⟧ au total", 1200, "exemplaires", "exact"),
    ("⟦1.200 exemplaires⟧ en tout", 1200, "exemplaires", "exact"),
    ("⟦10,6 k vues⟧", 10600, "vues", "exact"),
    ("une enveloppe de ⟦3,5 M€⟧", 3_500_000, "€", "exact"),
    ("une dotation de ⟦15 k€⟧", 15_000, "€", "exact"),
    ("⟦1,2 Md€⟧ de prêts", 1_200_000_000, "€", "exact"),
    ("⟦2,5 millions d'euros⟧", 2_500_000, "euros", "exact"),
    ("⟦un million d'euros⟧ de travaux", 1_000_000, "euros", "exact"),
    ("⟦45 millions de voyageurs⟧", 45_000_000, "voyageurs", "exact"),
    ("en 2021 ⟦12 ateliers⟧ ont eu lieu", 12, "ateliers", "exact"),
    ("⟦12 000 km⟧ en tout", 12000, "km", "exact"),
    ("⟦400 m² de locaux⟧", 400, "m² de locaux", "exact"),
    ("⟦0,6 ETP⟧ à la maison commune", 0.6, "ETP", "exact"),
    ("part de ⟦10,6 %⟧ cette fois", 10.6, "%", "exact"),
    ("⟦quatre-vingt-dix-sept foyers⟧", 97, "foyers", "exact"),
    ("⟦mille deux cents arbres⟧ au parc", 1200, "arbres", "exact"),
    ("⟦vingt et un élus⟧", 21, "élus", "exact"),
    ("⟦neuf bâtiments neufs⟧ et un bâtiment neuf", 9, "bâtiments neufs", "exact"),
    ("il suffit d'⟦un seul élu⟧ pour cela", 1, "élu", "exact"),
    ("⟦Quatre champs d'action⟧ ont suivi", 4, "champs d'action", "exact"),
    ("⟦cinq autres personnes⟧ et vous", 5, "personnes", "exact"),
    ("⟦Une vingtaine d’articles⟧ en ligne", 20, "articles", "approximately"),
    ("⟦une demi-douzaine de clubs⟧", 6, "clubs", "approximately"),
    ("⟦plus d'une trentaine de collectivités⟧", 30, "collectivités", "more_than"),
    ("⟦près de 2\u202f000 visiteurs⟧", 2000, "visiteurs", "approximately"),
    ("⟦environ 300 personnes⟧", 300, "personnes", "approximately"),
    ("⟦au moins trois réunions⟧", 3, "réunions", "at_least"),
    ("⟦jusqu'à 50 jeunes⟧", 50, "jeunes", "at_most"),
    ("⟦moins de 10 %⟧ du total", 10, "%", "less_than"),
    ("un équivalent de ⟦1,6 équivalent⟧ temps plein", 1.6, "équivalent", "exact"),
    ("Le comité s'est réuni ⟦neuf fois⟧.", 9, "fois", "exact"),
    ("Ils se sont rencontrés à ⟦cinq reprises⟧.", 5, "reprises", "exact"),
    ("⟦un tiers⟧ des villes", 33.3, "%", "exact"),
    ("⟦trois quarts⟧ des inscrits", 75, "%", "exact"),
    ("la ⟦moitié⟧ des communes", 50, "%", "exact"),
    ("⟦deux collectivités sur trois⟧", 66.7, "%", "exact"),
    ("⟦neuf jeunes sur dix⟧", 90, "%", "exact"),
    ("⟦un visiteur sur trois⟧ revient", 33.3, "%", "exact"),
    ("⟦1/3⟧ des usagers", 33.3, "%", "exact"),
    ("une note de ⟦8,5 sur 10⟧ en moyenne", 8.5, "sur 10", "exact"),
    ("⟦douze (12) élus⟧ ont voté", 12, "élus", "exact"),
    ("Participants (2021) : ⟦45⟧", 45, "Participants", "exact"),
    ("Participants : ⟦45⟧", 45, "Participants", "exact"),
    ("Nombre d'ateliers : ⟦12⟧", 12, "ateliers", "exact"),
    ("Le nombre de bénéficiaires s'élève à ⟦540⟧.", 540, "bénéficiaires", "exact"),
    ("⟦Douze des communes⟧ du pays", 12, "communes", "exact"),
    ("⟦quatorze élus et techniciens⟧ de la ville", 14, "élus et techniciens", "exact"),
    ("⟦12,5 km de berges⟧ en tout", 12.5, "km de berges", "exact"),
    ("la classe a travaillé ⟦vingt heures⟧", 20, "heures", "exact"),
]
ENGLISH = [
    ("There were ⟦113 registered apprentices⟧ in the year.", 113, "apprentices", "exact"),
    ("The clinic offers placements of ⟦up to 16 weeks⟧ since May.", 16, "weeks", "at_most"),
    ("It led to ⟦57\nconditional offers⟧.", 57, "conditional offers", "exact"),
    ("We mapped all ⟦1,140 bus stops⟧ there", 1140, "bus stops", "exact"),
    ("⟦Two in every five⟧ herds", 40, "%", "exact"),
    ("⟦Three schools in every four⟧ took part", 75, "%", "exact"),
    ("⟦Two out of every three⟧ tenants", 66.7, "%", "exact"),
    ("⟦fewer than ten of them⟧ could name us", 10, None, "less_than"),
    ("⟦1,200 copies⟧ printed", 1200, "copies", "exact"),
    ("⟦3.5m people⟧ live there", 3_500_000, "people", "exact"),
    ("a fund of ⟦£1.8 million⟧", 1_800_000, "£", "exact"),
    ("⟦£2.3m⟧ of research income", 2_300_000, "£", "exact"),
    ("worth ⟦USD 1.2 million⟧", 1_200_000, "USD", "exact"),
    ("⟦8.4K views⟧", 8400, "views", "exact"),
    ("⟦two hundred and five pupils⟧", 205, "pupils", "exact"),
    ("⟦Twenty-five schools⟧ joined", 25, "schools", "exact"),
    ("⟦A dozen schools⟧ joined", 12, "schools", "approximately"),
    ("⟦some 300 residents⟧ came", 300, "residents", "approximately"),
    ("⟦nearly 50 practitioners⟧ came", 50, "practitioners", "approximately"),
    ("⟦more than 900 people⟧ came", 900, "people", "more_than"),
    ("⟦over 1,000 books⟧ lent", 1000, "books", "more_than"),
    ("work over ⟦15 months⟧", 15, "months", "exact"),
    ("⟦fewer than 10 complaints⟧", 10, "complaints", "less_than"),
    ("by ⟦at least 12%⟧ or so", 12, "%", "at_least"),
    ("⟦Two in five⟧ said so", 40, "%", "exact"),
    ("⟦two-thirds⟧ of members", 66.7, "%", "exact"),
    ("⟦A third⟧ of households", 33.3, "%", "exact"),
    ("⟦Three schools in five⟧ agreed", 60, "%", "exact"),
    ("⟦60 air quality sensors⟧ were installed", 60, "air quality sensors", "exact"),
    ("⟦14 bubble CPAP machines⟧ came", 14, "bubble CPAP machines", "exact"),
    ("⟦40 local and regional businesses⟧", 40, "local and regional businesses", "exact"),
    ("⟦24 nurses and midwives⟧ came", 24, "nurses and midwives", "exact"),
    ("an ⟦eight-bed⟧ room", 8, "bed", "exact"),
    ("⟦Two of the nurses⟧ left", 2, "nurses", "exact"),
    ("⟦5,000+ downloads⟧", 5000, "downloads", "more_than"),
    ("a population of ⟦210,000⟧ or so", 210_000, "population", "exact"),
    ("Visits rose to ⟦43,200⟧.", 43_200, "Visits", "exact"),
    ("a score of ⟦4.6 out of 5⟧", 4.6, "out of 5", "exact"),
    ("met on ⟦eleven occasions⟧", 11, "occasions", "exact"),
    ("downloaded ⟦about 4,500 times⟧", 4500, "times", "approximately"),
    ("⟦120 tonnes of CO2⟧ avoided", 120, "tonnes of CO2", "exact"),
    ("A total of ⟦120 people⟧ attended", 120, "people", "exact"),
    ("Number of workshops: ⟦12⟧", 12, "workshops", "exact"),
]


@pytest.mark.parametrize(("language", "marked", "value", "unit", "qualifier"), [("fr", *c) for c in FRENCH] + [("en", *c) for c in ENGLISH])
def test_one_figure(language: str, marked: str, value: float, unit: str | None, qualifier: str) -> None:
    text, (span,) = unmark(marked)
    (row,) = indicators_of(text, language)
    assert (row.value, row.value_max, row.unit, row.qualifier) == (value, None, unit, qualifier)
    assert (row.start, row.end) == span and row.exact == text[row.start : row.end]


RANGES = [
    ("fr", "⟦entre 5 et 7 élus⟧", 5, 7, "élus"),
    ("fr", "⟦de 15 à 20 agents⟧ en salle", 15, 20, "agents"),
    ("fr", "⟦15 à 20 participants⟧ à chaque fois", 15, 20, "participants"),
    ("fr", "⟦10-12 séances⟧", 10, 12, "séances"),
    ("fr", "des aides de ⟦4 000 à 15 000 €⟧", 4000, 15000, "€"),
    ("en", "⟦between five and seven researchers⟧", 5, 7, "researchers"),
    ("en", "⟦15–20 students⟧", 15, 20, "students"),
]


@pytest.mark.parametrize(("language", "marked", "low", "high", "unit"), RANGES)
def test_ranges(language: str, marked: str, low: float, high: float, unit: str) -> None:
    text, (span,) = unmark(marked)
    (row,) = indicators_of(text, language)
    assert (row.value, row.value_max, row.unit, row.qualifier) == (low, high, unit, "exact")
    assert row.start <= span[0] + 3 and row.end == span[1]


# baseline, value, target
COMPARED = [
    ("fr", "Les délais ont été ramenés de 110 à 65 jours.", 110, 65, None, "jours"),
    ("fr", "La part est passée de 3,1 % en 2020 à 5,4 % en 2022.", 3.1, 5.4, None, "%"),
    ("fr", "Le nombre de participants est passé de 12 à 31.", 12, 31, None, "participants"),
    ("fr", "Les prélèvements sont passés de 3,1 millions de m³ en 2020 à 2,2 millions de m³ en 2023.", 3_100_000, 2_200_000, None, "m³"),
    ("fr", "La fréquentation a doublé, de 1 200 à 2 400 visiteurs.", 1200, 2400, None, "visiteurs"),
    ("fr", "Le taux de réponse, 37 % contre 22 % à l'enquête d'avant.", 22, 37, None, "%"),
    ("fr", "suivi par 1 240 élèves, contre 860 à son lancement, pour un objectif de 1 500", 860, 1240, 1500, "élèves"),
    ("fr", "sept séances sur les huit prévues", None, 7, 8, "séances"),
    ("fr", "48 700 € dépensés pour 52 000 € prévus", None, 48700, 52000, "€"),
    ("fr", "38 ha de zones humides, au-delà des 30 ha visés", None, 38, 30, "ha de zones humides"),
    ("fr", "L'objectif de 500 bénéficiaires est dépassé (612).", None, 612, 500, "bénéficiaires"),
    ("fr", "Taux de remplissage : 87 % (objectif 80 %)", None, 87, 80, "%"),
    ("fr", "La part des jeunes atteint 31 % (24 % en 2021, objectif : 30 %).", 24, 31, 30, "%"),
    ("fr", "Ce sont 41 personnes, quand nous en espérions 100.", None, 41, 100, "personnes"),
    ("en", "Emissions fell 12% against a 10% target.", None, 12, 10, "%"),
    ("en", "The plan would have a lead, a board and a budget of £450,000.", None, None, 450_000, "£"),
    ("fr", "Objectif : 100 logements.", None, None, 100, "logements"),
    ("fr", "La Ville versera 30 000 €.", None, None, 30000, "€"),
    ("fr", "Dix ateliers seront organisés.", None, None, 10, "ateliers"),
    ("en", "Lost-time accidents fell from 46 in 2018/19 to 21 in 2020/21.", 46, 21, None, "Lost-time accidents"),
    ("en", "The average delay fell from 6.4 days to 4.1 days.", 6.4, 4.1, None, "days"),
    ("en", "Waits were cut from 12 weeks to 8 weeks.", 12, 8, None, "weeks"),
    ("en", "The share rose from 23% in 2019 to 31% in 2023, against a target of 35%.", 23, 31, 35, "%"),
    ("en", "82% could name three of the signs, up from 55% in 2020.", 55, 82, None, "%"),
    ("en", "It cut the form from nine pages to two.", 9, 2, None, "pages"),
    ("en", "It advised 1,240 residents, against a target of 1,000.", None, 1240, 1000, "residents"),
    ("en", "45 of the 60 planned visits took place.", None, 45, 60, "visits"),
    ("en", "Ten workshops will be held.", None, None, 10, "workshops"),
]


@pytest.mark.parametrize(("language", "text", "baseline", "value", "target", "unit"), COMPARED)
def test_starts_and_targets(language: str, text: str, baseline: float | None, value: float | None, target: float | None, unit: str) -> None:
    row = indicators_of(text, language)[0]
    assert (row.baseline, row.value, row.target, row.unit) == (baseline, value, target, unit)


SEVERAL = [
    # shares of a total before a colon have its unit
    (
        "en",
        "It cost ninety thousand pounds: fifty thousand from the Trust, and forty thousand from our reserves.",
        [(90000, "pounds"), (50000, "pounds"), (40000, "pounds")],
    ),
    ("en", "It cost £520,000: 460,000 from the Trust and 60,000 for the boat.", [(520000, "£"), (460000, "£"), (60000, "£")]),
    ("fr", "Le projet a coûté 90 000 € : 50 000 pour le bateau et 40 000 pour le quai.", [(90000, "€"), (50000, "€"), (40000, "€")]),
    ("en", "It cost £520,000: 40 people came and 12 boats sailed.", [(520000, "£"), (40, "people"), (12, "boats")]),
    ("en", "It cost £520,000. From there 460 went to Leeds.", [(520000, "£")]),
    ("fr", "31 des 38 lauréats", [(31, "lauréats"), (38, "lauréats")]),
    ("fr", "12 ateliers ont réuni 340 participants, dont 120 femmes", [(12, "ateliers"), (340, "participants"), (120, "femmes")]),
    ("fr", "52 candidatures ont été reçues et 17 lauréats retenus", [(52, "candidatures"), (17, "lauréats retenus")]),
    ("fr", "45 actions sur 50 sont engagées", [(45, "actions"), (50, "actions")]),
    ("en", "12 recommendations; nine were accepted and three rejected", [(12, "recommendations"), (9, "recommendations"), (3, "recommendations")]),
    ("fr", "40 lauréats ; 12 d'entre eux ont ouvert", [(40, "lauréats"), (12, "lauréats")]),
    ("en", "It trained 29 apprentices: 18 began in 2019 and 11 in 2021.", [(29, "apprentices"), (18, "apprentices"), (11, "apprentices")]),
    ("en", "600 copies in English and 900 in Welsh", [(600, "copies"), (900, "copies")]),
    ("en", "Of 46 students, 19 found jobs. Twelve of them stayed.", [(46, "students"), (19, "students"), (12, "students")]),
]


@pytest.mark.parametrize(("language", "text", "figures"), SEVERAL)
def test_nouns_left_out(language: str, text: str, figures: list[tuple[float, str]]) -> None:
    assert [(row.value, row.unit) for row in indicators_of(text, language)] == figures


NOT_FIGURES = [
    ("fr", "Ces chiffres n'ont pas été vérifiés par un tiers. Les élus des deux villes, au nom des trois écoles."),
    ("en", "Returns of the three bodies. For Weeks 3-6 students learned to draw maps."),
    ("fr", "Un partenariat a été noué. L'un des ateliers a plu. Une convention, un atelier, l'un d'eux."),
    ("fr", "tél. 06 12 34 56 78, 05.36.49.12.08, +33 5 36 49 12 08, 69001 Lyon, SIRET 123 456 789 00012, ISBN 978-2-123-45678-9"),
    ("fr", "12 rue de la Paix, 5, avenue Foch, 12 quai des Tonneliers, 17300 Rochefort, BP 12, CS 40012"),
    ("fr", "article 12, art. L. 2111-3, loi n° 2014-856, page 4, n° 7, axe 2, lot 3, phase 2, étape 1, version 2.1, annexe 3"),
    ("fr", "le 12 mars 2022, en 2021, les 9 et 10 septembre 2021, à 14 h 30, au T3 2022, en 2020-2023"),
    ("fr", "la 3e réunion, le 1er prix, 2e édition, COVID-19, loi 3DS, A4, G7, la 5G, 24h/24"),
    ("fr", "Les deux partenaires, ces trois axes, leurs quatre équipes, entre deux séances, les deux villes"),
    ("fr", "pour trois ans, deux fois par an, tous les deux mois, au bout de six mois, des jeunes de 16 à 25 ans, âgés de 18 ans"),
    ("fr", "5 cm d'épaisseur, 300 dpi, un quart d'heure, à deux reprises, en deux temps"),
    ("fr", "le spectacle « Trois fois le rideau », l'accord « Une rivière, trois usages », Les Deux Rives, les Deux-Sèvres, Rennes 2"),
    ("fr", "des dizaines de bénévoles, plusieurs centaines de personnes, quelques ateliers, premier, deuxième, second"),
    ("en", "One workshop was held. One of them. On the one hand. A single front door. At one point."),
    ("en", "section 4.5, bus 12-15, page 12, Article 5, room 12, 12 Market Street, PO Box 45, tel. 01632 960 118, KN1 2QT, ref. CE/2024/37"),
    ("en", "1st, 2nd meeting, COVID-19, G20, 5G, Phase 2, Level 3, Commitments 1 and 2, year 3"),
    ("en", "the two partners, both councils, the three organisations, twice a year, three times a year, every two months"),
    ("en", "a five-year plan, a two-day workshop, a 12-month pilot, aged 16 to 25, 16-25 year olds, per 1,000"),
    ("en", "dozens of volunteers, hundreds of people, several meetings, a few"),
]


@pytest.mark.parametrize(("language", "text"), NOT_FIGURES)
def test_not_figures(language: str, text: str) -> None:
    assert [(row.exact, row.unit) for row in indicators_of(text, language)] == []
