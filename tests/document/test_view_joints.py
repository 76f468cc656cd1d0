"""Where two spans of a block meet: a space, nothing where only mark-up was cut, and one word where a hyphen parts it."""

import pytest

from partnership_analysis.document.model import Span
from partnership_analysis.document.view import View
from partnership_analysis.language.lexicon import load_lexicon

JOINTS = [
    ("la coopé-⟦\n\n12\n\n⟧ration ici", "la coopération ici"),
    ("la vice-⟦\n\n12\n\n⟧présidente ici", "la vice-présidente ici"),
    ("un Saint-⟦\n\n12\n\n⟧Étienne", "un Saint-Étienne"),
    ("fin -⟦\n\n12\n\n⟧suite", "fin - suite"),
    ("une phrase⟦\n\n12\n\n⟧coupée", "une phrase coupée"),
    ("le 1⟦**⟧2 mars", "le 12 mars"),
    ("un ⟦[⟧guide⟦](https://a.example)⟧, puis", "un guide, puis"),
    ("deux⟦<br>⟧mots", "deux mots"),
]


@pytest.mark.parametrize(("marked", "seen"), JOINTS)
def test_joints(marked: str, seen: str) -> None:
    text, spans, start = "", [], 0
    for number, part in enumerate(marked.replace("⟧", "⟦").split("⟦")):
        if number % 2:
            spans.append(Span(start, len(text)))
        text += part
        if number % 2:
            start = len(text)
    spans.append(Span(start, len(text)))
    view = View(text, spans, load_lexicon("fr").hyphenated)
    assert view.text == seen
    for position in range(len(seen)):
        place = view.source(position, position + 1)
        assert seen[position] == " " or text[place.start] == seen[position]
