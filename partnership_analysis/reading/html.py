"""HTML as a browser reads it, without what belongs to the page: navigation, headers, footers, forms, scripts, hidden parts.

`compose` reads a tree into a composition; the reader of DOCX, which goes through HTML, uses it too.
"""

import re
from typing import TYPE_CHECKING, Any

from partnership_analysis.document.model import Block, Document
from partnership_analysis.errors import FormatError
from partnership_analysis.reading.composition import Composition
from partnership_analysis.reading.grid import Grid
from partnership_analysis.reading.html_tables import is_layout, number_of
from partnership_analysis.reading.layout import OWN_HEADINGS
from partnership_analysis.reading.numerals import FORMS, numeral
from partnership_analysis.reading.source import Source
from partnership_analysis.reading.text import text_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def _names(names: str) -> frozenset[str]:
    """A set of names, parted by spaces."""
    return frozenset(names.split())


SKIPPED = _names(
    "head script style template noscript nav aside form iframe object embed svg math canvas audio video button select textarea input dialog map title"
)
SKIPPED_ROLES = _names("navigation banner contentinfo search complementary dialog alert menu menubar toolbar")
SKIPPED_CLASSES = _names(
    "breadcrumb breadcrumbs fil-ariane ariane skip-link skip-links skiplink cookie-banner cookies cookie-notice tarteaucitron share sharing "
    "social-share social-links pagination pager sr-only visually-hidden screen-reader-text toc-nav no-print print-only-hidden"
)
"""Parts that CMSs put on a page and that say so only by their class."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = _names("p div section article main body li dt dd address pre center details summary fieldset figure hgroup legend html")
EMPHASIS = {
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "u": "emphasis",
    "mark": "emphasis",
    "strong": "strong",
    "b": "strong",
}
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
UNITS_OF_AREA = ("m", "km", "cm", "mm", "dm", "hm")

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
CLOSED_BY_ITSELF = _names("area base br col embed hr img input link meta source track wbr p li dt dd tr td th tbody thead tfoot option colgroup")
FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
NOTE_MARK = re.compile(r"\[?(?:\d{1,3}|\*{1,3}|↑|↩|↩\ufe0e|\^|⏎|⤴)\]?")
"""The words of a link that leads to a note, or back from it."""

NOTE_ID = re.compile(r"(?:foot|end)?note-\d|fn\d|fn[:-]|ftn\d|edn\d|cite_note")
DEEPEST = 1000
DEEPEST_TABLE = 5
MOST_REPEATED = 1_000_000


def read_html(source: Source) -> Document:
    """An HTML page as a document. Raises: EncodingError, FormatError."""
    composition = Composition()
    compose(text_of(source), source.name, composition)
    return composition.document(source, "html")


def compose(markup: str, name: str, composition: Composition) -> None:
    """Read a page into a composition. Raises: FormatError: nested so deep that reading it would not end."""
    from selectolax.lexbor import LexborHTMLParser

    _refuse_nesting(markup, name)
    tree = LexborHTMLParser(markup)
    body = tree.body
    if body is None:
        return
    mains = [node for node in tree.css("main, [role=main]") if len(node.text(strip=True)) > 200]
    reading = _Reading(composition, len(tree.css("h1, h2, h3, h4, h5, h6")) >= OWN_HEADINGS)
    for root in mains[:1] if len(mains) == 1 else [body]:
        reading.read(root)
    composition.end()


def _refuse_nesting(markup: str, name: str) -> None:
    """Refuse what makes a browser's way of reading take quadratic time or memory: thousands of open tags, or many open again in each block."""
    depth = formatting = repeated = 0
    for match in TAG.finditer(markup):
        tag = match[2].lower()
        step = -1 if match[1] else 1
        if tag in FORMATTING:
            formatting = max(0, formatting + step)
        elif tag in ("p", "div", "li", "td", "th", "section") and step > 0:
            repeated += formatting
        if tag not in CLOSED_BY_ITSELF:
            depth = max(0, depth + step)
        if depth > DEEPEST or repeated > MOST_REPEATED:
            raise FormatError(name, "HTML nested too deep to be a report", "save the page's text as .txt")


