"""Offices as English reports tell them: where the office stands, how it is taken up and laid down, and what gives it its body."""

import pytest
from named import bodies_of, offices_of, people_of

TRUST, COUNCIL = "Orvale Trust", "Marlow County Council"
PLACES = [
    # before the name
    ("The chair of the Orvale Trust, Anne Roe, opened the day.", [("Anne Roe", "chair", TRUST, False)]),
    ('"It works," said Orvale Trust chair Anne Roe.', [("Anne Roe", "chair", TRUST, False)]),
    ("Marlow County Council's director of public health Tom Hale spoke.", [("Tom Hale", "director of public health", COUNCIL, False)]),
    ("The Orvale Trust's new chair Anne Roe signed.", [("Anne Roe", "chair", TRUST, False)]),
    ("Interim director Tom Hale of the Orvale Trust came.", [("Tom Hale", "Interim director", TRUST, False)]),
    ("Chief executive Anne Roe (Orvale Trust) replied.", [("Anne Roe", "Chief executive", TRUST, False)]),
    ("A new apprenticeship lead, Tom Hale, joined Marlow County Council.", [("Tom Hale", "apprenticeship lead", COUNCIL, False)]),
    ("The Orvale Trust's secretary Bill Hale and treasurer Jean Roe sat in.", [("Bill Hale", "secretary", TRUST, False)]),
    ("The Orvale Trust was represented by vice-chairwoman Anne Roe.", [("Anne Roe", "vice-chairwoman", TRUST, False)]),
    ("The panel heard Brindle Works director Lise Arnaud.", [("Lise Arnaud", "director", "Brindle Works", False)]),
    # after it
    ("Anne Roe, the Orvale Trust's head of policy, spoke.", [("Anne Roe", "head of policy", TRUST, False)]),
    ("Anne Roe, now chair of the Orvale Trust, signed.", [("Anne Roe", "chair", TRUST, False)]),
    ("Marlow College sent Dr Anne Roe, its head of virology, abroad.", [("Anne Roe", "head of virology", "Marlow College", False)]),
    ("Anne Roe, Head of Service – Early Help, Children's Services, Marlow County Council", [("Anne Roe", "Head of Service", COUNCIL, False)]),
    # shared
    (
        "Dr Anne Roe and Mr Tom Hale, co-chairs of the Orvale Trust, wrote.",
        [("Anne Roe", "co-chairs", TRUST, False), ("Tom Hale", "co-chairs", TRUST, False)],
    ),
    (
        "Professor Anne Roe, dean of nursing at Marlow College, and Dr Tom Hale, senior lecturer, led it.",
        [("Anne Roe", "dean of nursing", "Marlow College", False), ("Tom Hale", "senior lecturer", "Marlow College", False)],
    ),
    (
        "Membership: Anne Roe (Chair), Tom Hale (Treasurer), all of the Orvale Trust.",
        [("Anne Roe", "Chair", TRUST, False), ("Tom Hale", "Treasurer", TRUST, False)],
    ),
    # within the brackets of a body
    (
        "Orvale Trust (Anne Roe, chair; Tom Hale, secretary) signed.",
        [("Anne Roe", "chair", TRUST, False), ("Tom Hale", "secretary", TRUST, False)],
    ),
    (
        "The Orvale Trust (Anne Roe, chair) and Marlow County Council (Tom Hale, leader) signed.",
        [("Anne Roe", "chair", TRUST, False), ("Tom Hale", "leader", COUNCIL, False)],
    ),
    # lines of a signature
    ("Signed on behalf of the Orvale Trust\n\nName: Anne Roe\nTitle: Director of Care", [("Anne Roe", "Director of Care", TRUST, False)]),
    # of which somebody holds it
    ("The Orvale Trust, of which Anne Roe is chair, met twice.", [("Anne Roe", "chair", TRUST, False)]),
    ("The Orvale Trust, of which Dr Anne Roe was then President, gave £9,000.", [("Anne Roe", "President", TRUST, True)]),
    (
        "The Orvale Trust, of which Anne Roe and Tom Hale are co-chairs, met twice.",
        [("Anne Roe", "co-chairs", TRUST, False), ("Tom Hale", "co-chairs", TRUST, False)],
    ),
    # two of one body
    (
        "Anne Roe, Director of the Orvale Trust and its Safety Lead, came.",
        [("Anne Roe", "Director", TRUST, False), ("Anne Roe", "Safety Lead", TRUST, False)],
    ),
    (
        "It was signed by Anne Roe, Leader of Marlow County Council and its Cabinet Member for Health, Dr Tom Hale, then Chair of the Orvale Trust.",
        [("Anne Roe", "Leader", COUNCIL, False), ("Anne Roe", "Cabinet Member for Health", COUNCIL, False), ("Tom Hale", "Chair", TRUST, True)],
    ),
    (
        "Anne Roe, chair of the Orvale Trust, and its director, Tom Hale, came.",
        [("Anne Roe", "chair", TRUST, False), ("Tom Hale", "director", TRUST, False)],
    ),
]
TAKEN_UP = [
    ("Anne Roe joined the Orvale Trust as programme manager in May 2021.", [("Anne Roe", "programme manager", TRUST, False)]),
    ("Anne Roe joined the Orvale Trust in May 2021 as its director.", [("Anne Roe", "director", TRUST, False)]),
    ("Anne Roe has become chair of the Orvale Trust.", [("Anne Roe", "chair", TRUST, False)]),
    ("Anne Roe was named director of the Orvale Trust.", [("Anne Roe", "director", TRUST, False)]),
    (
        "Anne Roe took over as chair of the Orvale Trust from Dr Tom Hale.",
        [("Anne Roe", "chair", TRUST, False), ("Tom Hale", "chair", TRUST, True)],
    ),
    (
        "Anne Roe succeeded Tom Hale as director of the Orvale Trust.",
        [("Tom Hale", "director", TRUST, True), ("Anne Roe", "director", TRUST, False)],
    ),
]
LAID_DOWN = [
    ("Anne Roe stepped down as chair of the Orvale Trust in March.", [("Anne Roe", "chair", TRUST, True)]),
    ("Anne Roe, until 2021 chair of the Orvale Trust, signed.", [("Anne Roe", "chair", TRUST, True)]),
    ("Anne Roe was until March 2021 the director of the Orvale Trust.", [("Anne Roe", "director", TRUST, True)]),
    ("Former Orvale Trust director Anne Roe came.", [("Anne Roe", "director", TRUST, True)]),
    (
        "Tom Hale retired as director of the Orvale Trust and was succeeded by Anne Roe.",
        [("Tom Hale", "director", TRUST, True), ("Anne Roe", "director", TRUST, False)],
    ),
    (
        "Tom Hale left the Orvale Trust in 2023 and was succeeded as curator by Anne Roe.",
        [("Tom Hale", "curator", TRUST, True), ("Anne Roe", "curator", TRUST, False)],
    ),
    (
        "Tom Hale stood down as chair of the Orvale Trust; Anne Roe is the new chair.",
        [("Tom Hale", "chair", TRUST, True), ("Anne Roe", "chair", TRUST, False)],
    ),
    (
        "Former mayor of Marlow Falls Linda Hale and current mayor Tom Roe planted a tree.",
        [("Linda Hale", "mayor", "Marlow Falls", True), ("Tom Roe", "mayor", "Marlow Falls", False)],
    ),
    (
        "Anne Roe retired from the Orvale Trust on 31 May 2022 and was succeeded as Chair by Tom Hale.",
        [("Anne Roe", "Chair", TRUST, True), ("Tom Hale", "Chair", TRUST, False)],
    ),
]
NONE = [
    "Anne Roe, Orvale Trust, updated members.",
    "Anne Roe joined the Orvale Trust in 2021.",
    "Anne Roe left the Orvale Trust in 2021.",
    "Anne Roe, who directs the Marlow College's Soil Lab, spoke.",
    "The Orvale Trust (Anne Roe) and Marlow County Council briefed officers.",
    "Anne Roe of the Orvale Trust chaired; director posts were advertised.",
]


