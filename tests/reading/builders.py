"""Files made for the tests of reading: one small invented report written in each format, and odd files by hand."""

import html
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True)
class Words:
    """A stretch of a paragraph."""

    text: str
    italic: bool = False
    bold: bool = False
    url: str | None = None


@dataclass(frozen=True)
class Element:
    """A block of the report: `title`, `heading`, `paragraph`, `item`, `table`."""

    kind: str
    words: tuple[Words, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def element(kind: str, *words: str | Words) -> Element:
    return Element(kind, tuple(Words(one) if isinstance(one, str) else one for one in words))


REPORT = (
    element("title", "Bilan de la convention de coopération 2021-2023"),
    element(
        "paragraph",
        "La convention a été signée le 12 mars 2021 à Nantes par Hélène Vasseur, maire de Montclar, et par Yann Le Goff, "
        "président de l'association Les Rives, en présence d'une trentaine d'élus.",
    ),
    element("heading", "Axe 1 : Ouvrir les ateliers"),
    element(
        "paragraph",
        "La ville de Montclar a publié en juin 2022 le guide « ",
        Words("Réparer près de chez soi", italic=True),
        " », imprimé à 400 exemplaires (",
        Words("lire le guide", url="https://www.montclar.example/guide.pdf"),
        ").",
    ),
    element("item", Words("15 novembre 2021", bold=True), " : un atelier a réuni 24 habitants à Lyon."),
    element("item", Words("Février 2023", bold=True), " : une visite a été organisée à Lille par Les Rives."),
    element("heading", "Axe 2 : Compter et faire connaître"),
    element(
        "paragraph",
        "Une enquête a été menée auprès de 640 foyers. « Nous avons appris à décider ensemble », résume Hélène Vasseur. Elle sera suivie d'une étude en 2024.",
    ),
    Element(
        "table",
        rows=(
            ("Indicateur", "Cible 2023", "Réalisé"),
            ("Foyers accompagnés", "450", "312"),
            ("Ateliers ouverts", "80", "57"),
            ("Emplois créés", "20", "14"),
        ),
    ),
    element("heading", "Perspectives"),
    element("paragraph", "Un avenant sera signé en décembre 2023 avec la Banque des Territoires."),
)


def as_txt(report: Sequence[Element] = REPORT) -> bytes:
    lines: list[str] = []
    last = ""
    for one in report:
        text = "".join(f"[{words.text}]({words.url})" if words.url else words.text for words in one.words)
        if lines and not (one.kind == last == "item"):
            lines.append("")
        if one.kind == "table":
            lines += ["\t".join(row) for row in one.rows]
        else:
            lines.append(f"- {text}" if one.kind == "item" else text)
        last = one.kind
    return ("\r\n".join(lines) + "\r\n").encode("cp1252")


def as_md(report: Sequence[Element] = REPORT) -> bytes:
    lines: list[str] = []
    last = ""
    for one in report:
        text = "".join(_marked(words) for words in one.words)
        if lines and not (one.kind == last == "item"):
            lines.append("")
        if one.kind == "table":
            lines += [f"| {' | '.join(row)} |" for row in one.rows]
            lines.insert(len(lines) - len(one.rows) + 1, "|" + "---|" * len(one.rows[0]))
        else:
            lines.append({"title": "# ", "heading": "## ", "item": "- "}.get(one.kind, "") + text)
        last = one.kind
    return ("\n".join(lines) + "\n").encode()


def _marked(words: Words) -> str:
    text = f"**{words.text}**" if words.bold else f"*{words.text}*" if words.italic else words.text
    return f"[{text}]({words.url})" if words.url else text


def as_html(report: Sequence[Element] = REPORT) -> bytes:
    body: list[str] = []
    last = ""
    for one in report:
        text = "".join(_tagged(words) for words in one.words)
        if last == "item" and one.kind != "item":
            body.append("</ul>")
        if one.kind == "item" and last != "item":
            body.append("<ul>")
        if one.kind == "table":
            body.append(
                "<table>" + "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in one.rows) + "</table>"
            )
        else:
            tag = {"title": "h1", "heading": "h2", "item": "li"}.get(one.kind, "p")
            body.append(f"<{tag}>{text}</{tag}>")
        last = one.kind
    page = (
        "<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>Bilan</title><style>p{color:red}</style></head><body>"
        "<header><p>Ville de Montclar</p></header><nav><ul><li><a href=/>Accueil</a><li><a href=/culture>Culture</a></ul></nav>"
        f"<main>{''.join(body)}</main><aside>À lire aussi</aside><footer>Mentions légales, 12 avril 2019</footer><script>let x = '2 visites';</script></body></html>"
    )
    return page.encode()


def _tagged(words: Words) -> str:
    text = html.escape(words.text)
    text = f"<strong>{text}</strong>" if words.bold else f"<em>{text}</em>" if words.italic else text
    return f'<a href="{html.escape(words.url)}">{text}</a>' if words.url else text


def as_docx(report: Sequence[Element] = REPORT) -> bytes:
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ville de Montclar"
    for one in report:
        if one.kind == "table":
            table = document.add_table(len(one.rows), len(one.rows[0]))
            for number, row in enumerate(one.rows):
                for column, cell in enumerate(row):
                    table.cell(number, column).text = cell
            continue
        paragraph = document.add_paragraph(style={"title": "Title", "heading": "Heading 1", "item": "List Bullet"}.get(one.kind))
        for words in one.words:
            run = paragraph.add_run(words.text)
            run.bold, run.italic = words.bold or None, words.italic or None
            if words.url:
                link = docx.oxml.OxmlElement("w:hyperlink")
                link.set(docx.oxml.ns.qn("r:id"), paragraph.part.relate_to(words.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
                paragraph._p.append(link)
                link.append(run._r)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_of(body: str, **parts: str) -> bytes:
    """A Word file with a body written by hand; `numbering`, `styles`, `footnotes` as further parts."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"/>'
        for name in parts
    )
    related = "".join(
        f'<Relationship Id="r{name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = " ".join(
    [f'xmlns:{name}="{ODF}{name}:1.0"' for name in ("office", "text", "table", "style")]
    + [f'xmlns:draw="{ODF}drawing:1.0" xmlns:fo="{ODF}xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"']
)


def odt_of(body: str, styles: str = "", automatic: str = "") -> bytes:
    """An OpenDocument text with a body written by hand."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {NAMES}><office:styles>{styles}</office:styles></office:document-styles>",
        }
    )


def as_odt(report: Sequence[Element] = REPORT) -> bytes:
    body: list[str] = []
    for one in report:
        text = "".join(_spanned(words) for words in one.words)
        if one.kind == "table":
            rows = "".join(
                "<table:table-row>"
                + "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in row)
                + "</table:table-row>"
                for row in one.rows
            )
            body.append(f"<table:table>{rows}</table:table>")
        elif one.kind == "heading":
            body.append(f'<text:h text:outline-level="1">{text}</text:h>')
        elif one.kind == "item":
            body.append(f"<text:list><text:list-item><text:p>{text}</text:p></text:list-item></text:list>")
        else:
            body.append(f'<text:p text:style-name="{one.kind.capitalize()}">{text}</text:p>')
    automatic = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties fo:{key}="{value}"/></style:style>'
        for name, key, value in (("T1", "font-style", "italic"), ("T2", "font-weight", "bold"))
    )
    return odt_of("".join(body), automatic=automatic)