class _Reading:
    """One walk over a tree, without recursion."""

    def __init__(self, composition: Composition, headed: bool) -> None:
        self.composition = composition
        self.headed = headed
        self.lists: list[list[Any]] = []  # ordered, the next number, its style
        self.grids: list[Grid] = []
        self.cells: list[Block | None] = []
        self.tables = self.articles = self.quotes = self.notes = self.preformatted = 0

    def read(self, root: "LexborNode") -> None:
        """Read everything under a node."""
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                self._leave(node)
                continue
            tag = node.tag or ""
            if tag == "-text":
                self._words(node.text_content or "")
                continue
            if tag.startswith("-") or self._is_skipped(node, tag):
                continue
            if self._enter(node, tag):
                stack.append((node, True))
                children: list[LexborNode] = []
                child = node.first_child
                while child is not None:
                    children.append(child)
                    child = child.next
                stack.extend((one, False) for one in reversed(children))

    def _is_skipped(self, node: "LexborNode", tag: str) -> bool:
        """Whether a part belongs to the page and not to the report; a header inside an article or a quotation's footer belongs to it."""
        if tag in SKIPPED or (tag == "header" and not self.articles) or (tag == "footer" and not self.quotes):
            return True
        attributes = node.attributes
        if not attributes:
            return False
        if "hidden" in attributes or attributes.get("aria-hidden") == "true" or (attributes.get("role") or "").lower() in SKIPPED_ROLES:
            return True
        if HIDDEN_STYLE.search(attributes.get("style") or ""):
            return True
        if tag == "sup":
            return self._is_note_mark(node)
        if tag == "a" and (attributes.get("href") or "").startswith("#"):
            return bool(NOTE_MARK.fullmatch(node.text(strip=True)))
        return not SKIPPED_CLASSES.isdisjoint((attributes.get("class") or "").lower().split())

    def _is_note_mark(self, node: "LexborNode") -> bool:
        """Whether raised characters only point to a note."""
        anchor = node.css_first("a")
        return anchor is not None and (anchor.attributes.get("href") or "").startswith("#")

    def _enter(self, node: "LexborNode", tag: str) -> bool:
        """Begin what an element begins; whether to go on with what it holds."""
        if tag in HEADINGS:
            self._begin(Block("heading", (), level=HEADINGS[tag]))
        elif tag in EMPHASIS:
            self.composition.open_mark("strong" if EMPHASIS[tag] == "strong" else "emphasis")
        elif tag == "a":
            self.composition.open_mark("link", node.attributes.get("href") or "")
        elif tag == "br":
            self.composition.line_break()
        elif tag == "sup":
            return self._raise(node.text(strip=True))
        elif tag == "q":
            self._words("“")
        elif tag in ("ul", "ol", "menu"):
            self._open_list(node, tag)
        elif tag == "li":
            self._begin_item(node)
        elif tag in ("blockquote", "figcaption", "caption", "hr", "table", "tr", "td", "th"):
            self._enter_structure(node, tag)
        elif tag == "footer":
            self._begin(Block("paragraph", ()), plain=False)
        elif tag in BLOCKS or tag == "header":
            self.articles += tag in ("article", "main")
            self.preformatted += tag == "pre"
            if not (tag == "p" and self.composition.is_open and self.composition.is_empty):
                self._begin(self._default())
        return True

    def _enter_structure(self, node: "LexborNode", tag: str) -> None:
        if tag == "blockquote":
            self.quotes += 1
            self._begin(self._default())
        elif tag in ("figcaption", "caption"):
            self._begin(Block("caption", ()))
        elif tag == "hr":
            self.composition.end()
        elif tag == "table":
            self.composition.end()
            laid = len(self.grids) >= DEEPEST_TABLE or is_layout(node)
            self.grids.append(Grid(None if laid else self.tables))
            self.tables += not laid
        elif self.grids and tag == "tr":
            self.grids[-1].next_row()
        elif self.grids:
            cell = self.grids[-1].next_cell(number_of(node, "colspan"), number_of(node, "rowspan"))
            self.cells.append(cell)
            self.composition.begin(cell) if cell else self._begin(self._default())

    def _leave(self, node: "LexborNode") -> None:
        """End what an element began."""
        tag = node.tag or ""
        if tag in EMPHASIS or tag == "a":
            self.composition.close_mark()
        elif tag == "q":
            self._words("”")
        elif tag in ("ul", "ol", "menu"):
            self.lists.pop()
            self.composition.end()
        elif tag == "blockquote":
            self.quotes -= 1
            self.composition.end()
        elif tag in ("td", "th") and self.cells:
            self.cells.pop()
            self.composition.end()
        elif tag == "table":
            self.grids.pop()
            self.composition.end()
        elif tag in BLOCKS or tag in HEADINGS or tag in ("li", "figcaption", "caption", "header", "footer"):
            self.articles -= tag in ("article", "main")
            self.preformatted -= tag == "pre"
            self.notes -= tag == "li" and self.notes > 0
            if not (self.cells and self.cells[-1]):
                self.composition.end()

    def _begin(self, block: Block, *, prefix: str = "", plain: bool | None = None) -> None:
        """Begin a block; inside a table's cell everything is the cell's, each paragraph on a line of its own."""
        cell = self.cells[-1] if self.cells else None
        if cell is None:
            self.composition.begin(block, prefix=prefix, plain=block.kind == "paragraph" and not self.lists if plain is None else plain)
        elif self.composition.is_open:
            self.composition.new_span()
        else:
            self.composition.begin(cell)

    def _default(self) -> Block:
        """What words are that stand in no block of their own."""
        cell = self.cells[-1] if self.cells else None
        return cell or Block("footnote" if self.notes else "quotation" if self.quotes else "paragraph", ())

    def _words(self, text: str) -> None:
        if not self.composition.is_open:
            if not text.strip(" \t\n\r\f"):
                return
            self._begin(self._default())
        if not self.preformatted:
            self.composition.words(text)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self.composition.line_break()
            self.composition.words(line)

    def _raise(self, text: str) -> bool:
        """Raised figures: of an area or a power they stay, as `m²`; else they point to a note and go."""
        if not text.isdigit() or not text.isascii():
            return True
        last = self.composition.parts[-1].split()[-1:] if self.composition.parts else []
        if last and (last[0] in UNITS_OF_AREA or last[0][-1].isdigit()):
            self._words(text.translate(RAISED))
        return False

    def _open_list(self, node: "LexborNode", tag: str) -> None:
        first = node.attributes.get("start") or ""
        self.composition.end()
        self.lists.append([tag == "ol", int(first) if first.isdecimal() and len(first) < 6 else 1, node.attributes.get("type") or "1"])

    def _begin_item(self, node: "LexborNode") -> None:
        """An item of a list. Numbered ones of a page without headings may be its headings: their lines decide."""
        identity = (node.attributes.get("id") or "").lower()
        if NOTE_ID.match(identity) or (node.attributes.get("role") or "") in ("doc-footnote", "doc-endnote"):
            self.notes += 1
            self._begin(Block("footnote", ()))
            return
        if not self.lists:
            self._begin(Block("list_item", (), level=1), prefix="- ")
            return
        ordered, number, style = self.lists[-1]
        indent = "  " * (len(self.lists) - 1)
        if not ordered:
            self._begin(Block("list_item", (), level=len(self.lists)), prefix=f"{indent}- ")
            return
        given = node.attributes.get("value") or ""
        number = int(given) if given.isdecimal() and len(given) < 6 else number
        self.lists[-1][1] = number + 1
        label = f"{numeral(number, FORMS.get(style, 'decimal'))}. "
        if len(self.lists) == 1 and not self.headed and not self.quotes and not self.cells:
            self._begin(Block("paragraph", ()), plain=True)
            self.composition.words(label)
        else:
            self._begin(Block("list_item", (), level=len(self.lists)), prefix=indent + label)
