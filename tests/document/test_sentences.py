"""Sentences: where they end, and where they do not."""

import pytest

from partnership_analysis.document.sentences import sentences

CASES = [
    # the number of a note touches the stop before it
    ("Of 71 calls, 9 were passed on.(1) The cost was met.", ["Of 71 calls, 9 were passed on.(1)", "The cost was met."]),
    ("It was read.[12] It was sent.", ["It was read.[12]", "It was sent."]),
    ("Un guide. Deux ateliers.", ["Un guide.", "Deux ateliers."]),
    ("M. Martin et Mme J. Roux ont signé. Fin.", ["M. Martin et Mme J. Roux ont signé.", "Fin."]),
    ("L'A.N.C.T. finance le projet. Il avance.", ["L'A.N.C.T. finance le projet.", "Il avance."]),
    ("Un guide est paru ; deux ateliers ont suivi.", ["Un guide est paru ;", "deux ateliers ont suivi."]),
    ("Le bureau (président : Luc ; trésorière : Ida) s'est réuni. Fin.", ["Le bureau (président : Luc ; trésorière : Ida) s'est réuni.", "Fin."]),
    ("Un tri (a) est fait ; (b) un autre ; suite.", ["Un tri (a) est fait ;", "(b) un autre ;", "suite."]),
    ("Elle dit : « Bonjour. Entrez. » Puis elle sort.", ["Elle dit : « Bonjour. Entrez. »", "Puis elle sort."]),
    ("Environ 3.5 km ont été posés.", ["Environ 3.5 km ont été posés."]),
    ("Rising to 12 p.m. on Friday.", ["Rising to 12 p.m. on Friday."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, frozenset(("m", "mme", "p.m")))] == expected
