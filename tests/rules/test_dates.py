"""Expressions of time: every form with the days it names, its EDTF string, and what is none."""

import pytest
from edtf import parse_edtf
from marked import dates_of, unmark

from partnership_analysis.document.model import Block, BlockKind, Document, Span
from partnership_analysis.extraction.blocks import read_blocks
from partnership_analysis.extraction.dates import dates
from partnership_analysis.language.lexicon import load_lexicon

FRENCH = [
    # in words
    ("Morieux, le ⟦vingt-sept janvier deux mille vingt-cinq⟧", "2025-01-27", "2025-01-27", "2025-01-27", "day"),
    ("Le ⟦mardi onze juin deux mille vingt-quatre⟧, une maison a ouvert.", "2024-06-11", "2024-06-11", "2024-06-11", "day"),
    ("Signé le ⟦premier mars 2021⟧.", "2021-03-01", "2021-03-01", "2021-03-01", "day"),
    ("Signé le ⟦sept septembre deux mille sept⟧.", "2007-09-07", "2007-09-07", "2007-09-07", "day"),
    ("les ⟦neuf et dix septembre 2022⟧", "2022-09-09", "2022-09-10", "2022-09-09/2022-09-10", "range"),
    ("⟦du premier janvier deux mille vingt-trois au trente et un décembre deux mille vingt-cinq⟧", "2023-01-01", "2025-12-31", "2023/2025", "range"),
    ("⟦Depuis avril deux mille vingt-trois⟧, elle aide.", "2023-04-01", None, "2023-04/..", "range"),
    ("au ⟦second semestre deux mille vingt-cinq⟧", "2025-07-01", "2025-12-31", "2025-41", "semester"),
    ("en ⟦deux mille vingt-trois⟧, la Ville", "2023-01-01", "2023-12-31", "2023", "year"),
    # days
    ("Réunion le ⟦20 mai 2021⟧.", "2021-05-20", "2021-05-20", "2021-05-20", "day"),
    ("Le ⟦1er juillet 2021⟧, tout commence.", "2021-07-01", "2021-07-01", "2021-07-01", "day"),
    ("Séance du ⟦jeudi 12 mai 2022⟧.", "2022-05-12", "2022-05-12", "2022-05-12", "day"),
    ("Posté le ⟦7 juil. 2023⟧ par la ville.", "2023-07-07", "2023-07-07", "2023-07-07", "day"),
    ("Fait le ⟦3/02/2022⟧ à Tulle.", "2022-02-03", "2022-02-03", "2022-02-03", "day"),
    ("Visio-conférence ⟦26.09.2019⟧, compte rendu joint.", "2019-09-26", "2019-09-26", "2019-09-26", "day"),
    ("Sous-préfecture, A.N.C.T., le ⟦10/01/2022⟧.", "2022-01-10", "2022-01-10", "2022-01-10", "day"),
    ("Version du ⟦2022-03-12⟧.", "2022-03-12", "2022-03-12", "2022-03-12", "day"),
    ("Au ⟦12/03/22⟧, rien.", "2022-03-12", "2022-03-12", "2022-03-12", "day"),
    ("LE ⟦2 AOUT 2021⟧, LA VILLE SIGNE.", "2021-08-02", "2021-08-02", "2021-08-02", "day"),
    ("Signée le ⟦5\nmars 2021⟧ à Brive.", "2021-03-05", "2021-03-05", "2021-03-05", "day"),
    ("Signée le ⟦5\u00a0mars\u202f2021⟧ à Brive.", "2021-03-05", "2021-03-05", "2021-03-05", "day"),
    # days with their hour
    ("⟦2:52 PM · 7 juil. 2023⟧ depuis Nantes", "2023-07-07", "2023-07-07", "2023-07-07T14:52:00", "time"),
    ("le ⟦jeudi 12 mai 2022 à 14 h⟧, à Guéret", "2022-05-12", "2022-05-12", "2022-05-12T14:00:00", "time"),
    ("le ⟦12/05/2022 à 14:05⟧ sur le site", "2022-05-12", "2022-05-12", "2022-05-12T14:05:00", "time"),
    ("le ⟦3 mai 2022 de 9h à 17h30⟧ au centre", "2022-05-03", "2022-05-03", "2022-05-03T09:00:00", "time"),
    # months, quarters, halves, seasons
    ("⟦Novembre 2020⟧ : atelier", "2020-11-01", "2020-11-30", "2020-11", "month"),
    ("en ⟦févr. 2022⟧ et ensuite", "2022-02-01", "2022-02-28", "2022-02", "month"),
    ("paru en ⟦02/2022⟧ en ligne", "2022-02-01", "2022-02-28", "2022-02", "month"),
    ("au mois de ⟦mars 2022⟧", "2022-03-01", "2022-03-31", "2022-03", "month"),
    ("à la ⟦rentrée 2020⟧", "2020-09-01", "2020-09-30", "2020-09", "month"),
    ("au ⟦T3 2022⟧", "2022-07-01", "2022-09-30", "2022-35", "quarter"),
    ("⟦T1-2023⟧ : bilan", "2023-01-01", "2023-03-31", "2023-33", "quarter"),
    ("au ⟦IIIe trimestre 2020⟧", "2020-07-01", "2020-09-30", "2020-35", "quarter"),
    ("au ⟦1er trimestre 2022⟧", "2022-01-01", "2022-03-31", "2022-33", "quarter"),
    ("le ⟦dernier trimestre 2022⟧", "2022-10-01", "2022-12-31", "2022-36", "quarter"),
    ("aux ⟦premier et deuxième trimestres 2022⟧", "2022-01-01", "2022-06-30", "2022-01/2022-06", "range"),
    ("au ⟦premier semestre 2022⟧", "2022-01-01", "2022-06-30", "2022-40", "semester"),
    ("⟦S2 2022⟧", "2022-07-01", "2022-12-31", "2022-41", "semester"),
    ("à l'⟦été 2022⟧", "2022-06-21", "2022-09-20", "2022-22", "season"),
    ("au ⟦printemps 2021⟧", "2021-03-20", "2021-06-20", "2021-21", "season"),
    ("l'⟦automne 2022⟧", "2022-09-21", "2022-12-20", "2022-23", "season"),
    ("au cours de l'⟦hiver 2021⟧", "2021-12-21", "2022-03-19", "2021-24", "season"),
    # parts
    ("⟦fin 2021⟧, une étude", "2021-10-01", "2021-12-31", "2021-36", "quarter"),
    ("⟦début 2021⟧", "2021-01-01", "2021-03-31", "2021-33", "quarter"),
    ("⟦Mi-2024⟧ : une édition", "2024-05-01", "2024-08-31", "2024-38", "range"),
    ("à la ⟦fin de l'année 2021⟧", "2021-10-01", "2021-12-31", "2021-36", "quarter"),
    ("⟦fin mars 2022⟧", "2022-03-21", "2022-03-31", "2022-03-21/2022-03-31", "range"),
    ("à la ⟦mi-mars 2022⟧", "2022-03-11", "2022-03-20", "2022-03-11/2022-03-20", "range"),
    ("⟦début mars 2022⟧", "2022-03-01", "2022-03-10", "2022-03-01/2022-03-10", "range"),
    # years
    ("la loi Rivières de ⟦2021⟧", "2021-01-01", "2021-12-31", "2021", "year"),
    ("Convention ⟦2020 - 2023⟧", "2020-01-01", "2023-12-31", "2020/2023", "range"),
    ("le plan ⟦2022-2025⟧", "2022-01-01", "2025-12-31", "2022/2025", "range"),
    ("la saison ⟦2021/22⟧", "2021-01-01", "2022-12-31", "2021/2022", "range"),
    ("l'⟦année scolaire 2022-2023⟧", "2022-09-01", "2023-08-31", "2022-09/2023-08", "range"),
    ("l'⟦année universitaire 2021/22⟧", "2021-09-01", "2022-08-31", "2021-09/2022-08", "range"),
    ("depuis le Moyen Âge, vers ⟦1871⟧", "1871-01-01", "1871-12-31", "1871", "year"),
    # ranges
    ("⟦du 1er juillet 2021 au 30 juin 2022⟧", "2021-07-01", "2022-06-30", "2021-07/2022-06", "range"),
    ("⟦du 1er au 15 août 2022⟧", "2022-08-01", "2022-08-15", "2022-08-01/2022-08-15", "range"),
    ("⟦entre le 30 novembre et le 2 décembre 2021⟧", "2021-11-30", "2021-12-02", "2021-11-30/2021-12-02", "range"),
    ("les ⟦9 et 10\nmars 2021⟧ à Montclar", "2021-03-09", "2021-03-10", "2021-03-09/2021-03-10", "range"),
    ("rencontres de ⟦mai et juin 2023⟧", "2023-05-01", "2023-06-30", "2023-05/2023-06", "range"),
    ("⟦de juillet 2022 à mars 2023⟧", "2022-07-01", "2023-03-31", "2022-07/2023-03", "range"),
    ("⟦de septembre à décembre 2021⟧", "2021-09-01", "2021-12-31", "2021-09/2021-12", "range"),
    ("⟦de décembre à février 2023⟧", "2022-12-01", "2023-02-28", "2022-12/2023-02", "range"),
    ("⟦du lundi 5 au vendredi 9 septembre 2022⟧", "2022-09-05", "2022-09-09", "2022-09-05/2022-09-09", "range"),
    ("⟦janvier-mars 2022⟧", "2022-01-01", "2022-03-31", "2022-01/2022-03", "range"),
    ("⟦mars-avril 2021⟧ au parc", "2021-03-01", "2021-04-30", "2021-03/2021-04", "range"),
    ("⟦du mois de mars au mois de juin 2022⟧", "2022-03-01", "2022-06-30", "2022-03/2022-06", "range"),
    ("⟦01/01/2022-30/06/2022⟧", "2022-01-01", "2022-06-30", "2022-01/2022-06", "range"),
    ("⟦années scolaires 2020-2021 et 2021-2022⟧", "2020-09-01", "2022-08-31", "2020-09/2022-08", "range"),
    ("⟦12-14 mars 2022⟧", "2022-03-12", "2022-03-14", "2022-03-12/2022-03-14", "range"),
    ("⟦15 mars 2022 – 3 avril 2022⟧", "2022-03-15", "2022-04-03", "2022-03-15/2022-04-03", "range"),
    ("⟦du 12/03/2022 au 15/03/2022⟧", "2022-03-12", "2022-03-15", "2022-03-12/2022-03-15", "range"),
    ("⟦entre 2019 et 2021⟧", "2019-01-01", "2021-12-31", "2019/2021", "range"),
    ("en ⟦2019, 2020 et 2021⟧", "2019-01-01", "2021-12-31", "2019/2021", "range"),
    ("⟦30 juin et 1er juillet 2022⟧", "2022-06-30", "2022-07-01", "2022-06-30/2022-07-01", "range"),
    # open
    ("⟦depuis 2021⟧", "2021-01-01", None, "2021/..", "range"),
    ("⟦à partir de mars 2022⟧", "2022-03-01", None, "2022-03/..", "range"),
    ("⟦à compter du 1er mars 2022⟧", "2022-03-01", None, "2022-03/..", "range"),
    ("⟦depuis le 4 avril 2022⟧", "2022-04-04", None, "2022-04-04/..", "range"),
    ("⟦jusqu'en 2024⟧", None, "2024-12-31", "../2024", "range"),
    ("⟦jusqu'au 30 juin 2022⟧", None, "2022-06-30", "../2022-06", "range"),
    ("⟦avant mars 2024⟧", None, "2024-02-29", "../2024-02", "range"),
    ("⟦avant le 15 mai 2023⟧", None, "2023-05-14", "../2023-05-14", "range"),
    ("⟦d'ici fin 2023⟧", None, "2023-12-31", "../2023", "range"),
    ("⟦d'ici à la fin 2023⟧", None, "2023-12-31", "../2023", "range"),
    ("⟦d'ici 2026⟧", None, "2026-12-31", "../2026", "range"),
]
ENGLISH = [
    # in words
    ("On the ⟦fourteenth of December, 2021⟧, the Trust", "2021-12-14", "2021-12-14", "2021-12-14", "day"),
    ("on ⟦December the fourteenth, 2021⟧, the Trust", "2021-12-14", "2021-12-14", "2021-12-14", "day"),
    ("On ⟦Saturday, the second of March, 2024⟧, we", "2024-03-02", "2024-03-02", "2024-03-02", "day"),
    ("On the ⟦eighteenth and nineteenth of September, 2025⟧, we", "2025-09-18", "2025-09-19", "2025-09-18/2025-09-19", "range"),
    ("in ⟦two thousand and twenty-four⟧", "2024-01-01", "2024-12-31", "2024", "year"),
    # a month and a day before a word
    ("⟦Between May 6 and August 30, 2024⟧ we met", "2024-05-06", "2024-08-30", "2024-05-06/2024-08-30", "range"),
    ("executed this ⟦18th day of February, 2025⟧.", "2025-02-18", "2025-02-18", "2025-02-18", "day"),
    ("it runs ⟦through June 30, 2026⟧", None, "2026-06-30", "../2026-06", "range"),
    ("it runs ⟦until June 30, 2026⟧", None, "2026-06-30", "../2026-06", "range"),
    ("it goes on ⟦through December 2024⟧", None, "2024-12-31", "../2024", "range"),
    ("it goes ⟦from May through July 2022⟧", "2022-05-01", "2022-07-31", "2022-05/2022-07", "range"),
    ("it went on through ⟦2022⟧", "2022-01-01", "2022-12-31", "2022", "year"),
    ("opened on ⟦7 March 2022⟧", "2022-03-07", "2022-03-07", "2022-03-07", "day"),
    ("on ⟦22nd January 2020⟧", "2020-01-22", "2020-01-22", "2020-01-22", "day"),
    ("on the ⟦3rd of May 2021⟧", "2021-05-03", "2021-05-03", "2021-05-03", "day"),
    ("on ⟦May 20, 2021⟧", "2021-05-20", "2021-05-20", "2021-05-20", "day"),
    ("on ⟦Thursday, 20 May 2021⟧", "2021-05-20", "2021-05-20", "2021-05-20", "day"),
    ("⟦7:42 PM · 16 Jun 2023⟧", "2023-06-16", "2023-06-16", "2023-06-16T19:42:00", "time"),
    ("on ⟦12 May 2022, 9.30am to 4pm⟧", "2022-05-12", "2022-05-12", "2022-05-12T09:30:00", "time"),
    ("in ⟦Sept. 2021⟧", "2021-09-01", "2021-09-30", "2021-09", "month"),
    ("in ⟦late 2021⟧", "2021-10-01", "2021-12-31", "2021-36", "quarter"),
    ("in ⟦early 2025⟧", "2025-01-01", "2025-03-31", "2025-33", "quarter"),
    ("in ⟦mid-2021⟧", "2021-05-01", "2021-08-31", "2021-38", "range"),
    ("at the ⟦end of March 2022⟧", "2022-03-21", "2022-03-31", "2022-03-21/2022-03-31", "range"),
    ("in ⟦Q3 2022⟧", "2022-07-01", "2022-09-30", "2022-35", "quarter"),
    ("the ⟦first quarter of 2022⟧", "2022-01-01", "2022-03-31", "2022-33", "quarter"),
    ("for ⟦H1 2022⟧", "2022-01-01", "2022-06-30", "2022-40", "semester"),
    ("in the ⟦second half of 2021⟧", "2021-07-01", "2021-12-31", "2021-41", "semester"),
    ("in ⟦spring 2022⟧", "2022-03-20", "2022-06-20", "2022-21", "season"),
    ("in the ⟦autumn of 2020⟧", "2020-09-21", "2020-12-20", "2020-23", "season"),
    ("⟦winter 2021-22⟧", "2021-12-21", "2022-03-19", "2021-24", "season"),
    ("in the ⟦academic year 2022/23⟧", "2022-09-01", "2023-08-31", "2022-09/2023-08", "range"),
    ("the ⟦2021/22 academic year⟧", "2021-09-01", "2022-08-31", "2021-09/2022-08", "range"),
    ("in ⟦FY2022-23⟧", "2022-04-01", "2023-03-31", "2022-04/2023-03", "range"),
    ("in ⟦2021-22⟧", "2021-01-01", "2022-12-31", "2021/2022", "range"),
    ("for the ⟦year ended 31 March 2022⟧", "2021-04-01", "2022-03-31", "2021-04/2022-03", "range"),
    ("⟦from July 2022 to March 2023⟧", "2022-07-01", "2023-03-31", "2022-07/2023-03", "range"),
    ("⟦from 22 to 30 July 2022⟧", "2022-07-22", "2022-07-30", "2022-07-22/2022-07-30", "range"),
    ("on ⟦15–17 February 2022⟧", "2022-02-15", "2022-02-17", "2022-02-15/2022-02-17", "range"),
    ("on ⟦May 5-7, 2022⟧", "2022-05-05", "2022-05-07", "2022-05-05/2022-05-07", "range"),
    ("⟦between March and June 2022⟧", "2022-03-01", "2022-06-30", "2022-03/2022-06", "range"),
    ("⟦12 March to 3 April 2022⟧", "2022-03-12", "2022-04-03", "2022-03-12/2022-04-03", "range"),
    ("⟦autumn and winter 2022⟧", "2022-09-21", "2023-03-19", "2022-09-21/2023-03-19", "range"),
    ("⟦Q1-Q3 2022⟧", "2022-01-01", "2022-09-30", "2022-01/2022-09", "range"),
    ("the ⟦six months to 30 June 2022⟧", "2022-01-01", "2022-06-30", "2022-01/2022-06", "range"),
    ("in ⟦May '22⟧", "2022-05-01", "2022-05-31", "2022-05", "month"),
    ("⟦since 1871⟧", "1871-01-01", None, "1871/..", "range"),
    ("⟦Since 1st April 2021⟧ they have", "2021-04-01", None, "2021-04/..", "range"),
    ("the Board met, ⟦from April 2020⟧ by video link", "2020-04-01", None, "2020-04/..", "range"),
    ("⟦from March 2022 onwards⟧", "2022-03-01", None, "2022-03/..", "range"),
    ("⟦until 2023⟧", None, "2023-12-31", "../2023", "range"),
    ("⟦by the end of 2023⟧", None, "2023-12-31", "../2023", "range"),
    ("⟦no later than 31 March 2023⟧", None, "2023-03-31", "../2023-03", "range"),
    ("⟦before March 2024⟧", None, "2024-02-29", "../2024-02", "range"),
]


