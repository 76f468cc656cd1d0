"""Actions as English reports tell them in running prose: what is done, what was so before, what somebody says or learned."""

import pytest

from tests.marked import rows_of

HEAD = (
    "Two Towns, One River\n\nFinal report of the twinning between the Orvale Trust and Marlow Council, January 2020 to December 2023\n\n"
    "The twinning answered a need.\n\n"
)
WORK = f"{HEAD}Theme 1: Work on the river\n\n"
# The sentence, its kind, its status.
TOLD = [
    ("The chief executives put their names to the memorandum on 3 March 2021.", "signing", "done"),
    ("A short film by Anne Roe, *Low Water*, was shown on 4 May 2022 at the annual meeting of the Orvale Society.", "presentation", "done"),
    ("The exhibition *Low Water* was shown at the Town Hall in Marlow in June 2022.", "presentation", "done"),
    ("Four teachers spent a week at Marlow in May 2022.", "visit", "done"),
    ("In May 2023 we sent the ministry a joint comment on its draft plan.", "advocacy", "done"),
    ("In July 2022 we opened a walk-in advice point beside the market.", "pilot", "done"),
    ("We asked 400 tenants about heating in March 2022.", "survey", "done"),
    ("We interviewed ninety residents about buses in March 2022.", "survey", "done"),
    ("The Trust asked two experts to help in March 2022.", "advocacy", "done"),
    ("We published seven papers in 2022.", "article", "done"),
    ("We published two briefing papers in 2022.", "publication", "done"),
    ("By June 2022 the Trust had trained twelve stewards.", "training", "done"),
    ("In June 2022 two of the nurses of the Orvale Trust visited Marlow.", "visit", "done"),
]
NOT_TOLD = [
    # a beginning that says nothing
    "We began with what lay close at hand.",
    "We started with what could be done for nothing.",
    # what was so before
    "One in six of the pupils had met an engineer before.",
    "Two thirds of the visitors had been given a map.",
    "The team had visited forty farms.",
    # what is always so, and who is paid
    "A laboratory sees only what is brought to it.",
    "The clinic sees forty people a week.",
    "Between us we employed four people full time.",
    "She wrote down every step of the old manual.",
    # only some of those reached
    "Eleven of them visited a library.",
    # what somebody found, said, wrote
    "The evaluators found that half of the tenants whom we had met had changed their supplier.",
    "It concluded that the money had been spent well.",
    '"It was a poor start," the chair wrote in her letter.',
    '"We ran before we could walk," Dr Hale wrote afterwards.',
    "We have quoted her ever since.",
]


@pytest.mark.parametrize(("words", "kind", "status"), TOLD)
def test_told(words: str, kind: str, status: str) -> None:
    (row,) = rows_of(WORK + words, "en").actions
    assert (row.kind, row.status) == (kind, status)


@pytest.mark.parametrize("words", NOT_TOLD)
def test_not_told(words: str) -> None:
    assert rows_of(WORK + words, "en").actions == ()


LESSONS = [
    ("What we got wrong", "We wrote our first leaflets for people who already knew the subject.", 0),
    ("What we learned", "The Trust shipped a freezer to a hall that had no socket.", 0),
    ("What we got wrong", "The Trust published a leaflet for new readers in May 2022.", 1),
    ("What we printed", "We wrote our first leaflets for people who already knew the subject.", 1),
]


@pytest.mark.parametrize(("heading", "words", "actions"), LESSONS)
def test_what_is_told_without_a_day_among_lessons_is_no_deed(heading: str, words: str, actions: int) -> None:
    assert (
        len(rows_of(f"# Report of the twinning\n\nThe Orvale Trust and Marlow Council are neighbours.\n\n## {heading}\n\n{words}", "en").actions)
        == actions
    )


MONEY = [
    ("Partners contributed £240,000 in 2022: £145,000 from the Council and £95,000 from the Trust.", 0),
    ("The Council contributed £90,000.", 0),
    ("The Council bought a barge for £90,000 in May 2022.", 1),
]


@pytest.mark.parametrize("opening", ["", "1.1 ", "- "])
@pytest.mark.parametrize(("words", "actions"), MONEY)
def test_a_line_of_the_budget_is_no_deed(opening: str, words: str, actions: int) -> None:
    text = f"# Report of the twinning\n\nThe Orvale Trust and Marlow Council are neighbours.\n\n## Resources\n\n{opening}{words}"
    assert len(rows_of(text, "en").actions) == actions


def test_a_second_telling_of_the_signing_is_none_of_its_own() -> None:
    words = "The agreement was signed far from home. The two chairs put their names to it on 3 March 2021."
    (row,) = rows_of(WORK + words, "en").actions
    assert (row.kind, row.edtf) == ("signing", "2021-03-03")


TRANSVERSAL = ["What it took", "What we got wrong", "Who paid for it", "What surprised us", "Where we go from here"]


@pytest.mark.parametrize("heading", TRANSVERSAL)
def test_parts_beside_the_themes(heading: str) -> None:
    body = "We held nine workshops in May 2022."
    text = f"# Report of the twinning\n\nThe Trust met.\n\n## Along the river\n\n{body}\n\n## In the schools\n\n{body}\n\n## {heading}\n\n{body}\n"
    assert [axis.kind for axis in rows_of(text, "en").axes] == ["introduction", "axis", "axis", "transversal"]


