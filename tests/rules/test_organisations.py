"""Bodies: what names one, its kind and letters, which names are the same body, and what is none."""

import pytest
from named import bodies_of, named

FRENCH = [
    (
        "avec Val de Brume Agglomération et Orvanne Communauté, qui ont signé",
        [("Val de Brume Agglomération", "local_authority", None), ("Orvanne Communauté", "local_authority", None)],
    ),
    ("l'office Orvanne Habitat a signé", [("office Orvanne Habitat", "agency", None)]),
    ("l'association Graines d'aventure au printemps 2024", [("Graines d'aventure", "association", None)]),
    ("l'association Orvanne d'aide au logement", [("Orvanne", "association", None)]),
    # a commission of a parliament, whole before its parent
    ("devant la commission de la culture du Sénat", [("commission de la culture", "other", None), ("Sénat", "state", None)]),
    ("la commission des lois de l'Assemblée nationale", [("commission des lois", "other", None), ("Assemblée nationale", "state", None)]),
    # a noun and its complement
    ("avec l'université de Montclar", [("université de Montclar", "university", None)]),
    ("la Fédération générale des CUMA et des GAEC dans ce cadre", [("Fédération générale des CUMA et des GAEC", "network", None)]),
    (
        "le ministère du Travail, du Plein emploi et de l'Insertion, puis rien",
        [("ministère du Travail, du Plein emploi et de l'Insertion", "state", None)],
    ),
    ("la communauté de communes Vals de Brume a ouvert", [("communauté de communes Vals de Brume", "local_authority", None)]),
    ("la Ligue contre le cancer", [("Ligue contre le cancer", "association", None)]),
    ("avec la Direction de l'administration pénitentiaire", [("Direction de l'administration pénitentiaire", "other", None)]),
    ("la CAF 74 et la DRAC Grande-Lande", [("CAF 74", "agency", None), ("DRAC Grande-Lande", "state", None)]),
    # adjectives behind a complement, joined or not
    (
        "l'Institut national de l'information climatique et forestière a publié",
        [("Institut national de l'information climatique et forestière", "agency", None)],
    ),
    ("le service régional des Eaux et Forêts de Montclar", [("service régional des Eaux et Forêts de Montclar", "state", None)]),
    # a word in small letters, or a second given name, ends the name
    ("Anne Roux, présidente de Terre vive.", [("Terre vive", "other", None)]),
    ("Anne Roux, présidente de Kaolin depuis mars", [("Kaolin", "other", None)]),
    ("Anne Roux, maire de Lille réélue.", [("Lille", "local_authority", None)]),
    ("l'association Graines volantes et la Ville", [("Graines volantes", "association", None)]),
    ("avec l'association Semer et planter, de mars à mai", [("Semer et planter", "association", None)]),
    ("la SCOP Cycles Pierre et Anne au sein des locaux", [("Cycles Pierre et Anne", "company", None)]),
    ("réalisés par la radio associative Canal Rive, ils sont prêts", [("Canal Rive", "media", None)]),
    # a bracket of bodies
    (
        "trois structures partenaires (Kaolin, Bright Technologies et Les Aubiers) sont venues",
        [("Kaolin", "other", None), ("Bright Technologies", "other", None), ("Les Aubiers", "other", None)],
    ),
    # a list under a line that announces bodies, and names between dashes, some of them bodies already
    (
        "## Partenaires\n\n- Kaolin\n- Rive Bleue (2021)\n- Fondation Hale",
        [("Kaolin", "other", None), ("Rive Bleue", "other", None), ("Fondation Hale", "foundation", None)],
    ),
    (
        "Orvanne Métropole – Keoris – Région Brume – SETRA – Port Bleu.",
        [
            ("Orvanne Métropole", "local_authority", None),
            ("Keoris", "other", None),
            ("Région Brume", "local_authority", None),
            ("SETRA", "other", None),
            ("Port Bleu", "other", None),
        ],
    ),
    (
        "les associations Sabine, Avélo ou VTT Brume",
        [("Sabine", "association", None), ("Avélo", "association", None), ("VTT Brume", "association", None)],
    ),
    ("la délégation de la ville d'Orvanne française", [("Orvanne", "local_authority", None)]),
    (
        "le Centre Hubert IV de Soutien à la Pêche Artisanale (CHS)",
        [("Centre Hubert IV de Soutien à la Pêche Artisanale", "other", "CHS")],
    ),
    # adjectives of a town; foundations of companies; a call between quotation marks
    ("maire de la commune rurale de Brumeil", [("Brumeil", "local_authority", None)]),
    ("la fondation d'entreprise Crédit Maritime a aidé", [("Crédit Maritime", "foundation", None)]),
    ("lauréate de l'appel à projets « Rives fertiles » de l'ANRV", [("ANRV", "other", None)]),
    (
        "LA CHAMBRE DE COMMERCE ET D'INDUSTRIE et le Syndicat mixte de la Brume",
        [("CHAMBRE DE COMMERCE ET D'INDUSTRIE", "agency", None), ("Syndicat mixte de la Brume", "local_authority", None)],
    ),
    # bodies in the brackets of somebody, and of an office that is over
    ("Anne Roux (ingénieure, Cerem) et Mme Noir (Familles rurales)", [("Cerem", "other", None), ("Familles rurales", "other", None)]),
    ("Mme Petit, ex-présidente de Vélo Brume, et Luc Noir, ex-maire de Metz", [("Vélo Brume", "other", None), ("Metz", "local_authority", None)]),
    # one proper name, two nouns
    (
        "l'école maternelle Hugo, l'école élémentaire Hugo, l'école Hugo et le collège Hugo",
        [
            ("école maternelle Hugo", "other", None),
            ("école élémentaire Hugo", "other", None),
            ("école Hugo", "other", None),
            ("collège Hugo", "other", None),
        ],
    ),
    # letters that many bodies have, alone; small words that end a name; a body in brackets; a region behind a name's noun
    ("la directrice du CCAS et une équipe, puis les MJC et un GEM", [("CCAS", "local_authority", None)]),
    ("le GIP Réussite éducative, puis rien", [("GIP Réussite éducative", "agency", None)]),
    ("porté par la SCIC Fermes en ville et par d'autres", [("Fermes en ville", "company", None)]),
    ("l'association Paroles de femmes a ouvert", [("Paroles de femmes", "association", None)]),
    ("l'association Kaolin en partenariat avec l'école, l'association Kaolin en ligne", [("Kaolin", "association", None)]),
    (
        "avec l'Adil de la Lande et le Secours rural breton ont animé",
        [("Adil de la Lande", "association", None), ("Secours rural breton", "other", None)],
    ),
    ("Anne Roux (Croix-Rouge française)", [("Croix-Rouge française", "association", None)]),
    ("la vice-présidente d'Orvanne Métropole Val de Brume", [("Orvanne Métropole Val de Brume", "local_authority", None)]),
    (
        "mené avec le laboratoire Kaolin (bâtiment 12, campus de Brume), l'INRV et la société Enercop",
        [("Kaolin", "university", None), ("INRV", "other", None), ("Enercop", "company", None)],
    ),
    # letters, either way round
    ("l'ADVN (Agence de développement du Val de Neyre) agit", [("Agence de développement du Val de Neyre", "agency", "ADVN")]),
    (
        "l'Adil, puis l'ADOL (agence départementale d'orientation pour le logement)",
        [("agence départementale d'orientation pour le logement", "agency", "ADOL"), ("Adil", "association", None)][::-1],
    ),
    ("l'Agence nationale de la cohésion des vallées (ANCV)", [("Agence nationale de la cohésion des vallées", "agency", "ANCV")]),
    ("l'Association des Agriculteurs d'Orvanne pour l'eau (AAOE)", [("Association des Agriculteurs d'Orvanne pour l'eau", "association", "AAOE")]),
    ("les Voies claires de France (VCF) ont réuni", [("Voies claires de France", "other", "VCF")]),
    # a name before its noun
    ("Orvanne Métropole et Montclar métropole", [("Orvanne Métropole", "local_authority", None), ("Montclar métropole", "local_authority", None)]),
    # a common noun is left out
    ("la coopérative L'Engrenage", [("L'Engrenage", "company", None)]),
    ("l'association Mobil'Orvanne", [("Mobil'Orvanne", "association", None)]),
    ("Le CNRV et l'association Bois vert ont signé.", [("CNRV", "other", None), ("Bois vert", "association", None)]),
    ("l'Agence nationale des haies (Anah) agit", [("Agence nationale des haies", "agency", "Anah")]),
    ("la Caisse d'allocations familiales (CAF) de la Lande", [("Caisse d'allocations familiales", "agency", "CAF")]),
    ("le conseil départemental de l'ordre des médecins a écrit", [("conseil départemental de l'ordre des médecins", "association", None)]),
    ("le directeur de la compagnie Les Sabots de paille", [("Les Sabots de paille", "other", None)]),
    ("la communauté de communes « Porte de Brume » a signé", [("communauté de communes « Porte de Brume »", "local_authority", None)]),
    ("l'association Bois clair a ouvert", [("Bois clair", "association", None)]),
    ("par l'association Bois clair (2021)", [("Bois clair", "association", None)]),
    ("l'association Orvanne installée à Lyon", [("Orvanne", "association", None)]),
    ("l'association Orvanne accompagne 12 jeunes", [("Orvanne", "association", None)]),
    ("directeur du groupement d'entraide mutuelle L'Éclaircie", [("L'Éclaircie", "other", None)]),
    ("la communauté de communes du Val d'Orvanne (CC4VO)", [("communauté de communes du Val d'Orvanne", "local_authority", "CC4VO")]),
    ("la ville de Montclar et la commune d'Orvanne", [("Montclar", "local_authority", None), ("Orvanne", "local_authority", None)]),
    ("la communauté de communes des Trois Vallées a signé", [("communauté de communes des Trois Vallées", "local_authority", None)]),
    ("avec le syndicat des Deux Rives", [("syndicat des Deux Rives", "association", None)]),
    ("commune 30 000 €, MSA 25 000 €, Fondation du Marais 20 000 €", [("MSA", "agency", None), ("Fondation du Marais", "foundation", None)]),
    ("le Conservatoire à rayonnement départemental de Montclar", [("Conservatoire à rayonnement départemental de Montclar", "other", None)]),
    ("avec la Chambre de métiers et de l'artisanat (CMA) de la Brume", [("Chambre de métiers et de l'artisanat", "agency", "CMA")]),
    # several under one noun
    ("les villes de Montclar et d'Orvanne", [("Montclar", "local_authority", None), ("Orvanne", "local_authority", None)]),
    ("les universités de Montclar et d'Orvanne", [("université de Montclar", "university", None), ("université d'Orvanne", "university", None)]),
    (
        "les associations Le Relais, Toits solidaires et Entraide du Haut-Val",
        [("Le Relais", "association", None), ("Toits solidaires", "association", None), ("Entraide du Haut-Val", "association", None)],
    ),
    ("les associations Mots croisés et La Fabrique ont agi", [("Mots croisés", "association", None), ("La Fabrique", "association", None)]),
    ("les compagnies Vent debout et Les Sabots", [("Vent debout", "other", None), ("Les Sabots", "other", None)]),
    ("les associations locales Alvise et Brise claire", [("Alvise", "association", None), ("Brise claire", "association", None)]),
    (
        "les centres sociaux Vauban et Jean-Moulin",
        [("centre social Vauban", "association", None), ("centre social Jean-Moulin", "association", None)],
    ),
    ("les cabinets Orvanne et Brume réunis à Lyon", [("Orvanne", "company", None), ("Brume", "company", None)]),
    # quoted
    ("la commission « Europe »", [("commission « Europe »", "other", None)]),
    # a noun with a capital, without an article, and a small word
    ("imprimé avec l'appui de Pôle logement", [("Pôle logement", "network", None)]),
    # known by company
    ("un atelier avec Les Aubiers", [("Les Aubiers", "other", None)]),
    ("un chantier confié aux Ateliers du Bocage", [("Ateliers du Bocage", "other", None)]),
    ("Anne Roux, présidente d'EMS Orvanne et de l'Alvise", [("EMS Orvanne", "other", None), ("Alvise", "other", None)]),
    ("Anne Roux, maire d'Orvanne-sur-Lie", [("Orvanne-sur-Lie", "local_authority", None)]),
    (
        "avec l'Agence Orvanne, Rives de France et Cantons de France",
        [("Agence Orvanne", "agency", None), ("Rives de France", "other", None), ("Cantons de France", "other", None)],
    ),
    ("Dynaclé et Grand Orvanne Logis ont signé.", [("Dynaclé", "other", None), ("Grand Orvanne Logis", "other", None)]),
    (
        "Partenaires : Alvise, Cap'Orvanne (ex-Alvia), Les Aubiers",
        [("Alvise", "other", None), ("Cap'Orvanne", "other", None), ("Les Aubiers", "other", None)],
    ),
    ("Cap'Orvanne (chantier d'insertion) a recruté.", [("Cap'Orvanne", "association", None)]),
    ("l'association « Les Ateliers du Vivier »", [("Les Ateliers du Vivier", "association", None)]),
    ("Anne Roux (Les Déterminés) a parlé.", [("Les Déterminés", "other", None)]),
    ("la Plateforme Emploi Orvanne (PEO) ; Luc Noir, président de la PEO", [("Plateforme Emploi Orvanne", "other", "PEO")]),
    ("Le RTOS a organisé un atelier.", [("RTOS", "other", None)]),
    # letters with an article that own something, or stand in a list of such
    ("les services de l'ANCV ont relu le guide du RTOS", [("ANCV", "other", None), ("RTOS", "other", None)]),
    ("L'ANCV, la DRV et le RTOS plantent des haies.", [("ANCV", "other", None), ("DRV", "other", None), ("RTOS", "other", None)]),
    # where a name ends
    ("Luc Noir, association Fil d'ariane", [("Fil d'ariane", "association", None)]),
    ("Luc Noir, association Point d'union", [("Point d'union", "association", None)]),
    ("la communauté de communes du Pays orvannais sud.", [("communauté de communes du Pays orvannais sud", "local_authority", None)]),
    ("animé par le Groupement Bâtir Lande à Dijon", [("Groupement Bâtir Lande", "association", None)]),
    ("l'auto-école associative En Selle 38 : 15 places", [("En Selle 38", "association", None)]),
    ("Le Restaurant du Fil (association loi 1901) et", [("Restaurant du Fil", "association", None)]),
    ("la librairie de l'UNESCO et l'antenne de la CAF", [("UNESCO", "international_body", None), ("CAF", "agency", None)]),
    ("avec l'association Voiles et Compagnie.", [("Voiles et Compagnie", "association", None)]),
    ("l'Observatoire régional du grand froid, créé", [("Observatoire régional du grand froid", "agency", None)]),
    ("par la faculté de santé de Montclar.", [("faculté de santé de Montclar", "university", None)]),
    ("une tribune parue dans L'Écho de la Lande le 3 mai", [("L'Écho de la Lande", "media", None)]),
    ("en tournée avec l'Istituto musicale Verdelli.", [("Istituto musicale Verdelli", "other", None)]),
    ("Visite de l'école Ter Beek à Bruxelles, en mai.", [("école Ter Beek", "other", None)]),
    ("l'Ensemble Aurora ; Ensemble, ils chantent", [("Ensemble Aurora", "other", None)]),
    # what a body is, and its name between commas
    ("ils animent un groupement d'employeurs, Rives vives, dont", [("Rives vives", "association", None)]),
    ("dans une commune, Albi, ils ont planté", []),
    # houses and parts of bodies
    ("ouvrir une antenne de la CAF et cette maison à Albi", [("CAF", "agency", None)]),
    ("l'antenne de Val-sous-Brume a ouvert", []),
    ("une antenne du Conservatoire à Val-sous-Brume", []),
    # short forms of a body named in full
    ("Le Groupe hospitalier du Val d'Orne ; la directrice du Groupe hospitalier", [("Groupe hospitalier du Val d'Orne", "other", None)]),
    (
        "La Communauté de communes du Plateau de Brume ; Anne Roux, présidente du Plateau de Brume",
        [("Communauté de communes du Plateau de Brume", "local_authority", None)],
    ),
    ("avec l'association Mots et Merveilles.", [("Mots et Merveilles", "association", None)]),
    ("L'association Kaolin et Lézarde ont signé", [("Kaolin", "association", None), ("Lézarde", "other", None)]),
    ("Le collectif Voiles bleues et l'association Rivages ont joué", [("Voiles bleues", "association", None), ("Rivages", "association", None)]),
    ("Le Progrès de l'action et La Voix des usagers ont été notés", []),
    (
        "La Communauté d'agglomération du Pays de Brume ; Anne Roux, présidente du Pays de Brume",
        [("Communauté d'agglomération du Pays de Brume", "local_authority", None)],
    ),
]
ENGLISH = [
    ("Orvale City Council signed.", [("Orvale City Council", "local_authority", None)]),
    ("the Department for Culture, Media and Sport", [("Department for Culture, Media and Sport", "state", None)]),
    ("the Department of Health and Social Care (DHSC)", [("Department of Health and Social Care", "state", "DHSC")]),
    ("the Joint Health Overview and Scrutiny Committee", [("Joint Health Overview and Scrutiny Committee", "other", None)]),
    (
        "Orvale City Council and Brume County Council met",
        [("Orvale City Council", "local_authority", None), ("Brume County Council", "local_authority", None)],
    ),
    (
        "gave evidence to the Tree Board of the Orvale Coast Combined Authority",
        [("Tree Board", "other", None), ("Orvale Coast Combined Authority", "local_authority", None)],
    ),
    ("Marlow Health Consulting of Orvale", [("Marlow Health Consulting", "company", None)]),
    ("the charity Bright Lanes ran it", [("Bright Lanes", "association", None)]),
    ("a grant from the Marlow Trove, a local foundation, came", [("Marlow Trove", "foundation", None)]),
    ("the cities of Orvale and Brume", [("Orvale", "local_authority", None), ("Brume", "local_authority", None)]),
    ("the Orvale Courier and BBC Radio Orvale covered it", [("Orvale Courier", "media", None), ("BBC Radio Orvale", "media", None)]),
    ("in partnership with Women in Transport", [("Women in Transport", "other", None)]),
    ("the National Moss Library of Ireland and Orvale Museum", [("National Moss Library", "other", None), ("Orvale Museum", "other", None)]),
    (
        "the Department of Tourism, Culture, Crafts, Gaeltacht, Sport and Media paid",
        [("Department of Tourism, Culture, Crafts, Gaeltacht, Sport and Media", "state", None)],
    ),
    ("Prepared by Brume Associates for the Compact Board.", [("Brume Associates", "company", None), ("Compact Board", "other", None)]),
    ("Two Valleys District Council pays.", [("Two Valleys District Council", "local_authority", None)]),
    ("Orvale City Council pays. Three Council officers came.", [("Orvale City Council", "local_authority", None)]),
    ("published by Wick & Hale in spring", [("Wick & Hale", "company", None)]),
    ("it follows the LGV's report", [("LGV", "other", None)]),
    ("Brume Trust and Bright Gardens, a registered charity", [("Brume Trust", "foundation", None), ("Bright Gardens", "association", None)]),
    ("a policy adviser at Tidewheel Research, Anne Roe", [("Tidewheel Research", "other", None)]),
    # what it is stands behind the name, or before it
    ("The Salt Table, our steering committee, met.", [("Salt Table", "other", None)]),
    ("The Two Valleys Wardens, a team of volunteers, count newts.", [("Two Valleys Wardens", "other", None)]),
    ("It was lost by its supplier, Coral Systems, in May.", [("Coral Systems", "company", None)]),
    ("And we welcome one new organisation, Wildmoor, to the fund.", [("Wildmoor", "other", None)]),
    ("It involves Open Marsh Orvale – an open data community, which meets.", [("Open Marsh Orvale", "other", None)]),
    ("The annual meeting of the Scottish Moss Circle was long.", [("Scottish Moss Circle", "other", None)]),
    ("the County Government of Orvale", [("County Government of Orvale", "local_authority", None)]),
    ("It is issued by the ICB.", [("ICB", "agency", None)]),
    # lists
    (
        "paid by the fund (LARKA, Orvale Council, NRVA)",
        [("LARKA", "other", None), ("Orvale Council", "local_authority", None), ("NRVA", "other", None)],
    ),
    (
        "Oak Volunteers Association, Pond and Marsh Rescue, Fox Wildlife Warriors, and Elm Trust came.",
        [
            ("Oak Volunteers Association", "association", None),
            ("Pond and Marsh Rescue", "other", None),
            ("Fox Wildlife Warriors", "other", None),
            ("Elm Trust", "foundation", None),
        ],
    ),
    (
        "Oak Volunteers Association, Pond Rescue and Fox Wildlife Warriors, which came",
        [("Oak Volunteers Association", "association", None), ("Pond Rescue", "other", None), ("Fox Wildlife Warriors", "other", None)],
    ),
    # companies by the last word of their name
    ("a pilot with Northmoor Power", [("Northmoor Power", "company", None)]),
    # departments of state that end in their country
    ("the Salmon Policy of Fisheries and Oceans Canada", [("Fisheries and Oceans Canada", "state", None)]),
    ("Innovation, Science and Trade Canada paid.", [("Innovation, Science and Trade Canada", "state", None)]),
    ("Public Safety Canada and Parks Canada paid.", [("Public Safety Canada", "state", None), ("Parks Canada", "agency", None)]),
    # newspapers
    ("Anne Roe told the *Orvale Tribune*, and Tom Hale told the Marlow Star.", [("Orvale Tribune", "media", None), ("Marlow Star", "media", None)]),
    # towns of several words
    ("students of the University of Dar es Salaam", [("University of Dar es Salaam", "university", None)]),
    ("Students of the University of Orvale came.", [("University of Orvale", "university", None)]),
    ("Orvale City and County Council met.", [("Orvale City and County Council", "local_authority", None)]),
    ("South Africa's Brume University signed.", [("Brume University", "university", None)]),
    ("# Brume University Becomes First Partner", [("Brume University", "university", None)]),
    # letters with their country
    ("BRIMAR Estonia's July highlights", [("BRIMAR Estonia", "other", None)]),
    ("the U.S. Forest Service (USFS)", [("U.S. Forest Service", "agency", "USFS")]),
    ("the Department of the Treasury's site", [("Department of the Treasury", "state", None)]),
    ("their lead partner in Tanzania, [Zurupe Bahari](https://zurupe.example), came", [("Zurupe Bahari", "other", None)]),
    ("Mines and Forests Canada (MFC) came", [("Mines and Forests Canada", "state", "MFC")]),
    # `of` and one noun, fields before a committee, two names of one firm
    ("given to the Library of Congress and the Orvale Legislature", [("Library of Congress", "other", None), ("Orvale Legislature", "state", None)]),
    ("to the Education, Trade and Rural Affairs Committee today", [("Education, Trade and Rural Affairs Committee", "other", None)]),
    ("The accounts, audited by Roe and Marsh, an accounting firm, are", [("Roe and Marsh", "company", None)]),
    ("It was run with Oak and Elm, a charity.", [("Oak", "other", None), ("Elm", "association", None)]),
    ("Luis Roe, Mayor of Tallow Bay, came", [("Tallow Bay", "local_authority", None)]),
    ("the Lakes Public Media team", [("Lakes Public Media", "media", None)]),
    # inside a title between quotation marks
    ('An article, "The Town That Moved Its Library," was read.', []),
    ('"We thank the Orvale Library for this," she said.', [("Orvale Library", "other", None)]),
    # by its last word
    ("The Iron Hills Library System signed. Ann Roe, then Director of the System, left.", [("Iron Hills Library System", "other", None)]),
    ("The Partners' Council and the Orvale Youth Council met.", [("Partners' Council", "other", None), ("Orvale Youth Council", "other", None)]),
    ("They worked with Brume Water.", [("Brume Water", "company", None)]),
    ("for the Agriculture, Water and Rural Affairs Committee today", [("Agriculture, Water and Rural Affairs Committee", "other", None)]),
    ("the Board, the Trust, and the Finance Committee met", [("Finance Committee", "other", None)]),
]
NONE = [
    ("fr", "présenté à la Bourse, à l'Hôtel de Brumeil, puis au forum"),
    ("fr", "un lycée de Lyon, une association de Rennes et une délégation de Turin"),
    ("fr", "un atelier animé par Céline et Mehdi, bénévole"),
    ("fr", "## Partenaires\n\n- Sport\n- Culture et loisirs, avec une part de jeu\n- Le reste à venir"),
    ("fr", "Sport – Culture – Loisirs – Nature"),
    ("fr", "Luc Noir et Anne Roux sont venus ; nous restons en contact avec Luc et Anne."),
    ("fr", "le PLU (Plan local d'urbanisme) et trois collectivités (Lyon, Lille et Metz)"),
    ("fr", "notre départ à 21 h à l'aéroport de Ouagadougou, puis une pépinière de Fanaye"),
    ("fr", "La commission des finances s'est réunie."),
    ("fr", "La loi Climat et Résilience, le plan Vélo et le programme Action Cœur de Ville."),
    ("fr", "Le Forum des métiers, le Salon de l'agriculture et la Semaine bleue à Montclar."),
    ("fr", "Les collectivités, les associations et cinq collèges de la Lande."),
    ("fr", "des collèges de la Lande et de la Brume"),
    ("fr", "Les compagnons et les associations partenaires ont planté."),
    ("fr", "Le RSA, une AMO, un DPE et l'ESS."),
    ("fr", "les services des GMVB ; la démarche QRVT ; le guide de la RSE"),
    ("fr", "C'est fait. L'État et la République. Une Charte Ville Santé."),
    ("fr", "la ministre de la Culture, Anne Roux"),
    ("en", "The Climate Act 2008, the Clean Air Plan and the Shared Prosperity Fund."),
    ("en", "It was shown at the Orvale Newborn Forum in Lusaka."),
    ("en", "the Director of Civic Engagement and the Harbour Skills Hub"),
    ("en", "Key Performance Indicators, Terms of Reference, Net Zero 2030."),
    ("en", "Looms and Makers is a programme, due by Easter; *Thread by Thread* opened."),
    ("en", "Present: Tom Hale (TH), Anne Roe (AR)."),
    ("en", "Park Street, the River Orvale and Microsoft Teams."),
    ("en", "It met at City Hall, then in the City Garden."),
    ("en", "The City waited."),
    ("en", "to build a lasting Open Moss Study (OMS) ecology"),
    ("en", "The Slips Response Service has been operated by us. It came in sizes (XL, XXL)."),
    ("en", "It came with Node-level guidance and in UK English."),
    ("en", "It was led by Zorvana, our data manager, and run by the Southern African community."),
    ("en", "Letters of Intent (LoIs), the National Moss Policy (NMP) and the World University Rankings"),
    ("en", "He told the Full Story of the Star Walk."),
    ("en", "We have a new partner, England, and a new provider, Leeds."),
]


