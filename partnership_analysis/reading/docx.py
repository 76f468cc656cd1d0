"""DOCX: mammoth makes HTML of it, our HTML reader the rest.

Before that the document's XML is put in plain terms, which mammoth does not know by itself: headings by their style's outline
level whatever its name, numbers that Word writes by itself as words, text boxes once. Insertions are kept and deletions and
comments left out. Only the parts with words are unpacked; a remote template, a picture, a macro is never looked at.
"""

import io
import posixpath
import re
import zipfile
from typing import Any

from partnership_analysis.document.headings import numbering
from partnership_analysis.document.model import Document
from partnership_analysis.errors import FormatError
from partnership_analysis.reading.archive import Archive
from partnership_analysis.reading.composition import Composition
from partnership_analysis.reading.docx_numbering import Numbers, Style, W, read_numbering, read_styles, value
from partnership_analysis.reading.html import compose
from partnership_analysis.reading.layout import OWN_HEADINGS
from partnership_analysis.reading.source import Source

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
CONTENTS_STYLES = re.compile(r"(?:toc|table of figures|tm|index|table des mati)\b")
QUOTE_STYLES = ("quote", "intense quote", "block text", "citation", "citation intense")
BARE_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})\Z")
LARGEST = 4 * 1024 * 1024
"""Bytes of XML in plain terms: some 300 pages, which take mammoth ten seconds."""

LARGEST_RAW = 12 * 1024 * 1024
"""The same as Word writes it."""

MOST_LEVELS = 5
LOOKS = "sectPr proofErr lastRenderedPageBreak bookmarkStart bookmarkEnd tblPr tblGrid rFonts sz szCs lang color spacing ind jc kern shd tabs pBdr"
"""What a paragraph looks like; without it the XML is half as large, and mammoth twice as quick."""

STYLE_MAP = "\n".join(
    [
        *(f"p.PaHeading{level} => h{level}:fresh" for level in range(1, 7)),
        *(f"p.PaItem{level} => {'ul|ol > li > ' * (level - 1)}ul > li:fresh" for level in range(1, MOST_LEVELS + 1)),
        "p.PaQuote => blockquote > p:fresh",
        "p.PaCaption => figcaption:fresh",
        "r[style-name='Emphasis'] => em",
        "r[style-name='Intense Emphasis'] => em",
        "r[style-name='Book Title'] => em",
        "comment-reference =>",
    ]
)


def read_docx(source: Source) -> Document:
    """A Word document. Raises: FormatError: broken, encrypted, a bomb, with entities."""
    archive = Archive(source.data, source.name)
    composition = Composition()
    compose(_markup(archive), source.name, composition)
    return composition.document(source, "docx", unread=_unread(archive))


def main_part(archive: Archive) -> str:
    """The name of the part that holds the document's words. Raises: FormatError: there is none."""
    root = archive.xml("_rels/.rels")
    for one in root.iterfind(RELATIONSHIP) if root is not None else ():
        if (one.get("Type") or "").endswith("/officeDocument") and one.get("TargetMode") != "External":
            part = posixpath.normpath((one.get("Target") or "").lstrip("/"))
            if part in archive.members:
                return part
    if "word/document.xml" in archive.members:
        return "word/document.xml"
    raise archive.broken()


def _markup(archive: Archive) -> str:
    """The document as HTML."""
    import mammoth
    from lxml import etree

    main = main_part(archive)
    if archive.members[main].file_size > LARGEST_RAW:
        raise _too_long(archive)
    folder, file = posixpath.split(main)
    styles_root = archive.xml(posixpath.join(folder, "styles.xml"))
    styles = read_styles(styles_root)
    document = archive.xml(main)
    if document is None or document.find(W + "body") is None:
        raise archive.broken()
    _put_plainly(document, styles, read_numbering(archive.xml(posixpath.join(folder, "numbering.xml")), styles))
    for style in list(styles_root) if styles_root is not None else ():
        if style.get(W + "type") != "character":
            styles_root.remove(style)
    parts = {main: document, posixpath.join(folder, "styles.xml"): styles_root}
    for name in ("footnotes.xml", "endnotes.xml"):
        parts[posixpath.join(folder, name)] = archive.xml(posixpath.join(folder, name))
        parts[posixpath.join(folder, "_rels", name + ".rels")] = archive.xml(posixpath.join(folder, "_rels", name + ".rels"))
    for name in ("[Content_Types].xml", "_rels/.rels", posixpath.join(folder, "_rels", file + ".rels")):
        parts[name] = archive.xml(name)
    written = {name: etree.tostring(root, encoding="UTF-8", xml_declaration=True) for name, root in parts.items() if root is not None}
    if sum(map(len, written.values())) > LARGEST:
        raise _too_long(archive)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as rebuilt:
        for name, content in written.items():
            rebuilt.writestr(name, content)
    packed.seek(0)
    try:
        result = mammoth.convert_to_html(packed, style_map=STYLE_MAP, convert_image=lambda image: [], include_embedded_style_map=False)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:  # mammoth trusts a file to be whole
        raise archive.broken() from error
    return f"<body>{result.value}</body>"


def _too_long(archive: Archive) -> FormatError:
    return FormatError(archive.name, "a Word file longer than can be read", "save it as .txt or .pdf")


