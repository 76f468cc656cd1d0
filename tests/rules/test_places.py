"""Places: where something takes place or is based, with country and coordinates; and towns that are none."""

from time import process_time

import pytest
from marked import rows_of

from partnership_analysis.extraction.gazetteer import entries, key_of, resolve_place
from partnership_analysis.extraction.place_names import FAMILY
from partnership_analysis.language.lexicon import load_lexicon

FRENCH = [
    ("Les rencontres ont eu lieu à Lyon (15 mai 2018), Nancy (31 mai) et Poitiers (2 octobre 2018).", ["Lyon", "Nancy", "Poitiers"]),
    ("Le 19 novembre 1999, dans la ville de Brumeil, la convention a été signée.", ["Brumeil"]),
    ("Séance de clôture du comité de suivi – Brumeil, 19 décembre 2023", ["Brumeil"]),
    ("Une mission dans les localités suivantes : Médina Sor, Goral Sané et Anne Baye a eu lieu.", ["Médina Sor", "Goral Sané", "Anne Baye"]),
    ("Fête du port (Kerjean, 8 et 9 juillet 2023) : 12 000 visiteurs", ["Kerjean"]),
    ("Le 12 mars 2022, un atelier a réuni quarante élus à Lyon, dans les locaux de la Métropole de Lyon.", ["Lyon"]),
    ("Un séminaire s'est tenu au Mans puis à La Roche-sur-Yon les 3 et 4 juin 2021.", ["Le Mans", "La Roche-sur-Yon"]),
    ("Le réseau intervient en Bretagne, dans le Finistère, ainsi qu'au Sénégal et à Dakar.", ["Bretagne", "Finistère", "Sénégal", "Dakar"]),
    ("Une délégation s'est rendue à Barcelone et à Turin en mai 2023.", ["Barcelone", "Turin"]),
    ("L'assemblée générale (Bordeaux, 14 juin 2022) a adopté le rapport moral.", ["Bordeaux"]),
    ("Formation des agents : Toulouse, 5 avril 2022 ; Albi, 12 avril 2022.", ["Toulouse", "Albi"]),
    ("Les Rencontres nationales de l'habitat de Marseille ont rassemblé 400 personnes.", ["Marseille"]),
    ("L'association, basée à Villeurbanne, intervient sur les communes de Bron et de Vénissieux.", ["Villeurbanne", "Bron", "Vénissieux"]),
    ("Le tournage a eu lieu à Montclar-sur-Aure.", ["Montclar-sur-Aure"]),
    ("Une exposition a été présentée à Caen, Rouen et Le Havre.", ["Caen", "Rouen", "Le Havre"]),
    ("Des artistes ont été reçus dans cinq collèges de la Creuse et de la Corrèze.", ["Creuse", "Corrèze"]),
    ("Le site d'Angers a été inauguré.", ["Angers"]),
    ("- Lille, 12 mars 2022 : atelier\n- 12 mars 2022 (Metz) : visite\n- 3 mai 2022 – Nancy : forum", ["Lille", "Metz", "Nancy"]),
    ("Rencontre régionale – Dijon, 3 mai 2022 – 45 participants", ["Dijon"]),
    ("Deux séminaires (Nantes en octobre 2019, Angers les 16 et 17 mars 2021) ont été organisés.", ["Nantes", "Angers"]),
    ("Trois formations ont eu lieu à Quimper, Morlaix et Kerjean.", ["Quimper", "Morlaix", "Kerjean"]),
    ("Réunion à Paris le 3 mars, à Paris encore le 4.", ["Paris"]),
    ("8:12 · 3 mai 2022 depuis Rennes, France · 40 vues", ["Rennes"]),
    ("LE COMITÉ S'EST RÉUNI À NANTES LE 3 MAI 2022.", ["NANTES"]),
    ("Anne Roux, maire de Val-sous-Brume. Ouverture d'une antenne à Val-sous-Brume.", ["Val-sous-Brume"]),
]
ENGLISH = [
    ("A new clinic will open in Milton Keynes in spring 2025.", ["Milton Keynes"]),
    ("The exhibition opened at the Corn Exchange, Wrenfield, on 4 February 2023.", ["Corn Exchange", "Wrenfield"]),
    ("The trainers came from Brume College of Nursing, Mangochi.", ["Mangochi"]),
    ("The annual conference in Leeds on 4 May 2022 drew 200 people.", ["Leeds"]),
    ("Inspectors visited the docks at Newport and Barry.", ["Newport", "Barry"]),
    ("Workshops were run in Hull, Grimsby and Scunthorpe, and a study tour to Bilbao followed.", ["Hull", "Grimsby", "Scunthorpe", "Bilbao"]),
    ("A launch event (Birmingham, 3 March 2021) drew 200 people.", ["Birmingham"]),
    ("The hub in Brackenford opened in June 2022.", ["Brackenford"]),
    ("A pilot was run in schools across Dorset and in five schools of Poole.", ["Dorset", "Poole"]),
    ("The group met at the Civic Centre, Newcastle upon Tyne, on 12 June 2023.", ["Civic Centre", "Newcastle upon Tyne"]),
    ("Venue: Sheffield", ["Sheffield"]),
    ("They replanted two hectares of reeds in Otter Narrows.", ["Otter Narrows"]),
    ("The last six of the flats stood at Stowmere in December 2023.", ["Stowmere"]),
    ("A gathering of towns will be held in Port Orvale on 21 June.", ["Port Orvale"]),
    ("It will establish sites in Mumbai/Navi Mumbai and Chennai.", ["Mumbai", "Navi Mumbai", "Chennai"]),
    ("A team came to visit Prince Edward Island. Workshops were held in Queensland.", ["Prince Edward Island", "Queensland"]),
    ("Ann Weir took part in a hackathon in Germany.", ["Germany"]),
    ("The City of Milton Keynes signed. A fair was held in Milton Keynes.", ["Milton Keynes"]),
    ("A workshop was held in Tallow Bay on 3 May.", ["Tallow Bay"]),
    ("A protocol was agreed by the Council, in Wrenmoor on 25 July 2023.", ["Wrenmoor"]),
    ("Study visit of nineteen farmers to Kendal, where a trust received them. The visit was useful to Leeds.", ["Kendal"]),
    ("Eleven clerks from Orvale City Library, in Finland, visited the depot in Leeds.", ["Leeds"]),
    ("Luis Roe, Mayor of Tallow Bay, came. The depot in Tallow Bay opened on 3 May 2022.", ["Tallow Bay"]),
]
NONE = [
    ("fr", "un pique-nique dans le parc de la Tête d'Orvanne"),
    ("fr", "formés à l'institut supérieur du professorat (Isup) de Lille, pour 74 enseignants"),
    ("fr", "Le jury – Brumeil, 3 mai 2021"),
    ("fr", "Noah Petit et Cléa Roux sont venus. Nous avons donné les clés à Cléa et Noah."),
    ("fr", "La plaquette « Se loger à Montclar » est diffusée en mairie."),
    ("fr", "Grâce à Nantes et à Rennes, le réseau s'est étoffé."),
    ("fr", "Marie Durand, née à Brest, maire de Quimper, préside la commission."),
    ("fr", "Le projet est porté par la Ville de Grenoble avec Chambéry et Annecy."),
    ("fr", "Le conseil municipal de Tours a délibéré ; la mairie de Blois aussi."),
    ("fr", "La demande a été adressée à Bruxelles. Le chômage en Bretagne recule."),
    ("fr", "Les comptes (Anne Petit, Lyon) sont validés. Budget 2022, Lyon : 3 000 €."),
    ("fr", "Le réseau est actif en France. Les stocks sont à Port."),
    ("en", "The scheme runs in the UK. In Law and in Spring, the group met at Hub."),
    ("fr", "Montauban, le 6 février 2024"),
    ("en", "Sarah Jones, Mayor of Bristol, who was born in Cardiff, spoke about life in Wales."),
    ("en", "In Parliament, the Minister answered. Interest in Reading has grown; in March the group met."),
    ("en", "Volunteers from Stoke-on-Trent helped."),
    ("en", "The plan to install lamps in Bell Street was dropped."),
    ("en", "Ann Weir participated in Project Tern on river data in Galaxy."),
]


