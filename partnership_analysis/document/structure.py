"""Blocks of a text that has no mark-up: what its lines, blanks, signs and indents suggest.

`build_blocks` reads the lines once, groups them into rough blocks, then looks at neighbours: which short lines are headings,
which numbered ones are a list, which figure belongs to the label under it, which paragraph was cut by a page break or a call-out.
What repeats at the edge of pages, page numbers and lists of contents are `furniture`. The time it takes grows with the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from partnership_analysis.document.furniture import contents_lines, furniture_lines
from partnership_analysis.document.headings import ROMAN, Numbering, every_language, numbering
from partnership_analysis.document.lines import (
    Line,
    all_capitals,
    bullet,
    ends_closed,
    ends_open,
    is_full,
    opens_open,
    split_lines,
    starts_small,
    wrap_width,
)
from partnership_analysis.document.model import Block, BlockKind, Span
from partnership_analysis.document.plain_tables import cells, table_length

UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}|_{3,}|\*{3,}|—{2,}|–{2,}|(?:[*_•~=-][ ]){2,}[*_•~=-]")
FIGURE = re.compile(
    r"(?:[+≈~<>±]|près de|plus de|environ|over|nearly|about|more than)?[ ]?\d[\d \u00a0\u202f.,]{0,14}(?:[/–-][ ]?\d[\d \u00a0\u202f.,]{0,10})?"
    r"(?:[ \u00a0\u202f]?(?:%|€|£|\$|k€|K€|M€|k|K|M|m²|ha|km|h|kg|t|ans|millions?(?: d['’]euros| €| de)?|milliards?|million|thousand|mille|months|mois|heures|hours|days|jours|\+))?|[£$€][ ]?\d[\d \u00a0\u202f.,]{0,14}[ ]?(?:k|K|m|M|bn|million|billion)?",
    re.IGNORECASE,
)
QUOTE_OPEN, QUOTE_CLOSE = frozenset('“«„❝"'), frozenset('”»❞"')
FRONT_LABEL = re.compile(r"([^\W\d_][^:\n]{0,40}?)[ \u00a0\u202f]?:(?:[ \u00a0\u202f\t]+|$)")
DATELINE = re.compile(r"(?:[^\d,]{2,40},? )?(?:le |on |the )?\d{1,2}(?:er|st|nd|rd|th)? [^\W\d_]+\.? \d{4}", re.IGNORECASE)
LONGEST_HEADING = 110
LONGEST_NUMBERED = 330
LONGEST_LABEL = 130
MOST_HEADING_LINES = 3
"""Lines of a heading that is underlined."""
HANGING = 2
"""Columns by which the further lines of a numbered item stand in."""
LAST_BUT_ONE = re.compile(r"(?<!\w)(?:and|of|between)\s\S{1,24}$")
"""A small word right before the last one of a title's line: its next line goes on."""
SHORTEST_SENTENCE = 5
"""Spaces in a numbered line from which on it may be a sentence."""
OPENS_WITH_FIGURE = re.compile(r"[€£$]?\d[\d.,]*[ ]?(?:%|[kKmM](?![\w])|bn\b)?[ ](?=[^\W\d_])")
MOST_FURNITURE = 4
"""Lines at the edges of two pages between a line and the one that it goes on with."""
CUT_BETWEEN = frozenset(("call_out", "furniture", "caption", "quotation", "table_cell", "footnote"))
MOST_BETWEEN = 12
NEAR = 14
"""Blocks at the start in which a short `label: value` line is no heading."""


@dataclass(slots=True)
class Rough:
    """A block in the making."""

    kind: BlockKind
    spans: list[Span]
    text: str
    level: int = 0
    page: int = 1
    blank: int = 0
    """Blank lines before it."""
    numbering: Numbering | None = None
    row: int | None = None
    column: int | None = None
    table: int | None = None
    lines: int = 1
    indent: int = 0
    """Columns before its first word, the sign of a list not counted as one."""
    opened: bool = field(default=False)
    """A quotation mark stood on the line before it by itself."""


