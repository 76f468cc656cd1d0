"""Actions: a marked text, with the kind and status of the marked action; and what tells none.

The texts stand under the same heading, so that none is an introduction.
"""

import pytest

from tests.marked import rows_of, unmark

FRENCH = "Bilan du pacte entre la Ville de Montclar et l'Alliance des Rives\n\nLa Ville de Montclar et l'Alliance des Rives ont conclu un pacte.\n\nAxe 1 : Agir\n\n"
ENGLISH = "Review of the compact between Montclar City Council and the Rivers Trust\n\nMontclar City Council and the Rivers Trust made a compact.\n\nTheme 1: Acting\n\n"

FRENCH_ACTIONS = [
    ("⟦En mai 2022, la Ville de Montclar a fait rénover la salle des fêtes.⟧", "other", "done", "single"),
    ("⟦L'Alliance des Rives a fait réaliser une étude sur les haies en 2022.⟧", "study", "done", "single"),
    ("⟦L'Alliance des Rives a organisé un webinaire le 3 mars 2022.⟧", "webinar", "done", "single"),
    ("⟦Les partenaires ont publié une étude sur les haies.⟧", "study", "done", "joint"),
    ("⟦Un guide pratique a été édité à 500 exemplaires.⟧", "publication", "done", "joint"),
    ("⟦Un colloque sera organisé à Montclar en mai 2023.⟧", "conference", "planned", "joint"),
    ("⟦La résidence prévue en juin 2021 a été annulée.⟧", "other", "other", "joint"),
    ("⟦La Ville de Montclar a prêté deux broyeurs aux associations.⟧", "pilot", "done", "single"),
    ("⟦L'Alliance des Rives a formé 24 animateurs.⟧", "training", "done", "single"),
    ("⟦Un avenant a été signé le 4 mai 2022.⟧", "signing", "done", "joint"),
    ("⟦La tribune a été signée par l'Alliance des Rives.⟧", "open_letter", "done", "single"),
    ("⟦La Ville de Montclar a financé douze projets.⟧", "funding", "done", "single"),
    ("⟦Le comité de pilotage s'est réuni chaque trimestre.⟧", "working_group", "done", "joint"),
    ("⟦Le guichet, ouvert par la Ville de Montclar en mai 2022,⟧ reçoit les habitants.", "pilot", "done", "single"),
    ("⟦L'Alliance des Rives anime depuis mai 2022 un observatoire de l'eau.⟧", "monitoring", "ongoing", "single"),
    ("- ⟦visite de chantier à Montclar le 3 mars 2022 ;⟧", "visit", "done", "joint"),
    ("- **12 mars 2022** : ⟦co-organisation d'un atelier sur les haies⟧", "workshop", "done", "joint"),
    ("Le pacte a donné lieu à plusieurs temps forts :\n\n- ⟦Journée d'étude à Montclar⟧", "conference", "done", "joint"),
    ("⟦La convention a permis d'organiser trois ateliers.⟧", "workshop", "done", "joint"),
    ("⟦L'Alliance des Rives a fait paraître un guide des haies.⟧", "publication", "done", "single"),
    ("⟦L'Alliance des Rives fera paraître à l'automne 2025 une dizaine d'articles.⟧", "article", "planned", "single"),
    ("⟦L'Alliance des Rives en a tiré six webinaires, animés par Anne Roux.⟧", "webinar", "done", "single"),
    ("⟦La Ville de Montclar en a fait un podcast en mai 2022.⟧", "podcast", "done", "single"),
    ("⟦Une journée de restitution a suivi en mars 2022.⟧", "conference", "done", "joint"),
    ("⟦Un résumé, traduit en breton par l'association Bois vert, a suivi en mai 2023.⟧", "publication", "done", "joint"),
    ("⟦Un communiqué commun en a rendu compte le 12 mars 2021.⟧", "publication", "done", "joint"),
    ("⟦Une mallette de jeux est prêtée aux écoles par l'Alliance des Rives.⟧", "pilot", "ongoing", "single"),
    ("⟦La réflexion sur un label, ouverte avec l'Agence Orvanne, se poursuit.⟧", "other", "ongoing", "joint"),
    ("⟦L'Alliance des Rives a pris en charge l'achat de vélos.⟧", "funding", "done", "single"),
    ("⟦Les deux têtes de réseau ont adressé un questionnaire à 300 communes.⟧", "survey", "done", "joint"),
    ("⟦L'Alliance des Rives a écrit, le 3 mai 2022, à la ministre pour demander un fonds d'urgence.⟧", "advocacy", "done", "single"),
    ("⟦L'Alliance des Rives a écrit un guide destiné aux maires.⟧", "publication", "done", "single"),
    ("⟦Anne Roux a porté la même demande devant le Sénat le 9 mai 2023.⟧", "advocacy", "done", "third_party"),
    ("⟦Échos, le podcast que les partenaires produisent depuis janvier 2023, compte cinq épisodes.⟧", "podcast", "ongoing", "joint"),
    (
        "L'étude a ensuite été portée à la connaissance des élus :\n\n- ⟦au congrès de l'Agence Orvanne, le 7 mai 2022⟧",
        "presentation",
        "done",
        "joint",
    ),
    (
        "L'étude a été présentée aux élus :\n\n- ⟦devant la commission de la culture, le 6 mai 2022, où Anne Roux a été entendue⟧",
        "hearing",
        "done",
        "joint",
    ),
    ("⟦Prochaine réunion du comité : mardi 18 octobre 2022 à Montclar.⟧", "meeting", "planned", "joint"),
    ("⟦Le 3 mars 2021, la Ville de Montclar inaugurait une exposition.⟧", "other", "done", "single"),
    ("⟦Le 3 mars 2021, l'Alliance des Rives était auditionnée par le Sénat.⟧", "hearing", "done", "single"),
    ("⟦Les résultats ont fait l'objet d'une présentation à Montclar le 3 mars 2022.⟧", "presentation", "done", "joint"),
    ("⟦L'étude fera l'objet d'une publication en mars 2024.⟧", "publication", "planned", "joint"),
    ("⟦Une contribution écrite a été remise au Sénat.⟧", "advocacy", "done", "joint"),
    ("⟦Le projet de halle n'a jamais vu le jour.⟧", "other", "other", "joint"),
    ("⟦Cette formation n'a pas été organisée, faute de candidats.⟧", "training", "other", "joint"),
    ("⟦Aucune réunion n'a été organisée en 2021.⟧", "meeting", "other", "joint"),
    ("⟦Il n'a pas été possible d'ouvrir la plateforme prévue à Montclar.⟧", "pilot", "other", "joint"),
    ("⟦Il n'a pas été possible d'ouvrir la plateforme : le projet a été suspendu en mai 2023.⟧", "pilot", "other", "joint"),
    ("⟦Le festival, qui devait se tenir en juin 2021, a été annulé.⟧", "other", "other", "joint"),
    ("⟦Une nouvelle charte est en préparation. Elle devrait être signée en décembre 2024.⟧", "signing", "planned", "joint"),
    ("⟦Anne Roux, directrice de l'Alliance des Rives, est intervenue le 4 mai 2022 devant le conseil municipal.⟧", "presentation", "done", "single"),
    ("⟦Un cycle de trois ateliers a été proposé avec l'association Bois clair.⟧", "training", "done", "joint"),
    ("⟦Le 3 mars 2022, visite du site par Anne Roux.⟧", "visit", "done", "third_party"),
    ("⟦La Ville de Montclar s'est dotée d'un plan de gestion en 2022.⟧", "other", "done", "single"),
    (
        "⟦La rencontre, initialement programmée au printemps 2020, a été reportée et s'est finalement tenue le 7 octobre 2021.⟧",
        "conference",
        "done",
        "joint",
    ),
    ("⟦Avec le soutien financier de la Fondation du Marais, sept parcs ont expérimenté l'autopartage.⟧", "pilot", "done", "joint"),
    ("⟦La Ville de Montclar et l'Alliance des Rives ont décidé d'agir ensemble en signant une charte le 1er mars 2022.⟧", "signing", "done", "joint"),
    ("⟦Une convention a été passée en mars 2021 entre la Fondation du Marais et le Sénat.⟧", "signing", "done", "joint"),
    ("⟦Un bus sillonne les villages depuis l'été 2021.⟧", "pilot", "ongoing", "joint"),
    ("⟦Réuni le 8 décembre 2022 à Montclar, le comité de pilotage a validé le renouvellement du pacte.⟧", "meeting", "done", "joint"),
    ("⟦Des ateliers ont été proposés aux patients.⟧", "workshop", "done", "joint"),
    ("⟦La Ville de Montclar a pris en charge 60 % du coût de 84 audits.⟧", "funding", "done", "single"),
    ("⟦L'Alliance des Rives a accompagné douze clubs en 2022.⟧", "other", "done", "single"),
    ("⟦La ville a organisé trois ateliers en mai 2022.⟧", "workshop", "done", "single"),
    ("⟦L'évaluation conduite par le cabinet Orvanne⟧ est favorable.", "study", "done", "third_party"),
    ("## Ce qui reste à faire\n\n- [ ] ⟦Signer la charte avec la mission locale en mai 2024⟧", "signing", "planned", "joint"),
    ("* **Café des aidants**, ⟦lancé en janvier 2023 avec la Fondation du Marais ; animé par l'Alliance des Rives⟧", "workshop", "done", "single"),
    ("⟦Un guichet a ouvert le 3 avril 2023. Géré par l'Alliance des Rives, il compte 126 adhérents, contre 90 attendus.⟧", "pilot", "done", "single"),
    ("⟦La Fondation du Marais a pris en charge les travaux, à parts égales.⟧", "funding", "done", "third_party"),
    ("⟦Le documentaire « Onze » a été projeté à Caen en mars 2023.⟧", "other", "done", "joint"),
    ("⟦Vingt-deux soignants ont été initiés à l'écoute musicale en mai 2022.⟧", "training", "done", "joint"),
    ("⟦Les élèves du collège ont réalisé une exposition.⟧", "other", "done", "joint"),
    ("⟦Nos étudiants ont organisé une visite en mai 2022.⟧", "visit", "done", "joint"),
    ("- ⟦MOOC « Transmettre » : mise en ligne reportée à l'automne 2024⟧", "training", "planned", "joint"),
    ("⟦La navette est gérée par l'Alliance des Rives.⟧", "pilot", "ongoing", "single"),
    ("⟦Les ateliers sont animés par la Ville de Montclar.⟧", "workshop", "ongoing", "single"),
    ("⟦Cent membres du club nautique ont participé à deux visites en avril 2022.⟧", "visit", "done", "joint"),
    ("⟦Une exposition a été présentée à la médiathèque du 4 au 29 mai 2023.⟧", "other", "done", "joint"),
    ("⟦Un atlas est en préparation ; il paraîtra en mars 2025.⟧", "publication", "planned", "joint"),
    ("⟦Une charte sera signée le 22 mars 2024. La Région Brume y sera associée.⟧", "signing", "planned", "joint"),
    ("Sont d'ores et déjà programmés :\n\n- ⟦dix sorties pour les scolaires au printemps 2025⟧", "visit", "planned", "joint"),
    ("⟦En 2024, les partenaires entendent ouvrir un guichet à Montclar.⟧", "pilot", "planned", "joint"),
    ("⟦Un forum a été coorganisé avec la Fondation du Marais en mai 2022.⟧", "conference", "done", "joint"),
    ("- ⟦Cycle « Agir » : 9 sessions en 2022 ; 11 sessions en 2023⟧", "training", "done", "joint"),
    ("- ⟦Parrainage entre voisins, animé par l'Alliance des Rives : 12 binômes⟧", "other", "done", "single"),
    ("- ⟦« Mardis du code », encadrés par la Ville de Montclar⟧", "other", "done", "single"),
    ("- ⟦Location de vélos, proposée par l'Alliance des Rives depuis le 4 mai 2022⟧", "pilot", "ongoing", "single"),
    ("- ⟦Pass mobilité, créé en mars 2022⟧", "other", "done", "joint"),
    ("- ⟦Brigade verte (quatre agents), financée par la Ville de Montclar⟧", "other", "done", "single"),
    ("- ⟦Petits déjeuners de l'emploi, à l'initiative de l'Alliance des Rives⟧", "other", "done", "single"),
    ("- ⟦Espace bien-être, avec le concours de la Fondation du Marais⟧", "other", "done", "joint"),
    ("- ⟦Vergers plantés par l'Alliance des Rives en novembre 2022⟧", "other", "done", "single"),
    ("- ⟦Défi zéro déchet, relevé par 40 familles de mars à juin 2022⟧", "other", "done", "joint"),
    ("- ⟦Mémento du locataire, tiré à 500 exemplaires et remis à chaque entrant⟧", "publication", "done", "joint"),
    ("- ⟦Atelier de cuisine destiné aux familles⟧", "workshop", "done", "joint"),
    ("- ⟦Planter 200 arbres le long de la rive (Ville de Montclar, octobre 2023)⟧", "other", "done", "single"),
    ("- ⟦Organiser un débat public sur les haies en novembre 2023⟧", "conference", "done", "joint"),
    ("- ⟦Cartographier les haies d'ici juin 2024⟧", "study", "planned", "joint"),
    ("- ⟦Plantation de 200 arbres (Ville de Montclar, Alliance des Rives)⟧", "other", "done", "joint"),
    ("- ⟦Débat public sur les haies (pilote : Alliance des Rives)⟧", "conference", "done", "single"),
    ("- ⟦Débat public sur les haies (salle des fêtes, Ville de Montclar)⟧", "conference", "done", "joint"),
    (
        "⟦Le comité de suivi (président : Luc Noir, conseiller à la Ville ; trésorière : Anne Roux) a tenu neuf séances sur les dix programmées.⟧",
        "working_group",
        "done",
        "joint",
    ),
    ("- ⟦Voyage en Mayenne, prévu à l'automne 2020 et finalement effectué du 12 au 14 mai 2022⟧", "other", "done", "joint"),
    ("⟦En mai 2025, l'Alliance des Rives commencera une étude, commandée par la Ville de Montclar.⟧", "study", "planned", "joint"),
    ("- **Réalisé** : ⟦équiper les harmonies de la vallée⟧", "other", "done", "joint"),
    ("- **En cours** : ⟦ouvrir les répétitions aux élèves⟧", "other", "ongoing", "joint"),
    ("- **Abandonné** : ⟦enregistrer un podcast avec Radio Brume⟧", "podcast", "other", "joint"),
    ("- **À venir** : ⟦inviter les élus à une visite de la rive⟧", "visit", "planned", "joint"),
    ("Ce qui reste à faire :\n\n- ⟦Étendre le prêt de vélos au collège avant décembre 2024⟧", "pilot", "planned", "joint"),
    ("⟦La convention qui unit nos maisons a été signée le 8 décembre 2022.⟧", "signing", "done", "joint"),
    ("⟦Depuis le 3 mai 2022, l'Alliance des Rives fait vivre un atelier.⟧", "workshop", "ongoing", "single"),
    (
        "- ⟦Publication du guide [*Berges*](https://a.example/guides/un-tres-long-chemin-vers-le-guide.pdf), en février 2024⟧",
        "publication",
        "done",
        "joint",
    ),
    ("⟦Sept ateliers sur les dix prévus ont eu lieu.⟧", "workshop", "done", "joint"),
    ("- ⟦Atelier sur les haies en mai 2022. Au programme, trois concerts.⟧", "workshop", "done", "joint"),
    ("Les partenaires sont convenus :\n\n- ⟦de confier une étude à un cabinet en 2024 ;⟧", "study", "planned", "joint"),
]
ENGLISH_ACTIONS = [
    ("- ⟦Fair of local produce, run since 6 May 2023 by Montclar City Council⟧", "conference", "ongoing", "single"),
    ("⟦Seven of the ten workshops planned took place.⟧", "workshop", "done", "joint"),
    ("⟦The barn, which has trained 168 young people, is to be enlarged by the end of 2026.⟧", "other", "planned", "joint"),
    ("- ⟦*Whose Line Is It?*, an exhibition of old maps, toured six halls from 4 March to 28 June 2024.⟧", "other", "done", "joint"),
    ("⟦The Orvanne Table, our steering committee, met six times.⟧", "working_group", "done", "joint"),
    ("- ⟦Noise monitors were lent to three schools by the Rivers Trust between January and March 2024.⟧", "pilot", "done", "single"),
    ("⟦A Welsh translation is under way.⟧", "other", "ongoing", "joint"),
    ("⟦Anne Roe and Luke Black attended the 4th technical workshop in Paris on 4 May 2022.⟧", "workshop", "done", "third_party"),
    (
        "⟦In May 2022 the [first fair was held in Crest](https://a.example/b) as part of the [Water Days](https://a.example/b).⟧",
        "conference",
        "done",
        "joint",
    ),
    ("- ⟦a guide for employers, to be brought out by the Rivers Trust in spring 2025⟧", "publication", "planned", "single"),
    ("⟦A single referral form has been shared since April 2022.⟧", "other", "ongoing", "joint"),
    ("⟦The Ash Wardens have counted herons at eleven stations since March 2022.⟧", "other", "ongoing", "third_party"),
    ("⟦A podcast was produced in 2021 and downloaded 300 times.⟧", "podcast", "done", "joint"),
    ("- ⟦Plant 200 trees along the river (the Rivers Trust, October 2023)⟧", "other", "done", "single"),
    ("- ⟦Host a public debate on clean water in November 2023⟧", "conference", "done", "joint"),
    ("- ⟦Set a training course for wardens by June 2024⟧", "training", "planned", "joint"),
    ("- ⟦Site visit along the river (Montclar City Council)⟧", "visit", "done", "single"),
    ("⟦The Rivers Trust held a workshop on 3 March 2022.⟧", "workshop", "done", "single"),
    ("⟦In June 2021 the Rivers Trust published a guide to hedges.⟧", "publication", "done", "single"),
    ("⟦Both partners opened an advice service in Montclar in May 2022.⟧", "pilot", "done", "joint"),
    ("⟦A conference will be held in spring 2023.⟧", "conference", "planned", "joint"),
    ("⟦A survey of anglers was abandoned in 2021.⟧", "survey", "other", "joint"),
    ("⟦Montclar City Council trained 40 wardens.⟧", "training", "done", "single"),
    ("⟦The evaluation has been under way since January 2022.⟧", "study", "ongoing", "joint"),
    ("⟦The helpline, run by the Rivers Trust since August 2021,⟧ took 40 calls.", "pilot", "ongoing", "single"),
    ("⟦The steering group met on six occasions.⟧", "working_group", "done", "joint"),
    ("⟦The partners wrote to the Department for Transport in May 2022.⟧", "advocacy", "done", "joint"),
    ("⟦Montclar City Council gave evidence to a select committee in May 2022.⟧", "hearing", "done", "single"),
    ("- ⟦Two study visits to Bristol⟧", "visit", "done", "joint"),
]


