"""Hyperlinks of plain text and Markdown: the whole span, the words, where they lead; and what is none."""

import pytest
from marked import rows_of, unmark

LINKS = [
    ("Voir ⟦[le guide](https://exemple.fr/guide.pdf)⟧ en ligne.", "le guide", "https://exemple.fr/guide.pdf"),
    ("Voir ⟦[le compte rendu](#)⟧.", "le compte rendu", None),
    ("Voir ⟦[le compte rendu]()⟧.", "le compte rendu", None),
    ("Le site ⟦https://exemple.fr/a_(b)⟧, à jour.", "https://exemple.fr/a_(b)", "https://exemple.fr/a_(b)"),
    ("Le site (⟦https://exemple.fr/a⟧).", "https://exemple.fr/a", "https://exemple.fr/a"),
    ("⟦[Article “L’accord “Agir” en bref”](#)⟧", "Article “L’accord “Agir” en bref”", None),
    ("Écrire à ⟦[l'équipe](mailto:equipe@exemple.fr)⟧.", "l'équipe", "mailto:equipe@exemple.fr"),
]
NOT_LINKS = [
    "Sur www.exemple.fr et exemple.org.",
    "Écrire à equipe@exemple.fr ou à @VilleExemple.",
    "Le taux [provisoire] (12 %) baisse.",
    "![photo](photo.png)",
]


@pytest.mark.parametrize(("marked", "words", "url"), LINKS)
def test_links(marked: str, words: str, url: str | None) -> None:
    text, spans = unmark(marked)
    (row,) = rows_of(text, "fr").links
    assert [(row.start, row.end)] == spans
    assert (row.text, row.url) == (words, url)


@pytest.mark.parametrize("text", NOT_LINKS)
def test_not_links(text: str) -> None:
    assert rows_of(text, "fr").links == ()
