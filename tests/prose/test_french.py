"""French grammar: articles, elision, contraction, agreement, lists, places, dates, numbers, spaces."""

from datetime import date

import pytest
from invented import plain

from partnership_analysis.presentation.formats import number, set_spaces, with_unit
from partnership_analysis.presentation.grammar import grammar
from partnership_analysis.presentation.periods import date_phrase, date_words

FRENCH = grammar("fr")

DE = [
    ("Hélène", "d'Hélène"), ("Idriss", "d'Idriss"), ("l'hôpital", "de l'hôpital"), ("Hambourg", "de Hambourg"), ("la halle", "de la halle"), ("le RAA", "du RAA"),
    ("les Charentes", "des Charentes"), ("La Rochelle", "de La Rochelle"), ("Yannick", "de Yannick"), ("Yves", "d'Yves"), ("huit", "de huit"), ("onze", "de onze"),
    ("une charte", "d'une charte"), ("des amendements", "d'amendements"), ("University of Kent", "de University of Kent"), ("« Amorce »", "de « Amorce »"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), DE)
def test_de(words: str, expected: str) -> None:
    assert FRENCH.de(words) == expected


A = [
    ("le ministère", "au ministère"),
    ("les communes", "aux communes"),
    ("l'université", "à l'université"),
    ("La Rochelle", "à La Rochelle"),
    ("Rochefort", "à Rochefort"),
]


@pytest.mark.parametrize(("words", "expected"), A)
def test_a(words: str, expected: str) -> None:
    assert FRENCH.to(words) == expected


PLACES = [
    ("Lille", "", "à Lille"), ("Le Havre", "", "au Havre"), ("Les Herbiers", "", "aux Herbiers"), ("Bretagne", "", "en Bretagne"), ("Québec", "", "au Québec"),
    ("La Rochelle", "", "à La Rochelle"), ("Gers", "réunis dans le ", "dans le Gers"), ("Creuse", "réunis dans la ", "dans la Creuse"), ("Pays-Bas", "", "aux Pays-Bas"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "expected"), PLACES)
def test_places(name: str, before: str, expected: str) -> None:
    assert FRENCH.placed(name, before) == expected


LISTS = [
    (["A"], "A"), (["A", "B"], "A et B"), (["A", "B", "C"], "A, B et C"), (["A", "B et C"], "A ainsi que B et C"), (["A et D", "B et C"], "A et D, ainsi que B et C"),
]  # fmt: skip


@pytest.mark.parametrize(("items", "expected"), LISTS)
def test_lists(items: list[str], expected: str) -> None:
    assert FRENCH.listed(items) == expected


def test_de_is_repeated() -> None:
    assert FRENCH.listed_de(["Maryse O.", "Idriss B.", "le RAA"]) == "de Maryse O., d'Idriss B. et du RAA"


ARTICLES = [
    ("porté par le ", "le"),
    ("soutien de l'", "l'"),
    ("au ", "le"),
    ("de la ", "la"),
    ("avec des ", "les"),
    ("signé par ", ""),
    ("une réunion ", None),
]


@pytest.mark.parametrize(("before", "expected"), ARTICLES)
def test_article_of_a_name_is_the_one_it_has_in_the_report(before: str, expected: str | None) -> None:
    assert FRENCH.article_before(before) == expected


AGREEMENT = [
    ("signé", "f", False, "signée"),
    ("signé", "m", True, "signés"),
    ("mis en place", "f", True, "mises en place"),
    ("acquis", "m", True, "acquis"),
    ("ouvert", "f", True, "ouvertes"),
]


@pytest.mark.parametrize(("participle", "gender", "plural", "expected"), AGREEMENT)
def test_agreement(participle: str, gender: str, plural: bool, expected: str) -> None:
    assert FRENCH.agreed(participle, gender, plural) == expected


def d(text: str) -> date:
    return date.fromisoformat(text)