@pytest.mark.parametrize(("text", "bodies"), FRENCH)
def test_french_bodies(text: str, bodies: list[tuple[str, str, str | None]]) -> None:
    assert bodies_of(text, "fr") == bodies


@pytest.mark.parametrize(("text", "bodies"), ENGLISH)
def test_english_bodies(text: str, bodies: list[tuple[str, str, str | None]]) -> None:
    assert bodies_of(text, "en") == bodies


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_bodies(language: str, text: str) -> None:
    assert bodies_of(text, language) == []


SAME = [
    ("fr", "Lectures à l'école Hugo, puis à l'école maternelle Hugo.", "école maternelle Hugo", {"école Hugo", "Hugo"}),
    (
        "fr",
        "Le Centre Hubert IV a signé. Le Centre Hubert IV de Soutien à la Pêche (CHS) agit.",
        "Centre Hubert IV de Soutien à la Pêche",
        {"Centre Hubert IV"},
    ),
    ("fr", "l'Équipe de Recherche sur les Procédés Verts a signé. L'ERPV a gagné.", "Équipe de Recherche sur les Procédés Verts", set()),
    (
        "fr",
        "La caisse d'allocations familiales (Caf) du Val a payé. La Caf du Val aussi.",
        "caisse d'allocations familiales",
        {"Caf du Val", "caisse d'allocations familiales du Val"},
    ),
    (
        "fr",
        "Le Parc naturel régional des Rives (PNR) a signé. Le Parc a planté, avec le Parc et le PNR.",
        "Parc naturel régional des Rives",
        {"Parc"},
    ),
    # what a bracket says that it is called
    (
        "en",
        "Orvale Trams Trust (officially called the Orvale Tramway Provident Society) runs them.",
        "Orvale Trams Trust",
        {"Orvale Tramway Provident Society"},
    ),
    ("en", "Orvale Trams Trust (formerly in the town) runs them.", "Orvale Trams Trust", set()),
    # the beginning of one name, a town known by its mayor, the City, a board told just before
    ("en", "Marlow Vale Health Trust signs. Ann Roe (Clerk, Marlow Vale) pays.", "Marlow Vale Health Trust", {"Marlow Vale"}),
    ("en", "Ann Roe, Mayor of Orvale, and Orvale City Council sign.", "Orvale City Council", {"Orvale"}),
    ("en", "The City of Orvale signs. The City pays.", "Orvale", {"City of Orvale", "City"}),
    # every mention goes on alike in small letters: so does the name
    ("fr", "Le réseau Livres en partage signe. Livres en partage paie.", "Livres en partage", {"réseau Livres en partage"}),
    ("fr", "L'association Paroles de rives signe. Le bail de Paroles de rives court.", "Paroles de rives", {"association Paroles de rives"}),
    # or where the whole name stands elsewhere
    (
        "fr",
        "**Mutuelle Plaine et Rivage (MPR)**\n\nLa présidente de la Mutuelle Plaine et Rivage signe.",
        "Mutuelle Plaine et Rivage",
        {"Plaine et Rivage"},
    ),
    # a region behind letters is part of the name, and no body of its own
    (
        "fr",
        "L'agence régionale de santé (ARS) des Pays de l'Aube signe. L'ARS paie.",
        "agence régionale de santé",
        {"agence régionale de santé des Pays de l'Aube"},
    ),
    # once, or otherwise elsewhere: it does not
    ("fr", "L'association Amarre en mai signe.", "Amarre", {"association Amarre"}),
    ("fr", "Le réseau Amarre en crise signe. Le conseil entend le réseau Amarre.", "Amarre", {"réseau Amarre"}),
    ("fr", "La Métropole d'Orvanne signe. La Métropole paie.", "Métropole d'Orvanne", {"Métropole"}),
    ("fr", "Le Réseau des élus Ruraux (RER) signe. Le RER paie. @ReseauRER", "Réseau des élus Ruraux", {"@ReseauRER"}),
    ("fr", "le CHU d'Orvanne, puis le centre hospitalier universitaire d'Orvanne", "CHU d'Orvanne", {"centre hospitalier universitaire d'Orvanne"}),
    ("fr", "le rectorat de Brume et le rectorat de l'académie de Brume", "rectorat de Brume", {"rectorat de l'académie de Brume"}),
    (
        "fr",
        "La CAF de la Brume signe. La caisse d'allocations familiales de la Brume (CAF) paie.",
        "CAF de la Brume",
        {"caisse d'allocations familiales de la Brume"},
    ),
    ("fr", "LE RECTORAT D'ORVANNE\n\nle rectorat de l'académie d'Orvanne", "rectorat de l'académie d'Orvanne", {"RECTORAT D'ORVANNE"}),
    ("fr", "L'association Le Relais signe. Les locaux du Relais ouvrent.", "Le Relais", {"association Le Relais", "Relais"}),
    ("fr", "L'association Toits solidaires signe. Le bail est signé par Toits solidaires.", "Toits solidaires", {"association Toits solidaires"}),
    ("fr", "Anne Roux, directrice du Port de Brume\n\n| Action | Pilote |\n|---|---|\n| Navette | Port |\n", "Port de Brume", {"Port"}),
    ("fr", "la CCI de la Brume paie ; la CCI signe", "CCI de la Brume", {"CCI"}),
    ("fr", "la ville d'Orvanne, dite Orvanne", "Orvanne", {"ville d'Orvanne"}),
    ("en", 'The Brume Port Authority (hereinafter "the Authority") pays. The Authority signs.', "Brume Port Authority", {"Authority"}),
    ("en", 'Kindred Rivers, a network of 38 local charities ("the Network"), pays. The Network signs.', "Kindred Rivers", {"Network"}),
    ("en", "Orvale City Council (OCC) signs. OCC pays. The Council meets.", "Orvale City Council", {"Council"}),
]


