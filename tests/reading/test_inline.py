"""Links, emphasis and bare addresses: what they are, where they stand, and what a reader sees of them."""

import pytest

from partnership_analysis.document.model import Document
from partnership_analysis.document.view import View
from partnership_analysis.reading.markdown import read_markdown
from partnership_analysis.reading.source import Source
from partnership_analysis.reading.text import read_text


def plain(text: str) -> Document:
    return read_text(Source("bilan.txt", text.encode()))


def marked(text: str) -> Document:
    return read_markdown(Source("bilan.md", text.encode()))


def links(document: Document) -> list[tuple[str, str, str | None]]:
    text = document.text
    return [(text[link.span.start : link.span.end], text[link.words.start : link.words.end], link.url) for link in document.links]


def seen(document: Document) -> list[str]:
    return [View(document.text, block.spans).text for block in document.blocks if block.kind != "furniture"]


LINKS = [
    ("Voir [le guide](https://a.example/g.pdf).", [("[le guide](https://a.example/g.pdf)", "le guide", "https://a.example/g.pdf")]),
    (
        "[Article “L’accord “Pour une relance” [suite]”](#)",
        [("[Article “L’accord “Pour une relance” [suite]”](#)", "Article “L’accord “Pour une relance” [suite]”", None)],
    ),
    ("[vide]()", [("[vide]()", "vide", None)]),
    ("[écrire](mailto:a@b.example)", [("[écrire](mailto:a@b.example)", "écrire", "mailto:a@b.example")]),
    ("[*Le Titre*](https://a.example)", [("[*Le Titre*](https://a.example)", "Le Titre", "https://a.example")]),
    ("[wiki](https://a.example/Pont_(Lyon))", [("[wiki](https://a.example/Pont_(Lyon))", "wiki", "https://a.example/Pont_(Lyon)")]),
    ('[titre](https://a.example "au survol") et', [('[titre](https://a.example "au survol")', "titre", "https://a.example")]),
    ("(https://a.example/x_y).", [("https://a.example/x_y",) * 3]),
    ("https://a.example/x(1), puis", [("https://a.example/x(1)",) * 3]),
    ("« https://a.example/x » ; HTTP://B.example !", [("https://a.example/x",) * 3, ("HTTP://B.example",) * 3]),
    ("[https://a.example](https://a.example)", [("[https://a.example](https://a.example)", "https://a.example", "https://a.example")]),
    (
        "[un](https://a.example)[deux](https://b.example)",
        [("[un](https://a.example)", "un", "https://a.example"), ("[deux](https://b.example)", "deux", "https://b.example")],
    ),
]
NO_LINKS = [
    "www.a.example et a.example/x",
    "a@b.example",
    "![une image](https://a.example/i.png)",
    "[sic] et [note 3]",
    "://",
    "http://",
    "xhttps://",
    "@a_b #c",
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
@pytest.mark.parametrize("read", [plain, marked])
def test_links(read: object, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert links(read(text)) == expected  # type: ignore[operator]


@pytest.mark.parametrize("text", NO_LINKS)
@pytest.mark.parametrize("read", [plain, marked])
def test_no_links(read: object, text: str) -> None:
    assert links(read(text)) == []  # type: ignore[operator]


def test_brackets_of_prose_are_no_link_in_a_plain_text() -> None:
    assert links(plain("il écrit [sic](voir plus bas) et [sic](note)")) == []


EMPHASIS = [
    ("**12 mars 2022** : un *atelier*", ["12 mars 2022", "atelier"], ["12 mars 2022"], "12 mars 2022 : un atelier"),
    ("le __guide__ _Titre_", ["guide", "Titre"], ["guide"], "le guide Titre"),
    ("***tout***", ["tout"], ["tout"], "tout"),
    ("**a *b* c**", ["a *b* c", "b"], ["a *b* c"], "a b c"),
    ("2 * 3 * 4 et snake_case_name et agents* puis élus*", [], [], "2 * 3 * 4 et snake_case_name et agents* puis élus*"),
]


@pytest.mark.parametrize(("text", "emphasis", "strong", "view"), EMPHASIS)
@pytest.mark.parametrize("read", [plain, marked])
def test_emphasis(read: object, text: str, emphasis: list[str], strong: list[str], view: str) -> None:
    document = read(text)  # type: ignore[operator]
    assert [document.text[span.start : span.end] for span in document.emphasis] == emphasis
    assert [document.text[span.start : span.end] for span in document.strong] == strong
    assert seen(document) == [view]


SEEN = [
    ("effet[^1]. Suite", "effet. Suite"),
    ("un ![image](i.png) deux", "un deux"),
    (r"R\&D \*brut\*", "R&D *brut*"),
    ("R&amp;D&nbsp;2022", "R&D 2022"),
    ("a<br>b <b>c</b> <!-- caché -->d", "a b c d"),
    ("`code *brut*` et", "code *brut* et"),
    ("<https://a.example> ici", "https://a.example ici"),
    ('<a href="https://a.example">mots</a>', "mots"),
]


@pytest.mark.parametrize(("text", "view"), SEEN)
def test_what_a_reader_of_markdown_sees(text: str, view: str) -> None:
    assert seen(marked(text)) == [view]


def test_links_by_reference() -> None:
    document = marked("Voir [le guide][g], [autre][] et [rien][x].\n\n[g]: https://a.example/g 'titre'\n[autre]: <https://a.example/a>\n")
    assert links(document)[:2] == [("[le guide][g]", "le guide", "https://a.example/g"), ("[autre][]", "autre", "https://a.example/a")]
    assert seen(document) == ["Voir le guide, autre et [rien][x]."]