@pytest.mark.parametrize(("marked", "kind", "status", "mode"), FRENCH_ACTIONS)
def test_actions_in_french(marked: str, kind: str, status: str, mode: str) -> None:
    _one_action(FRENCH, marked, "fr", (kind, status, mode))


@pytest.mark.parametrize(("marked", "kind", "status", "mode"), ENGLISH_ACTIONS)
def test_actions_in_english(marked: str, kind: str, status: str, mode: str) -> None:
    _one_action(ENGLISH, marked, "en", (kind, status, mode))


def _one_action(before: str, marked: str, language: str, expected: tuple[str, str, str]) -> None:
    text, ((start, end),) = unmark(before + marked)
    rows = [one for one in rows_of(text, language).actions if one.start >= len(before)]
    assert [(one.kind, one.status, one.mode) for one in rows] == [expected]
    shared = min(end, rows[0].end) - max(start, rows[0].start)
    assert shared * 2 >= min(end - start, rows[0].end - rows[0].start)


NONE_IN_FRENCH = [
    "Les partenaires sont convaincus du rôle des haies.",
    "Ce résultat nous paraît solide.",
    "Les partenaires ont déjà pris date.",
    "Il a pourtant laissé le souvenir le plus vif.",
    "- Luc Noir, chargé de programme, Alliance des Rives",
    "Cette crise a fait réfléchir les partenaires.",
    "La Ville de Montclar a fait savoir son accord.",
    "Le pacte a été marqué par plusieurs avancées importantes.",
    "L'étude montre que les haies retiennent l'eau et aborde leur entretien.",
    "La part des haies est passée de 3 % à 5 %.",
    "Cette étude a permis d'identifier dix leviers.",
    "Les délais restent trop longs et les moyens manquent.",
    "Nous avons appris à travailler autrement.",
    "« Nous avons organisé trois ateliers », dit Anne Roux.",
    "205\n\ntéléchargements du guide",
    "Contact presse : Anne Roux, chargée de communication",
    "Les thèmes abordés :\n\n- l'eau et les haies\n- la faune des rives",
    "Huit ont signé un contrat dans une entreprise.",
    "En 2021, 380 personnes ont été rencontrées.",
    "Fin 2022, 200 patients y étaient suivis.",
    "La Ville de Montclar a consacré 96 000 € à ce projet.",
    "[Télécharger la charte](https://rives.example/charte.pdf) · [Nous écrire](mailto:a@rives.example)",
    "La directrice s'est félicitée de cette réussite.",
    "Luc Noir a été remplacé par Anne Roux.",
    "Luc Noir était formateur en 2021.",
    "Le site fait l'objet d'un vif intérêt.",
    "Établi par l'Alliance des Rives, mars 2024",
    "Le pacte est piloté par la Ville de Montclar.",
    "Le projet est porté par l'Alliance des Rives.",
    "Les travaux concluent à une baisse d'un tiers des rejets.",
    "*Rapport présenté par Luc Noir, président de l'Alliance des Rives, et Anne Roux, adjointe au maire.*",
    "Document approuvé par le conseil municipal du 26 janvier 2024.",
    "Rapport adopté en conseil communautaire le 9 mars 2023.",
    "- Difficultés de recrutement relevées par l'Alliance des Rives en 2022",
    "- Meilleure connaissance des besoins, partagée avec la Ville de Montclar",
    "- Un public éloigné de l'emploi, repéré par l'Alliance des Rives",
    "- Heures de bénévolat réalisées : 3 400 (2 100 en 2020)",
    "- Qualité de la relation avec la Ville de Montclar",
    "- Élèves de la Ville de Montclar",
    "L'étude a rendu compte des besoins des communes.",
    "L'Alliance des Rives en a fait une priorité.",
    "La Ville de Montclar en a tiré plusieurs leçons.",
    "Les 900 téléchargements de l'étude enregistrés au 31 octobre 2024 le prouvent.",
    "Le groupe a suivi l'avancement du chantier en 2022.",
    "Le bâtiment est loué à la commune par un particulier.",
    "Au total, 1,38 M€ ont été engagés : 610 000 € par la Ville de Montclar, 405 000 € par l'Alliance des Rives.",
    "Elles invitent les partenaires à chiffrer l'entretien avant de planter davantage.",
    "Une lettre n'est pas un rapport.",
    "« Je dors enfin », nous a écrit Anne Roux.",
    "La Ville de Montclar en a supporté 702 000 euros, l'Alliance des Rives 388 000 euros et l'Agence Orvanne 184 000 euros.",
    "Onze équivalents temps plein ont été consacrés au pacte.",
    "La commune attend toujours un accueil de jour.",
    "Les évaluatrices ont entendu cette inquiétude à chaque entretien.",
    "L'animation a mobilisé 2,5 ETP en moyenne.",
    "Qui a organisé l'atelier du 3 mars 2022 ?",
    "- Réduire les rejets de 20 % d'ici juin 2024",
    "- Planter davantage de haies en 2025",
    "Le pacte a pour objectifs :\n\n- planter 200 arbres avant le 3 mars 2024",
    "## Recommandations\n\n- Planter 200 arbres en octobre 2024",
]
NONE_IN_ENGLISH = [
    "Both partners believe that rivers matter.",
    "The share of clean water rose from 3% to 5%.",
    "Staff describe a relationship that has moved from goodwill to habit.",
    "Several said that the figures did not match, and that nobody had been asked to check them.",
    "The compact runs from May 2021 to April 2024.",
    "Volunteers would have liked more say in the programme.",
    "With the tool, you can easily buy a permit in May 2022.",
    "Why did the partners build a helpdesk in May 2022?",
    "Water that leaves the hill slowly leaves it clean.",
    "That is the whole argument, and the partners hold to it.",
    "We have tried to write it as we would tell it.",
    "It is written for readers who may be asked to do the same.",
    "It has so far spared us a vote.",
    "Most of the people we spoke to wanted fewer tasks.",
    "Ann Roe and Luke Black did not agree.",
    "Prepared for the Partnership Board by Ann Roe, Manager, Rivers Trust",
    "The records will not be complete until January 2026.",
    "Twenty-nine employers joined and 47 students had completed a placement by the end of July 2025.",
    "Its seven episodes have been played about 5,000 times.",
    "Rents have risen by a tenth since May 2021.",
    "The Rivers Trust has been short of money since May 2021.",
    "- Cut discharges by a fifth by June 2024",
    "## Recommendations\n\n- Plant 200 trees in October 2024",
]


