"""PDFs: words, lines, columns and tables from where the characters stand."""

from io import BytesIO
from typing import Any

import pytest
from reading.builders import lines_at, pdf_of

from partnership_analysis.document.model import Document
from partnership_analysis.document.view import View
from partnership_analysis.errors import FormatError
from partnership_analysis.reading.formats import read_document


def read(draw: Any) -> Document:
    return read_document(BytesIO(pdf_of(draw)))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, View(document.text, block.spans).text) for block in document.blocks]


def width(text: str, font: str = "Helvetica", size: float = 11) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, font, size))


def pieces(page: Any, y: float, *parts: tuple[str, float]) -> None:
    """Parts of a line, each followed by a gap in parts of the font's size."""
    x = 60.0
    for text, gap in parts:
        lines_at(page, x, y, [text])
        x += width(text) + gap * 11


PROSE = "Une ligne ordinaire de la page, avec des mots et des espaces."


def test_kerned_words_are_whole() -> None:
    def draw(page: Any) -> None:
        pieces(
            page, 700, ("P", 0.22), ("aul ", 0), ("Mar", 0.2), ("tin, maire de ", 0), ("L", 0.25), ("yon, a réuni ", 0), ("1", 0.2), ("2 élus.", 0)
        )
        lines_at(page, 60, 660, [PROSE])

    assert read(draw).text.startswith("Paul Martin, maire de Lyon, a réuni 12 élus.")


@pytest.mark.parametrize("spacing", [3.0, 5.0])
def test_letter_spaced_titles(spacing: float) -> None:
    def draw(page: Any) -> None:
        lines_at(page, 60, 760, ["C O N V E N T I O N   2 0 2 0 - 2 0 2 3"], size=16)
        title = page.beginText(60, 730)
        title.setFont("Helvetica", 12)
        title.setCharSpace(spacing)
        title.textOut("BILAN DES ACTIONS")
        title.setCharSpace(0)
        page.drawText(title)
        lines_at(page, 60, 660, [PROSE])

    assert [text for kind, text in blocks(read(draw)) if kind == "heading"] == ["CONVENTION 2020-2023", "BILAN DES ACTIONS"]


def test_words_without_printed_spaces() -> None:
    def draw(page: Any) -> None:
        for number in range(3):
            x = 60.0
            for word in PROSE.split():
                lines_at(page, x, 700 - 14 * number, [word])
                x += width(word) + 0.24 * 11

    assert read(draw).text.count(PROSE) == 3


def test_ligatures_and_combined_accents() -> None:
    def draw(page: Any) -> None:
        lines_at(page, 60, 700, ["Paul Fi\ufb01eld, o\ufb03cier, co\ufb01nance le cœur de ville à Orle\u0301ans, \ufb02eurs."], font="DejaVu")

    document = read(draw)
    assert document.text == "Paul Fifield, officier, cofinance le cœur de ville à Orléans, fleurs."
    assert not {"\0", "\ufffd", "\ufffe"} & set(document.text)


LEFT = [
    "- 12 mars 2022 : atelier à Lyon avec",
    "une trentaine de participants venus",
    "de toute la région pour parler de la",
    "suite à donner au travail engagé.",
]
RIGHT = [
    "Paul Martin, maire de Nantes, ouvre la",
    "journée devant les élus réunis dans la",
    "salle des fêtes de la commune, pour la",
    "première fois depuis la convention.",
]


