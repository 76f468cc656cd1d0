"""The report itself: who made the agreement, when it was signed, its title and date."""

import pytest

from tests.marked import rows_of

PARTNERS = [
    (
        "fr",
        "Convention entre Crest et Die, 2019-2023\n\nLa convention a été signée le 4 avril 2019 à Die par Anne Roux, maire de Crest, Luc Noir, maire de Die, et Ida Blanc, présidente de l'université de Brume, ainsi que par l'association Bois clair.",
        ["Crest", "Die", "université de Brume", "Bois clair"],
    ),
    (
        "fr",
        "Rapport annuel\n\nLa convention a été signée le 8 novembre 2021 à Crest, pour la période 2022-2026, par la Région Brume, l'Agence de l'eau Lie-Orvanne et le Parc national des Monts.",
        ["Région Brume", "Agence de l'eau Lie-Orvanne", "Parc national des Monts"],
    ),
    ("fr", "Bilan de la convention Ville de Montclar – Alliance des Rives\n\nUn texte suit.", ["Montclar", "Alliance des Rives"]),
    (
        "fr",
        "Bilan du pacte\n\nLa convention entre la Ville de Montclar, l'Alliance des Rives et la Fondation du Marais a été signée en 2021.",
        ["Montclar", "Alliance des Rives", "Fondation du Marais"],
    ),
    (
        "en",
        "Review of the compact\n\nThe agreement between Montclar City Council and the Rivers Trust was signed on 3 May 2021.",
        ["Montclar City Council", "Rivers Trust"],
    ),
    (
        "fr",
        "Ville de Montclar\n\nBilan du contrat\n\nLa convention, conclue pour trois ans avec l'Alliance des Rives et la Fondation du Marais, a été signée en 2021.",
        ["Montclar", "Alliance des Rives", "Fondation du Marais"],
    ),
    (
        "en",
        "Progress report\n\nMemorandum of Agreement between Montclar City Council and the Rivers Trust\n\nThe Memorandum of Agreement (MOA) has three aims.",
        ["Montclar City Council", "Rivers Trust"],
    ),
    # one a line under the title
    (
        "fr",
        "Rapport d'évaluation du contrat des rives\n\nVille de Montclar\nAlliance des Rives\nFondation du Marais\n\nUn texte suit.",
        ["Montclar", "Alliance des Rives", "Fondation du Marais"],
    ),
    # a line of the beginning may say who wrote for whom
    (
        "en",
        "Annual review\n\nPrepared for the Partnership Board by Tom Wren, Manager, Rivers Trust\n\nThe memorandum was signed in May 2021 by Ann Roe, "
        "Chief Executive of the Rivers Trust, and Luke Black, Leader of Montclar City Council.",
        ["Rivers Trust", "Montclar City Council"],
    ),
    # a title may name others before those it was made between
    (
        "en",
        "# Minutes of Orvale County Council, to sign the agreement between Montclar City Council and the Rivers Trust\n\nA text.",
        ["Montclar City Council", "Rivers Trust"],
    ),
    # who acts in partnership
    (
        "en",
        "# A new ticket\n\nOn 3 May 2021, the Rivers Trust, in partnership with the Marsh Foundation, launched a ticket.",
        ["Rivers Trust", "Marsh Foundation"],
    ),
    # those who only looked on made no agreement
    (
        "fr",
        "Bilan\n\nL'accord a été signé par Anne Roux, présidente de l'Alliance des Rives, et par Luc Noir, directeur de la Fondation du Marais, en présence d'Ida Vert, préfète de la Région Brume.",
        ["Alliance des Rives", "Fondation du Marais"],
    ),
    (
        "en",
        "Review\n\nThe agreement was signed by Ann Lee, Chair of the Rivers Trust, and Bob Roy, Director of the Marsh Foundation, in the presence of Ida Green, Chair of Orvale County Council.",
        ["Rivers Trust", "Marsh Foundation"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), PARTNERS)
def test_partners(language: str, text: str, expected: list[str]) -> None:
    rows = rows_of(text, language)
    names = {one.organisation_id: one.name for one in rows.organisations}
    assert [names[one] for one in rows.report.partners] == expected


def test_the_days_that_an_agreement_has_effect_come_before_the_years_of_the_title() -> None:
    text = (
        "ORVALE PARTNERSHIP: ANNUAL REVIEW 2023/24\n\nThe memorandum, which has effect from 1 April 2022 to 31 March 2027, was signed on 27 May 2022."
    )
    report = rows_of(text, "en").report
    assert (str(report.period_start), str(report.period_end)) == ("2022-04-01", "2027-03-31")


def test_signed_on_is_the_day_of_the_signing() -> None:
    text = "Bilan du pacte\n\nLa convention a été signée à Montclar le 3 mai 2021 par la Ville de Montclar et l'Alliance des Rives."
    signed = rows_of(text, "fr").report.signed_on
    assert signed is not None
    assert signed.isoformat() == "2021-05-03"


def test_the_latest_day_of_a_deed_done_dates_a_report_without_a_dateline() -> None:
    text = "Bilan du pacte\n\nUn texte.\n\nAxe 1 : Agir\n\nUn atelier a été organisé le 3 mars 2022. Un colloque sera organisé le 4 mai 2023."
    reported = rows_of(text, "fr").report.reported_on
    assert reported is not None
    assert reported.isoformat() == "2022-03-03"


def test_an_agreement_of_which_only_the_end_is_told_begins_with_its_signature() -> None:
    text = (
        "Bilan du pacte\n\nLe 3 mai 2021, la Ville de Montclar et l'Alliance des Rives ont signé une convention de partenariat. "
        "La convention a pris fin le 31 août 2024."
    )
    report = rows_of(text, "fr").report
    assert [str(one) for one in (report.period_start, report.period_end, report.signed_on)] == ["2021-05-03", "2024-08-31", "2021-05-03"]
