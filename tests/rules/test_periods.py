"""The agreement's period, the period looked at and the report's own date."""

import pytest
from marked import blocks_of

from partnership_analysis.extraction.dates import dates
from partnership_analysis.extraction.periods import Periods, fixed_year, periods

AGREEMENTS = [
    (
        "fr",
        "Bilan de la convention 2021-2024 entre la Ville et le Réseau\n\nElle court du 1er avril 2021 au 31 décembre 2024.",
        "2021-04-01",
        "2024-12-31",
    ),
    ("fr", "CONVENTION DE PARTENARIAT Ville - Réseau 2020 - 2023\n\nEn 2020, la Ville et le Réseau ont voulu agir.", "2020-01-01", "2023-12-31"),
    (
        "fr",
        "Bilan\n\nLe partenariat s'inscrit dans le plan climat 2018-2030. La convention 2021-2023 a été signée le 3 mai 2021.",
        "2021-01-01",
        "2023-12-31",
    ),
    (
        "fr",
        "Compte rendu – année scolaire 2021-2022\n\nLa convention 2020-2023, signée le 14 septembre 2020, est rappelée.",
        "2020-01-01",
        "2023-12-31",
    ),
    ("fr", "Bilan\n\nSigné le 11 janvier 2021, l'accord est arrivé à son terme le 30 juin 2023.", "2021-01-11", "2023-06-30"),
    ("fr", "Bilan\n\nPériode de la convention : 2019-2022\n\nDouze ateliers ont eu lieu.", "2019-01-01", "2022-12-31"),
    ("fr", "Bilan\n\nLa convention couvre la période de janvier 2021 à juin 2023.", "2021-01-01", "2023-06-30"),
    ("fr", "Bilan\n\nRien n'est dit de la durée, en 2021.", None, None),
    ("en", "Review of the Memorandum, 2020–2024\n\nThe MoU ran from 1 November 2020 to 31 October 2024.", "2020-11-01", "2024-10-31"),
    (
        "en",
        "Progress report\n\nThe grant agreement was signed on 14 December 2020. It runs from January 2021 to December 2023.",
        "2021-01-01",
        "2023-12-31",
    ),
    (
        "en",
        "FINAL REVIEW OF THE CHARTER, 2019–2021\n\nIt was signed on 1st October 2019 and it expired on 30th September 2021.",
        "2019-10-01",
        "2021-09-30",
    ),
    ("en", "Newsletter 2023\n\nThe partnership agreement 2021-2025 goes on.", "2021-01-01", "2025-12-31"),
    (
        "en",
        "Final report of the twinning, September 2020 – August 2023\n\nThe agreement was signed on 17 August 2020. It ran until spring 2023.",
        "2020-09-01",
        "2023-08-31",
    ),
    (
        "en",
        "Report\n\nThe MOA took effect on July 1, 2021, and runs through June 30, 2026. Classes were extended to Elk Row in January 2023.",
        "2021-07-01",
        "2026-06-30",
    ),
    (
        "en",
        "Review of the deed\n\nThe term began on 1 April 2021 and ended on 31 March 2025. A pilot ran from 1 June 2021 to 31 May 2022.",
        "2021-04-01",
        "2025-03-31",
    ),
    ("fr", "Bilan annuel de l'année scolaire 2023-2024\n\nElle vaut du 1er septembre 2022 au 31 août 2026.", "2022-09-01", "2026-08-31"),
    ("en", "Review\n\nThe agreement was signed by both. It took effect on 1 May 2022 and will lapse on 30 April 2027.", "2022-05-01", "2027-04-30"),
    ("en", "Review\n\nThe agreement was signed in December 2021 for 3 years from 1 January 2022.", "2022-01-01", "2024-12-31"),
    ("en", "Review\n\nThe agreement took effect on 1 May 2022 for a term of five years.", "2022-05-01", "2027-04-30"),
    (
        "fr",
        "Bilan\n\nLa convention lie deux villes. Entrée en vigueur le 1er avril 2021, elle prendra fin le 31 mars 2024.",
        "2021-04-01",
        "2024-03-31",
    ),
    ("fr", "Bilan\n\nLa convention lie deux villes. Elle a été conclue pour trois ans à compter du 1er avril 2021.", "2021-04-01", "2024-03-31"),
    ("fr", "Bilan\n\nUn site a vu le jour. Il a pris effet le 1er avril 2021 et s'achèvera le 31 mars 2024.", None, "2024-03-31"),
    ("fr", "Bilan\n\nLa convention lie deux villes. Depuis le 1er avril 2021, un lieu accueille les enfants de trois ans.", None, None),
    ("en", "Review\n\nThe pilot began on 1 April 2021 and ended on 31 May 2021.", None, "2021-05-31"),
    ("en", "Report for Fiscal Year 2023\n\nThe MOA took effect on July 1, 2021, and runs through June 30, 2026.", "2021-07-01", "2026-06-30"),
]