@pytest.mark.parametrize(("language", "marked", "first", "last", "edtf", "precision"), [("fr", *c) for c in FRENCH] + [("en", *c) for c in ENGLISH])
def test_one_expression(language: str, marked: str, first: str | None, last: str | None, edtf: str, precision: str) -> None:
    text, (span,) = unmark(marked)
    (row,) = dates_of(text, language)
    assert (row.start, row.end) == span and row.exact == text[row.start : row.end]
    assert (row.date_start and row.date_start.isoformat(), row.date_end and row.date_end.isoformat()) == (first, last)
    assert (row.edtf, row.precision) == (edtf, precision)


@pytest.mark.parametrize("edtf", sorted({case[3] for case in (*FRENCH, *ENGLISH)}))
def test_edtf_is_valid(edtf: str) -> None:
    assert parse_edtf(edtf) is not None


SEVERAL = [
    ("fr", "⟦Septembre 2021⟧ : atelier les ⟦9 et 10 septembre 2021⟧", ["2021-09", "2021-09-09/2021-09-10"]),
    ("fr", "les ⟦1er⟧, ⟦8⟧ et ⟦15 mars 2022⟧", ["2022-03-01", "2022-03-08", "2022-03-15"]),
    ("fr", "le ⟦9⟧, le ⟦12⟧ et le ⟦15 mars 2023⟧", ["2023-03-09", "2023-03-12", "2023-03-15"]),
    ("fr", "le ⟦5 mars⟧ et le ⟦12 avril 2022⟧", ["2022-03-05", "2022-04-12"]),
    ("fr", "⟦mars 2021⟧ et ⟦juin 2022⟧", ["2021-03", "2022-06"]),
    ("fr", "en ⟦2021⟧ 12 ateliers, en ⟦2022⟧ 14", ["2021", "2022"]),
    ("fr", "la loi n° 2021-1104 du ⟦22 août 2021⟧, article 12", ["2021-08-22"]),
    ("fr", "SDAGE ⟦2022-2027⟧, signé ⟦d'ici 2026⟧", ["2022/2027", "../2026"]),
    ("fr", "| ⟦octobre 2022⟧ | 1 500 |", ["2022-10"]),
    ("en", "on ⟦9 and 10 May 2022⟧, then in ⟦May 2021⟧ and ⟦May 2022⟧", ["2022-05-09/2022-05-10", "2021-05", "2022-05"]),
    ("en", "⟦2018/19⟧ and ⟦2020/21⟧", ["2018/2019", "2020/2021"]),
]


