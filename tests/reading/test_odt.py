"""OpenDocument texts."""

from reading.builders import odt_of

from partnership_analysis.document.model import Document
from partnership_analysis.document.view import View
from partnership_analysis.reading.odt import read_odt
from partnership_analysis.reading.source import Source

OUTLINE = (
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:outline-style>'
    '<style:style style:name="Heading_20_1" style:family="paragraph"/>'
)
LISTS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
)


def read(body: str) -> Document:
    return read_odt(Source("bilan.odt", odt_of(body, styles=OUTLINE, automatic=LISTS)))


def blocks(body: str) -> list[tuple[object, ...]]:
    document = read(body)
    return [(block.kind, block.level, View(document.text, block.spans).text) for block in document.blocks]


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_headings_with_their_numbers() -> None:
    assert blocks(
        '<text:h text:outline-level="1">Agir</text:h><text:h text:outline-level="2">Ici</text:h><text:h text:outline-level="1">Compter</text:h>'
    ) == [
        ("heading", 1, "1. Agir"),
        ("heading", 2, "1.1. Ici"),
        ("heading", 1, "2. Compter"),
    ]


def test_lists() -> None:
    item = "<text:list-item>{}</text:list-item>"
    inner = f"<text:list>{item.format(p('deux'))}</text:list>"
    assert blocks(f'<text:list text:style-name="L2">{item.format(p("un") + inner)}{item.format(p("trois"))}</text:list>') == [
        ("list_item", 1, "un"),
        ("list_item", 2, "deux"),
        ("list_item", 1, "trois"),
    ]
    assert blocks(f'<text:list text:style-name="L1">{item.format(p("étape une"))}{item.format(p("étape deux"))}</text:list>') == [
        ("list_item", 1, "étape une"),
        ("list_item", 1, "étape deux"),
    ]


def test_words_spaces_breaks_links_notes_comments_changes() -> None:
    document = read(
        "<text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes>"
        + p(
            'Un<text:s text:c="3"/>mot<text:tab/>et<text:line-break/>un <text:span text:style-name="T1">Guide</text:span>'
            "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>500 exemplaires.</text:p></text:note-body></text:note>"
            '<office:annotation><text:p>à revoir</text:p></office:annotation>, <text:a xlink:href="https://a.example">lien</text:a>.'
        )
        + "<text:table-of-content><text:index-body><text:p>Agir 3</text:p></text:index-body></text:table-of-content>"
    )
    assert document.text == "Un mot et\nun Guide, lien.\n\n500 exemplaires."
    assert [block.kind for block in document.blocks] == ["paragraph", "footnote"]
    assert [(document.text[link.span.start : link.span.end], link.url) for link in document.links] == [("lien", "https://a.example")]
    assert [document.text[span.start : span.end] for span in document.emphasis] == ["Guide"]


def test_a_table_with_merged_cells_and_a_box() -> None:
    cell = "<table:table-cell{}>{}</table:table-cell>"
    document = read(
        "<table:table><table:table-row>"
        + cell.format("", p("Action"))
        + cell.format(' table:number-columns-spanned="2"', p("2022"))
        + "<table:covered-table-cell/></table:table-row><table:table-row>"
        + cell.format("", p("Visites"))
        + cell.format(' table:number-columns-repeated="2"', p("3"))
        + "</table:table-row></table:table>"
        + p("<draw:frame><draw:text-box><text:p>205 téléchargements</text:p></draw:text-box></draw:frame>")
    )
    assert [(block.kind, block.row, block.column, View(document.text, block.spans).text) for block in document.blocks] == [
        ("table_cell", 0, 0, "Action"),
        ("table_cell", 0, 1, "2022"),
        ("table_cell", 1, 0, "Visites"),
        ("table_cell", 1, 1, "3"),
        ("table_cell", 1, 2, "3"),
        ("paragraph", None, None, "205 téléchargements"),
    ]