@pytest.mark.parametrize(("language", "text", "name", "others"), SAME)
def test_one_body(language: str, text: str, name: str, others: set[str]) -> None:
    (body,) = named(text, language)[1].rows
    assert (body.name, set(body.other_names)) == (name, others)


def test_a_short_name_in_brackets_is_that_of_the_body_before_it() -> None:
    text = "Report to the Joint Council\n\nMontclar City Council (the Council) and the Rivers Trust met. The Joint Council advised. The Council paid."
    assert {row.name: (set(row.other_names), len(row.mentions)) for row in named(text, "en")[1].rows} == {
        "Joint Council": (set(), 2),
        "Montclar City Council": ({"Council"}, 3),
        "Rivers Trust": (set(), 1),
    }


def test_straight_marks_that_close_open_no_name() -> None:
    text = 'between Orvale County Council ("the Council"), Brume NHS Foundation Trust ("the Trust") and Kindred Rivers, a network of 38 charities ("the Network")'
    assert [name for name, *_ in bodies_of(text, "en")] == ["Orvale County Council", "Brume NHS Foundation Trust", "Kindred Rivers"]


def test_a_commission_keeps_its_long_form_beside_its_name() -> None:
    commission, parent = named("la commission « Europe » du Réseau Alvise", "fr")[1].rows
    assert (commission.name, commission.other_names) == ("commission « Europe »", ("commission « Europe » du Réseau Alvise",))
    assert parent.name == "Réseau Alvise"


def test_mentions_are_all_there_in_order() -> None:
    text = "Avec le Réseau Alvise (RA).\n\nLe RA paie ; la présidente du Réseau Alvise signe."
    (body,) = named(text, "fr")[1].rows
    assert [text[start:end] for start, end in body.mentions] == ["Réseau Alvise", "RA", "RA", "Réseau Alvise"]


def test_columns_of_bodies() -> None:
    table = "| Action | Porteur |\n|---|---|\n| Navette | Alvise et Numérivage |\n"
    assert [name for name, _, _ in bodies_of(table, "fr")] == ["Alvise", "Numérivage"]


def test_a_body_named_only_to_say_whose_somebody_is_is_meant_in_its_own_block_alone() -> None:
    text = "The University of Brume signed.\n\n{} Ann Roe of the University of Glasgow came.{}\n\nFilms were made by the University."
    for more, meant in (("", "University of Brume"), (" The University of Glasgow paid.", "University of Glasgow")):
        rows = named(text.format("Professor", more), "en")[1].rows
        assert [row.name for row in rows if "University" in row.other_names] == [meant]
