"""Participations: a sentence, and who takes part in its action with what role."""

import pytest

from tests.marked import rows_of
from tests.rules.test_actions import ENGLISH, FRENCH

CASES = [
    (
        "en",
        "- Signature of a protocol on food by Montclar City Council and the Lark Agency on 25 July 2023",
        {"Montclar City Council": "signatory", "Lark Agency": "signatory"},
    ),
    (
        "fr",
        "Le pacte est une convention que l'Agence Orvanne, la caisse d'allocations familiales (Caf) de Brume, la Région Brume et la Fondation du Marais ont signée le 4 juillet 2022.",
        {
            "Agence Orvanne": "signatory",
            "caisse d'allocations familiales": "signatory",
            "Région Brume": "signatory",
            "Fondation du Marais": "signatory",
        },
    ),
    (
        "fr",
        "La chambre d'agriculture de la Haute-Brume aide les fermes. En mai 2022, la chambre d'agriculture a publié un guide.",
        {"chambre d'agriculture de la Haute-Brume": "author"},
    ),
    ("fr", "- Guide des haies (Alliance des Rives, 2021) : 52 pages", {"Alliance des Rives": "author"}),
    (
        "en",
        "- The two partners filed a joint submission on weirs with the Lark Agency on 8 November 2023.",
        {"Montclar City Council": "organiser", "Rivers Trust": "organiser"},
    ),
    (
        "en",
        "- A delegation of Montclar City Council and the Rivers Trust (seven people) visited the gates in May 2022.",
        {"Montclar City Council": "organiser", "Rivers Trust": "organiser"},
    ),
    (
        "en",
        "The *River Atlas*, a work of the Rivers Trust and Montclar City Council, will be published in late 2024.",
        {"Rivers Trust": "author", "Montclar City Council": "author"},
    ),
    (
        "fr",
        "Les deux partenaires ont confié l'évaluation à l'Agence Orvanne en mai 2022.",
        {"Montclar": "organiser", "Alliance des Rives": "organiser", "Agence Orvanne": "author"},
    ),
    ("fr", "Une étude commandée par l'Agence Orvanne a été publiée en mai 2022.", {"Agence Orvanne": "organiser"}),
    (
        "fr",
        "Un bus sillonne les rues depuis mai 2022. Conduit par l'Alliance des Rives et payé par l'Agence Orvanne, il a prêté 200 albums.",
        {"Alliance des Rives": "organiser", "Agence Orvanne": "funder"},
    ),
    (
        "en",
        "The board met on 11 March 2025 at Crest.\n\nPresent\nCllr Anne Roux (Chair)\nLuke Black\n\nApologies\nIda White",
        {"Anne Roux": "attendee", "Luke Black": "attendee"},
    ),
    (
        "en",
        "A delegation of Montclar City Council and the Rivers Trust visited the gates in May 2022.",
        {"Montclar City Council": "organiser", "Rivers Trust": "organiser"},
    ),
    (
        "fr",
        "L'Alliance des Rives a organisé un atelier en partenariat avec l'Agence de l'eau Lie-Orvanne.",
        {"Alliance des Rives": "organiser", "Agence de l'eau Lie-Orvanne": "partner"},
    ),
    ("fr", "L'étude a été publiée en mai 2022 avec le concours financier de l'Agence Orvanne.", {"Agence Orvanne": "funder"}),
    (
        "fr",
        "L'Alliance des Rives a ouvert un atelier auquel l'Agence Orvanne a consacré 30 000 euros.",
        {"Alliance des Rives": "organiser", "Agence Orvanne": "funder"},
    ),
    (
        "fr",
        "La caravane, conduite par l'Alliance des Rives avec la Fondation du Marais, qui en a réglé la moitié de la dépense, a fait étape à Crest en mai 2022.",
        {"Alliance des Rives": "organiser", "Fondation du Marais": "funder"},
    ),
    ("fr", "L'Alliance des Rives, qui a pris en charge le transport, a mené douze ateliers en 2022.", {"Alliance des Rives": "organiser"}),
    ("fr", "Une étude, conduite sous la direction de la sociologue Anne Roux, a été publiée en mai 2022.", {"Anne Roux": "author"}),
    ("fr", "Un atelier s'est tenu en mai 2022 sous la direction d'Anne Roux.", {"Anne Roux": "organiser"}),
    (
        "fr",
        "Les résultats ont été présentés au congrès de l'Agence Orvanne, à Crest, le 7 mai 2022, par Anne Roux.",
        {"Agence Orvanne": "host", "Anne Roux": "speaker"},
    ),
    ("fr", "L'étude a été présentée devant l'assemblée générale de l'Alliance des Rives le 3 mai 2023.", {"Alliance des Rives": "host"}),
    ("fr", "Un guide a été offert au directeur de l'Agence Orvanne le 3 mai 2022.", {}),
    (
        "fr",
        "L'Alliance des Rives organisera à Crest, le 4 mai 2025, des assises auxquelles la Fondation du Marais et l'Agence Orvanne seront conviées.",
        {"Alliance des Rives": "organiser", "Fondation du Marais": "attendee", "Agence Orvanne": "attendee"},
    ),
    (
        "fr",
        "Anne Roux et Luc Noir ont visité, le 3 mai 2022, l'Institut du paysage.",
        {"Anne Roux": "organiser", "Luc Noir": "organiser", "Institut du paysage": "host"},
    ),
    ("fr", "Le podcast « Berges », où l'on entend Luc Noir, a été mis en ligne le 3 mai 2022.", {"Luc Noir": "speaker"}),
    (
        "fr",
        "Échos, le podcast que les partenaires produisent avec Radio Brume depuis 2022, compte cinq épisodes.",
        {"Montclar": "author", "Alliance des Rives": "author", "Radio Brume": "partner"},
    ),
    (
        "fr",
        "Ont apposé leur signature au bas du pacte, le 3 mars 2022, à Crest : Mme Anne Roux, maire de Crest ; M. Luc Noir, président de l'Agence Orvanne ; enfin Ida Blanc.",
        {"Anne Roux": "signatory", "Luc Noir": "signatory", "Ida Blanc": "signatory"},
    ),
    (
        "fr",
        "Le pacte est une convention que la Fondation du Marais et l'Agence Orvanne ont signée le 4 juillet 2022.",
        {"Fondation du Marais": "signatory", "Agence Orvanne": "signatory"},
    ),
    (
        "fr",
        "Le bureau s'est réuni le 2 juillet 2024 à Crest. Étaient présents :\n\n- pour l'Agence Orvanne : Anne Roux, directrice ;\n- Luc Noir.\n\nExcusée : Ida Blanc.",
        {"Anne Roux": "attendee", "Luc Noir": "attendee"},
    ),
    (
        "fr",
        "Le bureau veille au pacte.\n\n## Séance du bureau, Crest, 19 décembre 2023\n\nPrésents : Anne Roux (Agence Orvanne) ; Luc Noir, maire de Crest\n\nExcusée : Ida Blanc",
        {"Anne Roux": "attendee", "Luc Noir": "attendee"},
    ),
    ("fr", "- Plantation de 200 arbres (Alliance des Rives, mai 2022)", {"Alliance des Rives": "organiser"}),
    ("fr", "- Guide des haies (Alliance des Rives, 2021)", {"Alliance des Rives": "author"}),
    ("fr", "Les partenaires ont organisé un atelier le 3 mars 2022.", {"Montclar": "organiser", "Alliance des Rives": "organiser"}),
    ("fr", "Un webinaire a été organisé le 3 mars 2022, avec Anne Roux et Luc Noir.", {"Anne Roux": "speaker", "Luc Noir": "speaker"}),
    ("fr", "Un colloque a été organisé le 3 mars 2022 en présence d'Anne Roux, maire de Crest.", {"Anne Roux": "attendee"}),
    (
        "fr",
        "La convention a été signée le 3 mars 2022 par Anne Roux, présidente de la Fondation du Marais, et par Luc Noir.",
        {"Anne Roux": "signatory", "Luc Noir": "signatory"},
    ),
    (
        "fr",
        "L'Alliance des Rives a publié un guide, financé par la Fondation du Marais.",
        {"Alliance des Rives": "author", "Fondation du Marais": "funder"},
    ),
    ("fr", "L'Alliance des Rives a été auditionnée par le Sénat en mai 2022.", {"Alliance des Rives": "speaker", "Sénat": "host"}),
    ("fr", "L'Alliance des Rives a adressé un courrier au Sénat.", {"Alliance des Rives": "organiser"}),
    ("fr", "Un atelier a été organisé le 3 mars 2022 avec la complicité de Radio Brume.", {"Radio Brume": "partner"}),
    ("fr", "Un atelier s'est tenu le 3 mars 2022 sous l'animation d'Anne Roux.", {"Anne Roux": "organiser"}),
    ("fr", "Un séjour a été organisé en mai 2022 grâce à un don de 2 000 euros de la Fondation du Marais.", {"Fondation du Marais": "funder"}),
    ("fr", "Une étude a été publiée en mars 2022. Elle est hébergée par la Fondation du Marais.", {"Fondation du Marais": "host"}),
    ("fr", "Une étude a été publiée en mars 2022 par Anne Roux (laboratoire Brume, Université de Vire).", {"Anne Roux": "author"}),
    ("fr", "- Appui technique de la Fondation du Marais à douze communes", {"Fondation du Marais": "partner"}),
    ("fr", "Un atelier a été organisé par la ville avec l'association Bois vert.", {"Montclar": "organiser", "Bois vert": "partner"}),
    ("fr", "L'association Bois vert est née en 2010. L'association a publié un guide en mars 2023.", {"Bois vert": "author"}),
    (
        "fr",
        "En présence de plusieurs élus tels que la maire de Crest, Anne Roux, et Luc Noir, l'Alliance des Rives a organisé un colloque.",
        {"Anne Roux": "attendee", "Luc Noir": "attendee", "Alliance des Rives": "organiser"},
    ),
    (
        "fr",
        "L'Alliance des Rives a été auditionnée le 3 mars 2022 par le Sénat. Elle y a défendu les haies.",
        {"Alliance des Rives": "speaker", "Sénat": "host"},
    ),
    (
        "fr",
        "Un atelier a été organisé le 3 mars 2022 par la Fondation du Marais et la ville.",
        {"Fondation du Marais": "organiser", "Montclar": "organiser"},
    ),
    (
        "fr",
        "Un colloque s'est tenu le 3 mars 2022. Le professeur Luc Noir, géologue à l'université de Vire, y est intervenu.",
        {"Luc Noir": "speaker"},
    ),
    (
        "fr",
        "Un bus sillonne les villages depuis 2021. La Fondation du Marais y a contribué à hauteur de 45 000 €.",
        {"Fondation du Marais": "funder"},
    ),
    ("fr", "L'association voisine a publié un guide en mars 2023.", {}),
    ("fr", "La formation a été assurée par les bénévoles de la Fondation du Marais.", {"Fondation du Marais": "organiser"}),
    ("fr", "Un film a été tourné par Anne Roux. Il sera projeté à partir d'avril 2024.", {"Anne Roux": "author"}),
    (
        "fr",
        "La convention a été signée le 3 mars 2021. Signataires : Mme Anne Roux, maire ; M. Luc Noir, président.",
        {"Anne Roux": "signatory", "Luc Noir": "signatory"},
    ),
    ("fr", "- Cycle de neuf ateliers en 2022. Financement : Fondation du Marais, 64 000 €.", {"Fondation du Marais": "funder"}),
    ("fr", "Un guichet a été ouvert en mai 2022. La Fondation du Marais en a financé l'aménagement.", {"Fondation du Marais": "funder"}),
    (
        "fr",
        "Douze classes ont visité la ferme en mai 2022. Les visites étaient encadrées par la Fondation du Marais.",
        {"Fondation du Marais": "organiser"},
    ),
    (
        "fr",
        "Un colloque s'est tenu le 3 mars 2022. Y sont intervenus Anne Roux, géologue, Paul Idir (Agence Orvanne) et Luc Noir.",
        {"Anne Roux": "speaker", "Paul Idir": "speaker", "Luc Noir": "speaker"},
    ),
    ("fr", "Un colloque s'est tenu le 3 mars 2022. Étaient présents Anne Roux et Luc Noir.", {"Anne Roux": "attendee", "Luc Noir": "attendee"}),
    ("fr", "Le comédien Luc Noir a été accueilli en résidence à Montclar en mai 2022.", {"Luc Noir": "organiser"}),
    ("fr", "Une médiatrice, Mme Anne Roux, a été recrutée en mai 2022 par la Fondation du Marais.", {"Fondation du Marais": "organiser"}),
    ("fr", "Une enquête a été réalisée en mai 2022 par l'institut Orvanne.", {"institut Orvanne": "author"}),
    ("fr", "Nos élèves ont organisé une visite en mai 2022.", {"Montclar": "organiser", "Alliance des Rives": "organiser"}),
    # in whose house
    ("fr", "- Formation de 14 animateurs à l'Institut du travail social de Vire, en mai 2021", {"Institut du travail social de Vire": "host"}),
    ("fr", "Des ateliers ont été menés au collège Vauban par la ville en mars 2022.", {"Montclar": "organiser", "collège Vauban": "host"}),
    ("fr", "Un concert a été organisé à l'EHPAD Les Tilleuls le 3 mars 2022.", {"EHPAD Les Tilleuls": "host"}),
    (
        "fr",
        "- Exposé de la démarche devant le Conseil national de la mer, le 5 octobre 2021, par Anne Roux",
        {"Conseil national de la mer": "host", "Anne Roux": "speaker"},
    ),
    ("fr", "Un kit a été remis au collège Vauban en mars 2022.", {}),
    ("fr", "- Prêt de dix vélos au collège Vauban", {}),
    # who spoke, in the further part of an item
    (
        "fr",
        "- Forum à Montclar le 9 mai 2022 : 310 visiteurs ; interventions de la sociologue Anne Roux et de Luc Noir",
        {"Anne Roux": "speaker", "Luc Noir": "speaker"},
    ),
    # whose gift or service a line opens with
    ("fr", "- Appel à projets de la Fondation du Marais, ouvert du 1er avril au 15 mai 2022", {"Fondation du Marais": "funder"}),
    ("fr", "- Permanences de deux juristes de la Fondation du Marais", {"Fondation du Marais": "organiser"}),
    ("fr", "- Consultations d'une psychologue du centre hospitalier de Vire", {"centre hospitalier de Vire": "organiser"}),
    ("fr", "- Formation des agents de la Fondation du Marais", {}),
    ("fr", "- Étude commandée au cabinet Orvanne en mai 2022", {"Orvanne": "author"}),
    # a common noun for a body, behind what leads to a role
    ("fr", "Un débat s'est tenu le 3 mai 2022 avec le soutien de la Fondation du Marais et de l'alliance.", {"Fondation du Marais": "partner"}),
    ("fr", "Un débat s'est tenu le 3 mai 2022 avec le soutien de la ville.", {"Montclar": "partner"}),
    ("fr", "Un débat s'est tenu le 3 mai 2022 à l'initiative d'Anne Roux et de la ville.", {"Anne Roux": "organiser", "Montclar": "organiser"}),
    ("fr", "Un débat s'est tenu le 3 mai 2022 en présence du président de la ville voisine.", {}),
    ("fr", "La Fondation du Marais a pris en charge 60 % du coût de 84 audits.", {"Fondation du Marais": "funder"}),
    (
        "fr",
        "Les partenaires sont convenus :\n\n- d'y associer la Fondation du Marais",
        {"Fondation du Marais": "partner", "Montclar": "organiser", "Alliance des Rives": "organiser"},
    ),
    ("en", "The Rivers Trust held a workshop with the support of Calder Foundation.", {"Rivers Trust": "organiser", "Calder Foundation": "partner"}),
    ("en", "A guide was published by the Rivers Trust in May 2022.", {"Rivers Trust": "author"}),
    ("en", "The partners signed an addendum on 3 May 2022.", {"Montclar City Council": "signatory", "Rivers Trust": "signatory"}),
    ("en", "The scheme was extended in May 2022 with a grant from Calder Foundation.", {"Calder Foundation": "funder"}),
    ("en", "A public lecture by Ann Weir took place on 3 May 2022.", {"Ann Weir": "speaker"}),
]


