"""Instruments of public policy: laws, plans, programmes, contracts, schemes, treaties that are named; and what is none."""

import pytest
from marked import rows_of

FRENCH = [
    (
        "Le contrat de relance et de transition écologique, le programme Rivages et le plan France Rivages ont aidé.",
        [
            ("contrat de relance et de transition écologique", None, "contract", None, None),
            ("programme Rivages", None, "programme", None, None),
            ("plan France Rivages", None, "plan", None, None),
        ],
    ),
    (
        "L'accord suit la Stratégie nationale pour les sols et, à partir de 2021, le programme « Semons des rives ». L'idée tient.",
        [("Stratégie nationale pour les sols", None, "plan", None, None), ("programme « Semons des rives »", None, "programme", None, None)],
    ),
    (
        "Il suit la loi du 21 décembre 2021 relative aux écoles et prolonge le label Rives éducatives, dont le quartier bénéficie.",
        [
            ("loi du 21 décembre 2021 relative aux écoles", None, "law", 2021, None),
            ("label Rives éducatives", None, "scheme", None, None),
        ],
    ),
    ("Une contribution au Pacte en faveur des rivières a été adressée.", [("Pacte en faveur des rivières", None, "contract", None, None)]),
    (
        "les mesures agroenvironnementales et climatiques (MAEC) ; 12 ha en MAEC",
        [("mesures agroenvironnementales et climatiques", "MAEC", "scheme", None, None)],
    ),
    (
        "Au titre du Fonds d'innovation pour la démocratie, 30 000 € ont été obtenus.",
        [("Fonds d'innovation pour la démocratie", None, "scheme", None, None)],
    ),
    (
        "La stratégie nationale de lutte contre la pauvreté et le SRADDET s'appliquent.",
        [("stratégie nationale de lutte contre la pauvreté", None, "plan", None, None), ("SRADDET", None, "plan", None, None)],
    ),
    (
        "Le contrat local de santé du Bocage (2020-2025) et le Plan départemental d'insertion.",
        [("contrat local de santé", None, "contract", 2020, 2025), ("Plan départemental d'insertion", None, "plan", None, None)],
    ),
    (
        "La loi n°2014-173 du 21 février 2014 de programmation pour la ville et la cohésion urbaine dispose que.",
        [("loi n°2014-173 du 21 février 2014 de programmation pour la ville et la cohésion urbaine", None, "law", 2014, None)],
    ),
    (
        "La loi n° 2015-991 du 7 août 2015 portant nouvelle organisation territoriale de la République (loi NOTRe) a tout changé.",
        [("loi n° 2015-991 du 7 août 2015 portant nouvelle organisation territoriale de la République", None, "law", 2015, None)],
    ),
    (
        "La loi du 31 juillet 2014 relative à l'économie sociale et solidaire et la loi Égalim encadrent l'achat.",
        [("loi du 31 juillet 2014 relative à l'économie sociale et solidaire", None, "law", 2014, None), ("loi Égalim", None, "law", None, None)],
    ),
    (
        "Le décret n° 2021-254 du 9 mars 2021, la loi Climat et résilience de 2021 et la loi 3DS.",
        [
            ("décret n° 2021-254 du 9 mars 2021", None, "law", 2021, None),
            ("loi Climat et résilience", None, "law", 2021, None),
            ("loi 3DS", None, "law", None, None),
        ],
    ),
    (
        "Le règlement (UE) 2016/679 et la directive 2014/24/UE s'appliquent.",
        [("règlement (UE) 2016/679", None, "law", 2016, None), ("directive 2014/24/UE", None, "law", 2014, None)],
    ),
    (
        "L'article L. 541-15-3 du code de l'environnement et le code général des collectivités territoriales (CGCT).",
        [("code de l'environnement", None, "law", None, None), ("code général des collectivités territoriales", "CGCT", "law", None, None)],
    ),
    (
        "Dans le cadre du plan France 2030 et du programme européen Urbact.",
        [("plan France 2030", None, "plan", None, None), ("Urbact", None, "programme", None, None)],
    ),
    (
        "Le plan national pour des achats durables 2022-2025 (PNAD) fixe le cap. Le PNAD avance.",
        [("plan national pour des achats durables", "PNAD", "plan", 2022, 2025)],
    ),
    (
        "Le Fonds social européen plus (FSE+) et le fonds européen de développement régional (FEDER).",
        [("Fonds social européen plus", "FSE+", "scheme", None, None), ("fonds européen de développement régional", "FEDER", "scheme", None, None)],
    ),
    (
        "Le contrat de ville 2015-2022 et les Contrats de relance et de transition écologique (CRTE).",
        [("contrat de ville", None, "contract", 2015, 2022), ("Contrats de relance et de transition écologique", "CRTE", "contract", None, None)],
    ),
    (
        "Les PTCE (pôles territoriaux de coopération économique) et le DLA (dispositif local d'accompagnement).",
        [
            ("pôles territoriaux de coopération économique", "PTCE", "scheme", None, None),
            ("dispositif local d'accompagnement", "DLA", "scheme", None, None),
        ],
    ),
    (
        "Le schéma directeur d'aménagement et de gestion des eaux (SDAGE) Rhône-Méditerranée 2022-2027 s'impose.",
        [("schéma directeur d'aménagement et de gestion des eaux", "SDAGE", "plan", 2022, 2027)],
    ),
    ("Il prend la suite d'un protocole de coopération conclu en 2017.", [("protocole de coopération", None, "contract", 2017, None)]),
    ("L'accord de méthode « Relance » entre le gouvernement et l'association.", [("accord de méthode « Relance »", None, "contract", None, None)]),
    (
        "Le traité d'Aix-la-Chapelle et l'Accord de Paris sont rappelés.",
        [("traité d'Aix-la-Chapelle", None, "treaty", None, None), ("Accord de Paris", None, "treaty", None, None)],
    ),
]
FRENCH += [
    # found by its shape, without a list
    (
        "Le pass Jeunesse complète les 3 000 € reçus au titre de France Rivières.",
        [("pass Jeunesse", None, "scheme", None, None), ("France Rivières", None, "programme", None, None)],
    ),
    (
        "La plateforme le « Comptoir des achats » du ministère des Rivières.",
        [("plateforme le « Comptoir des achats »", None, "scheme", None, None)],
    ),
    (
        "La commune est lauréate du programme Petits ports de pêche et labellisée Rivière en bon état.",
        [("programme Petits ports de pêche", None, "programme", None, None), ("Rivière en bon état", None, "scheme", None, None)],
    ),
    ("L'État y a contribué au titre de l'Été sportif.", [("Été sportif", None, "programme", None, None)]),
    ("Le programme Nager ensemble a été déployé dans onze écoles.", [("programme Nager ensemble", None, "programme", None, None)]),
    ("Le dispositif « Lycéens à la mer » a été étendu à trois lycées.", [("dispositif « Lycéens à la mer »", None, "scheme", None, None)]),
    (
        "Cela relève du contrat départemental de prévention et de protection des mineurs.",
        [("contrat départemental de prévention et de protection des mineurs", None, "contract", None, None)],
    ),
    (
        "La loi du 7 février 2022 relative à la protection des enfants proscrit les sorties sèches.",
        [("loi du 7 février 2022 relative à la protection des enfants", None, "law", 2022, None)],
    ),
    ("Le sentier est payé au titre du Fonds bleu.", [("Fonds bleu", None, "scheme", None, None)]),
    ("La loi forêt et climat, puis la loi du marché.", [("loi forêt et climat", None, "law", None, None)]),
    (
        "Le Plan Local de l'Habitat et de l'Energie (PLHE) suit.",
        [("Plan Local de l'Habitat et de l'Energie", "PLHE", "plan", None, None)],
    ),
    ("La directive-cadre sur l'eau fixe le cap.", [("directive-cadre sur l'eau", None, "law", None, None)]),
    (
        "Le règlement général sur la protection des données s'applique.",
        [("règlement général sur la protection des données", None, "law", None, None)],
    ),
]
ENGLISH = [
    (
        "It follows the Global Framework for the Control of Orchard Moths (GFCOM).",
        [("Global Framework for the Control of Orchard Moths", "GFCOM", "plan", None, None)],
    ),
    ("It answers the National Strategy for Rivers and Lakes 2021-2030.", [("National Strategy for Rivers and Lakes", None, "plan", 2021, 2030)]),
    ("The Global Action Plan on Moths applies.", [("Global Action Plan on Moths", None, "plan", None, None)]),
    ("The national Marlow Plan for the port pays.", [("Marlow Plan", None, "plan", None, None)]),
    ("The Landfill Levy pays for it.", [("Landfill Levy", None, "scheme", None, None)]),
    (
        "In line with the NHS Long Term Plan, the Health and Care Act 2022 applies.",
        [("NHS Long Term Plan", None, "plan", None, None), ("Health and Care Act", None, "law", 2022, None)],
    ),
    (
        "The Well-being of Future Generations (Wales) Act 2015 and the Equality Act 2010 shape this.",
        [("Well-being of Future Generations (Wales) Act", None, "law", 2015, None), ("Equality Act", None, "law", 2010, None)],
    ),
    (
        "Four findings under the Dangerous Goods in Harbour Areas Regulations 2016 were made.",
        [("Dangerous Goods in Harbour Areas Regulations", None, "law", 2016, None)],
    ),
    (
        "The European Regional Development Fund (ERDF) and the UK Seafood Fund paid.",
        [("European Regional Development Fund", "ERDF", "scheme", None, None), ("UK Seafood Fund", None, "scheme", None, None)],
    ),
    (
        "It follows the Government's Net Zero Strategy and the Paris Agreement.",
        [("Net Zero Strategy", None, "plan", None, None), ("Paris Agreement", None, "treaty", None, None)],
    ),
    (
        "The North Wales Growth Deal funds the hub; Horizon Europe the study.",
        [("North Wales Growth Deal", None, "contract", None, None), ("Horizon Europe", None, "programme", None, None)],
    ),
    (
        "The Directive 2000/60/EC was transposed. Regulation (EU) 2021/1060 governs the funds.",
        [("Directive 2000/60/EC", None, "law", 2000, None), ("Regulation (EU) 2021/1060", None, "law", 2021, None)],
    ),
    # of whom it is stands behind it; what the state pays needs no owner
    (
        "It answers the Wild Trout Policy of Mines and Forests Canada and the Clean Wharf Program of the Ministry of Ports.",
        [("Wild Trout Policy", None, "other", None, None), ("Clean Wharf Program", None, "programme", None, None)],
    ),
    ("It supports the county's Serious Violence Strategy.", [("Serious Violence Strategy", None, "plan", None, None)]),
    ("The team brought the Warm Homes Grant and the therapists together.", [("Warm Homes Grant", None, "scheme", None, None)]),
]
NONE = [
    ("fr", "Plan pour demain. Le label Rives heureuses et le programme « Nos rives » sont nés ici."),
    ("fr", "Le site labellisé ouvre ; la plage, labellisée en 2019, attire ; le programme du matin est labellisé Bio."),
    ("fr", "Le pass est gratuit ; la loi protège et encadre les droits ; au titre de l'année 2021, au titre de Montclar."),
    ("en", "The levy was raised and every duty done."),
    ("fr", "# Contrat local de santé Brume-Vire – Bilan 2019-2023\n\nLe contrat local de santé (CLS) a été signé en 2019. Le CLS a duré."),
    ("fr", "Bilan 2022 du contrat de ville\n\nLe contrat de ville a été signé le 3 mai 2015."),
    ("fr", "Des jeunes de l'aide sociale à l'enfance (ASE) ont été formés ; le programme « Premiers pas » a été lancé en mai 2022."),
    ("fr", "Les contrats annuels de maintenance ont été signés ; au titre de la Ville, au titre de l'association."),
    ("fr", "Un projet européen de coopération, une plateforme nationale d'échanges et une initiative nationale ont été cités."),
    ("fr", "Le Code de bonne conduite et le code postal ont été affichés. Les lois du marché s'appliquent. La loi dispose."),
    ("fr", "Le plan de sobriété, le plan de formation 2022-2024 et le contrat de partenariat ont été adoptés."),
    ("en", "The Steering Group's Delivery Plan and the Trust's People Strategy were reviewed. A new Health Fund was announced."),
    ("en", "The Marlow Arts Trust paid the Marlow Arts Grant, a Small Moss Grant and the Seed Grant. The Trust's Warm Homes Grant closed."),
    ("en", "the Wild Trout Policy of the club"),
    ("en", "A Code of Conduct, a Service Level Agreement and a Standing Order were signed. Act now!"),
    ("fr", "La convention de partenariat et la charte d'engagement ont été signées ; le plan d'action annuel a été validé."),
    ("fr", "L'appel à projets « Mobilités douces » de la Métropole et la stratégie métropolitaine de l'alimentation ont été lancés."),
    ("fr", "Un projet de plan de formation est en cours ; les plans d'aménagement sont prêts ; le programme du séminaire est en ligne."),
    ("fr", "L'opération « Sac à dos » de l'association et le programme « Premiers pas » de la fondation ont été reconduits."),
    ("fr", "Le plan de financement s'élève à 30 000 €. Le code couleur a changé. La mobilisation des fonds européens progresse."),
    ("en", "The partners signed the Memorandum of Understanding; the Joint Action Plan was approved by the Board."),
    ("en", "The Trust's Strategy 2020-2025 and the Harbour Skills Programme are its own."),
    ("en", "In 2019, Act 2 of the play was rewritten. The Code was agreed. The Order was placed on 3 May."),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_instruments_french(text: str, expected: list[tuple[str, str | None, str, int | None, int | None]]) -> None:
    _check(text, "fr", expected)


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_instruments_english(text: str, expected: list[tuple[str, str | None, str, int | None, int | None]]) -> None:
    _check(text, "en", expected)


def _check(text: str, language: str, expected: list[tuple[str, str | None, str, int | None, int | None]]) -> None:
    rows = rows_of(text, language).instruments
    assert [(row.name, row.acronym, row.kind, row.year_start, row.year_end) for row in rows] == expected
    assert all(text[row.start : row.end] == row.exact for row in rows)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_not_instruments(language: str, text: str) -> None:
    assert rows_of(text, language).instruments == ()


def test_spellings_and_acronyms_of_one_instrument_are_one_row() -> None:
    text = "Le plan climat-air-énergie territorial (PCAET) est voté. Le PCAET avance. Les plans climat-air-énergie territoriaux sont suivis."
    (row,) = rows_of(text, "fr").instruments
    assert row.acronym == "PCAET"
    assert "plans climat-air-énergie territoriaux" in row.other_names
    assert [text[start:end] for start, end in row.mentions] == [
        "plan climat-air-énergie territorial (PCAET)",
        "PCAET",
        "plans climat-air-énergie territoriaux",
    ]


def test_a_contract_that_a_title_names_as_the_frame_of_another_is_one() -> None:
    text = "Bilan de la convention d'insertion dans le cadre du contrat de ville\n\nLe contrat de ville est suivi."
    assert [row.name for row in rows_of(text, "fr").instruments] == ["contrat de ville"]


def test_an_instrument_inside_the_name_of_a_body_is_none() -> None:
    assert not any(
        "Programme des Nations" in row.name
        for row in rows_of("Le Programme des Nations unies pour le développement (PNUD) a signé.", "fr").instruments
    )