@pytest.mark.parametrize("words", NONE_IN_FRENCH)
def test_no_action_in_french(words: str) -> None:
    assert [one.exact for one in rows_of(FRENCH + words, "fr").actions if one.start >= len(FRENCH)] == []


@pytest.mark.parametrize("words", NONE_IN_ENGLISH)
def test_no_action_in_english(words: str) -> None:
    assert [one.exact for one in rows_of(ENGLISH + words, "en").actions if one.start >= len(ENGLISH)] == []


DATED = [
    ("- Septembre 2021 : co-organisation d'un atelier les 9 et 10 septembre 2021 à Montclar", "2021-09-09", "2021-09-10"),
    ("Deux formations ont été organisées en mars 2021 et en juin 2021.", "2021-03-01", "2021-06-30"),
    ("Un guide a été publié fin 2021.", "2021-10-01", "2021-12-31"),
    ("Un webinaire a été consacré à la loi Eau de 2006 le 3 mars 2022.", "2022-03-03", "2022-03-03"),
    ("Un guide a été publié sur les haies.", None, None),
    ("Des agents ont été formés en 2023, contre 185 en 2022.", "2023-01-01", "2023-12-31"),
    ("Des haies ont été plantées de mai à juin 2022. En novembre 2023, 412 plants vivaient encore.", "2022-05-01", "2022-06-30"),
    ("Depuis mai 2021, l'Alliance des Rives exploite une pépinière.", "2021-05-01", None),
    ("Des haies ont été plantées de novembre 2022 à février 2024 : 38 km, pour un objectif de 60 km d'ici mars 2027.", "2022-11-01", "2024-02-29"),
]