def _put_plainly(document: Any, styles: dict[str, Style], numbers: Numbers) -> None:
    """Change a document's XML so that mammoth reads of it what a reader sees."""
    from lxml import etree

    etree.strip_elements(document, W + "moveFrom", W + "commentReference", *(W + name for name in LOOKS.split()), with_tail=False)
    etree.strip_tags(document, W + "fldSimple", W + "smartTag", W + "customXml")
    for choice in list(document.iter(MC + "AlternateContent")):
        _keep_one(choice)
    for run in list(document.iter(W + "r")):
        if (hidden := run.find(f"{W}rPr/{W}vanish")) is not None and hidden.get(W + "val") not in ("0", "false"):
            run.getparent().remove(run)
    paragraphs = list(document.iter(W + "p"))
    headed = sum(_outline(paragraph, _style(paragraph, styles)[1]) is not None for paragraph in paragraphs) >= OWN_HEADINGS
    titled = any(_style(paragraph, styles)[1].name == "title" for paragraph in paragraphs)
    for paragraph in paragraphs:
        identity, style = _style(paragraph, styles)
        if CONTENTS_STYLES.match(style.name):
            paragraph.getparent().replace(paragraph, etree.Element(W + "p"))
            continue
        outline = _outline(paragraph, style)
        label, item = _numbered(paragraph, identity, style, numbers, heading=outline is not None, headed=headed)
        name = None
        if style.name == "title":
            name = "PaHeading1"
        elif outline is not None:
            name = f"PaHeading{min(6, outline + 1 + titled)}"
        elif item:
            name = f"PaItem{min(MOST_LEVELS, item)}"
        elif style.name in QUOTE_STYLES:
            name = "PaQuote"
        elif style.name == "caption":
            name = "PaCaption"
        _restyle(paragraph, name)
        if label and any(text.text and text.text.strip() for text in paragraph.iter(W + "t")):
            _label(paragraph, label)


def _keep_one(choice: Any) -> None:
    """Of a text box that is written twice, for new and old readers, keep one in the way mammoth looks for it."""
    from lxml import etree

    new, old = choice.find(MC + "Choice"), choice.find(MC + "Fallback")
    if new is None or (old is not None and next(old.iter(W + "t"), None) is not None) or next(new.iter(W + "t"), None) is None:
        return
    if old is not None:
        choice.remove(old)
    fallback = etree.SubElement(choice, MC + "Fallback")
    picture = etree.SubElement(fallback, W + "pict")
    for box in list(new.iter(W + "txbxContent")):
        picture.append(box)


def _style(paragraph: Any, styles: dict[str, Style]) -> tuple[str, Style]:
    identity = value(paragraph, "pPr", "pStyle") or ""
    found = styles.get(identity)
    if found is None:
        heading = re.fullmatch(r"(?:Heading|Titre)([1-9])", identity)
        found = Style(identity.lower(), int(heading[1]) - 1 if heading else None, None, None)
    return identity, found


def _outline(paragraph: Any, style: Style) -> int | None:
    """The heading level of a paragraph, 0 for the first: its own, else its style's."""
    own = value(paragraph, "pPr", "outlineLvl")
    if own and own.isdecimal():
        return int(own) if int(own) < 9 else None
    return style.outline


def _numbered(paragraph: Any, identity: str, style: Style, numbers: Numbers, *, heading: bool, headed: bool) -> tuple[str, int]:
    """What Word writes before a paragraph, and the depth of an item (0: none)."""
    direct = value(paragraph, "pPr", "numPr", "numId")
    number = direct or style.number
    own = value(paragraph, "pPr", "numPr", "ilvl")
    level = int(own) if own and own.isdecimal() else None
    place = numbers.level_of(number, level if direct else style.list_level, identity) if number else None
    if number is None or place is None:
        return "", 0
    level, how = place
    if how.form in ("bullet", "none") or not how.text:
        return "", 0 if heading or how.form == "none" else max(level, style.depth) + 1
    label = numbers.label(number, level)
    if not heading and (headed or next(paragraph.iterancestors(W + "tc"), None) is not None):
        return "", max(level, style.depth) + 1
    if heading and numbering("".join(text.text or "" for text in paragraph.iter(W + "t")).strip()):
        return "", 0
    return (f"{label}." if BARE_NUMBER.match(label) else label), 0


def _restyle(paragraph: Any, name: str | None) -> None:
    """Give a paragraph one of our styles, or none, and no numbering."""
    from lxml import etree

    properties = paragraph.find(W + "pPr")
    if properties is None:
        if name is None:
            return
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    for old in (properties.find(W + "pStyle"), properties.find(W + "numPr")):
        if old is not None:
            properties.remove(old)
    if name is not None:
        etree.SubElement(properties, W + "pStyle").set(W + "val", name)


def _label(paragraph: Any, label: str) -> None:
    """Write a number before a paragraph's words."""
    from lxml import etree

    run = etree.Element(W + "r")
    text = etree.SubElement(run, W + "t")
    text.text = label + " "
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    paragraph.insert(1 if paragraph.find(W + "pPr") is not None else 0, run)


def _unread(archive: Archive) -> tuple[str, ...]:
    pictures = sum("/media/" in name for name in archive.members)
    return (f"images ({pictures})",) if pictures else ()