def _spanned(words: Words) -> str:
    text = escape(words.text)
    if words.italic or words.bold:
        text = f'<text:span text:style-name="{"T2" if words.bold else "T1"}">{text}</text:span>'
    return f"<text:a xlink:href={quoteattr(words.url)}>{text}</text:a>" if words.url else text


def as_pdf(report: Sequence[Element] = REPORT) -> bytes:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Table, TableStyle

    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["Normal"], fontSize=10, leading=13, spaceAfter=8)

    def furniture(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 8)  # type: ignore[attr-defined]
        canvas.drawString(70, 575, "Ville de Montclar, 12 avril 2019")  # type: ignore[attr-defined]
        canvas.drawCentredString(210, 20, f"Page {document.page} sur 2")  # type: ignore[attr-defined]

    flow: list[object] = []
    for one in report:
        text = "".join(_printed(words) for words in one.words)
        if one.kind == "table":
            table = Table([[Paragraph(escape(cell), styles["Normal"]) for cell in row] for row in one.rows])
            table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
            flow.append(table)
        elif one.kind == "item":
            flow.append(ListFlowable([ListItem(Paragraph(text, body))], bulletType="bullet"))
        else:
            flow.append(Paragraph(text, {"title": styles["Title"], "heading": styles["Heading2"]}.get(one.kind, body)))
    packed = io.BytesIO()
    SimpleDocTemplate(packed, pagesize=A5).build(flow, onFirstPage=furniture, onLaterPages=furniture)
    return packed.getvalue()


def _printed(words: Words) -> str:
    text = escape(words.text)
    text = f"<b>{text}</b>" if words.bold else f"<i>{text}</i>" if words.italic else text
    return f'<a href={quoteattr(words.url)} color="blue">{text}</a>' if words.url else text


WRITERS: dict[str, Callable[[], bytes]] = {"txt": as_txt, "md": as_md, "html": as_html, "docx": as_docx, "odt": as_odt, "pdf": as_pdf}


def pdf_of(draw: Callable[..., None], size: tuple[float, float] = (595, 842)) -> bytes:
    """A PDF that `draw` draws on a reportlab canvas, with DejaVu Sans as `DejaVu`."""
    from pathlib import Path

    import matplotlib
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen import canvas

    pdfmetrics.registerFont(TTFont("DejaVu", str(Path(matplotlib.get_data_path()) / "fonts/ttf/DejaVuSans.ttf")))
    packed = io.BytesIO()
    page = canvas.Canvas(packed, pagesize=size)
    draw(page)
    page.save()
    return packed.getvalue()


def lines_at(page: object, x: float, y: float, lines: Iterable[str], *, font: str = "Helvetica", size: float = 11, leading: float = 14) -> None:
    """Draw lines under each other."""
    for number, line in enumerate(lines):
        page.setFont(font, size)  # type: ignore[attr-defined]
        page.drawString(x, y - number * leading, line)  # type: ignore[attr-defined]