@pytest.mark.parametrize(("words", "first", "last"), DATED)
def test_dates_of_actions(words: str, first: str | None, last: str | None) -> None:
    (row,) = [one for one in rows_of(FRENCH + words, "fr").actions if one.start >= len(FRENCH)]
    assert (row.date_start and row.date_start.isoformat(), row.date_end and row.date_end.isoformat()) == (first, last)


def test_a_figure_compared_with_gives_no_date_to_a_deed() -> None:
    text = ENGLISH + "In 2024 the Rivers Trust made 2,310 home visits, up from 1,850 in 2023, and fitted 4,100 alarms."
    (row,) = [one for one in rows_of(text, "en").actions if one.start >= len(ENGLISH)]
    assert row.edtf == "2024"


ENGLISH_GOING_ON = [
    "On 6 February 2025 the partners held a workshop on absence; Professor Ann Roe of the University of Brume gave the opening talk.",
    "In May 2022 the Rivers Trust taught 27 wardens to count herons; the course was given by Ann Roe and Luke Black.",
    "On 30 January 2024 the partners sent an open letter to the Ministry; forty-one mayors of the region signed it too.",
]


@pytest.mark.parametrize("words", ENGLISH_GOING_ON)
def test_an_english_sentence_that_goes_on_about_a_deed_is_none_of_its_own(words: str) -> None:
    (row,) = [one for one in rows_of(ENGLISH + words, "en").actions if one.start >= len(ENGLISH)]
    assert row.exact == words