def known(text: str, language: str) -> Periods:
    blocks = blocks_of(text, language)
    return periods(blocks, dates(blocks))


@pytest.mark.parametrize(("language", "text", "first", "last"), AGREEMENTS)
def test_the_agreements_own_period(language: str, text: str, first: str | None, last: str | None) -> None:
    start, end = known(text, language).agreement
    assert (start and start.isoformat(), end and end.isoformat()) == (first, last)


REPORTED = [
    ("en", "Review\n\nReport to the Board\n14 June 2024\n\n- The findings were published in September 2022 as a report.", "2024-06-14"),
    (
        "fr",
        "Un jumelage\n\nIl fut voulu de tous. Lors de la réunion du 27 juillet 1998, la délégation a visité la ville, ses écoles et ses ateliers.",
        None,
    ),
    ("en", "---\ncreated: 25 June 2012\nrevised: 28 June 2012\n---\n\nThey met in May 2011.", "2012-06-28"),
    ("fr", "COMMUNIQUÉ DE PRESSE\nMontauban, le 6 février 2024\n\nLa rivière va mieux.", "2024-02-06"),
    ("fr", "Bilan\n\nSituation arrêtée au 30 juin 2023\n\nEn mars 2023, un atelier.", "2023-06-30"),
    ("fr", "Compte rendu\n\nLes partenaires se sont réunis le jeudi 12 mai 2022 à 14 h.\n\nUn atelier a eu lieu le 3 mars 2022.", "2022-05-12"),
    ("fr", "Bilan\n\nUn atelier a eu lieu le 3 mars 2022 dans les locaux de la maison commune, avec tous les partenaires de la convention.", None),
    ("en", "Review\n\nReport to the Joint Group, 5 December 2024\n\nThey met in May 2022.", "2024-12-05"),
    ("en", "Report\n\nSubmitted: 29 July 2022\n\nThey met in May 2022.", "2022-07-29"),
    ("en", "Review\n\nThey met in May 2019 to talk about the quays and all that had happened there.\n\nNewport, 17th November 2021", "2021-11-17"),
]


@pytest.mark.parametrize(("language", "text", "day"), REPORTED)
def test_the_reports_own_date(language: str, text: str, day: str | None) -> None:
    _, last = known(text, language).reported
    assert (last and last.isoformat()) == day


def test_the_period_looked_at_is_the_one_named() -> None:
    start, end = known(
        "Report\n\nReporting period: 1 January – 30 June 2022\n\nThe agreement runs from January 2021 to December 2023.", "en"
    ).looked_at
    assert (str(start), str(end)) == ("2022-01-01", "2022-06-30")


def test_a_year_in_a_paragraphs_label_is_not_the_period_looked_at() -> None:
    text = "Les arbres\n\nBilan 2021 : sur quatre cents arbres plantés le long de la rive, dix seulement ont été détruits par la crue du fleuve."
    assert known(text, "fr").looked_at == (None, None)


SIGNED = [
    ("fr", "Nouvelle\n\nLe 19 novembre 2018, l'équipe a accueilli le maire dans le cadre de la signature d'une charte.", "2018-11-19"),
    ("fr", "Nouvelle\n\nLe 19 novembre 2018, l'équipe a accueilli le maire, après la signature d'une charte en 2015.", None),
    ("fr", "Nouvelle\n\nLe 19 novembre 2018, l'équipe a accueilli le maire.", None),
]


@pytest.mark.parametrize(("language", "text", "day"), SIGNED)
def test_the_day_that_the_beginning_gives_for_the_signature(language: str, text: str, day: str | None) -> None:
    signed = known(text, language).signed
    assert (signed and signed.isoformat()) == day


def test_a_period_fixes_the_year_of_a_month_it_holds_once() -> None:
    start, end = known("Bilan de l'année scolaire 2021-2022", "fr").looked_at
    assert [fixed_year(month, start, end) for month in (9, 12, 1, 8)] == [2021, 2021, 2022, 2022]
    assert fixed_year(5, None, None) is None
