"""ODT: the XML of a text document, read with lxml.

Numbers that the word processor writes by itself before headings and items become words; deletions, comments and lists of
contents are left out; notes stand at the end. We read the XML ourselves rather than through odfdo, which opens every part of
a file and resolves its entities: a file is checked first, and only the parts with words are unpacked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from partnership_analysis.document.headings import numbering
from partnership_analysis.document.model import Block, Document
from partnership_analysis.errors import FormatError
from partnership_analysis.reading.archive import Archive
from partnership_analysis.reading.composition import Composition
from partnership_analysis.reading.grid import Grid
from partnership_analysis.reading.layout import OWN_HEADINGS
from partnership_analysis.reading.odt_styles import (
    DRAW,
    OFFICE,
    OUTLINE,
    TABLE,
    TEXT,
    ListLevel,
    NamedStyle,
    label_of,
    read_lists,
    read_styles,
)
from partnership_analysis.reading.source import Source

XLINK = "{http://www.w3.org/1999/xlink}"
SKIPPED = frozenset(
    [
        *(
            TEXT + name
            for name in (
                "table-of-content",
                "alphabetical-index",
                "illustration-index",
                "table-index",
                "user-index",
                "tracked-changes",
                "sequence-decls",
            )
        ),
        *(OFFICE + name for name in ("forms", "annotation", "annotation-end")),
    ]
)
INSIDE = frozenset(TEXT + name for name in ("section", "index-body", "list-header", "numbered-paragraph"))
QUOTES = ("quotations", "quote", "intense quote", "citation")
CAPTIONS = ("caption", "illustration", "figure", "table", "drawing", "legende", "légende")
MOST_REPEATED = 200


def read_odt(source: Source) -> Document:
    """An OpenDocument text. Raises: FormatError: broken, encrypted, a bomb, with entities."""
    archive = Archive(source.data, source.name)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise FormatError(source.name, "encrypted", "save it without a password")
    content, styles = archive.xml("content.xml"), archive.xml("styles.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if body is None:
        raise archive.broken()
    composition = Composition()
    reading = _Reading(composition, read_styles(content, styles), read_lists(content, styles))
    headings = list(body.iter(TEXT + "h"))
    reading.headed = len(headings) >= OWN_HEADINGS
    reading.outlined = _are_numbered(headings)
    reading.titled = any(reading.style_names(one)[:1] == ("title",) for one in body.iter(TEXT + "p"))
    reading.flow(body)
    reading.notes_at_the_end()
    pictures = sum(name.startswith("Pictures/") for name in archive.members)
    return composition.document(source, "odt", unread=(f"images ({pictures})",) if pictures else ())


def _are_numbered(headings: Sequence[Any]) -> bool:
    """Whether the numbers of an outline say something: not where headings have their own, nor where only the title would have the first."""
    levels = [element.get(TEXT + "outline-level") or "1" for element in headings]
    labelled = any(numbering("".join(element.itertext()).strip()) for element in headings)
    return not labelled and bool(levels) and levels.count(min(levels)) > 1


@dataclass
class _List:
    """A list that is open: its style, and the number of its last item."""

    style: str
    count: int | None = None
    label: str = ""
    fresh: bool = False
    """An item has begun whose first paragraph is still to come."""


@dataclass
class _Reading:
    """One walk over a document; nesting is bounded by the archive's check."""

    composition: Composition
    styles: Mapping[tuple[str, str], NamedStyle]
    levels: Mapping[str, Mapping[int, ListLevel]]
    titled: bool = False
    headed: bool = False
    outlined: bool = False
    """Whether the numbers of headings are the word processor's."""
    lists: list[_List] = field(default_factory=list)
    headings: dict[int, int] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    notes: list[Any] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    cell: Block | None = None
    tables: int = 0
    in_notes: bool = False

    def style_names(self, paragraph: Any) -> tuple[str, ...]:
        """The names of a paragraph's style and of those it is based on; an automatic style's own says nothing."""
        found = self.styles.get(("paragraph", paragraph.get(TEXT + "style-name") or ""))
        names = found.names if found else ((paragraph.get(TEXT + "style-name") or "").lower(),)
        return names[1:] if len(names) > 1 and names[0][:1] == "p" and names[0][1:].isdecimal() else names

    def flow(self, element: Any) -> None:
        """Read everything that an element holds, block by block."""
        for child in element:
            tag = child.tag
            if tag in SKIPPED:
                continue
            if tag == TEXT + "h":
                self._heading(child)
            elif tag == TEXT + "p":
                self._paragraph(child)
            elif tag == TEXT + "list":
                self._list(child)
            elif tag == TABLE + "table":
                self._table(child)
            elif tag in INSIDE:
                self.flow(child)
            elif tag.startswith(DRAW):
                self._boxes(child)

    def notes_at_the_end(self) -> None:
        """Read the notes that the text points to."""
        self.in_notes = True
        for note in self.notes:
            self.flow(note)
        self.composition.end()

    def _heading(self, element: Any) -> None:
        given = element.get(TEXT + "outline-level") or "1"
        level = int(given) if given.isdecimal() and len(given) < 3 else 1
        label = self.lists[-1].label if self.lists else self._outline_label(level) if element.get(TEXT + "is-list-header") != "true" else ""
        self._begin(Block("heading", (), level=min(6, level + self.titled)), plain=False)
        self._inline_words(element, label)

    def _outline_label(self, level: int) -> str:
        levels = self.levels.get(OUTLINE, {})
        if level not in levels or not self.outlined:
            return ""
        self.headings[level] = self.headings.get(level, levels[level].start - 1) + 1
        for deeper in [one for one in self.headings if one > level]:
            del self.headings[deeper]
        return label_of(levels, self.headings, level)

    def _paragraph(self, element: Any) -> None:
        names = self.style_names(element)
        item = self.lists[-1] if self.lists else None
        label = ""
        if names[:1] == ("title",):
            self._begin(Block("heading", (), level=1), plain=False)
        elif self.in_notes:
            self._begin(Block("footnote", ()), plain=False)
        elif item is not None and item.fresh:
            item.fresh = False
            depth = len(self.lists)
            if item.label and depth == 1 and self.cell is None and not self.headed:
                label = item.label
                self._begin(Block("paragraph", ()), plain=True)
            else:
                self._begin(Block("list_item", (), level=depth), plain=False, prefix="  " * (depth - 1) + (f"{item.label} " if item.label else "- "))
        elif any(name in QUOTES for name in names):
            self._begin(Block("quotation", ()), plain=False)
        elif any(name in CAPTIONS for name in names):
            self._begin(Block("caption", ()), plain=False)
        else:
            self._begin(Block("paragraph", ()), plain=not self.lists)
        self._inline_words(element, label)

    def _begin(self, block: Block, *, plain: bool, prefix: str = "") -> None:
        if self.cell is None:
            self.composition.begin(block, prefix=prefix, plain=plain)
        elif self.composition.is_open:
            self.composition.new_span()
        else:
            self.composition.begin(self.cell)

    def _inline_words(self, element: Any, label: str) -> None:
        """The words of a paragraph, then the text boxes that hang on it."""
        if label and any(text.strip() for text in element.itertext()):
            self.composition.words(label + " ")
        self._inline(element)
        if self.cell is None:
            self.composition.end()
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.flow(box)

    def _inline(self, element: Any) -> None:
        self.composition.words(element.text or "")
        for child in element:
            tag = child.tag
            if tag == TEXT + "span":
                style = self.styles.get(("text", child.get(TEXT + "style-name") or ""))
                marked = style is not None and (style.italic or style.bold)
                if style is not None and marked:
                    self.composition.open_mark("strong" if style.bold else "emphasis")
                self._inline(child)
                if marked:
                    self.composition.close_mark()
            elif tag == TEXT + "a":
                self.composition.open_mark("link", child.get(XLINK + "href") or "")
                self._inline(child)
                self.composition.close_mark()
            elif tag in (TEXT + "s", TEXT + "tab"):
                self.composition.words(" ")
            elif tag == TEXT + "line-break":
                self.composition.line_break()
            elif tag == TEXT + "note":
                self.notes.extend(child.iterfind(TEXT + "note-body"))
            elif tag.startswith(DRAW):
                self.boxes.extend(child.iter(DRAW + "text-box"))
            elif tag not in SKIPPED:
                self._inline(child)
            self.composition.words(child.tail or "")

    def _boxes(self, element: Any) -> None:
        for box in element.iter(DRAW + "text-box"):
            self.flow(box)

    def _list(self, element: Any) -> None:
        style = element.get(TEXT + "style-name") or (self.lists[-1].style if self.lists else "")
        depth = len(self.lists) + 1
        levels = self.levels.get(style, {})
        counts = self.counts.setdefault(style, {})
        goes_on = element.get(TEXT + "continue-numbering") == "true" or element.get(TEXT + "continue-list") is not None
        if not goes_on and depth == 1:
            counts.clear()
        self.lists.append(_List(style))
        for child in element:
            if child.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            label = ""
            if child.tag == TEXT + "list-item" and depth in levels and levels[depth].form:
                given = child.get(TEXT + "start-value") or ""
                counts[depth] = int(given) if given.isdecimal() and len(given) < 6 else counts.get(depth, levels[depth].start - 1) + 1
                for deeper in [one for one in counts if one > depth]:
                    del counts[deeper]
                label = label_of(levels, counts, depth)
            self.lists[-1].label, self.lists[-1].fresh = label, True
            self.flow(child)
        self.lists.pop()

    def _table(self, element: Any) -> None:
        rows = [row for row in element.iter(TABLE + "table-row") if next(row.iterancestors(TABLE + "table")) is element]
        cells = [[cell for cell in row if cell.tag in (TABLE + "table-cell", TABLE + "covered-table-cell")] for row in rows]
        laid = max((sum(_count(cell, "number-columns-repeated") for cell in row) for row in cells), default=0) < 2
        outer, lists, self.lists = self.cell, self.lists, []
        self.composition.end()
        table = self.tables
        self.tables += not laid
        grid = Grid(None if laid else table)
        for row in cells:
            grid.next_row()
            for cell in row:
                if cell.tag == TABLE + "covered-table-cell":
                    continue
                for _ in range(_count(cell, "number-columns-repeated")):
                    self.cell = grid.next_cell(_count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned"))
                    self.flow(cell)
                    self.composition.end()
        self.cell, self.lists = outer, lists


def _count(cell: Any, key: str) -> int:
    value = cell.get(TABLE + key) or "1"
    return max(1, min(MOST_REPEATED, int(value))) if value.isdecimal() and len(value) < 6 else 1