@pytest.mark.parametrize(("text", "names"), FRENCH)
def test_places_french(text: str, names: list[str]) -> None:
    rows = rows_of(text, "fr").places
    assert [row.name for row in rows] == names
    assert all(text[row.start : row.end] == row.exact and (row.start, row.end) in row.mentions for row in rows)


@pytest.mark.parametrize(("text", "names"), ENGLISH)
def test_places_english(text: str, names: list[str]) -> None:
    assert [row.name for row in rows_of(text, "en").places] == names


@pytest.mark.parametrize(("language", "text"), NONE)
def test_not_places(language: str, text: str) -> None:
    assert rows_of(text, language).places == ()


def test_mentions_hold_every_place_where_the_name_is_a_place() -> None:
    text = "Réunion à Lyon le 3 mai 2022. La Ville de Lyon préside. Une autre réunion à Lyon suit."
    (row,) = rows_of(text, "fr").places
    assert [text[start:end] for start, end in row.mentions] == ["Lyon", "Lyon"]
    assert [start for start, _ in row.mentions] == [10, text.rindex("Lyon")]


LOCATED = [
    ("Réunion à Saint-Denis (93) en mai.", "FR", 48.9, 2.4),
    ("Réunion à Saint-Denis, La Réunion.", "RE", -20.9, 55.5),
    ("Réunion à Saint-Denis, avec le Département de la Seine-Saint-Denis.", "FR", 48.9, 2.4),
    ("Réunion à Évry-Courcouronnes en mai.", "FR", 48.6, 2.4),
    ("Réunion à Dunkerque en mai.", "FR", 51.0, 2.4),
    ("Réunion à St-Étienne en mai.", "FR", 45.4, 4.4),
    ("Réunion à Londres en mai.", "GB", 51.5, -0.1),
    ("Réunion à Valence, dans la Drôme, en mai.", "FR", 44.9, 4.9),
    ("Réunion à Saint-Denis en mai.", None, None, None),
    ("Réunion à Montclar-sur-Aure en mai.", None, None, None),
    ("Un atelier s'est tenu en Bretagne en mai.", "FR", None, None),
]


