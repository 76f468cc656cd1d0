"""Offices: who holds which, where, and whether it is over; and what is no office."""

import pytest
from named import offices_of

FRENCH = [
    # a label behind somebody's body in brackets is of another body
    (
        "Comité : Luc Noir (Ligue des Rives), présidente d'honneur : Mme Anne Roux ; membres : Luc Petit, Paul Gros.",
        [],
    ),
    # another office behind `, et le` is somebody else's
    ("La ministre de la Culture, Anne Roux, et le préfet de la Drôme l'ont visité.", [("Anne Roux", "ministre de la Culture", None, False)]),
    # an office of a body that the report names nowhere is not of the body before it
    (
        "Anne Roux, présidente de la Ligue des Rives ; M. Luc Noir, chargé de mission à la Région.",
        [("Anne Roux", "présidente", "Ligue des Rives", False)],
    ),
    # each of two bodies its own; an office beside the mayor's; letters behind an office; a trade between a name and an office
    (
        "L'école Hugo (EHU) et la Ligue des Rives étaient représentées par leurs directeurs, Anne Roux et Luc Noir.",
        [("Anne Roux", "directeurs", "école Hugo", False), ("Luc Noir", "directeurs", "Ligue des Rives", False)],
    ),
    (
        "Anne Roux, maire de la ville de Montclar, accompagnée de Luc Noir, adjoint à la culture.",
        [("Anne Roux", "maire", "Montclar", False), ("Luc Noir", "adjoint à la culture", "Montclar", False)],
    ),
    (
        "avec Anne Roux, directrice interministérielle des haies (DIH), et Luc Noir",
        [("Anne Roux", "directrice interministérielle des haies", "DIH", False)],
    ),
    (
        "La chambre d'agriculture du Var a signé. Anne Roux, technicienne à la chambre d'agriculture, a planté.",
        [("Anne Roux", "technicienne", "chambre d'agriculture du Var", False)],
    ),
    ("Luc Noir, agent forestier, président de la Ligue des Rives", [("Luc Noir", "président", "Ligue des Rives", False)]),
    # a service inside a role; a body before a bracket of offices; a body in the midst of a list
    (
        "Luc Noir, responsable du pôle Agriculture de l'université de Montclar",
        [("Luc Noir", "responsable du pôle Agriculture", "université de Montclar", False)],
    ),
    (
        "Le Comité de suivi (présidente : Anne Roux, élue de la Région Bretagne ; trésorier : Luc Noir) a tenu séance.",
        [
            ("Anne Roux", "présidente", "Comité de suivi", False),
            ("Anne Roux", "élue", "Région Bretagne", False),
            ("Luc Noir", "trésorier", "Comité de suivi", False),
        ],
    ),
    (
        "Présents : Luc Noir (Région Bretagne) ; pour la Ligue des Rives, Anne Roux et le trésorier, Paul Petit ; Eva Blanc.",
        [("Paul Petit", "trésorier", "Ligue des Rives", False)],
    ),
    (
        "La Ligue des Rives agit. Ses coprésidents sont Anne Roux, directrice de l'école Hugo, et Luc Noir.",
        [
            ("Anne Roux", "coprésidents", "Ligue des Rives", False),
            ("Luc Noir", "coprésidents", "Ligue des Rives", False),
            ("Anne Roux", "directrice", "école Hugo", False),
        ],
    ),
    # after the name
    ("Le Réseau Alvise est né en 2010. Anne Roux en est la présidente depuis 2021.", [("Anne Roux", "présidente", "Réseau Alvise", False)]),
    (
        "Orvanne Métropole a adhéré. Anne Roux, ancienne trésorière du Réseau Alvise, en est la présidente.",
        [("Anne Roux", "trésorière", "Réseau Alvise", True), ("Anne Roux", "présidente", "Réseau Alvise", False)],
    ),
    (
        "Le Réseau Alvise est né en 2010. Anne Roux, ancienne maire de Montclar, en est la présidente.",
        [("Anne Roux", "maire", "Montclar", True), ("Anne Roux", "présidente", "Réseau Alvise", False)],
    ),
    ("Le Réseau Alvise a grandi. Anne Roux en était heureuse.", []),
    ("Anne Roux, maire de Montclar, a signé.", [("Anne Roux", "maire", "Montclar", False)]),
    ("Anne Roux, alors vice-présidente d'Orvanne Métropole", [("Anne Roux", "vice-présidente", "Orvanne Métropole", True)]),
    ("Luc Noir, ancien directeur du Réseau Alvise", [("Luc Noir", "directeur", "Réseau Alvise", True)]),
    ("Luc Noir, point de contact à l'ANCT", [("Luc Noir", "point de contact", "ANCT", False)]),
    ("Luc Noir, alors point de contact national à l'ANCT", [("Luc Noir", "point de contact national", "ANCT", True)]),
    ("Anne Roux, médecin-conseil de la CPAM de Montclar, a parlé.", [("Anne Roux", "médecin-conseil", "CPAM de Montclar", False)]),
    (
        "Anne Roux, chargée de mission « jeunes majeurs » au Département de la Brume, a parlé.",
        [("Anne Roux", "chargée de mission « jeunes majeurs »", "Département de la Brume", False)],
    ),
    (
        "L'Alliance Vals de Brume (A3VB) a signé. Anne Roux, chargée de mission à l'A3VB, a parlé.",
        [("Anne Roux", "chargée de mission", "Alliance Vals de Brume", False)],
    ),
    (
        "Anne Roux, présidente du Réseau Alvise jusqu'en juillet 2023 (actuel président : Luc Noir)",
        [("Anne Roux", "présidente", "Réseau Alvise", False), ("Luc Noir", "actuel président", "Réseau Alvise", False)],
    ),
    (
        "Anne Roux et Luc Noir, respectivement présidente et trésorier du Réseau Alvise, ont signé.",
        [("Anne Roux", "présidente", "Réseau Alvise", False), ("Luc Noir", "trésorier", "Réseau Alvise", False)],
    ),
    ("Anne Roux, coordinatrice du pacte, a parlé.", [("Anne Roux", "coordinatrice du pacte", None, False)]),
    ("Luc Noir, chef de projet du contrat local de santé, a parlé.", [("Luc Noir", "chef de projet du contrat local de santé", None, False)]),
    # before it
    ("Le maire de Montclar, Paul Petit, ouvre la séance.", [("Paul Petit", "maire", "Montclar", False)]),
    ("et par la directrice du Réseau Alvise, Solène Picq.", [("Solène Picq", "directrice", "Réseau Alvise", False)]),
    (
        "Le maire de Montclar, Paul Petit, et la présidente du Réseau Alvise, Anne Roux, ont signé.",
        [("Paul Petit", "maire", "Montclar", False), ("Anne Roux", "présidente", "Réseau Alvise", False)],
    ),
    ("La Ville de Montclar a signé. Le maire, Paul Petit, et Anne Roux sont venus.", [("Paul Petit", "maire", "Montclar", False)]),
    ("Anne Roux, professeure à l'université de Montclar, ouvre la séance.", [("Anne Roux", "professeure", "université de Montclar", False)]),
    ("Anne Roux, paysagiste au sein du Réseau Alvise, a parlé.", [("Anne Roux", "paysagiste", "Réseau Alvise", False)]),
    ("Anne Roux, élue en juin 2024 présidente du Réseau Alvise, a parlé.", [("Anne Roux", "présidente", "Réseau Alvise", False)]),
    ("Le Réseau Alvise est représenté par Mme Anne Roux, vice-présidente.", [("Anne Roux", "vice-présidente", "Réseau Alvise", False)]),
    (
        "La communauté d'agglomération Vals de Brume a signé. Le président de l'agglomération, Luc Noir, est venu.",
        [("Luc Noir", "président", "communauté d'agglomération Vals de Brume", False)],
    ),
    # shared by several
    (
        "Anne Roux et Luc Noir, co-présidents de la Commission des Rives",
        [("Anne Roux", "co-présidents", "Commission des Rives", False), ("Luc Noir", "co-présidents", "Commission des Rives", False)],
    ),
    (
        "Anne Roux, vice-présidente de la Métropole d'Orvanne et Luc Noir, adjoint au maire de Montclar, co-présidents de la commission « Eau »",
        [
            ("Anne Roux", "vice-présidente", "Métropole d'Orvanne", False),
            ("Luc Noir", "adjoint au maire", "Montclar", False),
            ("Anne Roux", "co-présidents", "commission « Eau »", False),
            ("Luc Noir", "co-présidents", "commission « Eau »", False),
        ],
    ),
    # two offices, two bodies
    (
        "Anne Roux, maire et présidente d'Orvanne Métropole",
        [("Anne Roux", "maire", "Orvanne Métropole", False), ("Anne Roux", "présidente", "Orvanne Métropole", False)],
    ),
    (
        "Luc Noir, président du Réseau Alvise et de la Fondation Brume",
        [("Luc Noir", "président", "Réseau Alvise", False), ("Luc Noir", "président", "Fondation Brume", False)],
    ),
    # government
    (
        "Anne Roux, alors ministre déléguée chargée des Territoires et de la Ruralité, est venue.",
        [("Anne Roux", "ministre déléguée chargée des Territoires et de la Ruralité", None, True)],
    ),
    ("la préfète de la Lande, Anne Roux", [("Anne Roux", "préfète de la Lande", None, False)]),
    # a service belongs to the role
    ("Luc Noir, chef du service habitat de la Métropole d'Orvanne", [("Luc Noir", "chef du service habitat", "Métropole d'Orvanne", False)]),
    # behind what it is in charge of, and a body told before an article
    (
        "La vice-présidente de la Région Orvanne chargée des lycées, Anne Roux, est venue.",
        [("Anne Roux", "vice-présidente", "Région Orvanne", False)],
    ),
    ("Pour la Ville de Montclar\n\nAnne Roux, maire", [("Anne Roux", "maire", "Montclar", False)]),
    # lines of minutes and signatures
    (
        "Pour le Réseau Alvise : Mme Inès Picq, présidente ; M. Luc Noir, trésorier.",
        [("Inès Picq", "présidente", "Réseau Alvise", False), ("Luc Noir", "trésorier", "Réseau Alvise", False)],
    ),
    ("Anne Roux, directrice, Orvanne Métropole", [("Anne Roux", "directrice", "Orvanne Métropole", False)]),
    ("Anne Roux, Orvanne Métropole, vice-présidente", [("Anne Roux", "vice-présidente", "Orvanne Métropole", False)]),
    ("Anne Roux\nPrésidente du Réseau Alvise", [("Anne Roux", "Présidente", "Réseau Alvise", False)]),
    (
        "le maire de Montclar Paul Petit, la présidente du Réseau Alvise Anne Roux",
        [("Paul Petit", "maire", "Montclar", False), ("Anne Roux", "présidente", "Réseau Alvise", False)],
    ),
    ("La Caf de la Lande, représentée par sa directrice, Anne Roux", [("Anne Roux", "directrice", "Caf de la Lande", False)]),
    (
        "La Communauté urbaine d'Orvanne paie. Anne Roux, vice-présidente de la communauté urbaine",
        [("Anne Roux", "vice-présidente", "Communauté urbaine d'Orvanne", False)],
    ),
    # a body that only the text tells
    (
        "le rectorat d'Orvanne. Anne Roux, professeure-relais au rectorat, parle. La rectrice, Mme Inès Picq, signe.",
        [("Anne Roux", "professeure-relais", "rectorat d'Orvanne", False), ("Inès Picq", "rectrice", "rectorat d'Orvanne", False)],
    ),
    (
        "Luc Noir, responsable des relations avec le public du Réseau Alvise",
        [("Luc Noir", "responsable des relations avec le public", "Réseau Alvise", False)],
    ),
    # copulas and succession
    ("Anne Roux a été élue présidente du Réseau Alvise.", [("Anne Roux", "présidente", "Réseau Alvise", False)]),
    (
        "Luc Noir, directeur du Réseau Alvise, a été remplacé par Anne Roux en mai.",
        [("Luc Noir", "directeur", "Réseau Alvise", True), ("Anne Roux", "directeur", "Réseau Alvise", False)],
    ),
    (
        "Alain Noir, préfet de la Lande, a quitté ses fonctions ; Denis Petit lui a succédé.",
        [("Alain Noir", "préfet de la Lande", None, True), ("Denis Petit", "préfet de la Lande", None, False)],
    ),
    (
        "Anne Roux, cheffe de projet Europe créative à la communauté de communes de la Lie",
        [("Anne Roux", "cheffe de projet Europe créative", "communauté de communes de la Lie", False)],
    ),
]
ENGLISH = [
    ("Anne Roe, then Leader of Orvale City Council", [("Anne Roe", "Leader", "Orvale City Council", True)]),
    ("Priya Rao, Director of Civic Engagement at Orvale University", [("Priya Rao", "Director of Civic Engagement", "Orvale University", False)]),
    ("The Brume Arts Trust paid. The Trust's director, Anne Roe, came.", [("Anne Roe", "director", "Brume Arts Trust", False)]),
    ("Brume Arts Trust's director, Anne Roe, came.", [("Anne Roe", "director", "Brume Arts Trust", False)]),
    ("Lucy Mole, Brume Arts Trust's nurse mentor, came.", [("Lucy Mole", "nurse mentor", "Brume Arts Trust", False)]),
    (
        "The Co-Chairs of the Joint Board are Ms Ferrow and Captain Helen Bright.",
        [("Ferrow", "Co-Chairs", "Joint Board", False), ("Helen Bright", "Co-Chairs", "Joint Board", False)],
    ),
    ("Orvale College was there. Its principal is Tom Hale.", [("Tom Hale", "principal", "Orvale College", False)]),
    ("the Orvale Task Team, whose chair is Dr Rao", [("Rao", "chair", "Orvale Task Team", False)]),
    ("Anne Roe (Chair), Orvale City Council", [("Anne Roe", "Chair", "Orvale City Council", False)]),
    (
        "Sunil Mehta, Principal of Orvale College, left in May and was succeeded as Principal by Meinir Bell.",
        [("Sunil Mehta", "Principal", "Orvale College", True), ("Meinir Bell", "Principal", "Orvale College", False)],
    ),
    ("Tamsin Hale\nCountry Director, Brume Arts Trust", [("Tamsin Hale", "Country Director", "Brume Arts Trust", False)]),
    (
        "It is run by the Brume Arts Trust. Trustees: Nkem Eze (chair), Laurie Hale.",
        [
            ("Nkem Eze", "Trustees", "Brume Arts Trust", False),
            ("Laurie Hale", "Trustees", "Brume Arts Trust", False),
            ("Nkem Eze", "chair", "Brume Arts Trust", False),
        ],
    ),
    (
        "Niamh Bell, Head of Service for Older People at Mid Orvale Care",
        [("Niamh Bell", "Head of Service for Older People", "Mid Orvale Care", False)],
    ),
    ("Anne Roe, then Keeper of Orvale Museum", [("Anne Roe", "Keeper", "Orvale Museum", True)]),
    ("Orvale Museum. Tom Hale, Curator of Sea History at the museum", [("Tom Hale", "Curator of Sea History", "Orvale Museum", False)]),
    ("Tom Bell, Professor of Moss Studies at Orvale University", [("Tom Bell", "Professor of Moss Studies", "Orvale University", False)]),
    ("Dr Shona Roe has been Keeper of Orvale Museum since 1 June.", [("Shona Roe", "Keeper", "Orvale Museum", False)]),
    (
        "signed by the Brume Arts Trust's General Manager, Tom Hale, and Orvale College's co-chairs, Ruth Bell and Lucy Mole",
        [
            ("Tom Hale", "General Manager", "Brume Arts Trust", False),
            ("Ruth Bell", "co-chairs", "Orvale College", False),
            ("Lucy Mole", "co-chairs", "Orvale College", False),
        ],
    ),
    (
        "Tom Hale, Principal of Orvale College, left. Anne Roe succeeded Mr Hale as Principal in June 2021.",
        [("Tom Hale", "Principal", "Orvale College", True), ("Anne Roe", "Principal", "Orvale College", False)],
    ),
    (
        "Anne Roe, chair of the Brume Arts Trust, left in May. Tom Hale succeeded her.",
        [("Anne Roe", "chair", "Brume Arts Trust", True), ("Tom Hale", "chair", "Brume Arts Trust", False)],
    ),
    ("Chair of the Joint Board: Kate Hale", [("Kate Hale", "Chair", "Joint Board", False)]),
    (
        "Tom Hale, formerly a crane driver with the Brume Trust and now Coordinator of Marine Works at Orvale College, came.",
        [("Tom Hale", "crane driver", "Brume Trust", True), ("Tom Hale", "Coordinator of Marine Works", "Orvale College", False)],
    ),
    (
        "It was signed by Kate Hale (then CEO of the Brume Trust). Later Ms Hale, who was succeeded as CEO by Tom Bell in May, left.",
        [("Kate Hale", "CEO", "Brume Trust", True), ("Tom Bell", "CEO", "Brume Trust", False)],
    ),
    ("and Kate Hale for the Brume Trust, whose Director she has been since 2016.", [("Kate Hale", "Director", "Brume Trust", False)]),
    (
        "The Brume Trust paid. Kate Hale, the Trust's Director of Marsh Works, and Inspector Tom Bell came.",
        [("Kate Hale", "Director of Marsh Works", "Brume Trust", False)],
    ),
    (
        "in the presence of Clerk, Brume Trust, Ms Kate Hale, Director General, Orvale Water Board, Mr Tom Bell and Dean, Marsh College & Chair, Elm Trust, Dr Lucy Mole.",
        [
            ("Kate Hale", "Clerk", "Brume Trust", False),
            ("Tom Bell", "Director General", "Orvale Water Board", False),
            ("Lucy Mole", "Dean", "Marsh College", False),
            ("Lucy Mole", "Chair", "Elm Trust", False),
        ],
    ),
    ("The chair, Kate Hale, director of the Brume Trust, and Tom Bell came.", [("Kate Hale", "director", "Brume Trust", False)]),
    ("Kate Hale, High Commissioner to Kenya, came.", [("Kate Hale", "High Commissioner to Kenya", None, False)]),
    ("Kate Hale (Harbour Housing Officer, Brume Trust) spoke.", [("Kate Hale", "Harbour Housing Officer", "Brume Trust", False)]),
    # of those who report, of a session, of somebody named by a given name alone
    (
        "# News from the Brume Trust\n\nKate Hale, our deputy head of moss, and Tom Bell came.",
        [("Kate Hale", "deputy head of moss", "Brume Trust", False)],
    ),
    (
        "# Minutes\n\nThe Orvale Board met on 3 May.\n\n## Present\n\nKate Hale (Chair)\n\nTom Bell (Director)",
        [("Kate Hale", "Chair", "Orvale Board", False)],
    ),
]
NONE = [
    ("fr", "par Anne Roux, adjointe au maire chargée des solidarités, et Luc Noir"),
    ("fr", "Anne Roux, présidente de la séance du matin, et Luc Noir, « ami du pacte », ont parlé."),
    ("fr", "Claire Aubin (Réseau Alvise) et Luc Noir, Orvanne Métropole."),
    ("fr", "Anne Roux, sociologue, a écrit."),
    ("fr", "Le maire, Paul Petit, ouvre la séance."),
    ("en", "Jane Doe (Orvale University) chaired it; Tom Hale, a volunteer, helped."),
    ("en", "Dr Rao and Professor Bell of Orvale University"),
    ("en", "# News from the Brume Trust\n\nIt was run by Zorvana, our data manager, Kate Hale and Tom Bell."),
    ("en", "Kate Hale, adviser to Mayor Tom Bell"),
]