FATES = [
    ("A hall was opened in May 2022. A second, meant for Brume, was never built: the money was withdrawn in early 2023.", ["done", "other"]),
    ("We have agreed to hold a conference each year until 2026.", ["planned"]),
    ("In May the Trust agreed to move £9,000 to the boat.", ["done"]),
    ("The Trust hosted a visit by the Brume Society in May 2022.", ["done"]),
    ("Both partners took part in the Brume Congress in May 2022.", ["done"]),
    ("Officers of the Orvale Trust attended a workshop in May 2022.", ["done"]),
    ("They took part in the Brume Congress.", []),
    ("A night bus, due to begin in January 2023, was put on hold because no driver was found.", ["other"]),
    ("The scheme was suspended in May 2022.", ["other"]),
    ("- Care course, planned for May 2023: postponed owing to the flood.", ["other"]),
    ("- Care course, planned for May 2023: postponed to May 2024.", ["planned"]),
    ("- Training day for nurses: cancelled.", ["other"]),
    ("The fair was postponed to May 2024.", ["planned"]),
    ("Ninety people attended.", []),
]


@pytest.mark.parametrize(("words", "statuses"), FATES)
def test_what_became_of_deeds(words: str, statuses: list[str]) -> None:
    assert [row.status for row in rows_of(WORK + words, "en").actions] == statuses


CAST = [
    ("A short film by Anne Roe, *Low Water*, was shown on 4 May 2022 in Leeds.", {"Anne Roe": "author"}),
    ("A talk by Anne Roe was given on 4 May 2022 in Leeds.", {"Anne Roe": "speaker"}),
    (
        "The two chairs, Anne Roe and Tom Hale, signed the memorandum on 3 March 2021, with Lucy Mole of the Brume Society looking on.",
        {"Anne Roe": "signatory", "Tom Hale": "signatory", "Lucy Mole": "attendee"},
    ),
    ("In November 2021 Dr Hale gave evidence on fees to the Brume Committee.", {"Hale": "speaker", "Brume Committee": "host"}),
    (
        "We held a river day on 4 May 2022. Anne Roe opened it.",
        {"Orvale Trust": "organiser", "Marlow Council": "organiser", "Anne Roe": "speaker"},
    ),
    ("Marlow Council's own guide, *Slow Water*, was published in May 2022.", {"Marlow Council": "author"}),
    ("Marlow Council's leader, Tom Hale, spoke at a conference on 4 May 2022.", {"Tom Hale": "speaker"}),
    ("In May 2022 the Brume Society visited the Orvale Trust.", {"Brume Society": "organiser", "Orvale Trust": "host"}),
    (
        "The Orvale Trust held a fair in May 2022. Five nurses were trained by the Brume Society. They will teach from May 2023.",
        {"Orvale Trust": "organiser", "Brume Society": "organiser"},
    ),
    ("A plaque was unveiled by the mayor, Tom Hale, on 4 May 2022.", {"Tom Hale": "organiser"}),
    ("The Brume Foundation gave £20,000 to the Orvale Trust in May 2022.", {"Brume Foundation": "funder"}),
    ("Both partners took part in the Brume Congress in May 2022.", {"Orvale Trust": "attendee", "Marlow Council": "attendee"}),
    (
        "In May 2022 the partners, supported by the Brume Foundation, opened an advice point.",
        {"Orvale Trust": "organiser", "Marlow Council": "organiser", "Brume Foundation": "partner"},
    ),
]


@pytest.mark.parametrize(("words", "expected"), CAST)
def test_who_takes_part(words: str, expected: dict[str, str]) -> None:
    rows = rows_of(WORK + words, "en")
    names = {row.organisation_id: row.name for row in rows.organisations} | {row.person_id: row.name for row in rows.people}
    assert {names[row.actor_id]: row.role for row in rows.participations} == expected


PLACES = [
    ("Daniel Roe and Anne Hale, both of them trained at Perth, ran the course at Entebbe in May 2022.", "Entebbe"),
    ("Daniel Roe, trained at Perth, ran the course at Entebbe in May 2022.", "Entebbe"),
    ("The conference, held in Leeds in May 2022, drew 90 people.", "Leeds"),
    ("The Trust made nine radio programmes in Swahili in May 2022.", None),
    ("We held a workshop in Welsh and English in Cardiff in May 2022.", "Cardiff"),
]


@pytest.mark.parametrize(("words", "place"), PLACES)
def test_where(words: str, place: str | None) -> None:
    assert [row.place for row in rows_of(WORK + words, "en").actions] == [place]


MODES = [
    ("Our steering group met eleven times; it was chaired by Tom Hale, a trustee of the Brume Foundation.", "joint"),
    ("The Brume Foundation held a fair in May 2022.", "third_party"),
]


@pytest.mark.parametrize(("words", "mode"), MODES)
def test_modes(words: str, mode: str) -> None:
    assert {row.mode for row in rows_of(WORK + words, "en").actions} == {mode}