@pytest.mark.parametrize(("text", "country", "latitude", "longitude"), LOCATED)
def test_country_and_coordinates(text: str, country: str | None, latitude: float | None, longitude: float | None) -> None:
    row = rows_of(text, "fr").places[0]
    assert row.country == country
    assert (row.latitude and round(row.latitude, 1)) == latitude
    assert (row.longitude and round(row.longitude, 1)) == longitude


def test_a_column_of_places() -> None:
    text = "| Action | Lieu | Date |\n|---|---|---|\n| Atelier | Lyon | 3 mai 2022 |\n| Forum | Montclar | 4 juin 2022 |\n"
    assert [row.name for row in rows_of(text, "fr").places] == ["Lyon", "Montclar"]
    text = text.replace("| Montclar |", "| Salle des fêtes, Montclar |")
    assert [row.name for row in rows_of(text, "fr").places] == ["Lyon", "Montclar"]


def test_gazetteer_is_quick_and_sorted() -> None:
    entries.cache_clear()
    start = process_time()
    assert entries(key_of("Châlons-en-Champagne"))[0].department == "FR-51"
    assert process_time() - start < 0.5  # a few milliseconds to read the files; much where the machine is busy
    assert entries("") == () and entries("zzz") == () and entries("key") == ()
    assert resolve_place("Newport", {"GB-WLS": 1}, ("GB",)) is not None


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_family_holds_no_entry_twice(language: str) -> None:
    assert load_lexicon(language).vocabulary(*FAMILY).entries


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    def took(text: str) -> float:
        start = process_time()
        rows_of(text, "fr")
        return process_time() - start

    for bad in ("à Lyon, ", "de Lyon et ", "(Lyon, ", "à À à À "):
        small, large = bad * 200, bad * 2000
        took(small)
        assert took(large) < 40 * max(took(small), 0.01)