@pytest.mark.parametrize(("language", "marked", "edtf"), SEVERAL)
def test_several_expressions(language: str, marked: str, edtf: list[str]) -> None:
    text, spans = unmark(marked)
    rows = dates_of(text, language)
    assert [(row.start, row.end) for row in rows] == spans
    assert [row.edtf for row in rows] == edtf


NOT_DATES = [
    ("fr", "Deux mille vingt-trois personnes sont venues."),
    ("fr", "Il a reçu deux mille personnes."),
    ("en", "Two thousand twenty people came to the first March for Rights."),
    ("en", "May the third party decide."),
    ("en", "They gave March final approval."),
    ("fr", "La société Mars a réuni 12 équipes ; sa part de 10,6 % progresse des deux tiers."),
    ("fr", "Avril Martin et Mai Nguyen y étaient."),
    ("fr", "la loi n° 2021-1104 et l'art. L.2113-12"),
    ("fr", "au 05 61 00 20 22, SIRET 123 456 789 00012, 69001 Lyon"),
    ("fr", "2 022 exemplaires, 2000 personnes, 2021 €, 2022 %"),
    ("fr", "La société a été de toutes les étapes, trois fois par an, tous les mardis, chaque mois de mars."),
    ("fr", "au cours de sept réunions de secteur, à ce jour, depuis, alors, pendant trois ans"),
    ("fr", "La veille juridique, une enquête sur les jeunes de 16 à 25 ans, âgés de 18 ans"),
    ("fr", "le 31/02/2022, le 45 mars"),
    ("fr", "voir https://exemple.fr/2021/03/12/bilan-2021.html, [guide](guide-2022.pdf), contact2021@exemple.fr, #forum2022"),
    ("fr", "article 2021, R2021-3, COVID-19, bus 12-15, version 4.5.2022, norme ISO 2021"),
    ("en", "The board may march on; 3533 copies, section 4.5.2022, bus 12-15."),
    ("en", "every March, twice a year, a five-year plan, aged 16 to 25, 2000 people, £2021"),
    ("en", "April Jones and June Brown spoke; tel. 01632 960 118, ref. CE/2024/37, KN1 2QT"),
]