def test_columns_a_band_across_margin_text_and_arabic() -> None:
    def draw(page: Any) -> None:
        lines_at(page, 60, 790, ["Bilan de la convention"], size=18)
        lines_at(page, 60, 740, LEFT)
        lines_at(page, 320, 740, RIGHT)
        lines_at(page, 90, 640, ["205 téléchargements du guide sur le site du partenariat en 2022"], size=14)
        lines_at(page, 60, 600, LEFT[1:])
        lines_at(page, 320, 600, RIGHT[1:])
        lines_at(page, 320, 520, ["مرحبا 2023 بكم"], font="DejaVu")
        page.saveState()
        page.translate(30, 300)
        page.rotate(90)
        lines_at(page, 0, 0, ["DOCUMENT DE TRAVAIL"])
        page.restoreState()

    found = blocks(read(draw))
    assert found[1] == ("list_item", " ".join(LEFT)[2:])
    assert found[2] == ("paragraph", " ".join(RIGHT))
    assert found[3][1].startswith("205 téléchargements")
    assert [text for _, text in found[4:6]] == [" ".join(LEFT[1:]), " ".join(RIGHT[1:])]
    assert found[-1] == ("furniture", "DOCUMENT DE TRAVAIL")
    assert not any("Lyon" in text and "Nantes" in text for _, text in found)


def test_headers_footers_page_numbers_and_sentences_over_pages() -> None:
    starts = [
        "La convention a permis de renforcer la coopération entre les partenaires et de faire vivre la coopé-",
        "ration dans tous les quartiers. Elle a pris",
    ]

    def draw(page: Any) -> None:
        for number in range(3):
            lines_at(page, 60, 815, [f"Convention 2020-2023 – page {number + 1}"], size=8)
            lines_at(page, 290, 25, [str(number + 1)], size=8)
            if number < 2:
                lines_at(page, 60, 740, [starts[number]], leading=14)
            else:
                lines_at(page, 60, 740, ["fin en 2023."])
            page.showPage()

    document = read(draw)
    assert blocks(document) == [
        (
            "paragraph",
            "La convention a permis de renforcer la coopération entre les partenaires et de faire vivre la coopération dans tous les quartiers. Elle a pris fin en 2023.",
        )
    ]
    assert document.blocks[0].page == 1


def test_notes_at_the_foot() -> None:
    def draw(page: Any) -> None:
        lines_at(page, 60, 740, ["La convention a été signée en mars 2021 par les deux partenaires"])
        lines_at(page, 60 + width("La convention a été signée en mars 2021 par les deux partenaires"), 744, ["1"], size=6)
        lines_at(page, 60, 726, ["et par la Région. La place mesure 120 m"])
        lines_at(page, 60 + width("et par la Région. La place mesure 120 m"), 730, ["2"], size=6)
        lines_at(page, 60, 120, ["1 Délibération du 9 mai 2017."], size=8)

    assert blocks(read(draw)) == [
        ("paragraph", "La convention a été signée en mars 2021 par les deux partenaires et par la Région. La place mesure 120 m²"),
        ("footnote", "1 Délibération du 9 mai 2017."),
    ]


def test_ruled_table_with_a_merged_header() -> None:
    def draw(page: Any) -> None:
        for y in (700, 680, 660, 640):
            page.line(200 if y == 680 else 60, y, 400, y)
        for x in (60, 200, 300, 400):
            page.line(x, 640, x, 680 if x == 300 else 700)
        for x, y, text in (
            (65, 685, "Indicateur"),
            (205, 685, "2022"),
            (205, 665, "cible"),
            (305, 665, "réalisé"),
            (65, 645, "Ateliers"),
            (205, 645, "12"),
            (305, 645, "14"),
        ):
            lines_at(page, x, y, [text])

    document = read(draw)
    assert [(block.row, block.column, document.text[block.start : block.end]) for block in document.blocks] == [
        (0, 0, "Indicateur"),
        (0, 1, "2022"),
        (1, 1, "cible"),
        (1, 2, "réalisé"),
        (2, 0, "Ateliers"),
        (2, 1, "12"),
        (2, 2, "14"),
    ]


def test_table_without_lines() -> None:
    rows = [("Indicateur", "Cible", "Réalisé"), ("Foyers accompagnés", "450", "312"), ("Ateliers ouverts", "80", "57"), ("Emplois créés", "20", "14")]

    def draw(page: Any) -> None:
        lines_at(page, 60, 740, [PROSE])
        for number, row in enumerate(rows):
            for x, cell in zip((60, 260, 360), row, strict=True):
                lines_at(page, x, 700 - 18 * number, [cell])

    found = [(block.row, block.column, "") for block in read(draw).blocks if block.kind == "table_cell"]
    assert found == [(row, column, "") for row in range(4) for column in range(3)]


