"""The first word of a body's name that stands for the whole of it: where it does, and where it is a town's or nobody's."""

import pytest
from named import named

OPENING = "The Orvale Institute of Health and the Brume Trust met. "
LONE = [
    ("Orvale sent a nurse to the Brume Trust.", 2),
    ("In May Orvale trained nine nurses and Brume paid.", 2),
    ("It was led by Anne Roe of the Brume Trust and by Orvale.", 2),
    ("Anne Roe, Director of Orvale, signed.", 2),
    ("Orvale sent a nurse. Of Orvale's staff, nine stayed; a visit to Orvale followed.", 4),
]
NOT_LONE = [
    "We met in Orvale, where Orvale sent a nurse.",
    "The Orvale Road was closed.",
    "Orvale is a town.",
    "They went to Orvale.",
]


def _mentions(text: str) -> dict[str, int]:
    return {row.name: len(row.mentions) for row in named(text, "en")[1].rows}


@pytest.mark.parametrize(("text", "times"), LONE)
def test_first_words_stand_for_their_body(text: str, times: int) -> None:
    found = _mentions(OPENING + text)
    assert found["Orvale Institute of Health"] == times
    assert set(found) <= {"Orvale Institute of Health", "Brume Trust"}


@pytest.mark.parametrize("text", NOT_LONE)
def test_first_words_of_towns_and_things(text: str) -> None:
    assert _mentions(OPENING + text)["Orvale Institute of Health"] == 1


def test_a_town_acts_only_where_it_does_something() -> None:
    text = "The Orvale City Council met. Orvale hosted the fair. Orvale's shops were full."
    assert _mentions(text) == {"Orvale City Council": 2}


def test_two_bodies_with_one_word_share_none() -> None:
    text = "The Orvale Institute of Health and the Orvale Trust met. Orvale sent a nurse."
    assert _mentions(text) == {"Orvale Institute of Health": 1, "Orvale Trust": 1}


def test_a_word_behind_of_is_no_other_bodys() -> None:
    text = "The Orvale General Hospital and the Friends of Orvale met. Orvale sent a nurse."
    assert _mentions(text) == {"Orvale General Hospital": 2, "Friends of Orvale": 1}