@pytest.mark.parametrize(("language", "words", "expected"), CASES)
def test_participations(language: str, words: str, expected: dict[str, str]) -> None:
    before = FRENCH if language == "fr" else ENGLISH
    rows = rows_of(before + words, language)
    names = {one.organisation_id: one.name for one in rows.organisations} | {one.person_id: one.name for one in rows.people}
    told = {one.action_id for one in rows.actions if one.start >= len(before)}
    assert {names[one.actor_id]: one.role for one in rows.participations if one.action_id in told} == expected


def test_the_subject_of_a_lead_in_takes_part_in_each_item() -> None:
    text = FRENCH + "La Ville de Montclar et l'Alliance des Rives ont organisé :\n\n- un webinaire le 3 mars 2022\n- un atelier le 4 mai 2022"
    rows = rows_of(text, "fr")
    assert [(one.role) for one in rows.participations if one.action_id in {a.action_id for a in rows.actions if a.start > len(FRENCH)}] == [
        "organiser"
    ] * 4


def test_whom_a_lead_in_is_done_with_takes_part_in_each_item() -> None:
    text = (
        FRENCH
        + "Plusieurs actions ont été menées en lien étroit avec la Fondation du Marais :\n\n- un webinaire le 3 mars 2022\n- un atelier le 4 mai 2022"
    )
    rows = rows_of(text, "fr")
    told = {a.action_id for a in rows.actions if a.start > len(FRENCH)}
    assert [one.role for one in rows.participations if one.action_id in told] == ["partner"] * 2