@pytest.mark.parametrize(("language", "text"), NOT_DATES)
def test_not_dates(language: str, text: str) -> None:
    assert [row.exact for row in dates_of(text, language)] == []


ORDER = [
    ("03/04/2022 and 25/12/2022", ["2022-04-03", "2022-12-25"]),
    ("03/04/2022 and 12/25/2022", ["2022-03-04", "2022-12-25"]),
    ("03/04/2022, after 10 March 2022", ["2022-04-03", "2022-03-10"]),
    ("03/04/2022, after March 10, 2022", ["2022-03-04", "2022-03-10"]),
    ("03/04/2022 and nothing else", [None]),
    ("03/04/2022, 25/12/2022 and 12/25/2022", [None, "2022-12-25", "2022-12-25"]),
]


@pytest.mark.parametrize(("text", "days"), ORDER)
def test_english_order_of_day_and_month_is_that_of_the_other_dates(text: str, days: list[str | None]) -> None:
    assert [row.date_start and row.date_start.isoformat() for row in dates_of(text, "en")] == days


RELATIVE = [
    ("fr", "Signée le 18 mars 2021, puis rejointe ⟦le mois suivant⟧.", "2021-04-01", "2021-04-30"),
    ("fr", "De mars à mai 2022, une enquête ; résultats publiés ⟦la même année⟧.", "2022-01-01", "2022-12-31"),
    ("fr", "Le 12 mai 2022, tout fut prêt. ⟦À cette date⟧, rien.", "2022-05-12", "2022-05-12"),
    ("fr", "Le 12 mai 2022, la ville signe ; ⟦le lendemain⟧, elle publie.", "2022-05-13", "2022-05-13"),
    ("fr", "En mars 2022, un comité. ⟦L'année suivante⟧, un autre.", "2023-01-01", "2023-12-31"),
    ("fr", "En mars 2022, un comité. ⟦Six mois plus tard⟧, un autre.", "2022-09-01", "2022-09-30"),
    ("fr", "En 2022, un comité. ⟦Le mois suivant⟧, un autre.", None, None),
    ("fr", "⟦Le mois suivant⟧, un comité.", None, None),
    ("en", "In July 2020 a book. ⟦Over the following six months⟧ they trained.", "2020-08-01", "2021-01-31"),
    ("en", "It was issued on 4 September 2023 and taken up ⟦the following day⟧.", "2023-09-05", "2023-09-05"),
    ("en", "It opened in February 2024; emissions fell in ⟦the same year⟧.", "2024-01-01", "2024-12-31"),
    ("en", "It opened in March 2022. ⟦The following month⟧ it closed.", "2022-04-01", "2022-04-30"),
]


