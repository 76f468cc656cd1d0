"""Word documents: what a reader sees of them, numbers that Word writes by itself included."""

import pytest
from reading.builders import W, docx_of

from partnership_analysis.document.model import Document
from partnership_analysis.document.view import View
from partnership_analysis.reading.docx import read_docx
from partnership_analysis.reading.source import Source

NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Titre1"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Axe %1 :"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TitreVert"><w:name w:val="Titre vert"/><w:basedOn w:val="Titre2"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Legende"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Cit"><w:name w:val="Intense Quote"/></w:style>
</w:styles>"""
FOOTNOTES = f"""<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>500 exemplaires imprimés.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def p(text: str, style: str = "", number: str = "", level: int = 0) -> str:
    """A paragraph; text in angle brackets is XML."""
    run = text if text.startswith("<") else f"<w:r><w:t>{text}</w:t></w:r>"
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def read(*paragraphs: str) -> Document:
    return read_docx(Source("bilan.docx", docx_of("".join(paragraphs), numbering=NUMBERING, styles=STYLES, footnotes=FOOTNOTES)))


def blocks(*paragraphs: str) -> list[tuple[object, ...]]:
    document = read(*paragraphs)
    return [(block.kind, block.level, View(document.text, block.spans).text) for block in document.blocks]


def test_numbers_of_headings_by_their_style() -> None:
    assert blocks(p("Renforcer", "Titre1"), p("Un texte."), p("Partager", number="1", level=1, style="Titre2"), p("Développer", "Titre1")) == [
        ("heading", 1, "1. Renforcer"),
        ("paragraph", 0, "Un texte."),
        ("heading", 2, "1.1 Partager"),
        ("heading", 1, "2. Développer"),
    ]


def test_labels_and_a_list_that_starts_elsewhere() -> None:
    assert blocks(p("Culture", "Titre2", "2"), p("Emploi", "Titre2", "2"), p("Suite", "Titre2", "4")) == [
        ("heading", 2, "Axe I : Culture"),
        ("heading", 2, "Axe II : Emploi"),
        ("heading", 2, "7. Suite"),
    ]


def test_numbered_items_under_headings() -> None:
    found = blocks(p("A", "Titre2"), p("B", "Titre2"), p("étape une", number="1"), p("étape deux", number="1"))
    assert found[2:] == [("list_item", 1, "étape une"), ("list_item", 1, "étape deux")]


def test_bullets_titles_contents_captions_quotes() -> None:
    assert blocks(
        p("Bilan", "Titre"),
        p("Agir.......3", "TM1"),
        p("Agir", "TitreVert"),
        p("un", number="3"),
        p("deux", number="3", level=1),
        p("Photo de la place", "Legende"),
        p("Oui, dit-elle.", "Cit"),
    ) == [
        ("heading", 1, "Bilan"),
        ("heading", 3, "Agir"),
        ("list_item", 1, "un"),
        ("list_item", 2, "deux"),
        ("caption", 0, "Photo de la place"),
        ("quotation", 0, "Oui, dit-elle."),
    ]


CHANGES = [
    (
        '<w:r><w:t>Un </w:t></w:r><w:ins w:id="1"><w:r><w:t>mot</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>faux</w:delText></w:r></w:del>',
        "Un mot",
    ),
    ('<w:moveFrom w:id="1"><w:r><w:t>ancien</w:t></w:r></w:moveFrom><w:moveTo w:id="2"><w:r><w:t>nouveau</w:t></w:r></w:moveTo>', "nouveau"),
    ("<w:r><w:t>vu</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>", "vu"),
    ('<w:fldSimple w:instr="DATE"><w:r><w:t>12 mars 2022</w:t></w:r></w:fldSimple>', "12 mars 2022"),
    ('<w:r><w:t>mot</w:t></w:r><w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>', "mot"),
    ("<w:r><w:t>vice</w:t><w:noBreakHyphen/><w:t>présidente</w:t></w:r>", "vice-présidente"),
    ("<w:r><w:t>coupé</w:t><w:tab/><w:t>en deux</w:t></w:r>", "coupé en deux"),
]


@pytest.mark.parametrize(("xml", "text"), CHANGES)
def test_what_is_kept_of_a_paragraph(xml: str, text: str) -> None:
    assert blocks(p(xml))[0][2] == text


def test_a_footnote_stands_apart_from_the_words_it_is_tied_to() -> None:
    document = read(p('<w:r><w:t>Le guide</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> est paru.</w:t></w:r>'))
    assert [(block.kind, View(document.text, block.spans).text) for block in document.blocks] == [
        ("paragraph", "Le guide est paru."),
        ("footnote", "500 exemplaires imprimés."),
    ]


BOX = "<w:txbxContent>" + p("205 téléchargements") + "</w:txbxContent>"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
BOXES = [
    f"<w:r><mc:AlternateContent {MC}><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    f"<w:r><mc:AlternateContent {MC}><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice></mc:AlternateContent></w:r>",
]


@pytest.mark.parametrize("box", BOXES)
def test_a_text_box_stands_once(box: str) -> None:
    assert [block[2] for block in blocks(p(box), p("Suite."))] == ["205 téléchargements", "Suite."]


def test_merged_header_and_nested_table() -> None:
    def cell(content: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"

    wide = '<w:gridSpan w:val="2"/>'
    inner = f"<w:tbl><w:tr>{cell(p('Ateliers'))}{cell(p('12'))}</w:tr></w:tbl><w:p/>"
    document = read(
        f"<w:tbl><w:tr>{cell(p('Action'))}{cell(p('2022'), wide)}</w:tr><w:tr>{cell(p('Visites'))}{cell(p('3'))}{cell(inner)}</w:tr></w:tbl>"
    )
    assert [(block.table, block.row, block.column, View(document.text, block.spans).text) for block in document.blocks] == [
        (0, 0, 0, "Action"),
        (0, 0, 1, "2022"),
        (0, 1, 0, "Visites"),
        (0, 1, 1, "3"),
        (1, 0, 0, "Ateliers"),
        (1, 0, 1, "12"),
    ]
