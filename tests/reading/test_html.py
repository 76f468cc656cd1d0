"""HTML: what a reader of the page reads, without the page around it."""

import pytest

from partnership_analysis.document.model import Document
from partnership_analysis.document.view import View
from partnership_analysis.reading.html import read_html
from partnership_analysis.reading.source import Source


def read(body: str) -> Document:
    return read_html(Source("bilan.html", f"<!doctype html><html><body>{body}</body></html>".encode()))


def blocks(body: str) -> list[tuple[object, ...]]:
    document = read(body)
    return [(block.kind, block.level, View(document.text, block.spans).text) for block in document.blocks]


BLOCKS = [
    (
        "<h1>Un</h1><p>Deux  <b>trois</b>\n quatre.</p>Cinq.<div>Six.</div>",
        [("heading", 1, "Un"), ("paragraph", 0, "Deux trois quatre."), ("paragraph", 0, "Cinq."), ("paragraph", 0, "Six.")],
    ),
    (
        "<ul><li>un<ul><li>deux</ul><li><p>trois</p><p>suite</p></ul>",
        [("list_item", 1, "un"), ("list_item", 2, "deux"), ("list_item", 1, "trois"), ("paragraph", 0, "suite")],
    ),
    ("<blockquote><p>Oui.</p><footer>Anne Roux, maire</footer></blockquote>", [("quotation", 0, "Oui."), ("paragraph", 0, "Anne Roux, maire")]),
    ("<figure><img src=x alt=y><figcaption>La place</figcaption></figure>", [("caption", 0, "La place")]),
    (
        "<p>120 m<sup>2</sup>, le 1<sup>er</sup> mai<sup><a href='#n1'>1</a></sup>, fin<sup>3</sup>.</p>",
        [("paragraph", 0, "120 m², le 1er mai, fin.")],
    ),
    ("<ol class=notes><li id=fn1>La note <a href='#r1'>↩</a></li></ol>", [("footnote", 0, "La note")]),
    (
        "<h2>A</h2><h2>B</h2><ol start=3><li>trois<li>quatre</ol>",
        [("heading", 2, "A"), ("heading", 2, "B"), ("list_item", 1, "trois"), ("list_item", 1, "quatre")],
    ),
    ("<p>Elle a dit <q>oui</q>.</p>", [("paragraph", 0, 'Elle a dit "oui".')]),
    (
        "<table role=presentation><tr><td><p>Un texte.</p></td><td><p>Un autre.</p></td></tr></table>",
        [("paragraph", 0, "Un texte."), ("paragraph", 0, "Un autre.")],
    ),
    ("<article><header><h1>Titre</h1></header><p>Texte.</p></article>", [("heading", 1, "Titre"), ("paragraph", 0, "Texte.")]),
]


@pytest.mark.parametrize(("body", "expected"), BLOCKS)
def test_blocks(body: str, expected: list[tuple[object, ...]]) -> None:
    assert blocks(body) == expected


LEFT_OUT = [
    "<header><p>Le site</p></header>",
    "<nav>Accueil</nav>",
    "<footer>Mentions</footer>",
    "<aside>À lire</aside>",
    "<form>Nom <input></form>",
    "<script>let x = 12</script>",
    "<style>p{}</style>",
    "<template><p>x</p></template>",
    "<div role=navigation>Menu</div>",
    "<p hidden>caché</p>",
    "<p style='display: none'>caché</p>",
    "<p aria-hidden=true>caché</p>",
    "<div class='breadcrumb big'>Accueil &gt; ESS</div>",
    "<!-- commentaire -->",
    "<noscript>Activez JavaScript</noscript>",
]


@pytest.mark.parametrize("body", LEFT_OUT)
def test_left_out(body: str) -> None:
    assert blocks(f"{body}<p>Le texte.</p>") == [("paragraph", 0, "Le texte.")]


def test_merged_and_nested_cells() -> None:
    document = read(
        "<table><tr><th rowspan=2>Ind<th colspan=2>2022</tr><tr><th>cible<th>réel</tr>"
        "<tr><td>a<td><p>12</p><p>treize</p><td><table><tr><td>Ateliers<td>7</table></table>"
    )
    assert [(block.table, block.row, block.column, View(document.text, block.spans).text) for block in document.blocks] == [
        (0, 0, 0, "Ind"),
        (0, 0, 1, "2022"),
        (0, 1, 1, "cible"),
        (0, 1, 2, "réel"),
        (0, 2, 0, "a"),
        (0, 2, 1, "12 treize"),
        (1, 0, 0, "Ateliers"),
        (1, 0, 1, "7"),
    ]


def test_links_and_emphasis() -> None:
    document = read("<p><a href='https://a.example/?a=1&amp;b'>un <em>guide</em></a>, <a href='#'>rien</a>, <a name=x></a>https://b.example</p>")
    found = [(document.text[link.span.start : link.span.end], link.url) for link in document.links]
    assert found == [("un guide", "https://a.example/?a=1&b"), ("rien", None), ("https://b.example", "https://b.example")]
    assert [document.text[span.start : span.end] for span in document.emphasis] == ["guide"]


def test_main_wins_over_the_rest_of_the_page() -> None:
    assert blocks(f"<div>Publicité</div><main><p>{'Le texte du bilan. ' * 20}</p></main>")[0][2] == ("Le texte du bilan. " * 20).strip()


def test_windows_1252() -> None:
    page = Source("bilan.htm", "<html><body><p>Été à Orléans</p></body></html>".encode("cp1252"))
    assert read_html(page).text == "Été à Orléans"