@pytest.mark.parametrize(("language", "marked", "first", "last"), RELATIVE)
def test_relative_times_count_from_the_date_before(language: str, marked: str, first: str | None, last: str | None) -> None:
    text, (span,) = unmark(marked)
    row = dates_of(text, language)[-1]
    assert (row.start, row.end) == span
    assert (row.date_start and row.date_start.isoformat(), row.date_end and row.date_end.isoformat()) == (first, last)


YEARLESS = [
    ("en", "**Reporting period:** 1 January – 30 June 2022\n\nThe room opened in ⟦May⟧.", "2022-05-01", "2022-05-31"),
    ("en", "Reporting period: 1 January – 30 June 2022\n\nA course ran ⟦from 10 to 12 May⟧.", "2022-05-10", "2022-05-12"),
    ("en", "Reporting period: 1 January – 30 June 2022\n\n⟦Since May⟧ it has run.", "2022-05-01", None),
    ("en", "Annual review 2023\n\nThe fair took place on ⟦12 May⟧.", "2023-05-12", "2023-05-12"),
    ("fr", "Rapport d'activité 2022\n\nUn atelier a eu lieu le ⟦12 mars⟧.", "2022-03-12", "2022-03-12"),
    ("fr", "Rapport d'activité 2022\n\nUn atelier a eu lieu en ⟦juin⟧.", "2022-06-01", "2022-06-30"),
    ("fr", "Rapport d'activité 2022\n\nUn atelier a eu lieu au ⟦T3⟧.", "2022-07-01", "2022-09-30"),
    ("fr", "Rapport d'activité 2022\n\nUne fête a eu lieu à l'⟦automne⟧.", "2022-09-21", "2022-12-20"),
    ("fr", "Rapport d'activité 2022\n\nUne visite a eu lieu ⟦fin septembre⟧.", "2022-09-21", "2022-09-30"),
    ("fr", "Bilan de l'année scolaire 2021-2022\n\nDes classes ont joué en ⟦novembre⟧.", "2021-11-01", "2021-11-30"),
    ("fr", "Compte rendu\n\nLe comité s'est réuni le 12 mai 2022.\n\nUne résidence ouvrira ⟦d'ici la fin de l'année⟧.", None, "2022-12-31"),
]


