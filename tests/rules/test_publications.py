"""Publications: titled works, works named by kind and subject, lists of works, posts; and titles that are none."""

import pytest
from marked import rows_of, works_of

FRENCH = [
    (
        "La Ligue fera paraître au printemps 2024 un référentiel des coûts d'entretien des haies.",
        [("référentiel des coûts d'entretien des haies", "guide", None)],
    ),
    ("Les réponses ont nourri l'étude Lire loin des villes, publiée en février 2022.", [("Lire loin des villes", "study", 2022)]),
    ("La brochure Marcher en ville, éditée en 2023, a été distribuée.", [("Marcher en ville", "other", 2023)]),
    ("Voix claires, le podcast que les partenaires produisent depuis 2023, compte cinq épisodes.", [("Voix claires", "podcast", None)]),
    ("Échos du fleuve, une lettre d'information mensuelle, est adressée à 900 abonnés.", [("Échos du fleuve", "other", None)]),
    ("L'épisode qui s'intitule Partir à pied cumule 3 200 écoutes.", [("Partir à pied", "podcast", None)]),
    ("Le podcast a cinq épisodes ; celui qui s'intitule Partir à pied, avec Anne Roux, est le plus écouté.", [("Partir à pied", "podcast", None)]),
    (
        "Deux articles sont parus dans la Revue du bocage : « Planter la haie » et « Tailler la haie ».",
        [("Planter la haie", "article", None), ("Tailler la haie", "article", None)],
    ),
    (
        "Le manuel Urgences de terrain (Masson, 2018) et le podcast Écoutilles (6 épisodes).",
        [("Urgences de terrain", "guide", 2018), ("Écoutilles", "podcast", None)],
    ),
    (
        "Rapport d'activité 2021 de la Mission ; étude « Jeunesses rurales » (2020).",
        [("Rapport d'activité 2021", "report", 2021), ("Jeunesses rurales", "study", 2020)],
    ),
    ("Un guide de l'apprentissage a été édité.", [("guide de l'apprentissage", "guide", None)]),
    ("Le guide « Manger local à la cantine », publié en mars 2022, a été tiré à 2 000 exemplaires.", [("Manger local à la cantine", "guide", 2022)]),
    (
        "Les partenaires ont publié le rapport d'activité 2022 et une infographie sur les mobilités.",
        [("rapport d'activité 2022", "report", 2022), ("infographie sur les mobilités", "other", None)],
    ),
    ("La tribune « Pour une école ouverte », signée par 40 maires, est parue le 3 mai 2022.", [("Pour une école ouverte", "open_letter", 2022)]),
    ("La tribune impulsée par la Ville “Un cap pour demain” a été signée.", [("Un cap pour demain", "open_letter", None)]),
    (
        "Deux vidéos ont été réalisées : « Paroles d'aidants » et « Une journée au jardin ».",
        [("Paroles d'aidants", "video", None), ("Une journée au jardin", "video", None)],
    ),
    ("Le livre blanc « Santé et territoires » (2021) est téléchargeable.", [("Santé et territoires", "report", 2021)]),
    ("Le podcast « Voix des quartiers » compte six épisodes.", [("Voix des quartiers", "podcast", None)]),
    (
        "Un communiqué de presse commun et un dossier de presse ont été diffusés.",
        [("communiqué de presse commun", "press_release", None), ("dossier de presse", "press_release", None)],
    ),
    (
        "Le rapport de la Cour des comptes sur les piscines publiques et le rapport annuel de l'Observatoire des mobilités.",
        [
            ("rapport de la Cour des comptes sur les piscines publiques", "report", None),
            ("rapport annuel de l'Observatoire des mobilités", "report", None),
        ],
    ),
    ("Le cahier RepèrEau “Boire et produire” est à paraître en 2024.", [("Boire et produire", "other", 2024)]),
    ("Elle a contribué à l'ouvrage collectif Les communs urbains, paru en 2022.", [("Les communs urbains", "other", 2022)]),
    (
        "Publications :\n\n- « Le sol vivant », 2021\n- « L'eau partagée », guide pratique, 2022\n- Atlas des friches (2023)",
        [("Le sol vivant", "other", 2021), ("L'eau partagée", "guide", 2022), ("Atlas des friches", "other", 2023)],
    ),
    (
        "Articles parus sur exemple.org :\n\n- [Relais : webinaire sur l'eau](#)\n- [Article “Un pas de plus”](#)",
        [("Relais : webinaire sur l'eau", "article", None), ("Un pas de plus", "article", None)],
    ),
    ("- éditer un livret de bilan illustré au printemps 2024 ;", [("livret de bilan illustré", "other", 2024)]),
    ("- Mémento santé, tiré à 600 exemplaires", [("Mémento santé", "guide", None)]),
    ("Un guide logement a été édité en mai 2022.", [("guide logement", "guide", 2022)]),
    ("Un recueil de recettes solidaires a été imprimé.", [("recueil de recettes solidaires", "other", None)]),
    ("- Réédition du guide des aidants en juin 2022", [("guide des aidants", "guide", 2022)]),
    ("- Publication d'un catalogue des ressources locales", [("catalogue des ressources locales", "other", None)]),
    ("Le rapport d'évaluation à mi-parcours a été remis en juin 2021.", [("rapport d'évaluation à mi-parcours", "report", 2021)]),
    ("Un article « Dix-huit ans après » est paru dans *Le Courrier du Val* en 2021.", [("Dix-huit ans après", "article", 2021)]),
    ("Les résultats ont été publiés en 2022 dans *Portrait de la Brume*.", [("Portrait de la Brume", "other", None)]),
    ("La réalisation d'une publication “Villes et rivières”.\n\nCette étude a été diffusée en 2021.", [("Villes et rivières", "study", None)]),
    ("On l'entend dans Les Voix du port, un podcast que la Ligue a réalisé.", [("Les Voix du port", "podcast", None)]),
    ("Le rapport final, confié à la Ligue, paraîtra en mai.", [("rapport final", "report", None)]),
]
ENGLISH = [
    (
        "A new book, Tales from the Weald, was launched; nurse Fay Lund wrote a handbook, First Shift, which is used.",
        [("Tales from the Weald", "other", None), ("First Shift", "guide", None)],
    ),
    ("The evaluation annex is available at https://example.org/annex.", [("evaluation annex", "other", None)]),
    ("A repairs checklist, Safe and Dry, was published in May 2022.", [("Safe and Dry", "guide", 2022)]),
    ("A set of poems, Warm and Well, has been printed.", [("Warm and Well", "other", None)]),
    ("Our sister body, Orle Rotary, was called in. The chair, Ann Weir said, was published late.", []),
    ("The guide Getting Started with Heat Pumps was published in March 2022.", [("Getting Started with Heat Pumps", "guide", 2022)]),
    ("In July 2020 the union published Mending Together, a handbook by Ann Lee.", [("Mending Together", "guide", None)]),
    ("A bulletin, The Tide Line, was sent to 1,400 households.", [("The Tide Line", "other", None)]),
    ("Two short films, Night Shift and The Long Wait, were produced in 2022.", [("Night Shift", "video", 2022), ("The Long Wait", "video", 2022)]),
    (
        "They published their Annual Report 2021/22 and a guide to safe swimming and a map.",
        [("Annual Report 2021/22", "report", 2021), ("guide to safe swimming", "guide", None)],
    ),
    ("An article in the Journal of Maritime Policy, “Quays that Care”, is out.", [("Quays that Care", "article", None)]),
    ("An open letter, “Keep the ferry running”, was signed by 40 mayors.", [("Keep the ferry running", "open_letter", None)]),
    ("A final report on the pilot will be published in 2025.", [("final report on the pilot", "report", 2025)]),
    (
        "Figures are in Slips and Frailty: Quarterly Bulletin, https://slips.example, which is free.",
        [("Slips and Frailty: Quarterly Bulletin", "other", None)],
    ),
    # whose work it is
    ("*What the Marsh Drinks*, written by Ann Weir, came out in 2023.", [("What the Marsh Drinks", "other", 2023)]),
    ("The *Marsh Atlas*, a work of the Trust, will be printed in 2024.", [("Marsh Atlas", "other", 2024)]),
    ("The final audit report by Hale LLP is due in April 2025.", [("final audit report", "report", 2025)]),
    ("A handbook for small mills, Water Is Patient, by Ms. Roe, was lent.", [("Water Is Patient", "guide", None)]),
    ("A television film by Zorwen Quell, The Last Lock, was shown.", [("The Last Lock", "video", None)]),
]
NONE = [
    ("fr", "Bilan 2021 : sur 2 000 plants, seuls dix ont été détruits."),
    ("fr", "| Indicateur | 2023 |\n|---|---|\n| **Nombre de projets** *(quand un produit est prêt)* | 18 |"),
    ("fr", "Plusieurs communes rurales, le rapport de la Cour des comptes en main, ont réagi."),
    ("fr", "Grâce au soutien régional, un guide, gratuit, est distribué."),
    ("fr", "Une exposition qui s'intitule Les mains du fleuve a été ouverte en mai 2022."),
    ("fr", "L'accord-cadre « Lire à deux pas » a donné lieu à une revue."),
    ("fr", "Pour aller plus loin :\n\n- [Revoir le webinaire de la Ligue](https://rives.example/webinaire)"),
    (
        "en",
        "# Two Towns\n\n*Final report of the twinning between the Orvale Trust and the Marlow Council of the river towns, January 2020 – December 2023*\n",
    ),
    ("en", "# Review\n\nThe Trust met.\n\n## Resources\n\n- The Council contributed £90,000, the Trust £4,000.\n- Grants of €12,000 from others.\n"),
    ("fr", "Un bus-spectacle baptisé « La Roulotte rouge » sillonne les villages. Une caravane baptisée « Le Rêve bleu » aussi."),
    ("fr", "Une enquête « Que deviens-tu ? » a été lancée. Une enquête sur les loisirs a été menée en 2022."),
    ("fr", "Un guide logement est attendu ; un livret des parents circule."),
    ("fr", "Un observatoire, « Vigie du port », publie chaque année ses chiffres. La revue Territoires a consacré un dossier au projet."),
    ("en", "An article appeared in the Journal of Allied Health. The report calls it “a model for other ports”."),
    ("fr", "Un webinaire intitulé « Rénover sans reloger » a réuni 60 personnes ; l'atelier « Compter l'eau » en a réuni 12."),
    ("fr", "L'exposition « Regards croisés » et le spectacle « La nuit » ont été présentés."),
    ("fr", "La plateforme « Mes aides » et l'application « Ma ville » sont en ligne."),
    ("fr", "Le cycle « Les mardis de l'emploi », le prix « Coup de pouce » et l'appel à projets « Jeunes pousses » sont reconduits."),
    ("fr", "Les valeurs « solidarité » et « partage » nous guident. Un questionnaire « Vos besoins » a été envoyé."),
    ("fr", "L'article 12 de la loi et les articles L. 123-4 du code sont visés. Une lettre a été adressée au préfet."),
    ("fr", "- **Juin 2023** – Une série de podcasts et un guide ont été présentés."),
    ("fr", "COMMUNIQUÉ DE PRESSE\n\nLa ville et l'association signent un accord pour trois ans."),
    ("en", "# Marsh Commitments: Third Annual Report\n\nThe Trust met."),
    ("en", "Its data has been used to map [bus stops](/library/stops)."),
    ("en", "Ann Weir gave a paper on the harbour at the Marsh Conference in 2023."),
    ("en", "*Looms and Makers*, run by the Trust, will go on."),
    ("en", "The exhibition “Tides of Change” and the workshop “Mending Day” drew 300 people."),
    ("en", "The programme “Next Steps” and the group “Young Voices” continue."),
    ("en", "A paper was given at the conference. The letter to the Minister was sent. The Council published the findings."),
    ("fr", "Ils ont travaillé dans Les Aubiers, une vidéo a suivi. Le rapport final a été lu."),
    ("fr", "Nous réunirons une journée d'étude sur les sorties et la journée d'étude « Musique et vallées »."),
    ("en", "A report by Anne Roe, The Orvale Trust, was published."),
    ("en", 'Jane Carter opened the line and called it "the best thing on wheels".'),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_publications_french(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert works_of(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_publications_english(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert works_of(text, "en") == expected


@pytest.mark.parametrize(("language", "text"), NONE)
def test_not_publications(language: str, text: str) -> None:
    assert rows_of(text, language).publications == ()


def test_a_post_has_its_first_sentence_as_title() -> None:
    text = "Jeanne Morel\n@jmorel\n\nFière de nos équipes ! Merci à toutes.\n\n18:04 · 12 juin 2022 · 1 240 vues"
    (row,) = rows_of(text, "fr").publications
    assert (row.title, row.kind, row.year, row.exact) == ("Fière de nos équipes", "social_post", 2022, "Fière de nos équipes ! Merci à toutes.")


def test_a_link_gives_the_address() -> None:
    text = "Le guide « Rivières » est [en ligne](https://exemple.fr/x). Voir le [rapport d'évaluation](https://exemple.fr/eval.pdf)."
    assert [(row.title, row.url) for row in rows_of(text, "fr").publications] == [
        ("Rivières", None),
        ("rapport d'évaluation", "https://exemple.fr/eval.pdf"),
    ]
