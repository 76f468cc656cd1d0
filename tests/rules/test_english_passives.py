"""Deeds that English reports tell in the passive: by whom, at whose wish, from whom, and what a passive of another sense means."""

import pytest

from tests.marked import rows_of

HEAD = (
    "Two Towns, One River\n\nReview of the partnership between the Orvale Trust, Marlow Council and Brindle College, January 2020 to December 2023\n\n"
    "The partnership agreement between the Orvale Trust, Marlow Council and Brindle College was signed on 3 January 2020.\n\n"
    "Theme 1: Work on the river\n\n"
)
TRUST, COUNCIL, COLLEGE = "Orvale Trust", "Marlow Council", "Brindle College"
ALL = (TRUST, COUNCIL, COLLEGE)
# The item, the kind of its only action, its status, its mode, who takes part.
TOLD = [
    # by the partners, all of them
    ("A fair was held by the partners in May 2022.", "conference", "done", "joint", dict.fromkeys(ALL, "organiser")),
    ("A handbook was drawn up by the three partners in May 2022.", "publication", "done", "joint", dict.fromkeys(ALL, "author")),
    (
        "The compact was signed on 3 May 2022 by the three partners and by Selby Council.",
        "signing",
        "done",
        "joint",
        {**dict.fromkeys(ALL, "signatory"), "Selby Council": "signatory"},
    ),
    (
        "The fund was set up in 2022 by the partners and the Lark Foundation.",
        "funding",
        "done",
        "joint",
        {**dict.fromkeys(ALL, "organiser"), "Lark Foundation": "organiser"},
    ),
    # at whose wish
    (
        "An induction was devised by Selby School at the request of the partners in May 2022.",
        "training",
        "done",
        "joint",
        {**dict.fromkeys(ALL, "organiser"), "Selby School": "organiser"},
    ),
    (
        "A course was run by Selby School at the request of Marlow Council in May 2022.",
        "training",
        "done",
        "single",
        {"Selby School": "organiser", COUNCIL: "organiser"},
    ),
    # from whom
    (
        "A study of tides is to be commissioned by the Orvale Trust from Selby University in 2024.",
        "study",
        "planned",
        "single",
        {TRUST: "organiser", "Selby University": "author"},
    ),
    # a fair and who holds it
    ("A jobs fair will be hosted by Brindle College in May 2024.", "conference", "planned", "single", {COLLEGE: "organiser"}),
    # a visit that is paid
    (
        "A visit was paid to the ward of Selby Hospital on 3 May 2022 by the Orvale Trust.",
        "visit",
        "done",
        "single",
        {TRUST: "organiser", "Selby Hospital": "host"},
    ),
    # costs that are met
    ("The cost of the buses was met by Marlow Council in 2022.", "funding", "done", "single", {COUNCIL: "funder"}),
    # the plainer of two verbs
    ("Sixty wardens were recruited and trained by the Orvale Trust.", "training", "done", "single", {TRUST: "organiser"}),
    # who spoke at the event just told
    (
        "A conference was held by Marlow Council on 3 May 2022; the keynote address was delivered by Dr Anne Roe.",
        "conference",
        "done",
        "single",
        {COUNCIL: "organiser", "Anne Roe": "speaker"},
    ),
    # copies of a work just told
    ("A guide to tides was published by the Orvale Trust in May 2022; 800 copies were handed out.", "publication", "done", "single", {TRUST: "author"}),
    # the results of a survey
    ("The findings of the tenants' survey were published by the Orvale Trust in May 2022.", "study", "done", "single", {TRUST: "author"}),
    ("The survey was published by the Orvale Trust in May 2022.", "survey", "done", "single", {TRUST: "author"}),
    # a date within the verb
    ("The Orvale Trust has since November 2022 run a night bus.", "pilot", "ongoing", "single", {TRUST: "organiser"}),
    # what was put off for good, or to a day
    ("The bus scheme, planned for May 2022, was deferred and has not been pursued.", "pilot", "other", "joint", {}),
    ("The training course was postponed to June 2024.", "training", "planned", "joint", {}),
    (
        "The purchase of a second van, planned for May 2022, was deferred for want of capital and has not been pursued.",
        "other",
        "other",
        "joint",
        {},
    ),
    # what goes on since
    (
        "A working group on pay was set up by the Orvale Trust in May 2022 and continues to meet.",
        "working_group",
        "ongoing",
        "single",
        {TRUST: "organiser"},
    ),
    # a service by its name, who gives a course
    ("The Night Response Service has been operated by Marlow Council since 3 July 2022.", "pilot", "ongoing", "single", {COUNCIL: "organiser"}),
    ("Training was given to 180 stewards by Dr Anne Roe in May 2022.", "training", "done", "third_party", {"Anne Roe": "organiser"}),
    # a condition before the subject
    ("Subject to funding, the night bus will be extended to Selby in 2025.", "pilot", "planned", "joint", {}),
    # what a body is, between commas, before the subject
    (
        "With the help of Lark Stores, a chain of grocers, the Orvale Trust opened a food bank in May 2022.",
        "other",
        "done",
        "single",
        {"Lark Stores": "partner", TRUST: "organiser"},
    ),
    # a meeting that is sought
    ("The partners will seek a meeting with Natural England.", "meeting", "planned", "joint", {**dict.fromkeys(ALL, "organiser"), "Natural England": "partner"}),
    # what a board did before it was joined
    (
        "The Selby Flood Board, of which Anne Roe is chair, met on six occasions and was joined in May 2022 by Selby Rotary.",
        "working_group",
        "done",
        "third_party",
        {"Selby Flood Board": "organiser", "Selby Rotary": "attendee"},
    ),
    (
        "Marlow Council met in May 2022 and was joined by Selby Rotary.",
        "meeting",
        "done",
        "single",
        {COUNCIL: "organiser", "Selby Rotary": "attendee"},
    ),
    # an office within the subject
    ("The Selby Flood Board, of which Anne Roe is chair, met on six occasions.", "working_group", "done", "third_party", {"Selby Flood Board": "organiser"}),
]  # fmt: skip
NOT_TOLD = [
    # an aim that is met
    "The target of 300 visits was met by the Orvale Trust in 2022.",
    "The need for beds was met by Marlow Council in 2022.",
    "The targets met in 2022 were those of Brindle College.",
    # words that somebody said
    '"It has changed my week," Anne Roe observed in her evidence to the review.',
    '"We will come back," one guest remarked after the visit of 4 May 2022.',
]