@pytest.mark.parametrize(("language", "marked", "first", "last"), YEARLESS)
def test_a_year_left_out_is_that_of_the_period_looked_at(language: str, marked: str, first: str | None, last: str | None) -> None:
    text, (span,) = unmark(marked)
    row = dates_of(text, language)[-1]
    assert (row.start, row.end) == span
    assert (row.date_start and row.date_start.isoformat(), row.date_end and row.date_end.isoformat()) == (first, last)


OWN_YEARS = [
    ("en", "In FY2022-23 (1 August 2022 to 31 July 2023) we met. In ⟦FY2023-24⟧ too.", "2023-08-01", "2024-07-31"),
    ("en", "Our financial year runs from 1 August to 31 July.\n\nIn ⟦financial year 2021-22⟧ we met.", "2021-08-01", "2022-07-31"),
    ("fr", "Exercice 2022-2023 (du 1er septembre 2022 au 31 août 2023).\n\nSur l'⟦exercice 2021-2022⟧, rien.", "2021-09-01", "2022-08-31"),
    ("fr", "Sur l'⟦exercice 2021-2022⟧, rien.", "2021-01-01", "2022-12-31"),
    ("en", "Years in the form 2023/24 denote financial years. In ⟦2021/22⟧ we met.", "2021-04-01", "2022-03-31"),
    ("fr", "Les millésimes 2023-2024 désignent des années scolaires. En ⟦2021-2022⟧, rien.", "2021-09-01", "2022-08-31"),
    ("en", "Years in the form 2023/24 denote financial years. The Act of ⟦2014⟧ holds.", "2014-01-01", "2014-12-31"),
    ("en", "The years 2023/24 were hard, and financial years end in March. In ⟦2021/22⟧ we met.", "2021-01-01", "2022-12-31"),
    ("en", "Years written with a slash are financial years, July to June. In ⟦2021/22⟧ we met.", "2021-07-01", "2022-06-30"),
    ("en", "A stroke between two years denotes an academic year.\n\nIn ⟦2021/22⟧ we met.", "2021-09-01", "2022-08-31"),
    ("en", "The slash-and-burn years 2019/20 are over. Financial years end in March. In ⟦2021/22⟧ we met.", "2021-01-01", "2022-12-31"),
    ("fr", "Les années écrites avec une barre oblique sont des années scolaires. En ⟦2021/2022⟧, rien.", "2021-09-01", "2022-08-31"),
    ("en", "Fiscal Year 2023 (July 1, 2022 – June 30, 2023) went well. In ⟦FY2022⟧ less so.", "2021-07-01", "2022-06-30"),
    ("en", "Fiscal Year 2023 (July 1, 2023 – June 30, 2024) went well. In ⟦FY2022⟧ less so.", "2022-07-01", "2023-06-30"),
]