def test_a_sentence_about_who_came_lengthens_the_action() -> None:
    text = ENGLISH + "A workshop was held in Montclar on 3 March 2022. It was attended by 40 residents."
    (row,) = [one for one in rows_of(text, "en").actions if one.start >= len(ENGLISH)]
    assert row.exact.endswith("40 residents.")


GOING_ON = [
    "La Ville de Montclar a ouvert un guichet en mai 2021. Fin 2023, il avait conseillé 190 entreprises.",
    "Un guichet a été ouvert en mai 2022 à Montclar. Le guichet est tenu par deux conseillères de l'Alliance des Rives.",
    "Un atelier a été organisé le 3 mars 2022. Animé par Anne Roux, il a réuni 40 élus.",
    "Un atelier a été organisé le 3 mars 2022. Anne Roux y a présenté les haies.",
    "Un guide a été publié en mars 2022. Tiré à 3 000 exemplaires, il a été distribué aux parents à partir de juin 2022.",
    "Une enquête a été confiée à un institut. Menée au printemps 2022, elle montre que les haies plaisent.",
    "Deux ateliers ont été organisés en mars 2021 et en mars 2022. Le second s'est ouvert par un film.",
    "Une étude a été publiée en mars 2022. Elle a été réalisée par l'association Bois clair.",
    "La convention a été signée le 3 mars 2021 par la Ville de Montclar. Le maire l'avait paraphée avec Anne Roux.",
]