@pytest.mark.parametrize(("text", "offices"), PLACES + TAKEN_UP + LAID_DOWN)
def test_offices(text: str, offices: list[tuple[str, str, str | None, bool]]) -> None:
    assert offices_of(text, "en")[: len(offices)] == offices


@pytest.mark.parametrize("text", NONE)
def test_no_offices(text: str) -> None:
    assert offices_of(text, "en") == []


NAMES = [
    ("It was led by Anne Roe, midwife at the Orvale Trust, and Beauty Moyo, who is in charge of the ward.", ["Anne Roe", "Beauty Moyo"]),
    ("Daniel Kip and Mercy Ama Were, both of them nurses, ran the course.", ["Daniel Kip", "Mercy Ama Were"]),
    ("We thanked secretary Bill Hale.", ["Bill Hale"]),
    ("Grace Awino Odera spoke. Grace Odera also wrote.", ["Grace Awino Odera"]),
    ("Dr Joseph Ferrow signed. Dr Ferrwo left.", ["Joseph Ferrow"]),
    ("Dr Joseph Barker signed. Dr Baker left.", ["Joseph Barker", "Baker"]),
    ("Grace Odera spoke. Grace Ode wrote.", ["Grace Odera", "Grace Ode"]),
    ("Anne Roe, Employer Liaison Lead, Orvale Trust", ["Anne Roe"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: list[str]) -> None:
    assert people_of(text, "en") == names


ENDINGS = [
    ("We worked with Orvale Mills plc on heat.", "Orvale Mills plc"),
    ("We worked with Brindle ltd on heat.", "Brindle ltd"),
    ("The Royal Infirmary lent its hall.", "Royal Infirmary"),
    # no name within a title
    ('"Home by Night", a pilot, was led by the Orvale Trust.', TRUST),
]


@pytest.mark.parametrize(("text", "name"), ENDINGS)
def test_names_of_bodies(text: str, name: str) -> None:
    assert [one for one, _, _ in bodies_of(text, "en")] == [name]


TWO_PLACES = [
    # two places that another name has together
    ("The Arle and Brome Water Board met. It was joined by Carers Arle and Brome.", ["Arle and Brome Water Board", "Carers Arle and Brome"]),
    ("The Arle Water Board met. It was joined by Carers Arle and Brome Mills.", ["Arle Water Board", "Carers Arle", "Brome Mills"]),
    # whom a work is ordered from
    ("A study is to be commissioned by the Orvale Trust from Lark Research in 2024.", [TRUST, "Lark Research"]),
    ("A van was purchased by the Orvale Trust from Great Yarmouth.", [TRUST]),
]


@pytest.mark.parametrize(("text", "names"), TWO_PLACES)
def test_bodies_and_whom_or_what_they_go_with(text: str, names: list[str]) -> None:
    assert [one for one, _, _ in bodies_of(text, "en")] == names


COUNTRIES = [
    ("The work was funded by Parks Wales and Skills Kenya.", ["Parks Wales", "Skills Kenya"]),
    ("Anne Roe, director of Skills England, came.", ["Skills England"]),
    ("It was shown across North Wales, in Rural England and in Tudor Ireland.", []),
    ("People came from England, Wales and Ireland.", []),
    ("We met in South West England.", []),
    ("Teachers from Great Britain came.", []),
]


@pytest.mark.parametrize(("text", "names"), COUNTRIES)
def test_bodies_named_with_their_country(text: str, names: list[str]) -> None:
    assert [one for one, _, _ in bodies_of(text, "en")] == names


ABOUT = [
    ("Dr Hale gave evidence to the Committee on Rivers of the Orvale City Council.", ["Committee on Rivers", "Orvale City Council"]),
    ("The Commission on Ports and the Joint Committee on Climate Change met.", ["Commission on Ports", "Joint Committee on Climate Change"]),
    ("The Oversight Committee on September 18 and the Health Board on Monday agreed.", ["Oversight Committee", "Health Board"]),
    # one of a row of gatherings is no body, nor is a framework with its letters
    ("The Orvale Trust will hold the third Brume Water Forum in May.", ["Orvale Trust"]),
    ("The Brume Water Forum wrote to us.", ["Brume Water Forum"]),
    ("It followed the Global Framework for the Control of Orchard Moths (GFCOM).", []),
]


@pytest.mark.parametrize(("text", "names"), ABOUT)
def test_bodies_and_what_they_are_about(text: str, names: list[str]) -> None:
    assert [one for one, _, _ in bodies_of(text, "en")] == names


SIDE_BY_SIDE = [
    (
        "Carla J. Whitfield                          Luis Armendo\nGeneral Manager, Orvale Trust               President, Marlow Council",
        [("Carla J. Whitfield", "General Manager", "Orvale Trust", False), ("Luis Armendo", "President", "Marlow Council", False)],
    ),
    ("Anne Roe\nTom Hale\nChair, Orvale Trust", [("Tom Hale", "Chair", "Orvale Trust", False)]),
]


@pytest.mark.parametrize(("text", "offices"), SIDE_BY_SIDE)
def test_signatures_side_by_side(text: str, offices: list[tuple[str, str, str | None, bool]]) -> None:
    assert offices_of(text, "en") == offices


INITIALS = [
    ("The Two Valleys Water Board met. TVWB paid.", [("Two Valleys Water Board", "TVWB")]),
    ("Anne Roe, Director, ORT\n\nThe Orvale River Trust met.", [("Orvale River Trust", "ORT")]),
    # two bodies have these initials, or a code begins with them
    ("The Orvale River Trust and the Orvale Road Trust met. We met.", [("Orvale River Trust", None), ("Orvale Road Trust", None)]),
    ("Grant ORT-2020-117 of the Orvale River Trust.", [("Orvale River Trust", None)]),
    ("The Health Board met.", [("Health Board", None)]),
]


@pytest.mark.parametrize(("text", "bodies"), INITIALS)
def test_letters_that_nothing_explains(text: str, bodies: list[tuple[str, str | None]]) -> None:
    assert [(name, letters) for name, _, letters in bodies_of(text, "en")] == bodies


def test_a_middle_initial_is_no_civility() -> None:
    assert people_of("Anne M. Whitfield met M. Dupont.", "en") == ["Anne M. Whitfield", "Dupont"]