def build_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in reading order."""
    rough = _grouped(split_lines(text))
    rough = _call_outs(rough)
    _numbered_lists(rough)
    _short_headings(rough)
    rough = _joined(rough)
    paged = any(one.page > 1 for one in rough)
    return tuple(
        Block(one.kind, tuple(one.spans), level=one.level, row=one.row, column=one.column, table=one.table, page=one.page if paged else None)
        for one in rough
    )


def _grouped(lines: list[Line]) -> list[Rough]:
    """Lines put together into paragraphs, items, cells; headings that their own words show."""
    width = wrap_width(lines)
    furniture = furniture_lines(lines) | contents_lines(lines)
    blocks: list[Rough] = []
    indents: list[int] = []
    tables = 0
    front = True
    quoting = 0
    number = 0
    while number < len(lines):
        line = lines[number]
        if number in furniture:
            blocks.append(_rough("furniture", line))
            number += 1
            continue
        if UNDERLINE.fullmatch(line.text):
            if (
                blocks
                and not line.blank
                and blocks[-1].kind in ("paragraph", "heading", "front_matter")
                and (blocks[-1].lines == 1 or (line.text[0] == "=" and blocks[-1].lines <= MOST_HEADING_LINES and not ends_closed(blocks[-1].text)))
                and len(blocks[-1].text) <= LONGEST_HEADING * blocks[-1].lines
            ):
                blocks[-1].kind, blocks[-1].level = "heading", 1 if line.text[0] in "=*" else 2
                front = front and len(blocks) < 3
            blocks.append(_rough("furniture", line))
            number += 1
            continue
        length = table_length(lines, number)
        if length:
            for row, column, spans in cells(lines, number, length):
                blocks.append(Rough("table_cell", list(spans), "", page=line.page, blank=line.blank, row=row, column=column, table=tables))
            tables += 1
            number += length
            front = False
            continue
        if len(line.text) == 1 and line.text in QUOTE_OPEN | QUOTE_CLOSE:
            quoting = 8 if line.text in QUOTE_OPEN and not quoting else 0
            blocks.append(_rough("furniture", line))
            number += 1
            continue
        last = number
        mark = bullet(line)
        if mark and line.text[0] in "—–-" and blocks and blocks[-1].kind == "quotation":
            mark = None
        label = _front_label(line.text) if front else None
        heading = numbering(line.text) if not mark else None
        capitals = not mark and not label and all_capitals(line.text) and len(line.text) <= LONGEST_NUMBERED
        while (
            last + 1 < len(lines)
            and last + 1 not in furniture
            and _goes_on(lines, last, width, front=front, head=bool(heading) or capitals, first=not blocks)
        ):
            last += 1
        end = lines[last].end
        whole = line.text if last == number else " ".join(one.text for one in lines[number : last + 1])
        made = Rough(
            "paragraph",
            [Span(line.start, end)],
            whole,
            page=line.page,
            blank=line.blank,
            lines=last - number + 1,
            numbering=heading,
            indent=line.indent,
        )
        if quoting:
            made.kind, made.opened = "quotation", True
            quoting -= 1
        elif mark:
            indents = [indent for indent in indents if indent < line.indent] if line.blank <= 2 else []
            indents.append(line.indent)
            made.kind, made.level = "list_item", min(len(indents), 6)
            made.spans = [Span(line.start + mark.end(), end)]
            made.text = whole[mark.end() :]
        elif heading and heading.style in ("label", "chapter") and len(whole) <= LONGEST_NUMBERED and not _is_sentence(whole[heading.length :]):
            made.kind, made.level = "heading", 1 + heading.number.count(".")
        elif label and label != "body" and len(whole) <= 600:
            made.kind = "front_matter"
        elif capitals and not ends_closed(whole.rstrip(":")):
            made.kind, made.level = "heading", 1
        elif whole[:18].split(None, 1)[0].strip(".:").lower() in every_language("captions") and FRONT_LABEL.match(whole[:60]) and len(whole) <= 250:
            made.kind = "caption"
        if front and made.kind == "paragraph" and (len(whole) > 160 and ends_closed(whole)):
            front = False
        if front and made.kind == "heading" and heading:
            front = False
        blocks.append(made)
        number = last + 1
    return blocks


def _rough(kind: BlockKind, line: Line) -> Rough:
    return Rough(kind, [Span(line.start, line.end)], line.text, page=line.page, blank=line.blank)


def _front_label(text: str) -> str | None:
    """The label of a `label: value` line, in small letters, where it is one that opens reports."""
    match = FRONT_LABEL.match(text)
    if not match:
        return None
    label = match[1].strip().lower()
    return label if label in every_language("front_matter") else None


def _goes_on(lines: list[Line], last: int, width: int, *, front: bool, head: bool, first: bool) -> bool:
    """Whether the line after `last` continues the same block, which may be the `first` of the text."""
    one, two = lines[last], lines[last + 1]
    if two.blank:
        return False
    if bullet(two) or UNDERLINE.fullmatch(two.text) or len(two.text) == 1 or table_length(lines, last + 1):
        return False
    small, closed, full = starts_small(two.text), ends_closed(one.text), is_full(one, two, width)
    if FIGURE.fullmatch(one.text) and not full:
        return False
    if front and _front_label(two.text):
        return False
    found = numbering(two.text)
    if found and not small and (closed or not full or found.style in ("label", "chapter")):
        return False
    if one.text[-1] == "-" and small and width:
        return True
    if width and not closed and not found and two.text[0].isdecimal() and one.width * 5 > width * 4:
        return True  # `… on 11 July` and `2023 by …`
    if (mark := bullet(one)) and two.indent > one.indent and (not closed or (one.text[-1] == ":" and two.indent == one.indent + mark.end())):
        return True
    if small and (not closed or full):
        return True
    if head and not found and two.indent >= max(HANGING, one.indent) and (one.indent >= HANGING or numbering(one.text) is not None):
        return True
    after = lines[last + 2] if last + 2 < len(lines) else None
    if front and not closed and LAST_BUT_ONE.search(one.text) and len(two.text) < len(one.text) and (after is None or after.blank):
        return True
    if first and not closed and two.text[0] in QUOTE_OPEN and len(one.text) + len(two.text) <= LONGEST_HEADING and (after is None or after.blank):
        return True  # a title that names in quotation marks, on a line of its own, what it is about
    if head or all_capitals(one.text):
        if all_capitals(one.text) != all_capitals(two.text):
            return False
        after = lines[last + 2] if last + 2 < len(lines) else None
        ends_here = after is None or after.blank > 0
        return not closed and (ends_open(one.text) or opens_open(two.text) or (full and ends_here and not ends_closed(two.text)))
    if front and width and not closed and one.width * 5 > width * 4 and two.width < one.width:
        after = lines[last + 2] if last + 2 < len(lines) else None
        if after is None or after.blank > 0:  # a title broken where its author saw fit
            return True
    return full or bool(width and not closed and ends_open(one.text) and one.width * 3 > width)


def _call_outs(blocks: list[Rough]) -> list[Rough]:
    """A line that is only a figure and the label under it become one block, blank lines between them or not."""
    found: list[Rough] = []
    number = 0
    while number < len(blocks):
        one = blocks[number]
        two = blocks[number + 1] if number + 1 < len(blocks) else None
        if one.kind == "paragraph" and len(one.text) <= 40 and FIGURE.fullmatch(one.text.strip()):
            if (
                two
                and two.kind in ("paragraph", "heading")
                and not two.numbering
                and two.blank <= 3
                and two.page == one.page
                and len(two.text) <= LONGEST_LABEL
                and not FIGURE.fullmatch(two.text)
                and (starts_small(two.text) or not ends_closed(two.text))
            ):
                found.append(replace(one, kind="call_out", spans=[Span(one.spans[0].start, two.spans[0].end)], text=f"{one.text} {two.text}"))
                number += 2
                continue
            one.kind = "call_out" if any(c in one.text for c in "%€£$") else "furniture" if len(one.text) <= 3 else "paragraph"
        found.append(one)
        number += 1
    for one in _figures_listed(found):
        one.kind = "call_out"
    return found


def _figures_listed(blocks: Sequence[Rough]) -> Iterator[Rough]:
    """Short lines that each open with a figure, two or more below each other: `15 schools opened`, `£1.9m raised`."""
    run: list[Rough] = []
    for one in [*blocks, None]:
        figure = one is not None and one.kind == "paragraph" and len(one.text) <= LONGEST_LABEL and OPENS_WITH_FIGURE.match(one.text)
        if one is not None and figure and one.lines == 1 and not ends_closed(one.text) and not one.numbering and (not run or one.blank <= 1):
            run.append(one)
            continue
        if len(run) > 1:
            yield from run
        run = []


def _numbered_lists(blocks: list[Rough]) -> None:
    """Numbered lines: those that follow each other are items of a list, those with something between them are headings."""
    kept = [number for number, one in enumerate(blocks) if one.kind != "furniture"]
    place = {number: position for position, number in enumerate(kept)}
    numbered = [
        n
        for n in kept
        if (found := blocks[n].numbering) is not None and found.style not in ("label", "chapter") and blocks[n].kind in ("paragraph", "heading")
    ]
    runs: list[list[int]] = []
    for n in numbered:
        if runs and place[n] == place[runs[-1][-1]] + 1 and _follows(blocks[runs[-1][-1]], blocks[n]):
            runs[-1].append(n)
        else:
            runs.append([n])
    for position, run in enumerate(runs):
        following = runs[position + 1][0] if position + 1 < len(runs) else None
        goes_on = following is not None and _follows(blocks[run[-1]], blocks[following])
        first = blocks[run[0]].numbering
        listed = len(run) > 1 and first is not None and _order(first) == 1 and not goes_on
        for n in run:
            one = blocks[n]
            assert one.numbering is not None
            body = one.text[one.numbering.length :]
            if (
                listed
                or _is_numbered_paragraph(one.numbering, body)
                or len(one.text) > LONGEST_NUMBERED
                or (_is_sentence(body) and (one.lines > 2 or len(run) > 1 or ". " in body))
            ):
                one.kind = "list_item"
                one.level = 1
                one.spans = [Span(one.spans[0].start + one.numbering.length, one.spans[-1].end)]
                one.text = body
                one.numbering = None
            else:
                one.kind = "heading"
                one.level = {"deep": 1 + one.numbering.number.count("."), "letter": 2}.get(one.numbering.style, 1)


def _is_numbered_paragraph(found: Numbering, body: str) -> bool:
    """Whether a line numbered `2.1` is a paragraph of a minuted report: a sentence with its stop or colon, no title."""
    return found.style == "deep" and body.rstrip()[-1:] in (".", ":", ";") and body.count(" ") >= SHORTEST_SENTENCE


def _order(found: Numbering) -> int:
    last = found.number.rsplit(".", 1)[-1]
    if last.isdigit():
        return int(last)
    if last.upper() in ROMAN and (found.style == "roman" or len(last) > 1):
        return ROMAN[last.upper()]
    return 1 + ord(last[0].upper()) - ord("A")


def _follows(one: Rough, two: Rough) -> bool:
    """Whether two numbered lines count on: `1.` and `2.`, `A.` and `B.`."""
    a, b = one.numbering, two.numbering
    return a is not None and b is not None and a.style == b.style and _order(b) == _order(a) + 1


def _is_sentence(text: str) -> bool:
    """Whether a text reads as a sentence or more rather than a title: it ends with a full stop and is long, or holds several."""
    return (text.rstrip().endswith((".", ";")) and len(text) > LONGEST_HEADING and text.count(" : ") == 0) or text.count(". ") > 1


def _short_headings(blocks: list[Rough]) -> None:
    """A short line by itself without closing punctuation is a heading, unless it goes on, is signed, or stands apart from all text."""
    for number, one in enumerate(blocks):
        longest = LONGEST_HEADING if number else 2 * LONGEST_HEADING
        if one.kind != "paragraph" or len(one.text) > longest or one.lines > (2 if number else 4) or DATELINE.fullmatch(one.text):
            continue
        before = blocks[number - 1] if number else None
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        letters = sum(map(str.isalpha, one.text))
        label = FRONT_LABEL.match(one.text)
        labelled = label is not None and label[1].lower().split()[0] in every_language("labels")
        front_label = number < NEAR and label is not None and not labelled and len(label[1].split()) <= 2
        if (
            letters < 3
            or letters * 2 < len(one.text)
            or starts_small(one.text)
            or one.text[-1] in ".;:,…»”)"
            or one.text[0] in '@#—–«“"('
            or any(sign in one.text for sign in ("@", "://", "·"))
        ):
            continue
        if (
            after is None
            or len(one.text.split()) > (15 if number else 30)
            or (ends_open(one.text) and (number or not after.blank or after.kind == "call_out"))
        ):
            continue
        if number and front_label and one.kind == "paragraph":
            continue
        if (before is not None and before.kind == "quotation") or (
            before is not None and before.kind == "furniture" and number > 1 and blocks[number - 2].kind == "quotation"
        ):
            continue
        if before is not None and one.blank == 0 and before.kind == "heading" and before.numbering is None and not _is_genre(before.text):
            continue
        if before is not None and before.text[:1] in QUOTE_OPEN and before.text[-1:] in QUOTE_CLOSE:
            continue
        if before is not None and one.blank == 0 and before.kind in ("paragraph", "quotation", "call_out"):
            continue
        if number and after.kind == "paragraph" and after.blank == 0 and len(after.text) < 1.5 * len(one.text):
            continue
        told = after
        if after.kind == "furniture" and after.blank:  # the edges of two pages stand between
            told = next((block for block in blocks[number + 1 : number + 1 + MOST_FURNITURE] if block.kind != "furniture"), after)
        if told.kind == "paragraph" and starts_small(told.text):
            continue
        if after.blank >= 3 and before is not None:
            one.kind = "caption"
            continue
        one.kind, one.level = "heading", 1 if number == 0 else 2


def _is_genre(text: str) -> bool:
    words = " ".join(word for word in text.lower().split() if not word.isdigit())
    return words.strip(" -–,:") in every_language("genres")


def _hangs(item: Rough, one: Rough) -> bool:
    """Whether a paragraph is set in as the words of the item before it are: past a page's edge it goes on with the item, capital or not."""
    return item.kind == "list_item" and one.indent > item.indent


def _joined(blocks: list[Rough]) -> list[Rough]:
    """Paragraphs and items cut in two by a page break, a blank line or what stands between are one block with two spans."""
    found: list[Rough] = []
    open_block: Rough | None = None
    between = 0
    for one in blocks:
        cut = between <= MOST_BETWEEN and one.kind == "paragraph"
        if open_block is not None and cut and (starts_small(one.text) or (between and _hangs(open_block, one))) and len(open_block.spans) < 8:
            open_block.spans += one.spans
            open_block.text = one.text
            open_block = None if ends_closed(one.text) else open_block
            between = 0
            continue
        found.append(one)
        if one.kind in ("paragraph", "list_item"):
            open_block = one if len(one.text) >= 12 and not ends_closed(one.text) else None
            between = 0
        elif one.kind in CUT_BETWEEN:
            between += 1
        else:
            open_block = None
    return found
