"""The annotated report: the whole text, block by block, with every span of the tables marked and every cited span numbered.

Marks nest by containment; where two cross, the later one is cut at the border and its id stays with its first piece. Positions
are those of the document's text: signs of mark-up that belong to no block are not shown, and count all the same.
"""

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from markupsafe import Markup

from partnership_analysis.document.model import Block, Document, Span
from partnership_analysis.presentation.evidence import CitedWords
from partnership_analysis.presentation.labels import Labels
from partnership_analysis.presentation.markup import escaped, live_address
from partnership_analysis.tables.model import Tables

KINDS: Mapping[str, tuple[str, str]] = {
    "axes": ("x", ""),
    "actions": ("act", "ka"),
    "indicators": ("ind", "kf"),
    "dates": ("dat", "kd"),
    "people": ("peo", "kp"),
    "memberships": ("mem", "kp"),
    "organisations": ("org", "ko"),
    "places": ("pla", "kl"),
    "instruments": ("ins", "kw"),
    "publications": ("pub", "kw"),
    "links": ("lnk", "kw"),
    "quotations": ("quo", "kq"),
}
"""Table to the prefix of its rows' ids and the class of their marks: eight kinds for a reader."""
WORD_JOINER = "\u2060"
"""Keeps a number on the line of the words it marks."""
LOWEST_HEADING = 6
FIRST_HEADING = 3


@dataclass(frozen=True, order=True)
class Interval:
    """A stretch of the text that is marked. `rank` orders those with the same ends; `id` is None on pieces after the first."""

    start: int
    negative_end: int
    rank: int
    css: str = field(compare=False)
    id: str | None = field(default=None, compare=False)
    cited: CitedWords | None = field(default=None, compare=False)

    @property
    def end(self) -> int:
        """One past the last code point."""
        return -self.negative_end


@dataclass(frozen=True)
class AnnotatedReport:
    """The report as HTML, and the ids that stand in it."""

    html: Markup
    ids: frozenset[str]


def row_id(table: str, start: int) -> str:
    """The id of the words of a row: the table's prefix and where they start."""
    return f"{KINDS[table][0]}-{start}"


def annotate(tables: Tables, cited: Sequence[CitedWords], labels: Labels) -> AnnotatedReport:
    """The report of `tables` with its rows' spans marked and the cited words numbered."""
    writer = _Writer(tables.document, labels)
    html = writer.write(list(_intervals(tables, cited)))
    return AnnotatedReport(html, frozenset(writer.ids))


def _intervals(tables: Tables, cited: Sequence[CitedWords]) -> Iterator[Interval]:
    rank = count()
    for axis in tables.rows.axes:
        yield Interval(axis.heading_start, -axis.heading_end, next(rank), "h", f"x-{axis.axis_id}")
    for table, (_, css) in KINDS.items():
        for row in getattr(tables.rows, table) if css else ():
            yield Interval(row.start, -row.end, next(rank), f"k {css}", row_id(table, row.start))
    for words in cited:
        yield Interval(words.start, -words.end, next(rank), "k kc", None, words)