@pytest.mark.parametrize("words", GOING_ON)
def test_a_sentence_that_goes_on_about_a_deed_is_none_of_its_own(words: str) -> None:
    (row,) = [one for one in rows_of(FRENCH + words, "fr").actions if one.start >= len(FRENCH)]
    assert row.exact == words


@pytest.mark.parametrize(
    "words",
    [
        "Celle du vendredi 17 juin 2023 a réuni 27 candidats à Crest.",
        "Sa deuxième édition, le 16 mars 2023, en a accueilli 2 150.",
        "La troisième édition s'est tenue le 4 mai 2024.",
    ],
)
def test_a_further_edition_is_of_the_kind_of_the_one_before(words: str) -> None:
    text = FRENCH + "Un forum des métiers a été organisé en mai 2022. " + words
    first, second = [one for one in rows_of(text, "fr").actions if one.start >= len(FRENCH)]
    assert first.kind == second.kind == "conference"
    assert second.exact == words


def test_another_agreement_to_be_signed_is_an_action_of_its_own() -> None:
    text = FRENCH + "Le pacte sera reconduit en 2024. Une convention de financement doit être signée avant l'été 2025 avec l'Agence Orvanne."
    assert [(one.kind, one.status) for one in rows_of(text, "fr").actions if one.start >= len(FRENCH)] == [("signing", "planned")] * 2


