"""Names of people: what makes one, how it is written, who is the same, and what is none."""

import pytest
from named import named, people_of

FRENCH = [
    ("avec Baptiste N'Guila, technicien, et Awa N'DIARE, puis Mme M’Bala", ["Baptiste N'Guila", "Awa N'Diare", "M'Bala"]),
    # a first name and a family name
    ("Une convention signée par Claire Dubois.", ["Claire Dubois"]),
    ("Avec Anne-Laure Kerbrat et Mamadou Diallo.", ["Anne-Laure Kerbrat", "Mamadou Diallo"]),
    ("Élodie Tran Van a ouvert la séance.", ["Élodie Tran Van"]),
    # particles
    ("Mme de La Tour a parlé.", ["de La Tour"]),
    ("M. Hubert du Plessis d'Argentré et Nadège de La Rive ont signé.", ["Hubert du Plessis d'Argentré", "Nadège de La Rive"]),
    ("Paul Martin de Crest est venu.", ["Paul Martin"]),
    ("Yves Le Goff et Ahmed Ould Cheikh.", ["Yves Le Goff", "Ahmed Ould Cheikh"]),
    # capitals, family name first, initials
    ("MARIE DUPONT, PRÉSIDENTE DU CONSEIL DÉPARTEMENTAL DE L'AIN", ["Marie Dupont"]),
    ("Le document est signé par Jean-Paul MARTIN.", ["Jean-Paul Martin"]),
    ("DUPRAZ Christophe, maire de Passy", ["Christophe Dupraz"]),
    ("Étaient présents :\n- LEROY Éric, élu\n- DECOUPIGNY Marie-Line (ARS)", ["Éric Leroy", "Marie-Line Decoupigny"]),
    ("J.-P. Mollard, maire de Passy", ["J.-P. Mollard"]),
    ("Université de Bordeaux Anne Roux", ["Anne Roux"]),
    ("Manuel TUNON de LARA, président", ["Manuel Tunon de Lara"]),
    # months that are first names
    ("Avril Martin et Mai Nguyen y étaient.", ["Avril Martin", "Mai Nguyen"]),
    # civilities
    ("M. Benali répond au Dr Hale et au Pr Hélène Vidal.", ["Benali", "Hale", "Hélène Vidal"]),
    ("Excusées : Mmes Nguyen et Ben Saïd", ["Nguyen", "Ben Saïd"]),
    # a first name of no list, beside an office, a profession, a speaker's verb or another person
    ("Xantha Orvel, maire de Montclar, est venue.", ["Xantha Orvel"]),
    ("avec l'écrivaine Xantha Orvel", ["Xantha Orvel"]),
    ("« C'est fait », explique Xantha Orvel.", ["Xantha Orvel"]),
    ("avec Claire Dubois et Xantha Orvel", ["Claire Dubois", "Xantha Orvel"]),
]
ENGLISH = [
    ("a book edited by Prunella Xandry came", ["Prunella Xandry"]),
    ("It was signed by Gareth Price-Howell and Siân Moore.", ["Gareth Price-Howell", "Siân Moore"]),
    ("Captain Helen Bright thanked Ms Ferrow and Mrs O'Brien.", ["Helen Bright", "Ferrow", "O'Brien"]),
    ("Professor Sir David Pett and Tom McCabe spoke.", ["David Pett", "Tom McCabe"]),
    ("It was run by Helen Stone, a former adviser.", ["Helen Stone"]),
    ("Grace Tembo, chair of the Trust, came; so did Hope Road users.", ["Grace Tembo"]),
    ("Zorvan Quell, a biomedical technician of the Ministry of Health", ["Zorvan Quell"]),
    ("Its secretary is Zorvan Quell.", ["Zorvan Quell"]),
    ("Zorvan Quell, Director of the Trust", ["Zorvan Quell"]),
    ("'We waited,' said Zorvan Quell.", ["Zorvan Quell"]),
    ("Kate Hale (Orvale College) and Zorvan Quell (Brume Trust) signed.", ["Kate Hale", "Zorvan Quell"]),
    ("Kate Willard OBE and Robert Hale MP", ["Kate Willard", "Robert Hale"]),
    ("Ms Kate Willard CB OBE spoke.", ["Kate Willard"]),
    # titles of other countries
    ("Elder Ruth Tallgrass, Shri Arun Pathak and Cr Joan Hale spoke; Cr Hale left.", ["Ruth Tallgrass", "Arun Pathak", "Joan Hale"]),
    ("Van R. Hale II and Mr Tom Bell III signed.", ["Van R. Hale II", "Tom Bell III"]),
    ("led by Dr Kate Hale of Winmere and Zorag Quell-Baird of Strathmoor", ["Kate Hale", "Zorag Quell-Baird"]),
    # behind an office with its article
    ("The Marlow Chief Ferry Director, Zorvan Quell, has led it.", ["Zorvan Quell"]),
    # first names that are nouns too, post-nominals, makers of works
    ("Grant Hollis, Deputy Commissioner at the Trust, came; so did the Grant Scheme, Director.", ["Grant Hollis"]),
    ("Zorwen Quell OBE, President of the Union, and Ann Lee signed.", ["Zorwen Quell", "Ann Lee"]),
    ("A film by Zorwen Quell, shown in May, and a film by Bright River Pictures", ["Zorwen Quell"]),
    # a month behind another begins no name
    ("In October and November RTOS taught pupils. April Hale spoke.", ["April Hale"]),
]
NOBODY = [
    ("fr", "dans les localités suivantes : Médina Sor, Gama et Anne Baye. Puis 100 plants à Anne Baye et 50 à Médina Sor."),
    ("fr", "La rue Victor Hugo, le lycée Jean Moulin et le prix Marie Curie."),
    ("fr", "Le Mans et La Rochelle ont accueilli la Fête de la Musique."),
    ("fr", "l'Adil de Haute-Savoie et la Fondation Abbé Pierre"),
    ("fr", "Le Pass Culture, la Carte Jeunes et le Chèque Énergie existent."),
    ("fr", "En Avril, la Société Mars a livré."),
    ("en", "Victoria Park, Queen Square and St James Road were closed."),
    ("en", "In May Leeds hosted the Summer Fair; Black History Month was in York."),
    ("en", "The Thomas Coram Foundation and Phoenix FM helped."),
    ("en", "The board may march on in April."),
    ("en", "She is Coordinator of Marine Works at the Orvale Institute."),
    ("en", "its supplier, Coral Health Systems, and Amber Energy went"),
    ("en", "The Coral Foundation (Harbour Housing Officer, Brume Trust) replied."),
    ("en", "a seat on the WTC Georgia Board of Directors"),
    ("fr", "Elle a accueilli Val-de-Brume Communauté et visité Marie-sur-Orvanne Habitat."),
]