def test_links_with_accents_over_two_lines() -> None:
    def draw(page: Any) -> None:
        lines_at(page, 60, 740, ["Les résultats de cette enquête sont à lire dans le rapport complet", "de la ville et de ses partenaires. Fin."])
        page.linkURL("https://a.example/été", (60 + width("Les résultats de cette enquête sont à lire dans "), 736, 560, 752))
        page.linkURL("https://a.example/été", (58, 722, 60 + width("de la ville"), 738))

    document = read(draw)
    assert [(document.text[link.span.start : link.span.end], link.url) for link in document.links] == [
        ("le rapport complet de la ville", "https://a.example/été")
    ]


def test_a_page_that_is_turned() -> None:
    def draw(page: Any) -> None:
        page.setPageRotation(90)
        page.saveState()
        page.translate(300, 60)
        page.rotate(90)
        lines_at(page, 0, 0, ["Un texte tourné sur une page tournée aussi, avec Paul Martin", "et Anne Roux, de Montclar."])
        page.restoreState()

    assert blocks(read(draw)) == [("paragraph", "Un texte tourné sur une page tournée aussi, avec Paul Martin et Anne Roux, de Montclar.")]


def picture(page: Any) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    page.drawImage(ImageReader(Image.new("RGB", (50, 50), "white")), 0, 0, 595, 842)


def test_scans() -> None:
    with pytest.raises(FormatError, match="OCR"):
        read(picture)

    def half(page: Any) -> None:
        lines_at(page, 60, 700, [PROSE])
        page.showPage()
        picture(page)

    assert read(half).unread == ("pages 2 (images)",)


def test_encrypted_and_broken() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    packed = BytesIO()
    page = Canvas(packed, encrypt=StandardEncryption("secret"))
    page.drawString(60, 700, PROSE)
    page.save()
    with pytest.raises(FormatError, match="encrypted"):
        read_document(BytesIO(packed.getvalue()))
    whole = pdf_of(lambda page: lines_at(page, 60, 700, [PROSE]))
    for data in (b"%PDF-1.7\nrien", whole[:200], b"%PDF-1.4\n%%EOF"):
        with pytest.raises(FormatError):
            read_document(BytesIO(data))


@pytest.mark.parametrize("repeat", [0, 1])
def test_a_table_over_two_pages(repeat: int) -> None:
    from reportlab.lib import colors
    from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

    packed = BytesIO()
    table = Table(
        [["Indicateur", "Cible", "Réalisé"], *[[f"Ligne {number}", str(10 * number), str(9 * number)] for number in range(1, 12)]], repeatRows=repeat
    )
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    SimpleDocTemplate(packed, pagesize=(400, 330)).build([table])
    cells = [block for block in read_document(BytesIO(packed.getvalue())).blocks if block.kind == "table_cell"]
    assert {block.table for block in cells} == {0}
    assert {block.page for block in cells} == {1, 2}
    assert [(block.row, block.column) for block in cells] == [(row, column) for row in range(12) for column in range(3)]


def test_figures_set_large_beside_each_other() -> None:
    figures = [
        ("205", ["téléchargements sur", "le site du réseau"]),
        ("500", ["exemplaires imprimés"]),
        ("35 %", ["des vues de l'article", "présentant l'étude"]),
    ]

    def draw(page: Any) -> None:
        lines_at(page, 60, 740, [PROSE, PROSE])
        for number, (figure, label) in enumerate(figures):
            lines_at(page, 80 + 160 * number, 670, [figure], size=28)
            lines_at(page, 70 + 160 * number, 650, label, size=10, leading=12)
        lines_at(page, 60, 600, [PROSE])

    assert [text for kind, text in blocks(read(draw)) if kind == "call_out"] == [f"{figure} {' '.join(label)}" for figure, label in figures]