def test_an_agreement_with_somebody_else_is_another_signing_than_that_of_the_partners() -> None:
    signed = "Le pacte a été signé à Montclar le 4 mai 2021 par Anne Roux. "
    for words, actions in (("Une convention de prêt a été conclue avec l'Agence Orvanne.", 2), ("Une convention a été conclue.", 1)):
        assert len([one for one in rows_of(FRENCH + signed + words, "fr").actions if one.start >= len(FRENCH)]) == actions


def test_who_takes_the_same_demand_elsewhere_does_another_deed() -> None:
    text = FRENCH + "L'Alliance des Rives a écrit à la ministre en mai 2022. Anne Roux a porté la même demande devant le Sénat."
    assert [one.kind for one in rows_of(text, "fr").actions if one.start >= len(FRENCH)] == ["advocacy", "advocacy"]


def test_two_clauses_with_subjects_of_their_own_are_two_actions() -> None:
    text = ENGLISH + "The Rivers Trust held a workshop in May 2021, and Montclar City Council published a guide in June 2022."
    assert [one.kind for one in rows_of(text, "en").actions if one.start >= len(ENGLISH)] == ["workshop", "publication"]


def test_verbs_of_an_emphasised_title_tell_no_deed() -> None:
    words = "Le guide *Repérer, orienter, accompagner*, rédigé par Anne Roux, médecin, et Paul Brun, chargé de mission, a été publié en juin 2022."
    rows = rows_of(FRENCH + words, "fr")
    assert [row.kind for row in rows.actions if row.start >= len(FRENCH)] == ["publication"]
    assert [row.actor_id for row in rows.participations if row.role == "author"] == ["p-anne-roux", "p-paul-brun"]


def test_two_deeds_of_one_subject_are_two_where_the_second_is_one_of_its_own_with_a_date() -> None:
    text = FRENCH + "La Ville de Montclar a adopté un plan et a été auditionnée par le Sénat en février 2022."
    assert [one.kind for one in rows_of(text, "fr").actions if one.start >= len(FRENCH)] == ["other", "hearing"]


def test_a_row_of_a_table_of_actions_is_one_action() -> None:
    text = (
        FRENCH
        + "| Action | Calendrier | Pilote | État |\n|---|---|---|---|\n| Guide des haies | octobre 2022 | Alliance des Rives | réalisé |\n| Colloque à Montclar | 2024 | Ville de Montclar | à venir |"
    )
    rows = [one for one in rows_of(text, "fr").actions if one.start >= len(FRENCH)]
    assert [(one.kind, one.status, one.mode, one.date_start.year if one.date_start else None) for one in rows] == [
        ("publication", "done", "single", 2022), ("conference", "planned", "single", 2024)
    ]  # fmt: skip


STATES = [
    ("fr", "| Former 40 gardes aux premiers secours | 12 mai 2023 | Fait |", "training", "done"),
    ("fr", "| Enquêter auprès des riverains | mars 2023 | Terminé |", "survey", "done"),
    ("fr", "| Ouvrir un guichet à Montclar | mars 2023 | Reporté |", "pilot", "planned"),
    ("fr", "| Ouvrir un guichet à Montclar | mars 2023 | Non démarré |", "pilot", "planned"),
    ("fr", "| Réviser les tarifs | 2023-2024 | En retard |", "other", "ongoing"),
    ("fr", "| Réviser les tarifs | 2023-2024 | Partiellement réalisé |", "other", "ongoing"),
    ("fr", "| Créer une carte unique | 2023 | Sans suite |", "other", "other"),
    ("fr", "| Guide des haies | d'ici fin 2024 | |", "publication", "planned"),
    ("en", "| Train 40 wardens in first aid | 12 May 2023 | Completed |", "training", "done"),
    ("en", "| Survey anglers at ten weirs | March 2023 | Complete |", "survey", "done"),
    ("en", "| Open a help desk in Montclar | September 2023 | Delayed |", "pilot", "planned"),
    ("en", "| Review fares | 2024 | Not started |", "study", "planned"),
    ("en", "| Guide to hedges | 2023 | On track |", "publication", "ongoing"),
    ("en", "| Help desk | 2023 | Opened 19 February 2023 |", "pilot", "done"),
    ("en", "| Help desk | 2023 | To begin in September 2024 |", "pilot", "planned"),
    ("fr", "| Guichet | 2023 | À lancer en septembre |", "pilot", "planned"),
    ("en", "| Guide to hedges | by December 2024 | |", "publication", "planned"),
]


@pytest.mark.parametrize(("language", "row", "kind", "status"), STATES)
def test_a_row_tells_its_kind_by_its_verb_and_its_status_by_its_state(language: str, row: str, kind: str, status: str) -> None:
    before = FRENCH if language == "fr" else ENGLISH
    heads = "| Action | Date | État |" if language == "fr" else "| Action | Date | Status |"
    rows = [one for one in rows_of(f"{before}{heads}\n|---|---|---|\n{row}", language).actions if one.start >= len(before)]
    assert [(one.kind, one.status) for one in rows] == [(kind, status)]