class _Writer:
    """Writes blocks as HTML with the intervals that touch them; remembers the ids it has used."""

    def __init__(self, document: Document, labels: Labels) -> None:
        self._document = document
        self._labels = labels
        self._links = sorted((link for link in document.links if live_address(link.url)), key=lambda link: link.words.end)
        self._link_ends = [link.words.end for link in self._links]
        self.ids: set[str] = set()

    def write(self, intervals: list[Interval]) -> Markup:
        intervals.sort()
        pieces: list[str] = []
        blocks = self._document.blocks
        touching = _by_block(blocks, intervals)
        position = 0
        level = FIRST_HEADING - 1
        while position < len(blocks):
            block = blocks[position]
            if block.kind == "list_item":
                run = _run(blocks, position)
                pieces.append(self._list(blocks, touching, position, position + run))
                position += run
                continue
            if block.kind == "table_cell":
                run = _run(blocks, position, table=block.table)
                pieces.append(self._table(blocks, touching, position, position + run))
                position += run
                continue
            inner = self._inner(block, touching[position])
            if block.kind == "heading":
                level = min(max(FIRST_HEADING, block.level + FIRST_HEADING - 1), level + 1, LOWEST_HEADING)
                pieces.append(f"<h{level}>{inner}</h{level}>\n")
            else:
                pieces.append(_PLAIN[block.kind].format(inner))
            position += 1
        pieces += [f'<p class="unread">{escaped(self._labels("unread_part"))} {escaped(part)}</p>\n' for part in self._document.unread]
        return Markup("".join(pieces))

    def _list(self, blocks: Sequence[Block], touching: Sequence[list[Interval]], first: int, last: int) -> str:
        pieces: list[str] = []
        depth = 0
        for index in range(first, last):
            wanted = max(1, min(blocks[index].level, depth + 1))
            if wanted > depth:
                pieces.append("<ul>")
            else:
                pieces.append("</li>" + "</ul></li>" * (depth - wanted))
            depth = wanted
            pieces.append(f"\n<li>{self._inner(blocks[index], touching[index])}")
        pieces.append("</li></ul>" * depth + "\n")
        return "".join(pieces)

    def _table(self, blocks: Sequence[Block], touching: Sequence[list[Interval]], first: int, last: int) -> str:
        cells = {(blocks[i].row or 0, blocks[i].column or 0): self._inner(blocks[i], touching[i]) for i in range(first, last)}
        rows = sorted({row for row, _ in cells})
        width = 1 + max(column for _, column in cells)
        name = self._labels("report_table", number=1 + (blocks[first].table or 0))
        pieces = [f'<div class="scroll" role="region" tabindex="0" aria-label="{escaped(name)}"><table>\n']
        for row in rows:
            head = row == rows[0] and len(rows) > 1
            pieces.append("<tr>")
            for column in range(width):
                inner = cells.get((row, column), "")
                tag, scope = (
                    ("th", ' scope="col"') if head and inner else ("th", ' scope="row"') if column == 0 and inner and len(rows) > 1 else ("td", "")
                )
                pieces.append(f"<{tag}{scope}>{inner}</{tag}>")
            pieces.append("</tr>\n")
        pieces.append("</table></div>\n")
        return "".join(pieces)

    def _inner(self, block: Block, intervals: list[Interval]) -> str:
        """The words of a block with its marks, as HTML."""
        waiting = [Interval(max(i.start, block.start), -min(i.end, block.end), i.rank, i.css, i.id, i.cited) for i in intervals]
        heapq.heapify(waiting)
        pieces: list[str] = []
        opened: list[int] = []
        position = block.start
        while waiting or opened:
            following = waiting[0].start if waiting else block.end
            while opened and opened[-1] <= following:
                pieces.append(self._words(block, position, opened[-1]))
                position = opened.pop()
                pieces.append("</span>")
            if not waiting:
                continue
            interval = heapq.heappop(waiting)
            if interval.end <= interval.start:
                continue
            if opened and interval.end > opened[-1]:  # crosses the one it stands in: cut at the border
                heapq.heappush(waiting, Interval(opened[-1], interval.negative_end, interval.rank, interval.css))
                interval = Interval(interval.start, -opened[-1], interval.rank, interval.css, interval.id, interval.cited)
            pieces.append(self._words(block, position, interval.start))
            position = interval.start
            pieces.append(self._opening(interval))
            opened.append(interval.end)
        pieces.append(self._words(block, position, block.end))
        return "".join(pieces)

    def _opening(self, interval: Interval) -> str:
        own = ""
        if interval.id and interval.id not in self.ids:
            self.ids.add(interval.id)
            own = f' id="{escaped(interval.id)}"'
        marks = self._back_marks(interval.cited) if interval.cited and f"w{interval.cited.number}" not in self.ids else ""
        return f'<span class="{interval.css}"{own}>{marks}'

    def _back_marks(self, words: CitedWords) -> str:
        self.ids.add(f"w{words.number}")
        first, *others = words.citations
        back, other = escaped(self._labels("back_to_sentence")), escaped(self._labels("other_sentence", number=words.number))
        pieces = [
            f'<a class="wn" id="w{words.number}" href="#c{first}"><span class="vh">{back} </span>{words.number}<span aria-hidden="true">\u00a0↩</span></a>'
        ]
        pieces += [f'<a class="wn m" href="#c{one}"><span class="vh">{other} </span>{_letter(n)}</a>' for n, one in enumerate(others, 1)]
        return "".join(pieces) + WORD_JOINER

    def _words(self, block: Block, start: int, end: int) -> str:
        """The text of a block between two places, as HTML; what lies between its spans is a space, or nothing where mark-up was cut."""
        pieces: list[str] = []
        text = self._document.text
        for number, span in enumerate(block.spans):
            if number:
                gap = text[block.spans[number - 1].end : span.start]
                if start <= block.spans[number - 1].end < end and (gap[:1].isspace() or gap[-1:].isspace()):
                    pieces.append(" ")
            first, last = max(start, span.start), min(end, span.end)
            if first < last:
                pieces.extend(self._with_links(Span(first, last)))
        return "".join(pieces)

    def _with_links(self, span: Span) -> Iterator[str]:
        text = self._document.text
        position = span.start
        for link in self._links[bisect_right(self._link_ends, span.start) : bisect_right(self._link_ends, span.end)]:
            yield escaped(text[position : link.words.end])
            position = link.words.end
            name = escaped(self._labels("follow_link"))
            yield f'<a class="out" href="{escaped(link.url or "")}" rel="noopener noreferrer"><span class="vh">{name}</span><span aria-hidden="true">↗</span></a>'
        yield escaped(text[position : span.end])


_PLAIN = {
    "paragraph": "<p>{}</p>\n",
    "quotation": "<blockquote><p>{}</p></blockquote>\n",
    "call_out": '<p class="callout">{}</p>\n',
    "footnote": '<p class="note">{}</p>\n',
    "caption": '<p class="cap">{}</p>\n',
    "front_matter": '<p class="front">{}</p>\n',
    "furniture": '<p class="furniture">{}</p>\n',
}


def _letter(number: int) -> str:
    """b, c, d … for the further sentences that cite the same words; after z, the number."""
    return chr(ord("a") + number) if number < 26 else str(number + 1)


def _run(blocks: Sequence[Block], first: int, *, table: int | None = None) -> int:
    """How many blocks from `first` on are of its kind, and of the same table."""
    last = first
    while last < len(blocks) and blocks[last].kind == blocks[first].kind and (table is None or blocks[last].table == table):
        last += 1
    return last - first


def _by_block(blocks: Sequence[Block], intervals: Iterable[Interval]) -> list[list[Interval]]:
    """For each block the intervals that touch it, in order. Blocks stand in the order of the text and do not overlap."""
    touching: list[list[Interval]] = [[] for _ in blocks]
    order = sorted(range(len(blocks)), key=lambda index: blocks[index].start)
    active: list[Interval] = []
    waiting = sorted(intervals, reverse=True)
    for index in order:
        block = blocks[index]
        while waiting and waiting[-1].start < block.end:
            active.append(waiting.pop())
        active = [interval for interval in active if interval.end > block.start]
        touching[index] = [interval for interval in active if interval.start < block.end]
    return touching