@pytest.mark.parametrize(("text", "names"), FRENCH)
def test_french_names(text: str, names: list[str]) -> None:
    assert people_of(text, "fr") == names


@pytest.mark.parametrize(("text", "names"), ENGLISH)
def test_english_names(text: str, names: list[str]) -> None:
    assert people_of(text, "en") == names


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_no_people(language: str, text: str) -> None:
    assert people_of(text, language) == []


SAME = [
    ("fr", "Émeline Baud est venue. Emeline Baud a signé. EMELINE BAUD", "Émeline Baud", ["Emeline Baud", "EMELINE BAUD"]),
    ("fr", "Idriss Benali est élu. M. Benali signe.", "Idriss Benali", ["Benali"]),
    ("fr", "Frédéric Renard et Frédéric Renart", "Frédéric Renard", ["Frédéric Renart"]),
    ("fr", "Johanna Vernet\n@Johanna_Vernet\n\nBienvenue à tous.", "Johanna Vernet", ["@Johanna_Vernet"]),
    ("fr", "Bastien Courcel a écrit.\n\n- Courcel B., Mesurer.", "Bastien Courcel", ["Courcel B.", "B. Courcel"]),
    ("en", "Ms Rukhsana Vane spoke. Ms Ruksana Vane left.", "Rukhsana Vane", ["Ruksana Vane"]),
    ("fr", "Mathieu Verne signe. Matthieu Verne paie.", "Mathieu Verne", ["Matthieu Verne"]),
    ("en", "Dr Priya Raman spoke. Dr Raman left. Raman wrote again.", "Priya Raman", ["Raman"]),
    ("en", "Dame Helen Marsh signed. Dame Helen left.", "Helen Marsh", ["Helen"]),
    ("en", "Sir Nigel Hall signed. Later Sir Nigel wrote again.", "Nigel Hall", ["Nigel"]),
    ("en", "Ms Joanna Pratt signed. Ms Johanna Pratt left.", "Joanna Pratt", ["Johanna Pratt"]),
    ("en", "Dolores Quillan signed. Ms. Quillan left. Delores Quillan", "Dolores Quillan", ["Quillan", "Delores Quillan"]),
    ("en", "Iorwen Pellow, adviser, spoke.\n\nIorwen Pellew (Council)", "Iorwen Pellow", ["Iorwen Pellew"]),
]


@pytest.mark.parametrize(("language", "text", "name", "others"), SAME)
def test_one_person(language: str, text: str, name: str, others: list[str]) -> None:
    (person,) = named(text, language)[0].rows
    assert (person.name, sorted(person.other_names)) == (name, sorted(others))


def test_given_names_that_are_two_stay_two() -> None:
    assert people_of("Marie Verne et Maria Verne ont signé avec Jean Verne et Jeanne Verne.", "fr") == [
        "Marie Verne",
        "Maria Verne",
        "Jean Verne",
        "Jeanne Verne",
    ]


def test_a_body_between_an_office_and_a_role_in_brackets_is_nobody() -> None:
    assert people_of("- Ann Lee, Chief Executive, Calder Homes (chair)", "en") == ["Ann Lee"]


def test_namesakes_stay_two() -> None:
    assert people_of("Anne Roux et Luc Roux sont venus. Mme Roux a signé.", "fr") == ["Anne Roux", "Luc Roux", "Roux"]


def test_given_names_of_two_genders_are_two_people() -> None:
    assert people_of("Daniel Roe signed. Daniele Roe left.", "en") == ["Daniel Roe", "Daniele Roe"]
    assert people_of("Francis Roe signed. Frances Roe left.", "en") == ["Francis Roe", "Frances Roe"]
    assert people_of("Mr Paul Stone signed. Mr Paul left.", "en") == ["Paul Stone", "Paul"]


def test_mentions_are_all_there_in_order() -> None:
    text = "Le 3 mai, Anne Vautrin a signé.\n\nMme Vautrin revient. « Oui », dit Anne Vautrin."
    (person,) = named(text, "fr")[0].rows
    assert [text[start:end] for start, end in person.mentions] == ["Anne Vautrin", "Vautrin", "Anne Vautrin"]
    assert (person.start, person.end) == person.mentions[0]


def test_ids_survive_a_paragraph_added() -> None:
    text = "Anne Vautrin a signé."
    before = named(text, "fr")[0].rows
    after = named("Luc Noir ouvre.\n\n" + text, "fr")[0].rows
    assert [person.person_id for person in before] == ["p-anne-vautrin"]
    assert [person.person_id for person in after] == ["p-luc-noir", "p-anne-vautrin"]