LONG_TITLES = [
    (
        "fr",
        "- Publication d'un recueil de fiches pratiques destinées aux communes rurales de la vallée dans le cadre de la démarche commune",
        "vallée",
    ),
    (
        "en",
        "- Publication of a set of practical notes for all the parish councils of the valley and its farmers as part of the joint work",
        "farmers",
    ),
    ("fr", "- Publication d'un guide dans le cadre de la démarche", "démarche"),
]


@pytest.mark.parametrize(("language", "line", "last"), LONG_TITLES)
def test_a_title_that_is_cut_ends_in_no_lead_of_a_phrase(language: str, line: str, last: str) -> None:
    opening = FRENCH if language == "fr" else ENGLISH
    (title,) = [one.title for one in rows_of(opening + line, language).actions if one.start >= len(opening)]
    assert title.endswith(last)


def test_who_did_something_between_commas_is_not_what_was_done() -> None:
    line = "- Le guide « La traversée », rédigé par Anne Roux, infirmière, et Luc Noir, médecin, a été publié en juin 2022."
    (row,) = [one for one in rows_of(FRENCH + line, "fr").actions if one.start >= len(FRENCH)]
    assert "guide" in row.title and str(row.date_start) == "2022-06-01"


WHOLE_TITLES = [
    (
        "fr",
        "La Ville de Montclar a animé 46 ateliers « Mon logement, mode d'emploi », ouverts à tous, en 2022.",
        "46 ateliers « Mon logement, mode d'emploi »",
    ),
    ("fr", "Le guide *Mon logement, ma santé*, écrit par Anne Roux, a été publié en mai 2022.", "guide Mon logement, ma santé"),
    ("fr", "Un guide des aides au logement, écrit par Anne Roux, a été publié en mai 2022.", "guide des aides au logement"),
    (
        "en",
        "A guide to the Crime, Fires and Floods Act 2021, with examples, was published in May 2022.",
        "guide to the Crime, Fires and Floods Act 2021",
    ),
    ("en", "A guide to floods at home and at work, with examples, was published in May 2022.", "guide to floods at home and at work"),
]


@pytest.mark.parametrize(("language", "words", "title"), WHOLE_TITLES)
def test_a_title_is_not_cut_at_a_comma_inside_a_name(language: str, words: str, title: str) -> None:
    before = FRENCH if language == "fr" else ENGLISH
    assert [row.title for row in rows_of(before + words, language).actions if row.start >= len(before)] == [title]


HOW_OFTEN = [
    ("fr", "- La Ville organise chaque mois un café des aidants.", "café des aidants"),
    ("fr", "- La Ville organise tous les ans un forum des métiers.", "forum des métiers"),
    ("en", "- The Trust organises every month a lunch for carers.", "lunch for carers"),
]


@pytest.mark.parametrize(("language", "line", "title"), HOW_OFTEN)
def test_how_often_something_is_done_is_no_part_of_what_is_done(language: str, line: str, title: str) -> None:
    opening = FRENCH if language == "fr" else ENGLISH
    (found,) = [one.title for one in rows_of(opening + line, language).actions if one.start >= len(opening)]
    assert found.endswith(title) and not found.startswith(("mois", "ans", "month"))


RESULT_LINES = [
    ("fr", "- Sorties à vélo : 61 (objectif 60)", 0),
    ("fr", "- Enquête auprès des usagers : non communiqué", 0),
    ("fr", "- Sorties à vélo : 61 participants", 1),
    ("fr", "- Formation des tuteurs, avec un objectif clair : partager les pratiques", 1),
    (
        "fr",
        "- Onze sorties à vélo ont été organisées par la Ville et la Régie entre mai 2021 et juin 2023 : 936 personnes ont suivi, pour un objectif de 1 200.",
        1,
    ),
    ("en", "- Site visits: 12 (target 10)", 0),
    ("en", "- Site visits: not available", 0),
    ("en", "- Site visits: two in Montclar and one in Orvale", 1),
]


@pytest.mark.parametrize(("language", "line", "actions"), RESULT_LINES)
def test_what_was_reached_of_a_target_is_a_figure_and_no_deed(language: str, line: str, actions: int) -> None:
    opening = FRENCH if language == "fr" else ENGLISH
    assert len([one for one in rows_of(opening + line, language).actions if one.start >= len(opening)]) == actions


def test_a_table_of_figures_holds_no_actions() -> None:
    text = FRENCH + "| Indicateur | Cible | Réalisé |\n|---|---|---|\n| Ateliers | 12 | 14 |"
    assert [one for one in rows_of(text, "fr").actions if one.start >= len(FRENCH)] == []


def test_ids_survive_a_paragraph_added() -> None:
    words = "Un guide a été publié en mai 2022.\n\nUn colloque a été organisé en juin 2022."
    before = {one.action_id for one in rows_of(FRENCH + words, "fr").actions}
    after = {one.action_id for one in rows_of(FRENCH + "Un texte ajouté ici.\n\n" + words, "fr").actions}
    assert before == after


def test_an_item_may_break_off_behind_its_date() -> None:
    text = "Les ateliers organisés sont les suivants :\n\n- Le 31 mai 2018 –"
    (row,) = [one for one in rows_of(FRENCH + text, "fr").actions if one.start >= len(FRENCH)]
    assert (row.exact, row.title) == ("Le 31 mai 2018 –", "Le 31 mai 2018 –")