@pytest.mark.parametrize(("language", "marked", "first", "last"), OWN_YEARS)
def test_a_year_that_the_report_defines_is_what_it_says(language: str, marked: str, first: str, last: str) -> None:
    text, (span,) = unmark(marked)
    row = dates_of(text, language)[-1]
    assert (row.start, row.end) == span
    assert (str(row.date_start), str(row.date_end)) == (first, last)


NEAREST = [
    ("fr", "Montclar, le 6 février 2024\n\nLe guide est paru en ⟦août dernier⟧.", "2023-08-01", "2023-08-31"),
    ("fr", "Montclar, le 6 février 2024\n\nLe guide est paru le ⟦12 janvier dernier⟧.", "2024-01-12", "2024-01-12"),
    ("fr", "Montclar, le 6 février 2024\n\nLe guide paraîtra en ⟦mars prochain⟧.", "2024-03-01", "2024-03-31"),
    ("fr", "Montclar, le 6 février 2024\n\nL'atelier s'est tenu l'⟦été dernier⟧.", "2023-06-21", "2023-09-20"),
    ("fr", "Montclar, le 6 février 2024\n\nLa charte a été signée ⟦hier⟧ à Orvale.", "2024-02-05", "2024-02-05"),
    ("fr", "En un lieu, ⟦août dernier⟧ fut chaud.", None, None),
    ("en", "Report\n\nSubmitted: 29 July 2022\n\nThe guide came out ⟦last March⟧.", "2022-03-01", "2022-03-31"),
    ("en", "Report\n\nSubmitted: 29 July 2022\n\nThe guide will come out ⟦next October⟧.", "2022-10-01", "2022-10-31"),
    ("en", "Report\n\nSubmitted: 29 July 2022\n\nThe fair was held ⟦last autumn⟧.", "2021-09-21", "2021-12-20"),
]