DATES = [
    ("2021-04-01", "2021-04-01", "", "", "le 1er avril 2021", "1er avril 2021"),
    ("2021-04-02", "2021-04-02", "", "", "le 2 avril 2021", "2 avril 2021"),
    ("2022-10-05", "2022-10-07", "", "", "du 5 au 7 octobre 2022", "5 au 7 octobre 2022"),
    ("2021-09-09", "2021-09-10", "", "", "les 9 et 10 septembre 2021", "9 et 10 septembre 2021"),
    ("2021-03-01", "2021-03-31", "2021-03", "", "en mars 2021", "mars 2021"),
    ("2022-03-01", "2022-05-31", "", "", "de mars à mai 2022", "mars à mai 2022"),
    ("2021-10-01", "2022-06-30", "", "", "d'octobre 2021 à juin 2022", "octobre 2021 à juin 2022"),
    ("2023-05-01", "2023-06-30", "", "", "en mai et juin 2023", "mai et juin 2023"),
    ("2023-04-01", "2023-06-30", "2023-34", "T2 2023", "au deuxième trimestre 2023", "deuxième trimestre 2023"),
    ("2023-10-01", "2023-12-31", "2023-36", "fin 2023", "fin 2023", "fin 2023"),
    ("2023-10-01", "2023-12-31", "2023-36", "T4 2023", "au quatrième trimestre 2023", "quatrième trimestre 2023"),
    ("2024-01-01", "2024-06-30", "2024-40", "", "au premier semestre 2024", "premier semestre 2024"),
    ("2024-05-01", "2024-08-31", "2024-05/2024-08", "mi-2024", "à la mi-2024", "mi-2024"),
    ("2022-06-21", "2022-09-20", "2022-22", "", "à l'été 2022", "été 2022"),
    ("2022-01-01", "2022-12-31", "2022", "", "en 2022", "2022"),
    ("2020-01-01", "2023-12-31", "2020/2023", "", "de 2020 à 2023", "2020 à 2023"),
    ("2022-03-21", "2022-03-31", "", "fin mars 2022", "fin mars 2022", "fin mars 2022"),
]


@pytest.mark.parametrize(("first", "last", "edtf", "source", "phrase", "cell"), DATES)
def test_dates(first: str, last: str, edtf: str, source: str, phrase: str, cell: str) -> None:
    assert date_phrase(d(first), d(last), edtf, "fr", source=source) == phrase
    assert date_words(d(first), d(last), edtf, "fr", source) == cell


def test_open_periods() -> None:
    assert date_phrase(d("2021-01-01"), None, "2021/..", "fr", ongoing=True) == "depuis 2021"
    assert date_phrase(d("2023-01-01"), None, "2023-01/..", "fr", ongoing=True) == "depuis janvier 2023"
    assert date_phrase(d("2022-04-04"), None, "2022-04-04/..", "fr") == "à partir du 4 avril 2022"
    assert date_phrase(None, d("2026-12-31"), "../2026-12-31", "fr") == "d'ici fin 2026"
    assert date_phrase(None, None, None, "fr") == ""


ENGLISH_DATES = [
    ("2020-10-22", "2020-10-22", "", "", "on 22 October 2020"), ("2022-07-01", "2022-09-30", "2022-35", "Q3 2022", "in the third quarter of 2022"),
    ("2022-05-09", "2022-05-10", "", "", "on 9 and 10 May 2022"), ("2021-09-01", "2022-06-30", "", "", "from September 2021 to June 2022"),
    ("2022-10-01", "2022-12-31", "2022-36", "late 2022", "in late 2022"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "edtf", "source", "phrase"), ENGLISH_DATES)
def test_english_dates(first: str, last: str, edtf: str, source: str, phrase: str) -> None:
    assert date_phrase(d(first), d(last), edtf, "en", source=source) == phrase


def test_numbers() -> None:
    assert plain(number(231000, "fr")) == "231 000"
    assert "\u202f" in number(1900, "fr")
    assert number(5.4, "fr") == "5,4"
    assert number(1240, "en") == "1,240"
    assert number(-3, "en") == "\u22123"


UNITS = [(390_000, "€", "fr", "390 000 €"), (1_200_000, "€", "fr", "1,2 million d'euros"), (2_400_000, "€", "fr", "2,4 millions d'euros"), (5.4, "%", "fr", "5,4 %"), (57, "structures", "fr", "57 structures"),
         (1_800_000, "£", "en", "£1.8 million"), (31, "%", "en", "31%"), (85_000, "£", "en", "£85,000")]  # fmt: skip


@pytest.mark.parametrize(("value", "unit", "language", "expected"), UNITS)
def test_units(value: float, unit: str, language: str, expected: str) -> None:
    assert plain(with_unit(value, unit, language)) == expected


SPACES = [
    ("Il note : oui ; non ! 5 % et 12 €.", "Il note\u00a0: oui\u202f; non\u202f! 5\u202f% et 12\u00a0€."),
    ("le 18 mars 2021", "le 18\u00a0mars 2021"),
    ('un guide "Amorce" de la ville', "un guide «\u202fAmorce\u202f» de la ville"),
    ("« Le projet “Amorce” »", "«\u202fLe projet “Amorce”\u202f»"),
    ("« Article “Vu d'ici” » et l'axe 1", "«\u202fArticle “Vu d’ici”\u202f» et l’axe\u00a01"),
]


@pytest.mark.parametrize(("text", "expected"), SPACES)
def test_spaces(text: str, expected: str) -> None:
    assert set_spaces(text, "fr") == expected
    assert set_spaces(expected, "fr") == expected
