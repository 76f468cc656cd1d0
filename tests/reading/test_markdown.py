"""Markdown: blocks with their positions in the untouched file."""

import pytest

from partnership_analysis.document.model import Document
from partnership_analysis.document.view import View
from partnership_analysis.reading.markdown import read_markdown
from partnership_analysis.reading.source import Source


def read(text: str) -> Document:
    return read_markdown(Source("bilan.md", text.encode()))


def blocks(text: str) -> list[tuple[object, ...]]:
    document = read(text)
    return [(block.kind, block.level, View(document.text, block.spans).text) for block in document.blocks]


BLOCKS = [
    ("# Un\n\n### Deux ###\n\nTrois\n===\n", [("heading", 1, "Un"), ("heading", 3, "Deux"), ("heading", 1, "Trois")]),
    ("Un texte\nsur deux lignes.\n", [("paragraph", 0, "Un texte sur deux lignes.")]),
    (
        "- un\n  suite\n  - deux\n\n    para\n- trois\n",
        [("list_item", 1, "un suite"), ("list_item", 2, "deux"), ("paragraph", 0, "para"), ("list_item", 1, "trois")],
    ),
    ("> Oui,\n> dit-elle.\n", [("quotation", 0, "Oui, dit-elle.")]),
    (
        "Avant.\n\n---\n\n<!-- caché le 12 mars 2022 -->\n\nAprès.\n",
        [("paragraph", 0, "Avant."), ("furniture", 0, "---"), ("furniture", 0, "<!-- caché le 12 mars 2022 -->"), ("paragraph", 0, "Après.")],
    ),
    (
        "Texte[^1].\n\n[^1]: La note.\n[^b]: Une autre\n    suite.\n",
        [("paragraph", 0, "Texte."), ("footnote", 0, "La note."), ("footnote", 0, "Une autre suite.")],
    ),
    ("```\nun code\n```\n", [("paragraph", 0, "un code")]),
    ("205\n\ntéléchargements du guide\n", [("call_out", 0, "205 téléchargements du guide")]),
    (
        "1. Renforcer l'emploi\n\nUn atelier a eu lieu à Lyon.\n\n2. Développer la culture\n\nUne visite a eu lieu.\n",
        [
            ("heading", 1, "1. Renforcer l'emploi"),
            ("paragraph", 0, "Un atelier a eu lieu à Lyon."),
            ("heading", 1, "2. Développer la culture"),
            ("paragraph", 0, "Une visite a eu lieu."),
        ],
    ),
    (
        "# A\n\n## B\n\n1. étape une\n2. étape deux\n",
        [("heading", 1, "A"), ("heading", 2, "B"), ("list_item", 1, "étape une"), ("list_item", 1, "étape deux")],
    ),
    (
        "# A\n\n## Sommaire\n\n- B ....... 3\n- C ....... 12\n\n## B\n\nTexte.\n",
        [
            ("heading", 1, "A"),
            ("furniture", 0, "Sommaire"),
            ("furniture", 0, "B ....... 3"),
            ("furniture", 0, "C ....... 12"),
            ("heading", 2, "B"),
            ("paragraph", 0, "Texte."),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_blocks(text: str, expected: list[tuple[object, ...]]) -> None:
    assert blocks(text) == expected


def test_a_table() -> None:
    document = read("| Un | **Deux** |\n|---|---:|\n| a \\| b | [c](https://a.example) |\n|  | d |\n")
    assert [(block.row, block.column, View(document.text, block.spans).text) for block in document.blocks] == [
        (0, 0, "Un"),
        (0, 1, "Deux"),
        (1, 0, "a | b"),
        (1, 1, "c"),
        (2, 1, "d"),
    ]


def test_a_value_of_front_matter_folded_over_two_lines_is_one_block() -> None:
    assert blocks("---\ntitle: Haies des rives,\n  un bilan\ntags:\n  - eau\n---\n\nTexte.\n")[1:4] == [
        ("front_matter", 0, "title: Haies des rives, un bilan"),
        ("front_matter", 0, "tags:"),
        ("front_matter", 0, "- eau"),
    ]


def test_front_matter() -> None:
    assert blocks("---\ntitle: Bilan\ndate: 2023-06-30\n---\n\nTexte.\n")[:4] == [
        ("furniture", 0, "---"),
        ("front_matter", 0, "title: Bilan"),
        ("front_matter", 0, "date: 2023-06-30"),
        ("furniture", 0, "---"),
    ]


def test_the_text_is_the_file() -> None:
    text = "\n\n# Titre\r\n\r\n* un\x00 deux\r\n\tsuite\r\n"
    assert read("\ufeff" + text).text == text.replace("\r\n", "\n")


ODD = [
    "[" * 40,
    "> " * 30 + "x",
    "| a |\n|---|",
    "- " * 30,
    "```\n",
    "[^1]:\n",
    "***",
    "#\n##\n",
    "\t- a\n\t\t- b",
    "1)\n2)",
    "a\rb\n- c\r- d\n",
    "| |\n|-|-|\n| a | b |\n",
    "x\x0cy\n\n\x85z",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_keep_their_places(text: str) -> None:
    document = read(text)
    taken = [False] * len(document.text)
    for block in document.blocks:
        for start, end in block.spans:
            assert 0 <= start < end <= len(document.text)
            assert not any(taken[start:end])
            taken[start:end] = [True] * (end - start)