@pytest.mark.parametrize(("text", "offices"), FRENCH)
def test_french_offices(text: str, offices: list[tuple[str, str, str | None, bool]]) -> None:
    assert offices_of(text, "fr") == offices


@pytest.mark.parametrize(("text", "offices"), ENGLISH)
def test_english_offices(text: str, offices: list[tuple[str, str, str | None, bool]]) -> None:
    assert offices_of(text, "en") == offices


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_offices(language: str, text: str) -> None:
    assert offices_of(text, language) == []


def test_people_under_a_heading_have_its_body() -> None:
    text = "# Bilan\n\n## Membres du Réseau Alvise\n\n- Anne Roux, présidente\n- Luc Noir, trésorier\n"
    assert offices_of(text, "fr") == [("Anne Roux", "présidente", "Réseau Alvise", False), ("Luc Noir", "trésorier", "Réseau Alvise", False)]


def test_rows_of_a_table_are_lines() -> None:
    text = "| Nom | Fonction | Structure |\n|---|---|---|\n| Anne Roux | présidente | Réseau Alvise |\n| Luc Noir | directeur | Orvanne Métropole |\n"
    assert offices_of(text, "fr") == [("Anne Roux", "présidente", "Réseau Alvise", False), ("Luc Noir", "directeur", "Orvanne Métropole", False)]
