"""Titles of works as authors write them: with marks, in capitals, behind a verb of naming, in apposition, before or at the end of their kind."""

import pytest
from marked import rows_of, works_of

FRENCH = [
    (
        "La Ligue et la Métropole ont publié en mars 2022 un guide de 40 pages, Bien vieillir chez soi, tiré à 2 000 exemplaires.",
        [("Bien vieillir chez soi", "guide", None)],
    ),
    (
        "Un rapport intitulé « Les eaux pluviales en ville dense » a été remis aux élus le 4 mai 2021.",
        [("Les eaux pluviales en ville dense", "report", 2021)],
    ),
    (
        "Le rapport « Manger local en restauration collective » (2021) a été téléchargé 1 250 fois.",
        [("Manger local en restauration collective", "report", 2021)],
    ),
    ("« Cap sur le réemploi », guide paru en octobre 2022, recense 34 ressourceries.", [("Cap sur le réemploi", "guide", 2022)]),
    (
        "Le fonds documentaire s'est enrichi d'un documentaire de 52 minutes, « Les mains dans la vase », réalisé par Oriane Guébert.",
        [("Les mains dans la vase", "video", None)],
    ),
    ("La lettre d'information bimestrielle « Le Fil du canal » est adressée à 3 400 abonnés.", [("Le Fil du canal", "other", None)]),
    (
        "Ouest-Littoral du 12 juin 2022 a consacré un article à l'opération : « À Penvern, les lycéens replantent la dune ».",
        [("À Penvern, les lycéens replantent la dune", "article", None)],
    ),
    (
        "Une tribune, « Pour une politique publique de l'aide à domicile », a été publiée dans Le Monde le 18 novembre 2021 et signée par 42 maires.",
        [("Pour une politique publique de l'aide à domicile", "open_letter", 2021)],
    ),
    ("Un communiqué de presse commun a été diffusé le 9 janvier 2023.", [("communiqué de presse commun", "press_release", 2023)]),
    ("La boîte à outils « Accueillir sans exclure » est en ligne depuis septembre 2022.", [("Accueillir sans exclure", "guide", 2022)]),
    ("Le livre blanc « Quelle école rurale en 2030 ? » sera publié fin 2024.", [("Quelle école rurale en 2030 ?", "report", 2024)]),
    (
        "Les actes du colloque « Santé et territoires » ont paru en juin 2022 aux Presses de l'université de Rouen.",
        [("Santé et territoires", "other", 2022)],
    ),
    ("Le rapport d'activité 2022 de l'Agence a été présenté en conseil le 5 avril 2023.", [("rapport d'activité 2022", "report", 2022)]),
    (
        "Une cartographie interactive des friches a été mise en ligne ; la note de synthèse « Friches : où en est-on ? » l'accompagne.",
        [("Friches : où en est-on ?", "report", None)],
    ),
    (
        "Publication du guide pratique « Recruter autrement »\n\nCe guide, réalisé avec les missions locales, a été imprimé à 600 exemplaires.",
        [("Recruter autrement", "guide", None)],
    ),
    (
        "Un webdocumentaire (« Terres d'accueil ») et un recueil de témoignages (« Paroles d'exil ») ont été produits.",
        [("Terres d'accueil", "video", None), ("Paroles d'exil", "other", None)],
    ),
    (
        "Sous le titre « L'hôpital hors les murs », la revue Soins & Territoires a publié en avril 2023 un article de la docteure Hélène Brissac.",
        [("L'hôpital hors les murs", "article", 2023)],
    ),
    (
        "Une étude sur le logement des saisonniers a été confiée au bureau d'études Alturba ; elle sera rendue fin 2023.",
        [("étude sur le logement des saisonniers", "study", None)],
    ),
    ("Un mémento juridique, À qui appartient la berge ?, a été distribué aux 31 communes.", [("À qui appartient la berge ?", "guide", None)]),
    ("Le kit pédagogique « Mon école économe en eau » a été remis à 57 enseignants.", [("Mon école économe en eau", "guide", None)]),
    (
        "Deux fiches pratiques – « Monter un dossier FEDER » et « Répondre à un marché public » – ont été rédigées.",
        [("Monter un dossier FEDER", "guide", None), ("Répondre à un marché public", "guide", None)],
    ),
    ("Une série de six portraits vidéo, « Celles qui soignent », est diffusée sur la chaîne de l'hôpital.", [("Celles qui soignent", "video", None)]),
    (
        "L'avis « Pour un droit à l'eau effectif » a été adopté par le conseil de développement le 12 octobre 2022.",
        [("Pour un droit à l'eau effectif", "other", 2022)],
    ),
    ("PORTRAITS DE FLEUVE, livre de photographies de Jeanne Orsel, est paru en novembre 2022.", [("PORTRAITS DE FLEUVE", "other", 2022)]),
]
ENGLISH = [
    ("The partners brought out a 32-page handbook, Walking the Wards, in June 2022.", [("Walking the Wards", "guide", 2022)]),
    ("A report entitled 'Counting the Cost of Damp' was submitted to councillors on 4 May 2021.", [("Counting the Cost of Damp", "report", 2021)]),
    ("The report “Fresh Water, Fair Shares” (2021) was downloaded 1,250 times.", [("Fresh Water, Fair Shares", "report", 2021)]),
    ("“Ready for Work”, a guide published in October 2022, lists 34 employers.", [("Ready for Work", "guide", 2022)]),
    ("The Trust produced a 25-minute film, The Last Lock-Keeper, directed by Orla Finnerty.", [("The Last Lock-Keeper", "video", None)]),
    (
        "The podcast Quiet Streets now runs to eleven episodes, among them “School Run” and “The Night Bus”.",
        [("Quiet Streets", "podcast", None), ("School Run", "podcast", None), ("The Night Bus", "podcast", None)],
    ),
    ("Our bi-monthly newsletter, The Towpath, goes to 3,400 subscribers.", [("The Towpath", "other", None)]),
    (
        "The Harbour Chronicle of 12 June 2022 carried an article on the scheme, “Pupils Put the Dune Back”.",
        [("Pupils Put the Dune Back", "article", None)],
    ),
    (
        "An open letter, “Care Cannot Wait”, was signed by 42 council leaders and published in The Guardian on 18 November 2021.",
        [("Care Cannot Wait", "open_letter", 2021)],
    ),
    ("A joint press release was issued on 9 January 2023.", [("joint press release", "press_release", 2023)]),
    ("The toolkit “Welcome In” has been online since September 2022.", [("Welcome In", "guide", 2022)]),
    ("A policy briefing, Paying for Parks, will be published in late 2024.", [("Paying for Parks", "report", 2024)]),
    ("The Annual Report 2022 was presented to the Board on 5 April 2023.", [("Annual Report 2022", "report", 2022)]),
    (
        "Two fact sheets, “Heat and Older People” and “Heat and Schools”, were drafted.",
        [("Heat and Older People", "guide", None), ("Heat and Schools", "guide", None)],
    ),
    ("Publication of the practical guide “Hiring Differently”\n\nThe guide was printed in 600 copies.", [("Hiring Differently", "guide", None)]),
    ("The findings were published in December as the 2022 Rural Services Barometer.", [("2022 Rural Services Barometer", "study", None)]),
    (
        "A study of seasonal workers' housing has been commissioned and will report in late 2023.",
        [("study of seasonal workers' housing", "study", 2023)],
    ),
    ("A collection of essays, The Hedge and the City (Talus Press, 2023), draws the lessons.", [("The Hedge and the City", "other", 2023)]),
    ("The teaching pack Every Drop was given to 57 teachers.", [("Every Drop", "guide", None)]),
    ("RIVER FACES, a book of photographs by Jane Orsell, appeared in November 2022.", [("RIVER FACES", "other", 2022)]),
    ("The University published a working paper called Commuting by Ferry.", [("Commuting by Ferry", "other", None)]),
    ("A six-part web series, Night Shift, follows six nurses.", [("Night Shift", "video", None)]),
    ("The pupils' anthology, Letters to the Sea, was launched at Bangor Library.", [("Letters to the Sea", "other", None)]),
    ("A cookbook titled Bread and Broth raised £4,200.", [("Bread and Broth", "other", None)]),
    (
        "The journal Health & Place published a paper by Dr Ruth Adeyemi, “Distance Decay in Rural Clinics”.",
        [("Distance Decay in Rural Clinics", "study", None)],
    ),
    ("The blog post “Why We Count Otters” was read 3,100 times.", [("Why We Count Otters", "article", None)]),
    ("Guidance notes on safe mooring were circulated to 80 skippers.", [("Guidance notes on safe mooring", "guide", None)]),
]
NONE = [
    ("fr", "Le rapport souligne : « Nous devons agir vite. » Une lectrice du guide confie : « Ce livre m'a changée. »"),
    ("fr", "Dans son rapport, la Cour écrit : « La gouvernance demeure fragile. »"),
    ("fr", "Le guide a été remis à Jean Martin, maire de Troyes, et à Anne Roux. Le rapport, La Rochelle ayant refusé, est clos."),
    ("fr", "Les élus ont visité l'écoquartier « Les Tanneurs » et la ferme « Aux champs »."),
    ("fr", "La chorale « Les Voix mêlées » a chanté ; l'équipage du bateau « Espérance » était présent."),
    ("fr", "Un plaidoyer concernant la commande publique est mené. Des affiches sur le tri et deux fiches sur le bruit ont été faites."),
    ("fr", "Un mot revient dans les entretiens : la « débrouille »."),
    ("en", "The report says: “We must act now and together.” One reader of the guide said: “It changed my week.”"),
    ("en", "One word came up again and again in the interviews: “muddle”."),
    ("en", "The tug called Daring Lad sank. The mural “Homecoming” was painted on the gable."),
    ("en", "The Report Stage was reached. The Study Centre and the Girl Guides took part. This Progress Report is short."),
    ("en", "A joint response to the consultation was sent. We made a leaflet, a flyer and three posters."),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_titles_french(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert works_of(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_titles_english(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert works_of(text, "en") == expected


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_titles(language: str, text: str) -> None:
    assert rows_of(text, language).publications == ()