def test_we_stands_for_the_only_partner_of_the_kind_that_a_report_calls_its_own() -> None:
    text = (
        "Bilan du pacte entre la Ville de Montclar et l'association Bois clair\n\nLa Ville de Montclar et l'association Bois clair ont conclu un pacte.\n\n"
        "Axe 1 : Agir\n\nNous avons organisé un atelier le 3 mars 2022. Les salariés de notre association y ont pris part.\n"
    )
    rows = rows_of(text, "fr")
    (wood,) = [one for one in rows.organisations if one.name == "Bois clair"]
    (workshop,) = [one for one in rows.actions if one.kind == "workshop"]
    assert (workshop.mode, [(one.actor_id, one.role) for one in rows.participations if one.action_id == workshop.action_id]) == (
        "single",
        [(wood.organisation_id, "organiser")],
    )


def test_those_present_at_a_minuted_session_attend_and_the_excused_do_not() -> None:
    text = (
        "Compte rendu du comité de suivi\n\nLes partenaires se sont réunis le 12 mai 2022 à Montclar.\n\nÉtaient présents :\nPour l'Alliance des Rives : "
        "Anne Roux, présidente ; Luc Noir, trésorier.\nExcusée : Claire Dubois.\n\nAxe 1 : Agir\n\nUn guide a été publié."
    )
    rows = rows_of(text, "fr")
    (meeting,) = [one for one in rows.actions if one.kind == "meeting"]
    people = {one.person_id: one.name for one in rows.people}
    there = {people[one.actor_id]: one.role for one in rows.participations if one.action_id == meeting.action_id and one.actor_id in people}
    assert there == {"Anne Roux": "attendee", "Luc Noir": "attendee"}


def test_we_stands_for_the_partner_that_writes_the_report() -> None:
    text = (
        "Review of the compact between Montclar City Council and the Rivers Trust\n\nPrepared by: Rivers Trust\n\nThe compact was signed in 2021.\n\n"
        "Theme 1: Acting\n\nWe trained 40 wardens in May 2022.\n"
    )
    rows = rows_of(text, "en")
    (trust,) = [one for one in rows.organisations if one.name == "Rivers Trust"]
    (training,) = [one for one in rows.actions if one.kind == "training"]
    assert training.mode == "single"
    assert [(one.actor_id, one.role) for one in rows.participations if one.action_id == training.action_id] == [(trust.organisation_id, "organiser")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "# Review of the compact between Montclar City Council and the Rivers Trust\n\nA workshop was held in May 2021 with the Rivers Trust of",
        ),
        (
            "fr",
            "# Bilan du pacte entre la Ville de Montclar et l'Alliance des Rives\n\nUn atelier a été organisé en mai 2021 avec l'Alliance des Rives (AR) de la",
        ),
    ],
)
def test_a_text_may_break_off_behind_a_name(language: str, text: str) -> None:
    assert rows_of(text, language).participations