@pytest.mark.parametrize(("words", "kind", "status", "mode", "cast"), TOLD)
def test_told(words: str, kind: str, status: str, mode: str, cast: dict[str, str]) -> None:
    rows = rows_of(f"{HEAD}- {words}", "en")
    (row,) = [one for one in rows.actions if one.start >= len(HEAD)]
    assert (row.kind, row.status, row.mode) == (kind, status, mode)
    names = {one.organisation_id: one.name for one in rows.organisations} | {one.person_id: one.name for one in rows.people}
    assert {names[one.actor_id]: one.role for one in rows.participations if one.action_id == row.action_id} == cast


@pytest.mark.parametrize("words", NOT_TOLD)
def test_not_told(words: str) -> None:
    assert [one for one in rows_of(f"{HEAD}- {words}", "en").actions if one.start >= len(HEAD)] == []


def test_what_another_body_convened_is_no_part_of_the_deed_before_it() -> None:
    text = "An induction was devised by Selby School in May 2022. A working group on pay has been convened by Lark Union, and continues to meet."
    assert [one.kind for one in rows_of(HEAD + text, "en").actions if one.start >= len(HEAD)] == ["training", "working_group"]


# The sentence, the place of its action.
TOWNS = [
    ("The seminar was held at the Shire Hall, Leeds, on 3 May 2022.", "Leeds"),
    ("A fair was held in the Corn Exchange, Leeds, in May 2022.", "Leeds"),
    ("The night bus was extended to Leeds in May 2022.", "Leeds"),
    # a date before the comma, no house
    ("At a meeting of the Orvale Trust in May 2022, Leeds was praised; a fair was planned.", None),
]


@pytest.mark.parametrize(("words", "place"), TOWNS)
def test_the_town_of_a_house(words: str, place: str | None) -> None:
    rows = rows_of(f"{HEAD}{words}\n\nWe met in Leeds in May 2021.", "en").actions
    assert next((one.place for one in rows if one.start == len(HEAD)), None) == place


# A board, what its meeting is to the partners of the Clean Tides Partnership.
BOARDS = [
    ("The Clean Tides Board met six times in 2022.", "joint"),
    ("The Selby Flood Board met six times in 2022.", "third_party"),
    ("The Tides Board met six times in 2022.", "third_party"),
]


@pytest.mark.parametrize(("words", "mode"), BOARDS)
def test_a_board_called_as_the_partnership_is_its_own(words: str, mode: str) -> None:
    text = HEAD.replace("Two Towns, One River", "Orvale Clean Tides Partnership: Annual Review") + words
    assert [one.mode for one in rows_of(text, "en").actions if one.start >= len(HEAD)] == [mode]
