"""Views: whatever white space, hyphens and marks stand in a text, its words and their positions survive."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership_analysis.document.model import Span
from partnership_analysis.document.view import View

VIEWS = [
    ("a  b\n c", "a b c"),
    ("14\u202f000,12\u00a0€", "14 000,12 €"),
    ("l’été « 2020–2023 »", "l'été « 2020–2023 »"),
    ("Uni-\nversity", "University"),
    ("vice-\nPrésidente", "vice-Présidente"),
    ("co\u00adopé\u00adration", "coopération"),
    ("e\u0301te\u0301", "été"),
    ("de 12 -\n 15", "de 12 - 15"),
    ("un\x0batelier\x00là", "un atelier là"),
]


@pytest.mark.parametrize(("text", "seen"), VIEWS)
def test_what_rules_see(text: str, seen: str) -> None:
    assert View(text, [Span(0, len(text))]).text == seen


def test_a_known_hyphen_stays() -> None:
    assert View("la vice-\nprésidente", [Span(0, 20)], {"vice-présidente"}).text == "la vice-présidente"


def test_a_span_never_swallows_what_was_cut_beside_it() -> None:
    text = "Uni-\nversity of  York"
    view = View(text, [Span(0, len(text))])
    assert text[slice(*view.source(0, 3))] == "Uni"
    assert text[slice(*view.source(0, 10))] == "Uni-\nversity"
    assert text[slice(*view.source(11, 13))] == "of"
    assert text[slice(*view.source(14, 18))] == "York"


def test_a_letter_keeps_its_marks() -> None:
    text = "l'e\u0301te\u0301 ici"
    view = View(text, [Span(0, len(text))])
    assert text[slice(*view.source(2, 5))] == "e\u0301te\u0301"


def test_two_spans_are_joined_by_one_space() -> None:
    text = "le groupe sur \n\n205\n\nl'alimentation"
    view = View(text, [Span(0, 13), Span(21, len(text))])
    assert view.text == "le groupe sur l'alimentation"
    assert text[slice(*view.source(14, 28))] == "l'alimentation"


WORDS = st.lists(st.text(alphabet="abcdéàçœÉ", min_size=1, max_size=8), min_size=1, max_size=12)
GAPS = st.sampled_from([" ", "  ", "\n", "\u00a0", "\u202f", " \n ", "\t", "\x0b"])


@given(WORDS, st.data())
def test_every_word_is_found_where_it_stands(words: list[str], data: st.DataObject) -> None:
    text = ""
    places = []
    for word in words:
        shown = word[:1] + "\u00ad" + word[1:] if data.draw(st.booleans()) and len(word) > 1 else word
        shown = unicodedata.normalize("NFD", shown) if data.draw(st.booleans()) else shown
        places.append((len(text), len(text) + len(shown)))
        text += shown + data.draw(GAPS)
    view = View(text, [Span(0, len(text))])
    assert view.text.split() == words
    position = 0
    for word, place in zip(words, places, strict=True):
        start = view.text.index(word, position)
        assert tuple(view.source(start, start + len(word))) == place
        position = start + len(word)