@pytest.mark.parametrize(("language", "marked", "first", "last"), NEAREST)
def test_a_month_beside_last_or_next_is_the_nearest_to_the_reports_own_date(language: str, marked: str, first: str | None, last: str | None) -> None:
    text, (span,) = unmark(marked)
    row = dates_of(text, language)[-1]
    assert (row.start, row.end) == span
    assert (row.date_start and str(row.date_start), row.date_end and str(row.date_end)) == (first, last)


NEWS = [
    ("fr", "Montclar, le 6 juin 2022\n\nLa fête est prévue pour octobre. Elle aura lieu en ⟦octobre⟧.", "2022-10-01"),
    ("en", "Orvale, 6 June 2022\n\nThe clean-up was held on ⟦15th May⟧.", "2022-05-15"),
    ("en", "Review\n\nIn March 2019 we met, in May 2019 we wrote, on 4 June 2019 we signed. We met again on ⟦15th September⟧.", "2019-09-15"),
]


@pytest.mark.parametrize(("language", "marked", "first"), NEWS)
def test_a_text_without_a_period_that_tells_of_one_year_fixes_the_year(language: str, marked: str, first: str) -> None:
    text, (span,) = unmark(marked)
    row = dates_of(text, language)[-1]
    assert (row.start, row.end, str(row.date_start)) == (*span, first)


def test_a_text_that_tells_of_several_years_fixes_none() -> None:
    assert [str(row.date_start) for row in dates_of("Orvale, 6 June 2022\n\nWe met in May 2019. On 15th August we signed.", "en")] == [
        "2022-06-06",
        "2019-05-01",
        "2019-08-15",
    ]
    assert len(dates_of("Orvale, 6 June 2022\n\nWe met in May 2019.\n\nOn 15th August we signed.", "en")) == 2


def test_yesterday_stands_for_no_day_in_general_talk() -> None:
    assert not dates_of("La ville d'hier et celle de demain.", "fr")


def test_a_heading_that_is_a_year_gives_it_to_what_follows() -> None:
    pieces: list[tuple[BlockKind, int, str]] = [
        ("heading", 1, "Bilan 2020-2023"),
        ("heading", 2, "Année 2021"),
        ("list_item", 1, "12 mars : un atelier"),
        ("heading", 3, "Ateliers"),
        ("list_item", 1, "En avril, un autre"),
        ("heading", 2, "2022"),
        ("list_item", 1, "En juin, une visite"),
        ("heading", 2, "Perspectives"),
        ("list_item", 1, "En mai, rien."),
    ]
    text, blocks = "", []
    for kind, level, words in pieces:
        blocks.append(Block(kind, (Span(len(text), len(text) + len(words)),), level=level))
        text += words + "\n"
    rows = dates(read_blocks(Document(text, tuple(blocks)), load_lexicon("fr")))
    assert [row.edtf for row in rows] == ["2020/2023", "2021", "2021-03-12", "2021-04", "2022", "2022-06"]


def test_a_month_without_a_year_that_nothing_fixes_is_no_row() -> None:
    assert [row.exact for row in dates_of("Convention 2020-2023\n\nUn atelier a eu lieu en juin.", "fr")] == ["2020-2023"]


def test_an_interval_that_runs_backwards_is_kept_as_written() -> None:
    (row,) = dates_of("du 15 mars 2022 au 3 mars 2022", "fr")
    assert (str(row.date_start), str(row.date_end), row.edtf) == ("2022-03-15", "2022-03-03", None)
